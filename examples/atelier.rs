//! For developers: every piece in every state, as a page of its own that sends nothing. The site does not carry it.
//!
//! `cargo run --example atelier > atelier.html`; the browser tests look at it too.

use juste_droit::{
    situation::{DEPARTEMENTS, Lieu, OuiNon},
    ui::{
        balise::{Balise, balise, chacun},
        champ::question,
        contexte::Contexte,
        explication::explication,
        formulaire::fautes,
    },
    vue::{
        doutes::{Doute, Meprise, Relecture},
        explication::{Bloc, Ligne, Renvoi, Signe, Variante},
        formulaire::{Champ, Controle, Entree},
        saisie::Cle,
    },
};
use yew::{Callback, Html, ServerRenderer, component};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let style = include_str!("../assets/style.css");
    let page = html().await;
    println!("<!doctype html><html lang=\"fr\"><meta charset=\"utf-8\"><title>Atelier</title><style>{style}</style><main>{page}</main>");
}

/// What stands in `main`.
pub async fn html() -> String {
    ServerRenderer::<Atelier>::new().hydratable(false).render().await
}

#[component]
fn Atelier() -> Html {
    atelier().html()
}

fn atelier() -> Balise {
    let controles = [
        ("Texte", Controle::Texte, "Camille"),
        ("Nombre", Controle::Nombre, "450"),
        ("Montant", Controle::Montant("€ par mois"), "1\u{202f}016,05"),
        ("Date", Controle::Jour, "12/04/1988"),
        ("Mois", Controle::MoisCivil, "01/2026"),
        ("Choix", Controle::Radios(OuiNon::OPTIONS), "oui"),
        ("Liste", Controle::Liste(DEPARTEMENTS), "66"),
        ("Cases", Controle::Cases(vec![("1".into(), "Noé".into()), ("2".into(), "Lina".into())]), "1"),
    ];
    let contexte = Contexte::nouveau(Callback::noop());
    let une_question = |etat: &'static str, libelle: &str, controle: &Controle, texte: &str, erreur: Option<&str>, ignore: bool| {
        let id = format!("{}-{etat}", libelle.to_ascii_lowercase());
        let champ = Champ {
            cle: Cle::de(Lieu::Foyer, "atelier"),
            id,
            texte: texte.to_owned(),
            erreur: erreur.map(str::to_owned),
            relecture: relecture(controle, texte),
        };
        let entree = Entree {
            champ,
            libelle: format!("{libelle}, {etat}"),
            aide: "Où trouver la réponse.".into(),
            controle: controle.clone(),
            ignore: Some(ignore),
            reponse: None,
            commune: None,
        };
        question(&entree, &contexte)
    };
    let exemple = |nom: &'static str, texte: &str| balise(nom).attribut("type", "button").avec(texte);
    let boutons = balise("div.gestes")
        .avec(exemple("button.bouton", "Premier"))
        .avec(exemple("button.bouton.second", "Second"))
        .avec(exemple("button.bouton.discret", "Discret"))
        .avec(exemple("button.bouton", "Éteint").drapeau("disabled", true));
    let etats = |(libelle, controle, texte): &(&str, Controle, &str)| {
        let faute = "Nous avons lu «\u{a0}douze\u{a0}». Il faut un autre texte.";
        let etats = [
            ("vide", "", None, false),
            ("rempli", *texte, None, false),
            ("en erreur", *texte, Some(faute), false),
            ("ignoré", "", None, true),
        ];
        let questions = etats.map(|(etat, texte, erreur, ignore)| une_question(etat, libelle, controle, texte, erreur, ignore));
        balise("div.groupe.cadre").avec(chacun(questions))
    };
    let sous_titre = |texte: &str| balise("h2").avec(texte);
    balise("div.lecture")
        .avec(balise("h1").avec("Atelier"))
        .avec(sous_titre("Boutons"))
        .avec(boutons)
        .avec(sous_titre("Avis"))
        .avec(balise("div.avis").avec(balise("p").avec("Le lien est copié.")))
        .avec(fautes(&[("Date de naissance".to_owned(), "#".to_owned())]))
        .avec(sous_titre("Questions"))
        .avec(chacun(controles.iter().map(etats)))
        .avec(sous_titre("Explication"))
        .avec(explication(&lignes()))
}

/// An amount with its question.
fn relecture(controle: &Controle, texte: &str) -> Option<Relecture> {
    let doute = Doute {
        meprise: Meprise::Mois,
        question: "1\u{202f}016,05\u{a0}€ pour toute l’année\u{a0}? C’est 85\u{a0}€ par mois.".into(),
        juste: "C’est bien pour l’année",
        correction: "C’était par mois\u{a0}: mettre",
        montant: Some("12\u{202f}192,6\u{a0}€".into()),
    };
    let jumeau = || if texte.is_empty() { String::new() } else { "soit 12\u{202f}193\u{a0}€ par an".to_owned() };
    let lu = || Relecture { jumeau: Some(jumeau()), doute: Some(doute).filter(|_| !texte.is_empty()) };
    matches!(controle, Controle::Montant(_)).then(lu)
}

fn lignes() -> Vec<Bloc> {
    let ligne = |signe: Signe, quoi: &str, valeur: Option<&str>, details: Vec<Bloc>| {
        let renvoi = Renvoi::Texte {
            avant: Some("depuis le 1er\u{a0}avril\u{a0}2026".into()),
            nom: "Décret".into(),
            lien: "https://www.legifrance.gouv.fr".into(),
            note: Some("presse ou tract syndical"),
        };
        let (quoi, valeur) = (quoi.to_owned(), valeur.map(str::to_owned));
        Bloc::Ligne(Ligne { signe, quoi, valeur, operation: None, renvoi: Some(renvoi), details })
    };
    let detail = vec![ligne(Signe::Donnee, "Salaire", Some("1\u{202f}043,00\u{a0}€ par mois"), Vec::new())];
    let variante = |titre: &str, valeur: &str, retenue| Variante {
        titre: titre.to_owned(),
        valeur: Some(valeur.to_owned()),
        retenue,
        blocs: vec![ligne(Signe::Calcul, "Ressources retenues", Some("401,75\u{a0}€ par mois"), detail.clone())],
    };
    vec![
        ligne(Signe::Rempli, "Avoir au moins vingt ans", None, Vec::new()),
        ligne(Signe::NonRempli, "Résider en France", None, Vec::new()),
        ligne(Signe::Inconnu, "Taux d’incapacité", None, Vec::new()),
        ligne(Signe::Calcul, "Ressources retenues", Some("401,75\u{a0}€ par mois"), detail.clone()),
        ligne(Signe::Note, "Une phrase.", None, Vec::new()),
        Bloc::Variantes {
            variantes: vec![
                variante("Calcul individuel", "1\u{202f}041,59\u{a0}€ par mois", true),
                variante("Calcul du couple", "639,84\u{a0}€ par mois", false),
            ],
            difference: Some("401,75\u{a0}€ par mois".into()),
        },
    ]
}
