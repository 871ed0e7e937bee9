//! The sheet: printed by Chromium, its pages counted, its text and its code read back from the PDF.

use crate::{
    banc::{Fait, Page},
    calendrier,
    code::lis_l_image,
    scenarios::{lien, lien_aah, sans_plainte},
    travail,
};
use serde_json::json;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use thirtyfour::prelude::Key;

/// A couple who rent, work for the State and go on holiday, with three children: all that a family has at once.
const FAMILLE: &str = r#"{"format":"juste-droit","version":1,"mois":"2026-11","foyer":{"couple":"marie","couple_depuis":"2015-06-01","a_des_enfants":"oui","departement":"66",
    "sejour_regulier":"oui","logement":"locataire","location":"vide","partage":"non","zone":"2","loyer":"620","quotient":"540","rfr":"2024=30000","parts":"4","projet_vacances":"oui","prestation_familiale":"oui"},
    "adultes":[{"prenom":"Camille","naissance":"1990-05-12","taux":"aucun","activite":"salarie","revenus":"salaire","net_social":"1650","salaire":"1700","salaire_annuel":"2024=19800;2025=20100","agent":"finances_actif","affectation":"metropole"},
    {"prenom":"Dominique","naissance":"1991-09-03","taux":"aucun","activite":"salarie","revenus":"salaire","net_social":"900","salaire":"930","salaire_annuel":"2024=10800;2025=11000","agent":"non"}],
    "enfants":[{"prenom":"Noé","naissance":"2014-04-20","handicap":"non","scolarite":"ecole"},{"prenom":"Lina","naissance":"2021-09-03","handicap":"non","garde_payee":"oui","mode_garde":"assistante","garde_heures":"60","garde_cout":"300"},
    {"prenom":"Ali","naissance":"2026-09-05","handicap":"non","garde_payee":"oui","mode_garde":"assistante","garde_heures":"125","garde_cout":"606.25"}],
    "sejours":[{"nature":"famille"}]}"#;

/// What the browser prints.
pub struct Feuilles {
    pdf: PathBuf,
    /// The text of each page, spaces of any kind made one.
    pages: Vec<String>,
}
impl Feuilles {
    pub fn contient(&self, textes: &[&str]) {
        let tout = self.pages.join(" ");
        for texte in textes {
            assert!(tout.contains(texte), "« {texte} » n’est pas sur la fiche\u{a0}: {tout}");
        }
    }
    /// What the code of the first page says.
    fn code(&self) -> Fait<String> {
        let image = poppler("pdftoppm", &["-gray", "-r", "300", "-f", "1", "-l", "1"], &self.pdf)?;
        let mut tete = image.splitn(4, |octet| octet.is_ascii_whitespace());
        let mut nombre = || Some(std::str::from_utf8(tete.next()?).ok()?.parse::<usize>().ok());
        nombre();
        let (largeur, hauteur) = (nombre().flatten().ok_or("une largeur")?, nombre().flatten().ok_or("une hauteur")?);
        let points = image.get(image.len() - largeur * hauteur..).ok_or("une image")?;
        Ok(lis_l_image(largeur, hauteur, |x, y| points[y * largeur + x]))
    }
}

fn poppler(programme: &str, options: &[&str], pdf: &Path) -> Fait<Vec<u8>> {
    let mut commande = Command::new(programme);
    commande.args(options).arg(pdf);
    if programme == "pdftotext" {
        commande.arg("-");
    }
    let fait = commande.output().map_err(|faute| format!("{programme} (poppler-utils)\u{a0}: {faute}"))?;
    if fait.status.success() { Ok(fait.stdout) } else { Err(String::from_utf8_lossy(&fait.stderr).into()) }
}

fn octets(base64: &str) -> Vec<u8> {
    let valeur = |lettre: u8| b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".iter().position(|autre| *autre == lettre);
    let valeurs: Vec<u32> = base64.bytes().filter_map(valeur).map(|v| u32::try_from(v).expect("six bits")).collect();
    let groupe = |quatre: &[u32]| {
        let bits = quatre.iter().fold(0, |bits, v| bits << 6 | v) << (6 * (4 - quatre.len()));
        bits.to_be_bytes()[1..quatre.len()].to_vec()
    };
    valeurs.chunks(4).flat_map(groupe).collect()
}

