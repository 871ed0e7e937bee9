//! How a band of a local scale makes an amount.

use super::un_enfant_aeeh;
use crate::{
    grandeurs::*,
    moteur::{
        Arret, BaremeLocal, Dossier, Montant, Valeur,
        local::{Formule, Fourchette, Tranche},
    },
};

/// What the amount is measured on.
pub struct Mesure<'a> {
    /// What is left to pay; none when the price was not said.
    pub cout: Option<Euros<Fois>>,
    pub jours: u32,
    pub enfants: &'a [usize],
    pub kilometres: Option<u32>,
}

/// The amount of a band.
pub fn montant(d: &mut Dossier, bareme: &BaremeLocal, tranche: &Tranche, mesure: &Mesure) -> Result<Montant, Arret> {
    let jours = mesure.jours;
    match &tranche.formule {
        Formule::Part { taux, plafond, plafond_jour } => {
            let taux = lit(d, bareme, "Part du prix", *taux);
            let plafond = plafond.map(|plafond| lit(d, bareme, "Plafond du séjour", plafond));
            let plafond_jour = plafond_jour.map(|plafond| lit(d, bareme, "Plafond par jour", plafond) * jours);
            let plafond = plus_petit(plafond, plafond_jour);
            let Some(cout) = mesure.cout else {
                d.avertit("Indiquez le prix du séjour pour connaître le montant.");
                return Ok(Montant::Part(taux, plafond.map(Into::into)));
            };
            let part = d.pose("Part du prix à payer", "prix × taux", (cout * taux).arrondi_au_centime());
            Ok(Montant::Unique(plafond.map_or(part, |plafond| d.pose("Aide", "la plus petite des deux sommes", part.au_plus(plafond)))))
        }
        Formule::Jour { montant } => {
            let par_jour = lit(d, bareme, "Montant par jour", *montant);
            Ok(Montant::Unique(d.pose("Aide", "montant par jour × jours", par_jour * jours)))
        }
        Formule::Forfait { montant, par_enfant, supplement_aeeh, part_max } => {
            let mut total = lit(d, bareme, "Forfait pour un enfant", *montant);
            if let Some(par_enfant) = par_enfant {
                let autres = u32::try_from(mesure.enfants.len().saturating_sub(1)).unwrap_or(u32::MAX);
                total = total + lit(d, bareme, "Pour chaque autre enfant", *par_enfant) * autres;
            }
            if let Some(supplement) = supplement_aeeh
                && un_enfant_aeeh(d, mesure.enfants)?
            {
                total = total + lit(d, bareme, "Supplément AEEH", *supplement);
            }
            let total = d.pose("Forfait de la famille", "forfait + autres enfants + supplément", total);
            let Some(part) = part_max.map(|part| lit(d, bareme, "Part du prix au plus", part)) else { return Ok(Montant::Unique(total)) };
            let Some(cout) = mesure.cout else { return Ok(Montant::AuPlus(total.into())) };
            let plafond = d.pose("Plafond", "prix × part au plus", (cout * part).arrondi_au_centime());
            Ok(Montant::Unique(d.pose("Aide", "la plus petite des deux sommes", total.au_plus(plafond))))
        }
        Formule::Fixe { montant } => Ok(Montant::Unique(lit(d, bareme, "Montant", *montant))),
        Formule::Distance { paliers } => {
            // The first band that holds the distance: a bound that two bands share is of the nearer one.
            let palier = mesure.kilometres.and_then(|km| paliers.iter().find(|p| p.km_max.is_none_or(|max| km <= max) && p.km_min <= km));
            Ok(palier.map_or(Montant::Unique(Euros::ZERO), |palier| {
                Montant::Unique(lit(d, bareme, "Montant pour cette distance", palier.montant))
            }))
        }
        Formule::Fourchette(fourchette) => Ok(entre(d, bareme, fourchette, mesure)),
        Formule::Notifie => {
            if !tranche.est_bornee() {
                d.a_confirmer(
                    "Ni le quotient familial maximum ni le montant ne sont publiés\u{a0}: votre Caf vous dira si vous y avez droit.",
                );
            }
            Ok(Montant::Notifie)
        }
    }
}

/// Published limits: the smallest of the largest, and of the smallest.
fn entre(d: &mut Dossier, bareme: &BaremeLocal, f: &Fourchette, mesure: &Mesure) -> Montant {
    let mut borne =
        |part: Option<Taux>, jour: Option<Euros<Fois>>, montant: Option<Euros<Fois>>, [par_part, par_jour, en_tout]: [&'static str; 3]| {
            let part =
                part.map(|taux| lit(d, bareme, par_part, taux)).zip(mesure.cout).map(|(taux, cout)| (cout * taux).arrondi_au_centime());
            let jour = jour.map(|jour| lit(d, bareme, par_jour, jour) * mesure.jours);
            let montant = montant.map(|montant| lit(d, bareme, en_tout, montant));
            plus_petit(plus_petit(part, jour), montant)
        };
    let min = borne(f.part_min, f.jour_min, f.montant_min, ["Part du prix au moins", "Par jour au moins", "Au moins"]);
    let max = borne(f.part_max, f.jour_max, f.montant_max, ["Part du prix au plus", "Par jour au plus", "Au plus"]);
    match (min, max, f.part_max) {
        (Some(min), Some(max), _) if min < max => Montant::Entre(min.into(), max.into()),
        (_, Some(max), _) => Montant::AuPlus(max.into()),
        (_, None, Some(taux)) => {
            d.a_confirmer("Cette part du prix est un maximum\u{a0}: celle de votre tranche n’est pas publiée.");
            Montant::Part(taux, None)
        }
        (_, None, None) => Montant::Notifie,
    }
}

fn plus_petit(a: Option<Euros<Fois>>, b: Option<Euros<Fois>>) -> Option<Euros<Fois>> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.au_plus(b)),
        _ => a.or(b),
    }
}

/// Records a value of the scale with its source.
fn lit<T: Clone + Into<Valeur>>(d: &mut Dossier, bareme: &BaremeLocal, quoi: &'static str, valeur: T) -> T {
    d.local(bareme, quoi, valeur)
}
