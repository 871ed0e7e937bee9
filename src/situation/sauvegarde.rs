//! A situation as a file: JSON, whose every answer is the text of the form.
//!
//! `{"format":"juste-droit","version":1,"mois":"2026-11","foyer":{},"adultes":[{}],"enfants":[],"sejours":[]}`.
//! An absent key is a question not answered, `"?"` is « je ne sais pas ». Reading is all or nothing.

use super::{Coffre, Couple, Dit, Foyer, Lieu, OuiNon, Reponse, Situation};
use crate::{grandeurs::MoisCivil, json::Json};
use std::fmt;

/// Version of the format, raised when an older reader would misread it.
pub const VERSION: &str = "1";
const FORMAT: &str = "juste-droit";
pub(super) const RECENT: &str =
    "le fichier a été fait par une version plus récente de Juste Droit\u{a0}: rechargez la page, ou mettez le programme à jour";
pub(super) const IGNORE: &str = "?";

/// Why a file or a link was refused: where, and what is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faute {
    /// « adultes[0].naissance »; empty when the whole is not readable.
    pub champ: String,
    pub raison: String,
}
impl fmt::Display for Faute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.champ.is_empty() { f.write_str(&self.raison) } else { write!(f, "{}\u{a0}: {}", self.champ, self.raison) }
    }
}
fn faute<T>(champ: impl Into<String>, raison: impl Into<String>) -> Result<T, Faute> {
    Err(Faute { champ: champ.into(), raison: raison.into() })
}

/// The file of a situation.
pub fn vers_json(situation: &Situation, mois: MoisCivil) -> String {
    let sujet = |lieu| {
        let reponses = Situation::fiches(lieu).iter().map(|fiche| {
            let texte = match situation.texte(lieu, fiche.cle) {
                Dit::Rien => Json::Nul,
                Dit::Ignore => IGNORE.into(),
                Dit::Oui(texte) => Json::Texte(texte),
            };
            (fiche.cle, texte)
        });
        Json::objet(reponses)
    };
    let liste = |nombre, lieu: fn(usize) -> Lieu| Json::Liste((0..nombre).map(|i| sujet(lieu(i))).collect());
    let tout = Json::objet([
        ("format", FORMAT.into()),
        ("version", Json::Nombre(VERSION.to_owned())),
        ("mois", Json::Texte(mois.ecris())),
        ("foyer", sujet(Lieu::Foyer)),
        ("adultes", liste(situation.adultes.len(), Lieu::Adulte)),
        ("enfants", liste(situation.enfants.len(), Lieu::Enfant)),
        ("sejours", liste(situation.sejours.len(), Lieu::Sejour)),
    ]);
    tout.to_string()
}

/// Reads a file. The month is absent when the file does not say it.
pub fn depuis_json(texte: &str) -> Result<(Situation, Option<MoisCivil>), Faute> {
    depuis_valeur(&Json::lis(texte).unwrap_or(Json::Nul))
}

