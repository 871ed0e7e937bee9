//! Local scales: what a Caf or a ministry's service sets by itself, in one typed format. The published ones are written
//! in `src/aides/vacaf/*.toml` and kept in `annexe`; anybody may open others at run time. Both go through the same types and the same checks.
//!
//! A file holds `version` and `baremes`. Amounts are written as people write them (« 450 € », « 75 % »), so that no binary
//! fraction comes in. `build.rs` includes this module too: it may name nothing but `json`, `grandeurs` and `Confiance`.

mod champs;
mod ecrits;
mod faux;
mod forme;
mod formule;
mod lecture;
mod verifie;

use super::Confiance;
use crate::grandeurs::*;
pub use ecrits::{Jour, JourAnnee};
pub use formule::{Cas, Formule, Fourchette, Palier, Tranche};
pub use lecture::{FauteBareme, baremes_du_json, ecris_bareme_local, lis_bareme_local};
use std::sync::Arc;

/// The aid that a scale is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AideLocale {
    /// Aide aux vacances familles.
    Avf,
    /// Aide aux vacances enfants.
    Ave,
    /// Aide aux vacances sociales.
    Avs,
    /// Aide au transport.
    Transport,
    ChequeFamille,
    ChequeSport,
    Apom,
}
impl AideLocale {
    /// Whether a Caf sets it, each for its own department.
    pub fn est_departementale(self) -> bool {
        matches!(self, Self::Avf | Self::Ave | Self::Avs | Self::Transport)
    }
}

/// The month of a quotient, or of a benefit received, for a stay of year N.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference {
    /// January of year N.
    Janvier,
    /// October of the year before.
    OctobrePrecedent,
    /// November of the year before.
    NovembrePrecedent,
    /// December of the year before.
    DecembrePrecedent,
    /// The month of the request.
    Demande,
}
impl Reference {
    /// The month for a stay of a year; a request is made in the month given.
    pub fn mois(self, annee: i32, demande: MoisCivil) -> MoisCivil {
        match self {
            Self::Janvier => MoisCivil::le(annee, 1),
            Self::OctobrePrecedent => MoisCivil::le(annee.saturating_sub(1), 10),
            Self::NovembrePrecedent => MoisCivil::le(annee.saturating_sub(1), 11),
            Self::DecembrePrecedent => MoisCivil::le(annee.saturating_sub(1), 12),
            Self::Demande => demande,
        }
    }
}

/// What the bands are bands of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Base {
    /// Monthly quotient of the Caf.
    #[default]
    QuotientFamilial,
    /// Yearly reference tax income divided by the tax parts.
    RfrParPart,
    /// Yearly reference tax income.
    Rfr,
    /// Index of the agent.
    Indice,
}

/// Length of a stay.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Duree {
    pub jours_min: Option<u32>,
    pub jours_max: Option<u32>,
    pub nuits_min: Option<u32>,
    pub nuits_max: Option<u32>,
}

/// Day on which an age is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum JourAge {
    /// First day of the stay.
    #[default]
    DebutSejour,
    /// 1 January of the year of the stay.
    PremierJanvier,
    /// 31 December of the year before.
    FinAnneePrecedente,
}

/// Ages in completed years, both included.
#[derive(Clone, Debug, PartialEq)]
pub struct Ages {
    pub min: Option<u32>,
    pub max: Option<u32>,
    pub au: JourAge,
}

/// A window of birth dates, both included.
#[derive(Clone, Debug, PartialEq)]
pub struct Naissance {
    pub du: Option<Jour>,
    pub au: Option<Jour>,
}

/// The stay must fall in school holidays.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vacances {
    /// Only for children of these ages; for all when absent.
    pub ages: Option<Ages>,
    /// Week-ends are admitted too.
    pub week_ends: bool,
}

/// Days of each year between which a stay must stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Periode {
    pub du: JourAnnee,
    pub au: JourAnnee,
}

/// A label that the place may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelLocal {
    Vacaf,
    Conventionne,
}

/// Where a scale was read.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceLocale {
    pub titre: String,
    /// Full address; absent for a paper document.
    pub lien: Option<String>,
}

/// A scale of one aid, by one service, for one year.
#[derive(Clone, Debug, PartialEq)]
pub struct BaremeLocal {
    pub aide: AideLocale,
    /// « Caf des Pyrénées-Orientales ».
    pub publie_par: String,
    /// Official code; none for a ministry.
    pub departement: Option<String>,
    /// None when the source does not say it.
    pub annee: Option<i32>,
    /// What the aid is called there, when it is not the national name.
    pub nom_local: Option<String>,
    pub base: Base,
    /// Month of the quotient; none when the source does not say it.
    pub mois_quotient: Option<Reference>,
    /// Month in which a benefit must have been received.
    pub mois_prestation: Option<Reference>,
    pub tranches: Vec<Tranche>,
    pub duree: Duree,
    pub ages: Option<Ages>,
    pub naissance: Option<Naissance>,
    pub vacances_scolaires: Option<Vacances>,
    pub periodes: Vec<Periode>,
    /// Any of these; none when the source asks for no label.
    pub labels: Vec<LabelLocal>,
    /// Only for a first departure, with a social worker.
    pub premier_depart: bool,
    /// What it may or may not be added to, in a sentence each.
    pub cumul: Vec<String>,
    /// Other rules and doubts, in a sentence each, said to the person.
    pub notes: Vec<String>,
    /// Shared with each step of an explanation that shows a value of it.
    pub source: Arc<SourceLocale>,
    pub confiance: Confiance,
}
impl BaremeLocal {
    /// « Caf des Alpes-Maritimes, année non dite ».
    pub fn titre(&self) -> String {
        match self.annee {
            Some(annee) => format!("{}, {annee}", self.publie_par),
            None => format!("{}, année non dite", self.publie_par),
        }
    }
}

/// The scales that a simulation knows.
#[derive(Clone, Copy, Default)]
pub struct Locaux<'a> {
    /// Opened by the person: they win.
    pub ouverts: &'a [BaremeLocal],
    /// None until they have arrived.
    pub publies: Option<&'a [BaremeLocal]>,
}
impl<'a> Locaux<'a> {
    /// The scale of an aid for a year, and whether the person opened it: the latest not after that year, a scale without
    /// year when there is no other.
    pub fn cherche(&self, aide: AideLocale, departement: Option<&str>, annee: i32) -> Option<(&'a BaremeLocal, bool)> {
        let convient =
            |b: &&BaremeLocal| b.aide == aide && b.departement.as_deref() == departement && b.annee.is_none_or(|sienne| sienne <= annee);
        let dans = |liste: &'a [BaremeLocal]| liste.iter().filter(convient).max_by_key(|b| b.annee);
        dans(self.ouverts).map(|b| (b, true)).or_else(|| dans(self.publies?).map(|b| (b, false)))
    }
}
