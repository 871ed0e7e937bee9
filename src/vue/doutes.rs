//! What helps to read an amount again: what it is over the other period, and a question when it looks like a slip.
//!
//! A question is neither an error nor a refusal. The amount counts as it was typed; the person answers in one click, or goes on. See
//! `docs/decisions/0179-questions-about-amounts.md`.

mod seuils;

use super::{
    ecrit,
    etat::Etat,
    saisie::{Cle, Part, fiche, somme, unite},
};
use crate::{
    baremes::revenu_net::TAUX_FRAIS,
    grandeurs::*,
    notions::smic,
    situation::{AUCUN, Adulte, Couple, Fiche, Foyer, Lieu, Rubrique, Situation},
};
use seuils::*;

/// What a field shows under an amount.
#[derive(Clone, Debug, PartialEq)]
pub struct Relecture {
    /// « soit 14 400 € par an »: empty as long as nothing is typed, none where the other period says nothing.
    pub jumeau: Option<String>,
    pub doute: Option<Doute>,
}

/// What an amount may be taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meprise {
    /// A comma or a point before thousands.
    Virgule,
    /// A month's amount for a year's.
    Mois,
    /// The income of two for that of one.
    Couple,
    /// Another net for the net imposable.
    Net,
    /// Another year.
    Annee,
}

/// A question about an amount, and its two answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Doute {
    pub meprise: Meprise,
    pub question: String,
    /// « It is right ».
    pub juste: &'static str,
    /// « It is not ».
    pub correction: &'static str,
    /// The amount that then takes its place; none when only the person knows it, and the field is left empty.
    pub montant: Option<String>,
}

/// An amount that the person said to be right, and as what. Kept as long as the page is open.
pub type Confirme = (Cle, Meprise, Decimal);

/// None for a field that holds no amount.
pub fn relecture(etat: &Etat, cle: Cle) -> Option<Relecture> {
    let fiche = fiche(cle)?;
    let unite = unite(fiche)?;
    // A rent or a quotient is said by the month alone; a single month is not a twelfth of a year.
    let a_un_jumeau = !matches!((fiche.rubrique, cle.part), (Rubrique::Logement | Rubrique::Vacances, _) | (_, Part::Mois(_)));
    let jumeau = || {
        somme(&etat.situation, cle.lieu, cle.question, cle.part)
            .map(|somme| format!("soit {}", autre_periode(somme, unite)))
            .unwrap_or_default()
    };
    // Nothing is asked of a number half typed; and what is asked elsewhere stays what it was.
    let (frappee, situation) = etat.frappe.as_deref().map_or((None, &etat.situation), |(frappee, avant)| (Some(*frappee), avant));
    let doute = if frappee == Some(cle) { None } else { doute(situation, etat.mois, cle, &etat.confirmes) };
    Some(Relecture { jumeau: a_un_jumeau.then(jumeau), doute })
}

/// An amount over the other period, to the euro.
fn autre_periode(somme: Decimal, unite: UnitePeriode) -> String {
    let (autre, unite) = match unite {
        UnitePeriode::Mois => (Euros::<Mois>::de(somme).par_an().arrondi_a_l_euro().decimal(), UnitePeriode::An),
        _ => (Euros::<An>::de(somme).par_mois().arrondi_a_l_euro().decimal(), UnitePeriode::Mois),
    };
    format!("{}{}", euros(autre), unite.par())
}

fn euros(somme: Decimal) -> String {
    format!("{}\u{a0}€", ecris_decimal(somme))
}

