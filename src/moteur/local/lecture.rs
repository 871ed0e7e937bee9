//! The one reader of local scales, and its refusals: the line, the field, what was expected. All or nothing.

use super::{
    BaremeLocal,
    champs::{Champ, FICHIER, membre},
    faux::Faux,
    forme::{Forme, verifie},
};
use crate::json::{Json, ajoute_cle};
use std::fmt;

/// Version of the format, raised when an older reader would misread it.
const VERSION: u32 = 1;

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
    let tout = Json::lis(texte).map_err(|faute| {
        let attendu = if faute.inacheve {
            "un fichier entier\u{a0}: celui-ci s’arrête avant la fin"
        } else {
            "du JSON bien formé\u{a0}: ici, une virgule, une accolade ou un guillemet manque ou est en trop"
        };
        let (ligne, colonne) = ligne_et_colonne(texte, faute.rang);
        FauteBareme { ligne, colonne, champ: faute.chemin, attendu: attendu.to_owned() }
    })?;
    verifie(Forme::Objet(&FICHIER), &tout).map_err(|faux| situe(texte, faux))?;
    let (version, baremes) = fichier(&tout);
    if version != VERSION {
        return Err(FauteBareme { ligne: 1, colonne: 1, champ: "version".to_owned(), attendu: format!("la version {VERSION} du format") });
    }
    Ok(baremes)
}
/// The same, of a file known to be right: the one that `build.rs` has written.
pub fn baremes_du_json(tout: &Json) -> Vec<BaremeLocal> {
    fichier(tout).1
}
fn fichier(tout: &Json) -> (u32, Vec<BaremeLocal>) {
    (membre(tout, "version"), membre(tout, "baremes"))
}

/// The file of some local scales.
pub fn ecris_bareme_local(baremes: &[BaremeLocal]) -> String {
    let baremes = Json::Liste(baremes.iter().map(Champ::ecris).collect());
    format!("{:#}", Json::objet([("version", VERSION.ecris()), ("baremes", baremes)]))
}

/// The place of a fault is looked for only when there is one.
fn situe(texte: &str, faux: Faux) -> FauteBareme {
    let (debut, fin) = Json::place(texte, &faux.ou).unwrap_or_default();
    let (ligne, colonne) = ligne_et_colonne(texte, if faux.dans.is_some() { fin } else { debut });
    let mut champ = faux.ou;
    if let Some(nom) = faux.dans {
        ajoute_cle(&mut champ, &nom);
    }
    FauteBareme { ligne, colonne, champ, attendu: faux.attendu }
}
/// Of a byte, from 1.
fn ligne_et_colonne(texte: &str, rang: usize) -> (usize, usize) {
    let avant = texte.get(..rang).unwrap_or(texte);
    let (lignes, derniere) = avant.rsplit_once('\n').map_or((0, avant), |(lignes, derniere)| (lignes.matches('\n').count() + 1, derniere));
    (lignes + 1, derniere.chars().count() + 1)
}
