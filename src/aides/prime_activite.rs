//! Prime d'activité (CSS, art. L. 841-1 à L. 847-1, R. 842-1 à R. 845-4, D. 843-1 à D. 843-4).

use super::{aah, aide_logement, complement_ressources, mva, rsa};
use crate::{
    baremes::{
        enfants::{HEURES_SMIC, PART_SMIC},
        prime_activite::*,
        smic::HORAIRE,
    },
    grandeurs::*,
    moteur::*,
    notions::{
        bmaf,
        minima::{self, Composition, Trimestriels},
        territoire::{Territoire, territoire},
    },
    situation::{Activite, Adulte},
};

legi!(L842_2, "CSS, art. L. 842-2", "LEGIARTI000031087615");
legi!(D843_1, "CSS, art. L. 842-3 et D. 843-1", "LEGIARTI000031673885");
legi!(D843_2, "CSS, art. D. 843-2", "LEGIARTI000037873473");
legi!(D843_3, "CSS, art. D. 843-3", "LEGIARTI000037462909");
legi!(D843_4, "CSS, art. D. 843-4", "LEGIARTI000036579172");
legi!(R844_3, "CSS, art. R. 844-3", "LEGIARTI000048841687");

pub static AIDE: Aide = Aide {
    id: "prime_activite",
    nom: "Prime d’activité",
    resume: "Un complément chaque mois pour qui travaille et gagne peu.",
    famille: Famille::Minima,
    textes: &[&L842_2, &D843_1, &D843_2, &D843_3, &D843_4, &R844_3],
    depend: rsa::PRESTATIONS,
    regle: Regle::Foyer(calcule),
};

fn calcule(d: &mut Dossier) -> Issue {
    let (base, mois) = (d.valeur(&MONTANT)?, d.mois);
    let trimestre = minima::trimestre(d)?;
    let (foyer, revenus) = ensemble(minima::composition(d, base, mois), revenus(d, trimestre))?;
    travail(d, &revenus)?;
    // First without what lowers it: who earns too much is asked nothing else.
    let au_plus = d.detaille("Prime au plus", "la plus haute des trois mois, sans autre ressource que le travail", |d| {
        let forfaitaire = minima::forfaitaire(d, &foyer, base, foyer.seul && foyer.parent(d))?;
        (0..trimestre.len()).try_fold(Euros::ZERO, |au_plus, rang| {
            let gains: Vec<_> = revenus.iter().map(|siens| siens.du_mois(rang).0).chain(foyer.gains.iter().copied()).collect();
            Ok(au_plus.au_moins(prime(d, base, forfaitaire, &gains, Euros::ZERO)?))
        })
    })?;
    suffit(d, au_plus)?;
    acces(d, &foyer, &revenus);
    d.verdict()?;
    if territoire(d)? == Territoire::Mayotte {
        return Err(d.hors_champ(rsa::MAYOTTE));
    }
    let (isole, _) = ensemble(minima::est_isole(d, &foyer), aide_logement::percue(d, mois))?;
    let (prestations, handicap) = ensemble(rsa::prestations(d, &foyer, isole), handicap(d))?;
    let mut total = Euros::ZERO;
    for (rang, mois) in trimestre.into_iter().enumerate() {
        let du_mois = d.detaille(
            format!("Prime calculée pour {mois}"),
            "montant forfaitaire + part des gains + bonifications − ressources",
            |d| {
                let foyer = minima::composition(d, base, mois)?;
                let isole = minima::est_isole(d, &foyer)?;
                let forfaitaire = minima::forfaitaire(d, &foyer, base, isole)?;
                let aide = aide_logement::percue(d, mois)?;
                let mut autres = prestations + minima::forfait_logement(d, &foyer, base, aide)?;
                let mut gains = foyer.gains.clone();
                for (siens, (aah, complements)) in revenus.iter().zip(&handicap) {
                    let (travail, reste) = siens.du_mois(rang);
                    let compte = compte_comme_travail(d, travail, *aah)?;
                    gains.push(if compte { travail + *aah } else { travail });
                    autres = autres + reste + *complements + if compte { Euros::ZERO } else { *aah };
                }
                prime(d, base, forfaitaire, &gains, autres)
            },
        )?;
        total = total + du_mois;
    }
    let moyenne = d.pose("Moyenne des trois mois", "somme ÷ trois", total / Coef::c(3, 0));
    suffit(d, moyenne)?;
    rsa::sejour(d, &foyer)?;
    rsa::alternance(d);
    Ok(Montant::ParMois(bmaf::verse(d, moyenne, bmaf::par_produit)?))
}

fn revenus(d: &mut Dossier, trimestre: [MoisCivil; 3]) -> Result<Vec<Trimestriels>, Arret> {
    let mut tous = Ok(Vec::new());
    for qui in 0..d.situation.adultes.len() {
        tous = ensemble(tous, minima::revenus(d, qui, trimestre, true)).map(|(mut tous, siens)| {
            tous.push(siens);
            tous
        });
    }
    tous
}

fn a_travaille(siens: &Trimestriels) -> bool {
    siens.travail.iter().any(|gain| !gain.est_nul())
}

fn travail(d: &mut Dossier, revenus: &[Trimestriels]) -> Result<(), Arret> {
    d.condition("Un revenu du travail dans le trimestre", &L842_2, |_| Ok(revenus.iter().any(a_travaille)));
    d.verdict()
}

