//! Les plafonds de ressources qui croissent avec le nombre d'enfants (CSS, art. R. 522-2, R. 522-4, R. 531-1, R. 543-5).

use super::ressources_familiales;
use crate::{
    baremes::plafonds_familiaux::*,
    grandeurs::*,
    moteur::{Arret, Bareme, Dossier, ensemble},
};

/// A ceiling: what it is without children, and what a lone parent or two earners add to it.
#[derive(Clone, Copy)]
pub struct Plafond {
    pub base: &'static Bareme<Euros<An>>,
    pub majoration: &'static Bareme<Euros<An>>,
}

/// That of the complément familial and of the full allocation de base.
pub static PLEIN: Plafond = Plafond { base: &BASE, majoration: &MAJORATION };

/// That of the partial allocation de base, and of the primes à la naissance and à l'adoption.
pub static TAUX_PARTIEL: Plafond = Plafond { base: &PARTIEL, majoration: &PARTIEL_MAJORATION };

/// The ceiling for a number of children, in whole euros as it is published, and whether it was increased.
pub fn plafond(d: &mut Dossier, quoi: &'static str, bornes: Plafond, enfants: u32) -> Result<Euros<An>, Arret> {
    d.detaille(quoi, "plafond sans enfant × majorations pour les enfants + majoration du foyer", |d| {
        let majore = ressources_familiales::isole_ou_biactif(d);
        let (base, premiers, suivants) = (d.valeur(bornes.base)?, d.valeur(&PAR_ENFANT)?, d.valeur(&PAR_ENFANT_SUIVANT)?);
        let (majore, majoration) = ensemble(majore, d.valeur(bornes.majoration))?;
        let avec_enfants = base + base * premiers * enfants.min(2) + base * suivants * enfants.saturating_sub(2);
        let majoration = if majore { majoration } else { Euros::ZERO };
        Ok((avec_enfants + majoration).arrondi_a_l_euro())
    })
}

/// R. 543-5 et L. 755-16 : le plafond de la rentrée scolaire, qui est aussi celui du complément familial outre-mer.
pub fn de_la_rentree(d: &mut Dossier, enfants: u32) -> Result<Euros<An>, Arret> {
    d.detaille("Plafond de ressources", "plafond sans enfant, majoré pour chaque enfant", |d| {
        let base = d.valeur(&RENTREE)?;
        Ok((base + base * d.valeur(&RENTREE_PAR_ENFANT)? * enfants).arrondi_a_l_euro())
    })
}
