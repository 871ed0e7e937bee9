//! The questions of a subject.

use super::{Emetteur, champ::Question, envoie};
use crate::vue::{
    etat::Action,
    formulaire::{Groupe, Liste, Section},
};
use yew::prelude::*;

/// Every question of a subject, group by group. `niveau` is the level of the heads of the groups.
pub fn questions(section: &Section, niveau: u8, emetteur: &Emetteur) -> Html {
    let ajout = section.ajout.map(|liste| match liste {
        Liste::Enfants => (Action::AjouteEnfant, "Ajouter un enfant, né ou à naître"),
        Liste::Sejours => (Action::AjouteSejour, "Ajouter un projet de vacances"),
    });
    html! {
        <div class="questions">
            if section.groupes.is_empty() { <p class="vide">{ "Rien à demander ici pour l’instant." }</p> }
            // A list of its own: among children without keys it would be made anew, and the focus lost, when one is added.
            <>{ for section.groupes.iter().map(|un| groupe(un, niveau, emetteur)) }</>
            if let Some((action, libelle)) = ajout {
                <button type="button" class="bouton second" onclick={envoie(emetteur, action)}><span aria-hidden="true">{ "+\u{a0}" }</span>{ libelle }</button>
            }
        </div>
    }
}

fn groupe(groupe: &Groupe, niveau: u8, emetteur: &Emetteur) -> Html {
    let Groupe { lieu, titre, retirable, entrees } = groupe;
    let key = format!("{lieu:?}");
    let question = |entree: &crate::vue::formulaire::Entree| {
        html! { <Question key={entree.champ.id.clone()} entree={entree.clone()} emetteur={emetteur.clone()} /> }
    };
    let questions = html! { <>{ for entrees.iter().map(question) }</> };
    match titre {
        None => html! { <div class="groupe" {key}>{ questions }</div> },
        Some(titre) => html! {
            <div class="groupe cadre" {key} role="group" aria-label={titre.clone()}>
                <div class="groupe-tete">
                    <@{format!("h{niveau}")} class="groupe-titre">{ titre }</@>
                    if *retirable {
                        <button type="button" class="bouton discret" onclick={envoie(emetteur, Action::Retire(*lieu))}>
                            { "Retirer" }<span class="invisible">{ format!(" {titre}") }</span>
                        </button>
                    }
                </div>
                { questions }
            </div>
        },
    }
}

/// The answers that could not be read: label of the question, address of its field.
pub fn fautes(fautes: &[(String, String)]) -> Html {
    let titre = if fautes.len() == 1 { "Une réponse n’a pas pu être lue" } else { "Des réponses n’ont pas pu être lues" };
    html! {
        if !fautes.is_empty() {
            <div class="avis refus" id="fautes" tabindex="-1" role="group" aria-labelledby="fautes-titre">
                <p id="fautes-titre"><strong>{ titre }</strong></p>
                <ul>{ for fautes.iter().map(|(libelle, adresse)| html! { <li><a href={adresse.clone()}>{ libelle }</a></li> }) }</ul>
            </div>
        }
    }
}
