//! Conditions: all that do not depend on each other are examined, then the rule stops or goes on.

use super::{carnet::Avant, *};
use crate::grandeurs::Date;
use std::{borrow::Cow, mem};

/// Whether a condition holds, and if not from which day it would.
#[derive(Clone, Copy, Debug)]
pub struct Verdict {
    pub rempli: bool,
    pub des: Option<Date>,
}
impl From<bool> for Verdict {
    fn from(rempli: bool) -> Self {
        Verdict { rempli, des: None }
    }
}

impl Dossier<'_> {
    /// Examines a condition and goes on: conditions that do not depend on each other are all examined before `verdict`.
    /// Returns whether it holds, none when an answer is missing.
    pub fn condition<V: Into<Verdict>>(
        &mut self,
        quoi: impl Into<Cow<'static, str>>,
        article: &'static Article,
        examine: impl FnOnce(&mut Self) -> Result<V, Arret>,
    ) -> Option<bool> {
        let avant = self.carnet.commence();
        let resultat = examine(self).map(Into::into);
        self.conclut(quoi, article, resultat, avant)
    }
    /// Not copied into each rule: the page would carry every copy.
    #[inline(never)]
    fn conclut(
        &mut self,
        quoi: impl Into<Cow<'static, str>>,
        article: &'static Article,
        resultat: Result<Verdict, Arret>,
        avant: Avant,
    ) -> Option<bool> {
        let quoi = quoi.into();
        let details = self.carnet.finis(avant);
        let (remplie, des) = match resultat {
            Ok(Verdict { rempli, des }) => (Some(rempli), des),
            Err(arret) => {
                if let Some(Raison::Refus(motifs)) = self.sans_recours(arret) {
                    for motif in motifs.clone() {
                        self.echoue(motif);
                    }
                } else {
                    self.attente = self.attente.et(arret);
                }
                (None, None)
            }
        };
        if remplie == Some(false) {
            self.echoue(Motif { quoi: quoi.clone(), article, des });
        }
        self.inscrit(quoi, Nature::Condition { remplie, article }, details);
        remplie
    }
    /// Keeps a condition that failed, once.
    fn echoue(&mut self, motif: Motif) {
        if !self.motifs.contains(&motif) {
            self.motifs.push(motif);
        }
    }

    /// Stops the rule when a condition failed (with all that failed) or is not known (with all that is missing).
    #[inline(never)]
    pub fn verdict(&mut self) -> Result<(), Arret> {
        // Both are taken: what a refusal makes useless must not come back at the next verdict.
        let (motifs, attente) = (mem::take(&mut self.motifs), mem::replace(&mut self.attente, Arret::DIT_AILLEURS));
        if !motifs.is_empty() {
            return Err(self.arrete(Raison::Refus(motifs)));
        }
        if attente == Arret::DIT_AILLEURS { Ok(()) } else { Err(attente) }
    }
}
