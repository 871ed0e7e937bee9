//! An answer as a spreadsheet holds it: the texts of the form and of files, and what spreadsheets make of them by themselves.

use crate::{
    grandeurs::{MoisCivil, jour_lu},
    situation::{AUCUN, Contenu, Genre, Option_, Reponse},
    vue::minuscules,
};
use std::borrow::Cow;

/// « Je ne sais pas ».
pub const IGNORE: &str = "?";

/// Reads an answer for a household of this month; none when it cannot be one.
pub fn lis(genre: Genre, texte: &str, mois: MoisCivil) -> Option<Contenu> {
    genre.lis(texte).or_else(|| match genre {
        // As in the form: the year of which the question speaks.
        Genre::Annuel => genre.lis(&format!("{}={texte}", mois.annee.saturating_sub(2))),
        Genre::MoisCivil => lis_mois(texte).map(Contenu::MoisCivil),
        // A spreadsheet takes away the zero of « 01 ».
        Genre::Departement => genre.lis(&format!("0{texte}")).or_else(|| choix(genre, texte)),
        Genre::Choix(_) => choix(genre, texte),
        _ => None,
    })
}

/// A choice by what the form shows, or by its key, whatever the capitals and the apostrophes.
fn choix(genre: Genre, texte: &str) -> Option<Contenu> {
    let net = |texte: &str| minuscules(texte).replace('\'', "’").replace(['\u{a0}', '\u{202f}'], " ");
    let texte = net(texte);
    let rang = genre.options().iter().position(|option| net(option.cle) == texte || net(option.libelle) == texte)?;
    Some(Contenu::Choix(rang))
}

/// « 2026-11 », « 11/2026 », « novembre 2026 », a day of the month; and « nov.-26 », which a spreadsheet makes of « 11/2026 ».
pub fn lis_mois(texte: &str) -> Option<MoisCivil> {
    MoisCivil::lis(texte).or_else(|| jour_lu(texte).map(MoisCivil::de)).or_else(|| {
        let texte = minuscules(texte);
        let (nom, annee) = texte.rsplit_once(['-', ' ', '\u{a0}'])?;
        let nom = nom.trim_end_matches('.');
        let siecle = match annee.len() {
            2 => 2000,
            4 => 0,
            _ => return None,
        };
        let annee = siecle + i32::from(annee.parse::<u16>().ok()?);
        let mut possibles = (1..=12).map(|rang| MoisCivil::le(annee, rang)).filter(|mois| mois.to_string().starts_with(nom));
        let trouve = possibles.next().filter(|_| 3 <= nom.chars().count() && (1900..2200).contains(&annee))?;
        possibles.next().is_none().then_some(trouve)
    })
}

/// Ends the sentence « Il faut … »: a file does not show the choices, they are said.
pub fn attendu(genre: Genre) -> Cow<'static, str> {
    let cles = |options: &[Option_]| options.iter().map(|option| option.cle).collect::<Vec<_>>().join(", ");
    match genre {
        Genre::Choix(options) => format!("un de ces mots\u{a0}: {}", cles(options)).into(),
        Genre::Plusieurs(options) => {
            format!("un ou plusieurs de ces mots, séparés par des virgules\u{a0}: {}, ou {AUCUN}", cles(options)).into()
        }
        Genre::Annuel => "un montant en euros, par exemple 12 400, ou plusieurs années, par exemple 2024=12400;2023=11900".into(),
        Genre::Mensuel => "un montant par mois en euros, par exemple 1 016,05, ou par mois, par exemple 800;2026-09=750".into(),
        autre => autre.attendu().into(),
    }
}

/// The text of an answer. A decimal point would make a date of an amount, in a French spreadsheet.
pub fn ecris(genre: Genre, contenu: &Contenu) -> String {
    let texte = genre.ecris(contenu);
    match genre {
        Genre::Montant(_) | Genre::Mensuel | Genre::Annuel | Genre::Parts => texte.replace('.', ","),
        _ => texte,
    }
}

