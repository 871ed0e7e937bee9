//! Who answers.

use super::etat::Vue;
use crate::situation::Rubrique;

/// Who answers: it changes what is asked first, never what is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profil {
    Agent,
    Parent,
    Aah,
    Conseil,
}
impl Profil {
    pub const TOUS: [Profil; 4] = [Self::Agent, Self::Parent, Self::Aah, Self::Conseil];
    pub fn cle(self) -> &'static str {
        match self {
            Self::Agent => "agent",
            Self::Parent => "parent",
            Self::Aah => "aah",
            Self::Conseil => "conseil",
        }
    }
    pub fn libelle(self) -> &'static str {
        match self {
            Self::Agent => "Je suis agent des ministères économiques et financiers",
            Self::Parent => "Je suis parent",
            Self::Aah => "Je suis concerné par l’AAH",
            Self::Conseil => "Je conseille une famille",
        }
    }
    /// A line under the button.
    pub fn promesse(self) -> &'static str {
        match self {
            Self::Agent => "Chèque Famille, Chèque Sport, Cesu garde d’enfant, vacances",
            Self::Parent => "Allocations familiales, naissance, garde, logement, prime d’activité, vacances",
            Self::Aah => "L’allocation aux adultes handicapés, seul ou en couple",
            Self::Conseil => "Toutes les questions et tous les droits sur une seule page",
        }
    }
    /// The view to begin with; the person may change it at any time.
    pub fn vue(self) -> Vue {
        match self {
            Self::Agent | Self::Conseil => Vue::Page,
            Self::Parent | Self::Aah => Vue::PasAPas,
        }
    }
    pub fn ordre(self) -> [Rubrique; 8] {
        use Rubrique::*;
        match self {
            Self::Agent => [Travail, Enfants, Foyer, Impots, Logement, Vacances, Handicap, Revenus],
            Self::Parent => [Enfants, Foyer, Logement, Vacances, Travail, Impots, Handicap, Revenus],
            Self::Aah => [Handicap, Foyer, Revenus, Logement, Travail, Enfants, Impots, Vacances],
            // What a subject asks hangs on those before it: the Caf, then the incomes, then the work that they come from.
            Self::Conseil => [Foyer, Enfants, Logement, Handicap, Revenus, Travail, Impots, Vacances],
        }
    }
}
