//! What can be done with a situation: month, view, save, open, share, print, keep, wipe.

use super::{
    balise::{Balise, balise, chacun, suite},
    bouton,
    champ::{case, element, option},
    clavier::voir_la_liste,
    code::le_code,
    coffre,
    contexte::{Contexte, Message, Pli},
    navigateur,
    poste::famille_suivante,
};
use crate::{
    grandeurs::MoisCivil,
    moteur::COUVERTURE,
    second::au_second,
    situation::Reponse,
    vue::{
        etat::{Action, Etat, Vue},
        profil::Profil,
    },
};
use yew::{Callback, Event};

/// The month, the view, and what is done with the situation.
pub fn outils(etat: &Etat, contexte: &Contexte) -> Balise {
    let pli = Pli { id: "outils".to_owned(), titre: "Enregistrer, partager, imprimer", classe: "menu", ouvert: false };
    balise("div.outils")
        .avec(choix_du_mois(etat.mois, contexte))
        .avec(choix_de_la_vue(etat.vue, contexte))
        .avec(au_second(|| au_clavier(etat, contexte)))
        .avec(contexte.pli(pli, &|| gestes(etat, contexte)))
}

/// What serves who has a keyboard.
fn au_clavier(etat: &Etat, contexte: &Contexte) -> Balise {
    suite()
        .avec((etat.vue == Vue::Page).then(|| voir_la_liste(contexte)))
        .avec((etat.profil == Some(Profil::Conseil)).then(|| famille_suivante(contexte)))
}

fn gestes(etat: &Etat, contexte: &Contexte) -> Balise {
    let onchange = contexte.selon(|e| Action::Garde(navigateur::cochee(e)));
    balise("div.gestes")
        .avec(contexte.plus_tard(|| sorties(etat, contexte)))
        .avec(option(case(etat.garde, onchange), "Garder sur cet appareil"))
        .avec(tout_effacer(contexte))
}

/// The ways in and out of the page.
fn sorties(etat: &Etat, contexte: &Contexte) -> Balise {
    let second = |libelle: &str, message: Message| bouton("button.bouton.second", contexte.envoie(message)).avec(libelle);
    let pli = |id: &str, titre: &str, contenu: &dyn Fn() -> Balise| {
        contexte.pli(Pli { classe: "menu", ..Pli::ferme(id.to_owned(), titre) }, contenu)
    };
    suite()
        .avec(second("Enregistrer dans un fichier", Message::Enregistre))
        .avec(bouton_fichier("Ouvrir un fichier", Message::Fichier, contexte))
        .avec(second("Copier un lien", Message::Partage))
        .avec(second("Imprimer", Message::Imprime))
        .avec((etat.profil != Some(Profil::Conseil)).then(|| famille_suivante(contexte)))
        .avec(pli("code", "Code à scanner", &|| le_code(etat)))
        .avec(pli("fichier-protege", "Fichier protégé par une phrase secrète", &|| coffre::enregistre(contexte)))
}

/// Wiping asks twice.
fn tout_effacer(contexte: &Contexte) -> Balise {
    if !contexte.efface {
        return bouton("button.bouton.discret", contexte.envoie(Message::Efface(true))).avec("Tout effacer");
    }
    balise("div.confirmation")
        .attribut("role", "group")
        .attribut("aria-label", "Tout effacer")
        .avec(balise("p").avec("Toutes les réponses seront perdues."))
        .avec(bouton("button.bouton", contexte.agit(Action::Efface)).avec("Oui, tout effacer"))
        .avec(bouton("button.bouton.second", contexte.envoie(Message::Efface(false))).avec("Non, garder"))
}

/// A button that lets choose a file; `lu` is what to do with its text.
pub fn bouton_fichier(libelle: &str, lu: fn(String) -> Message, contexte: &Contexte) -> Balise {
    let emetteur = contexte.emetteur.clone();
    let ouvre = Callback::from(move |e: Event| {
        let emetteur = emetteur.clone();
        navigateur::lis_le_fichier(&e, move |texte| emetteur.emit(lu(texte)));
    });
    let fichier = balise("input").attribut("type", "file").attribut("accept", ".json,application/json").au_changement(ouvre);
    balise("label.bouton.second.fichier").avec(libelle).avec(fichier)
}

fn choix_du_mois(simule: MoisCivil, contexte: &Contexte) -> Balise {
    let onchange = contexte.selon(move |e| Action::Simule(MoisCivil::lis(&navigateur::option(e)).unwrap_or(simule)));
    let mois = std::iter::successors(Some(COUVERTURE.1), |mois| Some(mois.plus(-1)).filter(|mois| COUVERTURE.0 <= *mois));
    let un_mois = |mois: MoisCivil| element(&mois.ecris(), mois == simule, &mois.to_string());
    balise("div.mois-simule")
        .avec(balise("label").attribut("for", "mois-simule").avec("Mois simulé"))
        .avec(balise("select").attribut("id", "mois-simule").au_changement(onchange).avec(chacun(mois.map(un_mois))))
}

fn choix_de_la_vue(vue: Vue, contexte: &Contexte) -> Balise {
    let (autre, libelle) = match vue {
        Vue::PasAPas => (Vue::Page, "Tout sur une page"),
        Vue::Page => (Vue::PasAPas, "Question par question"),
    };
    bouton("button.bouton.discret", contexte.agit(Action::Regarde(autre))).avec(libelle)
}
