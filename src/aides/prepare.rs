//! Prestation partagée d'éducation de l'enfant, la PreParE (CSS, art. L. 531-4, D. 531-4, D. 531-13).

use crate::{
    baremes::{bmaf::CRDS, prepare::*},
    grandeurs::*,
    moteur::*,
    notions::{
        bmaf, charges,
        petite_enfance::{Accueil, accueils, ensemble_au_plus},
        territoire::{MAYOTTE, Territoire, territoire},
    },
    situation::{Adulte, CongeParental, Couple, Foyer},
};

static L531_4: Article = Article {
    nom: "CSS, art. L. 531-4 (service-public, fiche F32485)",
    lien: "https://www.service-public.fr/particuliers/vosdroits/F32485",
};
legi!(D531_4, "CSS, art. D. 531-4", "LEGIARTI000030058471");

pub static AIDE: Aide = Aide {
    id: "prepare",
    nom: "PreParE, pour arrêter ou réduire son travail (congé parental)",
    resume: "Une somme chaque mois au parent qui arrête ou réduit son travail pour élever son jeune enfant.",
    famille: Famille::Prestations,
    textes: &[&L531_4, &D531_4],
    depend: &[],
    regle: Regle::Adulte(calcule),
};

/// What the household is, for the right of both parents.
struct Menage {
    /// The children who open the right.
    petits: Vec<Accueil>,
    enfants: u32,
    couple: bool,
}

/// What a parent asks for: a rate, until when at most.
#[derive(Clone, Copy)]
struct Formule {
    taux: &'static Bareme<Taux>,
    limite: &'static Bareme<Annees>,
    mois: &'static Bareme<Coef>,
    majoree: bool,
}

fn calcule(d: &mut Dossier, moi: usize) -> Issue {
    let mois = d.mois;
    let (mut petits, mut enfants) = (Vec::new(), 0);
    d.condition("Un enfant assez jeune, né ou arrivé avant ce mois", &L531_4, |d| {
        let tous = accueils(d)?;
        enfants = u32::try_from(tous.len()).unwrap_or(u32::MAX);
        let limite = d.valeur(if enfants < 2 { &LIMITE_UN } else { &LIMITE_PLUSIEURS })?;
        petits = tous.into_iter().filter(|enfant| enfant.est_dans(limite, mois)).collect();
        let des = if petits.is_empty() { charges::naissance_qui_complete(d, 0, 1) } else { None };
        Ok(Verdict { rempli: !petits.is_empty(), des })
    });
    d.verdict()?;
    let (couple, lieu) = ensemble(d.foyer(Foyer::COUPLE), territoire(d))?;
    if lieu == Territoire::Mayotte {
        return Err(d.hors_champ(MAYOTTE));
    }
    let menage = Menage { petits, enfants, couple: couple != Couple::Seul };
    let Some(formule) = demandee(d, moi, enfants)? else {
        d.condition("Avoir arrêté ou réduit votre travail pour l’élever", &L531_4, |_| Ok(false));
        return d.verdict().map(|()| Montant::ParMois(Euros::ZERO));
    };
    d.condition("Un mois entier de congé ou de travail réduit", &L531_4, |d| {
        let premier = premier_mois(d, moi)?;
        Ok(Verdict { rempli: premier <= mois, des: (mois < premier).then(|| premier.premier_jour()) })
    });
    d.condition("Avoir cotisé huit trimestres pour la retraite avant cet enfant", &L531_4, |d| {
        Ok(d.adulte(moi, Adulte::HUIT_TRIMESTRES)?.est_oui())
    });
    d.condition("Ne pas avoir atteint la durée maximale", &L531_4, |d| dans_la_duree(d, moi, &menage, formule));
    d.verdict()?;

    previent(d, &menage, formule);
    let part = bmaf::part(d, "PreParE", formule.taux)?;
    let entiere = bmaf::verse(d, part, bmaf::par_quotient)?;
    // The law caps both parents together: the limit is taken on the second one's card.
    let montant = if menage.couple && moi != PREMIER { a_deux(d, &menage, entiere)? } else { entiere };
    Ok(Montant::ParMois(montant))
}

const PREMIER: usize = 0;

