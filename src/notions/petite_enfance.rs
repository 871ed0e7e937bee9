//! Ce que partagent les aides de la prestation d'accueil du jeune enfant (CSS, art. L. 531-1 à L. 531-4): who opens them, from
//! a birth or from the arrival of an adopted child.

use super::{
    charges::{Charge, Prestation, charges},
    enfants::arrivee,
};
use crate::{
    baremes::enfants::AGE_LIMITE,
    grandeurs::*,
    moteur::{Arret, Dossier, legi},
};

legi!(pub L531_2, "CSS, art. L. 531-2", "LEGIARTI000042685543");
legi!(pub R531_1, "CSS, art. R. 531-1", "LEGIARTI000043316366");

/// A child « à charge », and the day that opens these aids.
#[derive(Clone, Copy, Debug)]
pub struct Accueil {
    /// Birth, or arrival of an adopted child.
    pub jour: Date,
    pub adopte: bool,
}
impl Accueil {
    /// R. 552-2 et R. 552-3 : du mois qui suit l'accueil au mois qui précède l'anniversaire.
    pub fn est_dans(&self, duree: Annees, mois: MoisCivil) -> bool {
        self.jour < mois.premier_jour() && mois.dernier_jour() < self.fin(duree)
    }
    pub fn fin(&self, duree: Annees) -> Date {
        anniversaire(self.jour, duree)
    }
}

/// The children « à charge » as these aids see them. An adopted child not arrived yet is not one.
pub fn accueils(d: &mut Dossier) -> Result<Vec<Accueil>, Arret> {
    let enfants = charges(d, Prestation::Autre, &AGE_LIMITE)?;
    let vus = enfants.into_iter().map(|Charge { rang, naissance, .. }| {
        let arrivee = arrivee(d, rang);
        Accueil { jour: arrivee.unwrap_or(naissance), adopte: arrivee.is_some() }
    });
    let vus: Vec<Accueil> = vus.collect();
    Ok(vus.into_iter().filter(|accueil| accueil.jour < d.jour).collect())
}

/// How many came together, at most: twins may be born on both sides of midnight.
pub fn ensemble_au_plus(accueils: &[Accueil]) -> u32 {
    let groupe = |un: &Accueil| accueils.iter().filter(|autre| (autre.jour - un.jour).whole_days().abs() <= 1).count();
    u32::try_from(accueils.iter().map(groupe).max().unwrap_or(0)).unwrap_or(u32::MAX)
}
