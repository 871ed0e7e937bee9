//! All that the page holds, and the only way to change it: `applique`.

mod action;
mod arrivees;
mod composition;

use super::{
    baremes::{Baremes, fais},
    commune,
    doutes::Confirme,
    profil::Profil,
    route::Ecran,
    saisie::{Cle, Saisie, coche, fiche, pose, somme, unite},
    scenarios::{self, Scenarios},
};
use crate::{
    grandeurs::MoisCivil,
    moteur::COUVERTURE,
    second::{Partie, au_second},
    situation::{Adulte, Dit, Enfant, Foyer, OuiNon, Reponse, Reponses, Rubrique, Sejour, Situation, Zone},
};
pub use action::Action;
pub use arrivees::{Arrivees, Chargement};
use composition::{compose, retire};

/// Two views of one state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vue {
    /// One subject a screen.
    PasAPas,
    /// The form at the left, the rights at the right.
    Page,
}

/// A line said once at the top of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub texte: String,
    /// Something was refused.
    pub refus: bool,
}

/// All that the page holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Etat {
    /// None until the person said who they are.
    pub profil: Option<Profil>,
    pub vue: Vue,
    pub ecran: Ecran,
    pub mois: MoisCivil,
    pub situation: Situation,
    /// Texts still being typed, or unreadable.
    pub saisies: Vec<(Cle, Saisie)>,
    /// The amount being typed, and what was said before it: who types is not asked about a number half written.
    pub frappe: Option<Box<(Cle, Situation)>>,
    /// Amounts that look like a slip and are right.
    pub confirmes: Vec<Confirme>,
    /// Local scales that the person opened.
    pub baremes: Baremes,
    /// The situations compared with this one.
    pub scenarios: Scenarios,
    /// The person asked to keep the answers on this device.
    pub garde: bool,
    pub message: Option<Message>,
    pub arrivees: Arrivees,
    /// The name typed to find a zone; never kept nor sent.
    pub commune: String,
    /// Fields that a link led to: shown even if nothing else asks for them.
    pub vises: Vec<String>,
    ecartes: Ecartes,
}

/// Who was described, then said not to be there: given back if the person changes their mind.
#[derive(Clone, Debug, Default, PartialEq)]
struct Ecartes {
    conjoint: Reponses<Adulte>,
    enfants: Vec<Reponses<Enfant>>,
    sejours: Vec<Reponses<Sejour>>,
}
impl Etat {
    /// A blank page, at a month brought into those that can be simulated.
    pub fn nouveau(mois: MoisCivil) -> Self {
        Etat {
            profil: None,
            vue: Vue::PasAPas,
            ecran: Ecran::Accueil,
            mois: mois.clamp(COUVERTURE.0, COUVERTURE.1),
            situation: Situation::default(),
            saisies: Vec::new(),
            frappe: None,
            confirmes: Vec::new(),
            baremes: Baremes::default(),
            scenarios: Scenarios::default(),
            garde: false,
            message: None,
            arrivees: Arrivees::au_debut(),
            commune: String::new(),
            vises: Vec::new(),
            ecartes: Ecartes::default(),
        }
    }
    /// The text being typed in a field.
    pub fn saisie(&self, cle: Cle) -> Option<&Saisie> {
        self.saisies.iter().find(|(autre, _)| *autre == cle).map(|(_, saisie)| saisie)
    }
    /// Whoever was put aside is of another household.
    pub(super) fn oublie_les_absents(&mut self) {
        self.ecartes = Ecartes::default();
    }
    /// Whether something was said.
    pub fn est_commence(&self) -> bool {
        self.situation != Situation::default() || !self.saisies.is_empty()
    }
    /// The fields whose text could not be read and that were left.
    pub fn illisibles(&self) -> impl Iterator<Item = Cle> {
        self.saisies.iter().filter(|(_, saisie)| saisie.quittee && saisie.illisible.is_some()).map(|(cle, _)| *cle)
    }
}

