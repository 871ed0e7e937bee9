//! What one more child changes to a few households.

use super::*;
use crate::{
    aides::simule,
    situation::{Lieu, depuis_json},
    vue::{
        etat::{Action, Etat, applique},
        formulaire::sections,
        profil::Profil,
        resultats::resultats,
    },
};

const MOIS: MoisCivil = MoisCivil::le(2026, 11);

fn situation(foyer: &str) -> Situation {
    depuis_json(&format!(r#"{{"format":"juste-droit","version":1,{foyer}}}"#)).expect("une situation").0
}
fn imagine(situation: &Situation) -> Arrivee {
    arrivee(situation, MOIS, &[], &simule(situation, MOIS))
}

#[test]
fn le_nouvel_enfant_ouvre_les_droits_du_mois() {
    let couple = situation(r#""foyer":{"couple":"marie","a_des_enfants":"non"}"#);
    let avec_lui = avec_un_enfant(&couple, MOIS.plus(-1).premier_jour());
    assert_eq!(avec_lui.enfants.len(), 1);
    assert_eq!(avec_lui.foyer.valeur(Foyer::A_DES_ENFANTS), Some(OuiNon::Oui));
    // A choice is left to the family.
    for cle in ["garde_payee", "mode_garde", "autre_parent", "depense_parentalite"] {
        assert_eq!(avec_lui.dit(Lieu::Enfant(0), cle), Dit::Rien, "{cle}");
    }
    assert_eq!(couple.enfants.len(), 0);
}

#[test]
fn aupres_de_qui_un_parent_reste_ne_devient_pas_une_question() {
    let avec =
        |presence: &str| situation(&format!(r#""foyer":{{"couple":"seul"}},"adultes":[{{"presence":"{presence}"}}],"enfants":[{{}}]"#));
    let dits = |s: &Situation| avec_un_enfant(s, MOIS.premier_jour()).adultes[0].valeur(Adulte::PRESENCE_ENFANTS);
    assert_eq!(dits(&avec("enfant")), Some(Rangs(vec![1])));
    assert_eq!(dits(&avec("non")), None);
}

#[test]
fn la_prime_est_comptee_avant_la_naissance_et_pas_apres() {
    let couple = situation(
        r#""foyer":{"couple":"marie","a_des_enfants":"non","departement":"66"},
           "adultes":[{"revenus":"salaire","activite":"salarie","salaire_annuel":"2024=12000"},{"revenus":"aucun","activite":"inactif"}]"#,
    );
    let Arrivee { grossesse, ensuite, .. } = imagine(&couple);
    let aides = |lignes: &[crate::vue::ecarts::Ecart]| lignes.iter().map(|ligne| ligne.aide.id).collect::<Vec<_>>();
    assert_eq!(aides(&grossesse.lignes), ["prime_naissance"]);
    assert!(grossesse.sommes[0].ends_with("en une fois"), "{:?}", grossesse.sommes);
    assert!(aides(&ensuite.lignes).contains(&"allocation_de_base") && !aides(&ensuite.lignes).contains(&"prime_naissance"));
}

#[test]
fn la_somme_des_differences_est_la_difference_des_sommes_quand_tout_est_su() {
    let couple = situation(
        r#""foyer":{"couple":"marie","a_des_enfants":"oui","departement":"66"},
           "adultes":[{"naissance":"1990-05-12","revenus":"salaire","activite":"salarie","salaire_annuel":"2024=20000"},{"naissance":"1990-05-12","revenus":"aucun","activite":"inactif"}],
           "enfants":[{"naissance":"2018-04-20","handicap":"non"},{"naissance":"2020-04-20","handicap":"non"}]"#,
    );
    let mensuelles = |situation: &Situation| {
        let droits = simule(situation, MOIS);
        let resultats = resultats(situation, MOIS, &droits);
        resultats
            .sommes
            .par_mois
            .expect("un droit par mois")
            .replace(['\u{a0}', '\u{202f}', '€'], "")
            .replace(',', ".")
            .parse::<f64>()
            .expect("un nombre")
    };
    let ecart = mensuelles(&avec_un_enfant(&couple, MOIS.plus(-1).premier_jour())) - mensuelles(&couple);
    let dite = imagine(&couple).ensuite.sommes[0].clone();
    assert_eq!(dite.replace('\u{a0}', " "), format!("{ecart:.2} € de plus par mois").replace('.', ","));
}

/// Who has no child is not asked where they live: whoever imagines one is.
#[test]
fn le_formulaire_demande_ce_qui_manque_a_la_reponse() {
    let etat = applique(Etat::nouveau(MOIS), Action::Choisit(Profil::Parent, Profil::Parent.vue()));
    let dit = situation(r#""foyer":{"couple":"marie","a_des_enfants":"non"},"adultes":[{"taux":"aucun"},{"taux":"aucun"}]"#);
    let etat = applique(etat, Action::Charge(Ok((dit, None))));
    let mut droits = simule(&etat.situation, MOIS);
    let demande =
        |droits: &[Droit]| sections(&etat, droits).iter().any(|section| section.entrees().any(|e| e.champ.id == "foyer-departement"));
    assert!(!demande(&droits));
    let imaginee = imagine(&etat.situation);
    let mut questions = imaginee.ensuite.attentes.iter().flat_map(|attente| &attente.questions);
    assert!(questions.any(|(_, adresse)| adresse.as_deref() == Some("#/etape/logement/foyer-departement")));
    droits.extend(imaginee.droits);
    assert!(demande(&droits));
}

#[test]
fn ce_qu_une_naissance_change_et_que_nous_gardons_est_dit() {
    assert!(imagine(&situation(r#""foyer":{"couple":"seul"}"#)).reserves.is_empty());
    assert_eq!(imagine(&situation(r#""foyer":{"couple":"seul","parts":"2","quotient":"800"}"#)).reserves.len(), 2);
}
