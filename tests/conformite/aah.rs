//! The theme of the AAH: the AAH and the MVA of each adult.

use crate::{
    Compte, Comptes,
    lecture::{Lectures, Oracle},
    menage::Menage,
    proche,
};
use juste_droit::{
    aides,
    grandeurs::Decimal,
    moteur::{Beneficiaire, Droit, Montant, Raison},
};

/// What the reference calls an aid, and what we do.
const AIDES: [(&str, &str); 2] = [("aah", "aah"), ("caah", "mva")];

pub fn compare(menage: &Menage, lectures: &Lectures, comptes: &mut Comptes) {
    let aucune = Lectures::new();
    let reference = Oracle { menage, lectures: &aucune, asi_supposee: None };
    let loi = Oracle { menage, lectures, asi_supposee: None };
    let mois = menage.mois();
    // The ASI is an answer; the reference supposes that it is received, and the AAH of a month follows that of the month before.
    let nombre = menage.adultes().len();
    let asi: Vec<Decimal> = (0..nombre).map(|i| reference.asi(i, mois.plus(-1))).collect();
    let droits = aides::simule(&menage.situation(&asi), mois);
    for adulte in 0..nombre {
        let (aah_reference, aah_loi) = (reference.aah(adulte), loi.aah(adulte));
        for (cle, id) in AIDES {
            let attendu = menage.attendu(cle, adulte);
            let (selon_reference, selon_loi) = match cle {
                "aah" => (aah_reference, aah_loi),
                _ => (reference.mva(adulte, aah_reference), loi.mva(adulte, aah_loi)),
            };
            let obtenu = montant(&droits, id, adulte);
            let compte: &mut Compte = comptes.entry(cle.to_owned()).or_default();
            let nous = obtenu.is_some_and(|obtenu| proche(obtenu, selon_loi));
            let asi_devinee = !proche(attendu, selon_reference);
            let eux = !asi_devinee || (cle == "aah" && asi_possible(&reference, adulte, attendu, lectures));
            if nous && eux {
                compte.egaux += 1;
                if !proche(selon_loi, attendu) {
                    if asi_devinee {
                        *compte.par_ecart.entry("asi_du_couple".to_owned()).or_default() += 1;
                    }
                    compte.corriges += 1;
                    for ecart in responsables(menage, lectures, cle, adulte) {
                        *compte.par_ecart.entry(ecart).or_default() += 1;
                    }
                }
            } else {
                let ecart = obtenu.map_or(Decimal::MAX, |o| (o - attendu).abs());
                compte.differents.push(format!(
                    "{ecart:>10.2} {} adult {}: reference {attendu}, its reading {selon_reference:.2}; ours {obtenu:?}, the law's reading {selon_loi:.2}",
                    menage.id(),
                    adulte + 1
                ));
            }
        }
    }
}

/// Écart « asi_du_couple » : the reference's amount lies between the one without ASI and the one with the largest ASI that the
/// couple's ceiling allows.
fn asi_possible(reference: &Oracle, adulte: usize, attendu: Decimal, lectures: &Lectures) -> bool {
    let menage = reference.menage;
    if !lectures.contains("asi_du_couple") || !reference.asi_devinee(adulte) {
        return false;
    }
    let aah = |asi| Oracle { menage, lectures: reference.lectures, asi_supposee: Some(asi) }.aah(adulte);
    (aah(reference.plafond_asi(menage.mois().plus(-1)))..=aah(Decimal::ZERO)).contains(&attendu)
}

/// The readings without which the law's amount would be another.
fn responsables(menage: &Menage, lectures: &Lectures, cle: &str, adulte: usize) -> Vec<String> {
    let calcule = |lectures: &Lectures| {
        let oracle = Oracle { menage, lectures, asi_supposee: None };
        let aah = oracle.aah(adulte);
        if cle == "aah" { aah } else { oracle.mva(adulte, aah) }
    };
    let loi = calcule(lectures);
    let change = |sans: &str| {
        let autres: Lectures = lectures.iter().copied().filter(|l| *l != sans).collect();
        calcule(&autres) != loi
    };
    lectures.iter().filter(|lecture| change(lecture)).map(|lecture| (*lecture).to_owned()).collect()
}

/// The month's amount of an adult; none when our result is neither an amount nor a refusal.
fn montant(droits: &[Droit], id: &str, adulte: usize) -> Option<Decimal> {
    let droit = droits.iter().find(|d| d.aide.id == id && d.beneficiaire == Beneficiaire::Adulte(adulte))?;
    match &droit.issue {
        Ok(Montant::ParMois(montant)) => Some(montant.decimal()),
        Err(Raison::Refus(_)) => Some(Decimal::ZERO),
        _ => None,
    }
}
