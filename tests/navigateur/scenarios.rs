//! What people do with the page, and what it must never do.

use crate::{
    banc::{Fait, Page},
    calendrier, comparaison, familles, fiche, foyers, manques, montants, partage, poste, saisie, travail,
};
use std::pin::Pin;

/// A sub-path, as on a host that the site shares with others.
pub const BASE: &str = "/droits/juste/";

type Scenario = for<'a> fn(&'a Page<'a>) -> Pin<Box<dyn Future<Output = Fait> + 'a>>;

pub const TOUS: &[(&str, Scenario)] = &[
    ("agent, au clavier : la fourchette du Chèque Famille", |p| Box::pin(agent(p))),
    ("parent, au clavier, pas à pas, sur un téléphone", |p| Box::pin(parent(p))),
    ("AAH, au clavier : le montant et son calcul", |p| Box::pin(aah(p))),
    ("conseiller, au clavier : la page unique", |p| Box::pin(conseil(p))),
    ("le lien d’une carte mène à une question que le formulaire ne pose pas encore", |p| Box::pin(familles::lien_vers_une_question(p))),
    ("parent, au clavier : des situations comparées avec la sienne, à 360 px", |p| Box::pin(comparaison::comparaison(p))),
    ("locataire : la zone de sa commune, trouvée par son nom", |p| Box::pin(familles::commune(p))),
    ("parent, au clavier : le calendrier, dessiné et en tableau", |p| Box::pin(calendrier::calendrier(p))),
    ("la fiche imprimée : deux pages, relues, et leur code", |p| Box::pin(fiche::fiche(p))),
    ("la fiche d’une grande famille dit que la suite est sur l’écran", |p| Box::pin(fiche::grande_famille(p))),
    ("sans la seconde partie du site, l’impression dit ce qui manque", |p| Box::pin(fiche::incomplete(p))),
    ("locataire, au clavier : ce que le travail change, dessiné et lu", |p| Box::pin(travail::travail(p))),
    ("axe ne trouve rien, en clair et en sombre, et rien ne déborde à 320 px", |p| Box::pin(accessible(p))),
    ("chaque pièce dans chaque état, erreurs comprises, selon axe et à 320 px", |p| Box::pin(pieces(p))),
    ("aucune requête hors du site, aucune réponse dans une adresse", |p| Box::pin(rien_ne_sort(p))),
    ("un rechargement oublie tout, sauf si la personne a demandé de garder", |p| Box::pin(garde(p))),
    ("un lien se calcule à l’ouverture, un lien abîmé ne change rien", |p| Box::pin(partage::liens(p))),
    ("un fichier s’ouvre, un fichier abîmé ne change rien", |p| Box::pin(partage::fichiers(p))),
    ("le lien est un code à scanner, sur l’écran", |p| Box::pin(partage::code(p))),
    ("un fichier protégé s’ouvre avec sa phrase secrète, et avec elle seule", |p| Box::pin(partage::coffre(p))),
    ("sans chiffrement dans le navigateur, un message et tout le reste", |p| Box::pin(partage::sans_chiffre(p))),
    ("un fichier de foyers : lu, calculé à part, arrêté, refusé", |p| Box::pin(foyers::foyers(p))),
    ("sans calcul à part dans le navigateur, un message", |p| Box::pin(foyers::sans_ouvrier(p))),
    ("un barème local s’ouvre, un mauvais est refusé avec sa ligne", |p| Box::pin(baremes(p))),
    ("le bouton Précédent revient à l’écran d’avant", |p| Box::pin(historique(p))),
    ("l’impression tient en quelques pages", |p| Box::pin(impression(p))),
    ("ce que l’accueil n’attend pas arrive après lui ; coupé, il se redemande", |p| Box::pin(manques::annexe(p))),
    ("le réseau coupé après un chargement, tout marche", |p| Box::pin(poste::hors_ligne(p))),
    ("une nouvelle version attend que la personne la veuille", |p| Box::pin(poste::mise_a_jour(p))),
    ("famille suivante : il ne reste rien, dix secondes pour annuler", |p| Box::pin(poste::famille_suivante(p))),
    ("conseiller : personne n’est là, la page prévient puis efface", |p| Box::pin(poste::veille(p))),
    ("horloge fausse, mémoire et impression refusées : un message et tout le reste", |p| Box::pin(poste::refus(p))),
    ("conseiller, au clavier : un couple et un enfant en 45 actions au plus", |p| Box::pin(saisie::couple(p))),
    ("une date se tape d’un trait, et la molette ne change pas un nombre", |p| Box::pin(saisie::dates(p))),
    ("les raccourcis : une liste, que « ? » ouvre hors des champs", |p| Box::pin(saisie::raccourcis(p))),
    ("un seul fichier s’ouvre sans serveur et calcule", |p| Box::pin(poste::fichier_unique(p))),
    ("sans WebAssembly, un message", |p| Box::pin(manques::sans_wasm(p))),
    ("un montant douteux pose une question, et un clic y répond", |p| Box::pin(montants::montant_douteux(p))),
];

