//! Revenu de solidarité active (CASF, art. L. 262-2 à L. 262-12, R. 262-1 à R. 262-25).

use super::{
    aah, aide_logement, allocation_de_base, allocation_soutien_familial, allocations_familiales, complement_familial,
    complement_ressources, mva, prepare,
};
use crate::{
    baremes::{aah::AGE_INAPTITUDE, minima::*, rsa::*},
    grandeurs::*,
    moteur::*,
    notions::{
        bmaf,
        minima::{self, Composition, REMPLACEMENT, moyenne},
        territoire::{Territoire, territoire},
    },
    situation::{Activite, Adulte, CongeParental, Enfant, Foyer, Garde, Lieu, Revenu},
};

legi!(L262_3, "CASF, art. L. 262-3 et R. 262-39", "LEGIARTI000020526072");
legi!(L262_4, "CASF, art. L. 262-4", "LEGIARTI000031087751");
legi!(L262_7_1, "CASF, art. L. 262-4 et L. 262-7-1", "LEGIARTI000021642861");
legi!(R262_4, "CASF, art. R. 262-4", "LEGIARTI000033979143");
legi!(R262_7, "CASF, art. R. 262-7", "LEGIARTI000051258523");
legi!(R262_11, "CASF, art. R. 262-11", "LEGIARTI000043281883");

pub static AIDE: Aide = Aide {
    id: "rsa",
    nom: "Revenu de solidarité active (RSA)",
    resume: "Un revenu minimum pour le foyer qui n’a pas, ou presque pas, de ressources.",
    famille: Famille::Minima,
    textes: &[&L262_4, &L262_3, &L262_7_1, &R262_4, &R262_7, &R262_11],
    depend: PRESTATIONS,
    regle: Regle::Foyer(calcule),
};

/// What the Caf pays and counts as a resource of the RSA, and of the prime d'activité.
pub(super) const PRESTATIONS: &[&Aide] = &[
    &allocations_familiales::AIDE,
    &complement_familial::AIDE,
    &allocation_soutien_familial::AIDE,
    &allocation_de_base::AIDE,
    &prepare::AIDE,
    &aah::AIDE,
    &mva::AIDE,
    &complement_ressources::AIDE,
    &aide_logement::AIDE,
];

const RESSOURCES: &str = "Des ressources inférieures au montant du RSA";

fn calcule(d: &mut Dossier) -> Issue {
    let base = d.valeur(&MONTANT)?;
    let mois = d.mois;
    let foyer = minima::composition(d, base, mois);
    let (mut connus, mut tous) = (Euros::ZERO, Ok(()));
    let _ = d.detaille("Revenus du foyer, par mois", "moyenne du trimestre de référence, pour chacun", |d| {
        (connus, tous) = revenus(d);
        tous.map(|()| connus)
    });
    let foyer = foyer.or_else(|arret| ensemble(Err(arret), tous).map(|(foyer, ())| foyer))?;
    let siennes = connus + foyer.gains.iter().copied().sum();
    let parent = foyer.parent(d);
    // First against the most that it may be: who has more, as far as is known, is asked nothing else.
    let peut_etre_isole = foyer.seul && parent;
    let plafond = minima::forfaitaire(d, &foyer, base, peut_etre_isole)?;
    d.condition(RESSOURCES, &L262_3, |_| if siennes < plafond { tous.map(|()| true) } else { Ok(false) });
    d.verdict()?;
    let siennes = siennes + handicap(d)?;
    d.condition(RESSOURCES, &L262_3, |_| Ok(siennes < plafond));
    d.verdict()?;
    ouverture(d, &foyer, parent);
    d.verdict()?;
    if territoire(d)? == Territoire::Mayotte {
        return Err(d.hors_champ(MAYOTTE));
    }

    let (isole, aide) = ensemble(minima::est_isole(d, &foyer), aide_logement::percue(d, mois))?;
    let logement = minima::forfait_logement(d, &foyer, base, aide)?;
    let prestations = prestations(d, &foyer, isole)?;
    let forfaitaire = if isole == peut_etre_isole { plafond } else { minima::forfaitaire(d, &foyer, base, isole)? };
    let reste = (forfaitaire - logement - siennes - prestations).arrondi_au_centime();
    let montant = d.pose("RSA", "montant forfaitaire − forfait logement − revenus − prestations", reste.au_moins(Euros::ZERO));
    let minimum = d.valeur(&MINIMUM)?;
    d.condition(RESSOURCES, &L262_3, |_| Ok(minimum <= montant));
    d.verdict()?;
    sejour(d, &foyer)?;
    prudence(d, isole);
    Ok(Montant::ParMois(montant))
}

pub(super) const MAYOTTE: &str =
    "À Mayotte, cette aide a ses propres montants, que nous n’avons pas\u{a0}: la Caf de Mayotte peut vous répondre.";

