//! A question, whatever its kind.

use super::{Emetteur, Pli, date::date, envoie, navigateur};
use crate::{
    situation::Option_,
    vue::{
        etat::Action,
        formulaire::{Champ, Controle, Entree},
    },
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct QuestionProps {
    pub entree: Entree,
    pub emetteur: Emetteur,
}

/// A question with its label, its help, its error and « Je ne sais pas ».
#[component]
pub fn Question(props: &QuestionProps) -> Html {
    let QuestionProps { entree, emetteur } = props;
    let saisie = |mode: Mode| simple(entree, emetteur, texte(&entree.champ, emetteur, decrit(entree), mode));
    match &entree.controle {
        Controle::Texte => saisie(Mode { clavier: "text", suffixe: None }),
        Controle::Nombre => saisie(Mode { clavier: "decimal", suffixe: Some("") }),
        Controle::Montant(suffixe) => saisie(Mode { clavier: "decimal", suffixe: Some(suffixe) }),
        Controle::Mensuel(mois) => simple(entree, emetteur, mensuel(entree, mois, emetteur)),
        Controle::Liste(options) => simple(entree, emetteur, liste(entree, options, emetteur)),
        Controle::Jour => groupe(entree, date(&entree.champ, true, emetteur)),
        Controle::MoisCivil => groupe(entree, date(&entree.champ, false, emetteur)),
        Controle::Radios(options) => groupe(entree, radios(entree, options, emetteur)),
        Controle::Cases(options) => groupe(entree, cases(entree, options, emetteur)),
    }
}

/// A question of one field.
fn simple(entree: &Entree, emetteur: &Emetteur, champ: Html) -> Html {
    // In a list, « Je ne sais pas » is one of the options.
    let ignore = entree.ignore.filter(|_| !matches!(entree.controle, Controle::Liste(_)));
    html! {
        <div class={classe(&entree.champ)}>
            <label for={entree.champ.id.clone()}>{ &entree.libelle }</label>
            { aide(entree) }
            { erreur(&entree.champ) }
            { champ }
            if let Some(ignore) = ignore { { je_ne_sais_pas(&entree.champ, ignore, emetteur) } }
        </div>
    }
}

/// A question of several fields.
fn groupe(entree: &Entree, champs: Html) -> Html {
    html! {
        <fieldset class={classe(&entree.champ)} id={entree.champ.id.clone()} aria-describedby={decrit(entree)}>
            <legend>{ &entree.libelle }</legend>
            { aide(entree) }
            { erreur(&entree.champ) }
            { champs }
        </fieldset>
    }
}

fn classe(champ: &Champ) -> Classes {
    classes!("champ", champ.erreur.is_some().then_some("en-erreur"))
}
fn aide(entree: &Entree) -> Html {
    html! { if !entree.aide.is_empty() { <p class="aide" id={format!("{}-aide", entree.champ.id)}>{ &entree.aide }</p> } }
}
fn erreur(champ: &Champ) -> Html {
    html! { if let Some(erreur) = &champ.erreur { <p class="erreur" id={format!("{}-erreur", champ.id)}>{ erreur }</p> } }
}
/// The ids of what describes the field: help, then error.
fn decrit(entree: &Entree) -> Option<String> {
    let Champ { id, erreur, .. } = &entree.champ;
    let aide = (!entree.aide.is_empty()).then(|| format!("{id}-aide"));
    let ids: Vec<String> = aide.into_iter().chain(erreur.as_ref().map(|_| format!("{id}-erreur"))).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

/// The keyboard of a phone, and for a figure what follows it.
struct Mode {
    clavier: &'static str,
    suffixe: Option<&'static str>,
}

fn texte(champ: &Champ, emetteur: &Emetteur, decrit: Option<String>, mode: Mode) -> Html {
    let cle = champ.cle;
    let oninput = emetteur.reform(move |e: InputEvent| Action::Saisit(cle, navigateur::texte(&e)));
    html! {
        <div class={classes!("saisie", mode.suffixe.map(|_| "courte"))}>
            <input type="text" id={champ.id.clone()} value={champ.texte.clone()} inputmode={mode.clavier} autocomplete="off"
                {oninput} onblur={envoie(emetteur, Action::Quitte(cle))}
                aria-invalid={champ.erreur.is_some().then_some("true")} aria-describedby={decrit} />
            if let Some(suffixe) = mode.suffixe { <span class="suffixe">{ suffixe }</span> }
        </div>
    }
}

/// An amount each month, with the months that differ.
fn mensuel(entree: &Entree, mois: &[(String, Champ)], emetteur: &Emetteur) -> Html {
    let un_mois = |(nom, champ): &(String, Champ)| {
        let decrit = champ.erreur.as_ref().map(|_| format!("{}-erreur", champ.id));
        html! {
            <div class={classe(champ)} key={champ.id.clone()}>
                <label for={champ.id.clone()}>{ nom }</label>
                { erreur(champ) }
                { texte(champ, emetteur, decrit, Mode { clavier: "decimal", suffixe: Some("€") }) }
            </div>
        }
    };
    html! {
        <>
            { texte(&entree.champ, emetteur, decrit(entree), Mode { clavier: "decimal", suffixe: Some("€ par mois") }) }
            <Pli class="mois-a-part" titre="Un mois était différent" ouvert={mois.iter().any(|(_, champ)| !champ.texte.is_empty())}>
                { for mois.iter().map(un_mois) }
            </Pli>
        </>
    }
}

fn radios(entree: &Entree, options: &[Option_], emetteur: &Emetteur) -> Html {
    let Champ { cle, id, texte, .. } = &entree.champ;
    let radio = |valeur: &'static str, libelle: &'static str, choisi: bool, action: Action| {
        html! {
            <label class={classes!("option", (valeur == IGNORE).then_some("ignore"))}>
                <input type="radio" name={id.clone()} value={valeur} checked={choisi} onchange={envoie(emetteur, action)} />
                <span>{ libelle }</span>
            </label>
        }
    };
    html! {
        <div class={classes!("options", (options.iter().all(|o| o.libelle.len() < 15)).then_some("en-ligne"))}>
            { for options.iter().map(|o| radio(o.cle, o.libelle, texte == o.cle, Action::Repond(*cle, o.cle.to_owned()))) }
            if let Some(ignore) = entree.ignore { { radio(IGNORE, "Je ne sais pas", ignore, Action::Ignore(*cle, true)) } }
        </div>
    }
}

fn cases(entree: &Entree, options: &[(String, String)], emetteur: &Emetteur) -> Html {
    let cle = entree.champ.cle;
    let case = |(valeur, libelle): &(String, String)| {
        let cochee = entree.champ.texte.split(',').any(|choisie| choisie == valeur);
        let onchange = {
            let valeur = valeur.clone();
            emetteur.reform(move |e: Event| Action::Coche(cle, valeur.clone(), navigateur::cochee(&e)))
        };
        html! { <label class="option"><input type="checkbox" value={valeur.clone()} checked={cochee} {onchange} /><span>{ libelle }</span></label> }
    };
    html! {
        <div class="options">
            { for options.iter().map(case) }
            if let Some(ignore) = entree.ignore { { je_ne_sais_pas(&entree.champ, ignore, emetteur) } }
        </div>
    }
}

/// « Je ne sais pas » beside a field.
fn je_ne_sais_pas(champ: &Champ, ignore: bool, emetteur: &Emetteur) -> Html {
    let cle = champ.cle;
    let onchange = emetteur.reform(move |e: Event| Action::Ignore(cle, navigateur::cochee(&e)));
    html! { <label class="option ignore"><input type="checkbox" checked={ignore} {onchange} /><span>{ "Je ne sais pas" }</span></label> }
}

const IGNORE: &str = "?";

/// A list to open; on a phone the system's own.
fn liste(entree: &Entree, options: &[Option_], emetteur: &Emetteur) -> Html {
    let Entree { champ, ignore, .. } = entree;
    let cle = champ.cle;
    let onchange = emetteur.reform(move |e: Event| match navigateur::option(&e) {
        option if option == IGNORE => Action::Ignore(cle, true),
        option => Action::Repond(cle, option),
    });
    let option =
        |o: &Option_| html! { <option value={o.cle} selected={champ.texte == o.cle}>{ format!("{} – {}", o.cle, o.libelle) }</option> };
    html! {
        <select id={champ.id.clone()} {onchange} aria-describedby={decrit(entree)}>
            <option value="" selected={champ.texte.is_empty() && *ignore != Some(true)}>{ "Choisir…" }</option>
            { for options.iter().map(option) }
            if let Some(ignore) = ignore { <option value={IGNORE} selected={*ignore}>{ "Je ne sais pas" }</option> }
        </select>
    }
}
