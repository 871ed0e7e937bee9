//! The shape of a value in a file of local scales, as data, and the one function that checks it: a field more costs the page
//! its name. What was found right is then read without a further doubt by `champs.rs`.

use super::faux::Faux;
use crate::json::Json;

/// What a value may be.
#[derive(Clone, Copy)]
pub(super) enum Forme {
    Texte,
    Booleen,
    /// A whole number, without quotes.
    Entier(fn(&str) -> bool),
    /// A value written as text; a whole number is read too, as text would be. What is expected, and the reader.
    Ecrit(&'static str, fn(&str) -> bool),
    Mot(&'static [&'static str]),
    Liste(&'static Forme),
    Objet(&'static Objet),
    /// A word alone among the first ones, or one with its object.
    Formule(&'static [&'static str], &'static [(&'static str, &'static Objet)]),
}

/// A member of an object.
pub(super) struct Membre {
    pub nom: &'static str,
    pub forme: Forme,
    pub facultatif: bool,
}

/// An object: its members, and what the shapes of its members alone do not hold.
pub(super) struct Objet {
    pub membres: &'static [Membre],
    pub verifie: fn(&Json) -> Result<(), Faux>,
}

/// Whether a value has a shape; stops at the first fault.
pub(super) fn verifie(forme: Forme, json: &Json) -> Result<(), Faux> {
    let exige = |vrai: bool, attendu: &str| if vrai { Ok(()) } else { Err(Faux::de(attendu)) };
    match (forme, json) {
        (Forme::Texte, _) => exige(json.texte().is_some(), "un texte entre guillemets"),
        (Forme::Booleen, _) => exige(matches!(json, Json::Bool(_)), "true ou false, sans guillemets"),
        (Forme::Entier(est), _) => exige(matches!(json, Json::Nombre(nombre) if est(nombre)), "un nombre entier, sans guillemets"),
        (Forme::Ecrit(attendu, est), _) => exige(ecrit_dans(json).is_some_and(est), attendu),
        (Forme::Mot(connus), Json::Texte(mot)) if connus.contains(&mot.as_str()) => Ok(()),
        (Forme::Mot(connus), Json::Texte(mot)) => Err(inconnu(mot, connus)),
        (Forme::Mot(_), _) => exige(false, "un des mots connus"),
        (Forme::Liste(forme), Json::Liste(liste)) => {
            for (i, json) in liste.iter().enumerate() {
                verifie(*forme, json).map_err(|faux| faux.sous(&format!("[{i}]")))?;
            }
            Ok(())
        }
        (Forme::Liste(_), _) => exige(false, "une liste entre crochets"),
        (Forme::Objet(objet), _) => verifie_objet(objet, json),
        (Forme::Formule(seuls, formules), _) => {
            let (mot, valeur) = match json {
                Json::Texte(mot) => (mot, &Json::Nul),
                Json::Objet(membres) => match membres.as_slice() {
                    [(mot, valeur)] => (mot, valeur),
                    _ => return exige(false, "une seule formule entre accolades"),
                },
                _ => return exige(false, "un mot, ou un objet entre accolades"),
            };
            match formules.iter().find(|(autre, _)| autre == mot) {
                _ if seuls.contains(&mot.as_str()) => Ok(()),
                Some((_, objet)) => verifie_objet(objet, valeur).map_err(|faux| faux.sous(mot)),
                None => Err(inconnu(mot, &formules.iter().map(|(mot, _)| *mot).chain(seuls.iter().copied()).collect::<Vec<_>>())),
            }
        }
    }
}

/// Known members and no other, each once, each of its shape; then the whole.
fn verifie_objet(objet: &Objet, json: &Json) -> Result<(), Faux> {
    let Json::Objet(membres) = json else { return Err(Faux::de("un objet entre accolades")) };
    for (rang, (cle, _)) in membres.iter().enumerate() {
        if !objet.membres.iter().any(|membre| membre.nom == cle) {
            let connus: Vec<&str> = objet.membres.iter().map(|membre| membre.nom).collect();
            return Err(Faux::de(format!("un champ connu\u{a0}: {}", connus.join(", "))).sous(cle));
        }
        if membres.iter().take(rang).any(|(autre, _)| autre == cle) {
            return Err(Faux::de("ce champ une seule fois").sous(cle));
        }
    }
    for Membre { nom, forme, facultatif } in objet.membres {
        match json.get(nom) {
            None | Some(Json::Nul) if *facultatif => {}
            Some(json) => verifie(*forme, json).map_err(|faux| faux.sous(nom))?,
            None => return Err(Faux::apres(nom, "ce champ, qui manque")),
        }
    }
    (objet.verifie)(json)
}

fn inconnu(mot: &str, connus: &[&str]) -> Faux {
    Faux::de(format!("un des mots connus, pas «\u{a0}{mot}\u{a0}»\u{a0}: {}", connus.join(", ")))
}

/// What stands for a value written as text.
pub(super) fn ecrit_dans(json: &Json) -> Option<&str> {
    match json {
        Json::Texte(texte) => Some(texte.trim()),
        Json::Nombre(nombre) if nombre.bytes().all(|c| c.is_ascii_digit()) => Some(nombre),
        _ => None,
    }
}
