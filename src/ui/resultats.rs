//! The sums and the groups of cards.

use super::{carte::CarteVue, navigateur};
use crate::vue::{
    majuscule, pluriel,
    resultats::{Carte, Rang, Resultats, Sommes},
};
use yew::prelude::*;

/// All that was found: sums, then rights, from the surest to what is not open. `mois` in words.
pub fn les_resultats(resultats: &Resultats, mois: &str) -> Html {
    let Resultats { sommes, groupes, reperes, hors_periode, .. } = resultats;
    html! {
        <div class="resultats">
            if *hors_periode {
                <p class="avis">{ format!("{} n’est pas un mois que nous savons simuler. Choisissez-en un autre.", majuscule(mois)) }</p>
            }
            { les_sommes(sommes) }
            { for groupes.iter().map(|(rang, cartes)| groupe(*rang, cartes)) }
            if !reperes.is_empty() {
                <section class="groupe-droits reperes" aria-labelledby="groupe-reperes">
                    <h2 id="groupe-reperes">{ "Repères" }</h2>
                    <p class="aide">{ "Des chiffres que les aides regardent. Ce n’est pas de l’argent versé." }</p>
                    { les_cartes(reperes) }
                </section>
            }
            { notice(mois) }
        </div>
    }
}

/// Sure amounts only; one period is never added to another.
fn les_sommes(sommes: &Sommes) -> Html {
    let Sommes { par_mois, par_an, une_fois, a_confirmer, a_completer } = sommes;
    let vide = par_mois.is_none() && par_an.is_none() && une_fois.is_none();
    let compte = |nombre: &usize| (0 < *nombre).then(|| nombre.to_string());
    let sommes = [
        ("Par mois", par_mois.clone().or_else(|| vide.then(|| "—".to_owned()))),
        ("Par an", par_an.clone()),
        ("En une fois", une_fois.clone()),
        ("Montant à confirmer", compte(a_confirmer)),
        ("À compléter", compte(a_completer)),
    ];
    let somme = |(libelle, valeur): (&str, Option<String>)| {
        let valeur = valeur?;
        Some(html! { <div class="somme"><dt>{ libelle }</dt><dd class="vif" key={valeur.clone()}>{ valeur }</dd></div> })
    };
    html! { <dl class="sommes">{ for sommes.into_iter().filter_map(somme) }</dl> }
}

fn les_cartes(cartes: &[Carte]) -> Html {
    html! { <>{ for cartes.iter().map(|carte| html! { <CarteVue key={carte.id()} carte={carte.clone()} /> }) }</> }
}

fn groupe(rang: Rang, cartes: &[Carte]) -> Html {
    let id = format!("groupe-{}", rang.cle());
    let contenu = if rang == Rang::PasMaintenant {
        let nombre = pluriel(cartes.len(), "aide", "aides");
        html! {
            <details class="pli">
                <summary><h2 id={id.clone()}>{ rang.titre() }<span class="nombre">{ format!(" · {nombre}") }</span></h2></summary>
                <div class="pli-contenu">{ les_cartes(cartes) }</div>
            </details>
        }
    } else {
        html! { <><h2 id={id.clone()}>{ rang.titre() }</h2>{ les_cartes(cartes) }</> }
    };
    html! { <section class={classes!("groupe-droits", rang.cle())} key={rang.cle()} aria-labelledby={id}>{ contenu }</section> }
}

/// What every result and every sheet says.
fn notice(mois: &str) -> Html {
    html! {
        <p class="notice">
            { "Une estimation, pas une décision. Règles de\u{a0}" }{ mois }
            { "\u{a0}; seul l’organisme qui verse l’aide décide\u{a0}: la Caf, la MSA ou le service d’action sociale. " }
            <a href="#/limites">{ "Ce qui n’est pas pris en compte" }</a>
        </p>
    }
}

#[derive(Properties, PartialEq)]
pub struct AnnonceProps {
    pub texte: String,
}

/// Says the result to who hears the page, once it has stopped changing.
#[component]
pub fn Annonce(props: &AnnonceProps) -> Html {
    const DELAI_MS: u32 = 900;
    let dit = use_state(String::new);
    {
        let dit = dit.clone();
        use_effect_with(props.texte.clone(), move |texte| {
            let texte = texte.clone();
            let attente = navigateur::plus_tard(DELAI_MS, move || dit.set(texte));
            move || drop(attente)
        });
    }
    html! { <p class="invisible" role="status" aria-live="polite">{ &*dit }</p> }
}
