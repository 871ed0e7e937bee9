//! Prime de déménagement (CCH, art. D. 823-20 à D. 823-22).

use crate::{
    baremes::{enfants::AGE_LIMITE, prime_demenagement::*},
    grandeurs::*,
    moteur::*,
    notions::{
        bmaf,
        charges::{Prestation, charges_le},
        territoire::{Territoire, territoire},
    },
    situation::{Enfant, Foyer, Lieu},
};

legi!(D823_20, "CCH, art. D. 823-20", "LEGIARTI000038878895");
legi!(D823_21, "CCH, art. D. 823-21", "LEGIARTI000038878893");
legi!(D823_22, "CCH, art. D. 823-22", "LEGIARTI000038878891");
legi!(L861_4, "CCH, art. L. 861-4", "LEGIARTI000038814781");

pub static AIDE: Aide = Aide {
    id: "prime_demenagement",
    nom: "Prime de déménagement",
    resume: "Pour les familles d’au moins trois enfants qui déménagent autour d’une naissance\u{a0}: les frais remboursés, jusqu’à un maximum.",
    famille: Famille::Prestations,
    textes: &[&D823_20, &D823_21, &D823_22, &L861_4],
    depend: &[],
    regle: Regle::Foyer(calcule),
};

fn calcule(d: &mut Dossier) -> Issue {
    let voulus = d.valeur(&ENFANTS)?.entier();
    let (mut nombre, mut dernier) = (0, None);
    d.condition("Au moins trois enfants à charge, nés ou à naître", &D823_20, |d| {
        let jour = d.jour;
        let nes = charges_le(d, Prestation::Autre, &AGE_LIMITE, jour)?;
        let a_naitre =
            d.situation.enfants.iter().filter_map(|enfant| enfant.valeur(Enfant::NAISSANCE)).filter(|naissance| jour < *naissance);
        let mut naissances: Vec<Date> = nes.iter().map(|enfant| enfant.naissance).chain(a_naitre).collect();
        ranges(&mut naissances, |naissance| *naissance);
        nombre = u32::try_from(naissances.len()).unwrap_or(u32::MAX);
        dernier = naissances.last().copied();
        Ok(voulus <= nombre)
    });
    d.verdict()?;
    let Some(dernier) = dernier else { return Err(d.redemande(Lieu::Foyer, Foyer::A_DES_ENFANTS)) };
    // Long after the last birth, the move itself changes nothing: it is not asked.
    let (debut, fin) = (premier_jour(d, dernier)?, dernier_jour(d, dernier)?);
    d.condition("Une naissance attendue ou récente", &D823_20, |d| {
        let attente = d.valeur(&MOIS_DEMANDE)?.mois();
        Ok(Verdict {
            rempli: debut <= d.mois.dernier_jour() && d.jour <= MoisCivil::de(fin).plus(attente).dernier_jour(),
            des: Some(debut),
        })
    });
    d.verdict()?;
    // Whoever has not said that they move is asked nothing more.
    if d.condition("Un déménagement", &D823_20, |d| Ok(d.foyer(Foyer::DEMENAGEMENT)?.est_oui())).is_none() {
        d.verdict()?;
    }
    let lieu = territoire(d);
    d.condition("Une aide au logement (APL ou ALF) pour le nouveau logement", &D823_20, |d| Ok(d.foyer(Foyer::AIDE_LOGEMENT)?.est_oui()));
    let (lieu, ()) = ensemble(lieu, d.verdict())?;
    d.condition("Ne pas habiter à Mayotte", &L861_4, |_| Ok(lieu != Territoire::Mayotte));
    d.verdict()?;
    let jour = d.foyer(Foyer::DEMENAGEMENT_LE)?;
    d.condition("Entrer dans le logement entre le quatrième mois de grossesse et les deux ans de l’enfant", &D823_20, |_| {
        Ok(Verdict { rempli: debut <= jour && jour <= fin, des: (jour < debut).then_some(debut) })
    });
    d.condition("Demander dans les six mois", &D823_21, |d| {
        let mois = d.valeur(&MOIS_DEMANDE)?.mois();
        Ok(d.mois <= MoisCivil::de(jour).plus(mois))
    });
    d.verdict()?;
    if d.jour < dernier {
        d.a_confirmer("Le début de la période se compte depuis la grossesse\u{a0}: nous l’avons déduit de la date prévue.");
    }
    let base = bmaf::part(d, "Maximum de la prime pour trois enfants", &PLAFOND)?;
    let supplement = bmaf::part(d, "Pour chaque enfant suivant", &PLAFOND_PAR_ENFANT)? * nombre.saturating_sub(voulus);
    let plafond = Euros::<Fois>::de((base + supplement).arrondi_au_centime().decimal());
    Ok(Montant::AuPlus(d.pose("Maximum de la prime", "part de la BMAF selon le nombre d’enfants", plafond).into()))
}

/// The first day of the month after the third month of pregnancy, from the birth.
fn premier_jour(d: &mut Dossier, naissance: Date) -> Result<Date, Arret> {
    let mois = d.valeur(&MOIS_AVANT_NAISSANCE)?.mois();
    Ok(MoisCivil::de(naissance).plus(1 - mois).premier_jour())
}

/// The last day of the month before the child reaches the age.
fn dernier_jour(d: &mut Dossier, naissance: Date) -> Result<Date, Arret> {
    Ok(MoisCivil::de(anniversaire(naissance, d.valeur(&AGE)?)).plus(-1).dernier_jour())
}
