//! What the law promises of the AAH whatever the amounts: bounds, and the direction in which it moves.

use juste_droit::{
    aides,
    baremes::aah::MONTANT,
    grandeurs::*,
    moteur::{Beneficiaire, Montant, Raison},
    situation::*,
};
use proptest::prelude::*;

/// A household of one or two adults, the first with the highest rate, described by a few amounts in cents.
#[derive(Clone, Debug)]
struct Menage {
    mois: MoisCivil,
    salaire: u32,
    pension: u32,
    enfants: usize,
    conjoint: Option<u32>,
    ancien: bool,
}

fn foyer() -> impl Strategy<Value = Menage> {
    let montants = (0..400_000u32, prop_oneof![Just(0), 0..120_000u32], prop_oneof![Just(None), (0..500_000u32).prop_map(Some)]);
    ((2023..2027i32, 1..13u8), montants, 0..4usize, any::<bool>()).prop_map(
        |((annee, mois), (salaire, pension, conjoint), enfants, ancien)| Menage {
            mois: MoisCivil::le(annee, mois),
            salaire,
            pension,
            enfants,
            conjoint,
            ancien,
        },
    )
}

fn oui_non(oui: bool) -> OuiNon {
    if oui { OuiNon::Oui } else { OuiNon::Non }
}
fn euros(centimes: u32) -> Euros<Mois> {
    Euros::de(Decimal::new(i64::from(centimes), 2))
}
fn adulte(mois: MoisCivil, salaire: u32, pension: u32) -> Reponses<Adulte> {
    let revenus = [(Revenu::Salaire, salaire), (Revenu::Invalidite, pension)];
    let annees = |montant: u32| Annuel((2020..2027).map(|annee| (annee, euros(montant).par_an())).collect());
    Reponses::default()
        .avec(Adulte::NAISSANCE, jour(mois.annee - 40, 1, 1))
        .avec(Adulte::ACTIVITE, if salaire == 0 { Activite::Inactif } else { Activite::Salarie })
        .avec(Adulte::DEBUT_ACTIVITE, jour(2010, 1, 1))
        .avec(Adulte::REVENUS, Revenus(revenus.into_iter().filter(|(_, m)| 0 < *m).map(|(r, _)| r).collect()))
        .avec(Adulte::SALAIRE, Mensuel::habituel(euros(salaire)))
        .avec(Adulte::SALAIRE_ANNUEL, annees(salaire))
        .avec(Adulte::INVALIDITE, Mensuel::habituel(euros(pension)))
        .avec(Adulte::INVALIDITE_ANNUEL, annees(pension))
        .avec(Adulte::TAUX, TauxIncapacite::Aucun)
}

fn aah(f: &Menage) -> Decimal {
    let foyer = Reponses::default()
        .avec(Foyer::COUPLE, if f.conjoint.is_some() { Couple::Marie } else { Couple::Seul })
        .avec(Foyer::COUPLE_DEPUIS, jour(2015, 1, 1))
        .avec(Foyer::A_DES_ENFANTS, oui_non(0 < f.enfants));
    let enfant = Reponses::default().avec(Enfant::NAISSANCE, jour(f.mois.annee - 5, 1, 1));
    let moi = adulte(f.mois, f.salaire, f.pension)
        .avec(Adulte::TAUX, TauxIncapacite::Plus80)
        .avec(Adulte::AAH_AVANT_REFORME, oui_non(f.ancien))
        .avec(Adulte::CALCUL_INDIVIDUEL, oui_non(false));
    let mut situation = Situation { foyer, enfants: vec![enfant; f.enfants], ..Situation::default() };
    situation.adultes = std::iter::once(moi).chain(f.conjoint.map(|salaire| adulte(f.mois, salaire, 0))).collect();
    let droits = aides::simule(&situation, f.mois);
    let droit = droits.iter().find(|d| d.aide.id == "aah" && d.beneficiaire == Beneficiaire::Adulte(0)).expect("une AAH");
    match &droit.issue {
        Ok(Montant::ParMois(montant)) => montant.decimal(),
        Err(Raison::Refus(_)) => Decimal::ZERO,
        autre => panic!("{autre:?}"),
    }
}

proptest! {
    #[test]
    fn reste_entre_zero_et_le_montant_maximal_moins_la_pension(f in foyer()) {
        let montant = MONTANT.au(f.mois.premier_jour()).expect("AAH").valeur.decimal();
        let aah = aah(&f);
        prop_assert!(Decimal::ZERO <= aah && aah <= (montant - euros(f.pension).decimal()).max(Decimal::ZERO), "{aah}");
    }

    #[test]
    fn ne_monte_jamais_quand_un_revenu_monte(f in foyer(), de_plus in 1..100_000u32) {
        // From no wage to a wage the months over which resources are taken change: only wages are compared.
        prop_assume!(0 < f.salaire);
        let avant = aah(&f);
        let apres = aah(&Menage { salaire: f.salaire + de_plus, ..f.clone() });
        prop_assert!(apres <= avant, "{apres} {avant}");
        let apres = aah(&Menage { pension: f.pension + de_plus, ..f.clone() });
        prop_assert!(apres <= avant, "{apres} {avant}");
        if let Some(salaire) = f.conjoint.filter(|s| 0 < *s) {
            let apres = aah(&Menage { conjoint: Some(salaire + de_plus), ..f.clone() });
            prop_assert!(apres <= avant, "{apres} {avant}");
        }
    }

    #[test]
    fn ne_baisse_jamais_quand_un_enfant_arrive(f in foyer()) {
        let (avant, apres) = (aah(&f), aah(&Menage { enfants: f.enfants + 1, ..f.clone() }));
        prop_assert!(avant <= apres, "{avant} {apres}");
    }

    #[test]
    fn un_ancien_allocataire_n_a_jamais_moins_qu_un_nouveau(f in foyer()) {
        let (nouveau, ancien) = (aah(&Menage { ancien: false, ..f.clone() }), aah(&Menage { ancien: true, ..f.clone() }));
        prop_assert!(nouveau <= ancien, "{nouveau} {ancien}");
    }

    #[test]
    fn depuis_la_reforme_le_conjoint_ne_change_rien_pour_un_nouveau(f in foyer()) {
        let nouveau = Menage { ancien: false, mois: f.mois.max(MoisCivil::le(2023, 10)), ..f };
        prop_assert_eq!(aah(&nouveau), aah(&Menage { conjoint: None, ..nouveau.clone() }));
    }
}
