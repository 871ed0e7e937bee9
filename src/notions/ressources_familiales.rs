//! Les ressources que regardent les prestations familiales (CSS, art. R. 532-1 à R. 532-8): those of the last year but one,
//! of the adults of the household as it is today.

use super::revenu_net::{PeriodeReference, RevenuNet, revenu_net};
use crate::{
    baremes::{
        ressources_aah::{ABATTEMENT_CESSATION, MOIS_CHOMAGE},
        ressources_familiales::{PART_BIACTIVITE, PLAFOND_SECURITE_SOCIALE},
    },
    grandeurs::*,
    moteur::{Arret, Dossier, ensemble},
    situation::{Activite, Adulte, Couple, Foyer, Lieu, Revenu, Revenus},
};

/// The resources of the household, in whole euros as tax notices are.
pub fn annuelles(d: &mut Dossier) -> Result<Euros<An>, Arret> {
    d.detaille("Ressources du foyer de l’avant-dernière année", "revenus nets de chaque adulte, additionnés", |d| {
        let mut total = d.foyer(Foyer::COUPLE).map(|_| Euros::ZERO);
        for qui in 0..d.situation.adultes.len() {
            total = ensemble(total, d_un_adulte(d, qui)).map(|(total, siennes)| total + siennes);
        }
        total
    })
}

/// R. 522-2 : le parent seul, ou le couple dont chacun a gagné assez dans l'année de référence.
pub fn isole_ou_biactif(d: &mut Dossier) -> Result<bool, Arret> {
    d.detaille("Parent seul, ou couple avec deux revenus", "chacun a gagné une part du plafond de la Sécurité sociale", |d| {
        if d.foyer(Foyer::COUPLE)? == Couple::Seul {
            return Ok(true);
        }
        let jour = annee(d).premier_jour();
        let minimum = d.valeur_au(&PLAFOND_SECURITE_SOCIALE, jour)? * d.valeur_au(&PART_BIACTIVITE, jour)?;
        let minimum = d.pose("Revenu professionnel qui compte", "part du plafond de la Sécurité sociale", minimum);
        let mut tous = Ok(true);
        for qui in 0..d.situation.adultes.len() {
            tous = ensemble(tous, nets(d, qui)).map(|(tous, (_, net))| tous && minimum <= en_euros(net.activite + net.esat));
        }
        tous
    })
}

fn annee(d: &Dossier) -> PeriodeReference {
    PeriodeReference::Annee(d.annee().saturating_sub(2))
}

fn nets(d: &mut Dossier, qui: usize) -> Result<(Revenus, RevenuNet), Arret> {
    let revenus = d.adulte(qui, Adulte::REVENUS)?;
    let net = if revenus.0.is_empty() { RevenuNet::NUL } else { revenu_net(d, qui, &revenus, annee(d))? };
    Ok((revenus, net))
}

/// The tax rounds what it deducts, half a euro up.
pub(super) fn en_euros(net: Euros<Mois>) -> Euros<An> {
    net.par_an().arrondi_au_centime().arrondi_a_l_euro_inferieur_si_demi()
}

fn d_un_adulte(d: &mut Dossier, qui: usize) -> Result<Euros<An>, Arret> {
    let (revenus, net) = nets(d, qui)?;
    let (apres, versee) = ensemble(apres_changement(d, qui, &revenus, &net), pension_versee(d, qui, &revenus))?;
    let (activite, chomage) = apres;
    let total = en_euros(activite + chomage + net.esat + net.pensions + net.autres) - versee;
    Ok(d.pose("Revenus nets d’un adulte", "revenus de l’année, après déductions et abattements", total.au_moins(Euros::ZERO)))
}

/// R. 532-3 : les pensions alimentaires versées l'avant-dernière année, que l'impôt a déduites.
pub fn pension_versee(d: &mut Dossier, qui: usize, revenus: &Revenus) -> Result<Euros<An>, Arret> {
    if !revenus.a(Revenu::PensionVersee) {
        return Ok(Euros::ZERO);
    }
    let annee = d.annee().saturating_sub(2);
    let dite = d.adulte(qui, Adulte::PENSION_VERSEE_ANNUEL)?.de(annee);
    dite.ok_or_else(|| d.redemande(Lieu::Adulte(qui), Adulte::PENSION_VERSEE_ANNUEL))
}

/// R. 532-5 et R. 532-7 : ce qui reste compté des revenus d'activité et du chômage de l'avant-dernière année quand le travail
/// s'est arrêté depuis.
fn apres_changement(d: &mut Dossier, qui: usize, revenus: &Revenus, net: &RevenuNet) -> Result<(Euros<Mois>, Euros<Mois>), Arret> {
    let entiers = (net.activite, net.chomage);
    if net.activite.est_nul() && net.chomage.est_nul() {
        return Ok(entiers);
    }
    let reste = d.ligne_au(&ABATTEMENT_CESSATION, d.jour).map_or(Taux::c(1, 0), |ligne| ligne.valeur.complement());
    match d.adulte(qui, Adulte::ACTIVITE)? {
        Activite::Chomage if revenus.a(Revenu::Chomage) && !net.activite.est_nul() => {
            let fin = MoisCivil::de(d.adulte(qui, Adulte::FIN_ACTIVITE)?);
            let reduits = fin.plus(d.valeur(&MOIS_CHOMAGE)?.mois());
            if d.mois < reduits {
                return Ok(entiers);
            }
            d.valeur(&ABATTEMENT_CESSATION)?;
            Ok((net.activite * reste, net.chomage))
        }
        Activite::Chomage => {
            if !revenus.a(Revenu::Chomage) {
                d.a_confirmer(
                    "Au chômage sans allocation, les salaires d’avant peuvent ne pas être comptés\u{a0}: l’aide serait au moins celle-ci.",
                );
            }
            Ok(entiers)
        }
        Activite::Retraite | Activite::Inactif if [Revenu::Invalidite, Revenu::Retraite, Revenu::Rente].iter().any(|r| revenus.a(*r)) => {
            let arret = d.adulte(qui, Adulte::FIN_ACTIVITE)?;
            if MoisCivil::de(arret) < MoisCivil::le(d.annee() - 1, 7) {
                return Ok(entiers);
            }
            d.valeur(&ABATTEMENT_CESSATION)?;
            Ok((net.activite * reste, net.chomage * reste))
        }
        Activite::Inactif if !net.activite.est_nul() => {
            d.a_confirmer(
                "Vous ne travaillez plus, et vos salaires d’avant peuvent être comptés moins\u{a0}: l’aide serait au moins celle-ci.",
            );
            Ok(entiers)
        }
        _ => Ok(entiers),
    }
}
