//! The bands of a local scale, and how each makes an amount.

use crate::grandeurs::*;

/// A case for which a band is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cas {
    /// A child who leaves, or the child, has the AEEH.
    Aeeh,
    /// The parent lives alone with the child.
    ParentSeul,
    /// The child is disabled.
    EnfantHandicape,
    /// Both.
    ParentSeulEtEnfantHandicape,
}

/// A band and what it gives. Bounds are inclusive unless said strict; no bound at all means that none was published.
#[derive(Clone, Debug, PartialEq)]
pub struct Tranche {
    pub min: Option<Coef>,
    pub min_strict: bool,
    pub max: Option<Coef>,
    pub max_strict: bool,
    /// Only in this case.
    pub si: Option<Cas>,
    /// Only from this number of children who leave.
    pub enfants_min: Option<u32>,
    pub formule: Formule,
    /// Why what this band gives is to be confirmed.
    pub a_confirmer: Option<String>,
}
impl Tranche {
    /// Whether a figure is not above the band.
    pub fn sous_max(&self, valeur: Decimal) -> bool {
        self.max.is_none_or(|max| valeur < max.decimal() || (valeur == max.decimal() && !self.max_strict))
    }
    /// Whether a figure is not under the band.
    pub fn sur_min(&self, valeur: Decimal) -> bool {
        self.min.is_none_or(|min| min.decimal() < valeur || (valeur == min.decimal() && !self.min_strict))
    }
    /// Whether a bound is known at all.
    pub fn est_bornee(&self) -> bool {
        self.min.is_some() || self.max.is_some()
    }
}

/// How an amount is made.
#[derive(Clone, Debug, PartialEq)]
pub enum Formule {
    /// A share of the cost, capped for the stay, for each day, or not.
    Part { taux: Taux, plafond: Option<Euros<Fois>>, plafond_jour: Option<Euros<Fois>> },
    /// So much for each day.
    Jour { montant: Euros<Fois> },
    /// So much for a family with one child, more for each further child and when a child has the AEEH, at most a share of
    /// the cost.
    Forfait { montant: Euros<Fois>, par_enfant: Option<Euros<Fois>>, supplement_aeeh: Option<Euros<Fois>>, part_max: Option<Taux> },
    /// So much.
    Fixe { montant: Euros<Fois> },
    /// So much by kilometres.
    Distance { paliers: Vec<Palier> },
    /// Only limits are published.
    Fourchette(Fourchette),
    /// The amount is told by who decides; nothing is published.
    Notifie,
}

/// A band of kilometres: the upper bound belongs to it, the lower one does not, but for the first.
#[derive(Clone, Debug, PartialEq)]
pub struct Palier {
    pub km_min: u32,
    pub km_max: Option<u32>,
    pub montant: Euros<Fois>,
}

/// Published limits of an amount: shares of the cost, amounts for each day, amounts for the stay.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fourchette {
    pub part_min: Option<Taux>,
    pub part_max: Option<Taux>,
    pub jour_min: Option<Euros<Fois>>,
    pub jour_max: Option<Euros<Fois>>,
    pub montant_min: Option<Euros<Fois>>,
    pub montant_max: Option<Euros<Fois>>,
}
