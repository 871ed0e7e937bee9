//! Aide au logement : APL, ALF ou ALS (CCH, livre VIII ; arrêté du 27 septembre 2019).

use crate::{
    baremes::{aide_logement::*, bmaf::CRDS},
    grandeurs::*,
    moteur::*,
    notions::{
        bmaf, enfants, logement_foyer, minima,
        plafonds_loyer::{self, de_zone},
        reduction_loyer,
        ressources_logement::{self, Ressources},
        taille_famille::{ParTaille, Taille, montant, taille},
        territoire::{Territoire, territoire},
    },
    situation::{Adulte, Enfant, Foyer, Lieu, Location, Logement, Partage, Residence, TauxIncapacite, Zone},
};

legi!(D823_16, "CCH, art. D. 823-16", "LEGIARTI000038878905");
legi!(D823_17, "CCH, art. D. 823-17", "LEGIARTI000041419255");
legi!(R822_17, "CCH, art. R. 822-17", "LEGIARTI000041419333");
legi!(D842_15, "CCH, art. D. 842-15", "LEGIARTI000038878655");
legi!(L831_2, "CCH, art. L. 831-2 et L. 841-4", "LEGIARTI000038814880");

pub static AIDE: Aide = Aide {
    id: "aide_logement",
    nom: "Aide au logement (APL, ALF ou ALS)",
    resume: "Une aide de chaque mois pour payer le loyer, selon vos revenus, votre famille et votre commune.",
    famille: Famille::Logement,
    textes: &[&D823_16, &D823_17, &R822_17, &D842_15, &L831_2],
    depend: &[],
    regle: Regle::Foyer(calcule),
};

const ACCESSION: &str = "L’aide d’un propriétaire dépend du plafond de l’année de son prêt, que nous n’avons pas\u{a0}: la Caf le connaît.";
const CONVENTION: &str = "Avec une convention APL, l’aide dépend de la part de la redevance que la convention retient\u{a0}: le gestionnaire la connaît, et fait souvent la demande.";
const OUTRE_MER: &str =
    "Outre-mer, l’aide au logement a son propre barème, que nous n’avons pas en entier\u{a0}: la Caf peut vous répondre.";

/// The home, as its lease says.
#[derive(Clone, Copy)]
struct Bail {
    location: Location,
    partage: Partage,
    zone: Zone,
    loyer: Euros<Mois>,
}

fn calcule(d: &mut Dossier) -> Issue {
    let logement = d.foyer(Foyer::LOGEMENT)?;
    if logement == Logement::Proprietaire {
        return accession(d);
    }
    d.condition("Payer un loyer", &D823_16, |_| Ok(logement != Logement::Gratuit));
    d.verdict()?;
    let (apl, taille, aide, rls) = if logement == Logement::Etablissement { en_foyer(d)? } else { en_location(d)? };
    let net = versee(d, aide, rls)?;
    d.condition("Des ressources assez basses pour ce loyer", &D823_17, |_| Ok(!net.est_nul()));
    d.verdict()?;
    if !apl {
        let minimum = d.valeur(&MINIMUM)?;
        d.condition("Une aide qui atteint le minimum versé", &D823_16, |_| Ok(minimum <= net));
        d.verdict()?;
    }
    d.remarque(match (apl, taille.personnes) {
        (true, _) => "C’est l’aide personnalisée au logement (APL)\u{a0}: le logement est social, ou conventionné.",
        (false, 1..) => "C’est l’allocation de logement familiale (ALF)\u{a0}: vous avez un enfant à charge.",
        (false, 0) => {
            "C’est l’allocation de logement sociale (ALS), ou la familiale (ALF) pour de jeunes mariés\u{a0}: le montant est le même."
        }
    });
    Ok(Montant::ParMois(net))
}

/// L. 831-2 et L. 841-4 : il faut un prêt, et qu'il soit ancien.
fn accession(d: &mut Dossier) -> Issue {
    d.condition("Payer un loyer, ou rembourser un prêt", &L831_2, |d| Ok(d.foyer(Foyer::PRET)?.est_oui()));
    d.verdict()?;
    let signe = d.foyer(Foyer::PRET_LE)?;
    d.condition("Un prêt signé quand il ouvrait droit à une aide", &L831_2, |d| {
        let ouvert = d.valeur_au(&ACCESSION_OUVERTE, signe)?;
        Ok(ouvert
            || d.valeur_au(&ACCESSION_ANCIEN, signe)?
                && (territoire(d)? != Territoire::Metropole || d.foyer(Foyer::ZONE)? == Zone::Troisieme))
    });
    d.verdict()?;
    Err(d.hors_champ(ACCESSION))
}

