//! Les ressources prises en compte pour l'AAH (CSS, art. R. 821-4 à R. 821-4-5, D. 821-8-1, D. 821-9, D. 821-10),
//! in monthly average.

use super::{
    revenu_net::{PeriodeReference, RevenuNet, revenu_net},
    smic,
};
use crate::{
    baremes::ressources_aah::*,
    grandeurs::*,
    moteur::{Arret, Dossier, ensemble},
    situation::{Activite, Adulte, Lieu, OuiNon, Revenu, Revenus, TauxIncapacite},
};

/// R. 821-4 et R. 821-4-1 : l'année N-2, ou le trimestre précédent pour qui travaille en milieu ordinaire.
pub fn periode(d: &mut Dossier, qui: usize, revenus: &Revenus) -> Result<PeriodeReference, Arret> {
    let annee = PeriodeReference::Annee(d.annee() - 2);
    if revenus.0.is_empty() {
        return Ok(annee);
    }
    match d.adulte(qui, Adulte::ACTIVITE)? {
        Activite::Salarie | Activite::Independant => {
            d.avertit("La Caf compte par trimestres fixés à la date de votre demande : le sien peut différer des trois derniers mois.");
            Ok(PeriodeReference::Trimestre(d.mois.trimestre_precedent()))
        }
        Activite::Esat => Ok(annee),
        _ if !revenus.a(Revenu::Salaire) && !revenus.a(Revenu::Independant) => Ok(annee),
        // R. 821-4-2 : le trimestre continue, jusqu'à un 1er janvier précédé d'assez de mois sans activité.
        _ => {
            let fin = MoisCivil::de(d.adulte(qui, Adulte::FIN_ACTIVITE)?);
            let attente = d.valeur(&MOIS_SANS_ACTIVITE)?.mois();
            let reste_trimestriel = MoisCivil::le(d.mois.annee, 1) < fin.plus(attente + 1);
            Ok(if reste_trimestriel { PeriodeReference::Trimestre(d.mois.trimestre_precedent()) } else { annee })
        }
    }
}

/// What becomes of earnings when work stops or starts again.
enum Sort {
    Comptes,
    /// R. 532-5 : un abattement sur les revenus d'activité et le chômage ; R. 532-7 : sur les revenus d'activité seuls.
    Reduits {
        chomage: bool,
    },
    Ecartes,
}

/// The resources of the person who has the disability.
pub fn personnelles(d: &mut Dossier, moi: usize) -> Result<Euros<Mois>, Arret> {
    let revenus = d.adulte(moi, Adulte::REVENUS)?;
    if revenus.0.is_empty() {
        return Ok(Euros::ZERO);
    }
    let periode = periode(d, moi, &revenus)?;
    if matches!(periode, PeriodeReference::Trimestre(_)) && revenus.a(Revenu::Esat) {
        return Err(
            d.hors_champ("Travailler à la fois en Esat et en milieu ordinaire : le calcul mêle deux règles que nous n’avons pas réunies.")
        );
    }
    let (sort, net) = ensemble(sort_des_revenus(d, moi, &revenus, periode), revenu_net(d, moi, &revenus, periode))?;
    let esat = if revenus.a(Revenu::Esat) { remuneration_esat(d, moi, net.esat, periode)? } else { Euros::ZERO };
    let (activite, chomage) = match sort {
        Sort::Comptes => (net.activite, net.chomage),
        Sort::Reduits { chomage } => {
            let reste = d.valeur(&ABATTEMENT_CESSATION)?.complement();
            (net.activite * reste, if chomage { net.chomage * reste } else { net.chomage })
        }
        Sort::Ecartes => (Euros::ZERO, Euros::ZERO),
    };
    let activite = if activite.est_nul() { activite } else { activite_retenue(d, activite, periode)? };
    let pensions = if net.pensions.est_nul() {
        net.pensions
    } else {
        let reste = d.valeur(&ABATTEMENT_PENSIONS_AAH)?.complement();
        d.pose("Pensions comptées", "pensions nettes, moins l’abattement", net.pensions * reste)
    };
    Ok(activite + esat + chomage + pensions + net.autres)
}