/// A couple whose AAH is computed both ways, as a link holds it.
pub fn lien_couple() -> String {
    lien(
        r#"{"format":"juste-droit","version":1,"mois":"2026-11","foyer":{"couple":"marie","couple_depuis":"2015-06-01","a_des_enfants":"non"},
        "adultes":[{"naissance":"1990-05-12","taux":"80","revenus":"aucun","aah_avant_reforme":"oui","calcul_individuel":"non"},
        {"naissance":"1986-09-03","taux":"aucun","revenus":"salaire","salaire_annuel":"2024=24000"}]}"#,
    )
}

pub fn lien(fichier: &str) -> String {
    let (situation, mois) = juste_droit::situation::depuis_json(fichier).expect("un fichier juste");
    format!("#s={}", juste_droit::situation::vers_lien(&situation, mois.expect("un mois")))
}

/// A household of one adult with a disability, alone and without income, as a link holds it.
pub fn lien_aah() -> String {
    lien(FICHIER_AAH)
}
pub const FICHIER_AAH: &str = r#"{"format":"juste-droit","version":1,"mois":"2026-11","foyer":{"couple":"seul","a_des_enfants":"non","projet_vacances":"non","logement":"locataire","aide_logement":"oui"},
        "adultes":[{"naissance":"1990-05-12","taux":"80","activite":"inactif","revenus":"aucun","etablissement":"non","agent":"non","complement_ressources":"non"}]}"#;

async fn agent(page: &Page<'_>) -> Fait {
    page.va("").await?;
    page.active("Je suis agent").await?;
    page.choisit("adulte-1-agent", "finances_actif").await?;
    page.choisit("adulte-1-affectation", "metropole").await?;
    page.active("Vos enfants").await?;
    page.choisit("foyer-a_des_enfants", "oui").await?;
    page.date("enfant-1-naissance", "20/04/2018").await?;
    page.attend_texte("entre 200,00 € et 560,00 €").await?;
    page.photographie("agent").await?;
    sans_plainte(page)
}

async fn parent(page: &Page<'_>) -> Fait {
    page.largeur(360).await?;
    page.va("").await?;
    page.photographie("accueil-360").await?;
    page.active("Je suis parent").await?;
    page.choisit("foyer-a_des_enfants", "oui").await?;
    page.date("enfant-1-naissance", "20/04/2018").await?;
    page.photographie("parent-360").await?;
    sans_defilement(page).await?;
    // At most ten screens to the end, for any household of that size.
    for _ in 0..10 {
        if page.js("location.hash").await? == "#/droits" {
            break;
        }
        let ici = page.js("location.hash").await?;
        let suite = if ici == "#/recapitulatif" { "Voir mes droits" } else { "Continuer" };
        page.active(suite).await?;
        page.attend("l’écran suivant", &format!("location.hash !== {ici}")).await?;
        sans_defilement(page).await?;
    }
    page.attend_texte("Vos droits").await?;
    assert_eq!(page.js("location.hash").await?, "#/droits");
    page.photographie("droits-360").await?;
    sans_plainte(page)
}

