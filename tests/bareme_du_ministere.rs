//! The ministry's aids with a scale that its service opened: the exact amount takes the place of what is published. The
//! figures are those of no text: they test the mechanism.

use juste_droit::{
    aides,
    grandeurs::MoisCivil,
    moteur::{BaremeLocal, Droit, Raison, local::lis_bareme_local},
    situation::depuis_json,
};

/// Bands of the income by part; a lone parent and a disabled child have more.
const FAMILLE: &str = r#""aide": "cheque_famille", "annee": 2026, "base": "rfr_par_part", "tranches": [
    { "max": "10000", "formule": { "fixe": { "montant": "400 €" } } },
    { "max": "10000", "si": "parent_seul", "formule": { "fixe": { "montant": "480 €" } } },
    { "max": "10000", "si": "enfant_handicape", "formule": { "fixe": { "montant": "481 €" } } },
    { "max": "10000", "si": "parent_seul_et_enfant_handicape", "formule": { "fixe": { "montant": "560 €" } } },
    { "min": "10000", "min_strict": true, "max": "20000", "formule": { "fixe": { "montant": "200 €" } } }
]"#;
const AGENT: &str = r#"{ "agent": "finances_actif", "affectation": "metropole" }"#;

fn bareme(milieu: &str) -> Vec<BaremeLocal> {
    let fichier = format!(
        r#"{{ "version": 1, "baremes": [{{ "publie_par": "Action sociale, essai", "source": {{ "titre": "Un essai" }}, {milieu} }}] }}"#
    );
    lis_bareme_local(&fichier).expect("un barème juste")
}

