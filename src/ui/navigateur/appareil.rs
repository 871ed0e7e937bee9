//! The device: what it keeps, its history, its printer, whoever sits at it.

use super::{Attente, Ecoute, document, fenetre, remplace};
use js_sys::{Array, Date, Promise, Reflect};
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, HtmlDialogElement, Storage};

const CLE: &str = "juste-droit";

/// The device's storage; none where it is blocked, which the storage library answers with a panic.
fn stockage() -> Option<Storage> {
    fenetre()?.local_storage().ok()?
}
/// What the person asked to keep on this device.
pub fn garde() -> Option<String> {
    stockage()?.get_item(CLE).ok()?
}
/// Keeps, or forgets; says whether it could.
pub fn retiens(contenu: Option<String>) -> bool {
    match (stockage(), contenu) {
        (Some(stockage), Some(contenu)) => stockage.set_item(CLE, &contenu).is_ok(),
        (Some(stockage), None) => stockage.remove_item(CLE).is_ok(),
        (None, contenu) => contenu.is_none(),
    }
}

/// Prints, once the page is drawn again; calls back if the browser refuses.
pub fn imprime(refuse: impl FnOnce() + 'static) {
    let imprime = || {
        if fenetre().is_none_or(|fenetre| fenetre.print().is_err()) {
            refuse();
        }
    };
    Attente::new(0, imprime).forget();
}

/// Tells the window of an event.
pub fn annonce(evenement: &str) {
    if let (Some(fenetre), Ok(evenement)) = (fenetre(), Event::new(evenement)) {
        fenetre.dispatch_event(&evenement).ok();
    }
}
/// Whether the site is kept on this device for when there is no network: false, not yet; none, not possible here.
pub fn est_hors_ligne() -> Option<bool> {
    let gardien = Reflect::get(&fenetre()?.navigator(), &"serviceWorker".into()).ok().filter(JsValue::is_object)?;
    Some(Reflect::get(&gardien, &"controller".into()).is_ok_and(|la| la.is_object()))
}

/// Milliseconds since a day long past.
pub fn instant() -> f64 {
    Date::now()
}
/// The last instant when somebody pressed, clicked or scrolled, kept up to date while the listeners live.
pub fn presence() -> (Rc<Cell<f64>>, [Option<Ecoute>; 3]) {
    let derniere = Rc::new(Cell::new(instant()));
    let ecoutes = ["keydown", "pointerdown", "wheel"].map(|geste| {
        let derniere = derniere.clone();
        super::ecoute(geste, move || derniere.set(instant()))
    });
    (derniere, ecoutes)
}

/// Whether an element has the focus.
pub fn a_le_focus(id: &str) -> bool {
    document().and_then(|d| d.active_element()).is_some_and(|element| element.id() == id)
}
/// Shows a `dialog` over the page, once it is drawn; or closes it, and the focus goes back to where it was.
pub fn dialogue(id: &'static str, ouvre: bool) {
    let trouve = move || document()?.get_element_by_id(id)?.dyn_into::<HtmlDialogElement>().ok();
    if ouvre {
        Attente::new(0, move || drop(trouve().map(|dialogue| dialogue.show_modal()))).forget();
    } else if let Some(dialogue) = trouve() {
        dialogue.close();
    }
}

#[wasm_bindgen]
extern "C" {
    type Navigation;
    #[wasm_bindgen(method)]
    fn entries(this: &Navigation) -> Array;
    #[wasm_bindgen(method, catch, js_name = traverseTo)]
    fn traverse_to(this: &Navigation, cle: &JsValue) -> Result<JsValue, JsValue>;
}
/// Goes back to the first step of this page in the history. Nothing to do in a browser that does not tell its steps.
async fn revient_au_premier_pas() -> Result<(), JsValue> {
    let lis = |objet: &JsValue, nom: &str| Reflect::get(objet, &nom.into());
    let navigation = lis(&fenetre().into(), "navigation")?;
    if !navigation.is_object() {
        return Ok(());
    }
    let navigation: Navigation = navigation.unchecked_into();
    let du_site = |pas: &JsValue| lis(pas, "sameDocument").is_ok_and(|meme| meme.is_truthy());
    if let Some(premier) = navigation.entries().iter().find(du_site) {
        let parcours = navigation.traverse_to(&lis(&premier, "key")?)?;
        JsFuture::from(lis(&parcours, "finished")?.unchecked_into::<Promise>()).await?;
    }
    Ok(())
}
/// Leaves nothing of the steps that were taken: the first one becomes the first screen, and the one after it, an address, drops
/// all others. Calls back when it is done.
pub fn oublie_les_pas(adresse: String, rappel: impl FnOnce() + 'static) {
    spawn_local(async move {
        revient_au_premier_pas().await.ok();
        remplace("#/");
        if let Some(historique) = fenetre().and_then(|f| f.history().ok()) {
            historique.push_state_with_url(&JsValue::NULL, "", Some(&adresse)).ok();
        }
        rappel();
    });
}
