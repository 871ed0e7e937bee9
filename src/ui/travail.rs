//! What work changes: the rights stacked on a wage, drawn, read at one wage, told step by step, in a table.

use super::{
    balise::{Balise, balise, chacun, suite},
    bouton,
    contexte::{Contexte, Message, Pli},
    lien, liste, navigateur, tableau,
};
use crate::{
    moteur::Aide,
    situation::{Lieu, Situation},
    vue::{
        majuscule,
        travail::{BandeTracee, HAUTEUR, LARGEUR, Lecture, Manques, Travail, euros},
    },
};
use yew::{Callback, Event};

const PLI: &str = "travail";
const TITRE: &str = "Ce que le travail change";

/// What each band is filled with, so that no two next to each other look the same without colour: the wage with nothing.
const MOTIFS: [&str; 7] =
    ["M-1 1L1-1M0 8L8 0M7 9L9 7", "M3 3h2v2h-2z", "M0 4H8", "M-1 7L1 9M0 0L8 8M7-1L9 1", "M4 0V8", "M0 4H8M4 0V8", "M0 0L8 8M0 8L8 0"];

/// What is looked at.
pub struct Regard<'a> {
    pub situation: &'a Situation,
    /// Those who may work, and the one who is looked at.
    pub adultes: &'a [usize],
    pub adulte: usize,
    pub travail: &'a Result<Travail, Manques>,
    /// It is that of the answers before.
    pub attend: bool,
}

/// The fold.
pub fn le_travail(contexte: &Contexte, contenu: &dyn Fn() -> Balise) -> Balise {
    balise("section.groupe-droits.mois-par-mois")
        .attribut("aria-label", TITRE)
        .avec(contexte.pli(Pli::ferme(PLI.to_owned(), TITRE), contenu))
}

/// Its content.
pub fn ce_que_le_travail_change(regard: Regard, contexte: &Contexte) -> Balise {
    let Regard { situation, adultes, adulte, travail, attend } = regard;
    let un_adulte = |qui: &usize| {
        let bouton = bouton("button.bouton.second", contexte.envoie(Message::Travail(*qui, None)));
        bouton.attribut("aria-pressed", if *qui == adulte { "true" } else { "false" }).avec(majuscule(&situation.nom(Lieu::Adulte(*qui))))
    };
    let choix = || {
        let groupe = balise("div.gestes").attribut("role", "group").attribut("aria-label", "Le travail de qui\u{a0}?");
        groupe.avec(chacun(adultes.iter().map(un_adulte)))
    };
    balise("div.travail").attribut("aria-busy", if attend { "true" } else { "false" }).avec((1 < adultes.len()).then(choix)).avec(
        match travail {
            Ok(travail) => le_dessin(travail, adulte, contexte),
            Err(manques) => il_manque(manques),
        },
    )
}

fn il_manque(manques: &Manques) -> Balise {
    let manque = |(libelle, adresse): &(String, String)| balise("li").avec(lien("a", adresse).avec(libelle));
    suite()
        .avec(balise("p").avec("Pour dessiner le salaire et les aides ensemble, il manque\u{a0}:"))
        .avec(balise("ul.manques").avec(chacun(manques.iter().map(manque))))
}

fn le_dessin(travail: &Travail, adulte: usize, contexte: &Contexte) -> Balise {
    let vous = travail.aujourd_hui();
    let salaire = contexte.travail.1.or(vous).unwrap_or(0).clamp(0, travail.maximum);
    let phrases = travail.phrases();
    let partie = |titre: &str, contenu: Balise| suite().avec(balise("h3").avec(titre)).avec(contenu);
    let inconnu = |(aide, pourquoi): &(&Aide, String)| balise("li").avec(aide.nom).avec("\u{a0}: ").avec(pourquoi);
    let inconnus = || partie("Ce que le dessin ne compte pas", balise("ul").avec(chacun(travail.sans_reponse.iter().map(inconnu))));
    suite()
        .avec(figure(travail, vous, salaire))
        .avec(lecture(travail, adulte, salaire, vous == Some(salaire), contexte))
        .avec(if phrases.is_empty() {
            balise("p").avec("Aucune de ces aides ne commence, ne s’arrête ni ne change d’un coup.")
        } else {
            partie("Ce qui change en chemin", balise("ul").avec(chacun(phrases.iter().map(|phrase| balise("li").avec(phrase)))))
        })
        .avec(
            travail
                .creux
                .is_empty()
                .then(|| balise("p").avec("À chaque salaire plus élevé, le total est plus élevé aussi, à quelques euros d’arrondi près.")),
        )
        .avec((!travail.sans_reponse.is_empty()).then(inconnus))
        .avec(contexte.pli(Pli::ferme(format!("travail-{adulte}-tableau"), "Les mêmes chiffres en tableau"), &|| chiffres(travail)))
        .avec(partie("Ce que nous supposons", liste(&mut travail.suppose().into_iter())))
}

