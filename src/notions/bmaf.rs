//! La base mensuelle de calcul des allocations familiales (CSS, art. L. 551-1): the amount of a benefit from its rate, and
//! what is paid of it once the CRDS is withheld.
//!
//! No text says how the CRDS is rounded; the published amounts follow one of three ways, by benefit (decision 0100).

use crate::{
    baremes::bmaf::{BMAF, CRDS},
    grandeurs::*,
    moteur::{Arret, Bareme, Dossier},
};

/// What an explanation calls the amount before the CRDS.
pub const BRUT: &str = "Montant brut";

/// A rate of the BMAF in the month simulated, before any rounding.
pub fn part(d: &mut Dossier, quoi: &'static str, taux: &'static Bareme<Taux>) -> Result<Euros<Mois>, Arret> {
    let jour = d.jour;
    part_au(d, quoi, taux, jour)
}

/// A rate of the BMAF on a day, before any rounding.
pub fn part_au(d: &mut Dossier, quoi: &'static str, taux: &'static Bareme<Taux>, jour: Date) -> Result<Euros<Mois>, Arret> {
    d.detaille(quoi, "BMAF × taux", |d| Ok(d.valeur_au(&BMAF, jour)? * d.valeur_au(taux, jour)?))
}

/// A way to withhold the CRDS from an exact amount, to the cent.
pub type Retenue = fn(Decimal, Taux) -> Decimal;

/// Amount × (1 − CRDS), rounded: allocation de rentrée scolaire, complément de mode de garde.
pub fn par_produit(exact: Decimal, crds: Taux) -> Decimal {
    au_centime(exact.saturating_mul(crds.complement().decimal()))
}

/// Rounded amount less the CRDS cut to the cent: allocations familiales, allocation de base.
pub fn par_difference(exact: Decimal, crds: Taux) -> Decimal {
    let brut = au_centime(exact);
    brut.saturating_sub(brut.saturating_mul(crds.decimal()).trunc_with_scale(2))
}

/// Amount ÷ (1 + CRDS), rounded: PreParE, primes, allocation de soutien familial, complément familial.
pub fn par_quotient(exact: Decimal, crds: Taux) -> Decimal {
    au_centime(exact.checked_div(Decimal::ONE.saturating_add(crds.decimal())).unwrap_or(exact))
}

fn au_centime(exact: Decimal) -> Decimal {
    Euros::<Fois>::de(exact).arrondi_au_centime().decimal()
}

/// What is paid of an exact amount: shows the gross amount, rounded to the cent, then withholds the CRDS.
pub fn verse<P: Periode>(d: &mut Dossier, exact: Euros<P>, retenue: Retenue) -> Result<Euros<P>, Arret> {
    d.pose(BRUT, "arrondi au centime", exact.arrondi_au_centime());
    d.detaille("Montant versé", "montant brut, moins la CRDS", |d| Ok(Euros::de(retenue(exact.decimal(), d.valeur(&CRDS)?))))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Published net amounts: each way sticks to those of its benefits.
    #[test]
    fn chaque_retenue_redonne_les_montants_publies() {
        let crds = Taux::c(5, 3);
        for (retenue, exact, publie) in [
            (par_produit as Retenue, "425.604764", "423.48"), // ARS 2025, 6 à 10 ans
            (par_produit, "418.489968", "416.40"),            // ARS 2024, 6 à 10 ans
            (par_difference, "151.7984", "151.05"),           // AF 2025, deux enfants
            (par_difference, "75.8992", "75.53"),             // AF 2025, majoration
            (par_quotient, "458.336294", "456.06"),           // PreParE 2025, taux plein
            (par_quotient, "170.915511", "170.07"),           // PreParE 2025, plus d’un mi-temps
            (par_quotient, "200.18414", "199.19"),            // ASF 2025
            (par_quotient, "194.27226", "193.31"),            // CF 2024
        ] {
            assert_eq!(retenue(exact.parse().expect("un nombre"), crds).to_string(), publie);
        }
    }
}
