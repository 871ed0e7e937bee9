//! What leaves the page with the person: a link, a file.

use crate::{
    banc::{Fait, Page},
    scenarios::{FICHIER_AAH, lien_aah, lien_couple, sans_plainte},
};

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
