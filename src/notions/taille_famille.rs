//! La taille de la famille, dont dépendent tous les barèmes de l'aide au logement (CCH, art. R. 823-4 et D. 823-17).

use super::charges::{self, Prestation, charges};
use crate::{
    baremes::ressources_logement::AGE_LIMITE,
    grandeurs::*,
    moteur::{Arret, Bareme, Dossier, ensemble},
    situation::{Couple, Enfant, Foyer, Garde},
};

/// A couple or not, and how many dependants.
#[derive(Clone, Copy, Debug)]
pub struct Taille {
    pub couple: bool,
    pub personnes: u32,
}

/// A value of the law for each size of family.
pub struct ParTaille<T: 'static> {
    pub seul: &'static Bareme<T>,
    pub couple: &'static Bareme<T>,
    /// With one dependant, two, three…
    pub avec: &'static [&'static Bareme<T>],
    /// For each dependant more than these.
    pub en_plus: &'static Bareme<T>,
}
impl<T> ParTaille<T> {
    /// The line of a family, and how many dependants it has more.
    pub fn ligne(&self, taille: Taille) -> (&'static Bareme<T>, u32) {
        let rang = usize::try_from(taille.personnes).unwrap_or(usize::MAX).min(self.avec.len());
        let ligne = match rang.checked_sub(1).and_then(|rang| self.avec.get(rang)) {
            Some(ligne) => ligne,
            None if taille.couple => self.couple,
            None => self.seul,
        };
        (ligne, taille.personnes.saturating_sub(u32::try_from(rang).unwrap_or(0)))
    }
}

/// The amount for a family.
pub fn montant<P: Periode>(
    d: &mut Dossier,
    quoi: &'static str,
    par: &'static ParTaille<Euros<P>>,
    taille: Taille,
) -> Result<Euros<P>, Arret> {
    let (ligne, de_plus) = par.ligne(taille);
    if de_plus == 0 {
        return d.valeur(ligne);
    }
    d.detaille(quoi, "montant de base + montant par personne à charge en plus", |d| Ok(d.valeur(ligne)? + d.valeur(par.en_plus)? * de_plus))
}

/// The family in the month simulated.
pub fn taille(d: &mut Dossier) -> Result<Taille, Arret> {
    let (couple, enfants) = ensemble(d.foyer(Foyer::COUPLE), charges(d, Prestation::Autre, &AGE_LIMITE))?;
    let siens = |rang: usize| d.situation.enfants.get(rang);
    if enfants.iter().any(|enfant| siens(enfant.rang).and_then(|e| e.valeur(Enfant::GARDE)) == Some(Garde::Alternee)) {
        d.a_confirmer("Un enfant en résidence alternée est compté ici en entier\u{a0}: la Caf peut le partager avec l’autre parent.");
    }
    let attendu = d.situation.enfants.iter().filter_map(|e| e.valeur(Enfant::NAISSANCE)).any(|naissance| d.jour <= naissance);
    if couple == Couple::Seul && enfants.is_empty() && attendu {
        d.a_confirmer("Pendant la grossesse, le plafond de loyer peut être celui d’un couple\u{a0}: l’aide serait au moins celle-ci.");
    }
    Ok(Taille { couple: couple != Couple::Seul, personnes: charges::nombre(&enfants) })
}
