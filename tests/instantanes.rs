//! The explanation of a few households as a person reads it: a change of words or of arithmetic shows in review.

use juste_droit::{
    aides,
    grandeurs::MoisCivil,
    situation::depuis_json,
    vue::{
        arrivee::arrivee,
        ecarts::Ecarts,
        explication::{Bloc, Ligne, Renvoi},
        resultats::{Carte, resultats},
    },
};

const FOYERS: [(&str, &str); 3] = [
    (
        "agent_avec_un_enfant",
        r#""foyer":{"couple":"marie","a_des_enfants":"oui","rfr":"2024=30000","parts":"2.5"},
           "adultes":[{"naissance":"1988-04-12","agent":"finances_actif","affectation":"metropole"},{"naissance":"1986-09-03","agent":"non"}],
           "enfants":[{"prenom":"Noé","naissance":"2018-04-20","garde":"pleine","handicap":"non"}]"#,
    ),
    (
        "aah_seul_sans_revenu",
        r#""foyer":{"couple":"seul","a_des_enfants":"non","logement":"locataire","aide_logement":"oui","projet_vacances":"non"},
           "adultes":[{"naissance":"1988-04-12","taux":"80","revenus":"aucun","etablissement":"non","agent":"non"}]"#,
    ),
    (
        "aah_en_couple_avant_la_reforme",
        r#""foyer":{"couple":"marie","couple_depuis":"2015-06-01","a_des_enfants":"non"},
           "adultes":[{"prenom":"Camille","naissance":"1988-04-12","taux":"80","revenus":"aucun","etablissement":"non","aah_avant_reforme":"oui","calcul_individuel":"non"},
                      {"prenom":"Sacha","naissance":"1986-09-03","taux":"aucun","revenus":"salaire","salaire_annuel":"2024=14400"}]"#,
    ),
];

