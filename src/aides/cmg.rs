//! Complément de libre choix du mode de garde (CMG) de qui emploie une assistante maternelle ou une garde à domicile (CSS,
//! art. L. 531-5, D. 531-17 et D. 531-18).

use super::aah;
use crate::{
    baremes::cmg::*,
    grandeurs::*,
    moteur::*,
    notions::{enfants, garde_enfant::*, ressources_familiales, territoire::exige_hors_mayotte, tranches_cmg},
    situation::{Aeeh, Couple, Enfant, Foyer, Garde, Lieu, ModeGarde},
};

legi!(L531_5, "CSS, art. L. 531-5", "LEGIARTI000048703849");
static D531_18: Article = Article {
    nom: "CSS, art. D. 531-18 (décret n° 2025-515 du 30 mai 2025)",
    lien: "https://www.legifrance.gouv.fr/jorf/article_jo/JORFARTI000051714540",
};

pub static AIDE: Aide = Aide {
    id: "cmg",
    nom: "Aide pour faire garder votre enfant (CMG) : assistante maternelle ou garde à domicile",
    resume: "La Caf paie une partie du salaire, et les cotisations, de la personne que vous employez pour garder votre enfant.",
    famille: Famille::Prestations,
    textes: &[&L531_5, &D531_18],
    depend: &[&aah::AIDE],
    regle: Regle::Enfant(calcule),
};

fn calcule(d: &mut Dossier, rang: usize) -> Issue {
    let ne = exige_naissance(d, rang, &L531_5);
    let mut mode = None;
    if ne != Some(false) && exige_age(d, rang)? != Some(false) {
        let quoi = "Employer une assistante maternelle, ou quelqu’un chez vous";
        mode = exige_mode(d, rang, quoi, &L531_5, &[ModeGarde::Assistante, ModeGarde::Domicile]);
        if mode.is_some() {
            exige_activite(d, &L531_5);
        }
    }
    let domicile = mode == Some(ModeGarde::Domicile);
    if domicile {
        d.condition(DEJA_COMPTEE, &L531_5, |d| Ok(premier_garde(d, rang, ModeGarde::Domicile, est_assez_jeune)? == rang));
    }
    d.verdict()?;

    exige_hors_mayotte(d)?;
    previent_si_alterne(d, rang)?;
    if d.valeur(&REFORME)? { lineaire(d, rang, domicile) } else { par_tranches(d, rang, domicile) }
}

fn exige_age(d: &mut Dossier, rang: usize) -> Result<Option<bool>, Arret> {
    let (limite, seul) = (d.valeur(&AGE_LIMITE)?, d.valeur(&AGE_LIMITE_PARENT_SEUL)?);
    let mut quoi = format!("Un enfant de moins de {limite}");
    if limite < seul {
        quoi += &format!(", ou de moins de {seul} avec un parent seul");
    }
    Ok(d.condition(quoi, &L531_5, |d| est_assez_jeune(d, rang)))
}

fn est_assez_jeune(d: &mut Dossier, rang: usize) -> Result<bool, Arret> {
    let naissance = d.enfant(rang, Enfant::NAISSANCE)?;
    let age = age(d, naissance);
    Ok(age < d.valeur(&AGE_LIMITE)? || (age < d.valeur(&AGE_LIMITE_PARENT_SEUL)? && d.foyer(Foyer::COUPLE)? == Couple::Seul))
}

/// L. 531-5 : en résidence alternée, chaque parent a la sienne depuis décembre 2025.
fn previent_si_alterne(d: &mut Dossier, rang: usize) -> Result<(), Arret> {
    if d.facultatif(Lieu::Enfant(rang), Enfant::GARDE) == Some(Garde::Alternee) {
        if d.valeur(&RESIDENCE_ALTERNEE)? {
            d.avertit("En résidence alternée, chaque parent a sa propre aide, pour ses heures et son contrat, si les allocations familiales sont partagées.");
        } else {
            d.a_confirmer("En résidence alternée, un seul des deux parents reçoit l’aide pour ce mois.");
        }
    }
    Ok(())
}

/// D. 531-18 : coût × (1 − ressources × taux d'effort ÷ coût horaire de référence).
fn lineaire(d: &mut Dossier, rang: usize, domicile: bool) -> Issue {
    let (reference, maximum) =
        if domicile { (&REFERENCE_DOMICILE, &MAXIMUM_DOMICILE) } else { (&REFERENCE_ASSISTANTE, &MAXIMUM_ASSISTANTE) };
    let garde = heures_et_cout(d, rang);
    let (garde, ressources) = ensemble(garde, ressources(d))?;
    let ((heures, cout), ressources, taux) = (garde, ressources, taux_d_effort(d, domicile)?);
    let limite =
        d.detaille("Coût à ne pas dépasser", "heures × coût horaire maximal", |d| Ok(par_mois(d.valeur(maximum)?) * heures))?;
    let retenu = d.pose("Coût retenu", "coût de la garde, sans dépasser cette limite", cout.au_plus(limite));
    let reference = d.valeur(reference)?;
    let exact = complement(retenu, ressources, taux, reference);
    let operation = "coût retenu × (1 − ressources × taux d’effort ÷ coût horaire de référence), au centime";
    let aide = d.pose("Aide au salaire", operation, exact.arrondi_au_centime());
    cotisations(d, cout, limite, domicile)?;
    reste_a_payer(d, cout, aide);
    Ok(Montant::ParMois(aide))
}

