//! « Comparer des situations »: ready ones to add, what each changes, all of them in a table.

use super::{
    balise::{Balise, balise, chacun, suite},
    bouton,
    champ::element,
    contexte::{Contexte, Pli},
    ecarts::les_ecarts,
    invisible, lien, navigateur, tableau,
};
use crate::vue::{
    etat::Action,
    scenarios::{ChampDeScenario, Colonne, Comparaison, Geste, Ligne, MAXIMUM, Modele, Partie, Scenario},
};

const TITRE: &str = "scenarios";

/// A fold, whose content is computed only while it is open: the state knows, since the form then asks what is missing.
pub fn comparer(ouvert: bool, comparaison: Option<&Comparaison>, contexte: &Contexte) -> Balise {
    let bascule = contexte.selon(|evenement| Action::Compare(Geste::Ouvre(navigateur::ouvert(evenement))));
    let titre = balise("h2").attribut("id", TITRE).attribut("tabindex", "-1").avec("Comparer des situations");
    let contenu = || contexte.plus_tard(|| suite().avec(comparaison.map(|comparaison| les_situations(comparaison, contexte))));
    balise("section.groupe-droits.comparaison").attribut("aria-labelledby", TITRE).avec(
        balise("details.pli")
            .drapeau("open", ouvert)
            .a_la_bascule(bascule)
            .avec(balise("summary").avec(titre))
            .avec(ouvert.then(|| balise("div.pli-contenu").avec(contenu()))),
    )
}

/// Above the form, while a scenario is in it.
pub fn un_scenario(scenario: &Scenario, contexte: &Contexte) -> Balise {
    let nom = scenario.modele.nom();
    let texte = format!("Vous modifiez une situation imaginée\u{a0}: «\u{a0}{nom}\u{a0}». La vôtre attend, inchangée.");
    balise("div.avis.message")
        .attribut("role", "status")
        .avec(balise("p").avec(texte))
        .avec(bouton("button.bouton", contexte.agit(Action::Compare(Geste::Revient))).avec("Revenir à la comparaison"))
}

/// The head of a scenario.
pub fn id(rang: usize) -> String {
    format!("scenario-{}", rang + 1)
}

fn les_situations(comparaison: &Comparaison, contexte: &Contexte) -> Balise {
    let Comparaison { prets, colonnes, lignes, .. } = comparaison;
    let place = colonnes.len();
    let ajoute = |modele: &Modele| {
        let reaction = contexte.agit_et_focalise(Action::Compare(Geste::Ajoute(*modele)), id(place));
        balise("li").avec(bouton("button.bouton.second", reaction).avec(modele.nom()))
    };
    let choix = || balise("ul.prets").attribut("aria-label", "Situations à comparer avec la vôtre").avec(chacun(prets.iter().map(ajoute)));
    let bloc = |(rang, colonne): (usize, &Colonne)| une_situation(rang, colonne, contexte);
    suite()
        .avec(balise("p.aide").avec(format!(
            "Chaque situation est la vôtre, où quelques réponses changent\u{a0}: choisissez-en jusqu’à {MAXIMUM}. Vos réponses restent les mêmes."
        )))
        .avec(if place < MAXIMUM { choix() } else { balise("p").avec("Pour en ajouter une, retirez-en une.") })
        .avec((1 < place && !lignes.is_empty()).then(|| cote_a_cote(colonnes, lignes)))
        .avec(balise("div.situations").avec(chacun(colonnes.iter().enumerate().map(bloc))))
        .avec((0 < place).then(|| balise("p.notice").avec("Une estimation, pas une décision\u{a0}: seul l’organisme qui verse l’aide décide.")))
}

/// What each right pays, today and in each situation. On a narrow screen the blocks below say it.
fn cote_a_cote(colonnes: &[Colonne], lignes: &[Ligne]) -> Balise {
    let tete = |nom: &str| balise("th").attribut("scope", "col").avec(nom);
    let ligne = |ligne: &Ligne| {
        let pour = ligne.pour.as_ref().map(|pour| format!(" · {pour}"));
        let montant = |montant: &String| balise("td").classe_si(Some(montant) != ligne.montants.first(), "change").avec(montant);
        balise("tr")
            .avec(balise("th").attribut("scope", "row").avec(ligne.aide.nom).avec(pour))
            .avec(chacun(ligne.montants.iter().map(montant)))
    };
    let somme = |colonne: &Colonne| {
        let sommes = colonne.change.iter().flatten().flat_map(|partie| &partie.ecarts.sommes);
        balise("td.change").avec(chacun(sommes.map(|somme| balise("p").avec(somme))))
    };
    balise("div.cote-a-cote").avec(
        tableau("Les situations côte à côte").avec(
            balise("table")
                .avec(
                    balise("thead").avec(
                        balise("tr")
                            .avec(tete("Ce qui diffère"))
                            .avec(tete("Aujourd’hui"))
                            .avec(chacun(colonnes.iter().map(|colonne| tete(&colonne.titre)))),
                    ),
                )
                .avec(
                    balise("tbody").avec(chacun(lignes.iter().map(ligne))).avec(
                        balise("tr.total")
                            .avec(balise("th").attribut("scope", "row").avec("Différence sûre"))
                            .avec(balise("td"))
                            .avec(chacun(colonnes.iter().map(somme))),
                    ),
                ),
        ),
    )
}

