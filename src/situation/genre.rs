//! Kinds of answers, and how each is read from text and written back: by kind and not by question, so that a question more
//! costs the page its words alone.

use super::departements::DEPARTEMENTS;
use crate::grandeurs::*;
use std::ops::RangeInclusive;

/// One possible answer of a choice: `cle` is what files hold, `libelle` what people read.
#[derive(Debug, PartialEq)]
pub struct Option_ {
    pub cle: &'static str,
    pub libelle: &'static str,
}

/// How a form asks for an answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Genre {
    Texte,
    Jour,
    MoisCivil,
    /// An amount of the given period.
    Montant(UnitePeriode),
    /// A monthly amount, the same every month or month by month.
    Mensuel,
    /// An amount for a calendar year.
    Annuel,
    Nombre,
    Parts,
    /// One of a few answers.
    Choix(&'static [Option_]),
    Departement,
    /// Any of a few answers.
    Plusieurs(&'static [Option_]),
    /// Some of the children of the household.
    Enfants,
}

/// An answer, whatever its question.
#[derive(Clone, Debug, PartialEq)]
pub enum Contenu {
    Texte(String),
    Jour(Date),
    MoisCivil(MoisCivil),
    /// An amount, or a number of tax parts.
    Decimal(Decimal),
    Nombre(u32),
    Mensuel(Mensuel),
    Annuel(Annuel),
    /// The rank of the option chosen, from 0.
    Choix(usize),
    /// Ranks of options, from 0; or of children, from 1. Sorted.
    Plusieurs(Vec<usize>),
}

impl Contenu {
    /// See `Situation::prolonge`.
    pub(super) fn prolonge(&mut self, annees: RangeInclusive<i32>) {
        match self {
            Contenu::Annuel(annuel) => {
                for annee in annees {
                    if let (Some(avant), None) = (annuel.de(annee.saturating_sub(1)), annuel.de(annee)) {
                        annuel.0.push((annee, avant));
                    }
                }
            }
            Contenu::Mensuel(mensuel) => mensuel.habituel = mensuel.habituel.or(mensuel.mois.last().map(|(_, montant)| *montant)),
            _ => {}
        }
    }
}

/// What a monthly income was: the same every month, and the months that differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mensuel {
    pub habituel: Option<Euros<Mois>>,
    /// In the order of the calendar.
    pub mois: Vec<(MoisCivil, Euros<Mois>)>,
}
impl Mensuel {
    pub fn habituel(montant: Euros<Mois>) -> Self {
        Mensuel { habituel: Some(montant), mois: Vec::new() }
    }
    /// The amount of a month, unknown when neither it nor the usual one was said.
    pub fn au(&self, mois: MoisCivil) -> Option<Euros<Mois>> {
        self.mois.iter().find(|(m, _)| *m == mois).map(|(_, montant)| *montant).or(self.habituel)
    }
}

/// What an income was, calendar year by calendar year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annuel(pub Vec<(i32, Euros<An>)>);
impl Annuel {
    pub fn de(&self, annee: i32) -> Option<Euros<An>> {
        self.0.iter().find(|(a, _)| *a == annee).map(|(_, montant)| *montant)
    }
}

/// What stands for « none of these » where several answers may be given.
pub const AUCUN: &str = "aucun";

