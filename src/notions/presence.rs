//! Les jours où l'on s'arrête de travailler auprès d'un proche, payés par l'AJPP ou par l'AJPA (CSS, art. L. 544-1 s. et
//! L. 168-8 s.): the same amount for a day, half of it for half a day.

use super::territoire::{Territoire, territoire};
use crate::{
    baremes::presence::{JOUR, JOURS_PAR_MOIS},
    grandeurs::*,
    moteur::*,
    situation::{Activite, Adulte, Lieu, Revenu},
};

/// Days are counted by halves.
const DEMIS_PAR_JOUR: u32 = 2;

/// The work that can be stopped, and no pension: the two conditions that both allowances have.
pub fn conditions(d: &mut Dossier, moi: usize, activite: &'static Article, cumul: &'static Article) {
    d.condition("Un travail, ou le chômage indemnisé, à interrompre", activite, |d| match d.adulte(moi, Adulte::ACTIVITE)? {
        Activite::Etudiant => {
            Err(d.hors_champ("Les jours d’arrêt auprès d’un proche pendant une formation, payés au forfait si elle est rémunérée."))
        }
        Activite::Retraite | Activite::Inactif => Ok(false),
        Activite::Chomage => Ok(d.adulte(moi, Adulte::REVENUS)?.a(Revenu::Chomage)),
        Activite::Salarie | Activite::Esat | Activite::Independant => Ok(true),
    });
    d.condition("Ne percevoir ni pension d’invalidité, ni retraite", cumul, |d| {
        let revenus = d.adulte(moi, Adulte::REVENUS)?;
        Ok(![Revenu::Invalidite, Revenu::Retraite].into_iter().any(|pension| revenus.a(pension)))
    });
}

/// Half days stopped in the month by an adult. Who is unemployed only has whole days.
pub fn demis(d: &mut Dossier, qui: usize) -> Result<u32, Arret> {
    let (jours, activite) = ensemble(d.adulte(qui, Adulte::JOURS_PRESENCE), d.adulte(qui, Adulte::ACTIVITE))?;
    let demis = if activite == Activite::Chomage { 0 } else { d.adulte(qui, Adulte::DEMI_JOURS_PRESENCE)? };
    Ok(jours.saturating_mul(DEMIS_PAR_JOUR).saturating_add(demis))
}

/// What is paid for the half days of the month: at most so many days a month, of which `pris` half days are taken by the other
/// parent, and so many in all.
pub fn verse(d: &mut Dossier, moi: usize, pris: u32, en_tout: &'static Bareme<Jours>, article: &'static Article) -> Issue {
    let (miens, territoire) = ensemble(demis(d, moi), territoire(d))?;
    if territoire == Territoire::Mayotte {
        return Err(
            d.hors_champ("À Mayotte, le montant d’un jour est plus petit\u{a0}: nous ne le connaissons pas pour toutes les années.")
        );
    }
    let du_mois = demis_de(d.valeur(&JOURS_PAR_MOIS)?).saturating_sub(pris);
    let restants = match d.facultatif(Lieu::Adulte(moi), Adulte::JOURS_DEJA_PAYES) {
        Some(deja) => demis_de(d.valeur(en_tout)?).saturating_sub(demis_de(Jours(deja))),
        None => {
            d.avertit("Le nombre de jours payés est limité\u{a0}: dites ceux que vous avez déjà eus.");
            du_mois
        }
    };
    let payes = miens.min(du_mois).min(restants);
    let jours = d.pose(
        "Jours payés ce mois-ci",
        "jours d’arrêt, dans la limite du mois et de celle du droit",
        Coef::de(Decimal::from(payes) / Decimal::from(DEMIS_PAR_JOUR)),
    );
    d.condition("Un jour d’arrêt encore payable ce mois-ci", article, |_| Ok(payes != 0));
    d.verdict()?;
    let jour = d.montant(&JOUR)?;
    Ok(Montant::ParMois(Euros::de((jour * jours).decimal()).arrondi_au_centime()))
}

fn demis_de(jours: Jours) -> u32 {
    jours.0.saturating_mul(DEMIS_PAR_JOUR)
}
