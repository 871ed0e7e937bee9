//! A parameter of the law and every value it has had. `build.rs` makes them from `*.bareme.toml`.

use super::{Confiance, Valeur};
use crate::grandeurs::*;
use std::marker::PhantomData;

/// Where a value was read. Its title and its address are not needed to compute: `annexe` has them, at this rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    pub rang: u16,
    pub confiance: Confiance,
}

/// A value and since when.
#[derive(Clone, Copy, Debug)]
pub struct Ligne<T> {
    pub depuis: Date,
    pub valeur: T,
    pub source: Source,
}

/// A kind of value that a parameter may have.
pub trait Unite: Copy + Into<Valeur> + 'static {
    /// From « 1 041,59 »: 104159 and 2.
    fn unite(mantisse: u32, decimales: u32) -> Self;
}
macro_rules! unites { ($($T:ty = $de:expr;)*) => { $(impl Unite for $T { fn unite(mantisse: u32, decimales: u32) -> Self { let de: fn(u32, u32) -> $T = $de; de(mantisse, decimales) } })* } }
unites! {
    Taux = |mantisse, decimales| Taux::c(mantisse.into(), decimales);
    Coef = |mantisse, decimales| Coef::c(mantisse.into(), decimales);
    Annees = |mantisse, _| Annees(mantisse);
    Jours = |mantisse, _| Jours(mantisse);
    bool = |mantisse, _| mantisse != 0;
}
impl<P: Periode> Unite for Euros<P> {
    fn unite(mantisse: u32, decimales: u32) -> Self {
        Euros::c(mantisse.into(), decimales)
    }
}

/// A line in eight bytes: the page carries hundreds of them.
#[derive(Clone, Copy, Debug)]
pub struct Rangee {
    /// Days since `ORIGINE`.
    depuis: u16,
    /// The rank, and the confidence in the two highest bits.
    source: u16,
    /// The whole number, and the number of decimals in the three highest bits.
    valeur: u32,
}
const ORIGINE: i32 = jour(1940, 1, 1).to_julian_day();
const BITS_DU_RANG: u32 = 14;
const BITS_DE_LA_MANTISSE: u32 = 29;

/// Days before it are as the first, days after the last as the last.
const fn jours(date: Date) -> u16 {
    let jours = date.to_julian_day() - ORIGINE;
    if jours < 0 {
        0
    } else if jours < u16::MAX as i32 {
        jours as u16
    } else {
        u16::MAX
    }
}
fn date(jours: u16) -> Date {
    Date::from_julian_day(ORIGINE.saturating_add(jours.into())).unwrap_or(Date::MAX)
}
impl Rangee {
    /// A line known when the program is built: one that does not hold in eight bytes would not compile.
    pub const fn c(depuis: Date, mantisse: u32, decimales: u32, rang: u16, confiance: Confiance) -> Self {
        assert!(rang >> BITS_DU_RANG == 0 && mantisse >> BITS_DE_LA_MANTISSE == 0 && decimales >> (u32::BITS - BITS_DE_LA_MANTISSE) == 0);
        Rangee {
            depuis: jours(depuis),
            source: rang | (confiance as u16) << BITS_DU_RANG,
            valeur: mantisse | decimales << BITS_DE_LA_MANTISSE,
        }
    }
    fn source(self) -> Source {
        const CONFIANCES: [Confiance; 4] = [Confiance::Officiel, Confiance::Relais, Confiance::Presse, Confiance::Deduit];
        let confiance = CONFIANCES.get(usize::from(self.source >> BITS_DU_RANG)).copied().unwrap_or(Confiance::Deduit);
        Source { rang: self.source & ((1 << BITS_DU_RANG) - 1), confiance }
    }
    fn ligne<T: Unite>(self) -> Ligne<T> {
        let valeur = T::unite(self.valeur & ((1 << BITS_DE_LA_MANTISSE) - 1), self.valeur >> BITS_DE_LA_MANTISSE);
        Ligne { depuis: date(self.depuis), valeur, source: self.source() }
    }
}

/// A parameter. Lines are in date order (`build.rs` checks). What it comes from is in `annexe`, for the page of sources.
#[derive(Debug)]
pub struct Bareme<T> {
    pub libelle: &'static str,
    rangees: &'static [Rangee],
    jusqu_au: u16,
    unite: PhantomData<fn() -> T>,
}
impl<T> Bareme<T> {
    /// `jusqu_au`: the last day for which the last line is known to hold; none when nothing says that it will change.
    pub const fn c(libelle: &'static str, jusqu_au: Option<Date>, rangees: &'static [Rangee]) -> Self {
        let jusqu_au = match jusqu_au {
            Some(fin) => jours(fin),
            None => u16::MAX,
        };
        Bareme { libelle, rangees, jusqu_au, unite: PhantomData }
    }
}
impl<T: Unite> Bareme<T> {
    /// In date order.
    pub fn lignes(&self) -> impl DoubleEndedIterator<Item = Ligne<T>> {
        self.rangees.iter().map(|rangee| rangee.ligne())
    }
    pub fn jusqu_au(&self) -> Option<Date> {
        (self.jusqu_au != u16::MAX).then(|| date(self.jusqu_au))
    }
    /// The line in force, none before the first or after the last known day.
    pub fn au(&self, date: Date) -> Option<Ligne<T>> {
        rangee(self.rangees, self.jusqu_au, date).map(Rangee::ligne)
    }
}
#[inline(never)]
fn rangee(rangees: &[Rangee], jusqu_au: u16, date: Date) -> Option<Rangee> {
    let jour = jours(date);
    if jusqu_au < jour { None } else { rangees.iter().rev().find(|rangee| rangee.depuis <= jour).copied() }
}
