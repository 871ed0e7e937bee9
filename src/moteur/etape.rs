//! The lines of an explanation. The call that computes a step is the one that records it.

use super::{Article, Montant, Source, local::SourceLocale};
use crate::{
    grandeurs::*,
    situation::{Fiche, Lieu},
};
use std::{borrow::Cow, fmt, sync::Arc};

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
    /// An answer of the person: the household has it, and its text is written when somebody reads it.
    Reponse { lieu: Lieu, fiche: &'static Fiche },
    /// A value of the law; `depuis` is none when it says itself when it holds.
    Bareme { valeur: Valeur, depuis: Option<Date>, source: Source },
    /// A value of a local scale: what it says, and where that was read.
    Local { valeur: Valeur, source: Arc<SourceLocale> },
    /// A condition; `remplie` is none when an answer is missing.
    Condition { remplie: Option<bool>, article: &'static Article },
    /// A result, and in words the operation that made it.
    Calcul { valeur: Valeur, operation: &'static str },
    /// The result of another right; none when it is not entitled.
    Droit { montant: Option<Montant> },
    /// One of several calculations of the same right.
    Variante { valeur: Option<Valeur>, retenue: bool },
    /// A sentence.
    Note,
}

/// One line of an explanation. A list of steps holds them in the order in which they were known: what led to one comes before it.
#[derive(Clone, Debug)]
pub struct Etape {
    pub quoi: Cow<'static, str>,
    pub nature: Nature,
    /// How many of the steps just before it led to it.
    pub details: usize,
}

/// The steps of a list that led to no other, in order, each with those that led to it.
pub fn premier_rang(mut etapes: &[Etape]) -> Vec<(&Etape, &[Etape])> {
    let mut trouvees = Vec::new();
    while let Some((etape, avant)) = etapes.split_last() {
        let (reste, details) = avant.split_at(avant.len().saturating_sub(etape.details));
        trouvees.push((etape, details));
        etapes = reste;
    }
    trouvees.reverse();
    trouvees
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ce_qui_a_mene_a_une_etape_est_sous_elle() {
        let etape = |quoi: &'static str, details| Etape { quoi: quoi.into(), nature: Nature::Note, details };
        let noms = |etapes: &[(&Etape, &[Etape])]| etapes.iter().map(|(etape, _)| etape.quoi.to_string()).collect::<Vec<_>>();
        let liste = [etape("seule", 0), etape("feuille", 0), etape("branche", 1), etape("autre", 0), etape("tronc", 3)];
        let racines = premier_rang(&liste);
        assert_eq!(noms(&racines), ["seule", "tronc"]);
        let branches = premier_rang(racines[1].1);
        assert_eq!(noms(&branches), ["branche", "autre"]);
        assert_eq!(noms(&premier_rang(branches[0].1)), ["feuille"]);
    }
}
