//! The minimum wage (code du travail, art. L. 3231-2 s.).

use crate::{
    baremes::smic::{DUREE_MENSUELLE, HORAIRE},
    grandeurs::*,
    moteur::{Arret, Dossier},
};

/// The same figure without the steps of a right: to compare, not to compute.
pub fn brut(jour: Date) -> Option<Euros<Mois>> {
    let horaire = HORAIRE.au(jour)?.valeur * DUREE_MENSUELLE.au(jour)?.valeur;
    Some(Euros::de(horaire.decimal()))
}

/// Gross monthly Smic of a full-time worker on the first day of the month simulated.
pub fn mensuel_brut(d: &mut Dossier) -> Result<Euros<Mois>, Arret> {
    let jour = d.jour;
    mensuel_brut_au(d, jour)
}

/// Gross monthly Smic of a full-time worker on a day.
pub fn mensuel_brut_au(d: &mut Dossier, jour: Date) -> Result<Euros<Mois>, Arret> {
    d.detaille("Smic mensuel brut", "Smic horaire × durée légale du mois", |d| {
        let (horaire, duree) = (d.valeur_au(&HORAIRE, jour)?, d.valeur_au(&DUREE_MENSUELLE, jour)?);
        Ok(Euros::de((horaire * duree).decimal()))
    })
}
