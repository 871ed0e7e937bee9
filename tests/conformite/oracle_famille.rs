//! The family benefits a second time, written apart from the engine, with each point on which the reference and the law differ
//! as a switch. With no switch it must give the reference's amounts, with all of them the engine's.

use crate::{
    lecture::Lectures,
    menage::{Menage, nombre},
};
use juste_droit::{
    baremes::{self, allocations_familiales as af, complement_familial as cf, plafonds_familiaux as plafonds},
    grandeurs::*,
    moteur::Bareme,
};
use std::ops::Range;

#[path = "oracle_paje.rs"]
mod paje;

pub struct OracleFamille<'a> {
    pub menage: &'a Menage,
    pub lectures: &'a Lectures<'a>,
}

fn d(texte: &str) -> Decimal {
    texte.parse().expect("un nombre")
}
fn n(nombre: usize) -> Decimal {
    Decimal::from(nombre)
}
fn cent(montant: Decimal) -> Decimal {
    Euros::<Fois>::de(montant).arrondi_au_centime().decimal()
}
fn euro(montant: Decimal) -> Decimal {
    Euros::<Fois>::de(montant).arrondi_a_l_euro().decimal()
}
fn annuel(bareme: &Bareme<Euros<An>>, jour: Date) -> Decimal {
    bareme.au(jour).expect("un barème").valeur.decimal()
}

fn bmaf_au(jour: Date) -> Decimal {
    baremes::bmaf::BMAF.au(jour).expect("BMAF").valeur.decimal()
}

/// The reference counts ages in days, on the first of a month; it gives a child an age from the day before the birth.
fn age(naissance: Date, jour: Date) -> i64 {
    let jours = (jour - naissance).whole_days() + 1;
    (Decimal::from(jours) / d("365.2425")).floor().try_into().expect("un âge")
}

