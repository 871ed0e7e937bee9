//! Quotient familial of the Caf: the figure that many local aids read.

use super::{
    aah, aeeh, aide_logement, ajpp, allocation_de_base, allocation_soutien_familial, allocations_familiales, complement_aeeh,
    complement_ajpp, complement_familial, complement_ressources, mva, prepare, prime_activite, rsa,
};
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
    // The benefits paid each month that the quotient counts; the CMG and what is paid once are not among them.
    depend: &[
        &allocations_familiales::AIDE,
        &complement_familial::AIDE,
        &allocation_soutien_familial::AIDE,
        &allocation_de_base::AIDE,
        &prepare::AIDE,
        &aeeh::AIDE,
        &complement_aeeh::AIDE,
        &ajpp::AIDE,
        &complement_ajpp::AIDE,
        &aah::AIDE,
        &mva::AIDE,
        &complement_ressources::AIDE,
        &rsa::AIDE,
        &prime_activite::AIDE,
        &aide_logement::AIDE,
    ],
    regle: Regle::Foyer(calcule),
};

fn calcule(d: &mut Dossier) -> Issue {
    let quotient = quotient::du_foyer(d, |d| aide_logement::percue(d, d.mois))?;
    if d.facultatif(Lieu::Foyer, Foyer::QUOTIENT).is_some()
        && let Some(mois) = d.facultatif(Lieu::Foyer, Foyer::QUOTIENT_MOIS)
        && mois != d.mois
    {
        d.avertit(format!("Ce quotient est celui de {mois}."));
    }
    Ok(Montant::Repere(quotient))
}
