//! What is read only once the first screen is left: steps and limits of each aid, titles and addresses of sources, published
//! local scales. `build.rs` writes all of it in one file. It is a constant of the build that the page receives late, so that
//! nobody waits for it to see the first screen; other programs hold it. See decision 0061.

pub mod communes;
mod nom;

use crate::{
    baremes,
    json::Json,
    moteur::{BaremeLocal, Source, local::baremes_du_json},
    second::au_second,
};
use std::sync::OnceLock;

/// The name of the file, beside the page.
pub use baremes::ANNEXE as NOM;

/// A name and its address; a paper document has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reference {
    pub nom: &'static str,
    pub lien: &'static str,
}

/// What to do next for an aid, and what the calculation leaves out: its part of the file. What was not found is empty.
#[derive(Clone, Copy, Debug)]
pub struct Demarche(&'static Json);
impl Demarche {
    /// Who decides.
    pub fn decide(self) -> &'static str {
        texte(self.0, "decide")
    }
    /// Where and how to ask.
    pub fn ou(self) -> &'static str {
        texte(self.0, "ou")
    }
    pub fn pieces(self) -> impl ExactSizeIterator<Item = &'static str> {
        lignes(self.0, "pieces")
    }
    pub fn delais(self) -> &'static str {
        texte(self.0, "delais")
    }
    pub fn contacts(self) -> impl ExactSizeIterator<Item = Reference> {
        liste(self.0, "contacts").iter().map(reference)
    }
    /// What is not modelled, said to the person.
    pub fn limites(self) -> impl ExactSizeIterator<Item = &'static str> {
        lignes(self.0, "limites")
    }
}
impl PartialEq for Demarche {
    fn eq(&self, autre: &Self) -> bool {
        std::ptr::eq(self.0, autre.0)
    }
}

/// The file, read.
struct Annexe {
    textes: Json,
    baremes: Vec<BaremeLocal>,
}

static ANNEXE: OnceLock<Annexe> = OnceLock::new();

fn annexe() -> Option<&'static Annexe> {
    #[cfg(not(target_arch = "wasm32"))]
    ANNEXE.get_or_init(|| lis(baremes::TEXTE_DE_L_ANNEXE).unwrap_or(Annexe { textes: Json::Nul, baremes: Vec::new() }));
    ANNEXE.get()
}

/// Takes the text of the file, whole; or not at all when it is not the one that this build wrote, or when the second file, which
/// reads it, is not there. Returns whether it did.
pub fn recois(texte: &str) -> bool {
    let lue = if nom::nom(nom::ANNEXE, texte) == NOM { au_second(|| lis(texte)).flatten() } else { None };
    lue.map(|annexe| ANNEXE.set(annexe)).is_some()
}
/// Whether it is there.
pub fn est_la() -> bool {
    annexe().is_some()
}
/// Of an aid, by its name; none until the file is there.
pub fn demarche(aide: &str) -> Option<Demarche> {
    annexe()?.textes.get("demarches")?.get(aide).map(Demarche)
}
/// Where a value was read; none until the file is there.
pub fn source(source: Source) -> Option<Reference> {
    source_de_rang(source.rang)
}
fn source_de_rang(rang: u16) -> Option<Reference> {
    liste(&annexe()?.textes, "sources").get(usize::from(rang)).map(reference)
}
/// The source that a part of the file names by its rank.
pub fn citee(json: &Json) -> Option<Reference> {
    if let Some(Json::Nombre(rang)) = json.get("rang") { source_de_rang(rang.parse().ok()?) } else { None }
}
/// The scales of the law as the page of sources shows them, by chapter; none until the file is there.
pub fn chapitres() -> Option<&'static [Json]> {
    annexe().map(|annexe| liste(&annexe.textes, "chapitres"))
}
/// The published local scales; none until the file is there.
pub fn baremes_locaux() -> Option<&'static [BaremeLocal]> {
    annexe().map(|annexe| annexe.baremes.as_slice())
}

fn lis(texte: &str) -> Option<Annexe> {
    let textes = Json::lis(texte).ok()?;
    let baremes = baremes_du_json(textes.get("locaux")?);
    Some(Annexe { textes, baremes })
}
/// A text of a part of the file, empty when it is not there.
pub fn texte(json: &'static Json, cle: &str) -> &'static str {
    json.get(cle).and_then(Json::texte).unwrap_or_default()
}
/// The parts of a part of the file.
pub fn liste(json: &'static Json, cle: &str) -> &'static [Json] {
    if let Some(Json::Liste(liste)) = json.get(cle) { liste } else { &[] }
}
fn lignes(json: &'static Json, cle: &str) -> impl ExactSizeIterator<Item = &'static str> {
    liste(json, cle).iter().map(|ligne| ligne.texte().unwrap_or_default())
}
fn reference(json: &'static Json) -> Reference {
    Reference { nom: texte(json, "nom"), lien: texte(json, "lien") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn un_texte_abime_ou_d_une_autre_version_est_refuse_tout_entier() {
        let juste = baremes::TEXTE_DE_L_ANNEXE;
        assert!(recois(juste));
        for mauvais in ["", "{}", &juste[..juste.len() - 1], &juste.replacen("Caf", "Cas", 1), &format!("{juste} ")] {
            assert!(!recois(mauvais));
        }
    }
}
