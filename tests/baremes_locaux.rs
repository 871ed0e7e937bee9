//! Local scales: what is refused and how it is said, the round trip, the published ones, the published schema.

use juste_droit::{
    aides::{AIDES, simule_avec},
    annexe,
    grandeurs::{Euros, MoisCivil},
    moteur::{
        BaremeLocal, Conclusion, Droit, Locaux, Montant, Raison,
        local::{FauteBareme, ecris_bareme_local, lis_bareme_local},
        simule,
    },
    situation::depuis_json,
};
use serde_json::Value;

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
        ("\"annee\": 2025", "\"base\": \"rfr\"", 17, "baremes[0].base", "quotient_familial"),
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
    let publies = annexe::baremes_locaux().expect("l’annexe");
    assert!(!publies.is_empty());
    let ecrits = ecris_bareme_local(publies);
    assert_eq!(lis_bareme_local(&ecrits).expect("relu"), publies);
}

/// Whether a value is as a schema wants: the words of JSON Schema that ours uses, and no other.
fn convient(racine: &Value, schema: &Value, valeur: &Value) -> bool {
    schema.as_object().expect("un schéma est un objet").iter().all(|(mot, attendu)| match (mot.as_str(), valeur) {
        ("$schema" | "$defs" | "title" | "description", _) => true,
        ("$ref", _) => convient(racine, racine.pointer(&attendu.as_str().expect("un chemin")[1..]).expect("une définition"), valeur),
        ("type", _) => match attendu.as_str().expect("un type") {
            "object" => valeur.is_object(),
            "array" => valeur.is_array(),
            "string" => valeur.is_string(),
            "integer" => valeur.is_i64() || valeur.is_u64(),
            "boolean" => valeur.is_boolean(),
            autre => panic!("type {autre}"),
        },
        ("const", _) => valeur == attendu,
        ("enum", _) => attendu.as_array().expect("une liste").contains(valeur),
        ("anyOf", _) => attendu.as_array().expect("une liste").iter().any(|schema| convient(racine, schema, valeur)),
        ("required", Value::Object(objet)) => {
            attendu.as_array().expect("une liste").iter().all(|cle| objet.contains_key(cle.as_str().expect("une clé")))
        }
        ("properties", Value::Object(objet)) => {
            objet.iter().all(|(cle, valeur)| attendu.get(cle).is_none_or(|schema| convient(racine, schema, valeur)))
        }
        ("additionalProperties", Value::Object(objet)) => objet.keys().all(|cle| schema["properties"].get(cle).is_some()),
        ("items", Value::Array(liste)) => liste.iter().all(|element| convient(racine, attendu, element)),
        ("minItems", Value::Array(liste)) => attendu.as_u64().expect("un nombre") <= liste.len() as u64,
        ("minLength", Value::String(texte)) => attendu.as_u64().expect("un nombre") <= texte.chars().count() as u64,
        ("minimum", Value::Number(n)) => attendu.as_i64() <= n.as_i64(),
        ("maximum", Value::Number(n)) => n.as_i64() <= attendu.as_i64(),
        ("pattern", Value::String(texte)) => {
            regex::Regex::new(attendu.as_str().expect("un motif")).expect("un motif juste").is_match(texte)
        }
        (
            "required" | "properties" | "additionalProperties" | "items" | "minItems" | "minLength" | "minimum" | "maximum" | "pattern",
            _,
        ) => true,
        _ => panic!("mot de schéma inconnu ici : {mot}"),
    })
}
fn schema() -> Value {
    serde_json::from_str(&std::fs::read_to_string("docs/bareme-local.schema.json").expect("le schéma")).expect("du JSON")
}

#[test]
fn le_schema_publie_accepte_tout_bareme_publie() {
    let schema = schema();
    assert!(convient(&schema, &schema, &serde_json::from_str(JUSTE).expect("du JSON")));
    for bareme in annexe::baremes_locaux().expect("l’annexe") {
        let fichier = serde_json::from_str(&ecris_bareme_local(std::slice::from_ref(bareme))).expect("du JSON");
        assert!(convient(&schema, &schema, &fichier), "{}", bareme.titre());
    }
}

#[test]
fn le_schema_publie_refuse_ce_que_le_lecteur_refuse_pour_sa_forme() {
    let schema = schema();
    for (avant, apres) in [
        ("2025,", "\"2025\","),
        ("\"700 €\"", "\"beaucoup\""),
        ("\"75 %\"", "\"0,75\""),
        ("468", "-468"),
        ("\"taux\"", "\"tau\""),
        ("\"formule\": \"notifie\"", "\"formule\": \"notifié\""),
        ("https://exemple.fr", "javascript:alert(1)"),
        ("\"departement\": \"06\"", "\"departement\": \"Alpes\""),
        ("\"version\": 1", "\"version\": 2"),
        ("\"aide\": \"avf\",", ""),
    ] {
        refuse(avant, apres);
        let fichier: Value = serde_json::from_str(&JUSTE.replacen(avant, apres, 1)).expect("du JSON");
        assert!(!convient(&schema, &schema, &fichier), "{apres}");
    }
}

