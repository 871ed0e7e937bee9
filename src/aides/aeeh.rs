//! Allocation d'éducation de l'enfant handicapé (CSS, art. L. 541-1 à L. 541-4, R. 541-1 s., D. 541-1 s.). Its complement is a
//! right of its own: other benefits replace the complement, never the base.

use crate::{
    baremes::{aeeh::BASE, enfants::AGE_LIMITE},
    grandeurs::*,
    moteur::*,
    notions::{
        aeeh::{A_DECIDER, Decision, RETOURS, decision},
        bmaf,
        charges::{Prestation, charge},
        territoire::{Territoire, territoire},
    },
    situation::{Enfant, Handicap, Lieu, TauxIncapacite},
};

legi!(L541_1, "CSS, art. L. 541-1", "LEGIARTI000006743351");
legi!(R541_1, "CSS, art. R. 541-1", "LEGIARTI000045087770");
legi!(D541_1, "CSS, art. D. 541-1", "LEGIARTI000006737166");
legi!(L512_3, "CSS, art. L. 512-3", "LEGIARTI000006743276");
pub(super) static ALTERNANCE: Article = Article {
    nom: "Cour de cassation, 2e chambre civile, 25 novembre 2021, n° 19-25.456",
    lien: "https://www.courdecassation.fr/publications/lettre-de-la-deuxieme-chambre-civile/ndeg4-juillet-2022/securite-sociale-prestations-familiales",
};

pub static AIDE: Aide = Aide {
    id: "aeeh",
    nom: "Allocation d’éducation de l’enfant handicapé (AEEH)",
    resume: "Pour chaque enfant handicapé à charge, quels que soient vos revenus.",
    famille: Famille::Prestations,
    textes: &[&L541_1, &R541_1, &D541_1, &L512_3, &ALTERNANCE],
    depend: &[],
    regle: Regle::Enfant(calcule),
};

fn calcule(d: &mut Dossier, rang: usize) -> Issue {
    let mut connue = None;
    d.condition("Un handicap reconnu par la MDPH, ou une demande déposée", &L541_1, |d| {
        let decision = decision(d, rang)?;
        connue = Some(decision);
        Ok(decision != Decision::SansHandicap)
    });
    // A child without a disability is asked nothing more.
    if connue == Some(Decision::SansHandicap) {
        d.verdict()?;
    }
    d.condition("Un enfant à votre charge, avant ses vingt ans", &L512_3, |d| {
        Ok(charge(d, rang, Prestation::Autre, &AGE_LIMITE)?.is_some())
    });
    if connue == Some(Decision::Attendue) {
        conditions_medicales(d, rang);
    }
    d.verdict()?;
    if connue == Some(Decision::Attendue) {
        d.a_confirmer(A_DECIDER);
    }
    let base = bmaf::part(d, "AEEH de base", &BASE)?.arrondi_au_centime();
    verse(d, rang, base)
}

/// R. 541-1 : un taux d'au moins 80 %, ou d'au moins 50 % avec un établissement, un service ou des soins.
fn conditions_medicales(d: &mut Dossier, rang: usize) {
    // The rate of who waits for the CDAPH is not known: it is said with the amount.
    if d.facultatif(Lieu::Enfant(rang), Enfant::HANDICAP) == Some(Handicap::Demande) {
        return;
    }
    d.condition("Un taux d’incapacité suffisant", &R541_1, |d| Ok(d.enfant(rang, Enfant::TAUX)? != TauxIncapacite::Aucun));
    if d.facultatif(Lieu::Enfant(rang), Enfant::TAUX) == Some(TauxIncapacite::De50a79) {
        d.condition("Un établissement spécialisé, un service ou des soins décidés par la MDPH", &L541_1, |d| {
            Ok(d.enfant(rang, Enfant::ACCOMPAGNEMENT)?.est_oui())
        });
    }
}

/// L. 541-1, dernier alinéa, et R. 541-1 : en internat pris en charge, seulement pour les retours au foyer.
pub(super) fn verse(d: &mut Dossier, rang: usize, montant: Euros<Mois>) -> Issue {
    let (internat, territoire) = ensemble(d.enfant(rang, Enfant::INTERNAT), territoire(d))?;
    if territoire == Territoire::Mayotte {
        return Err(d.hors_champ("À Mayotte, l’AEEH a ses propres montants, que nous n’avons pas."));
    }
    if internat.est_oui() {
        d.a_confirmer(RETOURS);
        return Ok(Montant::AuPlus(montant.into()));
    }
    Ok(Montant::ParMois(montant))
}