/// D. 821-9, 2° : un abattement sur la première tranche, un autre au-delà.
fn activite_retenue(d: &mut Dossier, activite: Euros<Mois>, periode: PeriodeReference) -> Result<Euros<Mois>, Arret> {
    d.detaille("Revenus d’activité comptés", "part de chaque tranche après abattement", |d| {
        let activite = d.pose("Revenus d’activité nets de frais, par mois", "moyenne de la période", activite);
        let smic = smic::mensuel_brut_au(d, periode.dernier_jour())?;
        let limite = d.valeur(&TRANCHE_SMIC)?;
        let limite = d.pose("Limite de la première tranche", "part du Smic du dernier jour de la période", smic * limite);
        let bas = activite.au_plus(limite) * d.valeur(&ABATTEMENT_BAS)?.complement();
        let bas = d.pose("Première tranche comptée", "revenus jusqu’à la limite, moins l’abattement", bas);
        let haut = (activite - limite).au_moins(Euros::ZERO) * d.valeur(&ABATTEMENT_HAUT)?.complement();
        let haut = d.pose("Au-delà, compté", "revenus au-delà de la limite, moins l’abattement", haut);
        Ok(bas + haut)
    })
}

fn sort_des_revenus(d: &mut Dossier, moi: usize, revenus: &Revenus, periode: PeriodeReference) -> Result<Sort, Arret> {
    let gagne = [Revenu::Salaire, Revenu::Independant, Revenu::Chomage].into_iter().any(|r| revenus.a(r));
    if !gagne {
        return Ok(Sort::Comptes);
    }
    match d.adulte(moi, Adulte::ACTIVITE)? {
        Activite::Salarie | Activite::Independant => reprise(d, moi),
        Activite::Esat => Ok(Sort::Comptes),
        activite => cessation(d, moi, revenus, activite, periode),
    }
}

/// D. 821-9, 1° : les premiers mois d'une reprise ne comptent pas, si l'AAH était déjà perçue.
fn reprise(d: &mut Dossier, moi: usize) -> Result<Sort, Arret> {
    let debut = MoisCivil::de(d.adulte(moi, Adulte::DEBUT_ACTIVITE)?);
    let fin = debut.plus(d.valeur(&MOIS_CUMUL)?.mois());
    if d.mois < debut || fin <= d.mois || d.adulte(moi, Adulte::AAH_AVANT_ACTIVITE)? == OuiNon::Non {
        return Ok(Sort::Comptes);
    }
    d.remarque("Les premiers mois après la reprise du travail, le salaire n’est pas compté (CSS, art. D. 821-9, 1°).");
    d.a_confirmer("Le cumul du salaire et de l’AAH ne dure que quelques mois sur douze : la Caf tient compte de ceux déjà utilisés.");
    Ok(Sort::Ecartes)
}

/// R. 821-4-4, R. 532-5 et R. 532-7 : ce qui reste compté après l'arrêt du travail.
fn cessation(d: &mut Dossier, moi: usize, revenus: &Revenus, activite: Activite, periode: PeriodeReference) -> Result<Sort, Arret> {
    let remplacement = [Revenu::Chomage, Revenu::Indemnites, Revenu::Invalidite, Revenu::Retraite, Revenu::Rente];
    if !remplacement.into_iter().any(|revenu| revenus.a(revenu)) {
        d.remarque("Sans activité ni revenu de remplacement, les salaires d’avant ne sont pas comptés (CSS, art. R. 821-4-4).");
        return Ok(Sort::Ecartes);
    }
    if !revenus.a(Revenu::Salaire) && !revenus.a(Revenu::Independant) {
        return Ok(Sort::Comptes);
    }
    let arret = d.adulte(moi, Adulte::FIN_ACTIVITE)?;
    let fin = MoisCivil::de(arret);
    let pension = [Revenu::Invalidite, Revenu::Retraite, Revenu::Rente].into_iter().any(|revenu| revenus.a(revenu));
    let au_chomage = activite == Activite::Chomage;
    let reduits = if au_chomage {
        fin.plus(d.valeur(&MOIS_CHOMAGE)?.mois()) <= d.mois
    } else if pension {
        // Jusqu'à la fin de la période de paiement, et de la suivante si l'arrêt est du second semestre.
        match periode {
            PeriodeReference::Annee(_) => MoisCivil::le(d.annee() - 1, 7) <= fin,
            PeriodeReference::Trimestre(_) => periode.premier_jour() <= arret,
        }
    } else {
        false
    };
    Ok(if reduits { Sort::Reduits { chomage: !au_chomage } } else { Sort::Comptes })
}

