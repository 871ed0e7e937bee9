//! All that the product knows of an aid.

use super::{Dossier, Issue};
use crate::situation::{Enfant, Lieu, Reponses};

/// A text of law, or the page that stands for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Article {
    pub nom: &'static str,
    /// Full address.
    pub lien: &'static str,
}

/// A static `Article` of a code, from its Légifrance identifier.
macro_rules! legi {
    ($vis:vis $NOM:ident, $nom:literal, $id:literal) => {
        $vis static $NOM: $crate::moteur::Article =
            $crate::moteur::Article { nom: $nom, lien: concat!("https://www.legifrance.gouv.fr/codes/article_lc/", $id) };
    };
}
pub(crate) use legi;

/// A family of aids: one colour, one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Famille {
    /// Benefits for who raises children.
    Prestations,
    Logement,
    /// RSA, prime d’activité.
    Minima,
    Ministere,
    Handicap,
    Vacances,
    /// Not money: a figure that others depend on.
    Repere,
}
impl Famille {
    pub fn cle(self) -> &'static str {
        match self {
            Self::Prestations => "prestations",
            Self::Logement => "logement",
            Self::Minima => "minima",
            Self::Ministere => "ministere",
            Self::Handicap => "handicap",
            Self::Vacances => "vacances",
            Self::Repere => "repere",
        }
    }
    pub fn nom(self) -> &'static str {
        match self {
            Self::Prestations => "Prestations familiales",
            Self::Logement => "Logement",
            Self::Minima => "Revenu minimum et travail",
            Self::Ministere => "Agents de l’État",
            Self::Handicap => "Handicap",
            Self::Vacances => "Vacances",
            Self::Repere => "Repère",
        }
    }
}

/// For whom a right is. Indices count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Beneficiaire {
    Foyer,
    Adulte(usize),
    Enfant(usize),
    Sejour(usize),
    /// A child in a holiday project: project, child.
    Depart(usize, usize),
}
impl Beneficiaire {
    /// The place whose questions are about this beneficiary first of all.
    pub fn lieu(self) -> Lieu {
        match self {
            Self::Foyer => Lieu::Foyer,
            Self::Adulte(i) => Lieu::Adulte(i),
            Self::Enfant(i) | Self::Depart(_, i) => Lieu::Enfant(i),
            Self::Sejour(i) => Lieu::Sejour(i),
        }
    }
}

/// A rule, by whom it is computed for.
#[derive(Clone, Copy)]
pub enum Regle {
    Foyer(fn(&mut Dossier) -> Issue),
    /// Once for each adult.
    Adulte(fn(&mut Dossier, usize) -> Issue),
    /// Once for each child; once for the household when no child was described.
    Enfant(fn(&mut Dossier, usize) -> Issue),
    /// Once for each child of whom the first says that something was told; nowhere when it never was: a right that must not be
    /// suggested.
    EnfantDit(fn(&Reponses<Enfant>) -> bool, fn(&mut Dossier, usize) -> Issue),
    /// Once for each holiday project; once for the household when there is none.
    Sejour(fn(&mut Dossier, usize) -> Issue),
    /// Once for each holiday project and each child who leaves; `Sejour` when no child is known to leave.
    Depart(fn(&mut Dossier, usize, usize) -> Issue),
}

/// An aid: the register holds one of each. What to do next and what is not modelled are in `annexe`.
pub struct Aide {
    /// Name in files and element ids, and of its four files.
    pub id: &'static str,
    pub nom: &'static str,
    pub resume: &'static str,
    pub famille: Famille,
    pub textes: &'static [&'static Article],
    /// Aids whose result the rule reads.
    pub depend: &'static [&'static Aide],
    pub regle: Regle,
}
/// Each is a static: one place in memory, cheaper to compare than a name.
impl PartialEq for Aide {
    fn eq(&self, autre: &Self) -> bool {
        std::ptr::eq(self, autre)
    }
}
impl std::fmt::Debug for Aide {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id)
    }
}
