//! The AAH as the spouse's income grows, drawn, and in a table.

use super::{
    balise::{Balise, balise, chacun, suite},
    contexte::{Contexte, Pli},
    tableau,
};
use crate::vue::courbe::{HAUTEUR, LARGEUR, Sujet, Trace, courbe};

/// The curve, or why there is none.
pub fn la_courbe(sujet: &Sujet, contexte: &Contexte) -> Balise {
    match courbe(sujet) {
        Some(courbe) => dessin(&courbe.trace(), sujet.adulte, contexte),
        None => balise("p").avec("La courbe apparaît quand les deux calculs existent et que vos réponses suffisent."),
    }
}

fn dessin(trace: &Trace, adulte: usize, contexte: &Contexte) -> Balise {
    let bas = HAUTEUR.to_string();
    let ligne = |classe: &str, [x1, x2]: [&str; 2], y1: &str| {
        let ligne = balise("line").classe(classe).attribut("x1", x1).attribut("x2", x2);
        ligne.attribut("y1", y1).attribut("y2", &bas)
    };
    let verticale = |x: i64, classe: &str| ligne(classe, [&x.to_string(); 2], "0");
    let smic = |(x, nom): &(i64, String)| {
        let nom = balise("text").attribut("x", &x.to_string()).attribut("y", &(HAUTEUR + 14).to_string()).avec(nom);
        suite().avec(verticale(*x, "grille")).avec(nom)
    };
    let trait_ = |classe: &str, points: &str| balise("polyline.trait").classe(classe).attribut("points", points);
    let foyer = |[x, individuel, couple]: [i64; 3]| {
        let point = |y: i64| balise("circle.point").attribut("cx", &x.to_string()).attribut("cy", &y.to_string()).attribut("r", "4");
        suite().avec(verticale(x, "repere")).avec(point(individuel)).avec(point(couple))
    };
    let svg = balise("svg")
        .attribut("viewBox", &format!("-16 -16 {} {}", LARGEUR + 40, HAUTEUR + 36))
        .attribut("role", "img")
        .attribut("aria-label", &trace.phrase)
        .avec(chacun(trace.smics.iter().map(smic)))
        .avec(ligne("axe", ["0", &LARGEUR.to_string()], &bas))
        .avec(balise("text.sommet").attribut("x", "0").attribut("y", "-4").avec(&trace.sommet))
        .avec(trait_("individuel", &trace.individuel))
        .avec(trait_("couple", &trace.couple))
        .avec(trace.foyer.map(foyer));
    let legende = balise("ul.legende")
        .avec(balise("li.individuel").avec("Calcul individuel (trait plein)"))
        .avec(balise("li.couple").avec("Calcul du couple (tirets)"))
        .avec(trace.foyer.map(|_| balise("li.point").avec("Votre foyer (points)")));
    balise("figure.courbe")
        .avec(balise("figcaption").avec("Votre AAH par mois, selon le salaire net imposable du conjoint"))
        .avec(svg)
        .avec(legende)
        .avec(contexte.pli(Pli::ferme(format!("courbe-{adulte}-chiffres"), "Les mêmes chiffres en tableau"), &|| chiffres(trace)))
}

fn chiffres(trace: &Trace) -> Balise {
    let tete = |nom: &'static str, texte: &str| balise(nom).attribut("scope", "col").avec(texte);
    let ligne = |[revenu, individuel, couple]: &[String; 3]| {
        balise("tr").avec(balise("td").avec(revenu)).avec(balise("td.nombre").avec(individuel)).avec(balise("td.nombre").avec(couple))
    };
    let tetes =
        balise("tr").avec(tete("th", "Salaire du conjoint")).avec(tete("th.nombre", "Individuel")).avec(tete("th.nombre", "Couple"));
    tableau("AAH selon le salaire du conjoint")
        .avec(balise("table").avec(balise("thead").avec(tetes)).avec(balise("tbody").avec(chacun(trace.lignes.iter().map(ligne)))))
}
