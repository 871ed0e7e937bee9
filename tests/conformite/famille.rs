//! The theme of the family: allocations familiales, complément familial, ASF, ARS, allocation de base, prime à la naissance.
//! Names without `_net` are before the CRDS: they are compared with the gross amount of our explanation.

use crate::{
    Comptes, Montants, au_centime,
    lecture::Lectures,
    menage::{Menage, nombre},
    oracle_famille::OracleFamille,
};
use juste_droit::{
    aides,
    grandeurs::Decimal,
    moteur::{Droit, Etape, Montant, Nature, Raison, Valeur, premier_rang},
    notions::bmaf::BRUT,
};

/// What the reference calls an amount, and our aid.
const AIDES: [(&str, &str); 6] = [
    ("af", "allocations_familiales"),
    ("cf", "complement_familial"),
    ("asf", "allocation_soutien_familial"),
    ("ars", "allocation_rentree_scolaire"),
    ("paje_base", "allocation_de_base"),
    ("paje_naissance", "prime_naissance"),
];

pub fn compare(menage: &Menage, lectures: &Lectures, comptes: &mut Comptes) {
    let droits = aides::simule(&menage.situation(&vec![Decimal::ZERO; menage.adultes().len()]), menage.mois());
    let attendus = menage.0["attendu"].as_object().expect("attendu");
    for (cle, attendu) in attendus {
        let nom = cle.replace("_net", "").replace("_annuel", "");
        let (_, id) = AIDES.iter().find(|(aide, _)| *aide == nom).unwrap_or_else(|| panic!("« {cle} » n’est pas une aide connue"));
        let attendu = nombre(attendu);
        let obtenu = montant(&droits, id, cle.contains("_net"));
        let selon = |lectures: &Lectures| OracleFamille { menage, lectures }.montant(cle);
        Montants { aide: cle, attendu, obtenu, tolerance: au_centime() }.juge(menage, lectures, selon, comptes);
    }
}

/// The month's amount of the household; none when our result is neither an amount nor a refusal.
fn montant(droits: &[Droit], id: &str, net: bool) -> Option<Decimal> {
    let droit = droits.iter().find(|d| d.aide.id == id)?;
    match &droit.issue {
        Ok(montant) => euros(montant, &droit.etapes, net),
        // Put aside by another: what it would be, as the oracle works it out.
        Err(Raison::Ecarte(ecarte)) => euros(&ecarte.montant, &droit.etapes, net),
        Err(Raison::Refus(_)) => Some(Decimal::ZERO),
        _ => None,
    }
}
fn euros(montant: &Montant, etapes: &[Etape], net: bool) -> Option<Decimal> {
    match montant {
        Montant::ParMois(montant) if net => Some(montant.decimal()),
        Montant::Unique(montant) if net => Some(montant.decimal()),
        Montant::ParMois(_) | Montant::Unique(_) => brut(etapes),
        _ => None,
    }
}

/// The gross amount that the explanation shows, added up when it shows several.
fn brut(etapes: &[Etape]) -> Option<Decimal> {
    let ici = premier_rang(etapes).into_iter().filter_map(|(etape, details)| match &etape.nature {
        Nature::Calcul { valeur: Valeur::Somme(somme), .. } if etape.quoi == BRUT => Some(somme.euros),
        _ => brut(details),
    });
    ici.reduce(|a, b| a + b)
}
