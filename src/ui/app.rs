//! The one component of the page: its state, what each message changes in it, the address, the focus.

mod arrivees;
mod clavier;
mod poste;

use super::{
    cadre::cadre,
    coffre,
    contexte::{Contexte, Message},
    fiche, navigateur,
    poste::{Passage, REMPLACE},
    scenarios,
    simulation::Simulation,
};
use crate::{
    second::{au_second, au_troisieme},
    situation::{Coffre, Reponse, depuis_json, depuis_lien, vers_json, vers_lien},
    vue::{
        etat::{self, Action, Etat, Vue, applique},
        route::{Adresse, Ecran},
        scenarios::Geste,
    },
};
use std::mem;
use yew::{Component, Context, Html};

pub struct App {
    etat: Etat,
    contexte: Contexte,
    /// What the screens that ask and answer show; none on the others.
    simulation: Option<Simulation>,
    /// What was said to who hears the page, and what is going to be.
    dit: String,
    attente: Option<navigateur::Attente>,
    /// Whoever types an amount is going to have stopped.
    repos: Option<navigateur::Attente>,
    /// The calendar is going to follow the answers.
    calendrier: Option<navigateur::Attente>,
    /// The screen drawn last, and the field that takes the focus at the next drawing.
    dessine: Option<Ecran>,
    cible: Option<String>,
    _ecoutes: [Option<navigateur::Ecoute>; 4],
}

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let emetteur = ctx.link().callback(|message| message);
        let _ecoutes = poste::ecoutes(&emetteur);
        let etat = Etat::nouveau(navigateur::horloge::mois_courant());
        let contexte = Contexte::nouveau(emetteur);
        let (simulation, attente, repos, calendrier, dessine, cible) = (None, None, None, None, None, None);
        let mut app = App { etat, contexte, simulation, dit: String::new(), attente, repos, calendrier, dessine, cible, _ecoutes };
        if let Some(texte) = navigateur::garde() {
            app.etat = applique(applique(app.etat, Action::Garde(true)), Action::Charge(depuis_json(&texte)));
        }
        app.suit_l_adresse();
        app
    }

    fn update(&mut self, _: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Agit(action) => self.agit(*action),
            Message::Adresse => self.suit_l_adresse(),
            Message::Plie(id, ouvert) => return self.contexte.plie(id, ouvert),
            Message::Efface(demande) => self.contexte.efface = demande,
            Message::Enregistre => {
                au_second(|| self.enregistre());
            }
            Message::Partage => {
                au_second(|| self.partage());
            }
            Message::Fichier(texte) => {
                au_second(|| self.ouvre_le_fichier(&texte));
            }
            Message::Protege => {
                au_second(|| self.protege());
            }
            Message::Deprotege => {
                au_second(|| self.deprotege());
            }
            Message::Renonce => {
                self.contexte.coffre = None;
                self.cible = Some("titre".to_owned());
            }
            Message::Imprime => self.imprime(),
            Message::Passe(Passage::MiseAJour) => self.contexte.poste.mise_a_jour = true,
            Message::Passe(passage) => return au_second(|| self.passe(passage)).unwrap_or_default(),
            Message::Clavier(geste) => return au_second(|| self.au_clavier(geste)).unwrap_or_default(),
            Message::Fiche => self.fiche(),
            Message::Calendrier => self.simulation.iter_mut().for_each(Simulation::actualise),
            Message::Travail(adulte, salaire) => self.contexte.travail = (adulte, salaire),
            Message::Lots(geste) => {
                au_troisieme(|| self.contexte.lots.fais(&geste, &self.etat, &self.contexte.emetteur));
            }
            Message::Dit => self.dit = self.annonce().to_owned(),
        }
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        cadre(&self.etat, self.simulation.as_ref(), &self.dit, &self.contexte)
    }

    /// On a change of screen, the window takes its name and the head takes the focus; a link to a field gives it to the field.
    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        let ecran = self.etat.ecran;
        let avant = self.dessine.replace(ecran);
        if avant != Some(ecran) {
            navigateur::titre(&format!("{} · Juste Droit", ecran.titre()));
        }
        match (self.cible.take(), avant) {
            (Some(id), _) => navigateur::focalise(&id),
            (None, Some(avant)) if avant != ecran => {
                let meme_page = self.etat.vue == Vue::Page && avant.est_la_simulation() && ecran.est_la_simulation();
                if !meme_page {
                    navigateur::remonte();
                    navigateur::focalise("titre");
                }
            }
            _ => {}
        }
    }
}