impl Genre {
    /// Ends the sentence « Il faut … », with an example.
    pub fn attendu(self) -> &'static str {
        match self {
            Self::Texte => "un prénom de 40 lettres au plus",
            Self::Jour => "une date qui existe, par exemple 20/04/2024",
            Self::MoisCivil => "un mois et une année, par exemple 11/2026",
            Self::Montant(_) => "un montant en euros, par exemple 1 016,05",
            Self::Mensuel => "un montant par mois en euros, par exemple 1 016,05",
            Self::Annuel => "un montant pour l’année entière en euros, par exemple 12 400",
            Self::Nombre => "un nombre entier, par exemple 450",
            Self::Parts => "un nombre de parts par quarts, de 1 à 20, par exemple 2,5",
            Self::Choix(_) => "un des choix proposés",
            Self::Departement => "un département de la liste, par exemple 66",
            Self::Plusieurs(_) => "un ou plusieurs des choix proposés, ou « aucun »",
            Self::Enfants => "les rangs des enfants qui partent, par exemple 1,3, ou « aucun »",
        }
    }
    /// The answers to choose from, if there are.
    pub fn options(self) -> &'static [Option_] {
        match self {
            Self::Choix(options) | Self::Plusieurs(options) => options,
            Self::Departement => DEPARTEMENTS,
            _ => &[],
        }
    }

    /// Reads what was typed, or what a file holds.
    pub fn lis(self, texte: &str) -> Option<Contenu> {
        let texte = texte.trim();
        let rang = |cle: &str| self.options().iter().position(|option| option.cle == cle);
        Some(match self {
            Self::Texte => Contenu::Texte(prenom_lu(texte)?),
            Self::Jour => Contenu::Jour(jour_lu(texte)?),
            Self::MoisCivil => Contenu::MoisCivil(mois_lu(texte)?),
            Self::Montant(_) => Contenu::Decimal(decimal_lu(texte)?),
            Self::Parts => Contenu::Decimal(parts_lues(texte)?),
            Self::Nombre => Contenu::Nombre(nombre_lu(texte)?),
            Self::Mensuel => {
                let (habituel, mois) = par_cle_lus(texte, mois_lu)?;
                Contenu::Mensuel(Mensuel { habituel: habituel.map(Euros::de), mois })
            }
            Self::Annuel => match par_cle_lus(texte, |annee| annee.parse().ok().filter(|a| (1900..2200).contains(a)))? {
                (None, annees) => Contenu::Annuel(Annuel(annees)),
                (Some(_), _) => return None,
            },
            Self::Choix(_) | Self::Departement => Contenu::Choix(rang(texte)?),
            Self::Plusieurs(_) | Self::Enfants if texte == AUCUN => Contenu::Plusieurs(Vec::new()),
            Self::Plusieurs(_) => Contenu::Plusieurs(rangs_lus(texte, &rang)?),
            Self::Enfants => Contenu::Plusieurs(rangs_lus(texte, &|rang| rang.parse().ok().filter(|rang| (1..=20).contains(rang)))?),
        })
    }

    /// The text that files and links hold; `lis` reads it back to the same answer.
    pub fn ecris(self, contenu: &Contenu) -> String {
        let nombre = |valeur: Decimal| valeur.normalize().to_string();
        let cle = |rang: &usize| self.options().get(*rang).map(|option| option.cle);
        match contenu {
            Contenu::Texte(texte) => texte.clone(),
            Contenu::Jour(jour) => format!("{:04}-{:02}-{:02}", jour.year(), jour.month() as u8, jour.day()),
            Contenu::MoisCivil(mois) => ecris_mois(*mois),
            Contenu::Decimal(valeur) => nombre(*valeur),
            Contenu::Nombre(n) => n.to_string(),
            Contenu::Mensuel(Mensuel { habituel, mois }) => {
                let autres = mois.iter().map(|(mois, montant)| format!("{}={}", ecris_mois(*mois), nombre(montant.decimal())));
                habituel.map(|montant| nombre(montant.decimal())).into_iter().chain(autres).collect::<Vec<_>>().join(";")
            }
            Contenu::Annuel(Annuel(annees)) => {
                annees.iter().map(|(annee, montant)| format!("{annee}={}", nombre(montant.decimal()))).collect::<Vec<_>>().join(";")
            }
            Contenu::Choix(rang) => cle(rang).unwrap_or_default().to_owned(),
            Contenu::Plusieurs(rangs) if rangs.is_empty() => AUCUN.to_owned(),
            Contenu::Plusieurs(rangs) => {
                rangs.iter().map(|rang| cle(rang).map_or_else(|| rang.to_string(), str::to_owned)).collect::<Vec<_>>().join(",")
            }
        }
    }

    /// As shown to a person.
    pub fn montre(self, contenu: &Contenu) -> String {
        let libelle = |rang: &usize| self.options().get(*rang).map(|option| option.libelle).unwrap_or_default();
        match (self, contenu) {
            (_, Contenu::Jour(jour)) => ecris_jour(*jour),
            (_, Contenu::MoisCivil(mois)) => mois.to_string(),
            (Self::Montant(unite), Contenu::Decimal(euros)) => Somme { euros: *euros, unite }.to_string(),
            (_, Contenu::Decimal(parts)) => format!("{} part{}", Coef::de(*parts), if *parts < Decimal::TWO { "" } else { "s" }),
            (_, Contenu::Mensuel(Mensuel { habituel, mois })) => {
                let autres = mois.iter().map(|(mois, montant)| format!("{} en {mois}", ecris_euros(montant.decimal())));
                habituel.map(|montant| montant.to_string()).into_iter().chain(autres).collect::<Vec<_>>().join(", ")
            }
            (_, Contenu::Annuel(Annuel(annees))) => annees
                .iter()
                .map(|(annee, montant)| format!("{} en {annee}", ecris_euros(montant.decimal())))
                .collect::<Vec<_>>()
                .join(", "),
            (Self::Departement, Contenu::Choix(rang)) => format!("{} ({})", libelle(rang), self.ecris(contenu)),
            (_, Contenu::Choix(rang)) => libelle(rang).to_owned(),
            (Self::Plusieurs(_), Contenu::Plusieurs(rangs)) if rangs.is_empty() => "Aucun".to_owned(),
            (Self::Plusieurs(_), Contenu::Plusieurs(rangs)) => rangs.iter().map(libelle).collect::<Vec<_>>().join(", "),
            (_, Contenu::Texte(_) | Contenu::Nombre(_) | Contenu::Plusieurs(_)) => self.ecris(contenu),
        }
    }
}

