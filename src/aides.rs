//! The register of aids. To add one: three files in `aides/` (`x.rs`, `x.bareme.toml`, `x.cas.toml`) and two lines here.

pub mod apom;
pub mod cesu;
pub mod cheque_famille;
pub mod cheque_sport;
pub mod mva;

use crate::{
    grandeurs::MoisCivil,
    moteur::{self, Aide, Droit},
    situation::Situation,
};

/// In the order shown to a person.
pub static AIDES: &[&Aide] = &[&cheque_famille::AIDE, &cheque_sport::AIDE, &apom::AIDE, &cesu::AIDE, &mva::AIDE];

/// Every right of a household in a month.
pub fn simule(situation: &Situation, mois: MoisCivil) -> Vec<Droit> {
    moteur::simule(AIDES, situation, mois)
}
