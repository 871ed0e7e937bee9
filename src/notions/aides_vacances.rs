//! What the holiday aids of the Caf share: the national frame, and the conditions that each Caf writes in its scale.

mod montants;

use crate::{
    grandeurs::*,
    moteur::{
        AideLocale, Arret, Article, BaremeLocal, Dossier, ensemble,
        local::{Ages, Cas, JourAge, LabelLocal, Tranche},
    },
    notions::{quotient, vacances_scolaires},
    situation::{Aeeh, Couple, Enfant, Foyer, Label, Lieu, NatureSejour, Sejour},
};
pub use montants::{Mesure, montant};
use std::cmp::Reverse;

pub static F2038: Article = Article {
    nom: "Service-public, fiche «\u{a0}Aides aux vacances de la Caf\u{a0}» (F2038)",
    lien: "https://www.service-public.fr/particuliers/vosdroits/F2038",
};

/// What a Caf sets by itself: the step « Barème retenu » says where its scale was read.
pub static REGLES_DE_LA_CAF: Article = Article { nom: "Barème de votre Caf", lien: "https://www.caf.fr" };

/// The project is of the kind that the aid is for; stops when there is no project or one of another kind: the rest is then
/// beside the point.
pub fn exige_nature(
    d: &mut Dossier,
    quoi: &'static str,
    article: &'static Article,
    sejour: usize,
    convient: fn(NatureSejour) -> bool,
) -> Result<(), Arret> {
    let remplie = d.condition(quoi, article, |d| Ok(convient(d.sejour(sejour, Sejour::NATURE)?)));
    if remplie == Some(false) || d.situation.sejours.get(sejour).is_none() { d.verdict() } else { Ok(()) }
}

/// The scale of the household's Caf for the year of the stay.
pub fn exige_bareme<'a>(d: &mut Dossier<'a>, aide: AideLocale, sejour: usize, inconnu: &'static str) -> Option<&'a BaremeLocal> {
    let mut trouve = None;
    d.condition("Un barème connu de votre Caf", &F2038, |d| {
        let (departement, debut) = ensemble(d.foyer(Foyer::DEPARTEMENT), d.sejour(sejour, Sejour::DEBUT))?;
        trouve = d.bareme_local(aide, Some(departement), debut.year());
        match trouve {
            Some(_) => Ok(true),
            None if d.attend_les_baremes_locaux() => Err(d.en_attente()),
            None => Err(d.hors_bareme(inconnu)),
        }
    });
    trouve
}

/// A benefit for the children is paid; a scale may want one of a given month.
pub fn exige_prestation(d: &mut Dossier, bareme: Option<&BaremeLocal>, sejour: usize) {
    d.condition("Une prestation de la Caf ou de la MSA pour vos enfants", &F2038, |d| {
        let percue = d.foyer(Foyer::PRESTATION_FAMILIALE)?.est_oui();
        if let Some(reference) = bareme.and_then(|b| b.mois_prestation)
            && percue
        {
            let mois = reference.mois(d.sejour(sejour, Sejour::DEBUT)?.year(), d.mois);
            d.avertit(format!("Il faut en avoir perçu une en {mois}."));
        }
        Ok(percue)
    });
}

/// Dates, length, label, days of the year.
pub fn exige_sejour(d: &mut Dossier, bareme: &BaremeLocal, sejour: usize) {
    let duree = &bareme.duree;
    d.condition(libelle_duree(bareme), &REGLES_DE_LA_CAF, |d| {
        let jours = jours(d, sejour)?;
        let dans = |min: Option<u32>, max: Option<u32>, n: u32| min.is_none_or(|min| min <= n) && max.is_none_or(|max| n <= max);
        Ok(dans(duree.jours_min, duree.jours_max, jours) && dans(duree.nuits_min, duree.nuits_max, jours.saturating_sub(1)))
    });
    if !bareme.labels.is_empty() {
        d.condition("Un lieu labellisé Vacaf, ou conventionné si votre Caf l’admet", &REGLES_DE_LA_CAF, |d| {
            Ok(match d.sejour(sejour, Sejour::LABEL)? {
                Label::Vacaf => bareme.labels.contains(&LabelLocal::Vacaf),
                Label::Conventionne => bareme.labels.contains(&LabelLocal::Conventionne),
                Label::Aucun => false,
            })
        });
    }
    if !bareme.periodes.is_empty() {
        d.condition("Un séjour aux dates que retient votre Caf", &REGLES_DE_LA_CAF, |d| {
            let (debut, fin) = ensemble(d.sejour(sejour, Sejour::DEBUT), d.sejour(sejour, Sejour::FIN))?;
            Ok(bareme.periodes.iter().any(|p| {
                let (du, au) = (p.du.en(debut.year()), p.au.en(debut.year()));
                d.local(bareme, "Dates retenues", format!("du {} au {}", ecris_jour(du), ecris_jour(au)));
                du <= debut && fin <= au
            }))
        });
    }
}

