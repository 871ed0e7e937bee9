//! What a reviewer would check by eye: register and folder agree, layers look down, figures stand in scales.

use juste_droit::{
    aides::AIDES,
    baremes::TEXTE_DE_L_ANNEXE,
    grandeurs::{MoisCivil, jour_lu},
    moteur::{Aide, COUVERTURE},
};
use std::{collections::BTreeSet, fs, path::PathBuf};

/// From the ground up; a layer names itself and those before it. `baremes` is written by the build from the scales.
const COUCHES: [&str; 12] =
    ["second", "json", "grandeurs", "situation", "moteur", "baremes", "annexe", "notions", "aides", "vue", "lot", "ui"];
const LIGNES_MAX: usize = 320;

fn fichiers(dossier: &str) -> Vec<PathBuf> {
    let mut trouves = Vec::new();
    let mut reste = vec![PathBuf::from(dossier)];
    while let Some(chemin) = reste.pop() {
        let nom = chemin.file_name().and_then(|n| n.to_str()).unwrap_or_default();
        if ["target", "dist", "node_modules", ".git"].contains(&nom) {
            continue;
        }
        match fs::read_dir(&chemin) {
            Ok(contenu) => reste.extend(contenu.map(|f| f.expect("un fichier").path())),
            Err(_) => trouves.push(chemin),
        }
    }
    trouves.sort();
    trouves
}
fn rust(dossier: &str) -> Vec<(PathBuf, String)> {
    let sources = fichiers(dossier).into_iter().filter(|f| f.extension().is_some_and(|e| e == "rs"));
    sources.map(|f| (f.clone(), fs::read_to_string(&f).expect("du texte"))).collect()
}
fn refuse(fautes: Vec<String>) {
    assert!(fautes.is_empty(), "\n{}", fautes.join("\n"));
}

#[test]
fn le_registre_est_le_dossier_des_aides() {
    let mut noms = BTreeSet::new();
    for chemin in fs::read_dir("src/aides").expect("src/aides").map(|f| f.expect("un fichier").path()).filter(|f| f.is_file()) {
        let nom = chemin.file_name().and_then(|n| n.to_str()).expect("un nom").to_owned();
        noms.insert(nom);
    }
    let mut attendus: BTreeSet<String> =
        AIDES.iter().flat_map(|aide| ["rs", "bareme.toml", "demarche.toml", "cas.toml"].map(|fin| format!("{}.{fin}", aide.id))).collect();
    attendus.extend(["cumuls.rs", "cumuls.cas.toml"].map(str::to_owned));
    refuse(noms.symmetric_difference(&attendus).map(|nom| format!("src/aides/{nom} : ni l’un sans l’autre")).collect());
}

#[test]
fn une_aide_ne_lit_que_des_aides_du_registre() {
    let inscrite = |aide: &&Aide| AIDES.contains(aide);
    refuse(AIDES.iter().filter(|a| !a.depend.iter().all(&inscrite)).map(|a| format!("{} lit une aide hors du registre", a.id)).collect());
    let ids: BTreeSet<_> = AIDES.iter().map(|a| a.id).collect();
    assert_eq!(ids.len(), AIDES.len(), "deux aides ont le même nom");
}

