//! Aide aux vacances sociales: a family leaves with the help of a social worker, each Caf sets for whom and how much.

use crate::{
    aides::quotient_familial,
    baremes::avs::PART_MOYENNE,
    moteur::*,
    notions::aides_vacances::*,
    situation::{Lieu, NatureSejour, Sejour},
};

const INCONNU: &str = "Barème de l’aide aux vacances sociales de votre Caf pour cette année";

pub static AIDE: Aide = Aide {
    id: "avs",
    nom: "Aide aux vacances sociales",
    resume: "Pour partir en famille avec l’appui d’un travailleur social, souvent la première fois (AVS, réseau Vacaf).",
    famille: Famille::Vacances,
    textes: &[&F2038, &REGLES_DE_LA_CAF],
    depend: &[&quotient_familial::AIDE],
    regle: Regle::Sejour(calcule),
};

fn calcule(d: &mut Dossier, sejour: usize) -> Issue {
    exige_nature(d, "Des vacances en famille avec un travailleur social", &F2038, sejour, |nature| nature == NatureSejour::Accompagne)?;
    let bareme = exige_bareme(d, AideLocale::Avs, sejour, INCONNU);
    exige_prestation(d, bareme, sejour);
    let Some(bareme) = bareme else {
        d.condition("Un enfant qui part", &F2038, |d| Ok(!partants(d, sejour)?.is_empty()));
        d.valeur(&PART_MOYENNE)?;
        d.verdict()?;
        return Err(d.hors_bareme(INCONNU));
    };
    let mut enfants = Vec::new();
    d.condition(libelle_enfant(bareme), &REGLES_DE_LA_CAF, |d| {
        enfants = partants(d, sejour)?;
        au_moins_un(&enfants, |rang| enfant_retenu(d, bareme, rang, sejour))
    });
    if bareme.premier_depart {
        d.condition("Un premier départ", &REGLES_DE_LA_CAF, |d| Ok(d.sejour(sejour, Sejour::PREMIER_DEPART)?.est_oui()));
    }
    exige_sejour(d, bareme, sejour);
    let tranche = exige_tranche(d, bareme, sejour, &enfants);
    d.verdict()?;
    let Some(tranche) = tranche else { return Err(d.hors_bareme(INCONNU)) };
    dit_les_notes(d, bareme, tranche, sejour);
    let mesure =
        Mesure { cout: d.facultatif(Lieu::Sejour(sejour), Sejour::COUT), jours: jours(d, sejour)?, enfants: &enfants, kilometres: None };
    montant(d, bareme, tranche, &mesure)
}
