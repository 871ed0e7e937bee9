//! Notions of law that several aids share. Each has its rule here and its scale beside it.

pub mod agents;
pub mod aides_vacances;
pub mod bareme_du_ministere;
pub mod enfants;
pub mod finances;
pub mod foyer_fiscal;
pub mod monoparentale;
pub mod quotient;
pub mod ressources_aah;
pub mod revenu_net;
pub mod smic;
pub mod vacances_scolaires;
