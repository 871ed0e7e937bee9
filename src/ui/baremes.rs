//! The screen of local scales: open, check, change, save, remove.

use super::{Emetteur, envoie, navigateur, titre};
use crate::vue::{
    baremes::{Baremes, Geste, Noeud, nom, publies},
    etat::Action,
    route::Ecran,
};
use yew::prelude::*;

pub fn les_baremes(baremes: &Baremes, emetteur: &Emetteur) -> Html {
    let ouvre = {
        let emetteur = emetteur.clone();
        Callback::from(move |e: Event| navigateur::lis_le_fichier(&e, emetteur.reform(|texte| Action::Bareme(Geste::Ouvre(texte)))))
    };
    let copie = emetteur.reform(|e: Event| Action::Bareme(navigateur::option(&e).parse().map_or(Geste::Ferme, Geste::Copie)));
    html! {
        <div class="lecture">
            { titre(Ecran::Baremes.titre()) }
            <p class="chapeau">
                { "Chaque Caf fixe ses aides aux vacances, et le ministère ne publie pas toutes ses tranches. Qui a un barème peut l’ouvrir ici\u{a0}: " }
                { "les droits se calculent alors avec lui, sur cet appareil seulement, jusqu’à la fermeture de la page." }
            </p>
            <div class="gestes">
                { super::outils::bouton_fichier("Ouvrir un fichier de barème", ouvre) }
                <label class="invisible" for="bareme-publie">{ "Partir d’un barème publié" }</label>
                <select id="bareme-publie" onchange={copie}>
                    <option value="" selected=true>{ "Partir d’un barème publié…" }</option>
                    { for publies().into_iter().enumerate().map(|(rang, nom)| html! { <option value={rang.to_string()}>{ nom }</option> }) }
                </select>
            </div>
            if let Some(noeuds) = baremes.formulaire() { { ouvert(baremes, &noeuds, emetteur) } }
        </div>
    }
}

fn ouvert(baremes: &Baremes, noeuds: &[Noeud], emetteur: &Emetteur) -> Html {
    let fichier = baremes.fichier();
    let enregistre = {
        let fichier = fichier.clone().unwrap_or_default();
        Callback::from(move |_: MouseEvent| navigateur::telecharge("bareme-local.json", &fichier))
    };
    let etat = match &baremes.faute {
        Some(faute) => {
            html! { <p class="avis refus" role="status">{ faute.to_string() }{ " Les droits gardent la dernière version juste." }</p> }
        }
        None => html! {
            <div class="avis" role="status">
                <p>{ "Pris en compte dans les droits\u{a0}:" }</p>
                <ul>{ for baremes.ouverts.iter().map(|bareme| html! { <li>{ nom(bareme) }</li> }) }</ul>
            </div>
        },
    };
    html! {
        <>
            { etat }
            <div class="arbre">{ for noeuds.iter().map(|un| noeud(un, emetteur)) }</div>
            <div class="gestes">
                <button type="button" class="bouton" disabled={fichier.is_none()} onclick={enregistre}>{ "Enregistrer le fichier" }</button>
                <button type="button" class="bouton second" onclick={envoie(emetteur, Action::Bareme(Geste::Ferme))}>{ "Retirer ces barèmes" }</button>
            </div>
        </>
    }
}

fn noeud(noeud_: &Noeud, emetteur: &Emetteur) -> Html {
    match noeud_ {
        Noeud::Feuille { pointeur, nom, texte, faute } => {
            let erreur = faute.as_ref().map(|_| format!("{pointeur}-erreur"));
            let oninput = {
                let pointeur = pointeur.clone();
                emetteur.reform(move |e: InputEvent| Action::Bareme(Geste::Ecrit(pointeur.clone(), navigateur::texte(&e))))
            };
            html! {
                <div class={classes!("champ", faute.is_some().then_some("en-erreur"))} key={pointeur.clone()}>
                    <label for={pointeur.clone()}>{ nom }</label>
                    if let Some(faute) = faute { <p class="erreur" id={format!("{pointeur}-erreur")}>{ faute }</p> }
                    <input type="text" id={pointeur.clone()} value={texte.clone()} {oninput} aria-invalid={faute.is_some().then_some("true")} aria-describedby={erreur} />
                </div>
            }
        }
        Noeud::Groupe { pointeur, nom, est_une_ligne, noeuds } => html! {
            <fieldset class="branche" key={pointeur.clone()}>
                <legend>{ nom }</legend>
                { for noeuds.iter().map(|un| noeud(un, emetteur)) }
                if *est_une_ligne {
                    <div class="gestes">
                        <button type="button" class="bouton discret" onclick={envoie(emetteur, Action::Bareme(Geste::Double(pointeur.clone())))}>{ "Ajouter une ligne après" }</button>
                        <button type="button" class="bouton discret" onclick={envoie(emetteur, Action::Bareme(Geste::Retire(pointeur.clone())))}>{ "Retirer cette ligne" }</button>
                    </div>
                }
            </fieldset>
        },
    }
}
