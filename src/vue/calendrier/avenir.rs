//! The household in the months to come: as it is today, but for what time alone changes. Each hypothesis is one of `SUPPOSE`.

use crate::{
    aides,
    baremes::tranches_cmg::AGE_MOITIE,
    grandeurs::*,
    moteur::{COUVERTURE, Raison},
    situation::{Adulte, Dit, Enfant, Lieu, Mensuel, Presence, Reponses, Scolarite, Situation},
};
use std::borrow::Cow;

/// What is supposed, said to the person.
pub const SUPPOSE: [&str; 3] = [
    "Votre foyer reste le même : vie en couple, travail, revenus, garde des enfants, handicap.",
    "Chaque enfant va à l’école quand il en a l’âge, puis étudie sans gagner plus que ce qui est permis.",
    "Les jours d’arrêt auprès d’un enfant sont les mêmes chaque mois, jusqu’à la fin du droit.",
];

/// A household that time goes by for.
pub struct Avenir<'a> {
    aujourd_hui: &'a Situation,
    depart: MoisCivil,
    /// The months to come, before what depends on which.
    suite: Situation,
    /// Children whose schooling nobody needs today.
    ecoliers: Vec<usize>,
}

impl<'a> Avenir<'a> {
    pub fn de(aujourd_hui: &'a Situation, depart: MoisCivil) -> Self {
        // What a right asks for today is not supposed: it is missing, today and later.
        let droits = aides::projette(aujourd_hui, depart, depart);
        let demande = |lieu: Lieu, cle: &str| {
            let manques = droits.iter().filter_map(|droit| if let Err(Raison::Demande(m)) = &droit.issue { Some(m) } else { None });
            manques.flat_map(|manques| manques.iter()).any(|manque| manque.lieu == lieu && manque.fiche.cle == cle)
        };
        let mut suite = aujourd_hui.clone();
        for lieu in aujourd_hui.lieux() {
            suite.prolonge(lieu, depart.annee.saturating_sub(1)..=COUVERTURE.1.annee.saturating_sub(2));
        }
        let mut ecoliers = Vec::new();
        for (rang, enfant) in suite.enfants.iter_mut().enumerate() {
            let lieu = Lieu::Enfant(rang);
            if enfant.valeur(Enfant::SALAIRE).is_none() && !demande(lieu, Enfant::SALAIRE.fiche.cle) {
                enfant.pose(Enfant::SALAIRE, Dit::Oui(Mensuel::habituel(Euros::ZERO)));
            }
            if matches!(enfant.valeur(Enfant::SCOLARITE), None | Some(Scolarite::PasEncore)) && !demande(lieu, Enfant::SCOLARITE.fiche.cle)
            {
                ecoliers.push(rang);
            }
        }
        Avenir { aujourd_hui, depart, suite, ecoliers }
    }

    /// The household in a month.
    pub fn en(&self, mois: MoisCivil) -> Cow<'a, Situation> {
        if mois <= self.depart {
            return Cow::Borrowed(self.aujourd_hui);
        }
        let mut situation = self.suite.clone();
        for rang in &self.ecoliers {
            let Some(enfant) = situation.enfants.get_mut(*rang) else { continue };
            let Some(naissance) = enfant.valeur(Enfant::NAISSANCE) else { continue };
            let scolarite = if est_entre_a_l_ecole(naissance, mois) { Scolarite::Ecole } else { Scolarite::PasEncore };
            enfant.pose(Enfant::SCOLARITE, Dit::Oui(scolarite));
        }
        self.compte_les_jours(&mut situation, mois);
        Cow::Owned(situation)
    }

    /// The days beside a child that the months before have used, of both parents.
    fn compte_les_jours(&self, situation: &mut Situation, mois: MoisCivil) {
        let par_mois: u32 = situation.adultes.iter().filter(|a| a.valeur(Adulte::PRESENCE) == Some(Presence::Enfant)).map(demis).sum();
        if par_mois == 0 {
            return;
        }
        let passes = u32::try_from(self.depart.jusqu_a(mois)).unwrap_or(0);
        for adulte in &mut situation.adultes {
            let deja = adulte.valeur(Adulte::JOURS_DEJA_PAYES).unwrap_or(0);
            let jours = deja.saturating_add(passes.saturating_mul(par_mois) / 2);
            adulte.pose(Adulte::JOURS_DEJA_PAYES, Dit::Oui(jours));
        }
    }
}

/// Half days beside a child in a month.
fn demis(adulte: &Reponses<Adulte>) -> u32 {
    let lu = |question| adulte.valeur::<u32>(question).unwrap_or(0);
    lu(Adulte::JOURS_PRESENCE).saturating_mul(2).saturating_add(lu(Adulte::DEMI_JOURS_PRESENCE))
}

/// The school year in which the child reaches the age of school has begun.
fn est_entre_a_l_ecole(naissance: Date, mois: MoisCivil) -> bool {
    const RENTREE: u8 = 9;
    let age = AGE_MOITIE.au(mois.premier_jour()).map_or(Annees(0), |ligne| ligne.valeur);
    MoisCivil::le(anniversaire(naissance, age).year(), RENTREE) <= mois
}
