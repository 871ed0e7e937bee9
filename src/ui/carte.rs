//! A right.

use super::{Pli, courbe::CourbeVue, dehors, explication::explication};
use crate::{
    moteur::{Aide, Demarche},
    vue::resultats::Carte,
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct CarteProps {
    pub carte: Carte,
}

/// What it gives, what it lacks or why not; then its reasons, what to do, what is not counted.
#[component]
pub fn CarteVue(props: &CarteProps) -> Html {
    let Carte { aide, pour, montant, manques, motifs, limite, reserves, volets, courbe, .. } = &props.carte;
    let id = props.carte.id();
    html! {
        <article class={classes!("carte", format!("famille-{}", aide.famille.cle()))} aria-labelledby={id.clone()}>
            <header class="carte-tete">
                <h3 id={id.clone()}>{ aide.nom }if let Some(pour) = pour { <span class="pour">{ format!(" · {pour}") }</span> }</h3>
                if let Some(montant) = montant { <p class="montant vif" key={montant.clone()}>{ montant }</p> }
            </header>
            <p class="resume"><span class="famille">{ aide.famille.nom() }</span>{ " · " }{ aide.resume }</p>
            if !manques.is_empty() {
                <p class="liste-titre" id={format!("{id}-manques")}>{ "Il manque\u{a0}:" }</p>
                <ul class="manques" aria-labelledby={format!("{id}-manques")}>
                    { for manques.iter().map(|(libelle, adresse)| html! { <li><a href={adresse.clone()}>{ libelle }</a></li> }) }
                </ul>
            }
            if !motifs.is_empty() {
                <p class="liste-titre">{ "Vous n’y avez pas droit aujourd’hui. Il faudrait\u{a0}:" }</p>
                <ul class="motifs">
                    { for motifs.iter().map(|(motif, des)| html! {
                        <li>{ motif }if let Some(des) = des { <span class="des">{ format!(", à partir du {des}") }</span> }</li>
                    }) }
                </ul>
            }
            if let Some(limite) = limite { <p class="limite">{ limite }</p> }
            { for reserves.iter().map(|reserve| html! { <p class="reserve">{ reserve }</p> }) }
            <div class="plis">
                <Pli titre="Pourquoi">
                    { for volets.iter().map(|(titre, blocs)| html! {
                        <>
                            if let Some(titre) = titre { <h4>{ titre }</h4> }
                            { explication(blocs) }
                        </>
                    }) }
                </Pli>
                if let Some(sujet) = courbe {
                    <Pli titre="Selon les revenus du conjoint"><CourbeVue sujet={sujet.clone()} /></Pli>
                }
                <Pli titre="Que faire">{ que_faire(aide) }</Pli>
                <Pli titre="Textes et limites">{ textes(aide) }</Pli>
            </div>
        </article>
    }
}

fn que_faire(aide: &Aide) -> Html {
    let Demarche { decide, ou, pieces, delais, contacts } = &aide.demarche;
    let ligne = |nom: &str, valeur: &str| {
        let (nom, valeur) = (nom.to_owned(), valeur.to_owned());
        html! { if !valeur.is_empty() { <dt>{ nom }</dt><dd>{ valeur }</dd> } }
    };
    html! {
        <dl class="demarche">
            { ligne("Qui décide", decide) }
            { ligne("Où demander", ou) }
            if !pieces.is_empty() {
                <dt>{ "À préparer" }</dt>
                <dd><ul>{ for pieces.iter().map(|piece| html! { <li>{ *piece }</li> }) }</ul></dd>
            }
            { ligne("Délais", delais) }
            if !contacts.is_empty() {
                <dt>{ "Liens" }</dt>
                <dd><ul>{ for contacts.iter().map(|contact| html! { <li>{ dehors(contact.lien, contact.nom) }</li> }) }</ul></dd>
            }
        </dl>
    }
}

fn textes(aide: &Aide) -> Html {
    html! {
        <>
            if !aide.limites.is_empty() {
                <h4>{ "Ce qui n’est pas pris en compte" }</h4>
                <ul>{ for aide.limites.iter().map(|limite| html! { <li>{ *limite }</li> }) }</ul>
            }
            <h4>{ "Textes" }</h4>
            <ul>{ for aide.textes.iter().map(|article| html! { <li>{ dehors(article.lien, article.nom) }</li> }) }</ul>
        </>
    }
}