/// D. 823-16 : « arrondi à l'euro inférieur » sans les contributions sociales, « puis majoré » de celles-ci ; c'est « ce résultat »
/// que la réduction de loyer diminue, et sur ce qui reste que la CRDS est retenue.
fn versee(d: &mut Dossier, aide: Euros<Mois>, rls: Euros<Mois>) -> Result<Euros<Mois>, Arret> {
    let net = bmaf::verse(d, aide, bmaf::par_difference)?;
    let entiere = Euros::<Mois>::de(net.decimal().trunc());
    if rls.est_nul() {
        return Ok(d.pose("Aide versée", "arrondie à l’euro inférieur", entiere));
    }
    let brute = d.pose("Aide arrondie", "à l’euro inférieur, puis avec la CRDS", entiere + (aide.arrondi_au_centime() - net));
    let reste = (brute - rls).au_moins(Euros::ZERO);
    d.detaille("Aide versée", "aide arrondie − baisse en logement social, moins la CRDS", |d| {
        Ok(Euros::de(bmaf::par_difference(reste.decimal(), d.valeur(&CRDS)?)))
    })
}

/// Whether it is the APL, the family, the aid before what is withheld, and what the reduction of rent takes from it.
type Calculee = (bool, Taille, Euros<Mois>, Euros<Mois>);

fn en_foyer(d: &mut Dossier) -> Result<Calculee, Arret> {
    let residence = d.foyer(Foyer::RESIDENCE)?;
    if residence == Residence::Convention {
        return Err(d.hors_champ(CONVENTION));
    }
    let (((), taille), ressources) = ensemble(ensemble(metropole(d), taille(d)), ressources_logement::annuelles(d, true))?;
    let retenues = retenues(d, ressources, Euros::ZERO)?;
    let aide = logement_foyer::aide(d, residence, taille, retenues)?;
    Ok((false, taille, minoree(d, aide)?, Euros::ZERO))
}

fn en_location(d: &mut Dossier) -> Result<Calculee, Arret> {
    let ((bail, taille), ressources) = ensemble(ensemble(bail(d), taille(d)), ressources_logement::annuelles(d, false))?;
    let r0 = montant(d, "Revenus qui ne font pas baisser l’aide", &R0, taille)?;
    let retenues = retenues(d, ressources, r0)?;
    let (reel, plafond) = loyer(d, bail, taille)?;
    let loyer = d.pose("Loyer retenu", "le loyer, sans dépasser le plafond", reel.au_plus(plafond));
    let charges = charges(d, bail.partage, taille)?;
    let participation = participation(d, loyer, loyer + charges, taille, (retenues - r0).au_moins(Euros::ZERO))?;
    let aide = d.pose("Aide calculée", "loyer retenu + charges − participation", (loyer + charges - participation).au_moins(Euros::ZERO));
    let aide = degressive(d, aide, reel, plafond, bail.zone)?;
    let aide = minoree(d, aide)?;
    let rls = if bail.location == Location::Social { reduction_loyer::retiree(d, bail.zone, taille, retenues)? } else { Euros::ZERO };
    Ok((matches!(bail.location, Location::Social | Location::Conventionne), taille, aide, rls))
}

/// R. 822-17 : avec le RSA le mois d'avant, ni le salaire ni le chômage. Only who has more than `sans_effet`, and owes it to
/// earnings, gains from this answer.
fn retenues(d: &mut Dossier, ressources: Ressources, sans_effet: Euros<An>) -> Result<Euros<An>, Arret> {
    let compterait = sans_effet < ressources.toutes && ressources.sans_activite < ressources.toutes;
    if compterait && !minima::rsa_du_mois_dernier(d).is_ok_and(|rsa| rsa.est_nul()) && d.foyer(Foyer::RSA_PERCU)?.est_oui() {
        d.remarque("Avec le RSA, ni le salaire ni le chômage ne comptent (CCH, art. R. 822-17).");
        return Ok(d.pose("Ressources comptées avec le RSA", "ressources, sans salaire ni chômage", ressources.sans_activite));
    }
    Ok(ressources.toutes)
}

fn minoree(d: &mut Dossier, aide: Euros<Mois>) -> Result<Euros<Mois>, Arret> {
    let aide = (aide - d.valeur(&MINORATION)?).au_moins(Euros::ZERO);
    Ok(d.pose("Aide après minoration", "aide − somme retirée", aide))
}