/// « Un séjour de 4 jours au moins et de 15 jours au plus ».
fn libelle_duree(bareme: &BaremeLocal) -> String {
    let duree = &bareme.duree;
    let nombre =
        |n: Option<u32>, unite: &str, borne: &str| n.map(|n| format!("{n}\u{a0}{unite}{} au {borne}", if n < 2 { "" } else { "s" }));
    let bornes = [
        nombre(duree.jours_min, "jour", "moins"),
        nombre(duree.nuits_min, "nuit", "moins"),
        nombre(duree.jours_max, "jour", "plus"),
        nombre(duree.nuits_max, "nuit", "plus"),
    ];
    let bornes: Vec<String> = bornes.into_iter().flatten().collect();
    if bornes.is_empty() {
        "Un séjour dont les dates sont connues".to_owned()
    } else {
        format!("Un séjour de {}", bornes.join(" et de "))
    }
}

/// Days of a stay, first and last included.
pub fn jours(d: &mut Dossier, sejour: usize) -> Result<u32, Arret> {
    let (debut, fin) = ensemble(d.sejour(sejour, Sejour::DEBUT), d.sejour(sejour, Sejour::FIN))?;
    let ecart = u32::try_from((fin - debut).whole_days()).map_err(|_| d.redemande(Lieu::Sejour(sejour), Sejour::FIN))?;
    Ok(d.pose("Durée du séjour", "du premier au dernier jour, tous deux compris", Jours(ecart.saturating_add(1))).0)
}

/// School holidays: as the scale says; else as the national frame does, for the children of some ages or for all. An aid with a
/// name of its own is outside that frame.
pub fn exige_vacances(
    d: &mut Dossier,
    bareme: &BaremeLocal,
    sejour: usize,
    enfants: &[usize],
    cadre: fn(&mut Dossier) -> Result<Option<Ages>, Arret>,
) {
    if bareme.vacances_scolaires.is_none() && bareme.nom_local.is_some() {
        return;
    }
    let regle = bareme.vacances_scolaires.clone().unwrap_or_default();
    d.condition("Un séjour pendant les vacances scolaires", &F2038, |d| {
        let ages = if regle.ages.is_some() { regle.ages } else { cadre(d)? };
        let concernes = match ages {
            Some(ages) => au_moins_un(enfants, |rang| a_l_age(d, &ages, rang, sejour))?,
            None => true,
        };
        Ok(!concernes || vacances_scolaires::pendant(d, sejour, regle.week_ends)?)
    });
}

/// « Un enfant qui part, de 3 ans au moins et de 17 ans au plus ».
pub fn libelle_enfant(bareme: &BaremeLocal) -> String {
    let (ages, fenetre) = (bareme.ages.as_ref(), bareme.naissance.as_ref());
    let bornes = [
        ages.and_then(|a| a.min).map(|min| format!("de {} au moins", Annees(min))),
        ages.and_then(|a| a.max).map(|max| format!("de {} au plus", Annees(max))),
        fenetre.and_then(|f| f.du).map(|du| format!("né le {} ou après", ecris_jour(du.0))),
        fenetre.and_then(|f| f.au).map(|au| format!("né le {} ou avant", ecris_jour(au.0))),
    ];
    std::iter::once("Un enfant qui part".to_owned()).chain(bornes.into_iter().flatten()).collect::<Vec<_>>().join(", ")
}

