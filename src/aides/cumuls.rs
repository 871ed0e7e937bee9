//! The rights that the law does not pay together: each pair once. `src/moteur/cumul.rs` applies them, in this order;
//! `cumuls.cas.toml` holds the cases of each.

use super::{
    aah, ajpp, allocation_de_base, allocations_familiales, cmg, cmg_structure, complement_aeeh, complement_familial, conge_naissance,
    prepare,
};
use crate::{
    baremes::{conge_naissance::OUVERTURE, enfants::AGE_LIMITE},
    grandeurs::*,
    moteur::{Article, Beneficiaire, Cumul, Dossier, Effet},
    notions::territoire::{Territoire, du_departement},
    situation::{Adulte, CongeParental, Enfant, Foyer, OuiNon},
};

static L532_1: Article = Article {
    nom: "CSS, art. L. 532-1",
    lien: "https://ash.tm.fr/hebdo/2546/le-social-en-textes/les-modalites-de-cumul-entre-lallocation-de-base-de-la-paje-et-le-complement-familial-sont-precisees-409588.php",
};
static L532_1_OUTRE_MER: Article = Article {
    nom: "CSS, art. L. 532-1",
    lien: "https://www.ash.tm.fr/numeros-juridiques/2876/laccueil-et-la-garde-du-jeune-enfant/lallocation-de-base/les-regles-de-cumul-505019.php",
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
const CONGE_ET_CMG: &str =
    "Le complément de garde (CMG) n’est pas versé pendant le congé supplémentaire de naissance d’un parent, pour le même enfant.";

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
        par: &conge_naissance::AIDE,
        effet: Effet::Remplace,
        entre: la_meme_personne,
        article: &conge_naissance::LOI,
        phrase: "La PreParE n’est pas versée pendant le congé supplémentaire de naissance\u{a0}; elle reste possible après.",
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
    Cumul {
        ecarte: &allocations_familiales::AIDE,
        par: &allocation_de_base::AIDE,
        effet: Effet::Remplace,
        entre: enfant_unique,
        article: &L532_1_OUTRE_MER,
        phrase: "Outre-mer, les allocations familiales d’un enfant unique ne sont pas versées avec l’allocation de base.",
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
    Cumul {
        ecarte: &cmg::AIDE,
        par: &conge_naissance::AIDE,
        effet: Effet::Remplace,
        entre: pour_le_meme_enfant,
        article: &L531_5,
        phrase: CONGE_ET_CMG,
    },
    Cumul {
        ecarte: &cmg_structure::AIDE,
        par: &conge_naissance::AIDE,
        effet: Effet::Remplace,
        entre: pour_le_meme_enfant,
        article: &L531_5,
        phrase: CONGE_ET_CMG,
    },
];

/// A household overseas with one child « à charge ». Elsewhere such a household may have the flat allowance of children who have just
/// passed the age limit.
fn enfant_unique(d: &Dossier, _: Beneficiaire, _: Beneficiaire) -> bool {
    let departement = d.situation.foyer.valeur(Foyer::DEPARTEMENT);
    if departement.is_none_or(|departement| du_departement(departement.code()) != Territoire::OutreMer) {
        return false;
    }
    let limite = d.ligne_au(&AGE_LIMITE, d.jour).map(|ligne| ligne.valeur);
    let naissances = d.situation.enfants.iter().filter(|enfant| enfant.valeur(Enfant::DECES).is_none_or(|deces| d.jour <= deces));
    let naissances = naissances.filter_map(|enfant| enfant.valeur(Enfant::NAISSANCE));
    let a_charge = |ne: &Date| *ne < d.jour && limite.is_some_and(|limite| d.mois.dernier_jour() < anniversaire(*ne, limite));
    naissances.filter(a_charge).count() == 1
}

fn le_foyer(_: &Dossier, _: Beneficiaire, _: Beneficiaire) -> bool {
    true
}

fn la_meme_personne(_: &Dossier, un: Beneficiaire, autre: Beneficiaire) -> bool {
    un == autre
}

/// A child, and the adult who stays beside it.
fn aupres_de_cet_enfant(d: &Dossier, enfant: Beneficiaire, adulte: Beneficiaire) -> bool {
    let (Beneficiaire::Enfant(enfant), Beneficiaire::Adulte(adulte)) = (enfant, adulte) else { return false };
    let dits = d.situation.adultes.get(adulte).and_then(|adulte| adulte.valeur(Adulte::PRESENCE_ENFANTS));
    d.situation.enfants.len() == 1 || dits.is_some_and(|enfants| enfants.contient(enfant))
}

/// Any child, and a parent who stopped working altogether, or did not say yet.
fn parent_sans_travail(d: &Dossier, _: Beneficiaire, parent: Beneficiaire) -> bool {
    let Beneficiaire::Adulte(parent) = parent else { return true };
    let conge = d.situation.adultes.get(parent).and_then(|adulte| adulte.valeur(Adulte::CONGE_PARENTAL));
    conge.is_none_or(|conge| conge == CongeParental::Total)
}

/// The child for whom the leave is taken: born or arrived since it can be. Both are paid for those of the months before.
fn pour_le_meme_enfant(d: &Dossier, enfant: Beneficiaire, _: Beneficiaire) -> bool {
    let Beneficiaire::Enfant(enfant) = enfant else { return false };
    let Some(enfant) = d.situation.enfants.get(enfant) else { return false };
    let adopte = d.situation.foyer.valeur(Foyer::ADOPTION) == Some(OuiNon::Oui);
    let arrivee = if adopte { enfant.valeur(Enfant::ARRIVEE) } else { None };
    let accueil = arrivee.or_else(|| enfant.valeur(Enfant::NAISSANCE));
    accueil.and_then(|jour| d.ligne_au(&OUVERTURE, jour)).is_some_and(|ligne| ligne.valeur)
}
