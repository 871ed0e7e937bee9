//! Cards, groups and sums.

use super::*;
use crate::{
    aides,
    situation::{Foyer, Reponses},
    vue::essai::{ARTICLE, MOIS, droit},
};
use std::borrow::Cow;

fn refus(quoi: &'static str) -> Conclusion {
    Err(Raison::Refus(vec![Motif { quoi: Cow::Borrowed(quoi), article: &ARTICLE, des: None }]))
}
fn deux_enfants() -> Situation {
    Situation { enfants: vec![Reponses::default(), Reponses::default()], ..Situation::default() }
}

#[test]
fn les_sommes_ne_melangent_ni_les_periodes_ni_le_sur_et_l_incertain() {
    let mut incertain = droit(0, Ok(Montant::ParMois(Euros::c(9900, 2))));
    incertain.reserves.push(Reserve { phrase: "à voir".into(), a_confirmer: true });
    let droits = [
        droit(0, Ok(Montant::ParMois(Euros::c(19816, 2)))),
        droit(1, Ok(Montant::ParMois(Euros::c(10000, 2)))),
        droit(0, Ok(Montant::Unique(Euros::c(109311, 2)))),
        droit(1, Ok(Montant::Entre(Euros::<An>::c(200, 0).into(), Euros::<An>::c(560, 0).into()))),
        incertain,
    ];
    let Resultats { sommes, annonce, .. } = resultats(&deux_enfants(), MOIS, &droits);
    assert_eq!(sommes.par_mois.as_deref(), Some("298,16\u{a0}€"));
    assert_eq!((sommes.par_an, sommes.une_fois.as_deref()), (None, Some("1\u{202f}093,11\u{a0}€")));
    assert_eq!(sommes.a_confirmer, 2);
    assert_eq!(annonce, "5\u{a0}droits, 298,16\u{a0}€ par mois, 1\u{202f}093,11\u{a0}€ en une fois");
}

#[test]
fn un_meme_refus_pour_deux_enfants_fait_une_carte_deux_refus_en_font_deux() {
    let cartes = |a, b| {
        let resultats = resultats(&deux_enfants(), MOIS, &[droit(0, a), droit(1, b)]);
        resultats.groupes.into_iter().flat_map(|(_, cartes)| cartes).map(|carte| carte.pour.unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(cartes(refus("Être agent"), refus("Être agent")), ["l’enfant 1, l’enfant 2"]);
    assert_eq!(cartes(refus("Avoir 6 ans"), refus("Être agent")), ["l’enfant 1", "l’enfant 2"]);
    assert_eq!(cartes(Ok(Montant::Notifie), Ok(Montant::Notifie)), ["l’enfant 1", "l’enfant 2"]);
}

#[test]
fn une_question_qui_manque_mene_a_son_champ() {
    let manque = Manque { lieu: Lieu::Foyer, fiche: &Foyer::RFR.fiche, ignore: false };
    let resultats = resultats(&deux_enfants(), MOIS, &[droit(0, Err(Raison::Demande(vec![manque])))]);
    let carte = &resultats.groupes[0].1[0];
    assert_eq!(carte.manques, [("Revenu fiscal de référence de 2024".to_owned(), "#/etape/impots/foyer-rfr".to_owned())]);
}

#[test]
fn hors_de_la_periode_aucune_carte_mais_une_phrase() {
    let resultats = resultats(&Situation::default(), MOIS, &aides::simule(&Situation::default(), MoisCivil::le(2022, 12)));
    assert!(resultats.hors_periode && resultats.groupes.is_empty());
}
