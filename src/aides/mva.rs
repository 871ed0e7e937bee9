//! Majoration pour la vie autonome (CSS, art. L. 821-1-2, R. 821-5-1, R. 821-5-2).

use super::{aah, aide_logement};
use crate::{
    baremes::{aah::MONTANT as MONTANT_AAH, mva::MONTANT},
    moteur::*,
    situation::{Activite, Adulte, Foyer, Lieu, Logement, OuiNon, Revenu, TauxIncapacite},
};

legi!(L821_1_2, "CSS, art. L. 821-1-2", "LEGIARTI000042685659");
legi!(R821_5_1, "CSS, art. R. 821-5-1", "LEGIARTI000038929268");
legi!(R821_5_2, "CSS, art. R. 821-5-2", "LEGIARTI000006753385");
legi!(D821_3, "CSS, art. D. 821-3", "LEGIARTI000019505277");

pub static AIDE: Aide = Aide {
    id: "mva",
    nom: "Majoration pour la vie autonome (MVA)",
    resume: "Un complément à l’AAH pour qui vit dans un logement indépendant et ne travaille pas.",
    famille: Famille::Handicap,
    textes: &[&L821_1_2, &R821_5_1, &R821_5_2, &D821_3],
    depend: &[&aah::AIDE, &aide_logement::AIDE],
    regle: Regle::Adulte(calcule),
};

fn calcule(d: &mut Dossier, moi: usize) -> Issue {
    d.condition("Le taux d’incapacité qui suffit à ouvrir l’AAH", &L821_1_2, |d| {
        Ok(d.adulte(moi, Adulte::TAUX)? == TauxIncapacite::Plus80)
    });
    d.condition("L’AAH à taux plein, ou en complément d’une pension ou d’une rente", &L821_1_2, |d| aah_suffisante(d, moi));
    d.condition("Recevoir une aide au logement", &R821_5_1, aide_logement::est_percue);
    d.condition("Un logement indépendant", &R821_5_2, |d| logement_independant(d));
    d.condition("Ne pas avoir de revenu d’activité", &L821_1_2, |d| sans_activite(d, moi));
    if d.facultatif(Lieu::Adulte(moi), Adulte::COMPLEMENT_RESSOURCES) == Some(OuiNon::Oui) {
        d.condition("Ne pas percevoir le complément de ressources", &L821_1_2, |_| Ok(false));
    }
    d.verdict()?;
    Ok(Montant::ParMois(d.valeur(&MONTANT)?))
}

/// L. 821-1-2 : l'AAH entière, ou complétant une pension ou une rente ; l'ASI en tient lieu.
pub(super) fn aah_suffisante(d: &mut Dossier, moi: usize) -> Result<bool, Arret> {
    let aah = d.droit(&aah::AIDE, Beneficiaire::Adulte(moi))?;
    let revenus = d.adulte(moi, Adulte::REVENUS)?;
    if revenus.a(Revenu::Asi) {
        return Ok(true);
    }
    let complete = [Revenu::Invalidite, Revenu::Retraite, Revenu::Rente].into_iter().any(|revenu| revenus.a(revenu));
    let plein = Montant::ParMois(d.valeur(&MONTANT_AAH)?);
    Ok(aah.is_some_and(|montant| complete || montant == plein))
}

/// R. 821-5-2 : pas un établissement, ni un hébergement chez un particulier.
pub(super) fn logement_independant(d: &mut Dossier) -> Result<bool, Arret> {
    Ok(matches!(d.foyer(Foyer::LOGEMENT)?, Logement::Locataire | Logement::Proprietaire))
}

pub(super) fn sans_activite(d: &mut Dossier, moi: usize) -> Result<bool, Arret> {
    if d.adulte(moi, Adulte::REVENUS)?.0.is_empty() {
        return Ok(true);
    }
    Ok(!matches!(d.adulte(moi, Adulte::ACTIVITE)?, Activite::Salarie | Activite::Esat | Activite::Independant))
}
