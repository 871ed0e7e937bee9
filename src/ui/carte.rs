//! A right.

use super::{
    balise::{Balise, balise, chacun, suite},
    contexte::{Contexte, Pli},
    courbe::la_courbe,
    dehors,
    explication::explication,
    lien, liste, pas_encore_la,
};
use crate::{
    annexe::Demarche,
    moteur::Aide,
    vue::{explication::Bloc, resultats::Carte},
};

/// What it gives, what it lacks or why not; then its reasons, what to do, what is not counted.
pub fn carte(carte: &Carte, contexte: &Contexte) -> Balise {
    let Carte { aide, pour, montant, manques, motifs, limite, reserves, volets, demarche, courbe, .. } = carte;
    let id = carte.id();
    let il_manque = || {
        let titre = format!("{id}-manques");
        let manque = |(libelle, adresse): &(String, String)| balise("li").avec(lien("a", adresse).avec(libelle));
        balise("div.il-manque")
            .avec(balise("p.liste-titre").attribut("id", &titre).avec("Il manque\u{a0}:"))
            .avec(balise("ul.manques").attribut("aria-labelledby", &titre).avec(chacun(manques.iter().map(manque))))
    };
    let il_faudrait = || {
        let motif = |(motif, des): &(String, Option<String>)| {
            balise("li").avec(motif).avec(des.as_ref().map(|des| balise("span.des").avec(format!(", à partir du {des}"))))
        };
        suite()
            .avec(balise("p.liste-titre").avec("Vous n’y avez pas droit aujourd’hui. Il faudrait\u{a0}:"))
            .avec(balise("ul.motifs").avec(chacun(motifs.iter().map(motif))))
    };
    let volet = |(titre, blocs): &(Option<String>, Vec<Bloc>)| {
        suite().avec(titre.as_ref().map(|titre| balise("h4").avec(titre))).avec(explication(blocs))
    };
    let pli = |nom: &str, titre: &str, contenu: &dyn Fn() -> Balise| contexte.pli(Pli::ferme(format!("{id}-{nom}"), titre), contenu);
    let tete = balise("header.carte-tete")
        .avec(
            balise("h3").attribut("id", &id).avec(aide.nom).avec(pour.as_ref().map(|pour| balise("span.pour").avec(format!(" · {pour}")))),
        )
        .avec(montant.as_ref().map(|montant| balise("p.montant.vif").cle(montant).avec(montant)));
    let la_courbe = |sujet| pli("courbe", "Selon les revenus du conjoint", &|| contexte.plus_tard(|| la_courbe(sujet, contexte)));
    let suite_de_la_carte = || {
        suite()
            .avec(balise("p.resume").avec(balise("span.famille").avec(aide.famille.nom())).avec(" · ").avec(aide.resume))
            .avec((!motifs.is_empty()).then(il_faudrait))
            .avec(limite.as_ref().map(|limite| balise("p.limite").avec(limite)))
            .avec(chacun(reserves.iter().map(|reserve| balise("p.reserve").avec(reserve))))
            .avec(
                balise("div.plis")
                    .avec(pli("pourquoi", "Pourquoi", &|| contexte.plus_tard(|| chacun(volets.iter().map(volet)))))
                    .avec(courbe.as_ref().map(la_courbe))
                    .avec(pli("demarche", "Que faire", &|| contexte.plus_tard(|| demarche.map_or_else(pas_encore_la, que_faire))))
                    .avec(pli("textes", "Textes et limites", &|| contexte.plus_tard(|| textes(aide, *demarche)))),
            )
    };
    let carte =
        balise("article.carte").cle(&id).classe(&format!("famille-{}", aide.famille.cle())).attribut("aria-labelledby", &id).avec(tete);
    if manques.is_empty() {
        carte.avec(suite_de_la_carte())
    } else {
        // What is not known yet takes little room: the questions, and the rest for who wants it.
        carte.avec(il_manque()).avec(pli("suite", "En savoir plus", &suite_de_la_carte))
    }
}

/// Who decides, where to ask, with what, when.
fn que_faire(demarche: Demarche) -> Balise {
    let entree = |nom: &str, contenu: Balise| suite().avec(balise("dt").avec(nom)).avec(balise("dd").avec(contenu));
    let ligne = |nom: &str, valeur: &str| (!valeur.is_empty()).then(|| entree(nom, suite().avec(valeur)));
    let (mut pieces, contacts) = (demarche.pieces(), demarche.contacts());
    let a_preparer = (0 < pieces.len()).then(|| entree("À préparer", liste(&mut pieces)));
    let liens = (0 < contacts.len())
        .then(|| entree("Liens", balise("ul").avec(chacun(contacts.map(|un| balise("li").avec(dehors(un.lien, un.nom)))))));
    balise("dl.demarche")
        .avec(ligne("Qui décide", demarche.decide()))
        .avec(ligne("Où demander", demarche.ou()))
        .avec(a_preparer)
        .avec(ligne("Délais", demarche.delais()))
        .avec(liens)
}

fn textes(aide: &Aide, demarche: Option<Demarche>) -> Balise {
    let limites = match demarche.map(Demarche::limites) {
        Some(limites) if limites.len() == 0 => None,
        Some(mut limites) => Some(liste(&mut limites)),
        None => Some(pas_encore_la()),
    };
    suite()
        .avec(limites.map(|limites| suite().avec(balise("h4").avec("Ce qui n’est pas pris en compte")).avec(limites)))
        .avec(balise("h4").avec("Textes"))
        .avec(balise("ul").avec(chacun(aide.textes.iter().map(|article| balise("li").avec(dehors(article.lien, article.nom))))))
}