/// The state after an action. Total: an action that means nothing changes nothing.
pub fn applique(mut etat: Etat, action: Action) -> Etat {
    match action {
        Action::Choisit(profil, vue) => {
            etat.profil = Some(profil);
            etat.vue = vue;
            let premiere = profil.ordre().first().copied().unwrap_or(Rubrique::Foyer);
            etat = ouvre(etat, Ecran::Etape(premiere));
        }
        Action::Regarde(vue) => etat.vue = vue,
        Action::Ouvre(ecran) => etat = ouvre(etat, ecran),
        Action::Vise(ecran, id) => {
            etat = ouvre(etat, ecran);
            etat.vises.push(id);
        }
        Action::Simule(mois) => etat.mois = mois,
        Action::Saisit(cle, texte) => saisit(&mut etat, cle, texte),
        Action::Repose => etat.frappe = None,
        Action::Confirme(cle, meprise) => {
            let somme = somme(&etat.situation, cle.lieu, cle.question, cle.part);
            etat.confirmes.extend(somme.map(|somme| (cle, meprise, somme)));
        }
        Action::Quitte(cle) => quitte(&mut etat, cle),
        Action::Repond(cle, texte) => {
            etat.saisies.retain(|(autre, _)| *autre != cle);
            etat.frappe = None;
            if pose(&mut etat.situation, cle, &texte).is_ok() {
                compose(&mut etat);
            }
        }
        Action::Coche(cle, option, cochee) => {
            let texte = coche(&etat.situation, cle, &option, cochee);
            pose(&mut etat.situation, cle, &texte).ok();
        }
        Action::Ignore(cle, ignore) => {
            etat.saisies.retain(|(autre, _)| (autre.lieu, autre.question) != (cle.lieu, cle.question));
            etat.situation.pose(cle.lieu, cle.question, if ignore { Dit::Ignore } else { Dit::Rien });
        }
        Action::AjouteEnfant => {
            etat.situation.foyer.pose(Foyer::A_DES_ENFANTS, Dit::Oui(OuiNon::Oui));
            if etat.situation.enfants.len() < Situation::ENFANTS_MAX {
                etat.situation.enfants.push(Default::default());
            }
        }
        Action::AjouteSejour => {
            etat.situation.foyer.pose(Foyer::PROJET_VACANCES, Dit::Oui(OuiNon::Oui));
            if etat.situation.sejours.len() < Situation::SEJOURS_MAX {
                etat.situation.sejours.push(Default::default());
            }
        }
        Action::Retire(lieu) => retire(&mut etat, lieu),
        Action::Charge(Ok((situation, mois))) => {
            etat = Etat {
                situation,
                ecran: Ecran::Droits,
                garde: etat.garde,
                profil: etat.profil,
                vue: etat.vue,
                baremes: etat.baremes,
                arrivees: etat.arrivees,
                ..Etat::nouveau(mois.unwrap_or(etat.mois))
            };
        }
        Action::Charge(Err(faute)) => {
            etat.message = Some(Message { texte: format!("Rien n’a changé\u{a0}: {faute}."), refus: true });
        }
        Action::Garde(garde) => etat.garde = garde,
        Action::Compare(geste) => {
            au_second(|| scenarios::fais(&mut etat, geste));
        }
        Action::Bareme(geste) => match au_second(|| fais(&etat.baremes, geste)) {
            None => {}
            Some(Ok(baremes)) => (etat.baremes, etat.message) = (baremes, None),
            Some(Err(faute)) => etat.message = Some(Message { texte: format!("Rien n’a changé. {faute}"), refus: true }),
        },
        Action::Efface => {
            etat = Etat { profil: None, vue: etat.vue, arrivees: etat.arrivees, ..Etat::nouveau(etat.mois) };
            etat.message = Some(Message { texte: "Tout est effacé. Rien ne reste sur cet appareil.".into(), refus: false });
        }
        Action::Recoit(entiere) => etat.arrivees.reste.recois(entiere),
        Action::RecoitLesFoyers(entiere) => etat.arrivees.foyers.recois(entiere),
        Action::Cherche(texte) => {
            etat.commune = texte;
            etat.arrivees.communes.demande();
            etat.arrivees.communes.redemande();
            situe(&mut etat);
        }
        Action::RecoitLesCommunes(entiere) => {
            etat.arrivees.communes.recois(entiere);
            situe(&mut etat);
        }
        Action::Reessaie => {
            etat.arrivees.reste.redemande();
            etat.arrivees.foyers.redemande();
        }
        Action::Annonce(message) => etat.message = Some(message),
        Action::Tait => etat.message = None,
    }
    if etat.ecran != Ecran::Accueil {
        etat.arrivees.reste.demande();
    }
    // After the second file, which it takes from.
    if etat.ecran == Ecran::Lots && Partie::Seconde.est_la() {
        etat.arrivees.foyers.demande();
    }
    etat
}

/// Answers the zone of the commune that was typed, when it is known.
fn situe(etat: &mut Etat) {
    if let Some(zone) = commune::zone(etat).and_then(Zone::lis) {
        etat.situation.foyer.pose(Foyer::ZONE, Dit::Oui(zone));
    }
}

/// On leaving a screen, every text that could not be read is said.
fn ouvre(mut etat: Etat, ecran: Ecran) -> Etat {
    if etat.ecran != ecran {
        etat.ecran = ecran;
        etat.message = None;
        etat.frappe = None;
        etat.saisies.retain(|(_, saisie)| saisie.illisible.is_some());
        etat.saisies.iter_mut().for_each(|(_, saisie)| saisie.quittee = true);
    }
    etat
}

fn saisit(etat: &mut Etat, cle: Cle, texte: String) {
    if fiche(cle).and_then(unite).is_some() && etat.frappe.as_deref().is_none_or(|(autre, _)| *autre != cle) {
        etat.frappe = Some(Box::new((cle, etat.situation.clone())));
    }
    let illisible = pose(&mut etat.situation, cle, &texte).err();
    let quittee = etat.saisie(cle).is_some_and(|saisie| saisie.quittee);
    etat.saisies.retain(|(autre, _)| *autre != cle);
    etat.saisies.push((cle, Saisie { texte, illisible, quittee }));
}

fn quitte(etat: &mut Etat, cle: Cle) {
    etat.saisies.retain(|(autre, saisie)| *autre != cle || saisie.illisible.is_some());
    etat.saisies.iter_mut().filter(|(autre, _)| *autre == cle).for_each(|(_, saisie)| saisie.quittee = true);
}

#[cfg(test)]
mod tests;
