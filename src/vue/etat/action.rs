//! What a person does on the page.

use super::{Message, Vue};
use crate::{
    grandeurs::MoisCivil,
    situation::{Faute, Lieu, Situation},
    vue::{baremes, doutes::Meprise, profil::Profil, route::Ecran, saisie::Cle, scenarios},
};

/// What a person does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Says who answers, and in which view to begin.
    Choisit(Profil, Vue),
    Regarde(Vue),
    Ouvre(Ecran),
    /// Goes to a field of a screen, by its id.
    Vise(Ecran, String),
    Simule(MoisCivil),
    /// Types in a field.
    Saisit(Cle, String),
    /// Has stopped typing for a while.
    Repose,
    /// Says that an amount is right, and what it could be taken for.
    Confirme(Cle, Meprise),
    /// Leaves a field.
    Quitte(Cle),
    /// Chooses one of a few answers.
    Repond(Cle, String),
    /// Ticks or unticks one of several answers.
    Coche(Cle, String, bool),
    /// « Je ne sais pas », or takes it back.
    Ignore(Cle, bool),
    AjouteEnfant,
    AjouteSejour,
    /// Removes a child or a holiday project.
    Retire(Lieu),
    /// Opens a file or a link.
    Charge(Result<(Situation, Option<MoisCivil>), Faute>),
    Garde(bool),
    /// Imagines other situations.
    Compare(scenarios::Geste),
    /// Opens, changes or removes local scales.
    Bareme(baremes::Geste),
    Efface,
    /// The second file and the annex were received, or one could not be.
    Recoit(bool),
    /// The third file was received, or could not be.
    RecoitLesFoyers(bool),
    /// Types the name of a commune.
    Cherche(String),
    /// The list of communes was received, or could not be.
    RecoitLesCommunes(bool),
    /// Asks again for the files that did not come.
    Reessaie,
    /// Says a line at the top of the page.
    Annonce(Message),
    Tait,
}