impl App {
    /// Changes the state, and all that follows from it: the address, what is kept on the device, the results.
    fn agit(&mut self, action: Action) {
        const DELAI_MS: u32 = 900;
        self.contexte.efface = false;
        if matches!(action, Action::Charge(_) | Action::Efface) {
            self.contexte.travail = (0, None);
        }
        if action == Action::Efface {
            (self.contexte.coffre, self.contexte.lots) = Default::default();
        }
        if action == Action::Compare(Geste::Revient) {
            self.cible = self.etat.scenarios.modifie.map(scenarios::id);
        }
        // A file or a link in place of other answers: they can be given back.
        let remplace = matches!(&action, Action::Charge(Ok((autre, _))) if self.etat.est_commence() && *autre != self.etat.situation);
        let remplace = remplace.then(|| self.etat.clone());
        let avant = self.etat.ecran;
        let vide = Etat::nouveau(self.etat.mois);
        self.etat = applique(mem::replace(&mut self.etat, vide), action);
        if let Some(avant) = remplace {
            self.laisse_annuler(avant, REMPLACE);
        }
        let ecran = self.etat.ecran;
        if avant != ecran && Adresse::lis(&navigateur::fragment()) != Adresse::Ecran(ecran) {
            navigateur::va(&ecran.adresse());
        }
        self.retient();
        self.fait_venir();

        let emetteur = self.contexte.emetteur.clone();
        self.repos = self.etat.frappe.is_some().then(|| navigateur::plus_tard(DELAI_MS, move || emetteur.emit(Action::Repose.into())));

        let annonce = self.annonce().to_owned();
        let simulation = self.simulation.take();
        self.simulation = ecran.est_la_simulation().then(|| Simulation::de(&self.etat, simulation));
        if self.simulation.as_ref().is_some_and(Simulation::attend) {
            const DELAI_MS: u32 = 400;
            let emetteur = self.contexte.emetteur.clone();
            self.calendrier = Some(navigateur::plus_tard(DELAI_MS, move || emetteur.emit(Message::Calendrier)));
        }
        if self.annonce().is_empty() {
            self.dit.clear();
        }
        if annonce != self.annonce() {
            let emetteur = self.contexte.emetteur.clone();
            self.attente = Some(navigateur::plus_tard(DELAI_MS, move || emetteur.emit(Message::Dit)));
        }
    }

    /// Makes the printed sheet, of the answers of now.
    fn fiche(&mut self) {
        self.contexte.plie(fiche::PLI.to_owned(), true);
        self.simulation.iter_mut().for_each(Simulation::actualise);
    }

    /// The results in one line; nothing where they are not shown.
    fn annonce(&self) -> &str {
        self.simulation.as_ref().map_or("", Simulation::annonce)
    }

    /// Opens the screen of the address, or the situation that it holds. What is not a screen leaves the address, so that
    /// the same link works twice.
    fn suit_l_adresse(&mut self) {
        let action = match Adresse::lis(&navigateur::fragment()) {
            Adresse::Ecran(ecran) => Action::Ouvre(ecran),
            Adresse::Champ(ecran, id) => {
                self.cible = Some(id.clone());
                navigateur::remplace(&ecran.adresse());
                Action::Vise(ecran, id)
            }
            Adresse::Lien(lien) => {
                let lu = depuis_lien(&lien);
                let ecran = if lu.is_ok() { Ecran::Droits } else { self.etat.ecran };
                navigateur::remplace(&ecran.adresse());
                Action::Charge(lu)
            }
        };
        self.agit(action);
    }

