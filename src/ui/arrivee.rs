//! « Et si un enfant arrivait ? »

use super::{
    balise::{Balise, balise, chacun, suite},
    contexte::Contexte,
    ecarts::les_ecarts,
    navigateur,
};
use crate::vue::{arrivee::Arrivee, etat::Action};

/// A fold, whose content is computed only while it is open: the state knows, since the form then asks what is missing.
pub fn une_arrivee(ouvert: bool, arrivee: Option<&Arrivee>, contexte: &Contexte) -> Balise {
    let bascule = contexte.selon(|evenement| Action::ImagineUneArrivee(navigateur::ouvert(evenement)));
    let titre = balise("h2").attribut("id", "arrivee").avec("Et si un enfant arrivait\u{a0}?");
    balise("section.groupe-droits.arrivee").attribut("aria-labelledby", "arrivee").avec(
        balise("details.pli")
            .drapeau("open", ouvert)
            .a_la_bascule(bascule)
            .avec(balise("summary").avec(titre))
            .avec(ouvert.then(|| balise("div.pli-contenu").avec(contexte.plus_tard(|| suite().avec(arrivee.map(ce_que_cela_change)))))),
    )
}

fn ce_que_cela_change(arrivee: &Arrivee) -> Balise {
    let Arrivee { naissance, grossesse, ensuite, reserves, .. } = arrivee;
    let hypothese = format!(
        "Nous imaginons un enfant de plus, né en {naissance}, qui vit avec vous. Rien d’autre ne change\u{a0}: mêmes revenus, même logement, mêmes réponses."
    );
    let partie = |titre: &str, contenu: Balise| suite().avec(balise("h3").avec(titre)).avec(contenu);
    let rien = || balise("p").avec("D’après ce que nous savons, aucune des aides simulées ici ne change.");
    suite()
        .avec(balise("p.aide").avec(hypothese))
        .avec((!grossesse.est_vide()).then(|| partie("Avant la naissance, pendant la grossesse", les_ecarts(grossesse))))
        .avec(partie("Après la naissance", if ensuite.est_vide() { rien() } else { les_ecarts(ensuite) }))
        .avec(chacun(reserves.iter().map(|reserve| balise("p.reserve").avec(*reserve))))
        .avec(
            balise("p.notice")
                .avec("Une estimation. Les aides du mois de la naissance et du congé de maternité ou de paternité n’y sont pas toutes."),
        )
}
