//! The file of what is read only once the first screen is left; `src/annexe.rs` reads it.

use super::{fichiers, moteur::local, mots::espaces};
use serde_json::{Map, Value as Json, json};
use std::{error::Error, fs};
use toml::{Table, Value};

const LOCAUX: &str = "src/aides/vacaf";
const FIN: &str = ".demarche.toml";

/// Titles and addresses of sources, each once, in the order in which they are met.
#[derive(Default)]
pub struct Sources(Vec<(String, String)>);
impl Sources {
    pub fn rang(&mut self, titre: &str, lien: &str) -> usize {
        let paire = (espaces(titre), lien.to_owned());
        self.0.iter().position(|autre| *autre == paire).unwrap_or_else(|| {
            self.0.push(paire);
            self.0.len() - 1
        })
    }
}

/// The whole file. `chapitres` are those of the page of sources.
pub fn texte(chapitres: Vec<Json>, sources: Sources) -> Result<String, Box<dyn Error>> {
    let sources: Vec<Json> = sources.0.iter().map(|(nom, lien)| json!({ "nom": nom, "lien": lien })).collect();
    Ok(json!({ "demarches": demarches()?, "chapitres": chapitres, "sources": sources, "locaux": locaux()? }).to_string())
}

/// The steps and limits of every aid.
fn demarches() -> Result<Json, Box<dyn Error>> {
    let mut demarches = Map::new();
    for chemin in fichiers("src/aides")? {
        let Some(aide) = chemin.file_name().and_then(|nom| nom.to_str()?.strip_suffix(FIN)) else { continue };
        match lue(&chemin.to_string_lossy()).and_then(|table| demarche(&table)) {
            Ok(demarche) => drop(demarches.insert(aide.to_owned(), demarche)),
            Err(erreur) => println!("cargo::error={}: {}", chemin.display(), erreur.replace('\n', " ")),
        }
    }
    Ok(demarches.into())
}

fn lue(chemin: &str) -> Result<Table, String> {
    fs::read_to_string(chemin).map_err(|e| e.to_string())?.parse().map_err(|e: toml::de::Error| e.to_string())
}

/// One file; what it does not say is as in the files that `comme` names in `src/notions`, whose limits come after its own.
fn demarche(table: &Table) -> Result<Json, String> {
    let connues = ["comme", "decide", "ou", "pieces", "delais", "contacts", "limites"];
    if let Some(cle) = table.keys().find(|cle| !connues.contains(&cle.as_str())) {
        return Err(format!("« {cle} » n’est pas une clé connue"));
    }
    let notions = textes(table.get("comme"))?;
    let communes = notions.iter().map(|notion| lue(&format!("src/notions/{notion}{FIN}"))).collect::<Result<Vec<_>, _>>()?;
    let dit = |cle: &str| table.get(cle).or_else(|| communes.iter().find_map(|commune| commune.get(cle)));
    let texte = |cle: &str| match dit(cle) {
        None => Ok(String::new()),
        Some(valeur) => valeur.as_str().map(espaces).ok_or(format!("« {cle} » est un texte")),
    };
    for cle in ["decide", "ou"] {
        if texte(cle)?.is_empty() {
            return Err(format!("« {cle} » manque"));
        }
    }
    let mut contacts = Vec::new();
    for contact in dit("contacts").and_then(Value::as_array).into_iter().flatten() {
        let champ = |cle: &str| contact.get(cle).and_then(Value::as_str);
        let (nom, lien) = champ("nom").zip(champ("lien")).ok_or("un contact a « nom » et « lien »")?;
        contacts.push(json!({ "nom": espaces(nom), "lien": lien }));
    }
    let mut limites = textes(table.get("limites"))?;
    for commune in &communes {
        limites.extend(textes(commune.get("limites"))?);
    }
    Ok(json!({
        "decide": texte("decide")?, "ou": texte("ou")?, "pieces": textes(dit("pieces"))?, "delais": texte("delais")?,
        "contacts": contacts, "limites": limites,
    }))
}

fn textes(valeur: Option<&Value>) -> Result<Vec<String>, String> {
    let Some(valeur) = valeur else { return Ok(Vec::new()) };
    let textes = valeur.as_array().and_then(|liste| liste.iter().map(|texte| texte.as_str().map(espaces)).collect());
    textes.ok_or("« comme », « pieces » et « limites » sont des listes de textes".to_owned())
}

/// The local scales of every TOML file, as one file of the format.
fn locaux() -> Result<Json, Box<dyn Error>> {
    let mut tous = Vec::new();
    for chemin in fichiers(LOCAUX)? {
        let lu = lue(&chemin.to_string_lossy()).and_then(|mut table| {
            table.insert("version".to_owned(), Value::Integer(1));
            let texte = serde_json::to_string(&table).map_err(|e| e.to_string())?;
            // The line would be that of the JSON: the field says where.
            local::lis_bareme_local(&texte).map_err(|faute| local::FauteBareme { ligne: 0, ..faute }.to_string())
        });
        match lu {
            Ok(baremes) => tous.extend(baremes),
            Err(erreur) => println!("cargo::error={}: {}", chemin.display(), erreur.replace('\n', " ")),
        }
    }
    Ok(serde_json::from_str(&local::ecris_bareme_local(&tous))?)
}
