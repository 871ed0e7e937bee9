//! A scale of the ministry that its service opened: which band a child falls in, and what it gives for a year. Nothing of
//! what is only about holidays (length, label, school holidays) is read.

use super::{agents::Serviteur, finances::PAGE, foyer_fiscal::foyer_fiscal, monoparentale::famille_monoparentale};
use crate::{
    grandeurs::*,
    moteur::{
        local::{Ages, Base, Cas, Formule, Fourchette, JourAge, Tranche},
        *,
    },
    situation::{Adulte, Aeeh, Enfant},
};
use std::cmp::Reverse;

/// Requires what an opened scale requires, and gives its amount; none when no scale was opened, or not yet.
pub fn montant_du_bareme(d: &mut Dossier, aide: AideLocale, rang: usize, agents: &[Serviteur]) -> Option<Montant> {
    let bareme = d.bareme_local(aide, None, d.mois.annee)?;
    exige_naissance(d, bareme, rang);
    let mut montant = None;
    d.condition("Une des tranches du barème", &PAGE, |d| {
        let (chiffre, remplis) = ensemble(chiffre(d, bareme, agents), cas_remplis(d, bareme, rang))?;
        let convient = |t: &&Tranche| {
            let dedans = chiffre.is_none_or(|chiffre| t.sur_min(chiffre) && t.sous_max(chiffre));
            dedans && t.si.is_none_or(|cas| remplis.contains(&cas))
        };
        let Some(tranche) = bareme.tranches.iter().filter(convient).min_by_key(|t| Reverse(precision(t.si))) else {
            return Ok(false);
        };
        let donne = donne(d, &tranche.formule)?;
        d.local(bareme, format!("Tranche {}", bornes(tranche)), donne.to_string());
        montant = Some(donne);
        Ok(true)
    });
    for phrase in bareme.cumul.iter().chain(&bareme.notes) {
        d.avertit(phrase.clone());
    }
    montant
}

/// The figure that the bands are bands of; none when the scale has no bound.
fn chiffre(d: &mut Dossier, bareme: &BaremeLocal, agents: &[Serviteur]) -> Result<Option<Decimal>, Arret> {
    if !bareme.tranches.iter().any(Tranche::est_bornee) {
        return Ok(None);
    }
    Ok(Some(match bareme.base {
        Base::Rfr => foyer_fiscal(d)?.revenu.decimal(),
        Base::RfrParPart => {
            let foyer = foyer_fiscal(d)?;
            d.pose("Revenu par part", "revenu fiscal de référence ÷ parts fiscales", foyer.revenu / foyer.parts).decimal()
        }
        // While no agent is known, the condition on the agent says what is missing.
        Base::Indice => match agents.first() {
            Some(agent) => d.adulte(agent.rang, Adulte::INDICE)?.into(),
            None => return Err(Arret::DIT_AILLEURS),
        },
        Base::QuotientFamilial => {
            return Err(
                d.hors_champ("Le barème ouvert compare le quotient familial de la Caf, que les aides du ministère ne regardent pas.")
            );
        }
    }))
}

/// Which of the cases that the scale names are the household's.
fn cas_remplis(d: &mut Dossier, bareme: &BaremeLocal, rang: usize) -> Result<Vec<Cas>, Arret> {
    let (mut remplis, mut inconnu) = (Vec::new(), Ok(()));
    let nomme = |cas: &Cas| bareme.tranches.iter().any(|t| t.si == Some(*cas));
    for cas in [Cas::Aeeh, Cas::ParentSeul, Cas::EnfantHandicape, Cas::ParentSeulEtEnfantHandicape].into_iter().filter(nomme) {
        match est_rempli(d, cas, rang) {
            Ok(true) => remplis.push(cas),
            Ok(false) => {}
            Err(arret) => inconnu = ensemble(inconnu, Err::<(), _>(arret)).map(|_| ()),
        }
    }
    inconnu.map(|()| remplis)
}

