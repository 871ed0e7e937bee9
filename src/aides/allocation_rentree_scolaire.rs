//! Allocation de rentrée scolaire (CSS, art. L. 543-1, L. 543-2, R. 543-1 à R. 543-6-1, D. 543-1, D. 543-2).
//!
//! The right of a month is that of the school year that begins in the same calendar year: it is paid in August, before for who
//! prepares, and can still be claimed after (decision 0102).

use crate::{
    baremes::{
        allocation_rentree_scolaire::*,
        enfants::{AGE_LIMITE, FIN_OBLIGATION_SCOLAIRE},
    },
    grandeurs::*,
    moteur::*,
    notions::{
        bmaf,
        charges::{self, Charge, Prestation, charges_le},
        plafonds_familiaux::de_la_rentree,
        ressources_familiales,
        territoire::{MAYOTTE, Territoire, territoire},
    },
    situation::{Enfant, Lieu, Scolarite},
};

legi!(R543_2, "CSS, art. R. 543-2", "LEGIARTI000019281627");
legi!(L543_1, "CSS, art. L. 543-1", "LEGIARTI000037951022");
legi!(D543_1, "CSS, art. D. 543-1", "LEGIARTI000026087214");
legi!(D543_2, "CSS, art. D. 543-2", "LEGIARTI000006737260");
static R543_6_1: Article = Article {
    nom: "CSS, art. R. 543-6-1 (décret n° 2008-766 du 30 juillet 2008, art. 2)",
    lien: "https://lexbase.fr/texte-de-loi/decret-n-2008766-du-30-juillet-2008-relatif-a-la-modulation-de-lallocation-de-rentree-scolaire-decre/L7351IAI.html",
};

pub static AIDE: Aide = Aide {
    id: "allocation_rentree_scolaire",
    nom: "Allocation de rentrée scolaire (ARS)",
    resume: "Une somme versée en août pour chaque enfant qui va à l’école, au collège ou au lycée, selon les revenus.",
    famille: Famille::Prestations,
    textes: &[&L543_1, &R543_2, &R543_6_1, &D543_1, &D543_2],
    depend: &[],
    regle: Regle::Foyer(calcule),
};

fn calcule(d: &mut Dossier) -> Issue {
    // The reference day for the family: 31 July before the start of school.
    let veille = versement(d.mois).premier_jour().previous_day().unwrap_or(d.jour);
    let (mut enfants, mut eleves) = (Vec::new(), Vec::new());
    d.condition("Un enfant à charge de l’âge de l’école, du collège ou du lycée", &R543_2, |d| {
        enfants = charges_le(d, Prestation::Autre, &AGE_LIMITE, veille)?;
        let mut trouves = Ok(Vec::new());
        for enfant in &enfants {
            trouves = ensemble(trouves, eleve(d, enfant)).map(|(mut trouves, eleve): (Vec<_>, _)| {
                trouves.extend(eleve);
                trouves
            });
        }
        eleves = trouves?;
        let age = d.valeur(&AGE_PRIMAIRE)?;
        Ok(Verdict { rempli: !eleves.is_empty(), des: premiere_rentree(d, &enfants, age) })
    });
    d.verdict()?;
    if territoire(d)? == Territoire::Mayotte {
        return Err(d.hors_champ(MAYOTTE));
    }
    let nombre = charges::nombre(&enfants);
    let (ressources, plafond) = ensemble(ressources_familiales::annuelles(d), de_la_rentree(d, nombre))?;
    d.verse_en(versement(d.mois));
    d.avertit(format!("Cette somme est celle de la rentrée de {annee}, versée en août {annee}.", annee = d.mois.annee));
    let montant = if ressources <= plafond { entiere(d, &eleves)? } else { differentielle(d, &eleves, ressources, plafond)? };
    Ok(Montant::Unique(montant))
}

/// The month in which the allowance of a month's year is paid.
fn versement(mois: MoisCivil) -> MoisCivil {
    MoisCivil { annee: mois.annee, mois: 8 }
}

type Tranche = &'static Bareme<Taux>;

/// A child who opens the right, and the rate of its age.
struct Eleve {
    rang: usize,
    tranche: Tranche,
}

