//! Les ressources que regarde l'aide au logement (CCH, art. R. 822-2 à R. 822-20): wages and unemployment benefit of twelve
//! months, M-13 to M-2, other incomes of the last year but one. What is asked, and why: decision 0160.

use super::{
    ressources_familiales::en_euros,
    revenu_net::{PeriodeReference, deduction_frais, deduction_pensions},
};
use crate::{
    baremes::{bmaf::BMAF, ressources_logement::*},
    grandeurs::*,
    moteur::{Arret, Dossier, ensemble},
    situation::{Activite, Adulte, Annuel, CongeParental, Foyer, Lieu, Mensuel, Question, Revenu, Revenus},
};

/// R. 822-3, 1° : les douze mois comptés, à partir de celui-ci.
pub const PREMIER_MOIS: i32 = -13;
const DOUZE: i32 = 12;

/// The resources of a household, and what is left of them without earnings nor unemployment benefit.
#[derive(Clone, Copy, Debug)]
pub struct Ressources {
    pub toutes: Euros<An>,
    pub sans_activite: Euros<An>,
}

/// `en_foyer`: a student’s flat amount is lower there.
pub fn annuelles(d: &mut Dossier, en_foyer: bool) -> Result<Ressources, Arret> {
    if let Some(forfait) = forfait_etudiant(d, en_foyer)? {
        return Ok(Ressources { toutes: forfait, sans_activite: forfait });
    }
    let mut sommes = d.foyer(Foyer::COUPLE).map(|_| (Euros::ZERO, Euros::ZERO, Vec::new()));
    for qui in 0..d.situation.adultes.len() {
        sommes = ensemble(sommes, d_un_adulte(d, qui)).map(|((activite, autres, mut chacun), siens)| {
            chacun.push(siens.activite);
            (activite + siens.activite + siens.chomage, autres + siens.autres, chacun)
        });
    }
    let (activite, autres, chacun) = sommes?;
    let abattement = double_activite(d, &chacun)?;
    let toutes = a_la_centaine((activite + autres - abattement).au_moins(Euros::ZERO));
    let toutes = d.pose("Ressources comptées", "revenus nets, arrondis à la centaine d’euros supérieure", toutes);
    Ok(Ressources { toutes, sans_activite: a_la_centaine(autres.au_moins(Euros::ZERO)) })
}

/// R. 822-20 : un étudiant a des ressources forfaitaires.
fn forfait_etudiant(d: &mut Dossier, en_foyer: bool) -> Result<Option<Euros<An>>, Arret> {
    if d.adulte(0, Adulte::ACTIVITE)? != Activite::Etudiant {
        return Ok(None);
    }
    if d.valeur(&AGE_ETUDIANT)? <= age_au(d.adulte(0, Adulte::NAISSANCE)?, d.jour) {
        return Ok(None);
    }
    let boursier = d.adulte(0, Adulte::BOURSIER)?.est_oui();
    d.avertit("D’un étudiant, la Caf compte des ressources forfaitaires, quels que soient ses revenus.");
    let (forfait, moins) = if en_foyer { (&FORFAIT_FOYER, &MINORATION_FOYER) } else { (&FORFAIT_ETUDIANT, &MINORATION_BOURSIER) };
    let forfait = d.valeur(forfait)?;
    if !boursier {
        return Ok(Some(forfait));
    }
    let moins = d.valeur(moins)?;
    Ok(Some(d.pose("Ressources forfaitaires d’un boursier", "forfait − minoration", forfait - moins)))
}

/// R. 822-7 : un abattement, quand chacun des deux a gagné douze fois la base mensuelle des allocations familiales.
fn double_activite(d: &mut Dossier, chacun: &[Euros<An>]) -> Result<Euros<An>, Arret> {
    let &[premier, second] = chacun else { return Ok(Euros::ZERO) };
    if premier.est_nul() || second.est_nul() || premier.min(second) < d.valeur(&BMAF)?.par_an() {
        return Ok(Euros::ZERO);
    }
    d.valeur(&DOUBLE_ACTIVITE)
}

/// What an adult brings in a year, net.
struct Siens {
    activite: Euros<An>,
    chomage: Euros<An>,
    autres: Euros<An>,
}

