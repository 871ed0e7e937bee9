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
    /// The same household in another month.
    pub fn en(&self, mois: MoisCivil) -> Self {
        let mut autre = self.0.clone();
        autre["mois"] = mois.ecris().into();
        Menage(autre)
    }
    pub fn loue(&self) -> bool {
        self.0["logement"]["statut"].as_str().is_some_and(|statut| statut.starts_with("locataire"))
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
    /// The total of a calendar year: said, or twelve times the monthly amount. A year that is said is said whole.
    pub fn annuel(personne: &Value, cle: &str, annee: i32) -> Decimal {
        match &personne["annuel"][annee.to_string()] {
            Value::Null => Self::mensuel(personne, cle) * Decimal::from(12),
            dite => nombre(&dite[cle]),
        }
    }
    /// Children who count for family benefits in the month.
    pub fn enfants_a_charge(&self) -> u32 {
        let jour = self.mois().premier_jour();
        let compte = self.enfants().iter().map(Self::naissance).filter(|ne| *ne <= jour && age_au(*ne, jour).0 < 20).count();
        u32::try_from(compte).expect("peu d’enfants")
    }
    pub fn enfants(&self) -> &[Value] {
        self.0["enfants"].as_array().map(Vec::as_slice).unwrap_or_default()
    }
    pub fn attendu(&self, cle: &str, adulte: usize) -> Decimal {
        nombre(&self.0["attendu"][cle][adulte])
    }

    /// The answers that such a household would give. `asi`: what each adult receives of it.
    pub fn situation(&self, asi: &[Decimal]) -> Situation {
        let couple = match (self.en_couple(), self.0["couple"].as_str()) {
            (false, _) => Couple::Seul,
            (true, Some("pacse")) => Couple::Pacse,
            (true, Some("concubinage")) => Couple::Concubinage,
            (true, _) => Couple::Marie,
        };
        let logement = match self.0["logement"]["statut"].as_str() {
            Some("proprietaire") => Logement::Proprietaire,
            Some("loge_gratuitement") => Logement::Gratuit,
            _ => Logement::Locataire,
        };
        let bail = &self.0["logement"];
        let location = match bail["statut"].as_str() {
            Some("locataire_meuble") => Location::Meuble,
            Some("locataire_hlm") => Location::Social,
            _ => Location::Vide,
        };
        let partage = match (bail["coloc"].as_bool(), bail["chambre"].as_bool()) {
            (Some(true), _) => Partage::Colocation,
            (_, Some(true)) => Partage::Chambre,
            _ => Partage::Aucun,
        };
        Situation {
            foyer: Reponses::default()
                .avec(Foyer::COUPLE, couple)
                .avec(Foyer::COUPLE_DEPUIS, jour(2015, 1, 1))
                .avec(Foyer::AIDE_LOGEMENT, oui_non(Decimal::ZERO < nombre(&self.0["reperes"]["aide_logement"])))
                .avec(Foyer::MONTANT_AIDE_LOGEMENT, mensuel(nombre(&self.0["reperes"]["aide_logement"])))
                .avec(Foyer::LOGEMENT, logement)
                .avec(Foyer::LOCATION, location)
                .avec(Foyer::PARTAGE, partage)
                .avec(Foyer::ZONE, Zone::lis(&bail["zone"].to_string()).unwrap_or(Zone::Deuxieme))
                .avec(Foyer::LOYER, Euros::de(nombre(&bail["loyer"])))
                .avec(Foyer::RSA_PERCU, oui_non(false))
                .avec(Foyer::SEUL_DEPUIS, self.seul_depuis())
                .avec(Foyer::SEJOUR_REGULIER, oui_non(true))
                .avec(Foyer::A_DES_ENFANTS, oui_non(!self.enfants().is_empty()))
                .avec(Foyer::DEPARTEMENT, Departement(&DEPARTEMENTS[0])),
            enfants: self.enfants().iter().map(|e| self.enfant(e)).collect(),
            adultes: self.adultes().iter().zip(asi).map(|(a, asi)| self.adulte(a, *asi)).collect(),
            ..Situation::default()
        }
    }

    fn seul_depuis(&self) -> Date {
        let recent = self.0["parent_isole_recent"].as_bool() == Some(true);
        if recent { self.mois().plus(-1).premier_jour() } else { jour(2000, 1, 1) }
    }

    fn enfant(&self, e: &Value) -> Reponses<Enfant> {
        let alternee = e["alternee"].as_bool() == Some(true);
        // The file says only whether the lone parent is given the ASF.
        let autre = if self.0["asf"].as_bool() == Some(false) { AutreParent::Amiable } else { AutreParent::HorsEtat };
        Reponses::default()
            .avec(Enfant::NAISSANCE, Self::naissance(e))
            .avec(Enfant::SALAIRE, mensuel(Decimal::ZERO))
            .avec(Enfant::GARDE, if alternee { Garde::Alternee } else { Garde::Pleine })
            .avec(Enfant::ALLOCATAIRE, Allocataire::PartageMoi)
            .avec(Enfant::AUTRE_PARENT, autre)
            .avec(Enfant::SCOLARITE, Scolarite::Ecole)
            .avec(Enfant::HANDICAP, if e["aeeh"].as_bool() == Some(true) { Handicap::Reconnu } else { Handicap::Non })
            .avec(Enfant::AEEH, Aeeh::lis(&e["aeeh_categorie"].to_string()).unwrap_or(Aeeh::Base))
            .avec(Enfant::INTERNAT, oui_non(false))
            // The reference gives every lone parent the increase of a complement granted for work done less.
            .avec(Enfant::COMPLEMENT_ACTIVITE, oui_non(true))
    }

    fn adulte(&self, a: &Value, asi: Decimal) -> Reponses<Adulte> {
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
        let taux = match taux {
            t if Decimal::new(8, 1) <= t => TauxIncapacite::Plus80,
            t if Decimal::new(5, 1) <= t => TauxIncapacite::De50a79,
            _ => TauxIncapacite::Aucun,
        };
        let activite = match (travaille, chomeur) {
            (true, _) => Activite::Salarie,
            (false, true) => Activite::Chomage,
            (false, false) => Activite::Inactif,
        };
        Reponses::default()
            .avec(Adulte::NAISSANCE, Self::naissance(a))
            .avec(Adulte::TAUX, taux)
            .avec(Adulte::RSDAE, oui_non(a["rsdae"].as_bool() == Some(true)))
            .avec(Adulte::PERCOIT_AAH, oui_non(false))
            .avec(Adulte::AAH_AVANT_REFORME, oui_non(a["aah_conjugalise"].as_bool() == Some(true)))
            .avec(Adulte::CALCUL_INDIVIDUEL, oui_non(false))
            .avec(Adulte::COMPLEMENT_RESSOURCES, oui_non(false))
            .avec(Adulte::ACTIVITE, activite)
            .avec(Adulte::DEBUT_ACTIVITE, jour(2000, 1, 1))
            .avec(Adulte::FIN_ACTIVITE, a["debut_chomage"].as_str().and_then(jour_lu).unwrap_or(jour(2000, 1, 1)))
            .avec(Adulte::REVENUS, Revenus(revenus.into_iter().filter(|(_, a)| *a).map(|(r, _)| r).collect()))
            .avec(Adulte::SALAIRE_DOUZE_MOIS, Euros::de(Self::mensuel(a, "salaire_imposable") * Decimal::from(12)))
            .avec(Adulte::CHOMAGE_DOUZE_MOIS, Euros::de(Self::mensuel(a, "chomage_imposable") * Decimal::from(12)))
            .avec(Adulte::CONGE_PARENTAL, CongeParental::Aucun)
            .avec(Adulte::DEUX_ANS_DE_TRAVAIL, oui_non(false))
            .avec(Adulte::NET_SOCIAL, mensuel(Self::mensuel(a, "salaire_net")))
            .avec(Adulte::SALAIRE, mensuel(Self::mensuel(a, "salaire_imposable")))
            .avec(Adulte::SALAIRE_ANNUEL, Annuel(annuels("salaire_imposable")))
            .avec(Adulte::CHOMAGE, mensuel(Self::mensuel(a, "chomage_imposable")))
            .avec(Adulte::CHOMAGE_ANNUEL, Annuel(annuels("chomage_imposable")))
            .avec(Adulte::INVALIDITE, mensuel(Self::mensuel(a, "pensions_invalidite")))
            .avec(Adulte::INVALIDITE_ANNUEL, Annuel(annuels("pensions_invalidite")))
            .avec(Adulte::ASI, mensuel(asi))
    }
}

pub fn nombre(valeur: &Value) -> Decimal {
    if valeur.is_null() { Decimal::ZERO } else { valeur.to_string().parse().expect("un nombre") }
}
fn oui_non(oui: bool) -> OuiNon {
    if oui { OuiNon::Oui } else { OuiNon::Non }
}
fn mensuel(montant: Decimal) -> situation::Mensuel {
    situation::Mensuel::habituel(Euros::de(montant))
}