/// The aid that other rights read, in a month: the one that the household says, else the one worked out (decision 0182).
pub(super) fn percue(d: &mut Dossier, mois: MoisCivil) -> Result<Euros<Mois>, Arret> {
    if let Some(calculee) = calculee(d)? {
        return Ok(calculee);
    }
    if !d.foyer(Foyer::AIDE_LOGEMENT)?.est_oui() {
        return Ok(Euros::ZERO);
    }
    let dite = d.foyer(Foyer::MONTANT_AIDE_LOGEMENT)?.au(mois);
    dite.ok_or_else(|| d.redemande(Lieu::Foyer, Foyer::MONTANT_AIDE_LOGEMENT))
}

/// Whether there is one.
pub(super) fn est_percue(d: &mut Dossier) -> Result<bool, Arret> {
    match calculee(d)? {
        Some(calculee) => Ok(!calculee.est_nul()),
        None => Ok(d.foyer(Foyer::AIDE_LOGEMENT)?.est_oui()),
    }
}

/// The aid of this month as it is worked out; none when the household said what it receives, or must say it: because the rule is
/// not all here, or because an answer that it needs is not known.
fn calculee(d: &mut Dossier) -> Result<Option<Euros<Mois>>, Arret> {
    if d.facultatif(Lieu::Foyer, Foyer::AIDE_LOGEMENT).is_some() {
        return Ok(None);
    }
    match d.droit(&AIDE, Beneficiaire::Foyer) {
        Ok(Some(Montant::ParMois(montant))) => Ok(Some(montant)),
        Ok(_) => Ok(Some(Euros::ZERO)),
        Err(arret) if d.est_demande(arret) && !d.est_ignore(arret) => Err(arret),
        Err(_) => Ok(None),
    }
}

fn metropole(d: &mut Dossier) -> Result<(), Arret> {
    if territoire(d)? == Territoire::Metropole { Ok(()) } else { Err(d.hors_champ(OUTRE_MER)) }
}

fn bail(d: &mut Dossier) -> Result<Bail, Arret> {
    let lieu = metropole(d);
    let loue = ensemble(d.foyer(Foyer::LOCATION), d.foyer(Foyer::PARTAGE));
    let prix = ensemble(d.foyer(Foyer::ZONE), d.foyer(Foyer::LOYER));
    let ((), ((location, partage), (zone, loyer))) = ensemble(lieu, ensemble(loue, prix))?;
    Ok(Bail { location, partage, zone, loyer })
}

/// The rent that is looked at, and the most that is counted of it.
fn loyer(d: &mut Dossier, bail: Bail, taille: Taille) -> Result<(Euros<Mois>, Euros<Mois>), Arret> {
    let reel = if bail.location == Location::Meuble {
        let reel = bail.loyer / d.valeur(&DIVISEUR_MEUBLE)?;
        d.pose("Loyer sans les meubles", "loyer, divisé par ce nombre", reel)
    } else {
        bail.loyer
    };
    Ok((reel, plafonds_loyer::plafond(d, de_zone(bail.zone), taille, bail.partage)?))
}

/// Art. 9 et 16 : un forfait, quelles que soient les charges.
fn charges(d: &mut Dossier, partage: Partage, taille: Taille) -> Result<Euros<Mois>, Arret> {
    let base = if partage == Partage::Colocation && !taille.couple { &CHARGES_COLOCATION } else { &CHARGES };
    let base = d.valeur(base)?;
    if taille.personnes == 0 {
        return Ok(base);
    }
    let en_plus = d.valeur(&CHARGES_EN_PLUS)?;
    Ok(d.pose("Charges retenues", "forfait + forfait par personne à charge", base + en_plus * taille.personnes))
}

static R0: ParTaille<Euros<An>> =
    ParTaille { seul: &R0_SEUL, couple: &R0_COUPLE, avec: &[&R0_1, &R0_2, &R0_3, &R0_4, &R0_5, &R0_6], en_plus: &R0_EN_PLUS };
static TF: ParTaille<Taux> =
    ParTaille { seul: &TF_SEUL, couple: &TF_COUPLE, avec: &[&TF_1, &TF_2, &TF_3, &TF_4, &TF_5, &TF_6], en_plus: &TF_EN_MOINS };

