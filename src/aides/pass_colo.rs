//! Pass colo (décret n° 2024-277 du 28 mars 2024): once for each child, the year of the eleventh birthday.

use crate::{
    aides::quotient_familial,
    baremes::pass_colo::*,
    grandeurs::*,
    moteur::*,
    notions::{aides_vacances, quotient, vacances_scolaires},
    situation::{Enfant, Lieu, NatureSejour, Sejour},
};

static DECRET: Article =
    Article { nom: "Décret n° 2024-277 du 28 mars 2024, art. 1", lien: "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000049339141" };
static REPORT_CAF: Article = Article {
    nom: "Caf du Var, page «\u{a0}Pass colo\u{a0}»",
    lien: "https://caf.fr/allocataires/caf-du-var/offre-de-service/vie-personnelle/je-suis-parent/pass-colo",
};

pub static AIDE: Aide = Aide {
    id: "pass_colo",
    nom: "Pass colo",
    resume: "L’État paie une part d’une colonie de vacances, une fois, autour des onze ans de l’enfant.",
    famille: Famille::Vacances,
    textes: &[&DECRET, &REPORT_CAF],
    depend: &[&quotient_familial::AIDE],
    regle: Regle::Depart(calcule),
};

fn calcule(d: &mut Dossier, sejour: usize, enfant: usize) -> Issue {
    let quoi = "Une colonie ou un séjour d’enfants sans leurs parents";
    aides_vacances::exige_nature(d, quoi, &DECRET, sejour, |nature| nature == NatureSejour::Enfants)?;
    let mut onze_ans = None;
    d.condition("L’année des onze ans, ou la suivante si le Pass colo n’a pas servi", &DECRET, |d| {
        let (naissance, debut) = ensemble(d.enfant(enfant, Enfant::NAISSANCE), d.sejour(sejour, Sejour::DEBUT))?;
        let age = d.valeur_au(&AGE, debut)?;
        let annee = anniversaire(naissance, age).year();
        onze_ans = Some(MoisCivil::le(annee, 1));
        if annee == debut.year() {
            return Ok(true);
        }
        // The year before must have been one of the Pass colo.
        let ouvert = AGE.au(MoisCivil::le(annee, 12).dernier_jour()).is_some();
        let report = if ouvert { d.valeur_au(&REPORT, debut)? } else { Annees(0) };
        Ok(anniversaire(naissance, Annees(age.0.saturating_add(report.0))).year() == debut.year())
    });
    d.condition("Un Pass colo qui n’a pas encore servi", &DECRET, |d| Ok(!d.enfant(enfant, Enfant::PASS_COLO_UTILISE)?.est_oui()));
    d.condition("Un séjour assez long", &DECRET, |d| {
        let (jours, nuits) = ensemble(aides_vacances::jours(d, sejour), d.sejour(sejour, Sejour::DEBUT))
            .and_then(|(jours, debut)| Ok((jours, d.valeur_au(&NUITS, debut)?)))?;
        Ok(nuits.decimal() <= Decimal::from(jours.saturating_sub(1)))
    });
    d.condition("Un séjour pendant les vacances scolaires", &DECRET, |d| vacances_scolaires::pendant(d, sejour, false));
    d.condition("Un séjour du catalogue du Pass colo", &DECRET, |d| Ok(d.sejour(sejour, Sejour::CATALOGUE_COLO)?.est_oui()));
    let mut aide = None;
    d.condition("Un quotient familial sous le maximum", &DECRET, |d| {
        let debut = d.sejour(sejour, Sejour::DEBUT);
        let (debut, quotient) = ensemble(debut, quotient::retenu(d, onze_ans))?;
        aide = montant(d, quotient, debut)?;
        Ok(aide.is_some())
    });
    d.verdict()?;
    let debut = d.sejour(sejour, Sejour::DEBUT)?;
    if AGE.au(debut).is_some_and(|ligne| ligne.source.confiance == Confiance::Deduit) {
        d.a_confirmer("Nous n’avons pas trouvé d’annonce de la reconduction du Pass colo cette année-là\u{a0}: le décret n’a pas de terme, mais vérifiez.");
    }
    aide.map(Montant::Unique).ok_or_else(|| d.redemande(Lieu::Sejour(sejour), Sejour::DEBUT))
}

/// The amount of the quotient's band, none above the last.
fn montant(d: &mut Dossier, quotient: Euros<Mois>, debut: Date) -> Result<Option<Euros<Fois>>, Arret> {
    let tranches = [
        (&QUOTIENT_BAS, &AIDE_BAS),
        (&QUOTIENT_MODESTE, &AIDE_MODESTE),
        (&QUOTIENT_MOYEN, &AIDE_MOYEN),
        (&QUOTIENT_MAXIMUM, &AIDE_MAXIMUM),
    ];
    for (plafond, aide) in tranches {
        let plafond = d.valeur_au(plafond, debut)?;
        if quotient <= plafond {
            return d.valeur_au(aide, debut).map(Some);
        }
        if quotient.decimal().floor() == plafond.decimal() {
            d.a_confirmer(format!(
                "Le décret est écrit en euros entiers\u{a0}: il ne dit rien d’un quotient de {}. Nous avons retenu la tranche suivante.",
                ecris_euros(quotient.decimal())
            ));
        }
    }
    Ok(None)
}
