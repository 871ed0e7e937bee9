//! At a counsellor's desk: no network, one family after another, a device that refuses.

use crate::{
    banc::{Fait, Page, site},
    calendrier::FICHIER,
    familles::LOCATAIRE,
    foyers,
    scenarios::{BASE, lien, lien_aah, lien_couple, sans_defilement, sans_plainte},
    server::Server,
};
use serde_json::json;
use std::{fs, path::Path, process::Command};
use thirtyfour::prelude::Key;

/// The site is kept whole, and this page is served from what is kept.
const GARDE: &str = "(async () => { await navigator.serviceWorker.ready;
    for (let i = 0; i < 200; i++) {
        const noms = (await caches.keys()).filter(nom => nom.startsWith('juste-droit '));
        for (const nom of noms) if (navigator.serviceWorker.controller && await (await caches.open(nom)).match('./')) return noms.length;
        await new Promise(fait => setTimeout(fait, 50));
    }
    return 0;
})()";

pub async fn hors_ligne(page: &Page<'_>) -> Fait {
    page.va("").await?;
    assert_eq!(page.promesse(GARDE).await?, 1);
    page.cdp("Network.enable", json!({})).await?;
    let coupe = json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 });
    page.cdp("Network.emulateNetworkConditions", coupe).await?;
    let demandes = || page.serveur.site.asked.lock().map_or(0, |asked| asked.iter().filter(|chemin| !chemin.ends_with("sw.js")).count());
    let avant = demandes();
    page.d.refresh().await?;
    page.attend("l’accueil", "!!document.querySelector('main:not(.attente) h1')").await?;
    page.va(&lien_couple()).await?;
    page.attend_texte("1 041,59 € par mois").await?;
    page.active("Pourquoi").await?;
    page.attend_texte("Taux d’incapacité").await?;
    page.active("Que faire").await?;
    page.attend_texte("Déposez un dossier à la MDPH").await?;
    page.va(&lien_aah()).await?;
    page.attend_texte("1 041,59 € par mois").await?;
    page.va(&lien(FICHIER)).await?;
    page.active("Votre calendrier").await?;
    page.attend("le calendrier", "!!document.querySelector('.calendrier svg rect')").await?;
    page.active("Enregistrer, partager").await?;
    page.active("Code à scanner").await?;
    page.attend("le code", "!!document.querySelector('.code svg')").await?;
    page.va("#/sources").await?;
    page.attend_texte("Base des prestations familiales").await?;
    page.va("#/limites").await?;
    page.attend("les limites", "!!document.querySelector('.lecture section li')").await?;
    page.va("#/baremes").await?;
    page.attend_texte("Barèmes locaux").await?;
    page.va("#/vie-privee").await?;
    page.attend_texte("Sur cet appareil : oui.").await?;
    // The households and the list of communes, which nobody had asked for.
    page.va("#/foyers").await?;
    page.attend_texte("Un fichier de foyers est lu").await?;
    page.depose("foyers.csv", &foyers::fichier(0)).await?;
    page.attend_texte("1 foyer calculé, 0 foyer illisible").await?;
    page.va(&lien(LOCATAIRE)).await?;
    page.active("Zone de votre commune").await?;
    page.ecrit("commune", "perpignan").await?;
    page.attend_texte("Perpignan : zone 2.").await?;
    assert_eq!(demandes(), avant, "{:?}", page.serveur.asked());
    sans_plainte(page)
}

