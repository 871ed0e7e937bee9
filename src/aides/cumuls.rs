//! The rights that the law does not pay together: each pair once. `src/moteur/cumul.rs` applies them, in this order;
//! `cumuls.cas.toml` holds the cases of each.

use super::{aah, ajpp, allocation_de_base, cmg, cmg_structure, complement_aeeh, complement_familial, prepare};
use crate::{
    moteur::{Article, Beneficiaire, Cumul, Effet},
    situation::{Adulte, CongeParental, Situation},
};

static L532_1: Article = Article {
    nom: "CSS, art. L. 532-1",
    lien: "https://ash.tm.fr/hebdo/2546/le-social-en-textes/les-modalites-de-cumul-entre-lallocation-de-base-de-la-paje-et-le-complement-familial-sont-precisees-409588.php",
};
static PREPARE: Article = Article {
    nom: "CSS, art. L. 532-2 (service-public, fiche F32485)",
    lien: "https://www.service-public.fr/particuliers/vosdroits/F32485",
};
static L531_5: Article = Article {
    nom: "CSS, art. L. 531-5 (service-public, fiche F39152)",
    lien: "https://www.service-public.fr/particuliers/vosdroits/F39152",
};
const PREPARE_ET_CMG: &str =
    "Le complément de garde (CMG) n’est pas versé avec la PreParE à taux plein, celle d’un parent qui ne travaille plus du tout.";

pub static CUMULS: &[Cumul] = &[
    Cumul {
        ecarte: &ajpp::AIDE,
        par: &aah::AIDE,
        effet: Effet::PlusFavorable,
        entre: la_meme_personne,
        article: &ajpp::L544_9,
        phrase: "L’AJPP et l’AAH ne sont pas versées ensemble à la même personne\u{a0}: la Caf verse la plus élevée.",
    },
    Cumul {
        ecarte: &prepare::AIDE,
        par: &ajpp::AIDE,
        effet: Effet::PlusFavorable,
        entre: la_meme_personne,
        article: &ajpp::L544_9,
        phrase: "La PreParE et l’AJPP ne sont pas versées ensemble à la même personne\u{a0}: la Caf verse la plus élevée.",
    },
    Cumul {
        ecarte: &complement_aeeh::AIDE,
        par: &ajpp::AIDE,
        effet: Effet::AuChoix,
        entre: aupres_de_cet_enfant,
        article: &ajpp::L544_9,
        phrase: "L’AJPP et le complément d’AEEH (avec sa majoration) ne sont pas versés ensemble pour le même enfant.",
    },
    // The allocation de base comes first; when it is the smaller, the Caf pays the larger (circulaire Cnaf n° 2007-023).
    Cumul {
        ecarte: &complement_familial::AIDE,
        par: &allocation_de_base::AIDE,
        effet: Effet::PlusFavorable,
        entre: le_foyer,
        article: &L532_1,
        phrase: "Le complément familial et l’allocation de base ne sont pas versés ensemble\u{a0}: la Caf verse le plus élevé.",
    },
    Cumul {
        ecarte: &complement_familial::AIDE,
        par: &prepare::AIDE,
        effet: Effet::AuChoix,
        entre: le_foyer,
        article: &PREPARE,
        phrase: "Le complément familial et la PreParE, même à taux partiel, ne sont pas versés ensemble.",
    },
    Cumul {
        ecarte: &cmg::AIDE,
        par: &prepare::AIDE,
        effet: Effet::Remplace,
        entre: parent_sans_travail,
        article: &L531_5,
        phrase: PREPARE_ET_CMG,
    },
    Cumul {
        ecarte: &cmg_structure::AIDE,
        par: &prepare::AIDE,
        effet: Effet::Remplace,
        entre: parent_sans_travail,
        article: &L531_5,
        phrase: PREPARE_ET_CMG,
    },
];

fn le_foyer(_: &Situation, _: Beneficiaire, _: Beneficiaire) -> bool {
    true
}

fn la_meme_personne(_: &Situation, un: Beneficiaire, autre: Beneficiaire) -> bool {
    un == autre
}

/// A child, and the adult who stays beside it.
fn aupres_de_cet_enfant(situation: &Situation, enfant: Beneficiaire, adulte: Beneficiaire) -> bool {
    let (Beneficiaire::Enfant(enfant), Beneficiaire::Adulte(adulte)) = (enfant, adulte) else { return false };
    let dits = situation.adultes.get(adulte).and_then(|adulte| adulte.valeur(Adulte::PRESENCE_ENFANTS));
    situation.enfants.len() == 1 || dits.is_some_and(|enfants| enfants.contient(enfant))
}

/// Any child, and a parent who stopped working altogether, or did not say yet.
fn parent_sans_travail(situation: &Situation, _: Beneficiaire, parent: Beneficiaire) -> bool {
    let Beneficiaire::Adulte(parent) = parent else { return true };
    let conge = situation.adultes.get(parent).and_then(|adulte| adulte.valeur(Adulte::CONGE_PARENTAL));
    conge.is_none_or(|conge| conge == CongeParental::Total)
}
