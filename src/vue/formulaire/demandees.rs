//! What the rights of a household ask of it: only what can still change one of them.

use crate::{
    moteur::{Beneficiaire, Droit, Famille, Nature, Raison},
    situation::{Adulte, Agent, Dit, Enfant, Foyer, Lieu},
    vue::{etat::Etat, profil::Profil},
};

/// Questions, each with whom it is about.
type Questions = Vec<(Lieu, &'static str)>;

/// What is asked, and what may be said without being asked.
#[derive(Default)]
pub struct Demandees {
    pub posees: Questions,
    pub offertes: Questions,
}

/// Worked out when it is not said (decision 0182): asked only by a right that cannot do without.
const CALCULEE: &str = Foyer::AIDE_LOGEMENT.fiche.cle;

/// Every question that a right read or lacks, and that can still change it. A refusal stands whatever else is said; a figure
/// that nobody receives asks nothing for itself, save to who counsels.
pub fn demandees(etat: &Etat, droits: &[Droit]) -> Demandees {
    let conseil = matches!(etat.profil, None | Some(Profil::Conseil));
    let mut vues = Demandees::default();
    for droit in droits {
        if matches!(droit.issue, Err(Raison::Refus(_))) || droit.aide.famille == Famille::Repere && !conseil {
            continue;
        }
        let mut siennes = Questions::new();
        siennes.extend(droit.etapes.iter().filter_map(|etape| match &etape.nature {
            Nature::Reponse { lieu, fiche } => Some((*lieu, fiche.cle)),
            _ => None,
        }));
        vues.offertes.extend(siennes.extract_if(.., |(_, question)| *question == CALCULEE));
        if let Err(Raison::Demande(manques)) = &droit.issue {
            siennes.extend(manques.iter().map(|manque| (manque.lieu, manque.fiche.cle)));
        }
        if let Some(portes) = portes(etat, droit) {
            siennes.retain(|(_, question)| portes.contains(question));
        }
        vues.posees.extend(siennes);
    }
    vues
}

/// The only questions that a right may ask while its first one waits: whether somebody is an agent of the State, whether an adult
/// is disabled. Who came for just that is asked everything at once.
fn portes(etat: &Etat, droit: &Droit) -> Option<&'static [&'static str]> {
    const AGENT: &[&str] = &[Foyer::A_DES_ENFANTS.fiche.cle, Adulte::AGENT.fiche.cle, Enfant::NAISSANCE.fiche.cle];
    const HANDICAP: &[&str] = &[Adulte::TAUX.fiche.cle, Adulte::PRESENCE.fiche.cle];
    let adultes = &etat.situation.adultes;
    match (etat.profil?, droit.aide.famille, droit.beneficiaire) {
        (Profil::Parent | Profil::Aah, Famille::Ministere, _) => {
            let dits = || adultes.iter().map(|adulte| adulte.dit(Adulte::AGENT));
            let agent = dits().any(|dit| dit.valeur().is_some_and(|agent| agent != Agent::Aucun));
            (!agent && dits().any(|dit| dit == Dit::Rien)).then_some(AGENT)
        }
        (Profil::Parent | Profil::Agent, Famille::Handicap, Beneficiaire::Adulte(qui)) => {
            adultes.get(qui).is_some_and(|adulte| adulte.dit(Adulte::TAUX) == Dit::Rien).then_some(HANDICAP)
        }
        _ => None,
    }
}
