//! Aide au transport: for who has the aide aux vacances familles or sociales and leaves far, where a Caf gives it.

use crate::{
    aides::{avf, avs, quotient_familial},
    moteur::{local::Formule, *},
    notions::aides_vacances::*,
    situation::{NatureSejour, Sejour},
};

const INCONNU: &str = "Barème de l’aide au transport de votre Caf pour cette année";

pub static AIDE: Aide = Aide {
    id: "aide_transport",
    nom: "Aide au transport vers les vacances",
    resume: "Un coup de pouce de certaines Caf quand le lieu de vacances est loin.",
    famille: Famille::Vacances,
    textes: &[&REGLES_DE_LA_CAF],
    depend: &[&avf::AIDE, &avs::AIDE, &quotient_familial::AIDE],
    regle: Regle::Sejour(calcule),
};

fn calcule(d: &mut Dossier, sejour: usize) -> Issue {
    exige_nature(d, "Des vacances en famille", &REGLES_DE_LA_CAF, sejour, |nature| nature != NatureSejour::Enfants)?;
    d.condition("L’aide aux vacances familles ou sociales pour ce séjour", &REGLES_DE_LA_CAF, |d| {
        let aide = if d.sejour(sejour, Sejour::NATURE)? == NatureSejour::Accompagne { &avs::AIDE } else { &avf::AIDE };
        Ok(d.droit(aide, Beneficiaire::Sejour(sejour))?.is_some())
    });
    let Some(bareme) = exige_bareme(d, AideLocale::Transport, sejour, INCONNU) else {
        d.verdict()?;
        return Err(d.hors_bareme(INCONNU));
    };
    exige_sejour(d, bareme, sejour);
    let enfants = partants(d, sejour).unwrap_or_default();
    let tranche = exige_tranche(d, bareme, sejour, &enfants);
    let mut kilometres = None;
    if let Some(Formule::Distance { paliers }) = tranche.map(|t| &t.formule) {
        let debut = paliers.iter().map(|p| p.km_min).min().unwrap_or_default();
        d.condition(format!("Un lieu à {debut}\u{a0}km au moins de chez vous"), &REGLES_DE_LA_CAF, |d| {
            let distance = d.sejour(sejour, Sejour::DISTANCE)?;
            kilometres = Some(distance);
            Ok(debut <= distance)
        });
    }
    d.verdict()?;
    let Some(tranche) = tranche else { return Err(d.hors_bareme(INCONNU)) };
    dit_les_notes(d, bareme, tranche, sejour);
    let jours = jours(d, sejour)?;
    montant(d, bareme, tranche, &Mesure { cout: None, jours, enfants: &enfants, kilometres })
}
