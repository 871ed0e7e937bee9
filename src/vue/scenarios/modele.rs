//! The ready scenarios: what each is called, for whom it makes sense, what it asks, and the household it makes of another.

use super::{Parametre, Scenario};
use crate::{
    baremes::{cmg::AGE_LIMITE, prepare::LIMITE_PLUSIEURS},
    grandeurs::*,
    moteur::{Bareme, Manque},
    situation::*,
    vue::{
        arrivee,
        travail::{self, EMPLOI, RSDAE, avec_salaire, suit},
    },
};

/// A ready scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modele {
    UnEnfant,
    Conge(CongeParental),
    Garde(ModeGarde),
    Emploi,
    AahEtEmploi,
    AahEtConjoint,
    EnCouple,
    Separation,
    AutreCaf,
    Copie,
}

impl Modele {
    /// In the order of the page.
    pub const TOUS: [Modele; 13] = [
        Self::UnEnfant,
        Self::Conge(CongeParental::Total),
        Self::Conge(CongeParental::MiTemps),
        Self::Conge(CongeParental::PlusDuMiTemps),
        Self::Garde(ModeGarde::Assistante),
        Self::Garde(ModeGarde::MicroCreche),
        Self::Emploi,
        Self::AahEtEmploi,
        Self::AahEtConjoint,
        Self::EnCouple,
        Self::Separation,
        Self::AutreCaf,
        Self::Copie,
    ];