fn droit(id: &str, milieu: &str, mois: MoisCivil, foyer: &str, adulte: &str, enfant: &str) -> Droit {
    let fichier = format!(r#"{{ "format": "juste-droit", "version": 1, "foyer": {foyer}, "adultes": [{adulte}], "enfants": [{enfant}] }}"#);
    let (situation, _) = depuis_json(&fichier).expect("une situation juste");
    aides::simule_avec(&situation, mois, &bareme(milieu)).into_iter().find(|d| d.aide.id == id).expect("le droit")
}

fn issue(droit: &Droit) -> String {
    match &droit.issue {
        Ok(montant) => montant.to_string().replace(['\u{a0}', '\u{202f}'], " "),
        Err(Raison::Demande(manques)) => format!("demande : {}", manques.iter().map(|m| m.fiche.cle).collect::<Vec<_>>().join(", ")),
        Err(Raison::Refus(motifs)) => format!("refus : {}", motifs.iter().map(|m| m.quoi.as_ref()).collect::<Vec<_>>().join(" ; ")),
        Err(autre) => format!("{autre:?}"),
    }
}

fn famille(foyer: &str, enfant: &str) -> Droit {
    droit("cheque_famille", FAMILLE, MoisCivil::le(2026, 11), foyer, AGENT, enfant)
}

#[test]
fn le_montant_exact_remplace_la_fourchette() {
    let marie = |rfr: &str| format!(r#"{{ "couple": "marie", "rfr": "2024={rfr}", "parts": "2,5" }}"#);
    let (enfant, handicape) =
        (r#"{ "naissance": "2018-04-20", "handicap": "non" }"#, r#"{ "naissance": "2018-04-20", "handicap": "oui" }"#);
    let seul = r#"{ "couple": "seul", "rfr": "2024=20000", "parts": "2" }"#;
    let concubins = r#"{ "couple": "concubinage", "rfr": "2024=20000", "parts": "1,5", "rfr_second": "2024=6000", "parts_second": "1" }"#;
    for (foyer, enfant, attendu) in [
        (marie("25000").as_str(), enfant, "400,00 € par an"),
        (&marie("25001"), enfant, "200,00 € par an"),
        (&marie("50000"), enfant, "200,00 € par an"),
        (&marie("50001"), enfant, "refus : Une des tranches du barème"),
        (&marie("25000"), handicape, "481,00 € par an"),
        (seul, enfant, "480,00 € par an"),
        (seul, handicape, "560,00 € par an"),
        (concubins, enfant, "200,00 € par an"),
    ] {
        assert_eq!(issue(&famille(foyer, enfant)), attendu, "{foyer} {enfant}");
    }
}

#[test]
fn le_bareme_demande_ce_qu_il_lit_et_rien_de_plus() {
    assert_eq!(issue(&famille("{}", r#"{ "naissance": "2018-04-20" }"#)), "demande : couple, handicap, rfr, parts");
    let unique = r#""aide": "cheque_famille", "annee": 2026, "tranches": [{ "formule": { "fixe": { "montant": "300 €" } } }]"#;
    let enfant = r#"{ "naissance": "2018-04-20" }"#;
    assert_eq!(issue(&droit("cheque_famille", unique, MoisCivil::le(2026, 11), "{}", AGENT, enfant)), "300,00 € par an");
}

#[test]
fn le_resultat_nomme_le_bareme_et_doute_d_une_autre_annee() {
    let foyer = r#"{ "couple": "marie", "rfr": "2022=25000;2023=25000;2024=25000", "parts": "2,5" }"#;
    let enfant = r#"{ "naissance": "2015-04-20", "handicap": "non" }"#;
    let de_2026 = famille(foyer, enfant);
    assert!(de_2026.reserves.iter().any(|r| r.phrase.contains("Action sociale, essai, 2026")), "{:?}", de_2026.reserves);
    assert!(!de_2026.reserves.iter().any(|r| r.a_confirmer), "{:?}", de_2026.reserves);
    // A scale of 2026 says nothing of 2025.
    let avant = droit("cheque_famille", FAMILLE, MoisCivil::le(2025, 11), foyer, AGENT, enfant);
    assert_eq!(issue(&avant), "entre 200,00 € et 560,00 € par an");
    let de_2024 = FAMILLE.replace("2026", "2024");
    let apres = droit("cheque_famille", &de_2024, MoisCivil::le(2025, 11), foyer, AGENT, enfant);
    assert_eq!(issue(&apres), "400,00 € par an");
    assert!(apres.reserves.iter().any(|r| r.a_confirmer));
}

#[test]
fn les_autres_conditions_tiennent_toujours() {
    let foyer = r#"{ "couple": "marie", "rfr": "2024=90000", "parts": "2" }"#;
    let enfant = r#"{ "naissance": "2022-04-20", "handicap": "non" }"#;
    let age = "Un enfant de 6 à 14\u{a0}ans (17\u{a0}ans si vous l’élevez seul ou s’il est en situation de handicap)";
    assert_eq!(issue(&famille(foyer, enfant)), format!("refus : {age} ; Une des tranches du barème"));
}

#[test]
fn le_cheque_sport_et_l_apom_lisent_leur_bareme() {
    let mois = MoisCivil::le(2026, 11);
    let sport = r#""aide": "cheque_sport", "annee": 2026, "base": "rfr", "tranches": [{ "max": "30000", "formule": { "fixe": { "montant": "100 €" } } }]"#;
    let foyer = r#"{ "couple": "marie", "rfr": "2024=30000", "parts": "3" }"#;
    assert_eq!(issue(&droit("cheque_sport", sport, mois, foyer, AGENT, r#"{ "naissance": "2012-04-20" }"#)), "100,00 € par an");

    let apom = r#""aide": "apom", "annee": 2026, "base": "indice", "ages": { "min": 3, "max": 12 },
        "tranches": [{ "max": "500", "formule": { "part": { "taux": "50 %", "plafond": "300 €" } } }]"#;
    let drom = |indice: &str| format!(r#"{{ "agent": "finances_actif", "affectation": "drom", "indice": "{indice}" }}"#);
    let ne_en = |annee: &str| format!(r#"{{ "naissance": "{annee}-04-20" }}"#);
    for (indice, annee, attendu) in [
        ("500", "2018", "50 % du prix, au plus 300,00 € par an"),
        ("501", "2018", "refus : Une des tranches du barème"),
        ("500", "2024", "refus : Un âge prévu par le barème"),
    ] {
        assert_eq!(issue(&droit("apom", apom, mois, "{}", &drom(indice), &ne_en(annee))), attendu, "{indice} {annee}");
    }
}

#[test]
fn un_bareme_qui_compte_autrement_n_est_pas_devine() {
    let mois = MoisCivil::le(2026, 11);
    for tranches in [
        r#""base": "rfr", "tranches": [{ "formule": { "jour": { "montant": "10 €" } } }]"#,
        r#""base": "quotient_familial", "tranches": [{ "max": "700", "formule": { "fixe": { "montant": "10 €" } } }]"#,
    ] {
        let milieu = format!(r#""aide": "cheque_famille", "annee": 2026, {tranches}"#);
        let droit = droit("cheque_famille", &milieu, mois, "{}", AGENT, r#"{ "naissance": "2018-04-20" }"#);
        assert!(matches!(droit.issue, Err(Raison::HorsChamp(_))), "{:?}", droit.issue);
    }
}
