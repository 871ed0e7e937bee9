//! Aide aux vacances familles: a family leaves together, each Caf sets for whom and how much.

use crate::{
    aides::quotient_familial,
    baremes::avf::{OBLIGATION_DEBUT, OBLIGATION_FIN, QUOTIENT_USUEL},
    moteur::{
        local::{Ages, JourAge},
        *,
    },
    notions::aides_vacances::*,
    situation::{Lieu, NatureSejour, Sejour},
};

const INCONNU: &str = "Barème de l’aide aux vacances familles de votre Caf pour cette année";

pub static AIDE: Aide = Aide {
    id: "avf",
    nom: "Aide aux vacances familles",
    resume: "Votre Caf paie une part de vos vacances en famille (AVF, réseau Vacaf).",
    famille: Famille::Vacances,
    textes: &[&F2038, &REGLES_DE_LA_CAF],
    depend: &[&quotient_familial::AIDE],
    regle: Regle::Sejour(calcule),
};

fn calcule(d: &mut Dossier, sejour: usize) -> Issue {
    exige_nature(d, "Des vacances en famille", &F2038, sejour, |nature| nature == NatureSejour::Famille)?;
    let bareme = exige_bareme(d, AideLocale::Avf, sejour, INCONNU);
    exige_prestation(d, bareme, sejour);
    let Some(bareme) = bareme else {
        d.condition("Un enfant qui part", &F2038, |d| Ok(!partants(d, sejour)?.is_empty()));
        d.valeur(&QUOTIENT_USUEL)?;
        d.verdict()?;
        return Err(d.hors_bareme(INCONNU));
    };
    let mut enfants = Vec::new();
    d.condition(libelle_enfant(bareme), &REGLES_DE_LA_CAF, |d| {
        enfants = partants(d, sejour)?;
        au_moins_un(&enfants, |rang| enfant_retenu(d, bareme, rang, sejour))
    });
    exige_sejour(d, bareme, sejour);
    exige_vacances(d, bareme, sejour, &enfants, obligation_scolaire);
    let tranche = exige_tranche(d, bareme, sejour, &enfants);
    d.verdict()?;
    let Some(tranche) = tranche else { return Err(d.hors_bareme(INCONNU)) };
    dit_les_notes(d, bareme, tranche, sejour);
    let mesure =
        Mesure { cout: d.facultatif(Lieu::Sejour(sejour), Sejour::COUT), jours: jours(d, sejour)?, enfants: &enfants, kilometres: None };
    montant(d, bareme, tranche, &mesure)
}

/// The ages at which a child must be at school.
fn obligation_scolaire(d: &mut Dossier) -> Result<Option<Ages>, Arret> {
    let (min, max) = (d.valeur(&OBLIGATION_DEBUT)?, d.valeur(&OBLIGATION_FIN)?);
    Ok(Some(Ages { min: Some(min.0), max: Some(max.0), au: JourAge::DebutSejour }))
}
