//! The single page: the form at the left, the rights at the right.

use super::{
    balise::{Balise, balise, chacun},
    bouton,
    contexte::Contexte,
    formulaire::{fautes, questions},
    navigateur,
    outils::outils,
    titre,
};
use crate::vue::{etat::Etat, formulaire::Section, pluriel, route::Ecran};
use yew::{Callback, Event};

/// What the single page shows.
pub struct Page<'a> {
    pub etat: &'a Etat,
    pub sections: &'a [Section],
    pub fautes: &'a [(String, String)],
    /// What was found.
    pub droits: Balise,
}

/// Sections that open one at a time, and the results that follow each answer.
pub fn page(page: Page, contexte: &Contexte) -> Balise {
    let Page { etat, sections, fautes: illisibles, droits } = page;
    let volets = sections.iter().map(|section| volet(section, etat.ecran == Ecran::Etape(section.rubrique), contexte));
    // The focus comes here once the last question is passed.
    let les_droits = balise("div.droits")
        .attribut("id", "droits")
        .attribut("tabindex", "-1")
        .attribut("role", "region")
        .attribut("aria-label", Ecran::Droits.titre());
    balise("div.page")
        .avec(balise("div.formulaire").avec(titre("Votre situation")).avec(fautes(illisibles)).avec(chacun(volets)))
        .avec(les_droits.avec(outils(etat, contexte)).avec(droits))
}

fn volet(section: &Section, ouvert: bool, contexte: &Contexte) -> Balise {
    let rubrique = section.rubrique;
    let id = format!("volet-{}", rubrique.cle());
    let vers = if ouvert { Ecran::Droits } else { Ecran::Etape(rubrique) };
    let onclick = Callback::from(move |_: Event| navigateur::va(&vers.adresse()));
    let restantes = section.en_attente().count();
    let bouton = bouton("button", onclick)
        .attribut("aria-expanded", if ouvert { "true" } else { "false" })
        .attribut("aria-controls", &id)
        .avec(balise("span.volet-titre").avec(rubrique.titre()))
        .avec((0 < restantes).then(|| balise("span.nombre").avec(pluriel(restantes, "question", "questions"))))
        .avec((!ouvert).then(|| balise("span.volet-resume").avec(section.resume())));
    let contenu =
        balise("div.volet-contenu").attribut("id", &id).drapeau("hidden", !ouvert).avec(ouvert.then(|| questions(section, 3, contexte)));
    balise("section.volet").classe_si(ouvert, "ouvert").cle(rubrique.cle()).avec(balise("h2").avec(bouton)).avec(contenu)
}
