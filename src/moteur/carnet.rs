//! Where a rule records its steps, and why it stops.

use super::{Etape, Nature, Raison};
use crate::situation::{Contenu, Dit};
use std::mem;

/// What is recorded of one right. One notebook serves all the rights of a household: its lists keep their room.
#[derive(Default)]
pub(super) struct Carnet {
    /// Why the rule stopped, or may stop: `Arret` says which.
    pub raisons: Vec<Raison>,
    etapes: Vec<Etape>,
    /// Answers already shown, by their place in the household: an explanation does not repeat itself.
    montrees: Vec<*const Dit<Contenu>>,
    /// How many of them stand elsewhere than where the steps now being recorded will.
    ailleurs: usize,
}

/// What was recorded before steps that stand apart: how many steps, how many answers shown, how many of them elsewhere.
pub(super) struct Avant {
    etapes: usize,
    montrees: usize,
    ailleurs: usize,
}

impl Carnet {
    /// Records a step.
    pub fn inscrit(&mut self, etape: Etape) {
        self.etapes.push(etape);
    }
    /// How many steps are recorded.
    pub fn nombre(&self) -> usize {
        self.etapes.len()
    }
    /// Whether an answer is to be shown here: it was not yet.
    pub fn est_nouvelle(&mut self, reponse: &Dit<Contenu>) -> bool {
        let reponse = std::ptr::from_ref(reponse);
        let nouvelle = self.montrees.get(self.ailleurs..).is_some_and(|ici| !ici.contains(&reponse));
        if nouvelle {
            self.montrees.push(reponse);
        }
        nouvelle
    }
    /// Begins steps that stand apart, until `finis`: they are read by themselves (a condition, a calculation), and show again the
    /// answers that others have shown.
    pub fn commence(&mut self) -> Avant {
        let montrees = self.montrees.len();
        Avant { etapes: self.nombre(), montrees, ailleurs: mem::replace(&mut self.ailleurs, montrees) }
    }
    /// Ends them, and says how many they are.
    pub fn finis(&mut self, avant: Avant) -> usize {
        self.montrees.truncate(avant.montrees);
        self.ailleurs = avant.ailleurs;
        self.nombre().saturating_sub(avant.etapes)
    }
    /// Marks the calculation that is paid.
    pub fn retient(&mut self, variante: &str) {
        for etape in &mut self.etapes {
            if let Nature::Variante { retenue, .. } = &mut etape.nature {
                *retenue = etape.quoi == variante;
            }
        }
    }
    /// Gives the steps, and is blank again.
    pub fn rend(&mut self) -> Vec<Etape> {
        self.raisons.clear();
        self.montrees.clear();
        let mut etapes = Vec::with_capacity(self.nombre());
        etapes.append(&mut self.etapes);
        etapes
    }
}
