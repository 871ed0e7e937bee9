//! What holds for the housing aid of any tenant, or resident of a home: more resources never give more, nor a child more less, but by the reduction of
//! rent of social housing, which takes the place of a part of the aid; and the aid stays within the rent and the lump charges.

use juste_droit::{
    aides, baremes,
    grandeurs::{Decimal, Euros, MoisCivil, jour},
    moteur::{Droit, Montant, Raison},
    situation::*,
};
use proptest::{prelude::*, sample::select};

#[derive(Clone, Debug)]
struct Locataire {
    couple: bool,
    enfants: usize,
    location: Location,
    partage: Partage,
    zone: Zone,
    loyer: u32,
    /// In a home with services, and not a tenant.
    residence: Option<Residence>,
    mois: MoisCivil,
}

fn locataire() -> impl Strategy<Value = Locataire> {
    let bail = (select(Location::TOUS), select(Partage::TOUS), select(Zone::TOUS), 0..1800u32);
    let residence = proptest::option::of(select(vec![Residence::Chambre, Residence::ChambreRenovee, Residence::SansConvention]));
    (any::<bool>(), 0..9usize, bail, residence, (2023..2027i32, 1..13u8)).prop_map(
        |(couple, enfants, (location, partage, zone, loyer), residence, (annee, mois))| Locataire {
            couple,
            enfants,
            location,
            partage,
            zone,
            loyer,
            residence,
            mois: MoisCivil::le(annee, mois),
        },
    )
}

impl Locataire {
    fn situation(&self, ressources: u32) -> Situation {
        let annees = (2021..2026).map(|annee| (annee, Euros::de(ressources.into()))).collect();
        let adulte = Reponses::default()
            .avec(Adulte::ACTIVITE, Activite::Inactif)
            .avec(Adulte::TAUX, TauxIncapacite::Aucun)
            .avec(Adulte::NAISSANCE, jour(1990, 5, 4))
            .avec(Adulte::REVENUS, Revenus(vec![Revenu::Autre]))
            .avec(Adulte::AUTRE_ANNUEL, Annuel(annees));
        let sans = adulte.clone().avec(Adulte::REVENUS, Revenus::default());
        let enfant = Reponses::default().avec(Enfant::NAISSANCE, jour(2015, 5, 4)).avec(Enfant::HANDICAP, Handicap::Non);
        Situation {
            foyer: Reponses::default()
                .avec(Foyer::COUPLE, if self.couple { Couple::Marie } else { Couple::Seul })
                .avec(Foyer::A_DES_ENFANTS, if self.enfants == 0 { OuiNon::Non } else { OuiNon::Oui })
                .avec(Foyer::DEPARTEMENT, Departement(DEPARTEMENTS.iter().find(|d| d.cle == "66").expect("un département")))
                .avec(Foyer::LOGEMENT, if self.residence.is_some() { Logement::Etablissement } else { Logement::Locataire })
                .avec(Foyer::RESIDENCE, self.residence.unwrap_or(Residence::Convention))
                .avec(Foyer::LOCATION, self.location)
                .avec(Foyer::PARTAGE, self.partage)
                .avec(Foyer::ZONE, self.zone)
                .avec(Foyer::LOYER, Euros::de(self.loyer.into())),
            adultes: if self.couple { vec![adulte, sans] } else { vec![adulte] },
            enfants: vec![enfant; self.enfants],
            ..Situation::default()
        }
    }

    /// The aid, and whether the reduction of rent lowers it.
    fn aide(&self, ressources: u32) -> Result<(Decimal, bool), TestCaseError> {
        let droits = aides::simule(&self.situation(ressources), self.mois);
        let droit: &Droit = droits.iter().find(|droit| droit.aide.id == "aide_logement").expect("une aide du registre");
        let reduite = droit.etapes.iter().any(|etape| etape.quoi == "Part de la réduction de loyer retirée de l’aide");
        match &droit.issue {
            Ok(Montant::ParMois(montant)) => Ok((montant.decimal(), reduite)),
            Err(Raison::Refus(_)) => Ok((Decimal::ZERO, reduite)),
            autre => Err(TestCaseError::fail(format!("{autre:?}"))),
        }
    }
}

proptest! {
    #[test]
    fn l_aide_ne_croit_pas_avec_les_ressources(locataire in locataire(), ressources in 0..40_000u32, plus in 1..8_000u32) {
        let ((avant, reduite), (apres, _)) = (locataire.aide(ressources)?, locataire.aide(ressources + plus)?);
        prop_assert!(apres <= avant || reduite);
    }

    #[test]
    fn un_enfant_de_plus_n_enleve_rien(locataire in locataire(), ressources in 0..40_000u32) {
        let plus = Locataire { enfants: locataire.enfants + 1, ..locataire.clone() };
        let ((avant, _), (apres, reduite)) = (locataire.aide(ressources)?, plus.aide(ressources)?);
        prop_assert!(avant <= apres || reduite);
    }

    #[test]
    fn l_aide_reste_sous_le_loyer_et_les_charges(locataire in locataire(), ressources in 0..40_000u32) {
        use baremes::aide_logement::{CHARGES, CHARGES_EN_PLUS};
        let [charges, en_plus] = [&CHARGES, &CHARGES_EN_PLUS].map(|b| b.au(locataire.mois.premier_jour()).expect("un forfait").valeur.decimal());
        // The rent that homes are counted for, at most.
        let loyer = if locataire.residence.is_some() { 363 } else { locataire.loyer };
        let depense = Decimal::from(loyer) + charges + en_plus * Decimal::from(locataire.enfants);
        prop_assert!(locataire.aide(ressources)?.0 < depense);
    }
}
