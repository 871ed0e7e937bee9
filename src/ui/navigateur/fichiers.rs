//! Files that the person chooses, and those that the page offers.

use super::document;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
/// A file on the device; and one that the page made.
pub use web_sys::{Blob as Texte, File as Fichier};
use web_sys::{BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};
use yew::Event;

/// A text for a spreadsheet.
pub fn texte_de_tableur(morceaux: &Array) -> Option<Texte> {
    fait(morceaux, "text/csv")
}
fn fait(morceaux: &Array, genre: &str) -> Option<Texte> {
    let options = BlobPropertyBag::new();
    options.set_type(genre);
    Texte::new_with_blob_sequence_and_options(morceaux, &options).ok()
}

/// Offers a text to keep, in JSON.
pub fn telecharge(nom: &str, contenu: &str) {
    if let Some(texte) = fait(&Array::of1(&contenu.into()), "application/json") {
        telecharge_le_texte(nom, &texte);
    }
}
/// Offers a text that is made already.
pub fn telecharge_le_texte(nom: &str, texte: &Texte) {
    let essaie = || -> Result<(), JsValue> {
        let adresse = Url::create_object_url_with_blob(texte)?;
        if let Some(document) = document() {
            let ancre: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
            ancre.set_href(&adresse);
            ancre.set_download(nom);
            ancre.click();
        }
        Url::revoke_object_url(&adresse)
    };
    essaie().ok();
}

/// The file chosen in a field, which is emptied so that the same file can be chosen again.
pub fn fichier(evenement: &Event) -> Option<Fichier> {
    let champ = evenement.target()?.dyn_into::<HtmlInputElement>().ok()?;
    let fichier = champ.files()?.get(0)?;
    champ.set_value("");
    Some(fichier)
}
/// Reads it.
pub fn lis_le_fichier(evenement: &Event, rappel: impl Fn(String) + 'static) {
    let Some(fichier) = fichier(evenement) else { return };
    spawn_local(async move {
        let contenu = JsFuture::from(fichier.text()).await;
        rappel(contenu.ok().and_then(|contenu| contenu.as_string()).unwrap_or_default());
    });
}
