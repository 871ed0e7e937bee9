//! Les loyers que retient l'aide au logement, par zone (arrêté du 27 septembre 2019, art. 7, 8, 10 et 16).

use super::taille_famille::{ParTaille, Taille, montant};
use crate::{
    baremes::plafonds_loyer::*,
    grandeurs::*,
    moteur::{Arret, Bareme, Dossier},
    situation::{Partage, Zone},
};

/// What a zone sets.
pub struct DeZone {
    plafond: ParTaille<Euros<Mois>>,
    degressif: &'static Bareme<Coef>,
    supprime: &'static Bareme<Coef>,
}
static PREMIERE: DeZone = DeZone {
    plafond: ParTaille { seul: &SEUL_1, couple: &COUPLE_1, avec: &[&FAMILLE_1], en_plus: &EN_PLUS_1 },
    degressif: &DEGRESSIF_1,
    supprime: &SUPPRIME_1,
};
static DEUXIEME: DeZone = DeZone {
    plafond: ParTaille { seul: &SEUL_2, couple: &COUPLE_2, avec: &[&FAMILLE_2], en_plus: &EN_PLUS_2 },
    degressif: &DEGRESSIF_2,
    supprime: &SUPPRIME_2,
};
static TROISIEME: DeZone = DeZone {
    plafond: ParTaille { seul: &SEUL_3, couple: &COUPLE_3, avec: &[&FAMILLE_3], en_plus: &EN_PLUS_3 },
    degressif: &DEGRESSIF_3,
    supprime: &SUPPRIME_3,
};

pub fn de_zone(zone: Zone) -> &'static DeZone {
    match zone {
        Zone::Premiere => &PREMIERE,
        Zone::Deuxieme => &DEUXIEME,
        Zone::Troisieme => &TROISIEME,
    }
}

/// The highest rent that the aid looks at.
pub fn plafond(d: &mut Dossier, zone: &'static DeZone, taille: Taille, partage: Partage) -> Result<Euros<Mois>, Arret> {
    const QUOI: &str = "Plafond de loyer";
    let (taille, part) = match partage {
        Partage::Aucun => return montant(d, QUOI, &zone.plafond, taille),
        Partage::Colocation => (taille, &PART_COLOCATION),
        // Art. 8 : le plafond d'une personne seule, quelle que soit la famille.
        Partage::Chambre => (Taille { couple: false, personnes: 0 }, &PART_CHAMBRE),
    };
    d.detaille("Plafond du logement partagé", "plafond de loyer × part", |d| {
        Ok((montant(d, QUOI, &zone.plafond, taille)? * d.valeur(part)?).arrondi_au_centime())
    })
}

/// Art. 14 : le plafond de la deuxième zone, auquel tous les loyers sont rapportés.
pub fn reference(d: &mut Dossier, taille: Taille) -> Result<Euros<Mois>, Arret> {
    montant(d, "Loyer de référence", &DEUXIEME.plafond, taille)
}

/// Art. 10 : les loyers entre lesquels l'aide baisse jusqu'à disparaître.
pub fn degressivite(d: &mut Dossier, zone: &DeZone, plafond: Euros<Mois>) -> Result<[Euros<Mois>; 2], Arret> {
    let debut = (plafond * d.valeur(zone.degressif)?).arrondi_au_centime();
    let fin = (plafond * d.valeur(zone.supprime)?).arrondi_au_centime();
    d.pose("Loyer au-delà duquel l’aide baisse", "plafond × multiple", debut);
    d.pose("Loyer au-delà duquel elle n’est plus versée", "plafond × multiple", fin);
    Ok([debut, fin])
}
