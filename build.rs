//! Turns every `*.bareme.toml` into typed constants, and refuses a table that a jurist would refuse; writes beside them, in one
//! file, what is read only once the first screen is left.

use std::{env, error::Error, fs, path::PathBuf};
use toml::{Table, Value};

// The format of local scales, its checks and its reader are those of the library itself.
#[allow(dead_code, unused_imports)]
#[path = "src/grandeurs/mod.rs"]
mod grandeurs;
#[allow(dead_code)]
#[path = "src/json/mod.rs"]
mod json;
#[allow(dead_code, unused_imports)]
#[path = "src/moteur"]
mod moteur {
    mod confiance;
    pub mod local;
    pub use confiance::Confiance;
}
#[path = "build/annexe.rs"]
mod annexe;
#[allow(dead_code)]
#[path = "src/vue/mots.rs"]
mod mots;
#[path = "src/annexe/nom.rs"]
mod nom;

use annexe::Sources;
use grandeurs::*;
use moteur::Confiance;
use mots::espaces;
use serde_json::{Value as Json, json};

const DOSSIERS: [&str; 2] = ["src/notions", "src/aides"];
const COMMUNES: &str = "src/annexe/communes.txt";
const VACANCES: &str = "src/notions/vacances_scolaires.toml";

fn main() -> Result<(), Box<dyn Error>> {
    let (mut modules, mut sources, mut chapitres) = (String::new(), Sources::default(), Vec::new());
    for dossier in DOSSIERS {
        for chemin in fichiers(dossier)? {
            let nom = chemin.file_name().and_then(|n| n.to_str()).unwrap_or_default();
            let Some(module) = nom.strip_suffix(".bareme.toml") else { continue };
            match compile(module, &fs::read_to_string(&chemin)?, &mut sources) {
                Ok((code, chapitre)) => {
                    modules += &code;
                    chapitres.push(chapitre);
                }
                Err(erreur) => println!("cargo::error={}: {}", chemin.display(), erreur.replace('\n', " ")),
            }
        }
    }
    let table = fs::read_to_string(VACANCES)?.parse::<Table>().map_err(|e| e.to_string());
    match table.and_then(|table| vacances(&table, &mut sources)) {
        Ok(code) => modules += &code,
        Err(erreur) => println!("cargo::error={VACANCES}: {}", erreur.replace('\n', " ")),
    }
    let annexe = annexe::texte(chapitres, sources)?;
    let nom = nom::nom(nom::ANNEXE, &annexe);
    println!("cargo::rerun-if-changed={COMMUNES}");
    let communes = fs::read_to_string(COMMUNES)?;
    let des_communes = nom::nom(nom::COMMUNES, &communes);
    let tout = format!(
        "{modules}\n/// The file of `crate::annexe`.\npub const ANNEXE: &str = {nom:?};\n\
         /// Its text: the page downloads it.\n#[cfg(not(target_arch = \"wasm32\"))]\npub static TEXTE_DE_L_ANNEXE: &str = include_str!({nom:?});\n\
         /// The file of `crate::annexe::communes`.\npub const COMMUNES: &str = {des_communes:?};\n\
         /// Its text.\n#[cfg(not(target_arch = \"wasm32\"))]\npub static TEXTE_DES_COMMUNES: &str = include_str!({des_communes:?});\n"
    );
    let dossier = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(dossier.join(&nom), annexe)?;
    fs::write(dossier.join(&des_communes), communes)?;
    fs::write(dossier.join("baremes.rs"), tout)?;
    Ok(())
}

