//! The page, with Yew. No law, no arithmetic: it shows what `vue` says and sends `Action`s.
//!
//! - [`app`]: the state, the screens, the address, the focus.
//! - [`champ`]: a question, whatever its kind; [`date`] for its boxes.
//! - [`formulaire`]: the questions of a subject; [`parcours`] step by step, [`page`] all on one page.
//! - [`resultats`]: sums and groups; [`carte`] a right; [`explication`] its reasons, [`courbe`] the one of the AAH in couple.
//! - [`accueil`], [`notices`], [`baremes`]: the other screens; [`atelier`]: every piece in every state.
//! - `balise`: how an element is made; `html!` serves for components only.
//! - `navigateur`: the only file that names the browser's interfaces.
//!
//! A piece is a function that makes HTML. It is a component only when it keeps a state, or when not drawing it again
//! saves work: each component costs two kilobytes to every visitor.

pub mod accueil;
pub mod app;
pub mod atelier;
mod balise;
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
use balise::{Balise, balise, suite};
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
fn titre(texte: &str) -> Balise {
    balise("h1").attribut("id", "titre").attribut("tabindex", "-1").avec(texte)
}

/// A link out of the site, or to a text.
fn dehors(lien: &str, texte: &str) -> Balise {
    balise("a.dehors")
        .attribut("href", lien)
        .attribut("target", "_blank")
        .attribut("rel", "noopener noreferrer")
        .avec(texte)
        .avec(balise("span").attribut("aria-hidden", "true").avec("\u{a0}↗"))
        .avec(invisible(" (nouvel onglet)"))
}

/// The link to a text, or its name alone when it is published nowhere.
fn source(lien: &str, nom: &str) -> Balise {
    if lien.is_empty() { suite().avec(nom) } else { dehors(lien, nom) }
}

/// A link inside the site.
fn lien(nom: &'static str, adresse: &str) -> Balise {
    balise(nom).attribut("href", adresse)
}

/// What holds a table, and scrolls when the table is wider than the screen.
fn tableau(nom: &str) -> Balise {
    balise("div.defile").attribut("tabindex", "0").attribut("role", "region").attribut("aria-label", nom)
}

/// What only those who hear the page get.
fn invisible(texte: &str) -> Balise {
    balise("span.invisible").avec(texte)
}

/// A button; `nom` gives its classes: `button.bouton`.
fn bouton(nom: &'static str, callback: Callback<MouseEvent>) -> Balise {
    balise(nom).attribut("type", "button").au_clic(callback)
}

#[derive(Properties, PartialEq)]
pub struct PliProps {
    pub titre: AttrValue,
    pub classe: &'static str,
    /// Open at first.
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
    balise("details.pli")
        .classe(props.classe)
        .drapeau("open", *ouvert)
        .a_la_bascule(ontoggle)
        .avec(balise("summary").avec(&*props.titre))
        .avec(ouvert.then(|| balise("div.pli-contenu").avec(props.children.clone())))
        .html()
}

/// A [`Pli`] that is closed at first.
fn pli(titre: &str, contenu: Balise) -> Html {
    un_pli("", titre, false, contenu)
}

fn un_pli(classe: &'static str, titre: &str, ouvert: bool, contenu: Balise) -> Html {
    html! { <Pli {classe} titre={titre.to_owned()} {ouvert}>{ contenu.html() }</Pli> }
}
