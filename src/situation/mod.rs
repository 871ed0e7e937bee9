//! What a person says of a household. Only here are the questions listed; form, file, link, tests and rules walk that list.

mod bits;
mod coffre;
mod departements;
mod genre;
mod lien;
mod logement;
mod questions;
mod reponses;
mod saisie;
mod sauvegarde;
mod types;

pub use coffre::Coffre;
pub use genre::{AUCUN, Contenu, Genre, Option_};
pub use lien::{depuis_lien, vers_lien};
pub use logement::*;
pub use questions::{Adulte, Enfant, Fiche, Foyer, Lieu, Question, Rubrique, Sejour, Sujet};
pub use reponses::{Dit, Illisible, Reponse, Reponses};
pub use saisie::Situation;
pub use sauvegarde::{Faute, VERSION, coherente, depuis_json, depuis_valeur, vers_json};
pub use types::*;
