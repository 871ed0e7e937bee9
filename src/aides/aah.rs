//! Allocation aux adultes handicapés (CSS, art. L. 821-1 à L. 821-8, R. 821-1 à R. 821-8, D. 821-1 à D. 821-11).

use crate::{
    baremes::aah::*,
    grandeurs::*,
    moteur::*,
    notions::{enfants, ressources_aah as ressources, smic},
    situation::{Activite, Adulte, Couple, Foyer, Lieu, OuiNon, SejourEtablissement, TauxIncapacite},
};

/// Names of the two calculations, in the explanation and on the screens that compare them.
pub const INDIVIDUEL: &str = "Calcul individuel";
pub const DU_COUPLE: &str = "Calcul du couple";

legi!(L821_1, "CSS, art. L. 821-1", "LEGIARTI000051289863");
legi!(L821_2, "CSS, art. L. 821-2", "LEGIARTI000048850210");
legi!(L821_3, "CSS, art. L. 821-3", "LEGIARTI000046194125");
legi!(R821_1, "CSS, art. R. 821-1", "LEGIARTI000006754135");
legi!(R821_4, "CSS, art. R. 821-4", "LEGIARTI000052141008");
legi!(R821_8, "CSS, art. R. 821-8", "LEGIARTI000031828843");
legi!(D821_1, "CSS, art. D. 821-1", "LEGIARTI000023097719");
legi!(D821_2, "CSS, art. D. 821-2", "LEGIARTI000047543983");
legi!(D821_5, "CSS, art. D. 821-5", "LEGIARTI000047543976");
legi!(D821_9, "CSS, art. D. 821-9", "LEGIARTI000023097737");

pub static AIDE: Aide = Aide {
    id: "aah",
    nom: "Allocation aux adultes handicapés (AAH)",
    resume: "Un revenu minimal pour les adultes dont le handicap limite l’accès à l’emploi.",
    famille: Famille::Handicap,
    textes: &[&L821_1, &L821_2, &L821_3, &R821_1, &R821_4, &R821_8, &D821_1, &D821_2, &D821_5, &D821_9],
    depend: &[],
    regle: Regle::Adulte(calcule),
};

fn calcule(d: &mut Dossier, moi: usize) -> Issue {
    conditions(d, moi);
    d.verdict()?;
    let couple = d.foyer(Foyer::COUPLE)? != Couple::Seul;
    let montant = if couple { montant_en_couple(d, moi)? } else { individuel(d, moi)? };
    let montant = en_etablissement(d, moi, montant)?.arrondi_au_centime();
    if montant.est_nul() {
        d.condition("Des ressources inférieures au plafond", &D821_2, |_| Ok(false));
        d.verdict()?;
    }
    Ok(Montant::ParMois(montant))
}

/// L. 821-1, L. 821-2, R. 821-1 : le handicap et l'âge.
fn conditions(d: &mut Dossier, moi: usize) {
    d.condition("Un taux d’incapacité suffisant", &D821_1, |d| Ok(d.adulte(moi, Adulte::TAUX)? != TauxIncapacite::Aucun));
    d.condition("Avoir l’âge de l’AAH", &R821_1, |d| {
        let naissance = d.adulte(moi, Adulte::NAISSANCE)?;
        let age = age_au(naissance, d.jour);
        let minimal = d.valeur(&AGE_MINIMAL)?;
        let rempli = minimal <= age || d.valeur(&AGE_SANS_CHARGE)? <= age && d.adulte(moi, Adulte::ENCORE_A_CHARGE)? == OuiNon::Non;
        Ok(Verdict { rempli, des: Some(anniversaire(naissance, minimal)) })
    });
    let (taux, naissance) =
        d.situation.adultes.get(moi).map_or((None, None), |adulte| (adulte.valeur(Adulte::TAUX), adulte.valeur(Adulte::NAISSANCE)));
    let inaptitude = d.ligne_au(&AGE_INAPTITUDE, d.jour).map(|ligne| ligne.valeur);
    if naissance.zip(inaptitude).is_some_and(|(naissance, age)| age <= age_au(naissance, d.jour)) {
        d.avertit(
            "À votre âge, la retraite passe avant l’AAH : demandez-la, l’AAH la complète. Si vous travaillez, l’AAH peut continuer sans la demander.",
        );
    }
    if taux != Some(TauxIncapacite::De50a79) {
        return;
    }
    // De 50 à 79 % : la RSDAE, et jusqu'à l'âge où l'on est réputé inapte au travail.
    d.condition("Une restriction substantielle et durable d’accès à l’emploi", &L821_2, |d| {
        Ok(d.adulte(moi, Adulte::RSDAE)?.est_oui())
    });
    d.condition("Ne pas avoir l’âge de la retraite pour inaptitude", &L821_2, |d| {
        let naissance = d.adulte(moi, Adulte::NAISSANCE)?;
        Ok(age_au(naissance, d.jour) < d.valeur(&AGE_INAPTITUDE)?)
    });
}

