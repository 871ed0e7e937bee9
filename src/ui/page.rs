//! The single page: the form at the left, the rights at the right.

use super::{
    Emetteur,
    formulaire::{fautes, questions},
    navigateur,
    resultats::les_resultats,
    titre,
};
use crate::vue::{formulaire::Section, pluriel, resultats::Resultats, route::Ecran};
use yew::prelude::*;

/// What the single page shows.
pub struct Page<'a> {
    pub ecran: Ecran,
    pub sections: &'a [Section],
    pub fautes: &'a [(String, String)],
    pub resultats: &'a Resultats,
    /// The month simulated, in words.
    pub mois: &'a str,
    pub outils: Html,
}

/// Sections that open one at a time, and the results that follow each answer.
pub fn page(page: Page, emetteur: &Emetteur) -> Html {
    let Page { ecran, sections, resultats, mois, outils, .. } = page;
    html! {
        <div class="page">
            <div class="formulaire">
                { titre("Votre situation") }
                { fautes(page.fautes) }
                // A list of its own, so that its keys count: a section that is added then leaves the focus where it is.
                <>{ for sections.iter().map(|section| volet(section, ecran == Ecran::Etape(section.rubrique), emetteur)) }</>
            </div>
            <div class="droits">{ outils }{ les_resultats(resultats, mois) }</div>
        </div>
    }
}

fn volet(section: &Section, ouvert: bool, emetteur: &Emetteur) -> Html {
    let rubrique = section.rubrique;
    let id = format!("volet-{}", rubrique.cle());
    let vers = if ouvert { Ecran::Droits } else { Ecran::Etape(rubrique) };
    let onclick = Callback::from(move |_: MouseEvent| navigateur::va(&vers.adresse()));
    let restantes = section.restantes();
    html! {
        <section class={classes!("volet", ouvert.then_some("ouvert"))} key={rubrique.cle()}>
            <h2>
                <button type="button" aria-expanded={ouvert.to_string()} aria-controls={id.clone()} {onclick}>
                    <span class="volet-titre">{ rubrique.titre() }</span>
                    if 0 < restantes { <span class="nombre">{ pluriel(restantes, "question", "questions") }</span> }
                    if !ouvert { <span class="volet-resume">{ section.resume() }</span> }
                </button>
            </h2>
            <div {id} class="volet-contenu" hidden={!ouvert}>if ouvert { { questions(section, 3, emetteur) } }</div>
        </section>
    }
}