/// L. 842-2 : avoir dix-huit ans ; un étudiant, un apprenti ou un stagiaire, assez chaque mois.
fn acces(d: &mut Dossier, foyer: &Composition, revenus: &[Trimestriels]) {
    let actifs: Vec<usize> = revenus.iter().enumerate().filter(|(_, siens)| a_travaille(siens)).map(|(qui, _)| qui).collect();
    d.condition("Avoir dix-huit ans", &L842_2, |d| {
        let (fin, age) = (d.mois.dernier_jour(), d.valeur(&AGE)?);
        let mut des = Date::MAX;
        for qui in 0..revenus.len() {
            des = des.min(anniversaire(d.adulte(qui, Adulte::NAISSANCE)?, age));
            if des <= fin {
                return Ok(Verdict::from(true));
            }
        }
        Ok(Verdict { rempli: false, des: Some(des) })
    });
    d.condition("Étudiant ou apprenti, gagner assez chaque mois", &L842_2, |d| {
        for qui in &actifs {
            if d.adulte(*qui, Adulte::ACTIVITE)? != Activite::Etudiant {
                return Ok(true);
            }
        }
        let seuil = Euros::<Mois>::de((d.valeur(&HORAIRE)? * d.valeur(&HEURES_SMIC)? * d.valeur(&PART_SMIC)?).decimal());
        let seuil = d.pose("À dépasser chaque mois", "Smic horaire × heures × part du Smic", seuil);
        let assez = |qui: usize| revenus.get(qui).is_some_and(|siens| siens.travail.iter().all(|gain| seuil < *gain));
        Ok(actifs.into_iter().any(assez) || minima::est_isole(d, foyer)?)
    });
}

/// L. 842-3 : le montant forfaitaire, la part des gains et les bonifications, moins les ressources, comptées au moins pour le
/// montant forfaitaire.
fn prime(
    d: &mut Dossier,
    base: Euros<Mois>,
    forfaitaire: Euros<Mois>,
    gains: &[Euros<Mois>],
    autres: Euros<Mois>,
) -> Result<Euros<Mois>, Arret> {
    let travail: Euros<Mois> = gains.iter().copied().sum();
    let travail = d.pose("Gains du mois", "salaires et bénéfices du foyer", travail);
    let pente = d.valeur(&PENTE)?;
    let part = d.pose("Part des gains", "gains × part qui s’ajoute", travail * pente);
    let bonifications = d.detaille("Bonifications", "selon ce que chacun gagne", |d| bonifications(d, base, gains))?;
    let ressources =
        d.pose("Ressources", "gains + autres ressources, au moins le montant forfaitaire", (travail + autres).au_moins(forfaitaire));
    Ok((forfaitaire + part + bonifications - ressources).au_moins(Euros::ZERO))
}

/// D. 843-2 : de rien à la bonification entière, entre deux nombres de Smic horaires.
fn bonifications(d: &mut Dossier, base: Euros<Mois>, gains: &[Euros<Mois>]) -> Result<Euros<Mois>, Arret> {
    let smic = d.valeur(&HORAIRE)?.decimal();
    let (debut, fin) = (d.valeur(&SEUIL_BONIFICATION)?, d.valeur(&PLEIN_BONIFICATION)?);
    let entiere = (base * d.valeur(&BONIFICATION)?).arrondi_au_centime();
    let (seuil, plein) = (Euros::<Mois>::de(smic) * debut, Euros::<Mois>::de(smic) * fin);
    let une = |gain: &Euros<Mois>| {
        let au_dela = (gain.au_plus(plein) - seuil).au_moins(Euros::ZERO);
        entiere * Coef::de((au_dela / Coef::de((plein - seuil).decimal())).decimal())
    };
    Ok(gains.iter().map(une).sum())
}

/// L. 842-8 et D. 843-4 : l'AAH de qui travaille assez compte comme un gain.
fn compte_comme_travail(d: &mut Dossier, travail: Euros<Mois>, aah: Euros<Mois>) -> Result<bool, Arret> {
    if aah.est_nul() || travail.est_nul() {
        return Ok(false);
    }
    let seuil = d.valeur(&HORAIRE)? * d.valeur(&SEUIL_AAH)?;
    Ok(d.pose("Gain à partir duquel l’AAH compte comme un gain", "nombre de Smic horaires", Euros::<Mois>::de(seuil.decimal())) <= travail)
}

/// The AAH of an adult, and what completes it.
type Handicap = (Euros<Mois>, Euros<Mois>);

/// L'AAH de chacun, et ses compléments.
fn handicap(d: &mut Dossier) -> Result<Vec<Handicap>, Arret> {
    let mut tous = Ok(Vec::new());
    for qui in 0..d.situation.adultes.len() {
        let [aah, mva, complement] =
            [&aah::AIDE, &mva::AIDE, &complement_ressources::AIDE].map(|aide| rsa::mensuelle(d, aide, Beneficiaire::Adulte(qui)));
        tous = ensemble(tous, ensemble(aah, ensemble(mva, complement))).map(|(mut tous, (aah, (mva, complement)))| {
            tous.push((aah, mva + complement));
            tous
        });
    }
    tous
}

fn suffit(d: &mut Dossier, prime: Euros<Mois>) -> Result<(), Arret> {
    let minimum = d.valeur(&MINIMUM)?;
    d.condition("Des revenus assez bas pour cette prime", &D843_1, |_| Ok(minimum <= prime));
    d.verdict()
}
