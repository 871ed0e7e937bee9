//! The benefits for children, month by month: drawn, then in a table with the reasons.

use super::{
    balise::{Balise, balise, chacun, suite},
    contexte::{Contexte, Pli},
    tableau,
};
use crate::{
    moteur::{Aide, COUVERTURE},
    vue::calendrier::{Bande, BandeTracee, Calendrier, LARGEUR, RANGEE, Rangee, RangeeTracee, SUPPOSE},
};

/// Its fold, and that of its table.
pub const PLI: &str = "calendrier";
pub const PLI_TABLEAU: &str = "calendrier-tableau";

/// The calendar. `attend`: it is that of the answers before.
pub fn le_calendrier(calendrier: &Calendrier, attend: bool, contexte: &Contexte) -> Balise {
    let Calendrier { rangees, sans_reponse, .. } = calendrier;
    let manque = |(aide, quoi): &(&Aide, String)| balise("li").avec(aide.nom).avec("\u{a0}: ").avec(quoi);
    let manques = || {
        suite()
            .avec(balise("h3").avec("Ce que le calendrier ne peut pas montrer"))
            .avec(balise("ul").avec(chacun(sans_reponse.iter().map(manque))))
    };
    let suppose = suite().avec(balise("h3").avec("Ce que nous supposons")).avec(
        balise("ul")
            .avec(balise("li").avec(format!("Après {}, les règles et les montants restent ceux d’aujourd’hui.", COUVERTURE.1)))
            .avec(chacun(SUPPOSE.map(|phrase| balise("li").avec(phrase)))),
    );
    balise("div.calendrier")
        .attribut("aria-busy", if attend { "true" } else { "false" })
        .avec(if rangees.is_empty() {
            balise("p").avec("Aucune aide pour vos enfants dans les mois à venir.")
        } else {
            dessin(calendrier)
        })
        .avec((!rangees.is_empty()).then(|| {
            contexte.pli(Pli::ferme(PLI_TABLEAU.to_owned(), "Le calendrier en tableau, avec les raisons"), &|| chiffres(calendrier))
        }))
        .avec((!sans_reponse.is_empty()).then(manques))
        .avec(suppose)
}

fn dessin(calendrier: &Calendrier) -> Balise {
    let trace = calendrier.trace();
    let hauteur = RANGEE * i64::try_from(trace.rangees.len()).unwrap_or(0);
    let bas = hauteur.to_string();
    let verticale = |x: i64, classe: &str| {
        let x = x.to_string();
        let ligne = balise("line").classe(classe).attribut("x1", &x).attribut("x2", &x);
        ligne.attribut("y1", "0").attribut("y2", &bas)
    };
    let annee =
        |(x, nom): &(i64, Option<String>)| suite().avec(verticale(*x, "grille")).avec(nom.as_ref().map(|nom| texte(*x, hauteur + 14, nom)));
    let svg = balise("svg")
        .attribut("viewBox", &format!("-6 0 {} {}", LARGEUR + 12, hauteur + 18))
        .attribut("role", "img")
        .attribut("aria-label", &trace.phrase)
        .avec(chacun(trace.annees.iter().map(annee)))
        .avec(trace.limite.map(|x| verticale(x, "limite")))
        .avec(chacun((0..).zip(&trace.rangees).map(|(rang, une)| rangee(rang * RANGEE, une))));
    let legende = balise("ul.legende")
        .avec(trace.limite.map(|_| balise("li").avec("Tirets verticaux\u{a0}: au-delà, ce que donneraient les règles d’aujourd’hui")))
        .avec(balise("li").avec("Bande\u{a0}: un montant par mois. Rond\u{a0}: une somme versée une fois"))
        .avec(balise("li").avec("Bord en tirets et point d’interrogation\u{a0}: montant à confirmer"));
    suite().avec(tableau("Calendrier de vos droits").avec(svg)).avec(legende)
}

fn rangee(y: i64, RangeeTracee { titre, x, a_la_fin, bandes }: &RangeeTracee) -> Balise {
    balise("g")
        .avec(texte(*x, y + 13, titre).classe("titre").classe_si(*a_la_fin, "fin"))
        .avec(chacun(bandes.iter().map(|une| bande(y, une))))
}

fn bande(y: i64, BandeTracee { x, largeur, texte: montant, a_confirmer, points }: &BandeTracee) -> Balise {
    let point = |x: &i64| {
        let point = balise("circle").classe_si(*a_confirmer, "a-confirmer").attribut("cx", &(x + 2).to_string());
        point.attribut("cy", &(y + 22).to_string()).attribut("r", "4")
    };
    if !points.is_empty() {
        return suite().avec(chacun(points.iter().map(point))).avec(montant.as_ref().map(|montant| texte(*x, y + 38, montant)));
    }
    let cadre = balise("rect")
        .classe_si(*a_confirmer, "a-confirmer")
        .attribut("x", &x.to_string())
        .attribut("y", &(y + 18).to_string())
        .attribut("width", &largeur.to_string())
        .attribut("height", "20");
    suite().avec(cadre).avec(montant.as_ref().map(|montant| texte(x + 4, y + 32, montant)))
}

fn texte(x: i64, y: i64, contenu: &str) -> Balise {
    balise("text").attribut("x", &x.to_string()).attribut("y", &y.to_string()).avec(contenu)
}

fn chiffres(calendrier: &Calendrier) -> Balise {
    let tetes = ["Période", "Aide", "Montant", "Ce qui change, et pourquoi"];
    let tetes = balise("tr").avec(chacun(tetes.map(|nom| balise("th").attribut("scope", "col").avec(nom))));
    let ligne = |(rangee, bande): (&Rangee, &Bande)| {
        let montant = bande.montant.to_string();
        let montant = if bande.a_confirmer { format!("{montant}, à confirmer") } else { montant };
        balise("tr")
            .avec(balise("td").avec(bande.periode()))
            .avec(balise("td").avec(rangee.titre()))
            .avec(balise("td").avec(montant))
            .avec(balise("td").avec(format!("{} {}", bande.pourquoi, bande.fin)))
    };
    tableau("Calendrier de vos droits, en tableau").avec(
        balise("table").avec(balise("thead").avec(tetes)).avec(balise("tbody").avec(chacun(calendrier.lignes().into_iter().map(ligne)))),
    )
}
