//! The theme of the RSA and of the prime d'activité.

use crate::{
    Comptes, Montants, au_centime,
    lecture::Lectures,
    logement::de_la_reference,
    menage::{Menage, nombre},
    oracle_minima::OracleMinima,
    proche, suppose,
};
use juste_droit::{
    aides,
    grandeurs::{Decimal, Euros, MoisCivil},
    moteur::{COUVERTURE, Droit, Montant, Nature, Raison, Valeur, premier_rang},
    notions::bmaf::BRUT,
    situation::{Dit, Foyer, OuiNon},
};
use std::collections::BTreeSet;

/// What the reference calls an amount, and our aid.
const AIDES: [(&str, &str); 2] = [("rsa", "rsa"), ("ppa", "prime_activite")];

pub fn compare(menage: &Menage, lectures: &Lectures, comptes: &mut Comptes) {
    let mut situation = menage.situation(&vec![Decimal::ZERO; menage.adultes().len()]);
    let mois = menage.mois();
    // The file gives the housing aid of the month; what changed since the months before is our second reading of the reference, which
    // the theme of housing checks.
    let dite_du_mois = nombre(&menage.0["reperes"]["aide_logement"]);
    // No scale is known before the first month that can be simulated.
    let calculee = |mois: MoisCivil| de_la_reference(menage, mois.max(COUVERTURE.0));
    let autre = |mois| (mois, (dite_du_mois + calculee(mois) - calculee(menage.mois())).max(Decimal::ZERO));
    let justes: Vec<(MoisCivil, Decimal)> = (-4..0).map(|rang| autre(mois.plus(rang))).collect();
    // Écart « aide_logement_a_un_euro » : the one that gives the reference's amount.
    let a_un_euro = a_un_euro(&justes);
    let donne = |aides: &&Vec<_>| {
        let prime = OracleMinima { menage, lectures: &Lectures::new(), aides_logement: aides }.montant("ppa");
        proche(prime, nombre(&menage.0["attendu"]["ppa"]))
    };
    let admis = lectures.contains("aide_logement_a_un_euro");
    let aides_logement = a_un_euro.iter().find(donne).filter(|_| admis).unwrap_or(&justes);
    if *aides_logement != justes {
        suppose(comptes, "ppa", "aide_logement_a_un_euro");
    }
    let mut dite = situation.foyer.valeur(Foyer::MONTANT_AIDE_LOGEMENT).expect("un montant");
    dite.mois = aides_logement.iter().map(|(mois, aide)| (*mois, Euros::de(*aide))).collect();
    situation.foyer.pose(Foyer::MONTANT_AIDE_LOGEMENT, Dit::Oui(dite));
    if aides_logement.iter().any(|(_, aide)| Decimal::ZERO < *aide) {
        situation.foyer.pose(Foyer::AIDE_LOGEMENT, Dit::Oui(OuiNon::Oui));
    }
    let droits = aides::simule(&situation, mois);
    for (cle, id) in AIDES {
        let attendu = nombre(&menage.0["attendu"][cle]);
        let obtenu = montant(&droits, id);
        let selon = |lectures: &Lectures| OracleMinima { menage, lectures, aides_logement }.montant(cle);
        Montants { aide: cle, attendu, obtenu, tolerance: au_centime() }.juge(menage, lectures, selon, comptes);
    }
}

/// The same amounts, and all that differ from them by one euro at most, by as much where they are the same.
fn a_un_euro(justes: &[(MoisCivil, Decimal)]) -> Vec<Vec<(MoisCivil, Decimal)>> {
    let montants: BTreeSet<Decimal> = justes.iter().map(|(_, montant)| *montant).collect();
    let decale = |aides: &[(MoisCivil, Decimal)], montant: Decimal, euro: i32| {
        let decales = aides.iter().zip(justes).map(|((mois, aide), (_, juste))| {
            (*mois, if *juste == montant { (aide + Decimal::from(euro)).max(Decimal::ZERO) } else { *aide })
        });
        decales.collect::<Vec<_>>()
    };
    montants.into_iter().fold(vec![justes.to_vec()], |tous, montant| {
        [0, 1, -1].iter().flat_map(|euro| tous.iter().map(|aides| decale(aides, montant, *euro)).collect::<Vec<_>>()).collect()
    })
}

/// The month's amount of the household, before the CRDS of the prime; none when our result is neither an amount nor a refusal.
fn montant(droits: &[Droit], id: &str) -> Option<Decimal> {
    let droit = droits.iter().find(|d| d.aide.id == id)?;
    match &droit.issue {
        Ok(Montant::ParMois(montant)) if id == "prime_activite" => Some(calcul(droits, id, BRUT).unwrap_or(montant.decimal())),
        Ok(Montant::ParMois(montant)) => Some(montant.decimal()),
        Err(Raison::Refus(_)) => Some(Decimal::ZERO),
        _ => None,
    }
}

/// A step of a right.
fn calcul(droits: &[Droit], id: &str, quoi: &str) -> Option<Decimal> {
    let etapes = premier_rang(&droits.iter().find(|d| d.aide.id == id)?.etapes);
    etapes.into_iter().find_map(|(etape, _)| match &etape.nature {
        Nature::Calcul { valeur: Valeur::Somme(somme), .. } if etape.quoi == quoi => Some(somme.euros),
        _ => None,
    })
}