fn d_un_adulte(d: &mut Dossier, qui: usize) -> Result<Siens, Arret> {
    let revenus = d.adulte(qui, Adulte::REVENUS)?;
    let avant = d.annee().saturating_sub(2);
    let contemporains = douze_mois(d, qui, &revenus);
    let [profits, invalidite, autres] = [
        (Revenu::Independant, Adulte::INDEPENDANT_ANNUEL),
        (Revenu::Invalidite, Adulte::INVALIDITE_ANNUEL),
        (Revenu::Autre, Adulte::AUTRE_ANNUEL),
    ]
    .map(|(revenu, question)| if revenus.a(revenu) { de_l_annee(d, qui, question, avant) } else { Ok(Euros::ZERO) });
    let retraite = en_tout(d, qui, revenus.a(Revenu::Retraite), Adulte::RETRAITE_DOUZE_MOIS);
    let pensions = ensemble(ensemble(invalidite, retraite), pension_recue(d, qui, &revenus));
    let ((contemporains, profits), (autres, versee)) =
        ensemble(ensemble(contemporains, profits), ensemble(autres, pension_versee(d, qui, &revenus)))?;
    let (salaires, chomage) = contemporains;
    let ((invalidite, retraite), recue) = pensions?;
    let periode = PeriodeReference::Annee(d.annee().saturating_sub(1));
    let traitements = salaires + chomage;
    let frais = en_euros(deduction_frais(d, traitements.par_mois(), periode)?);
    let pensions = invalidite + retraite + recue;
    let pensions = pensions - en_euros(deduction_pensions(d, pensions.par_mois(), periode)?);
    // The deduction is one for both: unemployment benefit bears what wages leave of it.
    let activite = (salaires - frais).au_moins(Euros::ZERO) + profits;
    let chomage = chomage - (frais - salaires).au_moins(Euros::ZERO);
    let (activite, chomage) = apres_arret(d, qui, &revenus, activite, chomage)?;
    let autres = pensions + autres - versee;
    d.pose("Revenus nets d’un adulte", "revenus, après déductions et abattements", activite + chomage + autres);
    Ok(Siens { activite, chomage, autres })
}

/// R. 822-3, 1° : les salaires et le chômage de douze mois. Who has done the same thing since before them says a usual month;
/// for the others only the total is sure.
fn douze_mois(d: &mut Dossier, qui: usize, revenus: &Revenus) -> Result<(Euros<An>, Euros<An>), Arret> {
    let [salaire, esat, indemnites, chomage] =
        [Revenu::Salaire, Revenu::Esat, Revenu::Indemnites, Revenu::Chomage].map(|revenu| revenus.a(revenu));
    if !(salaire || esat || indemnites || chomage) {
        return Ok((Euros::ZERO, Euros::ZERO));
    }
    let activite = d.adulte(qui, Adulte::ACTIVITE)?;
    let au_travail = matches!(activite, Activite::Salarie | Activite::Independant);
    let depuis = match activite {
        _ if esat || indemnites || chomage && au_travail => None,
        Activite::Etudiant | Activite::Esat => None,
        _ if au_travail => Some(d.adulte(qui, Adulte::DEBUT_ACTIVITE)?),
        _ => Some(d.adulte(qui, Adulte::FIN_ACTIVITE)?),
    };
    if depuis.is_none_or(|depuis| d.mois.plus(PREMIER_MOIS).premier_jour() < depuis) {
        let salaires = en_tout(d, qui, salaire || esat || indemnites, Adulte::SALAIRE_DOUZE_MOIS);
        return ensemble(salaires, en_tout(d, qui, chomage, Adulte::CHOMAGE_DOUZE_MOIS));
    }
    Ok(if au_travail && salaire {
        (chaque_mois(d, qui, Adulte::SALAIRE, PREMIER_MOIS)?, Euros::ZERO)
    } else if activite == Activite::Chomage && chomage {
        (Euros::ZERO, chaque_mois(d, qui, Adulte::CHOMAGE, PREMIER_MOIS)?)
    } else {
        (Euros::ZERO, Euros::ZERO)
    })
}

/// An amount that the person says for the twelve months together.
fn en_tout(d: &mut Dossier, qui: usize, en_a: bool, question: &'static Question<Adulte, Euros<An>>) -> Result<Euros<An>, Arret> {
    if en_a { d.adulte(qui, question) } else { Ok(Euros::ZERO) }
}

/// Twelve months in a row of a usual amount, but those told apart.
fn chaque_mois(d: &mut Dossier, qui: usize, question: &'static Question<Adulte, Mensuel>, premier: i32) -> Result<Euros<An>, Arret> {
    let dit = d.adulte(qui, question)?;
    let de = d.mois.plus(premier);
    let somme: Option<Euros<Mois>> = (0..DOUZE).map(|rang| dit.au(de.plus(rang))).sum();
    let somme = somme.ok_or_else(|| d.redemande(Lieu::Adulte(qui), question))?;
    d.avertit(format!(
        "Nous comptons le même montant chaque mois, de {de} à {}, sauf les mois que vous avez écrits à part.",
        de.plus(DOUZE - 1)
    ));
    Ok(d.pose("Total des douze mois", "somme des mois", Euros::de(somme.decimal())))
}