/// Whether a child is of the ages and in the birth window of a scale.
pub fn enfant_retenu(d: &mut Dossier, bareme: &BaremeLocal, enfant: usize, sejour: usize) -> Result<bool, Arret> {
    let mut retenu = true;
    if let Some(fenetre) = &bareme.naissance {
        let naissance = d.enfant(enfant, Enfant::NAISSANCE)?;
        let (du, au) = (fenetre.du.map(|j| j.0), fenetre.au.map(|j| j.0));
        retenu = du.is_none_or(|du| du <= naissance) && au.is_none_or(|au| naissance <= au);
    }
    match &bareme.ages {
        Some(ages) => Ok(a_l_age(d, ages, enfant, sejour)? && retenu),
        None => d.enfant(enfant, Enfant::NAISSANCE).map(|_| retenu),
    }
}
fn a_l_age(d: &mut Dossier, ages: &Ages, enfant: usize, sejour: usize) -> Result<bool, Arret> {
    let (naissance, debut) = ensemble(d.enfant(enfant, Enfant::NAISSANCE), d.sejour(sejour, Sejour::DEBUT))?;
    let au = match ages.au {
        JourAge::DebutSejour => debut,
        JourAge::PremierJanvier => MoisCivil::le(debut.year(), 1).premier_jour(),
        JourAge::FinAnneePrecedente => MoisCivil::le(debut.year().saturating_sub(1), 12).dernier_jour(),
    };
    let age = d.pose("Âge retenu", "âge révolu au jour que fixe le barème", age_au(naissance, au));
    Ok(naissance <= au && ages.min.is_none_or(|min| Annees(min) <= age) && ages.max.is_none_or(|max| age <= Annees(max)))
}

/// Whether one of the children is as wanted; what is missing is only asked when no other one settles it.
pub fn au_moins_un(enfants: &[usize], mut examine: impl FnMut(usize) -> Result<bool, Arret>) -> Result<bool, Arret> {
    let mut aucun = Ok(());
    for rang in enfants {
        match examine(*rang) {
            Ok(true) => return Ok(true),
            Ok(false) => {}
            Err(arret) => aucun = ensemble(aucun, Err::<(), _>(arret)).map(|_| ()),
        }
    }
    aucun.map(|()| false)
}

/// The children of the household who leave, by their indices.
pub fn partants(d: &mut Dossier, sejour: usize) -> Result<Vec<usize>, Arret> {
    let rangs = d.sejour(sejour, Sejour::ENFANTS)?;
    Ok((0..d.situation.enfants.len()).filter(|rang| rangs.contient(*rang)).collect())
}

/// Whether a child who leaves has the AEEH.
pub fn un_enfant_aeeh(d: &mut Dossier, enfants: &[usize]) -> Result<bool, Arret> {
    au_moins_un(enfants, |rang| Ok(d.enfant(rang, Enfant::AEEH)? != Aeeh::Aucune))
}

/// The band of the household's quotient. When none is bounded, no quotient is asked for.
pub fn exige_tranche<'a>(d: &mut Dossier, bareme: &'a BaremeLocal, sejour: usize, enfants: &[usize]) -> Option<&'a Tranche> {
    if let [tranche] = bareme.tranches.as_slice()
        && !tranche.est_bornee()
    {
        return Some(tranche);
    }
    let plafond = bareme.tranches.iter().filter(|t| t.si.is_none()).filter_map(|t| t.max).max();
    let quoi = match plafond {
        Some(max) => format!("Un quotient familial d’au plus {}", ecris_euros(max.decimal())),
        None => "Un quotient familial prévu par le barème de votre Caf".to_owned(),
    };
    let mut trouvee = None;
    d.condition(quoi, &REGLES_DE_LA_CAF, |d| {
        let annee = d.sejour(sejour, Sejour::DEBUT).map(|debut| debut.year());
        let reference = annee.map(|annee| bareme.mois_quotient.map(|reference| reference.mois(annee, d.mois)));
        let quotient = match reference {
            Ok(mois) => quotient::retenu(d, mois),
            Err(arret) => ensemble(quotient::retenu(d, None), Err::<(), _>(arret)).map(|(quotient, ())| quotient),
        };
        let (quotient, cas) = ensemble(quotient, cas_remplis(d, bareme, enfants))?;
        trouvee = tranche(d, bareme, quotient.decimal(), &cas, enfants.len());
        Ok(trouvee.is_some())
    });
    trouvee
}

