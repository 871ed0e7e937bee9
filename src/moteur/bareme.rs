//! A parameter of the law and every value it has had. `build.rs` makes them from `*.bareme.toml`.

use super::Confiance;
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

/// A parameter. Lines are in date order (`build.rs` checks). What it comes from is in `annexe`, for the page of sources.
#[derive(Debug)]
pub struct Bareme<T: 'static> {
    pub libelle: &'static str,
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