/// The reader names its fields when it is given one that it does not know: the schema must name the same.
#[test]
fn le_schema_et_le_lecteur_ont_les_memes_champs() {
    let schema = schema();
    let formule = |rang: usize, nom: &str| format!("/$defs/formule/anyOf/{rang}/properties/{nom}");
    for (avant, objet) in [
        ("\"version\"", String::new()),
        ("\"aide\"", "/$defs/bareme".to_owned()),
        ("\"max\"", "/$defs/tranche".to_owned()),
        ("\"taux\"", formule(1, "part")),
        ("\"du\"", "/$defs/naissance".to_owned()),
        ("\"titre\"", "/$defs/bareme/properties/source".to_owned()),
    ] {
        let faute = refuse(avant, "\"inconnu\"");
        let mut lus: Vec<&str> = faute.attendu.split("\u{a0}: ").nth(1).expect("les champs").split(", ").collect();
        let proprietes = schema.pointer(&format!("{objet}/properties")).and_then(Value::as_object).expect("des champs");
        lus.sort_unstable();
        let mut dits: Vec<&str> = proprietes.keys().map(String::as_str).collect();
        dits.sort_unstable();
        assert_eq!(lus, dits, "{avant}");
    }
}

#[test]
fn un_fichier_publie_porte_le_departement_et_l_annee_de_ses_baremes() {
    for chemin in std::fs::read_dir("src/aides/vacaf").expect("le dossier").map(|f| f.expect("un fichier").path()) {
        let fichier: toml::Table = std::fs::read_to_string(&chemin).expect("du texte").parse().expect("du TOML");
        let nom = chemin.file_stem().and_then(|nom| nom.to_str()).expect("un nom");
        for bareme in fichier["baremes"].as_array().expect("une liste") {
            let annee = bareme.get("annee").and_then(toml::Value::as_integer).map_or("nd".to_owned(), |annee| annee.to_string());
            assert_eq!(nom, format!("{}-{annee}", bareme["departement"].as_str().expect("un code")));
        }
    }
}

const FOYER: &str = r#"{"format":"juste-droit","version":1,"foyer":{"departement":"DEP","prestation_familiale":"oui","quotient":"400","quotient_mois":"2025-01"},
  "enfants":[{"naissance":"2015-03-01","aeeh":"aucune"}],
  "sejours":[{"nature":"famille","enfants":"1","debut":"2025-07-12","fin":"2025-07-19","cout":"1000","label":"vacaf"}]}"#;

/// What the AVF gives in a department, with the scales of a file.
fn avf(departement: &str, ouverts: &str) -> Droit {
    let (situation, _) = depuis_json(&FOYER.replace("DEP", departement)).expect("un foyer");
    let ouverts = lis_bareme_local(ouverts).expect("un fichier juste");
    let droits = simule_avec(&situation, MoisCivil::le(2025, 6), &ouverts);
    droits.into_iter().find(|d| d.aide.id == "avf").expect("l’AVF")
}
fn unique(euros: u64) -> Conclusion {
    Ok(Montant::Unique(Euros::c(euros, 0)))
}

#[test]
fn le_bareme_ouvert_passe_avant_celui_qui_est_publie() {
    assert_eq!(avf("06", "{\"version\":1,\"baremes\":[]}").issue, unique(600));
    let droit = avf("06", &JUSTE.replace("\"600 €\"", "\"610 €\""));
    assert_eq!(droit.issue, unique(610));
    let dit = |d: &Droit| d.reserves.iter().any(|r| r.phrase.contains("fichier que vous avez ouvert"));
    assert!(dit(&droit) && !droit.reserves.iter().any(|r| r.a_confirmer), "{:?}", droit.reserves);
    assert!(format!("{:?}", droit.etapes).contains("https://exemple.fr"), "le barème n’est pas cité");
}

#[test]
fn un_bareme_ouvert_ne_vaut_que_pour_son_departement_et_pas_avant_son_annee() {
    assert!(matches!(avf("01", JUSTE).issue, Err(Raison::HorsBareme(_))));
    assert_eq!(avf("01", &JUSTE.replace("\"06\"", "\"01\"")).issue, unique(600));
    let ancien = avf("06", &JUSTE.replace("\"annee\": 2025", "\"annee\": 2024").replace("\"600 €\"", "\"610 €\""));
    assert_eq!(ancien.issue, unique(610));
    assert!(ancien.reserves.iter().any(|r| r.a_confirmer && r.phrase.contains("2024")));
    let suivant = avf("06", &JUSTE.replace("\"annee\": 2025", "\"annee\": 2026").replace("\"600 €\"", "\"610 €\""));
    assert_eq!(suivant.issue, unique(600));
}

/// The page asks for the published scales once its first screen is left: until they come, nobody may say that there is none.
#[test]
fn tant_que_les_baremes_publies_ne_sont_pas_arrives_aucun_n_est_dit_inconnu() {
    let (situation, _) = depuis_json(&FOYER.replace("DEP", "06")).expect("un foyer");
    let ouverts = lis_bareme_local(JUSTE).expect("un fichier juste");
    let avf = |ouverts: &[BaremeLocal], publies| {
        let droits = simule(AIDES, &[], &situation, MoisCivil::le(2025, 6), Locaux { ouverts, publies });
        droits.into_iter().find(|d| d.aide.id == "avf").expect("l’AVF").issue
    };
    assert_eq!(avf(&[], None), Err(Raison::EnAttente));
    assert_eq!(avf(&ouverts, None), unique(600));
    assert!(matches!(avf(&[], Some(&[])), Err(Raison::HorsBareme(_))));
}
