//! Calendar months and ages.

use super::Annees;
use std::fmt;
use time::{Date, Month};

/// A date known when the program is built. `build.rs` has checked it; a wrong one would not compile.
#[allow(clippy::panic)]
pub const fn jour(annee: i32, mois: u8, jour: u8) -> Date {
    let mois = match Month::January.nth_next(mois - 1) {
        mois if 1 <= jour => mois,
        _ => panic!("a day starts at 1"),
    };
    match Date::from_calendar_date(annee, mois, jour) {
        Ok(date) => date,
        Err(_) => panic!("not a date"),
    }
}

/// Completed years at a day; 0 before birth.
pub fn age_au(naissance: Date, jour: Date) -> Annees {
    let pas_encore = (jour.month() as u8, jour.day()) < (naissance.month() as u8, naissance.day());
    Annees(u32::try_from(jour.year() - naissance.year() - i32::from(pas_encore)).unwrap_or(0))
}

/// The day a person reaches an age; 1 March for who was born on 29 February, in a year without one.
pub fn anniversaire(naissance: Date, age: Annees) -> Date {
    let annee = naissance.year().saturating_add(i32::try_from(age.0).unwrap_or(i32::MAX));
    naissance.replace_year(annee).or_else(|_| Date::from_calendar_date(annee, Month::March, 1)).unwrap_or(Date::MAX)
}

const NOMS: [&str; 12] =
    ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

fn nom(mois: u8) -> &'static str {
    NOMS.get(usize::from(mois).saturating_sub(1)).copied().unwrap_or("")
}

/// « 1er novembre 2026 ».
pub fn ecris_jour(date: Date) -> String {
    let rang = if date.day() == 1 { "er" } else { "" };
    format!("{}{rang}\u{a0}{}\u{a0}{}", date.day(), nom(date.month() as u8), date.year())
}

/// A month of the calendar, the unit in which rights are opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MoisCivil {
    pub annee: i32,
    /// 1 to 12.
    pub mois: u8,
}

impl MoisCivil {
    /// Any month number is brought into 1 to 12.
    pub const fn le(annee: i32, mois: u8) -> Self {
        MoisCivil {
            annee,
            mois: if mois < 1 {
                1
            } else if 12 < mois {
                12
            } else {
                mois
            },
        }
    }
    pub fn de(date: Date) -> Self {
        MoisCivil { annee: date.year(), mois: date.month() as u8 }
    }
    /// Months later, or earlier when negative.
    pub fn plus(self, mois: i32) -> Self {
        let total = self.annee.saturating_mul(12).saturating_add(i32::from(self.mois) - 1).saturating_add(mois);
        MoisCivil { annee: total.div_euclid(12), mois: (total.rem_euclid(12) + 1) as u8 }
    }
    /// How many months later another one comes; negative when it comes before.
    pub fn jusqu_a(self, autre: MoisCivil) -> i32 {
        let rang = |m: MoisCivil| m.annee.saturating_mul(12).saturating_add(i32::from(m.mois));
        rang(autre).saturating_sub(rang(self))
    }
    pub fn premier_jour(self) -> Date {
        Month::try_from(self.mois).ok().and_then(|mois| Date::from_calendar_date(self.annee, mois, 1).ok()).unwrap_or(Date::MIN)
    }
    pub fn dernier_jour(self) -> Date {
        self.plus(1).premier_jour().previous_day().unwrap_or(Date::MAX)
    }
    /// The three months before this one, oldest first.
    pub fn trimestre_precedent(self) -> [MoisCivil; 3] {
        [self.plus(-3), self.plus(-2), self.plus(-1)]
    }
}
impl fmt::Display for MoisCivil {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\u{a0}{}", nom(self.mois), self.annee)
    }
}