async fn aah(page: &Page<'_>) -> Fait {
    page.va("").await?;
    page.active("Je suis concerné").await?;
    page.choisit("adulte-1-taux", "80").await?;
    page.active("Continuer").await?;
    page.attend_texte("Votre foyer").await?;
    page.va(&lien_aah()).await?;
    page.attend_texte("1 041,59 € par mois").await?;
    page.active("Pourquoi").await?;
    page.attend_texte("Un taux d’incapacité suffisant").await?;
    page.photographie("aah").await?;
    sans_plainte(page)
}

async fn conseil(page: &Page<'_>) -> Fait {
    page.va("").await?;
    page.active("Je conseille").await?;
    page.choisit("foyer-couple", "pacse").await?;
    page.date("adulte-1-naissance", "12/05/1990").await?;
    page.active("Vos enfants").await?;
    page.choisit("foyer-a_des_enfants", "oui").await?;
    page.date("enfant-1-naissance", "20/04/2018").await?;
    page.active("Vos projets").await?;
    page.choisit("foyer-projet_vacances", "oui").await?;
    page.choisit("sejour-1-nature", "famille").await?;
    page.active("Votre logement").await?;
    page.choisit("foyer-departement", "13").await?;
    page.attend("le département", "document.querySelector('#foyer-departement').value === '13'").await?;
    page.photographie("conseil").await?;
    sans_plainte(page)
}

async fn accessible(page: &Page<'_>) -> Fait {
    let ecrans =
        ["", "#/etape/foyer", "#/etape/revenus", "#/recapitulatif", "#/droits", "#/limites", "#/sources", "#/vie-privee", "#/baremes"];
    page.va(&lien_couple()).await?;
    page.attend_texte("1 041,59 € par mois").await?;
    for theme in ["light", "dark"] {
        page.theme(theme).await?;
        for ecran in ecrans {
            page.js(&format!("void (location.hash = '{}')", if ecran.is_empty() { "#/" } else { ecran })).await?;
            page.attend("l’écran", "!!document.querySelector('main h1')").await?;
            // Twice: what opens holds folds of its own, the table of the curve among them.
            for _ in 0..2 {
                page.js("document.querySelectorAll('details').forEach(d => d.open = true)").await?;
                page.promesse("new Promise(fait => setTimeout(fait, 100))").await?;
            }
            juste(page, &format!("{ecran} ({theme})")).await?;
        }
    }
    page.photographie("sombre").await
}

/// Every piece in every state, errors too, in the place of a screen.
async fn pieces(page: &Page<'_>) -> Fait {
    page.va("").await?;
    let pieces = serde_json::json!(crate::atelier::html().await);
    page.js(&format!("void (document.querySelector('main').innerHTML = {pieces})")).await?;
    page.attend("les pièces en erreur", "4 < document.querySelectorAll('.en-erreur').length").await?;
    for theme in ["light", "dark"] {
        page.theme(theme).await?;
        juste(page, &format!("l’atelier ({theme})")).await?;
    }
    page.photographie("atelier").await
}

/// A piece of the page, by its selector: what axe finds light and dark, the narrowest screen, a phone, an ordinary one, and a picture
/// of each.
pub async fn partout(page: &Page<'_>, nom: &str, piece: &str) -> Fait {
    for theme in ["dark", "light"] {
        page.theme(theme).await?;
        page.axe(&format!("{nom} ({theme})")).await?;
        for largeur in [320, 360, 1280] {
            page.largeur(largeur).await?;
            sans_defilement(page).await?;
            page.js(&format!("document.querySelector('{piece}').scrollIntoView()")).await?;
            page.photographie(&format!("{nom}-{theme}-{largeur}")).await?;
        }
    }
    Ok(())
}

/// What axe finds; then the narrowest screen, and 400 % of an ordinary one.
async fn juste(page: &Page<'_>, ecran: &str) -> Fait {
    page.axe(ecran).await?;
    page.largeur(320).await?;
    sans_defilement(page).await.map_err(|e| format!("{ecran}\u{a0}: {e}"))?;
    page.largeur(1280).await
}

async fn rien_ne_sort(page: &Page<'_>) -> Fait {
    aah(page).await?;
    let requetes = page.requetes()?;
    let a_nous = |url: &String| url.starts_with(&page.serveur.url());
    assert!(requetes.iter().all(a_nous), "{requetes:#?}");
    // What the server saw: files of the site, and nothing after their names.
    for chemin in page.serveur.asked() {
        let fichier = chemin.trim_start_matches(BASE);
        assert!(fichier.is_empty() || crate::banc::site().join(fichier).is_file(), "{chemin}");
    }
    assert_eq!(page.js("document.cookie").await?, "");
    assert_eq!(page.js("localStorage.length + sessionStorage.length").await?, 0);
    Ok(())
}