fn est_rempli(d: &mut Dossier, cas: Cas, rang: usize) -> Result<bool, Arret> {
    let handicape = |d: &mut Dossier| d.enfant(rang, Enfant::HANDICAP).map(|dit| dit.reconnu());
    match cas {
        Cas::Aeeh => Ok(d.enfant(rang, Enfant::AEEH)? != Aeeh::Aucune),
        Cas::ParentSeul => famille_monoparentale(d),
        Cas::EnfantHandicape => handicape(d),
        Cas::ParentSeulEtEnfantHandicape => ensemble(famille_monoparentale(d), handicape(d)).map(|(seul, handicape)| seul && handicape),
    }
}

/// A band for a case wins over one for everybody; the first of the file wins among equals.
fn precision(si: Option<Cas>) -> u8 {
    match si {
        None => 0,
        Some(Cas::Aeeh | Cas::ParentSeul | Cas::EnfantHandicape) => 1,
        Some(Cas::ParentSeulEtEnfantHandicape) => 2,
    }
}

fn bornes(tranche: &Tranche) -> String {
    match (tranche.min, tranche.max) {
        (Some(min), Some(max)) => format!("de {min} à {max}"),
        (Some(min), None) => format!("à partir de {min}"),
        (None, Some(max)) => format!("jusqu’à {max}"),
        (None, None) => "unique".to_owned(),
    }
}

/// What a band gives for a child and a year.
fn donne(d: &mut Dossier, formule: &Formule) -> Result<Montant, Arret> {
    let par_an = |montant: Euros<Fois>| Euros::<An>::de(montant.decimal());
    Ok(match formule {
        Formule::Fixe { montant } => Montant::ParAn(par_an(*montant)),
        Formule::Fourchette(Fourchette { montant_min: Some(min), montant_max: Some(max), .. }) => {
            Montant::Entre(par_an(*min).into(), par_an(*max).into())
        }
        Formule::Fourchette(Fourchette { montant_max: Some(max), .. }) => Montant::AuPlus(par_an(*max).into()),
        Formule::Part { taux, plafond, plafond_jour: None } => Montant::Part(*taux, plafond.map(|plafond| par_an(plafond).into())),
        Formule::Notifie => Montant::Notifie,
        Formule::Part { .. } | Formule::Fourchette(_) | Formule::Jour { .. } | Formule::Forfait { .. } | Formule::Distance { .. } => {
            return Err(d.hors_champ(
                "Le barème ouvert compte par jour, par kilomètre ou par famille : cette aide se calcule par enfant et par an.",
            ));
        }
    })
}

/// The ages and the window of birth dates of the scale.
fn exige_naissance(d: &mut Dossier, bareme: &BaremeLocal, rang: usize) {
    if let Some(ages) = &bareme.ages {
        d.condition("Un âge prévu par le barème", &PAGE, |d| {
            let naissance = d.enfant(rang, Enfant::NAISSANCE)?;
            Ok(dans_les_ages(ages, age_au(naissance, jour_de_l_age(ages, d.mois))))
        });
    }
    if let Some(fenetre) = &bareme.naissance {
        d.condition("Une date de naissance prévue par le barème", &PAGE, |d| {
            let naissance = d.enfant(rang, Enfant::NAISSANCE)?;
            Ok(fenetre.du.is_none_or(|du| du.0 <= naissance) && fenetre.au.is_none_or(|au| naissance <= au.0))
        });
    }
}

fn dans_les_ages(ages: &Ages, age: Annees) -> bool {
    ages.min.is_none_or(|min| min <= age.0) && ages.max.is_none_or(|max| age.0 <= max)
}

/// There is no stay: its first day is the first day of the month.
fn jour_de_l_age(ages: &Ages, mois: MoisCivil) -> Date {
    match ages.au {
        JourAge::DebutSejour => mois.premier_jour(),
        JourAge::PremierJanvier => MoisCivil::le(mois.annee, 1).premier_jour(),
        JourAge::FinAnneePrecedente => MoisCivil::le(mois.annee.saturating_sub(1), 12).dernier_jour(),
    }
}
