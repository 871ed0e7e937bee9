//! Ce que partagent le RSA et la prime d'activité : le foyer, son montant forfaitaire, le forfait logement, le trimestre de
//! référence (CASF, art. L. 262-9, R. 262-1 à R. 262-10 ; CSS, art. R. 842-3, R. 843-1, D. 843-1, R. 844-3).

use super::charges::{Charge, Prestation, charges_le, nombre};
use crate::{
    baremes::{enfants::FIN_OBLIGATION_SCOLAIRE, minima::*, rsa},
    grandeurs::*,
    moteur::{Arret, Dossier, ensemble},
    situation::{Activite, Adulte, Couple, Enfant, Foyer, Lieu, Logement, Mensuel, Question, Revenu},
};

/// The household on the last day of the month (R. 262-4, R. 843-1).
pub struct Composition {
    mois: MoisCivil,
    pub seul: bool,
    adultes: u32,
    pub enfants: Vec<Charge>,
    /// What its children earn.
    pub gains: Vec<Euros<Mois>>,
}
impl Composition {
    pub fn personnes(&self) -> u32 {
        self.adultes + nombre(&self.enfants)
    }
    /// Whether a birth is expected: it opens rights, and counts for nobody yet.
    pub fn attend_un_enfant(&self, d: &Dossier) -> bool {
        let fin = self.mois.dernier_jour();
        d.situation.enfants.iter().any(|enfant| enfant.valeur(Enfant::NAISSANCE).is_some_and(|naissance| fin < naissance))
    }
    /// With a child, born or expected.
    pub fn parent(&self, d: &Dossier) -> bool {
        !self.enfants.is_empty() || self.attend_un_enfant(d)
    }
}

pub fn composition(d: &mut Dossier, base: Euros<Mois>, mois: MoisCivil) -> Result<Composition, Arret> {
    let fin = mois.dernier_jour();
    let (couple, tous) = ensemble(d.foyer(Foyer::COUPLE), charges_le(d, Prestation::Autre, &AGE_A_CHARGE, fin))?;
    let seul = couple == Couple::Seul;
    let (mut enfants, mut gains) = (Vec::new(), Vec::new());
    for enfant in tous {
        // The wage of who need no longer be at school was read with the children « à charge ».
        let ecolier = age_au(enfant.naissance, fin) < d.valeur(&FIN_OBLIGATION_SCOLAIRE)?;
        let salaire = if ecolier { None } else { d.facultatif(Lieu::Enfant(enfant.rang), Enfant::SALAIRE) };
        let gain = salaire.and_then(|salaire| salaire.au(mois)).unwrap_or(Euros::ZERO);
        // R. 262-3 : un enfant qui gagne plus que ce qu'il ajoute au montant forfaitaire ne compte pas.
        if gain.est_nul() || gain < base * d.valeur(&ENFANT_SUPPLEMENTAIRE)? {
            enfants.push(enfant);
            gains.push(gain);
        }
    }
    Ok(Composition { mois, seul, adultes: if seul { 1 } else { 2 }, enfants, gains })
}

/// L. 262-9 : le parent isolé, jusqu'aux trois ans du plus jeune enfant, sinon pendant douze mois.
pub fn est_isole(d: &mut Dossier, foyer: &Composition) -> Result<bool, Arret> {
    if !foyer.seul || !foyer.parent(d) {
        return Ok(false);
    }
    d.detaille("Parent isolé", "enceinte, avec un enfant de moins de trois ans, ou seul depuis peu", |d| {
        let (fin, age) = (foyer.mois.dernier_jour(), d.valeur(&AGE_ISOLEMENT)?);
        if foyer.attend_un_enfant(d) || foyer.enfants.iter().any(|enfant| fin < anniversaire(enfant.naissance, age)) {
            return Ok(true);
        }
        let depuis = d.foyer(Foyer::SEUL_DEPUIS)?;
        let mois = d.valeur(&MOIS_ISOLEMENT)?.mois();
        Ok(foyer.mois < MoisCivil::de(depuis).plus(mois))
    })
}