/// D. 821-10 : la rémunération garantie, après un abattement qui dépend de la part payée par l'Esat.
fn remuneration_esat(d: &mut Dossier, moi: usize, nette: Euros<Mois>, periode: PeriodeReference) -> Result<Euros<Mois>, Arret> {
    d.detaille("Rémunération d’Esat comptée", "rémunération moins l’abattement", |d| {
        let mois = d.mois;
        let part = d.adulte(moi, Adulte::ESAT_PART)?.au(mois.plus(-1));
        let depuis = d.adulte(moi, Adulte::ESAT_DEPUIS)?;
        let part = part.ok_or_else(|| d.redemande(Lieu::Adulte(moi), Adulte::ESAT_PART))?;
        // a et b : tant que l'année de référence n'a pas été passée entière en Esat, douze fois l'aide au poste.
        let base = if depuis <= periode.premier_jour() {
            d.pose("Rémunération garantie de l’année, nette de frais, par mois", "moyenne de l’année", nette)
        } else {
            let aide = d.adulte(moi, Adulte::ESAT_AIDE_POSTE)?.au(mois.plus(-1));
            aide.ok_or_else(|| d.redemande(Lieu::Adulte(moi), Adulte::ESAT_AIDE_POSTE))?
        };
        let abattement = abattement_esat(d, part)?;
        Ok(base * abattement.complement())
    })
}

fn abattement_esat(d: &mut Dossier, part: Euros<Mois>) -> Result<Taux, Arret> {
    d.detaille("Abattement sur la rémunération d’Esat", "selon la part payée par l’Esat, par paliers du Smic", |d| {
        let smic = smic::mensuel_brut(d)?;
        let (seuil, palier, plafond) = (smic * d.valeur(&ESAT_SEUIL)?, smic * d.valeur(&ESAT_PALIER)?, smic * d.valeur(&ESAT_PLAFOND)?);
        if part <= seuil || plafond < part {
            return Ok(Taux::c(0, 0));
        }
        let (premier, pas, maximal) =
            (d.valeur(&ESAT_ABATTEMENT)?, d.valeur(&ESAT_ABATTEMENT_PAR_PALIER)?, d.valeur(&ESAT_ABATTEMENT_MAXIMAL)?);
        let franchis = ((part - seuil) / Coef::de(palier.decimal())).decimal().floor();
        Ok(Taux::de((premier.decimal() + pas.decimal() * franchis).min(maximal.decimal())))
    })
}

/// Les ressources du conjoint, pour qui garde le calcul du couple (règles en vigueur au 30 septembre 2023).
pub fn du_conjoint(d: &mut Dossier, conjoint: usize, periode: PeriodeReference, enfants: u32) -> Result<Euros<Mois>, Arret> {
    let revenus = d.adulte(conjoint, Adulte::REVENUS)?;
    let net = if revenus.0.is_empty() { RevenuNet::NUL } else { revenu_net(d, conjoint, &revenus, periode)? };
    let abattables = net.activite + net.esat + net.chomage + net.pensions;
    if abattables.est_nul() {
        return Ok(net.autres);
    }
    let abattables = d.pose("Revenus nets du conjoint, par mois", "moyenne de la période", abattables);
    if percoit_aah(d, conjoint)? {
        d.remarque("L’abattement n’est pas fait quand le conjoint perçoit lui-même l’AAH.");
        return Ok(abattables + net.autres);
    }
    let (fixe, par_enfant) = (d.valeur(&ABATTEMENT_CONJOINT)?, d.valeur(&ABATTEMENT_CONJOINT_PAR_ENFANT)?);
    let abattement =
        d.pose("Abattement, par mois", "un douzième de la part fixe et de la part par enfant", (fixe + par_enfant * enfants).par_mois());
    Ok((abattables - abattement).au_moins(Euros::ZERO) + net.autres)
}

fn percoit_aah(d: &mut Dossier, qui: usize) -> Result<bool, Arret> {
    Ok(d.adulte(qui, Adulte::TAUX)? != TauxIncapacite::Aucun && d.adulte(qui, Adulte::PERCOIT_AAH)?.est_oui())
}

/// L. 821-1 : les avantages qui passent avant l'AAH et qu'elle complète, au mois simulé.
pub fn avantages_prioritaires(d: &mut Dossier, moi: usize) -> Result<Euros<Mois>, Arret> {
    let revenus = d.adulte(moi, Adulte::REVENUS)?;
    let lectures = [
        (Revenu::Invalidite, Adulte::INVALIDITE),
        (Revenu::Retraite, Adulte::RETRAITE),
        (Revenu::Rente, Adulte::RENTE),
        (Revenu::Asi, Adulte::ASI),
    ];
    if !lectures.iter().any(|(revenu, _)| revenus.a(*revenu)) {
        return Ok(Euros::ZERO);
    }
    d.detaille("Pensions et rentes qui passent avant l’AAH", "montants du mois", |d| {
        let mois = d.mois;
        lectures.into_iter().filter(|(revenu, _)| revenus.a(*revenu)).try_fold(Euros::ZERO, |somme, (_, question)| {
            let percu = d.adulte(moi, question)?.au(mois);
            Ok(somme + percu.ok_or_else(|| d.redemande(Lieu::Adulte(moi), question))?)
        })
    })
}
