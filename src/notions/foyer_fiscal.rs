//! The tax household of the parents: revenu fiscal de référence of the year before last, and number of parts. A couple
//! without marriage or Pacs has two tax notices: both are added.

use crate::{
    grandeurs::*,
    moteur::{Arret, Dossier, ensemble},
    situation::{Annuel, Couple, Foyer, Lieu, Question},
};

/// What the tax notices of the household say together.
#[derive(Clone, Copy, Debug)]
pub struct FoyerFiscal {
    pub revenu: Euros<An>,
    pub parts: Coef,
}

/// Reads the notices; the second one only where there are two.
pub fn foyer_fiscal(d: &mut Dossier) -> Result<FoyerFiscal, Arret> {
    let couple = d.foyer(Foyer::COUPLE);
    let premier = avis(d, Foyer::RFR, Foyer::PARTS);
    if !matches!(couple, Ok(Couple::Concubinage)) {
        return ensemble(couple, premier).map(|(_, premier)| premier);
    }
    let second = avis(d, Foyer::RFR_SECOND, Foyer::PARTS_SECOND);
    let (premier, second) = ensemble(premier, second)?;
    let revenu = d.pose("Revenu fiscal de référence des deux avis", "addition des deux revenus", premier.revenu + second.revenu);
    let parts = d.pose("Parts fiscales des deux avis", "addition des deux nombres", premier.parts + second.parts);
    Ok(FoyerFiscal { revenu, parts })
}

fn avis(d: &mut Dossier, rfr: &'static Question<Foyer, Annuel>, parts: &'static Question<Foyer, Coef>) -> Result<FoyerFiscal, Arret> {
    let annee = d.mois.annee - 2;
    let revenu = d.foyer(rfr).and_then(|dit| dit.de(annee).ok_or_else(|| d.redemande(Lieu::Foyer, rfr)));
    let (revenu, parts) = ensemble(revenu, d.foyer(parts))?;
    Ok(FoyerFiscal { revenu, parts })
}
