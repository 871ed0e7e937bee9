//! The clock of the device.

use crate::grandeurs::{MoisCivil, ecris_jour};
use js_sys::Date;

pub fn mois_courant() -> MoisCivil {
    mois(&Date::new_0())
}
fn mois(date: &Date) -> MoisCivil {
    MoisCivil::le(i32::try_from(date.get_full_year()).unwrap_or_default(), u8::try_from(date.get_month() + 1).unwrap_or(1))
}
/// « 21 novembre 2026 à 9 h 05 ».
pub fn maintenant() -> String {
    let date = Date::new_0();
    let premier = mois(&date).premier_jour();
    let jour = u8::try_from(date.get_date()).ok().and_then(|jour| premier.replace_day(jour).ok()).unwrap_or(premier);
    format!("{} à {}\u{a0}h\u{a0}{:02}", ecris_jour(jour), date.get_hours(), date.get_minutes())
}
