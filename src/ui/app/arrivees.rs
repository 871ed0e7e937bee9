//! The parts of the site that come after the page.

use super::{App, mem};
use crate::{
    annexe::{self, communes},
    second::{Partie, au_second},
    ui::navigateur,
    vue::etat::{Action, Chargement},
};

impl App {
    /// Brings in what the state has been asking for since the last time.
    pub(super) fn fait_venir(&mut self) {
        let voulues = self.etat.arrivees;
        let avant = mem::replace(&mut self.contexte.arrivees, voulues);
        if avant.reste != voulues.reste {
            self.demande(voulues.reste, Some(Partie::Seconde), Some(annexe::NOM), |texte| Action::Recoit(annexe::recois(texte)));
            au_second(|| self.s_installe());
        }
        if avant.foyers != voulues.foyers {
            self.demande(voulues.foyers, Some(Partie::Troisieme), None, |_| Action::RecoitLesFoyers(Partie::Troisieme.est_la()));
        }
        if avant.communes != voulues.communes {
            self.demande(voulues.communes, None, Some(communes::NOM), |texte| Action::RecoitLesCommunes(communes::recois(texte)));
        }
    }

    fn demande(&self, ou: Chargement, partie: Option<Partie>, texte: Option<&str>, recu: fn(&str) -> Action) {
        let Chargement::EnAttente { encore } = ou else { return };
        let emetteur = self.contexte.emetteur.clone();
        navigateur::telecharge_du_site(partie, texte, encore, Box::new(move |texte| emetteur.emit(recu(texte).into())));
    }
}
