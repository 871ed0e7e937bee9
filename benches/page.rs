//! `scripts/bench.sh`: what a visitor waits for, in Chromium, plain and with the processor four times slower.

#[path = "../tests/navigateur/banc.rs"]
#[allow(dead_code)]
mod banc;
#[path = "../scripts/server.rs"]
#[allow(dead_code)]
mod server;

use banc::{Fait, Page, Pilote};
use juste_droit::{
    grandeurs::MoisCivil,
    lot::modele,
    situation::{depuis_json, vers_lien},
};
use serde_json::{Value, json};

const TOUCHES: usize = 20;

fn main() -> Fait {
    let pilote = Pilote::lance()?;
    tokio::runtime::Runtime::new()?.block_on(async {
        println!("{:<72} {:>10} {:>10}", "médiane et pire de 20, en millisecondes", "médiane", "pire");
        for (ralenti, compare) in [(1, false), (4, false), (4, true)] {
            let page = pilote.ouvre("/").await?;
            let mesure = match frappe(&page, ralenti, compare).await {
                Ok(frappe) if !compare => match calendrier(&page, ralenti).await {
                    Ok(calendrier) => travail(&page, ralenti).await.map(|travail| [frappe, calendrier, travail].concat()),
                    mesure => mesure,
                },
                mesure => mesure,
            };
            page.d.clone().quit().await?;
            let imagine = if compare { ", deux situations comparées" } else { "" };
            for (nom, valeurs) in mesure? {
                affiche(&format!("{nom}, processeur ×1/{ralenti}{imagine}"), valeurs);
            }
        }
        let page = pilote.ouvre("/").await?;
        let durees = foyers(&page).await;
        page.d.clone().quit().await?;
        for (nom, duree) in durees? {
            affiche(&nom, vec![duree]);
        }
        let mut ouvertures = Vec::new();
        for _ in 0..5 {
            let page = pilote.ouvre("/").await?;
            let duree = ouverture(&page).await;
            page.d.clone().quit().await?;
            ouvertures.push(duree?);
        }
        affiche("premier écran utilisable, 4G lente, processeur ×1/4 (5 fois)", ouvertures);
        Ok(())
    })
}

fn affiche(nom: &str, mut valeurs: Vec<f64>) {
    valeurs.sort_by(f64::total_cmp);
    let (milieu, pire) = (valeurs.get(valeurs.len() / 2), valeurs.last());
    println!("{nom:<72} {:>10.2} {:>10.2}", milieu.unwrap_or(&f64::NAN), pire.unwrap_or(&f64::NAN));
}

fn nombres(valeur: &Value) -> Vec<f64> {
    valeur.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}

/// A counsellor types a quotient on the single page: each key computes every right and draws them all, and those of two situations
/// compared with it when they are.
async fn frappe(page: &Page<'_>, ralenti: u32, compare: bool) -> Fait<Vec<(&'static str, Vec<f64>)>> {
    page.va("").await?;
    page.active("Je conseille").await?;
    page.choisit("foyer-couple", "pacse").await?;
    page.active("Vos enfants").await?;
    page.choisit("foyer-a_des_enfants", "oui").await?;
    page.date("enfant-1-naissance", "20/04/2018").await?;
    if compare {
        page.active("Comparer des situations").await?;
        page.active("Et si un enfant").await?;
        page.active("Se séparer").await?;
    }
    page.active("Votre logement").await?;
    page.attend("le quotient", "!!document.querySelector('#foyer-quotient')").await?;
    page.ralentit(ralenti).await?;
    page.js("performance.clearMeasures()").await?;
    let delais = page
        .promesse(&format!(
            "(async () => {{
                const champ = document.querySelector('#foyer-quotient'), delais = [];
                for (let i = 0; i < {TOUCHES}; i++) {{
                    await new Promise(r => setTimeout(r, 150));
                    const debut = performance.now();
                    champ.value = String(1000 + i);
                    champ.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));
                    await new Promise(r => requestAnimationFrame(() => setTimeout(r)));
                    delais.push(performance.now() - debut);
                }}
                return delais;
            }})()"
        ))
        .await?;
    let calculs = page.js("performance.getEntriesByName('recalcul').map(m => m.duration)").await?;
    Ok(vec![("calcul de tous les droits", nombres(&calculs)), ("d’une touche à l’image suivante", nombres(&delais))])
}

