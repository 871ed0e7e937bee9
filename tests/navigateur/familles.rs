//! What families do with their results: the answers that a card lacks, their commune.

use crate::{
    banc::{Fait, Page},
    scenarios::{lien, sans_defilement, sans_plainte},
};

pub async fn lien_vers_une_question(page: &Page<'_>) -> Fait {
    page.va("").await?;
    page.active("Je suis parent").await?;
    page.choisit("foyer-a_des_enfants", "oui").await?;
    page.date("enfant-1-naissance", "20/04/2018").await?;
    page.js("void (location.hash = '#/droits')").await?;
    for (question, id) in
        [("Vous arrêtez-vous de travailler certains jours", "adulte-1-presence"), ("Votre quotient familial", "foyer-quotient")]
    {
        page.active(question).await?;
        page.attend("le champ", &format!("document.querySelector('#{id}, [name={id}]')?.checkVisibility() === true")).await?;
        page.attend(
            "le focus",
            &format!("!!document.activeElement.closest('#{id}, fieldset') || document.activeElement.id.startsWith('{id}')"),
        )
        .await?;
        page.photographie(id).await?;
        page.js("void (location.hash = '#/droits')").await?;
        page.attend_texte("Vos droits").await?;
    }
    sans_plainte(page)
}

/// A tenant who has not said the zone.
pub const LOCATAIRE: &str = r#"{"format":"juste-droit","version":1,"mois":"2026-11","foyer":{"couple":"seul","a_des_enfants":"non","departement":"66",
    "projet_vacances":"non","logement":"locataire","location":"vide","partage":"non","loyer":"400"},
    "adultes":[{"naissance":"1990-05-12","taux":"aucun","activite":"inactif","revenus":"aucun","agent":"non"}]}"#;

/// A tenant finds a zone by the name of the commune: the list comes with the first letter, the name goes nowhere.
pub async fn commune(page: &Page<'_>) -> Fait {
    let demandee = || page.serveur.asked().iter().any(|chemin| chemin.contains("communes-"));
    page.sans_gardien().await?;
    page.va(&lien(LOCATAIRE)).await?;
    page.active("Zone de votre commune").await?;
    page.attend("le champ", "!!document.querySelector('#commune')").await?;
    assert!(!demandee(), "la liste est là avant qu’on la demande");
    page.ecrit("commune", "perpig").await?;
    page.attend("la proposition", "!!document.querySelector('datalist option[value=Perpignan]')").await?;
    page.ecrit("commune", "perpignan").await?;
    page.attend_texte("Perpignan : zone 2.").await?;
    page.attend("la réponse", "document.querySelector('[name=foyer-zone][value=\"2\"]').checked").await?;
    assert!(demandee());
    page.axe("une commune").await?;
    page.largeur(320).await?;
    sans_defilement(page).await?;
    page.photographie("commune").await?;
    page.js("void (location.hash = '#/droits')").await?;
    page.attend_texte("308,00 € par mois").await?;
    for chemin in page.requetes()? {
        assert!(!chemin.to_lowercase().contains("perpig"), "{chemin}");
    }
    sans_plainte(page)
}