/// Loi n° 2022-1158, art. 10, et décret n° 2022-1694, art. 2 : qui garde le calcul du couple, et lequel est versé.
fn montant_en_couple(d: &mut Dossier, moi: usize) -> Result<Euros<Mois>, Arret> {
    if !d.valeur(&CALCUL_INDIVIDUEL)? {
        return du_couple(d, moi);
    }
    let individuel = d.variante(INDIVIDUEL, |d| individuel(d, moi));
    let couple = d.variante(DU_COUPLE, |d| du_couple(d, moi));
    let (retenu, pourquoi, montant) = if !garde_le_calcul_du_couple(d, moi)? {
        (
            INDIVIDUEL,
            "C’est le calcul individuel qui est versé : celui du couple n’existe plus pour vous depuis le 1er octobre 2023.",
            individuel?,
        )
    } else {
        let (individuel, couple) = ensemble(individuel, couple)?;
        if individuel < couple {
            (DU_COUPLE, "Vous gardez le calcul du couple tant qu’il est plus favorable.", couple)
        } else {
            d.avertit("Le calcul individuel n’est pas moins favorable : la Caf l’applique d’elle-même, et ce passage est définitif.");
            (INDIVIDUEL, "Le calcul individuel est au moins aussi favorable : il est versé, et ce passage est définitif.", individuel)
        }
    };
    d.retient(retenu);
    d.remarque(pourquoi);
    Ok(montant)
}

fn garde_le_calcul_du_couple(d: &mut Dossier, moi: usize) -> Result<bool, Arret> {
    if !d.adulte(moi, Adulte::AAH_AVANT_REFORME)?.est_oui() {
        return Ok(false);
    }
    let (depuis, deja) = ensemble(d.foyer(Foyer::COUPLE_DEPUIS), d.adulte(moi, Adulte::CALCUL_INDIVIDUEL))?;
    let reforme = d.ligne_au(&CALCUL_INDIVIDUEL, d.jour).map(|ligne| ligne.depuis);
    Ok(reforme.is_some_and(|reforme| depuis < reforme) && deja == OuiNon::Non)
}

/// D. 821-2 : la différence entre le plafond et les ressources de la personne.
fn individuel(d: &mut Dossier, moi: usize) -> Result<Euros<Mois>, Arret> {
    let montant = d.valeur(&MONTANT)?;
    let (ressources, avantages) = ensemble(
        d.detaille("Vos ressources comptées, par mois", "revenus après déductions et abattements", |d| ressources::personnelles(d, moi)),
        ressources::avantages_prioritaires(d, moi),
    )?;
    // Sans ressources, le plafond ne change rien : les enfants ne sont pas demandés.
    if ressources.est_nul() && avantages.est_nul() {
        return Ok(d.pose("Droit", "sans ressources, le montant maximal", montant));
    }
    let enfants = enfants::a_charge(d)?;
    let plafond = d.detaille("Plafond de ressources", "montant maximal, majoré pour chaque enfant", |d| {
        Ok(montant + montant * d.valeur(&MAJORATION_PAR_ENFANT)? * enfants)
    })?;
    droit(d, moi, Bornes { montant, plafond, ressources, avantages, enfants, couple: false })
}

/// The same, under the rules in force on 30 September 2023: the spouse's resources count, the ceiling is higher.
fn du_couple(d: &mut Dossier, moi: usize) -> Result<Euros<Mois>, Arret> {
    let montant = d.valeur(&MONTANT)?;
    let conjoint = usize::from(moi == 0);
    let enfants = enfants::a_charge(d);
    let miennes =
        d.detaille("Vos ressources comptées, par mois", "revenus après déductions et abattements", |d| ressources::personnelles(d, moi));
    let avantages = ressources::avantages_prioritaires(d, moi);
    let ((enfants, miennes), avantages) = ensemble(ensemble(enfants, miennes), avantages)?;
    let siennes = d.detaille("Ressources comptées du conjoint, par mois", "revenus nets moins l’abattement", |d| {
        let revenus = d.adulte(moi, Adulte::REVENUS)?;
        let periode = ressources::periode(d, moi, &revenus)?;
        ressources::du_conjoint(d, conjoint, periode, enfants)
    })?;
    let plafond = d.detaille("Plafond de ressources du couple", "montant maximal, majoré pour le couple et pour chaque enfant", |d| {
        Ok(montant + montant * d.valeur(&MAJORATION_COUPLE)? + montant * d.valeur(&MAJORATION_PAR_ENFANT)? * enfants)
    })?;
    let ressources = d.pose("Ressources du couple", "les vôtres et celles du conjoint", miennes + siennes);
    droit(d, moi, Bornes { montant, plafond, ressources, avantages, enfants, couple: true })
}

