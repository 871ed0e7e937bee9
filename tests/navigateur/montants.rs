//! An amount that looks like a slip: a question beside the field, never in the way.

use crate::{
    banc::{Fait, Page},
    scenarios::{lien, sans_defilement, sans_plainte},
};

const CHAMP: &str = "adulte-1-salaire_annuel";

pub async fn montant_douteux(page: &Page<'_>) -> Fait {
    page.va(&lien(
        r#"{"format":"juste-droit","version":1,"mois":"2026-11","foyer":{"couple":"marie","a_des_enfants":"oui","departement":"66","projet_vacances":"non"},
        "adultes":[{"naissance":"1990-05-12","taux":"aucun","activite":"salarie","revenus":"salaire","agent":"non"},
        {"naissance":"1991-09-03","taux":"aucun","activite":"inactif","revenus":"aucun","agent":"non"}],
        "enfants":[{"prenom":"Noé","naissance":"2018-04-20","handicap":"non"},{"prenom":"Lina","naissance":"2021-04-20","handicap":"non","garde_payee":"non"}]}"#,
    ))
    .await?;
    page.largeur(360).await?;
    page.js("void (location.hash = '#/etape/revenus')").await?;
    page.attend("le champ", &format!("!!document.querySelector('#{CHAMP}')")).await?;
    let haut = || page.js("document.querySelector('.suite').getBoundingClientRect().top + scrollY");
    let avant = haut().await?;
    page.ecrit(CHAMP, "1250").await?;
    // The other period is there at once and moves nothing; nothing is asked yet.
    page.attend_texte("soit 104 € par mois").await?;
    let question = format!("!!document.querySelector('#{CHAMP}-doute > p')");
    assert_eq!((page.js(&question).await?, haut().await?), (false.into(), avant));
    page.attend("la question", &question).await?;
    page.axe("un montant douteux").await?;
    for largeur in [1280, 360, 320] {
        page.largeur(largeur).await?;
        sans_defilement(page).await?;
        page.js(&format!("document.getElementById('{CHAMP}').scrollIntoView({{ block: 'center' }})")).await?;
        page.photographie(&format!("montant-{largeur}")).await?;
    }
    // From the field, the answers come next.
    page.active("C’était par mois").await?;
    page.attend("le montant de l’année", &format!("document.getElementById('{CHAMP}').value.replace(/\\s/g, '') === '15000'")).await?;
    page.attend("la place du focus", &format!("document.activeElement.id === '{CHAMP}-doute'")).await?;
    page.attend("plus de question", &format!("!({question})")).await?;
    // Right after all: it is not asked again, until the amount changes. And nothing of it is in the way.
    page.js(&format!("document.getElementById('{CHAMP}').focus()")).await?;
    page.ecrit_ici("1250").await?;
    page.attend("la question", &question).await?;
    page.active("C’est bien pour l’année").await?;
    page.attend("plus de question", &format!("!({question})")).await?;
    page.js("void (location.hash = '#/recapitulatif')").await?;
    page.attend_texte("1 250,00 € en 2024").await?;
    page.attend("rien à vérifier", "![...document.querySelectorAll('.action a')].some(a => a.innerText.startsWith('Vérifier'))").await?;
    sans_plainte(page)
}
