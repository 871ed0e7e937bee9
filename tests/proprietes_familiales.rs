//! What holds for the family benefits of any household: more resources never give more, a euro never costs more than the law's
//! step, a child more never costs anything but by a rule that is named here.

use juste_droit::{
    aides,
    grandeurs::{Date, Decimal, Euros, MoisCivil, jour},
    moteur::{Montant, Raison},
    situation::{
        Activite, Adulte, Allocataire, Annuel, AutreParent, Couple, DEPARTEMENTS, Departement, Enfant, Foyer, Garde, Handicap, Mensuel,
        OuiNon, Reponses, Revenu, Revenus, Scolarite, Situation,
    },
};
use proptest::{collection::vec, prelude::*, sample::select};

const METROPOLE: &str = "66";
const OUTRE_MER: &str = "974";

fn enfant() -> impl Strategy<Value = Reponses<Enfant>> {
    let naissance = (2003..2027i32, 1..13u8, 1..29u8).prop_map(|(annee, mois, j)| jour(annee, mois, j));
    let garde = prop_oneof![3 => Just(Garde::Pleine), 1 => Just(Garde::Alternee)];
    let pension = select(vec![0u32, 50, 170, 185, 190, 400]);
    let salaire = prop_oneof![4 => Just(0u32), 1 => Just(1500)];
    (naissance, garde, select(Allocataire::TOUS), select(AutreParent::TOUS), pension, salaire, select(Scolarite::TOUS)).prop_map(
        |(naissance, garde, allocataire, autre, pension, salaire, scolarite)| {
            Reponses::default()
                .avec(Enfant::NAISSANCE, naissance)
                .avec(Enfant::GARDE, garde)
                .avec(Enfant::ALLOCATAIRE, allocataire)
                .avec(Enfant::AUTRE_PARENT, autre)
                .avec(Enfant::PENSION, Mensuel::habituel(Euros::de(pension.into())))
                .avec(Enfant::SALAIRE, Mensuel::habituel(Euros::de(salaire.into())))
                .avec(Enfant::SCOLARITE, scolarite)
                .avec(Enfant::HANDICAP, Handicap::Non)
        },
    )
}

/// A household that has answered all that these benefits ask; its resources are what the notice says, without deduction.
fn foyer(couple: Couple, departement: &str, ressources: u32, enfants: Vec<Reponses<Enfant>>) -> Situation {
    let departement = DEPARTEMENTS.iter().find(|d| d.cle == departement).expect("un département");
    let annees = (2021..2026).map(|annee| (annee, Euros::de(ressources.into()))).collect();
    let adulte = Reponses::default()
        .avec(Adulte::ACTIVITE, Activite::Inactif)
        .avec(Adulte::REVENUS, Revenus(vec![Revenu::Autre]))
        .avec(Adulte::AUTRE_ANNUEL, Annuel(annees));
    let sans = Reponses::default().avec(Adulte::ACTIVITE, Activite::Inactif).avec(Adulte::REVENUS, Revenus::default());
    Situation {
        foyer: Reponses::default()
            .avec(Foyer::COUPLE, couple)
            .avec(Foyer::A_DES_ENFANTS, if enfants.is_empty() { OuiNon::Non } else { OuiNon::Oui })
            .avec(Foyer::DEPARTEMENT, Departement(departement)),
        adultes: if couple == Couple::Seul { vec![adulte] } else { vec![adulte, sans] },
        enfants,
        ..Situation::default()
    }
}

fn mois() -> impl Strategy<Value = MoisCivil> {
    (2023..2027i32, 1..13u8).prop_map(|(annee, mois)| MoisCivil::le(annee, mois))
}
fn couple() -> impl Strategy<Value = Couple> {
    select(vec![Couple::Seul, Couple::Marie])
}
/// Around the ceilings as often as anywhere.
fn ressources() -> impl Strategy<Value = u32> {
    prop_oneof![0..160_000u32, 15_000..45_000u32, 70_000..125_000u32]
}

/// What an aid gives: zero when refused or put aside.
fn verse(situation: &Situation, mois: MoisCivil, id: &str) -> Result<Decimal, TestCaseError> {
    let droits = aides::simule(situation, mois);
    let droit = droits.iter().find(|droit| droit.aide.id == id).expect("une aide du registre");
    match &droit.issue {
        Ok(Montant::ParMois(montant)) => Ok(montant.decimal()),
        Ok(Montant::Unique(montant)) => Ok(montant.decimal()),
        Err(Raison::Refus(_) | Raison::Ecarte(_)) => Ok(Decimal::ZERO),
        autre => Err(TestCaseError::fail(format!("{id} : {autre:?}"))),
    }
}
/// The allocation de base among them: it takes the place of the complément familial.
const PRESTATIONS: [&str; 5] =
    ["allocations_familiales", "complement_familial", "allocation_de_base", "allocation_soutien_familial", "allocation_rentree_scolaire"];
