//! Allocation de soutien familial (CSS, art. L. 523-1 à L. 523-3, R. 523-1 à R. 523-8, D. 523-1 à D. 523-3).

use crate::{
    baremes::{
        allocation_soutien_familial::*,
        enfants::AGE_LIMITE,
        minima::{ASF_COMPTEE, ASF_DEUX_PARENTS_COMPTEE},
    },
    grandeurs::*,
    moteur::*,
    notions::{
        bmaf,
        charges::{Charge, Prestation, charges},
        territoire::{MAYOTTE, Territoire, territoire},
    },
    situation::{AutreParent, Couple, Enfant, Foyer, Garde, Lieu},
};

legi!(L512_3, "CSS, art. L. 512-3", "LEGIARTI000006743276");
legi!(R523_7, "CSS, art. R. 523-7", "LEGIARTI000046498993");
legi!(D523_3, "CSS, art. D. 523-3", "LEGIARTI000037249831");
static L523_1: Article = Article {
    nom: "CSS, art. L. 523-1 à L. 523-3 (Actualités sociales hebdomadaires)",
    lien: "https://ash.tm.fr/numeros-juridiques/3267/chapitre-4-les-dispositifs-daides-financieres/prestations-familiales-synthese-en-fonction-de-leurs-finalites/isolement-703102.php",
};

pub static AIDE: Aide = Aide {
    id: "allocation_soutien_familial",
    nom: "Allocation de soutien familial (ASF)",
    resume: "Pour le parent qui élève seul un enfant que l’autre parent n’aide pas, ou trop peu.",
    famille: Famille::Prestations,
    textes: &[&L523_1, &R523_7, &D523_3, &L512_3],
    depend: &[],
    regle: Regle::Foyer(calcule),
};

fn calcule(d: &mut Dossier) -> Issue {
    let mut enfants = Vec::new();
    d.condition("Vivre seul, sans mariage, Pacs ni concubinage", &L523_1, |d| Ok(d.foyer(Foyer::COUPLE)? == Couple::Seul));
    d.condition("Avoir un enfant à charge", &L512_3, |d| {
        enfants = charges(d, Prestation::Autre, &AGE_LIMITE)?;
        Ok(!enfants.is_empty())
    });
    d.verdict()?;
    match territoire(d)? {
        Territoire::Mayotte => return Err(d.hors_champ(MAYOTTE)),
        Territoire::OutreMer => {
            d.a_confirmer("Outre-mer, un texte à part fixe les conditions de l’ASF\u{a0}: nous n’avons pas pu le lire.");
        }
        Territoire::Metropole => {}
    }
    let mut total = Ok(Euros::ZERO);
    for enfant in &enfants {
        total = ensemble(total, pour_un_enfant(d, enfant)).map(|(total, un)| total + un);
    }
    let total = total?;
    d.condition("Un enfant que l’autre parent n’aide pas, ou trop peu", &L523_1, |_| Ok(!total.est_nul()));
    d.verdict()?;
    Ok(Montant::ParMois(total))
}

/// CASF, art. R. 262-10-1 : ce qu'en comptent le RSA et la prime d'activité.
pub(super) fn plafonnee(d: &mut Dossier) -> Result<Euros<Mois>, Arret> {
    d.detaille("ASF comptée", "ce qui est versé pour chaque enfant, jusqu’à une part de la BMAF", |d| {
        let mut total = Ok(Euros::ZERO);
        for enfant in charges(d, Prestation::Autre, &AGE_LIMITE)? {
            let recueilli = d.facultatif(Lieu::Enfant(enfant.rang), Enfant::AUTRE_PARENT) == Some(AutreParent::Recueilli);
            let taux = if recueilli { &ASF_DEUX_PARENTS_COMPTEE } else { &ASF_COMPTEE };
            let un = ensemble(pour_un_enfant(d, &enfant), bmaf::part(d, "Au plus", taux)).map(|(un, plafond)| un.au_plus(plafond));
            total = ensemble(total, un).map(|(total, un)| total + un);
        }
        total
    })
}

/// L. 523-1, R. 523-7 et D. 523-3 : le montant entier, ou ce qui manque à la pension pour l'atteindre.
fn pour_un_enfant(d: &mut Dossier, enfant: &Charge) -> Result<Euros<Mois>, Arret> {
    let rang = enfant.rang;
    d.detaille(format!("Pour {}", d.situation.nom(Lieu::Enfant(rang))), "selon ce que fait l’autre parent", |d| {
        let montant = selon_l_autre_parent(d, rang)?;
        if !montant.est_nul() && d.facultatif(Lieu::Enfant(rang), Enfant::GARDE) == Some(Garde::Alternee) {
            d.a_confirmer("En résidence alternée, l’autre parent participe\u{a0}: la Caf examine s’il reste un droit à l’ASF.");
        }
        Ok(montant)
    })
}

fn selon_l_autre_parent(d: &mut Dossier, rang: usize) -> Result<Euros<Mois>, Arret> {
    match d.enfant(rang, Enfant::AUTRE_PARENT)? {
        AutreParent::Amiable => Ok(Euros::ZERO),
        AutreParent::Decede | AutreParent::NonReconnu | AutreParent::HorsEtat => entiere(d, &TAUX),
        AutreParent::Recueilli => entiere(d, &TAUX_DEUX_PARENTS),
        AutreParent::Absent => {
            d.a_confirmer("Sans pension fixée, l’ASF est versée quatre mois\u{a0}: au-delà, il faut avoir saisi le juge.");
            entiere(d, &TAUX)
        }
        AutreParent::Impaye => {
            d.a_confirmer("L’ASF avance la pension impayée, puis la Caf la récupère auprès de l’autre parent.");
            differentielle(d, rang)
        }
        AutreParent::Pension => differentielle(d, rang),
    }
}

fn entiere(d: &mut Dossier, taux: &'static Bareme<Taux>) -> Result<Euros<Mois>, Arret> {
    let exact = bmaf::part(d, "Allocation de soutien familial", taux)?;
    bmaf::verse(d, exact, bmaf::par_quotient)
}

fn differentielle(d: &mut Dossier, rang: usize) -> Result<Euros<Mois>, Arret> {
    let mois = d.mois;
    let pension = d.enfant(rang, Enfant::PENSION)?.au(mois).ok_or_else(|| d.redemande(Lieu::Enfant(rang), Enfant::PENSION))?;
    let manque = entiere(d, &TAUX)? - pension;
    if manque < d.valeur(&SEUIL)? {
        d.remarque("La pension suffit, ou presque\u{a0}: rien n’est versé.");
        return Ok(Euros::ZERO);
    }
    Ok(d.pose("Ce qui manque à la pension", "montant versé − pension", manque))
}
