//! What the page asks for after its first screen, and where each part of it stands.

use crate::{
    annexe::{self, communes},
    second::Partie,
};

/// Where a part of the site stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chargement {
    PasDemande,
    /// `encore`: after a failure, so that no copy that was kept serves.
    EnAttente {
        encore: bool,
    },
    Echec,
    Fait,
}
impl Chargement {
    fn si(la: bool) -> Self {
        if la { Self::Fait } else { Self::PasDemande }
    }
    pub(super) fn recois(&mut self, entiere: bool) {
        *self = if entiere { Self::Fait } else { Self::Echec };
    }
    /// Asks for it, unless that was done.
    pub(super) fn demande(&mut self) {
        if *self == Self::PasDemande {
            *self = Self::EnAttente { encore: false };
        }
    }
    /// Asks again for what did not come.
    pub(super) fn redemande(&mut self) {
        if *self == Self::Echec {
            *self = Self::EnAttente { encore: true };
        }
    }
}

/// Whatever is wiped, what came stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrivees {
    /// The second file and the annex: what only serves once the first screen is left.
    pub reste: Chargement,
    /// The third file: asked for by the screen of many households.
    pub foyers: Chargement,
    /// The list of communes: asked for with the first letter.
    pub communes: Chargement,
}
impl Arrivees {
    /// On a page that just came.
    pub fn au_debut() -> Self {
        let [reste, foyers, communes] = [annexe::est_la(), Partie::Troisieme.est_la(), communes::sont_la()].map(Chargement::si);
        Arrivees { reste, foyers, communes }
    }
}
