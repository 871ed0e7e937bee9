//! A question, whatever its kind.

use super::{
    balise::{Balise, balise, chacun, suite},
    bouton,
    contexte::{Contexte, Pli, Reaction},
    date::date,
    navigateur,
};
use crate::{
    situation::Option_,
    vue::{
        commune::Recherche,
        doutes::{Doute, Relecture},
        etat::Action,
        formulaire::{Champ, Controle, Entree},
    },
};

/// A question with its label, its help, its error and « Je ne sais pas ».
pub fn question(entree: &Entree, contexte: &Contexte) -> Balise {
    let saisie = |mode: Mode| simple(entree, contexte, texte(&entree.champ, contexte, decrit(&entree.champ, &entree.aide), mode));
    let question = match &entree.controle {
        Controle::Texte => saisie(Mode { clavier: "text", suffixe: None }),
        Controle::Nombre => saisie(Mode { clavier: "decimal", suffixe: Some("") }),
        Controle::Montant(suffixe) => saisie(Mode { clavier: "decimal", suffixe: Some(suffixe) }),
        Controle::Mensuel(mois) => simple(entree, contexte, mensuel(entree, mois, contexte)),
        Controle::Liste(options) => simple(entree, contexte, liste(entree, options, contexte)),
        Controle::Jour => groupe(entree, contexte, date(&entree.champ, true, contexte)),
        Controle::MoisCivil => groupe(entree, contexte, date(&entree.champ, false, contexte)),
        Controle::Radios(options) => groupe(entree, contexte, radios(entree, options, contexte)),
        Controle::Cases(options) => groupe(entree, contexte, cases(entree, options, contexte)),
    };
    question.cle(&entree.champ.id)
}

/// A question of one field.
fn simple(entree: &Entree, contexte: &Contexte, champ: Balise) -> Balise {
    // In a list, « Je ne sais pas » is one of the options.
    let ignore = entree.ignore.filter(|_| !matches!(entree.controle, Controle::Liste(_)));
    cadre("div.champ", &entree.champ)
        .avec(etiquette(&entree.champ.id, &entree.libelle))
        .avec(aide(entree))
        .avec(erreur(&entree.champ))
        .avec(champ)
        .avec(ignore.map(|ignore| je_ne_sais_pas(&entree.champ, ignore, contexte)))
}

/// A question of several fields.
fn groupe(entree: &Entree, contexte: &Contexte, champs: Balise) -> Balise {
    cadre("fieldset.champ", &entree.champ)
        .attribut("id", &entree.champ.id)
        .attribut_si("aria-describedby", decrit(&entree.champ, &entree.aide).as_deref())
        .avec(balise("legend").avec(&entree.libelle))
        .avec(entree.commune.as_ref().map(|recherche| commune(recherche, contexte)))
        .avec(aide(entree))
        .avec(erreur(&entree.champ))
        .avec(champs)
}

/// A commune to look for, whose zone is the answer.
fn commune(recherche: &Recherche, contexte: &Contexte) -> Balise {
    const ID: &str = "commune";
    const LISTE: &str = "communes";
    let saisie = balise("input")
        .attribut("type", "text")
        .attribut("id", ID)
        .attribut("list", LISTE)
        .texte_saisi(&recherche.texte)
        .attribut("autocomplete", "off")
        .attribut("aria-describedby", "commune-dit")
        .a_la_saisie(contexte.selon(|e| Action::Cherche(navigateur::texte(e))));
    let proposees = recherche.proposees.iter().map(|nom| balise("option").attribut("value", nom));
    balise("div.champ")
        .avec(etiquette(ID, "Cherchez votre commune, ou choisissez la zone"))
        .avec(balise("div.saisie").avec(saisie).avec(balise("datalist").attribut("id", LISTE).avec(chacun(proposees))))
        .avec(balise("p.aide").attribut("id", "commune-dit").attribut("role", "status").avec(&recherche.dit))
}

