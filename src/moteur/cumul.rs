//! Rights that the law does not pay together. Each pair is stated once, as data; here is the one place where they are applied,
//! before the rights that read benefits.

use super::{carnet::Carnet, simulation::Cadre, *};
use crate::grandeurs::Decimal;

/// Two rights that are not paid together.
pub struct Cumul {
    pub ecarte: &'static Aide,
    pub par: &'static Aide,
    pub effet: Effet,
    /// Whether a right of the first, for whom, and one of the second exclude each other. Several of the second count together.
    pub entre: fn(&Dossier, Beneficiaire, Beneficiaire) -> bool,
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

/// Amounts closer than this are the same: no text says how the CRDS is rounded (decision 0100).
const ARRONDI: Decimal = Decimal::from_parts(2, 0, 0, false, 2);

impl Cumul {
    /// Applies the pair to the rights that are known. One that is already put aside puts no other aside.
    pub(super) fn applique(&self, droits: &mut [Droit], cadre: Cadre) {
        for premier in 0..droits.len() {
            let Some((aide, pour, Ok(montant))) = droits.get(premier).map(|d| (d.aide, d.beneficiaire, &d.issue)) else { continue };
            if aide != self.ecarte {
                continue;
            }
            let mut carnet = Carnet::default();
            let dossier = Dossier::nouveau(aide, pour, cadre, &[], &mut carnet);
            let (mut dus, mut inconnus, mut total) = (Vec::new(), false, Some(Decimal::ZERO));
            for (rang, second) in droits.iter().enumerate() {
                if second.aide != self.par || !(self.entre)(&dossier, pour, second.beneficiaire) {
                    continue;
                }
                match &second.issue {
                    Ok(montant) => {
                        dus.push(rang);
                        total = total.zip(par_mois(montant)).map(|(total, montant)| total.saturating_add(montant));
                    }
                    Err(Raison::Demande(_) | Raison::HorsBareme(_) | Raison::HorsChamp(_) | Raison::EnAttente) => inconnus = true,
                    Err(Raison::Refus(_) | Raison::HorsPeriode | Raison::Ecarte(_)) => {}
                }
            }
            let plus_petit = total.zip(par_mois(montant)).map(|(total, montant)| montant <= total.saturating_add(ARRONDI));
            match (self.effet, plus_petit) {
                (Effet::Remplace, _) if dus.is_empty() && inconnus => self.doute(droits, premier, self.par),
                // Of two rights of which the larger is paid, the known one is the least that the family gets: it stays sure.
                _ if dus.is_empty() => {}
                (Effet::Remplace, _) | (_, Some(true)) => self.ecarte(droits, premier, &dus),
                (_, Some(false)) if !inconnus => {
                    for second in dus {
                        self.ecarte(droits, second, &[premier]);
                    }
                }
                _ => {
                    self.doute(droits, premier, self.par);
                    for second in dus {
                        self.doute(droits, second, self.ecarte);
                    }
                }
            }
        }
    }

    fn ecarte(&self, droits: &mut [Droit], perdant: usize, gagnants: &[usize]) {
        let par = gagnants.first().and_then(|gagnant| droits.get(*gagnant)).map(|droit| droit.aide);
        let (Some(par), Some(perdant)) = (par, droits.get_mut(perdant)) else { return };
        let Ok(montant) = perdant.issue.clone() else { return };
        let au_choix = self.effet == Effet::AuChoix;
        perdant.etapes.push(Etape {
            quoi: self.phrase.into(),
            nature: Nature::Condition { remplie: Some(false), article: self.article },
            details: 0,
        });
        let suite = if au_choix { "Vous pouvez choisir l’autre" } else { "Non versé" };
        let phrase = format!("{} {suite}\u{a0}: {}, {montant}.", self.phrase, perdant.aide.nom);
        perdant.issue = Err(Raison::Ecarte(Box::new(Ecarte { montant, par, au_choix, article: self.article, phrase: self.phrase })));
        for gagnant in gagnants {
            Self::reserve(droits, *gagnant, phrase.clone(), false);
        }
    }

    /// Of two rights, one is not known yet, or their amounts do not compare.
    fn doute(&self, droits: &mut [Droit], rang: usize, autre: &Aide) {
        let phrase = format!("{} Reste à savoir ce qu’il en est de l’autre droit\u{a0}: {}.", self.phrase, autre.nom);
        Self::reserve(droits, rang, phrase, true);
    }

    fn reserve(droits: &mut [Droit], rang: usize, phrase: String, a_confirmer: bool) {
        if let Some(droit) = droits.get_mut(rang) {
            droit.reserves.push(Reserve { phrase: phrase.into(), a_confirmer });
        }
    }
}

fn par_mois(montant: &Montant) -> Option<Decimal> {
    match montant {
        Montant::ParMois(montant) => Some(montant.decimal()),
        _ => None,
    }
}
