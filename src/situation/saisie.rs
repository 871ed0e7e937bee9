//! A situation as a whole: its answers read and written by place and by name of question, whatever their types.

use super::{
    questions::{Adulte, Enfant, Fiche, Foyer, Lieu, Sejour, Sujet},
    reponses::{Dit, Illisible},
    types::Prenom,
};

/// All that was said. Pure data: the month simulated stands apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Situation {
    pub foyer: Foyer,
    /// One or two; never none.
    pub adultes: Vec<Adulte>,
    pub enfants: Vec<Enfant>,
    pub sejours: Vec<Sejour>,
}
impl Default for Situation {
    fn default() -> Self {
        Situation { foyer: Foyer::default(), adultes: vec![Adulte::default()], enfants: Vec::new(), sejours: Vec::new() }
    }
}

/// Calls `$f` with the list of questions and the subject that stands at a place, whatever its type.
macro_rules! au_lieu { ($situation:expr, $lieu:expr, $acces:ident, $prend:tt, |$sujet:ident, $questions:ident| $corps:expr) => {
    match $lieu {
        Lieu::Foyer => { let ($sujet, $questions) = (au_lieu!(@ $prend $situation.foyer), Foyer::QUESTIONS); $corps }
        Lieu::Adulte(i) => { let $questions = Adulte::QUESTIONS; $situation.adultes.$acces(i).and_then(|$sujet| $corps) }
        Lieu::Enfant(i) => { let $questions = Enfant::QUESTIONS; $situation.enfants.$acces(i).and_then(|$sujet| $corps) }
        Lieu::Sejour(i) => { let $questions = Sejour::QUESTIONS; $situation.sejours.$acces(i).and_then(|$sujet| $corps) }
    }
};
    (@ lit $e:expr) => { &$e };
    (@ ecrit $e:expr) => { &mut $e };
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
    pub fn fiches(lieu: Lieu) -> Vec<&'static Fiche> {
        fn de<S: Sujet>() -> Vec<&'static Fiche> {
            S::QUESTIONS.iter().map(|question| question.fiche()).collect()
        }
        match lieu {
            Lieu::Foyer => de::<Foyer>(),
            Lieu::Adulte(_) => de::<Adulte>(),
            Lieu::Enfant(_) => de::<Enfant>(),
            Lieu::Sejour(_) => de::<Sejour>(),
        }
    }
    /// The answer to a question, as files hold it. Nothing for a place or a question that does not exist.
    pub fn texte(&self, lieu: Lieu, cle: &str) -> Dit<String> {
        au_lieu!(self, lieu, get, lit, |sujet, questions| questions.iter().find(|q| q.fiche().cle == cle).map(|q| q.texte(sujet)))
            .unwrap_or_default()
    }
    /// The answer to a question, as people read it.
    pub fn montre(&self, lieu: Lieu, cle: &str) -> Option<String> {
        au_lieu!(self, lieu, get, lit, |sujet, questions| questions.iter().find(|q| q.fiche().cle == cle).and_then(|q| q.montre(sujet)))
    }
    /// Keeps an answer typed or read; none if the place or the question does not exist.
    pub fn saisit(&mut self, lieu: Lieu, cle: &str, texte: &str) -> Option<Result<(), Illisible>> {
        au_lieu!(self, lieu, get_mut, ecrit, |sujet, questions| questions
            .iter()
            .find(|q| q.fiche().cle == cle)
            .map(|q| q.saisit(sujet, texte)))
    }
    /// Forgets an answer, or marks it « je ne sais pas »; none if the place or the question does not exist.
    pub fn oublie(&mut self, lieu: Lieu, cle: &str, ignore: bool) -> Option<()> {
        au_lieu!(self, lieu, get_mut, ecrit, |sujet, questions| questions
            .iter()
            .find(|q| q.fiche().cle == cle)
            .map(|q| q.oublie(sujet, ignore)))
    }
    /// The first name, or what stands for it: « l’enfant 2 ».
    pub fn nom(&self, lieu: Lieu) -> String {
        let prenom = |dit: &Dit<Prenom>| dit.valeur().map(|p| p.0.clone());
        match lieu {
            Lieu::Foyer => "le foyer".to_owned(),
            Lieu::Adulte(i) => self
                .adultes
                .get(i)
                .and_then(|a| prenom(&a.prenom))
                .unwrap_or_else(|| if i == 0 { "vous".to_owned() } else { "votre conjoint".to_owned() }),
            Lieu::Enfant(i) => self.enfants.get(i).and_then(|e| prenom(&e.prenom)).unwrap_or_else(|| format!("l’enfant {}", i + 1)),
            Lieu::Sejour(i) => format!("le séjour {}", i + 1),
        }
    }
}
