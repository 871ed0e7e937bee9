//! Rates, coefficients and durations.

use super::{
    ecris_decimal,
    exact::{Exact, arrondi, fois, moins, plus},
};
use rust_decimal::{Decimal, RoundingStrategy};
use std::fmt;

/// A rate: « 80 % » is 0.80.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Taux(pub(super) Exact);

impl Taux {
    pub const fn c(mantisse: u64, decimales: u32) -> Self {
        Taux(Exact::c(mantisse, decimales))
    }
    pub const fn de(valeur: Decimal) -> Self {
        Taux(Exact::de(valeur))
    }
    pub const fn decimal(self) -> Decimal {
        self.0.decimal()
    }
    pub fn plus(self, autre: Taux) -> Taux {
        Taux(plus(self.0, autre.0))
    }
    pub fn moins(self, autre: Taux) -> Taux {
        Taux(moins(self.0, autre.0))
    }
    pub fn fois(self, n: u32) -> Taux {
        Taux(fois(self.0, Exact::c(u64::from(n), 0)))
    }
    /// To so many decimals, a tie away from zero.
    pub fn arrondi(self, decimales: u32) -> Taux {
        Taux(arrondi(self.0, decimales, RoundingStrategy::MidpointAwayFromZero))
    }
    /// What is left: 80 % gives 20 %.
    pub fn complement(self) -> Taux {
        Taux(moins(Exact::c(1, 0), self.0))
    }
}
impl fmt::Display for Taux {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\u{a0}%", ecris_decimal(fois(self.0, Exact::c(100, 0)).decimal()))
    }
}

/// A number without unit: parts of a household, a multiple.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Coef(pub(super) Exact);

impl Coef {
    pub const fn c(mantisse: u64, decimales: u32) -> Self {
        Coef(Exact::c(mantisse, decimales))
    }
    pub const fn de(valeur: Decimal) -> Self {
        Coef(Exact::de(valeur))
    }
    pub const fn decimal(self) -> Decimal {
        self.0.decimal()
    }
}
impl Coef {
    /// Its whole part: a number of children, of hours. Zero when it does not fit.
    pub fn entier(self) -> u32 {
        u32::try_from(self.0.decimal().trunc().mantissa()).unwrap_or(0)
    }
    /// Its whole part as a number of months to add.
    pub fn mois(self) -> i32 {
        i32::try_from(self.0.decimal().trunc().mantissa()).unwrap_or(0)
    }
}
impl std::ops::Add for Coef {
    type Output = Coef;
    fn add(self, autre: Coef) -> Coef {
        Coef(plus(self.0, autre.0))
    }
}
impl std::ops::Sub for Coef {
    type Output = Coef;
    fn sub(self, autre: Coef) -> Coef {
        Coef(moins(self.0, autre.0))
    }
}
impl std::ops::Mul<u32> for Coef {
    type Output = Coef;
    fn mul(self, n: u32) -> Coef {
        Coef(fois(self.0, Exact::c(u64::from(n), 0)))
    }
}
impl fmt::Display for Coef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&ecris_decimal(self.0.decimal()))
    }
}

/// Completed years of age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Annees(pub u32);
impl fmt::Display for Annees {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\u{a0}{}", self.0, if self.0 < 2 { "an" } else { "ans" })
    }
}

/// A number of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Jours(pub u32);
impl fmt::Display for Jours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\u{a0}{}", self.0, if self.0 < 2 { "jour" } else { "jours" })
    }
}