pub async fn mise_a_jour(page: &Page<'_>) -> Fait {
    let copie = Path::new(env!("CARGO_TARGET_TMPDIR")).join("site-mis-a-jour");
    drop(fs::remove_dir_all(&copie));
    fs::create_dir_all(&copie)?;
    for fichier in fs::read_dir(site())? {
        let fichier = fichier?;
        fs::copy(fichier.path(), copie.join(fichier.file_name()))?;
    }
    let serveur = Server::start(&copie, BASE, 0)?;
    let ouvre = async |fragment: &str| -> Fait {
        page.d.goto(format!("{}{fragment}", serveur.url())).await?;
        page.attend("la page", "!!document.querySelector('main:not(.attente) h1')").await
    };
    ouvre("").await?;
    assert_eq!(page.promesse(GARDE).await?, 1);
    // A new version is put on the site.
    let change = |nom: &str, de: &str, vers: &str| -> Fait {
        let texte = fs::read_to_string(copie.join(nom))?;
        assert!(texte.contains(de), "{nom}");
        Ok(fs::write(copie.join(nom), texte.replacen(de, vers, 1))?)
    };
    change("index.html", "<html ", "<html data-version=2 ")?;
    change("sw.js", "VERSION = \"", "VERSION = \"2")?;
    let nouvelle = "document.documentElement.dataset.version === '2'";
    page.d.refresh().await?;
    page.attend_texte("Une nouvelle version du site est prête.").await?;
    assert_eq!(page.js(nouvelle).await?, false);
    page.axe("une version attend").await?;
    page.photographie("mise-a-jour").await?;
    page.largeur(360).await?;
    sans_defilement(page).await?;
    page.photographie("mise-a-jour-360").await?;
    page.largeur(1280).await?;
    // Never in the middle, and never without a word: opened again, it is still the version before.
    page.js(&format!("void (location.hash = '{}')", lien_aah())).await?;
    page.attend_texte("1 041,59 € par mois").await?;
    assert_eq!(page.js("document.body.innerText.includes('Une nouvelle version')").await?, false);
    page.d.goto("about:blank").await?;
    ouvre("").await?;
    assert_eq!(page.js(nouvelle).await?, false);
    page.attend_texte("Une nouvelle version du site est prête.").await?;
    page.active("Mettre à jour").await?;
    page.attend("la nouvelle version", &format!("{nouvelle} && !!document.querySelector('main:not(.attente) h1')")).await?;
    page.promesse("new Promise(fait => setTimeout(fait, 500))").await?;
    assert_eq!(page.js("document.body.innerText.includes('Une nouvelle version')").await?, false);
    sans_plainte(page)
}

async fn commence(page: &Page<'_>) -> Fait {
    page.va("").await?;
    page.active("Je conseille").await?;
    page.choisit("foyer-couple", "pacse").await?;
    page.date("adulte-1-naissance", "12/05/1990").await
}
const REPONDU: &str = "document.querySelector('input[name=foyer-couple][value=pacse]').checked";
const VIDE: &str = "![...document.querySelectorAll('input, textarea')].some(e => /checkbox|radio/.test(e.type) ? e.checked : e.value)
    && !document.body.innerText.includes('1990')";

pub async fn famille_suivante(page: &Page<'_>) -> Fait {
    commence(page).await?;
    page.active("Enregistrer, partager").await?;
    page.coche("Garder sur cet appareil").await?;
    page.attend("ce qui est gardé", "localStorage.length === 1").await?;
    page.active("Fichier protégé").await?;
    page.ecrit("phrase-secrete", "été grenouille").await?;
    for volet in ["Vos enfants", "Votre logement", "Votre foyer"] {
        page.active(volet).await?;
    }
    page.attend("une histoire", "4 < history.length").await?;
    // In a field too.
    page.ecrit("adulte-1-naissance-annee", "1991").await?;
    page.touche(Key::F8 + "").await?;
    page.attend_texte("tout est effacé").await?;
    page.attend("le formulaire vide", VIDE).await?;
    page.attend("l’histoire oubliée", "navigation.entries().filter(pas => pas.sameDocument).length === 2").await?;
    assert_eq!(page.js("localStorage.length + sessionStorage.length").await?, 0);
    assert_eq!(page.js("[location.hash, document.activeElement.id]").await?, json!(["#/etape/foyer", "titre"]));
    page.axe("famille suivante").await?;
    page.photographie("famille-suivante").await?;
    page.largeur(360).await?;
    sans_defilement(page).await?;
    page.photographie("famille-suivante-360").await?;
    page.largeur(1280).await?;
    page.d.back().await?;
    page.attend_texte("Vos droits, et pourquoi").await?;
    assert_eq!(page.js(VIDE).await?, true);
    page.d.forward().await?;
    page.attend("le formulaire", "location.hash === '#/etape/foyer'").await?;
    // Given back, by who wiped by mistake and pressed twice.
    page.attend("plus rien à rendre", "!document.getElementById('annuler')").await?;
    page.choisit("foyer-couple", "pacse").await?;
    page.touche(Key::F8 + "").await?;
    page.attend("effacé", VIDE).await?;
    page.touche(Key::F8 + "").await?;
    page.attend("l’annulation", "!!document.getElementById('annuler')").await?;
    page.d.action_chain().key_down(Key::Shift).send_keys(Key::Tab + "").key_up(Key::Shift).perform().await?;
    assert_eq!(page.js("document.activeElement.id").await?, "annuler");
    page.touche(Key::Enter + "").await?;
    page.attend("la réponse rendue", REPONDU).await?;
    assert_eq!(page.js("!!document.getElementById('annuler')").await?, false);
    sans_plainte(page)
}

