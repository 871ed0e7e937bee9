//! Where the household lives, as far as family benefits are concerned.

use crate::{
    moteur::{Arret, Dossier},
    situation::Foyer,
};

/// Guadeloupe, Martinique, Guyane and La Réunion have some rules of their own (CSS, art. L. 755-1 s.); Mayotte has others
/// (ordonnance n° 2002-149).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Territoire {
    Metropole,
    OutreMer,
    Mayotte,
}

pub fn territoire(d: &mut Dossier) -> Result<Territoire, Arret> {
    Ok(match d.foyer(Foyer::DEPARTEMENT)?.code() {
        "971" | "972" | "973" | "974" => Territoire::OutreMer,
        "976" => Territoire::Mayotte,
        _ => Territoire::Metropole,
    })
}
