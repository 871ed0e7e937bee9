//! L'allocation de logement en résidence universitaire ou en foyer, sans convention APL (CCH, art. D. 832-25, D. 832-26, D. 842-15 et
//! D. 842-16): a rent and charges set by order, whatever is paid.

use super::taille_famille::{ParTaille, Taille};
use crate::{
    baremes::{
        aah::AGE_INAPTITUDE,
        aide_logement::{CHARGES, CHARGES_EN_PLUS},
        logement_foyer::*,
    },
    grandeurs::*,
    moteur::{Arret, Bareme, Dossier},
    situation::{Activite, Adulte, Residence, TauxIncapacite},
};

static PARTS: ParTaille<Coef> = ParTaille { seul: &N_SEUL, couple: &N_COUPLE, avec: &[&N_1, &N_2, &N_3, &N_4], en_plus: &N_EN_PLUS };
/// From the highest: each goes up to the one before.
static TRANCHES: [(&Bareme<Euros<An>>, &Bareme<Taux>); 4] =
    [(&SEUIL_4, &TAUX_4), (&SEUIL_3, &TAUX_3), (&SEUIL_2, &TAUX_2), (&SEUIL_1, &TAUX_1)];
/// D. 832-25, 2°, a : K, « arrondi à deux décimales par défaut ».
const DECIMALES_K: u32 = 2;

/// Af = K × (L + C − L0). The net spending of D. 842-17 is never under its minimum, with a K of nine tenths at most.
pub fn aide(d: &mut Dossier, residence: Residence, taille: Taille, ressources: Euros<An>) -> Result<Euros<Mois>, Arret> {
    let [seul, couple] = loyer(d, residence)?;
    let loyer = d.valeur(if taille.couple { couple } else { seul })?;
    // Art. 40 sets the charges of art. 9 again.
    let mut depense = loyer + d.valeur(&CHARGES)?;
    if 0 < taille.personnes {
        depense = depense + d.valeur(&CHARGES_EN_PLUS)? * taille.personnes;
    }
    let (ligne, de_plus) = PARTS.ligne(taille);
    let mut parts = d.valeur(ligne)?;
    if 0 < de_plus {
        parts = parts + d.valeur(PARTS.en_plus)? * de_plus;
    }
    let minimal = loyer_minimal(d, ressources, parts)?;
    let part = part_prise_en_charge(d, ressources, parts)?;
    let aide = ((depense - minimal) * part).au_moins(Euros::ZERO);
    Ok(d.pose("Aide calculée", "part prise en charge × (loyer compté + charges − loyer minimal)", aide))
}

/// D. 842-16 : le loyer de chaque catégorie, d'une personne seule et d'un couple.
fn loyer(d: &mut Dossier, residence: Residence) -> Result<[&'static Bareme<Euros<Mois>>; 2], Arret> {
    let etudiant = d.adulte(0, Adulte::ACTIVITE)? == Activite::Etudiant;
    match residence {
        Residence::Chambre if etudiant => return Ok([&CHAMBRE_SEUL, &CHAMBRE_COUPLE]),
        Residence::ChambreRenovee if etudiant => return Ok([&RENOVEE_SEUL, &RENOVEE_COUPLE]),
        _ => {}
    }
    let age = d.valeur(&AGE_INAPTITUDE)?;
    for qui in 0..d.situation.adultes.len() {
        if d.adulte(qui, Adulte::TAUX)? != TauxIncapacite::Aucun {
            return Ok([&AGE_SEUL, &AGE_COUPLE]);
        }
        if age <= age_au(d.adulte(qui, Adulte::NAISSANCE)?, d.jour) {
            d.a_confirmer("Avant l’âge de la retraite à taux plein, la Caf demande si vous êtes reconnu inapte au travail.");
            return Ok([&AGE_SEUL, &AGE_COUPLE]);
        }
    }
    Ok([&RENOVEE_SEUL, &RENOVEE_COUPLE])
}

/// D. 832-26 : des parts de plus en plus grandes des ressources, par tranche.
fn loyer_minimal(d: &mut Dossier, ressources: Euros<An>, parts: Coef) -> Result<Euros<Mois>, Arret> {
    d.detaille("Loyer minimal", "(parts de chaque tranche de ressources + somme ajoutée) ÷ 12", |d| {
        let (mut total, mut reste) = (d.valeur(&MAJORATION)?, ressources);
        for (seuil, taux) in TRANCHES {
            let seuil = d.valeur(seuil)? * parts;
            total = total + (reste - seuil).au_moins(Euros::ZERO) * d.valeur(taux)?;
            reste = reste.au_plus(seuil);
        }
        Ok(total.par_mois().arrondi_au_centime())
    })
}

/// D. 832-25, 2° : d'autant plus petite que les ressources sont grandes.
fn part_prise_en_charge(d: &mut Dossier, ressources: Euros<An>, parts: Coef) -> Result<Taux, Arret> {
    let maximale = d.valeur(&K_MAXIMAL)?;
    let reduction = ressources / Coef::de((d.valeur(&CM)? * parts).decimal());
    let part = maximale.moins(Taux::de(reduction.decimal())).max(Taux::c(0, 0));
    let part = Taux::de(part.decimal().trunc_with_scale(DECIMALES_K));
    Ok(d.pose("Part prise en charge", "part la plus grande − ressources ÷ (ressources par part × parts)", part))
}