/// Which of the cases that the scale names are the household's.
fn cas_remplis(d: &mut Dossier, bareme: &BaremeLocal, enfants: &[usize]) -> Result<Vec<Cas>, Arret> {
    let mut remplis = Ok(Vec::new());
    for cas in [Cas::Aeeh, Cas::ParentSeul, Cas::EnfantHandicape, Cas::ParentSeulEtEnfantHandicape] {
        if !bareme.tranches.iter().any(|t| t.si == Some(cas)) {
            continue;
        }
        let seul = |d: &mut Dossier| Ok(d.foyer(Foyer::COUPLE)? == Couple::Seul);
        let handicape = |d: &mut Dossier| au_moins_un(enfants, |rang| Ok(d.enfant(rang, Enfant::HANDICAP)?.reconnu()));
        let rempli = match cas {
            Cas::Aeeh => un_enfant_aeeh(d, enfants),
            Cas::ParentSeul => seul(d),
            Cas::EnfantHandicape => handicape(d),
            Cas::ParentSeulEtEnfantHandicape => ensemble(seul(d), handicape(d)).map(|(seul, handicape)| seul && handicape),
        };
        remplis = ensemble(remplis, rempli).map(|(mut remplis, rempli)| {
            remplis.extend(rempli.then_some(cas));
            remplis
        });
    }
    remplis
}

/// The band of a figure, the special ones first; between two bands written in whole euros, the next one, to be confirmed.
fn tranche<'a>(d: &mut Dossier, bareme: &'a BaremeLocal, quotient: Decimal, cas: &[Cas], enfants: usize) -> Option<&'a Tranche> {
    let vaut = |t: &&Tranche| {
        t.si.is_none_or(|si| cas.contains(&si)) && t.enfants_min.is_none_or(|min| usize::try_from(min).is_ok_and(|min| min <= enfants))
    };
    let mut possibles: Vec<&Tranche> = bareme.tranches.iter().filter(vaut).collect();
    // The most particular case first.
    ranges(&mut possibles, |t| (t.si.is_none(), t.si != Some(Cas::ParentSeulEtEnfantHandicape), Reverse(t.enfants_min)));
    if let Some(exacte) = possibles.iter().find(|t| t.sur_min(quotient) && t.sous_max(quotient)) {
        return Some(exacte);
    }
    let suivante = possibles.iter().filter(|t| !t.sur_min(quotient)).min_by_key(|t| t.min)?;
    let entre_deux = possibles.iter().any(|t| !t.sous_max(quotient));
    entre_deux.then(|| {
        d.a_confirmer(format!(
            "Votre quotient familial de {} tombe entre deux tranches publiées\u{a0}: nous avons retenu la moins favorable.",
            ecris_euros(quotient)
        ));
        *suivante
    })
}

/// What the scale says besides, and the doubts of the band.
pub fn dit_les_notes(d: &mut Dossier, bareme: &BaremeLocal, tranche: &Tranche, sejour: usize) {
    let du_reseau = bareme.labels.is_empty() && bareme.nom_local.is_none();
    if du_reseau && d.facultatif(Lieu::Sejour(sejour), Sejour::LABEL) != Some(Label::Vacaf) {
        d.avertit("Le lieu doit en général être labellisé Vacaf\u{a0}: vérifiez-le auprès de l’organisateur.");
    }
    for phrase in bareme.notes.iter().chain(&bareme.cumul) {
        d.avertit(phrase.clone());
    }
    if let Some(doute) = &tranche.a_confirmer {
        d.a_confirmer(doute.clone());
    }
}
