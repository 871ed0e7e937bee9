//! The browser. The only files that name `web_sys`, this one and its folder; what the browser lacks or refuses is not done.

mod appareil;
mod clavier;
mod fichiers;
pub mod horloge;
pub mod ouvrier;

use crate::{second::Partie, situation::Coffre};
pub use appareil::*;
pub use clavier::*;
pub use fichiers::{Fichier, Texte, fichier, lis_le_fichier, telecharge, telecharge_le_texte, texte_de_tableur};
pub use gloo_events::EventListener as Ecoute;
pub use gloo_timers::callback::Timeout as Attente;
use js_sys::{Array, JsString, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    CryptoKey, Document, Element, FocusEvent, HtmlElement, HtmlInputElement, HtmlSelectElement, RequestCache, RequestInit, Response,
    SubtleCrypto, Window,
};
use yew::Event;

fn fenetre() -> Option<Window> {
    web_sys::window()
}
fn document() -> Option<Document> {
    fenetre()?.document()
}

/// Where the page is drawn.
pub fn racine() -> Option<Element> {
    document()?.get_element_by_id("page")
}

/// What stands after `#` in the address.
pub fn fragment() -> String {
    fenetre().and_then(|f| f.location().hash().ok()).unwrap_or_default()
}
/// Goes to an address of the page; the back button comes back.
pub fn va(adresse: &str) {
    if let Some(fenetre) = fenetre() {
        fenetre.location().set_hash(adresse).ok();
    }
}
/// Changes the address without a step of history.
pub fn remplace(adresse: &str) {
    if let Some(historique) = fenetre().and_then(|f| f.history().ok()) {
        historique.replace_state_with_url(&JsValue::NULL, "", Some(adresse)).ok();
    }
}
/// The full address of a link to this page.
pub fn lien(fragment: &str) -> String {
    let ici = fenetre().and_then(|f| f.location().href().ok()).unwrap_or_default();
    format!("{}#{fragment}", ici.split('#').next().unwrap_or_default())
}
/// Calls back each time the window tells of an event, until dropped.
pub fn ecoute(evenement: &'static str, rappel: impl Fn() + 'static) -> Option<Ecoute> {
    Some(Ecoute::new(&fenetre()?.into(), evenement, move |_| rappel()))
}