/// What a detector finds: how the question goes on after the amount, its end, and the amount that may take its place.
type Constat = (&'static str, String, Option<Decimal>);

type Detecteur = fn(&Examen) -> Option<Constat>;

/// Each slip, its detector, and the two answers to its question; in the order in which they are asked about.
const ESSAIS: [(Meprise, Detecteur, &str, &str); 5] = [
    (Meprise::Virgule, virgule, "C’est bien ce montant", "Mettre"),
    (Meprise::Mois, un_mois, "C’est bien pour l’année", "C’était par mois\u{a0}: mettre"),
    (Meprise::Couple, a_deux, "C’est bien pour une personne", "C’était pour nous deux\u{a0}: l’effacer ici"),
    (Meprise::Net, un_net, "C’est bien le net imposable", "C’était un autre net\u{a0}: l’effacer"),
    (Meprise::Annee, une_annee, "C’est bien cette année-là", "C’était une autre année\u{a0}: l’effacer"),
];

/// The question to ask about the amount of a field: one at a time, none once it was answered.
pub fn doute(situation: &Situation, mois: MoisCivil, cle: Cle, confirmes: &[Confirme]) -> Option<Doute> {
    let unite = unite(fiche(cle)?)?;
    let somme = somme(situation, cle.lieu, cle.question, cle.part).filter(|somme| !somme.is_zero())?;
    let examen = Examen { situation, mois, cle, unite, somme };
    for (meprise, essai, juste, correction) in ESSAIS {
        if !confirmes.contains(&(cle, meprise, somme))
            && let Some((milieu, fin, montant)) = essai(&examen)
        {
            let question = ecrit(&format!("{}{milieu}{fin}", euros(somme)), mois);
            return Some(Doute { meprise, question, juste, correction, montant: montant.map(euros) });
        }
    }
    None
}

/// An amount, and what it is compared to.
struct Examen<'s> {
    situation: &'s Situation,
    mois: MoisCivil,
    cle: Cle,
    unite: UnitePeriode,
    somme: Decimal,
}
impl Examen<'_> {
    /// Another amount of the household, unless it is zero.
    fn autre(&self, lieu: Lieu, question: &str, part: Part) -> Option<Decimal> {
        somme(self.situation, lieu, question, part).filter(|somme| !somme.is_zero())
    }
    /// « salaire » for « salaire_annuel » and « salaire_douze_mois »: the same income, by the month.
    fn revenu(&self) -> Option<&'static str> {
        self.cle.question.strip_suffix(ANNUEL).or_else(|| self.cle.question.strip_suffix(DOUZE_MOIS))
    }
    /// What the same person earns a month, as taxed and as net social.
    fn par_mois(&self) -> [Option<Decimal>; 2] {
        let habituel = |question| self.autre(self.cle.lieu, question, Part::Habituel);
        let revenu = self.revenu();
        let net = Some(Adulte::NET_SOCIAL.fiche.cle).filter(|_| self.est_un_salaire());
        [revenu, net].map(|question| question.and_then(habituel))
    }
    /// A year of wages.
    fn est_un_salaire(&self) -> bool {
        self.revenu() == Some(Adulte::SALAIRE.fiche.cle)
    }
    fn est(&self, question: &Fiche) -> bool {
        self.cle.question == question.cle
    }
}

const ANNUEL: &str = "_annuel";
const DOUZE_MOIS: &str = "_douze_mois";

fn par_an(mensuel: Decimal) -> Decimal {
    Euros::<Mois>::de(mensuel).par_an().decimal()
}
/// `montant` from `bas` to `haut` times `repere`.
fn entre(montant: Decimal, repere: Decimal, [bas, haut]: [Taux; 2]) -> bool {
    let repere = Euros::<Fois>::de(repere);
    (repere * bas).decimal() <= montant && montant <= (repere * haut).decimal()
}

/// « 1,250 » is read as one euro and a quarter; nobody writes thousandths of a euro.
fn virgule(e: &Examen) -> Option<Constat> {
    let milliers = (Euros::<Fois>::de(e.somme) * 1000).decimal();
    // « 0,125 » and « 1250,125 » part no thousands.
    let parti = e.somme.scale() == 3 && Decimal::ONE <= e.somme && e.somme < Decimal::ONE_THOUSAND;
    parti.then(|| (" : vouliez-vous écrire", format!(" {} ?", euros(milliers)), Some(milliers)))
}

fn un_mois(e: &Examen) -> Option<Constat> {
    let salaire = [&Adulte::SALAIRE_ANNUEL.fiche, &Adulte::SALAIRE_DOUZE_MOIS.fiche, &Foyer::RFR.fiche].iter().any(|fiche| e.est(fiche));
    let d_un_smic = || salaire && smic::brut(e.mois.premier_jour()).is_some_and(|smic| entre(e.somme, smic.decimal(), EN_SMIC_DU_MOIS));
    let d_un_mois = || e.par_mois().into_iter().flatten().any(|mois| entre(e.somme, mois, AUTOUR_DU_MOIS));
    (e.unite == UnitePeriode::An && (d_un_smic() || d_un_mois()))
        .then(|| (" pour toute l’année ? C’est", format!(" {}.", autre_periode(e.somme, e.unite)), Some(par_an(e.somme))))
}

fn a_deux(e: &Examen) -> Option<Constat> {
    let Lieu::Adulte(rang) = e.cle.lieu else { return None };
    let autre = e.autre(Lieu::Adulte(usize::from(rang == 0)), e.cle.question, e.cle.part)?;
    let milieu = if rang == 1 && autre == e.somme {
        " pour une seule personne ? Vous avez écrit le même montant pour chacun de vous."
    } else if e.est(&Adulte::SALAIRE_ANNUEL.fiche) && fait_le_rfr(e) {
        " pour une seule personne ? Votre revenu fiscal de référence, pour vous deux, est celui de ce seul salaire."
    } else {
        return None;
    };
    Some((milieu, String::new(), None))
}

