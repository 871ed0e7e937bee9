//! `cargo bench --bench debit`: households per second on one core, for all rights, reading the file included or not.

use juste_droit::{
    aides,
    situation::{depuis_json, vers_json},
};
use std::{
    hint::black_box,
    time::{Duration, Instant},
};

const FOYERS: [(&str, &str); 3] = [
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
];

fn main() {
    println!("{:<42} {:>16} {:>22}", "foyer", "calcul seul", "avec lecture du JSON");
    for (nom, fichier) in FOYERS {
        let (situation, mois) = depuis_json(fichier).expect("un fichier juste");
        let mois = mois.expect("un mois");
        let fichier = vers_json(&situation, mois);
        let calcul = par_seconde(|| drop(black_box(aides::simule(black_box(&situation), mois))));
        let lecture = par_seconde(|| {
            let (situation, _) = depuis_json(black_box(&fichier)).expect("un fichier juste");
            drop(black_box(aides::simule(&situation, mois)));
        });
        println!("{nom:<42} {calcul:>12.0} /s {lecture:>18.0} /s");
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
