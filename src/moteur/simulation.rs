//! `simule`: every right of a household in a month, each with its explanation. Pure and total.

use super::{carnet::Carnet, *};
use crate::{
    grandeurs::*,
    situation::{Enfant, Fiche, Lieu, Sejour, Situation},
};
use std::{borrow::Cow, fmt};

/// What a right gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Montant {
    ParMois(Euros<Mois>),
    ParAn(Euros<An>),
    Unique(Euros<Fois>),
    /// A published range: nobody but who decides knows more.
    Entre(Somme, Somme),
    /// Entitled, up to this much.
    AuPlus(Somme),
    /// A share of a cost that was not said, with its cap when there is one.
    Part(Taux, Option<Somme>),
    /// Entitled; the amount is set by who decides.
    Notifie,
    /// Not money received: a figure that other rights read.
    Repere(Euros<Mois>),
}
impl fmt::Display for Montant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ParMois(m) => m.fmt(f),
            Self::ParAn(m) => m.fmt(f),
            Self::Unique(m) => m.fmt(f),
            Self::Entre(de, a) => write!(f, "entre {} et {a}", ecris_euros(de.euros)),
            Self::AuPlus(m) => write!(f, "jusqu’à {m}"),
            Self::Part(taux, None) => write!(f, "{taux} du prix"),
            Self::Part(taux, Some(plafond)) => write!(f, "{taux} du prix, au plus {plafond}"),
            Self::Notifie => f.write_str("montant fixé par l’organisme"),
            Self::Repere(m) => f.write_str(&ecris_euros(m.decimal())),
        }
    }
}

/// A condition that is not met.
#[derive(Clone, Debug, PartialEq)]
pub struct Motif {
    pub quoi: Cow<'static, str>,
    pub article: &'static Article,
    /// The day from which it would be met, when that is known.
    pub des: Option<Date>,
}

/// An answer that is missing.
#[derive(Clone, Debug)]
pub struct Manque {
    pub lieu: Lieu,
    pub fiche: &'static Fiche,
    /// The person said « je ne sais pas ».
    pub ignore: bool,
}
impl PartialEq for Manque {
    fn eq(&self, autre: &Self) -> bool {
        (self.lieu, self.fiche.cle) == (autre.lieu, autre.fiche.cle)
    }
}
impl Manque {
    /// Place in the form.
    fn rang(&self) -> (usize, Lieu, Option<usize>) {
        let rang = Situation::fiches(self.lieu).iter().position(|fiche| fiche.cle == self.fiche.cle);
        (self.fiche.rubrique as usize, self.lieu, rang)
    }
}

/// Why a rule stopped before an amount. Not errors: answers that a person must be given.
#[derive(Clone, Debug, PartialEq)]
pub enum Raison {
    /// Answers are missing, in the order of the form.
    Demande(Vec<Manque>),
    /// Not entitled: every condition that fails.
    Refus(Vec<Motif>),
    /// The month is outside `COUVERTURE`.
    HorsPeriode,
    /// No scale is known for that date: which one.
    HorsBareme(&'static str),
    /// The published local scales have not arrived yet.
    EnAttente,
    /// A case that is not modelled: which one, and why.
    HorsChamp(&'static str),
    /// Entitled, but another right is paid instead: only `Cumul` says so, never a rule.
    Ecarte(Box<Ecarte>),
}

impl Raison {
    /// Whether the person said « je ne sais pas » to what is missing.
    pub(super) fn est_ignoree(&self) -> bool {
        matches!(self, Self::Demande(manques) if manques.iter().any(|manque| manque.ignore))
    }
}

/// What a right gives, or why not.
pub type Conclusion = Result<Montant, Raison>;

/// What a rule concludes.
pub type Issue = Result<Montant, Arret>;

/// A sentence that goes with an amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reserve {
    pub phrase: Cow<'static, str>,
    /// The amount itself is to be confirmed.
    pub a_confirmer: bool,
}

/// A right: an aid, for whom, what it gives, why.
#[derive(Clone, Debug)]
pub struct Droit {
    pub aide: &'static Aide,
    pub beneficiaire: Beneficiaire,
    pub issue: Conclusion,
    /// The month in which a sum paid once is paid, when it is not the month computed.
    pub verse_en: Option<MoisCivil>,
    pub etapes: Vec<Etape>,
    pub reserves: Vec<Reserve>,
}

/// The months that can be simulated, first and last: the last is the last that every scale is known to cover.
pub const COUVERTURE: (MoisCivil, MoisCivil) = (MoisCivil::le(2023, 1), MoisCivil::le(2026, 12));

/// What rights are computed from.
#[derive(Clone, Copy)]
pub(super) struct Cadre<'a> {
    pub situation: &'a Situation,
    pub mois: MoisCivil,
    pub locaux: Locaux<'a>,
    /// The last month whose scales are read; none when they must be those of the month itself.
    pub lois: Option<MoisCivil>,
}

