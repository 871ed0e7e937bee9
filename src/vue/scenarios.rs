//! Situations compared with that of the household: each is the same household with a few answers changed, by a pure function of
//! it. Ready ones are in `modele`, what they ask in `parametre`; any of them may then be changed in the form. See decision 0200.

mod modele;
mod parametre;

use super::{
    arrivee::{Arrivee, arrivee},
    ecarts::{Cote, Ecarts, ecarts},
    etat::Etat,
    majuscule,
    resultats::{Rang, Resultats, lien},
    route::Ecran,
};
use crate::{
    aides::simule_avec,
    grandeurs::MoisCivil,
    moteur::{Aide, BaremeLocal, Droit, Manque},
    situation::{Foyer, Lieu, Situation},
};
pub use modele::Modele;
pub use parametre::{ChampDeScenario, Parametre};
use std::mem;

/// How many are compared with the household.
pub const MAXIMUM: usize = 4;

/// What the page holds of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scenarios {
    /// The person looks at them: only then are they computed.
    pub ouvert: bool,
    pub choisis: Vec<Scenario>,
    /// The one that is in the form. It holds the household meanwhile.
    pub modifie: Option<usize>,
}

/// A situation that is imagined.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    pub modele: Modele,
    textes: Vec<(Parametre, String)>,
    /// It was changed in the form, and follows the household no longer.
    libre: Option<Box<Situation>>,
}

/// What is done with them.
#[derive(Clone, Debug, PartialEq)]
pub enum Geste {
    Ouvre(bool),
    Ajoute(Modele),
    Retire(usize),
    Ecrit(usize, Parametre, String),
    /// Opens one in the form.
    Modifie(usize),
    /// Back to the household.
    Revient,
}

/// All that differs from the household.
#[derive(Clone, Debug)]
pub struct Comparaison {
    /// The ready scenarios that make sense for it.
    pub prets: Vec<Modele>,
    pub colonnes: Vec<Colonne>,
    pub lignes: Vec<Ligne>,
    /// The rights of the households imagined: the form asks what they lack.
    pub droits: Vec<Droit>,
}

/// A scenario: what it asks, what it changes.
#[derive(Clone, Debug)]
pub struct Colonne {
    /// « Passer à mi-temps (PreParE) · Camille ».
    pub titre: String,
    pub champs: Vec<ChampDeScenario>,
    /// None while something is missing to imagine it.
    pub change: Option<Vec<Partie>>,
    /// Answers of the household that are missing, with the addresses of their fields.
    pub manques: Vec<(String, String)>,
    pub suppose: Vec<String>,
}
impl Colonne {
    /// As far as is known.
    pub fn ne_change_rien(&self) -> bool {
        self.change.iter().flatten().all(|partie| partie.ecarts.lignes.is_empty() && partie.ecarts.attentes.is_empty())
    }
}

/// What a scenario changes at once.
#[derive(Clone, Debug)]
pub struct Partie {
    /// Empty when it is all.
    pub titre: &'static str,
    pub ecarts: Ecarts,
}

/// A right that differs in one of them: today, then in each.
#[derive(Clone, Debug, PartialEq)]
pub struct Ligne {
    pub aide: &'static Aide,
    pub pour: Option<String>,
    pub montants: Vec<String>,
}

impl Scenarios {
    /// The one that is in the form.
    pub fn en_cours(&self) -> Option<&Scenario> {
        self.modifie.and_then(|rang| self.choisis.get(rang))
    }
    /// The answers of the household, wherever they are.
    pub fn base<'a>(&'a self, situation: &'a Situation) -> &'a Situation {
        self.en_cours().and_then(|scenario| scenario.libre.as_deref()).unwrap_or(situation)
    }
}

/// Whether the household said enough to be compared.
pub fn se_propose(etat: &Etat, resultats: &Resultats) -> bool {
    let Situation { foyer, .. } = &etat.situation;
    let dit = foyer.valeur(Foyer::COUPLE).is_some() && foyer.valeur(Foyer::A_DES_ENFANTS).is_some();
    let connu = resultats.groupes.iter().any(|(rang, _)| *rang != Rang::ACompleter);
    dit && connu && etat.scenarios.modifie.is_none()
}