pub async fn veille(page: &Page<'_>) -> Fait {
    // A clock that the test moves, and looks at it that come soon.
    let source = "globalThis.avance = 0; const jadis = Date.now, attends = setTimeout;
        Date.now = () => jadis() + avance; globalThis.setTimeout = (f, ms) => attends(f, Math.min(ms, 200))";
    page.avant_tout(source).await?;
    commence(page).await?;
    page.js("void (avance = 590_000)").await?;
    page.promesse("new Promise(fait => setTimeout(fait, 900))").await?;
    assert_eq!(page.js("!!document.querySelector('dialog')").await?, false);
    page.js("void (avance = 610_000)").await?;
    page.attend("l’avertissement", "document.querySelector('dialog')?.matches(':modal') === true").await?;
    assert_eq!(page.js("document.activeElement.innerText").await?, "Continuer");
    page.axe("personne n’est là").await?;
    page.photographie("veille").await?;
    page.largeur(360).await?;
    sans_defilement(page).await?;
    page.photographie("veille-360").await?;
    page.largeur(1280).await?;
    page.touche(Key::Enter + "").await?;
    page.attend("plus d’avertissement", "!document.querySelector('dialog')").await?;
    assert_eq!(page.js("document.activeElement.id").await?, "adulte-1-naissance-annee");
    assert_eq!(page.js(REPONDU).await?, true);
    page.js("void (avance += 1_000_000)").await?;
    page.attend("le formulaire vide", VIDE).await?;
    assert_eq!(page.js("!!document.querySelector('dialog, #annuler')").await?, false);
    sans_plainte(page)
}

pub async fn refus(page: &Page<'_>) -> Fait {
    let source = "delete Navigator.prototype.serviceWorker; window.print = () => { throw new Error('non') };
        Storage.prototype.setItem = () => { throw new DOMException('plein', 'QuotaExceededError') };
        const Vraie = Date; globalThis.Date = class extends Vraie { constructor(...d) { d.length ? super(...d) : super(2031, 0, 15) } }";
    page.avant_tout(source).await?;
    page.va("#/vie-privee").await?;
    page.attend_texte("L’horloge de cet appareil dit janvier 2031.").await?;
    page.photographie("horloge").await?;
    page.attend_texte("Sur cet appareil : non.").await?;
    page.va(&lien_aah()).await?;
    page.attend_texte("1 041,59 € par mois").await?;
    page.active("Enregistrer, partager").await?;
    page.coche("Garder sur cet appareil").await?;
    page.attend_texte("Ce navigateur refuse de garder vos réponses").await?;
    assert_eq!(page.js("[...document.querySelectorAll('.gestes input[type=checkbox]')].some(e => e.checked)").await?, false);
    page.active("Imprimer").await?;
    page.attend_texte("Le navigateur refuse d’imprimer").await?;
    page.attend_texte("1 041,59 € par mois").await?;
    sans_plainte(page)
}

pub async fn fichier_unique(page: &Page<'_>) -> Fait {
    let fichier = Path::new(env!("CARGO_TARGET_TMPDIR")).join("juste-droit.html");
    let commande = ". scripts/env.sh && node scripts/single.mjs \"$0\" \"$1\"";
    let fait = Command::new("bash").args(["-c", commande]).arg(site()).arg(&fichier).output()?;
    assert!(fait.status.success(), "{}", String::from_utf8_lossy(&fait.stderr));
    let adresse = format!("file://{}", fichier.display());
    page.d.goto(&adresse).await?;
    page.attend("l’accueil", "!!document.querySelector('main:not(.attente) h1')").await?;
    page.js(&format!("void (location.hash = '{}')", lien_aah())).await?;
    page.attend_texte("1 041,59 € par mois").await?;
    page.active("Pourquoi").await?;
    page.attend_texte("Taux d’incapacité").await?;
    page.active("Que faire").await?;
    page.attend_texte("Déposez un dossier à la MDPH").await?;
    page.photographie("fichier-unique").await?;
    page.js("void (location.hash = '#/sources')").await?;
    page.attend_texte("Base des prestations familiales").await?;
    page.js("void (location.hash = '#/foyers')").await?;
    page.attend("le choix d’un fichier", "!!document.querySelector('input[type=file]')").await?;
    page.depose("foyers.csv", &foyers::fichier(0)).await?;
    page.attend_texte("1 foyer calculé").await?;
    page.touche(Key::F8 + "").await?;
    page.attend_texte("tout est effacé").await?;
    let dehors: Vec<_> =
        page.requetes()?.into_iter().filter(|url| [&*adresse, "data:", "blob:null/"].iter().all(|ici| !url.starts_with(ici))).collect();
    assert!(dehors.is_empty(), "{dehors:#?}");
    sans_plainte(page)
}
