//! L'enfant handicapé au sens de l'AEEH (CSS, art. L. 541-1 à L. 541-4, R. 541-1 et R. 541-2): what the CDAPH granted or,
//! while it has not decided, the level of complement that the texts give.

use crate::{
    baremes::{bmaf::BMAF, complement_aeeh::*},
    grandeurs::*,
    moteur::{Arret, Bareme, Dossier, ensemble},
    situation::{Aeeh, Enfant, Handicap, TempsHandicap},
};

/// What the AEEH and its complement say when the CDAPH has not decided.
pub const A_DECIDER: &str = "La commission de la MDPH (CDAPH) décide\u{a0}: elle regarde le taux d’incapacité de l’enfant, et peut accorder un autre niveau ou refuser.";
/// What both say of a boarding school.
pub const RETOURS: &str = "Votre enfant est en internat\u{a0}: l’AEEH n’est due que pour ses retours au foyer (fins de semaine, vacances), et versée une fois par an (CSS, art. R. 541-1).";

/// The category of who has no complement.
pub const BASE_SEULE: u8 = 0;

/// What is known of a child's right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The CDAPH granted this: the category of the complement, `BASE_SEULE` for none.
    Accordee(u8),
    /// Not granted yet: the texts say what it should be.
    Attendue,
    /// No disability is recognised, and none was applied for.
    SansHandicap,
}

pub fn decision(d: &mut Dossier, rang: usize) -> Result<Decision, Arret> {
    match d.enfant(rang, Enfant::HANDICAP)? {
        Handicap::Non => return Ok(Decision::SansHandicap),
        Handicap::Demande => return Ok(Decision::Attendue),
        Handicap::Reconnu => {}
    }
    Ok(match d.enfant(rang, Enfant::AEEH)? {
        Aeeh::Aucune => Decision::Attendue,
        Aeeh::Base => Decision::Accordee(BASE_SEULE),
        Aeeh::Categorie1 => Decision::Accordee(1),
        Aeeh::Categorie2 => Decision::Accordee(2),
        Aeeh::Categorie3 => Decision::Accordee(3),
        Aeeh::Categorie4 => Decision::Accordee(4),
        Aeeh::Categorie5 => Decision::Accordee(5),
        Aeeh::Categorie6 => Decision::Accordee(6),
    })
}

/// R. 541-2 et arrêté du 29 mars 2002 : pour chaque catégorie, le temps consacré à l'enfant et les dépenses qui l'ouvrent, de la
/// plus haute à la plus basse.
static GRILLE: [(u8, TempsHandicap, Option<&Bareme<Taux>>); 11] = [
    (5, TempsHandicap::Entier, Some(&FRAIS_5)),
    (4, TempsHandicap::Entier, None),
    (4, TempsHandicap::Moitie, Some(&FRAIS_4_MOITIE)),
    (4, TempsHandicap::Cinquieme, Some(&FRAIS_4_CINQUIEME)),
    (4, TempsHandicap::Aucun, Some(&FRAIS_4)),
    (3, TempsHandicap::Moitie, None),
    (3, TempsHandicap::Cinquieme, Some(&FRAIS_3_CINQUIEME)),
    (3, TempsHandicap::Aucun, Some(&FRAIS_3)),
    (2, TempsHandicap::Cinquieme, None),
    (2, TempsHandicap::Aucun, Some(&FRAIS_2)),
    (1, TempsHandicap::Aucun, Some(&FRAIS_1)),
];
const LA_PLUS_HAUTE: u8 = 6;

/// The category that the texts give, and whether the work done less, or the third person, opens it.
pub fn categorie_attendue(d: &mut Dossier, rang: usize) -> Result<(u8, bool), Arret> {
    let temps = d.enfant(rang, Enfant::TEMPS_HANDICAP);
    if matches!(temps, Ok(TempsHandicap::Entier)) && d.enfant(rang, Enfant::CONTRAINTES)?.est_oui() {
        return Ok((LA_PLUS_HAUTE, true));
    }
    let (temps, frais) = ensemble(temps, d.enfant(rang, Enfant::FRAIS_HANDICAP))?;
    for (categorie, au_moins, taux) in GRILLE {
        if au_moins <= temps && taux.map_or(Ok(true), |taux| frais_suffisants(d, frais, taux))? {
            return Ok((categorie, TempsHandicap::Aucun < temps));
        }
    }
    Ok((BASE_SEULE, false))
}

fn frais_suffisants(d: &mut Dossier, frais: Euros<Mois>, taux: &'static Bareme<Taux>) -> Result<bool, Arret> {
    let seuil = d.detaille(taux.libelle, "part de la BMAF", |d| Ok((d.valeur(&BMAF)? * d.valeur(taux)?).arrondi_au_centime()))?;
    Ok(seuil <= frais)
}
