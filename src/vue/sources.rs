//! What is not modelled, and the scales with their dates: both read from the engine.

use super::baremes::aide;
use crate::{
    aides::AIDES,
    annexe::{self, Demarche},
    baremes,
    grandeurs::ecris_jour,
    moteur::{BaremeLocal, BaremeLu, Confiance, LigneLue},
};

/// What each aid leaves out, with its name; nothing until the annex is there.
pub fn limites() -> impl Iterator<Item = (&'static str, Demarche)> {
    let dites = AIDES.iter().filter_map(|aide| Some((aide.nom, annexe::demarche(aide.id)?)));
    dites.filter(|(_, demarche)| 0 < demarche.limites().len())
}

/// The scales of an aid, or of a notion that several aids share.
#[derive(Clone, Debug, PartialEq)]
pub struct Chapitre {
    pub titre: String,
    pub parametres: Vec<Parametre>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Parametre {
    pub libelle: &'static str,
    pub article: &'static str,
    pub jusqu_au: Option<String>,
    /// Newest first.
    pub lignes: Vec<LigneDatee>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct LigneDatee {
    pub depuis: String,
    pub valeur: String,
    pub source: &'static str,
    /// Empty for a paper document.
    pub lien: &'static str,
    /// How sure it is, when it is not an official text.
    pub note: Option<&'static str>,
}

/// The scales of the law, then those of each Caf; none until the annex is there.
pub fn chapitres() -> Option<Vec<Chapitre>> {
    let des_caf = Chapitre { titre: "Aides aux vacances, Caf par Caf".to_owned(), parametres: locaux(annexe::baremes_locaux()?) };
    let nom = |module: &str, titre: &str| AIDES.iter().find(|aide| aide.id == module).map_or(titre, |aide| aide.nom).to_owned();
    let de_la_loi = baremes::TOUS.iter().map(|(module, titre, parametres)| Chapitre {
        titre: nom(module, titre),
        parametres: parametres.iter().map(|p| parametre(*p)).collect(),
    });
    Some(de_la_loi.chain([des_caf]).collect())
}

/// The published local scales, by who publishes them.
fn locaux(baremes: &'static [BaremeLocal]) -> Vec<Parametre> {
    let mut parametres: Vec<Parametre> = Vec::new();
    for bareme in baremes {
        let ligne = LigneDatee {
            depuis: bareme.annee.map_or_else(|| "année non dite".to_owned(), |annee| annee.to_string()),
            valeur: bareme.nom_local.as_deref().unwrap_or(aide(bareme.aide).nom).to_owned(),
            source: &bareme.source.titre,
            lien: bareme.source.lien.as_deref().unwrap_or_default(),
            note: note(bareme.confiance),
        };
        match parametres.iter_mut().find(|p| p.libelle == bareme.publie_par) {
            Some(deja) => deja.lignes.push(ligne),
            None => parametres.push(Parametre { libelle: &bareme.publie_par, article: "", jusqu_au: None, lignes: vec![ligne] }),
        }
    }
    parametres
}

/// How sure a value is, when it was not read in an official text.
fn note(confiance: Confiance) -> Option<&'static str> {
    (confiance != Confiance::Officiel).then(|| confiance.libelle())
}

fn parametre(bareme: &dyn BaremeLu) -> Parametre {
    let ligne = |ligne: LigneLue| {
        let source = annexe::source(ligne.source);
        LigneDatee {
            depuis: ecris_jour(ligne.depuis),
            valeur: ligne.valeur.to_string(),
            source: source.map_or("", |source| source.nom),
            lien: source.map_or("", |source| source.lien),
            note: note(ligne.source.confiance),
        }
    };
    Parametre {
        libelle: bareme.libelle(),
        article: bareme.article(),
        jusqu_au: bareme.jusqu_au().map(ecris_jour),
        lignes: bareme.lignes().into_iter().rev().map(ligne).collect(),
    }
}