fn ecris_mois(mois: MoisCivil) -> String {
    format!("{:04}-{:02}", mois.annee, mois.mois)
}

fn prenom_lu(texte: &str) -> Option<String> {
    // A letter at least, of any language: « ? » alone is what a file writes for « je ne sais pas ».
    let lettre = |c: char| c.is_ascii_alphabetic() || 'À' <= c;
    let admis = texte.chars().any(lettre) && texte.chars().count() <= 40 && !texte.chars().any(char::is_control);
    admis.then(|| texte.to_owned())
}

fn nombre_lu(texte: &str) -> Option<u32> {
    let net: String = texte.chars().filter(|c| !c.is_whitespace()).collect();
    (net.len() <= 6 && net.bytes().all(|b| b.is_ascii_digit())).then(|| net.parse().ok())?
}

fn parts_lues(texte: &str) -> Option<Decimal> {
    let parts = decimal_lu(texte)?;
    let quarts = parts.saturating_mul(Decimal::from(4));
    (quarts.is_integer() && Decimal::ONE <= parts && parts <= Decimal::from(20)).then_some(parts)
}

/// Reads « 1,3 »: sorted, each once.
fn rangs_lus(texte: &str, rang: &dyn Fn(&str) -> Option<usize>) -> Option<Vec<usize>> {
    let mut rangs = Vec::new();
    for morceau in texte.split(',') {
        rangs.push(rang(morceau.trim())?);
    }
    ranges(&mut rangs, |rang| *rang);
    rangs.dedup();
    Some(rangs)
}

/// A usual amount, and amounts by key.
type ParCle<K, P> = (Option<Decimal>, Vec<(K, Euros<P>)>);

/// Reads « 800 ; 2026-09 = 750 »: `cle` reads what stands before `=`; a part without it is the usual amount.
fn par_cle_lus<K: Ord + Copy, P>(texte: &str, cle: fn(&str) -> Option<K>) -> Option<ParCle<K, P>> {
    let (mut habituel, mut autres) = (None, Vec::new());
    for morceau in texte.split(';') {
        match morceau.split_once('=') {
            Some((k, montant)) => autres.push((cle(k.trim())?, Euros::de(decimal_lu(montant)?))),
            None if habituel.is_none() => habituel = Some(decimal_lu(morceau)?),
            None => return None,
        }
    }
    ranges(&mut autres, |(k, _)| *k);
    let doublon = autres.windows(2).any(|paire| matches!(paire, [(a, _), (b, _)] if a == b));
    (!doublon && autres.len() <= 60).then_some((habituel, autres))
}
