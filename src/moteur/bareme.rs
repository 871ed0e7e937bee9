//! A parameter of the law and every value it has had. `build.rs` makes them from `*.bareme.toml`.

use super::{Confiance, Valeur};
use crate::grandeurs::Date;

/// Where a value was read. Its title and its address are not needed to compute: `annexe` has them, at this rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    pub rang: u16,
    pub confiance: Confiance,
}

/// A value and since when.
#[derive(Debug)]
pub struct Ligne<T> {
    pub depuis: Date,
    pub valeur: T,
    pub source: Source,
}

/// A parameter. Lines are in date order (`build.rs` checks).
#[derive(Debug)]
pub struct Bareme<T: 'static> {
    pub libelle: &'static str,
    pub article: &'static str,
    /// Last day for which the last line is known to hold; none when nothing says that it will change.
    pub jusqu_au: Option<Date>,
    pub lignes: &'static [Ligne<T>],
}
impl<T> Bareme<T> {
    /// The line in force, none before the first or after the last known day.
    pub fn au(&self, date: Date) -> Option<&'static Ligne<T>> {
        if self.jusqu_au.is_some_and(|fin| fin < date) {
            return None;
        }
        self.lignes.iter().rev().find(|ligne| ligne.depuis <= date)
    }
}

/// A line whatever the type of its value.
#[derive(Debug)]
pub struct LigneLue {
    pub depuis: Date,
    pub valeur: Valeur,
    pub source: Source,
}

/// A parameter whatever the type of its values: what the page of sources walks.
pub trait BaremeLu: Sync {
    fn libelle(&self) -> &'static str;
    fn article(&self) -> &'static str;
    fn jusqu_au(&self) -> Option<Date>;
    fn lignes(&self) -> Vec<LigneLue>;
}
impl<T: Copy + Sync + Into<Valeur>> BaremeLu for Bareme<T> {
    fn libelle(&self) -> &'static str {
        self.libelle
    }
    fn article(&self) -> &'static str {
        self.article
    }
    fn jusqu_au(&self) -> Option<Date> {
        self.jusqu_au
    }
    fn lignes(&self) -> Vec<LigneLue> {
        self.lignes.iter().map(|ligne| LigneLue { depuis: ligne.depuis, valeur: ligne.valeur.into(), source: ligne.source }).collect()
    }
}
