//! Our amounts against an independent model's, household by household, to the cent.
//!
//! Reads every `*.json` of `tests/conformite/cas`, or of the folder in `CONFORMITE_DIR`. Where the reference reads the law
//! otherwise than we do, `ecarts.toml` says on which point and by which article; `lecture.rs` then checks that this point, and
//! nothing else, makes the whole difference.

#[path = "conformite/lecture.rs"]
mod lecture;
#[path = "conformite/menage.rs"]
mod menage;

use juste_droit::{
    aides,
    grandeurs::Decimal,
    moteur::{Arret, Beneficiaire, Droit, Montant},
};
use lecture::{Lectures, Oracle};
use menage::Menage;
use std::{collections::BTreeMap, fs, path::PathBuf};

/// What the reference calls an aid, and what we do.
const AIDES: [(&str, &str); 2] = [("aah", "aah"), ("caah", "mva")];

fn tolerance() -> Decimal {
    Decimal::new(1, 2)
}

#[derive(Default)]
struct Compte {
    egaux: usize,
    corriges: usize,
    differents: Vec<String>,
    par_ecart: BTreeMap<String, usize>,
}

#[test]
fn nos_montants_sont_ceux_de_la_reference_corrigee_par_la_loi() {
    let ecarts: toml::Table = fs::read_to_string("tests/conformite/ecarts.toml").expect("ecarts.toml").parse().expect("ecarts.toml");
    let ecarts = ecarts["ecart"].as_array().expect("[[ecart]]");
    for ecart in ecarts {
        for cle in ["lecture", "aide", "article", "lien", "raison"] {
            assert!(ecart.get(cle).is_some_and(|v| v.as_str().is_some_and(|t| !t.is_empty())), "un écart sans « {cle} » : {ecart:?}");
        }
    }
    let lectures: Lectures = ecarts.iter().filter_map(|e| e["lecture"].as_str()).collect();
    let dossier = std::env::var_os("CONFORMITE_DIR").map_or_else(|| PathBuf::from("tests/conformite/cas"), PathBuf::from);
    let mut comptes: BTreeMap<&str, Compte> = BTreeMap::new();
    let mut fichiers: Vec<_> = fs::read_dir(&dossier).expect("dossier de cas").map(|f| f.expect("fichier").path()).collect();
    fichiers.sort();
    for fichier in fichiers.iter().filter(|f| f.extension().is_some_and(|e| e == "json")) {
        let texte = fs::read_to_string(fichier).expect("cas lisibles");
        let json: serde_json::Value = serde_json::from_str(&texte).expect("du JSON");
        let menages = json["menages"].as_array().expect("menages");
        if json["theme"] != "aah" {
            println!("{}: {} households, of aids that this release does not hold", fichier.display(), menages.len());
            continue;
        }
        for menage in menages {
            compare(&Menage(menage.clone()), &lectures, &mut comptes);
        }
    }
    let mut echoue = comptes.is_empty();
    for (aide, compte) in &mut comptes {
        println!("{aide}: {} same, {} different", compte.egaux, compte.differents.len());
        println!("    of the same, {} after a correction of the reference that ecarts.toml gives:", compte.corriges);
        for (ecart, n) in &compte.par_ecart {
            println!("        {ecart}: {n}");
        }
        compte.differents.sort_by(|a, b| b.cmp(a));
        for ligne in compte.differents.iter().take(10) {
            println!("    {ligne}");
        }
        echoue |= !compte.differents.is_empty() || compte.egaux == 0;
    }
    assert!(!echoue, "des différences qu’aucun écart n’explique, ou aucun cas");
}

fn compare(menage: &Menage, lectures: &Lectures, comptes: &mut BTreeMap<&str, Compte>) {
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
            let compte = comptes.entry(cle).or_default();
            let proche = |a: Decimal, b: Decimal| (a - b).abs() <= tolerance();
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
        Err(Arret::Refus(_)) => Some(Decimal::ZERO),
        _ => None,
    }
}