/// R. 262-1, D. 843-1 et L. 262-9 : le montant de base, majoré pour chaque personne.
pub fn forfaitaire(d: &mut Dossier, foyer: &Composition, base: Euros<Mois>, isole: bool) -> Result<Euros<Mois>, Arret> {
    d.detaille("Montant forfaitaire", "montant de base, majoré selon le foyer", |d| {
        if isole {
            return Ok(base * d.valeur(&ISOLEMENT)? + base * d.valeur(&ISOLEMENT_PAR_ENFANT)? * nombre(&foyer.enfants));
        }
        let personnes = foyer.personnes();
        let mut montant = base;
        if 2 <= personnes {
            montant = montant + base * d.valeur(&DEUXIEME_PERSONNE)?;
        }
        // En couple, la quatrième personne est le deuxième enfant.
        let suivantes = personnes.saturating_sub(2).min(if foyer.seul { 1 } else { 2 });
        if 0 < suivantes {
            montant = montant + base * d.valeur(&PERSONNE_SUIVANTE)? * suivantes;
        }
        let encore = personnes.saturating_sub(2 + suivantes);
        if 0 < encore {
            montant = montant + base * d.valeur(&ENFANT_SUPPLEMENTAIRE)? * encore;
        }
        Ok(montant)
    })
}

/// R. 262-9, R. 262-10 et R. 844-3 : être logé sans payer, ou avec une aide, compte comme une ressource.
pub fn forfait_logement(d: &mut Dossier, foyer: &Composition, base: Euros<Mois>, aide: Euros<Mois>) -> Result<Euros<Mois>, Arret> {
    d.detaille("Forfait logement", "part du montant forfaitaire, au plus l’aide au logement", |d| {
        if aide.est_nul() && !matches!(d.foyer(Foyer::LOGEMENT)?, Logement::Proprietaire | Logement::Gratuit) {
            return Ok(Euros::ZERO);
        }
        let deux = base + base * d.valeur(&DEUXIEME_PERSONNE)?;
        let forfait = match foyer.personnes() {
            0 | 1 => base * d.valeur(&FORFAIT_UNE_PERSONNE)?,
            2 => deux * d.valeur(&FORFAIT_DEUX_PERSONNES)?,
            _ => (deux + base * d.valeur(&PERSONNE_SUIVANTE)?) * d.valeur(&FORFAIT_TROIS_PERSONNES)?,
        };
        Ok(if aide.est_nul() { forfait } else { forfait.au_plus(aide) })
    })
}

/// The most that the RSA of last month may have been: when nothing, nobody is asked whether it was received. The Caf sets the
/// quarter at the claim, up to two months before the latest.
pub fn rsa_du_mois_dernier(d: &mut Dossier) -> Result<Euros<Mois>, Arret> {
    d.detaille("RSA du mois dernier, au plus", "montant forfaitaire − le moins que chacun a gagné, d’un travail qui dure", |d| {
        let dernier = d.mois.plus(-1);
        let base = d.valeur_au(&rsa::MONTANT, dernier.premier_jour())?;
        let foyer = composition(d, base, dernier)?;
        let mut reste = forfaitaire(d, &foyer, base, foyer.seul && foyer.parent(d))?;
        let [premier, ..] = trimestre(d)?;
        let possibles = premier.plus(-3);
        for qui in 0..d.situation.adultes.len() {
            // Nothing else proves what was earned in months that are not asked about.
            let salarie = d.adulte(qui, Adulte::REVENUS)?.a(Revenu::Salaire) && d.adulte(qui, Adulte::ACTIVITE)? == Activite::Salarie;
            if salarie && d.adulte(qui, Adulte::DEBUT_ACTIVITE)? <= possibles.premier_jour() {
                let gains = d.adulte(qui, Adulte::NET_SOCIAL)?;
                let moindre = (0..5).map(|rang| gains.au(possibles.plus(rang)).unwrap_or(Euros::ZERO)).min();
                reste = reste - moindre.unwrap_or(Euros::ZERO);
            }
        }
        Ok(reste.au_moins(Euros::ZERO))
    })
}

/// R. 262-7 et R. 843-1 : les trois mois dont les ressources comptent.
pub fn trimestre(d: &mut Dossier) -> Result<[MoisCivil; 3], Arret> {
    let decalage = d.valeur(&DECALAGE)?.mois();
    Ok(d.mois.plus(1 - decalage).trimestre_precedent())
}