#[test]
fn les_explications() {
    for (nom, foyer) in FOYERS {
        let (situation, _) = depuis_json(&format!(r#"{{"format":"juste-droit","version":1,{foyer}}}"#)).expect(nom);
        let mois = MoisCivil::le(2026, 11);
        let resultats = resultats(&situation, mois, &aides::simule(&situation, mois));
        let mut texte = format!("{}\n", resultats.annonce);
        for (rang, cartes) in &resultats.groupes {
            texte += &format!("\n# {}\n", rang.titre());
            cartes.iter().for_each(|carte| ecris_carte(carte, &mut texte));
        }
        insta::assert_snapshot!(nom, texte.replace(['\u{a0}', '\u{202f}'], " "));
    }
}

const ARRIVEES: [(&str, &str); 4] = [
    (
        "arrivee_premier_enfant",
        r#""foyer":{"couple":"marie","a_des_enfants":"non","departement":"66","projet_vacances":"non"},
           "adultes":[{"naissance":"1992-03-02","taux":"aucun","activite":"salarie","revenus":"salaire","salaire_annuel":"2024=22000","presence":"non","agent":"non"},
                      {"naissance":"1993-03-02","taux":"aucun","activite":"salarie","revenus":"salaire","salaire_annuel":"2024=20000","presence":"non","agent":"non"}]"#,
    ),
    (
        "arrivee_troisieme_enfant_d_un_agent",
        r#""foyer":{"couple":"marie","a_des_enfants":"oui","departement":"66","rfr":"2024=40000","parts":"3"},
           "adultes":[{"naissance":"1988-04-12","agent":"finances_actif","affectation":"metropole","activite":"salarie","revenus":"salaire","salaire_annuel":"2024=44000"},
                      {"naissance":"1986-09-03","agent":"non","activite":"inactif","revenus":"aucun"}],
           "enfants":[{"prenom":"Noé","naissance":"2018-04-20","garde":"pleine","handicap":"non","garde_payee":"non"},
                      {"prenom":"Lina","naissance":"2022-04-20","garde":"pleine","handicap":"non","garde_payee":"non"}]"#,
    ),
    (
        "arrivee_quatrieme_enfant_avec_complement_familial",
        r#""foyer":{"couple":"marie","a_des_enfants":"oui","departement":"66"},
           "adultes":[{"naissance":"1988-04-12","activite":"salarie","revenus":"salaire","salaire_annuel":"2024=24000"},
                      {"naissance":"1986-09-03","activite":"inactif","revenus":"aucun"}],
           "enfants":[{"naissance":"2014-04-20","handicap":"non"},{"naissance":"2017-04-20","handicap":"non"},{"naissance":"2020-04-20","handicap":"non"}]"#,
    ),
    (
        "arrivee_mere_seule_de_deux_enfants",
        r#""foyer":{"couple":"seul","a_des_enfants":"oui","departement":"66","dispense_activite":"non"},
           "adultes":[{"naissance":"1990-04-12","activite":"salarie","revenus":"salaire","salaire_annuel":"2024=18000"}],
           "enfants":[{"naissance":"2019-04-20","handicap":"non","autre_parent":"absent","garde":"pleine","garde_payee":"non"},
                      {"naissance":"2022-04-20","handicap":"non","autre_parent":"absent","garde":"pleine","garde_payee":"non"}]"#,
    ),
];

#[test]
fn une_arrivee() {
    for (nom, foyer) in ARRIVEES {
        let (situation, _) = depuis_json(&format!(r#"{{"format":"juste-droit","version":1,{foyer}}}"#)).expect(nom);
        let mois = MoisCivil::le(2026, 11);
        let arrivee = arrivee(&situation, mois, &[], &aides::simule(&situation, mois));
        let mut texte = format!("# Pendant la grossesse\n{}", ecris_ecarts(&arrivee.grossesse));
        texte += &format!("\n# Né en {}\n{}", arrivee.naissance, ecris_ecarts(&arrivee.ensuite));
        arrivee.reserves.iter().for_each(|reserve| texte += &format!("attention : {reserve}\n"));
        insta::assert_snapshot!(nom, texte.replace(['\u{a0}', '\u{202f}'], " "));
    }
}

fn ecris_ecarts(ecarts: &Ecarts) -> String {
    let mut texte = format!("{}\n", ecarts.sommes.join(" ; "));
    for ligne in &ecarts.lignes {
        let pour = ligne.pour.as_ref().map(|pour| format!(" · {pour}")).unwrap_or_default();
        let ou_rien = |montant: &Option<String>| montant.clone().unwrap_or_else(|| "-".to_owned());
        let difference = ligne.difference.as_ref().map(|difference| format!(" ({difference})")).unwrap_or_default();
        texte += &format!(
            "\n## {}{pour} : {}\n{} → {}{difference}\n",
            ligne.aide.nom,
            ligne.sens.libelle(),
            ou_rien(&ligne.avant),
            ou_rien(&ligne.apres)
        );
        ligne.phrases.iter().for_each(|phrase| texte += &format!("attention : {phrase}\n"));
    }
    for attente in &ecarts.attentes {
        texte += "\n## À compléter\n";
        attente.questions.iter().for_each(|(libelle, adresse)| {
            texte += &format!("il manque : {libelle}{}\n", adresse.as_ref().map(|_| " (lien)").unwrap_or_default())
        });
        attente.aides.iter().for_each(|(aide, avant)| {
            texte += &format!("pour : {}{}\n", aide.nom, avant.as_ref().map(|a| format!(" ; aujourd’hui {a}")).unwrap_or_default())
        });
    }
    if !ecarts.inconnus.is_empty() {
        texte += &format!("\nencore inconnu : {}\n", ecarts.inconnus.join(", "));
    }
    texte
}

fn ecris_carte(carte: &Carte, texte: &mut String) {
    let pour = carte.pour.as_ref().map(|pour| format!(" · {pour}")).unwrap_or_default();
    *texte += &format!("\n## {}{pour}{}\n", carte.aide.nom, carte.montant.as_ref().map(|m| format!(" : {m}")).unwrap_or_default());
    carte.manques.iter().for_each(|(libelle, _)| *texte += &format!("il manque : {libelle}\n"));
    carte.motifs.iter().for_each(|(motif, des)| {
        *texte += &format!("il faudrait : {motif}{}\n", des.as_ref().map(|d| format!(", à partir du {d}")).unwrap_or_default())
    });
    carte.limite.iter().for_each(|limite| *texte += &format!("{limite}\n"));
    carte.reserves.iter().for_each(|reserve| *texte += &format!("attention : {reserve}\n"));
    for (titre, blocs) in &carte.volets {
        titre.iter().for_each(|titre| *texte += &format!("{titre}\n"));
        ecris_blocs(blocs, 1, texte);
    }
}

fn ecris_blocs(blocs: &[Bloc], retrait: usize, texte: &mut String) {
    let marge = "  ".repeat(retrait);
    for bloc in blocs {
        match bloc {
            Bloc::Ligne(ligne) => ecris_ligne(ligne, retrait, texte),
            Bloc::Variantes { variantes, difference } => {
                for variante in variantes {
                    let retenue = if variante.retenue { " (versé)" } else { "" };
                    *texte += &format!("{marge}| {}{retenue} : {}\n", variante.titre, variante.valeur.as_deref().unwrap_or("-"));
                    ecris_blocs(&variante.blocs, retrait + 1, texte);
                }
                difference.iter().for_each(|difference| *texte += &format!("{marge}| différence : {difference}\n"));
            }
        }
    }
}

fn ecris_ligne(ligne: &Ligne, retrait: usize, texte: &mut String) {
    let renvoi = match &ligne.renvoi {
        None => String::new(),
        Some(Renvoi::Reponse { .. }) => " (votre réponse)".to_owned(),
        Some(Renvoi::Texte { avant, nom, note, .. }) => {
            format!(
                " ({}{nom}{})",
                avant.as_ref().map(|a| format!("{a}, ")).unwrap_or_default(),
                note.map(|n| format!(" : {n}")).unwrap_or_default()
            )
        }
    };
    let signe = if ligne.signe.glyphe().is_empty() { "·" } else { ligne.signe.glyphe() };
    let valeur = ligne.valeur.as_ref().map(|valeur| format!(" = {valeur}")).unwrap_or_default();
    *texte += &format!("{}{signe} {}{valeur}{renvoi}\n", "  ".repeat(retrait), ligne.quoi);
    ecris_blocs(&ligne.details, retrait + 1, texte);
}