/// What bounds the amount, per month.
struct Bornes {
    montant: Euros<Mois>,
    plafond: Euros<Mois>,
    ressources: Euros<Mois>,
    avantages: Euros<Mois>,
    enfants: u32,
    couple: bool,
}

/// D. 821-2, L. 821-1, D. 821-5 : plafond moins ressources, sans dépasser ni le montant, ni ce que laissent les pensions, ni le
/// plafond de l'Esat.
fn droit(d: &mut Dossier, moi: usize, b: Bornes) -> Result<Euros<Mois>, Arret> {
    let reste = (b.plafond - b.ressources).au_moins(Euros::ZERO);
    let mut droit = d.pose("Droit", "plafond − ressources, au plus le montant maximal", reste.au_plus(b.montant));
    if !b.avantages.est_nul() {
        let complement = (b.montant - b.avantages).au_moins(Euros::ZERO);
        droit = d.pose("Complément des pensions et rentes", "au plus le montant maximal − pensions et rentes", droit.au_plus(complement));
        d.avertit("La Caf retient le montant brut de la pension. Des tribunaux jugent qu’il faut un montant après abattements : l’AAH serait alors plus élevée.");
    }
    if !d.adulte(moi, Adulte::REVENUS)?.0.is_empty() && d.adulte(moi, Adulte::ACTIVITE)? == Activite::Esat {
        droit = d.detaille("Après le plafond de l’Esat", "AAH et rémunération garantie ensemble, au plus une part du Smic", |d| {
            plafonne_esat(d, moi, droit, &b)
        })?;
    }
    Ok(droit)
}

fn plafonne_esat(d: &mut Dossier, moi: usize, droit: Euros<Mois>, b: &Bornes) -> Result<Euros<Mois>, Arret> {
    let dernier = d.mois.plus(-1);
    let garantie = d.adulte(moi, Adulte::ESAT)?.au(dernier).ok_or_else(|| d.redemande(Lieu::Adulte(moi), Adulte::ESAT))?;
    let mut part = d.valeur(&PLAFOND_ESAT)?.decimal();
    if 0 < b.enfants {
        part += d.valeur(&PLAFOND_ESAT_ENFANT)?.decimal();
    }
    if b.couple {
        part += d.valeur(&PLAFOND_ESAT_COUPLE)?.decimal();
    }
    let plafond = smic::mensuel_brut(d)? * Taux::de(part);
    let plafond = d.pose("Plafond du cumul", "part du Smic mensuel brut", plafond);
    Ok(droit.au_plus((plafond - garantie).au_moins(Euros::ZERO)))
}

/// R. 821-8 : après un séjour de plus de soixante jours, une part seulement, sauf exceptions.
fn en_etablissement(d: &mut Dossier, moi: usize, droit: Euros<Mois>) -> Result<Euros<Mois>, Arret> {
    let Some(sejour) = d.facultatif(Lieu::Adulte(moi), Adulte::ETABLISSEMENT).filter(|s| *s != SejourEtablissement::Aucun) else {
        return Ok(droit);
    };
    let jours = i64::from(d.valeur(&JOURS_ETABLISSEMENT)?.0);
    let depuis = d.adulte(moi, Adulte::ETABLISSEMENT_DEPUIS)?;
    let revolus = depuis.checked_add(time::Duration::days(jours)).unwrap_or(Date::MAX);
    if d.mois <= MoisCivil::de(revolus) {
        return Ok(droit);
    }
    let exempte = (sejour != SejourEtablissement::Prison && d.adulte(moi, Adulte::FORFAIT_JOURNALIER)?.est_oui())
        || 0 < enfants::a_charge(d)?
        || (d.foyer(Foyer::COUPLE)? != Couple::Seul && d.adulte(moi, Adulte::CONJOINT_EMPECHE)?.est_oui());
    if exempte {
        d.remarque("Le séjour en établissement ne réduit pas votre AAH (CSS, art. R. 821-8).");
        return Ok(droit);
    }
    d.detaille("Après réduction pour séjour en établissement", "une part du montant maximal, sans dépasser votre droit", |d| {
        Ok((d.valeur(&MONTANT)? * d.valeur(&PART_ETABLISSEMENT)?).au_plus(droit))
    })
}
