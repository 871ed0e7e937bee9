//! The pieces drawn without a browser: what a screen reader, a keyboard or a printer needs is in the HTML.

use juste_droit::{
    aides,
    grandeurs::MoisCivil,
    situation::depuis_json,
    ui::{
        balise::Balise,
        calendrier::{PLI_TABLEAU, le_calendrier},
        carte, champ,
        contexte::Contexte,
        scenarios::comparer,
        travail::{Regard, ce_que_le_travail_change},
    },
    vue::{
        calendrier::calendrier,
        ecarts::{Cote, Ecart, Sens},
        etat::{Action, Etat, applique},
        formulaire::{Entree, sections},
        profil::Profil,
        resultats::{Carte, resultats},
        saisie::Cle,
        scenarios::{Geste, Modele, compare},
        travail::travail,
    },
};
use yew::{Callback, Html, Properties, ServerRenderer, component};

const MOIS: MoisCivil = MoisCivil::le(2026, 11);

#[derive(Properties, PartialEq)]
struct Piece {
    html: Html,
}

#[component]
fn Seule(piece: &Piece) -> Html {
    piece.html.clone()
}

/// A piece as the page draws it, without a browser.
async fn dessine(piece: impl FnOnce(&Contexte) -> Balise + Send + 'static) -> String {
    let piece = move || Piece { html: piece(&Contexte::nouveau(Callback::noop())).html() };
    ServerRenderer::<Seule>::with_props(piece).hydratable(false).render().await
}

async fn question(etat: &Etat, cle: &str) -> String {
    let sections = sections(etat, &aides::simule(&etat.situation, etat.mois));
    let entree: Entree = sections.iter().flat_map(|s| s.entrees()).find(|e| e.champ.cle.question == cle).expect(cle).clone();
    dessine(move |contexte| champ::question(&entree, contexte)).await
}

async fn carte(json: &str, id: &str) -> (Carte, String) {
    let (situation, _) = depuis_json(json).expect("une situation");
    let resultats = resultats(&situation, MOIS, &aides::simule(&situation, MOIS));
    let carte = resultats.groupes.into_iter().flat_map(|(_, cartes)| cartes).find(|carte| carte.aide.id == id).expect(id);
    let a_dessiner = carte.clone();
    (carte, dessine(move |contexte| carte::carte(&a_dessiner, contexte)).await)
}

fn conseil() -> Etat {
    applique(Etat::nouveau(MOIS), Action::Choisit(Profil::Conseil, Profil::Conseil.vue()))
}

#[tokio::test]
async fn un_choix_est_un_groupe_nomme_avec_je_ne_sais_pas() {
    let html = question(&conseil(), "taux").await;
    assert!(html.starts_with("<fieldset"), "{html}");
    for attendu in ["<legend>Taux d’incapacité reconnu</legend>", "aria-describedby=\"adulte-1-taux-aide\"", "Je ne sais pas"] {
        assert!(html.contains(attendu), "{attendu} : {html}");
    }
}

#[tokio::test]
async fn une_erreur_est_liee_a_son_champ() {
    let cle = Cle::de(juste_droit::situation::Lieu::Foyer, "quotient");
    let etat = [Action::Saisit(cle, "beaucoup".into()), Action::Quitte(cle)].into_iter().fold(conseil(), applique);
    let html = question(&etat, "quotient").await;
    for attendu in ["aria-invalid=\"true\"", "foyer-quotient-erreur\"", "value=\"beaucoup\"", "inputmode=\"decimal\""] {
        assert!(html.contains(attendu), "{attendu} : {html}");
    }
}

