//! The theme of the RSA and of the prime d'activité.

use crate::{
    Compte, Comptes,
    lecture::Lectures,
    menage::{Menage, nombre},
    oracle_minima::OracleMinima,
    proche,
};
use juste_droit::{
    aides,
    grandeurs::Decimal,
    moteur::{Arret, Droit, Montant},
};

/// What the reference calls an amount, and our aid.
const AIDES: [(&str, &str); 1] = [("rsa", "rsa")];

pub fn compare(menage: &Menage, lectures: &Lectures, comptes: &mut Comptes) {
    let droits = aides::simule(&menage.situation(&vec![Decimal::ZERO; menage.adultes().len()]), menage.mois());
    for (cle, id) in AIDES {
        let attendu = nombre(&menage.0["attendu"][cle]);
        let obtenu = montant(&droits, id);
        let selon = |lectures: &Lectures| OracleMinima { menage, lectures }.montant(cle);
        let (selon_reference, selon_loi) = (selon(&Lectures::new()), selon(lectures));
        let compte: &mut Compte = comptes.entry(cle.to_owned()).or_default();
        if obtenu.is_some_and(|obtenu| proche(obtenu, selon_loi)) && proche(attendu, selon_reference) {
            compte.egaux += 1;
            if !proche(selon_loi, attendu) {
                compte.corriges += 1;
                for lecture in lectures {
                    let sans: Lectures = lectures.iter().copied().filter(|l| l != lecture).collect();
                    if selon(&sans) != selon_loi {
                        *compte.par_ecart.entry((*lecture).to_owned()).or_default() += 1;
                    }
                }
            }
        } else {
            let ecart = obtenu.map_or(Decimal::MAX, |o| (o - attendu).abs());
            compte.differents.push(format!(
                "{ecart:>10.2} {}: reference {attendu}, its reading {selon_reference:.2}; ours {obtenu:?}, the law's reading {selon_loi:.2}",
                menage.id()
            ));
        }
    }
}

/// The month's amount of the household; none when our result is neither an amount nor a refusal.
fn montant(droits: &[Droit], id: &str) -> Option<Decimal> {
    match &droits.iter().find(|d| d.aide.id == id)?.issue {
        Ok(Montant::ParMois(montant)) => Some(montant.decimal()),
        Err(Arret::Refus(_)) => Some(Decimal::ZERO),
        _ => None,
    }
}
