//! What stands around every screen.

use super::{
    accueil::accueil,
    balise::{Balise, balise, chacun, suite},
    baremes::les_baremes,
    bouton, coffre,
    contexte::Contexte,
    lien,
    lots::les_lots,
    navigateur,
    notices::{les_limites, les_sources, vie_privee},
    poste::passages,
    scenarios::un_scenario,
    simulation::Simulation,
    titre,
};
use crate::{
    second::{Partie, au_troisieme},
    vue::{
        etat::{Action, Chargement, Etat, Message, Vue},
        route::Ecran,
    },
};
use yew::{Callback, Event, Html};

/// The whole page. `dit` is for who hears it.
pub fn cadre(etat: &Etat, simulation: Option<&Simulation>, dit: &str, contexte: &Contexte) -> Html {
    let vers_le_contenu = Callback::from(|e: Event| {
        e.prevent_default();
        navigateur::focalise("titre");
    });
    let mut dit_sur_place = false;
    let contenu = match etat.ecran {
        Ecran::Accueil => accueil(etat.est_commence(), contexte),
        Ecran::Etape(_) | Ecran::Recapitulatif | Ecran::Droits => suite()
            .avec(simulation.map(|simulation| simulation.ecran(etat, contexte)))
            .avec(balise("p.invisible").attribut("role", "status").attribut("aria-live", "polite").avec(dit)),
        Ecran::Limites | Ecran::Sources | Ecran::ViePrivee | Ecran::Baremes | Ecran::Lots => {
            dit_sur_place = !Partie::Seconde.est_la();
            balise("div.lecture").avec(titre(etat.ecran.titre())).avec(contexte.plus_tard(|| a_part(etat, contexte)))
        }
    };
    let large = etat.vue == Vue::Page && etat.ecran.est_la_simulation();
    let pied = |ecran: Ecran| balise("li").avec(lien("a", &ecran.adresse()).avec(ecran.titre()));
    suite()
        // First, so that the drawing of the sheet finds its own patterns before those of the screen.
        .avec(simulation.and_then(|simulation| simulation.fiche(etat, contexte)))
        .avec(
            balise("header.entete")
                .avec(lien("a.evitement", "#/").au_clic(vers_le_contenu).avec("Aller au contenu"))
                .avec(lien("a.marque", &Ecran::Accueil.adresse()).avec(icone()).avec("Juste Droit")),
        )
        .avec(
            balise("main")
                .classe_si(large, "large")
                .avec(passages(etat, contexte))
                .avec(contexte.coffre.is_some().then(|| contexte.plus_tard(|| coffre::demande(contexte))))
                .avec(etat.scenarios.en_cours().map(|scenario| contexte.plus_tard(|| un_scenario(scenario, contexte))))
                .avec(etat.message.as_ref().map(|message| un_message(message, contexte)))
                .avec((etat.arrivees.reste == Chargement::Echec && !dit_sur_place).then(|| reste_manquant(contexte)))
                .avec(contenu),
        )
        .avec(
            balise("footer.pied")
                .avec(balise("p").avec("Ce site n’est pas un site de l’administration. Une estimation, pas une décision."))
                .avec(balise("nav").attribut("aria-label", "À propos").avec(
                    balise("ul").avec(chacun(
                        [Ecran::Limites, Ecran::Sources, Ecran::ViePrivee, Ecran::Baremes, Ecran::Lots].into_iter().map(pied),
                    )),
                )),
        )
        .html()
}

/// The screens of the second file and of the third, under their head.
fn a_part(etat: &Etat, contexte: &Contexte) -> Balise {
    match etat.ecran {
        Ecran::Limites => les_limites(),
        Ecran::Sources => les_sources(contexte),
        Ecran::Baremes => les_baremes(&etat.baremes, contexte),
        Ecran::Lots => au_troisieme(|| les_lots(etat, contexte)).unwrap_or_else(|| contexte.en_attendant(etat.arrivees.foyers)),
        _ => vie_privee(),
    }
}

fn icone() -> Balise {
    balise("span.icone")
}

fn un_message(message: &Message, contexte: &Contexte) -> Balise {
    avis(message.refus, &message.texte, bouton("button.bouton.discret", contexte.agit(Action::Tait)).avec("Fermer"))
}

/// The second file or the annex did not come: what is missing, and a button that asks again.
fn reste_manquant(contexte: &Contexte) -> Balise {
    let code = if Partie::Seconde.est_la() { "" } else { "les explications, le calendrier, " };
    let texte = format!(
        "Une partie du site n’est pas arrivée\u{a0}: {code}les démarches, les sources et les barèmes des Caf manquent. Le reste est juste."
    );
    avis(true, &texte, contexte.reessayer())
}

/// A line above the screen, and its button.
pub fn avis(refus: bool, texte: &str, bouton: Balise) -> Balise {
    balise("div.avis.message").classe_si(refus, "refus").attribut("role", "status").avec(balise("p").avec(texte)).avec(bouton)
}
