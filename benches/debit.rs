//! `cargo bench --bench debit`: households per second on one core, for all rights, reading the file included or not. A right that
//! lacks an answer stops there and costs little: how many are worked out to their end is said, and in the last household all are.

use juste_droit::{
    aides,
    moteur::Raison,
    situation::{depuis_json, vers_json},
};
use std::{
    hint::black_box,
    time::{Duration, Instant},
};

const FOYERS: [(&str, &str); 4] = [
    (
        "un adulte seul, AAH",
        r#"{"format":"juste-droit","version":1,"mois":"2026-11","foyer":{"couple":"seul","a_des_enfants":"non","projet_vacances":"non","logement":"locataire","aide_logement":"oui"},
        "adultes":[{"naissance":"1990-05-12","taux":"80","activite":"inactif","revenus":"aucun","etablissement":"non","agent":"non","complement_ressources":"non"}]}"#,
    ),
    (
        "un couple d’agents, deux enfants",
        r#"{"format":"juste-droit","version":1,"mois":"2026-11","foyer":{"couple":"marie","a_des_enfants":"oui","rfr":"2024=42000","parts":"3","departement":"66","projet_vacances":"non"},
        "adultes":[{"naissance":"1985-01-02","agent":"finances_actif","affectation":"metropole"},{"naissance":"1986-03-04","agent":"non"}],
        "enfants":[{"naissance":"2018-04-20"},{"naissance":"2023-09-01","garde_payee":"oui"}]}"#,
    ),
    (
        "un couple, trois enfants, deux séjours",
        r#"{"format":"juste-droit","version":1,"mois":"2026-07","foyer":{"couple":"pacse","a_des_enfants":"oui","departement":"66","quotient":"650","prestation_familiale":"oui","projet_vacances":"oui"},
        "adultes":[{"naissance":"1985-01-02"},{"naissance":"1986-03-04"}],
        "enfants":[{"naissance":"2012-04-20"},{"naissance":"2015-04-20"},{"naissance":"2018-04-20"}],
        "sejours":[{"nature":"famille","enfants":"1,2,3","cout":"900","label":"vacaf"},{"nature":"enfants","enfants":"1,2","cout":"500","label":"vacaf"}]}"#,
    ),
    (
        "un couple, trois enfants, tout répondu",
        r#"{"format":"juste-droit","version":1,"mois":"2026-07","foyer":{"couple":"marie","couple_depuis":"2015-06-01","sejour_regulier":"oui","a_des_enfants":"oui","adoption":"non",
        "logement":"locataire","location":"social","partage":"non","loyer":"560","zone":"2","rsa_percu":"non","demenagement":"non","departement":"66","prestation_familiale":"oui","prestations_caf":"900","rfr":"2024=9800","parts":"4","projet_vacances":"oui"},
        "adultes":[{"naissance":"1988-05-12","agent":"non","taux":"80","aah_avant_reforme":"non","complement_ressources":"non","etablissement":"non","encore_a_charge":"non","activite":"inactif","revenus":"aucun","presence":"non","conge_parental":"non","fin_activite":"2019-01-01"},
        {"naissance":"1990-09-03","agent":"non","taux":"aucun","activite":"salarie","debut_activite":"2020-01-06","revenus":"salaire","salaire":"900","net_social":"950","salaire_annuel":"2024=10800;2025=10800","salaire_douze_mois":"10800","presence":"non","conge_parental":"non","conge_naissance":"non"}],
        "enfants":[{"naissance":"2014-04-20","garde":"pleine","handicap":"oui","aeeh":"2","internat":"non","scolarite":"ecole","complement_activite":"non"},{"naissance":"2019-10-02","garde":"pleine","handicap":"non","scolarite":"ecole","garde_payee":"non"},{"naissance":"2025-02-11","garde":"pleine","handicap":"non","scolarite":"pas_encore","garde_payee":"non"}],
        "sejours":[{"nature":"famille","enfants":"1,2,3","debut":"2026-07-11","fin":"2026-07-18","cout":"700","label":"vacaf","distance":"120","pendant_vacances":"oui"}]}"#,
    ),
];

fn main() {
    println!("{:<42} {:>14} {:>16} {:>22}", "foyer", "droits conclus", "calcul seul", "avec lecture du JSON");
    for (nom, fichier) in FOYERS {
        let (situation, mois) = depuis_json(fichier).expect("un fichier juste");
        let mois = mois.expect("un mois");
        let fichier = vers_json(&situation, mois);
        let calcul = par_seconde(|| drop(black_box(aides::simule(black_box(&situation), mois))));
        let lecture = par_seconde(|| {
            let (situation, _) = depuis_json(black_box(&fichier)).expect("un fichier juste");
            drop(black_box(aides::simule(&situation, mois)));
        });
        let droits = aides::simule(&situation, mois);
        let conclus = droits.iter().filter(|droit| !matches!(droit.issue, Err(Raison::Demande(_)))).count();
        println!("{nom:<42} {:>14} {calcul:>13.0} /s {lecture:>19.0} /s", format!("{conclus} sur {}", droits.len()));
    }
}

/// How many times a second, on one core, over two seconds.
fn par_seconde(fait: impl Fn()) -> f64 {
    fait();
    let (debut, mut nombre) = (Instant::now(), 0u32);
    while debut.elapsed() < Duration::from_secs(2) {
        for _ in 0..50 {
            fait();
        }
        nombre += 50;
    }
    f64::from(nombre) / debut.elapsed().as_secs_f64()
}
