//! Le revenu net catégoriel (CSS, art. R. 532-3; CGI, art. 83 et 158): incomes as the income tax counts them, after the
//! deduction for work expenses and the one on pensions, on a year or on a quarter, in monthly average.
//!
//! The deduction for work expenses is made in quarterly mode too: Conseil d'État, 1er avril 2019, n° 421160.

use crate::{
    baremes::revenu_net::*,
    grandeurs::*,
    moteur::{Arret, Bareme, Dossier},
    situation::{Adulte, Annuel, Lieu, Mensuel, Question, Revenu, Revenus},
};

/// The months over which resources are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodeReference {
    Annee(i32),
    Trimestre([MoisCivil; 3]),
}
impl PeriodeReference {
    pub fn dernier_jour(self) -> Date {
        match self {
            Self::Annee(annee) => MoisCivil::le(annee, 12).dernier_jour(),
            Self::Trimestre([_, _, dernier]) => dernier.dernier_jour(),
        }
    }
    pub fn premier_jour(self) -> Date {
        match self {
            Self::Annee(annee) => MoisCivil::le(annee, 1).premier_jour(),
            Self::Trimestre([premier, _, _]) => premier.premier_jour(),
        }
    }
}

/// Net incomes of a person by category, in monthly average.
#[derive(Clone, Copy, Debug)]
pub struct RevenuNet {
    /// Wages of ordinary work, daily allowances, profits.
    pub activite: Euros<Mois>,
    /// Guaranteed pay of sheltered work.
    pub esat: Euros<Mois>,
    pub chomage: Euros<Mois>,
    /// Pensions, alimony received among them.
    pub pensions: Euros<Mois>,
    /// Rents, investments.
    pub autres: Euros<Mois>,
}
impl RevenuNet {
    pub const NUL: Self =
        RevenuNet { activite: Euros::ZERO, esat: Euros::ZERO, chomage: Euros::ZERO, pensions: Euros::ZERO, autres: Euros::ZERO };
}

/// Where an income is read: over the year, and over the quarter when it can be.
type Lecture = (Revenu, &'static Question<Adulte, Annuel>, Option<&'static Question<Adulte, Mensuel>>);

const SALAIRES: Lecture = (Revenu::Salaire, Adulte::SALAIRE_ANNUEL, Some(Adulte::SALAIRE));
const INDEMNITES: Lecture = (Revenu::Indemnites, Adulte::INDEMNITES_ANNUEL, Some(Adulte::INDEMNITES));
const ESAT: Lecture = (Revenu::Esat, Adulte::ESAT_ANNUEL, Some(Adulte::ESAT));
const CHOMAGE: Lecture = (Revenu::Chomage, Adulte::CHOMAGE_ANNUEL, Some(Adulte::CHOMAGE));
const BENEFICES: Lecture = (Revenu::Independant, Adulte::INDEPENDANT_ANNUEL, Some(Adulte::INDEPENDANT));
const PENSIONS: [Lecture; 3] = [
    (Revenu::Invalidite, Adulte::INVALIDITE_ANNUEL, Some(Adulte::INVALIDITE)),
    (Revenu::Retraite, Adulte::RETRAITE_ANNUEL, Some(Adulte::RETRAITE)),
    (Revenu::PensionAlimentaire, Adulte::PENSION_ALIMENTAIRE_ANNUEL, Some(Adulte::PENSION_ALIMENTAIRE)),
];
/// Known by the year only: a quarter counts the months of the last known year.
const AUTRES: Lecture = (Revenu::Autre, Adulte::AUTRE_ANNUEL, None);

/// The net incomes of a person over a period. All answers that are missing are asked at once.
pub fn revenu_net(d: &mut Dossier, qui: usize, revenus: &Revenus, periode: PeriodeReference) -> Result<RevenuNet, Arret> {
    let mut lecteur = Lecteur { d, qui, revenus, periode, arret: None };
    let [salaires, indemnites, esat, chomage, benefices, autres] =
        [SALAIRES, INDEMNITES, ESAT, CHOMAGE, BENEFICES, AUTRES].map(|lecture| lecteur.lit(lecture));
    let pensions: Euros<Mois> = PENSIONS.into_iter().map(|lecture| lecteur.lit(lecture)).sum();
    if let Some(arret) = lecteur.arret {
        return Err(arret);
    }
    let traitements = salaires + indemnites + esat + chomage;
    let frais = deduction_frais(d, traitements, periode)?;
    let sur_pensions = deduction_pensions(d, pensions, periode)?;
    // The deduction is one for all wages: each kind bears its share of it.
    let net = |brut: Euros<Mois>| brut - part(frais, brut, traitements);
    Ok(RevenuNet {
        activite: net(salaires + indemnites) + benefices,
        esat: net(esat),
        chomage: net(chomage),
        pensions: pensions - sur_pensions,
        autres,
    })
}

