//! What leaves the page with the person: a link, a file.

use crate::{
    banc::{Fait, Page},
    calendrier,
    code::lis,
    scenarios::{BASE, FICHIER_AAH, lien, lien_aah, lien_couple, sans_defilement, sans_plainte},
};
use serde_json::{Value, json};
use thirtyfour::prelude::Key;

/// The household of `lien_aah` in February 2024, in a link of version 1.
const LIEN_D_AVANT: &str = "#s=\
    eyJmb3JtYXQiOiJqdXN0ZS1kcm9pdCIsInZlcnNpb24iOjEsIm1vaXMiOiIyMDI0LTAyIiwiZm95ZXIiOnsiY291cGxlIjoic2V1bCIsImFfZGVzX2VuZmFu\
    dHMiOiJub24iLCJwcm9qZXRfdmFjYW5jZXMiOiJub24iLCJsb2dlbWVudCI6ImxvY2F0YWlyZSIsImFpZGVfbG9nZW1lbnQiOiJvdWkifSwiYWR1bHRlcyI6\
    W3sibmFpc3NhbmNlIjoiMTk5MC0wNS0xMiIsInRhdXgiOiI4MCIsImFjdGl2aXRlIjoiaW5hY3RpZiIsInJldmVudXMiOiJhdWN1biIsImV0YWJsaXNzZW1l\
    bnQiOiJub24iLCJhZ2VudCI6Im5vbiIsImNvbXBsZW1lbnRfcmVzc291cmNlcyI6Im5vbiJ9XX0";

pub async fn liens(page: &Page<'_>) -> Fait {
    page.va(&lien_aah()).await?;
    page.attend_texte("1 041,59 € par mois").await?;
    // The situation does not stay in the address bar of a shared computer.
    page.attend("une adresse sans réponse", "!location.hash.includes('s=')").await?;
    // A letter changed in the middle, an end cut off, a link of another site.
    let autre = lien_couple();
    let milieu = if autre.contains('K') { autre.replacen('K', "L", 1) } else { autre.replacen('L', "K", 1) };
    for abime in [milieu.as_str(), &autre[..autre.len() - 4], "#s=abime"] {
        page.js(&format!("void (location.hash = '{abime}')")).await?;
        page.attend_texte("Rien n’a changé").await?;
        page.attend_texte("1 041,59 € par mois").await?;
        page.active("Fermer").await?;
    }
    // One that is right takes the place of the answers, and can be taken back.
    page.js(&format!("void (location.hash = '{}')", lien(calendrier::FICHIER))).await?;
    page.attend_texte("Une autre situation est ouverte").await?;
    page.axe("une autre situation").await?;
    assert_eq!(page.js("document.body.innerText.includes('041,59')").await?, false);
    page.active("Annuler").await?;
    page.attend_texte("1 041,59 € par mois").await?;
    // What was kept on the device is not harmed either by a link that opens the page.
    page.active("Enregistrer, partager").await?;
    page.coche("Garder sur cet appareil").await?;
    page.attend("ce qui est gardé", "localStorage.length === 1").await?;
    page.va("#/droits").await?;
    page.js(&format!("void (location.hash = '{milieu}')")).await?;
    page.d.refresh().await?;
    page.attend_texte("1 041,59 € par mois").await?;
    // The form of links before: still read.
    page.va(LIEN_D_AVANT).await?;
    page.attend_texte("971,37 € par mois").await
}

pub async fn fichiers(page: &Page<'_>) -> Fait {
    page.va(&lien_aah()).await?;
    page.attend_texte("1 041,59 € par mois").await?;
    page.active("Enregistrer, partager").await?;
    for abime in ["{\"format\":\"juste-droit\",\"vers", &FICHIER_AAH.replace("1990-05-12", "1990-15-12")] {
        page.depose("abime.json", abime).await?;
        page.attend_texte("Rien n’a changé").await?;
        page.attend_texte("1 041,59 € par mois").await?;
        page.active("Fermer").await?;
    }
    page.depose("situation.json", &FICHIER_AAH.replace("2026-11", "2024-02")).await?;
    page.attend_texte("971,37 € par mois").await?;
    sans_plainte(page)
}

/// The code that stands at this place, read.
async fn code_lu(page: &Page<'_>, ou: &str) -> Fait<String> {
    let dessin = page.js(&format!("[...document.querySelectorAll('{ou} .code svg')].map(s => [s.viewBox.baseVal.width, s.querySelector('path').getAttribute('d')])[0]")).await?;
    let (cote, trace) = (dessin[0].as_u64().ok_or("un code")?, dessin[1].as_str().ok_or("un tracé")?);
    Ok(lis(usize::try_from(cote)?, trace))
}

