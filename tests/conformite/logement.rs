//! The theme of housing aid, to the euro: the reference works in binary floats and rounds down at the end.

use crate::{
    Comptes, Montants,
    lecture::Lectures,
    menage::{Menage, nombre},
    suppose,
};
use juste_droit::{
    aides, baremes,
    grandeurs::{Annees, Decimal, Euros, Mois, MoisCivil, Periode, age_au, anniversaire},
    moteur::{Bareme, Montant, Raison},
    situation::{Dit, Foyer, OuiNon},
};
use serde_json::Value;

pub fn compare(menage: &Menage, lectures: &Lectures, comptes: &mut Comptes) {
    let attendu = nombre(&menage.0["attendu"]["aide_logement"]);
    let selon = |rsa_percu| move |lectures: &Lectures| OracleLogement { menage, lectures, rsa_percu }.aide();
    // Écart « rsa_percu » : the answer that gives the reference's amount.
    let donne = |rsa_percu| (selon(rsa_percu)(&Lectures::new()) - attendu).abs() <= Decimal::ONE;
    let rsa_percu = lectures.contains("rsa_percu") && !donne(false) && donne(true);
    let mut situation = menage.situation(&vec![Decimal::ZERO; menage.adultes().len()]);
    if rsa_percu {
        situation.foyer.pose(Foyer::RSA_PERCU, Dit::Oui(OuiNon::Oui));
        suppose(comptes, "aide_logement", "rsa_percu");
    }
    let droits = aides::simule(&situation, menage.mois());
    let obtenu = match &droits.iter().find(|droit| droit.aide.id == "aide_logement").expect("une aide du registre").issue {
        Ok(Montant::ParMois(montant)) => Some(montant.decimal()),
        Err(Raison::Refus(_)) => Some(Decimal::ZERO),
        _ => None,
    };
    Montants { aide: "aide_logement", attendu, obtenu, tolerance: Decimal::ONE }.juge(menage, lectures, selon(rsa_percu), comptes);
}

/// What the reference works out for a month.
pub fn de_la_reference(menage: &Menage, mois: MoisCivil) -> Decimal {
    let alors = menage.en(mois);
    if alors.loue() { OracleLogement { menage: &alors, lectures: &Lectures::new(), rsa_percu: false }.aide() } else { Decimal::ZERO }
}

