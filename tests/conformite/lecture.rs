//! The AAH and the MVA a second time, written apart from the engine, with each point on which the reference and the law
//! differ as a switch. With no switch it must give the reference's amounts, with all of them the engine's.

use crate::menage::Menage;
use juste_droit::{baremes, grandeurs::*};
use serde_json::Value;
use std::collections::BTreeSet;

/// The readings of the law that replace the reference's, by their name in `ecarts.toml`.
pub type Lectures<'a> = BTreeSet<&'a str>;

pub struct Oracle<'a> {
    pub menage: &'a Menage,
    pub lectures: &'a Lectures<'a>,
    /// The ASI to suppose instead of the reference's own estimate.
    pub asi_supposee: Option<Decimal>,
}

fn d(texte: &str) -> Decimal {
    texte.parse().expect("un nombre")
}

/// ASI ceilings a month, single and couple, that the reference uses (it has none newer than April 2025).
const PLAFONDS_ASI: [(i32, u8, &str, &str); 4] = [
    (2022, 7, "10163.71", "17786.49"),
    (2023, 4, "10320.07", "18060.13"),
    (2024, 4, "10794.79", "18890.89"),
    (2025, 4, "10978.3", "19212.03"),
];

/// Months of income a year.
fn douze() -> Decimal {
    Decimal::from(12)
}

