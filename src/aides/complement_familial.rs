//! Complément familial (CSS, art. L. 522-1 à L. 522-3, R. 522-1 à R. 522-4, D. 522-1, D. 522-2 ; outre-mer : L. 755-16,
//! L. 755-16-1, D. 755-6, D. 755-6-1).

use crate::{
    baremes::complement_familial::*,
    grandeurs::*,
    moteur::*,
    notions::{
        bmaf,
        charges::{self, Charge, Prestation, charges},
        plafonds_familiaux::{PLEIN, Plafond, de_la_rentree, plafond},
        ressources_familiales,
        territoire::{MAYOTTE, Territoire, territoire},
    },
};

legi!(L522_1, "CSS, art. L. 522-1", "LEGIARTI000036393166");
legi!(R522_1, "CSS, art. R. 522-1", "LEGIARTI000006750615");
legi!(R522_2, "CSS, art. R. 522-2", "LEGIARTI000046499019");
legi!(D522_1, "CSS, art. D. 522-1", "LEGIARTI000006737116");
legi!(D522_2, "CSS, art. D. 522-2", "LEGIARTI000038249420");

pub static AIDE: Aide = Aide {
    id: "complement_familial",
    nom: "Complément familial",
    resume: "Une aide de chaque mois pour les familles nombreuses aux revenus modestes, quand les enfants ont passé la petite enfance.",
    famille: Famille::Prestations,
    textes: &[&L522_1, &R522_1, &R522_2, &D522_1, &D522_2],
    depend: &[],
    regle: Regle::Foyer(calcule),
};

/// Rates and ceilings of a place.
struct Regime {
    taux: &'static Bareme<Taux>,
    taux_majore: &'static Bareme<Taux>,
    plafond: Euros<An>,
    plafond_majore: Euros<An>,
}

fn calcule(d: &mut Dossier) -> Issue {
    let enfants = charges(d, Prestation::Autre, &AGE_LIMITE);
    let (enfants, lieu) = match enfants {
        Ok(aucun) if aucun.is_empty() => (aucun, Territoire::Metropole),
        enfants => ensemble(enfants, territoire(d))?,
    };
    let mois = d.mois;
    let age = d.valeur(&AGE_MINIMAL)?;
    let grands = enfants.iter().filter(|enfant| enfant.a_atteint(age, mois)).count();
    match lieu {
        Territoire::Mayotte => return Err(d.hors_champ(MAYOTTE)),
        Territoire::OutreMer => {
            let limite = d.valeur(&OUTRE_MER_AGE_LIMITE)?;
            d.condition("Un enfant entre trois et cinq ans, et aucun plus jeune", &L522_1, |_| {
                Ok(grands == enfants.len() && enfants.iter().any(|enfant| enfant.garde_moins_de(limite, mois)))
            });
            d.a_confirmer("Outre-mer, le complément familial a des règles à part, que nous n’avons pas toutes pu vérifier.");
        }
        Territoire::Metropole => {
            let voulus = usize::try_from(d.valeur(&ENFANTS)?.entier()).unwrap_or(usize::MAX);
            d.condition("Trois enfants à charge d’au moins trois ans", &R522_1, |_| {
                Ok(Verdict { rempli: voulus <= grands, des: quand_ils_auront(&enfants, voulus, age) })
            });
        }
    }
    d.verdict()?;
    let nombre = charges::nombre(&enfants);
    let (ressources, regime) = ensemble(ressources_familiales::annuelles(d), regime(d, lieu, nombre))?;
    let exact = if ressources <= regime.plafond_majore {
        bmaf::part(d, "Complément familial majoré", regime.taux_majore)?
    } else {
        let plein = bmaf::part(d, "Complément familial", regime.taux)?;
        if ressources <= regime.plafond { plein } else { differentiel(d, ressources, regime.plafond, plein)? }
    };
    Ok(Montant::ParMois(bmaf::verse(d, exact, bmaf::par_quotient)?))
}

/// R. 522-2 et R. 522-4 ; outre-mer, L. 755-16 : les plafonds de la rentrée scolaire.
fn regime(d: &mut Dossier, lieu: Territoire, enfants: u32) -> Result<Regime, Arret> {
    if lieu == Territoire::OutreMer {
        let plafond = de_la_rentree(d, enfants)?;
        let plafond_majore = plafond * d.valeur(&OUTRE_MER_PART_PLAFOND)?;
        d.pose("Plafond du montant majoré", "part du plafond", plafond_majore);
        return Ok(Regime { taux: &OUTRE_MER_TAUX, taux_majore: &OUTRE_MER_TAUX_MAJORE, plafond, plafond_majore });
    }
    static MAJORE: Plafond = Plafond { base: &PLAFOND_MAJORE, majoration: &PLAFOND_MAJORE_MAJORATION };
    let (plafond_majore, plafond) =
        ensemble(plafond(d, "Plafond du montant majoré", MAJORE, enfants), plafond(d, "Plafond de ressources", PLEIN, enfants))?;
    Ok(Regime { taux: &TAUX, taux_majore: &TAUX_MAJORE, plafond, plafond_majore })
}

/// R. 522-3 : un peu au-delà du plafond, un douzième de ce qui reste jusqu'au plafond majoré de douze fois le montant.
fn differentiel(d: &mut Dossier, ressources: Euros<An>, plafond: Euros<An>, plein: Euros<Mois>) -> Result<Euros<Mois>, Arret> {
    let depassement = d.pose("Dépassement du plafond, par mois", "un douzième du dépassement", (ressources - plafond).par_mois());
    let reste = (plein.arrondi_au_centime() - depassement).au_moins(Euros::ZERO);
    d.condition("Des ressources inférieures au plafond, ou à peine supérieures", &R522_2, |_| Ok(!reste.arrondi_au_centime().est_nul()));
    d.verdict()?;
    Ok(d.pose("Complément familial différentiel", "montant − dépassement", reste))
}

/// The month after enough of them reach an age, when they are enough.
fn quand_ils_auront(enfants: &[Charge], voulus: usize, age: Annees) -> Option<Date> {
    let mut jours: Vec<Date> = enfants.iter().map(|enfant| anniversaire(enfant.naissance, age)).collect();
    ranges(&mut jours, |jour| *jour);
    Some(MoisCivil::de(*jours.get(voulus.checked_sub(1)?)?).plus(1).premier_jour())
}
