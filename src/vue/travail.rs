//! What work changes: the monthly rights of a household, stacked on the wage of one of its adults, from none to two and a half
//! Smic. Pure: the same rules, run again for each wage. What is supposed is in `hypothese`, said to the person; how wages are
//! chosen, decision 0177.

mod hypothese;
mod releve;
mod trace;

use super::resultats::lien;
use crate::{
    baremes::{
        enfants::FIN_OBLIGATION_SCOLAIRE,
        smic::{DUREE_MENSUELLE, HORAIRE},
    },
    grandeurs::*,
    moteur::{Aide, Beneficiaire, Manque},
    situation::{Activite, Adulte, Dit, Foyer, OuiNon, Reponses, Situation},
};
pub use hypothese::{EMPLOI, RSDAE};
use hypothese::{Hypothese, centimes, ne_la_demande_pas, oublie_l_aide_d_aujourd_hui};
use releve::{Releve, droits_a, droits_suivis, verse};
pub use trace::{BandeTracee, HAUTEUR, LARGEUR, Lecture, Trace, euros};

/// How far the wage goes, in halves of a Smic.
const DEMI_SMICS: u32 = 5;
/// The wages looked at first, in euros; and how many are passed over when no right differs from one end to the other.
const PAS: i64 = 200;
const ENJAMBEE: i64 = 2 * PAS;
/// The wage more of which something is left.
const CENT: i64 = 100;
/// Under this, in cents, a difference is a rounding: the housing aid alone moves by three euros or so each time that the year's
/// resources pass a hundred.
const ARRONDI: i64 = 1000;

/// A wage in euros, and what each right pays with it, in cents, in the order of `Travail::bandes`.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    pub salaire: i64,
    pub montants: Vec<i64>,
}
impl Point {
    fn montant(&self, rang: usize) -> i64 {
        self.montants.get(rang).copied().unwrap_or(0)
    }
    /// Wage and rights, in cents.
    pub fn total(&self) -> i64 {
        self.salaire * 100 + self.montants.iter().sum::<i64>()
    }
}

/// A right of the stack.
#[derive(Clone, Debug, PartialEq)]
pub struct Bande {
    pub aide: &'static Aide,
    pub beneficiaire: Beneficiaire,
    /// « Allocation aux adultes handicapés (AAH) · Camille ».
    pub titre: String,
    /// « AAH ».
    pub court: String,
    pub a_confirmer: bool,
}

/// A wage, in euros, from which a right is no longer what it was one euro before.
#[derive(Clone, Debug, PartialEq)]
pub struct Marche {
    pub salaire: i64,
    /// Place in `Travail::bandes`.
    pub bande: usize,
    /// In cents, one euro before, and from there on.
    pub avant: i64,
    pub apres: i64,
}

/// Wages with which the household has less than with a lower one.
#[derive(Clone, Debug, PartialEq)]
pub struct Creux {
    /// The wage that pays as much, and the one from which the household has more again, if there is one.
    pub de: i64,
    pub a: Option<i64>,
    /// The most that is lost, in cents.
    pub perte: i64,
}

/// What work changes for an adult.
#[derive(Clone)]
pub struct Travail {
    hypothese: Hypothese,
    pub maximum: i64,
    pub bandes: Vec<Bande>,
    pub points: Vec<Point>,
    pub marches: Vec<Marche>,
    pub creux: Vec<Creux>,
    /// What the drawing does not count: the aid, why.
    pub sans_reponse: Vec<(&'static Aide, String)>,
}

/// What is missing to know it: questions, with the addresses of their fields.
pub type Manques = Vec<(String, String)>;

/// The adults who may work: old enough, not retired.
pub fn se_propose(situation: &Situation, mois: MoisCivil) -> Vec<usize> {
    let age = FIN_OBLIGATION_SCOLAIRE.au(mois.premier_jour()).map_or(Annees(0), |ligne| ligne.valeur);
    let peut = |adulte: &Reponses<Adulte>| {
        let naissance = adulte.valeur(Adulte::NAISSANCE);
        naissance.is_some_and(|naissance| age <= age_au(naissance, mois.dernier_jour()))
            && adulte.valeur(Adulte::ACTIVITE) != Some(Activite::Retraite)
    };
    situation.adultes.iter().enumerate().filter(|(_, adulte)| peut(adulte)).map(|(rang, _)| rang).collect()
}

/// The rights of an adult's household as the wage grows, or the questions to answer first.
pub fn travail(situation: &Situation, mois: MoisCivil, adulte: usize) -> Result<Travail, Manques> {
    let ecrits = |manques: &[Manque]| manques.iter().map(|manque| lien(situation, mois, manque)).collect();
    let hypothese = Hypothese::de(situation, mois, adulte).map_err(|manques| ecrits(&manques))?;
    let maximum = maximum(mois);
    let mut releve = Releve::de(hypothese);
    releve.parcourt(maximum);
    if !releve.manques.is_empty() {
        return Err(ecrits(&releve.manques));
    }
    releve.affine();
    releve.affine_a_deux_revenus(maximum);
    Ok(releve.conclut(maximum))
}

/// The household of an adult with a net wage, to the euro, once all has followed it; or the answers that are missing.
pub fn avec_salaire(situation: &Situation, mois: MoisCivil, adulte: usize, net: Euros<Mois>) -> Result<Situation, Vec<Manque>> {
    let mut hypothese = Hypothese::de(situation, mois, adulte)?;
    hypothese.gagne(centimes(net) / 100);
    Ok(hypothese.situation)
}

/// What the household says that it receives becomes what it would receive, since its other answers have changed. Who does not
/// ask for a housing aid still does not.
pub fn suit(imaginee: &mut Situation, avant: &Situation, mois: MoisCivil) {
    if ne_la_demande_pas(avant, mois) {
        imaginee.foyer.pose(Foyer::AIDE_LOGEMENT, Dit::Oui(OuiNon::Non));
    } else if imaginee.foyer.valeur(Foyer::AIDE_LOGEMENT).is_some() {
        oublie_l_aide_d_aujourd_hui(imaginee, mois);
    }
    if avant.foyer.valeur(Foyer::RSA_PERCU).is_some() {
        droits_suivis(imaginee, mois, true);
    }
}

/// The last wage of the drawing, a number of steps.
fn maximum(mois: MoisCivil) -> i64 {
    let jour = mois.premier_jour();
    let smic = HORAIRE.au(jour).zip(DUREE_MENSUELLE.au(jour)).map(|(horaire, duree)| (horaire.valeur * duree.valeur).decimal());
    let maximum = Euros::de(smic.unwrap_or(Decimal::ZERO)) * DEMI_SMICS / Coef::c(2, 0);
    (centimes(maximum) / (100 * ENJAMBEE) + 1) * ENJAMBEE
}

#[cfg(test)]
mod tests;
