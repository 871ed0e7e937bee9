//! Chèque Famille Finances: child care and tutoring, for the agents of the economic and financial ministries.

use crate::{
    baremes::cheque_famille::*,
    grandeurs::*,
    moteur::*,
    notions::{agents::exige_affectation, bareme_du_ministere::montant_du_bareme, finances::*, monoparentale::famille_monoparentale},
    situation::{Affectation, Enfant},
};

pub static AIDE: Aide = Aide {
    id: "cheque_famille",
    nom: "Chèque Famille Finances",
    resume: "Des chèques emploi-service (CESU) pour payer la garde ou le soutien scolaire de votre enfant.",
    famille: Famille::Ministere,
    textes: &[&PAGE],
    depend: &[],
    regle: Regle::Enfant(calcule),
};

fn calcule(d: &mut Dossier, rang: usize) -> Issue {
    exige_creation(d, &CREATION)?;
    let agents = exige_agent_des_finances(d);
    let ou = "Être affecté en France métropolitaine (outre-mer, l’APOM remplace ce chèque)";
    exige_affectation(d, &agents, ou, &PAGE, &[Affectation::Metropole]);
    exige_age(d, rang)?;
    let depense_dite = exige_depense(d, "Payer pour la garde ou le soutien scolaire de l’enfant", rang, Enfant::DEPENSE_PARENTALITE);
    let du_bareme = montant_du_bareme(d, AideLocale::ChequeFamille, rang, &agents);
    d.verdict()?;

    reserve_retraite(d, &agents);
    if !depense_dite {
        d.avertit("Ce chèque sert à payer une garde ou du soutien scolaire : il faut avoir cette dépense.");
    }
    if let Some(montant) = du_bareme {
        return Ok(montant);
    }
    d.a_confirmer(
        "Le montant dépend du revenu fiscal de référence, mais les tranches ne sont pas publiées : d’où deux bornes. Au-dessus d’un revenu que le ministère ne publie pas, le chèque peut être refusé.",
    );
    let (minimum, maximum) = (d.valeur(&MONTANT_MINIMUM)?, d.valeur(&MONTANT_MAXIMUM)?);
    Ok(Montant::Entre(minimum.into(), maximum.into()))
}

/// « De 6 à 14 ans révolus (17 ans pour les enfants de familles monoparentales ou en situation de handicap). »
fn exige_age(d: &mut Dossier, rang: usize) -> Result<(), Arret> {
    let (de, a, etendu) = (d.valeur(&AGE_MINIMUM)?, d.valeur(&AGE_MAXIMUM)?, d.valeur(&AGE_MAXIMUM_ETENDU)?);
    let quoi = format!("Un enfant de {} à {a} ({etendu} si vous l’élevez seul ou s’il est en situation de handicap)", de.0);
    d.condition(quoi, &PAGE, |d| {
        let naissance = d.enfant(rang, Enfant::NAISSANCE)?;
        let age = d.pose("Âge de l’enfant", "au premier jour du mois", age_au(naissance, d.jour));
        if age == a {
            d.avertit("« Révolus » est lu ainsi : jusqu’à la veille de l’anniversaire suivant. Le texte ne le dit pas plus précisément.");
        }
        Ok(match age {
            _ if age < de => Verdict { rempli: false, des: Some(anniversaire(naissance, de)) },
            _ if age <= a => true.into(),
            _ if age <= etendu => age_etendu(d, rang)?.into(),
            _ => false.into(),
        })
    });
    Ok(())
}

fn age_etendu(d: &mut Dossier, rang: usize) -> Result<bool, Arret> {
    let seul = famille_monoparentale(d);
    if matches!(seul, Ok(true)) {
        return Ok(true);
    }
    match (seul, d.enfant(rang, Enfant::HANDICAP)) {
        (_, Ok(handicap)) if handicap.reconnu() => Ok(true),
        (seul, handicap) => ensemble(seul, handicap).map(|_| false),
    }
}
