//! The worker: it reads a file of households, computes each and writes the tables, telling the page how far it is. To stop it, the
//! page ends it. See decision 0203.

use super::super::navigateur::{
    self,
    ouvrier::{Commande, Fini, Nouvelle, Octets, attends, dis, renonce},
};
use crate::{
    annexe,
    lot::{Calcul, Passe},
    moteur::local::lis_bareme_local,
    second::{Partie, au_troisieme},
};
use js_sys::Array;
use std::{
    io::{self, BufReader},
    mem,
};

/// How much is read at once, and how much of a table waits before it leaves the memory of the program.
const MORCEAU: usize = 1 << 20;
/// Between two words to the page, in milliseconds.
const ENTRE_DEUX: f64 = 100.0;

/// In a worker there is no page to draw: brings in what the page has by now, and waits for a file.
pub fn commence() {
    let pret = |texte: &str| {
        if !annexe::recois(texte) || au_troisieme(|| attends(|commande| calcule(&commande))).is_none() {
            renonce();
        }
    };
    navigateur::telecharge_du_site(Some(Partie::Troisieme), Some(annexe::NOM), false, Box::new(pret));
}

fn calcule(commande: &Commande) {
    dis(&passe(commande).unwrap_or(Nouvelle::Perdu));
}

fn passe(commande: &Commande) -> io::Result<Nouvelle> {
    let perdu = || io::Error::from(io::ErrorKind::NotFound);
    let octets = Octets::de(commande.fichier.clone()).ok_or_else(perdu)?;
    let baremes = lis_bareme_local(&commande.baremes).unwrap_or_default();
    let calcul = Calcul { quand: commande.quand, baremes };
    let mut passe = match Passe::ouvre(BufReader::with_capacity(MORCEAU, octets), calcul, commande.forme)? {
        Ok(passe) => passe,
        Err(fautes) => return Ok(Nouvelle::Refus(fautes)),
    };
    let (droits, illisibles, mut dit) = (Array::new(), Array::new(), 0.0);
    while passe.avance()? {
        range(&mut passe.droits, &droits, MORCEAU);
        range(&mut passe.illisibles, &illisibles, MORCEAU);
        let maintenant = js_sys::Date::now();
        if ENTRE_DEUX <= maintenant - dit {
            dit = maintenant;
            dis(&Nouvelle::Avance(passe.bilan.clone()));
        }
    }
    range(&mut passe.droits, &droits, 0);
    range(&mut passe.illisibles, &illisibles, 0);
    let fini = |droits, illisibles| Fini { bilan: passe.bilan, fautes: passe.fautes, droits, illisibles };
    let textes = navigateur::texte_de_tableur(&droits).zip(navigateur::texte_de_tableur(&illisibles));
    textes.map(|(droits, illisibles)| Nouvelle::Fini(fini(droits, illisibles))).ok_or_else(perdu)
}

/// Gives the browser what is long enough: it keeps long texts out of the memory of the page.
fn range(texte: &mut String, dans: &Array, longueur: usize) {
    if longueur <= texte.len()
        && let Some(morceau) = navigateur::texte_de_tableur(&Array::of1(&mem::take(texte).into()))
    {
        dans.push(&morceau);
    }
}
