//! Notions of law that several aids share. Each has its rule here and its scale beside it.

pub mod aeeh;
pub mod agents;
pub mod aides_vacances;
pub mod bareme_du_ministere;
pub mod bmaf;
pub mod charges;
pub mod enfants;
pub mod finances;
pub mod foyer_fiscal;
pub mod garde_enfant;
pub mod monoparentale;
pub mod petite_enfance;
pub mod plafonds_familiaux;
pub mod plafonds_loyer;
pub mod presence;
pub mod quotient;
pub mod reduction_loyer;
pub mod ressources_aah;
pub mod ressources_familiales;
pub mod ressources_logement;
pub mod revenu_net;
pub mod smic;
pub mod taille_famille;
pub mod territoire;
pub mod tranches_cmg;
pub mod vacances_scolaires;
