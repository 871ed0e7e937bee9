//! A household of the conformance files, and the situation it makes.

use juste_droit::{
    grandeurs::*,
    situation::{self, *},
};
use serde_json::Value;

/// One household, as the file writes it.
pub struct Menage(pub Value);

impl Menage {
    pub fn id(&self) -> &str {
        self.0["id"].as_str().expect("id")
    }
    pub fn mois(&self) -> MoisCivil {
        mois_lu(self.0["mois"].as_str().expect("mois")).expect("mois")
    }
    pub fn adultes(&self) -> &[Value] {
        self.0["adultes"].as_array().expect("adultes")
    }
    pub fn en_couple(&self) -> bool {
        self.adultes().len() == 2
    }
    pub fn naissance(personne: &Value) -> Date {
        jour_lu(personne["date_naissance"].as_str().expect("date_naissance")).expect("date")
    }
    /// The same amount every month of N-1 and N.
    pub fn mensuel(personne: &Value, cle: &str) -> Decimal {
        nombre(&personne["mensuel"][cle])
    }
    /// The total of a calendar year: said, or twelve times the monthly amount.
    pub fn annuel(personne: &Value, cle: &str, annee: i32) -> Decimal {
        let dit = &personne["annuel"][annee.to_string()][cle];
        if dit.is_null() { Self::mensuel(personne, cle) * Decimal::from(12) } else { nombre(dit) }
    }
    /// Children who count for family benefits in the month.
    pub fn enfants_a_charge(&self) -> u32 {
        let jour = self.mois().premier_jour();
        let enfants = self.0["enfants"].as_array().map(Vec::as_slice).unwrap_or_default();
        let compte = enfants.iter().map(Self::naissance).filter(|ne| *ne <= jour && age_au(*ne, jour).0 < 20).count();
        u32::try_from(compte).expect("peu d’enfants")
    }
    pub fn attendu(&self, cle: &str, adulte: usize) -> Decimal {
        nombre(&self.0["attendu"][cle][adulte])
    }

    /// The answers that such a household would give. `asi`: what each adult receives of it.
    pub fn situation(&self, asi: &[Decimal]) -> Situation {
        let mut s = Situation::default();
        s.foyer.couple = Dit::Oui(match (self.en_couple(), self.0["couple"].as_str()) {
            (false, _) => Couple::Seul,
            (true, Some("pacse")) => Couple::Pacse,
            (true, Some("concubinage")) => Couple::Concubinage,
            (true, _) => Couple::Marie,
        });
        s.foyer.couple_depuis = Dit::Oui(jour(2015, 1, 1));
        s.foyer.aide_logement = oui_non(Decimal::ZERO < nombre(&self.0["reperes"]["aide_logement"]));
        s.foyer.logement = Dit::Oui(match self.0["logement"]["statut"].as_str() {
            Some("proprietaire") => Logement::Proprietaire,
            Some("loge_gratuitement") => Logement::Gratuit,
            _ => Logement::Locataire,
        });
        let enfants = self.0["enfants"].as_array().cloned().unwrap_or_default();
        s.foyer.a_des_enfants = oui_non(!enfants.is_empty());
        s.enfants = enfants
            .iter()
            .map(|e| Enfant { naissance: Dit::Oui(Self::naissance(e)), salaire: mensuel(Decimal::ZERO), ..Default::default() })
            .collect();
        s.adultes = self.adultes().iter().zip(asi).map(|(a, asi)| self.adulte(a, *asi)).collect();
        s
    }

    fn adulte(&self, a: &Value, asi: Decimal) -> Adulte {
        let annee = self.mois().annee - 2;
        let annuels = |cle| (annee..=annee + 2).map(|n| (n, Euros::de(Self::annuel(a, cle, n)))).collect();
        let taux = nombre(&a["taux_incapacite"]);
        let travaille = Decimal::ZERO < Self::mensuel(a, "salaire_imposable");
        let chomeur = a["activite"].as_str() == Some("chomeur");
        let gagne = |cle| Decimal::ZERO < Self::mensuel(a, cle) || Decimal::ZERO < Self::annuel(a, cle, annee);
        let revenus = [
            (Revenu::Salaire, gagne("salaire_imposable")),
            (Revenu::Chomage, gagne("chomage_imposable")),
            (Revenu::Invalidite, gagne("pensions_invalidite")),
            (Revenu::Asi, Decimal::ZERO < asi),
        ];
        Adulte {
            naissance: Dit::Oui(Self::naissance(a)),
            taux: Dit::Oui(match taux {
                t if Decimal::new(8, 1) <= t => TauxIncapacite::Plus80,
                t if Decimal::new(5, 1) <= t => TauxIncapacite::De50a79,
                _ => TauxIncapacite::Aucun,
            }),
            rsdae: oui_non(a["rsdae"].as_bool() == Some(true)),
            percoit_aah: oui_non(false),
            aah_avant_reforme: oui_non(a["aah_conjugalise"].as_bool() == Some(true)),
            calcul_individuel: oui_non(false),
            complement_ressources: oui_non(false),
            activite: Dit::Oui(match (travaille, chomeur) {
                (true, _) => Activite::Salarie,
                (false, true) => Activite::Chomage,
                (false, false) => Activite::Inactif,
            }),
            debut_activite: Dit::Oui(jour(2000, 1, 1)),
            fin_activite: Dit::Oui(a["debut_chomage"].as_str().and_then(jour_lu).unwrap_or(jour(2000, 1, 1))),
            revenus: Dit::Oui(Revenus(revenus.into_iter().filter(|(_, a)| *a).map(|(r, _)| r).collect())),
            salaire: mensuel(Self::mensuel(a, "salaire_imposable")),
            salaire_annuel: Dit::Oui(Annuel(annuels("salaire_imposable"))),
            chomage: mensuel(Self::mensuel(a, "chomage_imposable")),
            chomage_annuel: Dit::Oui(Annuel(annuels("chomage_imposable"))),
            invalidite: mensuel(Self::mensuel(a, "pensions_invalidite")),
            invalidite_annuel: Dit::Oui(Annuel(annuels("pensions_invalidite"))),
            asi: mensuel(asi),
            ..Default::default()
        }
    }
}

fn nombre(valeur: &Value) -> Decimal {
    if valeur.is_null() { Decimal::ZERO } else { valeur.to_string().parse().expect("un nombre") }
}
fn oui_non(oui: bool) -> Dit<OuiNon> {
    Dit::Oui(if oui { OuiNon::Oui } else { OuiNon::Non })
}
fn mensuel(montant: Decimal) -> Dit<situation::Mensuel> {
    Dit::Oui(situation::Mensuel::habituel(Euros::de(montant)))
}