/// Whether this wage alone makes the income of the joint tax notice, before or after the deduction for work expenses.
fn fait_le_rfr(e: &Examen) -> bool {
    let commun = matches!(e.situation.foyer.valeur(Foyer::COUPLE), Some(Couple::Marie | Couple::Pacse));
    let Some(rfr) = e.autre(Lieu::Foyer, Foyer::RFR.fiche.cle, e.cle.part).filter(|_| commun) else { return false };
    let reste = TAUX_FRAIS.au(e.mois.premier_jour()).map(|ligne| Euros::<An>::de(e.somme) * ligne.valeur.complement());
    e.somme == rfr || reste.is_some_and(|reste| reste.arrondi_a_l_euro_inferieur_si_demi().decimal() == rfr)
}

/// The net imposable holds the CSG that is not deducted (CGI, art. 154 quinquies); only untaxed pay brings it under the net.
fn un_net(e: &Examen) -> Option<Constat> {
    let net = |part| e.autre(e.cle.lieu, Adulte::NET_SOCIAL.fiche.cle, part);
    let douteux = if e.est(&Adulte::SALAIRE.fiche) {
        net(e.cle.part).is_some_and(|net| e.somme <= net)
    } else {
        e.est_un_salaire() && net(Part::Habituel).map(par_an) == Some(e.somme)
    };
    let milieu = ", est-ce bien le net imposable ? Sauf heures supplémentaires, il dépasse le montant net social que vous avez écrit.";
    douteux.then(|| (milieu, String::new(), None))
}

fn une_annee(e: &Examen) -> Option<Constat> {
    let par_an = || e.par_mois().into_iter().flatten().map(par_an).filter(|_| e.est_un_salaire());
    let loin = |an| Euros::<An>::de(an) * FOIS_LES_MOIS < Euros::de(e.somme);
    let milieu = if e.unite != UnitePeriode::An {
        return None;
    } else if comme_une_autre(e) {
        " : est-ce bien la bonne année ? Vous avez écrit le même montant pour une autre."
    } else if e.est(&Adulte::SALAIRE_ANNUEL.fiche) && par_an().any(|an| an == e.somme) {
        " : est-ce bien pour {N-2} ? C’est douze fois votre salaire d’aujourd’hui."
    } else if par_an().any(loin) {
        " : est-ce bien la bonne année ? C’est beaucoup plus que vos salaires d’aujourd’hui."
    } else if e.est(&Foyer::RFR.fiche) && loin_des_salaires(e) == Some(true) {
        " : est-ce bien pour {N-2} ? C’est loin des salaires que vous avez écrits pour {N-2}."
    } else {
        return None;
    };
    Some((milieu, String::new(), None))
}

/// The same income has the same amount for a year beside it; the last twelve months, for the year of the notice.
fn comme_une_autre(e: &Examen) -> bool {
    let (question, annees) = match e.cle.part {
        Part::Annee(annee) => (e.cle.question, [annee - 1, annee + 1]),
        _ if e.est_un_salaire() => (Adulte::SALAIRE_ANNUEL.fiche.cle, [e.mois.annee - 2; 2]),
        _ => return false,
    };
    annees.into_iter().any(|annee| e.autre(e.cle.lieu, question, Part::Annee(annee)) == Some(e.somme))
}

/// Whether the revenu fiscal de référence cannot be that of the wages said for its year. None unless they are all that the household
/// has, on one notice: any other income may be counted otherwise.
fn loin_des_salaires(e: &Examen) -> Option<bool> {
    if e.situation.foyer.valeur(Foyer::COUPLE)? == Couple::Concubinage {
        return None;
    }
    let mut total = Euros::<An>::ZERO;
    for rang in 0..e.situation.adultes.len() {
        let lieu = Lieu::Adulte(rang);
        match e.situation.texte(lieu, Adulte::REVENUS.fiche.cle).valeur()?.as_str() {
            AUCUN => {}
            "salaire" => total = total + Euros::de(somme(e.situation, lieu, Adulte::SALAIRE_ANNUEL.fiche.cle, e.cle.part)?),
            _ => return None,
        }
    }
    let assez = smic::brut(e.mois.premier_jour())?.decimal() <= total.decimal();
    Some(assez && !entre(e.somme, total.decimal(), RFR_DES_SALAIRES))
}

#[cfg(test)]
mod tests;