/// The calendar of twenty years, opened, then computed again for other incomes.
async fn calendrier(page: &Page<'_>, ralenti: u32) -> Fait<Vec<(&'static str, Vec<f64>)>> {
    let mesures = "performance.getEntriesByName('calendrier').map(m => m.duration)";
    let enfants = ["2014-04-20", "2021-09-03", "2026-10-11"]
        .map(|jour| format!(r#"{{"naissance":"{jour}","garde_payee":"non","handicap":"non"}}"#))
        .join(",");
    for foyer in 0..TOUCHES {
        let revenu = 18_000 + foyer;
        let adulte = format!(r#"{{"naissance":"1990-05-12","activite":"salarie","revenus":"salaire","salaire_annuel":"2024={revenu}"}}"#);
        let fichier = format!(
            r#"{{"format":"juste-droit","version":1,"mois":"2026-11","foyer":{{"couple":"marie","a_des_enfants":"oui","departement":"66"}},
            "adultes":[{adulte},{adulte}],"enfants":[{enfants}]}}"#
        );
        let (situation, mois) = depuis_json(&fichier).map_err(|faute| faute.to_string())?;
        let lien = vers_lien(&situation, mois.ok_or("un mois")?);
        page.js(&format!("void (location.hash = '#s={lien}')")).await?;
        if foyer == 0 {
            page.ralentit(1).await?;
            page.active("Votre calendrier").await?;
            page.ralentit(ralenti).await?;
        }
        page.attend("le calendrier", &format!("{foyer} < {mesures}.length")).await?;
    }
    page.ralentit(1).await?;
    let durees = nombres(&page.js(mesures).await?);
    Ok(vec![("calendrier d’une famille, 252 mois", durees.into_iter().skip(1).collect())])
}

/// What work changes, opened and closed: computed again for each household, drawn at each opening.
async fn travail(page: &Page<'_>, ralenti: u32) -> Fait<Vec<(&'static str, Vec<f64>)>> {
    let (mut calculs, mut delais) = (Vec::new(), Vec::new());
    for foyer in 0..TOUCHES {
        let conjoint = 400 + 20 * foyer;
        let fichier = format!(
            r#"{{"format":"juste-droit","version":1,"mois":"2026-11","foyer":{{"couple":"marie","couple_depuis":"2024-06-01","a_des_enfants":"oui",
            "departement":"66","sejour_regulier":"oui","logement":"locataire","location":"social","partage":"non","zone":"2","loyer":"560"}},
            "adultes":[{{"naissance":"1990-05-12","taux":"80","aah_avant_reforme":"non","complement_ressources":"non","activite":"inactif","revenus":"aucun"}},
            {{"naissance":"1991-09-03","taux":"aucun","activite":"salarie","debut_activite":"2020-01-06","revenus":"salaire","net_social":"{conjoint}",
            "salaire":"{conjoint}","salaire_annuel":"2024=6000;2025=6000"}}],
            "enfants":[{{"naissance":"2016-04-20","handicap":"non"}},{{"naissance":"2019-10-02","handicap":"non"}}]}}"#
        );
        let (situation, mois) = depuis_json(&fichier).map_err(|faute| faute.to_string())?;
        page.d.goto(page.serveur.url()).await?;
        page.js(&format!("void (location.hash = '#s={}')", vers_lien(&situation, mois.ok_or("un mois")?))).await?;
        page.attend_texte("Ce que le travail change").await?;
        page.ralentit(ralenti).await?;
        let delai = page
            .promesse(
                "(async () => {
                    const pli = [...document.querySelectorAll('summary')].find(s => s.textContent === 'Ce que le travail change');
                    await new Promise(r => setTimeout(r, 150));
                    const debut = performance.now();
                    pli.click();
                    while (!document.querySelector('.travail svg')) await new Promise(r => requestAnimationFrame(() => setTimeout(r)));
                    return performance.now() - debut;
                })()",
            )
            .await?;
        page.ralentit(1).await?;
        delais.extend(delai.as_f64());
        calculs.extend(nombres(&page.js("performance.getEntriesByName('travail').map(m => m.duration)").await?));
    }
    Ok(vec![("ce que le travail change, calcul", calculs), ("ce que le travail change, du clic à l’image", delais)])
}

/// A file of ten thousand households, from its choice to the summary, for both tables.
async fn foyers(page: &Page<'_>) -> Fait<Vec<(String, f64)>> {
    const FOYERS: usize = 10_000;
    let modele = modele(MoisCivil::le(2026, 11));
    let entete = modele.lines().next().unwrap_or_default();
    let exemple = modele.lines().last().unwrap_or_default();
    let fichier = format!("{entete}\n{}", format!("{exemple}\n").repeat(FOYERS));
    let mut durees = Vec::new();
    for (cle, nom) in [("", "un droit par ligne"), ("foyers", "un foyer par ligne")] {
        page.va("#/foyers").await?;
        page.d.refresh().await?;
        page.attend("l’écran", "!!document.querySelector('#lots-forme')").await?;
        let choisit = "const liste = document.querySelector('#lots-forme'); liste.value";
        page.d.execute(format!("{choisit} = '{cle}'; liste.dispatchEvent(new Event('change', {{ bubbles: true }}))"), Vec::new()).await?;
        let depart = "e => { if (e.target.type === 'file') globalThis.depart = performance.now(); }";
        let fini = "new MutationObserver(() => { if (!globalThis.duree && document.body.innerText.includes('Télécharger le tableau')) \
            globalThis.duree = performance.now() - depart; }).observe(document.body, { childList: true, subtree: true })";
        page.d.execute(format!("addEventListener('change', {depart}, true); {fini}"), Vec::new()).await?;
        page.depose("dix-mille.csv", &fichier).await?;
        let limite = std::time::Instant::now() + std::time::Duration::from_secs(120);
        while page.js("globalThis.duree ?? 0").await? == 0 && std::time::Instant::now() < limite {
            tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        }
        durees.push((format!("{FOYERS} foyers, {nom}"), page.js("globalThis.duree ?? -1").await?.as_f64().unwrap_or(f64::NAN)));
    }
    Ok(durees)
}

/// From the address to a first screen that answers.
async fn ouverture(page: &Page<'_>) -> Fait<f64> {
    page.cdp("Network.enable", json!({})).await?;
    let reseau = json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750 });
    page.cdp("Network.emulateNetworkConditions", reseau).await?;
    page.ralentit(4).await?;
    let source = "new MutationObserver((_, o) => { if (document.querySelector('main:not(.attente) h1')) { o.disconnect(); \
        requestAnimationFrame(() => setTimeout(() => { window.pret = performance.now(); })); } }).observe(document, { childList: true, subtree: true })";
    page.avant_tout(source).await?;
    page.d.goto(page.serveur.url()).await?;
    page.attend("le premier écran", "window.pret > 0").await?;
    page.js("window.pret").await?.as_f64().ok_or_else(|| "pas de durée".into())
}
