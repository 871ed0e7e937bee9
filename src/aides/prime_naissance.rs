//! Prime à la naissance (CSS, art. L. 531-2, R. 531-1, D. 531-2).

use crate::{
    baremes::{enfants::AGE_LIMITE, prime_naissance::*},
    grandeurs::*,
    moteur::*,
    notions::{
        bmaf,
        charges::{self, Prestation, charges},
        enfants,
        petite_enfance::{L531_2, R531_1},
        plafonds_familiaux::{TAUX_PARTIEL, plafond},
        ressources_familiales,
        territoire::{MAYOTTE, Territoire, territoire},
    },
    situation::{Enfant, Lieu, OuiNon, Reponses},
};

legi!(D531_2, "CSS, art. D. 531-2", "LEGIARTI000030061628");

pub static AIDE: Aide = Aide {
    id: "prime_naissance",
    nom: "Prime à la naissance",
    resume: "Une somme versée une fois, avant la naissance, pour préparer l’arrivée de votre enfant.",
    famille: Famille::Prestations,
    textes: &[&L531_2, &R531_1, &D531_2],
    depend: &[],
    regle: Regle::Foyer(calcule),
};

fn calcule(d: &mut Dossier) -> Issue {
    let mois = d.mois;
    let (versement, examen) = (d.valeur(&AVANCE_VERSEMENT)?.mois(), d.valeur(&AVANCE_EXAMEN)?.mois());
    let mut termes = Vec::new();
    d.condition("Être au septième mois de la grossesse, où la prime est versée", &D531_2, |d| {
        termes = termes_prevus(d)?;
        let payes = termes.iter().map(|terme| MoisCivil::de(*terme).plus(-versement));
        let des = payes.filter(|paye| mois < *paye).min().map(MoisCivil::premier_jour);
        termes.retain(|terme| MoisCivil::de(*terme).plus(-versement) == mois);
        Ok(Verdict { rempli: !termes.is_empty(), des })
    });
    d.verdict()?;
    if territoire(d)? == Territoire::Mayotte {
        return Err(d.hors_champ(MAYOTTE));
    }

    let attendus = d.pose("Enfants attendus ensemble", "une prime pour chacun", u32::try_from(termes.len()).unwrap_or(u32::MAX));
    let deja = charges(d, Prestation::Autre, &AGE_LIMITE)?;
    let nombre = d.pose("Enfants qui comptent pour le plafond", "enfants à charge et enfants attendus", charges::nombre(&deja) + attendus);
    let plafond = plafond(d, "Plafond de ressources", TAUX_PARTIEL, nombre);
    let (ressources, plafond) = ensemble(ressources_familiales::annuelles(d), plafond)?;
    d.condition("Des ressources qui ne dépassent pas le plafond", &R531_1, |_| Ok(ressources <= plafond));
    d.verdict()?;
    let jour = mois.plus(versement - examen).premier_jour();
    let jour = d.pose("Jour où la Caf examine la situation", "premier jour du mois qui suit le cinquième mois de grossesse", jour);
    if jour.year() != mois.annee {
        d.a_confirmer(
            "La Caf a examiné votre situation l’année d’avant, avec les ressources d’un an plus tôt et les plafonds de cette année-là.",
        );
    }
    let exact = bmaf::part_au(d, "Prime", &TAUX, jour)?;
    let une = bmaf::verse(d, Euros::<Fois>::de(exact.decimal()), bmaf::par_quotient)?;
    if 1 < attendus {
        return Ok(Montant::Unique(d.pose("Primes", "montant × nombre d’enfants", une * attendus)));
    }
    Ok(Montant::Unique(une))
}

/// The month of the term of the pregnancies for which a month is that of the payment.
pub fn terme_paye_en(mois: MoisCivil) -> Option<MoisCivil> {
    Some(mois.plus(AVANCE_VERSEMENT.au(mois.premier_jour())?.valeur.mois()))
}

/// The days when children of the family are, or were, expected.
fn termes_prevus(d: &mut Dossier) -> Result<Vec<Date>, Arret> {
    let mut termes = Ok(Vec::new());
    for rang in enfants::rangs(d)? {
        let hors = enfants::arrivee(d, rang).is_some() || est_interrompue(d, rang);
        termes = ensemble(termes, d.enfant(rang, Enfant::NAISSANCE)).map(|(mut termes, terme)| {
            if !hors {
                termes.push(terme);
            }
            termes
        });
    }
    termes
}

/// A pregnancy that ended before the age that leaves the prime due. Nobody is asked it.
fn est_interrompue(d: &mut Dossier, rang: usize) -> bool {
    let dit = |enfant: &Reponses<Enfant>| enfant.valeur(Enfant::DECES).zip(enfant.valeur(Enfant::NAISSANCE));
    let avant_terme = d.situation.enfants.get(rang).and_then(dit).is_some_and(|(deces, terme)| deces < terme);
    avant_terme && d.facultatif(Lieu::Enfant(rang), Enfant::GROSSESSE_AVANCEE) != Some(OuiNon::Oui)
}
