//! The RSA and the prime d'activité a second time, written apart from the engine, with each point on which the reference and
//! the law differ as a switch. With no switch it must give the reference's amounts, with all of them the engine's.

use crate::{
    lecture::Lectures,
    menage::{Menage, nombre},
    oracle_famille::OracleFamille,
};
use juste_droit::{
    baremes,
    grandeurs::{jour as date, *},
    moteur::{Bareme, COUVERTURE},
};

pub struct OracleMinima<'a> {
    pub menage: &'a Menage,
    pub lectures: &'a Lectures<'a>,
    /// The housing aid of the months before.
    pub aides_logement: &'a [(MoisCivil, Decimal)],
}

fn d(texte: &str) -> Decimal {
    texte.parse().expect("un nombre")
}
fn n(nombre: usize) -> Decimal {
    Decimal::from(nombre)
}

impl OracleMinima<'_> {
    fn lit(&self, lecture: &str) -> bool {
        self.lectures.contains(lecture)
    }
    fn au<P: Periode>(&self, bareme: &Bareme<Euros<P>>) -> Decimal {
        bareme.au(self.menage.mois().premier_jour()).expect("un barème").valeur.decimal()
    }
    fn jour(&self) -> Date {
        self.menage.mois().premier_jour()
    }
    /// The day on which the household is looked at.
    fn jour_du_foyer(&self) -> Date {
        if self.lit("foyer_au_dernier_jour") { self.menage.mois().dernier_jour() } else { self.jour() }
    }
    fn moins_de(&self, ans: u32) -> usize {
        let jour = self.jour_du_foyer();
        let naissances = self.menage.enfants().iter().map(Menage::naissance);
        naissances.filter(|ne| if *ne <= jour { age_au(*ne, jour).0 < ans } else { !self.lit("foyer_au_dernier_jour") }).count()
    }
    fn attend(&self) -> bool {
        self.menage.enfants().iter().any(|e| self.jour_du_foyer() < Menage::naissance(e))
    }
    fn personnes(&self) -> usize {
        self.menage.adultes().len() + self.moins_de(25)
    }
    fn isole(&self) -> bool {
        let recent = self.menage.0["parent_isole_recent"].as_bool() == Some(true);
        let parent = 0 < self.moins_de(25) || self.attend();
        !self.menage.en_couple() && parent && (recent || self.attend() || 0 < self.moins_de(3))
    }
    fn forfaitaire(&self, base: Decimal) -> Decimal {
        if self.isole() {
            return base * (d("1.28412") + d("0.42804") * n(self.moins_de(25)));
        }
        let quatrieme = if self.menage.en_couple() { "0.3" } else { "0.4" };
        let taux: Decimal = (2..=self.personnes())
            .map(|rang| match rang {
                2 => d("0.5"),
                3 => d("0.3"),
                4 => d(quatrieme),
                _ => d("0.4"),
            })
            .sum();
        base * (Decimal::ONE + taux)
    }
    fn logement(&self, base: Decimal) -> Decimal {
        let forfait = base * d(["0.12", "0.24", "0.297"][self.personnes().min(3) - 1]);
        let dite = self.aides_logement.iter().find(|(mois, _)| *mois == self.menage.mois());
        let aide = dite.map_or(nombre(&self.menage.0["reperes"]["aide_logement"]), |(_, aide)| *aide);
        match self.menage.0["logement"]["statut"].as_str() {
            _ if Decimal::ZERO < aide => aide.min(forfait),
            Some("proprietaire" | "loge_gratuitement") => forfait,
            _ => Decimal::ZERO,
        }
    }
    fn salaires(&self) -> impl Iterator<Item = Decimal> {
        self.menage.adultes().iter().map(|a| Menage::mensuel(a, "salaire_net"))
    }

    /// The family benefits that count.
    fn prestations(&self) -> Decimal {
        let famille = OracleFamille { menage: self.menage, lectures: self.lectures };
        let versees = self.lit("prestations_versees");
        let versee = |cle: &str| famille.montant(&if versees { format!("{cle}_net") } else { cle.to_owned() });
        let cent = |montant: Decimal| Euros::<Fois>::de(montant).arrondi_au_centime().decimal();
        let bmaf = self.au(&baremes::bmaf::BMAF);
        let base = famille.af_base();
        let af = if versees { base - (base * d("0.005")).trunc_with_scale(2) } else { base };
        let cf_plein = cent(bmaf * d("0.4165"));
        let (cf, paje) = (versee("cf"), versee("paje_base"));
        let cf = if Decimal::ZERO < paje && cf <= paje + d("0.02") { Decimal::ZERO } else { cf };
        let paje = if Decimal::ZERO < cf { Decimal::ZERO } else { paje };
        let enfants_asf = versee("asf") / if versees { cent(bmaf * d("0.422") / d("1.005")) } else { cent(bmaf * d("0.422")) };
        let asf = versee("asf").min(bmaf * d("0.225") * enfants_asf.round());
        af + cf.min(cf_plein) + asf + paje
    }
    pub fn montant(&self, cle: &str) -> Decimal {
        match cle {
            "rsa" => self.rsa(),
            "ppa" => self.ppa(),
            _ => panic!("« {cle} » n’a pas de seconde lecture"),
        }
    }

    fn rsa(&self) -> Decimal {
        let base = self.au(&baremes::rsa::MONTANT);
        let majeurs = self.menage.adultes().iter().any(|a| 25 <= age_au(Menage::naissance(a), self.jour_du_foyer()).0);
        if !majeurs && self.moins_de(25) == 0 && !self.attend() {
            return Decimal::ZERO;
        }
        let revenus: Decimal = self.salaires().sum();
        let reste = self.forfaitaire(base) - self.logement(base) - revenus - self.prestations();
        if reste < d("6") { Decimal::ZERO } else { reste }
    }

    fn ppa(&self) -> Decimal {
        let mois = self.menage.mois();
        let fin = if mois < MoisCivil::le(2025, 3) || !self.lit("quatrieme_mois") { -1 } else { -2 };
        let total: Decimal = (fin - 2..=fin)
            .map(|rang| {
                // No scale is known before the first month that can be simulated.
                let alors = OracleMinima { menage: &self.menage.en(mois.plus(rang).max(COUVERTURE.0)), ..*self };
                let prestations = if self.lit("prestations_du_mois") { self.prestations() } else { alors.prestations() };
                self.prime(&alors, prestations)
            })
            .sum();
        let prime = total / n(3);
        if self.salaires().sum::<Decimal>().is_zero() || prime < d("15") { Decimal::ZERO } else { prime }
    }
    /// The prime of a month.
    fn prime(&self, alors: &OracleMinima, prestations: Decimal) -> Decimal {
        use baremes::prime_activite as prime;
        let bareme = if self.lit("bareme_du_mois_du_droit") { self } else { alors };
        let jour = bareme.jour();
        let base = bareme.au(&prime::MONTANT);
        let smic = baremes::smic::HORAIRE.au(jour).expect("Smic").valeur.decimal();
        let (plein, part) = if jour < date(2026, 4, 1) { ("120", "0.29101") } else { ("138", "0.377") };
        let bonification = Euros::<Fois>::de(base * d(part)).arrondi_au_centime().decimal();
        let pente = d(if jour < date(2025, 4, 1) { "0.61" } else { "0.5985" });
        let gains: Decimal = self.salaires().sum();
        let bonifications: Decimal = self
            .salaires()
            .map(|gain| ((gain / smic - n(59)) / (d(plein) - n(59))).max(Decimal::ZERO).min(Decimal::ONE) * bonification)
            .sum();
        let forfaitaire = alors.forfaitaire(base);
        let autres = prestations + alors.logement(base);
        (forfaitaire + bonifications + gains * pente - (gains + autres).max(forfaitaire)).max(Decimal::ZERO)
    }
}
