//! The keys of the page, told in a dialog.

use super::{
    balise::{Balise, balise, chacun},
    bouton,
    champ::{case, option},
    contexte::{Contexte, Message, Reaction},
    navigateur,
};
use crate::vue::raccourcis::{Effet, Ou, RACCOURCIS, Raccourci, touche_de};
use yew::{Callback, Event};

pub const DIALOGUE: &str = "raccourcis";

/// What is done with the keyboard, or about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Geste {
    Presse(Effet),
    /// Opens the list of the keys, or closes it.
    Liste(bool),
    /// Whether « ? » opens it.
    Signe(bool),
}
impl From<Geste> for Message {
    fn from(geste: Geste) -> Self {
        Message::Clavier(geste)
    }
}

#[derive(Clone, Copy, Debug, Default)]
pub struct Clavier {
    /// The list is shown.
    pub liste: bool,
    /// « ? » was switched off.
    pub sans_signe: bool,
}

/// The button that shows the list.
pub fn voir_la_liste(contexte: &Contexte) -> Balise {
    let Clavier { sans_signe, .. } = contexte.poste.clavier;
    let touche = (!sans_signe).then(|| touche_de(Effet::Liste));
    bouton("button.bouton.discret", contexte.envoie(Geste::Liste(true).into()))
        .attribut("aria-haspopup", "dialog")
        .attribut_si("aria-keyshortcuts", touche)
        .avec("Raccourcis clavier")
        .avec(touche.map(|touche| balise("kbd").attribut("aria-hidden", "true").avec(touche)))
}

/// The list of the keys.
pub fn la_liste(contexte: &Contexte) -> Balise {
    let une = |raccourci: &Raccourci| {
        balise("div").avec(balise("dt").avec(balise("kbd").avec(raccourci.ecrit))).avec(balise("dd").avec(raccourci.fait))
    };
    let la = |ou: Ou| {
        let ici = RACCOURCIS.iter().filter(move |raccourci| raccourci.ou == ou);
        balise("section").avec(balise("h3").avec(ou.libelle())).avec(balise("dl").avec(chacun(ici.map(une))))
    };
    let emetteur = contexte.emetteur.clone();
    let bascule: Reaction = Callback::from(move |e: Event| emetteur.emit(Geste::Signe(navigateur::cochee(&e)).into()));
    let ferme = contexte.envoie(Geste::Liste(false).into());
    balise("dialog.raccourcis")
        .attribut("id", DIALOGUE)
        .attribut("aria-labelledby", "raccourcis-titre")
        .a_la_fermeture(ferme.clone())
        // Read from its head, not from its first button, which is at its end.
        .avec(
            balise("h2")
                .attribut("id", "raccourcis-titre")
                .attribut("tabindex", "-1")
                .drapeau("autofocus", true)
                .avec("Raccourcis clavier"),
        )
        .avec(chacun(Ou::TOUS.into_iter().map(la)))
        .avec(balise("p").avec("Une date se tape d’un trait\u{a0}: 20042018, ou 20/4/2018."))
        .avec(option(case(!contexte.poste.clavier.sans_signe, bascule), "La touche «\u{a0}?\u{a0}» ouvre cette liste"))
        .avec(bouton("button.bouton", ferme).avec("Fermer"))
}
