//! The rights that the law does not pay together: each pair once. `src/moteur/cumul.rs` applies them, in this order;
//! `cumuls.cas.toml` holds a case for each.

use super::{aah, ajpp, complement_aeeh};
use crate::{
    moteur::{Beneficiaire, Cumul, Effet},
    situation::{Adulte, Situation},
};

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
        ecarte: &complement_aeeh::AIDE,
        par: &ajpp::AIDE,
        effet: Effet::AuChoix,
        entre: aupres_de_cet_enfant,
        article: &ajpp::L544_9,
        phrase: "L’AJPP et le complément d’AEEH (avec sa majoration) ne sont pas versés ensemble pour le même enfant.",
    },
];

fn la_meme_personne(_: &Situation, un: Beneficiaire, autre: Beneficiaire) -> bool {
    un == autre
}

/// A child, and the adult who stays beside it.
fn aupres_de_cet_enfant(situation: &Situation, enfant: Beneficiaire, adulte: Beneficiaire) -> bool {
    let (Beneficiaire::Enfant(enfant), Beneficiaire::Adulte(adulte)) = (enfant, adulte) else { return false };
    let dits = situation.adultes.get(adulte).and_then(|adulte| adulte.valeur(Adulte::PRESENCE_ENFANTS));
    situation.enfants.len() == 1 || dits.is_some_and(|enfants| enfants.contient(enfant))
}