impl OracleFamille<'_> {
    fn lit(&self, lecture: &str) -> bool {
        self.lectures.contains(lecture)
    }
    fn jour(&self) -> Date {
        self.menage.mois().premier_jour()
    }
    fn bmaf(&self) -> Decimal {
        bmaf_au(self.jour())
    }
    fn naissances(&self) -> Vec<(Date, bool)> {
        self.menage.enfants().iter().map(|e| (Menage::naissance(e), e["alternee"].as_bool() == Some(true))).collect()
    }

    /// Whether a child has an age of the range in the month.
    fn a_l_age(&self, naissance: Date, ages: Range<u32>) -> bool {
        let mois = self.menage.mois();
        if self.lit("mois_du_droit") {
            let apres = anniversaire(naissance, Annees(ages.start)) < mois.premier_jour();
            return apres && mois.dernier_jour() < anniversaire(naissance, Annees(ages.end));
        }
        (i64::from(ages.start)..i64::from(ages.end)).contains(&age(naissance, mois.premier_jour()))
    }

    pub fn montant(&self, cle: &str) -> Decimal {
        let nom = cle.trim_end_matches("_annuel").trim_end_matches("_net");
        let net = cle.contains("_net");
        let brut = match nom {
            "af" => self.af(),
            "cf" => self.cf(),
            "asf" => self.asf(net),
            "ars" => self.ars(net),
            "paje_base" => self.paje_base(),
            "paje_naissance" => self.paje_naissance(),
            _ => panic!("« {cle} » n’a pas de seconde lecture"),
        };
        match (net, self.lit("crds")) {
            (true, true) if ["asf", "ars"].contains(&nom) => brut,
            (false, _) => cent(brut),
            (true, false) => cent(brut * d("0.995")),
            (true, true) if nom == "af" => cent(brut) - (cent(brut) * d("0.005")).trunc_with_scale(2),
            (true, true) => cent(brut / d("1.005")),
        }
    }

    /// Wages and unemployment benefit of a year, less what the tax deducts, in whole euros.
    fn traitements_nets(&self, a: &serde_json::Value, annee: i32) -> Decimal {
        let bruts = Menage::annuel(a, "salaire_imposable", annee) + Menage::annuel(a, "chomage_imposable", annee);
        bruts - self.deduit(bruts, annee, &baremes::revenu_net::MINIMUM_FRAIS, &baremes::revenu_net::MAXIMUM_FRAIS)
    }
    fn deduit(&self, brut: Decimal, annee: i32, minimum: &Bareme<Euros<An>>, maximum: &Bareme<Euros<An>>) -> Decimal {
        let jour = MoisCivil::le(annee, 12).dernier_jour();
        euro((brut * d("0.1")).max(annuel(minimum, jour)).min(annuel(maximum, jour))).min(brut)
    }
    /// The share of wages in that.
    fn salaire_net(&self, a: &serde_json::Value, annee: i32) -> Decimal {
        let (salaire, chomage) = (Menage::annuel(a, "salaire_imposable", annee), Menage::annuel(a, "chomage_imposable", annee));
        let tout = salaire + chomage;
        if tout.is_zero() { tout } else { self.traitements_nets(a, annee) * salaire / tout }
    }

    /// Resources of N-2, in whole euros.
    pub fn ressources(&self) -> Decimal {
        let annee = self.menage.mois().annee - 2;
        use baremes::revenu_net::{MAXIMUM_PENSIONS, MINIMUM_PENSIONS};
        let un = |a: &serde_json::Value| {
            let pension = Menage::annuel(a, "pensions_invalidite", annee);
            let abattu = if self.lit("chomage_abattu") && self.au_chomage(a) { d("0.3") } else { Decimal::ZERO };
            euro(self.traitements_nets(a, annee) - self.salaire_net(a, annee) * abattu) + pension
                - self.deduit(pension, annee, &MINIMUM_PENSIONS, &MAXIMUM_PENSIONS)
        };
        self.menage.adultes().iter().map(un).sum()
    }
    /// Two months of paid unemployment at least.
    fn au_chomage(&self, a: &serde_json::Value) -> bool {
        let debut = a["debut_chomage"].as_str().and_then(jour_lu).map(MoisCivil::de);
        Decimal::ZERO < Menage::mensuel(a, "chomage_imposable") && debut.is_some_and(|debut| debut.plus(2) <= self.menage.mois())
    }

    /// Part of the full amount, and what exceeds the ceiling just passed, a month.
    fn modulation(&self, enfants: usize) -> (usize, Decimal) {
        let (ressources, jour) = (self.ressources(), self.jour());
        let par_enfant = annuel(&af::PLAFOND_PAR_ENFANT, jour) * n(enfants);
        let (premier, second) = (annuel(&af::PLAFOND, jour) + par_enfant, annuel(&af::PLAFOND_2, jour) + par_enfant);
        match () {
            () if ressources <= premier => (0, Decimal::ZERO),
            () if ressources <= second => (1, (ressources - premier) / n(12)),
            () => (2, (ressources - second) / n(12)),
        }
    }
    fn taux(tranche: usize) -> Decimal {
        [Decimal::ONE, d("0.5"), d("0.25")][tranche]
    }

    fn af(&self) -> Decimal {
        let enfants: Vec<_> = self.naissances().into_iter().filter(|(ne, _)| self.a_l_age(*ne, 0..20)).collect();
        // From the month in which the others end: it lasts a year, to the month before the next birthday.
        let grands = self.naissances().iter().filter(|(ne, _)| self.a_l_age(*ne, 0..21)).count() - enfants.len();
        let (tranche, exces) = self.modulation(enfants.len());
        let taux = Self::taux(tranche);
        let mut total = Decimal::ZERO;
        if 2 <= enfants.len() {
            let partages = enfants.iter().filter(|(_, alternee)| *alternee).count();
            let coefficient = Decimal::ONE - d("0.5") * n(partages) / n(enfants.len());
            let plein = self.bmaf() * (d("0.32") + d("0.41") * n(enfants.len() - 2));
            let base = if self.lit("taux_de_la_tranche") { cent(plein * taux) } else { cent(plein) * taux } * coefficient;
            let montant = base + self.majorations(&enfants, taux);
            total += montant + Self::complement(montant, exces);
        }
        if 0 < grands && 3 <= enfants.len() + grands {
            let (tranche, exces_forfait) = self.modulation(enfants.len() + grands);
            let un = self.bmaf() * d("0.20234");
            total += if self.lit("taux_de_la_tranche") {
                let un = cent(self.bmaf() * [d("0.20234"), d("0.10117"), d("0.05059")][tranche]);
                (un + Self::complement(un, exces_forfait)) * n(grands)
            } else {
                let tous = cent(un) * n(grands) * Self::taux(tranche);
                tous + Self::complement(tous, exces)
            };
        }
        total
    }
    /// The allowances for the number of children alone, before the CRDS.
    pub fn af_base(&self) -> Decimal {
        let enfants = self.naissances().iter().filter(|(ne, _)| self.a_l_age(*ne, 0..20)).count();
        let (tranche, _) = self.modulation(enfants);
        let plein = self.bmaf() * (d("0.32") + d("0.41") * n(enfants.saturating_sub(2)));
        if enfants < 2 { Decimal::ZERO } else { cent(plein * Self::taux(tranche)) }
    }
    fn complement(montant: Decimal, exces: Decimal) -> Decimal {
        if exces.is_zero() { Decimal::ZERO } else { (montant - exces).max(Decimal::ZERO) }
    }
    fn majorations(&self, enfants: &[(Date, bool)], taux: Decimal) -> Decimal {
        let reforme = jour(2026, 3, 1) <= self.jour();
        let aines: Vec<usize> = if enfants.len() != 2 {
            Vec::new()
        } else if self.lit("aine_des_jumeaux") {
            (0..2).min_by_key(|i| enfants[*i].0).into_iter().collect()
        } else {
            let ages = [0, 1].map(|i: usize| age(enfants[i].0, self.jour()));
            (0..2).filter(|i| ages[*i] == ages[0].max(ages[1])).collect()
        };
        let ouvre = |i: &usize| {
            let (ne, _) = enfants[*i];
            let des = if reforme && jour(2012, 3, 1) <= ne { 18 } else { 14 };
            !aines.contains(i) && self.a_l_age(ne, des..20)
        };
        let une = self.bmaf() * d("0.16") * taux;
        let une = if self.lit("taux_de_la_tranche") { cent(une) } else { une };
        (0..enfants.len()).filter(ouvre).map(|i| if enfants[i].1 { une / n(2) } else { une }).sum()
    }

    fn cf(&self) -> Decimal {
        let n_21 = self.naissances().iter().filter(|(ne, _)| self.a_l_age(*ne, 0..21)).count();
        let grands = self.naissances().iter().filter(|(ne, _)| self.a_l_age(*ne, 3..21)).count();
        let paje = |partie: &str| nombre(&self.menage.0[partie]["paje_base"]);
        let exclu = !self.lit("cf_calcule_seul") && Decimal::ZERO < paje("attendu") + paje("reperes");
        if grands < 3 || exclu {
            return Decimal::ZERO;
        }
        let plein = self.plafond(&plafonds::BASE, &plafonds::MAJORATION, n_21);
        let bas = if self.lit("plafonds_publies") {
            self.plafond(&cf::PLAFOND_MAJORE, &cf::PLAFOND_MAJORE_MAJORATION, n_21)
        } else {
            plein / n(2)
        };
        let (ressources, montant) = (self.ressources(), self.bmaf() * d("0.4165"));
        match () {
            () if ressources <= bas => self.bmaf() * d("0.6248"),
            () if ressources <= plein => montant,
            () => (montant - (ressources - plein) / n(12)).max(Decimal::ZERO),
        }
    }

    /// A ceiling for a number of children.
    fn plafond(&self, base: &Bareme<Euros<An>>, majoration: &Bareme<Euros<An>>, enfants: usize) -> Decimal {
        let sans = annuel(base, self.jour()) * (d("1") + d("0.25") * n(enfants.min(2)) + d("0.3") * n(enfants.saturating_sub(2)));
        let avec = if self.majore() { sans + annuel(majoration, self.jour()) } else { sans };
        if self.lit("plafonds_publies") { euro(avec) } else { avec }
    }
    fn plafond_partiel(&self, enfants: usize) -> Decimal {
        self.plafond(&plafonds::PARTIEL, &plafonds::PARTIEL_MAJORATION, enfants)
    }

    /// With the CRDS read as we do, what is paid is rounded for each child.
    fn asf(&self, net: bool) -> Decimal {
        if self.menage.en_couple() || self.menage.0["asf"].as_bool() == Some(false) {
            return Decimal::ZERO;
        }
        let un = self.bmaf() * d("0.422");
        let un = match (net, self.lit("crds")) {
            (true, true) => cent(un / d("1.005")),
            _ if self.lit("montants_par_enfant") => cent(un),
            _ => un,
        };
        un * n(self.naissances().iter().filter(|(ne, _)| self.a_l_age(*ne, 0..20)).count())
    }

    fn ars(&self, net: bool) -> Decimal {
        let annee = self.menage.mois().annee;
        let naissances: Vec<Date> = self.naissances().into_iter().map(|(ne, _)| ne).collect();
        let enfants = if self.lit("ars_dates") {
            let veille = jour(annee, 7, 31);
            naissances.iter().filter(|ne| **ne <= veille && age_au(**ne, veille).0 < 20).count()
        } else {
            naissances.iter().filter(|ne| (0..20).contains(&age(**ne, jour(annee, 10, 1)))).count()
        };
        let taux = |ne: Date| {
            let (age, ouvre) = if self.lit("ars_dates") {
                let ouvre = anniversaire(ne, Annees(6)) < jour(annee + 1, 2, 1) && age_au(ne, jour(annee, 9, 15)).0 < 18;
                (i64::from(age_au(ne, jour(annee, 12, 31)).0).max(6), ouvre)
            } else {
                let dix_huit = anniversaire(ne, Annees(18));
                let presque = jour(annee, 9, 2) <= dix_huit && dix_huit <= jour(annee, 12, 1);
                let age = age(ne, jour(annee, 12, 1));
                (age, (6..18).contains(&age) || presque)
            };
            ouvre.then(|| {
                d(if age < 11 {
                    "0.8972"
                } else if age < 15 {
                    "0.9467"
                } else {
                    "0.9795"
                })
            })
        };
        let bmaf = bmaf_au(jour(annee, 8, 1));
        let montants: Vec<Decimal> = naissances.iter().filter_map(|ne| taux(*ne)).map(|taux| bmaf * taux).collect();
        let plafond = annuel(&plafonds::RENTREE, self.jour()) * (Decimal::ONE + d("0.3") * n(enfants));
        let plafond = if self.lit("plafonds_publies") { euro(plafond) } else { plafond };
        let exces = (self.ressources() - plafond).max(Decimal::ZERO);
        let arrondis = |montants: &[Decimal]| -> Decimal {
            montants.iter().map(|m| if self.lit("montants_par_enfant") { cent(*m) } else { *m }).sum()
        };
        let reste = arrondis(&montants) - exces;
        match (net, self.lit("crds")) {
            _ if reste < n(15) => Decimal::ZERO,
            (true, true) if exces.is_zero() => montants.iter().map(|m| cent(m * d("0.995"))).sum(),
            (true, true) => cent(reste * d("0.995")),
            _ => reste,
        }
    }

    /// A lone parent, or two who earned enough in N-2.
    fn majore(&self) -> bool {
        if !self.menage.en_couple() {
            return true;
        }
        let annee = self.menage.mois().annee - 2;
        if !self.lit("biactivite_pss") {
            // Said, or twelve BMAF of the first of January N-2.
            return self.menage.0["reperes"]["biactivite"].as_bool().unwrap_or_else(|| {
                let bmaf = d(["414.4", "414.81", "439.17", "445.93"][usize::try_from(annee - 2021).expect("une année")]);
                self.menage.adultes().iter().all(|a| bmaf * n(12) <= self.salaire_net(a, annee))
            });
        }
        let pss = annuel(&baremes::ressources_familiales::PLAFOND_SECURITE_SOCIALE, jour(annee, 1, 1));
        self.menage.adultes().iter().all(|a| pss * d("0.136") <= self.salaire_net(a, annee))
    }
}
