//! Between two families at the same device: « Famille suivante », what is wiped when nobody is there, an update that waits.

use super::{
    balise::{Balise, balise, suite},
    bouton,
    cadre::avis,
    clavier::{self, Clavier, Geste},
    contexte::{Contexte, Message, Reaction},
    navigateur::{self, Attente, Ecoute},
};
use crate::{
    second::au_second,
    vue::{
        etat::Etat,
        raccourcis::{Effet, touche_de},
    },
};
use std::{cell::Cell, rc::Rc};
use yew::Callback;

/// How long « Annuler » stays.
pub const ANNULABLE_MS: u32 = 10_000;
pub const EFFACE: &str = "Famille suivante\u{a0}: tout est effacé.";
pub const REMPLACE: &str = "Une autre situation est ouverte, à la place de celle qui était là.";
/// Nobody for that long, and a warning; nobody still, and all is wiped.
pub const REPOS_MS: f64 = 600_000.0;
pub const SURSIS_MS: f64 = 60_000.0;
pub const DIALOGUE: &str = "veille";

/// What happens between two families.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passage {
    Suivante,
    Annule,
    /// What could be given back no longer can.
    Oublie,
    /// Is somebody there?
    Veille,
    Continue,
    /// There is a new version of the site.
    MiseAJour,
}

#[derive(Default)]
pub struct Poste {
    /// What « Annuler » gives back, and what became of it: nowhere else than here.
    pub efface: Option<(Box<Etat>, &'static str)>,
    pub oubli: Option<Attente>,
    /// Seconds left before all is wiped for want of anybody.
    pub sursis: Option<u32>,
    /// When somebody was last there.
    pub presence: Rc<Cell<f64>>,
    veille: Option<Attente>,
    /// A new version of the site waits.
    pub mise_a_jour: bool,
    pub clavier: Clavier,
    gestes: [Option<Ecoute>; 3],
    touches: Option<Ecoute>,
}

impl Poste {
    /// Begins to listen, and to look whether somebody is there; false if it had begun.
    pub fn ouvre(&mut self, emetteur: &Callback<Message>) -> bool {
        if self.touches.is_some() {
            return false;
        }
        let emetteur_des_touches = emetteur.clone();
        self.touches = navigateur::ecoute_le_clavier(move |effet| emetteur_des_touches.emit(Geste::Presse(effet).into()));
        (self.presence, self.gestes) = navigateur::presence();
        self.veille(emetteur);
        true
    }
    /// Looks again soon whether somebody is there.
    pub fn veille(&mut self, emetteur: &Callback<Message>) {
        let delai = if self.sursis.is_some() { 1_000 } else { 15_000 };
        let emetteur = emetteur.clone();
        self.veille = Some(navigateur::plus_tard(delai, move || emetteur.emit(Message::Passe(Passage::Veille))));
    }
}

/// The button of the tools.
pub fn famille_suivante(contexte: &Contexte) -> Balise {
    let touche = touche_de(Effet::Famille);
    bouton("button.bouton.second", contexte.envoie(Message::Passe(Passage::Suivante)))
        .attribut("aria-keyshortcuts", touche)
        .avec("Famille suivante")
        .avec(balise("kbd").attribut("aria-hidden", "true").avec(touche))
}

/// What is to be said above any screen. An update is offered only where applying it loses no answer.
pub fn passages(etat: &Etat, contexte: &Contexte) -> Balise {
    let sans_perte = etat.garde || !etat.est_commence() && contexte.poste.efface.is_none() && contexte.coffre.is_none();
    let met_a_jour = || {
        let applique = Reaction::from(|_| navigateur::annonce("maj-voulue"));
        avis(false, "Une nouvelle version du site est prête.", bouton("button.bouton.second", applique).avec("Mettre à jour"))
    };
    suite().avec((contexte.poste.mise_a_jour && sans_perte).then(met_a_jour)).avec(au_second(|| entre_deux(contexte)))
}

fn entre_deux(contexte: &Contexte) -> Balise {
    let passe = |passage: Passage| contexte.envoie(Message::Passe(passage));
    let annule = |dit: &str| {
        let bouton = bouton("button.bouton.second", passe(Passage::Annule)).attribut("id", "annuler").avec("Annuler (10\u{a0}s)");
        avis(false, dit, bouton)
    };
    let previens = |secondes: u32| {
        balise("dialog.veille")
            .attribut("id", DIALOGUE)
            .attribut("role", "alertdialog")
            .attribut("aria-labelledby", "veille-titre")
            .attribut("aria-describedby", "veille-texte")
            .avec(balise("h2").attribut("id", "veille-titre").avec("Toujours là\u{a0}?"))
            .avec(balise("p").attribut("id", "veille-texte").avec(
                "Personne n’a touché la page depuis un moment. Les réponses vont être effacées, pour que la personne suivante ne les voie pas.",
            ))
            .avec(balise("p.grand").attribut("role", "timer").avec(format!("{secondes} s")))
            .avec(bouton("button.bouton", passe(Passage::Continue)).avec("Continuer"))
    };
    let Poste { efface, sursis, clavier, .. } = &contexte.poste;
    suite()
        .avec(efface.as_ref().map(|(_, dit)| annule(dit)))
        .avec(sursis.map(previens))
        .avec(clavier.liste.then(|| clavier::la_liste(contexte)))
}
