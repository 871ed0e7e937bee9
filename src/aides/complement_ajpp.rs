//! Complément pour frais de l'AJPP (CSS, art. L. 544-7).

use super::ajpp;
use crate::{
    baremes::{complement_ajpp::*, enfants::AGE_LIMITE},
    moteur::*,
    notions::{
        bmaf,
        charges::{Prestation, charges},
        plafonds_familiaux::{PLEIN, plafond},
        ressources_familiales,
    },
    situation::Foyer,
};

static L544_7: Article = Article { nom: "CSS, art. L. 544-7", lien: "https://www.service-public.fr/particuliers/vosdroits/F15132" };

pub static AIDE: Aide = Aide {
    id: "complement_ajpp",
    nom: "Complément pour frais de l’AJPP",
    resume: "Une somme par mois quand la santé de l’enfant vous coûte beaucoup, selon vos revenus.",
    famille: Famille::Prestations,
    textes: &[&L544_7],
    depend: &[&ajpp::AIDE],
    regle: Regle::Foyer(calcule),
};

fn calcule(d: &mut Dossier) -> Issue {
    let ajpp = d.condition("Avoir droit à l’AJPP", &L544_7, |d| {
        let mut due = Ok(false);
        for adulte in 0..d.situation.adultes.len() {
            let sienne = d.droit(&ajpp::AIDE, Beneficiaire::Adulte(adulte)).map(|montant| montant.is_some());
            due = ensemble(due, sienne).map(|(a, b)| a || b);
        }
        due
    });
    if ajpp != Some(true) {
        d.verdict()?;
    }
    d.condition("Des dépenses assez élevées", &L544_7, |d| {
        let (frais, seuil) = ensemble(d.foyer(Foyer::FRAIS_PRESENCE), bmaf::part(d, "Dépenses à atteindre", &SEUIL))?;
        Ok(seuil.arrondi_au_centime() <= frais)
    });
    d.condition("Des ressources sous le plafond", &L544_7, |d| {
        let enfants = charges(d, Prestation::Autre, &AGE_LIMITE).map(|charges| u32::try_from(charges.len()).unwrap_or(u32::MAX));
        let (ressources, enfants) = ensemble(ressources_familiales::annuelles(d), enfants)?;
        Ok(ressources <= plafond(d, "Plafond de ressources", PLEIN, enfants)?)
    });
    d.verdict()?;
    d.a_confirmer("Le montant publié est avant la CRDS\u{a0}: celui qui est versé est calculé ici, à un centime près.");
    let exact = bmaf::part(d, "Complément pour frais", &MONTANT)?;
    Ok(Montant::ParMois(bmaf::verse(d, exact, bmaf::par_produit)?))
}
