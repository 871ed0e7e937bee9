//! What work changes: opened by keyboard, drawn, read at a wage chosen on the slider.

use crate::{
    banc::{Fait, Page},
    scenarios::{lien, partout, sans_plainte},
};
use thirtyfour::Key;

/// A tenant who works, with the AAH, and a spouse who does not.
pub const FICHIER: &str = r#"{"format":"juste-droit","version":1,"mois":"2026-11","foyer":{"couple":"marie","couple_depuis":"2024-06-01","a_des_enfants":"non",
    "departement":"66","projet_vacances":"non","sejour_regulier":"oui","logement":"locataire","location":"social","partage":"non","zone":"2","loyer":"480"},
    "adultes":[{"prenom":"Camille","naissance":"1990-05-12","taux":"80","aah_avant_reforme":"non","complement_ressources":"non","activite":"salarie","debut_activite":"2020-01-06",
    "revenus":"salaire","net_social":"600","salaire":"620","salaire_annuel":"2024=7440;2025=7440","agent":"non"},
    {"naissance":"1991-09-03","taux":"aucun","activite":"inactif","revenus":"aucun","agent":"non"}]}"#;

pub async fn travail(page: &Page<'_>) -> Fait {
    page.va(&lien(FICHIER)).await?;
    page.attend_texte("Ce que le travail change").await?;
    assert_eq!(page.js("document.querySelectorAll('.travail').length").await?, 0, "calculé pour personne");
    page.active("Ce que le travail change").await?;
    page.attend("le dessin", "!!document.querySelector('.travail svg polygon')").await?;
    page.attend_texte("Vous, avec un salaire de").await?;
    // The slider says the wage and all that it gives, without the mouse.
    page.va_au("Regarder un autre salaire").await?;
    let dit = page.js("document.activeElement.getAttribute('aria-valuetext')").await?;
    page.touche(Key::Right + "").await?;
    page.attend("un autre salaire", &format!("document.activeElement.getAttribute('aria-valuetext') !== {dit}")).await?;
    assert_eq!(page.js("document.activeElement.id").await?, "travail-salaire", "le curseur garde le focus");
    page.active("Les mêmes chiffres en tableau").await?;
    partout(page, "travail", ".travail").await?;
    // A question of a card may begin with the same name.
    page.js("document.querySelector('[aria-pressed=false]').focus()").await?;
    page.touche(Key::Enter + "").await?;
    page.attend("le dessin du conjoint", "document.querySelector('[aria-pressed=true]')?.textContent === 'Votre conjoint'").await?;
    page.attend_texte("Aujourd’hui, avec un salaire de").await?;
    sans_plainte(page)
}
