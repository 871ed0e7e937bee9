//! Allocation de base de la prestation d'accueil du jeune enfant (CSS, art. L. 531-3, R. 531-1, D. 531-3).

use crate::{
    baremes::allocation_de_base::*,
    grandeurs::*,
    moteur::*,
    notions::{
        bmaf, charges,
        petite_enfance::{self, Accueil, R531_1, accueils},
        plafonds_familiaux::{self, PLEIN, plafond},
        ressources_familiales,
        territoire::{MAYOTTE, Territoire, territoire},
    },
};

legi!(L531_3, "CSS, art. L. 531-3", "LEGIARTI000036393143");
legi!(D531_3, "CSS, art. D. 531-3", "LEGIARTI000036852559");

pub static AIDE: Aide = Aide {
    id: "allocation_de_base",
    nom: "Allocation de base de la Paje",
    resume: "Une somme chaque mois pour élever un enfant de moins de trois ans, ou que vous venez d’adopter.",
    famille: Famille::Prestations,
    textes: &[&L531_3, &R531_1, &D531_3],
    depend: &[],
    regle: Regle::Foyer(calcule),
};

fn calcule(d: &mut Dossier) -> Issue {
    let (mois, duree) = (d.mois, d.valeur(&DUREE)?);
    let mut enfants = Vec::new();
    d.condition(format!("Un enfant né ou arrivé depuis moins de {duree}"), &L531_3, |d| {
        enfants = accueils(d)?;
        let rempli = enfants.iter().any(|enfant| enfant.est_dans(duree, mois));
        let des = if rempli { None } else { charges::naissance_qui_complete(d, 0, 1) };
        Ok(Verdict { rempli, des })
    });
    d.verdict()?;
    if territoire(d)? == Territoire::Mayotte {
        return Err(d.hors_champ(MAYOTTE));
    }

    let nombre = d.pose("Enfants à charge", "enfants qui comptent pour le plafond", u32::try_from(enfants.len()).unwrap_or(u32::MAX));
    let petits: Vec<Accueil> = enfants.into_iter().filter(|enfant| enfant.est_dans(duree, mois)).collect();
    let plafonds = ensemble(
        plafond(d, "Plafond du taux plein", PLEIN, nombre),
        plafond(d, "Plafond du taux partiel", plafonds_familiaux::TAUX_PARTIEL, nombre),
    );
    let (ressources, (plein, partiel)) = ensemble(ressources_familiales::annuelles(d), plafonds)?;
    d.condition("Des ressources qui ne dépassent pas le plafond du taux partiel", &R531_1, |_| Ok(ressources <= partiel));
    d.verdict()?;
    let exact = if ressources <= plein { bmaf::part(d, "Taux plein", &TAUX_PLEIN)? } else { bmaf::part(d, "Taux partiel", &TAUX_PARTIEL)? };
    let une = bmaf::verse(d, exact, bmaf::par_difference)?;
    let dernier = petits.iter().map(|enfant| enfant.fin(duree)).max().map(|fin| MoisCivil::de(fin).plus(-1)).unwrap_or(mois);
    d.pose("Dernier mois versé", "le mois d’avant l’anniversaire", dernier);
    d.avertit(format!("Elle est versée jusqu’en {dernier}, si vos ressources le permettent encore."));
    // One allowance at a time, save for children who came together.
    let combien = petite_enfance::ensemble_au_plus(&petits);
    if 1 < combien {
        return Ok(Montant::ParMois(d.pose("Allocations pour des enfants arrivés ensemble", "montant × nombre d’enfants", une * combien)));
    }
    Ok(Montant::ParMois(une))
}
