//! Allocations familiales (CSS, art. L. 521-1 à L. 521-3, R. 521-1 à R. 521-4, D. 521-1 à D. 521-3 ; outre-mer : L. 755-12,
//! D. 755-5).

use crate::{
    baremes::{allocations_familiales::*, enfants::AGE_LIMITE},
    grandeurs::*,
    moteur::*,
    notions::{
        bmaf,
        charges::{self, Charge, Prestation, charges},
        ressources_familiales,
        territoire::{MAYOTTE, Territoire, territoire},
    },
};

legi!(L521_1, "CSS, art. L. 521-1", "LEGIARTI000029963006");
legi!(R521_1, "CSS, art. R. 521-1", "LEGIARTI000018735853");
legi!(R521_3, "CSS, art. R. 521-3", "LEGIARTI000006750610");
legi!(D521_1, "CSS, art. D. 521-1", "LEGIARTI000030680318");
legi!(D521_2, "CSS, art. D. 521-2", "LEGIARTI000030680324");

pub static AIDE: Aide = Aide {
    id: "allocations_familiales",
    nom: "Allocations familiales",
    resume: "Une aide de chaque mois à partir de deux enfants, plus ou moins forte selon les revenus.",
    famille: Famille::Prestations,
    textes: &[&L521_1, &R521_1, &R521_3, &D521_1, &D521_2],
    depend: &[],
    regle: Regle::Foyer(calcule),
};

fn calcule(d: &mut Dossier) -> Issue {
    let tous = charges(d, Prestation::AllocationsFamiliales, &AGE_FORFAIT);
    let (tous, lieu) = match tous {
        Ok(aucun) if aucun.is_empty() => (aucun, Territoire::Metropole),
        tous => ensemble(tous, territoire(d))?,
    };
    if lieu == Territoire::Mayotte {
        return Err(d.hors_champ(MAYOTTE));
    }
    let limite = d.valeur(&AGE_LIMITE)?;
    let mois = d.mois;
    let (enfants, grands): (Vec<Charge>, Vec<Charge>) = tous.into_iter().partition(|enfant| enfant.garde_moins_de(limite, mois));
    let nombre = d.pose("Enfants de moins de cet âge", "enfants qui comptent pour les allocations familiales", charges::nombre(&enfants));
    let seul = lieu == Territoire::OutreMer && nombre == 1;
    let forfait = !grands.is_empty() && d.valeur(&ENFANTS_FORFAIT)?.entier() <= nombre + charges::nombre(&grands);
    d.condition("Avoir au moins deux enfants à charge (un seul suffit outre-mer)", &L521_1, |d| {
        Ok(Verdict { rempli: 2 <= nombre || seul || forfait, des: charges::naissance_qui_complete(d, nombre, 2) })
    });
    d.verdict()?;
    if seul && forfait {
        d.a_confirmer(
            "Outre-mer, l’allocation forfaitaire n’est pas due avec un seul enfant à charge (CSS, art. L. 755-12)\u{a0}; le texte ne dit \
             pas si un enfant qui vient de dépasser l’âge limite compte encore parmi eux. La Caf le dira.",
        );
    }
    let exact = if seul { enfant_unique(d, &enfants)? } else { modulees(d, &enfants, &grands, forfait)? };
    Ok(Montant::ParMois(bmaf::verse(d, exact, bmaf::par_difference)?))
}

/// CASF, art. R. 262-11, 3° : ce qu'en comptent le RSA et la prime d'activité, sans les majorations pour âge ni le forfait.
pub(super) fn sans_majorations(d: &mut Dossier) -> Result<Euros<Mois>, Arret> {
    d.detaille("Allocations familiales sans majorations", "montant versé pour le nombre d’enfants", |d| {
        let (limite, mois) = (d.valeur(&AGE_LIMITE)?, d.mois);
        let mut enfants = charges(d, Prestation::AllocationsFamiliales, &AGE_FORFAIT)?;
        enfants.retain(|enfant| enfant.garde_moins_de(limite, mois));
        let exact = match enfants.len() {
            0 => Euros::ZERO,
            1 if territoire(d)? == Territoire::OutreMer => bmaf::part(d, "Pour un enfant", &OUTRE_MER)?,
            1 => Euros::ZERO,
            _ => {
                let ressources = ressources_familiales::annuelles(d)?;
                let tranche = modulation(d, ressources, charges::nombre(&enfants))?.tranche;
                allocations(d, &enfants, tranche)?
            }
        };
        bmaf::verse(d, exact, bmaf::par_difference)
    })
}

