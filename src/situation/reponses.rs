//! Types of answers, and how each is read from text and written back.

use crate::grandeurs::*;

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
    pub fn valeur(&self) -> Option<&T> {
        match self {
            Dit::Oui(valeur) => Some(valeur),
            Dit::Rien | Dit::Ignore => None,
        }
    }
}

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
    /// One of a few answers (radio buttons, or a list with search when there are many).
    Choix(&'static [Option_]),
    /// Any of a few answers.
    Plusieurs(&'static [Option_]),
    /// Some of the children of the household.
    Enfants,
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

/// A type of answer.
pub trait Reponse: Clone + PartialEq + 'static {
    const GENRE: Genre;
    /// Ends the sentence « Il faut … », with an example.
    const ATTENDU: &'static str;
    fn lis(texte: &str) -> Option<Self>;
    /// The text that files and links hold; `lis` reads it back to the same answer.
    fn ecris(&self) -> String;
    /// As shown to a person.
    fn montre(&self) -> String {
        self.ecris()
    }
}

impl Reponse for Date {
    const GENRE: Genre = Genre::Jour;
    const ATTENDU: &'static str = "une date qui existe, par exemple 20/04/2024";
    fn lis(texte: &str) -> Option<Self> {
        jour_lu(texte)
    }
    fn ecris(&self) -> String {
        format!("{:04}-{:02}-{:02}", self.year(), self.month() as u8, self.day())
    }
    fn montre(&self) -> String {
        ecris_jour(*self)
    }
}

impl Reponse for MoisCivil {
    const GENRE: Genre = Genre::MoisCivil;
    const ATTENDU: &'static str = "un mois et une année, par exemple 11/2026";
    fn lis(texte: &str) -> Option<Self> {
        mois_lu(texte)
    }
    fn ecris(&self) -> String {
        format!("{:04}-{:02}", self.annee, self.mois)
    }
    fn montre(&self) -> String {
        self.to_string()
    }
}

impl<P: Periode> Reponse for Euros<P> {
    const GENRE: Genre = Genre::Montant(P::UNITE);
    const ATTENDU: &'static str = "un montant en euros, par exemple 1 016,05";
    fn lis(texte: &str) -> Option<Self> {
        decimal_lu(texte).map(Euros::de)
    }
    fn ecris(&self) -> String {
        self.decimal().normalize().to_string()
    }
    fn montre(&self) -> String {
        self.to_string()
    }
}

impl Reponse for u32 {
    const GENRE: Genre = Genre::Nombre;
    const ATTENDU: &'static str = "un nombre entier, par exemple 450";
    fn lis(texte: &str) -> Option<Self> {
        let net: String = texte.chars().filter(|c| !c.is_whitespace()).collect();
        (net.len() <= 6 && net.bytes().all(|b| b.is_ascii_digit())).then(|| net.parse().ok())?
    }
    fn ecris(&self) -> String {
        self.to_string()
    }
}

impl Reponse for Coef {
    const GENRE: Genre = Genre::Parts;
    const ATTENDU: &'static str = "un nombre de parts par quarts, de 1 à 20, par exemple 2,5";
    fn lis(texte: &str) -> Option<Self> {
        let parts = decimal_lu(texte)?;
        let quarts = parts.saturating_mul(Decimal::from(4));
        (quarts.is_integer() && Decimal::ONE <= parts && parts <= Decimal::from(20)).then_some(Coef::de(parts))
    }
    fn ecris(&self) -> String {
        self.decimal().normalize().to_string()
    }
    fn montre(&self) -> String {
        format!("{self} part{}", if self.decimal() < Decimal::TWO { "" } else { "s" })
    }
}

/// A first name: only shown back, never read by a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prenom(pub String);
impl Reponse for Prenom {
    const GENRE: Genre = Genre::Texte;
    const ATTENDU: &'static str = "un prénom de 40 lettres au plus";
    fn lis(texte: &str) -> Option<Self> {
        let net = texte.trim();
        // A letter at least: « ? » alone is what a file writes for « je ne sais pas ».
        let admis = net.chars().any(char::is_alphabetic) && net.chars().count() <= 40 && !net.chars().any(char::is_control);
        admis.then(|| Prenom(net.to_owned()))
    }
    fn ecris(&self) -> String {
        self.0.clone()
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
/// A usual amount, and amounts by key.
type ParCle<K, V> = (Option<V>, Vec<(K, V)>);

/// Reads « 800 ; 2026-09 = 750 »: `cle` reads what stands before `=`; a part without it is the usual amount.
fn lis_par_cle<K: Ord + Copy, V: Copy>(texte: &str, cle: fn(&str) -> Option<K>, montant: fn(&str) -> Option<V>) -> Option<ParCle<K, V>> {
    let (mut habituel, mut autres) = (None, Vec::new());
    for morceau in texte.split(';') {
        match morceau.split_once('=') {
            Some((k, v)) => autres.push((cle(k.trim())?, montant(v)?)),
            None if habituel.is_none() => habituel = Some(montant(morceau)?),
            None => return None,
        }
    }
    ranges(&mut autres, |(k, _)| *k);
    let doublon = autres.windows(2).any(|paire| matches!(paire, [(a, _), (b, _)] if a == b));
    (!doublon && autres.len() <= 60).then_some((habituel, autres))
}
fn ecris_par_cle<K>(habituel: Option<String>, autres: impl Iterator<Item = (K, String)>, cle: impl Fn(&K) -> String) -> String {
    let autres = autres.map(|(k, v)| format!("{}={v}", cle(&k)));
    habituel.into_iter().chain(autres).collect::<Vec<_>>().join(";")
}
impl Reponse for Mensuel {
    const GENRE: Genre = Genre::Mensuel;
    const ATTENDU: &'static str = "un montant par mois en euros, par exemple 1 016,05";
    fn lis(texte: &str) -> Option<Self> {
        lis_par_cle(texte, mois_lu, Euros::lis).map(|(habituel, mois)| Mensuel { habituel, mois })
    }
    fn ecris(&self) -> String {
        ecris_par_cle(self.habituel.map(|m| m.ecris()), self.mois.iter().map(|(k, v)| (*k, v.ecris())), Reponse::ecris)
    }
    fn montre(&self) -> String {
        let habituel = self.habituel.map(|m| m.to_string());
        let autres = self.mois.iter().map(|(mois, montant)| format!("{} en {mois}", ecris_euros(montant.decimal())));
        habituel.into_iter().chain(autres).collect::<Vec<_>>().join(", ")
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
impl Reponse for Annuel {
    const GENRE: Genre = Genre::Annuel;
    const ATTENDU: &'static str = "un montant pour l’année entière en euros, par exemple 12 400";
    fn lis(texte: &str) -> Option<Self> {
        let annee = |texte: &str| texte.parse().ok().filter(|a| (1900..2200).contains(a));
        match lis_par_cle(texte, annee, Euros::lis)? {
            (None, annees) => Some(Annuel(annees)),
            (Some(_), _) => None,
        }
    }
    fn ecris(&self) -> String {
        ecris_par_cle(None, self.0.iter().map(|(k, v)| (*k, v.ecris())), |annee| annee.to_string())
    }
    fn montre(&self) -> String {
        self.0.iter().map(|(annee, montant)| format!("{} en {annee}", ecris_euros(montant.decimal()))).collect::<Vec<_>>().join(", ")
    }
}

/// A choice: one enum, one table, both readings.
macro_rules! choix { ($(#[$doc:meta])* $T:ident { $($(#[$note:meta])* $V:ident $cle:literal = $libelle:literal,)* }) => {
    $(#[$doc])*
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum $T { $($(#[$note])* $V,)* }
    impl $T {
        pub const TOUS: &'static [$T] = &[$($T::$V),*];
        pub const OPTIONS: &'static [$crate::situation::Option_] = &[$($crate::situation::Option_ { cle: $cle, libelle: $libelle }),*];
        pub const fn cle(self) -> &'static str { match self { $($T::$V => $cle),* } }
        pub const fn libelle(self) -> &'static str { match self { $($T::$V => $libelle),* } }
    }
    impl $crate::situation::Reponse for $T {
        const GENRE: $crate::situation::Genre = $crate::situation::Genre::Choix($T::OPTIONS);
        const ATTENDU: &'static str = "un des choix proposés";
        fn lis(texte: &str) -> Option<Self> { match texte { $($cle => Some($T::$V),)* _ => None } }
        fn ecris(&self) -> String { self.cle().to_owned() }
        fn montre(&self) -> String { self.libelle().to_owned() }
    }
} }
pub(super) use choix;
