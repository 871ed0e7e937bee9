//! JSON, as saved files and local scales hold it. A number stays the text that was read: no binary fraction comes in.
//!
//! Written here and not taken from a library: readers derived for each type, and floats that no file holds, weighed 57 KB of
//! code in the page (decision 0060). `tests/json.rs` holds it against `serde_json`.

mod lecture;

use lecture::Lecteur;
use std::fmt::{self, Write};

/// A JSON value. Members are in the order of the file.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    Nul,
    Bool(bool),
    Nombre(String),
    Texte(String),
    Liste(Vec<Json>),
    Objet(Vec<(String, Json)>),
}

/// Where the text stops being JSON: before this byte, at this path; whether it stops too early.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MalForme {
    pub rang: usize,
    pub chemin: String,
    pub inacheve: bool,
}

impl Json {
    pub fn lis(texte: &str) -> Result<Json, MalForme> {
        let mut lecteur = Lecteur::nouveau(texte, "");
        lecteur.tout().ok_or(MalForme { rang: lecteur.rang, inacheve: texte.len() <= lecteur.rang, chemin: lecteur.chemin })
    }
    /// The first and the last byte of what stands at a path, « baremes[0].source »; the last one when there are several.
    pub fn place(texte: &str, chemin: &str) -> Option<(usize, usize)> {
        let mut lecteur = Lecteur::nouveau(texte, chemin);
        lecteur.tout();
        lecteur.trouve
    }
    pub fn texte(&self) -> Option<&str> {
        match self {
            Json::Texte(texte) => Some(texte),
            _ => None,
        }
    }
    /// A member of an object.
    pub fn get(&self, cle: &str) -> Option<&Json> {
        match self {
            Json::Objet(membres) => membres.iter().find(|(autre, _)| autre == cle).map(|(_, valeur)| valeur),
            _ => None,
        }
    }
    /// What stands at « /baremes/0/source ».
    pub fn au_pointeur(&mut self, pointeur: &str) -> Option<&mut Json> {
        pointeur.split('/').skip(1).try_fold(self, |json, pas| match json {
            Json::Objet(membres) => membres.iter_mut().find(|(cle, _)| cle == pas).map(|(_, valeur)| valeur),
            Json::Liste(liste) => liste.get_mut(pas.parse::<usize>().ok()?),
            _ => None,
        })
    }
    /// Members that are null are left out.
    pub fn objet(membres: impl IntoIterator<Item = (&'static str, Json)>) -> Json {
        Json::Objet(membres.into_iter().filter(|(_, json)| *json != Json::Nul).map(|(cle, json)| (cle.to_owned(), json)).collect())
    }
}
impl From<&str> for Json {
    fn from(texte: &str) -> Json {
        Json::Texte(texte.to_owned())
    }
}

/// `{}` writes on one line, `{:#}` on one line for each member.
impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        ecris(self, f, 0)
    }
}
fn ecris(json: &Json, f: &mut fmt::Formatter<'_>, retrait: usize) -> fmt::Result {
    let (ouvre, ferme, nombre) = match json {
        Json::Nul => return f.write_str("null"),
        Json::Bool(vrai) => return f.write_str(if *vrai { "true" } else { "false" }),
        Json::Nombre(nombre) => return f.write_str(nombre),
        Json::Texte(texte) => return cite(texte, f),
        Json::Liste(liste) => ('[', ']', liste.len()),
        Json::Objet(membres) => ('{', '}', membres.len()),
    };
    let a_la_ligne = |f: &mut fmt::Formatter<'_>, retrait: usize| match f.alternate() && 0 < nombre {
        true => write!(f, "\n{:1$}", "", 2 * retrait),
        false => Ok(()),
    };
    f.write_char(ouvre)?;
    for rang in 0..nombre {
        if 0 < rang {
            f.write_char(',')?;
        }
        a_la_ligne(f, retrait + 1)?;
        match json {
            Json::Objet(membres) => {
                if let Some((cle, valeur)) = membres.get(rang) {
                    cite(cle, f)?;
                    f.write_str(if f.alternate() { ": " } else { ":" })?;
                    ecris(valeur, f, retrait + 1)?;
                }
            }
            Json::Liste(liste) => {
                if let Some(valeur) = liste.get(rang) {
                    ecris(valeur, f, retrait + 1)?;
                }
            }
            _ => {}
        }
    }
    a_la_ligne(f, retrait)?;
    f.write_char(ferme)
}
fn cite(texte: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_char('"')?;
    for c in texte.chars() {
        match c {
            '"' | '\\' => write!(f, "\\{c}")?,
            '\n' => f.write_str("\\n")?,
            c if c < ' ' => write!(f, "\\u{:04x}", c as u32)?,
            c => f.write_char(c)?,
        }
    }
    f.write_char('"')
}

/// Goes on with a path by the name of a member.
pub fn ajoute_cle(chemin: &mut String, cle: &str) {
    if !chemin.is_empty() {
        chemin.push('.');
    }
    *chemin += cle;
}
