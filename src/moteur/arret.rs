//! What stops a rule: one word, for reasons that its file holds.

use super::*;
use crate::situation::{Fiche, Lieu, Question, Reponse, Sujet};
use std::num::NonZeroU32;

/// Which of the reasons that its file holds stopped a rule: one bit for each. Every `?` of every rule copies it, and the page
/// carries each copy: nothing here has to be freed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arret(NonZeroU32);

/// Reasons from this one on share the last bit: a rule that lacks so many answers asks for all of them.
const DERNIER: usize = 31;

impl Arret {
    /// Stops a condition for what another one says.
    pub const DIT_AILLEURS: Self = Arret(NonZeroU32::MIN);

    /// The reasons of both.
    pub fn et(self, autre: Self) -> Self {
        Arret(self.0 | autre.0)
    }
    fn de_rang(rang: usize) -> Self {
        Arret(NonZeroU32::MIN | 1 << (rang + 1).min(DERNIER))
    }
    fn contient(self, rang: usize) -> bool {
        self.0.get() >> (rang + 1).min(DERNIER) & 1 == 1
    }
}

/// Both results, or all that both of them lack: a person sees every missing answer at once.
pub fn ensemble<A, B>(a: Result<A, Arret>, b: Result<B, Arret>) -> Result<(A, B), Arret> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (Err(de_a), Err(de_b)) => Err(de_a.et(de_b)),
        (Err(arret), Ok(_)) | (Ok(_), Err(arret)) => Err(arret),
    }
}

impl Dossier<'_> {
    /// Keeps a reason, once.
    #[inline(never)]
    pub(super) fn arrete(&mut self, raison: Raison) -> Arret {
        let meme = |autre: &Raison| *autre == raison && autre.est_ignoree() == raison.est_ignoree();
        let raisons = &mut self.carnet.raisons;
        let rang = raisons.iter().position(meme).unwrap_or(raisons.len());
        if rang == raisons.len() {
            raisons.push(raison);
        }
        Arret::de_rang(rang)
    }
    /// What is said of a stop, once the rule has ended: what no answer can change, else every answer that is missing.
    pub(super) fn raison(&mut self, arret: Arret) -> Raison {
        let mut manques = Vec::new();
        for (_, raison) in self.carnet.raisons.drain(..).enumerate().filter(|(rang, _)| arret.contient(*rang)) {
            match raison {
                Raison::Demande(siens) => manques.extend(siens),
                autre => return autre,
            }
        }
        Raison::Demande(manques)
    }
    fn raisons_de(&self, arret: Arret) -> impl Iterator<Item = &Raison> {
        self.carnet.raisons.iter().enumerate().filter(move |(rang, _)| arret.contient(*rang)).map(|(_, raison)| raison)
    }
    /// The first reason that is no missing answer.
    pub(super) fn sans_recours(&self, arret: Arret) -> Option<&Raison> {
        self.raisons_de(arret).find(|raison| !matches!(raison, Raison::Demande(_)))
    }
    /// Whether all that is missing is answers.
    pub fn est_demande(&self, arret: Arret) -> bool {
        self.sans_recours(arret).is_none()
    }
    /// Whether the person said « je ne sais pas » to something that is missing.
    pub fn est_ignore(&self, arret: Arret) -> bool {
        self.est_demande(arret) && self.raisons_de(arret).any(Raison::est_ignoree)
    }

    /// A case that is not modelled: which one, and why.
    pub fn hors_champ(&mut self, phrase: &'static str) -> Arret {
        self.arrete(Raison::HorsChamp(phrase))
    }
    /// No scale is known for that date: which one.
    pub fn hors_bareme(&mut self, quoi: &'static str) -> Arret {
        self.arrete(Raison::HorsBareme(quoi))
    }
    /// The published local scales have not arrived yet.
    pub fn en_attente(&mut self) -> Arret {
        self.arrete(Raison::EnAttente)
    }
    /// An answer that was given but does not cover what the rule reads (another month, another year) is asked again.
    pub fn redemande<S: Sujet, T: Reponse>(&mut self, lieu: Lieu, question: &'static Question<S, T>) -> Arret {
        self.demande(lieu, &question.fiche, false)
    }
    #[inline(never)]
    pub(super) fn demande(&mut self, lieu: Lieu, fiche: &'static Fiche, ignore: bool) -> Arret {
        self.arrete(Raison::Demande(vec![Manque { lieu, fiche, ignore }]))
    }
}
