//! Each ready scenario: what it changes in a household, and an amount of the same household typed by hand.

use super::*;
use crate::{aides::simule, moteur::Raison, situation::*};

mod comparaison;

const MOIS: MoisCivil = MoisCivil::le(2026, 11);

fn situation(foyer: &str) -> Situation {
    depuis_json(&format!(r#"{{"format":"juste-droit","version":1,{foyer}}}"#)).expect("une situation").0
}
/// The same answers, some of them typed otherwise.
fn dit(situation: &Situation, reponses: &[(Lieu, &str, &str)]) -> Situation {
    let mut autre = situation.clone();
    for (lieu, cle, texte) in reponses {
        autre.saisit(*lieu, cle, texte).expect(cle).expect(texte);
    }
    autre
}
fn scenario(modele: Modele, situation: &Situation, textes: &[(Parametre, &str)]) -> Scenario {
    let mut scenario = Scenario::nouveau(modele, situation, MOIS);
    textes.iter().for_each(|(parametre, texte)| scenario.ecrit(*parametre, (*texte).to_owned()));
    scenario
}
fn imagine(modele: Modele, situation: &Situation, textes: &[(Parametre, &str)]) -> Situation {
    scenario(modele, situation, textes).imagine(situation, MOIS).expect("rien ne manque").expect("une situation")
}
/// The amounts of an aid, for each of those it is for; what is missing stops.
fn verse(situation: &Situation, aide: &str) -> Vec<String> {
    let droits = simule(situation, MOIS);
    let siens = droits.iter().filter(|droit| droit.aide.id == aide);
    let montants = siens.filter_map(|droit| match &droit.issue {
        Ok(montant) => Some(montant.to_string()),
        Err(Raison::Demande(manques)) => panic!("{aide} attend {:?}", manques.iter().map(|m| (m.lieu, m.fiche.cle)).collect::<Vec<_>>()),
        Err(_) => None,
    });
    montants.collect()
}
/// Both pay as much, and something.
fn pareil(imaginee: &Situation, ecrite: &Situation, aide: &str) {
    let montants = verse(imaginee, aide);
    assert!(!montants.is_empty(), "{aide}");
    assert_eq!(montants, verse(ecrite, aide), "{aide}");
}

const MOI: Lieu = Lieu::Adulte(0);
const CONJOINT: Lieu = Lieu::Adulte(1);
const NOE: Lieu = Lieu::Enfant(0);

/// A couple with a small child, who both work.
fn couple() -> Situation {
    situation(
        r#""foyer":{"couple":"marie","couple_depuis":"2015-06-01","a_des_enfants":"oui","departement":"66","sejour_regulier":"oui","prestation_familiale":"oui","rfr":"2024=36000","parts":"2.5"},
           "adultes":[{"naissance":"1992-03-02","taux":"aucun","activite":"salarie","debut_activite":"2015-01-05","revenus":"salaire","salaire":"1600","net_social":"1700","salaire_annuel":"2024=20000","huit_trimestres":"oui","mois_postnatals":"3","conge_parental":"non"},
                      {"naissance":"1991-03-02","taux":"aucun","activite":"salarie","debut_activite":"2015-01-05","revenus":"salaire","salaire":"1600","net_social":"1700","salaire_annuel":"2024=20000","conge_parental":"non"}],
           "enfants":[{"prenom":"Noé","naissance":"2026-04-20","garde":"pleine","handicap":"non","garde_payee":"non","autre_parent":"absent"},
                      {"naissance":"2018-04-20","garde":"pleine","handicap":"non","garde_payee":"non","autre_parent":"absent"}]"#,
    )
}

fn seule() -> Situation {
    situation(
        r#""foyer":{"couple":"seul","a_des_enfants":"non","departement":"66","sejour_regulier":"oui","projet_vacances":"non","logement":"locataire","location":"vide","partage":"non","loyer":"400","zone":"2","aide_logement":"non","rsa_percu":"non"},
           "adultes":[{"naissance":"1990-05-12","taux":"80","rsdae":"oui","aah_avant_reforme":"non","aah_avant_activite":"non","complement_ressources":"non","etablissement":"non","percoit_aah":"oui","activite":"inactif","revenus":"aucun","conge_parental":"non"}]"#,
    )
}
fn sans_aah() -> Situation {
    dit(&seule(), &[(MOI, "taux", "aucun"), (MOI, "percoit_aah", "non")])
}

#[test]
fn un_enfant_de_plus() {
    let couple = couple();
    let imaginee = imagine(Modele::UnEnfant, &couple, &[]);
    assert_eq!(imaginee.enfants.len(), 3);
    let mut ecrite = couple.clone();
    ecrite.enfants.push(Reponses::default());
    let lui = Lieu::Enfant(2);
    let ecrite = dit(
        &ecrite,
        &[
            (lui, "naissance", "2026-10-01"),
            (lui, "garde", "pleine"),
            (lui, "handicap", "non"),
            (lui, "salaire", "0"),
            (lui, "scolarite", "pas_encore"),
        ],
    );
    pareil(&imaginee, &ecrite, "allocations_familiales");
}

#[test]
fn arreter_ou_reduire_son_travail_pour_un_enfant() {
    let couple = couple();
    for (conge, cle, salaire) in [
        (CongeParental::Total, "total", "0"),
        (CongeParental::MiTemps, "mi_temps", "850"),
        (CongeParental::PlusDuMiTemps, "plus_du_mi_temps", "1360"),
    ] {
        let modele = Modele::Conge(conge);
        let imaginee = imagine(modele, &couple, &[(Parametre::Salaire, salaire)]);
        let ecrite = dit(&couple, &[(MOI, "conge_parental", cle), (MOI, "conge_parental_depuis", "2026-11-01")]);
        pareil(&imaginee, &ecrite, "prepare");
        let moi = &imaginee.adultes[0];
        assert_eq!(moi.valeur(Adulte::NET_SOCIAL), Some(Mensuel::lis(salaire).expect("un montant")));
        assert_eq!(moi.dit(Adulte::SALAIRE_ANNUEL), couple.adultes[0].dit(Adulte::SALAIRE_ANNUEL));
        assert_eq!(imaginee.adultes[1], couple.adultes[1]);
        // The other parent may be chosen.
        let autre = imagine(modele, &couple, &[(Parametre::Salaire, salaire), (Parametre::Adulte, "1")]);
        assert_eq!((&autre.adultes[0], autre.adultes[1].valeur(Adulte::CONGE_PARENTAL)), (&couple.adultes[0], Some(conge)));
    }
}

#[test]
fn le_salaire_reduit_n_est_jamais_devine() {
    let mi_temps = scenario(Modele::Conge(CongeParental::MiTemps), &couple(), &[]);
    assert_eq!(mi_temps.imagine(&couple(), MOIS), Ok(None));
    let total = scenario(Modele::Conge(CongeParental::Total), &couple(), &[]);
    assert!(matches!(total.imagine(&couple(), MOIS), Ok(Some(_))));
}

#[test]
fn travailler_avec_une_assistante_maternelle_ou_une_micro_creche() {
    let couple = couple();
    for (mode, cle, aide) in [(ModeGarde::Assistante, "assistante", "cmg"), (ModeGarde::MicroCreche, "micro_creche", "cmg_structure")] {
        let imaginee = imagine(Modele::Garde(mode), &couple, &[(Parametre::Heures, "140"), (Parametre::Cout, "620")]);
        let garde = [(NOE, "garde_payee", "oui"), (NOE, "mode_garde", cle), (NOE, "garde_heures", "140"), (NOE, "garde_cout", "620")];
        pareil(&imaginee, &dit(&couple, &garde), aide);
        assert_eq!(imaginee.enfants[1], couple.enfants[1]);
    }
}

#[test]
fn la_garde_reprend_les_heures_deja_dites_et_le_cout_de_la_meme_garde() {
    let garde = [(NOE, "garde_payee", "oui"), (NOE, "mode_garde", "assistante"), (NOE, "garde_heures", "140"), (NOE, "garde_cout", "620")];
    let couple = dit(&couple(), &garde);
    let textes =
        |mode| Scenario::nouveau(Modele::Garde(mode), &couple, MOIS).textes.into_iter().map(|(_, texte)| texte).collect::<Vec<_>>();
    assert_eq!(textes(ModeGarde::Assistante), ["140", "620"]);
    assert_eq!(textes(ModeGarde::MicroCreche), ["140", ""]);
}

#[test]
fn qui_etait_en_conge_dit_le_salaire_de_son_retour() {
    let couple = dit(&couple(), &[(MOI, "conge_parental", "total"), (MOI, "activite", "inactif")]);
    let modele = Modele::Garde(ModeGarde::Assistante);
    assert_eq!(modele.parametres(&couple, MOIS)[0], Parametre::Salaire);
    let imaginee = imagine(modele, &couple, &[(Parametre::Salaire, "1700"), (Parametre::Heures, "140"), (Parametre::Cout, "620")]);
    let moi = &imaginee.adultes[0];
    assert_eq!(moi.valeur(Adulte::CONGE_PARENTAL), Some(CongeParental::Aucun));
    assert_eq!(moi.valeur(Adulte::ACTIVITE), Some(Activite::Salarie));
}

fn au_travail(situation: &Situation, lieu: Lieu, salaire: &str) -> Situation {
    let annuel = salaire.parse::<i64>().expect("un nombre") * 12;
    let annuel = (2023..=2026).map(|annee| format!("{annee}={annuel}")).collect::<Vec<_>>().join(";");
    dit(
        situation,
        &[
            (lieu, "activite", "salarie"),
            (lieu, "debut_activite", "2023-01-01"),
            (lieu, "revenus", "salaire"),
            (lieu, "net_social", salaire),
            (lieu, "salaire", salaire),
            (lieu, "salaire_annuel", &annuel),
        ],
    )
}

#[test]
fn reprendre_un_travail() {
    let imaginee = imagine(Modele::Emploi, &sans_aah(), &[(Parametre::Salaire, "1200")]);
    pareil(&imaginee, &au_travail(&sans_aah(), MOI, "1200"), "prime_activite");
    // Hours say a leave only to who raises a small child.
    let temps = [(Parametre::Salaire, "1200"), (Parametre::Temps, "mi_temps")];
    assert_eq!(imagine(Modele::Emploi, &sans_aah(), &temps).adultes[0].valeur(Adulte::CONGE_PARENTAL), Some(CongeParental::Aucun));
    assert_eq!(imagine(Modele::Emploi, &couple(), &temps).adultes[0].valeur(Adulte::CONGE_PARENTAL), Some(CongeParental::MiTemps));
}

#[test]
fn l_aah_avec_un_emploi() {
    assert!(Modele::Emploi.concernes(&seule(), MOIS).is_empty(), "une seule façon de le demander");
    let imaginee = imagine(Modele::AahEtEmploi, &seule(), &[(Parametre::Salaire, "900")]);
    pareil(&imaginee, &au_travail(&seule(), MOI, "900"), "aah");
    assert_ne!(verse(&imaginee, "aah"), verse(&seule(), "aah"));
}

fn aah_en_couple() -> Situation {
    let mut couple = dit(&seule(), &[(Lieu::Foyer, "couple", "marie"), (Lieu::Foyer, "couple_depuis", "2025-01-01")]);
    couple.adultes.push(Reponses::default());
    dit(
        &couple,
        &[
            (CONJOINT, "naissance", "1990-01-01"),
            (CONJOINT, "taux", "aucun"),
            (CONJOINT, "activite", "inactif"),
            (CONJOINT, "revenus", "aucun"),
        ],
    )
}

#[test]
fn l_aah_avec_le_salaire_du_conjoint() {
    let couple = aah_en_couple();
    assert_eq!(Modele::AahEtConjoint.concernes(&couple, MOIS), [1]);
    let imaginee = imagine(Modele::AahEtConjoint, &couple, &[(Parametre::Salaire, "1500")]);
    pareil(&imaginee, &au_travail(&couple, CONJOINT, "1500"), "aah");
    assert_eq!(imaginee.adultes[0], couple.adultes[0]);
}

#[test]
fn se_mettre_en_couple() {
    let mut seul =
        dit(&couple(), &[(Lieu::Foyer, "couple", "seul"), (Lieu::Foyer, "seul_depuis", "2024-01-01"), (Lieu::Foyer, "quotient", "700")]);
    seul.adultes.truncate(1);
    let imaginee = imagine(Modele::EnCouple, &seul, &[(Parametre::Salaire, "1500")]);
    assert_eq!(imaginee.foyer.valeur(Foyer::COUPLE), Some(Couple::Concubinage));
    assert_eq!((imaginee.foyer.dit(Foyer::RFR), imaginee.foyer.dit(Foyer::QUOTIENT)), (Dit::Rien, Dit::Rien));
    let mut ecrite = dit(&seul, &[(Lieu::Foyer, "couple", "concubinage")]);
    ecrite.adultes.push(Reponses::default());
    pareil(&imaginee, &au_travail(&ecrite, CONJOINT, "1500"), "allocations_familiales");
    assert!(!verse(&seul, "allocation_soutien_familial").is_empty());
    assert!(verse(&imaginee, "allocation_soutien_familial").is_empty());
}

#[test]
fn se_separer() {
    let couple = couple();
    let imaginee = imagine(Modele::Separation, &couple, &[]);
    assert_eq!(imaginee.adultes, couple.adultes[..1]);
    let mut ecrite = dit(&couple, &[(Lieu::Foyer, "couple", "seul"), (Lieu::Foyer, "seul_depuis", "2026-10-01")]);
    ecrite.adultes.truncate(1);
    pareil(&imaginee, &ecrite, "allocation_soutien_familial");
    assert_eq!(imaginee.foyer.dit(Foyer::RFR), Dit::Rien, "l’avis d’impôt était celui du couple");
}

#[test]
fn demenager_vers_une_autre_caf() {
    let seul = au_travail(&sans_aah(), MOI, "900");
    let textes = [(Parametre::Departement, "75"), (Parametre::Zone, "1"), (Parametre::Loyer, "650")];
    let imaginee = imagine(Modele::AutreCaf, &seul, &textes);
    let ecrite = dit(&seul, &[(Lieu::Foyer, "departement", "75"), (Lieu::Foyer, "zone", "1"), (Lieu::Foyer, "loyer", "650")]);
    assert_eq!(simule(&imaginee, MOIS).len(), simule(&ecrite, MOIS).len());
    assert_eq!(imaginee.foyer.valeur(Foyer::ZONE), Some(Zone::Premiere));
    // A zone nobody said is not the one left.
    let sans = imagine(Modele::AutreCaf, &seul, &textes[..1]);
    assert_eq!((sans.foyer.dit(Foyer::ZONE), sans.foyer.dit(Foyer::LOYER)), (Dit::Rien, seul.foyer.dit(Foyer::LOYER)));
}
