use super::*;
use crate::{
    aides,
    situation::{Dit, Foyer, OuiNon, Situation, depuis_json},
};

const MOIS: MoisCivil = MoisCivil::le(2026, 11);

fn foyer(foyer: &str, adultes: &str, enfants: &str) -> Situation {
    let texte = format!(
        r#"{{"format":"juste-droit","version":1,"foyer":{{"departement":"66","sejour_regulier":"oui","logement":"locataire","location":"vide",
        "partage":"non","zone":"2",{foyer}}},"adultes":[{adultes}],"enfants":[{enfants}]}}"#
    );
    depuis_json(&texte).map(|(situation, _)| situation).expect("une situation")
}

fn seul(adulte: &str) -> Situation {
    foyer(
        r#""couple":"seul","a_des_enfants":"non","loyer":"420""#,
        &format!(r#"{{"naissance":"1990-05-10","revenus":"aucun","activite":"inactif",{adulte}}}"#),
        "",
    )
}

fn de(situation: &Situation) -> Travail {
    travail(situation, MOIS, 0).unwrap_or_else(|manques| panic!("il manque {manques:?}"))
}

fn montants(travail: &Travail, salaire: i64) -> Vec<(&str, i64)> {
    travail.bandes.iter().map(|bande| bande.court.as_str()).zip(travail.au(salaire).montants).filter(|(_, montant)| *montant != 0).collect()
}

fn dites(travail: &Travail) -> Vec<String> {
    travail.phrases().into_iter().map(|phrase| phrase.replace(['\u{a0}', '\u{202f}'], " ")).collect()
}

/// 651,69 € of RSA less 78,20 € for who has a housing aid: 573,49 €, less each euro earned. Until the last euro of RSA, the housing
/// aid of 308 € counts no wage.
#[test]
fn une_personne_seule_passe_du_rsa_a_la_prime_d_activite() {
    let travail = de(&seul(r#""taux":"aucun""#));
    assert_eq!(montants(&travail, 0), [("Aide au logement", 30800), ("RSA", 57349)]);
    // 61 % of 400 €, less the CRDS that is withheld: what a hundred euros leave.
    assert_eq!(montants(&travail, 400), [("Aide au logement", 30800), ("RSA", 17349), ("Prime d’activité", 23820)]);
    assert_eq!(travail.lis(400).reste.replace('\u{a0}', " "), "Sur 100 € de salaire de plus, il vous en reste 59,55 €.");
    assert_eq!(travail.aujourd_hui(), Some(0));
    assert_eq!(
        dites(&travail),
        [
            "À 26 € de salaire : Prime d’activité commence, à 15,48 €.",
            "De 562 € à 707 € de salaire : en tout, jusqu’à 37,88 € de moins qu’avec 562 €.",
            "À 568 € de salaire : Aide au logement passe de 308,00 € à 278,00 € ; RSA s’arrête (6,49 € juste avant).",
            "À 1 371 € de salaire : Aide au logement s’arrête (10,00 € juste avant).",
            "À 2 152 € de salaire : Prime d’activité s’arrête (15,21 € juste avant).",
            "De 2 151 € à 2 167 € de salaire : en tout, jusqu’à 14,21 € de moins qu’avec 2 151 €.",
        ]
    );
}

/// What is drawn is what the page itself says of who has had this wage for years.
#[test]
fn un_point_est_ce_que_la_simulation_donne_a_qui_gagne_cela_depuis_longtemps() {
    let travail = de(&seul(r#""taux":"aucun""#));
    let mut depuis_longtemps = seul(
        r#""taux":"aucun","debut_activite":"2019-01-07","net_social":"1100","salaire":"1100","salaire_annuel":"2024=13200;2025=13200","salaire_douze_mois":"13200""#,
    );
    let reponses = [("activite", "salarie"), ("revenus", "salaire")];
    for (cle, texte) in reponses {
        super::super::saisie::pose(&mut depuis_longtemps, super::super::saisie::Cle::de(crate::situation::Lieu::Adulte(0), cle), texte)
            .expect(cle);
    }
    depuis_longtemps.foyer.pose(Foyer::RSA_PERCU, Dit::Oui(OuiNon::Non));
    let droits = aides::simule(&depuis_longtemps, MOIS);
    let simules: Vec<i64> = travail.bandes.iter().map(|bande| verse(&droits, bande)).collect();
    assert_eq!(simules, travail.au(1100).montants);
}

/// The MVA goes with the first euro; then the AAH counts a fifth of what is earned up to 0,3 Smic, and three fifths beyond.
#[test]
fn l_aah_baisse_avec_le_salaire_et_sa_majoration_s_arrete_au_premier_euro() {
    let travail = de(&seul(r#""taux":"80","complement_ressources":"non""#));
    assert_eq!(montants(&travail, 0), [("Aide au logement", 30800), ("AAH", 104159), ("MVA", 10477)]);
    // 500 € less the deduction of 10 %: 450 €, of which 90 € count.
    assert_eq!(montants(&travail, 500).iter().find(|(nom, _)| *nom == "AAH"), Some(&("AAH", 104159 - 9000)));
    // 357 € are 29 Smic an hour, from which the AAH is an earning; at 2 344 € what counts of the wage reaches 1 041,59 €. From 1 000 €, where
    // no step is, AAH, housing aid and prime take together more than is earned.
    assert_eq!(
        dites(&travail),
        [
            "Dès le premier euro de salaire : MVA s’arrête (104,77 € juste avant).",
            "D’un euro à 121 € de salaire : en tout, jusqu’à 103,77 € de moins que sans salaire.",
            "À 357 € de salaire : Prime d’activité commence, à 175,32 €.",
            "De 1 000 € à 1 209 € de salaire : en tout, jusqu’à 11,56 € de moins qu’avec 1 000 €.",
            "À 1 371 € de salaire : Aide au logement s’arrête (10,00 € juste avant).",
            "À 1 927 € de salaire : Prime d’activité s’arrête (14,97 € juste avant).",
            "De 1 926 € à 1 959 € de salaire : en tout, jusqu’à 14,51 € de moins qu’avec 1 926 €.",
            "À 2 344 € de salaire : AAH s’arrête (0,42 € juste avant).",
        ]
    );
}

/// The RSA of four, 651,69 € × 2,1, less 193,55 € for the home and 152,25 € of allocations familiales: 1 022,75 €, less the wage.
#[test]
fn un_couple_avec_deux_enfants_garde_ses_allocations_familiales() {
    let couple = foyer(
        r#""couple":"marie","couple_depuis":"2012-06-01","a_des_enfants":"oui","loyer":"650""#,
        r#"{"prenom":"Camille","naissance":"1988-04-12","taux":"aucun","activite":"inactif","revenus":"aucun"},
        {"naissance":"1986-09-03","taux":"aucun","activite":"salarie","debut_activite":"2015-01-05","revenus":"salaire","net_social":"1400","salaire":"1450",
        "salaire_annuel":"2024=17000;2025=17400"}"#,
        r#"{"naissance":"2016-04-20","garde":"pleine","handicap":"non"},{"naissance":"2019-10-02","garde":"pleine","handicap":"non"}"#,
    );
    let camille = de(&couple);
    assert_eq!(camille.aujourd_hui(), Some(0));
    // The spouse's wage of today, with the taxable wage that goes with it.
    let conjoint = travail(&couple, MOIS, 1).unwrap_or_else(|manques| panic!("{manques:?}"));
    assert_eq!(conjoint.aujourd_hui(), Some(1400));
    assert_eq!(montants(&conjoint, 1400), montants(&camille, 0));
    assert_eq!(montants(&conjoint, 0), [("Allocations familiales", 15225), ("Aide au logement", 49800), ("RSA", 102275)]);
    let dites = dites(&conjoint);
    assert!(
        dites.contains(
            &"À 1 017 € de salaire : Aide au logement passe de 498,00 € à 437,00 € ; RSA s’arrête (6,75 € juste avant).".to_owned()
        ),
        "{dites:#?}"
    );
    assert_eq!(montants(&conjoint, 4700), [("Allocations familiales", 15225)]);
}

/// The ceilings of the complément familial rise when both of a couple earn enough (R. 522-2): the increased amount comes back at
/// 584 €, and leaves before 600 €, the next wage that is looked at first.
#[test]
fn ce_qui_monte_et_redescend_entre_deux_salaires_regardes_est_nomme() {
    let enfant = |naissance: &str| format!(r#"{{"naissance":"{naissance}","garde":"pleine","handicap":"non","salaire":"0"}}"#);
    let couple = foyer(
        r#""couple":"marie","a_des_enfants":"oui","adoption":"non","loyer":"420""#,
        r#"{"naissance":"1990-05-10","revenus":"aucun","activite":"inactif","taux":"aucun","conge_parental":"non"},
           {"naissance":"1990-05-10","revenus":"salaire","activite":"salarie","debut_activite":"2015-01-05","taux":"aucun","conge_parental":"non",
            "salaire":"1940","net_social":"1940","salaire_annuel":"2024=23280;2025=23280"}"#,
        &[enfant("2012-03-10"), enfant("2014-03-10"), enfant("2016-03-10")].join(","),
    );
    let travail = de(&couple);
    let marches: Vec<String> = dites(&travail).into_iter().filter(|phrase| phrase.contains("Complément familial")).collect();
    assert_eq!(
        marches,
        [
            "À 161 € de salaire : Complément familial passe de 297,27 € à 198,16 €.",
            "À 584 € de salaire : Complément familial passe de 198,16 € à 297,27 €.",
            "À 595 € de salaire : Complément familial passe de 297,27 € à 198,16 €.",
            "À 3 349 € de salaire : Complément familial s’arrête (0,32 € juste avant).",
        ]
    );
}

#[test]
fn ce_qui_manque_est_demande_et_ce_que_personne_ne_sait_est_dit() {
    let muet = Situation::default();
    let manques = travail(&muet, MOIS, 0).err().expect("des questions");
    assert_eq!(manques.len(), 2, "{manques:?}");
    let proprietaire = foyer(
        r#""couple":"seul","a_des_enfants":"non","loyer":"420","logement":"proprietaire","pret":"oui","pret_le":"2015-01-01","aide_logement":"non""#,
        r#"{"naissance":"1990-05-10","revenus":"aucun","activite":"inactif","taux":"aucun"}"#,
        "",
    );
    let travail = de(&proprietaire);
    assert_eq!(travail.sans_reponse.iter().map(|(aide, _)| aide.id).collect::<Vec<_>>(), ["aide_logement"]);
    assert_eq!(montants(&travail, 0), [("RSA", 57349)]);
}

#[test]
fn ni_les_retraites_ni_les_enfants_ne_sont_proposes() {
    assert_eq!(se_propose(&seul(r#""taux":"aucun""#), MOIS), [0]);
    let retraite = foyer(r#""couple":"seul""#, r#"{"naissance":"1950-05-10","activite":"retraite"}"#, "");
    assert!(se_propose(&retraite, MOIS).is_empty());
    assert!(se_propose(&Situation::default(), MOIS).is_empty());
}

#[test]
fn le_dessin_tient_dans_son_cadre() {
    let travail = de(&seul(r#""taux":"aucun""#));
    let trace = travail.trace();
    assert_eq!(trace.bandes.len(), travail.bandes.len() + 1);
    for bande in &trace.bandes {
        for point in bande.contour.split(' ') {
            let (x, y) = point.split_once(',').expect("deux nombres");
            assert!((0..=LARGEUR).contains(&x.parse().expect(x)) && (0..=HAUTEUR).contains(&y.parse().expect(y)), "{point}");
        }
    }
    let (tetes, lignes) = travail.tableau();
    assert!(lignes.iter().all(|ligne| ligne.len() == tetes.len()));
}
