//! « Et si un enfant arrivait ? », from the results.

use crate::{
    banc::{Fait, Page},
    scenarios::{lien, sans_defilement, sans_plainte},
};

pub async fn arrivee(page: &Page<'_>) -> Fait {
    page.va(&lien(
        r#"{"format":"juste-droit","version":1,"mois":"2026-11","foyer":{"couple":"marie","a_des_enfants":"oui","departement":"66","projet_vacances":"non"},
        "adultes":[{"naissance":"1990-05-12","taux":"aucun","activite":"salarie","revenus":"salaire","salaire_annuel":"2024=24000","agent":"non"},
        {"naissance":"1991-09-03","taux":"aucun","activite":"inactif","revenus":"aucun","agent":"non"}],
        "enfants":[{"prenom":"Noé","naissance":"2018-04-20","handicap":"non"},{"prenom":"Lina","naissance":"2021-04-20","handicap":"non","garde_payee":"non"}]}"#,
    ))
    .await?;
    page.attend_texte("Et si un enfant arrivait").await?;
    page.attend("rien n’est imaginé", "!document.body.innerText.includes('Nous imaginons')").await?;
    page.active("Et si un enfant").await?;
    page.attend_texte("Prime à la naissance").await?;
    page.axe("un enfant de plus").await?;
    for largeur in [1280, 360] {
        page.largeur(largeur).await?;
        sans_defilement(page).await?;
        page.js("document.querySelector('.arrivee').scrollIntoView()").await?;
        page.photographie(&format!("arrivee-{largeur}")).await?;
    }
    page.active("Et si un enfant").await?;
    page.attend("le pli fermé", "!document.body.innerText.includes('Nous imaginons')").await?;
    sans_plainte(page)
}
