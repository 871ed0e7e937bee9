//! Complément de libre choix du mode de garde (CMG) de qui paie une micro-crèche, une crèche familiale ou un organisme (CSS,
//! art. L. 531-6, D. 531-23).

use super::{aah, cmg};
use crate::{
    baremes::cmg_structure::*,
    grandeurs::*,
    moteur::*,
    notions::{garde_enfant::*, territoire::exige_hors_mayotte, tranches_cmg},
    situation::{Enfant, Garde, Lieu, ModeGarde},
};

legi!(D531_23, "CSS, art. D. 531-23", "LEGIARTI000043998999");

pub static AIDE: Aide = Aide {
    id: "cmg_structure",
    nom: "Aide pour faire garder votre enfant (CMG) : micro-crèche ou organisme",
    resume: "La Caf paie une partie de la facture de la micro-crèche, de la crèche familiale ou de l’organisme qui garde votre enfant.",
    famille: Famille::Prestations,
    textes: &[&D531_23],
    depend: &[&aah::AIDE],
    regle: Regle::Enfant(calcule),
};

fn calcule(d: &mut Dossier, rang: usize) -> Issue {
    let limite = d.valeur(&AGE_LIMITE)?;
    let mut mode = None;
    let ne = exige_naissance(d, rang, &D531_23);
    if ne != Some(false) && d.condition(format!("Un enfant de moins de {limite}"), &D531_23, |d| est_assez_jeune(d, rang)) != Some(false) {
        let acceptes = [ModeGarde::MicroCreche, ModeGarde::CrecheFamiliale, ModeGarde::OrganismeDomicile];
        mode = exige_mode(d, rang, "Payer une micro-crèche, une crèche familiale ou un organisme de garde", &D531_23, &acceptes);
    }
    if let Some(mode) = mode {
        exige_activite(d, &D531_23);
        exige_heures_et_prix(d, rang, mode)?;
    }
    let domicile = mode == Some(ModeGarde::OrganismeDomicile);
    if domicile {
        d.condition(DEJA_COMPTEE, &D531_23, |d| Ok(premier_garde(d, rang, ModeGarde::OrganismeDomicile, est_assez_jeune)? == rang));
    }
    d.verdict()?;

    exige_hors_mayotte(d)?;
    if d.facultatif(Lieu::Enfant(rang), Enfant::GARDE) == Some(Garde::Alternee) {
        d.a_confirmer("En résidence alternée, un seul des deux parents reçoit cette aide.");
    }
    let tranches = if mode == Some(ModeGarde::CrecheFamiliale) {
        [&ASSISTANTES_1, &ASSISTANTES_2, &ASSISTANTES_3]
    } else {
        [&DOMICILE_1, &DOMICILE_2, &DOMICILE_3]
    };
    let enfant = if domicile { plus_jeune_garde(d, rang, ModeGarde::OrganismeDomicile, est_assez_jeune)? } else { rang };
    let (cout, majore) = (d.enfant(rang, Enfant::GARDE_COUT), cmg::est_majore(d));
    let aide = tranches_cmg::aide(d, enfant, tranches, cout, majore)?;
    reste_a_payer(d, cout?, aide);
    Ok(Montant::ParMois(aide))
}

fn est_assez_jeune(d: &mut Dossier, rang: usize) -> Result<bool, Arret> {
    let naissance = d.enfant(rang, Enfant::NAISSANCE)?;
    Ok(age(d, naissance) < d.valeur(&AGE_LIMITE)?)
}

fn exige_heures_et_prix(d: &mut Dossier, rang: usize, mode: ModeGarde) -> Result<(), Arret> {
    let minimum = d.valeur(&HEURES_MINIMALES)?;
    d.condition(format!("Au moins {minimum} heures de garde dans le mois"), &D531_23, |d| {
        Ok(minimum.decimal() <= Decimal::from(d.enfant(rang, Enfant::GARDE_HEURES)?))
    });
    if mode == ModeGarde::MicroCreche {
        let prix = d.valeur(&PRIX_MICRO_CRECHE)?;
        d.condition(format!("Une micro-crèche à {prix} de l’heure au plus"), &D531_23, |d| {
            let (heures, cout) = heures_et_cout(d, rang)?;
            Ok(cout.decimal() <= (prix * heures).decimal())
        });
    }
    Ok(())
}
