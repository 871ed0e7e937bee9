//! What stands around every screen.

use super::{
    accueil::accueil,
    balise::{Balise, balise, chacun, suite},
    baremes::les_baremes,
    bouton,
    contexte::Contexte,
    lien, navigateur,
    notices::{les_limites, les_sources, vie_privee},
    simulation::Simulation,
};
use crate::vue::{
    etat::{Action, Chargement, Etat, Message, Vue},
    route::Ecran,
};
use yew::{Callback, Event, Html};

/// The whole page. `dit` is for who hears it.
pub fn cadre(etat: &Etat, simulation: Option<&Simulation>, dit: &str, contexte: &Contexte) -> Html {
    let vers_le_contenu = Callback::from(|e: Event| {
        e.prevent_default();
        navigateur::focalise("titre");
    });
    let contenu = match etat.ecran {
        Ecran::Accueil => accueil(etat.est_commence(), contexte),
        Ecran::Etape(_) | Ecran::Recapitulatif | Ecran::Droits => suite()
            .avec(simulation.map(|simulation| simulation.ecran(etat, contexte)))
            .avec(balise("p.invisible").attribut("role", "status").attribut("aria-live", "polite").avec(dit)),
        Ecran::Limites => les_limites(),
        Ecran::Sources => les_sources(contexte),
        Ecran::ViePrivee => vie_privee(),
        Ecran::Baremes => les_baremes(&etat.baremes, contexte),
    };
    let large = etat.vue == Vue::Page && etat.ecran.est_la_simulation();
    let pied = |ecran: Ecran| balise("li").avec(lien("a", &ecran.adresse()).avec(ecran.titre()));
    suite()
        .avec(
            balise("header.entete")
                .avec(lien("a.evitement", "#/").au_clic(vers_le_contenu).avec("Aller au contenu"))
                .avec(lien("a.marque", &Ecran::Accueil.adresse()).avec(icone()).avec("Juste Droit")),
        )
        .avec(
            balise("main")
                .classe_si(large, "large")
                .avec(etat.message.as_ref().map(|message| un_message(message, contexte)))
                .avec((etat.annexe == Chargement::Echec).then(|| annexe_manquante(contexte)))
                .avec(contenu),
        )
        .avec(
            balise("footer.pied")
                .avec(balise("p").avec("Ce site n’est pas un site de l’administration. Une estimation, pas une décision."))
                .avec(balise("nav").attribut("aria-label", "À propos").avec(
                    balise("ul").avec(chacun([Ecran::Limites, Ecran::Sources, Ecran::ViePrivee, Ecran::Baremes].into_iter().map(pied))),
                )),
        )
        .html()
}

fn icone() -> Balise {
    balise("img").attribut("src", "icon.svg").attribut("alt", "").attribut("width", "28").attribut("height", "28")
}

fn un_message(message: &Message, contexte: &Contexte) -> Balise {
    avis(message.refus, &message.texte, bouton("button.bouton.discret", contexte.agit(Action::Tait)).avec("Fermer"))
}

/// The annex did not come: what is missing, and a button that asks again. The focus goes to what stays on the screen.
fn annexe_manquante(contexte: &Contexte) -> Balise {
    let reessaie = contexte.selon(|_| {
        navigateur::focalise("titre");
        Action::Reessaie
    });
    let texte =
        "Une partie du site n’est pas arrivée\u{a0}: les démarches, les sources et les barèmes des Caf manquent. Le reste est juste.";
    avis(true, texte, bouton("button.bouton.discret", reessaie).avec("Réessayer"))
}

fn avis(refus: bool, texte: &str, bouton: Balise) -> Balise {
    balise("div.avis.message").classe_si(refus, "refus").attribut("role", "status").avec(balise("p").avec(texte)).avec(bouton)
}