/// The state after a gesture. One that means nothing changes nothing.
pub fn fais(etat: &mut Etat, geste: Geste) {
    let Etat { scenarios, situation, mois, .. } = etat;
    match geste {
        Geste::Ouvre(ouvert) => scenarios.ouvert = ouvert,
        Geste::Ajoute(modele) if scenarios.choisis.len() < MAXIMUM && scenarios.modifie.is_none() => {
            scenarios.choisis.push(Scenario::nouveau(modele, situation, *mois));
        }
        Geste::Retire(rang) if rang < scenarios.choisis.len() && scenarios.modifie.is_none() => {
            scenarios.choisis.remove(rang);
        }
        Geste::Ecrit(rang, parametre, texte) => {
            scenarios.choisis.iter_mut().skip(rang).take(1).for_each(|scenario| scenario.ecrit(parametre, texte.clone()));
        }
        Geste::Modifie(rang) if scenarios.modifie.is_none() => {
            let Some(scenario) = scenarios.choisis.get_mut(rang) else { return };
            let Ok(Some(imaginee)) = scenario.imagine(situation, *mois) else { return };
            scenario.libre = Some(Box::new(mem::replace(situation, imaginee)));
            scenarios.modifie = Some(rang);
            autre_situation(etat, Ecran::Recapitulatif);
        }
        Geste::Revient => {
            let Some(rang) = scenarios.modifie.take() else { return };
            if let Some(libre) = scenarios.choisis.get_mut(rang).and_then(|scenario| scenario.libre.as_deref_mut()) {
                mem::swap(libre, situation);
            }
            autre_situation(etat, Ecran::Droits);
        }
        Geste::Ajoute(_) | Geste::Retire(_) | Geste::Modifie(_) => {}
    }
}

/// What was being typed was typed in the other one.
fn autre_situation(etat: &mut Etat, ecran: Ecran) {
    (etat.ecran, etat.message, etat.frappe) = (ecran, None, None);
    etat.saisies.clear();
    etat.confirmes.clear();
    etat.vises.clear();
    etat.oublie_les_absents();
}

impl Scenario {
    /// The household imagined: none while what the scenario asks is not said; or the answers that are missing.
    pub fn imagine(&self, situation: &Situation, mois: MoisCivil) -> Result<Option<Situation>, Vec<Manque>> {
        if let Some(libre) = &self.libre {
            return Ok(Some(libre.as_ref().clone()));
        }
        if self.modele.concernes(situation, mois).is_empty() {
            return Ok(None);
        }
        let champs = self.champs(situation, mois);
        if champs.iter().any(|champ| champ.erreur.is_some() || champ.parametre.est_requis() && champ.texte.trim().is_empty()) {
            return Ok(None);
        }
        self.modele.imagine(self, situation, mois).map(Some)
    }

    fn titre(&self, situation: &Situation, mois: MoisCivil) -> String {
        let plusieurs = 1 < self.modele.concernes(situation, mois).len();
        let lieu = if let Modele::Garde(_) = self.modele { Lieu::Enfant } else { Lieu::Adulte };
        let qui = plusieurs.then(|| format!(" · {}", majuscule(&situation.nom(lieu(self.concerne(situation, mois))))));
        let modifie = if self.libre.is_some() && self.modele != Modele::Copie { ", modifié" } else { "" };
        format!("{}{}{modifie}", self.modele.nom(), qui.unwrap_or_default())
    }