fn une_situation(rang: usize, colonne: &Colonne, contexte: &Contexte) -> Balise {
    let Colonne { titre, champs, change, manques, suppose, .. } = colonne;
    let id = id(rang);
    let manque = |(libelle, adresse): &(String, String)| balise("li").avec(lien("a", adresse).avec(libelle));
    let attend = || match (manques.is_empty(), champs.is_empty()) {
        (false, _) => suite()
            .avec(balise("p").avec("Pour l’imaginer, il manque dans vos réponses\u{a0}:"))
            .avec(balise("ul.manques").avec(chacun(manques.iter().map(manque)))),
        (_, true) => balise("p").avec("Cette situation n’a plus de sens avec vos réponses d’aujourd’hui."),
        _ => balise("p").avec("Complétez ci-dessus pour voir ce qui change."),
    };
    let rien = || balise("p").avec("Rien ne change, d’après ce que nous savons, dans les aides simulées ici.");
    let hypotheses = || balise("ul").avec(chacun(suppose.iter().map(|phrase| balise("li").avec(phrase))));
    let geste = |geste: Geste, libelle: &str, apres: &str| {
        let reaction = contexte.agit_et_focalise(Action::Compare(geste), apres.to_owned());
        bouton("button.bouton.second", reaction).avec(libelle).avec(invisible(&format!("\u{a0}: {titre}")))
    };
    balise("section.situation")
        .cle(&id)
        .attribut("aria-labelledby", &id)
        .avec(balise("h3").attribut("id", &id).attribut("tabindex", "-1").avec(titre))
        .avec(chacun(champs.iter().map(|un| champ(rang, un, contexte))))
        .avec(match change {
            None => attend(),
            Some(parties) => suite().avec(colonne.ne_change_rien().then(rien)).avec(chacun(parties.iter().map(partie))),
        })
        .avec(
            (!suppose.is_empty()).then(|| {
                contexte.pli(Pli { classe: "suppose", ..Pli::ferme(format!("{id}-suppose"), "Ce que nous supposons") }, &hypotheses)
            }),
        )
        .avec(balise("div.gestes").avec(change.as_ref().map(|_| geste(Geste::Modifie(rang), "Modifier librement", "titre"))).avec(geste(
            Geste::Retire(rang),
            "Retirer",
            TITRE,
        )))
}

fn partie(Partie { titre, ecarts }: &Partie) -> Balise {
    suite().avec((!titre.is_empty()).then(|| balise("h4").avec(*titre))).avec(les_ecarts(ecarts))
}

fn champ(rang: usize, champ: &ChampDeScenario, contexte: &Contexte) -> Balise {
    let ChampDeScenario { parametre, libelle, texte, choix, suffixe, erreur } = champ;
    let parametre = *parametre;
    let id = format!("{}-{}", id(rang), parametre.cle());
    let faute = format!("{id}-erreur");
    let ecrit = move |texte: String| Action::Compare(Geste::Ecrit(rang, parametre, texte));
    let saisie = if choix.is_empty() {
        let saisie = balise("input")
            .attribut("type", "text")
            .attribut("id", &id)
            .attribut("inputmode", "decimal")
            .attribut("autocomplete", "off")
            .texte_saisi(texte)
            .attribut_si("aria-invalid", erreur.as_ref().map(|_| "true"))
            .attribut_si("aria-describedby", erreur.as_ref().map(|_| faute.as_str()))
            .a_la_saisie(contexte.selon(move |e| ecrit(navigateur::texte(e))));
        balise("div.saisie.courte").avec(saisie).avec(balise("span.suffixe").avec(*suffixe))
    } else {
        let option = |(valeur, nom): &(String, String)| element(valeur, texte == valeur, nom);
        balise("select")
            .attribut("id", &id)
            .au_changement(contexte.selon(move |e| ecrit(navigateur::option(e))))
            .avec(texte.is_empty().then(|| element("", true, "Choisir…")))
            .avec(chacun(choix.iter().map(option)))
    };
    balise("div.champ")
        .classe_si(erreur.is_some(), "en-erreur")
        .cle(&id)
        .avec(balise("label").attribut("for", &id).avec(*libelle))
        .avec(erreur.as_ref().map(|erreur| balise("p.erreur").attribut("id", &faute).avec(erreur)))
        .avec(saisie)
}
