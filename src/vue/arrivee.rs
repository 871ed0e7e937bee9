//! « Et si un enfant arrivait ? », the first of the ready scenarios: the rights of the same household with one more child, against those of today.

use super::ecarts::{Cote, Ecarts, ecarts};
use crate::{
    aides::{prime_naissance, simule_avec},
    grandeurs::{Date, Euros, MoisCivil},
    moteur::{BaremeLocal, Droit, Locaux, simule},
    situation::{
        Adulte, Dit, Enfant, Foyer, Garde, Handicap, Lieu, Mensuel, OuiNon, Prenom, Presence, Rangs, Reponses, Scolarite, Situation,
    },
};

/// What a birth would change.
#[derive(Clone, Debug)]
pub struct Arrivee {
    /// The birth that is imagined, early enough for the rights of a month to be open.
    pub naissance: MoisCivil,
    /// Before it, in the month in which the law pays for a pregnancy.
    pub grossesse: Ecarts,
    /// After it, each month.
    pub ensuite: Ecarts,
    /// What is not imagined.
    pub reserves: Vec<&'static str>,
    /// The rights of the households imagined: the form asks what they lack.
    pub droits: Vec<Droit>,
}

/// What one more child would change to the rights of the month.
pub fn arrivee(situation: &Situation, mois: MoisCivil, ouverts: &[BaremeLocal], droits: &[Droit]) -> Arrivee {
    let ne = mois.plus(-1);
    let avant = Cote { situation, droits };
    let avec_lui = avec_un_enfant(situation, ne.premier_jour());
    let mut imagines = simule_avec(&avec_lui, mois, ouverts);
    let ensuite = ecarts(avant, Cote { situation: &avec_lui, droits: &imagines }, mois);

    let mut grossesse = Ecarts::default();
    if let Some(terme) = prime_naissance::terme_paye_en(mois) {
        let attendu = avec_un_enfant(situation, terme.premier_jour());
        let primes = |situation| simule(&[&prime_naissance::AIDE], &[], situation, mois, Locaux::default());
        let (deja, primes) = (primes(situation), primes(&attendu));
        grossesse = ecarts(Cote { situation, droits: &deja }, Cote { situation: &attendu, droits: &primes }, mois);
        imagines.extend(primes);
    }
    Arrivee { naissance: ne, grossesse, ensuite, reserves: reserves(situation), droits: imagines }
}

/// The same household with one more child, of whom only what goes without saying of a newborn is said. Who will keep it, and what
/// a parent who lives elsewhere will do, are choices: they stay open.
pub fn avec_un_enfant(situation: &Situation, naissance: Date) -> Situation {
    let mut imaginee = situation.clone();
    imaginee.foyer.pose(Foyer::A_DES_ENFANTS, Dit::Oui(OuiNon::Oui));
    if situation.foyer.dit(Foyer::ADOPTION) == Dit::Rien {
        imaginee.foyer.pose(Foyer::ADOPTION, Dit::Oui(OuiNon::Non));
    }
    if let [_] = situation.enfants.as_slice() {
        imaginee.adultes.iter_mut().for_each(nomme_l_enfant_unique);
    }
    imaginee.enfants.push(
        Reponses::default()
            .avec(Enfant::PRENOM, Prenom("le nouvel enfant".to_owned()))
            .avec(Enfant::NAISSANCE, naissance)
            .avec(Enfant::GARDE, Garde::Pleine)
            .avec(Enfant::HANDICAP, Handicap::Non)
            .avec(Enfant::SCOLARITE, Scolarite::PasEncore)
            .avec(Enfant::SALAIRE, Mensuel::habituel(Euros::ZERO))
            .avec(Enfant::SPORT, OuiNon::Non)
            .avec(Enfant::PASS_COLO_UTILISE, OuiNon::Non),
    );
    imaginee
}

/// Beside which child a parent stays goes without saying while there is one; no longer with two.
fn nomme_l_enfant_unique(adulte: &mut Reponses<Adulte>) {
    if adulte.valeur(Adulte::PRESENCE) == Some(Presence::Enfant) && adulte.dit(Adulte::PRESENCE_ENFANTS) == Dit::Rien {
        adulte.pose(Adulte::PRESENCE_ENFANTS, Dit::Oui(Rangs(vec![1])));
    }
}

/// Answers that a birth changes, kept as they are since nobody knows their new value.
fn reserves(situation: &Situation) -> Vec<&'static str> {
    let dit = |cle| matches!(situation.dit(Lieu::Foyer, cle), Dit::Oui(_));
    let gardees = [
        (
            Foyer::PARTS.fiche.cle,
            "Vos parts fiscales sont gardées\u{a0}: une naissance les augmente, ce qui peut changer les aides qui les regardent.",
        ),
        (Foyer::QUOTIENT.fiche.cle, "Le quotient familial que vous avez écrit est gardé\u{a0}: la Caf le recalcule après une naissance."),
    ];
    gardees.into_iter().filter(|(cle, _)| dit(cle)).map(|(_, phrase)| phrase).collect()
}

#[cfg(test)]
mod tests;