#[tokio::test]
async fn un_montant_douteux_est_une_question_liee_au_champ_avec_deux_reponses() {
    let situation =
        r#"{"format":"juste-droit","version":1,"foyer":{"couple":"seul"},"adultes":[{"revenus":"salaire","salaire_annuel":"2024=1250"}]}"#;
    let (situation, _) = depuis_json(situation).expect("une situation");
    let html = question(&applique(conseil(), Action::Charge(Ok((situation, None)))), "salaire_annuel").await;
    let html = html.replace(['\u{a0}', '\u{202f}'], " ");
    for attendu in [
        "aria-describedby=\"adulte-1-salaire_annuel-aide adulte-1-salaire_annuel-jumeau adulte-1-salaire_annuel-doute\"",
        "id=\"adulte-1-salaire_annuel-jumeau\" class=\"jumeau\">soit 104 € par mois</p>",
        "id=\"adulte-1-salaire_annuel-doute\" role=\"status\"",
        "1 250 € pour toute l’année ? C’est 104 € par mois.</p>",
        ">C’est bien pour l’année</button>",
        ">C’était par mois : mettre 15 000 €</button>",
    ] {
        assert!(html.contains(attendu), "{attendu} : {html}");
    }
    // Not a fault: nothing says that the field is invalid.
    assert!(!html.contains("aria-invalid") && !html.contains("en-erreur"), "{html}");
}

#[tokio::test]
async fn une_date_a_trois_boites_nommees() {
    let html = question(&conseil(), "naissance").await;
    for boite in ["jour", "mois", "annee"] {
        assert!(html.contains(&format!("<label for=\"adulte-1-naissance-{boite}\"")), "{html}");
    }
}

#[tokio::test]
async fn une_carte_a_completer_mene_aux_questions() {
    let (carte, html) = carte(r#"{"format":"juste-droit","version":1}"#, "mva").await;
    assert!(!carte.manques.is_empty());
    for (_, adresse) in &carte.manques {
        assert!(html.contains(&format!("href=\"{adresse}\"")), "{adresse} : {html}");
    }
}

#[tokio::test]
async fn un_refus_dit_tous_ses_motifs() {
    let json = r#"{"format":"juste-droit","version":1,"foyer":{"couple":"seul","aide_logement":"non","logement":"etablissement"},"adultes":[{"taux":"aucun","naissance":"1988-04-12"}]}"#;
    let (carte, html) = carte(json, "mva").await;
    assert!(1 < carte.motifs.len(), "{:?}", carte.motifs);
    assert!(carte.motifs.iter().all(|(motif, _)| html.contains(motif.as_str())), "{html}");
}

#[tokio::test]
async fn une_carte_ouverte_dit_que_faire_et_ce_qui_n_est_pas_compte() {
    let (carte, _) = carte(r#"{"format":"juste-droit","version":1}"#, "mva").await;
    let demarche = carte.demarche.expect("la démarche");
    let html = dessine(move |_| {
        let mut contexte = Contexte::nouveau(Callback::noop());
        for pli in ["suite", "demarche", "textes"] {
            contexte.plie(format!("{}-{pli}", carte.id()), true);
        }
        carte::carte(&carte, &contexte)
    })
    .await;
    let lignes = [demarche.decide(), demarche.ou(), demarche.delais()].into_iter().chain(demarche.pieces()).chain(demarche.limites());
    for ligne in lignes.chain(demarche.contacts().flat_map(|contact| [contact.nom, contact.lien])) {
        assert!(!ligne.is_empty() && html.contains(ligne), "{ligne} : {html}");
    }
}

#[tokio::test]
async fn les_situations_se_comparent_montant_par_montant_et_ce_qui_manque_mene_aux_questions() {
    let json = r#"{"format":"juste-droit","version":1,"foyer":{"couple":"marie","a_des_enfants":"oui","departement":"66"},
        "adultes":[{"revenus":"salaire","activite":"salarie","salaire_annuel":"2024=24000"},{"revenus":"aucun"}],
        "enfants":[{"naissance":"2015-04-20"},{"naissance":"2018-04-20"}]}"#;
    let etat = applique(Etat::nouveau(MOIS), Action::Charge(depuis_json(json)));
    let gestes = [Geste::Ouvre(true), Geste::Ajoute(Modele::UnEnfant), Geste::Ajoute(Modele::AutreCaf)];
    let etat = gestes.into_iter().fold(etat, |etat, geste| applique(etat, Action::Compare(geste)));
    let droits = aides::simule(&etat.situation, MOIS);
    let comparaison = compare(Cote { situation: &etat.situation, droits: &droits }, MOIS, &[], &etat.scenarios.choisis);
    let parties = comparaison.colonnes[0].change.as_ref().expect("un enfant de plus").iter();
    let mut lignes = parties.flat_map(|partie| &partie.ecarts.lignes);
    let change = lignes.find(|ligne| ligne.sens == Sens::Change).expect("les allocations familiales").clone();
    let html = dessine(move |contexte| comparer(true, Some(&comparaison), contexte)).await;
    let Ecart { avant: Some(avant), apres: Some(apres), difference: Some(difference), .. } = change else { panic!("{change:?}") };
    for attendu in [
        &avant,
        &apres,
        &difference,
        "<details open",
        "href=\"#/etape/",
        "<th scope=\"row\"",
        "id=\"scenario-2-departement\"",
        "Complétez ci-dessus",
    ] {
        assert!(html.contains(attendu), "{attendu} : {html}");
    }
    // Closed, nothing is computed nor printed.
    let ferme = dessine(|contexte| comparer(false, None, contexte)).await;
    assert!(ferme.contains("Comparer des situations") && !ferme.contains("Chaque situation"), "{ferme}");
}

#[tokio::test]
async fn le_calendrier_est_un_dessin_et_un_tableau() {
    let fichier = r#"{"format":"juste-droit","version":1,"foyer":{"couple":"marie","a_des_enfants":"oui","departement":"66"},
        "adultes":[{"revenus":"aucun"},{"revenus":"aucun"}],"enfants":[{"prenom":"Noé","naissance":"2014-04-20"},{"naissance":"2021-09-03"}]}"#;
    let (situation, _) = depuis_json(fichier).expect("une situation");
    let mois_par_mois = calendrier(&situation, MOIS).expect("un calendrier");
    let html = dessine(move |contexte| {
        let mut contexte = Contexte::nouveau(contexte.emetteur.clone());
        contexte.plie(PLI_TABLEAU.to_owned(), true);
        le_calendrier(&mois_par_mois, false, &contexte)
    });
    let html = html.await.replace(['\u{a0}', '\u{202f}'], " ");
    for attendu in [
        "<svg",
        "role=\"img\"",
        "aria-busy=\"false\"",
        "tabindex=\"0\"",
        "<th scope=\"col\">Période</th>",
        "152,25 €",
        "Fin : Noé a 20 ans",
    ] {
        assert!(html.contains(attendu), "{attendu} : {html}");
    }
}

