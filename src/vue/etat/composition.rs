//! Who is in the household: the lists follow what it says, and give back who was put aside.

use super::Etat;
use crate::{
    situation::{Couple, Dit, Foyer, Lieu, OuiNon, Rangs, Reponses, Sejour, Situation, Sujet},
    vue::saisie::Cle,
};
use std::mem;

/// Brings the lists in line with what the household says: the spouse, a first child, a first holiday project.
pub(super) fn compose(etat: &mut Etat) {
    let Situation { foyer, adultes, enfants, sejours } = &mut etat.situation;
    match foyer.valeur(Foyer::COUPLE) {
        Some(Couple::Marie | Couple::Pacse | Couple::Concubinage) if adultes.len() == 1 => {
            adultes.push(mem::take(&mut etat.ecartes.conjoint));
        }
        Some(Couple::Seul) if 1 < adultes.len() => {
            etat.ecartes.conjoint = adultes.pop().unwrap_or_default();
        }
        _ => {}
    }
    aligne(foyer.valeur(Foyer::A_DES_ENFANTS), enfants, &mut etat.ecartes.enfants);
    aligne(foyer.valeur(Foyer::PROJET_VACANCES), sejours, &mut etat.ecartes.sejours);
    let lieux: Vec<Lieu> = etat.situation.lieux().collect();
    etat.saisies.retain(|(cle, _)| lieux.contains(&cle.lieu));
}

fn aligne<S: Sujet>(y_en_a: Option<OuiNon>, liste: &mut Vec<Reponses<S>>, ecartes: &mut Vec<Reponses<S>>) {
    match y_en_a {
        Some(OuiNon::Oui) if liste.is_empty() => {
            *liste = mem::take(ecartes);
            if liste.is_empty() {
                liste.push(Reponses::default());
            }
        }
        Some(OuiNon::Non) if !liste.is_empty() => *ecartes = mem::take(liste),
        _ => {}
    }
}

pub(super) fn retire(etat: &mut Etat, lieu: Lieu) {
    let Situation { foyer, enfants, sejours, .. } = &mut etat.situation;
    match lieu {
        Lieu::Enfant(i) if i < enfants.len() => {
            enfants.remove(i);
            for sejour in sejours.iter_mut() {
                sans_l_enfant(sejour, i);
            }
            if enfants.is_empty() {
                foyer.pose(Foyer::A_DES_ENFANTS, Dit::Rien);
            }
        }
        Lieu::Sejour(i) if i < sejours.len() => {
            sejours.remove(i);
            if sejours.is_empty() {
                foyer.pose(Foyer::PROJET_VACANCES, Dit::Rien);
            }
        }
        _ => return,
    }
    // The texts of those who stood after change place with them.
    let deplace = |autre: Lieu| match (lieu, autre) {
        (Lieu::Enfant(i), Lieu::Enfant(j)) if i < j => Some(Lieu::Enfant(j - 1)),
        (Lieu::Sejour(i), Lieu::Sejour(j)) if i < j => Some(Lieu::Sejour(j - 1)),
        _ if autre == lieu => None,
        _ => Some(autre),
    };
    let saisies = mem::take(&mut etat.saisies);
    etat.saisies = saisies.into_iter().filter_map(|(cle, s)| Some((Cle { lieu: deplace(cle.lieu)?, ..cle }, s))).collect();
}

/// The children who leave are named by rank: the ranks after the child removed come down by one.
fn sans_l_enfant(sejour: &mut Reponses<Sejour>, enfant: usize) {
    let Some(Rangs(rangs)) = sejour.valeur(Sejour::ENFANTS) else { return };
    let reste = rangs.into_iter().filter(|rang| *rang != enfant + 1).map(|rang| if enfant + 1 < rang { rang - 1 } else { rang });
    let reste: Vec<usize> = reste.collect();
    sejour.pose(Sejour::ENFANTS, if reste.is_empty() { Dit::Rien } else { Dit::Oui(Rangs(reste)) });
}
