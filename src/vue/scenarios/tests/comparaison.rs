//! What the page holds of scenarios, and shows side by side.

use super::*;
use crate::vue::{
    ecarts::Sens,
    etat::{Action, applique},
    resultats::resultats,
};

fn etat(situation: Situation) -> Etat {
    applique(Etat::nouveau(MOIS), Action::Charge(Ok((situation, None))))
}
fn joue(etat: Etat, gestes: impl IntoIterator<Item = Geste>) -> Etat {
    gestes.into_iter().fold(etat, |etat, geste| applique(etat, Action::Compare(geste)))
}
fn comparaison(etat: &Etat) -> Comparaison {
    let droits = simule(&etat.situation, MOIS);
    compare(Cote { situation: &etat.situation, droits: &droits }, MOIS, &[], &etat.scenarios.choisis)
}

#[test]
fn la_comparaison_ne_vient_que_si_le_foyer_en_a_dit_assez() {
    let posee = |foyer: &str| {
        let etat = etat(situation(foyer));
        se_propose(&etat, &resultats(&etat.situation, MOIS, &simule(&etat.situation, MOIS)))
    };
    assert!(!posee(r#""foyer":{}"#));
    assert!(!posee(r#""foyer":{"couple":"marie"}"#));
    assert!(posee(r#""foyer":{"couple":"marie","a_des_enfants":"non"}"#));
}

#[test]
fn quatre_au_plus_cote_a_cote_et_ce_qui_ne_change_pas_n_y_est_pas() {
    let etat = joue(
        etat(couple()),
        [Modele::UnEnfant, Modele::Conge(CongeParental::Total), Modele::Copie, Modele::Separation, Modele::AutreCaf].map(Geste::Ajoute),
    );
    let comparaison = comparaison(&etat);
    assert_eq!(comparaison.colonnes.len(), MAXIMUM);
    assert!(comparaison.colonnes[2].ne_change_rien() && !comparaison.colonnes[1].ne_change_rien());
    assert_eq!(comparaison.colonnes[1].titre, "Arrêter de travailler (PreParE) · Vous");
    let prepare = comparaison.lignes.iter().find(|ligne| ligne.aide.id == "prepare").expect("la PreParE");
    assert_eq!((prepare.montants[0].as_str(), prepare.montants[3].as_str(), prepare.montants.len()), ("–", "–", 1 + MAXIMUM));
    assert_ne!(prepare.montants[2], "–");
    let [partie] = comparaison.colonnes[1].change.as_deref().expect("des écarts") else { panic!() };
    let gagne = partie.ecarts.lignes.iter().find(|ligne| ligne.aide.id == "prepare").expect("la PreParE");
    assert_eq!(gagne.sens, Sens::Gagne);
    assert!(gagne.phrases[0].starts_with("Aujourd’hui, il manque"), "{:?}", gagne.phrases);
    assert!(gagne.difference.as_ref().is_some_and(|d| d.contains("de plus par mois")), "{:?}", gagne.difference);
    assert_eq!(joue(etat, [Geste::Retire(0), Geste::Retire(9)]).scenarios.choisis.len(), 3);
}

#[test]
fn modifier_librement_puis_revenir_ne_touche_pas_a_la_situation() {
    let debut = etat(couple());
    let dedans = joue(debut.clone(), [Geste::Ajoute(Modele::Separation), Geste::Modifie(0)]);
    assert_eq!(dedans.situation.adultes.len(), 1);
    assert_eq!(dedans.scenarios.base(&dedans.situation), &debut.situation);
    let cle = crate::vue::saisie::Cle::de(Lieu::Foyer, "loyer");
    let dehors = joue(applique(dedans, Action::Saisit(cle, "450".into())), [Geste::Revient]);
    assert_eq!((&dehors.situation, dehors.ecran), (&debut.situation, Ecran::Droits));
    let imaginee = dehors.scenarios.choisis[0].imagine(&dehors.situation, MOIS).expect("rien ne manque").expect("une situation");
    assert!(imaginee.foyer.valeur(Foyer::LOYER).is_some());
    assert_eq!(comparaison(&dehors).colonnes[0].titre, "Se séparer, modifié");
    assert_eq!(applique(dehors, Action::Efface).scenarios, Scenarios::default(), "tout est effacé");
}

#[test]
fn un_montant_illisible_est_dit_et_n_imagine_rien() {
    let ecrit = Geste::Ecrit(0, Parametre::Salaire, "mille".into());
    let comparaison = comparaison(&joue(etat(sans_aah()), [Geste::Ajoute(Modele::Emploi), ecrit]));
    let [colonne] = comparaison.colonnes.as_slice() else { panic!() };
    assert!(colonne.change.is_none() && colonne.champs[0].erreur.is_some());
}
