//! The screen of local scales: open, check, change, save, remove.

use super::{
    balise::{Balise, balise, chacun, suite},
    bouton,
    champ::element,
    contexte::Contexte,
    navigateur,
    outils::bouton_fichier,
};
use crate::vue::{
    baremes::{Baremes, Geste, Noeud, nom, publies},
    etat::Action,
};
use yew::{Callback, Event};

pub fn les_baremes(baremes: &Baremes, contexte: &Contexte) -> Balise {
    let copie = contexte.selon(|e| Action::Bareme(navigateur::option(e).parse().map_or(Geste::Ferme, Geste::Copie)));
    let publie = |(rang, bareme): (usize, _)| element(&rang.to_string(), false, &nom(bareme));
    suite()
        .avec(
            balise("p.chapeau")
                .avec("Chaque Caf fixe ses aides aux vacances, et le ministère ne publie pas toutes ses tranches. Qui a un barème peut l’ouvrir ici\u{a0}: ")
                .avec("les droits se calculent alors avec lui, sur cet appareil seulement, jusqu’à la fermeture de la page."),
        )
        .avec(
            balise("div.gestes")
                .avec(bouton_fichier("Ouvrir un fichier de barème", |texte| Action::Bareme(Geste::Ouvre(texte)).into(), contexte))
                .avec(balise("label.invisible").attribut("for", "bareme-publie").avec("Partir d’un barème publié"))
                .avec(
                    balise("select")
                        .attribut("id", "bareme-publie")
                        .au_changement(copie)
                        .avec(element("", true, "Partir d’un barème publié…"))
                        .avec(chacun(publies().iter().enumerate().map(publie))),
                ),
        )
        .avec(baremes.formulaire().map(|noeuds| ouvert(baremes, &noeuds, contexte)))
}

fn ouvert(baremes: &Baremes, noeuds: &[Noeud], contexte: &Contexte) -> Balise {
    let fichier = baremes.fichier();
    let enregistre = {
        let fichier = fichier.clone().unwrap_or_default();
        Callback::from(move |_: Event| navigateur::telecharge("bareme-local.json", &fichier))
    };
    let etat = match &baremes.faute {
        Some(faute) => {
            balise("p.avis.refus").attribut("role", "status").avec(faute.to_string()).avec(" Les droits gardent la dernière version juste.")
        }
        None => balise("div.avis")
            .attribut("role", "status")
            .avec(balise("p").avec("Pris en compte dans les droits\u{a0}:"))
            .avec(balise("ul").avec(chacun(baremes.ouverts.iter().map(|bareme| balise("li").avec(nom(bareme)))))),
    };
    let gestes = balise("div.gestes")
        .avec(bouton("button.bouton", enregistre).drapeau("disabled", fichier.is_none()).avec("Enregistrer le fichier"))
        .avec(bouton("button.bouton.second", contexte.agit(Action::Bareme(Geste::Ferme))).avec("Retirer ces barèmes"));
    suite().avec(etat).avec(balise("div.arbre").avec(chacun(noeuds.iter().map(|un| noeud(un, contexte))))).avec(gestes)
}

fn noeud(noeud_: &Noeud, contexte: &Contexte) -> Balise {
    match noeud_ {
        Noeud::Feuille { pointeur, nom, texte, faute } => {
            let id_erreur = faute.as_ref().map(|_| format!("{pointeur}-erreur"));
            let oninput = {
                let pointeur = pointeur.clone();
                contexte.selon(move |e| Action::Bareme(Geste::Ecrit(pointeur.clone(), navigateur::texte(e))))
            };
            let erreur = faute.as_ref().map(|faute| balise("p.erreur").attribut("id", &format!("{pointeur}-erreur")).avec(faute));
            let saisie = balise("input")
                .attribut("type", "text")
                .attribut("id", pointeur)
                .texte_saisi(texte)
                .attribut_si("aria-invalid", faute.is_some().then_some("true"))
                .attribut_si("aria-describedby", id_erreur.as_deref())
                .a_la_saisie(oninput);
            balise("div.champ")
                .classe_si(faute.is_some(), "en-erreur")
                .cle(pointeur)
                .avec(balise("label").attribut("for", pointeur).avec(nom))
                .avec(erreur)
                .avec(saisie)
        }
        Noeud::Groupe { pointeur, nom, est_une_ligne, noeuds } => {
            let geste = |geste: Geste, libelle: &str| bouton("button.bouton.discret", contexte.agit(Action::Bareme(geste))).avec(libelle);
            let gestes = || {
                balise("div.gestes")
                    .avec(geste(Geste::Double(pointeur.clone()), "Ajouter une ligne après"))
                    .avec(geste(Geste::Retire(pointeur.clone()), "Retirer cette ligne"))
            };
            balise("fieldset.branche")
                .cle(pointeur)
                .avec(balise("legend").avec(nom))
                .avec(chacun(noeuds.iter().map(|un| noeud(un, contexte))))
                .avec(est_une_ligne.then(gestes))
        }
    }
}
