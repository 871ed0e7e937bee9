//! L'enfant à charge au sens des prestations familiales (CSS, art. L. 512-3, R. 512-2).

use crate::{
    baremes::{enfants::*, smic::HORAIRE},
    grandeurs::*,
    moteur::{Arret, Bareme, Dossier, ensemble},
    situation::{Enfant, Foyer, Garde, Lieu, OuiNon},
};

/// The children described, by their index. None when the person says to have none; asked when none is described.
pub fn rangs(d: &mut Dossier) -> Result<std::ops::Range<usize>, Arret> {
    if !d.foyer(Foyer::A_DES_ENFANTS)?.est_oui() {
        return Ok(0..0);
    }
    if d.situation.enfants.is_empty() {
        return Err(d.redemande(Lieu::Foyer, Foyer::A_DES_ENFANTS));
    }
    Ok(0..d.situation.enfants.len())
}

/// How many children of the household are « à charge » in the month simulated. A child not born yet is not.
pub fn a_charge(d: &mut Dossier) -> Result<u32, Arret> {
    d.detaille("Enfants à charge", "jusqu’à la fin de l’obligation scolaire, puis sans dépasser un salaire", |d| {
        let mut nombre = Ok(0);
        for rang in rangs(d)? {
            nombre = ensemble(nombre, est_a_charge(d, rang)).map(|(nombre, un)| nombre + u32::from(un));
        }
        nombre
    })
}

/// Whether a child died before a day. Nobody is asked it: who said it is heard (decision 0123).
pub fn est_decede(d: &mut Dossier, rang: usize, jour: Date) -> bool {
    let dit = d.situation.enfants.get(rang).is_some_and(|enfant| enfant.valeur(Enfant::DECES).is_some());
    dit && d.facultatif(Lieu::Enfant(rang), Enfant::DECES).is_some_and(|deces| deces < jour)
}

/// Whether a child is « à charge » in the month simulated.
pub fn est_a_charge(d: &mut Dossier, rang: usize) -> Result<bool, Arret> {
    let naissance = d.enfant(rang, Enfant::NAISSANCE)?;
    if d.jour < naissance || est_decede(d, rang, d.jour) {
        return Ok(false);
    }
    if d.facultatif(Lieu::Enfant(rang), Enfant::GARDE) == Some(Garde::Alternee) {
        d.avertit("Un enfant en résidence alternée est compté ici comme à charge : la Caf peut ne le compter que chez l’autre parent.");
    }
    let jour = d.jour;
    est_ecolier_ou_gagne_peu(d, rang, naissance, &AGE_LIMITE, jour)
}

/// L. 512-3 et R. 512-2 : jusqu'à la fin de l'obligation scolaire, puis sans dépasser un salaire, jusqu'à un âge que fixe la
/// prestation.
pub fn est_ecolier_ou_gagne_peu(
    d: &mut Dossier,
    rang: usize,
    naissance: Date,
    limite: &'static Bareme<Annees>,
    jour: Date,
) -> Result<bool, Arret> {
    let age = age_au(naissance, jour);
    if age < d.valeur_au(&FIN_OBLIGATION_SCOLAIRE, jour)? {
        return Ok(true);
    }
    if d.valeur_au(limite, jour)? <= age {
        return Ok(false);
    }
    let salaire = d.enfant(rang, Enfant::SALAIRE)?.au(MoisCivil::de(jour));
    let salaire = salaire.ok_or_else(|| d.redemande(Lieu::Enfant(rang), Enfant::SALAIRE))?;
    let plafond = d.valeur_au(&HORAIRE, jour)? * d.valeur_au(&HEURES_SMIC, jour)? * d.valeur_au(&PART_SMIC, jour)?;
    let plafond = d.pose("Salaire à ne pas dépasser", "Smic horaire × heures × part du Smic", Euros::<Mois>::de(plafond.decimal()));
    Ok(salaire <= plafond)
}

/// The day an adopted child arrives, or arrived; none for a child born in the family.
pub fn arrivee(d: &mut Dossier, rang: usize) -> Option<Date> {
    let adoption = d.facultatif(Lieu::Foyer, Foyer::ADOPTION) == Some(OuiNon::Oui);
    if adoption { d.facultatif(Lieu::Enfant(rang), Enfant::ARRIVEE) } else { None }
}
