//! The words of the command line.

use juste_droit::{grandeurs::MoisCivil, lot::Forme, situation::Reponse};
use std::ffi::OsString;

/// What is asked.
#[derive(Debug, PartialEq)]
pub enum Demande {
    Aide,
    Version,
    /// The file to fill in.
    Modele,
    Calcule(Options),
}

/// How a result is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Format {
    Json,
    Explique,
    /// Of one household as of many.
    Plusieurs(Sortie),
}

/// How the results of many households are written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sortie {
    Lignes,
    Csv(Forme),
}

/// The options of `calcule`.
#[derive(Debug, PartialEq)]
pub struct Options {
    /// « - » is the standard input.
    pub fichier: OsString,
    pub mois: Option<MoisCivil>,
    /// Files of local scales.
    pub baremes: Vec<OsString>,
    pub format: Format,
}

/// Reads the words after the name of the program.
pub fn lis(mots: impl Iterator<Item = OsString>) -> Result<Demande, String> {
    let mut mots = mots.peekable();
    match mots.next().as_ref().map(|mot| mot.to_string_lossy()).as_deref() {
        Some("calcule") => {}
        Some("modele") if mots.peek().is_none() => return Ok(Demande::Modele),
        Some("modele") => return Err("«\u{a0}modele\u{a0}» n’attend rien d’autre".to_owned()),
        Some("-h" | "--help") => return Ok(Demande::Aide),
        Some("-V" | "--version") => return Ok(Demande::Version),
        Some(autre) => return Err(format!("«\u{a0}{autre}\u{a0}» n’est pas une commande")),
        None => return Err("il manque la commande, par exemple «\u{a0}calcule\u{a0}»".to_owned()),
    }
    let (mut fichier, mut mois, mut baremes, mut format) = (None, None, Vec::new(), Format::Json);
    while let Some(mot) = mots.next() {
        let lu = mot.to_string_lossy();
        let (nom, colle) = match lu.split_once('=') {
            Some((nom, valeur)) if nom.starts_with("--") => (nom.to_owned(), Some(valeur.to_owned())),
            _ => (lu.clone().into_owned(), None),
        };
        match (nom.as_str(), &colle) {
            ("-h" | "--help", None) => return Ok(Demande::Aide),
            ("-V" | "--version", None) => return Ok(Demande::Version),
            ("--mois", _) => {
                let valeur = colle.or_else(|| mots.next().map(|mot| mot.to_string_lossy().into_owned())).unwrap_or_default();
                let lu = MoisCivil::lis(&valeur)
                    .ok_or_else(|| format!("--mois\u{a0}: nous avons lu «\u{a0}{valeur}\u{a0}», il faut {}", MoisCivil::GENRE.attendu()))?;
                mois = Some(lu);
            }
            ("--bareme", _) => {
                let chemin = colle.map(OsString::from).or_else(|| mots.next());
                baremes.push(chemin.ok_or("--bareme\u{a0}: il manque le fichier du barème local")?);
            }
            ("--explique" | "--lignes" | "--csv" | "--tableau", None) => {
                let voulu = match nom.as_str() {
                    "--explique" => Format::Explique,
                    "--lignes" => Format::Plusieurs(Sortie::Lignes),
                    "--csv" => Format::Plusieurs(Sortie::Csv(Forme::Droits)),
                    _ => Format::Plusieurs(Sortie::Csv(Forme::Foyers)),
                };
                if format != Format::Json && format != voulu {
                    return Err("--explique, --lignes, --csv et --tableau ne vont pas ensemble".to_owned());
                }
                format = voulu;
            }
            (nom, _) if nom.starts_with('-') && nom != "-" => return Err(format!("l’option «\u{a0}{lu}\u{a0}» n’existe pas")),
            _ if fichier.is_none() => fichier = Some(mot),
            _ => return Err(format!("un seul fichier à la fois\u{a0}: «\u{a0}{lu}\u{a0}» est de trop")),
        }
    }
    let fichier = fichier.ok_or("il manque le fichier de la situation («\u{a0}-\u{a0}» pour l’entrée standard)")?;
    Ok(Demande::Calcule(Options { fichier, mois, baremes, format }))
}