fn total(situation: &Situation, mois: MoisCivil) -> Result<Decimal, TestCaseError> {
    PRESTATIONS.iter().map(|id| verse(situation, mois, id)).sum()
}

fn naissances(situation: &Situation) -> impl Iterator<Item = Date> {
    situation.enfants.iter().filter_map(|enfant| enfant.valeur(Enfant::NAISSANCE))
}

/// The rules of the law by which a child more can lower the total, all of them of overseas departments.
fn regle_qui_reduit(avant: &Situation, apres: &Situation, mois: MoisCivil) -> Option<&'static str> {
    let droits = |situation: &Situation, id| verse(situation, mois, id).unwrap_or_default();
    let baisse = |id| droits(apres, id) < droits(avant, id);
    let enfant_unique =
        |situation| aides::simule(situation, mois).iter().any(|droit| droit.etapes.iter().any(|etape| etape.quoi.contains("L. 755-12")));
    let trois_ans = mois.plus(-36).premier_jour();
    match () {
        () if baisse("allocations_familiales") && enfant_unique(avant) => {
            Some("L. 755-12 : les revenus ne comptent que pour plus d’un enfant")
        }
        () if baisse("allocations_familiales") && enfant_unique(apres) => {
            Some("L. 755-12 : pas d’allocation forfaitaire avec un seul enfant à charge")
        }
        () if baisse("complement_familial") && naissances(apres).any(|ne| trois_ans <= ne) => {
            Some("L. 755-16 : pas de complément familial avec un enfant de moins de trois ans")
        }
        () => None,
    }
}

proptest! {
    #[test]
    fn les_allocations_familiales_ne_croissent_pas_avec_les_ressources(
        couple in couple(), enfants in vec(enfant(), 0..6), mois in mois(), ressources in ressources(), plus in 1..40_000u32
    ) {
        let af = |ressources| verse(&foyer(couple, METROPOLE, ressources, enfants.clone()), mois, "allocations_familiales");
        prop_assert!(af(ressources + plus)? <= af(ressources)?);
    }

    /// D. 521-1 and D. 521-2: a twelfth of the euro for the allowances, and one for each flat allowance; a cent for roundings.
    #[test]
    fn un_euro_de_plus_ne_coute_que_le_pas_de_la_loi(
        couple in couple(), enfants in vec(enfant(), 2..6), mois in mois(), ressources in ressources()
    ) {
        let af = |ressources| verse(&foyer(couple, METROPOLE, ressources, enfants.clone()), mois, "allocations_familiales");
        let forfaits = enfants.iter().filter_map(|e| e.valeur(Enfant::NAISSANCE)).filter(|ne| {
            let age = mois.annee - ne.year();
            (19..=21).contains(&age)
        });
        let pas = Decimal::from(1 + forfaits.count()) / Decimal::from(12) + Decimal::new(1, 2);
        prop_assert!(af(ressources)? - af(ressources + 1)? <= pas);
    }

    #[test]
    fn un_enfant_de_plus_n_enleve_rien_en_metropole(
        couple in couple(), enfants in vec(enfant(), 0..5), autre in enfant(), mois in mois(), ressources in ressources()
    ) {
        let avant = foyer(couple, METROPOLE, ressources, enfants.clone());
        let apres = foyer(couple, METROPOLE, ressources, [enfants, vec![autre]].concat());
        prop_assert!(total(&avant, mois)? <= total(&apres, mois)?);
    }

    #[test]
    fn un_enfant_de_plus_n_enleve_outre_mer_que_par_une_regle_nommee(
        couple in couple(), enfants in vec(enfant(), 0..5), autre in enfant(), mois in mois(), ressources in ressources()
    ) {
        let avant = foyer(couple, OUTRE_MER, ressources, enfants.clone());
        let apres = foyer(couple, OUTRE_MER, ressources, [enfants, vec![autre]].concat());
        prop_assert!(total(&avant, mois)? <= total(&apres, mois)? || regle_qui_reduit(&avant, &apres, mois).is_some());
    }

    #[test]
    fn l_ordre_des_enfants_ne_change_rien(
        couple in couple(), enfants in vec(enfant(), 0..6), mois in mois(), ressources in ressources()
    ) {
        let endroit = foyer(couple, METROPOLE, ressources, enfants.clone());
        let envers = foyer(couple, METROPOLE, ressources, enfants.into_iter().rev().collect());
        prop_assert_eq!(total(&endroit, mois)?, total(&envers, mois)?);
    }
}
