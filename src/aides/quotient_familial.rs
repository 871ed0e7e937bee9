//! Quotient familial of the Caf: the figure that many local aids read.

use crate::{
    moteur::*,
    notions::quotient,
    situation::{Foyer, Lieu},
};

static DECRET: Article =
    Article { nom: "Décret n° 2024-277 du 28 mars 2024, art. 1", lien: "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000049339141" };

pub static AIDE: Aide = Aide {
    id: "quotient_familial",
    nom: "Quotient familial de la Caf",
    resume: "Ce que le foyer a par mois et par part\u{a0}: beaucoup d’aides locales en dépendent. Ce n’est pas le quotient des impôts.",
    famille: Famille::Repere,
    textes: &[&DECRET],
    depend: &[],
    regle: Regle::Foyer(calcule),
};

fn calcule(d: &mut Dossier) -> Issue {
    let quotient = quotient::retenu(d, None)?;
    if d.facultatif(Lieu::Foyer, Foyer::QUOTIENT).is_some()
        && let Some(mois) = d.facultatif(Lieu::Foyer, Foyer::QUOTIENT_MOIS)
        && mois != d.mois
    {
        d.avertit(format!("Ce quotient est celui de {mois}."));
    }
    Ok(Montant::Repere(quotient))
}
