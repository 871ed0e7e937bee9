//! The keyboard: which key is pressed and where, and the focus from question to question.

use super::{Ecoute, document, donne_le_focus, fenetre};
use crate::vue::raccourcis::{Effet, Place, Touche, voulu};
use gloo_events::EventListenerOptions;
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, Node};

/// Calls back with what a key asks for, wherever the focus is.
pub fn ecoute_le_clavier(rappel: impl Fn(Effet) + 'static) -> Option<Ecoute> {
    let options = EventListenerOptions::enable_prevent_default();
    Some(Ecoute::new_with_options(&fenetre()?.into(), "keydown", options, move |evenement| {
        if let Some(effet) = demande(evenement) {
            // The rest of the key would go to what takes the focus: Enter opens a list.
            evenement.prevent_default();
            rappel(effet);
        }
    }))
}

fn demande(evenement: &Event) -> Option<Effet> {
    let lis = |nom: &str| Reflect::get(evenement, &nom.into()).unwrap_or(JsValue::NULL);
    let vrai = |nom: &str| lis(nom).is_truthy();
    let nom = lis("key").as_string()?;
    // Shift is a part of a sign, and makes another key of a named one. A key that stays down asks once.
    let autre = vrai("altKey") || vrai("repeat") || vrai("isComposing") || vrai("shiftKey") && 1 < nom.len();
    let ici = evenement.target().and_then(|cible| cible.dyn_into::<Element>().ok());
    let est = |selecteur: &str| ici.as_ref().is_some_and(|ici| ici.matches(selecteur).unwrap_or(false));
    let place = Place {
        // A field with a list of its own takes Enter for itself. At the head, nothing is asked yet.
        question: est(".page :is(#titre, .questions :is(input:not([list]), select))"),
        texte: est("textarea, select, input:not([type=checkbox], [type=radio], [type=file])"),
    };
    voulu(Touche { nom: &nom, ctrl: vrai("ctrlKey") || vrai("metaKey") }, place).filter(|_| !autre)
}

/// Gives the focus to the question after the one that has it, past « Je ne sais pas »; false if it is the last of its subject.
pub fn question_suivante() -> bool {
    let question = |champ: &Element| champ.closest(".champ").ok().flatten();
    let suivante = || {
        let document = document()?;
        let ici = document.active_element()?;
        let celle_ci = question(&ici);
        let champs = Array::from(&document.query_selector_all(".questions :is(input, select)").ok()?.into());
        let suit = |champ: &Element| ici.compare_document_position(champ) & Node::DOCUMENT_POSITION_FOLLOWING != 0;
        let autre = |champ: &Element| question(champ) != celle_ci && !champ.matches(".ignore *").unwrap_or(false);
        let champ = champs.iter().map(JsCast::unchecked_into::<Element>).find(|champ| suit(champ) && autre(champ))?;
        // As Tab does: to the answer chosen, if there is one.
        let choisie = question(&champ)?.query_selector("[type=radio]:checked").ok()?;
        Some(choisie.unwrap_or(champ))
    };
    suivante().map(donne_le_focus).is_some()
}
