//! What the form asks of a few households: every question can change a right, and nothing that can is left out.

use juste_droit::{
    aides,
    grandeurs::MoisCivil,
    moteur::{Droit, Raison},
    situation::{Dit, Fiche, Genre, Lieu, Situation, depuis_json},
    vue::{
        etat::{Action, Etat, applique},
        formulaire::sections,
        profil::Profil,
    },
};

const MOIS: MoisCivil = MoisCivil::le(2026, 11);

const FOYERS: [(&str, &str); 5] = [
    ("couple, un enfant de deux ans", r#""foyer":{"couple":"marie","a_des_enfants":"oui"},"enfants":[{"naissance":"2024-06-10"}]"#),
    (
        "parent seul, deux enfants",
        r#""foyer":{"couple":"seul","a_des_enfants":"oui"},"enfants":[{"naissance":"2016-06-10"},{"naissance":"2021-02-03"}]"#,
    ),
    (
        "trois enfants, dont un handicapé",
        r#""foyer":{"couple":"marie","a_des_enfants":"oui"},
           "enfants":[{"naissance":"2012-06-10"},{"naissance":"2016-02-03","handicap":"oui"},{"naissance":"2020-12-24"}]"#,
    ),
    ("parents qui attendent un enfant", r#""foyer":{"couple":"pacse","a_des_enfants":"oui"},"enfants":[{"naissance":"2027-02-10"}]"#),
    (
        "couple qui a répondu à presque tout",
        r#""foyer":{"couple":"marie","a_des_enfants":"oui","departement":"66","projet_vacances":"non"},
           "adultes":[{"agent":"non","taux":"aucun","activite":"salarie","revenus":"salaire","salaire_annuel":"2024=24000"},
                      {"agent":"non","taux":"aucun","activite":"salarie","revenus":"salaire","salaire_annuel":"2024=22000"}],
           "enfants":[{"naissance":"2018-04-20","handicap":"non"},{"naissance":"2022-05-20","handicap":"non","garde_payee":"non"}]"#,
    ),
];

/// Answers of every kind, on both sides of what the law may look at.
fn valeurs(genre: Genre) -> Vec<String> {
    let de = |textes: &[&str]| textes.iter().map(|texte| (*texte).to_owned()).collect();
    match genre {
        Genre::Texte => Vec::new(),
        Genre::Jour => {
            de(&["1950-01-01", "1990-01-01", "2006-11-15", "2016-01-01", "2024-01-01", "2026-09-15", "2026-10-15", "2027-02-01"])
        }
        Genre::MoisCivil => de(&["2026-01", "2026-10"]),
        Genre::Montant(_) | Genre::Mensuel => de(&["0", "100", "400", "9000"]),
        Genre::Annuel => de(&["2024=0", "2024=18000", "2024=45000", "2024=200000"]),
        Genre::Nombre => de(&["0", "8", "20", "200"]),
        Genre::Parts => de(&["1", "3", "6"]),
        Genre::Departement => de(&["66", "13", "974", "976"]),
        Genre::Choix(options) => options.iter().map(|option| option.cle.to_owned()).collect(),
        Genre::Plusieurs(options) => options.iter().map(|option| option.cle.to_owned()).chain(["aucun".to_owned()]).collect(),
        Genre::Enfants => de(&["1", "2", "aucun"]),
    }
}

/// What a person learns of each right; that one condition more fails is not a change.
fn appris(droits: &[Droit]) -> Vec<String> {
    let issue = |droit: &Droit| match &droit.issue {
        Err(Raison::Refus(_)) => "refus".to_owned(),
        autre => format!("{autre:?} {:?}", droit.reserves),
    };
    droits.iter().map(|droit| format!("{:?} {:?} {}", droit.aide, droit.beneficiaire, issue(droit))).collect()
}

fn etat(foyer: &str, profil: Profil) -> Etat {
    let (situation, _) = depuis_json(&format!(r#"{{"format":"juste-droit","version":1,{foyer}}}"#)).expect("une situation");
    let etat = applique(Etat::nouveau(MOIS), Action::Choisit(profil, profil.vue()));
    applique(etat, Action::Charge(Ok((situation, None))))
}

/// What each answer to a question teaches.
fn selon_la_reponse(situation: &Situation, lieu: Lieu, fiche: &Fiche) -> Vec<Vec<String>> {
    let reponses = valeurs(fiche.genre).into_iter().map(|valeur| {
        let mut autre = situation.clone();
        autre.saisit(lieu, fiche.cle, &valeur).expect("la question existe").expect(&valeur);
        appris(&aides::simule(&autre, MOIS))
    });
    reponses.collect()
}

/// Every question of the form without an answer, whether it is in a fold or not.
fn posees(etat: &Etat) -> Vec<(Lieu, &'static str)> {
    let sections = sections(etat, &aides::simule(&etat.situation, MOIS));
    let champs = sections.iter().flat_map(|section| section.champs()).filter(|entree| entree.reponse.is_none());
    champs.map(|entree| (entree.champ.cle.lieu, entree.champ.cle.question)).collect()
}

fn fiches(situation: &Situation) -> impl Iterator<Item = (Lieu, &'static Fiche)> {
    situation.lieux().flat_map(|lieu| Situation::fiches(lieu).iter().map(move |fiche| (lieu, *fiche)))
}

#[test]
fn chaque_question_posee_peut_changer_un_droit() {
    let mut vaines = Vec::new();
    for (nom, foyer) in FOYERS {
        let etat = etat(foyer, Profil::Parent);
        let posees = posees(&etat);
        assert!(5 < posees.len(), "{nom} : {posees:?}");
        for (lieu, fiche) in fiches(&etat.situation).filter(|(lieu, fiche)| posees.contains(&(*lieu, fiche.cle))) {
            let appris = selon_la_reponse(&etat.situation, lieu, fiche);
            if appris.windows(2).all(|deux| deux[0] == deux[1]) && fiche.genre != Genre::Texte {
                vaines.push(format!("{nom} : {lieu:?} {}", fiche.cle));
            }
        }
    }
    assert!(vaines.is_empty(), "{vaines:#?}");
}

/// The form passes over what a refused right reads. No answer to what it does not ask changes what the person learns, but for the
/// questions that come later, behind one that it asks.
#[test]
fn ce_qui_n_est_pas_demande_ne_rouvre_aucun_droit_refuse() {
    let mut oubliees = Vec::new();
    for (nom, foyer) in FOYERS {
        let etat = etat(foyer, Profil::Conseil);
        let posees = posees(&etat);
        let avant = appris(&aides::simule(&etat.situation, MOIS));
        for (lieu, fiche) in fiches(&etat.situation).filter(|(lieu, fiche)| !posees.contains(&(*lieu, fiche.cle))) {
            if etat.situation.dit(lieu, fiche.cle) != Dit::Rien {
                continue;
            }
            let change = |apres: &Vec<String>| avant.iter().filter(|droit| droit.ends_with("refus")).any(|droit| !apres.contains(droit));
            if selon_la_reponse(&etat.situation, lieu, fiche).iter().any(change) {
                oubliees.push(format!("{nom} : {lieu:?} {}", fiche.cle));
            }
        }
    }
    assert!(oubliees.is_empty(), "{oubliees:#?}");
}