/// L. 262-4, 1° et 3°, et L. 262-7-1 : l'âge, ou un enfant, ou un travail passé ; ne pas être étudiant.
fn ouverture(d: &mut Dossier, foyer: &Composition, parent: bool) {
    let mut etudiants = Ok(Vec::new());
    for qui in 0..d.situation.adultes.len() {
        etudiants = ensemble(etudiants, d.adulte(qui, Adulte::ACTIVITE)).map(|(mut tous, activite)| {
            tous.push(activite == Activite::Etudiant);
            tous
        });
    }
    let tous_etudiants = etudiants.as_ref().is_ok_and(|etudiants| etudiants.iter().all(|etudiant| *etudiant));
    d.condition("Ne pas être étudiant, sauf un parent isolé", &L262_4, |d| {
        etudiants.clone()?;
        Ok(!tous_etudiants || minima::est_isole(d, foyer)?)
    });
    d.condition("Avoir vingt-cinq ans, un enfant né ou à naître, ou avoir assez travaillé", &L262_7_1, |d| {
        if parent {
            return Ok(Verdict::from(true));
        }
        let (fin, age, jeune) = (d.mois.dernier_jour(), d.valeur(&AGE)?, d.valeur(&AGE_JEUNE)?);
        let (mut des, mut rempli) = (Date::MAX, Ok(false));
        for (qui, etudiant) in etudiants?.into_iter().enumerate() {
            let naissance = d.adulte(qui, Adulte::NAISSANCE)?;
            if etudiant && !tous_etudiants {
                continue;
            }
            if age <= age_au(naissance, fin) {
                return Ok(Verdict::from(true));
            }
            des = des.min(anniversaire(naissance, age));
            if !etudiant && jeune <= age_au(naissance, fin) {
                rempli = ensemble(rempli, d.adulte(qui, Adulte::DEUX_ANS_DE_TRAVAIL)).map(|(deja, dit)| deja || dit.est_oui());
            }
        }
        Ok(Verdict { rempli: rempli?, des: Some(des) })
    });
}

/// R. 262-7 et R. 262-13 : la moyenne du trimestre, sans les gains d'un travail terminé que rien ne remplace.
fn revenus(d: &mut Dossier) -> (Euros<Mois>, Result<(), Arret>) {
    let (mut connus, mut tous) = (Euros::ZERO, d.foyer(Foyer::COUPLE).map(|_| ()));
    for qui in 0..d.situation.adultes.len() {
        let siens = minima::trimestre(d).and_then(|mois| {
            let compte = travail_compte(d, qui)?;
            minima::revenus(d, qui, mois, compte)
        });
        let siens = siens.map(|siens| connus = connus + moyenne(siens.travail) + moyenne(siens.autres));
        tous = ensemble(tous, siens).map(|_| ());
    }
    (connus, tous)
}

fn travail_compte(d: &mut Dossier, qui: usize) -> Result<bool, Arret> {
    let revenus = d.adulte(qui, Adulte::REVENUS)?;
    let gagne = [Revenu::Salaire, Revenu::Esat, Revenu::Independant].into_iter().any(|revenu| revenus.a(revenu));
    if !gagne || REMPLACEMENT.into_iter().any(|revenu| revenus.a(revenu)) {
        return Ok(gagne);
    }
    let travaille =
        matches!(d.adulte(qui, Adulte::ACTIVITE)?, Activite::Salarie | Activite::Esat | Activite::Independant | Activite::Etudiant);
    if !travaille {
        d.remarque("Les gains d’un travail terminé, que rien ne remplace, ne sont pas comptés (CASF, art. R. 262-13).");
    }
    Ok(travaille)
}

/// R. 262-7, II, 3°, R. 262-10-1 et R. 262-11 : les prestations familiales versées, moins ce qui n'est pas compté.
pub(super) fn prestations(d: &mut Dossier, foyer: &Composition, isole: bool) -> Result<Euros<Mois>, Arret> {
    if foyer.enfants.is_empty() {
        return Ok(Euros::ZERO);
    }
    d.detaille("Prestations familiales comptées", "ce que la Caf verse, sauf ce que la loi écarte", |d| {
        let mut total = Ok(Euros::ZERO);
        for (aide, part) in [
            (&allocations_familiales::AIDE, Part::SansMajorations),
            (&complement_familial::AIDE, Part::NonMajore),
            (&allocation_soutien_familial::AIDE, Part::Plafonnee),
            (&allocation_de_base::AIDE, if isole { Part::ApresTroisMois } else { Part::Entiere }),
        ] {
            total = ensemble(total, comptee(d, aide, foyer, part)).map(|(total, une)| total + une);
        }
        for qui in 0..d.situation.adultes.len() {
            total = ensemble(total, mensuelle(d, &prepare::AIDE, Beneficiaire::Adulte(qui))).map(|(total, une)| total + une);
        }
        total
    })
}

