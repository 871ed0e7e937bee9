//! Situations compared by keyboard: one more child, a wage, what is changed freely, and nothing left after « Tout effacer ».

use crate::{
    banc::{Fait, Page},
    fiche::imprime,
    scenarios::{lien, partout, sans_plainte},
};
use thirtyfour::Key;

pub async fn comparaison(page: &Page<'_>) -> Fait {
    page.va(&lien(
        r#"{"format":"juste-droit","version":1,"mois":"2026-11","foyer":{"couple":"marie","a_des_enfants":"oui","departement":"66","projet_vacances":"non"},
        "adultes":[{"naissance":"1990-05-12","taux":"aucun","activite":"salarie","revenus":"salaire","salaire_annuel":"2024=24000","agent":"non"},
        {"naissance":"1991-09-03","taux":"aucun","activite":"inactif","revenus":"aucun","agent":"non"}],
        "enfants":[{"prenom":"Noé","naissance":"2018-04-20","handicap":"non"},{"prenom":"Lina","naissance":"2025-04-20","handicap":"non","garde_payee":"non"}]}"#,
    ))
    .await?;
    page.largeur(360).await?;
    page.attend_texte("Comparer des situations").await?;
    page.attend("rien n’est imaginé", "!document.body.innerText.includes('Chaque situation')").await?;
    page.active("Comparer des situations").await?;
    page.active("Et si un enfant arrivait").await?;
    page.attend("le focus sur la situation", "document.activeElement.id === 'scenario-1'").await?;
    page.attend_texte("Prime à la naissance").await?;
    page.attend_texte("de plus par mois").await?;
    page.active("Travailler, avec une micro-crèche").await?;
    page.attend_texte("Complétez ci-dessus").await?;
    page.ecrit("scenario-2-heures", "120").await?;
    page.ecrit("scenario-2-cout", "1100").await?;
    page.attend("une somme à la micro-crèche", "!document.body.innerText.includes('Complétez ci-dessus')").await?;
    page.active("Se séparer").await?;
    page.attend("trois situations", "document.querySelectorAll('.situation').length === 3").await?;
    partout(page, "comparaison", ".comparaison").await?;
    page.js("document.querySelector('#scenario-3').focus()").await?;
    page.active("Modifier librement").await?;
    page.attend_texte("Vous modifiez une situation imaginée").await?;
    page.axe("une situation modifiée").await?;
    imprime(page, "fiche-imaginee").await?.contient(&["Situation imaginée, pas celle du foyer : « Se séparer »"]);
    page.active("Revenir à la comparaison").await?;
    page.attend("le focus sur la situation", "document.activeElement.id === 'scenario-3'").await?;
    page.attend_texte("Se séparer, modifié").await?;
    page.active("Retirer").await?;
    page.attend("deux situations", "document.querySelectorAll('.situation').length === 2").await?;
    // The next family finds none of them, and « Annuler » gives them back.
    page.touche(Key::F8 + "").await?;
    page.attend_texte("tout est effacé").await?;
    assert_eq!(page.js("document.querySelectorAll('.situation, .comparaison').length").await?, 0);
    page.active("Annuler").await?;
    page.attend("deux situations rendues", "document.querySelectorAll('.situation').length === 2").await?;
    page.active("Enregistrer, partager, imprimer").await?;
    page.active("Tout effacer").await?;
    page.active("Oui, tout effacer").await?;
    page.attend("plus rien", "document.querySelectorAll('.situation').length === 0").await?;
    sans_plainte(page)
}
