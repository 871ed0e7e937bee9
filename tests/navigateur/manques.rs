//! What the page says when a part of it does not arrive, or the browser lacks what it needs.

use crate::{
    banc::{Fait, Page},
    scenarios::lien_aah,
};

pub async fn annexe(page: &Page<'_>) -> Fait {
    page.sans_gardien().await?;
    let bloque = async |adresses: &[&str]| page.cdp("Network.setBlockedURLs", serde_json::json!({ "urls": adresses })).await;
    let demandee = || page.serveur.asked().iter().any(|chemin| chemin.contains("annexe-"));
    page.cdp("Network.enable", serde_json::json!({})).await?;
    page.va("").await?;
    page.promesse("new Promise(fait => setTimeout(fait, 300))").await?;
    assert!(!demandee(), "l’accueil attend l’annexe");
    bloque(&["*second-*"]).await?;
    page.va("#/vie-privee").await?;
    page.attend_texte("Cette partie du site n’est pas arrivée.").await?;
    page.axe("une page n’est pas arrivée").await?;
    page.photographie("second-coupe").await?;
    page.va(&lien_aah()).await?;
    page.attend_texte("les explications, le calendrier, les démarches").await?;
    page.attend_texte("1 041,59 € par mois").await?;
    page.active("Pourquoi").await?;
    page.attend_texte("Cette partie du site n’est pas arrivée.").await?;
    page.axe("une explication n’est pas arrivée").await?;
    page.photographie("second-coupe-dans-un-pli").await?;
    bloque(&[]).await?;
    page.js("[...document.querySelectorAll('details button')].find(e => e.textContent == 'Réessayer').click()").await?;
    page.attend_texte("Taux d’incapacité").await?;
    page.attend("le focus reste sur le pli", "document.activeElement.matches('summary')").await?;
    page.attend("plus de message", "!document.body.innerText.includes('n’est pas arrivée')").await?;

    bloque(&["*annexe-*"]).await?;
    page.va("").await?;
    page.d.refresh().await?;
    page.va(&lien_aah()).await?;
    page.attend_texte("Une partie du site n’est pas arrivée").await?;
    page.attend_texte("1 041,59 € par mois").await?;
    page.active("Que faire").await?;
    page.attend_texte("Ce texte n’est pas encore arrivé.").await?;
    page.axe("une partie du site manque").await?;
    page.photographie("annexe-coupee").await?;
    bloque(&[]).await?;
    page.active("Réessayer").await?;
    page.attend_texte("Déposez un dossier à la MDPH").await?;
    page.attend("plus de message", "!document.body.innerText.includes('n’est pas arrivée')").await?;
    assert!(demandee());

    let troisieme = || page.serveur.asked().iter().any(|chemin| chemin.contains("troisieme-"));
    assert!(!troisieme(), "ce que seuls les foyers demandent est venu sans eux");
    bloque(&["*troisieme-*"]).await?;
    page.va("#/foyers").await?;
    page.attend_texte("Cette partie du site n’est pas arrivée.").await?;
    page.axe("les foyers ne sont pas arrivés").await?;
    page.photographie("troisieme-coupe").await?;
    page.va(&lien_aah()).await?;
    page.attend_texte("1 041,59 € par mois").await?;
    assert_eq!(page.js("document.body.innerText.includes('n’est pas arrivée')").await?, false);
    bloque(&[]).await?;
    page.va("#/foyers").await?;
    page.active("Réessayer").await?;
    page.attend_texte("Un fichier de foyers est lu").await?;
    assert_eq!(page.js("document.activeElement.id").await?, "titre");
    assert!(troisieme());
    Ok(())
}

pub async fn sans_wasm(page: &Page<'_>) -> Fait {
    page.avant_tout("delete globalThis.WebAssembly").await?;
    page.d.goto(page.serveur.url()).await?;
    page.attend_texte("il lui manque WebAssembly").await
}
