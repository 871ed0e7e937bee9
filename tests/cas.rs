//! One test a case of every `src/**/*.cas.toml`, named « aah · Célibataire à 80 % … ».
//!
//! A case holds `mois`, a situation in the format of the saved file, `attendu`, `source`, and where it matters `pour`
//! (« adulte 2 », « enfant 1 », « sejour 1 », « depart 1 2 »), `a_confirmer`, and `des`, the day from which the conditions
//! that fail would be met (`""` when none is known).

use juste_droit::{
    aides,
    grandeurs::MoisCivil,
    moteur::{Beneficiaire, Droit, Raison},
    situation::{Reponse, depuis_json},
};
use libtest_mimic::{Arguments, Failed, Trial};
use std::{fs, path::Path};

fn main() {
    let mut essais = Vec::new();
    for aide in aides::AIDES {
        let chemin = format!("src/aides/{}.cas.toml", aide.id);
        let table: toml::Table =
            fs::read_to_string(Path::new(&chemin)).expect("chaque aide a ses cas").parse().unwrap_or_else(|e| panic!("{chemin}: {e}"));
        for (nom, cas) in table {
            let cas = cas.get(0).cloned().expect("un cas par nom");
            essais.push(Trial::test(format!("{} · {nom}", aide.id), move || verifie(aide.id, &cas)));
        }
    }
    libtest_mimic::run(&Arguments::from_args(), essais).exit()
}

fn verifie(id: &str, cas: &toml::Value) -> Result<(), Failed> {
    let texte = |cle: &str| cas.get(cle).and_then(toml::Value::as_str);
    texte("source").ok_or("« source » manque")?;
    let mois = texte("mois").and_then(MoisCivil::lis).ok_or("« mois » manque")?;
    let mut fichier = serde_json::json!({ "format": "juste-droit", "version": 1 });
    for cle in ["foyer", "adultes", "enfants", "sejours"] {
        if let Some(valeur) = cas.get(cle) {
            fichier[cle] = serde_json::to_value(valeur).map_err(|e| e.to_string())?;
        }
    }
    let connues = ["mois", "foyer", "adultes", "enfants", "sejours", "attendu", "source", "pour", "a_confirmer", "des"];
    if let Some(cle) = cas.as_table().and_then(|t| t.keys().find(|c| !connues.contains(&c.as_str()))) {
        return Err(format!("« {cle} » n’est pas une clé connue").into());
    }
    let (situation, _) = depuis_json(&fichier.to_string()).map_err(|faute| faute.to_string())?;
    let droits = aides::simule(&situation, mois);
    let pour = texte("pour").map(beneficiaire).transpose()?;
    let droit =
        droits.iter().find(|d| d.aide.id == id && pour.is_none_or(|p| p == d.beneficiaire)).ok_or("aucun droit pour ce bénéficiaire")?;
    let (attendu, obtenu) = (net(texte("attendu").ok_or("« attendu » manque")?), net(&issue(droit)));
    if attendu != obtenu {
        return Err(format!("attendu {attendu}\nobtenu  {obtenu}\n{:#?}", droit.etapes).into());
    }
    if let Some(voulu) = texte("des") {
        let des = des(droit);
        if voulu != des {
            return Err(format!("dès : attendu {voulu}, obtenu {des}").into());
        }
    }
    let a_confirmer = droit.reserves.iter().any(|r| r.a_confirmer);
    match cas.get("a_confirmer").and_then(toml::Value::as_bool) {
        Some(voulu) if voulu != a_confirmer => Err(format!("à confirmer : {:?}", droit.reserves).into()),
        _ => Ok(()),
    }
}

fn beneficiaire(texte: &str) -> Result<Beneficiaire, String> {
    let mots: Vec<&str> = texte.split(' ').collect();
    let rang = |i: usize| {
        mots.get(i).and_then(|m| m.parse::<usize>().ok()).and_then(|r| r.checked_sub(1)).ok_or(format!("« {texte} » : rang illisible"))
    };
    Ok(match mots.first() {
        Some(&"foyer") => Beneficiaire::Foyer,
        Some(&"adulte") => Beneficiaire::Adulte(rang(1)?),
        Some(&"enfant") => Beneficiaire::Enfant(rang(1)?),
        Some(&"sejour") => Beneficiaire::Sejour(rang(1)?),
        Some(&"depart") => Beneficiaire::Depart(rang(1)?, rang(2)?),
        _ => return Err(format!("« {texte} » n’est pas un bénéficiaire")),
    })
}

fn issue(droit: &Droit) -> String {
    match &droit.issue {
        Ok(montant) => montant.to_string(),
        Err(Raison::Demande(manques)) => format!("demande : {}", manques.iter().map(|m| m.fiche.cle).collect::<Vec<_>>().join(", ")),
        Err(Raison::Refus(motifs)) => format!("refus : {}", motifs.iter().map(|m| m.quoi.as_ref()).collect::<Vec<_>>().join(" ; ")),
        Err(Raison::Ecarte(e)) => format!("remplacé par {} : {}", e.par.id, e.montant),
        Err(Raison::HorsPeriode) => "hors période".to_owned(),
        Err(Raison::HorsBareme(quoi)) => format!("hors barème : {quoi}"),
        Err(Raison::EnAttente) => "en attente".to_owned(),
        Err(Raison::HorsChamp(quoi)) => format!("hors champ : {quoi}"),
    }
}

/// The last of the days from which conditions that fail would be met.
fn des(droit: &Droit) -> String {
    match &droit.issue {
        Err(Raison::Refus(motifs)) => motifs.iter().filter_map(|m| m.des).max().map(|jour| jour.ecris()).unwrap_or_default(),
        _ => String::new(),
    }
}

/// Spaces of any kind count as one.
fn net(texte: &str) -> String {
    texte.replace(['\u{a0}', '\u{202f}'], " ")
}
