//! What a person says of a household. Only here are the questions listed; form, file, link, tests and rules walk that list.

mod departements;
mod questions;
mod reponses;
mod saisie;
mod sauvegarde;
mod types;

pub use questions::{Adulte, Champ, Enfant, Fiche, Foyer, Lieu, Question, Rubrique, Sejour, Sujet};
pub use reponses::{Dit, Genre, Illisible, Option_, Reponse};
pub use saisie::Situation;
pub use sauvegarde::{Faute, VERSION, depuis_json, depuis_lien, vers_json, vers_lien};
pub use types::*;