/// A spreadsheet runs a text that starts so; and a line that starts by `#` is not read.
fn dangereux(texte: &str) -> bool {
    texte.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '#'])
}
/// Makes a text harmless; `nue` gives it back.
pub fn protege(texte: &str) -> Cow<'_, str> {
    if dangereux(texte) { format!("'{texte}").into() } else { texte.into() }
}
pub fn nue(texte: &str) -> &str {
    texte.strip_prefix('\'').filter(|reste| dangereux(reste)).unwrap_or(texte)
}

/// Adds a cell, between quotes when it needs them. On one line: a file of households has as many as it has households.
pub fn ajoute(rangee: &mut String, texte: &str, separateur: char) {
    if !texte.contains([separateur, '"', '\n', '\r']) {
        *rangee += texte;
        return;
    }
    rangee.push('"');
    for lettre in texte.chars() {
        match lettre {
            '"' => *rangee += "\"\"",
            '\n' | '\r' => rangee.push(' '),
            lettre => rangee.push(lettre),
        }
    }
    rangee.push('"');
}

/// Adds a line of cells.
pub fn ajoute_rangee<T: AsRef<str>>(sortie: &mut String, cellules: impl IntoIterator<Item = T>, separateur: char) {
    for (rang, cellule) in cellules.into_iter().enumerate() {
        if 0 < rang {
            sortie.push(separateur);
        }
        ajoute(sortie, cellule.as_ref(), separateur);
    }
    sortie.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::situation::{Couple, Departement, TauxIncapacite};

    #[test]
    fn un_mois_se_lit_comme_un_tableur_l_ecrit() {
        for texte in ["2026-11", "11/2026", "nov.-26", "nov-26", "Novembre 2026", "novembre\u{a0}2026", "01/11/2026", "2026-11-30"] {
            assert_eq!(lis_mois(texte), Some(MoisCivil::le(2026, 11)), "{texte}");
        }
        assert_eq!((lis_mois("juin-26"), lis_mois("juil-26")), (Some(MoisCivil::le(2026, 6)), Some(MoisCivil::le(2026, 7))));
        for texte in ["", "no-26", "jui-26", "brumaire 2026", "nov-226", "2026", "nov.-é2"] {
            assert_eq!(lis_mois(texte), None, "{texte}");
        }
    }

    #[test]
    fn un_choix_se_lit_par_sa_cle_ou_son_libelle() {
        let mois = MoisCivil::le(2026, 11);
        for texte in ["marie", "Marie", "En couple, mariés", "EN COUPLE, MARIÉS"] {
            assert_eq!(lis(Couple::GENRE, texte, mois), Some(Couple::Marie.contenu()), "{texte}");
        }
        assert_eq!(lis(TauxIncapacite::GENRE, "De 50 à 79\u{a0}%", mois), Some(TauxIncapacite::De50a79.contenu()));
        for texte in ["01", "1", "Ain", "ain"] {
            assert_eq!(lis(Departement::GENRE, texte, mois), Some(Contenu::Choix(0)), "{texte}");
        }
        assert_eq!(lis(Departement::GENRE, "2a", mois), lis(Departement::GENRE, "2A", mois));
        assert_eq!(lis(Couple::GENRE, "célibataire", mois), None);
    }

    #[test]
    fn un_texte_qu_un_tableur_calculerait_est_rendu_inoffensif_et_se_relit() {
        for texte in ["=1+1", "@x", "-5", "+33", "#nom", "'=1", "''@", "＝1"] {
            let ecrit = protege(texte);
            assert!(ecrit.starts_with('\''), "{texte}");
            assert_eq!(nue(&ecrit), texte);
        }
        for texte in ["", "Noé", "'Noé", "1 016,05", "l’enfant"] {
            assert_eq!((protege(texte).as_ref(), nue(texte)), (texte, texte));
        }
    }
}
