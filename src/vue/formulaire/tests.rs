//! Which questions are asked, seen by each profile.

use super::*;
use crate::{
    aides,
    vue::{
        etat::{Action, applique},
        raccourcis::dans_une_autre,
        resultats::{Rang, resultats},
    },
};

fn commence(profil: Profil) -> Etat {
    applique(Etat::nouveau(MoisCivil::le(2026, 11)), Action::Choisit(profil, profil.vue()))
}
fn montre(etat: &Etat) -> Vec<Section> {
    sections(etat, &aides::simule(&etat.situation, etat.mois))
}
fn repond(etat: Etat, reponses: &[(Lieu, &'static str, &str)]) -> Etat {
    reponses.iter().fold(etat, |etat, (lieu, question, texte)| applique(etat, Action::Repond(Cle::de(*lieu, question), (*texte).into())))
}

/// What a person answers; elsewhere the last choice but « je ne sais pas », zero, or a date.
const REPONSES: [(&str, &str); 6] = [
    ("a_des_enfants", "oui"),
    ("affectation", "metropole"),
    ("couple", "marie"),
    ("naissance", "20/04/2018"),
    ("taux", "80"),
    ("revenus", "aucun"),
];
fn reponse(profil: Profil, entree: &Entree) -> String {
    let question = entree.champ.cle.question;
    let dite = REPONSES.iter().find(|(cle, _)| *cle == question).map(|(_, texte)| *texte);
    let texte = match &entree.controle {
        Controle::Radios(_) if question == "agent" && profil == Profil::Agent => "finances_actif",
        _ if question == "agent" => "non",
        Controle::Radios(options) | Controle::Liste(options) => options.last().unwrap().cle,
        Controle::Jour => "01/06/2015",
        _ => "0",
    };
    dite.unwrap_or(texte).to_owned()
}

/// Answers the questions in the order in which they are shown until a right has an answer.
fn reponses_avant_un_resultat(profil: Profil) -> usize {
    let mut etat = commence(profil);
    for nombre in 1..20 {
        let sections = montre(&etat);
        let mut posees = sections.iter().flat_map(Section::entrees);
        let entree = posees.find(|e| e.reponse.is_none() && e.controle != Controle::Texte).unwrap();
        etat = applique(etat, Action::Repond(entree.champ.cle, reponse(profil, entree)));
        let droits = aides::simule(&etat.situation, etat.mois);
        if resultats(&etat.situation, etat.mois, &droits).groupes.iter().any(|(rang, _)| *rang != Rang::ACompleter) {
            return nombre;
        }
    }
    usize::MAX
}

#[test]
fn un_premier_resultat_vient_apres_quatre_reponses_au_plus() {
    for profil in Profil::TOUS {
        let nombre = reponses_avant_un_resultat(profil);
        assert!(nombre <= 4, "{profil:?} : {nombre} réponses");
    }
}

#[test]
fn un_couple_avec_un_enfant_voit_dix_ecrans_au_plus() {
    for profil in Profil::TOUS {
        let etat = repond(
            commence(profil),
            &[(Lieu::Foyer, "couple", "marie"), (Lieu::Foyer, "a_des_enfants", "oui"), (Lieu::Foyer, "projet_vacances", "oui")],
        );
        let ecrans = montre(&etat).len() + [Ecran::Recapitulatif, Ecran::Droits].len();
        assert!(ecrans <= 10, "{profil:?} : {ecrans} écrans");
    }
}

#[test]
fn on_ne_demande_pas_au_parent_ce_qui_ne_sert_qu_aux_agents() {
    let etat = repond(commence(Profil::Parent), &[(Lieu::Foyer, "a_des_enfants", "oui"), (Lieu::Enfant(0), "naissance", "2018-04-20")]);
    let posee = |etat: &Etat, cle: &str| montre(etat).iter().any(|s| s.entrees().any(|e| e.champ.cle.question == cle));
    assert!(posee(&etat, "agent") && !posee(&etat, "affectation"));
    assert!(posee(&repond(etat, &[(Lieu::Adulte(0), "agent", "finances_actif")]), "affectation"));
}

#[test]
fn un_prenom_seul_ne_fait_pas_une_question() {
    let seul = montre(&commence(Profil::Conseil));
    assert!(seul.iter().all(|section| section.entrees().all(|e| e.champ.cle.question != "prenom")));
    let deux = montre(&repond(commence(Profil::Conseil), &[(Lieu::Foyer, "couple", "marie")]));
    assert!(deux.iter().all(|section| !section.groupes.is_empty()));
}

#[test]
fn un_champ_illisible_reste_montre_avec_son_erreur() {
    let cle = Cle::de(Lieu::Enfant(0), "naissance");
    let etat = repond(commence(Profil::Parent), &[(Lieu::Foyer, "a_des_enfants", "oui")]);
    let etat = [Action::Saisit(cle, "31/02/2020".into()), Action::Quitte(cle)].into_iter().fold(etat, applique);
    let sections = montre(&etat);
    let entree = sections.iter().flat_map(|s| s.entrees()).find(|e| e.champ.cle == cle).unwrap();
    assert_eq!(entree.champ.texte, "31/02/2020");
    assert!(entree.champ.erreur.as_ref().is_some_and(|e| e.contains("31/02/2020") && e.contains("20/04/2024")));
    assert_eq!(fautes(&etat, &sections), [(entree.libelle.clone(), "#/etape/enfants/enfant-1-naissance".to_owned())]);
}

/// A death is never suggested: no question on the screen, none that waits, no right; only a closed fold, and what it changes once
/// it was said.
#[test]
fn un_deces_n_est_jamais_demande() {
    let parle_de = |etat: &Etat| aides::simule(&etat.situation, etat.mois).iter().any(|droit| droit.aide.id == "allocation_deces_enfant");
    let posee = |etat: &Etat| montre(etat).iter().any(|s| s.entrees().any(|e| e.champ.cle.question == "deces"));
    let etat = repond(commence(Profil::Parent), &[(Lieu::Foyer, "a_des_enfants", "oui"), (Lieu::Enfant(0), "naissance", "2018-04-20")]);
    assert!(!posee(&etat) && !parle_de(&etat));
    let sections = montre(&etat);
    let de_l_enfant = sections.iter().flat_map(|s| &s.groupes).filter(|g| g.lieu == Lieu::Enfant(0));
    assert_eq!(de_l_enfant.flat_map(|g| &g.a_dire).map(|e| e.champ.cle.question).collect::<Vec<_>>(), ["deces"]);
    let dit = repond(etat, &[(Lieu::Enfant(0), "deces", "2026-10-01")]);
    assert!(!posee(&dit) && parle_de(&dit));
    // And no other card speaks of that child.
    let droits = aides::simule(&dit.situation, dit.mois);
    let siens: Vec<_> = droits.iter().filter(|d| d.beneficiaire.lieu() == Lieu::Enfant(0)).map(|d| d.aide.id).collect();
    assert_eq!(siens, ["allocation_deces_enfant"]);
}

/// What a family answers that has nothing particular to say; the couple has a child of four and one of eight.
const ORDINAIRES: [(&str, &str); 31] = [
    ("couple", "marie"),
    ("a_des_enfants", "oui"),
    ("garde", "pleine"),
    ("handicap", "non"),
    ("garde_payee", "non"),
    ("conge_parental", "non"),
    ("conge_naissance", "non"),
    ("agent", "non"),
    ("taux", "aucun"),
    ("activite", "salarie"),
    ("revenus", "salaire"),
    ("salaire_annuel", "24000"),
    ("net_social", "1900"),
    ("sejour_regulier", "oui"),
    ("departement", "66"),
    ("logement", "proprietaire"),
    ("pret", "non"),
    ("location", "vide"),
    ("partage", "non"),
    ("zone", "2"),
    ("loyer", "600"),
    ("salaire", "2000"),
    ("rsa_percu", "non"),
    ("aide_logement", "non"),
    ("projet_vacances", "non"),
    ("presence", "non"),
    ("adoption", "non"),
    ("complement_ressources", "non"),
    ("parts", "3"),
    ("autre_parent", "absent"),
    ("pension", "0"),
];

/// How many questions and screens a family goes through, from the first to the results. What stands in a fold is not a question.
fn parcours(premieres: &[(Lieu, &'static str, &str)], naissances: &[&str]) -> (Vec<String>, usize) {
    let mut etat = repond(commence(Profil::Parent), &[(Lieu::Foyer, "a_des_enfants", "oui")]);
    for _ in 1..naissances.len() {
        etat = applique(etat, Action::AjouteEnfant);
    }
    let naissances: Vec<_> = naissances.iter().enumerate().map(|(i, jour)| (Lieu::Enfant(i), "naissance", *jour)).collect();
    etat = repond(etat, &naissances);
    etat = repond(etat, premieres);
    let mut dites = vec!["foyer-a_des_enfants".to_owned()];
    dites.extend(naissances.iter().map(|(lieu, question, _)| Cle::de(*lieu, question).id()));
    dites.extend(premieres.iter().map(|(lieu, question, _)| Cle::de(*lieu, question).id()));
    let mut ecrans = 0;
    loop {
        let sections = montre(&etat);
        ecrans = ecrans.max(sections.len() + [Ecran::Recapitulatif, Ecran::Droits].len());
        let suivante = sections.iter().flat_map(Section::entrees).find(|e| e.reponse.is_none() && e.champ.cle.question != "prenom");
        let Some(entree) = suivante else { return (dites, ecrans) };
        let question = entree.champ.cle.question;
        let texte = ORDINAIRES.iter().find(|(cle, _)| *cle == question).map(|(_, texte)| *texte);
        let texte = texte.unwrap_or(if matches!(entree.controle, Controle::Jour) { "01/06/1990" } else { "0" });
        assert!(!dites.contains(&entree.champ.id), "{} est redemandée après {texte}", entree.champ.id);
        dites.push(entree.champ.id.clone());
        etat = applique(etat, Action::Repond(entree.champ.cle, texte.into()));
    }
}

/// As many as they were before the family benefits, or fewer: 29 for the couple with two children; a tenant says the rent too, and
/// what each one earns. What each earns, net, passes over the RSA;
/// at these wages the prime d’activité is not ruled out, and needs the home too.
#[test]
fn les_familles_ont_peu_de_questions_et_d_ecrans() {
    let seule = [(Lieu::Foyer, "couple", "seul")];
    let locataires = [(Lieu::Foyer, "logement", "locataire")];
    for (nom, premieres, naissances, questions, ecrans) in [
        ("couple, un enfant de quatre ans et un de huit", &[][..], &["2022-05-20", "2018-04-20"][..], 27, 10),
        ("le même couple, locataire", &locataires, &["2022-05-20", "2018-04-20"], 37, 10),
        ("couple qui attend un premier enfant", &[], &["2027-02-10"], 23, 10),
        ("couple, un enfant de cinq ans et un d’un mois", &[], &["2021-06-20", "2026-10-05"], 31, 12),
        ("mère seule de trois enfants", &seule, &["2013-06-20", "2017-03-05", "2022-09-01"], 29, 14),
    ] {
        let (dites, vus) = parcours(premieres, naissances);
        assert!(dites.len() <= questions && vus <= ecrans, "{nom} : {} questions, {vus} écrans : {dites:#?}", dites.len());
    }
}

/// What few families have to say waits in a fold; said, it stays there.
#[test]
fn ce_qui_est_rare_est_dans_un_pli() {
    let etat = repond(commence(Profil::Parent), &[(Lieu::Foyer, "a_des_enfants", "oui"), (Lieu::Enfant(0), "naissance", "2025-04-20")]);
    let plis = |etat: &Etat| -> Vec<_> {
        montre(etat).iter().flat_map(|s| &s.groupes).flat_map(|g| &g.a_dire).map(|e| e.champ.cle.question).collect()
    };
    assert_eq!(plis(&etat), ["adoption", "deces", "aide_logement", "presence"]);
    let dite = repond(etat.clone(), &[(Lieu::Adulte(0), "presence", "enfant")]);
    assert!(plis(&dite).contains(&"presence"));
    let posee = |etat: &Etat| montre(etat).iter().any(|s| s.entrees().any(|e| e.champ.cle.question == "presence_certificat"));
    assert!(posee(&dite) && !posee(&etat));
}

/// A card may lack an answer that the form does not ask yet: the link shows the field.
#[test]
fn un_lien_montre_son_champ() {
    let etat = commence(Profil::Parent);
    let la = |etat: &Etat| montre(etat).iter().any(|s| s.entrees().any(|e| e.champ.id == "adulte-1-rsdae"));
    assert!(!la(&etat));
    assert!(la(&applique(etat.clone(), Action::Vise(Ecran::Etape(Rubrique::Handicap), "adulte-1-rsdae".into()))));
    // In a fold too, which then opens.
    let ouvert = |etat: &Etat| montre(etat).iter().flat_map(|s| &s.groupes).any(|g| g.pli_ouvert);
    assert!(!ouvert(&etat));
    assert!(ouvert(&applique(etat, Action::Vise(Ecran::Etape(Rubrique::Travail), "adulte-1-presence".into()))));
}

#[test]
fn d_une_rubrique_a_la_premiere_question_qui_attend_dans_une_autre() {
    let vers = |etat: &Etat, ici: Rubrique| {
        let sections = montre(etat);
        dans_une_autre(&sections, ici).map(|(rubrique, entree)| (rubrique, entree.champ.id.clone()))
    };
    let etat = repond(commence(Profil::Conseil), &[(Lieu::Foyer, "a_des_enfants", "oui"), (Lieu::Foyer, "logement", "proprietaire")]);
    assert_eq!(vers(&etat, Rubrique::Foyer), Some((Rubrique::Enfants, "enfant-1-naissance".to_owned())));
    assert_eq!(vers(&etat, Rubrique::Enfants), Some((Rubrique::Logement, "foyer-pret".to_owned())));
    // After the last, what waits before it.
    assert_eq!(vers(&etat, Rubrique::Vacances), Some((Rubrique::Foyer, "foyer-couple".to_owned())));
    let sections: Vec<Section> = montre(&etat).into_iter().filter(|section| section.rubrique == Rubrique::Foyer).collect();
    assert_eq!(dans_une_autre(&sections, Rubrique::Foyer), None);
}
