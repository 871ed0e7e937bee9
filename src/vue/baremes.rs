//! Local scales that the person opens: checked by the engine's reader, changed field by field, used at once.

use super::majuscule;
use crate::{
    aides::{aide_transport, apom, ave, avf, avs, cheque_famille, cheque_sport},
    annexe::baremes_locaux,
    json::Json,
    moteur::{
        Aide, BaremeLocal,
        local::{AideLocale, FauteBareme, ecris_bareme_local, lis_bareme_local},
    },
};
use std::rc::Rc;

/// A file of local scales, open or not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Baremes {
    /// The file as the form shows it, right or wrong.
    brouillon: Option<Json>,
    /// What is wrong in it.
    pub faute: Option<FauteBareme>,
    /// What the simulation uses: the file when it was last right.
    pub ouverts: Rc<Vec<BaremeLocal>>,
}

/// What is done to it. Places are JSON pointers: `/baremes/0/tranches/2/max`.
#[derive(Clone, Debug, PartialEq)]
pub enum Geste {
    Ouvre(String),
    /// Starts from a published scale, by its rank.
    Copie(usize),
    Ecrit(String, String),
    /// Adds a row after this one, alike.
    Double(String),
    Retire(String),
    Ferme,
}

/// A part of the form.
#[derive(Clone, Debug, PartialEq)]
pub enum Noeud {
    Feuille { pointeur: String, nom: String, texte: String, faute: Option<String> },
    Groupe { pointeur: String, nom: String, est_une_ligne: bool, noeuds: Vec<Noeud> },
}

/// The state after a gesture. A file that cannot be read is refused, and nothing changes.
pub fn fais(baremes: &Baremes, geste: Geste) -> Result<Baremes, FauteBareme> {
    let brouillon = match geste {
        Geste::Ferme => return Ok(Baremes::default()),
        Geste::Ouvre(texte) => return ouvre(&texte),
        Geste::Copie(rang) => return ouvre(&ecris_bareme_local(publies().get(rang..=rang).unwrap_or_default())),
        Geste::Ecrit(pointeur, texte) => change(baremes, &pointeur, |valeur| {
            let ecrite = match valeur {
                // A number stays one as long as it can be read as one; the reader says what is expected otherwise.
                Json::Nombre(_) | Json::Bool(_) => Json::lis(&texte).ok().filter(|lue| matches!(lue, Json::Nombre(_) | Json::Bool(_))),
                _ => None,
            };
            *valeur = ecrite.unwrap_or(Json::Texte(texte));
        }),
        Geste::Double(pointeur) => lignes(baremes, &pointeur, |liste, rang| {
            if let Some(ligne) = liste.get(rang).cloned() {
                liste.insert(rang + 1, ligne);
            }
        }),
        Geste::Retire(pointeur) => lignes(baremes, &pointeur, |liste, rang| {
            if rang < liste.len() {
                liste.remove(rang);
            }
        }),
    };
    let lu = brouillon.as_ref().map_or(Ok(Vec::new()), |valeur| lis_bareme_local(&ecrit(valeur)));
    Ok(match lu {
        Ok(ouverts) => Baremes { brouillon, faute: None, ouverts: Rc::new(ouverts) },
        Err(faute) => Baremes { brouillon, faute: Some(faute), ouverts: baremes.ouverts.clone() },
    })
}

fn ouvre(texte: &str) -> Result<Baremes, FauteBareme> {
    let ouverts = Rc::new(lis_bareme_local(texte)?);
    Ok(Baremes { brouillon: Json::lis(texte).ok(), faute: None, ouverts })
}

fn ecrit(valeur: &Json) -> String {
    format!("{valeur:#}")
}

fn change(baremes: &Baremes, pointeur: &str, change: impl FnOnce(&mut Json)) -> Option<Json> {
    let mut brouillon = baremes.brouillon.clone();
    if let Some(valeur) = brouillon.as_mut().and_then(|tout| tout.au_pointeur(pointeur)) {
        change(valeur);
    }
    brouillon
}

fn lignes(baremes: &Baremes, pointeur: &str, agis: impl FnOnce(&mut Vec<Json>, usize)) -> Option<Json> {
    let (liste, rang) = pointeur.rsplit_once('/').unwrap_or_default();
    change(baremes, liste, |valeur| {
        if let (Json::Liste(liste), Ok(rang)) = (valeur, rang.parse()) {
            agis(liste, rang);
        }
    })
}

impl Baremes {
    /// The form of the open file; none when nothing is open.
    pub fn formulaire(&self) -> Option<Vec<Noeud>> {
        let baremes = self.brouillon.as_ref()?.get("baremes")?;
        let fautif = self.faute.as_ref().map(|faute| (pointeur(&faute.champ), format!("Il faut {}.", faute.attendu)));
        Some(enfants(baremes, "/baremes", &fautif))
    }
    /// The file to save.
    pub fn fichier(&self) -> Option<String> {
        self.brouillon.as_ref().filter(|_| self.faute.is_none()).map(ecrit)
    }
}

