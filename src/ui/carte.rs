//! A right.

use super::{
    balise::{Balise, balise, chacun, suite},
    contexte::{Contexte, Pli},
    courbe::la_courbe,
    dehors,
    explication::explication,
    lien,
};
use crate::{
    moteur::{Aide, Demarche},
    vue::{explication::Bloc, resultats::Carte},
};

/// What it gives, what it lacks or why not; then its reasons, what to do, what is not counted.
pub fn carte(carte: &Carte, contexte: &Contexte) -> Balise {
    let Carte { aide, pour, montant, manques, motifs, limite, reserves, volets, courbe, .. } = carte;
    let id = carte.id();
    let il_manque = || {
        let titre = format!("{id}-manques");
        let manque = |(libelle, adresse): &(String, String)| balise("li").avec(lien("a", adresse).avec(libelle));
        suite()
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
    balise("article.carte")
        .cle(&id)
        .classe(&format!("famille-{}", aide.famille.cle()))
        .attribut("aria-labelledby", &id)
        .avec(
            balise("header.carte-tete")
                .avec(
                    balise("h3")
                        .attribut("id", &id)
                        .avec(aide.nom)
                        .avec(pour.as_ref().map(|pour| balise("span.pour").avec(format!(" · {pour}")))),
                )
                .avec(montant.as_ref().map(|montant| balise("p.montant.vif").cle(montant).avec(montant))),
        )
        .avec(balise("p.resume").avec(balise("span.famille").avec(aide.famille.nom())).avec(" · ").avec(aide.resume))
        .avec((!manques.is_empty()).then(il_manque))
        .avec((!motifs.is_empty()).then(il_faudrait))
        .avec(limite.as_ref().map(|limite| balise("p.limite").avec(limite)))
        .avec(chacun(reserves.iter().map(|reserve| balise("p.reserve").avec(reserve))))
        .avec(
            balise("div.plis")
                .avec(pli("pourquoi", "Pourquoi", &|| chacun(volets.iter().map(volet))))
                .avec(courbe.as_ref().map(|sujet| pli("courbe", "Selon les revenus du conjoint", &|| la_courbe(sujet, contexte))))
                .avec(pli("demarche", "Que faire", &|| que_faire(aide)))
                .avec(pli("textes", "Textes et limites", &|| textes(aide))),
        )
}

fn que_faire(aide: &Aide) -> Balise {
    let Demarche { decide, ou, pieces, delais, contacts } = &aide.demarche;
    let entree = |nom: &str, contenu: Balise| suite().avec(balise("dt").avec(nom)).avec(contenu);
    let ligne = |nom: &str, valeur: &str| (!valeur.is_empty()).then(|| entree(nom, balise("dd").avec(valeur)));
    let a_preparer =
        || entree("À préparer", balise("dd").avec(balise("ul").avec(chacun(pieces.iter().map(|piece| balise("li").avec(*piece))))));
    let liens = || {
        entree("Liens", balise("dd").avec(balise("ul").avec(chacun(contacts.iter().map(|un| balise("li").avec(dehors(un.lien, un.nom)))))))
    };
    balise("dl.demarche")
        .avec(ligne("Qui décide", decide))
        .avec(ligne("Où demander", ou))
        .avec((!pieces.is_empty()).then(a_preparer))
        .avec(ligne("Délais", delais))
        .avec((!contacts.is_empty()).then(liens))
}

fn textes(aide: &Aide) -> Balise {
    let limites = || {
        suite()
            .avec(balise("h4").avec("Ce qui n’est pas pris en compte"))
            .avec(balise("ul").avec(chacun(aide.limites.iter().map(|limite| balise("li").avec(*limite)))))
    };
    suite()
        .avec((!aide.limites.is_empty()).then(limites))
        .avec(balise("h4").avec("Textes"))
        .avec(balise("ul").avec(chacun(aide.textes.iter().map(|article| balise("li").avec(dehors(article.lien, article.nom))))))
}