/// The share of `total` that falls to `brut` out of `ensemble`.
fn part(total: Euros<Mois>, brut: Euros<Mois>, ensemble: Euros<Mois>) -> Euros<Mois> {
    if ensemble.est_nul() { Euros::ZERO } else { total * Coef::de(brut.decimal()) / Coef::de(ensemble.decimal()) }
}

/// CGI, art. 83, 3°.
pub fn deduction_frais(d: &mut Dossier, brut: Euros<Mois>, periode: PeriodeReference) -> Result<Euros<Mois>, Arret> {
    deduction(d, "Frais professionnels déduits", brut, periode, [&MINIMUM_FRAIS, &MAXIMUM_FRAIS], &TAUX_FRAIS)
}

/// CGI, art. 158, 5, a.
pub fn deduction_pensions(d: &mut Dossier, brut: Euros<Mois>, periode: PeriodeReference) -> Result<Euros<Mois>, Arret> {
    deduction(d, "Déduction sur les pensions", brut, periode, [&MINIMUM_PENSIONS, &MAXIMUM_PENSIONS], &TAUX_PENSIONS)
}

fn deduction(
    d: &mut Dossier,
    quoi: &'static str,
    brut: Euros<Mois>,
    periode: PeriodeReference,
    [minimum, maximum]: [&'static Bareme<Euros<An>>; 2],
    taux: &'static Bareme<Taux>,
) -> Result<Euros<Mois>, Arret> {
    if brut.est_nul() {
        return Ok(Euros::ZERO);
    }
    d.detaille(quoi, "part du revenu, entre un minimum et un maximum, sans dépasser le revenu", |d| {
        let jour = periode.dernier_jour();
        let (taux, minimum, maximum) = (d.valeur_au(taux, jour)?, d.valeur_au(minimum, jour)?, d.valeur_au(maximum, jour)?);
        let deduite = (brut * taux).au_moins(minimum.par_mois()).au_plus(maximum.par_mois());
        Ok(deduite.au_plus(brut))
    })
}

struct Lecteur<'d, 's> {
    d: &'d mut Dossier<'s>,
    qui: usize,
    revenus: &'d Revenus,
    periode: PeriodeReference,
    arret: Option<Arret>,
}
impl Lecteur<'_, '_> {
    /// The monthly average of an income; zero when the person does not have it, or when it is missing (`arret` then says so).
    fn lit(&mut self, (revenu, annuel, mensuel): Lecture) -> Euros<Mois> {
        if !self.revenus.a(revenu) {
            return Euros::ZERO;
        }
        let lu = match (self.periode, mensuel) {
            (PeriodeReference::Trimestre(mois), Some(mensuel)) => self.du_trimestre(mois, mensuel),
            (PeriodeReference::Annee(annee), _) => self.de_l_annee(annee, annuel),
            (PeriodeReference::Trimestre(_), None) => self.de_l_annee(self.d.annee() - 2, annuel),
        };
        lu.unwrap_or_else(|arret| {
            self.arret = Some(self.arret.map_or(arret, |deja| deja.et(arret)));
            Euros::ZERO
        })
    }
    fn de_l_annee(&mut self, annee: i32, question: &'static Question<Adulte, Annuel>) -> Result<Euros<Mois>, Arret> {
        let dit = self.d.adulte(self.qui, question)?.de(annee);
        let montant = dit.ok_or_else(|| self.d.redemande(Lieu::Adulte(self.qui), question))?;
        Ok(montant.par_mois())
    }
    fn du_trimestre(&mut self, mois: [MoisCivil; 3], question: &'static Question<Adulte, Mensuel>) -> Result<Euros<Mois>, Arret> {
        let dit = self.d.adulte(self.qui, question)?;
        let montants = mois.map(|m| dit.au(m));
        let [Some(a), Some(b), Some(c)] = montants else { return Err(self.d.redemande(Lieu::Adulte(self.qui), question)) };
        Ok((a + b + c) / Coef::de(Decimal::from(3)))
    }
}