/// « baremes[0].tranches[2].max » → « /baremes/0/tranches/2/max ».
fn pointeur(champ: &str) -> String {
    format!("/{}", champ.replace(['.', '['], "/").replace(']', ""))
}

fn enfants(valeur: &Json, pointeur: &str, fautif: &Option<(String, String)>) -> Vec<Noeud> {
    match valeur {
        Json::Liste(liste) => {
            liste.iter().enumerate().map(|(i, v)| noeud(v, format!("{pointeur}/{i}"), format!("Ligne {}", i + 1), true, fautif)).collect()
        }
        Json::Objet(champs) => {
            let nom = |cle: &str| majuscule(&cle.replace('_', " "));
            champs.iter().map(|(cle, v)| noeud(v, format!("{pointeur}/{cle}"), nom(cle), false, fautif)).collect()
        }
        _ => Vec::new(),
    }
}

fn noeud(valeur: &Json, pointeur: String, nom: String, est_une_ligne: bool, fautif: &Option<(String, String)>) -> Noeud {
    let texte = match valeur {
        Json::Liste(_) | Json::Objet(_) => {
            let noeuds = enfants(valeur, &pointeur, fautif);
            return Noeud::Groupe { pointeur, nom, est_une_ligne, noeuds };
        }
        Json::Texte(texte) => texte.clone(),
        autre => autre.to_string(),
    };
    let faute = fautif.as_ref().filter(|(ou, _)| *ou == pointeur).map(|(_, quoi)| quoi.clone());
    Noeud::Feuille { pointeur, nom, texte, faute }
}

/// « Aide aux vacances familles · Caf des Alpes-Maritimes, 2026 ».
pub fn nom(bareme: &BaremeLocal) -> String {
    format!("{} · {}", aide(bareme.aide).nom, bareme.titre())
}

/// The aid that a local scale is for.
pub fn aide(locale: AideLocale) -> &'static Aide {
    match locale {
        AideLocale::Avf => &avf::AIDE,
        AideLocale::Ave => &ave::AIDE,
        AideLocale::Avs => &avs::AIDE,
        AideLocale::Transport => &aide_transport::AIDE,
        AideLocale::ChequeFamille => &cheque_famille::AIDE,
        AideLocale::ChequeSport => &cheque_sport::AIDE,
        AideLocale::Apom => &apom::AIDE,
    }
}

/// The published scales, to start from one; none until they have arrived.
pub fn publies() -> &'static [BaremeLocal] {
    baremes_locaux().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ouvert() -> Baremes {
        fais(&Baremes::default(), Geste::Copie(0)).unwrap()
    }
    fn feuilles(noeuds: &[Noeud]) -> Vec<(String, String, Option<String>)> {
        let une = |noeud: &Noeud| match noeud {
            Noeud::Feuille { pointeur, texte, faute, .. } => vec![(pointeur.clone(), texte.clone(), faute.clone())],
            Noeud::Groupe { noeuds, .. } => feuilles(noeuds),
        };
        noeuds.iter().flat_map(une).collect()
    }

    #[test]
    fn un_fichier_refuse_ne_change_rien() {
        let faute = fais(&ouvert(), Geste::Ouvre("{\"version\":1,\"baremes\":[{\"aide\":\"avf\"}]}".into())).unwrap_err();
        assert!(!faute.champ.is_empty() && 0 < faute.ligne, "{faute}");
    }

    #[test]
    fn un_champ_fautif_le_dit_et_la_simulation_garde_le_dernier_bareme_juste() {
        let avant = ouvert();
        let aide = "/baremes/0/aide".to_owned();
        let apres = fais(&avant, Geste::Ecrit(aide.clone(), "rien".into())).unwrap();
        assert_eq!(apres.ouverts, avant.ouverts);
        assert!(apres.fichier().is_none());
        let trouvees = feuilles(&apres.formulaire().unwrap());
        let (_, texte, faute) = trouvees.iter().find(|(pointeur, ..)| *pointeur == aide).unwrap();
        assert!(texte == "rien" && faute.as_ref().is_some_and(|f| f.contains("mots connus")), "{faute:?} {:?}", apres.faute);
        let corrige = fais(&apres, Geste::Ecrit(aide, "avf".into())).unwrap();
        assert!(corrige.faute.is_none() && corrige.ouverts[0].aide == AideLocale::Avf);
    }

    #[test]
    fn une_ligne_se_double_et_se_retire() {
        let ligne = "/baremes/0".to_owned();
        let deux = fais(&ouvert(), Geste::Double(ligne.clone())).unwrap();
        assert_eq!(deux.ouverts.len(), 2);
        assert_eq!(fais(&deux, Geste::Retire(ligne)).unwrap().ouverts.len(), 1);
    }
}