fn cadre(nom: &'static str, champ: &Champ) -> Balise {
    balise(nom).classe_si(champ.erreur.is_some(), "en-erreur")
}
fn etiquette(id: &str, libelle: &str) -> Balise {
    balise("label").attribut("for", id).avec(libelle)
}
fn aide(entree: &Entree) -> Option<Balise> {
    let aide = || balise("p.aide").attribut("id", &format!("{}-aide", entree.champ.id)).avec(&entree.aide);
    (!entree.aide.is_empty()).then(aide)
}
fn erreur(champ: &Champ) -> Option<Balise> {
    champ.erreur.as_ref().map(|erreur| balise("p.erreur").attribut("id", &format!("{}-erreur", champ.id)).avec(erreur))
}
/// The ids of what describes the field: help, error, what an amount is over another period, what is asked about it.
fn decrit(champ: &Champ, aide: &str) -> Option<String> {
    let Champ { id, erreur, relecture, .. } = champ;
    let jumeau = relecture.as_ref().is_some_and(|relecture| relecture.jumeau.is_some());
    let la = [("aide", !aide.is_empty()), ("erreur", erreur.is_some()), ("jumeau", jumeau), ("doute", relecture.is_some())];
    let ids: Vec<String> = la.iter().filter(|(_, la)| *la).map(|(nom, _)| format!("{id}-{nom}")).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

/// The keyboard of a phone, and for a figure what follows it.
struct Mode {
    clavier: &'static str,
    suffixe: Option<&'static str>,
}

fn texte(champ: &Champ, contexte: &Contexte, decrit: Option<String>, mode: Mode) -> Balise {
    let cle = champ.cle;
    let saisie = balise("input")
        .attribut("type", "text")
        .attribut("id", &champ.id)
        .texte_saisi(&champ.texte)
        .attribut("inputmode", mode.clavier)
        .attribut("autocomplete", "off")
        .attribut_si("aria-invalid", champ.erreur.is_some().then_some("true"))
        .attribut_si("aria-describedby", decrit.as_deref())
        .a_la_saisie(contexte.selon(move |e| Action::Saisit(cle, navigateur::texte(e))))
        .a_la_sortie(contexte.agit(Action::Quitte(cle)));
    let saisie = balise("div.saisie")
        .classe_si(mode.suffixe.is_some(), "courte")
        .avec(saisie)
        .avec(mode.suffixe.map(|suffixe| balise("span.suffixe").avec(suffixe)));
    suite().avec(saisie).avec(champ.relecture.as_ref().map(|relecture| sous_le_montant(champ, relecture, contexte)))
}

/// The amount over the other period, on a line that is there before it; then the question about it, said when it comes.
fn sous_le_montant(champ: &Champ, relecture: &Relecture, contexte: &Contexte) -> Balise {
    let Relecture { jumeau, doute } = relecture;
    let jumeau = jumeau.as_ref().map(|jumeau| balise("p.jumeau").attribut("id", &format!("{}-jumeau", champ.id)).avec(jumeau));
    let id = format!("{}-doute", champ.id);
    // The answers go with the question: the focus stays here, unless the field is now empty.
    let reponse = |action: Action, apres: &str| bouton("button.bouton.second", contexte.agit_et_focalise(action, apres.to_owned()));
    let un_doute = |Doute { meprise, question, juste, correction, montant }: &Doute| {
        let apres = if montant.is_some() { &id } else { &champ.id };
        let corrige = Action::Repond(champ.cle, montant.clone().unwrap_or_default());
        let montant = montant.as_ref().map(|montant| format!("\u{a0}{montant}"));
        suite()
            .avec(balise("p").avec(question))
            .avec(reponse(Action::Confirme(champ.cle, *meprise), &id).avec(*juste))
            .avec(reponse(corrige, apres).avec(*correction).avec(montant))
    };
    let doute =
        balise("div.doute").attribut("id", &id).attribut("role", "status").attribut("tabindex", "-1").avec(doute.as_ref().map(un_doute));
    suite().avec(jumeau).avec(doute)
}

/// An amount each month, with the months that differ.
fn mensuel(entree: &Entree, mois: &[(String, Champ)], contexte: &Contexte) -> Balise {
    let un_mois = |(nom, champ): &(String, Champ)| {
        cadre("div.champ", champ).cle(&champ.id).avec(etiquette(&champ.id, nom)).avec(erreur(champ)).avec(texte(
            champ,
            contexte,
            decrit(champ, ""),
            Mode { clavier: "decimal", suffixe: Some("€") },
        ))
    };
    let differe = mois.iter().any(|(_, champ)| !champ.texte.is_empty());
    let id = format!("{}-mois-a-part", entree.champ.id);
    let pli = Pli { id, titre: "Un mois était différent", classe: "mois-a-part", ouvert: differe };
    suite()
        .avec(texte(&entree.champ, contexte, decrit(&entree.champ, &entree.aide), Mode { clavier: "decimal", suffixe: Some("€ par mois") }))
        .avec(contexte.pli(pli, &|| chacun(mois.iter().map(un_mois))))
}

fn radios(entree: &Entree, options: &[Option_], contexte: &Contexte) -> Balise {
    let Champ { cle, id, texte, .. } = &entree.champ;
    let radio = |valeur: &'static str, libelle: &'static str, choisi: bool, action: Action| {
        let bouton = balise("input").attribut("type", "radio").attribut("name", id).texte_saisi(valeur);
        option(bouton.cochee(choisi).au_changement(contexte.agit(action)), libelle).classe_si(valeur == IGNORE, "ignore")
    };
    balise("div.options")
        .classe_si(options.iter().all(|o| o.libelle.len() < 15), "en-ligne")
        .avec(chacun(options.iter().map(|o| radio(o.cle, o.libelle, texte == o.cle, Action::Repond(*cle, o.cle.to_owned())))))
        .avec(entree.ignore.map(|ignore| radio(IGNORE, "Je ne sais pas", ignore, Action::Ignore(*cle, true))))
}

fn cases(entree: &Entree, options: &[(String, String)], contexte: &Contexte) -> Balise {
    let cle = entree.champ.cle;
    let une_case = |(valeur, libelle): &(String, String)| {
        let cochee = entree.champ.texte.split(',').any(|choisie| choisie == valeur);
        let onchange = {
            let valeur = valeur.clone();
            contexte.selon(move |e| Action::Coche(cle, valeur.clone(), navigateur::cochee(e)))
        };
        option(case(cochee, onchange).texte_saisi(valeur), libelle)
    };
    balise("div.options")
        .avec(chacun(options.iter().map(une_case)))
        .avec(entree.ignore.map(|ignore| je_ne_sais_pas(&entree.champ, ignore, contexte)))
}

/// A box to check.
pub fn case(cochee: bool, reaction: Reaction) -> Balise {
    balise("input").attribut("type", "checkbox").cochee(cochee).au_changement(reaction)
}

/// What is checked, and what it is called.
pub fn option(case: Balise, libelle: &str) -> Balise {
    balise("label.option").avec(case).avec(balise("span").avec(libelle))
}

/// « Je ne sais pas » beside a field.
fn je_ne_sais_pas(champ: &Champ, ignore: bool, contexte: &Contexte) -> Balise {
    let cle = champ.cle;
    let onchange = contexte.selon(move |e| Action::Ignore(cle, navigateur::cochee(e)));
    option(case(ignore, onchange), "Je ne sais pas").classe("ignore")
}

const IGNORE: &str = "?";

/// A list to open; on a phone the system's own.
fn liste(entree: &Entree, options: &[Option_], contexte: &Contexte) -> Balise {
    let Entree { champ, ignore, .. } = entree;
    let cle = champ.cle;
    let onchange = contexte.selon(move |e| match navigateur::option(e) {
        option if option == IGNORE => Action::Ignore(cle, true),
        option => Action::Repond(cle, option),
    });
    let au_choix = |o: &Option_| element(o.cle, champ.texte == o.cle, &format!("{} – {}", o.cle, o.libelle));
    balise("select")
        .attribut("id", &champ.id)
        .attribut_si("aria-describedby", decrit(&entree.champ, &entree.aide).as_deref())
        .au_changement(onchange)
        .avec(element("", champ.texte.is_empty() && *ignore != Some(true), "Choisir…"))
        .avec(chacun(options.iter().map(au_choix)))
        .avec(ignore.map(|ignore| element(IGNORE, ignore, "Je ne sais pas")))
}

/// What a list to open offers.
pub fn element(valeur: &str, choisi: bool, libelle: &str) -> Balise {
    balise("option").attribut("value", valeur).drapeau("selected", choisi).avec(libelle)
}
