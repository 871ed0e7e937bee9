//! The benefits for children, month by month, until the youngest is grown: what starts, changes, stops, and why.
//!
//! A month is computed by the rules themselves; a cause is found by taking it away: the same month with the scales of the month
//! before, then with a child one month younger, and what comes out changes or does not. See decision 0130.

mod avenir;
mod causes;
mod trace;

use super::{
    ecrit, majuscule,
    resultats::{lien, pour},
};
use crate::{
    aides,
    baremes::allocations_familiales::AGE_FORFAIT,
    grandeurs::*,
    moteur::{Aide, Beneficiaire, COUVERTURE, Droit, Montant, Raison},
    situation::{Dit, Enfant, Situation},
};
pub use avenir::{Avenir, SUPPOSE};
pub use trace::{BandeTracee, LARGEUR, RANGEE, RangeeTracee, Trace};

/// Never more months than this, whatever dates a file holds.
const MOIS_MAX: i32 = 300;

/// The calendar of a household.
#[derive(Clone, Debug, PartialEq)]
pub struct Calendrier {
    pub premier: MoisCivil,
    pub dernier: MoisCivil,
    pub rangees: Vec<Rangee>,
    /// What cannot be shown: the aid, what is missing.
    pub sans_reponse: Vec<(&'static Aide, String)>,
}

/// A right, and the times when it is due.
#[derive(Clone, Debug, PartialEq)]
pub struct Rangee {
    pub aide: &'static Aide,
    pub beneficiaire: Beneficiaire,
    pub pour: Option<String>,
    pub bandes: Vec<Bande>,
}

/// Months in a row, or years in a row, with the same amount.
#[derive(Clone, Debug, PartialEq)]
pub struct Bande {
    pub de: MoisCivil,
    pub a: MoisCivil,
    pub montant: Montant,
    pub a_confirmer: bool,
    /// Paid in the same month of each year.
    pub chaque_annee: bool,
    /// Why it begins.
    pub pourquoi: String,
    /// Why it ends, when nothing follows.
    pub fin: String,
}
impl Bande {
    /// Whether it holds in a month.
    pub fn couvre(&self, mois: MoisCivil) -> bool {
        self.de <= mois && mois <= self.a && (!self.chaque_annee || mois.mois == self.de.mois)
    }
}

/// What a month shows of a right.
#[derive(Clone, Debug, PartialEq)]
enum Vu {
    Rien,
    /// Nobody can say yet.
    Inconnu,
    Du {
        montant: Montant,
        a_confirmer: bool,
    },
}
impl Vu {
    fn est_unique(&self) -> bool {
        matches!(self, Vu::Du { montant: Montant::Unique(_), .. })
    }
}

fn vu(droit: &Droit, mois: MoisCivil) -> Vu {
    match &droit.issue {
        Ok(Montant::Unique(_)) if droit.verse_en.is_some_and(|verse| verse != mois) => Vu::Rien,
        Ok(montant) => Vu::Du { montant: montant.clone(), a_confirmer: droit.reserves.iter().any(|reserve| reserve.a_confirmer) },
        Err(Raison::Refus(_) | Raison::Ecarte(_) | Raison::HorsPeriode) => Vu::Rien,
        Err(Raison::Demande(_) | Raison::HorsBareme(_) | Raison::HorsChamp(_) | Raison::EnAttente) => Vu::Inconnu,
    }
}

/// A right, from month to month.
type Cle = (&'static Aide, Beneficiaire);

/// The rights of a month, and the household then.
struct Mois<'a> {
    avenir: &'a Avenir<'a>,
    mois: MoisCivil,
    droits: Vec<Droit>,
}
impl<'a> Mois<'a> {
    fn de(avenir: &'a Avenir<'a>, mois: MoisCivil) -> Self {
        Mois { avenir, mois, droits: aides::projette(&avenir.en(mois), mois, COUVERTURE.1) }
    }
    fn droit(&self, cle: Cle) -> Option<&Droit> {
        celui(&self.droits, cle)
    }
    fn vu(&self, cle: Cle) -> Vu {
        self.droit(cle).map_or(Vu::Rien, |droit| vu(droit, self.mois))
    }
}

fn celui(droits: &[Droit], (aide, beneficiaire): Cle) -> Option<&Droit> {
    droits.iter().find(|droit| droit.aide == aide && droit.beneficiaire == beneficiaire)
}

/// Whether there are months to come for a child of the household.
pub fn se_propose(situation: &Situation, premier: MoisCivil) -> bool {
    dernier(situation, premier).is_some()
}

/// The last month in which a benefit may be due for the children; none when no child is known, or when all are grown. A child who
/// died has no months to come.
fn dernier(situation: &Situation, premier: MoisCivil) -> Option<MoisCivil> {
    let age = AGE_FORFAIT.lignes().last()?.valeur;
    let vivants = situation.enfants.iter().filter(|enfant| enfant.dit(Enfant::DECES) == Dit::Rien);
    let naissance = vivants.filter_map(|enfant| enfant.valeur(Enfant::NAISSANCE)).max()?;
    Some(MoisCivil::de(anniversaire(naissance, age)).min(premier.plus(MOIS_MAX))).filter(|dernier| premier <= *dernier)
}

/// The calendar of a household from a month on; none without a child.
pub fn calendrier(situation: &Situation, premier: MoisCivil) -> Option<Calendrier> {
    let dernier = dernier(situation, premier)?;
    let avenir = Avenir::de(situation, premier);
    let mut avant = Mois::de(&avenir, premier);
    let mut calendrier = Calendrier { premier, dernier, rangees: Vec::new(), sans_reponse: Vec::new() };
    calendrier.ouvre(situation, &avant);
    for rangee in &mut calendrier.rangees {
        if let Vu::Du { montant, a_confirmer } = avant.vu(rangee.cle()) {
            rangee.commence(premier, montant, a_confirmer, "En cours.".to_owned());
        }
    }
    for ecart in 1..=premier.jusqu_a(dernier) {
        let mois = Mois::de(&avenir, premier.plus(ecart));
        calendrier.ouvre(situation, &mois);
        for rangee in &mut calendrier.rangees {
            rangee.avance(&avant, &mois);
        }
        avant = mois;
    }
    calendrier.rangees.retain(|rangee| !rangee.bandes.is_empty());
    ranges(&mut calendrier.rangees, |rangee| (aides::AIDES.iter().position(|aide| *aide == rangee.aide), rangee.beneficiaire));
    Some(calendrier)
}

impl Calendrier {
    /// A row for each right seen for the first time; what rights that are not known lack, once for each aid.
    fn ouvre(&mut self, situation: &Situation, mois: &Mois) {
        for droit in &mois.droits {
            let Droit { aide, beneficiaire, .. } = *droit;
            if !self.rangees.iter().any(|rangee| rangee.cle() == (aide, beneficiaire)) {
                self.rangees.push(Rangee { aide, beneficiaire, pour: pour(situation, beneficiaire), bandes: Vec::new() });
            }
            if self.sans_reponse.iter().any(|(aide, _)| *aide == droit.aide) {
                continue;
            }
            let manque = match &droit.issue {
                Err(Raison::Demande(manques)) => {
                    let questions: Vec<String> = manques.iter().map(|manque| lien(situation, self.premier, manque).0).collect();
                    let quand = if mois.mois == self.premier { String::new() } else { format!("à partir de {}, ", mois.mois) };
                    format!("{quand}il manque\u{a0}: {}", questions.join("\u{a0}; "))
                }
                Err(Raison::HorsChamp(phrase)) => ecrit(phrase, self.premier),
                Err(Raison::HorsBareme(quoi)) => format!("nous ne connaissons pas ce barème\u{a0}: {quoi}"),
                _ => continue,
            };
            self.sans_reponse.push((droit.aide, manque));
        }
    }