pub fn titre(texte: &str) {
    if let Some(document) = document() {
        document.set_title(texte);
    }
}
/// Whether two columns would not fit.
pub fn est_etroit() -> bool {
    const DEUX_COLONNES: f64 = 1000.0;
    fenetre().and_then(|f| f.inner_width().ok()).and_then(|largeur| largeur.as_f64()).is_some_and(|largeur| largeur < DEUX_COLONNES)
}
/// Gives the focus to an element, or to the first field in it.
pub fn focalise(id: &str) {
    let Some(element) = document().and_then(|d| d.get_element_by_id(id)) else { return };
    let champs = ["input:checked", "input, select, textarea"];
    let est_champ = element.matches("input, select, textarea, button, a, [tabindex]").unwrap_or(false);
    let dedans = || champs.iter().find_map(|champ| element.query_selector(champ).ok().flatten());
    let cible = if est_champ { Some(element.clone()) } else { dedans() };
    if let Some(cible) = cible {
        donne_le_focus(cible);
    }
}
/// As Tab gives it: what a field holds is selected, so that what is typed takes its place.
fn donne_le_focus(element: Element) {
    if let Some(champ) = element.dyn_ref::<HtmlInputElement>() {
        champ.select();
    }
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        element.focus().ok();
    }
}
/// The same, once the page is drawn again.
pub fn focalise_apres(id: &str) {
    let id = id.to_owned();
    Attente::new(0, move || focalise(&id)).forget();
}
/// Gives the focus to the head of the fold around what was clicked; outside of any, to an element.
pub fn focalise_autour(evenement: &Event, id: &str) {
    let pli = evenement.target().and_then(|cible| cible.dyn_into::<Element>().ok()).and_then(|cible| cible.closest("details").ok()?);
    match pli.and_then(|pli| pli.query_selector("summary").ok()?).and_then(|tete| tete.dyn_into::<HtmlElement>().ok()) {
        Some(tete) => drop(tete.focus()),
        None => focalise(id),
    }
}
pub fn remonte() {
    if let Some(fenetre) = fenetre() {
        fenetre.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// What a text field holds.
pub fn texte(evenement: &Event) -> String {
    evenement.target().and_then(|cible| cible.dyn_into::<HtmlInputElement>().ok()).map(|champ| champ.value()).unwrap_or_default()
}
/// The option chosen in a list.
pub fn option(evenement: &Event) -> String {
    evenement.target().and_then(|cible| cible.dyn_into::<HtmlSelectElement>().ok()).map(|liste| liste.value()).unwrap_or_default()
}
/// Whether a box is ticked.
pub fn cochee(evenement: &Event) -> bool {
    evenement.target().and_then(|cible| cible.dyn_into::<HtmlInputElement>().ok()).is_some_and(|case| case.checked())
}
/// Whether a fold is open.
pub fn ouvert(evenement: &Event) -> bool {
    evenement.target().and_then(|cible| cible.dyn_into::<Element>().ok()).is_some_and(|pli| pli.has_attribute("open"))
}
/// Whether the focus leaves the whole group of fields, not only one of them.
pub fn quitte_le_groupe(evenement: &Event) -> bool {
    let groupe = evenement.current_target().and_then(|cible| cible.dyn_into::<Element>().ok());
    let vers = evenement.dyn_ref::<FocusEvent>().and_then(FocusEvent::related_target).and_then(|cible| cible.dyn_into::<Element>().ok());
    match (groupe, vers) {
        (Some(groupe), Some(vers)) => !groupe.contains(Some(&vers)),
        _ => true,
    }
}

/// Runs and leaves a measure that the browser's tools show.
pub fn mesure<T>(nom: &str, calcule: impl FnOnce() -> T) -> T {
    let performance = fenetre().and_then(|f| f.performance());
    let debut = format!("{nom}-debut");
    if let Some(performance) = &performance {
        performance.mark(&debut).ok();
    }
    let resultat = calcule();
    if let Some(performance) = &performance {
        performance.measure_with_start_mark(nom, &debut).ok();
        performance.clear_marks_with_mark_name(&debut);
    }
    resultat
}

/// Brings in a part of the program and those before it, unless they are there, and reads a text that stands beside the page;
/// `encore`: from the site, whatever copy was kept. Calls back with the text, empty when it did not come.
pub fn telecharge_du_site(partie: Option<Partie>, texte: Option<&str>, encore: bool, rappel: Box<dyn Fn(&str)>) {
    let options = RequestInit::new();
    if encore {
        options.set_cache(RequestCache::Reload);
    }
    let demande = move |nom: &str| JsFuture::from(fetch(nom, &options));
    // Asked for before what is waited for.
    let texte = texte.map(&demande);
    spawn_local(async move {
        for suivante in [Partie::Seconde, Partie::Troisieme] {
            if Some(suivante) <= partie && !suivante.est_la() {
                if installe(demande(suivante.nom())).await.is_err() {
                    break;
                }
                suivante.arrive();
            }
        }
        let lis = async || -> Option<String> {
            let reponse: Response = texte?.await.ok()?.unchecked_into();
            JsFuture::from(reponse.text().ok()?).await.ok()?.as_string()
        };
        rappel(&lis().await.unwrap_or_default());
    });
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = WebAssembly)]
    fn instantiate(octets: &JsValue, imports: &JsValue) -> Promise;
    // Of the page or of a worker.
    fn fetch(adresse: &str, options: &RequestInit) -> Promise;
}
thread_local! {
    /// What the parts of the program that are there give to the next.
    static DONNE: Object = Object::assign(&Object::new(), &wasm_bindgen::exports().into());
}
/// Brings in a part of the program, which fills its places in the table of functions.
async fn installe(reponse: JsFuture) -> Result<(), JsValue> {
    let reponse: Response = reponse.await?.unchecked_into();
    let octets = JsFuture::from(reponse.array_buffer()?).await?;
    let donne = DONNE.with(Object::clone);
    let imports = objet([("a", donne.clone().into())]);
    let installe = JsFuture::from(instantiate(&octets, &imports)).await?;
    let donne_aussi = Reflect::get(&Reflect::get(&installe, &"instance".into())?, &"exports".into())?;
    Object::assign(&donne, &donne_aussi.into());
    Ok(())
}

