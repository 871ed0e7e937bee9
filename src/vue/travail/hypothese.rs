//! The household of who works, at any wage. Each hypothesis is said to the person: `suppose`.

use crate::{
    aides::aide_logement,
    grandeurs::*,
    moteur::{Droit, Locaux, Manque, Raison, projette},
    situation::*,
};

/// What is supposed of a wage.
pub const EMPLOI: [&str; 2] = [
    "Un emploi salarié ordinaire, au même salaire depuis plus de deux ans, sans congé ni arrêt : les montants sont ceux d’après, quand tout a suivi. Le RSA, la prime d’activité et l’AAH suivent un salaire qui change en trois mois environ, l’aide au logement en un an, les prestations familiales en deux ans.",
    "Le salaire est le montant net social du bulletin de paie. Le salaire imposable garde avec lui l’écart que disent vos réponses ; sans elles, c’est le même montant, un peu moins que le vrai.",
];
/// And of all the others, in the drawing.
const SUPPOSE: [&str; 2] = [
    "Le travail remplace le chômage, les indemnités journalières, l’Esat et les bénéfices de cette personne. Les autres revenus du foyer restent les mêmes, et ne sont pas dans le dessin.",
    "Seules les aides de chaque mois qui suivent les revenus y sont : ni l’impôt, ni la garde des enfants et l’aide qui la paie, ni les trajets, ni les sommes versées une fois.",
];

/// Said wherever a wage is imagined for who has the AAH.
pub const RSDAE: &str = "De 50 à 79\u{a0}%, la loi dit la RSDAE compatible avec moins d’un mi-temps, quand c’est le handicap qui limite ce temps (CSS, art. D. 821-1-2)\u{a0}: travailler plus peut la faire perdre, et l’AAH avec elle. L’AAH est gardée ici.";
const PENSIONS: &str = "Une pension d’invalidité, une retraite ou l’ASI peut baisser quand on travaille : le dessin les garde entières.";

/// An adult whose wage is imagined.
#[derive(Clone)]
pub struct Hypothese {
    /// The household at the last wage that was set.
    pub situation: Situation,
    pub mois: MoisCivil,
    pub adulte: usize,
    /// What it does without work, and with: a student goes on studying.
    activites: [Activite; 2],
    conge: Option<CongeParental>,
    /// Incomes that a wage leaves as they are.
    autres: Vec<Revenu>,
    /// The taxable wage for one of net wage.
    imposable: Coef,
    /// The wage of today; none when it is not a wage, or not said.
    pub aujourd_hui: Option<i64>,
}

impl Hypothese {
    /// Or the answers that are missing.
    pub fn de(situation: &Situation, mois: MoisCivil, adulte: usize) -> Result<Self, Vec<Manque>> {
        let moi = situation.adultes.get(adulte).cloned().unwrap_or_default();
        let lieu = Lieu::Adulte(adulte);
        let (activite, revenus) = (moi.dit(Adulte::ACTIVITE), moi.dit(Adulte::REVENUS));
        let (Dit::Oui(activite), Dit::Oui(Revenus(revenus))) = (activite.as_ref(), revenus.as_ref()) else {
            let manques = [
                (activite == Dit::Ignore, activite.valeur().is_none(), &Adulte::ACTIVITE.fiche),
                (revenus == Dit::Ignore, revenus.valeur().is_none(), &Adulte::REVENUS.fiche),
            ];
            return Err(manques
                .into_iter()
                .filter(|(_, manque, _)| *manque)
                .map(|(ignore, _, fiche)| Manque { lieu, fiche, ignore })
                .collect());
        };
        let remplaces = [Revenu::Salaire, Revenu::Esat, Revenu::Independant, Revenu::Chomage, Revenu::Indemnites];
        let paye = |question| if revenus.contains(&Revenu::Salaire) { moi.valeur(question).and_then(usuel) } else { None };
        let (net, imposable) = (paye(Adulte::NET_SOCIAL), paye(Adulte::SALAIRE));
        let ecart = net.zip(imposable).filter(|(net, imposable)| !net.est_nul() && !imposable.est_nul());
        let sans_travail = !revenus.iter().any(|revenu| remplaces.contains(revenu));
        let mut hypothese = Hypothese {
            activites: match activite {
                Activite::Etudiant => [Activite::Etudiant; 2],
                Activite::Chomage | Activite::Retraite | Activite::Inactif => [*activite, Activite::Salarie],
                Activite::Salarie | Activite::Esat | Activite::Independant => [Activite::Inactif, Activite::Salarie],
            },
            conge: moi.valeur(Adulte::CONGE_PARENTAL),
            autres: revenus.iter().copied().filter(|revenu| !remplaces.contains(revenu)).collect(),
            imposable: ecart.map_or(Coef::c(1, 0), |(net, imposable)| Coef::de((imposable / Coef::de(net.decimal())).decimal())),
            aujourd_hui: if sans_travail { Some(0) } else { net.map(|net| centimes(net) / 100) },
            situation: situation.clone(),
            mois,
            adulte,
        };
        hypothese.gagne(0);
        oublie_l_aide_d_aujourd_hui(&mut hypothese.situation, mois);
        Ok(hypothese)
    }