    fn colonne(&self, base: Cote, mois: MoisCivil, ouverts: &[BaremeLocal], droits: &mut Vec<Droit>) -> Colonne {
        let Cote { situation, .. } = base;
        let mut colonne = Colonne {
            titre: self.titre(situation, mois),
            champs: if self.libre.is_some() { Vec::new() } else { self.champs(situation, mois) },
            change: None,
            manques: Vec::new(),
            suppose: self.modele.suppose().iter().map(|phrase| (*phrase).to_owned()).collect(),
        };
        let imaginee = match self.imagine(situation, mois) {
            Ok(Some(imaginee)) => imaginee,
            Ok(None) => return colonne,
            Err(manques) => {
                colonne.manques = manques.iter().map(|manque| lien(situation, mois, manque)).collect();
                return colonne;
            }
        };
        if self.modele == Modele::UnEnfant && self.libre.is_none() {
            let Arrivee { naissance, grossesse, ensuite, reserves, droits: siens } = arrivee(situation, mois, ouverts, base.droits);
            let ne = format!("Un enfant de plus, né en {naissance}, qui vit avec vous. Rien d’autre ne change.");
            colonne.suppose.push(ne);
            colonne.suppose.extend(reserves.into_iter().map(str::to_owned));
            colonne
                .suppose
                .push("Les aides du mois de la naissance et du congé de maternité ou de paternité n’y sont pas toutes.".to_owned());
            droits.extend(siens);
            let parties = [("Avant la naissance, pendant la grossesse", grossesse), ("Après la naissance", ensuite)];
            let parties = parties.into_iter().filter(|(_, ecarts)| !ecarts.est_vide());
            colonne.change = Some(parties.map(|(titre, ecarts)| Partie { titre, ecarts }).collect());
            return colonne;
        }
        let siens = simule_avec(&imaginee, mois, ouverts);
        let mut ecarts = ecarts(base, Cote { situation: &imaginee, droits: &siens }, mois);
        if self.libre.is_some() {
            // Its answers are its own.
            ecarts.attentes.iter_mut().flat_map(|attente| &mut attente.questions).for_each(|(_, adresse)| *adresse = None);
        } else if imaginee.adultes.len() <= situation.adultes.len() {
            droits.extend(siens);
        }
        colonne.change = Some(vec![Partie { titre: "", ecarts }]);
        colonne
    }
}

/// The scenarios that were chosen, against the household and its rights in the month.
pub fn compare(base: Cote, mois: MoisCivil, ouverts: &[BaremeLocal], choisis: &[Scenario]) -> Comparaison {
    let mut droits = Vec::new();
    let colonnes: Vec<Colonne> = choisis.iter().map(|scenario| scenario.colonne(base, mois, ouverts, &mut droits)).collect();
    let prets = Modele::TOUS.into_iter().filter(|modele| !modele.concernes(base.situation, mois).is_empty()).collect();
    Comparaison { prets, lignes: lignes(&colonnes), colonnes, droits }
}

const RIEN: &str = "–";

/// Each right that differs somewhere, side by side.
fn lignes(colonnes: &[Colonne]) -> Vec<Ligne> {
    let mut lignes: Vec<Ligne> = Vec::new();
    let mut tous = Vec::new();
    for (rang, colonne) in colonnes.iter().enumerate() {
        for partie in colonne.change.iter().flatten() {
            let connus = partie.ecarts.lignes.iter().map(|ecart| {
                let apres = ecart.apres.clone().unwrap_or_else(|| RIEN.to_owned());
                (ecart.aide, ecart.pour.clone(), ecart.avant.clone(), apres)
            });
            let attendus = partie.ecarts.attentes.iter().flat_map(|attente| &attente.aides);
            let attendus = attendus.map(|(aide, avant)| (*aide, None, avant.clone(), "à compléter".to_owned()));
            tous.extend(connus.chain(attendus).map(|(aide, pour, avant, apres)| (rang, aide, pour, avant, apres)));
        }
    }
    for (rang, aide, pour, avant, apres) in tous {
        let ici = lignes.iter().position(|ligne| (ligne.aide, &ligne.pour) == (aide, &pour)).unwrap_or_else(|| {
            let avant = avant.unwrap_or_else(|| RIEN.to_owned());
            let sans = |colonne: &Colonne| if colonne.change.is_some() { avant.clone() } else { String::new() };
            let montants = std::iter::once(avant.clone()).chain(colonnes.iter().map(sans)).collect();
            lignes.push(Ligne { aide, pour, montants });
            lignes.len() - 1
        });
        if let Some(montant) = lignes.get_mut(ici).and_then(|ligne| ligne.montants.get_mut(rang + 1)) {
            *montant = apres;
        }
    }
    lignes
}

#[cfg(test)]
mod tests;
