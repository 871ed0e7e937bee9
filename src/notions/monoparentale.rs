//! A family with one parent: the adult who has the child in charge lives alone, neither married, nor in a Pacs, nor with
//! a partner.

use crate::{
    moteur::{Arret, Dossier},
    situation::{Couple, Foyer},
};

/// Whether the household is a one-parent family.
pub fn famille_monoparentale(d: &mut Dossier) -> Result<bool, Arret> {
    d.detaille("Famille monoparentale", "l’adulte vit seul avec l’enfant", |d| Ok(d.foyer(Foyer::COUPLE)? == Couple::Seul))
}
