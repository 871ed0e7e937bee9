//! The quotient familial of the Caf: what the person reads on their Caf account, else worked out from what they say.

use crate::{
    baremes::quotient::{PARTS_ENFANT, PARTS_HANDICAP, PARTS_PARENTS, PARTS_TROISIEME_ENFANT},
    grandeurs::*,
    moteur::{Arret, Dossier, ensemble},
    notions::{enfants, ressources_familiales::pension_versee},
    situation::{Activite, Adulte, Annuel, Couple, Enfant, Foyer, Garde, Lieu, OuiNon, Question, Revenu},
};

/// The quotient for a scale that takes the one of a month, none when the scale does not say which.
pub fn retenu(d: &mut Dossier, voulu: Option<MoisCivil>) -> Result<Euros<Mois>, Arret> {
    match d.foyer(Foyer::QUOTIENT) {
        Ok(quotient) => {
            if let Some(voulu) = voulu {
                compare_les_mois(d, voulu)?;
            }
            Ok(quotient)
        }
        Err(arret) => {
            let quotient = d.repere()?.ok_or(arret)?;
            d.a_confirmer(match voulu {
                Some(voulu) => {
                    format!("Le quotient familial est calculé d’après vos réponses\u{a0}: la Caf retient le sien, celui de {voulu}.")
                }
                None => CALCULE.to_owned(),
            });
            Ok(quotient)
        }
    }
}

const CALCULE: &str = "Le quotient familial est calculé d’après vos réponses\u{a0}: seul celui de la Caf compte.";

/// Reads the housing aid of the month.
type AideLogement = fn(&mut Dossier) -> Result<Euros<Mois>, Arret>;

/// The quotient of the household: read, else worked out.
pub fn du_foyer(d: &mut Dossier, aide_logement: AideLogement) -> Result<Euros<Mois>, Arret> {
    match d.foyer(Foyer::QUOTIENT) {
        Ok(quotient) => Ok(quotient),
        // Whoever did not say « je ne sais pas » is asked for the figure itself, rather than for all that makes it.
        Err(arret) if !d.est_ignore(arret) && d.facultatif(Lieu::Foyer, Foyer::PRESTATIONS_CAF).is_none() => Err(arret),
        Err(_) => {
            let quotient = calcule(d, aide_logement)?;
            d.a_confirmer(CALCULE);
            Ok(quotient)
        }
    }
}

/// The month of the quotient is asked with the rest; when the person does not know it, the amount stands, to be confirmed.
fn compare_les_mois(d: &mut Dossier, voulu: MoisCivil) -> Result<(), Arret> {
    match d.foyer(Foyer::QUOTIENT_MOIS) {
        Ok(mois) if mois == voulu => {}
        Ok(mois) => d.a_confirmer(format!(
            "Votre quotient familial est celui de {mois}\u{a0}; la Caf retient celui de {voulu}, qui peut être différent."
        )),
        Err(arret) if !d.est_ignore(arret) => return Err(arret),
        Err(_) => d.a_confirmer(format!("La Caf retient le quotient familial de {voulu}\u{a0}: vérifiez que le vôtre est de ce mois.")),
    }
    Ok(())
}

/// A twelfth of the resources of the last year but one, and the benefits of the month, for each part.
fn calcule(d: &mut Dossier, aide_logement: AideLogement) -> Result<Euros<Mois>, Arret> {
    d.detaille("Quotient familial", "(ressources de l’année ÷ 12 + prestations du mois) ÷ parts", |d| {
        let ressources =
            d.detaille("Ressources de l’avant-dernière année", "somme des revenus imposables, avant tout abattement", ressources);
        let prestations = prestations(d, aide_logement);
        let parts = d.detaille("Parts du foyer", "parts des parents + parts des enfants", parts);
        let ((ressources, prestations), parts) = ensemble(ensemble(ressources, prestations), parts)?;
        Ok(((ressources.par_mois() + prestations) / parts).arrondi_au_centime())
    })
}

/// What the Caf pays in a month: the total that the person reads there, else the rights worked out here.
fn prestations(d: &mut Dossier, aide_logement: AideLogement) -> Result<Euros<Mois>, Arret> {
    let arret = match d.foyer(Foyer::PRESTATIONS_CAF) {
        Ok(total) => return Ok(total),
        Err(arret) => arret,
    };
    let calculees = d.detaille("Prestations du mois", "somme des droits calculés, sans ceux versés une seule fois", |d| {
        let (total, aide) = ensemble(d.total_des_dependances(), aide_logement(d))?;
        // An amount that nobody knows: only the person can say the total.
        total.map(|total| total + aide).ok_or_else(|| d.redemande(Lieu::Foyer, Foyer::PRESTATIONS_CAF))
    });
    match calculees {
        Ok(total) => {
            d.a_confirmer(
                "Les prestations du mois sont celles que nous calculons\u{a0}: la Caf peut verser autre chose, son total est plus sûr.",
            );
            Ok(total)
        }
        Err(manque) if d.est_demande(manque) && d.est_ignore(arret) => Err(manque),
        Err(_) => Err(arret),
    }
}

