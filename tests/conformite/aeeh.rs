//! The theme of the AEEH: the base, the complement and the lone parent's increase, added as the reference gives them. The cases
//! carry its amounts already corrected of a fault (it pays the complement of the category below): no switch can show it.

use crate::{
    Comptes, Montants, au_centime,
    lecture::Lectures,
    menage::{Menage, nombre},
};
use juste_droit::{
    aides, baremes,
    grandeurs::{Annees, Date, Decimal, Euros, Mois, Taux, age_au, anniversaire, jour},
    moteur::{Bareme, Beneficiaire, Droit, Montant, Raison},
};
use serde_json::Value;

pub fn compare(menage: &Menage, lectures: &Lectures, comptes: &mut Comptes) {
    let droits = aides::simule(&menage.situation(&vec![Decimal::ZERO; menage.adultes().len()]), menage.mois());
    let attendu = nombre(&menage.0["attendu"]["aeeh"]);
    let selon = |lectures: &Lectures| cent(menage.enfants().iter().map(|enfant| Oracle { menage, lectures }.aeeh(enfant)).sum());
    let obtenu: Option<Decimal> =
        (0..menage.enfants().len()).flat_map(|rang| ["aeeh", "complement_aeeh"].map(|id| montant(&droits, id, rang))).sum();
    Montants { aide: "aeeh", attendu, obtenu, tolerance: au_centime() }.juge(menage, lectures, selon, comptes);
}

fn montant(droits: &[Droit], id: &str, rang: usize) -> Option<Decimal> {
    let droit = droits.iter().find(|d| d.aide.id == id && d.beneficiaire == Beneficiaire::Enfant(rang))?;
    match &droit.issue {
        Ok(Montant::ParMois(montant)) => Some(montant.decimal()),
        Err(Raison::Refus(_)) => Some(Decimal::ZERO),
        _ => None,
    }
}

fn cent(montant: Decimal) -> Decimal {
    Euros::<Mois>::de(montant).arrondi_au_centime().decimal()
}

/// The AEEH a second time, written apart from the engine.
struct Oracle<'a> {
    menage: &'a Menage,
    lectures: &'a Lectures<'a>,
}
impl Oracle<'_> {
    fn jour(&self) -> Date {
        self.menage.mois().premier_jour()
    }
    fn part(&self, taux: &Bareme<Taux>) -> Decimal {
        let bmaf = baremes::bmaf::BMAF.au(self.jour()).expect("BMAF").valeur;
        let exacte = (bmaf * taux.au(self.jour()).expect("un taux").valeur).decimal();
        if self.lectures.contains("montants_par_enfant") { cent(exacte) } else { exacte }
    }
    fn aeeh(&self, enfant: &Value) -> Decimal {
        use baremes::{aeeh::BASE, complement_aeeh::*};
        let naissance = Menage::naissance(enfant);
        let due = if self.lectures.contains("mois_du_droit") {
            naissance < self.jour() && self.menage.mois().dernier_jour() < anniversaire(naissance, Annees(20))
        } else {
            age_au(naissance, self.jour()) < Annees(20)
        };
        if enfant["aeeh"].as_bool() != Some(true) {
            return Decimal::ZERO;
        }
        let categorie = enfant["aeeh_categorie"].as_u64().expect("aeeh_categorie");
        let revalorisee = self.lectures.contains("sixieme_categorie_d_avril_2026");
        let au = if revalorisee { self.jour() } else { self.jour().min(jour(2026, 3, 31)) };
        let sixieme = COMPLEMENT_6.au(au).expect("un montant").valeur.decimal();
        if !due {
            let sans_age = categorie == 6 && !self.lectures.contains("sixieme_categorie_avant_vingt_ans");
            return if sans_age { sixieme } else { Decimal::ZERO };
        }
        let complement = match categorie {
            0 => Decimal::ZERO,
            1 => self.part(&COMPLEMENT_1),
            2 => self.part(&COMPLEMENT_2),
            3 => self.part(&COMPLEMENT_3),
            4 => self.part(&COMPLEMENT_4),
            5 => self.part(&COMPLEMENT_5),
            _ => sixieme,
        };
        let majoration = match categorie {
            _ if self.menage.en_couple() => Decimal::ZERO,
            2 => self.part(&MAJORATION_2),
            3 => self.part(&MAJORATION_3),
            4 => self.part(&MAJORATION_4),
            5 => self.part(&MAJORATION_5),
            6 => self.part(&MAJORATION_6),
            _ => Decimal::ZERO,
        };
        self.part(&BASE) + complement + majoration
    }
}