/// The module of school holidays: the zone of each department, and the periods in date order.
fn vacances(table: &Table, sources: &mut Sources) -> Result<String, String> {
    let mut code = String::from(
        "/// School holidays of mainland France.\npub mod vacances_scolaires {\n    use crate::{grandeurs::*, moteur::*};\n\
         \x20   /// A period, both days included, and the zones that have it.\n\
         \x20   pub struct Vacances { pub nom: &'static str, pub zones: &'static str, pub debut: Date, pub fin: Date, pub source: Source }\n\
         \x20   /// The departments of each zone.\n    pub static ZONES: &[(&str, &[&str])] = &[\n",
    );
    for (zone, departements) in table.get("zones").and_then(Value::as_table).ok_or("« zones » manque")? {
        let codes: Option<Vec<&str>> = departements.as_array().and_then(|codes| codes.iter().map(Value::as_str).collect());
        code += &format!("        ({zone:?}, &{:?}),\n", codes.ok_or(format!("zone {zone} : il faut une liste de codes"))?);
    }
    code += "    ];\n    /// In the order of the calendar.\n    pub static VACANCES: &[Vacances] = &[\n";
    let mut precedentes = Table::new();
    for annee in table.get("annees").and_then(Value::as_array).ok_or("« annees » manque")? {
        let texte =
            |valeur: &Value, cle: &str| valeur.get(cle).and_then(Value::as_str).map(str::to_owned).ok_or(format!("« {cle} » manque"));
        let (titre, lien) = (texte(annee, "source")?, texte(annee, "lien")?);
        for periode in annee.get("vacances").and_then(Value::as_array).ok_or("« vacances » manque")? {
            let (nom, zones) = (texte(periode, "nom")?, texte(periode, "zones")?);
            let date = |cle: &str| periode.get(cle).and_then(Value::as_datetime).map(ToString::to_string);
            let (Some(debut), Some(fin)) = (date("debut"), date("fin")) else {
                return Err(format!("{nom} : il faut « debut » et « fin »"));
            };
            for zone in zones.chars() {
                let avant = precedentes.insert(zone.to_string(), Value::String(fin.clone()));
                if fin < debut || avant.is_some_and(|avant| debut.as_str() <= avant.as_str().unwrap_or_default()) {
                    return Err(format!("{nom}, zone {zone}, {debut} : les dates doivent croître"));
                }
            }
            let (debut, fin) = (periode.get("debut").and_then(jour), periode.get("fin").and_then(jour));
            let (debut, fin) =
                debut.zip(fin).map(|(debut, fin)| (constante(debut), constante(fin))).ok_or(format!("{nom} : il faut des jours"))?;
            let rang = sources.rang(&titre, &lien);
            let source = format!("Source {{ rang: {rang}, confiance: Confiance::Relais }}");
            code += &format!("        Vacances {{ nom: {nom:?}, zones: {zones:?}, debut: {debut}, fin: {fin}, source: {source} }},\n");
        }
    }
    Ok(code + "    ];\n}\n")
}

/// The files of a folder, in the order of their names.
fn fichiers(dossier: &str) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={dossier}");
    let mut fichiers = fs::read_dir(dossier)?.map(|f| f.map(|f| f.path())).collect::<Result<Vec<_>, _>>()?;
    fichiers.retain(|chemin| chemin.extension().is_some_and(|fin| fin == "toml"));
    fichiers.sort();
    Ok(fichiers)
}

/// The code of a module of constants, and its chapter in the page of sources.
fn compile(module: &str, texte: &str, sources: &mut Sources) -> Result<(String, Json), String> {
    let mut table: Table = texte.parse().map_err(|e: toml::de::Error| e.to_string())?;
    let titre = table.remove("titre").and_then(|t| t.as_str().map(str::to_owned)).unwrap_or_default();
    let mut code = format!(
        "pub mod {module} {{\n    #![allow(clippy::unreadable_literal, unused_imports)]\n    use crate::{{grandeurs::*, moteur::*}};\n"
    );
    let mut parametres = Vec::new();
    for (nom, parametre) in &table {
        let (declaration, montre) = self::parametre(parametre, sources).map_err(|e| format!("[{nom}] {e}"))?;
        code += &format!("    pub static {}: {declaration}\n", nom.to_uppercase());
        parametres.push(montre);
    }
    Ok((code + "}\n", json!({ "module": module, "titre": titre, "parametres": parametres })))
}

