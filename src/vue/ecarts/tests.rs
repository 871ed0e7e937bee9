//! What differs, right by right.

use super::*;
use crate::{
    situation::{Enfant, Foyer, Question, Reponses},
    vue::essai::{AIDE, ARTICLE, MOIS, droit},
};

fn par_mois(centimes: u64) -> Conclusion {
    Ok(Montant::ParMois(Euros::c(centimes, 2)))
}
fn une_fois(centimes: u64) -> Conclusion {
    Ok(Montant::Unique(Euros::c(centimes, 2)))
}
fn refus() -> Conclusion {
    Err(Raison::Refus(vec![Motif { quoi: "Être agent".into(), article: &ARTICLE, des: None }]))
}
fn ecarte(centimes: u64) -> Conclusion {
    let montant = Montant::ParMois(Euros::c(centimes, 2));
    Err(Raison::Ecarte(Box::new(Ecarte { montant, par: &AIDE, au_choix: false, article: &ARTICLE, phrase: "Pas les deux." })))
}
fn manque<S, T>(lieu: crate::situation::Lieu, question: &'static Question<S, T>) -> Conclusion {
    Err(Raison::Demande(vec![Manque { lieu, fiche: &question.fiche, ignore: false }]))
}
fn a_confirmer(mut droit: Droit) -> Droit {
    droit.reserves.push(Reserve { phrase: "À voir.".into(), a_confirmer: true });
    droit
}

/// One child before, two after.
fn compares(avant: &[Droit], apres: &[Droit]) -> Ecarts {
    let foyer = |enfants| Situation { enfants: vec![Reponses::default(); enfants], ..Situation::default() };
    let (un, deux) = (foyer(1), foyer(2));
    ecarts(Cote { situation: &un, droits: avant }, Cote { situation: &deux, droits: apres }, MOIS)
}
fn le_sens(avant: Conclusion, apres: Conclusion) -> Option<Sens> {
    let ecarts = compares(&[droit(0, avant)], &[droit(0, apres)]);
    ecarts.lignes.first().map(|ligne| ligne.sens)
}
fn net(texte: &str) -> String {
    texte.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn chaque_droit_dit_ce_qu_il_devient() {
    for (avant, apres, attendu) in [
        (par_mois(100), par_mois(100), None),
        (refus(), refus(), None),
        (refus(), par_mois(100), Some(Sens::Gagne)),
        (ecarte(100), par_mois(100), Some(Sens::Gagne)),
        (par_mois(100), par_mois(200), Some(Sens::Change)),
        (par_mois(100), Ok(Montant::Notifie), Some(Sens::Change)),
        (par_mois(100), ecarte(100), Some(Sens::Remplace)),
        (refus(), ecarte(100), Some(Sens::Remplace)),
        (ecarte(100), ecarte(100), None),
        (par_mois(100), refus(), Some(Sens::Perdu)),
        (par_mois(100), Err(Raison::HorsChamp("À Mayotte.")), Some(Sens::SansReponse)),
    ] {
        assert_eq!(le_sens(avant.clone(), apres.clone()), attendu, "{avant:?} {apres:?}");
    }
}

#[test]
fn un_droit_de_qui_n_est_plus_la_est_perdu_celui_de_qui_arrive_est_nouveau() {
    let ecarts = compares(&[droit(0, par_mois(10000))], &[droit(1, une_fois(30000))]);
    let lignes: Vec<_> = ecarts.lignes.iter().map(|l| (l.sens, l.pour.as_deref(), l.avant.is_some(), l.apres.is_some())).collect();
    assert_eq!(lignes, [(Sens::Gagne, Some("l’enfant 2"), false, true), (Sens::Perdu, None, true, false)]);
    assert_eq!(ecarts.sommes.iter().map(|s| net(s)).collect::<Vec<_>>(), ["100,00 € de moins par mois", "300,00 € de plus, en une fois"]);
}

#[test]
fn seules_les_differences_sures_font_une_somme() {
    let doute = |issue| a_confirmer(droit(1, issue));
    let ecarts = compares(
        &[droit(0, par_mois(15105)), doute(par_mois(5000))],
        &[
            droit(0, par_mois(34457)),
            doute(par_mois(9000)),
            droit(2, Ok(Montant::Notifie)),
            droit(3, Ok(Montant::AuPlus(Euros::<Fois>::c(9, 0).into()))),
        ],
    );
    assert_eq!(ecarts.sommes.iter().map(|s| net(s)).collect::<Vec<_>>(), ["193,52 € de plus par mois"]);
    let differences: Vec<_> =
        ecarts.lignes.iter().map(|l| (l.apres.clone().map(|a| net(&a)), l.difference.clone().map(|d| net(&d)))).collect();
    assert_eq!(
        differences,
        [
            (Some("montant fixé par l’organisme".into()), None),
            (Some("jusqu’à 9,00 €, à confirmer".into()), None),
            (Some("344,57 € par mois".into()), Some("193,52 € de plus par mois".into())),
            (Some("90,00 € par mois, à confirmer".into()), None),
        ]
    );
}

#[test]
fn un_droit_perdu_ou_remplace_dit_pourquoi() {
    let phrases =
        |apres| compares(&[droit(0, par_mois(100))], &[droit(0, apres)]).lignes[0].phrases.iter().map(|p| net(p)).collect::<Vec<_>>();
    assert_eq!(phrases(refus()), ["Il faudrait : Être agent."]);
    assert!(phrases(ecarte(100))[0].starts_with("Pas les deux."));
}

#[test]
fn une_question_que_seul_le_second_foyer_pose_attend_une_reponse() {
    use crate::situation::Lieu;
    let garde = |enfant| manque(Lieu::Enfant(enfant), Enfant::GARDE_PAYEE);
    let ecarts = compares(&[droit(0, refus())], &[droit(0, refus()), droit(1, garde(1))]);
    assert!(ecarts.lignes.is_empty() && ecarts.inconnus.is_empty());
    // Nobody has a field yet for a child who is not there.
    assert_eq!(ecarts.attentes[0].questions, [("L’enfant 2\u{a0}: Payez-vous pour le faire garder ?".replace(" ?", "\u{a0}?"), None)]);

    let revenu = || manque(Lieu::Foyer, Foyer::RFR);
    let ecarts = compares(&[droit(0, par_mois(100))], &[droit(0, revenu())]);
    let [attente] = ecarts.attentes.as_slice() else { panic!("{ecarts:?}") };
    assert_eq!(attente.questions[0].1.as_deref(), Some("#/etape/impots/foyer-rfr"));
    assert_eq!(attente.aides[0].1.as_deref().map(net).as_deref(), Some("1,00 € par mois"));
    assert!(ecarts.sommes.is_empty(), "une perte que personne ne sait");

    let ecarts = compares(&[droit(0, revenu())], &[droit(0, revenu()), droit(1, revenu())]);
    assert!(ecarts.attentes.is_empty());
    assert_eq!(ecarts.inconnus, ["Essai"]);
}
