//! Prime à l'adoption (CSS, art. L. 531-2, R. 531-1, D. 531-2).

use crate::{
    baremes::{bmaf::BMAF, prime_adoption::*},
    grandeurs::*,
    moteur::*,
    notions::{
        bmaf,
        enfants::{self, arrivee},
        petite_enfance::{self, L531_2, R531_1},
        plafonds_familiaux::{TAUX_PARTIEL, plafond},
        ressources_familiales,
        territoire::{MAYOTTE, Territoire, territoire},
    },
    situation::{Enfant, Foyer, Lieu},
};

legi!(D531_2, "CSS, art. D. 531-2", "LEGIARTI000030061628");

pub static AIDE: Aide = Aide {
    id: "prime_adoption",
    nom: "Prime à l’adoption",
    resume: "Une somme versée une fois, après l’arrivée d’un enfant que vous adoptez.",
    famille: Famille::Prestations,
    textes: &[&L531_2, &R531_1, &D531_2],
    depend: &[],
    regle: Regle::Foyer(calcule),
};

fn calcule(d: &mut Dossier) -> Issue {
    let mois = d.mois;
    let attente = d.valeur(&MOIS_VERSEMENT)?.mois();
    let mut arrivees = Vec::new();
    d.condition("Un enfant adopté, au deuxième mois qui suit son arrivée", &D531_2, |d| {
        arrivees = arrivees_de_mineurs(d)?;
        let payes = arrivees.iter().map(|jour| MoisCivil::de(*jour).plus(attente));
        let des = payes.filter(|paye| mois < *paye).min().map(MoisCivil::premier_jour);
        arrivees.retain(|jour| MoisCivil::de(*jour).plus(attente) == mois);
        Ok(Verdict { rempli: !arrivees.is_empty(), des })
    });
    d.verdict()?;
    if territoire(d)? == Territoire::Mayotte {
        return Err(d.hors_champ(MAYOTTE));
    }

    let enfants = petite_enfance::accueils(d)?;
    let nombre = d.pose("Enfants à charge", "enfants qui comptent pour le plafond", u32::try_from(enfants.len()).unwrap_or(u32::MAX));
    let plafond = plafond(d, "Plafond de ressources", TAUX_PARTIEL, nombre);
    let (ressources, plafond) = ensemble(ressources_familiales::annuelles(d), plafond)?;
    d.condition("Des ressources qui ne dépassent pas le plafond", &R531_1, |_| Ok(ressources <= plafond));
    d.verdict()?;
    doutes(d, &arrivees);
    let exact = bmaf::part(d, "Prime", &TAUX)?;
    let une = bmaf::verse(d, Euros::<Fois>::de(exact.decimal()), bmaf::par_quotient)?;
    let combien = u32::try_from(arrivees.len()).unwrap_or(u32::MAX);
    if 1 < combien {
        return Ok(Montant::Unique(d.pose("Primes", "montant × nombre d’enfants", une * combien)));
    }
    Ok(Montant::Unique(une))
}

/// The days when adopted children who are young enough arrive, or arrived. Asked of a family that adopted.
fn arrivees_de_mineurs(d: &mut Dossier) -> Result<Vec<Date>, Arret> {
    let rangs = enfants::rangs(d)?;
    if rangs.is_empty() || !d.foyer(Foyer::ADOPTION)?.est_oui() {
        return Ok(Vec::new());
    }
    let limite = d.valeur(&AGE_LIMITE)?;
    let (mut jours, mut aucune) = (Vec::new(), Ok(()));
    for rang in rangs {
        let naissance = d.enfant(rang, Enfant::NAISSANCE)?;
        match arrivee(d, rang) {
            Some(jour) if age_au(naissance, jour) < limite => jours.push(jour),
            Some(_) => {}
            None => aucune = ensemble(aucune, Err::<(), _>(d.redemande(Lieu::Enfant(rang), Enfant::ARRIVEE))).map(|_| ()),
        }
    }
    if jours.is_empty() { aucune.map(|()| jours) } else { Ok(jours) }
}

/// The day on which the amount and the resources are taken was not found.
fn doutes(d: &mut Dossier, arrivees: &[Date]) {
    let bmaf = |jour: Date| d.ligne_au(&BMAF, jour).map(|ligne| ligne.valeur);
    let change = |jour: &Date| jour.year() != d.mois.annee || bmaf(*jour) != bmaf(d.jour);
    if arrivees.iter().any(change) {
        d.a_confirmer("Les montants ont changé depuis l’arrivée de l’enfant, et le jour que regarde la Caf n’a pas été trouvé.");
    }
}
