//! What a piece needs besides what it shows: how to answer an event, which folds are open.

use super::{
    balise::{Balise, balise, suite},
    bouton, clavier,
    lots::{Geste, Lots},
    navigateur,
    poste::{Passage, Poste},
};
use crate::{
    second::au_second,
    situation::Coffre,
    vue::etat::{Action, Arrivees, Chargement},
};
use std::{mem, rc::Rc};
use yew::{Callback, Event};

/// What the page is told.
#[derive(Clone)]
pub enum Message {
    /// Changes the state.
    Agit(Box<Action>),
    /// The address is another one.
    Adresse,
    /// A fold, by its id, opens or closes.
    Plie(String, bool),
    /// « Tout effacer » is asked for, or given up.
    Efface(bool),
    Enregistre,
    /// A file was chosen: its text.
    Fichier(String),
    /// A passphrase was chosen for a file to save.
    Protege,
    /// That of the file that waits was given, or will not be.
    Deprotege,
    Renonce,
    Partage,
    Imprime,
    /// From a family to the next.
    Passe(Passage),
    /// A key of the page, or something about them.
    Clavier(clavier::Geste),
    /// The page is about to be printed: the sheet is made.
    Fiche,
    /// The answers have stopped changing: so must the calendar, and what work changes.
    Calendrier,
    /// Looks at the work of an adult, and at a wage if one was chosen.
    Travail(usize, Option<i64>),
    /// What is done with a file of many households.
    Lots(Rc<Geste>),
    /// The results have stopped changing: they are said to who hears the page.
    Dit,
}

impl From<Action> for Message {
    fn from(action: Action) -> Self {
        Message::Agit(Box::new(action))
    }
}

impl From<Geste> for Message {
    fn from(geste: Geste) -> Self {
        Message::Lots(Rc::new(geste))
    }
}

/// What answers an event.
pub type Reaction = Callback<Event>;

/// What every piece gets from the page.
pub struct Contexte {
    pub emetteur: Callback<Message>,
    /// The folds that were opened or closed.
    pub plis: Vec<(String, bool)>,
    /// « Tout effacer » waits for its second click.
    pub efface: bool,
    /// Where the parts of the site that come later stand.
    pub arrivees: Arrivees,
    /// Whose work is looked at, and the wage that was chosen.
    pub travail: (usize, Option<i64>),
    /// A protected file waits for its passphrase.
    pub coffre: Option<Coffre>,
    pub poste: Poste,
    /// A file of many households.
    pub lots: Lots,
}

impl Contexte {
    pub fn nouveau(emetteur: Callback<Message>) -> Self {
        let (plis, arrivees, travail, coffre) = (Vec::new(), Arrivees::au_debut(), (0, None), None);
        Contexte { emetteur, plis, efface: false, arrivees, travail, coffre, poste: Poste::default(), lots: Lots::default() }
    }

    /// Sends a message at each event.
    pub fn envoie(&self, message: Message) -> Reaction {
        let emetteur = self.emetteur.clone();
        Callback::from(move |_: Event| emetteur.emit(message.clone()))
    }

    /// Sends an action at each event.
    pub fn agit(&self, action: Action) -> Reaction {
        self.envoie(action.into())
    }

    /// Sends an action, then gives the focus to an element: for a button that its own click removes.
    pub fn agit_et_focalise(&self, action: Action, id: String) -> Reaction {
        let agit = self.agit(action);
        Callback::from(move |evenement: Event| {
            agit.emit(evenement);
            navigateur::focalise_apres(&id);
        })
    }

    /// Sends an action that depends on the event.
    pub fn selon(&self, action: impl Fn(&Event) -> Action + 'static) -> Reaction {
        let emetteur = self.emetteur.clone();
        Callback::from(move |evenement: Event| emetteur.emit(action(&evenement).into()))
    }

    /// What opens on demand; its content is made only when it is open.
    pub fn pli(&self, pli: Pli, contenu: &dyn Fn() -> Balise) -> Balise {
        let Pli { id, titre, classe, ouvert } = pli;
        let connu = self.plis.iter().find(|(autre, _)| *autre == id);
        let ouvert = connu.map_or(ouvert, |(_, ouvert)| *ouvert);
        let emetteur = self.emetteur.clone();
        let bascule = Callback::from(move |e: Event| emetteur.emit(Message::Plie(id.clone(), navigateur::ouvert(&e))));
        balise("details.pli")
            .classe(classe)
            .drapeau("open", ouvert)
            .a_la_bascule(bascule)
            .avec(balise("summary").avec(titre))
            .avec(ouvert.then(|| balise("div.pli-contenu").avec(contenu())))
    }

    /// What is in the second file; until it is there, what is to be known of it.
    #[inline(always)]
    pub fn plus_tard(&self, piece: impl FnOnce() -> Balise) -> Balise {
        au_second(piece).unwrap_or_else(|| self.en_attendant(self.arrivees.reste))
    }

    /// What is to be known of a part of the site that is not there.
    #[inline(never)]
    pub fn en_attendant(&self, ou: Chargement) -> Balise {
        if ou == Chargement::Echec {
            suite().avec(balise("p").avec("Cette partie du site n’est pas arrivée.")).avec(self.reessayer())
        } else {
            balise("p.aide").avec("Cette partie du site arrive…")
        }
    }

    /// Asks again for what did not arrive. The focus goes to what stays on the screen.
    pub fn reessayer(&self) -> Balise {
        let reessaie = self.selon(|evenement| {
            navigateur::focalise_autour(evenement, "titre");
            Action::Reessaie
        });
        bouton("button.bouton.discret", reessaie).avec("Réessayer")
    }

    /// Whether a fold that is closed at first is open.
    pub fn est_ouvert(&self, id: &str) -> bool {
        self.plis.iter().any(|(autre, ouvert)| autre == id && *ouvert)
    }

    /// Remembers a fold, and says whether that is new: a fold that was just drawn open tells it too.
    pub fn plie(&mut self, id: String, ouvert: bool) -> bool {
        match self.plis.iter_mut().find(|(autre, _)| *autre == id) {
            Some((_, avant)) => mem::replace(avant, ouvert) != ouvert,
            None => {
                self.plis.push((id, ouvert));
                true
            }
        }
    }
}

/// A fold.
pub struct Pli<'a> {
    /// Its own in the whole page.
    pub id: String,
    pub titre: &'a str,
    pub classe: &'static str,
    /// Open at first.
    pub ouvert: bool,
}
impl<'a> Pli<'a> {
    /// Closed at first.
    pub fn ferme(id: String, titre: &'a str) -> Self {
        Pli { id, titre, classe: "", ouvert: false }
    }
}
