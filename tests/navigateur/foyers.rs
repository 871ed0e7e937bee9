//! A file of many households: computed in a worker, stopped, refused.

use crate::{
    banc::{Fait, Page},
    scenarios::{BASE, partout, sans_plainte},
};
use juste_droit::{
    grandeurs::MoisCivil,
    lot::{Calcul, Forme, Passe, Quand, modele},
};
use std::time::Duration;
use thirtyfour::prelude::Key;

const NOVEMBRE: MoisCivil = MoisCivil::le(2026, 11);

/// The template, and rows that cannot be read after its own.
pub fn fichier(mauvaises: usize) -> String {
    let modele = modele(NOVEMBRE);
    let exemple = modele.lines().last().unwrap_or_default();
    let mauvaise = |rang: usize| format!("{}\n", exemple.replacen("exemple", &rang.to_string(), 1).replacen("marie", "veuf", 1));
    (0..mauvaises).map(mauvaise).fold(modele.clone(), |fichier, ligne| fichier + ligne.as_str())
}

/// What the command would answer, and the list of faults.
fn attendus(fichier: &str, forme: Forme) -> (String, String) {
    let calcul = Calcul { quand: Quand::SiRienNeLeDit(NOVEMBRE), baremes: Vec::new() };
    let mut passe = Passe::ouvre(fichier.as_bytes(), calcul, forme).expect("des octets").unwrap_or_else(|fautes| panic!("{fautes:?}"));
    while passe.avance().expect("des octets") {}
    (passe.droits, passe.illisibles)
}

/// Presses a button, and reads the file that it gives: without the mark that tells UTF-8, as the browser reads texts.
async fn recu(page: &Page<'_>, bouton: &str) -> Fait<String> {
    page.js("void (globalThis.offert = undefined)").await?;
    page.active(bouton).await?;
    page.attend("le fichier", "globalThis.offert !== undefined").await?;
    Ok(page.js("globalThis.offert").await?.as_str().unwrap_or_default().to_owned())
}

/// Waits until the page has so many workers: the browser takes its time to end one at work.
async fn ouvriers(page: &Page<'_>, combien: usize) -> Fait {
    let filtre = serde_json::json!({ "filter": [{ "type": "worker" }] });
    for _ in 0..200 {
        let cibles = page.cdp("Target.getTargets", filtre.clone()).await?;
        if cibles["targetInfos"].as_array().map_or(0, Vec::len) == combien {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Err(format!("jamais {combien} calcul à part").into())
}

pub async fn foyers(page: &Page<'_>) -> Fait {
    page.va("").await?;
    page.active("Beaucoup de foyers").await?;
    page.attend_texte("Un fichier de foyers est lu").await?;
    page.js("void (URL.createObjectURL = objet => { objet.text().then(texte => globalThis.offert = texte); return 'data:,' })").await?;
    let recu_ = recu(page, "Télécharger un modèle").await?;
    assert!(recu_.starts_with("id;foyer."), "{}", &recu_[..100]);

    let fichier = fichier(150);
    for (forme, cle) in [(Forme::Droits, "Un droit"), (Forme::Foyers, "Un foyer")] {
        page.choisit("lots-forme", cle).await?;
        page.depose("foyers.csv", &fichier).await?;
        page.attend_texte("1 foyer calculé, 150 foyers illisibles").await?;
        page.attend_texte("Les 100 premières fautes, sur 150").await?;
        let (droits, fautes) = attendus(&fichier, forme);
        assert_eq!(recu(page, "Télécharger le tableau").await?, droits.trim_start_matches('\u{feff}'));
        assert_eq!(recu(page, "Télécharger la liste").await?, fautes.trim_start_matches('\u{feff}'));
        assert_eq!(page.js("document.querySelectorAll('tbody tr').length").await?, 100);
        let faute = page.js("document.querySelector('tbody tr').innerText").await?;
        let faute = faute.as_str().unwrap_or_default();
        assert!(faute.starts_with("5\tfoyer.couple\t") && faute.contains("veuf") && faute.contains("marie"), "{faute}");
    }
    assert_eq!(page.js("document.querySelector('[role=status]').textContent.startsWith('Calcul terminé')").await?, true);
    page.js("document.querySelectorAll('details').forEach(d => d.open = true)").await?;
    partout(page, "foyers", "main").await?;
    page.depose("faux.csv", "id;foyer.cuople\n1;marie\n").await?;
    page.attend_texte("Rien n’est calculé").await?;
    page.attend_texte("foyer.couple").await?;
    page.axe("un fichier refusé").await?;
    page.photographie("foyers-refuse").await?;

    // Long enough to be stopped.
    let exemple = fichier.lines().nth(3).unwrap_or_default();
    let longs = format!("{}\n{}", fichier.lines().next().unwrap_or_default(), format!("{exemple}\n").repeat(20_000));
    page.depose("longs.csv", &longs).await?;
    page.attend("il avance", "0 < document.querySelector('progress')?.value").await?;
    ouvriers(page, 1).await?;
    page.axe("un calcul en cours").await?;
    page.photographie("foyers-en-cours").await?;
    page.active("Arrêter").await?;
    page.attend_texte("Le calcul est arrêté").await?;
    page.attend("le focus", "document.activeElement.id === 'lots-fichier'").await?;
    assert_eq!(page.js("document.body.innerText.includes('Télécharger le tableau')").await?, false);
    // The next family finds nothing at work.
    page.depose("longs.csv", &longs).await?;
    page.attend("il avance", "0 < document.querySelector('progress')?.value").await?;
    page.touche(Key::F8 + "").await?;
    page.attend("l’accueil", "!document.querySelector('progress')").await?;
    ouvriers(page, 0).await?;
    for chemin in page.serveur.asked() {
        let fichier = chemin.trim_start_matches(BASE);
        assert!(fichier.is_empty() || crate::banc::site().join(fichier).is_file(), "{chemin}");
    }
    assert_eq!(page.js("localStorage.length + sessionStorage.length").await?, 0);
    sans_plainte(page)
}

pub async fn sans_ouvrier(page: &Page<'_>) -> Fait {
    page.avant_tout("delete globalThis.Worker").await?;
    page.va("#/foyers").await?;
    page.attend("le bouton", "!!document.querySelector('input[type=file]')").await?;
    page.depose("foyers.csv", &fichier(0)).await?;
    page.attend_texte("Le calcul n’a pas pu commencer").await
}
