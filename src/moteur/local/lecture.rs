//! The one reader of local scales, and its refusals: the line, the field, what was expected. All or nothing.

use super::BaremeLocal;
use serde::{Deserialize, Serialize};
use serde_json::error::Category;
use std::fmt;

/// Version of the format, raised when an older reader would misread it.
const VERSION: u32 = 1;

/// Between the field at fault and what was expected, in what a check says.
pub(super) const SEPARE: &str = "\u{a0}: ";

/// A file of local scales.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fichier<B> {
    version: u32,
    baremes: B,
}

/// Why a file was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FauteBareme {
    /// From 1; 0 when the fault is of the whole file.
    pub ligne: usize,
    pub colonne: usize,
    /// « baremes[0].tranches[2].max »; empty when the whole is not readable.
    pub champ: String,
    /// Ends the sentence « il faut … ».
    pub attendu: String,
}
impl fmt::Display for FauteBareme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if 0 < self.ligne {
            write!(f, "Ligne\u{a0}{}, ", self.ligne)?;
        }
        if !self.champ.is_empty() {
            write!(f, "champ «\u{a0}{}\u{a0}»\u{a0}: ", self.champ)?;
        }
        write!(f, "il faut {}.", self.attendu)
    }
}

/// Reads a file of local scales, whole or not at all.
pub fn lis_bareme_local(texte: &str) -> Result<Vec<BaremeLocal>, FauteBareme> {
    let fichier: Fichier<Vec<BaremeLocal>> = serde_json::from_str(texte).map_err(|erreur| faute(texte, &erreur))?;
    if fichier.version != VERSION {
        return Err(FauteBareme { ligne: 1, colonne: 1, champ: "version".to_owned(), attendu: format!("la version {VERSION} du format") });
    }
    Ok(fichier.baremes)
}

/// The file of some local scales.
pub fn ecris_bareme_local(baremes: &[BaremeLocal]) -> String {
    // Nothing in a scale can fail to be written: no map, no key that is not text.
    serde_json::to_string_pretty(&Fichier { version: VERSION, baremes }).unwrap_or_default()
}

fn faute(texte: &str, erreur: &serde_json::Error) -> FauteBareme {
    let (mut ligne, mut colonne) = (erreur.line(), erreur.column());
    let (dans, attendu) = match erreur.classify() {
        Category::Data => {
            let message = erreur.to_string();
            let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(debut, _)| debut);
            match message.split_once(SEPARE) {
                // A check speaks once its object is read, and the reader has then looked further.
                Some((nom, attendu)) if !message.contains('`') => {
                    (ligne, colonne) = fin_de_l_objet(texte, ligne, colonne);
                    (Some(nom.to_owned()), attendu.to_owned())
                }
                _ => traduit(message),
            }
        }
        Category::Eof => {
            let attendu = "un fichier entier\u{a0}: celui-ci s’arrête avant la fin".to_owned();
            return FauteBareme { ligne, colonne, champ: String::new(), attendu };
        }
        Category::Syntax | Category::Io => {
            (None, "du JSON bien formé\u{a0}: ici, une virgule, une accolade ou un guillemet manque ou est en trop".to_owned())
        }
    };
    let mut champ = chemin(jusque_la(texte, ligne, colonne));
    // The path already ends with a key that was read.
    if let Some(nom) = dans.filter(|nom| champ.rsplit('.').next() != Some(nom)) {
        champ = if champ.is_empty() { nom } else { format!("{champ}.{nom}") };
    }
    FauteBareme { ligne, colonne, champ, attendu }
}

/// What stands before a place, its character included.
fn jusque_la(texte: &str, ligne: usize, colonne: usize) -> &str {
    let debut: usize = texte.split_inclusive('\n').take(ligne.saturating_sub(1)).map(str::len).sum();
    texte.get(..debut + colonne).unwrap_or(texte)
}

/// The place where the object before a place ends.
fn fin_de_l_objet(texte: &str, ligne: usize, colonne: usize) -> (usize, usize) {
    let avant = jusque_la(texte, ligne, colonne.saturating_sub(1));
    let avant = avant.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ']'));
    if !avant.ends_with('}') {
        return (ligne, colonne);
    }
    let derniere = avant.rsplit('\n').next().unwrap_or_default();
    (avant.matches('\n').count() + 1, derniere.len())
}

/// What a walk through JSON stands in.
enum Dans {
    /// The last key read, and whether its value comes next.
    Objet {
        cle: String,
        attend_la_valeur: bool,
    },
    Liste(usize),
}

