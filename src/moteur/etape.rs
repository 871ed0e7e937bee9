//! The lines of an explanation. The call that computes a step is the one that records it.

use super::{Article, Source};
use crate::{
    grandeurs::*,
    situation::{Fiche, Lieu},
};
use std::{borrow::Cow, fmt};

/// A value as the explanation shows it.
#[derive(Clone, Debug, PartialEq)]
pub enum Valeur {
    Somme(Somme),
    Taux(Taux),
    Annees(Annees),
    Jours(Jours),
    Coef(Coef),
    Nombre(u32),
    Jour(Date),
    Texte(Cow<'static, str>),
}
impl fmt::Display for Valeur {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Somme(v) => v.fmt(f),
            Self::Taux(v) => v.fmt(f),
            Self::Annees(v) => v.fmt(f),
            Self::Jours(v) => v.fmt(f),
            Self::Coef(v) => v.fmt(f),
            Self::Nombre(v) => v.fmt(f),
            Self::Jour(v) => f.write_str(&ecris_jour(*v)),
            Self::Texte(v) => f.write_str(v),
        }
    }
}
macro_rules! valeurs { ($($T:ty => $de:expr,)*) => { $(impl From<$T> for Valeur { fn from(t: $T) -> Valeur { let de: fn($T) -> Valeur = $de; de(t) } })* } }
valeurs! {
    Somme => Valeur::Somme, Taux => Valeur::Taux, Annees => Valeur::Annees, Jours => Valeur::Jours, Coef => Valeur::Coef, u32 => Valeur::Nombre,
    Date => Valeur::Jour, MoisCivil => |m| Valeur::Texte(m.to_string().into()), String => |t| Valeur::Texte(t.into()), &'static str => |t| Valeur::Texte(t.into()),
    bool => |b| Valeur::Texte(if b { "oui" } else { "non" }.into()),
}
impl<P: Periode> From<Euros<P>> for Valeur {
    fn from(montant: Euros<P>) -> Valeur {
        Valeur::Somme(montant.into())
    }
}

/// What a line is.
#[derive(Clone, Debug)]
pub enum Nature {
    /// An answer of the person; none when it is missing.
    Reponse { lieu: Lieu, fiche: &'static Fiche, valeur: Option<String> },
    /// A value of the law; `depuis` is none when it says itself when it holds.
    Bareme { valeur: Valeur, depuis: Option<Date>, source: Source },
    /// A value of a local scale: what it says, and where that was read.
    Local { valeur: Valeur, source: Cow<'static, str>, lien: Cow<'static, str> },
    /// A condition; `remplie` is none when an answer is missing.
    Condition { remplie: Option<bool>, article: &'static Article },
    /// A result, and in words the operation that made it.
    Calcul { valeur: Valeur, operation: &'static str },
    /// The result of another right; none when it is not entitled.
    Droit { valeur: Option<Valeur> },
    /// One of several calculations of the same right.
    Variante { valeur: Option<Valeur>, retenue: bool },
    /// A sentence.
    Note,
}

/// One line of an explanation; `details` are the lines that led to it.
#[derive(Clone, Debug)]
pub struct Etape {
    pub quoi: Cow<'static, str>,
    pub nature: Nature,
    pub details: Vec<Etape>,
}
