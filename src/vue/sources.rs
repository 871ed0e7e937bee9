//! What is not modelled, and the scales with their dates: both read from the engine.

use super::baremes::aide;
use crate::{
    aides::AIDES,
    annexe::{self, Demarche, Reference, liste, texte},
    json::Json,
    moteur::{BaremeLocal, Confiance},
};

/// What each aid leaves out, with its name; nothing until the annex is there.
pub fn limites() -> impl Iterator<Item = (&'static str, Demarche)> {
    let dites = AIDES.iter().filter_map(|aide| Some((aide.nom, annexe::demarche(aide.id)?)));
    dites.filter(|(_, demarche)| 0 < demarche.limites().len())
}

/// The scales of an aid, or of a notion that several aids share.
#[derive(Clone, Debug, PartialEq)]
pub struct Chapitre {
    pub titre: &'static str,
    pub parametres: Vec<Parametre>,
}

/// What has no text, no end or no doubt is empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Parametre {
    pub libelle: &'static str,
    pub article: &'static str,
    pub jusqu_au: &'static str,
    /// Newest first.
    pub lignes: Vec<LigneDatee>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct LigneDatee {
    pub depuis: String,
    pub valeur: &'static str,
    pub source: Reference,
    /// How sure it is, when it is not an official text.
    pub note: &'static str,
}

/// The scales of the law, then those of each Caf; none until the annex is there.
pub fn chapitres() -> Option<Vec<Chapitre>> {
    let des_caf = Chapitre { titre: "Aides aux vacances, Caf par Caf", parametres: locaux(annexe::baremes_locaux()?) };
    Some(annexe::chapitres()?.iter().map(chapitre).chain([des_caf]).collect())
}

fn chapitre(json: &'static Json) -> Chapitre {
    let module = texte(json, "module");
    let titre = AIDES.iter().find(|aide| aide.id == module).map_or(texte(json, "titre"), |aide| aide.nom);
    Chapitre { titre, parametres: liste(json, "parametres").iter().map(parametre).collect() }
}
fn parametre(json: &'static Json) -> Parametre {
    let lignes = liste(json, "lignes").iter().map(ligne).collect();
    Parametre { libelle: texte(json, "libelle"), article: texte(json, "article"), jusqu_au: texte(json, "jusqu_au"), lignes }
}
fn ligne(json: &'static Json) -> LigneDatee {
    let (depuis, valeur, note) = (texte(json, "depuis").to_owned(), texte(json, "valeur"), texte(json, "note"));
    LigneDatee { depuis, valeur, source: annexe::citee(json).unwrap_or_default(), note }
}

/// The published local scales, by who publishes them.
fn locaux(baremes: &'static [BaremeLocal]) -> Vec<Parametre> {
    let mut parametres: Vec<Parametre> = Vec::new();
    for bareme in baremes {
        let ligne = LigneDatee {
            depuis: bareme.annee.map_or_else(|| "année non dite".to_owned(), |annee| annee.to_string()),
            valeur: bareme.nom_local.as_deref().unwrap_or(aide(bareme.aide).nom),
            source: Reference { nom: &bareme.source.titre, lien: bareme.source.lien.as_deref().unwrap_or_default() },
            note: if bareme.confiance == Confiance::Officiel { "" } else { bareme.confiance.libelle() },
        };
        match parametres.iter_mut().find(|p| p.libelle == bareme.publie_par) {
            Some(deja) => deja.lignes.push(ligne),
            None => parametres.push(Parametre { libelle: &bareme.publie_par, article: "", jusqu_au: "", lignes: vec![ligne] }),
        }
    }
    parametres
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{baremes::aah::MONTANT, grandeurs::ecris_jour};

    #[test]
    fn la_page_des_sources_dit_ce_que_lisent_les_regles() {
        let chapitres = chapitres().unwrap();
        let aah = chapitres.iter().find(|chapitre| chapitre.titre.ends_with("(AAH)")).unwrap();
        let montant = aah.parametres.iter().find(|parametre| parametre.libelle == MONTANT.libelle).unwrap();
        let lue: Vec<_> = MONTANT.lignes().rev().map(|l| (ecris_jour(l.depuis), l.valeur.to_string(), annexe::source(l.source))).collect();
        let dite: Vec<_> = montant.lignes.iter().map(|l| (l.depuis.clone(), l.valeur.to_owned(), Some(l.source))).collect();
        assert_eq!(dite, lue);
        assert_eq!(montant.jusqu_au, MONTANT.jusqu_au().map(ecris_jour).unwrap_or_default());
    }
}
