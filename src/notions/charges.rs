//! Les enfants pour qui des prestations familiales sont dues, mois par mois (CSS, art. L. 512-3, R. 512-2, R. 513-1,
//! R. 521-2, R. 552-2 et R. 552-3).
//!
//! A right opens the month after its conditions are met, and ends with the month in which one of them stops being met: a child
//! counts from the month after the birth, and no longer in the month of the last birthday.

use super::enfants;
use crate::{
    grandeurs::*,
    moteur::{Arret, Bareme, Dossier, ensemble},
    situation::{Allocataire, Enfant, Garde, Lieu},
};

/// A child « à charge » in the month simulated.
#[derive(Clone, Copy, Debug)]
pub struct Charge {
    pub rang: usize,
    pub naissance: Date,
    /// The allocations familiales for this child are shared with the other parent.
    pub partage: bool,
}
impl Charge {
    /// R. 552-2 : un âge ouvre un droit le mois qui suit l'anniversaire.
    pub fn a_atteint(&self, age: Annees, mois: MoisCivil) -> bool {
        anniversaire(self.naissance, age) < mois.premier_jour()
    }
    /// R. 552-3 : un âge ferme un droit dès le mois de l'anniversaire.
    pub fn garde_moins_de(&self, age: Annees, mois: MoisCivil) -> bool {
        mois.dernier_jour() < anniversaire(self.naissance, age)
    }
}

/// Which benefits: alternate custody shares the allocations familiales only; for all others, one parent has the child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prestation {
    AllocationsFamiliales,
    Autre,
}

/// The children « à charge » for a benefit in the month simulated, up to an age, in the order of the answers.
pub fn charges(d: &mut Dossier, prestation: Prestation, limite: &'static Bareme<Annees>) -> Result<Vec<Charge>, Arret> {
    let (avant, jour) = (d.jour, d.mois.dernier_jour());
    toutes(d, prestation, limite, avant, jour)
}

/// The same on a day.
pub fn charges_le(d: &mut Dossier, prestation: Prestation, limite: &'static Bareme<Annees>, jour: Date) -> Result<Vec<Charge>, Arret> {
    toutes(d, prestation, limite, jour.next_day().unwrap_or(jour), jour)
}

fn toutes(d: &mut Dossier, prestation: Prestation, limite: &'static Bareme<Annees>, avant: Date, jour: Date) -> Result<Vec<Charge>, Arret> {
    let mut a_charge = Vec::new();
    d.detaille("Enfants à charge", "enfants qui comptent pour cette aide", |d| {
        let mut trouvees = Ok(Vec::new());
        for rang in enfants::rangs(d)? {
            trouvees = ensemble(trouvees, une(d, rang, prestation, limite, avant, jour)).map(|(mut toutes, une)| {
                toutes.extend(une);
                toutes
            });
        }
        a_charge = trouvees?;
        Ok(nombre(&a_charge))
    })?;
    Ok(a_charge)
}

/// A child, when it is « à charge » for a benefit in the month simulated.
pub fn charge(d: &mut Dossier, rang: usize, prestation: Prestation, limite: &'static Bareme<Annees>) -> Result<Option<Charge>, Arret> {
    let (avant, jour) = (d.jour, d.mois.dernier_jour());
    une(d, rang, prestation, limite, avant, jour)
}

/// A child born before a day, and « à charge » on another.
fn une(
    d: &mut Dossier,
    rang: usize,
    prestation: Prestation,
    limite: &'static Bareme<Annees>,
    avant: Date,
    jour: Date,
) -> Result<Option<Charge>, Arret> {
    let naissance = d.enfant(rang, Enfant::NAISSANCE)?;
    // Looked at first, so that nobody reads of adoption in the explanation of a family that did not adopt.
    let a_venir = d.situation.enfants.get(rang).and_then(|enfant| enfant.valeur(Enfant::ARRIVEE)).filter(|arrivee| avant <= *arrivee);
    if a_venir.is_some() && a_venir == enfants::arrivee(d, rang) {
        return Ok(None);
    }
    if avant <= naissance || enfants::est_decede(d, rang, avant) || !enfants::est_ecolier_ou_gagne_peu(d, rang, naissance, limite, jour)? {
        return Ok(None);
    }
    let partage = match d.facultatif(Lieu::Enfant(rang), Enfant::GARDE) {
        Some(Garde::Alternee) => match (prestation, d.enfant(rang, Enfant::ALLOCATAIRE)?) {
            (_, Allocataire::Autre) | (Prestation::Autre, Allocataire::PartageAutre) => return Ok(None),
            (Prestation::AllocationsFamiliales, Allocataire::PartageMoi | Allocataire::PartageAutre) => true,
            (_, Allocataire::Moi) | (Prestation::Autre, Allocataire::PartageMoi) => false,
        },
        // Who lives with a child need not say it.
        Some(Garde::Pleine) | None => false,
    };
    Ok(Some(Charge { rang, naissance, partage }))
}

/// How many they are.
pub fn nombre(enfants: &[Charge]) -> u32 {
    u32::try_from(enfants.len()).unwrap_or(u32::MAX)
}

/// The day from which births to come would make enough children, when that is known: a child not born yet opens nothing.
pub fn naissance_qui_complete(d: &Dossier, nombre: u32, voulus: u32) -> Option<Date> {
    let attendus = d.situation.enfants.iter().filter(|enfant| enfant.valeur(Enfant::DECES).is_none());
    let naissances = attendus.filter_map(|enfant| enfant.valeur(Enfant::NAISSANCE));
    let mut a_venir: Vec<Date> = naissances.filter(|naissance| d.jour <= *naissance).collect();
    ranges(&mut a_venir, |naissance| *naissance);
    let manquants = usize::try_from(voulus.saturating_sub(nombre)).ok()?;
    let derniere = a_venir.get(manquants.checked_sub(1)?)?;
    Some(MoisCivil::de(*derniere).plus(1).premier_jour())
}
