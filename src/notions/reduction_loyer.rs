//! La réduction de loyer de solidarité (CCH, art. L. 442-2-1 et L. 832-3 ; arrêté du 27 février 2018): in social housing, the
//! landlord lowers the rent and the aid is lowered by nearly as much.

use super::taille_famille::{ParTaille, Taille, montant};
use crate::{
    baremes::reduction_loyer::*,
    grandeurs::*,
    moteur::{Arret, Dossier},
    situation::Zone,
};

/// The cut of the rent, and the resources below which it is due.
type DeZone = [ParTaille<Euros<Mois>>; 2];
macro_rules! de_zone { ($ZONE:ident: $($montant:ident)*, $($plafond:ident)*) => { static $ZONE: DeZone = [par!($($montant)*), par!($($plafond)*)]; } }
macro_rules! par { ($seul:ident $couple:ident $en_plus:ident $($avec:ident)*) => {
    ParTaille { seul: &$seul, couple: &$couple, avec: &[$(&$avec),*], en_plus: &$en_plus }
} }
de_zone!(PREMIERE: SEUL_1 COUPLE_1 EN_PLUS_1 FAMILLE_1,
    PLAFOND_SEUL_1 PLAFOND_COUPLE_1 PLAFOND_EN_PLUS_1 PLAFOND_1_1 PLAFOND_2_1 PLAFOND_3_1 PLAFOND_4_1 PLAFOND_5_1 PLAFOND_6_1);
de_zone!(DEUXIEME: SEUL_2 COUPLE_2 EN_PLUS_2 FAMILLE_2,
    PLAFOND_SEUL_2 PLAFOND_COUPLE_2 PLAFOND_EN_PLUS_2 PLAFOND_1_2 PLAFOND_2_2 PLAFOND_3_2 PLAFOND_4_2 PLAFOND_5_2 PLAFOND_6_2);
de_zone!(TROISIEME: SEUL_3 COUPLE_3 EN_PLUS_3 FAMILLE_3,
    PLAFOND_SEUL_3 PLAFOND_COUPLE_3 PLAFOND_EN_PLUS_3 PLAFOND_1_3 PLAFOND_2_3 PLAFOND_3_3 PLAFOND_4_3 PLAFOND_5_3 PLAFOND_6_3);

/// What the aid loses: nothing when the resources reach the ceiling.
pub fn retiree(d: &mut Dossier, zone: Zone, taille: Taille, ressources: Euros<An>) -> Result<Euros<Mois>, Arret> {
    let [reduction, plafond] = match zone {
        Zone::Premiere => &PREMIERE,
        Zone::Deuxieme => &DEUXIEME,
        Zone::Troisieme => &TROISIEME,
    };
    d.detaille("Baisse de l’aide en logement social", "part de la réduction de loyer", |d| {
        if montant(d, "Plafond de la réduction de loyer", plafond, taille)? <= ressources.par_mois() {
            return Ok(Euros::ZERO);
        }
        let reduction = montant(d, "Réduction de loyer", reduction, taille)?;
        d.avertit(format!("Votre bailleur baisse aussi votre loyer de {reduction}\u{a0}: la réduction de loyer de solidarité."));
        Ok(reduction * d.valeur(&PART_RETIREE)?)
    })
}
