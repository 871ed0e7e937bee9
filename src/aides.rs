//! The register of aids. To add one: four files in `aides/` (`x.rs`, `x.bareme.toml`, `x.demarche.toml`, `x.cas.toml`) and
//! two lines here.

pub mod aah;
pub mod aeeh;
pub mod aide_logement;
pub mod aide_transport;
pub mod ajpa;
pub mod ajpp;
pub mod allocation_de_base;
pub mod allocation_deces_enfant;
pub mod allocation_rentree_scolaire;
pub mod allocation_soutien_familial;
pub mod allocations_familiales;
pub mod apom;
pub mod ave;
pub mod avf;
pub mod avs;
pub mod cesu;
pub mod cheque_famille;
pub mod cheque_sport;
pub mod cmg;
pub mod cmg_structure;
pub mod complement_aeeh;
pub mod complement_ajpp;
pub mod complement_familial;
pub mod complement_ressources;
pub mod conge_naissance;
pub mod cumuls;
pub mod mva;
pub mod pass_colo;
pub mod prepare;
pub mod prime_activite;
pub mod prime_adoption;
pub mod prime_demenagement;
pub mod prime_naissance;
pub mod quotient_familial;
pub mod rsa;

use crate::{
    annexe,
    grandeurs::MoisCivil,
    moteur::{self, Aide, BaremeLocal, Droit, Famille, Locaux},
    situation::Situation,
};

/// In the order shown to a person.
pub static AIDES: &[&Aide] = &[
    &prime_naissance::AIDE,
    &prime_adoption::AIDE,
    &allocation_de_base::AIDE,
    &conge_naissance::AIDE,
    &prepare::AIDE,
    &cmg::AIDE,
    &cmg_structure::AIDE,
    &allocations_familiales::AIDE,
    &complement_familial::AIDE,
    &allocation_soutien_familial::AIDE,
    &allocation_rentree_scolaire::AIDE,
    &aide_logement::AIDE,
    &prime_demenagement::AIDE,
    &allocation_deces_enfant::AIDE,
    &rsa::AIDE,
    &prime_activite::AIDE,
    &cheque_famille::AIDE,
    &cheque_sport::AIDE,
    &apom::AIDE,
    &cesu::AIDE,
    &aeeh::AIDE,
    &complement_aeeh::AIDE,
    &ajpp::AIDE,
    &complement_ajpp::AIDE,
    &ajpa::AIDE,
    &aah::AIDE,
    &mva::AIDE,
    &complement_ressources::AIDE,
    &avf::AIDE,
    &ave::AIDE,
    &avs::AIDE,
    &aide_transport::AIDE,
    &pass_colo::AIDE,
    &quotient_familial::AIDE,
];

/// Every right of a household in a month.
pub fn simule(situation: &Situation, mois: MoisCivil) -> Vec<Droit> {
    simule_avec(situation, mois, &[])
}

/// The same with the local scales that the person opened, which win over the published ones.
pub fn simule_avec(situation: &Situation, mois: MoisCivil, ouverts: &[BaremeLocal]) -> Vec<Droit> {
    moteur::simule(AIDES, cumuls::CUMULS, situation, mois, Locaux { ouverts, publies: annexe::baremes_locaux() })
}

/// The same without explanations: of many households, only what is concluded is read.
pub fn conclut(situation: &Situation, mois: MoisCivil, ouverts: &[BaremeLocal]) -> Vec<Droit> {
    let locaux = Locaux { ouverts, publies: annexe::baremes_locaux() };
    moteur::projette(AIDES, cumuls::CUMULS, situation, (mois, mois), locaux)
}

/// The benefits for children in a month, without explanations, in months to come by the rules of `lois`: what a calendar shows.
pub fn projette(situation: &Situation, mois: MoisCivil, lois: MoisCivil) -> Vec<Droit> {
    let prestations: Vec<&Aide> = AIDES.iter().copied().filter(|aide| aide.famille == Famille::Prestations).collect();
    moteur::projette(&prestations, cumuls::CUMULS, situation, (mois, lois), Locaux::default())
}