/// The path of the place where a beginning of JSON stops: « baremes[0].tranches[2].max ». An object that just ends is still
/// the place. (A path kept through serde would cost the page 60 KB of code more.)
fn chemin(debut: &str) -> String {
    let mut pile: Vec<Dans> = Vec::new();
    let mut reste = debut;
    while let Some(c) = reste.chars().next() {
        reste = reste.get(c.len_utf8()..).unwrap_or_default();
        match (c, pile.last_mut()) {
            ('"', haut) => {
                let (texte, suite) = chaine(reste);
                reste = suite;
                if let Some(Dans::Objet { cle, attend_la_valeur: false }) = haut {
                    *cle = texte.to_owned();
                }
            }
            ('{', _) => pile.push(Dans::Objet { cle: String::new(), attend_la_valeur: false }),
            ('[', _) => pile.push(Dans::Liste(0)),
            (':', Some(Dans::Objet { attend_la_valeur, .. })) => *attend_la_valeur = true,
            // The comma where the walk stops is not past.
            (',', _) if reste.is_empty() => {}
            (',', Some(Dans::Objet { attend_la_valeur, .. })) => *attend_la_valeur = false,
            (',', Some(Dans::Liste(rang))) => *rang += 1,
            ('}', Some(Dans::Objet { cle, .. })) if reste.is_empty() => cle.clear(),
            ('}' | ']', _) if !reste.is_empty() => drop(pile.pop()),
            _ => {}
        }
    }
    let mut chemin = String::new();
    for dans in &pile {
        match dans {
            Dans::Objet { cle, .. } if cle.is_empty() => {}
            Dans::Objet { cle, .. } if chemin.is_empty() => chemin.push_str(cle),
            Dans::Objet { cle, .. } => chemin += &format!(".{cle}"),
            Dans::Liste(rang) => chemin += &format!("[{rang}]"),
        }
    }
    chemin
}
/// A text up to its closing quote, and what follows.
fn chaine(texte: &str) -> (&str, &str) {
    let mut echappe = false;
    for (i, c) in texte.char_indices() {
        match c {
            '"' if !echappe => return (texte.get(..i).unwrap_or_default(), texte.get(i + 1..).unwrap_or_default()),
            _ => echappe = c == '\\' && !echappe,
        }
    }
    (texte, "")
}

/// What serde says, in French: the field it names, and what was expected. `tests/baremes_locaux` holds its words.
fn traduit(message: &str) -> (Option<String>, String) {
    let nomme = |apres: &str| apres.split('`').next().unwrap_or_default().to_owned();
    if let Some(reste) = message.strip_prefix("missing field `") {
        return (Some(nomme(reste)), "ce champ, qui manque".to_owned());
    }
    if let Some(reste) = message.strip_prefix("duplicate field `") {
        return (Some(nomme(reste)), "ce champ une seule fois".to_owned());
    }
    if let Some(reste) = message.strip_prefix("unknown field `") {
        return (Some(nomme(reste)), format!("un champ connu{SEPARE}{}", connus(reste)));
    }
    if let Some(reste) = message.strip_prefix("unknown variant `") {
        return (None, format!("un des mots connus, pas «\u{a0}{}\u{a0}»{SEPARE}{}", nomme(reste), connus(reste)));
    }
    if let Some((lu, attendu)) = message.split_once(", expected ")
        && lu.starts_with("invalid ")
    {
        return (None, francais(attendu).to_owned());
    }
    (None, message.to_owned())
}
/// « x`, expected one of `a`, `b` » → « a, b ».
fn connus(reste: &str) -> String {
    let (_, liste) = reste.split_once(", expected ").unwrap_or_default();
    let noms: Vec<&str> = liste.split('`').skip(1).step_by(2).collect();
    noms.join(", ")
}
/// Types that serde names by itself; ours are already named in French.
fn francais(attendu: &str) -> &str {
    match attendu {
        "u32" | "i32" => "un nombre entier, sans guillemets",
        "a boolean" => "true ou false, sans guillemets",
        "a string" => "un texte entre guillemets",
        "a sequence" => "une liste entre crochets",
        "string or map" => "un mot, ou un objet entre accolades",
        _ if attendu.starts_with("struct ") || attendu == "map" => "un objet entre accolades",
        _ if attendu.starts_with("enum ") || attendu.starts_with("variant ") => "un des mots connus",
        _ => attendu,
    }
}
