//! The bands of a local scale, and how each makes an amount.

use super::non;
use crate::grandeurs::*;
use serde::{Deserialize, Serialize};

/// A case for which a band is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Tranche {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<Coef>,
    #[serde(default, skip_serializing_if = "non")]
    pub min_strict: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<Coef>,
    #[serde(default, skip_serializing_if = "non")]
    pub max_strict: bool,
    /// Only in this case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub si: Option<Cas>,
    /// Only from this number of children who leave.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enfants_min: Option<u32>,
    pub formule: Formule,
    /// Why what this band gives is to be confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Formule {
    /// A share of the cost, capped for the stay, for each day, or not.
    Part {
        taux: Taux,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        plafond: Option<Euros<Fois>>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        plafond_jour: Option<Euros<Fois>>,
    },
    /// So much for each day.
    Jour { montant: Euros<Fois> },
    /// So much for a family with one child, more for each further child and when a child has the AEEH, at most a share of
    /// the cost.
    Forfait {
        montant: Euros<Fois>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        par_enfant: Option<Euros<Fois>>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        supplement_aeeh: Option<Euros<Fois>>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        part_max: Option<Taux>,
    },
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Palier {
    pub km_min: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub km_max: Option<u32>,
    pub montant: Euros<Fois>,
}

/// Published limits of an amount: shares of the cost, amounts for each day, amounts for the stay.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Fourchette {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_min: Option<Taux>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_max: Option<Taux>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jour_min: Option<Euros<Fois>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jour_max: Option<Euros<Fois>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub montant_min: Option<Euros<Fois>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub montant_max: Option<Euros<Fois>>,
}
