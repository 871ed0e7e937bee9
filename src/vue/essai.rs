//! A right that the tests of the screens make up.

use crate::{grandeurs::MoisCivil, moteur::*};

pub static ARTICLE: Article = Article { nom: "Texte", lien: "https://example.org" };
/// It gives whatever the test says: no rule of it is run.
pub static AIDE: Aide = Aide {
    id: "essai",
    nom: "Essai",
    resume: "",
    famille: Famille::Vacances,
    textes: &[&ARTICLE],
    depend: &[],
    regle: Regle::Foyer(|_| Ok(Montant::Notifie)),
};
pub const MOIS: MoisCivil = MoisCivil::le(2026, 11);

/// What it is for a child.
pub fn droit(enfant: usize, issue: Conclusion) -> Droit {
    Droit { aide: &AIDE, beneficiaire: Beneficiaire::Enfant(enfant), issue, verse_en: None, etapes: Vec::new(), reserves: Vec::new() }
}
