//! What is not modelled, and the scales with their dates: both read from the engine.

use crate::{
    aides::AIDES,
    baremes,
    grandeurs::ecris_jour,
    moteur::{Aide, BaremeLu, Confiance},
};

/// The aids that say a limit.
pub fn limites() -> impl Iterator<Item = &'static Aide> {
    AIDES.iter().copied().filter(|aide| !aide.limites.is_empty())
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
    pub lien: &'static str,
    /// How sure it is, when it is not an official text.
    pub note: Option<&'static str>,
}

pub fn chapitres() -> Vec<Chapitre> {
    let titre = |module: &str| AIDES.iter().find(|aide| aide.id == module).map_or_else(|| notion(module), |aide| aide.nom.to_owned());
    baremes::TOUS
        .iter()
        .map(|(module, parametres)| Chapitre { titre: titre(module), parametres: parametres.iter().map(|p| parametre(*p)).collect() })
        .collect()
}

/// A notion has no name but that of its module and of its first parameter.
fn notion(module: &str) -> String {
    super::majuscule(&module.replace('_', " "))
}

fn parametre(bareme: &dyn BaremeLu) -> Parametre {
    let ligne = |ligne: crate::moteur::LigneLue| LigneDatee {
        depuis: ecris_jour(ligne.depuis),
        valeur: ligne.valeur.to_string(),
        source: ligne.source.titre,
        lien: ligne.source.lien,
        note: (ligne.source.confiance != Confiance::Officiel).then(|| ligne.source.confiance.libelle()),
    };
    Parametre {
        libelle: bareme.libelle(),
        article: bareme.article(),
        jusqu_au: bareme.jusqu_au().map(ecris_jour),
        lignes: bareme.lignes().into_iter().rev().map(ligne).collect(),
    }
}
