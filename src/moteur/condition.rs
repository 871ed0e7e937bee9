//! Conditions: all that do not depend on each other are examined, then the rule stops or goes on.

use super::{dossier::Avant, *};
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

/// Both results, or all that both of them lack: a person sees every missing answer at once.
pub fn ensemble<A, B>(a: Result<A, Arret>, b: Result<B, Arret>) -> Result<(A, B), Arret> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (Err(de_a), Err(de_b)) => Err(des_deux(de_a, de_b)),
        (Err(arret), Ok(_)) | (Ok(_), Err(arret)) => Err(arret),
    }
}
#[inline(never)]
fn des_deux(de_a: Arret, de_b: Arret) -> Arret {
    match (de_a, de_b) {
        (Arret::Demande(mut de_a), Arret::Demande(de_b)) => {
            de_a.extend(*de_b);
            Arret::Demande(de_a)
        }
        (Arret::Demande(_), arret) | (arret, _) => arret,
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
        let avant = self.commence(true);
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
        let details = self.finis(avant);
        let (remplie, des) = match resultat {
            Ok(Verdict { rempli, des }) => (Some(rempli), des),
            Err(arret) => {
                match arret {
                    Arret::Demande(manques) => self.manques.extend(*manques),
                    Arret::Refus(motifs) => self.motifs.extend(*motifs),
                    autre => self.autre = self.autre.take().or(Some(autre)),
                }
                (None, None)
            }
        };
        if remplie == Some(false) {
            self.motifs.push(Motif { quoi: quoi.clone(), article, des });
        }
        self.inscrit(quoi, Nature::Condition { remplie, article }, details);
        remplie
    }

    /// Stops the rule when a condition failed (with all that failed) or is not known (with all that is missing).
    #[inline(never)]
    pub fn verdict(&mut self) -> Result<(), Arret> {
        // All three are taken: what a refusal makes useless must not come back at the next verdict.
        let (examines, autre, manques) = (mem::take(&mut self.motifs), self.autre.take(), mem::take(&mut self.manques));
        let mut motifs: Vec<Motif> = Vec::new();
        for motif in examines {
            if !motifs.contains(&motif) {
                motifs.push(motif);
            }
        }
        match autre {
            _ if !motifs.is_empty() => Err(Arret::Refus(Box::new(motifs))),
            Some(autre) => Err(autre),
            None if !manques.is_empty() => Err(Arret::Demande(Box::new(manques))),
            None => Ok(()),
        }
    }
}
