//! Where the household lives, as far as family benefits are concerned.

use crate::{
    moteur::{Arret, Dossier},
    situation::{Foyer, Lieu},
};

/// Guadeloupe, Martinique, Guyane and La Réunion have some rules of their own (CSS, art. L. 755-1 s.); Mayotte has others
/// (ordonnance n° 2002-149).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Territoire {
    Metropole,
    OutreMer,
    Mayotte,
}

/// What is said to who lives in Mayotte; `territoire.demarche.toml` says it to everybody.
pub const MAYOTTE: &str =
    "À Mayotte, cette aide a des règles et des montants à part, que nous n’avons pas\u{a0}: la Caf de Mayotte peut vous répondre.";

pub fn territoire(d: &mut Dossier) -> Result<Territoire, Arret> {
    Ok(du_departement(d.foyer(Foyer::DEPARTEMENT)?.code()))
}

/// That of a department, by its number.
pub fn du_departement(code: &str) -> Territoire {
    match code {
        "971" | "972" | "973" | "974" => Territoire::OutreMer,
        "976" => Territoire::Mayotte,
        _ => Territoire::Metropole,
    }
}

/// Stops the rule for who says to live in Mayotte, when nothing else depends on the department: who has not said it yet is
/// answered all the same.
pub fn exige_hors_mayotte(d: &mut Dossier) -> Result<(), Arret> {
    let dit = d.facultatif(Lieu::Foyer, Foyer::DEPARTEMENT).map(|departement| du_departement(departement.code()));
    if dit == Some(Territoire::Mayotte) { Err(d.hors_champ(MAYOTTE)) } else { Ok(()) }
}