impl Oracle<'_> {
    fn lit(&self, lecture: &str) -> bool {
        self.lectures.contains(lecture)
    }
    fn adulte(&self, i: usize) -> &Value {
        &self.menage.adultes()[i]
    }
    fn mensuel(&self, i: usize, cle: &str) -> Decimal {
        Menage::mensuel(self.adulte(i), cle)
    }
    fn n_2(&self, i: usize, cle: &str) -> Decimal {
        Menage::annuel(self.adulte(i), cle, self.menage.mois().annee - 2) / douze()
    }
    fn travaille(&self, i: usize) -> bool {
        Decimal::ZERO < self.mensuel(i, "salaire_imposable")
    }
    fn montant(&self) -> Decimal {
        baremes::aah::MONTANT.au(self.menage.mois().premier_jour()).expect("AAH").valeur.decimal()
    }

    /// The ASI that the reference gives to whoever has a disability pension, in a month.
    pub fn asi(&self, i: usize, mois: MoisCivil) -> Decimal {
        if self.mensuel(i, "pensions_invalidite").is_zero() {
            return Decimal::ZERO;
        }
        if let Some(asi) = self.asi_supposee {
            return asi;
        }
        let percue: Decimal = (0..self.menage.adultes().len()).map(|i| self.revenus_nets(i)).sum();
        (self.plafond_asi(mois) - percue).max(Decimal::ZERO)
    }
    fn revenus_nets(&self, i: usize) -> Decimal {
        ["salaire_net", "chomage_net", "pensions_invalidite"].map(|cle| self.mensuel(i, cle)).iter().sum()
    }
    /// The month's ceiling of the ASI, that of the couple for a couple.
    pub fn plafond_asi(&self, mois: MoisCivil) -> Decimal {
        let ligne = PLAFONDS_ASI.iter().rev().find(|(annee, m, ..)| MoisCivil::le(*annee, *m) <= mois).expect("plafond");
        d(if self.menage.en_couple() { ligne.3 } else { ligne.2 }) / douze()
    }
    /// Whether the reference's ASI rests on a gross wage that the file does not give.
    pub fn asi_devinee(&self, i: usize) -> bool {
        let pension = Decimal::ZERO < self.mensuel(i, "pensions_invalidite");
        pension && (0..self.menage.adultes().len()).any(|j| j != i && self.travaille(j))
    }

    /// The AAH of an adult, before any rounding.
    pub fn aah(&self, i: usize) -> Decimal {
        if !self.ouvre(i) {
            return Decimal::ZERO;
        }
        let enfants = Decimal::from(self.menage.enfants_a_charge());
        let (montant, mois) = (self.montant(), self.menage.mois());
        let miennes = self.ressources(i);
        let demi = d("0.5") * enfants;
        let individuel = self.borne(i, montant * (Decimal::ONE + demi), miennes);
        if !self.menage.en_couple() {
            return individuel;
        }
        let abattement = (Decimal::from(5000) + Decimal::from(1400) * enfants) / douze();
        let siennes = (self.ressources_du_conjoint(1 - i, self.travaille(i)) - abattement).max(Decimal::ZERO);
        let couple = self.borne(i, montant * (d("1.81") + demi), miennes + siennes);
        match (mois < MoisCivil::le(2023, 10), self.adulte(i)["aah_conjugalise"].as_bool()) {
            (true, _) => couple,
            (false, Some(true)) => couple.max(individuel),
            (false, _) => individuel,
        }
    }

    fn ouvre(&self, i: usize) -> bool {
        let (adulte, mois) = (self.adulte(i), self.menage.mois());
        let age = age_au(Menage::naissance(adulte), mois.premier_jour()).0;
        let taux = adulte["taux_incapacite"].as_f64().unwrap_or_default();
        // The last age at which the allowance is paid.
        let fin = if self.lit("age_inaptitude") {
            61
        } else if mois < MoisCivil::le(2023, 9) {
            62
        } else {
            64
        };
        20 <= age && (0.8 <= taux || 0.5 <= taux && adulte["rsdae"].as_bool() == Some(true) && age <= fin)
    }

    fn borne(&self, i: usize, plafond: Decimal, ressources: Decimal) -> Decimal {
        let montant = self.montant();
        let mois_asi = self.menage.mois().plus(-1);
        let complement = montant - self.mensuel(i, "pensions_invalidite") - self.asi(i, mois_asi);
        (plafond - ressources).max(Decimal::ZERO).min(montant).min(complement.max(Decimal::ZERO))
    }

    /// What is left of wages after the deduction for expenses, in monthly average of a year.
    fn net_de_frais(&self, brut: Decimal, annee: i32) -> Decimal {
        let jour = MoisCivil::le(annee, 12).dernier_jour();
        let borne = |bareme: &juste_droit::moteur::Bareme<Euros<An>>| bareme.au(jour).expect("frais").valeur.decimal() / douze();
        use baremes::revenu_net::{MAXIMUM_FRAIS, MINIMUM_FRAIS};
        brut - (brut * d("0.1")).max(borne(&MINIMUM_FRAIS)).min(borne(&MAXIMUM_FRAIS)).min(brut)
    }
    fn pension_nette(&self, brut: Decimal, annee: i32) -> Decimal {
        let jour = MoisCivil::le(annee, 12).dernier_jour();
        use baremes::revenu_net::{MAXIMUM_PENSIONS, MINIMUM_PENSIONS};
        let borne = |bareme: &juste_droit::moteur::Bareme<Euros<An>>| bareme.au(jour).expect("pensions").valeur.decimal() / douze();
        brut - (brut * d("0.1")).max(borne(&MINIMUM_PENSIONS)).min(borne(&MAXIMUM_PENSIONS)).min(brut)
    }

    fn ressources(&self, i: usize) -> Decimal {
        let mois = self.menage.mois();
        let travaille = self.travaille(i);
        let fin = if travaille { mois.plus(-1) } else { MoisCivil::le(mois.annee - 2, 12) };
        let lit = |imposable, net| match (travaille, self.lit("frais_professionnels")) {
            (true, true) => self.mensuel(i, imposable),
            (true, false) => self.mensuel(i, net),
            (false, _) => self.n_2(i, imposable),
        };
        let (salaire, chomage) = (lit("salaire_imposable", "salaire_net"), lit("chomage_imposable", "chomage_net"));
        let total = salaire + chomage;
        let net =
            if self.lit("frais_professionnels") && !total.is_zero() { self.net_de_frais(total, fin.annee) / total } else { Decimal::ONE };
        let (salaire, chomage) = (salaire * net, chomage * net);
        let (salaire, chomage, reduction) = self.apres_cessation(i, salaire, chomage);
        let (par_tranches, entier) =
            if self.lit("chomage_sans_tranches") { (salaire, chomage) } else { (salaire + chomage, Decimal::ZERO) };
        let smic_au = if self.lit("smic_de_la_periode") { fin.dernier_jour() } else { mois.premier_jour() };
        let limite = baremes::smic::HORAIRE.au(smic_au).expect("Smic").valeur.decimal() * d("151.67") * d("0.3");
        let comptee = d("0.2") * par_tranches.min(limite) + d("0.6") * (par_tranches - limite).max(Decimal::ZERO) + entier;
        let pension = if travaille { self.mensuel(i, "pensions_invalidite") } else { self.n_2(i, "pensions_invalidite") };
        let pension = if self.lit("pensions_abattues") { self.pension_nette(pension, fin.annee) * d("0.8") } else { pension };
        let asi = if travaille && !self.lit("asi_hors_ressources") { self.asi(i, mois.plus(-1)) } else { Decimal::ZERO };
        comptee * reduction + pension + asi
    }

    /// What is left of wages and unemployment benefit once work has stopped, and by how much the counted total is reduced.
    fn apres_cessation(&self, i: usize, salaire: Decimal, chomage: Decimal) -> (Decimal, Decimal, Decimal) {
        let (travaille, mois) = (self.travaille(i), self.menage.mois());
        let remplace = ["chomage_net", "pensions_invalidite"].iter().any(|cle| Decimal::ZERO < self.mensuel(i, cle));
        if !self.lit("abattement_de_cessation") {
            let reduction = if !travaille || remplace { d("0.7") } else { Decimal::ONE };
            return (salaire, chomage, reduction);
        }
        let debut = self.adulte(i)["debut_chomage"].as_str().and_then(jour_lu).map(MoisCivil::de);
        match (travaille, remplace, debut) {
            (false, false, _) => (Decimal::ZERO, Decimal::ZERO, Decimal::ONE),
            (false, true, Some(debut)) if debut.plus(2) <= mois => (salaire * d("0.7"), chomage, Decimal::ONE),
            _ => (salaire, chomage, Decimal::ONE),
        }
    }

    fn ressources_du_conjoint(&self, i: usize, trimestre: bool) -> Decimal {
        let mois = self.menage.mois();
        if self.lit("frais_professionnels") {
            let lit = |cle| if trimestre { self.mensuel(i, cle) } else { self.n_2(i, cle) };
            let annee = if trimestre { mois.plus(-1).annee } else { mois.annee - 2 };
            return self.net_de_frais(lit("salaire_imposable") + lit("chomage_imposable"), annee)
                + self.pension_nette(lit("pensions_invalidite"), annee);
        }
        let revenus = if trimestre { ["salaire_net", "chomage_net"] } else { ["salaire_imposable", "chomage_imposable"] };
        let lit = |cle| if trimestre { self.mensuel(i, cle) } else { self.n_2(i, cle) };
        d("0.9") * (revenus.map(lit).iter().sum::<Decimal>() + lit("pensions_invalidite"))
    }

    /// The MVA of an adult, its AAH being known.
    pub fn mva(&self, i: usize, aah: Decimal) -> Decimal {
        let adulte = self.adulte(i);
        let taux = adulte["taux_incapacite"].as_f64().unwrap_or_default();
        let asi = Decimal::ZERO < self.asi(i, self.menage.mois());
        let pension = Decimal::ZERO < self.mensuel(i, "pensions_invalidite");
        let aah = if self.lit("mva_taux_plein") { aah == self.montant() || pension && Decimal::ZERO < aah } else { Decimal::ZERO < aah };
        let heberge = self.menage.0["logement"]["statut"].as_str() == Some("loge_gratuitement");
        let logement = self.menage.0["reperes"]["aide_logement"].as_f64().is_some_and(|a| 0.0 < a)
            && !(heberge && self.lit("mva_logement_independant"));
        let droit = 0.8 <= taux && (aah || asi) && logement && !self.travaille(i);
        if droit { d("104.77") } else { Decimal::ZERO }
    }
}
