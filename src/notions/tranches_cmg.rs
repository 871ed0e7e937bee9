//! Le barème par tranches du CMG (CSS, art. D. 531-18 dans sa rédaction d'avant septembre 2025, D. 531-20, D. 531-23): still
//! that of structures, and that of direct employment until August 2025.

use super::{bmaf, enfants, garde_enfant::age, ressources_familiales};
use crate::{
    baremes::{bmaf::CRDS, tranches_cmg::*},
    grandeurs::*,
    moteur::*,
    situation::{Couple, Enfant, Foyer, Scolarite},
};

/// Rates of the BMAF, from the lowest band of income to the highest.
pub type Tranches = [&'static Bareme<Taux>; 3];

/// What is paid of a cost: the amount of the band, within a share of that cost.
pub fn aide(
    d: &mut Dossier,
    rang: usize,
    tranches: Tranches,
    cout: Result<Euros<Mois>, Arret>,
    majore: Result<bool, Arret>,
) -> Result<Euros<Mois>, Arret> {
    let maximum =
        d.detaille("Montant maximal", "part de la BMAF selon les ressources, moins la CRDS", |d| maximum(d, rang, tranches, majore));
    let (cout, maximum) = ensemble(cout, maximum)?;
    let limite = d.detaille("Aide à ne pas dépasser", "coût de la garde × part", |d| Ok(cout * d.valeur(&PART_DU_COUT)?))?;
    Ok(d.pose("Aide", "montant maximal, sans dépasser cette limite", maximum.au_plus(limite).arrondi_au_centime()))
}

fn maximum(d: &mut Dossier, rang: usize, tranches: Tranches, majore: Result<bool, Arret>) -> Result<Euros<Mois>, Arret> {
    let (taux, reduit) = ensemble(tranche(d, tranches), est_reduit(d, rang))?;
    let majore = majore?;
    let mut exact = bmaf::part(d, "Part de la BMAF", taux)?;
    if reduit {
        exact = exact * d.valeur(&MOITIE)?;
    }
    if majore {
        exact = exact * d.valeur(&MAJORATION)?;
    }
    Ok(Euros::de(bmaf::par_produit(exact.decimal(), d.valeur(&CRDS)?)))
}

/// The rate of the band in which the resources fall, ceilings included.
fn tranche(d: &mut Dossier, [premiere, deuxieme, troisieme]: Tranches) -> Result<&'static Bareme<Taux>, Arret> {
    let (ressources, enfants) = ensemble(ressources_familiales::annuelles(d), enfants::a_charge(d))?;
    let seul = d.foyer(Foyer::COUPLE)? == Couple::Seul;
    let mut plafond = |quoi: &'static str, [un, deux, suivant]: [&'static Bareme<Euros<An>>; 3]| {
        d.detaille(quoi, "plafond selon le nombre d’enfants à charge, plus haut pour un parent seul", |d| {
            let base = if enfants < 2 { d.valeur(un)? } else { d.valeur(deux)? };
            let base = if 2 < enfants { base + d.valeur(suivant)? * (enfants - 2) } else { base };
            Ok(if seul { (base * d.valeur(&PLAFONDS_PARENT_SEUL)?).arrondi_a_l_euro() } else { base })
        })
    };
    let premier = plafond("Plafond de la première tranche", [&PREMIER_UN, &PREMIER_DEUX, &PREMIER_SUIVANT])?;
    let second = plafond("Plafond de la deuxième tranche", [&SECOND_UN, &SECOND_DEUX, &SECOND_SUIVANT])?;
    Ok(match ressources {
        _ if ressources <= premier => premiere,
        _ if ressources <= second => deuxieme,
        _ => troisieme,
    })
}

/// D. 531-20 : la moitié à partir de trois ans, ou seulement à l'entrée à l'école.
fn est_reduit(d: &mut Dossier, rang: usize) -> Result<bool, Arret> {
    let naissance = d.enfant(rang, Enfant::NAISSANCE)?;
    let (age, limite) = (age(d, naissance), d.valeur(&AGE_MOITIE)?);
    if age != limite {
        return Ok(limite < age);
    }
    let attend = d.enfant(rang, Enfant::SCOLARITE)? == Scolarite::PasEncore;
    if attend {
        d.a_confirmer("Le montant entier est prolongé jusqu’à l’entrée à l’école : le mois exact où il cesse n’est pas publié.");
    }
    Ok(!attend)
}