/// What an adult had in each of three months: earnings, and all other incomes.
#[derive(Clone, Copy)]
pub struct Trimestriels {
    pub travail: [Euros<Mois>; 3],
    pub autres: [Euros<Mois>; 3],
}

impl Trimestriels {
    /// Earnings of one of the three months, and other incomes.
    pub fn du_mois(&self, rang: usize) -> (Euros<Mois>, Euros<Mois>) {
        let un = |montants: &[Euros<Mois>; 3]| montants.get(rang).copied().unwrap_or(Euros::ZERO);
        (un(&self.travail), un(&self.autres))
    }
}

/// Incomes that take the place of earnings: their net total is asked at once.
pub const REMPLACEMENT: [Revenu; 5] = [Revenu::Chomage, Revenu::Indemnites, Revenu::Invalidite, Revenu::Retraite, Revenu::Rente];

/// R. 262-6 et R. 844-1 : les montants nets, tels que les bulletins et les relevés les écrivent. `travail_compte` : les gains d'un
/// travail terminé peuvent ne pas compter.
pub fn revenus(d: &mut Dossier, qui: usize, mois: [MoisCivil; 3], travail_compte: bool) -> Result<Trimestriels, Arret> {
    let dits = d.adulte(qui, Adulte::REVENUS)?;
    let salaire = dits.a(Revenu::Salaire) || dits.a(Revenu::Esat);
    let remplacement = REMPLACEMENT.into_iter().any(|revenu| dits.a(revenu));
    let mut lus = Ok(Trimestriels { travail: [Euros::ZERO; 3], autres: [Euros::ZERO; 3] });
    for (vrai, question, travail) in [
        (salaire && travail_compte, Adulte::NET_SOCIAL, true),
        (dits.a(Revenu::Independant) && travail_compte, Adulte::INDEPENDANT, true),
        (remplacement, Adulte::NET_REMPLACEMENT, false),
        (dits.a(Revenu::Asi), Adulte::ASI, false),
        (dits.a(Revenu::PensionAlimentaire), Adulte::PENSION_ALIMENTAIRE, false),
    ] {
        if vrai {
            lus = ensemble(lus, mensuels(d, qui, question, mois)).map(|(mut lus, montants)| {
                ajoute(if travail { &mut lus.travail } else { &mut lus.autres }, montants);
                lus
            });
        }
    }
    if dits.a(Revenu::Independant) && travail_compte {
        d.a_confirmer("Hors micro-entreprise, la Caf retient le dernier bénéfice annuel qu’elle connaît.");
    }
    if dits.a(Revenu::Autre) {
        let annee = d.mois.annee.saturating_sub(2);
        let autres = d.adulte(qui, Adulte::AUTRE_ANNUEL)?.de(annee).ok_or_else(|| d.redemande(Lieu::Adulte(qui), Adulte::AUTRE_ANNUEL));
        lus = ensemble(lus, autres).map(|(mut lus, autres)| {
            ajoute(&mut lus.autres, [autres.par_mois(); 3]);
            lus
        });
    }
    lus
}

fn ajoute(total: &mut [Euros<Mois>; 3], montants: [Euros<Mois>; 3]) {
    for (total, montant) in total.iter_mut().zip(montants) {
        *total = *total + montant;
    }
}

fn mensuels(
    d: &mut Dossier,
    qui: usize,
    question: &'static Question<Adulte, Mensuel>,
    mois: [MoisCivil; 3],
) -> Result<[Euros<Mois>; 3], Arret> {
    let dit = d.adulte(qui, question)?;
    match mois.map(|mois| dit.au(mois)) {
        [Some(a), Some(b), Some(c)] => Ok([a, b, c]),
        _ => Err(d.redemande(Lieu::Adulte(qui), question)),
    }
}

/// The monthly average of a quarter.
pub fn moyenne(montants: [Euros<Mois>; 3]) -> Euros<Mois> {
    montants.into_iter().sum::<Euros<Mois>>() / Coef::c(3, 0)
}
