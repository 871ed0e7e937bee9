//! What the screens say, as strings ready to show. Pure: no HTML, no browser, no law. In reading order:
//!
//! - [`profil`]: who answers.
//! - [`etat`]: all that the page holds, and `applique(etat, action)`, the only way to change it.
//! - [`route`]: the screens and their addresses.
//! - [`saisie`]: what is typed in a field, and the answer it makes.
//! - [`doutes`]: what helps to read an amount again, and the questions about those that look like a slip.
//! - [`formulaire`]: which questions are asked, and in which order.
//! - [`raccourcis`]: the keys of the form.
//! - [`resultats`]: the cards and the sums.
//! - [`ecarts`]: what differs between two households; [`scenarios`]: those imagined from one, side by side; [`arrivee`]: with one
//!   more child.
//! - [`explication`]: the reasons of a right, line by line.
//! - [`code`]: the link, to scan. [`fiche`]: what two pages of paper hold.
//! - [`courbe`]: the AAH as the spouse's income grows.
//! - [`calendrier`]: the benefits for children, month by month until the youngest is grown.
//! - [`travail`]: the monthly rights as the wage of an adult grows.
//! - [`baremes`]: the local scales that the person opens.
//! - [`sources`]: what is not modelled, and the scales with their dates.

pub mod arrivee;
pub mod baremes;
pub mod calendrier;
pub mod code;
pub mod commune;
pub mod courbe;
pub mod doutes;
pub mod ecarts;
#[cfg(test)]
mod essai;
pub mod etat;
pub mod explication;
pub mod fiche;
pub mod formulaire;
mod mots;
pub mod profil;
pub mod raccourcis;
pub mod resultats;
pub mod route;
pub mod saisie;
pub mod scenarios;
pub mod sources;
pub mod travail;

pub use mots::{ecrit, majuscule, minuscules, pluriel};
