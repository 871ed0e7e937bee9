//! The theme of the RSA and of the prime d'activité.

use crate::{
    Comptes, Montants, au_centime,
    lecture::Lectures,
    menage::{Menage, nombre},
    oracle_minima::OracleMinima,
    proche,
};
use juste_droit::{
    aides,
    grandeurs::{Decimal, Euros, MoisCivil},
    moteur::{Droit, Montant, Nature, Raison, Valeur, premier_rang},
    notions::bmaf::BRUT,
    situation::{Adulte, Dit, Foyer, Situation},
};

/// What the reference calls an amount, and our aid.
const AIDES: [(&str, &str); 2] = [("rsa", "rsa"), ("ppa", "prime_activite")];

pub fn compare(menage: &Menage, lectures: &Lectures, comptes: &mut Comptes) {
    let mut situation = menage.situation(&vec![Decimal::ZERO; menage.adultes().len()]);
    let mois = menage.mois();
    // The file gives the housing aid of the month; what changed since the months before is ours, which the theme of housing checks.
    let dite_du_mois = nombre(&menage.0["reperes"]["aide_logement"]);
    let calculee = |mois| aide_logement(menage, &situation, mois);
    let autre = |mois| (mois, (dite_du_mois + calculee(mois) - calculee(menage.mois())).max(Decimal::ZERO));
    let justes: Vec<(MoisCivil, Decimal)> = (-4..0).map(|rang| autre(mois.plus(rang))).collect();
    // Écart « aide_logement_a_un_euro » : the one that gives the reference's amount.
    let a_un_euro = [0, 1, -1].map(|euro| justes.iter().map(|(mois, aide)| (*mois, aide + Decimal::from(euro))).collect::<Vec<_>>());
    let donne = |aides: &&Vec<_>| {
        let prime = OracleMinima { menage, lectures: &Lectures::new(), aides_logement: aides }.montant("ppa");
        proche(prime, nombre(&menage.0["attendu"]["ppa"]))
    };
    let admis = lectures.contains("aide_logement_a_un_euro");
    let aides_logement = a_un_euro.iter().find(donne).filter(|_| admis).unwrap_or(&justes);
    if *aides_logement != justes {
        *comptes.entry("ppa".to_owned()).or_default().par_ecart.entry("aide_logement_a_un_euro".to_owned()).or_default() += 1;
    }
    let mut dite = situation.foyer.valeur(Foyer::MONTANT_AIDE_LOGEMENT).expect("un montant");
    dite.mois = aides_logement.iter().map(|(mois, aide)| (*mois, Euros::de(*aide))).collect();
    situation.foyer.pose(Foyer::MONTANT_AIDE_LOGEMENT, Dit::Oui(dite));
    let droits = aides::simule(&situation, mois);
    for (cle, id) in AIDES {
        let attendu = nombre(&menage.0["attendu"][cle]);
        let obtenu = montant(&droits, id);
        let selon = |lectures: &Lectures| OracleMinima { menage, lectures, aides_logement }.montant(cle);
        Montants { aide: cle, attendu, obtenu, tolerance: au_centime() }.juge(menage, lectures, selon, comptes);
    }
}

fn aide_logement(menage: &Menage, situation: &Situation, mois: MoisCivil) -> Decimal {
    let mut situation = situation.clone();
    for (dits, adulte) in situation.adultes.iter_mut().zip(menage.adultes()) {
        let mut salaires = dits.valeur(Adulte::SALAIRE).expect("un salaire");
        let du_mois = |mois: MoisCivil| (mois, Euros::de(Menage::annuel(adulte, "salaire_imposable", mois.annee) / Decimal::from(12)));
        salaires.mois = (2..14).map(|rang| du_mois(mois.plus(-rang))).collect();
        dits.pose(Adulte::SALAIRE, Dit::Oui(salaires));
    }
    let droits = aides::simule(&situation, mois);
    // As the reference works it out: before the minimum, écart « minimum_du_dernier_resultat », and rounded once the reduction of
    // rent is taken off, écart « reduction_apres_l_arrondi ».
    let etape = |quoi| calcul(&droits, "aide_logement", quoi).unwrap_or_default();
    let brute = (etape("Aide après minoration") - etape("Baisse de l’aide en logement social")).max(Decimal::ZERO).round_dp(2);
    (brute - (brute * Decimal::new(5, 3)).trunc_with_scale(2)).trunc()
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
