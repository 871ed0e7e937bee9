//! The reader and writer of JSON, held against those of `serde_json`.

use juste_droit::json::Json;
use proptest::prelude::*;
use serde_json::Value;

fn du_meme_sens(ici: &Json, la: &Value) -> bool {
    match (ici, la) {
        (Json::Nul, Value::Null) => true,
        (Json::Bool(a), Value::Bool(b)) => a == b,
        (Json::Nombre(a), Value::Number(b)) => a.parse::<f64>().ok() == b.as_f64(),
        (Json::Texte(a), Value::String(b)) => a == b,
        (Json::Liste(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| du_meme_sens(a, b)),
        // Of a member that comes twice, the library keeps the last one.
        (Json::Objet(a), Value::Object(b)) => {
            let dernier = |cle: &str| a.iter().rev().find(|(autre, _)| autre == cle).map(|(_, valeur)| valeur);
            a.iter().all(|(cle, _)| b.contains_key(cle)) && b.iter().all(|(cle, b)| dernier(cle).is_some_and(|a| du_meme_sens(a, b)))
        }
        _ => false,
    }
}

fn se_lit_pareil(texte: &str) -> Result<(), TestCaseError> {
    match (Json::lis(texte), serde_json::from_str::<Value>(texte)) {
        (Ok(ici), Ok(la)) => prop_assert!(du_meme_sens(&ici, &la), "{texte} : {ici:?}, {la:?}"),
        (Err(_), Err(_)) => {}
        // A number beyond all floats: ours keeps its text.
        (Ok(_), Err(erreur)) if erreur.to_string().starts_with("number out of range") => {}
        (ici, la) => prop_assert!(false, "{texte} : {ici:?}, {la:?}"),
    }
    Ok(())
}

fn arbre() -> impl Strategy<Value = Json> {
    let feuille = prop_oneof![
        Just(Json::Nul),
        any::<bool>().prop_map(Json::Bool),
        any::<i32>().prop_map(|n| Json::Nombre(n.to_string())),
        any::<String>().prop_map(Json::Texte),
    ];
    feuille.prop_recursive(5, 40, 6, |enfant| {
        prop_oneof![
            prop::collection::vec(enfant.clone(), 0..6).prop_map(Json::Liste),
            prop::collection::vec(("[a-z\"\\\\é\n]{0,4}", enfant), 0..6).prop_map(Json::Objet),
        ]
    })
}

proptest! {
    #[test]
    fn ce_qui_est_ecrit_se_relit(json in arbre()) {
        for texte in [format!("{json}"), format!("{json:#}")] {
            prop_assert_eq!(Json::lis(&texte).expect("relu"), json.clone());
            se_lit_pareil(&texte)?;
        }
    }

    #[test]
    fn un_texte_quelconque_se_lit_comme_ailleurs(texte in "[\\[\\]{}:,\"\\\\ \n0-9.eE+\\-unrtalsfé]{0,14}") {
        se_lit_pareil(&texte)?;
    }

    #[test]
    fn un_texte_abime_se_lit_comme_ailleurs(json in arbre(), ou in any::<prop::sample::Index>(), quoi in "[\\[\\]{}:,\"\\\\0ué]?") {
        let texte = json.to_string();
        let rangs: Vec<usize> = texte.char_indices().map(|(i, _)| i).collect();
        let rang = rangs[ou.index(rangs.len())];
        let reste: String = texte[rang..].chars().skip(1).collect();
        se_lit_pareil(&format!("{}{quoi}{reste}", &texte[..rang]))?;
    }
}

#[test]
fn les_cas_difficiles_se_lisent_comme_ailleurs() {
    for texte in [
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"\\ude00\"",
        "\"\\ud83d\\u0041\"",
        "\"\\u00e9\\/\\b\\f\\n\\r\\t\"",
        "\"\\u12\"",
        "\"\\u+123\"",
        "\"a\u{1}\"",
        "01",
        "-0",
        "-",
        "1.",
        ".5",
        "1e",
        "1e+5",
        "1E-2",
        "nul",
        "nulle",
        "true false",
        "61888888888888888811",
        "0.1000000000000000055511151231257827",
        "[1,]",
        "{\"a\":1,}",
        "{\"a\"}",
        "{a:1}",
        "\u{feff}1",
        " \t\r\n1 ",
        "\u{a0}1",
        "\"\u{7f}é€😀\"",
        "{\"a\":1,\"a\":2}",
    ] {
        se_lit_pareil(texte).unwrap_or_else(|faute| panic!("{faute}"));
    }
}

#[test]
fn un_texte_trop_profond_est_refuse_et_ne_fait_rien_tomber() {
    assert!(Json::lis(&"[".repeat(100_000)).is_err());
    assert!(Json::lis(&format!("{}1{}", "[".repeat(60), "]".repeat(60))).is_ok());
}
