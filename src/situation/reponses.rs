//! The answers of a subject, and the type by which a rule reads each.

use super::{
    genre::{Annuel, Contenu, Genre, Mensuel},
    questions::{Question, Sujet},
    types::{Prenom, Rangs},
};
use crate::grandeurs::*;
use std::{convert::identity, marker::PhantomData};

/// Whether a question was answered. « Je ne sais pas » is an answer, and not zero.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Dit<T> {
    /// Not answered yet.
    #[default]
    Rien,
    /// « Je ne sais pas ».
    Ignore,
    Oui(T),
}
impl<T> Dit<T> {
    pub fn valeur(self) -> Option<T> {
        match self {
            Dit::Oui(valeur) => Some(valeur),
            Dit::Rien | Dit::Ignore => None,
        }
    }
    pub fn as_ref(&self) -> Dit<&T> {
        match self {
            Dit::Rien => Dit::Rien,
            Dit::Ignore => Dit::Ignore,
            Dit::Oui(valeur) => Dit::Oui(valeur),
        }
    }
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Dit<U> {
        match self {
            Dit::Rien => Dit::Rien,
            Dit::Ignore => Dit::Ignore,
            Dit::Oui(valeur) => Dit::Oui(f(valeur)),
        }
    }
}

/// Text that cannot be an answer: what is expected, with an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Illisible {
    pub lu: String,
    pub attendu: &'static str,
}
impl std::fmt::Display for Illisible {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Nous avons lu «\u{a0}{}\u{a0}». Il faut {}.", self.lu, self.attendu)
    }
}

/// All that was said of a subject: one place a question, in the order of the list.
#[derive(Debug)]
pub struct Reponses<S> {
    dits: Vec<Dit<Contenu>>,
    sujet: PhantomData<fn() -> S>,
}
impl<S> Clone for Reponses<S> {
    fn clone(&self) -> Self {
        Reponses { dits: self.dits.clone(), sujet: PhantomData }
    }
}
impl<S> PartialEq for Reponses<S> {
    fn eq(&self, autres: &Self) -> bool {
        self.dits == autres.dits
    }
}
impl<S: Sujet> Default for Reponses<S> {
    fn default() -> Self {
        Reponses { dits: vec![Dit::Rien; S::FICHES.len()], sujet: PhantomData }
    }
}
impl<S: Sujet> Reponses<S> {
    /// The answer to a question, in its type.
    pub fn dit<T: Reponse>(&self, question: &Question<S, T>) -> Dit<T> {
        match self.dits.get(question.rang()) {
            Some(Dit::Oui(contenu)) => T::depuis(contenu).map_or(Dit::Rien, Dit::Oui),
            Some(Dit::Ignore) => Dit::Ignore,
            Some(Dit::Rien) | None => Dit::Rien,
        }
    }
    /// The answer, none when it is not known.
    pub fn valeur<T: Reponse>(&self, question: &Question<S, T>) -> Option<T> {
        self.dit(question).valeur()
    }
    /// Keeps an answer.
    pub fn pose<T: Reponse>(&mut self, question: &Question<S, T>, dit: Dit<T>) {
        if let Some(place) = self.dits.get_mut(question.rang()) {
            *place = dit.map(Reponse::contenu);
        }
    }
    /// The same with one answer more.
    pub fn avec<T: Reponse>(mut self, question: &Question<S, T>, valeur: T) -> Self {
        self.pose(question, Dit::Oui(valeur));
        self
    }
    pub(super) fn dits(&self) -> &[Dit<Contenu>] {
        &self.dits
    }
    pub(super) fn dits_mut(&mut self) -> &mut [Dit<Contenu>] {
        &mut self.dits
    }
}

/// A type of answer: what a rule computes with.
pub trait Reponse: Clone + PartialEq + 'static {
    const GENRE: Genre;
    /// None for an answer of another kind.
    fn depuis(contenu: &Contenu) -> Option<Self>;
    fn contenu(self) -> Contenu;

    /// Reads a text; none when it cannot be such an answer.
    fn lis(texte: &str) -> Option<Self> {
        Self::GENRE.lis(texte).as_ref().and_then(Self::depuis)
    }
    /// The text that files and links hold.
    fn ecris(&self) -> String {
        Self::GENRE.ecris(&self.clone().contenu())
    }
}

/// The types whose answers hold the same value, or one to convert.
macro_rules! reponses { ($($T:ty = $genre:expr, $Contenu:ident, $depuis:expr, $vers:expr;)*) => { $(
    impl Reponse for $T {
        const GENRE: Genre = $genre;
        fn depuis(contenu: &Contenu) -> Option<Self> {
            if let Contenu::$Contenu(valeur) = contenu { Some($depuis(valeur.clone())) } else { None }
        }
        fn contenu(self) -> Contenu {
            Contenu::$Contenu($vers(self))
        }
    }
)* } }
reponses! {
    Date = Genre::Jour, Jour, identity, identity;
    MoisCivil = Genre::MoisCivil, MoisCivil, identity, identity;
    u32 = Genre::Nombre, Nombre, identity, identity;
    Mensuel = Genre::Mensuel, Mensuel, identity, identity;
    Annuel = Genre::Annuel, Annuel, identity, identity;
    Euros<Mois> = Genre::Montant(UnitePeriode::Mois), Decimal, Euros::de, Euros::decimal;
    Euros<An> = Genre::Montant(UnitePeriode::An), Decimal, Euros::de, Euros::decimal;
    Euros<Fois> = Genre::Montant(UnitePeriode::Fois), Decimal, Euros::de, Euros::decimal;
    Coef = Genre::Parts, Decimal, Coef::de, Coef::decimal;
    Prenom = Genre::Texte, Texte, Prenom, |prenom: Prenom| prenom.0;
    Rangs = Genre::Enfants, Plusieurs, Rangs, |rangs: Rangs| rangs.0;
}

/// A choice: one enum, one table. The rank of a variant is that of its option.
macro_rules! choix { ($(#[$doc:meta])* $T:ident { $($(#[$note:meta])* $V:ident $cle:literal = $libelle:literal,)* }) => {
    $(#[$doc])*
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum $T { $($(#[$note])* $V,)* }
    impl $T {
        pub const TOUS: &'static [$T] = &[$($T::$V),*];
        pub const OPTIONS: &'static [$crate::situation::Option_] = &[$($crate::situation::Option_ { cle: $cle, libelle: $libelle }),*];
        pub fn libelle(self) -> &'static str { Self::OPTIONS.get(self as usize).map(|option| option.libelle).unwrap_or_default() }
    }
    impl $crate::situation::Reponse for $T {
        const GENRE: $crate::situation::Genre = $crate::situation::Genre::Choix($T::OPTIONS);
        fn depuis(contenu: &$crate::situation::Contenu) -> Option<Self> {
            if let $crate::situation::Contenu::Choix(rang) = contenu { Self::TOUS.get(*rang).copied() } else { None }
        }
        fn contenu(self) -> $crate::situation::Contenu { $crate::situation::Contenu::Choix(self as usize) }
    }
} }
pub(super) use choix;
