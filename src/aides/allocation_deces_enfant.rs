//! Allocation versée en cas de décès d'un enfant (CSS, art. L. 545-1). Never suggested: it is a right only once the person has
//! said the death (decision 0123).

use crate::{
    baremes::{
        allocation_deces_enfant::*,
        allocations_familiales::{PLAFOND_2, PLAFOND_PAR_ENFANT},
        enfants::AGE_LIMITE as AGE_A_CHARGE,
    },
    grandeurs::*,
    moteur::*,
    notions::{
        charges::{Prestation, charges},
        ressources_familiales,
    },
    situation::Enfant,
};

static L545_1: Article = Article { nom: "CSS, art. L. 545-1", lien: LIEN };
const LIEN: &str = "https://www.caf.fr/allocataires/aides-et-demarches/droits-et-prestations/bareme-allocation-deces-d-enfant";

pub static AIDE: Aide = Aide {
    id: "allocation_deces_enfant",
    nom: "Allocation en cas de décès d’un enfant",
    resume: "Une somme versée une fois à la famille, pour l’aider dans ces moments.",
    famille: Famille::Prestations,
    textes: &[&L545_1],
    depend: &[],
    regle: Regle::EnfantDit(|enfant| enfant.valeur(Enfant::DECES).is_some(), calcule),
};

fn calcule(d: &mut Dossier, rang: usize) -> Issue {
    let (deces, naissance) = ensemble(d.enfant(rang, Enfant::DECES), d.enfant(rang, Enfant::NAISSANCE))?;
    d.condition("Un décès déjà survenu", &L545_1, |d| Ok(deces <= d.mois.dernier_jour()));
    if deces < naissance {
        d.condition("Une grossesse d’au moins vingt semaines", &L545_1, |d| Ok(d.enfant(rang, Enfant::GROSSESSE_AVANCEE)?.est_oui()));
    } else {
        d.condition("Un enfant de moins de vingt-cinq ans", &L545_1, |d| Ok(age_au(naissance, deces) < d.valeur_au(&AGE_LIMITE, deces)?));
    }
    d.verdict()?;
    let (plein, reduit) = (d.montant_au(&MONTANT, deces)?, d.montant_au(&MONTANT_REDUIT, deces)?);
    match sous_le_plafond(d, rang, deces) {
        Ok(true) => Ok(Montant::Unique(plein)),
        Ok(false) => Ok(Montant::Unique(reduit)),
        // Nothing is asked for that alone: the two amounts are enough to know.
        Err(_) => {
            d.a_confirmer("L’un ou l’autre montant, selon les ressources de la famille.");
            Ok(Montant::Entre(reduit.into(), plein.into()))
        }
    }
}

/// The ceiling is that of the second band of the allocations familiales; the child counts in it.
fn sous_le_plafond(d: &mut Dossier, rang: usize, deces: Date) -> Result<bool, Arret> {
    if deces.year() != d.mois.annee {
        return Err(d.hors_bareme("ressources de l’année du décès"));
    }
    let (ressources, enfants) = ensemble(ressources_familiales::annuelles(d), charges(d, Prestation::Autre, &AGE_A_CHARGE))?;
    let autres = enfants.iter().filter(|charge| charge.rang != rang).count();
    let nombre = u32::try_from(autres).unwrap_or(u32::MAX).saturating_add(1);
    let plafond = d.valeur_au(&PLAFOND_2, deces)? + d.valeur_au(&PLAFOND_PAR_ENFANT, deces)? * nombre;
    Ok(ressources <= d.pose("Plafond de ressources", "plafond + majoration × enfants", plafond))
}