pub async fn code(page: &Page<'_>) -> Fait {
    page.va(&lien_aah()).await?;
    page.attend_texte("1 041,59 € par mois").await?;
    page.active("Enregistrer, partager").await?;
    page.active("Code à scanner").await?;
    page.attend("le code", "!!document.querySelector('.outils .code svg')").await?;
    for theme in ["dark", "light"] {
        page.theme(theme).await?;
        page.axe(&format!("le code ({theme})")).await?;
    }
    page.largeur(360).await?;
    sans_defilement(page).await?;
    page.photographie("code-360").await?;
    page.largeur(1280).await?;
    page.photographie("code").await?;
    let lu = code_lu(page, ".outils").await?;
    assert!(
        lu.starts_with(&format!("http://127.0.0.1:{}{BASE}#s=", page.serveur.url().split([':', '/']).nth(4).unwrap_or_default())),
        "{lu}"
    );
    // Who scans it gets the household, elsewhere.
    page.va("").await?;
    page.d.refresh().await?;
    page.attend("la page oublie", "!document.body.innerText.includes('1\u{202f}041,59')").await?;
    page.d.goto(&lu).await?;
    page.attend_texte("1 041,59 € par mois").await?;
    sans_plainte(page)
}

pub async fn coffre(page: &Page<'_>) -> Fait {
    page.va(&lien_aah()).await?;
    page.attend_texte("1 041,59 € par mois").await?;
    // The file that the page offers, kept where the test reads it.
    page.js("void (URL.createObjectURL = objet => { objet.text().then(texte => globalThis.offert = texte); return 'data:,' })").await?;
    page.active("Enregistrer, partager").await?;
    page.active("Fichier protégé").await?;
    page.ecrit("phrase-secrete", "court").await?;
    page.touche(Key::Enter + "").await?;
    page.attend_texte("au moins huit lettres").await?;
    assert_eq!(page.js("document.activeElement.id").await?, "phrase-secrete");
    page.axe("une phrase à choisir").await?;
    page.ecrit("phrase-secrete", "été grenouille vélo").await?;
    assert_eq!(page.js("document.activeElement.type").await?, "password");
    page.coche("Montrer la phrase").await?;
    assert_eq!(page.js("document.getElementById('phrase-secrete').type").await?, "text");
    page.largeur(360).await?;
    sans_defilement(page).await?;
    page.photographie("coffre-360").await?;
    page.largeur(1280).await?;
    page.active("Enregistrer le fichier protégé").await?;
    page.attend_texte("Le fichier protégé est enregistré").await?;
    page.attend("le fichier", "!!globalThis.offert").await?;
    assert_eq!(page.js("document.getElementById('phrase-secrete').value").await?, "");
    page.photographie("coffre").await?;
    let offert = page.js("globalThis.offert").await?;
    let fichier = offert.as_str().ok_or("un texte")?;
    let enveloppe: Value = serde_json::from_str(fichier)?;
    assert_eq!((&enveloppe["format"], &enveloppe["tours"]), (&json!("juste-droit-chiffre"), &json!(600_000)));
    assert!(!fichier.contains("naissance") && !fichier.contains("1990"), "{fichier}");

    // Another household is at work: only the right passphrase replaces it.
    page.va(&lien_couple()).await?;
    page.attend("l’autre foyer", "document.body.innerText.includes('conjoint')").await?;
    if page.js("!document.querySelector('input[type=file]')").await? == true {
        page.active("Enregistrer, partager").await?;
    }
    let avant = page.js("document.querySelector('.resultats').innerText").await?;
    page.depose("protege.json", fichier).await?;
    page.attend("le champ de la phrase", "document.activeElement.id === 'phrase-du-fichier'").await?;
    page.axe("une phrase à donner").await?;
    page.largeur(360).await?;
    sans_defilement(page).await?;
    page.photographie("phrase-360").await?;
    page.largeur(1280).await?;
    page.photographie("phrase").await?;
    page.touche("été grenouille vela").await?;
    page.touche(Key::Enter + "").await?;
    page.attend_texte("ce n’est pas la bonne phrase secrète").await?;
    assert_eq!(page.js("document.querySelector('.resultats').innerText").await?, avant);
    page.attend("le champ de nouveau", "document.activeElement.id === 'phrase-du-fichier'").await?;
    page.touche("été grenouille vélo").await?;
    page.touche(Key::Enter + "").await?;
    page.attend("le foyer du fichier", "!document.getElementById('phrase-du-fichier')").await?;
    page.attend_texte("1 041,59 € par mois").await?;
    assert_ne!(page.js("document.querySelector('.resultats').innerText").await?, avant);
    // Given up, and damaged.
    page.depose("protege.json", fichier).await?;
    page.attend("le champ de la phrase", "!!document.getElementById('phrase-du-fichier')").await?;
    page.active("Ne pas l’ouvrir").await?;
    page.attend("plus de champ", "!document.getElementById('phrase-du-fichier')").await?;
    page.depose("protege.json", &fichier.replace("\"sel\":\"", "\"sel\":\"A")).await?;
    page.attend_texte("Rien n’a changé : ce fichier protégé est abîmé.").await?;
    assert_eq!(page.js("localStorage.length + sessionStorage.length").await?, 0);
    sans_plainte(page)
}

pub async fn sans_chiffre(page: &Page<'_>) -> Fait {
    page.avant_tout("Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })").await?;
    page.va(&lien_aah()).await?;
    page.attend_texte("1 041,59 € par mois").await?;
    page.active("Enregistrer, partager").await?;
    page.active("Fichier protégé").await?;
    page.attend_texte("il faut une adresse en https").await?;
    page.depose("situation.json", &FICHIER_AAH.replace("2026-11", "2024-02")).await?;
    page.attend_texte("971,37 € par mois").await?;
    sans_plainte(page)
}
