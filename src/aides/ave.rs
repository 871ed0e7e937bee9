//! Aide aux vacances enfants: a child leaves without the parents, each Caf sets for whom and how much. The Pass colo comes first.

use crate::{
    aides::{pass_colo, quotient_familial},
    baremes::ave::QUOTIENT_USUEL,
    grandeurs::*,
    moteur::*,
    notions::aides_vacances::*,
    situation::{Lieu, NatureSejour, Sejour},
};

const INCONNU: &str = "Barème de l’aide aux vacances enfants de votre Caf pour cette année";

pub static AIDE: Aide = Aide {
    id: "ave",
    nom: "Aide aux vacances enfants",
    resume: "Votre Caf paie une part de la colonie ou du séjour de votre enfant (AVE, réseau Vacaf).",
    famille: Famille::Vacances,
    textes: &[&F2038, &REGLES_DE_LA_CAF],
    depend: &[&pass_colo::AIDE, &quotient_familial::AIDE],
    regle: Regle::Depart(calcule),
};

fn calcule(d: &mut Dossier, sejour: usize, enfant: usize) -> Issue {
    exige_nature(d, "Un séjour d’enfants sans leurs parents", &F2038, sejour, |nature| nature == NatureSejour::Enfants)?;
    let bareme = exige_bareme(d, AideLocale::Ave, sejour, INCONNU);
    exige_prestation(d, bareme, sejour);
    let Some(bareme) = bareme else {
        d.condition("Un enfant qui part", &F2038, |d| Ok(!partants(d, sejour)?.is_empty()));
        d.valeur(&QUOTIENT_USUEL)?;
        d.verdict()?;
        return Err(d.hors_bareme(INCONNU));
    };
    d.condition(libelle_enfant(bareme), &REGLES_DE_LA_CAF, |d| enfant_retenu(d, bareme, enfant, sejour));
    exige_sejour(d, bareme, sejour);
    exige_vacances(d, bareme, sejour, &[enfant], |_| Ok(None));
    let tranche = exige_tranche(d, bareme, sejour, &[enfant]);
    d.verdict()?;
    let Some(tranche) = tranche else { return Err(d.hors_bareme(INCONNU)) };
    dit_les_notes(d, bareme, tranche, sejour);
    let cout = reste_a_payer(d, sejour, enfant)?;
    let mesure = Mesure { cout, jours: jours(d, sejour)?, enfants: &[enfant], kilometres: None };
    let montant = montant(d, bareme, tranche, &mesure)?;
    if let (Montant::Unique(aide), Some(reste)) = (&montant, cout)
        && reste < *aide
    {
        d.a_confirmer("Cette aide dépasse ce qui reste à payer\u{a0}: la Caf peut la réduire.");
    }
    Ok(montant)
}

/// The price, once the Pass colo is taken off; none when it was not said.
fn reste_a_payer(d: &mut Dossier, sejour: usize, enfant: usize) -> Result<Option<Euros<Fois>>, Arret> {
    let Some(cout) = d.facultatif(Lieu::Sejour(sejour), Sejour::COUT) else { return Ok(None) };
    match d.droit(&pass_colo::AIDE, Beneficiaire::Depart(sejour, enfant)) {
        Ok(Some(Montant::Unique(pass))) => {
            Ok(Some(d.pose("Prix après le Pass colo", "prix − Pass colo", (cout - pass).au_moins(Euros::ZERO))))
        }
        Ok(_) => Ok(Some(cout)),
        Err(arret) if d.est_demande(arret) => Err(arret),
        Err(_) => {
            d.a_confirmer("Le Pass colo, que nous ne savons pas calculer ici, serait déduit du prix avant cette aide.");
            Ok(Some(cout))
        }
    }
}
