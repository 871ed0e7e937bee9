//! School holidays of mainland France by zone. Corse and overseas have calendars of their own: the person is asked.

use crate::{
    baremes::vacances_scolaires::{VACANCES, Vacances, ZONES},
    grandeurs::*,
    moteur::{Arret, Dossier, ensemble},
    situation::{Departement, Foyer, Sejour},
};
use time::Weekday;

/// The zone of a department; none where the calendar is its own.
pub fn zone(departement: Departement) -> Option<&'static str> {
    ZONES.iter().find(|(_, departements)| departements.contains(&departement.code())).map(|(zone, _)| *zone)
}

/// Whether a whole stay is in school holidays of the household's zone; `week_ends` admits Saturdays and Sundays too.
pub fn pendant(d: &mut Dossier, sejour: usize, week_ends: bool) -> Result<bool, Arret> {
    let (departement, (debut, fin)) =
        ensemble(d.foyer(Foyer::DEPARTEMENT), ensemble(d.sejour(sejour, Sejour::DEBUT), d.sejour(sejour, Sejour::FIN)))?;
    let connu = |jour: Date| VACANCES.first().is_some_and(|v| v.debut <= jour) && VACANCES.last().is_some_and(|v| jour <= v.fin);
    match zone(departement) {
        Some(zone) if connu(debut) && connu(fin) => {
            d.pose("Zone de votre département", "calendrier du ministère de l’éducation nationale", zone);
            Ok(tout_entier(d, zone, debut, fin, week_ends))
        }
        _ => Ok(d.sejour(sejour, Sejour::PENDANT_VACANCES)?.est_oui()),
    }
}

/// Walks the stay from one period to the next.
fn tout_entier(d: &mut Dossier, zone: &'static str, debut: Date, fin: Date, week_ends: bool) -> bool {
    let mut jour = debut;
    while jour <= fin {
        let dernier = match periode(zone, jour) {
            Some(vacances) => {
                let jours = format!("du {} au {}", ecris_jour(vacances.debut), ecris_jour(vacances.fin));
                d.periode(format!("Vacances scolaires\u{a0}: {}, zone {zone}", vacances.nom), jours, vacances.source);
                vacances.fin
            }
            None if week_ends && matches!(jour.weekday(), Weekday::Saturday | Weekday::Sunday) => jour,
            None => return false,
        };
        let Some(lendemain) = dernier.next_day() else { return true };
        jour = lendemain;
    }
    true
}

fn periode(zone: &str, jour: Date) -> Option<&'static Vacances> {
    VACANCES.iter().find(|v| v.zones.contains(zone) && v.debut <= jour && jour <= v.fin)
}
