//! Step by step: one subject a screen.

use super::{
    balise::{Balise, balise, chacun, suite},
    contexte::Contexte,
    formulaire::{fautes, questions},
    invisible, lien, navigateur, titre,
};
use crate::vue::{
    doutes::Relecture,
    etat::Action,
    formulaire::{Entree, Groupe, Place, Section},
    pluriel,
    route::Ecran,
    saisie::Cle,
};
use yew::{Callback, Event};

/// What a step shows around its questions.
pub struct Etape<'a> {
    pub section: &'a Section,
    pub place: Place,
    /// Texts of this screen that cannot be read, said or not yet.
    pub illisibles: Vec<Cle>,
    pub fautes: &'a [(String, String)],
    /// Rights found so far.
    pub droits: usize,
}

/// One subject: why it is asked, its questions, and the way on.
pub fn etape(etape: Etape, contexte: &Contexte) -> Balise {
    let Etape { section, place, illisibles, droits, .. } = etape;
    // On leaving with a text that cannot be read, the screen stays and says which one.
    let onclick = {
        let emetteur = contexte.emetteur.clone();
        Callback::from(move |e: Event| {
            if !illisibles.is_empty() {
                e.prevent_default();
                illisibles.iter().for_each(|cle| emetteur.emit(Action::Quitte(*cle).into()));
                navigateur::focalise_apres("fautes");
            }
        })
    };
    let deja = match droits {
        0 => "Voir les résultats".to_owned(),
        _ => format!("Déjà {}", pluriel(droits, "droit trouvé", "droits trouvés")),
    };
    balise("div.etape")
        .avec(fil(place))
        .avec(titre(section.rubrique.titre()))
        .avec(balise("p.pourquoi").avec(section.rubrique.pourquoi()))
        .avec(fautes(etape.fautes))
        .avec(questions(section, 2, contexte))
        .avec(
            balise("div.suite")
                .avec(lien("a.bouton", &place.apres.adresse()).au_clic(onclick).avec("Continuer"))
                .avec(lien("a.deja", &Ecran::Droits.adresse()).avec(deja)),
        )
}

/// Where the screen stands, and the way back.
fn fil(place: Place) -> Balise {
    let Place { rang, total, avant, .. } = place;
    let avance =
        balise("progress").attribut("max", &total.to_string()).attribut("value", &rang.to_string()).attribut("aria-hidden", "true");
    balise("div.fil")
        .avec(lien("a.retour", &avant.adresse()).avec(balise("span").attribut("aria-hidden", "true").avec("‹")).avec("Retour"))
        .avec(balise("p").avec(format!("Étape {rang} sur {total}")))
        .avec(avance)
}

/// Every answer, to read again; each can be changed.
pub fn recapitulatif(sections: &[Section], place: Place, illisibles: &[(String, String)]) -> Balise {
    let pourquoi = "Relisez et changez ce qu’il faut. Une question laissée vide n’empêche rien\u{a0}: l’aide concernée reste à compléter.";
    balise("div.etape")
        .avec(fil(place))
        .avec(titre(Ecran::Recapitulatif.titre()))
        .avec(balise("p.pourquoi").avec(pourquoi))
        .avec(fautes(illisibles))
        .avec(chacun(sections.iter().map(recapitule)))
        .avec(balise("div.suite").avec(lien("a.bouton", &place.apres.adresse()).avec("Voir mes droits")))
}

fn recapitule(section: &Section) -> Balise {
    let ligne = |entree: &Entree| {
        let (reponse, nom) = match (&entree.reponse, entree.ignore) {
            (Some(reponse), _) => (reponse.as_str(), "dd"),
            (None, Some(true)) => ("Je ne sais pas", "dd.sans"),
            (None, _) => ("Pas de réponse", "dd.sans"),
        };
        let action = lien("a", &Ecran::adresse_du_champ(section.rubrique, &entree.champ.id))
            .avec(match (&entree.reponse, &entree.champ.relecture) {
                (_, Some(Relecture { doute: Some(_), .. })) => "Vérifier",
                (Some(_), _) => "Changer",
                (None, _) => "Répondre",
            })
            .avec(invisible(&format!("\u{a0}: {}", entree.libelle)));
        balise("div.rappel").avec(balise("dt").avec(&entree.libelle)).avec(balise(nom).avec(reponse)).avec(balise("dd.action").avec(action))
    };
    let groupe = |groupe: &Groupe| {
        suite().avec(groupe.titre.as_ref().map(|titre| balise("h3").avec(titre))).avec(
            balise("dl.rappels")
                .avec(chacun(groupe.entrees.iter().chain(groupe.a_dire.iter().filter(|entree| entree.reponse.is_some())).map(ligne))),
        )
    };
    balise("section.recapitulatif").avec(balise("h2").avec(section.rubrique.titre())).avec(chacun(section.groupes.iter().map(groupe)))
}