/// Housing aid a second time, written apart from the engine.
struct OracleLogement<'a> {
    menage: &'a Menage,
    lectures: &'a Lectures<'a>,
    /// Last month: then neither wages nor unemployment benefits count (R. 822-17).
    rsa_percu: bool,
}
impl OracleLogement<'_> {
    fn bail(&self, cle: &str) -> &Value {
        &self.menage.0["logement"][cle]
    }
    fn v<P: Periode>(&self, bareme: &Bareme<Euros<P>>) -> Decimal {
        bareme.au(self.menage.mois().premier_jour()).expect("une valeur").valeur.decimal()
    }
    fn personnes(&self) -> u32 {
        let mois: MoisCivil = self.menage.mois();
        let compte = self.menage.enfants().iter().map(Menage::naissance).filter(|ne| {
            if self.lectures.contains("mois_du_droit") {
                *ne < mois.premier_jour() && mois.dernier_jour() < anniversaire(*ne, Annees(21))
            } else {
                *ne <= mois.premier_jour() && age_au(*ne, mois.premier_jour()) < Annees(21)
            }
        });
        u32::try_from(compte.count()).expect("peu d’enfants")
    }
    fn zone(&self) -> u64 {
        self.bail("zone").as_u64().expect("zone")
    }
    /// The ceiling of a zone, for the family or for one person.
    fn plafond(&self, zone: u64, seule: bool) -> Decimal {
        use baremes::plafonds_loyer::*;
        let [seul, couple, famille, en_plus] = match zone {
            1 => [&SEUL_1, &COUPLE_1, &FAMILLE_1, &EN_PLUS_1],
            2 => [&SEUL_2, &COUPLE_2, &FAMILLE_2, &EN_PLUS_2],
            _ => [&SEUL_3, &COUPLE_3, &FAMILLE_3, &EN_PLUS_3],
        }
        .map(|bareme| self.v::<Mois>(bareme));
        match self.personnes() {
            _ if seule => seul,
            0 if self.menage.en_couple() => couple,
            0 => seul,
            n => famille + en_plus * Decimal::from(n - 1),
        }
    }
    fn ressources(&self) -> Decimal {
        if self.rsa_percu {
            return Decimal::ZERO;
        }
        use baremes::revenu_net::{MAXIMUM_FRAIS, MINIMUM_FRAIS};
        let jour = MoisCivil::le(self.menage.mois().annee - 1, 12).dernier_jour();
        let borne = |bareme: &Bareme<Euros<juste_droit::grandeurs::An>>| bareme.au(jour).expect("frais").valeur.decimal();
        let nets: Vec<Decimal> = self
            .menage
            .adultes()
            .iter()
            .map(|a| {
                let du_mois = |mois: MoisCivil| {
                    let cles = ["salaire_imposable", "chomage_imposable"];
                    cles.iter().map(|cle| Menage::annuel(a, cle, mois.annee) / Decimal::from(12)).sum::<Decimal>()
                };
                let brut: Decimal = (2..14).map(|rang| du_mois(self.menage.mois().plus(-rang))).sum();
                let frais = (brut * Decimal::new(1, 1)).max(borne(&MINIMUM_FRAIS)).min(borne(&MAXIMUM_FRAIS));
                (brut - frais.round()).max(Decimal::ZERO)
            })
            .collect();
        let chacun = self.menage.adultes().iter().all(|a| Decimal::ZERO < Menage::mensuel(a, "salaire_imposable"))
            && nets.iter().all(|net| self.v(&baremes::bmaf::BMAF) * Decimal::from(12) <= *net);
        let double = nets.len() == 2 && chacun && self.lectures.contains("double_activite");
        let total = nets.iter().sum::<Decimal>() - if double { Decimal::from(95) } else { Decimal::ZERO };
        (total.round_dp(2).max(Decimal::ZERO) / Decimal::ONE_HUNDRED).ceil() * Decimal::ONE_HUNDRED
    }

    fn aide(&self) -> Decimal {
        use baremes::aide_logement::*;
        let (n, couple, hlm) = (self.personnes(), self.menage.en_couple(), self.bail("statut") == "locataire_hlm");
        let (coloc, chambre) = (self.bail("coloc") == true, self.bail("chambre") == true);
        let plafond = match (coloc, chambre) {
            (true, _) => self.plafond(self.zone(), false) * Decimal::new(75, 2),
            (_, true) => self.plafond(self.zone(), true) * Decimal::new(9, 1),
            _ => self.plafond(self.zone(), false),
        };
        let plafond = Euros::<Mois>::de(plafond).arrondi_au_centime().decimal();
        let loyer = nombre(self.bail("loyer"));
        let reel = if self.bail("statut") == "locataire_meuble" { loyer * Decimal::TWO / Decimal::from(3) } else { loyer };
        let retenu = reel.min(plafond);
        let charges =
            if coloc && !couple { self.v(&CHARGES_COLOCATION) } else { self.v(&CHARGES) } + self.v(&CHARGES_EN_PLUS) * Decimal::from(n);
        let r0 = match n {
            0 if couple => self.v(&R0_COUPLE),
            0 => self.v(&R0_SEUL),
            n => {
                self.v([&R0_1, &R0_2, &R0_3, &R0_4, &R0_5, &R0_6][n.min(6) as usize - 1])
                    + self.v(&R0_EN_PLUS) * Decimal::from(n.saturating_sub(6))
            }
        };
        let tf = match n {
            0 if couple => Decimal::new(315, 4),
            0 => Decimal::new(283, 4),
            n => {
                Decimal::new([270, 238, 201, 185, 179, 173][n.min(6) as usize - 1], 4)
                    - Decimal::new(6, 4) * Decimal::from(n.saturating_sub(6))
            }
        };
        let rl = (retenu / self.plafond(2, false)).round_dp(4);
        let (bas, haut) = (Decimal::new(45, 2), Decimal::new(75, 2));
        let tl = (Decimal::new(45, 4) * (rl.min(haut) - bas).max(Decimal::ZERO) + Decimal::new(68, 4) * (rl - haut).max(Decimal::ZERO))
            .round_dp(5);
        let ressources = self.ressources();
        let p0 = (Decimal::new(85, 3) * (retenu + charges)).max(self.v(&PARTICIPATION_MINIMALE));
        let pp = p0 + (tf + tl) * (ressources - r0).max(Decimal::ZERO);
        let mut aide = (retenu + charges - pp).max(Decimal::ZERO);
        let a_la_fin = self.lectures.contains("minimum_du_dernier_resultat");
        if aide < Decimal::TEN && !hlm && !a_la_fin {
            aide = Decimal::ZERO;
        }
        let (debut, fin) = if self.zone() == 1 { (34, 40) } else { (25, 31) };
        let [debut, fin] = [debut, fin].map(|multiple| (plafond * Decimal::new(multiple, 1)).round_dp(2));
        let coefficient = ((fin - reel) / (fin - debut)).clamp(Decimal::ZERO, Decimal::ONE);
        let apres = self.lectures.contains("reduction_apres_l_arrondi");
        let rls = if hlm { self.rls(n, ressources) } else { Decimal::ZERO };
        let brut = ((aide * coefficient).round_dp(2) - Decimal::from(5) - if apres { Decimal::ZERO } else { rls }).max(Decimal::ZERO);
        let crds = |brut: Decimal| (brut * Decimal::new(5, 3)).trunc_with_scale(2);
        let entier = (brut - crds(brut)).trunc();
        let net = if apres && Decimal::ZERO < rls {
            let reste = (entier + crds(brut) - rls).max(Decimal::ZERO);
            reste - crds(reste)
        } else {
            entier
        };
        if a_la_fin && net < Decimal::TEN && !hlm { Decimal::ZERO } else { net }
    }

    /// What the reduction of rent takes from the aid.
    fn rls(&self, n: u32, ressources: Decimal) -> Decimal {
        use baremes::reduction_loyer::*;
        type Valeurs = [&'static Bareme<Euros<Mois>>; 13];
        let [seul, couple, famille, en_plus, p_seul, p_couple, avec @ .., p_plus]: Valeurs = match self.zone() {
            1 => [
                &SEUL_1,
                &COUPLE_1,
                &FAMILLE_1,
                &EN_PLUS_1,
                &PLAFOND_SEUL_1,
                &PLAFOND_COUPLE_1,
                &PLAFOND_1_1,
                &PLAFOND_2_1,
                &PLAFOND_3_1,
                &PLAFOND_4_1,
                &PLAFOND_5_1,
                &PLAFOND_6_1,
                &PLAFOND_EN_PLUS_1,
            ],
            2 => [
                &SEUL_2,
                &COUPLE_2,
                &FAMILLE_2,
                &EN_PLUS_2,
                &PLAFOND_SEUL_2,
                &PLAFOND_COUPLE_2,
                &PLAFOND_1_2,
                &PLAFOND_2_2,
                &PLAFOND_3_2,
                &PLAFOND_4_2,
                &PLAFOND_5_2,
                &PLAFOND_6_2,
                &PLAFOND_EN_PLUS_2,
            ],
            _ => [
                &SEUL_3,
                &COUPLE_3,
                &FAMILLE_3,
                &EN_PLUS_3,
                &PLAFOND_SEUL_3,
                &PLAFOND_COUPLE_3,
                &PLAFOND_1_3,
                &PLAFOND_2_3,
                &PLAFOND_3_3,
                &PLAFOND_4_3,
                &PLAFOND_5_3,
                &PLAFOND_6_3,
                &PLAFOND_EN_PLUS_3,
            ],
        };
        let (reduction, plafond) = match n {
            0 if self.menage.en_couple() => (self.v(couple), self.v(p_couple)),
            0 => (self.v(seul), self.v(p_seul)),
            n => (
                self.v(famille) + self.v(en_plus) * Decimal::from(n - 1),
                self.v(avec[n.min(6) as usize - 1]) + self.v(p_plus) * Decimal::from(n.saturating_sub(6)),
            ),
        };
        if ressources / Decimal::from(12) < plafond { reduction * Decimal::new(98, 2) } else { Decimal::ZERO }
    }
}
