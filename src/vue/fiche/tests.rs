use super::*;
use crate::{
    aides,
    situation::depuis_json,
    vue::{
        calendrier::calendrier,
        etat::{Action, Etat, applique},
        formulaire::sections,
        resultats::resultats,
        travail::travail,
    },
};

const MOIS: MoisCivil = MoisCivil::le(2026, 11);

fn fiche_de(foyer: &str, adultes: &str, enfants: &str) -> Fiche {
    let texte = format!(
        r#"{{"format":"juste-droit","version":1,"mois":"2026-11","foyer":{{"departement":"66",{foyer}}},"adultes":[{adultes}],"enfants":[{enfants}]}}"#
    );
    let etat = applique(Etat::nouveau(MOIS), Action::Charge(depuis_json(&texte)));
    let situation = &etat.situation;
    let droits = aides::simule(situation, MOIS);
    let travail = travail(situation, MOIS, 0).ok();
    fiche(&Sources {
        situation,
        mois: MOIS,
        sections: &sections(&etat, &droits),
        resultats: &resultats(situation, MOIS, &droits),
        calendrier: calendrier(situation, MOIS).as_ref(),
        travail: travail.as_ref().map(|travail| (0, travail)),
    })
}
fn famille(enfants: &[&str]) -> Fiche {
    let adultes = r#"{"naissance":"1990-05-12","taux":"aucun","activite":"salarie","revenus":"salaire","salaire_annuel":"2024=18000","agent":"non"},
        {"naissance":"1991-09-03","taux":"aucun","activite":"salarie","revenus":"salaire","salaire_annuel":"2024=15000","agent":"non"}"#;
    fiche_de(r#""couple":"marie","a_des_enfants":"oui","projet_vacances":"non""#, adultes, &enfants.join(","))
}
const NOE: &str = r#"{"prenom":"Noé","naissance":"2014-04-20","handicap":"non"}"#;
const ALI: &str = r#"{"prenom":"Ali","naissance":"2026-10-05","handicap":"non","garde_payee":"oui","mode_garde":"assistante","garde_heures":"125","garde_cout":"606.25"}"#;

fn ligne<'a>(fiche: &'a Fiche, titre: &str, nom: &str) -> &'a Ligne {
    let lignes = fiche.parties.iter().filter(|partie| partie.titre.starts_with(titre)).flat_map(|partie| &partie.lignes);
    lignes.into_iter().find(|ligne| ligne.nom.starts_with(nom)).unwrap_or_else(|| panic!("{nom}\u{a0}: {fiche:#?}"))
}

#[test]
fn un_droit_dit_jusqu_a_quand_et_ce_qu_il_faut_faire() {
    let fiche = famille(&[NOE, ALI]);
    let droit = ligne(&fiche, "Vous y avez droit", "Allocations familiales");
    assert_eq!(droit.montant, "152,25\u{a0}€ par mois");
    assert_eq!(droit.textes.first().map(String::as_str), Some("Ce montant jusqu’en mars\u{a0}2034."));
    let demarche = ligne(&fiche, "Que faire", "Allocations familiales");
    assert!(demarche.textes.iter().any(|texte| texte.contains("caf.fr")), "{demarche:?}");
    let avenir = ligne(&fiche, "Ce qui change ensuite", "Chaque mois d’août");
    assert!(!avenir.montant.is_empty());
}

#[test]
fn un_refus_dit_de_quand_il_changerait() {
    let fiche = famille(&[r#"{"prenom":"Noé","naissance":"2021-12-20","handicap":"non"}"#]);
    let refus = fiche.parties.iter().filter(|partie| partie.titre == "Pas maintenant").flat_map(|partie| &partie.lignes);
    let dates: Vec<_> =
        refus.filter(|ligne| ligne.montant.starts_with("à partir du") || ligne.textes.concat().contains("(à partir du")).collect();
    assert!(!dates.is_empty(), "{fiche:?}");
}

#[test]
fn les_droits_qui_attendent_la_meme_reponse_sont_une_ligne_apres_les_demarches() {
    let fiche = famille(&[NOE, ALI]);
    let attente = ligne(&fiche, "À compléter", "Allocation journalière de présence parentale");
    assert!(attente.nom.contains("proche aidant"), "{attente:?}");
    let rang = |titre: &str| fiche.parties.iter().position(|partie| partie.titre == titre);
    assert!(rang("Que faire").is_some() && rang("Que faire") < rang("À compléter"), "{fiche:?}");
}

#[test]
fn la_situation_ne_repete_pas_les_non() {
    let fiche = famille(&[NOE, ALI]);
    let foyer = ligne(&fiche, "Votre situation", "Le foyer");
    assert_eq!(foyer.textes.iter().filter(|texte| texte.starts_with("Non\u{a0}: ")).count(), 1, "{foyer:?}");
    assert!(!ligne(&fiche, "Votre situation", "Noé").textes.concat().contains("Prénom"));
}

#[test]
fn une_grande_famille_tient_et_la_fiche_dit_ce_qui_manque() {
    let enfants: Vec<String> = (0..9)
        .map(|rang| ALI.replace("Ali", &format!("Ali{rang}")).replace("2026-10-05", &format!("{}-03-0{}", 2026 - 3 * rang / 2, rang + 1)))
        .collect();
    let enfants: Vec<&str> = enfants.iter().map(String::as_str).collect();
    let fiche = famille(&enfants);
    assert!(fiche.tient_sur_deux_pages(), "{}", fiche.hauteur());
    assert!(fiche.parties.iter().any(|partie| partie.coupee));
    assert!(!fiche.dessin);
    // What is due is the last thing to go.
    assert!(!ligne(&fiche, "Vous y avez droit", "Allocations familiales").montant.is_empty());
}