/// A constant, and what the page of sources shows of it.
fn parametre(parametre: &Value, sources: &mut Sources) -> Result<(String, Json), String> {
    let connues = ["libelle", "article", "jusqu_au", "valeurs"];
    if let Some(cle) = parametre.as_table().and_then(|t| t.keys().find(|c| !connues.contains(&c.as_str()))) {
        return Err(format!("« {cle} » n’est pas une clé connue"));
    }
    let texte = |cle: &str| parametre.get(cle).and_then(Value::as_str).ok_or(format!("« {cle} » manque"));
    let (libelle, article) = (texte("libelle")?, texte("article")?);
    let (fin, fin_ecrite) = match parametre.get("jusqu_au") {
        None => ("None".to_owned(), String::new()),
        Some(date) => {
            let fin = jour(date).ok_or("« jusqu_au » n’est pas une date")?;
            (format!("Some({})", constante(fin)), ecris_jour(fin))
        }
    };
    let (mut genre, mut precedente, mut lignes, mut montrees) = ("", String::new(), String::new(), Vec::new());
    for ligne in parametre.get("valeurs").and_then(Value::as_array).ok_or("« valeurs » manque")? {
        let date = ligne.get("depuis").and_then(Value::as_datetime).ok_or("« depuis » n’est pas une date")?.to_string();
        if date <= precedente {
            return Err(format!("{date} vient après {precedente} ; les dates doivent croître"));
        }
        let champ = |cle: &str| ligne.get(cle).and_then(Value::as_str);
        let ecrit = champ("valeur").ok_or(format!("{date} : « valeur » manque"))?;
        let (type_, (mantisse, decimales), montree) = nombre(ecrit).ok_or(format!(
            "{date} : « {ecrit} » n’est ni « 1 041,59 €/mois », ni « 80 % », ni « 20 ans », ni « 60 jours », ni « 1,81 », ni « oui »"
        ))?;
        if !genre.is_empty() && genre != type_ {
            return Err(format!("{date} : « {ecrit} » change d’unité"));
        }
        genre = type_;
        let depuis = ligne.get("depuis").and_then(jour).ok_or("« depuis » n’est pas un jour")?;
        let source = champ("source").filter(|s| !s.is_empty()).ok_or(format!("{date} : « source » manque"))?;
        let lien = lien(champ("id"), champ("lien")).ok_or(format!("{date} : il faut « id » (Légifrance) ou « lien »"))?;
        let confiance = match champ("confiance").unwrap_or("officiel") {
            "officiel" => Confiance::Officiel,
            "relais" => Confiance::Relais,
            "presse" => Confiance::Presse,
            "deduit" => Confiance::Deduit,
            autre => return Err(format!("{date} : « {autre} » n’est pas une confiance")),
        };
        let rang = sources.rang(source, &lien);
        lignes += &format!("        Rangee::c({}, {mantisse}, {decimales}, {rang}, Confiance::{confiance:?}),\n", constante(depuis));
        let note = if confiance == Confiance::Officiel { "" } else { confiance.libelle() };
        // The newest first.
        montrees.insert(0, json!({ "depuis": ecris_jour(depuis), "valeur": montree, "rang": rang, "note": note }));
        precedente = date;
    }
    if lignes.is_empty() {
        return Err("« valeurs » est vide".to_owned());
    }
    Ok((
        format!("Bareme<{genre}> = Bareme::c({libelle:?}, {fin}, &[\n{lignes}    ]);"),
        json!({ "libelle": espaces(libelle), "article": espaces(article), "jusqu_au": fin_ecrite, "lignes": montrees }),
    ))
}

fn jour(valeur: &Value) -> Option<Date> {
    jour_lu(&valeur.as_datetime()?.date?.to_string())
}
fn constante(jour: Date) -> String {
    format!("jour({}, {}, {})", jour.year(), u8::from(jour.month()), jour.day())
}

/// The address of a text: from its Légifrance identifier, or as given.
fn lien(id: Option<&str>, lien: Option<&str>) -> Option<String> {
    let chemin = match id {
        Some(id) if id.starts_with("LEGIARTI") => format!("codes/article_lc/{id}"),
        Some(id) if id.starts_with("JORFTEXT") => format!("jorf/id/{id}"),
        Some(id) if id.starts_with("JORFARTI") => format!("jorf/article_jo/{id}"),
        Some(_) => return None,
        None => return lien.filter(|l| l.starts_with("http")).map(str::to_owned),
    };
    Some(format!("https://www.legifrance.gouv.fr/{chemin}"))
}

/// « 1 041,59 €/mois » → (`Euros<Mois>`, (104159, 2), « 1 041,59 € par mois »).
fn nombre(ecrit: &str) -> Option<(&'static str, (u64, u32), String)> {
    let ecrit = ecrit.replace([' ', '\u{a0}', '\u{202f}'], "");
    if let "oui" | "non" = ecrit.as_str() {
        return Some(("bool", (u64::from(ecrit == "oui"), 0), ecrit));
    }
    let (chiffres, unite) = ecrit.split_at(ecrit.find(|c: char| !c.is_ascii_digit() && c != ',').unwrap_or(ecrit.len()));
    let (entier, decimales) = chiffres.split_once(',').unwrap_or((chiffres, ""));
    let mantisse: u64 = format!("{entier}{decimales}").parse().ok()?;
    let (n, petit) = (u32::try_from(decimales.len()).ok()?, u32::try_from(mantisse).ok());
    Some(match unite {
        "€/mois" => ("Euros<Mois>", (mantisse, n), Euros::<Mois>::c(mantisse, n).to_string()),
        "€/an" => ("Euros<An>", (mantisse, n), Euros::<An>::c(mantisse, n).to_string()),
        "€" => ("Euros<Fois>", (mantisse, n), Euros::<Fois>::c(mantisse, n).to_string()),
        "%" => ("Taux", (mantisse, n + 2), Taux::c(mantisse, n + 2).to_string()),
        "an" | "ans" => ("Annees", (mantisse, 0), Annees(petit?).to_string()),
        "jour" | "jours" => ("Jours", (mantisse, 0), Jours(petit?).to_string()),
        "" => ("Coef", (mantisse, n), Coef::c(mantisse, n).to_string()),
        _ => return None,
    })
}
