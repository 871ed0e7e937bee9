//! The first screen: who is there.

use super::{
    balise::{Balise, balise, chacun},
    bouton,
    contexte::Contexte,
    lien, navigateur, titre,
};
use crate::vue::{
    etat::{Action, Vue},
    profil::Profil,
    route::Ecran,
};

/// Side by side asks for room: a phone begins step by step.
fn vue(profil: Profil) -> Vue {
    if navigateur::est_etroit() { Vue::PasAPas } else { profil.vue() }
}

/// `commence`: something was said already.
pub fn accueil(commence: bool, contexte: &Contexte) -> Balise {
    let choix = |profil: Profil| {
        balise("li").avec(
            bouton("button.profil", contexte.selon(move |_| Action::Choisit(profil, vue(profil))))
                .avec(balise("span.profil-titre").avec(profil.libelle()))
                .avec(balise("span.profil-promesse").avec(profil.promesse())),
        )
    };
    let reprendre = || balise("p").avec(lien("a.bouton.second", &Ecran::Droits.adresse()).avec("Reprendre ma simulation"));
    balise("div.accueil")
        .avec(titre(Ecran::Accueil.titre()))
        .avec(
            balise("p.chapeau")
                .avec("Quelques questions, et vous voyez les aides auxquelles vous pouvez avoir droit, leur montant et le calcul. ")
                .avec("Rien n’est envoyé\u{a0}: tout se calcule sur votre appareil."),
        )
        .avec(commence.then(reprendre))
        .avec(balise("ul.profils").avec(chacun(Profil::TOUS.into_iter().map(choix))))
}