/// D. 531-18 dans sa rédaction d'avant la réforme : un montant par tranche de ressources, dans la limite d'une part du coût.
fn par_tranches(d: &mut Dossier, rang: usize, domicile: bool) -> Issue {
    // At home, one amount for the household: the age of the youngest child decides.
    let enfant = if domicile { plus_jeune_garde(d, rang, ModeGarde::Domicile, est_assez_jeune)? } else { rang };
    let (cout, majore) = (d.enfant(rang, Enfant::GARDE_COUT), est_majore(d));
    let aide = tranches_cmg::aide(d, enfant, [&TRANCHE_1, &TRANCHE_2, &TRANCHE_3], cout, majore)?;
    if !domicile {
        d.avertit("Avant septembre 2025, un salaire par jour trop élevé faisait perdre l’aide\u{a0}: nous ne le vérifions pas.");
    }
    let cout = cout?;
    cotisations(d, cout, cout, domicile)?;
    reste_a_payer(d, cout, aide);
    Ok(Montant::ParMois(aide))
}

/// L. 531-5 et L. 531-6 : trois raisons de majorer le barème par tranches.
pub(super) fn est_majore(d: &mut Dossier) -> Result<bool, Arret> {
    d.detaille("Montants majorés", "parent seul, enfant qui reçoit l’AEEH, ou parent qui reçoit l’AAH", |d| {
        if d.foyer(Foyer::COUPLE)? == Couple::Seul || 0 < beneficiaires_de_l_aeeh(d)? {
            return Ok(true);
        }
        for rang in 0..d.situation.adultes.len() {
            if d.droit(&aah::AIDE, Beneficiaire::Adulte(rang))?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    })
}

/// A price an hour, of which a month has a number.
fn par_mois(prix: Euros<Fois>) -> Euros<Mois> {
    Euros::de(prix.decimal())
}

/// Multiplies before it divides, and divides once: the result is exact where the law's own is.
fn complement(cout: Euros<Mois>, ressources: Euros<An>, taux: Taux, reference: Euros<Fois>) -> Euros<Mois> {
    let famille = cout * taux * Coef::de(ressources.decimal()) / Coef::de(par_mois(reference).par_an().decimal());
    (cout - famille).au_moins(Euros::ZERO)
}

/// D. 531-18, 2° : les ressources de l'année, entre un plancher et un plafond.
fn ressources(d: &mut Dossier) -> Result<Euros<An>, Arret> {
    let annuelles = ressources_familiales::annuelles(d)?;
    let (plancher, plafond) = (d.valeur(&PLANCHER)?, d.valeur(&PLAFOND)?);
    let retenues = annuelles.au_moins(plancher.par_an()).au_plus(plafond.par_an());
    d.pose("Ressources retenues", "ressources de l’année ÷ mois, entre le minimum et le maximum", retenues.par_mois());
    Ok(retenues)
}

/// D. 531-18, 3° : un taux par nombre d'enfants à charge ; un rang de plus pour chaque enfant qui reçoit l'AEEH.
fn taux_d_effort(d: &mut Dossier, domicile: bool) -> Result<Taux, Arret> {
    let (enfants, aeeh) = ensemble(enfants::a_charge(d), beneficiaires_de_l_aeeh(d))?;
    if 1 < aeeh {
        d.a_confirmer("Avec plusieurs enfants qui reçoivent l’AEEH, nous baissons le taux d’un rang pour chacun ; la Caf peut ne le baisser que d’un rang.");
    }
    let rang = match enfants {
        0 | 1 => 0,
        2 => 1,
        3 => 2,
        4..=7 => 3,
        _ => 4,
    };
    let taux = match rang + aeeh {
        0 => d.valeur(&TAUX_1)?,
        1 => d.valeur(&TAUX_2)?,
        2 => d.valeur(&TAUX_3)?,
        3 => d.valeur(&TAUX_4)?,
        _ => d.valeur(&TAUX_8)?,
    };
    if !domicile {
        return Ok(taux);
    }
    d.detaille("Taux d’effort à domicile", "taux d’effort × multiple", |d| {
        Ok(Taux::de(taux.decimal().saturating_mul(d.valeur(&MULTIPLE_DOMICILE)?.decimal())))
    })
}

fn beneficiaires_de_l_aeeh(d: &mut Dossier) -> Result<u32, Arret> {
    let mut nombre = Ok(0);
    for rang in 0..d.situation.enfants.len() {
        let un = recoit_l_aeeh(d, rang);
        nombre = ensemble(nombre, un).map(|(nombre, un)| nombre + u32::from(un));
    }
    nombre
}

fn recoit_l_aeeh(d: &mut Dossier, rang: usize) -> Result<bool, Arret> {
    Ok(enfants::est_a_charge(d, rang)? && d.enfant(rang, Enfant::HANDICAP)?.reconnu() && d.enfant(rang, Enfant::AEEH)? != Aeeh::Aucune)
}

/// L. 531-5, II et D. 531-17 : les cotisations, entières ou en partie, moins au-delà du coût horaire maximal.
fn cotisations(d: &mut Dossier, cout: Euros<Mois>, limite: Euros<Mois>, domicile: bool) -> Result<(), Arret> {
    if domicile {
        let part = d.valeur(&PART_COTISATIONS_DOMICILE)?;
        d.avertit(format!("La Caf paie en plus {part} des cotisations, dans une limite par mois qui n’est pas publiée."));
    } else if cout <= limite {
        d.avertit("La Caf paie en plus toutes les cotisations.");
    } else {
        d.avertit("Au-dessus du coût horaire maximal, la Caf ne paie plus qu’une partie des cotisations, en proportion.");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the Caf: 3 000 € a month, 125 hours at 4.85 €, one child.
    #[test]
    fn l_exemple_de_la_caf_tombe_juste_sur_un_demi_centime() {
        let aide = complement(Euros::c(60625, 2), Euros::c(36_000, 0), Taux::c(619, 6), Euros::c(485, 2));
        assert_eq!(aide.decimal().normalize().to_string(), "374.125");
    }
}
