//! The link of a household: how long it may be, its code, and that yesterday’s links are still read.

mod code;

use juste_droit::{
    aides,
    grandeurs::MoisCivil,
    situation::{Dit, Genre, Lieu, Situation, depuis_json, depuis_lien, vers_lien},
    vue::{
        code::{MARGE, VERSION_MAX, code},
        etat::{Action, Etat, applique},
        formulaire::sections,
        profil::Profil,
    },
};

const MOIS: MoisCivil = MoisCivil::le(2026, 11);

/// A long answer: amounts in cents, another one each month.
fn longue(genre: Genre, choix: usize, lieu: Lieu) -> String {
    let rang = if let Lieu::Enfant(rang) | Lieu::Adulte(rang) = lieu { rang } else { 0 };
    match genre {
        Genre::Texte => "Marie-Laure".to_owned(),
        Genre::Jour => format!("20{:02}-0{}-14", 23 - 4 * rang, 3 + rang),
        Genre::MoisCivil => "2026-01".to_owned(),
        Genre::Montant(_) => format!("1{}84,5{choix}", 2 + choix),
        Genre::Mensuel => format!("1634,18;2026-08=1{choix}12,07;2026-09=16{rang}4,18;2026-10=1987,6{choix}"),
        Genre::Annuel => format!("2024=2{choix}417;2025=23{rang}08;2026=23955"),
        Genre::Nombre => format!("1{choix}3"),
        Genre::Parts => "3,5".to_owned(),
        Genre::Choix(options) => options[choix.min(options.len() - 1)].cle.to_owned(),
        Genre::Departement => "974".to_owned(),
        Genre::Plusieurs(options) => options.iter().take(4).map(|option| option.cle).collect::<Vec<_>>().join(","),
        Genre::Enfants => "1,3".to_owned(),
    }
}

/// A couple with three children and a holiday project, who answers all that the form asks, and what it asks then.
fn qui_a_tout_dit(choix: usize) -> Situation {
    let (situation, mois) = depuis_json(
        r#"{"format":"juste-droit","version":1,"mois":"2026-11",
        "foyer":{"couple":"marie","a_des_enfants":"oui","projet_vacances":"oui"},
        "adultes":[{"naissance":"1988-04-20","prenom":"Marie-Laure"},{"naissance":"1990-02-01","prenom":"Jean-Baptiste"}],
        "enfants":[{"naissance":"2024-03-10"},{"naissance":"2021-02-03"},{"naissance":"2013-05-11"}],"sejours":[{}]}"#,
    )
    .expect("un fichier juste");
    let etat = applique(Etat::nouveau(MOIS), Action::Choisit(Profil::Conseil, Profil::Conseil.vue()));
    let mut etat = applique(etat, Action::Charge(Ok((situation, mois))));
    loop {
        let avant = etat.situation.clone();
        let sections = sections(&etat, &aides::simule(&etat.situation, MOIS));
        for cle in sections.iter().flat_map(|section| section.champs()).map(|entree| entree.champ.cle) {
            let fiche = Situation::fiches(cle.lieu).iter().find(|fiche| fiche.cle == cle.question).expect("la question existe");
            if etat.situation.dit(cle.lieu, cle.question) == Dit::Rien && fiche.cle != "deces" {
                let texte = longue(fiche.genre, choix, cle.lieu);
                etat.situation.saisit(cle.lieu, cle.question, &texte).expect("la question existe").expect("la réponse se lit");
            }
        }
        if etat.situation == avant {
            return avant;
        }
    }
}

#[test]
fn le_lien_de_qui_a_tout_dit_est_court() {
    for choix in 0..4 {
        let situation = qui_a_tout_dit(choix);
        let lien = vers_lien(&situation, MOIS);
        let reponses = situation.lieux().flat_map(|lieu| situation.dits(lieu).unwrap_or_default()).filter(|dit| **dit != Dit::Rien);
        let reponses = reponses.count();
        assert!(70 < reponses && lien.len() < 850, "{reponses} réponses, {} lettres", lien.len());
        assert_eq!(depuis_lien(&lien), Ok((situation, Some(MOIS))));
    }
}

#[test]
fn le_code_de_qui_a_tout_dit_se_lit_sur_un_ecran() {
    let adresse = format!("https://{}/#s=", "a".repeat(48));
    assert_eq!(adresse.len(), 60);
    for choix in 0..4 {
        let lien = vers_lien(&qui_a_tout_dit(choix), MOIS);
        let code = code(&adresse, &lien).expect("un code");
        assert!(code.version <= 20, "{} lettres : version {}", lien.len(), code.version);
        assert_eq!(code.cote, 17 + 4 * i32::from(code.version) + 2 * MARGE);
        assert_eq!(code::lis(code.cote as usize, &code.trace), format!("{adresse}{lien}"));
    }
}

#[test]
fn un_code_de_toute_taille_se_lit_et_au_dela_il_n_y_en_a_pas() {
    let mut versions = Vec::new();
    for longueur in (1..2000).step_by(97) {
        // Letters that a link does not have are carried too.
        for lettre in ["A", "é"] {
            let lien = lettre.repeat(longueur);
            let Some(code) = code("https://exemple.fr/#s=", &lien) else { continue };
            assert_eq!(code::lis(code.cote as usize, &code.trace), format!("https://exemple.fr/#s={lien}"));
            versions.push(code.version);
        }
    }
    assert_eq!(versions.iter().max(), Some(&VERSION_MAX));
    assert_eq!(code("https://exemple.fr/#s=", &"A".repeat(2000)), None);
}

/// Links as they were made when each version of the format came out: one of version 1, then the same household in version 2.
/// Between them they hold every question and every option of that day. When one is no longer read, somebody has renamed or removed a
/// question: old links and files must still say what they said, so keep the name, or teach the readers the former one.
#[test]
fn les_liens_d_hier_se_lisent() {
    let lignes: Vec<&str> = include_str!("liens.txt").lines().collect();
    assert!(8 <= lignes.len() && lignes.len().is_multiple_of(2));
    for (rang, paire) in lignes.chunks(2).enumerate() {
        let lus = [0, 1]
            .map(|version| depuis_lien(paire[version]).unwrap_or_else(|faute| panic!("paire {rang}, version {} : {faute}", version + 1)));
        assert!(lus[0] == lus[1], "paire {rang} : {:?}", lus);
    }
}

#[test]
fn une_lettre_changee_omise_ou_ajoutee_est_refusee() {
    let situation = qui_a_tout_dit(0);
    let lien = vers_lien(&situation, MOIS);
    for (rang, lettre) in lien.char_indices() {
        for autre in ('A'..='Z').chain('2'..='7').filter(|autre| *autre != lettre).step_by(5) {
            let abime = format!("{}{autre}{}", &lien[..rang], &lien[rang + 1..]);
            assert!(depuis_lien(&abime).is_err(), "{rang} : {autre}");
        }
        assert!(depuis_lien(&format!("{}{}", &lien[..rang], &lien[rang + 1..])).is_err(), "{rang} omise");
        assert!(depuis_lien(&lien[..rang]).is_err(), "coupé à {rang}");
    }
    for de_trop in ["A", "AA", "=", ".", "#", "é"] {
        assert!(depuis_lien(&format!("{lien}{de_trop}")).is_err(), "{de_trop}");
    }
}