/// Every right of a household in a month, of these aids and in their order, with the local scales that are known. The rights that
/// exclude each other are worked out first, so that all others read what is paid.
pub fn simule(aides: &[&'static Aide], cumuls: &[Cumul], situation: &Situation, mois: MoisCivil, locaux: Locaux) -> Vec<Droit> {
    tous(aides, cumuls, Cadre { situation, mois, locaux, lois: None })
}

/// The same with the scales of `lois` when the month comes later, and without explanations: what a month to come would give if
/// neither the law nor yearly incomes changed after `lois`.
pub fn projette(
    aides: &[&'static Aide],
    cumuls: &[Cumul],
    situation: &Situation,
    (mois, lois): (MoisCivil, MoisCivil),
    locaux: Locaux,
) -> Vec<Droit> {
    tous(aides, cumuls, Cadre { situation, mois, locaux, lois: Some(lois) })
}

/// What a rule would read of a household, by itself: a notion that the rules of `aide` share. None when an answer or a scale is
/// missing.
pub fn notion<T>(
    aide: &'static Aide,
    situation: &Situation,
    mois: MoisCivil,
    lis: impl FnOnce(&mut Dossier) -> Result<T, Arret>,
) -> Option<T> {
    let (cadre, mut carnet) = (Cadre { situation, mois, locaux: Locaux::default(), lois: Some(mois) }, Carnet::default());
    lis(&mut Dossier::nouveau(aide, Beneficiaire::Foyer, cadre, &[], &mut carnet)).ok()
}

fn tous(aides: &[&'static Aide], cumuls: &[Cumul], cadre: Cadre) -> Vec<Droit> {
    let mut calcul = Calcul { cadre, droits: Vec::new(), debuts: Vec::new(), carnet: Carnet::default() };
    // A pair that nobody asks about, directly or through what a rule reads, is not worked out.
    let demandee = |aide: &'static Aide| aides.iter().any(|autre| *autre == aide || autre.depend.contains(&aide));
    let utile = |cumul: &&Cumul| demandee(cumul.ecarte) || cumul.effet != Effet::Remplace && demandee(cumul.par);
    for cumul in cumuls.iter().filter(utile) {
        calcul.ajoute(cumul.ecarte);
        calcul.ajoute(cumul.par);
        cumul.applique(&mut calcul.droits, cadre);
    }
    for aide in aides {
        calcul.ajoute(aide);
    }
    calcul.en_ordre(aides)
}

/// The rights worked out so far, those of an aid side by side.
struct Calcul<'a> {
    cadre: Cadre<'a>,
    droits: Vec<Droit>,
    /// Each aid worked out, and the place of its first right.
    debuts: Vec<(&'static Aide, usize)>,
    carnet: Carnet,
}

impl Calcul<'_> {
    fn ajoute(&mut self, aide: &'static Aide) {
        if self.rang(aide).is_some() {
            return;
        }
        for autre in aide.depend {
            self.ajoute(autre);
        }
        self.debuts.push((aide, self.droits.len()));
        for beneficiaire in beneficiaires(aide.regle, self.cadre.situation, self.cadre.mois) {
            let droit = calcule(&self.droits, aide, beneficiaire, self.cadre, &mut self.carnet);
            self.droits.push(droit);
        }
    }
    fn rang(&self, aide: &'static Aide) -> Option<usize> {
        self.debuts.iter().position(|(autre, _)| *autre == aide)
    }
    /// The rights of these aids, in their order. Not sorted: the place of an aid would be looked for at each comparison, and that
    /// took a quarter of the time.
    fn en_ordre(self, aides: &[&'static Aide]) -> Vec<Droit> {
        let rangs: Vec<_> = aides.iter().filter_map(|aide| self.rang(aide)).collect();
        let mut droits: Vec<_> = self.droits.into_iter().map(Some).collect();
        let mut en_ordre = Vec::with_capacity(droits.len());
        for rang in rangs {
            let debut = self.debuts.get(rang).map_or(0, |(_, debut)| *debut);
            let fin = self.debuts.get(rang + 1).map_or(droits.len(), |(_, fin)| *fin);
            en_ordre.extend(droits.get_mut(debut..fin).unwrap_or_default().iter_mut().filter_map(Option::take));
        }
        en_ordre
    }
}

fn beneficiaires(regle: Regle, situation: &Situation, mois: MoisCivil) -> Vec<Beneficiaire> {
    // Of a child who died before the month, no card says what would be needed (decision 0123).
    let deces = |rang: &usize| situation.enfants.get(*rang).and_then(|enfant| enfant.valeur(Enfant::DECES));
    let enfants = || (0..situation.enfants.len()).filter(|rang| deces(rang).is_none_or(|deces| mois.premier_jour() <= deces));
    let sejours = || 0..situation.sejours.len();
    let trouves: Vec<_> = match regle {
        Regle::EnfantDit(dit, _) => {
            let dits = situation.enfants.iter().enumerate().filter(|(_, enfant)| dit(enfant));
            return dits.map(|(rang, _)| Beneficiaire::Enfant(rang)).collect();
        }
        Regle::Foyer(_) => Vec::new(),
        Regle::Adulte(_) => (0..situation.adultes.len()).map(Beneficiaire::Adulte).collect(),
        Regle::Enfant(_) => enfants().map(Beneficiaire::Enfant).collect(),
        Regle::Sejour(_) => sejours().map(Beneficiaire::Sejour).collect(),
        Regle::Depart(_) => sejours().flat_map(|sejour| partants(situation, sejour)).collect(),
    };
    let tous_decedes = matches!(regle, Regle::Enfant(_)) && !situation.enfants.is_empty();
    if trouves.is_empty() && !tous_decedes { vec![Beneficiaire::Foyer] } else { trouves }
}

/// The children who leave in a project; the project itself while they are not said.
fn partants(situation: &Situation, sejour: usize) -> Vec<Beneficiaire> {
    let rangs = situation.sejours.get(sejour).and_then(|s| s.valeur(Sejour::ENFANTS));
    let partants: Vec<_> = (0..situation.enfants.len())
        .filter(|enfant| rangs.as_ref().is_some_and(|r| r.contient(*enfant)))
        .map(|enfant| Beneficiaire::Depart(sejour, enfant))
        .collect();
    if partants.is_empty() { vec![Beneficiaire::Sejour(sejour)] } else { partants }
}

fn calcule(deja: &[Droit], aide: &'static Aide, beneficiaire: Beneficiaire, cadre: Cadre, carnet: &mut Carnet) -> Droit {
    let mut dossier = Dossier::nouveau(aide, beneficiaire, cadre, deja, carnet);
    // An index that does not exist finds no subject: the rule then asks, or refuses, as for a household without one.
    const PERSONNE: usize = usize::MAX;
    let issue = if cadre.mois < COUVERTURE.0 || COUVERTURE.1 < cadre.mois.min(cadre.lois.unwrap_or(cadre.mois)) {
        Err(dossier.arrete(Raison::HorsPeriode))
    } else {
        match (aide.regle, beneficiaire) {
            (Regle::Foyer(regle), _) => regle(&mut dossier),
            (Regle::Adulte(regle), Beneficiaire::Adulte(i))
            | (Regle::Enfant(regle) | Regle::EnfantDit(_, regle), Beneficiaire::Enfant(i))
            | (Regle::Sejour(regle), Beneficiaire::Sejour(i)) => regle(&mut dossier, i),
            (Regle::Depart(regle), Beneficiaire::Depart(sejour, enfant)) => regle(&mut dossier, sejour, enfant),
            (Regle::Depart(regle), Beneficiaire::Sejour(sejour)) => regle(&mut dossier, sejour, PERSONNE),
            (Regle::Depart(regle), _) => regle(&mut dossier, PERSONNE, PERSONNE),
            (Regle::Adulte(regle) | Regle::Enfant(regle) | Regle::EnfantDit(_, regle) | Regle::Sejour(regle), _) => {
                regle(&mut dossier, PERSONNE)
            }
        }
    };
    // A condition that failed wins, even if the rule forgot to ask for the verdict.
    let issue = dossier.verdict().and(issue).map_err(|arret| match dossier.raison(arret) {
        Raison::Demande(mut manques) => {
            ranges(&mut manques, Manque::rang);
            manques.dedup();
            Raison::Demande(manques)
        }
        autre => autre,
    });
    Droit { aide, beneficiaire, issue, verse_en: dossier.verse_en, etapes: dossier.carnet.rend(), reserves: dossier.reserves }
}
