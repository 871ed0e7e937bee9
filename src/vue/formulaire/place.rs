//! The steps, one after the other.

use super::Section;
use crate::vue::route::Ecran;

/// Where a screen stands among the steps, and its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub rang: usize,
    pub total: usize,
    pub avant: Ecran,
    pub apres: Ecran,
}

/// None for a screen that is not a step.
pub fn place(sections: &[Section], ecran: Ecran) -> Option<Place> {
    let ecrans: Vec<Ecran> = sections.iter().map(|section| Ecran::Etape(section.rubrique)).chain([Ecran::Recapitulatif]).collect();
    let rang = ecrans.iter().position(|autre| *autre == ecran)?;
    let avant = rang.checked_sub(1).and_then(|i| ecrans.get(i)).copied().unwrap_or(Ecran::Accueil);
    let apres = ecrans.get(rang + 1).copied().unwrap_or(Ecran::Droits);
    Some(Place { rang: rang + 1, total: ecrans.len(), avant, apres })
}