fn parts(d: &mut Dossier) -> Result<Coef, Arret> {
    if d.situation.enfants.is_empty() {
        let (enfants, couple) = ensemble(d.foyer(Foyer::A_DES_ENFANTS), d.foyer(Foyer::COUPLE))?;
        return match (enfants, couple) {
            (OuiNon::Oui, _) => Err(d.redemande(Lieu::Foyer, Foyer::A_DES_ENFANTS)),
            (OuiNon::Non, Couple::Seul) => Err(
                d.hors_champ("Le quotient familial d’une personne seule sans enfant\u{a0}: aucune source sûre ne dit son nombre de parts.")
            ),
            (OuiNon::Non, _) => d.valeur(&PARTS_PARENTS),
        };
    }
    let mut comptes: Result<Vec<bool>, Arret> = Ok(Vec::new());
    for rang in 0..d.situation.enfants.len() {
        comptes = ensemble(comptes, enfant_compte(d, rang)).map(|(mut tous, un)| {
            tous.extend(un);
            tous
        });
    }
    let mut parts = d.valeur(&PARTS_PARENTS)?;
    for (place, handicap) in comptes?.into_iter().enumerate() {
        // « le troisième enfant à charge vaut une part »
        parts = parts + d.valeur(if place == 2 { &PARTS_TROISIEME_ENFANT } else { &PARTS_ENFANT })?;
        if handicap {
            parts = parts + d.valeur(&PARTS_HANDICAP)?;
        }
    }
    Ok(parts)
}

/// None for a child who is not « à charge », else whether it is a disabled one.
fn enfant_compte(d: &mut Dossier, rang: usize) -> Result<Option<bool>, Arret> {
    let naissance = d.enfant(rang, Enfant::NAISSANCE)?;
    if d.jour < naissance {
        return Ok(None);
    }
    let (garde, handicap) = ensemble(d.enfant(rang, Enfant::GARDE), d.enfant(rang, Enfant::HANDICAP))?;
    if garde == Garde::Alternee {
        return Err(d.hors_champ("Le quotient familial avec un enfant en résidence alternée, dont les parts ne sont écrites dans aucune source officielle\u{a0}: indiquez le quotient écrit sur votre espace Caf.",
        ));
    }
    Ok(enfants::est_a_charge(d, rang)?.then_some(handicap.reconnu()))
}

fn ressources(d: &mut Dossier) -> Result<Euros<An>, Arret> {
    let couple = d.foyer(Foyer::COUPLE);
    let mut total = couple.map(|_| Euros::ZERO);
    for adulte in 0..d.situation.adultes.len() {
        total = ensemble(total, revenus(d, adulte)).map(|(total, siens)| total + siens);
    }
    total
}

fn revenus(d: &mut Dossier, adulte: usize) -> Result<Euros<An>, Arret> {
    let annee = d.mois.annee.saturating_sub(2);
    let (activite, revenus) = ensemble(d.adulte(adulte, Adulte::ACTIVITE), d.adulte(adulte, Adulte::REVENUS))?;
    if activite == Activite::Chomage {
        return Err(d.hors_champ("Le quotient familial d’une personne au chômage, dont la Caf réduit les ressources par des abattements sociaux\u{a0}: indiquez le quotient écrit sur votre espace Caf.",
        ));
    }
    let mut total = Ok(Euros::ZERO);
    for revenu in &revenus.0 {
        let Some(question) = question(*revenu) else { continue };
        let sien = d.adulte(adulte, question).and_then(|dit| dit.de(annee).ok_or_else(|| d.redemande(Lieu::Adulte(adulte), question)));
        total = ensemble(total, sien).map(|(total, sien)| total + sien);
    }
    // « moins les pensions alimentaires versées » (décret n° 2024-277)
    ensemble(total, pension_versee(d, adulte, &revenus)).map(|(total, versee)| (total - versee).au_moins(Euros::ZERO))
}

/// Where the yearly amount of an income is asked; none for those that are not taxable.
fn question(revenu: Revenu) -> Option<&'static Question<Adulte, Annuel>> {
    match revenu {
        Revenu::Salaire => Some(Adulte::SALAIRE_ANNUEL),
        Revenu::Esat => Some(Adulte::ESAT_ANNUEL),
        Revenu::Independant => Some(Adulte::INDEPENDANT_ANNUEL),
        Revenu::Chomage => Some(Adulte::CHOMAGE_ANNUEL),
        Revenu::Indemnites => Some(Adulte::INDEMNITES_ANNUEL),
        Revenu::Invalidite => Some(Adulte::INVALIDITE_ANNUEL),
        Revenu::Retraite => Some(Adulte::RETRAITE_ANNUEL),
        Revenu::PensionAlimentaire => Some(Adulte::PENSION_ALIMENTAIRE_ANNUEL),
        Revenu::Autre => Some(Adulte::AUTRE_ANNUEL),
        Revenu::Rente | Revenu::Asi | Revenu::PensionVersee => None,
    }
}
