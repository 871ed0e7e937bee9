//! What differs between two households.

use super::{
    balise::{Balise, balise, chacun, suite},
    invisible, lien,
};
use crate::{
    moteur::Aide,
    vue::{
        ecarts::{Attente, Ecart, Ecarts},
        pluriel,
    },
};

/// The sure differences, each right that differs, and what is not known yet.
pub fn les_ecarts(ecarts: &Ecarts) -> Balise {
    let Ecarts { sommes, lignes, attentes, inconnus } = ecarts;
    let difference = || {
        let somme = |somme: &String| balise("dd.vif").cle(somme).avec(somme);
        let sommes = balise("div.somme").avec(balise("dt").avec("Différence sûre")).avec(chacun(sommes.iter().map(somme)));
        balise("dl.sommes").avec(sommes)
    };
    let liste = || balise("ul.ecarts").avec(chacun(lignes.iter().map(ligne))).avec(chacun(attentes.iter().map(attente)));
    let autres = || {
        let nombre = pluriel(inconnus.len(), "autre aide attend", "autres aides attendent");
        balise("p.limite")
            .avec(format!("{nombre} déjà vos réponses, sous «\u{a0}À compléter\u{a0}»\u{a0}: ce qu’elles donnent peut changer aussi."))
    };
    suite()
        .avec((!sommes.is_empty() && 1 < lignes.len()).then(difference))
        .avec((!lignes.is_empty() || !attentes.is_empty()).then(liste))
        .avec((!inconnus.is_empty()).then(autres))
}

fn ligne(ecart: &Ecart) -> Balise {
    let Ecart { aide, pour, sens, avant, apres, difference, phrases } = ecart;
    let fleche = || balise("span").attribut("aria-hidden", "true").avec(" → ");
    let montants = suite()
        .avec(avant.as_ref().map(|avant| suite().avec(invisible("Aujourd’hui\u{a0}: ")).avec(avant)))
        .avec((avant.is_some() && apres.is_some()).then(|| suite().avec(fleche()).avec(invisible(", ensuite\u{a0}: "))))
        .avec(apres.as_ref().map(|apres| balise("strong").avec(apres)))
        .avec(difference.as_ref().filter(|_| avant.is_some()).map(|difference| format!(" ({difference})")));
    balise("li.ecart")
        .classe(sens.cle())
        .avec(nom(aide, pour.as_deref()).avec(balise("span.sens").avec(sens.libelle())))
        .avec((avant.is_some() || apres.is_some()).then(|| balise("p").avec(montants)))
        .avec(chacun(phrases.iter().map(|phrase| balise("p.reserve").avec(phrase))))
}

fn nom(aide: &Aide, pour: Option<&str>) -> Balise {
    let pour = pour.map(|pour| balise("span.pour").avec(format!(" · {pour}")));
    balise("p.ecart-tete").avec(balise("strong").avec(aide.nom)).avec(pour)
}

/// What is to be said, and what it would tell.
fn attente(attente: &Attente) -> Balise {
    let question = |(libelle, adresse): &(String, Option<String>)| match adresse {
        Some(adresse) => balise("li").avec(lien("a", adresse).avec(libelle)),
        None => balise("li").avec(libelle),
    };
    let aide = |(aide, avant): &(&'static Aide, Option<String>)| {
        let avant = avant.as_ref().map(|avant| format!(" Aujourd’hui\u{a0}: {avant}."));
        balise("li").avec(balise("strong").avec(aide.nom)).avec("\u{a0}: ").avec(aide.resume).avec(avant)
    };
    balise("li.ecart.a-completer")
        .avec(balise("p.ecart-tete").avec(balise("strong").avec("Selon vos réponses")).avec(balise("span.sens").avec("À compléter")))
        .avec(balise("ul.manques").avec(chacun(attente.questions.iter().map(question))))
        .avec(balise("p.liste-titre").avec("Ce que cela peut changer\u{a0}:"))
        .avec(balise("ul").avec(chacun(attente.aides.iter().map(aide))))
}