/// What of a benefit counts.
enum Part {
    Entiere,
    SansMajorations,
    NonMajore,
    Plafonnee,
    ApresTroisMois,
}

fn comptee(d: &mut Dossier, aide: &'static Aide, foyer: &Composition, part: Part) -> Result<Euros<Mois>, Arret> {
    let versee = mensuelle(d, aide, Beneficiaire::Foyer)?;
    if versee.est_nul() {
        return Ok(versee);
    }
    Ok(match part {
        Part::Entiere => versee,
        Part::SansMajorations => versee.au_plus(allocations_familiales::sans_majorations(d)?),
        // R. 262-10-1, I : « à hauteur d'un forfait », sans la CRDS.
        Part::NonMajore => versee.au_plus(bmaf::part(d, "Complément familial compté, au plus", &CF_COMPTE)?),
        Part::Plafonnee => allocation_soutien_familial::plafonnee(d)?,
        Part::ApresTroisMois => {
            let mois = d.valeur(&MOIS_SANS_ALLOCATION_DE_BASE)?.mois();
            let petit = foyer.enfants.iter().any(|enfant| d.mois <= MoisCivil::de(enfant.naissance).plus(mois));
            if petit { Euros::ZERO } else { versee }
        }
    })
}

/// What an aid pays a month: nothing when refused.
pub(super) fn mensuelle(d: &mut Dossier, aide: &'static Aide, pour: Beneficiaire) -> Result<Euros<Mois>, Arret> {
    match d.droit(aide, pour)? {
        None => Ok(Euros::ZERO),
        Some(Montant::ParMois(montant)) => Ok(montant),
        Some(_) => {
            Err(d.hors_champ("Une prestation de votre foyer n’a pas de montant connu par mois\u{a0}: elle compte dans les ressources."))
        }
    }
}

/// L'AAH et ses compléments.
fn handicap(d: &mut Dossier) -> Result<Euros<Mois>, Arret> {
    d.detaille("AAH et compléments", "montants du mois, pour chacun", |d| {
        let mut total = Ok(Euros::ZERO);
        for qui in 0..d.situation.adultes.len() {
            for aide in [&aah::AIDE, &mva::AIDE, &complement_ressources::AIDE] {
                total = ensemble(total, mensuelle(d, aide, Beneficiaire::Adulte(qui))).map(|(total, une)| total + une);
            }
        }
        total
    })
}

/// L. 262-4, 2° et L. 262-6 : asked last, when all else opens the right.
pub(super) fn sejour(d: &mut Dossier, foyer: &Composition) -> Result<(), Arret> {
    if !d.foyer(Foyer::SEJOUR_REGULIER)?.est_oui() && (!foyer.seul || foyer.parent(d)) {
        return Err(d.hors_champ("Quand un seul de vous remplit la condition de nationalité ou de séjour, ou qu’un parent est isolé, la règle change\u{a0}: la Caf examine votre situation.",
        ));
    }
    d.condition("La nationalité française, ou un droit de séjour", &L262_4, |d| Ok(d.foyer(Foyer::SEJOUR_REGULIER)?.est_oui()));
    d.verdict()
}

/// What is known of the household and not worked out.
fn prudence(d: &mut Dossier, isole: bool) {
    for qui in 0..d.situation.adultes.len() {
        let conge = d.facultatif(Lieu::Adulte(qui), Adulte::CONGE_PARENTAL).is_some_and(|conge| conge != CongeParental::Aucun);
        // Nobody is asked a date of birth for this sentence.
        let naissance = d.situation.adultes.get(qui).and_then(|adulte| adulte.valeur(Adulte::NAISSANCE));
        let inaptitude = d.ligne_au(&AGE_INAPTITUDE, d.jour).map(|ligne| ligne.valeur);
        if naissance.zip(inaptitude).is_some_and(|(naissance, age)| age <= age_au(naissance, d.jour)) {
            d.avertit(
                "À l’âge de la retraite à taux plein, ou dès celle pour inaptitude, la pension et l’Aspa passent avant le RSA\u{a0}: demandez-les (CASF, art. L. 262-10).",
            );
        }
        if conge && !isole {
            d.a_confirmer("Un congé parental empêche en général le RSA (CASF, art. L. 262-4, 4°)\u{a0}: la Caf examine votre situation.");
        }
    }
    alternance(d);
}

pub(super) fn alternance(d: &mut Dossier) {
    for rang in 0..d.situation.enfants.len() {
        if d.facultatif(Lieu::Enfant(rang), Enfant::GARDE) == Some(Garde::Alternee) {
            d.a_confirmer(
                "Un enfant en résidence alternée compte ici en entier, ou pas du tout\u{a0}: la Caf peut le compter pour moitié.",
            );
        }
    }
}
