//! From where an amount is asked about. These figures are ours, not the law's: wide enough that a right amount is seldom questioned,
//! and always a share of something that is known, the Smic of the month or another answer.

use crate::grandeurs::Taux;

/// A year's wage, or revenu fiscal de référence, that looks like a month's, in gross monthly Smic: below, it is less than anyone
/// takes for a month's pay; above, two months of work a year are more likely than a slip.
pub const EN_SMIC_DU_MOIS: [Taux; 2] = [Taux::c(25, 2), Taux::c(2, 0)];

/// A year's income that looks like what the same person says of a month: pay moves by a quarter in two years, seldom more.
pub const AUTOUR_DU_MOIS: [Taux; 2] = [Taux::c(75, 2), Taux::c(125, 2)];

/// A year's wages this many times those of twelve months of today: part time and a new job explain less.
pub const FOIS_LES_MOIS: Taux = Taux::c(4, 0);

/// The revenu fiscal de référence, in shares of the wages of its year when there is nothing else. Deductions seldom take half of
/// them; untaxed overtime, which it counts, seldom adds a quarter.
pub const RFR_DES_SALAIRES: [Taux; 2] = [Taux::c(50, 2), Taux::c(125, 2)];