/// The modules of the crate that a source names: `crate::x` and `crate::{x, y::z}`.
fn modules_nommes(source: &str) -> BTreeSet<String> {
    let mut noms = BTreeSet::new();
    for morceau in source.split("crate::").skip(1) {
        let Some(groupe) = morceau.strip_prefix('{') else {
            noms.insert(morceau.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
            continue;
        };
        let (mut profondeur, mut nom) = (0, String::new());
        for c in groupe.chars() {
            match c {
                '{' => profondeur += 1,
                '}' if profondeur == 0 => break,
                '}' => profondeur -= 1,
                ',' if profondeur == 0 => noms.extend(std::mem::take(&mut nom).split("::").next().map(|n| n.trim().to_owned())),
                c if profondeur == 0 => nom.push(c),
                _ => {}
            }
        }
        noms.extend(nom.split("::").next().map(|n| n.trim().to_owned()));
    }
    noms
}

#[test]
fn les_couches_ne_regardent_que_vers_le_bas() {
    let rang = |nom: &str| COUCHES.iter().position(|couche| *couche == nom);
    let mut fautes = Vec::new();
    for (chemin, source) in rust("src") {
        let Some(couche) = chemin.iter().nth(1).and_then(|n| n.to_str()).map(|n| n.trim_end_matches(".rs")) else { continue };
        let Some(ici) = rang(couche) else { continue };
        let plus_haut = modules_nommes(&source).into_iter().filter(|nom| rang(nom).is_some_and(|la| ici < la));
        fautes.extend(plus_haut.map(|nom| format!("{} nomme {nom}, qui est au-dessus", chemin.display())));
    }
    refuse(fautes);
}

#[test]
fn les_fichiers_restent_courts() {
    let sources = ["src", "tests", "benches", "build", "build.rs"].into_iter().flat_map(rust);
    refuse(
        sources
            .map(|(f, s)| (f, s.lines().count()))
            .filter(|(_, n)| LIGNES_MAX < *n)
            .map(|(f, n)| format!("{} : {n} lignes", f.display()))
            .collect(),
    );
}

#[test]
fn navigateur_seul_connait_le_navigateur() {
    let lui = |f: &PathBuf| f.starts_with("src/ui/navigateur") || f.ends_with("ui/navigateur.rs");
    let autres = rust("src").into_iter().filter(|(f, s)| !lui(f) && s.contains("web_sys"));
    refuse(autres.map(|(f, _)| format!("{} nomme web_sys", f.display())).collect());
}

/// The texts that start the arguments of the calls of a rule that write a label.
fn libelles(source: &str) -> Vec<&str> {
    let mut trouves = Vec::new();
    for appel in [".condition(", ".detaille(", ".pose(", ".variante("] {
        for suite in source.split(appel).skip(1) {
            let suite = suite.trim_start().trim_start_matches("format!(");
            trouves.extend(suite.strip_prefix('"').and_then(|texte| texte.split('"').next()));
        }
    }
    trouves
}

#[test]
fn aucun_chiffre_dans_un_libelle() {
    // A rate that the form itself names, « 80 % », is the name of an answer.
    let formulaire =
        ["src/situation/types.rs", "src/situation/questions.rs"].map(|f| fs::read_to_string(f).expect("le formulaire")).concat();
    let mut fautes = Vec::new();
    for (chemin, source) in ["src/notions", "src/aides"].into_iter().flat_map(rust) {
        for libelle in libelles(&source) {
            let mots: Vec<&str> = libelle.split_whitespace().collect();
            let chiffre = mots.iter().enumerate().find(|(i, mot)| {
                let taux = mots.get(i + 1) == Some(&"%") && formulaire.contains(&format!("{mot} %"));
                mot.contains(|c: char| c.is_ascii_digit()) && !mot.contains('{') && !taux
            });
            fautes.extend(chiffre.map(|(_, mot)| format!("{} : « {libelle} » contient {mot}", chemin.display())));
        }
    }
    refuse(fautes);
}

#[test]
fn la_periode_simulee_finit_avec_le_premier_bareme_perime() {
    let date = |ligne: &str| jour_lu(ligne.strip_prefix("jusqu_au = ")?);
    let fins = ["src/notions", "src/aides"].into_iter().flat_map(fichiers).filter(|f| f.to_string_lossy().ends_with(".bareme.toml"));
    let fins = fins.flat_map(|f| fs::read_to_string(f).expect("du texte").lines().filter_map(date).collect::<Vec<_>>());
    let fin = fins.min().expect("un barème est daté");
    let mois = MoisCivil::de(fin);
    let dernier = if mois.dernier_jour() == fin { mois } else { mois.plus(-1) };
    assert_eq!(COUVERTURE.1, dernier, "COUVERTURE dans src/moteur/simulation.rs");
}

/// Every text of this name, anywhere in a file.
fn valeurs(json: &serde_json::Value, nom: &str) -> Vec<String> {
    let dedans = |json: &serde_json::Value| valeurs(json, nom);
    match json {
        serde_json::Value::Array(liste) => liste.iter().flat_map(dedans).collect(),
        serde_json::Value::Object(objet) => {
            objet.get(nom).and_then(|texte| texte.as_str()).map(str::to_owned).into_iter().chain(objet.values().flat_map(dedans)).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn tout_lien_est_une_adresse() {
    let annexe: serde_json::Value = serde_json::from_str(TEXTE_DE_L_ANNEXE).expect("du JSON");
    let liens = AIDES.iter().flat_map(|a| a.textes.iter().map(|t| t.lien.to_owned())).chain(valeurs(&annexe, "lien"));
    let est_adresse = |lien: &str| (lien.starts_with("https://") || lien.starts_with("http://")) && !lien.contains(char::is_whitespace);
    refuse(liens.filter(|lien| !est_adresse(lien)).collect());
}

#[test]
fn rien_ne_depend_de_la_machine_qui_a_servi_a_ecrire() {
    // The folder of this checkout, and the home of who runs the tests: wherever they are, no file names them.
    let dossiers = [Some(env!("CARGO_MANIFEST_DIR").to_owned()), std::env::var("HOME").ok()];
    let dossiers: Vec<String> =
        dossiers.into_iter().flatten().map(|d| format!("{}/", d.trim_end_matches('/'))).filter(|d| d != "/").collect();
    assert!(!dossiers.is_empty());
    let mut fautes = Vec::new();
    for chemin in fichiers(".") {
        let texte = fs::read_to_string(&chemin).unwrap_or_default();
        fautes.extend(dossiers.iter().filter(|d| texte.contains(*d)).map(|d| format!("{} contient {d}", chemin.display())));
    }
    refuse(fautes);
}

#[test]
fn apache_envoie_les_memes_entetes_que_nginx() {
    let lus = |chemin: &str, debut: &str, fin: &str| -> BTreeSet<String> {
        let texte = fs::read_to_string(chemin).expect("une configuration");
        let lignes = texte.lines().filter_map(|l| l.strip_prefix(debut)?.strip_suffix(fin).map(str::to_owned));
        // The cache depends on the file: each server says it its own way.
        lignes.filter(|l| !l.starts_with("Cache-Control")).collect()
    };
    let nginx = lus("deploiement/nginx.conf", "    add_header ", " always;");
    assert!(4 < nginx.len(), "{nginx:?}");
    assert_eq!(nginx, lus("deploiement/apache.htaccess", "Header always set ", ""));
}
