//! What can be done with a situation: month, view, save, open, share, print, keep, wipe.

use super::{Emetteur, Pli, envoie, navigateur};
use crate::{
    grandeurs::MoisCivil,
    moteur::COUVERTURE,
    situation::{Reponse, depuis_json, vers_json, vers_lien},
    vue::etat::{Action, Etat, Message, Vue},
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct OutilsProps {
    pub etat: Rc<Etat>,
    pub emetteur: Emetteur,
}

/// The month, the view, and what is done with the situation; wiping asks twice.
#[component]
pub fn Outils(props: &OutilsProps) -> Html {
    let OutilsProps { etat, emetteur } = props;
    let efface = use_state(|| false);
    let garde = etat.garde;
    let enregistre = {
        let etat = etat.clone();
        Callback::from(move |_: MouseEvent| {
            navigateur::telecharge(&format!("juste-droit-{}.json", etat.mois.ecris()), &vers_json(&etat.situation, etat.mois));
        })
    };
    let ouvre = {
        let emetteur = emetteur.clone();
        Callback::from(move |e: Event| {
            let emetteur = emetteur.clone();
            navigateur::lis_le_fichier(&e, Callback::from(move |texte: String| emetteur.emit(Action::Charge(depuis_json(&texte)))));
        })
    };
    let partage = {
        let (etat, emetteur) = (etat.clone(), emetteur.clone());
        Callback::from(move |_: MouseEvent| {
            let lien = navigateur::lien(&format!("s={}", vers_lien(&etat.situation, etat.mois)));
            let emetteur = emetteur.clone();
            navigateur::copie(lien, Callback::from(move |fait| emetteur.emit(Action::Annonce(lien_copie(fait)))));
        })
    };
    let imprime = Callback::from(|_: MouseEvent| navigateur::imprime());
    let onchange = emetteur.reform(|e: Event| Action::Garde(navigateur::cochee(&e)));
    let demande = {
        let efface = efface.clone();
        Callback::from(move |_: MouseEvent| efface.set(!*efface))
    };
    let gestes = html! {
        <div class="gestes">
            <button type="button" class="bouton second" onclick={enregistre}>{ "Enregistrer dans un fichier" }</button>
            { bouton_fichier("Ouvrir un fichier", ouvre) }
            <button type="button" class="bouton second" onclick={partage}>{ "Copier un lien" }</button>
            <button type="button" class="bouton second" onclick={imprime}>{ "Imprimer" }</button>
            <label class="option"><input type="checkbox" checked={garde} {onchange} /><span>{ "Garder sur cet appareil" }</span></label>
            if *efface {
                <div class="confirmation" role="group" aria-label="Tout effacer">
                    <p>{ "Toutes les réponses seront perdues." }</p>
                    <button type="button" class="bouton" onclick={envoie(emetteur, Action::Efface)}>{ "Oui, tout effacer" }</button>
                    <button type="button" class="bouton second" onclick={demande}>{ "Non, garder" }</button>
                </div>
            } else {
                <button type="button" class="bouton discret" onclick={demande}>{ "Tout effacer" }</button>
            }
        </div>
    };
    html! {
        <div class="outils">
            { choix_du_mois(etat.mois, emetteur) }
            { choix_de_la_vue(etat.vue, emetteur) }
            <Pli class="menu" titre="Enregistrer, partager, imprimer">{ gestes }</Pli>
        </div>
    }
}

/// A button that lets choose a file.
pub fn bouton_fichier(libelle: &str, onchange: Callback<Event>) -> Html {
    html! { <label class="bouton second fichier">{ libelle }<input type="file" accept=".json,application/json" {onchange} /></label> }
}

fn choix_du_mois(simule: MoisCivil, emetteur: &Emetteur) -> Html {
    let onchange = emetteur.reform(move |e: Event| Action::Simule(MoisCivil::lis(&navigateur::option(&e)).unwrap_or(simule)));
    let mois = std::iter::successors(Some(COUVERTURE.1), |mois| Some(mois.plus(-1)).filter(|mois| COUVERTURE.0 <= *mois));
    let option = |mois: MoisCivil| html! { <option value={mois.ecris()} selected={mois == simule}>{ mois.to_string() }</option> };
    html! {
        <div class="mois-simule">
            <label for="mois-simule">{ "Mois simulé" }</label>
            <select id="mois-simule" {onchange}>{ for mois.map(option) }</select>
        </div>
    }
}

fn choix_de_la_vue(vue: Vue, emetteur: &Emetteur) -> Html {
    let (autre, libelle) = match vue {
        Vue::PasAPas => (Vue::Page, "Tout sur une page"),
        Vue::Page => (Vue::PasAPas, "Question par question"),
    };
    html! { <button type="button" class="bouton discret" onclick={envoie(emetteur, Action::Regarde(autre))}>{ libelle }</button> }
}

fn lien_copie(fait: bool) -> Message {
    let texte = if fait {
        "Le lien est copié. Il contient vos réponses\u{a0}: ne le donnez qu’à des personnes de confiance."
    } else {
        "Le navigateur n’a pas permis de copier le lien. Enregistrez plutôt dans un fichier."
    };
    Message { texte: texte.into(), refus: !fait }
}
