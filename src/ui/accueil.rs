//! The first screen: who is there.

use super::{Emetteur, envoie, titre};
use crate::vue::{etat::Action, profil::Profil, route::Ecran};
use yew::prelude::*;

/// `commence`: something was said already.
pub fn accueil(commence: bool, emetteur: &Emetteur) -> Html {
    let bouton = |profil: Profil| {
        html! {
            <li><button type="button" class="profil" onclick={envoie(emetteur, Action::Choisit(profil))}>
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
