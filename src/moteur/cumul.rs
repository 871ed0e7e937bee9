//! Rights that the law does not pay together. Each pair is stated once, as data; here is the one place where they are applied,
//! before the rights that read benefits.

use super::*;
use crate::{grandeurs::Decimal, situation::Situation};
use std::cmp::Ordering;

/// Two rights that are not paid together.
pub struct Cumul {
    pub ecarte: &'static Aide,
    pub par: &'static Aide,
    pub effet: Effet,
    /// Whether a right of the first, for whom, and one of the second exclude each other.
    pub entre: fn(&Situation, Beneficiaire, Beneficiaire) -> bool,
    pub article: &'static Article,
    /// Said on both cards.
    pub phrase: &'static str,
}

/// What the law does of two rights that it does not pay together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effet {
    /// The second is paid, whatever the amounts.
    Remplace,
    /// The larger is paid.
    PlusFavorable,
    /// The family chooses; the larger is shown as the better one.
    AuChoix,
}

/// A right that is due, but not paid because another is.
#[derive(Clone, Debug, PartialEq)]
pub struct Ecarte {
    /// What it would be.
    pub montant: Montant,
    pub par: &'static Aide,
    pub au_choix: bool,
    pub article: &'static Article,
    pub phrase: &'static str,
}

/// What a pair does to two rights.
enum Sort {
    Rien,
    Ecarte {
        perdant: usize,
        gagnant: usize,
    },
    /// One of both is not known yet, or they do not compare: whose amount is then to be confirmed.
    Doute(Vec<usize>),
}

impl Cumul {
    /// Applies the pair to the rights that are known. One that is already put aside puts no other aside.
    pub(super) fn applique(&self, droits: &mut [Droit], situation: &Situation) {
        for premier in 0..droits.len() {
            for second in 0..droits.len() {
                match self.sort(droits, situation, premier, second) {
                    Sort::Rien => {}
                    Sort::Ecarte { perdant, gagnant } => self.ecarte(droits, perdant, gagnant),
                    Sort::Doute(rangs) => rangs.into_iter().for_each(|rang| self.doute(droits, rang)),
                }
            }
        }
    }

    fn sort(&self, droits: &[Droit], situation: &Situation, premier: usize, second: usize) -> Sort {
        let (Some(a), Some(b)) = (droits.get(premier), droits.get(second)) else { return Sort::Rien };
        if a.aide != self.ecarte || b.aide != self.par || !(self.entre)(situation, a.beneficiaire, b.beneficiaire) {
            return Sort::Rien;
        }
        match (&a.issue, &b.issue, self.effet) {
            (Ok(_), Ok(_), Effet::Remplace) => Sort::Ecarte { perdant: premier, gagnant: second },
            (Ok(a), Ok(b), Effet::PlusFavorable | Effet::AuChoix) => match par_mois(a).zip(par_mois(b)).map(|(a, b)| a.cmp(&b)) {
                Some(Ordering::Less | Ordering::Equal) => Sort::Ecarte { perdant: premier, gagnant: second },
                Some(Ordering::Greater) => Sort::Ecarte { perdant: second, gagnant: premier },
                None => Sort::Doute(vec![premier, second]),
            },
            (Ok(_), Err(inconnu), Effet::Remplace) if est_inconnu(inconnu) => Sort::Doute(vec![premier]),
            // Of two rights of which the larger is paid, the known one is the least that the family gets: it stays sure.
            _ => Sort::Rien,
        }
    }

    fn ecarte(&self, droits: &mut [Droit], perdant: usize, gagnant: usize) {
        let Some(par) = droits.get(gagnant).map(|droit| droit.aide) else { return };
        let Some(perdant) = droits.get_mut(perdant) else { return };
        let Ok(montant) = perdant.issue.clone() else { return };
        let au_choix = self.effet == Effet::AuChoix;
        perdant.etapes.push(Etape {
            quoi: self.phrase.into(),
            nature: Nature::Condition { remplie: Some(false), article: self.article },
            details: Vec::new(),
        });
        let suite = if au_choix { "Vous pouvez choisir l’autre" } else { "Non versé" };
        let phrase = format!("{} {suite}\u{a0}: {}, {montant}.", self.phrase, perdant.aide.nom);
        perdant.issue = Err(Arret::Ecarte(Box::new(Ecarte { montant, par, au_choix, article: self.article, phrase: self.phrase })));
        if let Some(gagnant) = droits.get_mut(gagnant) {
            gagnant.reserves.push(Reserve { phrase: phrase.into(), a_confirmer: false });
        }
    }

    fn doute(&self, droits: &mut [Droit], rang: usize) {
        let Some(droit) = droits.get_mut(rang) else { return };
        let autre = if droit.aide == self.par { self.ecarte } else { self.par };
        let phrase = format!("{} Reste à savoir ce qu’il en est de l’autre droit\u{a0}: {}.", self.phrase, autre.nom);
        droit.reserves.push(Reserve { phrase: phrase.into(), a_confirmer: true });
    }
}

fn par_mois(montant: &Montant) -> Option<Decimal> {
    match montant {
        Montant::ParMois(montant) => Some(montant.decimal()),
        _ => None,
    }
}

fn est_inconnu(arret: &Arret) -> bool {
    matches!(arret, Arret::Demande(_) | Arret::HorsBareme(_) | Arret::HorsChamp(_))
}
