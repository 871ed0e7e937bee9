//! The page, with Yew. No law, no arithmetic: it shows what `vue` says and sends `Action`s.
//!
//! - [`app`]: the state, the screens, the address, the focus.
//! - [`champ`]: a question, whatever its kind; [`date`] for its boxes.
//! - [`formulaire`]: the questions of a subject; [`parcours`] step by step, [`page`] all on one page.
//! - [`resultats`]: sums and groups; [`carte`] a right; [`explication`] its reasons, [`courbe`] the one of the AAH in couple.
//! - [`accueil`], [`notices`], [`baremes`]: the other screens; [`atelier`]: every piece in every state.
//! - `navigateur`: the only file that names the browser's interfaces.
//!
//! A piece is a function that makes HTML. It is a component only when it keeps a state, or when not drawing it again
//! saves work: each component costs two kilobytes to every visitor.

pub mod accueil;
pub mod app;
pub mod atelier;
pub mod baremes;
pub mod carte;
pub mod champ;
pub mod courbe;
pub mod date;
pub mod explication;
pub mod formulaire;
mod navigateur;
pub mod notices;
pub mod outils;
pub mod page;
pub mod parcours;
pub mod resultats;

use crate::vue::etat::Action;
use yew::prelude::*;

/// Draws the page, in place of the message that stands there while it loads.
pub fn monte() {
    if let Some(racine) = navigateur::racine() {
        yew::Renderer::<app::App>::with_root(racine).render();
    }
}

/// How any piece sends an action.
pub type Emetteur = Callback<Action>;

/// Sends an action at each event.
fn envoie<E>(emetteur: &Emetteur, action: Action) -> Callback<E> {
    emetteur.reform(move |_| action.clone())
}

/// The head of a screen, which takes the focus when the screen opens.
pub fn titre(texte: &str) -> Html {
    html! { <h1 id="titre" tabindex="-1">{ texte }</h1> }
}

/// A link out of the site, or to a text.
pub fn dehors(lien: &str, texte: &str) -> Html {
    html! {
        <a class="dehors" href={lien.to_owned()} target="_blank" rel="noopener noreferrer">
            { texte }<span aria-hidden="true">{ "\u{a0}↗" }</span><span class="invisible">{ " (nouvel onglet)" }</span>
        </a>
    }
}

#[derive(Properties, PartialEq)]
pub struct PliProps {
    pub titre: AttrValue,
    #[prop_or_default]
    pub class: Classes,
    /// Open at first.
    #[prop_or_default]
    pub ouvert: bool,
    pub children: Html,
}

/// What opens on demand; its content is drawn only when open.
#[component]
pub fn Pli(props: &PliProps) -> Html {
    let ouvert = use_state(|| props.ouvert);
    let ontoggle = {
        let ouvert = ouvert.clone();
        Callback::from(move |evenement: Event| ouvert.set(navigateur::ouvert(&evenement)))
    };
    html! {
        <details class={classes!("pli", props.class.clone())} open={*ouvert} {ontoggle}>
            <summary>{ &props.titre }</summary>
            if *ouvert { <div class="pli-contenu">{ props.children.clone() }</div> }
        </details>
    }
}