/// The same of a file that is already JSON.
pub fn depuis_valeur(tout: &Json) -> Result<(Situation, Option<MoisCivil>), Faute> {
    let Json::Objet(membres) = tout else {
        return faute("", "ce n’est pas un fichier de Juste Droit, ou il est abîmé");
    };
    match tout.get("format").and_then(Json::texte) {
        Some(FORMAT) => {}
        Some(Coffre::FORMAT) => return faute("", "ce fichier est protégé par une phrase secrète\u{a0}: seule la page sait l’ouvrir"),
        _ => return faute("format", "ce n’est pas un fichier de Juste Droit"),
    }
    match tout.get("version") {
        Some(Json::Nombre(version)) if version == VERSION => {}
        Some(Json::Nombre(version)) if version.bytes().all(|b| b.is_ascii_digit()) && version != "0" => return faute("version", RECENT),
        _ => return faute("version", format!("cette version du fichier n’est pas connue, il faut la version {VERSION}")),
    }
    const CLES: [&str; 7] = ["format", "version", "mois", "foyer", "adultes", "enfants", "sejours"];
    if let Some((cle, _)) = membres.iter().find(|(cle, _)| !CLES.contains(&cle.as_str())) {
        return faute(cle, "ce champ n’existe pas");
    }
    let mois = match tout.get("mois") {
        None => None,
        Some(valeur) => match valeur.texte().and_then(MoisCivil::lis) {
            Some(mois) => Some(mois),
            None => return faute("mois", format!("il faut {}", MoisCivil::GENRE.attendu())),
        },
    };
    let mut situation = Situation::default();
    if let Some(foyer) = tout.get("foyer") {
        lis_sujet(&mut situation, Lieu::Foyer, "foyer", foyer)?;
    }
    let adultes = liste(tout, "adultes", 1, 2)?;
    let enfants = liste(tout, "enfants", 0, Situation::ENFANTS_MAX)?;
    let sejours = liste(tout, "sejours", 0, Situation::SEJOURS_MAX)?;
    situation.adultes = vec![Default::default(); adultes.len().max(1)];
    situation.enfants = vec![Default::default(); enfants.len()];
    situation.sejours = vec![Default::default(); sejours.len()];
    for (nom, valeurs, lieu) in
        [("adultes", adultes, Lieu::Adulte as fn(usize) -> Lieu), ("enfants", enfants, Lieu::Enfant), ("sejours", sejours, Lieu::Sejour)]
    {
        for (i, valeur) in valeurs.iter().enumerate() {
            lis_sujet(&mut situation, lieu(i), &format!("{nom}[{i}]"), valeur)?;
        }
    }
    coherente(situation).map(|situation| (situation, mois))
}

/// What the form cannot produce is refused; what it adds by itself is added.
pub fn coherente(mut situation: Situation) -> Result<Situation, Faute> {
    match situation.foyer.valeur(Foyer::COUPLE) {
        Some(Couple::Seul) if 1 < situation.adultes.len() => {
            return faute("adultes", "deux adultes, mais « couple » dit que l’adulte vit seul");
        }
        Some(Couple::Marie | Couple::Pacse | Couple::Concubinage) if situation.adultes.len() == 1 => {
            situation.adultes.push(Default::default())
        }
        _ => {}
    }
    for (nom, question, combien) in
        [("enfants", Foyer::A_DES_ENFANTS, situation.enfants.len()), ("sejours", Foyer::PROJET_VACANCES, situation.sejours.len())]
    {
        match situation.foyer.valeur(question) {
            _ if combien == 0 => {}
            Some(OuiNon::Non) => return faute(nom, "la liste n’est pas vide, mais le foyer dit qu’il n’y en a pas"),
            _ => situation.foyer.pose(question, Dit::Oui(OuiNon::Oui)),
        }
    }
    Ok(situation)
}

fn liste<'a>(tout: &'a Json, nom: &str, de: usize, a: usize) -> Result<&'a [Json], Faute> {
    match tout.get(nom) {
        None => Ok(&[]),
        Some(Json::Liste(valeurs)) if (de..=a).contains(&valeurs.len()) => Ok(valeurs),
        Some(_) => faute(nom, format!("il faut une liste de {de} à {a} éléments")),
    }
}

fn lis_sujet(situation: &mut Situation, lieu: Lieu, nom: &str, valeur: &Json) -> Result<(), Faute> {
    let Json::Objet(reponses) = valeur else {
        return faute(nom, "il faut un objet");
    };
    for (cle, valeur) in reponses {
        let champ = || format!("{nom}.{cle}");
        let Some(texte) = valeur.texte() else {
            return faute(champ(), "il faut un texte entre guillemets");
        };
        let lu = if texte == IGNORE { situation.pose(lieu, cle, Dit::Ignore).map(Ok) } else { situation.saisit(lieu, cle, texte) };
        match lu {
            Some(Ok(())) => {}
            Some(Err(illisible)) => return faute(champ(), illisible.to_string()),
            None => return faute(champ(), "cette question n’existe pas"),
        }
    }
    Ok(())
}
