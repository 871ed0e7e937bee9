//! A situation as a whole: its answers read and written by place and by name of question, whatever their types.

use super::{
    genre::Contenu,
    questions::{Adulte, Enfant, Fiche, Foyer, Lieu, Sejour, Sujet},
    reponses::{Dit, Illisible, Reponses},
    types::Prenom,
};
use std::ops::RangeInclusive;

/// All that was said. Pure data: the month simulated stands apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Situation {
    pub foyer: Reponses<Foyer>,
    /// One or two; never none.
    pub adultes: Vec<Reponses<Adulte>>,
    pub enfants: Vec<Reponses<Enfant>>,
    pub sejours: Vec<Reponses<Sejour>>,
}
impl Default for Situation {
    fn default() -> Self {
        Situation { foyer: Reponses::default(), adultes: vec![Reponses::default()], enfants: Vec::new(), sejours: Vec::new() }
    }
}

impl Situation {
    /// Largest numbers of children and of holiday projects that a file or a form may hold.
    pub const ENFANTS_MAX: usize = 12;
    pub const SEJOURS_MAX: usize = 6;

    /// Every place where questions are asked, in the order of the form.
    pub fn lieux(&self) -> impl Iterator<Item = Lieu> + use<> {
        std::iter::once(Lieu::Foyer)
            .chain((0..self.adultes.len()).map(Lieu::Adulte))
            .chain((0..self.enfants.len()).map(Lieu::Enfant))
            .chain((0..self.sejours.len()).map(Lieu::Sejour))
    }
    /// The questions of a place, in the order of the form.
    pub fn fiches(lieu: Lieu) -> &'static [&'static Fiche] {
        match lieu {
            Lieu::Foyer => Foyer::FICHES,
            Lieu::Adulte(_) => Adulte::FICHES,
            Lieu::Enfant(_) => Enfant::FICHES,
            Lieu::Sejour(_) => Sejour::FICHES,
        }
    }
    /// What was said at a place, in the order of its questions; none if there is no such place.
    pub fn dits(&self, lieu: Lieu) -> Option<&[Dit<Contenu>]> {
        match lieu {
            Lieu::Foyer => Some(self.foyer.dits()),
            Lieu::Adulte(i) => self.adultes.get(i).map(Reponses::dits),
            Lieu::Enfant(i) => self.enfants.get(i).map(Reponses::dits),
            Lieu::Sejour(i) => self.sejours.get(i).map(Reponses::dits),
        }
    }
    /// The answer to a question by its name. `Rien` for a place or a question that does not exist.
    pub fn dit(&self, lieu: Lieu, cle: &str) -> Dit<&Contenu> {
        place(lieu, cle).and_then(|(rang, _)| self.dits(lieu)?.get(rang)).map(Dit::as_ref).unwrap_or_default()
    }
    /// Keeps an answer, or its absence, under the name of its question; none if the place or the question does not exist.
    pub fn pose(&mut self, lieu: Lieu, cle: &str, dit: Dit<Contenu>) -> Option<()> {
        *self.dits_mut(lieu)?.get_mut(place(lieu, cle)?.0)? = dit;
        Some(())
    }
    fn dits_mut(&mut self, lieu: Lieu) -> Option<&mut [Dit<Contenu>]> {
        match lieu {
            Lieu::Foyer => Some(self.foyer.dits_mut()),
            Lieu::Adulte(i) => self.adultes.get_mut(i).map(Reponses::dits_mut),
            Lieu::Enfant(i) => self.enfants.get_mut(i).map(Reponses::dits_mut),
            Lieu::Sejour(i) => self.sejours.get_mut(i).map(Reponses::dits_mut),
        }
    }
    /// Supposes that incomes stay what they were: a yearly one takes, in each of these years of which nothing was said,
    /// the value of the year before; a monthly one that of the last month said.
    pub fn prolonge(&mut self, lieu: Lieu, annees: RangeInclusive<i32>) {
        for dit in self.dits_mut(lieu).unwrap_or_default() {
            if let Dit::Oui(contenu) = dit {
                contenu.prolonge(annees.clone());
            }
        }
    }
    /// The answer to a question, as files hold it.
    pub fn texte(&self, lieu: Lieu, cle: &str) -> Dit<String> {
        let genre = place(lieu, cle).map(|(_, fiche)| fiche.genre);
        self.dit(lieu, cle).map(|contenu| genre.map(|genre| genre.ecris(contenu)).unwrap_or_default())
    }
    /// The answer to a question, as shown to a person; none when it is not known.
    pub fn montre(&self, lieu: Lieu, fiche: &Fiche) -> Option<String> {
        self.dit(lieu, fiche.cle).valeur().map(|contenu| fiche.genre.montre(contenu))
    }
    /// Keeps an answer typed or read; none if the place or the question does not exist. On error nothing changes.
    pub fn saisit(&mut self, lieu: Lieu, cle: &str, texte: &str) -> Option<Result<(), Illisible>> {
        let genre = place(lieu, cle)?.1.genre;
        match genre.lis(texte) {
            Some(contenu) => self.pose(lieu, cle, Dit::Oui(contenu)).map(Ok),
            None => Some(Err(Illisible { lu: texte.trim().to_owned(), attendu: genre.attendu() })),
        }
    }
    /// The first name, or what stands for it: « l’enfant 2 ».
    pub fn nom(&self, lieu: Lieu) -> String {
        match lieu {
            Lieu::Foyer => "le foyer".to_owned(),
            Lieu::Adulte(i) => match self.adultes.get(i).and_then(|adulte| adulte.valeur(Adulte::PRENOM)) {
                Some(Prenom(prenom)) => prenom,
                None if i == 0 => "vous".to_owned(),
                None => "votre conjoint".to_owned(),
            },
            Lieu::Enfant(i) => match self.enfants.get(i).and_then(|enfant| enfant.valeur(Enfant::PRENOM)) {
                Some(Prenom(prenom)) => prenom,
                None => format!("l’enfant {}", i + 1),
            },
            Lieu::Sejour(i) => format!("le séjour {}", i + 1),
        }
    }
}

/// The rank of a question in the list of its place, and the question.
fn place(lieu: Lieu, cle: &str) -> Option<(usize, &'static Fiche)> {
    Situation::fiches(lieu).iter().copied().enumerate().find(|(_, fiche)| fiche.cle == cle)
}
