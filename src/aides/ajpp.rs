//! Allocation journalière de présence parentale (CSS, art. L. 544-1 à L. 544-9).

use crate::{
    baremes::{ajpp::JOURS_EN_TOUT, enfants::AGE_LIMITE},
    moteur::*,
    notions::{
        charges::{Prestation, charge},
        presence,
    },
    situation::{Adulte, Foyer, Lieu, Presence},
};

static L544_1: Article = Article { nom: "CSS, art. L. 544-1", lien: "https://www.service-public.fr/particuliers/vosdroits/F15132" };
static L544_2: Article =
    Article { nom: "CSS, art. L. 544-2 à L. 544-6", lien: "https://www.service-public.fr/particuliers/vosdroits/F15132" };
legi!(pub(super) L544_9, "CSS, art. L. 544-9", "LEGIARTI000037062495");

pub static AIDE: Aide = Aide {
    id: "ajpp",
    nom: "Allocation journalière de présence parentale (AJPP)",
    resume: "Pour chaque jour où vous ne travaillez pas, auprès d’un enfant gravement malade, handicapé ou accidenté.",
    famille: Famille::Prestations,
    textes: &[&L544_1, &L544_2, &L544_9],
    depend: &[],
    regle: Regle::Adulte(calcule),
};

fn calcule(d: &mut Dossier, moi: usize) -> Issue {
    let presence = d.condition("S’arrêter de travailler auprès d’un enfant", &L544_1, |d| {
        Ok(d.adulte(moi, Adulte::PRESENCE)? == Presence::Enfant)
    });
    // Who stops working for nobody is asked nothing more.
    if presence != Some(true) {
        d.verdict()?;
    }
    d.condition("Un enfant à votre charge, avant ses vingt ans", &L544_1, |d| un_enfant_a_charge(d, moi));
    d.condition("Un certificat médical qui demande votre présence", &L544_1, |d| {
        Ok(d.adulte(moi, Adulte::PRESENCE_CERTIFICAT)?.est_oui())
    });
    presence::conditions(d, moi, &L544_1, &L544_9);
    d.verdict()?;
    // The month's limit is that of the couple: the second parent has what the first left.
    let pris = if moi == 0 { 0 } else { demis_du_premier(d)? };
    presence::verse(d, moi, pris, &JOURS_EN_TOUT, &L544_2)
}

fn demis_du_premier(d: &mut Dossier) -> Result<u32, Arret> {
    match d.adulte(0, Adulte::PRESENCE)? {
        Presence::Enfant => presence::demis(d, 0),
        Presence::Non | Presence::Proche => Ok(0),
    }
}

/// Whether one of the children beside whom the adult stays is « à charge ». An only child goes without saying.
fn un_enfant_a_charge(d: &mut Dossier, moi: usize) -> Result<bool, Arret> {
    let enfants = d.situation.enfants.len();
    if enfants == 0 {
        return if d.foyer(Foyer::A_DES_ENFANTS)?.est_oui() { Err(d.redemande(Lieu::Foyer, Foyer::A_DES_ENFANTS)) } else { Ok(false) };
    }
    let lesquels = if enfants == 1 { None } else { Some(d.adulte(moi, Adulte::PRESENCE_ENFANTS)?) };
    let mut trouve = Ok(false);
    for rang in (0..enfants).filter(|rang| lesquels.as_ref().is_none_or(|lesquels| lesquels.contient(*rang))) {
        let compte = charge(d, rang, Prestation::Autre, &AGE_LIMITE).map(|charge| charge.is_some());
        trouve = ensemble(trouve, compte).map(|(a, b)| a || b);
    }
    trouve
}
