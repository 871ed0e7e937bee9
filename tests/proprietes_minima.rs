//! What holds of the RSA and of the prime d'activité for any household, any month.

use juste_droit::{
    aides,
    grandeurs::{Decimal, Euros, MoisCivil, jour},
    moteur::{Montant, Raison},
    situation::*,
};
use proptest::{prelude::*, sample::select};

/// A household that has answered all that these rights ask.
fn foyer(couple: Couple, logement: Logement, enfants: &[i32], nets: [u32; 2]) -> Situation {
    let departement = DEPARTEMENTS.iter().find(|d| d.cle == "66").expect("un département");
    let adulte = |net: u32| {
        let revenus = if net == 0 { Vec::new() } else { vec![Revenu::Salaire] };
        Reponses::default()
            .avec(Adulte::NAISSANCE, jour(1990, 5, 10))
            .avec(Adulte::TAUX, TauxIncapacite::Aucun)
            .avec(Adulte::CONGE_PARENTAL, CongeParental::Aucun)
            .avec(Adulte::ACTIVITE, if net == 0 { Activite::Inactif } else { Activite::Salarie })
            .avec(Adulte::REVENUS, Revenus(revenus))
            // Family benefits are those of a year without wages: only what is earned now differs.
            .avec(Adulte::SALAIRE_ANNUEL, Annuel((2021..2026).map(|annee| (annee, Euros::ZERO)).collect()))
            .avec(Adulte::NET_SOCIAL, Mensuel::habituel(Euros::de(net.into())))
    };
    let enfant = |annee: &i32| {
        Reponses::default()
            .avec(Enfant::NAISSANCE, jour(*annee, 3, 10))
            .avec(Enfant::AUTRE_PARENT, AutreParent::HorsEtat)
            .avec(Enfant::SALAIRE, Mensuel::habituel(Euros::ZERO))
    };
    Situation {
        foyer: Reponses::default()
            .avec(Foyer::COUPLE, couple)
            .avec(Foyer::A_DES_ENFANTS, if enfants.is_empty() { OuiNon::Non } else { OuiNon::Oui })
            .avec(Foyer::DEPARTEMENT, Departement(departement))
            .avec(Foyer::LOGEMENT, logement)
            .avec(Foyer::AIDE_LOGEMENT, OuiNon::Non)
            .avec(Foyer::SEUL_DEPUIS, jour(2024, 6, 1))
            .avec(Foyer::SEJOUR_REGULIER, OuiNon::Oui),
        adultes: if couple == Couple::Seul { vec![adulte(nets[0])] } else { nets.map(adulte).to_vec() },
        enfants: enfants.iter().map(enfant).collect(),
        ..Situation::default()
    }
}

fn verse(situation: &Situation, mois: MoisCivil, id: &str) -> Result<Decimal, TestCaseError> {
    let droits = aides::simule(situation, mois);
    match &droits.iter().find(|droit| droit.aide.id == id).expect("une aide du registre").issue {
        Ok(Montant::ParMois(montant)) => Ok(montant.decimal()),
        Err(Raison::Refus(_)) => Ok(Decimal::ZERO),
        autre => Err(TestCaseError::fail(format!("{id} : {autre:?}"))),
    }
}

fn mois() -> impl Strategy<Value = MoisCivil> {
    (2023..2027i32, 1..13u8).prop_map(|(annee, mois)| MoisCivil::le(annee, mois))
}
fn couple() -> impl Strategy<Value = Couple> {
    select(vec![Couple::Seul, Couple::Marie])
}
fn logement() -> impl Strategy<Value = Logement> {
    select(vec![Logement::Locataire, Logement::Gratuit, Logement::Proprietaire])
}
fn enfants() -> impl Strategy<Value = Vec<i32>> {
    proptest::collection::vec(2003..2023i32, 0..5)
}

proptest! {
    #[test]
    fn le_rsa_ne_croit_pas_avec_les_ressources(
        couple in couple(), logement in logement(), enfants in enfants(), mois in mois(), nets in [0..1_500u32, 0..800u32], plus in 1..900u32
    ) {
        let rsa = |nets| verse(&foyer(couple, logement, &enfants, nets), mois, "rsa");
        prop_assert!(rsa([nets[0] + plus, nets[1]])? <= rsa(nets)?);
    }

    /// What is earned, the RSA and the prime together never fall by more than the amounts under which nothing is paid.
    #[test]
    fn travailler_plus_ne_fait_pas_perdre_au_foyer(
        couple in couple(), logement in logement(), enfants in enfants(), mois in mois(), net in 0..1_500u32, plus in 1..200u32
    ) {
        let total = |net| -> Result<Decimal, TestCaseError> {
            let foyer = foyer(couple, logement, &enfants, [net, 0]);
            Ok(verse(&foyer, mois, "rsa")? + verse(&foyer, mois, "prime_activite")?)
        };
        prop_assert!(total(net)? <= total(net + plus)? + Decimal::from(plus) + Decimal::from(6 + 15));
    }

    /// Nothing between zero and the least that is paid; never more than what a lone wage and the household's amount make.
    #[test]
    fn la_prime_reste_dans_ses_bornes(
        couple in couple(), logement in logement(), enfants in enfants(), mois in mois(), nets in [0..3_000u32, 0..3_000u32]
    ) {
        let prime = verse(&foyer(couple, logement, &enfants, nets), mois, "prime_activite")?;
        let personnes = Decimal::from(2 + enfants.len());
        prop_assert!(prime.is_zero() || Decimal::from(14) < prime);
        // Of each: a base amount at most, the whole bonus, the share of what is earned.
        prop_assert!(prime <= personnes * Decimal::from(639 + 241));
    }
}