/// Prints as the browser's own command does, without the button of the page.
pub async fn imprime(page: &Page<'_>, nom: &str) -> Fait<Feuilles> {
    let imprimees = page.cdp("Page.printToPDF", json!({ "preferCSSPageSize": true })).await?;
    let pdf = Path::new(env!("CARGO_TARGET_TMPDIR")).join("captures").join(format!("{nom}.pdf"));
    fs::create_dir_all(pdf.parent().ok_or("un dossier")?)?;
    fs::write(&pdf, octets(imprimees["data"].as_str().ok_or("un PDF")?))?;
    let texte = String::from_utf8(poppler("pdftotext", &[], &pdf)?)?;
    let pages = texte.split_terminator('\u{c}').map(|page| page.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    Ok(Feuilles { pdf, pages })
}

/// Waits for the second file and the annex, which a sheet needs.
async fn complete(page: &Page<'_>) -> Fait {
    let arrive = |nom: &str| format!("performance.getEntriesByType('resource').some(un => un.name.includes('{nom}') && un.responseEnd)");
    page.attend("le reste du site", &format!("{} && {}", arrive("second-"), arrive("annexe-"))).await?;
    page.promesse("new Promise(fait => setTimeout(fait, 300))").await.map(drop)
}

pub async fn fiche(page: &Page<'_>) -> Fait {
    for (nom, fichier, pages) in [("fiche-famille", FAMILLE, 2), ("fiche-trois-enfants", calendrier::FICHIER, 2)] {
        page.va(&lien(fichier)).await?;
        page.attend_texte("Allocations familiales").await?;
        complete(page).await?;
        let feuilles = imprime(page, nom).await?;
        assert!(feuilles.pages.len() <= pages, "{nom}\u{a0}: {} pages", feuilles.pages.len());
        feuilles.contient(&[
            "Vos droits, estimés",
            "Règles de novembre 2026. Fiche faite le",
            "Juste Droit, version",
            "Par mois",
            "Ce montant jusqu’en",
            "Que faire",
            "caf.fr",
            "Pas maintenant",
            "Ce qui change ensuite",
            "Votre situation",
            "Noé",
            "Ce que le calcul laisse de côté",
        ]);
        let lu = feuilles.code()?;
        assert!(lu.contains("#s="), "{lu}");
        // Nothing of it stays on the screen.
        page.attend("plus de fiche", "!document.querySelector('.fiche')").await?;
        assert_eq!(page.js("document.querySelectorAll('.calendrier, .travail').length").await?, 0, "un pli ouvert par l’impression");
    }
    page.va(&lien(travail::FICHIER)).await?;
    page.attend_texte("Ce que le travail change").await?;
    complete(page).await?;
    let feuilles = imprime(page, "fiche-travail").await?;
    feuilles.contient(&["Ce que le travail change · Camille", "de salaire", "Ce qui arrive chaque mois, selon le salaire net"]);
    assert!(feuilles.pages.len() <= 2);
    page.va(&lien_aah()).await?;
    page.attend_texte("1 041,59 € par mois").await?;
    complete(page).await?;
    // Where the page is copied to be printed as soon as it is asked, the sheet is there.
    page.js("void (window.print = () => globalThis.imprimee = !!document.querySelector('.fiche'))").await?;
    page.d.action_chain().key_down(Key::Control).send_keys("p").key_up(Key::Control).perform().await?;
    page.attend("la fiche à l’impression", "globalThis.imprimee === true").await?;
    page.js("void dispatchEvent(new Event('afterprint'))").await?;
    let feuilles = imprime(page, "fiche-aah").await?;
    feuilles.contient(&["1 041,59 € par mois", "À préparer", "Déposez un dossier à la MDPH", "mdphenligne.cnsa.fr"]);
    assert!(feuilles.pages.len() <= 2);
    page.d.goto(&feuilles.code()?).await?;
    page.attend_texte("1 041,59 € par mois").await?;
    sans_plainte(page)
}

pub async fn grande_famille(page: &Page<'_>) -> Fait {
    let (debut, fin) = FAMILLE.split_once("\"enfants\":[").ok_or("des enfants")?;
    let enfant = |rang: usize| {
        let naissance = format!("{}-0{}-12", 2025 - rang, 1 + rang % 9);
        format!(
            r#"{{"prenom":"Marie-Antoinette {}","naissance":"{naissance}","handicap":"oui","garde_payee":"oui","mode_garde":"assistante","garde_heures":"60","garde_cout":"300"}},"#,
            char::from(b'A' + u8::try_from(rang).unwrap_or(0))
        )
    };
    let enfants: String = (0..7).map(enfant).collect();
    page.va(&lien(&format!("{debut}\"enfants\":[{enfants}{fin}"))).await?;
    page.attend_texte("Allocations familiales").await?;
    complete(page).await?;
    let feuilles = imprime(page, "fiche-grande-famille").await?;
    assert!(feuilles.pages.len() <= 2, "{} pages", feuilles.pages.len());
    feuilles.contient(&["La suite est sur l’écran.", "Vous y avez droit", "Que faire", "Votre situation"]);
    sans_plainte(page)
}

pub async fn incomplete(page: &Page<'_>) -> Fait {
    page.cdp("Network.enable", json!({})).await?;
    page.cdp("Network.setBlockedURLs", json!({ "urls": ["*second-*"] })).await?;
    page.va(&lien_aah()).await?;
    page.attend_texte("les explications, le calendrier, les démarches").await?;
    let feuilles = imprime(page, "fiche-incomplete").await?;
    feuilles.contient(&["La fiche n’est pas arrivée sur cet appareil", "1 041,59 € par mois"]);
    page.cdp("Network.setBlockedURLs", json!({ "urls": ["*annexe-*"] })).await?;
    page.d.refresh().await?;
    page.va(&lien_aah()).await?;
    page.attend_texte("Une partie du site n’est pas arrivée").await?;
    imprime(page, "fiche-sans-demarches").await?.contient(&["1 041,59 € par mois", "Les démarches ne sont pas arrivées sur cet appareil"]);
    Ok(())
}