/// The rates of a band of resources (D. 521-1, D. 521-2).
struct Tranche {
    deuxieme: &'static Bareme<Taux>,
    suivant: &'static Bareme<Taux>,
    majoration: &'static Bareme<Taux>,
    forfait: &'static Bareme<Taux>,
}
static PREMIERE: Tranche = Tranche { deuxieme: &DEUXIEME, suivant: &SUIVANT, majoration: &MAJORATION, forfait: &FORFAIT };
static DEUXIEME_TRANCHE: Tranche = Tranche { deuxieme: &DEUXIEME_2, suivant: &SUIVANT_2, majoration: &MAJORATION_2, forfait: &FORFAIT_2 };
static TROISIEME: Tranche = Tranche { deuxieme: &DEUXIEME_3, suivant: &SUIVANT_3, majoration: &MAJORATION_3, forfait: &FORFAIT_3 };

/// What resources make of the allowances: the rates, and a twelfth of what exceeds the ceiling just passed.
struct Modulation {
    tranche: &'static Tranche,
    depassement: Option<Euros<Mois>>,
}
impl Modulation {
    /// D. 521-1, II et D. 521-2, II : le complément dégressif comble la marche, et diminue avec le dépassement.
    fn avec_complement(&self, d: &mut Dossier, montant: Euros<Mois>) -> Euros<Mois> {
        let Some(depassement) = self.depassement else { return montant };
        let complement = (montant - depassement).au_moins(Euros::ZERO);
        if complement.est_nul() {
            return montant;
        }
        montant + d.pose("Complément dégressif", "montant − un douzième du dépassement du plafond", complement)
    }
}

fn modulees(d: &mut Dossier, enfants: &[Charge], grands: &[Charge], forfait: bool) -> Result<Euros<Mois>, Arret> {
    let ressources = ressources_familiales::annuelles(d)?;
    let mut total = Euros::ZERO;
    if 2 <= enfants.len() {
        let modulation = modulation(d, ressources, charges::nombre(enfants))?;
        total = d.detaille("Allocations familiales et majorations", "allocations + majorations + complément dégressif", |d| {
            let montant = allocations(d, enfants, modulation.tranche)? + majorations(d, enfants, modulation.tranche)?;
            Ok(modulation.avec_complement(d, montant))
        })?;
    }
    if forfait {
        let modulation = modulation(d, ressources, charges::nombre(enfants) + charges::nombre(grands))?;
        let forfaits = d.detaille("Allocation forfaitaire", "par enfant qui vient de dépasser l’âge limite", |d| {
            let montant = bmaf::part(d, "Pour un enfant", modulation.tranche.forfait)?.arrondi_au_centime();
            Ok(modulation.avec_complement(d, montant) * charges::nombre(grands))
        })?;
        total = total + forfaits;
    }
    Ok(total)
}

/// L. 521-1 : trois tranches de ressources, dont les plafonds croissent avec le nombre d'enfants.
fn modulation(d: &mut Dossier, ressources: Euros<An>, enfants: u32) -> Result<Modulation, Arret> {
    let par_enfant = d.valeur(&PLAFOND_PAR_ENFANT)?;
    let premier = d.valeur(&PLAFOND)? + par_enfant * enfants;
    let premier = d.pose("Plafond de la première tranche", "plafond + majoration × enfants", premier);
    if ressources <= premier {
        return Ok(Modulation { tranche: &PREMIERE, depassement: None });
    }
    let second = d.valeur(&PLAFOND_2)? + par_enfant * enfants;
    let second = d.pose("Plafond de la deuxième tranche", "plafond + majoration × enfants", second);
    let (tranche, plafond) = if ressources <= second { (&DEUXIEME_TRANCHE, premier) } else { (&TROISIEME, second) };
    Ok(Modulation { tranche, depassement: Some((ressources - plafond).par_mois()) })
}

/// D. 521-1, I et R. 521-3 : selon le nombre d'enfants, puis pour la part de ceux que l'on partage.
fn allocations(d: &mut Dossier, enfants: &[Charge], tranche: &Tranche) -> Result<Euros<Mois>, Arret> {
    d.detaille("Allocations familiales", "pour deux enfants + pour chaque enfant suivant", |d| {
        let nombre = charges::nombre(enfants);
        let mut montant = bmaf::part(d, "Pour deux enfants", tranche.deuxieme)?;
        if 2 < nombre {
            montant = montant + bmaf::part(d, "Pour chaque enfant suivant", tranche.suivant)? * (nombre - 2);
        }
        partage(d, montant.arrondi_au_centime(), enfants)
    })
}