/// Art. 13 et 14 : ce qui reste à payer, une part de la dépense et une part des ressources.
fn participation(
    d: &mut Dossier,
    loyer: Euros<Mois>,
    depense: Euros<Mois>,
    taille: Taille,
    ressources: Euros<An>,
) -> Result<Euros<Mois>, Arret> {
    d.detaille("Participation", "part du loyer et des charges + part des ressources", |d| {
        let (part, minimum) = (d.valeur(&PARTICIPATION_TAUX)?, d.valeur(&PARTICIPATION_MINIMALE)?);
        let p0 = d.pose("Part du loyer et des charges", "taux, sans descendre sous le minimum", (depense * part).au_moins(minimum));
        if ressources.est_nul() {
            return Ok(p0);
        }
        let (ligne, de_plus) = TF.ligne(taille);
        let mut taux = d.valeur(ligne)?;
        if 0 < de_plus {
            taux = taux.moins(d.valeur(TF.en_plus)?.fois(de_plus));
        }
        let taux = taux.plus(taux_du_loyer(d, loyer, taille)?);
        let taux = d.pose("Taux de participation", "selon la famille et le loyer", taux);
        let part = Euros::<Mois>::de((ressources * taux).decimal());
        Ok(p0 + d.pose("Part des ressources", "ressources au-delà de celles qui ne comptent pas × taux", part))
    })
}

/// Art. 14, 2° : RL, « exprimé en pourcentage et arrondi à la deuxième décimale » ; TL, à la troisième.
const DECIMALES_RL: u32 = 4;
const DECIMALES_TL: u32 = 5;

/// Art. 14, 2° : d'autant plus élevé que le loyer est proche du loyer de référence.
fn taux_du_loyer(d: &mut Dossier, loyer: Euros<Mois>, taille: Taille) -> Result<Taux, Arret> {
    let reference = plafonds_loyer::reference(d, taille)?;
    let rapport = Taux::de((loyer / Coef::de(reference.decimal())).decimal()).arrondi(DECIMALES_RL);
    let rapport = d.pose("Loyer rapporté au loyer de référence", "loyer retenu ÷ loyer de référence", rapport);
    let (bas, haut) = (d.valeur(&TL_SEUIL_BAS)?, d.valeur(&TL_SEUIL_HAUT)?);
    let entre = rapport.min(haut).moins(bas).max(Taux::c(0, 0)).decimal();
    let au_dela = rapport.moins(haut).max(Taux::c(0, 0)).decimal();
    let taux = entre.saturating_mul(d.valeur(&TL_BAS)?.decimal()).saturating_add(au_dela.saturating_mul(d.valeur(&TL_HAUT)?.decimal()));
    Ok(Taux::de(taux).arrondi(DECIMALES_TL))
}

/// Art. 10 : d'un loyer très au-dessus du plafond, l'aide baisse, puis n'est plus due.
fn degressive(d: &mut Dossier, aide: Euros<Mois>, reel: Euros<Mois>, plafond: Euros<Mois>, zone: Zone) -> Result<Euros<Mois>, Arret> {
    let [debut, fin] = plafonds_loyer::degressivite(d, de_zone(zone), plafond)?;
    if reel <= debut || aide.est_nul() || handicap(d)? {
        return Ok(aide);
    }
    d.condition("Un loyer qui ne dépasse pas trop le plafond", &D823_16, |_| Ok(reel < fin));
    let reste = (fin - reel).au_moins(Euros::ZERO) / Coef::de((fin - debut).decimal());
    let reduite = (aide * Coef::de(reste.decimal())).arrondi_au_centime();
    Ok(d.pose("Aide réduite", "aide × part du chemin qui reste entre ces deux loyers", reduite))
}

/// Whether somebody of the household is disabled: the aid then does not decrease.
fn handicap(d: &mut Dossier) -> Result<bool, Arret> {
    let mut reconnu = Ok(false);
    for qui in 0..d.situation.adultes.len() {
        reconnu = ensemble(reconnu, d.adulte(qui, Adulte::TAUX)).map(|(deja, taux)| deja || taux != TauxIncapacite::Aucun);
    }
    for rang in enfants::rangs(d)? {
        reconnu = ensemble(reconnu, d.enfant(rang, Enfant::HANDICAP)).map(|(deja, handicap)| deja || handicap.reconnu());
    }
    let reconnu = reconnu?;
    if reconnu {
        d.a_confirmer("Un loyer élevé ne fait pas baisser l’aide de qui a l’AAH, ou un enfant avec l’AEEH\u{a0}: la Caf le vérifie.");
    }
    Ok(reconnu)
}
