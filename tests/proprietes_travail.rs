//! What holds of the drawing of what work changes, for any household: at wages that it did not look at, too.

use juste_droit::{
    grandeurs::{Euros, MoisCivil, jour},
    situation::*,
    vue::travail::{Travail, travail},
};
use proptest::{prelude::*, sample::select};

/// Under this a difference is a rounding, in cents: ten euros, at both ends.
const ARRONDI: i64 = 2000;

#[derive(Clone, Debug)]
struct Tire {
    couple: Couple,
    taux: TauxIncapacite,
    activite: Activite,
    enfants: Vec<i32>,
    location: Location,
    logement: Logement,
    zone: Zone,
    loyer: u32,
    conjoint: u32,
    mois: MoisCivil,
}

fn foyer(tire: &Tire) -> Situation {
    let departement = DEPARTEMENTS.iter().find(|d| d.cle == "66").expect("un département");
    let adulte = |net: u32, activite: Activite, taux: TauxIncapacite| {
        let montant = Mensuel::habituel(Euros::de(net.into()));
        let annuel = Euros::de((net * 12).into());
        Reponses::default()
            .avec(Adulte::NAISSANCE, jour(1990, 5, 10))
            .avec(Adulte::TAUX, taux)
            .avec(Adulte::RSDAE, OuiNon::Oui)
            .avec(Adulte::AAH_AVANT_REFORME, OuiNon::Non)
            .avec(Adulte::COMPLEMENT_RESSOURCES, OuiNon::Non)
            .avec(Adulte::CONGE_PARENTAL, CongeParental::Aucun)
            .avec(Adulte::ACTIVITE, activite)
            .avec(Adulte::DEBUT_ACTIVITE, jour(2015, 1, 5))
            .avec(Adulte::REVENUS, Revenus(if net == 0 { Vec::new() } else { vec![Revenu::Salaire] }))
            .avec(Adulte::SALAIRE, montant.clone())
            .avec(Adulte::NET_SOCIAL, montant)
            .avec(Adulte::SALAIRE_ANNUEL, Annuel((2021..2026).map(|annee| (annee, annuel)).collect()))
            .avec(Adulte::PERCOIT_AAH, OuiNon::Non)
    };
    let enfant = |annee: &i32| {
        Reponses::default()
            .avec(Enfant::NAISSANCE, jour(*annee, 3, 10))
            .avec(Enfant::GARDE, Garde::Pleine)
            .avec(Enfant::HANDICAP, Handicap::Non)
            .avec(Enfant::AUTRE_PARENT, AutreParent::HorsEtat)
            .avec(Enfant::SALAIRE, Mensuel::habituel(Euros::ZERO))
    };
    let moi = adulte(0, tire.activite, tire.taux);
    let conjoint = adulte(tire.conjoint, if tire.conjoint == 0 { Activite::Inactif } else { Activite::Salarie }, TauxIncapacite::Aucun);
    Situation {
        foyer: Reponses::default()
            .avec(Foyer::COUPLE, tire.couple)
            .avec(Foyer::A_DES_ENFANTS, if tire.enfants.is_empty() { OuiNon::Non } else { OuiNon::Oui })
            .avec(Foyer::ADOPTION, OuiNon::Non)
            .avec(Foyer::DEPARTEMENT, Departement(departement))
            .avec(Foyer::LOGEMENT, tire.logement)
            .avec(Foyer::LOCATION, tire.location)
            .avec(Foyer::PARTAGE, Partage::Aucun)
            .avec(Foyer::ZONE, tire.zone)
            .avec(Foyer::LOYER, Euros::de(tire.loyer.into()))
            .avec(Foyer::SEUL_DEPUIS, jour(2024, 6, 1))
            .avec(Foyer::SEJOUR_REGULIER, OuiNon::Oui),
        adultes: if tire.couple == Couple::Seul { vec![moi] } else { vec![moi, conjoint] },
        enfants: tire.enfants.iter().map(enfant).collect(),
        ..Situation::default()
    }
}

fn tire() -> impl Strategy<Value = Tire> {
    let moi = (
        select(vec![TauxIncapacite::Aucun, TauxIncapacite::De50a79, TauxIncapacite::Plus80]),
        select(vec![Activite::Chomage, Activite::Inactif, Activite::Etudiant]),
    );
    let chez_soi = (select(Location::TOUS), select(vec![Logement::Locataire, Logement::Locataire, Logement::Gratuit]), select(Zone::TOUS));
    let le_reste = (select(vec![Couple::Seul, Couple::Marie]), proptest::collection::vec(2004..2026i32, 0..4), 200..900u32, 0..2000u32);
    let mois = (2024..2027i32, 1..13u8).prop_map(|(annee, mois)| MoisCivil::le(annee, mois));
    (moi, chez_soi, le_reste, mois).prop_map(|((taux, activite), (location, logement, zone), (couple, enfants, loyer, conjoint), mois)| {
        // Who studies and has the AAH is asked when work stopped: nobody was asked here.
        let taux = if activite == Activite::Etudiant { TauxIncapacite::Aucun } else { taux };
        Tire { couple, taux, activite, enfants, location, logement, zone, loyer, conjoint, mois }
    })
}

fn dessin(tire: &Tire) -> Result<Travail, TestCaseError> {
    travail(&foyer(tire), tire.mois, 0).map_err(|manques| TestCaseError::fail(format!("{manques:?}")))
}

proptest! {
    /// From a wage to a higher one the household never has less, but where the drawing says so, and by no more than it says.
    #[test]
    fn le_total_ne_baisse_que_la_ou_le_dessin_le_dit(tire in tire(), salaires in proptest::collection::vec(0..4_600i64, 24)) {
        let dessin = dessin(&tire)?;
        let mut salaires = salaires;
        salaires.sort_unstable();
        let mut sommet = 0;
        for salaire in salaires {
            let total = dessin.au(salaire).total();
            let dit = dessin.creux.iter().find(|creux| creux.de < salaire && creux.a.is_none_or(|a| salaire < a));
            let permis = dit.map_or(0, |creux| creux.perte) + ARRONDI;
            prop_assert!(sommet <= total + permis, "{salaire} € : {total}, après {sommet} ; {:?}", dessin.creux);
            sommet = sommet.max(total);
        }
    }

    /// Every fall is a named step, or a slope between two wages that were looked at.
    #[test]
    fn une_aide_ne_change_d_un_coup_qu_a_une_marche_nommee(tire in tire(), salaires in proptest::collection::vec(0..4_600i64, 24)) {
        let dessin = dessin(&tire)?;
        for salaire in salaires {
            let (avant, apres) = (dessin.au(salaire), dessin.au(salaire + 1));
            for (rang, (de, a)) in avant.montants.iter().zip(&apres.montants).enumerate() {
                let nommee = dessin.marches.iter().any(|marche| marche.salaire == salaire + 1 && marche.bande == rang);
                prop_assert!(nommee || (a - de).abs() <= ARRONDI, "à {} € : {de} → {a}, {:?}", salaire + 1, dessin.bandes.get(rang));
            }
        }
    }
}