#[tokio::test]
async fn ce_que_le_travail_change_se_lit_sans_couleur_et_sans_dessin() {
    let fichier = r#"{"format":"juste-droit","version":1,"foyer":{"couple":"seul","a_des_enfants":"non","departement":"66","sejour_regulier":"oui",
        "logement":"gratuit"},"adultes":[{"naissance":"1990-05-10","taux":"aucun","activite":"salarie","revenus":"salaire","net_social":"1100"}]}"#;
    let (situation, _) = depuis_json(fichier).expect("une situation");
    let html = dessine(move |contexte| {
        let mut contexte = Contexte::nouveau(contexte.emetteur.clone());
        contexte.plie("travail-0-tableau".to_owned(), true);
        let travail = travail(&situation, MOIS, 0);
        let regard = Regard { situation: &situation, adultes: &[0], adulte: 0, travail: &travail, attend: false };
        ce_que_le_travail_change(regard, &contexte)
    });
    let html = html.await.replace(['\u{a0}', '\u{202f}'], " ");
    for attendu in [
        "role=\"img\"",
        "<pattern id=\"motif-0\"",
        "fill=\"url(#motif-1)\"",
        ">Vous</text>",
        "<dt>Vous, avec un salaire de</dt><dd>1 100 €</dd>",
        "type=\"range\"",
        "aria-valuetext=\"1 100 €",
        "RSA s’arrête",
        "<th scope=\"col\" class=\"nombre\">Prime d’activité</th>",
    ] {
        assert!(html.contains(attendu), "{attendu} : {html}");
    }
    // Without the answers it asks them, and draws nothing.
    let html = dessine(|contexte| {
        let situation = juste_droit::situation::Situation::default();
        let travail = travail(&situation, MOIS, 0);
        ce_que_le_travail_change(Regard { situation: &situation, adultes: &[0], adulte: 0, travail: &travail, attend: true }, contexte)
    });
    let html = html.await;
    assert!(html.contains("Que faites-vous en ce moment") && html.contains("aria-busy=\"true\"") && !html.contains("<svg"), "{html}");
}