/// R. 543-2 : la tranche d'âge d'un enfant, s'il ouvre droit.
fn eleve(d: &mut Dossier, enfant: &Charge) -> Result<Option<Eleve>, Arret> {
    let mut trouvee = None;
    d.detaille(format!("Rentrée de {}", d.situation.nom(Lieu::Enfant(enfant.rang))), "selon l’âge aux dates de la rentrée", |d| {
        trouvee = tranche(d, enfant)?;
        Ok(if trouvee.is_some() { "ouvre droit" } else { "n’ouvre pas droit" })
    })?;
    Ok(trouvee.map(|tranche| Eleve { rang: enfant.rang, tranche }))
}

fn tranche(d: &mut Dossier, enfant: &Charge) -> Result<Option<Tranche>, Arret> {
    let annee = d.mois.annee;
    let fevrier = MoisCivil::le(annee.saturating_add(1), 2).premier_jour();
    let limite = i64::from(d.valeur(&JOUR_SORTIE)?.entier());
    let septembre = MoisCivil::le(annee, 8).dernier_jour().saturating_add(time::Duration::days(limite));
    let naissance = enfant.naissance;
    let (six, dix_huit) = (d.valeur(&AGE_PRIMAIRE)?, d.valeur(&AGE_SORTIE)?);
    if fevrier <= anniversaire(naissance, six) || dix_huit <= age_au(naissance, septembre) {
        return Ok(None);
    }
    if d.valeur(&FIN_OBLIGATION_SCOLAIRE)? <= age_au(naissance, septembre) && !scolarise(d.enfant(enfant.rang, Enfant::SCOLARITE)?) {
        return Ok(None);
    }
    let decembre = MoisCivil::le(annee, 12).dernier_jour();
    if decembre < anniversaire(naissance, six) {
        d.a_confirmer(
            "Un enfant né en janvier n’y ouvre droit que s’il entre au cours préparatoire\u{a0}: envoyez le certificat de scolarité.",
        );
    }
    let age = age_au(naissance, decembre);
    Ok(Some(if d.valeur(&AGE_LYCEE)? <= age {
        &LYCEE
    } else if d.valeur(&AGE_COLLEGE)? <= age {
        &COLLEGE
    } else {
        &PRIMAIRE
    }))
}

fn scolarise(scolarite: Scolarite) -> bool {
    matches!(scolarite, Scolarite::Ecole | Scolarite::Apprentissage | Scolarite::Etudes)
}

/// D. 543-1 : un montant par enfant.
fn entiere(d: &mut Dossier, eleves: &[Eleve]) -> Result<Euros<Fois>, Arret> {
    let mut total = Euros::ZERO;
    for eleve in eleves {
        total = total
            + d.detaille(format!("Pour {}", d.situation.nom(Lieu::Enfant(eleve.rang))), "montant de son âge, moins la CRDS", |d| {
                let exact = exact(d, eleve.tranche)?;
                bmaf::verse(d, exact, bmaf::par_produit)
            })?;
    }
    Ok(total)
}

/// The BMAF is that of the month of payment.
fn exact(d: &mut Dossier, taux: Tranche) -> Result<Euros<Fois>, Arret> {
    let jour = versement(d.mois).premier_jour();
    Ok(Euros::de(bmaf::part_au(d, taux.libelle, taux, jour)?.decimal()))
}

/// R. 543-6-1 et D. 543-2 : les montants, moins ce qui dépasse le plafond.
fn differentielle(d: &mut Dossier, eleves: &[Eleve], ressources: Euros<An>, plafond: Euros<An>) -> Result<Euros<Fois>, Arret> {
    let mut total = Euros::ZERO;
    for eleve in eleves {
        total = total + exact(d, eleve.tranche)?.arrondi_au_centime();
    }
    let depassement = d.pose("Dépassement du plafond", "ressources − plafond", ressources - plafond);
    let reste = total - Euros::de(depassement.decimal());
    let minimum = d.valeur(&MINIMUM)?;
    d.condition("Des ressources inférieures au plafond, ou à peine supérieures", &R543_6_1, |_| Ok(minimum <= reste));
    d.verdict()?;
    let reste = d.pose("Allocation différentielle", "montants des enfants − dépassement", reste);
    bmaf::verse(d, reste, bmaf::par_produit)
}

/// The first August for which a child still too young is old enough.
fn premiere_rentree(d: &Dossier, enfants: &[Charge], age: Annees) -> Option<Date> {
    // Six years old in January: the start of school was the September before.
    let rentrees = enfants.iter().map(|enfant| MoisCivil::de(anniversaire(enfant.naissance, age)).plus(-1).annee);
    let annee = rentrees.filter(|annee| d.mois.annee < *annee).min()?;
    Some(MoisCivil::le(annee, 8).premier_jour())
}
