//! CESU garde d’enfant 0-6 ans: vouchers for the paid care of a young child, for the agents of the State.

use crate::{
    baremes::cesu::*,
    grandeurs::*,
    moteur::*,
    notions::{
        agents::*,
        foyer_fiscal::{FoyerFiscal, foyer_fiscal},
        monoparentale::famille_monoparentale,
    },
    situation::{Affectation, Agent, Enfant, Garde, Lieu},
};

static CIRCULAIRE: Article = Article {
    nom: "Circulaires du 2 et du 21 juillet 2020 relatives au CESU garde d’enfant 0-6 ans",
    lien: "https://www.unsa-education.com/articles-regional-/cesu-garde-denfant-0-6-ans-des-nouveautes/",
};

pub static AIDE: Aide = Aide {
    id: "cesu",
    nom: "CESU garde d’enfant 0-6 ans",
    resume: "Des chèques emploi-service (CESU) de l’État pour payer la garde de votre jeune enfant.",
    famille: Famille::Ministere,
    textes: &[&CIRCULAIRE],
    depend: &[],
    regle: Regle::Enfant(calcule),
};

fn calcule(d: &mut Dossier, rang: usize) -> Issue {
    let agents =
        exige_agent(d, "Un parent agent de l’État en activité, ou conjoint survivant avec une pension", &CIRCULAIRE, |_, agent| {
            Ok(matches!(agent, Agent::FinancesActif | Agent::EtatActif | Agent::ConjointSurvivant))
        });
    let ou = "Être affecté en France métropolitaine ou dans un département d’outre-mer";
    let affectation = exige_affectation(d, &agents, ou, &CIRCULAIRE, &[Affectation::Metropole, Affectation::Drom]);
    let limite = d.valeur(&AGE_LIMITE)?;
    d.condition("Un enfant déjà né", &CIRCULAIRE, |d| {
        // No day is given for an expected child: the end of the leave is not known.
        Ok(d.enfant(rang, Enfant::NAISSANCE)? <= d.jour)
    });
    d.condition(format!("Un enfant de moins de {limite}"), &CIRCULAIRE, |d| {
        let naissance = d.enfant(rang, Enfant::NAISSANCE)?;
        Ok(d.pose("Âge de l’enfant", "au premier jour du mois", age_au(naissance, d.jour)) < limite)
    });
    d.condition("Payer pour la garde de l’enfant", &CIRCULAIRE, |d| Ok(d.enfant(rang, Enfant::GARDE_PAYEE)?.est_oui()));
    let (mut montant, mut doute) = (Euros::ZERO, None);
    d.condition("Un revenu qui ne dépasse pas le plafond", &CIRCULAIRE, |d| {
        // Without a posting the income cannot be judged; the condition above already says what is missing.
        let affectation = affectation.ok_or(Arret::DIT_AILLEURS);
        let ((foyer, seul), affectation) = ensemble(ensemble(foyer_fiscal(d), famille_monoparentale(d)), affectation)?;
        let bareme = tranche(d, foyer, seul, affectation)?;
        doute = doute_des_seuils(d, foyer, seul)?;
        if let Some(bareme) = bareme {
            montant = d.valeur(bareme)?;
        }
        Ok(bareme.is_some())
    });
    d.verdict()?;

    if let Some(doute) = doute {
        d.a_confirmer(doute);
    }
    d.avertit("Le droit commence à la fin du congé de maternité ou d’adoption.");
    if d.facultatif(Lieu::Enfant(rang), Enfant::GARDE) == Some(Garde::Alternee) {
        d.a_confirmer(
            "En résidence alternée, un seul parent reçoit le CESU, choisi d’un commun accord ; il peut être partagé si les allocations familiales le sont.",
        );
    }
    if d.valeur(&RECONDUIT)? {
        d.a_confirmer("Aucun texte n’a été trouvé pour cette année : les montants et les seuils sont ceux de l’année précédente.");
    }
    Ok(Montant::ParAn(montant))
}

/// The band of income, by its amount; none above the last ceiling.
fn tranche(d: &mut Dossier, foyer: FoyerFiscal, seul: bool, ou: Affectation) -> Result<Option<&'static Bareme<Euros<An>>>, Arret> {
    let revenu = match ou {
        Affectation::Drom => d.detaille("Revenu retenu outre-mer", "revenu fiscal de référence − abattement", |d| {
            Ok(foyer.revenu * d.valeur(&ABATTEMENT_OUTRE_MER)?.complement())
        })?,
        Affectation::Metropole | Affectation::Com | Affectation::Etranger => foyer.revenu,
    };
    let base = d.valeur(&PARTS_DE_BASE)?;
    if foyer.parts < base {
        return Err(d.hors_champ("Le barème du CESU n’est publié nulle part pour un si petit nombre de parts fiscales."));
    }
    let parts_en_plus = d.pose("Parts en plus du premier seuil", "parts fiscales − parts du premier seuil", foyer.parts - base);
    let seuil = |d: &mut Dossier, quoi: &'static str, bareme: &'static Bareme<Euros<An>>| {
        d.detaille(quoi, "seuil de base + supplément × parts en plus", |d| {
            Ok(d.valeur(bareme)? + d.valeur(&SUPPLEMENT_PAR_PART)? * parts_en_plus)
        })
    };
    let premier = seuil(d, "Plafond de la première tranche", &SEUIL_1)?;
    let deuxieme = seuil(d, "Plafond de la deuxième tranche", &SEUIL_2)?;
    if seul {
        return Ok(Some(match revenu {
            _ if revenu <= premier => &PARENT_SEUL_1,
            _ if revenu <= deuxieme => &PARENT_SEUL_2,
            _ => &PARENT_SEUL_3,
        }));
    }
    let troisieme = seuil(d, "Plafond de la troisième tranche", &SEUIL_3)?;
    Ok(match revenu {
        _ if revenu <= premier => Some(&COUPLE_1),
        _ if revenu <= deuxieme => Some(&COUPLE_2),
        _ if revenu <= troisieme => Some(&COUPLE_3),
        _ => None,
    })
}

/// Why the thresholds are not those of a published table; none where all of them are.
fn doute_des_seuils(d: &mut Dossier, foyer: FoyerFiscal, seul: bool) -> Result<Option<&'static str>, Arret> {
    let doute = if seul {
        "Les seuils de revenu des parents seuls ne sont pas publiés : ceux des couples sont repris."
    } else if foyer.parts != d.valeur(&PARTS_PUBLIEES)? {
        "Pour votre nombre de parts, les seuils de revenu sont reconstruits à partir de ceux qui sont publiés : tout près d’un seuil, le montant peut être différent."
    } else {
        return Ok(None);
    };
    d.remarque(doute);
    Ok(Some(doute))
}
