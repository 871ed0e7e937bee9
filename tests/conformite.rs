//! Our amounts against an independent model's, household by household, to the cent.
//!
//! Reads every `*.json` of `tests/conformite/cas`, or of the folder in `CONFORMITE_DIR`; one module for each theme. Where the
//! reference reads the law otherwise than we do, `ecarts.toml` says on which point and by which article; the theme's oracle
//! then checks that this point, and nothing else, makes the whole difference.

#[path = "conformite/aah.rs"]
mod aah;
#[path = "conformite/aeeh.rs"]
mod aeeh;
#[path = "conformite/famille.rs"]
mod famille;
#[path = "conformite/lecture.rs"]
mod lecture;
#[path = "conformite/logement.rs"]
mod logement;
#[path = "conformite/menage.rs"]
mod menage;
#[path = "conformite/minima.rs"]
mod minima;
#[path = "conformite/oracle_famille.rs"]
mod oracle_famille;
#[path = "conformite/oracle_minima.rs"]
mod oracle_minima;

use juste_droit::grandeurs::Decimal;
use lecture::Lectures;
use menage::Menage;
use std::{collections::BTreeMap, fs, path::PathBuf};

/// Compares a household of a theme.
type Theme = fn(&Menage, &Lectures, &mut Comptes);
const THEMES: [(&str, Theme); 5] = [
    ("aah", aah::compare),
    ("aeeh", aeeh::compare),
    ("famille", famille::compare),
    ("logement", logement::compare),
    ("minima", minima::compare),
];

/// By aid, as the reference names it.
type Comptes = BTreeMap<String, Compte>;

fn au_centime() -> Decimal {
    Decimal::new(1, 2)
}
fn proche(a: Decimal, b: Decimal) -> bool {
    (a - b).abs() <= au_centime()
}

#[derive(Default)]
struct Compte {
    egaux: usize,
    corriges: usize,
    differents: Vec<String>,
    par_ecart: BTreeMap<String, usize>,
}

/// Counts an écart that is an answer which the file does not give.
fn suppose(comptes: &mut Comptes, aide: &str, ecart: &str) {
    *comptes.entry(aide.to_owned()).or_default().par_ecart.entry(ecart.to_owned()).or_default() += 1;
}

/// An amount of a household: the reference's, ours, and how near they must be.
struct Montants<'a> {
    aide: &'a str,
    attendu: Decimal,
    obtenu: Option<Decimal>,
    tolerance: Decimal,
}
impl Montants<'_> {
    /// Holds ours against the law's reading of the theme's oracle, and the reference's against its own: then only the readings
    /// that the oracle switches make the difference.
    fn juge(&self, menage: &Menage, lectures: &Lectures, selon: impl Fn(&Lectures) -> Decimal, comptes: &mut Comptes) {
        let Montants { aide, attendu, obtenu, tolerance } = *self;
        let proche = |a: Decimal, b: Decimal| (a - b).abs() <= tolerance;
        let (selon_reference, selon_loi) = (selon(&Lectures::new()), selon(lectures));
        let compte = comptes.entry(aide.to_owned()).or_default();
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
    let mut comptes = Comptes::new();
    let mut fichiers: Vec<_> = fs::read_dir(&dossier).expect("dossier de cas").map(|f| f.expect("fichier").path()).collect();
    fichiers.sort();
    for fichier in fichiers.iter().filter(|f| f.extension().is_some_and(|e| e == "json")) {
        let texte = fs::read_to_string(fichier).expect("cas lisibles");
        let json: serde_json::Value = serde_json::from_str(&texte).expect("du JSON");
        let menages = json["menages"].as_array().expect("menages");
        let Some((_, compare)) = THEMES.iter().find(|(theme, _)| json["theme"] == *theme) else {
            println!("{}: {} households, of aids that this release does not hold", fichier.display(), menages.len());
            continue;
        };
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
