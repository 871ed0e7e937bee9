//! All that the page holds, and the only way to change it: `applique`.

mod action;
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
    annexe,
    grandeurs::MoisCivil,
    moteur::COUVERTURE,
    second::au_second,
    situation::{Adulte, Dit, Enfant, Foyer, OuiNon, Reponse, Reponses, Rubrique, Sejour, Situation, Zone},
};
pub use action::Action;
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

/// Where the second file and the annex stand: what only serves once the first screen is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chargement {
    /// Nobody has left the first screen.
    PasDemande,
    /// `encore`: after a failure, so that no copy that was kept serves.
    EnAttente {
        encore: bool,
    },
    Echec,
    Fait,
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
    pub annexe: Chargement,
    /// The name typed to find a zone; never kept nor sent.
    pub commune: String,
    /// The list of communes: asked for with the first letter.
    pub communes: Chargement,
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
            annexe: if annexe::est_la() { Chargement::Fait } else { Chargement::PasDemande },
            commune: String::new(),
            communes: if annexe::communes::sont_la() { Chargement::Fait } else { Chargement::PasDemande },
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
                annexe: etat.annexe,
                communes: etat.communes,
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
            etat = Etat { profil: None, vue: etat.vue, annexe: etat.annexe, communes: etat.communes, ..Etat::nouveau(etat.mois) };
            etat.message = Some(Message { texte: "Tout est effacé. Rien ne reste sur cet appareil.".into(), refus: false });
        }
        Action::Recoit(entiere) => etat.annexe = if entiere { Chargement::Fait } else { Chargement::Echec },
        Action::Cherche(texte) => {
            etat.commune = texte;
            match etat.communes {
                Chargement::PasDemande => etat.communes = Chargement::EnAttente { encore: false },
                Chargement::Echec => etat.communes = Chargement::EnAttente { encore: true },
                Chargement::EnAttente { .. } | Chargement::Fait => situe(&mut etat),
            }
        }
        Action::RecoitLesCommunes(entiere) => {
            etat.communes = if entiere { Chargement::Fait } else { Chargement::Echec };
            situe(&mut etat);
        }
        Action::Reessaie => etat.annexe = Chargement::EnAttente { encore: true },
        Action::Annonce(message) => etat.message = Some(message),
        Action::Tait => etat.message = None,
    }
    if etat.ecran != Ecran::Accueil && etat.annexe == Chargement::PasDemande {
        etat.annexe = Chargement::EnAttente { encore: false };
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
