//! L'enfant à charge au sens des prestations familiales (CSS, art. L. 512-3, R. 512-2).

use crate::{
    baremes::{enfants::*, smic::HORAIRE},
    grandeurs::*,
    moteur::{Arret, Bareme, Dossier},
    situation::{Enfant, Foyer, Garde, Lieu},
};

/// How many children of the household are « à charge » in the month simulated. A child not born yet is not.
pub fn a_charge(d: &mut Dossier) -> Result<u32, Arret> {
    d.detaille("Enfants à charge", "jusqu’à la fin de l’obligation scolaire, puis sans dépasser un salaire", |d| {
        if !d.foyer(Foyer::A_DES_ENFANTS)?.est_oui() {
            return Ok(0);
        }
        if d.situation.enfants.is_empty() {
            return Err(d.redemande(Lieu::Foyer, Foyer::A_DES_ENFANTS));
        }
        let (mut nombre, mut manques) = (0, Vec::new());
        for rang in 0..d.situation.enfants.len() {
            match est_a_charge(d, rang) {
                Ok(true) => nombre += 1,
                Ok(false) => {}
                Err(Arret::Demande(m)) => manques.extend(m),
                Err(arret) => return Err(arret),
            }
        }
        if manques.is_empty() { Ok(nombre) } else { Err(Arret::Demande(manques)) }
    })
}

/// Whether a child is « à charge » in the month simulated.
pub fn est_a_charge(d: &mut Dossier, rang: usize) -> Result<bool, Arret> {
    let naissance = d.enfant(rang, Enfant::NAISSANCE)?;
    if d.jour < naissance {
        return Ok(false);
    }
    if d.facultatif(Lieu::Enfant(rang), Enfant::GARDE) == Some(Garde::Alternee) {
        d.avertit("Un enfant en résidence alternée est compté ici comme à charge : la Caf peut ne le compter que chez l’autre parent.");
    }
    let age = age_au(naissance, d.jour);
    est_ecolier_ou_gagne_peu(d, rang, age, &AGE_LIMITE)
}

/// The same for the whole month simulated, up to an age that depends on the benefit.
pub fn a_charge_tout_le_mois(d: &mut Dossier, rang: usize, naissance: Date, limite: &'static Bareme<Annees>) -> Result<bool, Arret> {
    let age = age_au(naissance, d.mois.dernier_jour());
    est_ecolier_ou_gagne_peu(d, rang, age, limite)
}

/// L. 512-3 et R. 512-2 : jusqu'à la fin de l'obligation scolaire, puis sans dépasser un salaire, jusqu'à un âge.
fn est_ecolier_ou_gagne_peu(d: &mut Dossier, rang: usize, age: Annees, limite: &'static Bareme<Annees>) -> Result<bool, Arret> {
    if age < d.valeur(&FIN_OBLIGATION_SCOLAIRE)? {
        return Ok(true);
    }
    if d.valeur(limite)? <= age {
        return Ok(false);
    }
    let mois = d.mois;
    let salaire = d.enfant(rang, Enfant::SALAIRE)?.au(mois).ok_or_else(|| d.redemande(Lieu::Enfant(rang), Enfant::SALAIRE))?;
    let plafond = Euros::<Mois>::de((d.valeur(&HORAIRE)? * d.valeur(&HEURES_SMIC)? * d.valeur(&PART_SMIC)?).decimal());
    let plafond = d.pose("Salaire à ne pas dépasser", "Smic horaire × heures × part du Smic", plafond);
    Ok(salaire <= plafond)
}