/// What the answers of a parent ask for; none when work was not stopped.
fn demandee(d: &mut Dossier, qui: usize, enfants: u32) -> Result<Option<Formule>, Arret> {
    let (limite, mois) = if enfants < 2 { (&LIMITE_UN, &MOIS_UN) } else { (&LIMITE_PLUSIEURS, &MOIS_PLUSIEURS) };
    let simple = |taux| Some(Formule { taux, limite, mois, majoree: false });
    Ok(match d.adulte(qui, Adulte::CONGE_PARENTAL)? {
        CongeParental::Aucun => None,
        CongeParental::MiTemps => simple(&TAUX_MI_TEMPS),
        CongeParental::PlusDuMiTemps => simple(&TAUX_PLUS_DU_MI_TEMPS),
        CongeParental::Total => {
            let assez = d.valeur(&ENFANTS_MAJOREE)?.entier() <= enfants;
            if assez && d.adulte(qui, Adulte::PREPARE_MAJOREE)?.est_oui() {
                Some(Formule { taux: &TAUX_MAJORE, limite: &LIMITE_MAJOREE, mois: &MOIS_MAJOREE, majoree: true })
            } else {
                simple(&TAUX_PLEIN)
            }
        }
    })
}

/// The first whole month of leave.
fn premier_mois(d: &mut Dossier, qui: usize) -> Result<MoisCivil, Arret> {
    let depuis = d.adulte(qui, Adulte::CONGE_PARENTAL_DEPUIS)?;
    let mois = MoisCivil::de(depuis);
    Ok(if depuis.day() == 1 { mois } else { mois.plus(1) })
}

/// L. 531-4 : jusqu'à un anniversaire, et dans un couple un nombre de mois pour chacun, moins ceux d'indemnités après la
/// naissance à partir de deux enfants.
fn dans_la_duree(d: &mut Dossier, qui: usize, menage: &Menage, formule: Formule) -> Result<bool, Arret> {
    let (limite, mois) = (d.valeur(formule.limite)?, d.mois);
    if !menage.petits.iter().any(|enfant| enfant.est_dans(limite, mois)) {
        return Ok(false);
    }
    if !menage.couple {
        return Ok(true);
    }
    let premier = premier_mois(d, qui)?;
    let mut duree = d.valeur(formule.mois)?.entier();
    if 1 < menage.enfants {
        duree = duree.saturating_sub(d.adulte(qui, Adulte::MOIS_POSTNATALS)?);
    }
    let duree = d.pose("Mois de PreParE", "durée pour un parent, moins les mois d’indemnités", duree);
    let fin = premier.plus(i32::try_from(duree).unwrap_or(i32::MAX));
    d.pose("Premier mois sans PreParE", "premier mois de congé + durée", fin);
    Ok(d.mois < fin)
}

fn previent(d: &mut Dossier, menage: &Menage, formule: Formule) {
    if menage.petits.iter().any(|enfant| enfant.adopte) {
        d.a_confirmer("Pour un enfant adopté, les durées de la PreParE n’ont pas été trouvées\u{a0}: nous comptons depuis son arrivée celles d’une naissance.");
    }
    if 2 < ensemble_au_plus(&menage.petits) {
        d.a_confirmer("Après une naissance de triplés ou plus, la PreParE dure plus longtemps\u{a0}: sa durée n’a pas été trouvée.");
    }
    if formule.majoree {
        d.avertit("La PreParE majorée est plus courte, et ce choix est définitif.");
    }
}

/// F32485 : à deux, pas plus que le taux plein. What the first parent receives counts first.
fn a_deux(d: &mut Dossier, menage: &Menage, entiere: Euros<Mois>) -> Result<Euros<Mois>, Arret> {
    let Some(formule) = demandee(d, PREMIER, menage.enfants)? else { return Ok(entiere) };
    let recoit = premier_mois(d, PREMIER)? <= d.mois
        && d.adulte(PREMIER, Adulte::HUIT_TRIMESTRES)?.est_oui()
        && dans_la_duree(d, PREMIER, menage, formule)?;
    if !recoit {
        return Ok(entiere);
    }
    if formule.majoree {
        d.a_confirmer("L’autre parent reçoit la PreParE majorée : la limite pour vous deux n’a pas été trouvée.");
    }
    let sienne = d.detaille("PreParE de l’autre parent", "sa part de la BMAF, moins la CRDS", |d| net(d, formule.taux))?;
    let plein = d.detaille("Limite pour les deux parents", "le taux plein, moins la CRDS", |d| net(d, &TAUX_PLEIN))?;
    let reste = (plein - sienne).au_moins(Euros::ZERO);
    d.condition("À deux, ne pas dépasser le taux plein", &L531_4, |_| Ok(!reste.est_nul()));
    d.verdict()?;
    Ok(d.pose("Ce qui reste pour vous", "votre PreParE, sans dépasser la limite à deux", entiere.au_plus(reste)))
}

/// What is paid of a rate of the BMAF.
pub(super) fn net(d: &mut Dossier, taux: &'static Bareme<Taux>) -> Result<Euros<Mois>, Arret> {
    let exact = bmaf::part(d, "Part de la BMAF", taux)?;
    Ok(Euros::de(bmaf::par_quotient(exact.decimal(), d.valeur(&CRDS)?)))
}