/// The drawing; `vous` and `salaire` are the wages that it points at.
pub(super) fn figure(travail: &Travail, vous: Option<i64>, salaire: i64) -> Balise {
    let trace = travail.trace();
    let (bas, bord) = (HAUTEUR.to_string(), LARGEUR.to_string());
    let ligne = |classe: &str, [x1, x2]: [&str; 2], [y1, y2]: [&str; 2]| {
        let ligne = balise("line").classe(classe).attribut("x1", x1).attribut("x2", x2);
        ligne.attribut("y1", y1).attribut("y2", y2)
    };
    let verticale = |x: i64, classe: &str| ligne(classe, [&x.to_string(); 2], ["0", &bas]);
    let texte = |x: i64, y: i64, contenu: &str| balise("text").attribut("x", &x.to_string()).attribut("y", &y.to_string()).avec(contenu);
    let motif = |(rang, trait_): (usize, &&str)| {
        let motif = balise("pattern").attribut("id", &format!("motif-{rang}")).attribut("patternUnits", "userSpaceOnUse");
        motif.attribut("width", "8").attribut("height", "8").avec(balise("path").attribut("d", trait_))
    };
    let droits = travail.bandes.len();
    let bande = |(rang, bande): (usize, &BandeTracee)| {
        let contour = || balise("polygon").attribut("points", &bande.contour);
        let motif = (rang < droits).then(|| contour().attribut("fill", &rempli(rang)));
        balise("g").classe_si(rang == droits, "salaire").avec(contour()).avec(motif)
    };
    let nom = |bande: &BandeTracee| bande.place.map(|[x, y]| texte(x, y + 7, &bande.court));
    let svg = balise("svg")
        .attribut("viewBox", &format!("-20 -34 {} {}", LARGEUR + 28, HAUTEUR + 66))
        .attribut("role", "img")
        .attribut("aria-label", &trace.phrase)
        .avec(balise("defs").avec(chacun(MOTIFS.iter().enumerate().map(motif))))
        .avec(chacun(trace.bandes.iter().enumerate().map(bande)))
        .avec(chacun(trace.montants.iter().map(|(y, nom)| {
            let y1 = y.to_string();
            suite().avec(ligne("grille", ["0", &bord], [&y1; 2])).avec(texte(LARGEUR - 6, y - 5, nom).classe("echelle"))
        })))
        .avec(chacun(trace.salaires.iter().map(|(x, nom)| texte(*x, HAUTEUR + 24, nom))))
        .avec(chacun(trace.bandes.iter().map(nom)))
        .avec((vous != Some(salaire)).then(|| verticale(travail.place(salaire), "repere")))
        .avec(vous.map(|vous| {
            let x = travail.place(vous);
            suite().avec(verticale(x, "vous")).avec(texte(x.clamp(44, LARGEUR - 44), -12, travail.nom_d_aujourd_hui()))
        }));
    let pastille = |rang: usize| {
        let carre = || balise("rect").attribut("width", "24").attribut("height", "24");
        balise("svg.pastille")
            .attribut("viewBox", "0 0 24 24")
            .attribut("aria-hidden", "true")
            .avec(carre())
            .avec(carre().attribut("fill", &rempli(rang)))
    };
    let entree = |(rang, bande): (usize, &crate::vue::travail::Bande)| {
        let doute = if bande.a_confirmer { ", montant à confirmer" } else { "" };
        balise("li").avec(pastille(rang)).avec(&bande.titre).avec(doute)
    };
    let legende = balise("ul.legende")
        .avec(balise("li").avec("Sans motif, en haut\u{a0}: le salaire"))
        .avec(chacun(travail.bandes.iter().enumerate().rev().map(entree)));
    balise("figure")
        .avec(balise("figcaption").avec("Ce qui arrive chaque mois, selon le salaire net (montant net social)"))
        .avec(svg)
        .avec(legende)
}

fn rempli(rang: usize) -> String {
    format!("url(#motif-{})", rang % MOTIFS.len())
}

/// One wage, chosen on a slider, and all that it gives.
fn lecture(travail: &Travail, adulte: usize, salaire: i64, vous: bool, contexte: &Contexte) -> Balise {
    let Lecture { salaire: ecrit, droits, total, reste } = travail.lis(salaire);
    let emetteur = contexte.emetteur.clone();
    let choisit = Callback::from(move |e: Event| emetteur.emit(Message::Travail(adulte, navigateur::texte(&e).parse().ok())));
    let curseur = balise("input")
        .attribut("type", "range")
        .attribut("id", "travail-salaire")
        .attribut("min", "0")
        .attribut("max", &travail.maximum.to_string())
        .attribut("step", "10")
        .attribut("aria-valuetext", &format!("{ecrit}\u{a0}: {total} en tout. {reste}"))
        .texte_saisi(&salaire.to_string())
        .a_la_saisie(choisit);
    let ligne = |nom: &str, montant: &str| balise("div").avec(balise("dt").avec(nom)).avec(balise("dd").avec(montant));
    let qui = if vous { format!("{}, avec un salaire de", travail.nom_d_aujourd_hui()) } else { "Avec un salaire de".to_owned() };
    balise("div.lecture-d-un-salaire")
        .avec(balise("label").attribut("for", "travail-salaire").avec("Regarder un autre salaire"))
        .avec(curseur)
        .avec(
            balise("dl")
                .avec(ligne(&qui, &ecrit))
                .avec(chacun(droits.iter().map(|(nom, montant)| ligne(nom, montant))))
                .avec(ligne("En tout", &total).classe("total")),
        )
        .avec(balise("p.reste").avec(reste))
        .avec((!vous && travail.aujourd_hui().is_none()).then(|| {
            balise("p.aide").avec(format!(
                "Votre situation d’aujourd’hui n’est pas sur le dessin\u{a0}: votre revenu n’est pas un salaire, votre net social manque, ou il dépasse {}.",
                euros(travail.maximum)
            ))
        }))
}

fn chiffres(travail: &Travail) -> Balise {
    let (tetes, lignes) = travail.tableau();
    let tete = |nom: &&str| balise("th.nombre").attribut("scope", "col").avec(*nom);
    let ligne = |ligne: &Vec<String>| balise("tr").avec(chacun(ligne.iter().map(|montant| balise("td.nombre").avec(montant))));
    tableau("Ce que le travail change, en tableau").avec(
        balise("table")
            .avec(balise("thead").avec(balise("tr").avec(chacun(tetes.iter().map(tete)))))
            .avec(balise("tbody").avec(chacun(lignes.iter().map(ligne)))),
    )
}
