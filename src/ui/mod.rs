//! The page, with Yew. No law, no arithmetic: it shows what `vue` says and sends `Action`s.
//!
//! - [`app`]: the one component; its state, the address, the focus. [`contexte`]: what pieces send it, the folds.
//! - `cadre`: what stands around the screens; `simulation`: those that ask and answer.
//! - [`champ`]: a question, whatever its kind; [`date`] for its boxes.
//! - [`formulaire`]: the questions of a subject; [`parcours`] step by step, [`page`] all on one page.
//! - [`resultats`]: sums and groups; [`carte`] a right; [`explication`] its reasons, [`courbe`] the one of the AAH in couple;
//!   [`calendrier`] the months to come.
//! - [`travail`]: what work changes. [`ecarts`]: what differs between two households; [`scenarios`]: several side by side.
//! - [`fiche`]: the printed sheet. `code`: the link to scan; `coffre`: a file that a passphrase protects.
//! - [`accueil`], [`notices`], [`baremes`]: the other screens. `examples/atelier.rs`: every piece in every state.
//! - `lots`: a file of many households, in the third file; `lots/ouvrier.rs` is the worker that computes it.
//! - [`balise`]: how an element is made. `contexte.plus_tard(|| …)`: one that is in the second file.
//! - `clavier`: the keys of the page, and their list.
//! - `poste`: from a family to the next at the same device.
//! - `navigateur`: the only place that names the browser's interfaces.
//!
//! A piece is a function that makes HTML, again at each change: see `docs/decisions/0071-one-component.md`.

pub mod accueil;
pub mod app;
pub mod balise;
pub mod baremes;
mod cadre;
pub mod calendrier;
pub mod carte;
pub mod champ;
mod clavier;
mod code;
mod coffre;
pub mod contexte;
pub mod courbe;
pub mod date;
pub mod ecarts;
pub mod explication;
pub mod fiche;
pub mod formulaire;
mod lots;
mod navigateur;
pub mod notices;
pub mod outils;
pub mod page;
pub mod parcours;
mod poste;
pub mod resultats;
pub mod scenarios;
mod simulation;
pub mod travail;

use crate::second;
use balise::{Balise, balise, chacun, suite};
use contexte::Reaction;

/// Draws the page, in place of the message that stands there while it loads; in a worker, there is none to draw.
pub fn monte() {
    second::commence();
    match navigateur::racine() {
        Some(racine) => drop(yew::Renderer::<app::App>::with_root(racine).render()),
        None => lots::ouvrier::commence(),
    }
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

/// What stands for a text of the annex until it is there, if it ever comes.
fn pas_encore_la() -> Balise {
    balise("p.aide").avec("Ce texte n’est pas encore arrivé.")
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

/// A list of sentences.
fn liste(phrases: &mut dyn Iterator<Item = &'static str>) -> Balise {
    balise("ul").avec(chacun(phrases.map(|phrase| balise("li").avec(phrase))))
}

/// A button; `nom` gives its classes: `button.bouton`.
fn bouton(nom: &'static str, reaction: Reaction) -> Balise {
    balise(nom).attribut("type", "button").au_clic(reaction)
}
