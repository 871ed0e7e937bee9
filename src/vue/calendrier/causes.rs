//! Why a right starts, changes or stops: what makes the difference when it is taken away, and the conditions that say so.

use super::{Cle, Mois, celui, vu};
use crate::{
    aides,
    grandeurs::*,
    moteur::{COUVERTURE, Droit, Raison},
    situation::{Dit, Enfant, Lieu, Situation},
    vue::{ecrit, majuscule},
};

/// Months of a year.
pub const AN: i32 = 12;

/// Why a right begins (« Début : … ») or becomes another amount (« Changement : … »).
pub fn du_debut(cle: Cle, avant: &Mois, mois: &Mois, deja: bool) -> String {
    let causes = causes(cle, mois, 1);
    let remplies = match avant.droit(cle).map(|droit| &droit.issue) {
        Some(Err(Raison::Refus(motifs))) if !deja => motifs.iter().map(|motif| motif.quoi.to_string()).collect(),
        _ => Vec::new(),
    };
    phrase(if deja { "Changement" } else { "Début" }, causes, "condition remplie", remplies, mois.mois)
}

/// Why a sum paid once is what it is: since the month before, or since the year before when it is a sum of each year.
pub fn du_versement(cle: Cle, mois: &Mois) -> String {
    let chaque_annee = mois.droit(cle).is_some_and(|droit| droit.verse_en.is_some());
    phrase("Versement", causes(cle, mois, if chaque_annee { AN } else { 1 }), "", Vec::new(), mois.mois)
}

/// Why a right stops.
pub fn de_la_fin(cle: Cle, mois: &Mois) -> String {
    let (lien, manque) = match mois.droit(cle).map(|droit| &droit.issue) {
        Some(Err(Raison::Refus(motifs))) => ("il faudrait", motifs.iter().map(|motif| motif.quoi.to_string()).collect()),
        Some(Err(Raison::Ecarte(ecarte))) => ("remplacé par", vec![ecarte.par.nom.to_owned()]),
        _ => ("ensuite", vec!["nous ne savons pas".to_owned()]),
    };
    phrase("Fin", causes(cle, mois, 1), lien, manque, mois.mois)
}

/// « Fin : Noé a 20 ans ; il faudrait : deux enfants à charge. »
fn phrase(quoi: &str, causes: Vec<String>, lien: &str, conditions: Vec<String>, mois: MoisCivil) -> String {
    let mut morceaux = causes;
    if !conditions.is_empty() {
        morceaux.push(format!("{lien}\u{a0}: {}", conditions.join(", ")));
    }
    if morceaux.is_empty() { String::new() } else { ecrit(&format!("{quoi} : {}.", morceaux.join(" ; ")), mois) }
}

/// What, taken away, changes what the right is in this month: the scales, or the age of children, since so many months.
fn causes(cle: Cle, mois: &Mois, ecart: i32) -> Vec<String> {
    let Some(droit) = mois.droit(cle) else { return Vec::new() };
    let ici = vu(droit, mois.mois);
    let situation = mois.avenir.en(mois.mois);
    let autrement = |situation: &Situation, lois: MoisCivil| {
        let droits: Vec<Droit> = aides::projette(situation, mois.mois, lois);
        celui(&droits, cle).map(|droit| vu(droit, mois.mois)) != Some(ici.clone())
    };
    let mut causes = Vec::new();
    let lois = mois.mois.plus(-ecart);
    if mois.mois <= COUVERTURE.1 && autrement(&situation, lois) {
        causes.push(if mois.mois.mois == 1 || ecart == AN {
            format!("montants et revenus de l’année {}", mois.mois.annee)
        } else {
            format!("nouvelles règles ou nouveaux montants au {}", ecris_jour(mois.mois.premier_jour()))
        });
    }
    // Children born on the same day grow together; first those whose birthday it is.
    let mut naissances: Vec<Date> = situation.enfants.iter().filter_map(|enfant| enfant.valeur(Enfant::NAISSANCE)).collect();
    ranges(&mut naissances, |naissance| *naissance);
    naissances.dedup();
    let (fetes, autres): (Vec<Date>, Vec<Date>) =
        naissances.into_iter().partition(|naissance| ecart == AN || est_fete(*naissance, mois.mois));
    for candidats in [fetes, autres] {
        if causes.is_empty() {
            let trouves = candidats.into_iter().filter(|naissance| autrement(&plus_jeunes(&situation, *naissance, ecart), COUVERTURE.1));
            causes.extend(trouves.map(|naissance| age(&situation, naissance, mois.mois, ecart)));
        }
    }
    causes
}

/// R. 552-2 et R. 552-3 : un anniversaire compte dans son mois, ou dans le suivant.
fn est_fete(naissance: Date, mois: MoisCivil) -> bool {
    MoisCivil::de(naissance).jusqu_a(mois).rem_euclid(AN) <= 1
}

/// The same household, in which the children born on a day were born months later.
fn plus_jeunes(situation: &Situation, naissance: Date, mois: i32) -> Situation {
    let mut autre = situation.clone();
    for enfant in &mut autre.enfants {
        if enfant.valeur(Enfant::NAISSANCE) == Some(naissance) {
            for question in [Enfant::NAISSANCE, Enfant::ARRIVEE] {
                if let Some(jour) = enfant.valeur(question) {
                    enfant.pose(question, Dit::Oui(plus_tard(jour, mois)));
                }
            }
        }
    }
    autre
}

/// The same day of a later month, or its last one.
fn plus_tard(jour: Date, mois: i32) -> Date {
    let cible = MoisCivil::de(jour).plus(mois);
    cible.premier_jour().replace_day(jour.day()).unwrap_or(cible.dernier_jour())
}

/// « Noé et Lina ont 3 ans », « naissance de Noé », « naissance prévue en mars 2027 ».
fn age(situation: &Situation, naissance: Date, mois: MoisCivil, ecart: i32) -> String {
    let ne_ce_jour = |rang: &usize| situation.enfants.get(*rang).and_then(|enfant| enfant.valeur(Enfant::NAISSANCE)) == Some(naissance);
    let noms: Vec<String> = (0..situation.enfants.len()).filter(ne_ce_jour).map(|rang| situation.nom(Lieu::Enfant(rang))).collect();
    let (ont, noms) = (if 1 < noms.len() { "ont" } else { "a" }, noms.join(" et "));
    let ne = MoisCivil::de(naissance);
    if mois < ne {
        return format!("naissance prévue en {ne}");
    }
    if ecart == AN {
        let decembre = MoisCivil::le(mois.annee, 12).dernier_jour();
        return format!("{} {ont} {} dans l’année", majuscule(&noms), age_au(naissance, decembre));
    }
    match age_au(naissance, mois.dernier_jour()) {
        Annees(0) if est_fete(naissance, mois) => format!("naissance, {noms}"),
        age if est_fete(naissance, mois) => format!("{} {ont} {age}", majuscule(&noms)),
        _ => format!("l’âge change, {noms}"),
    }
}