/// R. 521-3 : montant × nombre moyen d'enfants ÷ nombre d'enfants.
fn partage(d: &mut Dossier, montant: Euros<Mois>, enfants: &[Charge]) -> Result<Euros<Mois>, Arret> {
    let partages = u32::try_from(enfants.iter().filter(|enfant| enfant.partage).count()).unwrap_or(0);
    if partages == 0 {
        return Ok(montant);
    }
    let total = Coef::c(1, 0) * charges::nombre(enfants);
    let moyen = total - (Coef::c(1, 0) - d.valeur(&PART_PARTAGE)?) * partages;
    let moyen = d.pose("Nombre moyen d’enfants", "un enfant partagé compte pour une part", moyen);
    Ok(montant * moyen / total)
}

/// L. 521-3 et R. 521-4 : chaque enfant assez grand, sauf l'aîné de deux.
fn majorations(d: &mut Dossier, enfants: &[Charge], tranche: &Tranche) -> Result<Euros<Mois>, Arret> {
    let aine_exclu = charges::nombre(enfants) < d.valeur(&ENFANTS_AINE)?.entier();
    // Of twins the text does not say which is the elder: it costs least to the family that it be the one who is shared.
    let aine = enfants.iter().min_by_key(|enfant| (enfant.naissance, !enfant.partage)).map(|enfant| enfant.rang);
    let mut parts = Coef::c(0, 0);
    for enfant in enfants.iter().filter(|enfant| !(aine_exclu && aine == Some(enfant.rang))) {
        if enfant.a_atteint(age_de_la_majoration(d, enfant)?, d.mois) {
            parts = parts + if enfant.partage { d.valeur(&PART_PARTAGE)? } else { Coef::c(1, 0) };
        }
    }
    if parts == Coef::c(0, 0) {
        return Ok(Euros::ZERO);
    }
    d.detaille("Majorations pour âge", "montant d’une majoration × enfants assez grands", |d| {
        Ok(bmaf::part(d, "Pour un enfant", tranche.majoration)?.arrondi_au_centime() * parts)
    })
}

/// Décret n° 2026-138 : l'âge d'avant reste à qui l'avait atteint avant la réforme.
fn age_de_la_majoration(d: &mut Dossier, enfant: &Charge) -> Result<Annees, Arret> {
    d.detaille("Âge de la majoration d’un enfant", "l’âge d’avant la réforme pour qui l’avait déjà", |d| {
        let age = d.valeur(&AGE_MAJORATION)?;
        let lignes = AGE_MAJORATION.lignes().zip(AGE_MAJORATION.lignes().skip(1));
        let garde = lignes.filter(|(_, reforme)| reforme.depuis <= d.jour).find(|(avant, reforme)| {
            let annee = reforme.depuis.year().saturating_sub(i32::try_from(avant.valeur.0).unwrap_or(0));
            reforme.depuis.replace_year(annee).is_ok_and(|limite| enfant.naissance < limite)
        });
        Ok(garde.map_or(age, |(avant, _)| avant.valeur))
    })
}

/// L. 755-12 et D. 755-5 : outre-mer, un enfant seul ouvre droit, sans regarder les ressources.
fn enfant_unique(d: &mut Dossier, enfants: &[Charge]) -> Result<Euros<Mois>, Arret> {
    d.remarque("Outre-mer, pour un seul enfant, les revenus ne comptent pas (CSS, art. L. 755-12).");
    let montant = bmaf::part(d, "Pour un enfant", &OUTRE_MER)?.arrondi_au_centime();
    let (age, age_aine) = (d.valeur(&OUTRE_MER_AGE)?, d.valeur(&OUTRE_MER_AGE_AINE)?);
    let atteint = |age| enfants.iter().any(|enfant| enfant.a_atteint(age, d.mois));
    let taux = match (atteint(age), atteint(age_aine)) {
        (_, true) => &OUTRE_MER_MAJORATION_AINE,
        (true, false) => &OUTRE_MER_MAJORATION,
        (false, false) => return partage(d, montant, enfants),
    };
    let majoration = bmaf::part(d, "Majoration pour âge", taux)?.arrondi_au_centime();
    partage(d, montant + majoration, enfants)
}
