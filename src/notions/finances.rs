//! What the aids of the economic and financial ministries share: since when, for whom, what is not published.

use super::agents::{Serviteur, exige_agent};
use crate::{
    moteur::*,
    situation::{Agent, Enfant, Lieu, OuiNon, Question},
};

/// The only official page on these aids.
pub static PAGE: Article = Article {
    nom: "Action sociale des ministères économiques et financiers, page « Famille - enfance »",
    lien: "https://actionsociale.finances.gouv.fr/sites/actionsociale/accueil/famille-enfance.html",
};

/// Requires the month to come after the start of the aid, and stops there otherwise: nothing else has a meaning then.
pub fn exige_creation(d: &mut Dossier, creation: &'static Bareme<bool>) -> Result<(), Arret> {
    d.condition("L’aide existe à cette date", &PAGE, |d| match creation.lignes().next() {
        Some(premiere) if d.jour < premiere.depuis => Ok(Verdict { rempli: false, des: Some(premiere.depuis) }),
        _ => d.valeur(creation).map(Verdict::from),
    });
    d.verdict()
}

/// Requires an agent of these ministries, in activity or retired.
pub fn exige_agent_des_finances(d: &mut Dossier) -> Vec<Serviteur> {
    exige_agent(d, "Un parent agent des ministères économiques et financiers", &PAGE, |d, agent| match agent {
        Agent::FinancesActif | Agent::FinancesRetraite => Ok(true),
        Agent::EtatActif | Agent::EtatRetraite | Agent::Aucun => Ok(false),
        Agent::ConjointSurvivant => Err(
            d.hors_champ("Rien n’est publié pour le conjoint survivant d’un agent : la délégation de l’action sociale peut vous répondre.")
        ),
    })
}

/// Says what is not sure for a retired agent, when no agent in activity can ask.
pub fn reserve_retraite(d: &mut Dossier, agents: &[Serviteur]) {
    if agents.iter().all(|serviteur| serviteur.agent == Agent::FinancesRetraite) {
        d.a_confirmer("Les anciens textes citent les agents retraités, les nouveaux ne le précisent pas : demandez à la délégation.");
    }
}

/// A voucher pays for an expense: refused to who said that there is none. Gives whether the person said it, since an aid
/// whose amount does not depend on it is not held back until then.
pub fn exige_depense(d: &mut Dossier, quoi: &'static str, rang: usize, question: &'static Question<Enfant, OuiNon>) -> bool {
    let dit = d.facultatif(Lieu::Enfant(rang), question);
    if let Some(dit) = dit {
        d.condition(quoi, &PAGE, |_| Ok(dit.est_oui()));
    }
    dit.is_some()
}
