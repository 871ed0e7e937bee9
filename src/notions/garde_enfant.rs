//! Ce que demandent les deux compléments de libre choix du mode de garde (CMG) : un enfant assez jeune, gardé contre
//! paiement, des parents actifs (CSS, art. L. 531-5 et L. 531-6).

use super::enfants;
use crate::{
    grandeurs::*,
    moteur::*,
    situation::{Activite, Adulte, Couple, Enfant, Foyer, Lieu, ModeGarde},
};

/// A condition that stops being met ends the right with its month: ages are those of the last day of the month before.
pub fn age(d: &mut Dossier, naissance: Date) -> Annees {
    d.pose("Âge de l’enfant", "au dernier jour du mois précédent", age_au(naissance, d.mois.plus(-1).dernier_jour()))
}

/// Requires the child to be born.
pub fn exige_naissance(d: &mut Dossier, rang: usize, article: &'static Article) -> Option<bool> {
    d.condition("Un enfant déjà né", article, |d| {
        let naissance = d.enfant(rang, Enfant::NAISSANCE)?;
        let des = if naissance.day() == 1 { naissance } else { MoisCivil::de(naissance).plus(1).premier_jour() };
        Ok(Verdict { rempli: naissance <= d.jour, des: Some(des) })
    })
}

/// Who keeps a child for pay; none when nobody does.
fn mode(d: &mut Dossier, rang: usize) -> Result<Option<ModeGarde>, Arret> {
    if d.enfant(rang, Enfant::GARDE_PAYEE)?.est_oui() { d.enfant(rang, Enfant::MODE_GARDE).map(Some) } else { Ok(None) }
}

/// Requires a way of keeping the child that the aid pays for; gives it.
pub fn exige_mode(
    d: &mut Dossier,
    rang: usize,
    quoi: &'static str,
    article: &'static Article,
    acceptes: &[ModeGarde],
) -> Option<ModeGarde> {
    let mut trouve = None;
    d.condition(quoi, article, |d| {
        trouve = mode(d, rang)?.filter(|mode| acceptes.contains(mode));
        Ok(trouve.is_some())
    });
    trouve
}

/// The condition that a second child kept in the same way fails.
pub const DEJA_COMPTEE: &str = "Une aide par foyer pour la garde à domicile : elle est comptée avec un autre enfant";

/// The first child of the household kept in this way and young enough: an aid for the household stands on its card.
pub fn premier_garde(d: &mut Dossier, rang: usize, ainsi: ModeGarde, jeune: AssezJeune) -> Result<usize, Arret> {
    for autre in 0..rang {
        if est_garde(d, autre, ainsi, jeune)? {
            return Ok(autre);
        }
    }
    Ok(rang)
}

/// The youngest of the children kept in this way.
pub fn plus_jeune_garde(d: &mut Dossier, rang: usize, ainsi: ModeGarde, jeune: AssezJeune) -> Result<usize, Arret> {
    let mut plus_jeune = (d.enfant(rang, Enfant::NAISSANCE)?, rang);
    for autre in rang + 1..d.situation.enfants.len() {
        if est_garde(d, autre, ainsi, jeune)? {
            plus_jeune = plus_jeune.max((d.enfant(autre, Enfant::NAISSANCE)?, autre));
        }
    }
    Ok(plus_jeune.1)
}

/// Whether a child is young enough for an aid.
pub type AssezJeune = fn(&mut Dossier, usize) -> Result<bool, Arret>;

fn est_garde(d: &mut Dossier, rang: usize, ainsi: ModeGarde, jeune: AssezJeune) -> Result<bool, Arret> {
    let ne = d.enfant(rang, Enfant::NAISSANCE)? <= d.jour && !enfants::est_decede(d, rang, d.jour);
    Ok(ne && jeune(d, rang)? && mode(d, rang)? == Some(ainsi))
}

/// L. 531-5, I : une activité professionnelle, ou ce qui en tient lieu ou en dispense.
pub fn exige_activite(d: &mut Dossier, article: &'static Article) {
    d.condition("Travailler, vous ou votre conjoint", article, |d| {
        let mut etudiants = true;
        for rang in 0..d.situation.adultes.len() {
            match d.adulte(rang, Adulte::ACTIVITE)? {
                Activite::Salarie | Activite::Esat | Activite::Independant => return Ok(true),
                Activite::Chomage => {
                    d.avertit("Au chômage, il faut que ce chômage soit indemnisé.");
                    return Ok(true);
                }
                Activite::Etudiant => {}
                Activite::Retraite | Activite::Inactif => etudiants = false,
            }
        }
        if d.situation.adultes.len() == 1 && d.foyer(Foyer::COUPLE)? != Couple::Seul {
            return Err(d.redemande(Lieu::Foyer, Foyer::COUPLE));
        }
        if etudiants { Ok(true) } else { Ok(d.foyer(Foyer::DISPENSE_ACTIVITE)?.est_oui()) }
    });
}

/// Hours paid in the month, and what they cost.
pub fn heures_et_cout(d: &mut Dossier, rang: usize) -> Result<(u32, Euros<Mois>), Arret> {
    let heures = d.enfant(rang, Enfant::GARDE_HEURES);
    ensemble(heures, d.enfant(rang, Enfant::GARDE_COUT))
}

/// What is left to pay, as a step and as a sentence beside the amount.
pub fn reste_a_payer(d: &mut Dossier, cout: Euros<Mois>, aide: Euros<Mois>) {
    let reste = d.pose("Reste à payer", "coût de la garde − aide", (cout - aide).au_moins(Euros::ZERO));
    d.avertit(format!("Sur {} de garde par mois, il vous reste {} à payer.", ecris_euros(cout.decimal()), ecris_euros(reste.decimal())));
}
