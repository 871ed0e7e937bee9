//! A date in boxes: day, month, year.

use super::{
    balise::{Balise, balise, chacun},
    contexte::Contexte,
    navigateur,
};
use crate::vue::{
    etat::Action,
    formulaire::Champ,
    saisie::dates::{boite_suivante, date_tapee, morceaux_de_date},
};
use yew::{Callback, Event};

struct Boite {
    nom: &'static str,
    libelle: &'static str,
    longueur: usize,
}
const BOITES: [Boite; 3] = [
    Boite { nom: "jour", libelle: "Jour", longueur: 2 },
    Boite { nom: "mois", libelle: "Mois", longueur: 2 },
    Boite { nom: "annee", libelle: "Année", longueur: 4 },
];

/// The boxes of a date. It is only an error once they are all left.
pub fn date(champ: &Champ, avec_jour: bool, contexte: &Contexte) -> Balise {
    let cle = champ.cle;
    let boites = if avec_jour { BOITES.as_slice() } else { BOITES.get(1..).unwrap_or_default() };
    let morceaux = morceaux_de_date(&champ.texte, boites.len());
    let onfocusout = {
        let emetteur = contexte.emetteur.clone();
        Callback::from(move |e: Event| {
            if navigateur::quitte_le_groupe(&e) {
                emetteur.emit(Action::Quitte(cle).into());
            }
        })
    };
    let boite = |(rang, boite): (usize, &Boite)| {
        let Boite { nom, libelle, longueur } = *boite;
        let (texte, nombre) = (champ.texte.clone(), boites.len());
        let groupe = champ.id.clone();
        let oninput = contexte.selon(move |e| {
            let tape = navigateur::texte(e);
            if let Some(suivante) = boite_suivante(&texte, nombre, rang, longueur, &tape).and_then(|rang| boites.get(rang)) {
                navigateur::focalise(&format!("{groupe}-{}", suivante.nom));
            }
            Action::Saisit(cle, date_tapee(&texte, nombre, rang, &tape))
        });
        let id = format!("{}-{nom}", champ.id);
        let saisie = balise("input")
            .attribut("type", "text")
            .attribut("id", &id)
            .texte_saisi(morceaux.get(rang).map_or("", String::as_str))
            .attribut("inputmode", "numeric")
            .attribut("autocomplete", "off")
            .attribut_si("aria-invalid", champ.erreur.is_some().then_some("true"))
            .a_la_saisie(oninput);
        balise("div.boite").classe_si(longueur == 4, "longue").avec(balise("label").attribut("for", &id).avec(libelle)).avec(saisie)
    };
    balise("div.date").a_la_sortie_du_groupe(onfocusout).avec(chacun(boites.iter().enumerate().map(boite)))
}
