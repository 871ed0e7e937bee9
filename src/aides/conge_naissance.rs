//! Congé supplémentaire de naissance (loi n° 2025-1403 du 30 décembre 2025, art. 99 ; code du travail, art. L. 1225-46-2 à
//! L. 1225-46-7 ; CSS, art. L. 331-8-1 et L. 331-8-2).

use super::prepare;
use crate::{
    baremes::{conge_naissance::*, prepare::TAUX_PLEIN},
    grandeurs::*,
    moteur::*,
    notions::{
        enfants::{self, arrivee},
        territoire::exige_hors_mayotte,
    },
    situation::{Activite, Adulte, CongeNaissance, Enfant},
};

pub(super) static LOI: Article = Article {
    nom: "Code du travail, art. L. 1225-46-2 (service-public, fiche F39685)",
    lien: "https://www.service-public.fr/particuliers/vosdroits/F39685",
};

pub static AIDE: Aide = Aide {
    id: "conge_naissance",
    nom: "Congé supplémentaire de naissance",
    resume: "Un ou deux mois de congé payé en plus, pour chaque parent, après une naissance ou une adoption.",
    famille: Famille::Prestations,
    textes: &[&LOI],
    depend: &[],
    regle: Regle::Adulte(calcule),
};

fn calcule(d: &mut Dossier, moi: usize) -> Issue {
    let (creation, ouverture) = (depuis(&NAISSANCES), depuis(&OUVERTURE));
    d.condition("Le congé existe à ce moment", &LOI, |d| Ok(Verdict { rempli: d.valeur(&OUVERTURE)?, des: Some(ouverture) }));
    d.verdict()?;
    let mut accueil = None;
    d.condition(format!("Un enfant né ou arrivé depuis le {}", ecris_jour(creation)), &LOI, |d| {
        let mois = d.mois;
        let jours = accueils(d, creation)?;
        accueil = jours.iter().copied().filter(|jour| *jour <= mois.dernier_jour()).max();
        let des = jours.iter().min().map(|jour| MoisCivil::de(*jour).premier_jour());
        Ok(Verdict { rempli: accueil.is_some(), des: des.filter(|_| accueil.is_none()) })
    });
    d.verdict()?;
    if d.adulte(moi, Adulte::ACTIVITE)? == Activite::Independant {
        return Err(d.hors_champ("Les indépendants ont aussi ce congé, mais le montant de leur indemnité n’est pas publié."));
    }
    d.condition("Être salarié", &LOI, |d| Ok(matches!(d.adulte(moi, Adulte::ACTIVITE)?, Activite::Salarie | Activite::Esat)));
    let pris = d.condition("Prendre ce congé", &LOI, |d| Ok(d.adulte(moi, Adulte::CONGE_NAISSANCE)? != CongeNaissance::Aucun));
    let mut rang = 0;
    if let (Some(true), Some(accueil)) = (pris, accueil) {
        d.condition("Le commencer avant la fin du délai", &LOI, |d| {
            Ok(d.adulte(moi, Adulte::CONGE_NAISSANCE_DEBUT)? < fin_du_delai(d, accueil.max(ouverture))?)
        });
        d.condition("Être dans un mois de ce congé", &LOI, |d| {
            let debut = MoisCivil::de(d.adulte(moi, Adulte::CONGE_NAISSANCE_DEBUT)?);
            let second = d.adulte(moi, Adulte::CONGE_NAISSANCE)? == CongeNaissance::DeuxMois && d.mois == debut.plus(1);
            rang = i32::from(second);
            Ok(Verdict { rempli: second || d.mois == debut, des: (d.mois < debut).then(|| debut.premier_jour()) })
        });
    }
    d.verdict()?;

    exige_hors_mayotte(d)?;
    let salaire = d.adulte(moi, Adulte::CONGE_NAISSANCE_SALAIRE)?;
    let plafond = d.valeur(&PLAFOND)?;
    let part = d.valeur(if rang == 0 { &PART_PREMIER } else { &PART_SECOND })?;
    let compte = d.pose("Salaire compté", "salaire net, sans dépasser le plafond", salaire.au_plus(plafond));
    let indemnite = d.pose("Indemnité du mois", "salaire compté × part", (compte * part).arrondi_au_centime());
    d.a_confirmer("Le calcul exact de l’indemnité n’est pas publié.");
    let autre = d.detaille("PreParE à taux plein, pour comparer", "part de la BMAF, moins la CRDS", |d| prepare::net(d, &TAUX_PLEIN))?;
    d.avertit(format!(
        "À la place, la PreParE à taux plein donnerait {} ; elle reste possible après ce congé.",
        ecris_euros(autre.decimal())
    ));
    Ok(Montant::ParMois(indemnite))
}

/// The first day of what a scale says to be so.
fn depuis(bareme: &Bareme<bool>) -> Date {
    bareme.lignes().find(|ligne| ligne.valeur).map_or(Date::MAX, |ligne| ligne.depuis)
}

/// The days of births and arrivals that open this leave, past and to come.
fn accueils(d: &mut Dossier, creation: Date) -> Result<Vec<Date>, Arret> {
    let mut jours = Ok(Vec::new());
    for rang in enfants::rangs(d)? {
        // Nothing is asked about a child who died.
        if enfants::est_decede(d, rang, d.jour) {
            continue;
        }
        let jour = d.enfant(rang, Enfant::NAISSANCE).map(|naissance| arrivee(d, rang).unwrap_or(naissance));
        jours = ensemble(jours, jour).map(|(mut jours, jour)| {
            jours.extend(Some(jour).filter(|jour| creation <= *jour));
            jours
        });
    }
    jours
}

/// The delay runs from the arrival of the child, and not before the leave existed.
fn fin_du_delai(d: &mut Dossier, debut: Date) -> Result<Date, Arret> {
    let mois = MoisCivil::de(debut).plus(d.valeur(&DELAI)?.mois());
    let jour = mois.premier_jour().replace_day(debut.day()).unwrap_or_else(|_| mois.dernier_jour());
    Ok(d.pose("Fin du délai", "jour de l’arrivée, ou de l’ouverture, plus le délai", jour))
}
