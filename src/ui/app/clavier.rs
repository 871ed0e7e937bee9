//! What the keys of the page do.

use super::App;
use crate::{
    situation::Rubrique,
    ui::{
        clavier::{DIALOGUE, Geste},
        navigateur,
        poste::Passage,
    },
    vue::{
        etat::Action,
        formulaire::{Entree, illisibles},
        raccourcis::{Effet, dans_une_autre},
        route::Ecran,
    },
};

impl App {
    /// Says whether there is something to draw.
    pub(super) fn au_clavier(&mut self, geste: Geste) -> bool {
        let clavier = &mut self.contexte.poste.clavier;
        match geste {
            Geste::Presse(Effet::Question) if navigateur::question_suivante() => false,
            Geste::Presse(Effet::Question | Effet::Rubrique) => self.rubrique_suivante(),
            Geste::Presse(Effet::Famille) => {
                self.montre_les_touches(false);
                self.passe(Passage::Suivante)
            }
            Geste::Presse(Effet::Fiche) => {
                self.imprime();
                true
            }
            Geste::Presse(Effet::Liste) => !clavier.sans_signe && self.montre_les_touches(true),
            Geste::Liste(montre) => self.montre_les_touches(montre),
            Geste::Signe(sert) => {
                clavier.sans_signe = !sert;
                true
            }
        }
    }

    fn montre_les_touches(&mut self, montre: bool) -> bool {
        self.contexte.poste.clavier.liste = montre;
        navigateur::dialogue(DIALOGUE, montre);
        true
    }

    /// To a question that waits in another subject; when none is left, to the rights. Not past a text that cannot be read: the
    /// subject would close on it.
    fn rubrique_suivante(&mut self) -> bool {
        let (Ecran::Etape(ici), Some(simulation)) = (self.etat.ecran, &self.simulation) else { return false };
        let sections = simulation.sections();
        let illisibles = sections.iter().find(|section| section.rubrique == ici).map(|section| illisibles(&self.etat, section));
        if let Some(illisibles) = illisibles.filter(|illisibles| !illisibles.is_empty()) {
            illisibles.into_iter().for_each(|cle| self.agit(Action::Quitte(cle)));
            self.cible = Some("fautes".to_owned());
            return true;
        }
        let vers = |(rubrique, entree): (Rubrique, &Entree)| (Ecran::Etape(rubrique), entree.champ.id.clone());
        let (ecran, cible) = dans_une_autre(sections, ici).map_or((Ecran::Droits, "droits".to_owned()), vers);
        self.agit(Action::Ouvre(ecran));
        if ecran == Ecran::Droits {
            navigateur::remonte();
        }
        self.cible = Some(cible);
        true
    }
}
