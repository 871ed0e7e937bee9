//! How amounts, rates and days are written in a file of local scales.

use crate::grandeurs::*;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, Unexpected, Visitor},
};
use std::fmt;
use time::Month;

/// A day: « 2025-06-01 ».
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Jour(pub Date);

/// A day of any year: « 06-01 ».
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct JourAnnee {
    pub mois: u8,
    pub jour: u8,
}
impl JourAnnee {
    /// « 1er juin » in a year; 28 February when the year has no 29th.
    pub fn en(self, annee: i32) -> Date {
        let mois = Month::try_from(self.mois).unwrap_or(Month::January);
        Date::from_calendar_date(annee, mois, self.jour.min(mois.length(annee))).unwrap_or(Date::MIN)
    }
    fn lis(texte: &str) -> Option<Self> {
        let (mois, jour) = texte.split_once('-')?;
        let (mois, jour) = (mois.parse().ok()?, jour.parse().ok()?);
        // 2024 has a 29 February.
        Date::from_calendar_date(2024, Month::try_from(mois).ok()?, jour).ok().map(|_| JourAnnee { mois, jour })
    }
}

fn avec_virgule(valeur: Decimal) -> String {
    valeur.normalize().to_string().replace('.', ",")
}

/// A value written as text; a whole number is read too, as text would be.
macro_rules! ecrit {
    ($T:ty, $attendu:literal, $lis:expr, $ecris:expr) => {
        impl<'de> Deserialize<'de> for $T {
            fn deserialize<D: Deserializer<'de>>(lecteur: D) -> Result<Self, D::Error> {
                struct Attendu;
                impl Visitor<'_> for Attendu {
                    type Value = $T;
                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str($attendu)
                    }
                    fn visit_str<E: Error>(self, texte: &str) -> Result<$T, E> {
                        let lis: fn(&str) -> Option<$T> = $lis;
                        lis(texte.trim()).ok_or_else(|| E::invalid_value(Unexpected::Str(texte), &self))
                    }
                    fn visit_u64<E: Error>(self, nombre: u64) -> Result<$T, E> {
                        self.visit_str(&nombre.to_string())
                    }
                    fn visit_i64<E: Error>(self, nombre: i64) -> Result<$T, E> {
                        self.visit_str(&nombre.to_string())
                    }
                }
                lecteur.deserialize_any(Attendu)
            }
        }
        impl Serialize for $T {
            fn serialize<S: Serializer>(&self, ecrivain: S) -> Result<S::Ok, S::Error> {
                let ecris: fn(&$T) -> String = $ecris;
                ecrivain.serialize_str(&ecris(self))
            }
        }
    };
}
ecrit!(Euros<Fois>, "un montant en euros, par exemple « 450 € »", |t| decimal_lu(t).map(Euros::de), |m| format!(
    "{} €",
    avec_virgule(m.decimal())
));
ecrit!(
    Taux,
    "un pourcentage de 0 à 100, par exemple « 75 % »",
    |t| decimal_lu(t.strip_suffix('%')?).filter(|p| *p <= Decimal::ONE_HUNDRED).map(|p| Taux::de(p / Decimal::ONE_HUNDRED)),
    |t| format!("{} %", avec_virgule(t.decimal().saturating_mul(Decimal::ONE_HUNDRED)))
);
ecrit!(Coef, "un nombre, par exemple « 700 »", |t| decimal_lu(t).map(Coef::de), |c| avec_virgule(c.decimal()));
ecrit!(Jour, "une date qui existe, par exemple « 2025-06-01 »", |t| jour_lu(t).map(Jour), |j| {
    format!("{:04}-{:02}-{:02}", j.0.year(), j.0.month() as u8, j.0.day())
});
ecrit!(JourAnnee, "un jour de l’année, mois puis jour, par exemple « 06-01 » pour le 1er juin", JourAnnee::lis, |j| {
    format!("{:02}-{:02}", j.mois, j.jour)
});
