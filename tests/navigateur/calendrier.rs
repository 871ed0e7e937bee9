//! The calendar: opened by keyboard, drawn, in a table.

use crate::{
    banc::{Fait, Page},
    scenarios::{lien, partout, sans_plainte},
};

/// Three children, one of whom was born this month: twenty years of rights.
pub const FICHIER: &str = r#"{"format":"juste-droit","version":1,"mois":"2026-11","foyer":{"couple":"marie","a_des_enfants":"oui","departement":"66","projet_vacances":"non"},
    "adultes":[{"naissance":"1990-05-12","taux":"aucun","activite":"salarie","revenus":"salaire","salaire_annuel":"2024=18000","agent":"non"},
    {"naissance":"1991-09-03","taux":"aucun","activite":"salarie","revenus":"salaire","salaire_annuel":"2024=15000","agent":"non"}],
    "enfants":[{"prenom":"Noé","naissance":"2014-04-20","handicap":"non"},{"prenom":"Lina","naissance":"2021-09-03","handicap":"non","garde_payee":"non"},
    {"prenom":"Ali","naissance":"2026-11-05","handicap":"non","garde_payee":"oui","mode_garde":"assistante","garde_heures":"125","garde_cout":"606.25"}]}"#;

pub async fn calendrier(page: &Page<'_>) -> Fait {
    page.va(&lien(FICHIER)).await?;
    page.attend_texte("Votre calendrier, mois par mois").await?;
    assert_eq!(page.js("document.querySelectorAll('.calendrier').length").await?, 0, "calculé pour personne");
    page.active("Votre calendrier").await?;
    page.attend("le dessin", "!!document.querySelector('.calendrier svg rect')").await?;
    page.active("Le calendrier en tableau").await?;
    page.attend_texte("Noé a 20 ans").await?;
    partout(page, "calendrier", ".mois-par-mois").await?;
    // Wider than a phone, the drawing scrolls in its frame, by keyboard too.
    let cadres = "[...document.querySelectorAll('.calendrier .defile')]";
    assert_eq!(page.js(&format!("{cadres}.every(c => c.tabIndex === 0 && c.role === 'region')")).await?, true);
    sans_plainte(page)
}