    pub fn nom(self) -> &'static str {
        match self {
            Self::UnEnfant => "Et si un enfant arrivait\u{a0}?",
            Self::Conge(CongeParental::Total) => "Arrêter de travailler (PreParE)",
            Self::Conge(CongeParental::MiTemps) => "Passer à mi-temps (PreParE)",
            Self::Conge(_) => "Passer à 80\u{a0}% (PreParE)",
            Self::Garde(ModeGarde::MicroCreche) => "Travailler, avec une micro-crèche",
            Self::Garde(_) => "Travailler, avec une assistante maternelle",
            Self::Emploi => "Reprendre un travail, ou changer de salaire",
            Self::AahEtEmploi => "L’AAH avec un emploi",
            Self::AahEtConjoint => "L’AAH avec le salaire du conjoint",
            Self::EnCouple => "Se mettre en couple",
            Self::Separation => "Se séparer",
            Self::AutreCaf => "Déménager vers une autre Caf",
            Self::Copie => "Une autre situation, que vous modifiez",
        }
    }

    /// Those it may be about, adults or children, by their place; none when it makes no sense for this household.
    pub fn concernes(self, situation: &Situation, mois: MoisCivil) -> Vec<usize> {
        let adultes = travail::se_propose(situation, mois);
        let reconnu = |adulte: usize| {
            let taux = situation.adultes.get(adulte).and_then(|adulte| adulte.valeur(Adulte::TAUX));
            taux.is_some_and(|taux| taux != TauxIncapacite::Aucun)
        };
        let quelqu_un = (0..situation.adultes.len()).any(reconnu);
        let si = |vrai: bool| if vrai { vec![0] } else { Vec::new() };
        let couple = situation.foyer.valeur(Foyer::COUPLE);
        match self {
            Self::UnEnfant => si(situation.enfants.len() < Situation::ENFANTS_MAX),
            Self::Conge(_) if petits(situation, mois, &LIMITE_PLUSIEURS).is_empty() => Vec::new(),
            Self::Conge(_) => adultes,
            Self::Garde(_) => petits(situation, mois, &AGE_LIMITE),
            Self::Emploi => adultes.into_iter().filter(|_| !quelqu_un).collect(),
            Self::AahEtEmploi => adultes.into_iter().filter(|adulte| reconnu(*adulte)).collect(),
            Self::AahEtConjoint => adultes.into_iter().filter(|adulte| quelqu_un && !reconnu(*adulte)).collect(),
            Self::EnCouple => si(couple == Some(Couple::Seul) && situation.adultes.len() == 1),
            Self::Separation => si(1 < situation.adultes.len()),
            Self::AutreCaf => si(situation.foyer.valeur(Foyer::DEPARTEMENT).is_some()),
            Self::Copie => si(true),
        }
    }

    /// What it asks, in order.
    pub fn parametres(self, situation: &Situation, mois: MoisCivil) -> Vec<Parametre> {
        let plusieurs = 1 < self.concernes(situation, mois).len();
        let qui = if plusieurs { Some(if let Self::Garde(_) = self { Parametre::Enfant } else { Parametre::Adulte }) } else { None };
        let siens: &[Parametre] = match self {
            Self::UnEnfant | Self::Separation | Self::Copie | Self::Conge(CongeParental::Total) => &[],
            Self::Conge(_) | Self::AahEtConjoint => &[Parametre::Salaire],
            Self::Garde(_) if en_conge(situation).is_some() => &[Parametre::Salaire, Parametre::Heures, Parametre::Cout],
            Self::Garde(_) => &[Parametre::Heures, Parametre::Cout],
            Self::Emploi | Self::AahEtEmploi => &[Parametre::Salaire, Parametre::Temps],
            Self::EnCouple => &[Parametre::Union, Parametre::Salaire],
            Self::AutreCaf if situation.foyer.valeur(Foyer::LOGEMENT) == Some(Logement::Locataire) => {
                &[Parametre::Departement, Parametre::Zone, Parametre::Loyer]
            }
            Self::AutreCaf => &[Parametre::Departement],
        };
        qui.into_iter().chain(siens.iter().copied()).collect()
    }

    /// What is supposed, said to the person.
    pub fn suppose(self) -> &'static [&'static str] {
        match self {
            Self::UnEnfant | Self::Copie => &[],
            Self::Conge(CongeParental::Total) => &[
                "Le congé commence le premier jour du mois, et le salaire s’est arrêté trois mois avant.",
                "Les revenus des années passées restent ceux de vos réponses.",
            ],
            Self::Conge(_) => &[
                "Le congé commence le premier jour du mois, et le nouveau salaire est versé depuis trois mois.",
                "Les revenus des années passées restent ceux de vos réponses.",
            ],
            Self::Garde(_) => &["Personne n’est en congé parental. Le reste de votre travail et de vos revenus ne change pas."],
            Self::Emploi | Self::AahEtConjoint => &EMPLOI,
            Self::AahEtEmploi => &[EMPLOI[0], EMPLOI[1], RSDAE],
            Self::EnCouple => &[
                "Vous vivez en couple depuis le mois dernier, avec une personne sans enfant ni autre revenu que son salaire.",
                "Vos avis d’impôt et votre quotient familial ne disent plus rien de ce foyer\u{a0}: ils sont à redire.",
            ],
            Self::Separation => &[
                "Votre conjoint est parti le mois dernier. Les enfants vivent où disent vos réponses, et le logement ne change pas.",
                "Vos avis d’impôt et votre quotient familial ne disent plus rien de ce foyer\u{a0}: ils sont à redire.",
            ],
            Self::AutreCaf => &["Vous y habitez déjà. Le travail et les revenus ne changent pas."],
        }
    }

    /// The household imagined, or the answers that are missing to imagine it. What the scenario asks was said.
    pub(super) fn imagine(self, scenario: &Scenario, situation: &Situation, mois: MoisCivil) -> Result<Situation, Vec<Manque>> {
        let qui = scenario.concerne(situation, mois);
        let salaire = scenario.valeur(Parametre::Salaire).unwrap_or(Euros::ZERO);
        let mut imaginee = match self {
            // Nothing that it received changes by itself: see decision 0140.
            Self::UnEnfant => return Ok(arrivee::avec_un_enfant(situation, mois.plus(-1).premier_jour())),
            Self::Copie => return Ok(situation.clone()),
            Self::Conge(conge) => avec_conge(situation, mois, qui, conge, salaire)?,
            Self::Garde(mode) => {
                let mut imaginee = match en_conge(situation) {
                    Some(adulte) => avec_salaire(situation, mois, adulte, salaire)?,
                    None => situation.clone(),
                };
                imaginee.adultes.iter_mut().for_each(|adulte| adulte.pose(Adulte::CONGE_PARENTAL, Dit::Oui(CongeParental::Aucun)));
                if let Some(enfant) = imaginee.enfants.get_mut(qui) {
                    enfant.pose(Enfant::GARDE_PAYEE, Dit::Oui(OuiNon::Oui));
                    enfant.pose(Enfant::MODE_GARDE, Dit::Oui(mode));
                    enfant.pose(Enfant::GARDE_HEURES, scenario.dit(Parametre::Heures));
                    enfant.pose(Enfant::GARDE_COUT, scenario.dit(Parametre::Cout));
                }
                imaginee
            }
            Self::Emploi | Self::AahEtEmploi | Self::AahEtConjoint => {
                let mut imaginee = avec_salaire(situation, mois, qui, salaire)?;
                let conge = scenario.temps().filter(|_| !petits(situation, mois, &LIMITE_PLUSIEURS).is_empty());
                if let (Some(conge), Some(moi)) = (conge, imaginee.adultes.get_mut(qui)) {
                    moi.pose(Adulte::CONGE_PARENTAL, Dit::Oui(conge));
                }
                imaginee
            }
            Self::EnCouple => {
                let mut imaginee = autre_foyer(situation);
                imaginee.foyer.pose(Foyer::COUPLE, scenario.dit(Parametre::Union));
                imaginee.foyer.pose(Foyer::COUPLE_DEPUIS, Dit::Oui(mois.plus(-1).premier_jour()));
                imaginee.foyer.pose(Foyer::SEUL_DEPUIS, Dit::Rien);
                imaginee.adultes.truncate(1);
                imaginee
                    .adultes
                    .push(Reponses::default().avec(Adulte::ACTIVITE, Activite::Inactif).avec(Adulte::REVENUS, Revenus::default()));
                avec_salaire(&imaginee, mois, 1, salaire)?
            }
            Self::Separation => {
                let mut imaginee = autre_foyer(situation);
                imaginee.foyer.pose(Foyer::COUPLE, Dit::Oui(Couple::Seul));
                imaginee.foyer.pose(Foyer::COUPLE_DEPUIS, Dit::Rien);
                imaginee.foyer.pose(Foyer::SEUL_DEPUIS, Dit::Oui(mois.plus(-1).premier_jour()));
                imaginee.adultes.truncate(1);
                imaginee
            }
            Self::AutreCaf => {
                let mut imaginee = situation.clone();
                imaginee.foyer.pose(Foyer::DEPARTEMENT, scenario.dit(Parametre::Departement));
                imaginee.foyer.pose(Foyer::ZONE, scenario.dit(Parametre::Zone));
                if situation.foyer.valeur(Foyer::LOGEMENT) == Some(Logement::Locataire) {
                    imaginee.foyer.pose(Foyer::LOYER, scenario.dit(Parametre::Loyer));
                }
                imaginee
            }
        };
        suit(&mut imaginee, situation, mois);
        Ok(imaginee)
    }
}