fn de_l_annee(d: &mut Dossier, qui: usize, question: &'static Question<Adulte, Annuel>, annee: i32) -> Result<Euros<An>, Arret> {
    let dit = d.adulte(qui, question)?.de(annee);
    dit.ok_or_else(|| d.redemande(Lieu::Adulte(qui), question))
}

/// Les pensions alimentaires reçues l'année d'avant.
fn pension_recue(d: &mut Dossier, qui: usize, revenus: &Revenus) -> Result<Euros<An>, Arret> {
    if !revenus.a(Revenu::PensionAlimentaire) {
        return Ok(Euros::ZERO);
    }
    let janvier = 1 - DOUZE - i32::from(d.mois.mois);
    chaque_mois(d, qui, Adulte::PENSION_ALIMENTAIRE, janvier)
}

/// Les pensions alimentaires versées l'année d'avant, que l'impôt a déduites.
fn pension_versee(d: &mut Dossier, qui: usize, revenus: &Revenus) -> Result<Euros<An>, Arret> {
    if !revenus.a(Revenu::PensionVersee) {
        return Ok(Euros::ZERO);
    }
    let dites = d.adulte(qui, Adulte::PENSION_VERSEE_ANNUEL)?;
    if let Some(dite) = dites.de(d.annee().saturating_sub(1)) {
        return Ok(dite);
    }
    d.a_confirmer("La Caf déduit les pensions alimentaires versées l’année dernière\u{a0}: nous déduisons celles de l’année d’avant.");
    de_l_annee(d, qui, Adulte::PENSION_VERSEE_ANNUEL, d.annee().saturating_sub(2))
}

/// R. 822-13 à R. 822-15 : ce qui reste compté des revenus d'activité et du chômage quand le travail s'est arrêté.
fn apres_arret(
    d: &mut Dossier,
    qui: usize,
    revenus: &Revenus,
    activite: Euros<An>,
    chomage: Euros<An>,
) -> Result<(Euros<An>, Euros<An>), Arret> {
    if activite.est_nul() && chomage.est_nul() {
        return Ok((activite, chomage));
    }
    match d.adulte(qui, Adulte::ACTIVITE)? {
        Activite::Chomage => {
            let fin = MoisCivil::de(d.adulte(qui, Adulte::FIN_ACTIVITE)?);
            if activite.est_nul() {
                return Ok((activite, chomage));
            }
            if revenus.a(Revenu::Chomage) {
                let reduits = fin.plus(d.valeur(&MOIS_CHOMAGE)?.mois());
                return Ok(if d.mois < reduits { (activite, chomage) } else { (activite * d.valeur(&ABATTEMENT)?.complement(), chomage) });
            }
            let derniers = fin.plus(d.valeur(&MOIS_SANS_ALLOCATION)?.mois());
            if d.mois <= derniers {
                return Ok((activite, chomage));
            }
            d.remarque("Au chômage sans allocation depuis deux mois, les salaires d’avant ne comptent pas (CCH, art. R. 822-15).");
            Ok((Euros::ZERO, Euros::ZERO))
        }
        Activite::Retraite | Activite::Inactif if [Revenu::Invalidite, Revenu::Retraite, Revenu::Rente].iter().any(|r| revenus.a(*r)) => {
            let reste = d.valeur(&ABATTEMENT)?.complement();
            Ok((activite * reste, chomage * reste))
        }
        Activite::Inactif if d.facultatif(Lieu::Adulte(qui), Adulte::CONGE_PARENTAL) == Some(CongeParental::Total) => {
            d.remarque("Pendant un congé parental, les salaires d’avant ne comptent pas (CCH, art. R. 822-15).");
            Ok((Euros::ZERO, Euros::ZERO))
        }
        Activite::Inactif => {
            d.a_confirmer(
                "Vous ne travaillez plus, et vos salaires d’avant peuvent être comptés moins\u{a0}: l’aide serait au moins celle-ci.",
            );
            Ok((activite, chomage))
        }
        _ => Ok((activite, chomage)),
    }
}

/// Up to the next hundred euros.
fn a_la_centaine(montant: Euros<An>) -> Euros<An> {
    let cent = Decimal::ONE_HUNDRED;
    Euros::de(
        montant.arrondi_au_centime().decimal().checked_div(cent).map_or(Decimal::ZERO, |centaines| centaines.ceil().saturating_mul(cent)),
    )
}
