//! What a rule reads of the rights worked out before it: one of them, the sum of those that it depends on, a figure.

use super::*;
use crate::grandeurs::*;

impl Dossier<'_> {
    /// What another aid gave to the beneficiary of this right.
    pub fn droit_du_meme(&mut self, aide: &'static Aide) -> Result<Option<Montant>, Arret> {
        self.droit(aide, self.beneficiaire)
    }
    /// What another aid gives to a beneficiary: none when refused or not paid because of another; a missing answer stays missing.
    pub fn droit(&mut self, aide: &'static Aide, beneficiaire: Beneficiaire) -> Result<Option<Montant>, Arret> {
        let deja = self.deja;
        let droit = deja.iter().find(|droit| droit.aide == aide && droit.beneficiaire == beneficiaire);
        debug_assert!(self.aide.depend.contains(&aide), "{} n’est pas dans `depend`", aide.id);
        let montant = match droit.map(|droit| &droit.issue) {
            Some(Ok(montant)) => Some(montant.clone()),
            Some(Err(Raison::Refus(_) | Raison::Ecarte(_))) | None => None,
            Some(Err(inconnu)) => return Err(self.arrete(inconnu.clone())),
        };
        if montant.is_some() && droit.is_some_and(|droit| droit.reserves.iter().any(|reserve| reserve.a_confirmer)) {
            self.a_confirmer(format!("Elle dépend d’une autre aide, elle-même à confirmer\u{a0}: {}.", aide.nom));
        }
        self.note(aide.nom.into(), Nature::Droit { montant: montant.clone() });
        Ok(montant)
    }

    /// What the aids that the rule depends on pay each month, all together: what is refused or put aside counts for nothing. None
    /// when one of them is due without a monthly amount that is known. Not housing aid, which the household may say itself.
    pub fn total_des_dependances(&mut self) -> Result<Option<Euros<Mois>>, Arret> {
        let (deja, mut total) = (self.deja, Ok(Some(Euros::ZERO)));
        for droit in deja.iter().filter(|droit| self.aide.depend.contains(&droit.aide) && droit.aide.famille != Famille::Logement) {
            let montant = self.droit(droit.aide, droit.beneficiaire);
            total = ensemble(total, montant).map(|(total, montant)| match montant {
                None => total,
                Some(Montant::ParMois(montant)) => total.map(|total| total + montant),
                Some(_) => None,
            });
        }
        total
    }
    /// The figure that the rule reads among the aids that it depends on.
    pub fn repere(&mut self) -> Result<Option<Euros<Mois>>, Arret> {
        let deja = self.deja;
        let repere = deja.iter().find(|droit| droit.aide.famille == Famille::Repere && self.aide.depend.contains(&droit.aide));
        let Some(repere) = repere else { return Ok(None) };
        self.note(repere.aide.nom.into(), Nature::Droit { montant: repere.issue.as_ref().ok().cloned() });
        match &repere.issue {
            Ok(Montant::Repere(figure)) => Ok(Some(*figure)),
            Ok(_) => Ok(None),
            Err(raison) => Err(self.arrete(raison.clone())),
        }
    }
}