/// Puts a text in the clipboard; calls back with whether it could.
pub fn copie(texte: String, rappel: impl Fn(bool) + 'static) {
    let Some(fenetre) = fenetre() else { return };
    spawn_local(async move {
        let pressepapiers = fenetre.navigator().clipboard();
        // Absent outside a secure context, whatever its type says.
        let fait = !pressepapiers.is_undefined() && JsFuture::from(pressepapiers.write_text(&texte)).await.is_ok();
        rappel(fait);
    });
}
/// The ciphers of the browser; it has none on an address without https.
fn chiffres() -> Option<SubtleCrypto> {
    Some(fenetre()?.crypto().ok()?.subtle()).filter(|chiffres| !chiffres.is_undefined())
}
pub fn sait_chiffrer() -> bool {
    chiffres().is_some()
}
fn champ(id: &str) -> Option<HtmlInputElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}
/// What a field holds, which is emptied. Written the same way on every keyboard.
pub fn prends(id: &str) -> String {
    let Some(champ) = champ(id) else { return String::new() };
    let texte = JsString::from(champ.value()).normalize("NFC").into();
    champ.set_value("");
    texte
}
/// Shows what a passphrase field holds, or hides it.
pub fn montre(id: &str, montre: bool) {
    if let Some(champ) = champ(id) {
        champ.set_type(if montre { "text" } else { "password" });
    }
}
fn objet<const N: usize>(membres: [(&str, JsValue); N]) -> Object {
    let objet = Object::new();
    for (cle, valeur) in membres {
        Reflect::set(&objet, &cle.into(), &valeur).ok();
    }
    objet
}
/// Ciphers or deciphers with the key that a passphrase gives.
async fn avec_la_phrase(phrase: &str, coffre: &Coffre, donnees: &[u8], ouvre: bool) -> Result<Vec<u8>, JsValue> {
    let chiffres = chiffres().ok_or(JsValue::NULL)?;
    let octets = |octets: &[u8]| JsValue::from(Uint8Array::from(octets));
    let usage = |usage: &str| JsValue::from(Array::of1(&usage.into()));
    let brute = Uint8Array::from(phrase.as_bytes());
    let phrase = chiffres.import_key_with_str("raw", &brute, "PBKDF2", false, &usage("deriveKey"))?;
    let phrase: CryptoKey = JsFuture::from(phrase).await?.unchecked_into();
    let pbkdf2 =
        objet([("name", "PBKDF2".into()), ("hash", "SHA-256".into()), ("salt", octets(&coffre.sel)), ("iterations", coffre.tours.into())]);
    let aes = objet([("name", "AES-GCM".into()), ("length", 256.into()), ("iv", octets(&coffre.iv))]);
    let usage = usage(if ouvre { "decrypt" } else { "encrypt" });
    let cle = chiffres.derive_key_with_object_and_object(&pbkdf2, &phrase, &aes, false, &usage)?;
    let cle: CryptoKey = JsFuture::from(cle).await?.unchecked_into();
    let donnees = Uint8Array::from(donnees);
    let fait = match ouvre {
        true => chiffres.decrypt_with_object_and_buffer_source(&aes, &cle, &donnees)?,
        false => chiffres.encrypt_with_object_and_buffer_source(&aes, &cle, &donnees)?,
    };
    Ok(Uint8Array::new(&JsFuture::from(fait).await?).to_vec())
}
/// Protects a text; calls back with nothing when the browser could not.
pub fn chiffre(phrase: String, texte: String, rappel: impl FnOnce(Option<Coffre>) + 'static) {
    spawn_local(async move {
        let mut coffre = Coffre { tours: Coffre::TOURS, sel: vec![0; Coffre::SEL], iv: vec![0; Coffre::IV], donnees: Vec::new() };
        let fait = async {
            let hasard = fenetre()?.crypto().ok()?;
            hasard.get_random_values_with_u8_array(&mut coffre.sel).ok()?;
            hasard.get_random_values_with_u8_array(&mut coffre.iv).ok()?;
            coffre.donnees = avec_la_phrase(&phrase, &coffre, texte.as_bytes(), false).await.ok()?;
            Some(coffre)
        };
        rappel(fait.await);
    });
}
/// Opens what `chiffre` made; calls back with nothing when the passphrase is not the one.
pub fn dechiffre(phrase: String, coffre: Coffre, rappel: impl FnOnce(Option<String>) + 'static) {
    spawn_local(async move {
        let clair = avec_la_phrase(&phrase, &coffre, &coffre.donnees, true).await;
        rappel(clair.ok().and_then(|octets| String::from_utf8(octets).ok()));
    });
}
/// Calls back later, unless dropped before.
pub fn plus_tard(delai_ms: u32, rappel: impl FnOnce() + 'static) -> Attente {
    Attente::new(delai_ms, rappel)
}