    /// Every band, with its right, from the first to begin.
    pub fn lignes(&self) -> Vec<(&Rangee, &Bande)> {
        let mut lignes: Vec<_> = self.rangees.iter().flat_map(|rangee| rangee.bandes.iter().map(move |bande| (rangee, bande))).collect();
        ranges(&mut lignes, |(_, bande)| bande.de);
        lignes
    }
}

impl Rangee {
    /// « Allocation de soutien familial · Noé ».
    pub fn titre(&self) -> String {
        match &self.pour {
            Some(pour) => format!("{} · {}", self.aide.nom, majuscule(pour)),
            None => self.aide.nom.to_owned(),
        }
    }

    fn cle(&self) -> Cle {
        (self.aide, self.beneficiaire)
    }

    fn commence(&mut self, mois: MoisCivil, montant: Montant, a_confirmer: bool, pourquoi: String) {
        self.bandes.push(Bande { de: mois, a: mois, montant, a_confirmer, chaque_annee: false, pourquoi, fin: String::new() });
    }

    /// One month more: the last band goes on, or another begins, or none.
    fn avance(&mut self, avant: &Mois, mois: &Mois) {
        let cle = self.cle();
        let (d_avant, vu) = (avant.vu(cle), mois.vu(cle));
        let deja = matches!(d_avant, Vu::Du { .. });
        match vu {
            // A sum paid once that is still due the month after is the same sum; a year later, the same band.
            Vu::Du { .. } if vu.est_unique() && d_avant.est_unique() => {}
            Vu::Du { montant, a_confirmer } if matches!(montant, Montant::Unique(_)) => {
                let suite = |bande: &&mut Bande| {
                    bande.a.plus(causes::AN) == mois.mois && bande.montant == montant && bande.a_confirmer == a_confirmer
                };
                match self.bandes.last_mut().filter(suite) {
                    Some(bande) => (bande.a, bande.chaque_annee) = (mois.mois, true),
                    None => self.commence(mois.mois, montant, a_confirmer, causes::du_versement(cle, mois)),
                }
            }
            Vu::Du { montant, a_confirmer } => match self.bandes.last_mut().filter(|_| mois.vu(cle) == d_avant) {
                Some(bande) => bande.a = mois.mois,
                None => self.commence(mois.mois, montant, a_confirmer, causes::du_debut(cle, avant, mois, deja)),
            },
            Vu::Rien | Vu::Inconnu => {
                if let Some(bande) = self.bandes.last_mut().filter(|_| deja && !d_avant.est_unique()) {
                    bande.fin = causes::de_la_fin(cle, mois);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
