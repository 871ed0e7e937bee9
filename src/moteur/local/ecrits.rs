//! How amounts, rates and days are written in a file of local scales.

use super::{
    champs::Champ,
    forme::{Forme, ecrit_dans},
};
use crate::{grandeurs::*, json::Json};
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

/// A value written as text: what stands for none, what is expected, how it is read and written.
macro_rules! ecrit {
    ($T:ty, $vide:expr, $attendu:literal, $lis:expr, $ecris:expr) => {
        impl Champ for $T {
            const FORME: Forme = Forme::Ecrit($attendu, |texte| {
                let lis: fn(&str) -> Option<$T> = $lis;
                lis(texte).is_some()
            });
            fn lis(json: &Json) -> $T {
                let lis: fn(&str) -> Option<$T> = $lis;
                ecrit_dans(json).and_then(lis).unwrap_or($vide)
            }
            fn ecris(&self) -> Json {
                let ecris: fn(&$T) -> String = $ecris;
                Json::Texte(ecris(self))
            }
        }
    };
}
ecrit!(Euros<Fois>, Euros::ZERO, "un montant en euros, par exemple « 450 € »", |t| decimal_lu(t).map(Euros::de), |m| format!(
    "{} €",
    avec_virgule(m.decimal())
));
ecrit!(
    Taux,
    Taux::c(0, 0),
    "un pourcentage de 0 à 100, par exemple « 75 % »",
    |t| decimal_lu(t.strip_suffix('%')?).filter(|p| *p <= Decimal::ONE_HUNDRED).map(|p| Taux::de(p / Decimal::ONE_HUNDRED)),
    |t| format!("{} %", avec_virgule(t.decimal().saturating_mul(Decimal::ONE_HUNDRED)))
);
ecrit!(Coef, Coef::c(0, 0), "un nombre, par exemple « 700 »", |t| decimal_lu(t).map(Coef::de), |c| avec_virgule(c.decimal()));
ecrit!(Jour, Jour(Date::MIN), "une date qui existe, par exemple « 2025-06-01 »", |t| jour_lu(t).map(Jour), |j| {
    format!("{:04}-{:02}-{:02}", j.0.year(), j.0.month() as u8, j.0.day())
});
ecrit!(
    JourAnnee,
    JourAnnee { mois: 1, jour: 1 },
    "un jour de l’année, mois puis jour, par exemple « 06-01 » pour le 1er juin",
    JourAnnee::lis,
    |j| { format!("{:02}-{:02}", j.mois, j.jour) }
);
