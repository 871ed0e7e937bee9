//! The benefits of the birth a second time.

use super::{OracleFamille, bmaf_au, cent, d, n};
use juste_droit::{baremes::plafonds_familiaux as plafonds, grandeurs::*};

impl OracleFamille<'_> {
    pub(super) fn paje_base(&self) -> Decimal {
        let de_moins_de =
            |ans| -> Vec<Date> { self.naissances().into_iter().map(|(ne, _)| ne).filter(|ne| self.a_l_age(*ne, 0..ans)).collect() };
        let (petits, enfants) = (de_moins_de(3), de_moins_de(20).len());
        // Children born together have one allowance each, for the reference one for all.
        let ensemble = petits.iter().map(|ne| petits.iter().filter(|autre| *autre == ne).count()).max().unwrap_or(0);
        let nombre = if self.lit("jumeaux") { ensemble } else { petits.len().min(1) };
        let ressources = self.ressources();
        let taux = match () {
            () if ressources <= self.plafond(&plafonds::BASE, &plafonds::MAJORATION, enfants) => d("0.4165"),
            () if ressources <= self.plafond_partiel(enfants) => d("0.20825"),
            () => Decimal::ZERO,
        };
        let une = self.bmaf() * taux;
        if self.lit("jumeaux") { cent(une) * n(nombre) } else { une * n(nombre) }
    }

    /// Two months before the birth.
    pub(super) fn paje_naissance(&self) -> Decimal {
        let attendus = self.naissances().iter().filter(|(ne, _)| MoisCivil::de(*ne) == self.menage.mois().plus(2)).count();
        let deja = self.naissances().iter().filter(|(ne, _)| self.a_l_age(*ne, 0..20)).count();
        let examen = self.menage.mois().plus(-1).premier_jour();
        let bmaf = if self.lit("prime_a_l_examen") { bmaf_au(examen) } else { self.bmaf() };
        if self.ressources() <= self.plafond_partiel(deja + attendus) { cent(bmaf * d("2.2975")) * n(attendus) } else { Decimal::ZERO }
    }
}
