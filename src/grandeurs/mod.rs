//! The ground: amounts, rates, durations and dates. Exact, unit-safe, rounding named. Knows no law.

mod dates;
mod euros;
mod exact;
mod lecture;
mod ordre;
mod taux;

pub use dates::{MoisCivil, age_au, anniversaire, ecris_jour, jour};
pub use euros::{An, Euros, Fois, Mois, Periode, Somme, UnitePeriode};
pub use lecture::{decimal_lu, ecris_decimal, ecris_euros, jour_lu, mois_lu};
pub use ordre::ranges;
pub use rust_decimal::Decimal;
pub use taux::{Annees, Coef, Jours, Taux};
pub use time::Date;