    /// What is supposed, said to the person.
    pub fn suppose(&self) -> Vec<&'static str> {
        let taux = self.situation.adultes.get(self.adulte).and_then(|moi| moi.valeur(Adulte::TAUX));
        let pension = [Revenu::Invalidite, Revenu::Retraite, Revenu::Asi].iter().any(|revenu| self.autres.contains(revenu));
        let mut phrases = [EMPLOI, SUPPOSE].concat();
        phrases.extend((taux == Some(TauxIncapacite::De50a79)).then_some(RSDAE));
        phrases.extend(pension.then_some(PENSIONS));
        phrases
    }

    /// Sets a wage, the same for long enough that nothing remembers another.
    pub fn gagne(&mut self, salaire: i64) {
        let travaille = 0 < salaire;
        let [sans, avec] = self.activites;
        let mut revenus = self.autres.clone();
        let conge = match self.conge {
            Some(CongeParental::Total) if !travaille => CongeParental::Total,
            Some(partiel @ (CongeParental::MiTemps | CongeParental::PlusDuMiTemps)) if travaille => partiel,
            _ => CongeParental::Aucun,
        };
        let net = Euros::<Mois>::de(Decimal::from(salaire));
        let imposable = (net * self.imposable).arrondi_au_centime();
        let annees = self.mois.annee.saturating_sub(3)..=self.mois.annee;
        let depuis = MoisCivil::le(*annees.start(), 1).premier_jour();
        let Some(moi) = self.situation.adultes.get_mut(self.adulte) else { return };
        if travaille {
            revenus.push(Revenu::Salaire);
            moi.pose(Adulte::DEBUT_ACTIVITE, Dit::Oui(moi.valeur(Adulte::DEBUT_ACTIVITE).map_or(depuis, |dit| dit.min(depuis))));
        }
        moi.pose(Adulte::ACTIVITE, Dit::Oui(if travaille { avec } else { sans }));
        moi.pose(Adulte::REVENUS, Dit::Oui(Revenus(revenus)));
        moi.pose(Adulte::NET_SOCIAL, Dit::Oui(Mensuel::habituel(net)));
        moi.pose(Adulte::SALAIRE, Dit::Oui(Mensuel::habituel(imposable)));
        moi.pose(Adulte::SALAIRE_ANNUEL, Dit::Oui(Annuel(annees.map(|annee| (annee, imposable.par_an())).collect())));
        moi.pose(Adulte::SALAIRE_DOUZE_MOIS, Dit::Oui(imposable.par_an()));
        moi.pose(Adulte::CONGE_PARENTAL, Dit::Oui(conge));
        moi.pose(Adulte::CONGE_NAISSANCE, Dit::Oui(CongeNaissance::Aucun));
        moi.pose(Adulte::PRESENCE, Dit::Oui(Presence::Non));
    }
}

/// The housing aid that the others read must be that of the household imagined, not the one that it receives today, unless nobody
/// can work it out (decision 0182).
pub fn oublie_l_aide_d_aujourd_hui(situation: &mut Situation, mois: MoisCivil) {
    let calculable = logement(situation, mois).iter().all(|droit| match &droit.issue {
        Err(Raison::Demande(manques)) => manques.iter().any(|manque| !manque.ignore),
        Err(Raison::HorsChamp(_) | Raison::HorsBareme(_)) => false,
        _ => true,
    });
    if calculable {
        situation.foyer.pose(Foyer::AIDE_LOGEMENT, Dit::Rien);
    }
}

fn logement(situation: &Situation, mois: MoisCivil) -> Vec<Droit> {
    projette(&[&aide_logement::AIDE], &[], situation, (mois, mois), Locaux::default())
}

/// Whether the household has a right to a housing aid that it says it does not receive.
pub fn ne_la_demande_pas(situation: &Situation, mois: MoisCivil) -> bool {
    let sans = situation.foyer.valeur(Foyer::AIDE_LOGEMENT) == Some(OuiNon::Non);
    sans && logement(situation, mois).iter().any(|droit| droit.issue.is_ok())
}

/// Says whether the RSA is received, on which the housing aid depends.
pub fn percoit_le_rsa(situation: &mut Situation, vrai: bool) {
    situation.foyer.pose(Foyer::RSA_PERCU, Dit::Oui(if vrai { OuiNon::Oui } else { OuiNon::Non }));
}

/// The usual amount, or the mean of the months that were said.
fn usuel(dit: Mensuel) -> Option<Euros<Mois>> {
    let mois = u32::try_from(dit.mois.len()).ok().filter(|mois| 0 < *mois);
    let moyenne = |mois: u32| dit.mois.iter().map(|(_, montant)| *montant).sum::<Euros<Mois>>() / Coef::de(Decimal::from(mois));
    dit.habituel.or_else(|| mois.map(moyenne))
}

/// Cents, to draw with.
pub fn centimes(montant: Euros<Mois>) -> i64 {
    let centimes = montant.arrondi_au_centime().decimal().saturating_mul(Decimal::ONE_HUNDRED).round();
    i64::try_from(centimes.mantissa()).unwrap_or(0)
}
