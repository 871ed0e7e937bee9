//! Local scales: what is refused and how it is said, the round trip, the published ones, the published schema.

use juste_droit::{
    aides::baremes_locaux,
    moteur::local::{FauteBareme, ecris_bareme_local, lis_bareme_local},
};
use serde_json::Value;

/// Bytes that the published scales may weigh in the page, before compression.
const POIDS_MAX: usize = 32_000;

/// A whole and right file; each bad one changes it in one place.
const JUSTE: &str = r#"{
  "version": 1,
  "baremes": [
    {
      "aide": "avf",
      "publie_par": "Caf des Alpes-Maritimes",
      "departement": "06",
      "annee": 2025,
      "mois_quotient": "janvier",
      "tranches": [
        { "max": "354", "formule": { "part": { "taux": "75 %", "plafond": "700 €" } } },
        { "min": "355", "max": 468, "formule": { "part": { "taux": "65 %", "plafond": "600 €" } } },
        { "min": "469", "max": "900", "formule": "notifie" }
      ],
      "naissance": { "du": "2007-01-01", "au": "2024-12-31" },
      "source": { "titre": "Règlement intérieur", "lien": "https://exemple.fr" }
    }
  ]
}"#;

fn refuse(avant: &str, apres: &str) -> FauteBareme {
    assert!(JUSTE.contains(avant), "{avant}");
    lis_bareme_local(&JUSTE.replacen(avant, apres, 1)).expect_err(apres)
}

#[test]
fn un_fichier_juste_est_lu_et_se_relit() {
    let baremes = lis_bareme_local(JUSTE).expect("juste");
    assert_eq!(baremes.len(), 1);
    assert_eq!(lis_bareme_local(&ecris_bareme_local(&baremes)).expect("relu"), baremes);
}

/// What is put in place of what, and then the line, the field and what is said.
#[test]
fn un_mauvais_fichier_est_refuse_avec_la_ligne_le_champ_et_ce_qui_est_attendu() {
    let mut rates = Vec::new();
    for (avant, apres, ligne, champ, attendu) in [
        ("2025,", "\"2025\",", 8, "baremes[0].annee", "un nombre entier, sans guillemets"),
        ("\"700 €\"", "\"beaucoup\"", 11, "baremes[0].tranches[0].formule.part.plafond", "un montant en euros, par exemple « 450 € »"),
        ("\"75 %\"", "\"0,75\"", 11, "baremes[0].tranches[0].formule.part.taux", "un pourcentage de 0 à 100, par exemple « 75 % »"),
        ("\"75 %\"", "\"101 %\"", 11, "baremes[0].tranches[0].formule.part.taux", "un pourcentage de 0 à 100, par exemple « 75 % »"),
        ("468", "-468", 12, "baremes[0].tranches[1].max", "un nombre, par exemple « 700 »"),
        ("\"taux\"", "\"tau\"", 11, "baremes[0].tranches[0].formule.part.tau", "un champ connu"),
        ("\"publie_par\": \"Caf des Alpes-Maritimes\"", "\"publie_par\": \" \"", 17, "baremes[0].publie_par", "le nom de qui publie"),
        (
            "\"formule\": \"notifie\"",
            "\"formule\": \"notifié\"",
            13,
            "baremes[0].tranches[2].formule",
            "un des mots connus, pas « notifié »",
        ),
        ("\"max\": 468", "\"max\": 354", 12, "baremes[0].tranches[1].max", "au moins égal à « min »"),
        ("\"min\": \"355\"", "\"min\": \"354\"", 17, "baremes[0].tranches[1]", "qui ne chevauche pas la tranche 1"),
        ("2007-01-01", "2007-02-30", 15, "baremes[0].naissance.du", "une date qui existe"),
        ("2007-01-01", "2025-01-01", 15, "baremes[0].naissance.au", "une date qui n’est pas avant « du »"),
        (
            ",\n      \"source\": { \"titre\": \"Règlement intérieur\", \"lien\": \"https://exemple.fr\" }",
            "",
            16,
            "baremes[0].source",
            "ce champ, qui manque",
        ),
        ("\"titre\": \"Règlement intérieur\"", "\"titre\": \"\"", 16, "baremes[0].source.titre", "un texte qui dise d’où vient"),
        ("https://exemple.fr", "javascript:alert(1)", 16, "baremes[0].source.lien", "une adresse qui commence par https://"),
        ("\"departement\": \"06\"", "\"departement\": \"Alpes\"", 17, "baremes[0].departement", "le code du département"),
        ("\"avf\"", "\"cheque_famille\"", 17, "baremes[0].departement", "rien : une aide du ministère"),
        ("\"version\": 1", "\"version\": 2", 1, "version", "la version 1"),
        ("\"annee\": 2025,", "\"annee\": 2025, \"annee\": 2026,", 8, "baremes[0].annee", "une seule fois"),
        ("\"tranches\": [", "\"tranches\": [ ,", 10, "baremes[0].tranches[0]", "du JSON bien formé"),
    ] {
        let faute = refuse(avant, apres);
        let dit = faute.attendu.replace('\u{a0}', " ");
        if !dit.contains(attendu) || (faute.ligne, faute.champ.as_str()) != (ligne, champ) {
            rates.push(format!("{apres} → {faute}"));
        }
    }
    assert!(rates.is_empty(), "{}", rates.join("\n"));
}

#[test]
fn un_fichier_qui_n_en_est_pas_un_est_refuse() {
    for (texte, attendu) in [
        ("", "un fichier entier"),
        ("{\"version\": 1, \"baremes\": [", "un fichier entier"),
        ("bonjour", "du JSON bien formé"),
        ("[]", "un objet entre accolades"),
        ("{\"format\":\"juste-droit\",\"version\":1}", "un champ connu"),
        ("{\"version\":1,\"baremes\":[]} fin", "du JSON bien formé"),
    ] {
        let faute = lis_bareme_local(texte).expect_err(texte);
        assert!(faute.attendu.contains(attendu), "{texte} : {faute}");
    }
}

#[test]
fn les_baremes_publies_se_lisent_et_se_relisent() {
    let publies = baremes_locaux();
    assert!(!publies.is_empty());
    let ecrits = ecris_bareme_local(publies);
    assert_eq!(lis_bareme_local(&ecrits).expect("relu"), publies);
    let compact = serde_json::from_str::<Value>(&ecrits).expect("du JSON").to_string();
    assert!(compact.len() <= POIDS_MAX, "les barèmes publiés pèsent {} octets dans la page", compact.len());
}
