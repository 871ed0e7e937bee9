//! The reasons of a right: a tree of lines.

use super::dehors;
use crate::vue::explication::{Bloc, Ligne, Renvoi, Signe, Variante};
use yew::prelude::*;

/// Every line, with its sign, its value at the right, and where it comes from.
pub fn explication(blocs: &[Bloc]) -> Html {
    html! {
        <ul class="explication">
            { for blocs.iter().map(|bloc| match bloc {
                Bloc::Ligne(ligne) => une_ligne(ligne),
                Bloc::Variantes { variantes, difference } => cote_a_cote(variantes, difference.as_deref()),
            }) }
        </ul>
    }
}

fn une_ligne(ligne: &Ligne) -> Html {
    let Ligne { signe, quoi, valeur, operation, renvoi, details } = ligne;
    html! {
        <li class={classes!("ligne", signe.cle())}>
            <div class="ligne-tete">
                if *signe != Signe::Donnee && *signe != Signe::Note { <span class="signe" aria-hidden="true">{ signe.glyphe() }</span> }
                <span class="quoi">
                    <span class="invisible">{ signe.dit() }</span>{ quoi }
                    if let Some(operation) = operation { <span class="operation">{ operation }</span> }
                    if let Some(renvoi) = renvoi { <span class="renvoi">{ un_renvoi(renvoi) }</span> }
                </span>
                if let Some(valeur) = valeur { <span class="valeur">{ valeur }</span> }
            </div>
            if !details.is_empty() { { explication(details) } }
        </li>
    }
}

fn un_renvoi(renvoi: &Renvoi) -> Html {
    match renvoi {
        Renvoi::Reponse { adresse } => {
            html! { <a href={adresse.clone()}>{ "votre réponse" }<span aria-hidden="true">{ "\u{a0}✎" }</span></a> }
        }
        Renvoi::Texte { avant, nom, lien, note } => html! {
            <>
                if let Some(avant) = avant { { avant }{ ", " } }
                if lien.is_empty() { { nom } } else { { dehors(lien, nom) } }
                if let Some(note) = note { <span class="confiance">{ note }</span> }
            </>
        },
    }
}

fn cote_a_cote(variantes: &[Variante], difference: Option<&str>) -> Html {
    html! {
        <li class="variantes">
            <div class="colonnes">
                { for variantes.iter().map(|variante| html! {
                    <section class={classes!("variante", variante.retenue.then_some("retenue"))}>
                        <p class="variante-titre">
                            <span>{ &variante.titre }</span>
                            if variante.retenue { <span class="etiquette">{ "versé" }</span> }
                        </p>
                        <p class="montant">{ variante.valeur.as_deref().unwrap_or("pas de montant") }</p>
                        { explication(&variante.blocs) }
                    </section>
                }) }
            </div>
            if let Some(difference) = difference { <p class="difference">{ "Différence\u{a0}: " }<strong>{ difference }</strong></p> }
        </li>
    }
}