    fn enregistre(&self) {
        navigateur::telecharge(&self.nom_du_fichier(""), &vers_json(&self.etat.situation, self.etat.mois));
    }

    fn nom_du_fichier(&self, suite: &str) -> String {
        format!("juste-droit-{}{suite}.json", self.etat.mois.ecris())
    }

    /// Opens a file, or asks first for its passphrase.
    fn ouvre_le_fichier(&mut self, texte: &str) {
        match Coffre::lis(texte) {
            None => {
                // The field of the passphrase leaves the screen.
                self.cible = self.contexte.coffre.take().map(|_| "titre".to_owned());
                self.agit(Action::Charge(depuis_json(texte)));
            }
            Some(Ok(coffre)) => {
                self.contexte.coffre = Some(coffre);
                self.cible = Some(coffre::DEMANDEE.to_owned());
            }
            Some(Err(faute)) => self.agit(Action::Charge(Err(faute))),
        }
    }

    /// Saves the file that a passphrase protects.
    fn protege(&mut self) {
        let phrase = navigateur::prends(coffre::NOUVELLE);
        if phrase.chars().count() < coffre::LETTRES_MIN {
            self.cible = Some(coffre::NOUVELLE.to_owned());
            return self.dit_que(coffre::TROP_COURTE, true);
        }
        self.dit_que(coffre::UN_INSTANT, false);
        let (nom, texte) = (self.nom_du_fichier("-protege"), vers_json(&self.etat.situation, self.etat.mois));
        let emetteur = self.contexte.emetteur.clone();
        navigateur::chiffre(phrase, texte, move |coffre| {
            let (texte, refus) = if coffre.is_some() { (coffre::ENREGISTRE, false) } else { (coffre::SANS_CHIFFRE, true) };
            coffre.into_iter().for_each(|coffre| navigateur::telecharge(&nom, &coffre.ecris()));
            emetteur.emit(Action::Annonce(etat::Message { texte: texte.into(), refus }).into());
        });
    }

    /// Opens the file that waits.
    fn deprotege(&mut self) {
        let Some(coffre) = self.contexte.coffre.clone() else { return };
        let phrase = navigateur::prends(coffre::DEMANDEE);
        if !navigateur::sait_chiffrer() {
            return self.dit_que(coffre::SANS_CHIFFRE, true);
        }
        self.dit_que(coffre::UN_INSTANT, false);
        let emetteur = self.contexte.emetteur.clone();
        navigateur::dechiffre(phrase, coffre, move |texte| match texte {
            Some(texte) => emetteur.emit(Message::Fichier(texte)),
            None => {
                emetteur.emit(Action::Annonce(etat::Message { texte: coffre::MAUVAISE.into(), refus: true }).into());
                navigateur::focalise_apres(coffre::DEMANDEE);
            }
        });
    }

    fn dit_que(&mut self, texte: &str, refus: bool) {
        self.agit(Action::Annonce(etat::Message { texte: texte.into(), refus }));
    }

    fn partage(&self) {
        let lien = navigateur::lien(&format!("s={}", vers_lien(&self.etat.situation, self.etat.mois)));
        let emetteur = self.contexte.emetteur.clone();
        navigateur::copie(lien, move |fait| emetteur.emit(Action::Annonce(lien_copie(fait)).into()));
    }
}

fn lien_copie(fait: bool) -> etat::Message {
    let texte = if fait {
        "Le lien est copié. Il contient vos réponses\u{a0}: ne le donnez qu’à des personnes de confiance."
    } else {
        "Le navigateur n’a pas permis de copier le lien. Enregistrez plutôt dans un fichier."
    };
    etat::Message { texte: texte.into(), refus: !fait }
}
