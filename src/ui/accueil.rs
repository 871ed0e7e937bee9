//! The first screen: who is there.

use super::{Emetteur, navigateur, titre};
use crate::vue::{
    etat::{Action, Vue},
    profil::Profil,
    route::Ecran,
};
use yew::prelude::*;

/// Side by side asks for room: a phone begins step by step.
fn vue(profil: Profil) -> Vue {
    if navigateur::est_etroit() { Vue::PasAPas } else { profil.vue() }
}

/// `commence`: something was said already.
pub fn accueil(commence: bool, emetteur: &Emetteur) -> Html {
    let bouton = |profil: Profil| {
        html! {
            <li><button type="button" class="profil" onclick={emetteur.reform(move |_| Action::Choisit(profil, vue(profil)))}>
                <span class="profil-titre">{ profil.libelle() }</span>
                <span class="profil-promesse">{ profil.promesse() }</span>
            </button></li>
        }
    };
    html! {
        <div class="accueil">
            { titre(Ecran::Accueil.titre()) }
            <p class="chapeau">
                { "Quelques questions, et vous voyez les aides auxquelles vous pouvez avoir droit, leur montant et le calcul. " }
                { "Rien n’est envoyé\u{a0}: tout se calcule sur votre appareil." }
            </p>
            if commence { <p><a class="bouton second" href={Ecran::Droits.adresse()}>{ "Reprendre ma simulation" }</a></p> }
            <ul class="profils">{ for Profil::TOUS.into_iter().map(bouton) }</ul>
        </div>
    }
}