/// The children born and younger than this, by their place.
fn petits(situation: &Situation, mois: MoisCivil, limite: &'static Bareme<Annees>) -> Vec<usize> {
    let jour = mois.premier_jour();
    let Some(limite) = limite.au(jour) else { return Vec::new() };
    let petit = |enfant: &Reponses<Enfant>| {
        let naissance = enfant.valeur(Enfant::NAISSANCE);
        naissance.is_some_and(|naissance| naissance < jour && mois.dernier_jour() < anniversaire(naissance, limite.valeur))
    };
    situation.enfants.iter().enumerate().filter(|(_, enfant)| petit(enfant)).map(|(rang, _)| rang).collect()
}

/// Who has stopped or reduced work to raise a child.
fn en_conge(situation: &Situation) -> Option<usize> {
    let conge = |adulte: &Reponses<Adulte>| adulte.valeur(Adulte::CONGE_PARENTAL).is_some_and(|conge| conge != CongeParental::Aucun);
    situation.adultes.iter().position(conge)
}

/// A leave to raise a child: the wage of now, the years before as they were.
fn avec_conge(
    situation: &Situation,
    mois: MoisCivil,
    qui: usize,
    conge: CongeParental,
    salaire: Euros<Mois>,
) -> Result<Situation, Vec<Manque>> {
    let mut imaginee = avec_salaire(situation, mois, qui, salaire)?;
    let lieu = Lieu::Adulte(qui);
    let passe = [&Adulte::REVENUS.fiche, &Adulte::SALAIRE_ANNUEL.fiche, &Adulte::SALAIRE_DOUZE_MOIS.fiche, &Adulte::DEBUT_ACTIVITE.fiche];
    for fiche in passe {
        imaginee.pose(lieu, fiche.cle, situation.dit(lieu, fiche.cle).map(Clone::clone));
    }
    let deja = en_conge(situation) == Some(qui);
    if let Some(moi) = imaginee.adultes.get_mut(qui) {
        moi.pose(Adulte::CONGE_PARENTAL, Dit::Oui(conge));
        // A leave already begun goes on.
        if !deja || moi.valeur(Adulte::CONGE_PARENTAL_DEPUIS).is_none() {
            moi.pose(Adulte::CONGE_PARENTAL_DEPUIS, Dit::Oui(mois.premier_jour()));
        }
    }
    Ok(imaginee)
}

/// The same answers without those that only tell of the household before: what nobody knows of the new one.
fn autre_foyer(situation: &Situation) -> Situation {
    let mut imaginee = situation.clone();
    let d_avant = [
        &Foyer::RFR.fiche,
        &Foyer::RFR_SECOND.fiche,
        &Foyer::PARTS.fiche,
        &Foyer::PARTS_SECOND.fiche,
        &Foyer::QUOTIENT.fiche,
        &Foyer::QUOTIENT_MOIS.fiche,
        &Foyer::PRESTATIONS_CAF.fiche,
        &Foyer::DISPENSE_ACTIVITE.fiche,
    ];
    for fiche in d_avant {
        if let Dit::Oui(_) = situation.dit(Lieu::Foyer, fiche.cle) {
            imaginee.pose(Lieu::Foyer, fiche.cle, Dit::Rien);
        }
    }
    imaginee
}
