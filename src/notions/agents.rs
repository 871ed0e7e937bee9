//! Who in the household serves the State, and where. An aid for agents needs one of the adults, whichever.

use crate::{
    moteur::*,
    situation::{Adulte, Affectation, Agent, Couple, Foyer, Lieu},
};

/// An adult who serves, or served, the State.
#[derive(Clone, Copy, Debug)]
pub struct Serviteur {
    /// Index of the adult.
    pub rang: usize,
    pub agent: Agent,
}

/// Requires an adult whose link with the State is accepted; gives all of them, none when the condition does not hold yet.
pub fn exige_agent(
    d: &mut Dossier,
    quoi: &'static str,
    article: &'static Article,
    accepte: fn(&mut Dossier, Agent) -> Result<bool, Arret>,
) -> Vec<Serviteur> {
    let mut trouves = Vec::new();
    d.condition(quoi, article, |d| {
        trouves = serviteurs(d, accepte)?;
        Ok(!trouves.is_empty())
    });
    trouves
}

/// Requires one of these adults to be posted in an accepted place; gives the place. Not asked while no agent is known.
pub fn exige_affectation(
    d: &mut Dossier,
    agents: &[Serviteur],
    quoi: &'static str,
    article: &'static Article,
    acceptees: &[Affectation],
) -> Option<Affectation> {
    let mut trouvee = None;
    if !agents.is_empty() {
        d.condition(quoi, article, |d| {
            trouvee = affectation(d, agents, acceptees)?;
            Ok(trouvee.is_some())
        });
    }
    trouvee
}

/// One agent is enough: once one is found, the others count if they were described, and are not asked for.
fn serviteurs(d: &mut Dossier, accepte: fn(&mut Dossier, Agent) -> Result<bool, Arret>) -> Result<Vec<Serviteur>, Arret> {
    let (mut trouves, mut inconnu) = (Vec::new(), Ok(()));
    for rang in 0..d.situation.adultes.len() {
        if !trouves.is_empty() && d.facultatif(Lieu::Adulte(rang), Adulte::AGENT).is_none() {
            continue;
        }
        match d.adulte(rang, Adulte::AGENT).and_then(|agent| Ok((agent, accepte(d, agent)?))) {
            Ok((agent, true)) => trouves.push(Serviteur { rang, agent }),
            Ok((_, false)) => {}
            Err(arret) => inconnu = ensemble(inconnu, Err::<(), _>(arret)).map(|_| ()),
        }
    }
    if trouves.is_empty() {
        ensemble(inconnu, seul_adulte_decrit(d))?;
    }
    Ok(trouves)
}

/// Before saying that nobody is an agent: a household with one adult described may have another.
fn seul_adulte_decrit(d: &mut Dossier) -> Result<(), Arret> {
    if 1 < d.situation.adultes.len() {
        return Ok(());
    }
    match d.foyer(Foyer::COUPLE)? {
        Couple::Seul => Ok(()),
        Couple::Marie | Couple::Pacse | Couple::Concubinage => Err(d.redemande(Lieu::Foyer, Foyer::COUPLE)),
    }
}

fn affectation(d: &mut Dossier, agents: &[Serviteur], acceptees: &[Affectation]) -> Result<Option<Affectation>, Arret> {
    let mut inconnu = Ok(());
    for serviteur in agents {
        match d.adulte(serviteur.rang, Adulte::AFFECTATION) {
            Ok(affectation) if acceptees.contains(&affectation) => return Ok(Some(affectation)),
            Ok(_) => {}
            Err(arret) => inconnu = ensemble(inconnu, Err::<(), _>(arret)).map(|_| ()),
        }
    }
    inconnu.map(|()| None)
}
