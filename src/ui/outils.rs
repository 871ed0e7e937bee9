//! What can be done with a situation: month, view, save, open, share, print, keep, wipe.

use super::{
    Emetteur,
    balise::{Balise, balise, chacun},
    bouton,
    champ::{case, element, option},
    envoie, navigateur, un_pli,
};
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
    let effacer = if *efface {
        balise("div.confirmation")
            .attribut("role", "group")
            .attribut("aria-label", "Tout effacer")
            .avec(balise("p").avec("Toutes les réponses seront perdues."))
            .avec(bouton("button.bouton", envoie(emetteur, Action::Efface)).avec("Oui, tout effacer"))
            .avec(bouton("button.bouton.second", demande).avec("Non, garder"))
    } else {
        bouton("button.bouton.discret", demande).avec("Tout effacer")
    };
    let gestes = balise("div.gestes")
        .avec(bouton("button.bouton.second", enregistre).avec("Enregistrer dans un fichier"))
        .avec(bouton_fichier("Ouvrir un fichier", ouvre))
        .avec(bouton("button.bouton.second", partage).avec("Copier un lien"))
        .avec(bouton("button.bouton.second", imprime).avec("Imprimer"))
        .avec(option(case(garde, onchange), "Garder sur cet appareil"))
        .avec(effacer);
    balise("div.outils")
        .avec(choix_du_mois(etat.mois, emetteur))
        .avec(choix_de_la_vue(etat.vue, emetteur))
        .avec(un_pli("menu", "Enregistrer, partager, imprimer", false, gestes))
        .html()
}

/// A button that lets choose a file.
pub fn bouton_fichier(libelle: &str, callback: Callback<Event>) -> Balise {
    let fichier = balise("input").attribut("type", "file").attribut("accept", ".json,application/json").au_changement(callback);
    balise("label.bouton.second.fichier").avec(libelle).avec(fichier)
}

fn choix_du_mois(simule: MoisCivil, emetteur: &Emetteur) -> Balise {
    let onchange = emetteur.reform(move |e: Event| Action::Simule(MoisCivil::lis(&navigateur::option(&e)).unwrap_or(simule)));
    let mois = std::iter::successors(Some(COUVERTURE.1), |mois| Some(mois.plus(-1)).filter(|mois| COUVERTURE.0 <= *mois));
    let un_mois = |mois: MoisCivil| element(&mois.ecris(), mois == simule, &mois.to_string());
    balise("div.mois-simule")
        .avec(balise("label").attribut("for", "mois-simule").avec("Mois simulé"))
        .avec(balise("select").attribut("id", "mois-simule").au_changement(onchange).avec(chacun(mois.map(un_mois))))
}

fn choix_de_la_vue(vue: Vue, emetteur: &Emetteur) -> Balise {
    let (autre, libelle) = match vue {
        Vue::PasAPas => (Vue::Page, "Tout sur une page"),
        Vue::Page => (Vue::PasAPas, "Question par question"),
    };
    bouton("button.bouton.discret", envoie(emetteur, Action::Regarde(autre))).avec(libelle)
}

fn lien_copie(fait: bool) -> Message {
    let texte = if fait {
        "Le lien est copié. Il contient vos réponses\u{a0}: ne le donnez qu’à des personnes de confiance."
    } else {
        "Le navigateur n’a pas permis de copier le lien. Enregistrez plutôt dans un fichier."
    };
    Message { texte: texte.into(), refus: !fait }
}
