//! Many households: a file of them is read, their rights are written as a table. Pure: bytes come in, bytes go out; the command
//! line and the worker of the page do the same. What is written there is said in `docs/lots.md`. In reading order:
//!
//! - [`lecture`]: the file cut into households, one at a time, whatever its size.
//! - [`colonnes`]: the names of the columns, made from the list of questions.
//! - [`rangee`]: a row of cells read as a household.
//! - [`cellule`]: an answer as a spreadsheet holds it.
//! - [`modele`]: the file to fill in, and a household written as a row.
//! - [`tableau`]: rights as rows.
//! - [`passe`]: a whole file on one thread, and what is to be said of it.

mod cellule;
mod colonnes;
mod lecture;
mod modele;
mod passe;
mod rangee;
mod tableau;

pub use lecture::{Brut, Format, Lecture};
pub use modele::{modele, vers_csv};
pub use passe::{Bilan, Passe};
pub use tableau::{Forme, STATUTS, Tableau, statut};

use crate::{
    aides,
    grandeurs::MoisCivil,
    moteur::{BaremeLocal, Droit},
    situation::{self, Situation},
};
use std::fmt;

/// What is wrong in a file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faute {
    /// From 1, the header included.
    pub ligne: u64,
    /// The name of the column, or the path in a JSON file; empty when the whole line is at fault.
    pub champ: String,
    /// What was read, and what was expected.
    pub raison: String,
}
impl Faute {
    fn de_la_ligne(ligne: u64, raison: impl Into<String>) -> Self {
        Faute { ligne, champ: String::new(), raison: raison.into() }
    }
    /// Without its line.
    fn sans_ligne(&self) -> String {
        if self.champ.is_empty() { self.raison.clone() } else { format!("{}\u{a0}: {}", self.champ, self.raison) }
    }
    /// All that is wrong on a line.
    pub fn ensemble(fautes: &[Faute]) -> String {
        fautes.iter().map(Faute::sans_ligne).collect::<Vec<_>>().join(" | ")
    }
}
impl fmt::Display for Faute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let colonne = if self.champ.is_empty() { "" } else { ", colonne " };
        write!(f, "ligne {}{colonne}{}\u{a0}: {}", self.ligne, self.champ, self.raison)
    }
}

/// Which month is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quand {
    /// This one, whatever the file says.
    Toujours(MoisCivil),
    /// That of the file, this one where it says none.
    SiRienNeLeDit(MoisCivil),
}
impl Quand {
    /// The month of a household, by what the file says of it.
    pub fn choisit(self, dit: Option<MoisCivil>) -> MoisCivil {
        match self {
            Quand::Toujours(mois) => mois,
            Quand::SiRienNeLeDit(mois) => dit.unwrap_or(mois),
        }
    }
}

/// A household of the file; or all that is wrong with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Foyer {
    pub ligne: u64,
    /// What the file calls it; empty when it does not.
    pub id: String,
    pub lu: Result<(Situation, MoisCivil), Vec<Faute>>,
}

/// Reads a whole file, of any bytes: each household or what is wrong with it, in order; what is wrong with its header.
pub fn lis(octets: &[u8], quand: Quand) -> Result<Vec<Foyer>, Vec<Faute>> {
    let coupe = |erreur: std::io::Error| vec![Faute::de_la_ligne(1, erreur.to_string())];
    let mut lecture = Lecture::ouvre(octets).map_err(coupe)??;
    let (mut format, mut foyers) = (lecture.format(), Vec::new());
    while let Some(brut) = lecture.suivant().map_err(coupe)? {
        foyers.push(format.lis(&brut, quand));
    }
    Ok(foyers)
}

/// What all the households of a run share.
#[derive(Debug)]
pub struct Calcul {
    pub quand: Quand,
    /// Local scales, which win over the published ones.
    pub baremes: Vec<BaremeLocal>,
}
impl Calcul {
    /// Reads a household, computes its rights and adds its rows; gives its rights, or what is wrong with it.
    pub fn reponds(&self, format: &mut Format, brut: &Brut, tableau: &Tableau, sortie: &mut String) -> Result<Vec<Droit>, Vec<Faute>> {
        let foyer = format.lis(brut, self.quand);
        let droits = match &foyer.lu {
            Ok((situation, mois)) => aides::conclut(situation, *mois, &self.baremes),
            Err(_) => Vec::new(),
        };
        tableau.ecris(&foyer, &droits, sortie);
        foyer.lu.map(|_| droits)
    }
}

/// A fault of a situation, at its line; `nomme` says how this file calls what is at fault.
fn a_la_ligne(ligne: u64, faute: situation::Faute, nomme: fn(&str) -> String) -> Faute {
    Faute { ligne, champ: nomme(&faute.champ), raison: faute.raison }
}
