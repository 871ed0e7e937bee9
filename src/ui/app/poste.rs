//! What the page does between two families, and what the device refuses.

use super::{App, mem};
use crate::{
    moteur::COUVERTURE,
    second::au_second,
    situation::vers_json,
    ui::{
        contexte::{Contexte, Message},
        fiche, navigateur,
        poste::{ANNULABLE_MS, DIALOGUE, EFFACE, Passage, REPOS_MS, SURSIS_MS},
    },
    vue::{
        etat::{self, Action, Etat},
        profil::Profil,
    },
};
use yew::Callback;

const SANS_MEMOIRE: &str =
    "Ce navigateur refuse de garder vos réponses\u{a0}: sa mémoire est pleine ou fermée. Enregistrez-les dans un fichier.";
const SANS_IMPRIMANTE: &str =
    "Le navigateur refuse d’imprimer cette page. Enregistrez vos réponses dans un fichier, et ouvrez-le sur un autre appareil.";

/// What the window tells, whatever the screen.
pub(super) fn ecoutes(emetteur: &Callback<Message>) -> [Option<navigateur::Ecoute>; 4] {
    let evenements = [
        ("hashchange", Message::Adresse),
        ("beforeprint", Message::Fiche),
        ("afterprint", Message::Plie(fiche::PLI.to_owned(), false)),
        ("maj-prete", Message::Passe(Passage::MiseAJour)),
    ];
    evenements.map(|(evenement, message)| {
        let emetteur = emetteur.clone();
        navigateur::ecoute(evenement, move || emetteur.emit(message.clone()))
    })
}

fn refus(texte: &str) -> etat::Message {
    etat::Message { texte: texte.to_owned(), refus: true }
}

impl App {
    /// Once, as soon as the second file is there: says what is wrong with the clock, begins to look whether somebody is there.
    pub(super) fn s_installe(&mut self) {
        if !self.contexte.poste.ouvre(&self.contexte.emetteur) {
            return;
        }
        let mois = navigateur::horloge::mois_courant();
        let (debut, fin) = COUVERTURE;
        if mois < debut || fin < mois {
            let texte =
                format!("L’horloge de cet appareil dit {mois}. Les règles connues ici vont de {debut} à {fin}\u{a0}: choisissez le mois.");
            self.etat.message = Some(etat::Message { texte, refus: false });
        }
    }

    /// Says whether there is something to draw.
    pub(super) fn passe(&mut self, passage: Passage) -> bool {
        let en_sursis = self.contexte.poste.sursis.is_some();
        match passage {
            Passage::Suivante if self.etat.est_commence() => {
                let avant = self.change_de_famille();
                self.laisse_annuler(avant, EFFACE);
            }
            // Pressed again: what can be given back still can.
            Passage::Suivante => drop(self.change_de_famille()),
            Passage::Annule => self.revient(),
            Passage::Oublie => {
                self.contexte.poste.efface = None;
                self.cible = Some("titre".to_owned()).filter(|_| navigateur::a_le_focus("annuler"));
            }
            Passage::Continue => {
                self.contexte.poste.presence.set(navigateur::instant());
                self.veille();
            }
            Passage::Veille => {
                self.veille();
                self.contexte.poste.veille(&self.contexte.emetteur);
            }
            Passage::MiseAJour => {}
        }
        passage != Passage::Veille || en_sursis || self.contexte.poste.sursis.is_some()
    }

    /// For a while, « Annuler » gives this state back.
    pub(super) fn laisse_annuler(&mut self, avant: Etat, dit: &'static str) {
        let emetteur = self.contexte.emetteur.clone();
        let poste = &mut self.contexte.poste;
        poste.efface = Some((Box::new(avant), dit));
        poste.oubli = Some(navigateur::plus_tard(ANNULABLE_MS, move || emetteur.emit(Message::Passe(Passage::Oublie))));
    }

    /// Wipes all: the state, the folds, what pieces had in hand, what the device keeps, the steps of the history. Gives back the
    /// state that was.
    fn change_de_famille(&mut self) -> Etat {
        let mut neuf = Etat::nouveau(navigateur::horloge::mois_courant());
        let Etat { profil, vue, arrivees, .. } = self.etat;
        (neuf.profil, neuf.vue, neuf.arrivees) = (profil, vue, arrivees);
        let avant = mem::replace(&mut self.etat, neuf);
        let contexte = Contexte { arrivees, ..Contexte::nouveau(self.contexte.emetteur.clone()) };
        self.contexte.poste = mem::replace(&mut self.contexte, contexte).poste;
        (self.simulation, self.dit) = (None, String::new());
        // Who advises stays at the form.
        self.agit(profil.map_or(Action::Tait, |profil| Action::Choisit(profil, vue)));
        let emetteur = self.contexte.emetteur.clone();
        navigateur::oublie_les_pas(self.etat.ecran.adresse(), move || emetteur.emit(Message::Adresse));
        self.cible = Some("titre".to_owned());
        avant
    }

    fn revient(&mut self) {
        let poste = &mut self.contexte.poste;
        poste.oubli = None;
        let Some((mut avant, _)) = poste.efface.take() else { return };
        avant.arrivees = self.etat.arrivees;
        self.etat = *avant;
        navigateur::va(&self.etat.ecran.adresse());
        self.agit(Action::Tait);
        self.cible = Some("titre".to_owned());
    }

    /// In counsellor's view: after a while without anybody, warns; then wipes, and nothing can be given back.
    fn veille(&mut self) {
        let seul = self.etat.profil == Some(Profil::Conseil) && self.etat.est_commence();
        let poste = &mut self.contexte.poste;
        let reste = REPOS_MS + SURSIS_MS - (navigateur::instant() - poste.presence.get());
        let sursis = (seul && reste <= SURSIS_MS).then_some((reste / 1_000.0).ceil() as u32);
        let avant = mem::replace(&mut poste.sursis, sursis.filter(|reste| 0 < *reste));
        if avant.is_some() != poste.sursis.is_some() {
            navigateur::dialogue(DIALOGUE, avant.is_none());
        }
        if sursis == Some(0) {
            drop(self.change_de_famille());
        }
    }

    /// Keeps the answers on the device if the person asked so.
    pub(super) fn retient(&mut self) {
        let Etat { situation, mois, garde, scenarios, .. } = &self.etat;
        if !navigateur::retiens(garde.then(|| vers_json(scenarios.base(situation), *mois))) {
            self.etat.garde = false;
            au_second(|| self.etat.message = Some(refus(SANS_MEMOIRE)));
        }
    }

    pub(super) fn imprime(&mut self) {
        self.fiche();
        let emetteur = self.contexte.emetteur.clone();
        navigateur::imprime(move || emetteur.emit(Action::Annonce(refus(SANS_IMPRIMANTE)).into()));
    }
}
