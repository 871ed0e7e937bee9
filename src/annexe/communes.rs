//! Every commune, by department and zone of the housing aid: a file of its own, which the page asks for when somebody looks for a
//! commune. Where it comes from: decision 0161.

use super::nom;
use crate::baremes;
use std::sync::OnceLock;

/// The name of the file, beside the page.
pub use baremes::COMMUNES as NOM;

static TEXTE: OnceLock<String> = OnceLock::new();

/// Takes the text of the file, whole; or not at all when it is not the one that this build wrote. Returns whether it did.
pub fn recois(texte: &str) -> bool {
    let juste = nom::nom(nom::COMMUNES, texte) == NOM;
    if juste {
        TEXTE.get_or_init(|| texte.to_owned());
    }
    juste
}
/// Whether it is there.
pub fn sont_la() -> bool {
    TEXTE.get().is_some()
}

/// The communes of a department, each with the name of its zone; none when it joins communes of several zones.
pub fn du_departement(code: &str) -> impl Iterator<Item = (&'static str, Option<&'static str>)> {
    let lignes = TEXTE.get().map(String::as_str).unwrap_or_default().lines();
    lignes.filter_map(move |ligne| ligne.strip_prefix(code)?.strip_prefix(';')?.split_once(';')).flat_map(|(zone, noms)| {
        let zone = Some(zone).filter(|zone| *zone != "?");
        noms.split(';').map(move |nom| (nom, zone))
    })
}
