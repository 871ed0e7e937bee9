//! Amounts of money that know their period, so that a yearly ceiling and a monthly income do not compare.

use rust_decimal::{Decimal, RoundingStrategy};
use std::{
    fmt,
    marker::PhantomData,
    ops::{Add, Div, Mul, Sub},
};

use super::{
    Taux, ecris_euros,
    exact::{Exact, arrondi, divise, fois, maximum, minimum, moins, plus},
    taux::Coef,
};

/// A month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mois;
/// A year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct An;
/// No period: a price, a one-off sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fois;

/// The period of an amount, as a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnitePeriode {
    Mois,
    An,
    Fois,
}

impl UnitePeriode {
    /// What follows an amount on screen: « par mois », « par an », nothing.
    pub fn par(self) -> &'static str {
        match self {
            Self::Mois => " par mois",
            Self::An => " par an",
            Self::Fois => "",
        }
    }
}

/// A period known at compile time.
pub trait Periode: Copy + 'static {
    const UNITE: UnitePeriode;
}
impl Periode for Mois {
    const UNITE: UnitePeriode = UnitePeriode::Mois;
}
impl Periode for An {
    const UNITE: UnitePeriode = UnitePeriode::An;
}
impl Periode for Fois {
    const UNITE: UnitePeriode = UnitePeriode::Fois;
}

/// Euros of a period. Operations saturate: no household, however absurd, makes the engine panic.
#[derive(Debug)]
pub struct Euros<P>(Exact, PhantomData<P>);

impl<P> Clone for Euros<P> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<P> Copy for Euros<P> {}
impl<P> PartialEq for Euros<P> {
    fn eq(&self, autre: &Self) -> bool {
        self.0 == autre.0
    }
}
impl<P> Eq for Euros<P> {}
impl<P> PartialOrd for Euros<P> {
    fn partial_cmp(&self, autre: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(autre))
    }
}
impl<P> Ord for Euros<P> {
    fn cmp(&self, autre: &Self) -> std::cmp::Ordering {
        self.0.cmp(&autre.0)
    }
}

impl<P> Euros<P> {
    pub const ZERO: Self = Euros::c(0, 0);

    /// `mantisse` × 10^-`decimales`: what `build.rs` writes for « 1 041,59 ».
    pub const fn c(mantisse: u64, decimales: u32) -> Self {
        Euros(Exact::c(mantisse, decimales), PhantomData)
    }
    pub const fn de(valeur: Decimal) -> Self {
        Euros(Exact::de(valeur), PhantomData)
    }
    pub const fn decimal(self) -> Decimal {
        self.0.decimal()
    }
    /// The smaller of the two.
    pub fn au_plus(self, autre: Self) -> Self {
        Euros(minimum(self.0, autre.0), PhantomData)
    }
    /// The larger of the two.
    pub fn au_moins(self, autre: Self) -> Self {
        Euros(maximum(self.0, autre.0), PhantomData)
    }
    /// To the nearest cent, a tie away from zero.
    pub fn arrondi_au_centime(self) -> Self {
        Euros(arrondi(self.0, 2, RoundingStrategy::MidpointAwayFromZero), PhantomData)
    }
    /// To the nearest euro, a tie away from zero: how ceilings are published.
    pub fn arrondi_a_l_euro(self) -> Self {
        Euros(arrondi(self.0, 0, RoundingStrategy::MidpointAwayFromZero), PhantomData)
    }
    /// To the nearest euro, a tie towards zero: what is left when a deduction is rounded up.
    pub fn arrondi_a_l_euro_inferieur_si_demi(self) -> Self {
        Euros(arrondi(self.0, 0, RoundingStrategy::MidpointTowardZero), PhantomData)
    }
    pub fn est_nul(self) -> bool {
        self.0.est_nul()
    }
}

impl Euros<An> {
    /// A twelfth.
    pub fn par_mois(self) -> Euros<Mois> {
        Euros(divise(self.0, Exact::c(12, 0)), PhantomData)
    }
}
impl Euros<Mois> {
    /// Twelve times.
    pub fn par_an(self) -> Euros<An> {
        Euros(fois(self.0, Exact::c(12, 0)), PhantomData)
    }
}

impl<P> Add for Euros<P> {
    type Output = Self;
    fn add(self, autre: Self) -> Self {
        Euros(plus(self.0, autre.0), PhantomData)
    }
}
impl<P> Sub for Euros<P> {
    type Output = Self;
    fn sub(self, autre: Self) -> Self {
        Euros(moins(self.0, autre.0), PhantomData)
    }
}
impl<P> Mul<Taux> for Euros<P> {
    type Output = Self;
    fn mul(self, taux: Taux) -> Self {
        Euros(fois(self.0, taux.0), PhantomData)
    }
}
impl<P> Mul<Coef> for Euros<P> {
    type Output = Self;
    fn mul(self, coef: Coef) -> Self {
        Euros(fois(self.0, coef.0), PhantomData)
    }
}
impl<P> Mul<u32> for Euros<P> {
    type Output = Self;
    fn mul(self, n: u32) -> Self {
        Euros(fois(self.0, Exact::c(u64::from(n), 0)), PhantomData)
    }
}
impl<P> Div<Coef> for Euros<P> {
    type Output = Self;
    /// Zero parts leave the amount whole: a division that cannot be done never panics.
    fn div(self, coef: Coef) -> Self {
        Euros(divise(self.0, coef.0), PhantomData)
    }
}
impl<P> std::iter::Sum for Euros<P> {
    fn sum<I: Iterator<Item = Self>>(montants: I) -> Self {
        montants.fold(Euros::ZERO, |somme, montant| somme + montant)
    }
}

/// An amount whose period is only known when it runs: what screens and totals handle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Somme {
    pub euros: Decimal,
    pub unite: UnitePeriode,
}

impl<P: Periode> From<Euros<P>> for Somme {
    fn from(montant: Euros<P>) -> Self {
        Somme { euros: montant.0.decimal(), unite: P::UNITE }
    }
}

impl fmt::Display for Somme {
    /// « 1 016,05 € par mois », with the spaces of French typography.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", ecris_euros(self.euros), self.unite.par())
    }
}
impl<P: Periode> fmt::Display for Euros<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Somme::from(*self).fmt(f)
    }
}
