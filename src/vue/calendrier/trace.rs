//! The calendar as a drawing: places in a frame `LARGEUR` wide, and the words that fit in it.

use super::{Bande, Calendrier, Rangee};
use crate::{
    grandeurs::*,
    moteur::{COUVERTURE, Montant},
};

pub const LARGEUR: i64 = 720;
/// A row: its title, then its bands.
pub const RANGEE: i64 = 44;

/// The drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    pub rangees: Vec<RangeeTracee>,
    /// Places of the first of January, with the years that have room.
    pub annees: Vec<(i64, Option<String>)>,
    /// Where the last known scales end.
    pub limite: Option<i64>,
    /// In one sentence, for who does not see the drawing.
    pub phrase: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct RangeeTracee {
    pub titre: String,
    /// Where the title starts, or ends when its bands are at the end of the frame.
    pub x: i64,
    pub a_la_fin: bool,
    pub bandes: Vec<BandeTracee>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct BandeTracee {
    pub x: i64,
    pub largeur: i64,
    /// The amount, where it has room.
    pub texte: Option<String>,
    pub a_confirmer: bool,
    /// Sums paid once: the places of each.
    pub points: Vec<i64>,
}

impl Calendrier {
    pub fn trace(&self) -> Trace {
        let mois = i64::from(self.premier.jusqu_a(self.dernier)).saturating_add(1);
        let place = |m: MoisCivil| i64::from(self.premier.jusqu_a(m)).saturating_mul(LARGEUR) / mois.max(1);
        // As many years with a name as ten.
        let pas = i32::try_from(mois / 120).unwrap_or(0) + 1;
        let annees = (self.premier.annee + 1..=self.dernier.annee).map(|annee| {
            let x = place(MoisCivil::le(annee, 1));
            (x, (annee % pas == 0 && x < LARGEUR - 24).then(|| annee.to_string()))
        });
        let suite = COUVERTURE.1.plus(1);
        Trace {
            rangees: self.rangees.iter().map(|rangee| rangee.trace(&place)).collect(),
            annees: annees.collect(),
            limite: (self.premier < suite && suite <= self.dernier).then(|| place(suite)),
            phrase: format!("De {} à {}, une ligne par aide\u{a0}; les mêmes chiffres sont dans le tableau.", self.premier, self.dernier),
        }
    }
}

impl Rangee {
    fn trace(&self, place: &dyn Fn(MoisCivil) -> i64) -> RangeeTracee {
        let debuts: Vec<i64> = self.bandes.iter().skip(1).map(|bande| place(bande.de)).chain([LARGEUR]).collect();
        let bandes: Vec<BandeTracee> = self.bandes.iter().zip(debuts).map(|(bande, suivante)| bande.trace(place, suivante)).collect();
        let x = bandes.first().map_or(0, |bande| bande.x);
        let a_la_fin = LARGEUR / 2 < x;
        RangeeTracee { titre: self.titre(), x: if a_la_fin { LARGEUR } else { x }, a_la_fin, bandes }
    }
}

impl Bande {
    /// `suivante`: where the next band of the row begins.
    fn trace(&self, place: &dyn Fn(MoisCivil) -> i64, suivante: i64) -> BandeTracee {
        let unique = matches!(self.montant, Montant::Unique(_));
        let (x, fin) = (place(self.de), place(self.a.plus(1)));
        let douze = std::iter::successors(Some(self.de), |mois| Some(mois.plus(12))).take_while(|mois| *mois <= self.a);
        let mut texte = match self.montant {
            Montant::ParMois(montant) => ecris_euros(montant.decimal()),
            Montant::Unique(montant) => ecris_euros(montant.decimal()),
            _ => self.montant.to_string(),
        };
        if self.a_confirmer {
            texte.push_str("\u{a0}?");
        }
        // A letter is about six wide.
        let voulue = i64::try_from(texte.chars().count()).unwrap_or(0) * 6 + 8;
        let libre = if unique { suivante - x } else { fin - x };
        BandeTracee {
            x,
            largeur: (fin - x).max(2),
            texte: (voulue <= libre).then_some(texte),
            a_confirmer: self.a_confirmer,
            points: if unique { douze.map(place).collect() } else { Vec::new() },
        }
    }

    /// « de mai 2026 à avril 2029 », « chaque mois d’août, de 2027 à 2031 ».
    pub fn periode(&self) -> String {
        let Bande { de, a, .. } = self;
        if self.chaque_annee {
            let nom = de.to_string();
            let nom = nom.split('\u{a0}').next().unwrap_or_default();
            format!("chaque mois {}{nom}, de {} à {}", d(nom), de.annee, a.annee)
        } else if de == a {
            de.to_string()
        } else {
            let de = de.to_string();
            format!("{}{de} à {a}", d(&de))
        }
    }
}

/// « de mai », « d’avril ».
fn d(mois: &str) -> &'static str {
    if mois.starts_with(['a', 'o']) { "d’" } else { "de " }
}