async fn garde(page: &Page<'_>) -> Fait {
    let aide_logement = "document.body.innerText.includes('1\u{202f}041,59')";
    page.va(&lien_aah()).await?;
    page.attend("l’AAH", aide_logement).await?;
    page.d.refresh().await?;
    page.attend("la page oublie", &format!("!!document.querySelector('main:not(.attente) h1') && !{aide_logement}")).await?;
    page.va(&lien_aah()).await?;
    page.active("Enregistrer, partager").await?;
    page.coche("Garder sur cet appareil").await?;
    page.attend("ce qui est gardé", "localStorage.length === 1").await?;
    page.d.refresh().await?;
    page.attend("la page se souvient", aide_logement).await?;
    page.active("Enregistrer, partager").await?;
    page.active("Tout effacer").await?;
    page.active("Oui, tout effacer").await?;
    page.attend("rien n’est gardé", "localStorage.length === 0").await?;
    page.d.refresh().await?;
    page.attend("rien ne revient", &format!("!!document.querySelector('main:not(.attente) h1') && !{aide_logement}")).await
}

async fn baremes(page: &Page<'_>) -> Fait {
    page.va("#/baremes").await?;
    page.attend_texte("Barèmes locaux").await?;
    let juste = juste_droit::moteur::local::ecris_bareme_local(&juste_droit::annexe::baremes_locaux().expect("l’annexe")[..1]);
    page.depose("mauvais.json", &juste.replace("\"aide\"", "\"aides\"")).await?;
    page.attend_texte("Ligne ").await?;
    page.depose("juste.json", &juste).await?;
    page.attend_texte("Pris en compte dans les droits").await?;
    page.photographie("bareme").await?;
    page.active("Retirer ces barèmes").await?;
    page.attend("le barème retiré", "!document.body.innerText.includes('Pris en compte')").await?;
    sans_plainte(page)
}

async fn historique(page: &Page<'_>) -> Fait {
    page.va("").await?;
    page.active("Je suis parent").await?;
    page.attend_texte("Vos enfants").await?;
    page.choisit("foyer-a_des_enfants", "non").await?;
    page.active("Continuer").await?;
    page.attend_texte("Étape 2").await?;
    page.d.back().await?;
    page.attend_texte("Étape 1").await?;
    page.attend("la réponse est là", "document.querySelector('input[name=foyer-a_des_enfants][value=non]').checked").await?;
    page.d.forward().await?;
    page.attend_texte("Étape 2").await
}

async fn impression(page: &Page<'_>) -> Fait {
    page.va(&lien_aah()).await?;
    page.attend_texte("1 041,59 € par mois").await?;
    let pdf = page.cdp("Page.printToPDF", serde_json::json!({})).await?;
    assert!(pdf["data"].as_str().is_some_and(|base64| 10_000 < base64.len()), "un PDF");
    page.cdp("Emulation.setEmulatedMedia", serde_json::json!({ "media": "print" })).await?;
    // What is printed: the amounts, and none of the buttons.
    page.attend_texte("1 041,59 € par mois").await?;
    let boutons = "[...document.querySelectorAll('button, input, select')].filter(e => e.checkVisibility()).length";
    assert_eq!(page.js(boutons).await?, 0, "des commandes à l’impression");
    page.photographie("impression").await
}

pub fn sans_plainte(page: &Page<'_>) -> Fait {
    let plaintes = page.plaintes()?;
    if plaintes.is_empty() { Ok(()) } else { Err(format!("la console se plaint : {plaintes:#?}").into()) }
}

pub async fn sans_defilement(page: &Page<'_>) -> Fait {
    let large = page.js("document.documentElement.scrollWidth - innerWidth").await?;
    if large.as_i64().is_some_and(|large| large <= 0) { Ok(()) } else { Err(format!("l’écran déborde de {large} px").into()) }
}
