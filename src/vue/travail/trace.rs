//! What work changes as a drawing: bands one on the other in a frame `LARGEUR` × `HAUTEUR`, amounts upwards; and as words.

use super::{CENT, Marche, PAS, Point, Travail, droits_a, verse};
use crate::grandeurs::{Decimal, ecris_euros, ranges};

pub const LARGEUR: i64 = 600;
pub const HAUTEUR: i64 = 480;
const SALAIRE: &str = "Salaire";
/// What a letter of a label takes, at its largest.
const LETTRE: i64 = 11;
const LIGNE: i64 = 26;
/// Euros between two lines of the frame.
const GRILLE: i64 = 1000;

/// The drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    /// Each right, from the bottom, then the wage.
    pub bandes: Vec<BandeTracee>,
    /// Places of the wages and of the amounts that have a line, with their names.
    pub salaires: Vec<(i64, String)>,
    pub montants: Vec<(i64, String)>,
    /// In one sentence, for who does not see the drawing.
    pub phrase: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct BandeTracee {
    /// Points of its edge, as SVG writes them.
    pub contour: String,
    pub court: String,
    /// Where its name has room.
    pub place: Option<[i64; 2]>,
}

/// All that a wage gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Lecture {
    pub salaire: String,
    /// Each right that is paid.
    pub droits: Vec<(String, String)>,
    pub total: String,
    /// What is left of a hundred euros more.
    pub reste: String,
}

/// Whole euros: « 1 200 € ».
pub fn euros(montant: i64) -> String {
    ecris_euros(Decimal::from(montant)).replace(",00", "")
}
fn exacts(centimes: i64) -> String {
    ecris_euros(Decimal::new(centimes, 2))
}

impl Travail {
    pub fn trace(&self) -> Trace {
        let sommet = self.points.iter().map(Point::total).max().unwrap_or(0).max(1);
        let en_hauteur = |centimes: i64| HAUTEUR - centimes * HAUTEUR / sommet;
        // Heights under each band, at each wage.
        let mut bas: Vec<i64> = vec![0; self.points.len()];
        let noms = self.bandes.iter().map(|bande| bande.court.as_str()).chain([SALAIRE]);
        let bandes = noms
            .enumerate()
            .map(|(rang, court)| {
                let (mut contour, mut retour, mut niveaux) = (Vec::new(), Vec::new(), Vec::new());
                for (point, bas) in self.points.iter().zip(&mut bas) {
                    let x = self.place(point.salaire);
                    let haut = *bas + point.montants.get(rang).copied().unwrap_or(point.salaire * 100);
                    let (dessous, dessus) = (en_hauteur(*bas), en_hauteur(haut));
                    *bas = haut;
                    if niveaux.last() != Some(&[x, dessus, dessous]) {
                        contour.push(format!("{x},{dessus}"));
                        retour.push(format!("{x},{dessous}"));
                        niveaux.push([x, dessus, dessous]);
                    }
                }
                contour.extend(retour.into_iter().rev());
                BandeTracee { contour: contour.join(" "), court: court.to_owned(), place: place(&niveaux, court) }
            })
            .collect();
        let lignes = |jusqu_a: i64| (0..=jusqu_a / GRILLE).map(|rang| rang * GRILLE);
        Trace {
            bandes,
            salaires: lignes(self.maximum).map(|salaire| (self.place(salaire), euros(salaire))).collect(),
            montants: lignes(sommet / 100).skip(1).map(|montant| (en_hauteur(montant * 100), euros(montant))).collect(),
            phrase: format!(
                "Le salaire et les aides de chaque mois, empilés, d’un salaire nul à {}. Les mêmes chiffres sont dans le tableau.",
                euros(self.maximum)
            ),
        }
    }

    /// What is supposed, said to the person.
    pub fn suppose(&self) -> Vec<&'static str> {
        self.hypothese.suppose()
    }

    /// Where a wage stands in the drawing.
    pub fn place(&self, salaire: i64) -> i64 {
        salaire * LARGEUR / self.maximum.max(1)
    }

    /// What the wage of today is called: it is that of who answers, or of the other adult.
    pub fn nom_d_aujourd_hui(&self) -> &'static str {
        if self.hypothese.adulte == 0 { "Vous" } else { "Aujourd’hui" }
    }

    /// The wage of today, when it is in the drawing.
    pub fn aujourd_hui(&self) -> Option<i64> {
        self.hypothese.aujourd_hui.filter(|salaire| *salaire <= self.maximum)
    }

    /// What a wage gives, worked out for it.
    pub fn au(&self, salaire: i64) -> Point {
        let (droits, _) = droits_a(&mut self.hypothese.clone(), salaire, true);
        Point { salaire, montants: self.bandes.iter().map(|bande| verse(&droits, bande)).collect() }
    }

    /// The same, said.
    pub fn lis(&self, salaire: i64) -> Lecture {
        let (point, plus) = (self.au(salaire), self.au(salaire + CENT));
        let verses = self.bandes.iter().zip(&point.montants).filter(|(_, montant)| **montant != 0);
        Lecture {
            salaire: euros(salaire),
            droits: verses.map(|(bande, montant)| (bande.titre.clone(), exacts(*montant))).collect(),
            total: exacts(point.total()),
            reste: reste(plus.total() - point.total()),
        }
    }

    /// Head and rows of the table: wage, rights, total, what is left of a hundred euros more,
    /// in the mean up to the next row.
    pub fn tableau(&self) -> (Vec<&str>, Vec<Vec<String>>) {
        let tetes = ["Salaire"]
            .into_iter()
            .chain(self.bandes.iter().map(|bande| bande.court.as_str()))
            .chain(["En tout", "Sur 100\u{a0}€ de plus, il en reste en moyenne"]);
        let au = |salaire: i64| self.points.iter().find(|point| point.salaire == salaire);
        let ligne = |point: &Point| {
            let mut ligne = vec![euros(point.salaire)];
            ligne.extend(point.montants.iter().map(|montant| exacts(*montant)));
            ligne.push(exacts(point.total()));
            ligne.push(au(point.salaire + PAS).map_or_else(String::new, |plus| exacts((plus.total() - point.total()) * CENT / PAS)));
            ligne
        };
        let lignes = self.points.iter().filter(|point| point.salaire % PAS == 0).map(ligne);
        (tetes.collect(), lignes.collect())
    }

    /// What happens as the wage grows, from the lowest: « À 812 € : RSA, s’arrête ».
    pub fn phrases(&self) -> Vec<String> {
        let mut phrases: Vec<(i64, String)> = Vec::new();
        let mut marches = self.marches.as_slice();
        while let Some(premiere) = marches.first() {
            let memes = marches.iter().take_while(|marche| marche.salaire == premiere.salaire).count();
            let (ici, suite) = marches.split_at(memes);
            let effets: Vec<String> = ici.iter().map(|marche| self.effet(marche)).collect();
            let quand = if premiere.salaire == 1 { "Dès le premier euro".to_owned() } else { format!("À {}", euros(premiere.salaire)) };
            phrases.push((premiere.salaire, format!("{quand} de salaire\u{a0}: {}.", effets.join("\u{a0}; "))));
            marches = suite;
        }
        for creux in &self.creux {
            let jusqu_a = creux.a.map_or_else(|| "la fin du dessin".to_owned(), euros);
            let (ou, avec) = match creux.de {
                0 => ("D’un euro".to_owned(), "que sans salaire".to_owned()),
                de => (format!("De {}", euros(de)), format!("qu’avec {}", euros(de))),
            };
            let perte = exacts(creux.perte);
            phrases.push((creux.de + 1, format!("{ou} à {jusqu_a} de salaire\u{a0}: en tout, jusqu’à {perte} de moins {avec}.")));
        }
        ranges(&mut phrases, |(salaire, _)| *salaire);
        phrases.into_iter().map(|(_, phrase)| phrase).collect()
    }

    fn effet(&self, marche: &Marche) -> String {
        let court = self.bandes.get(marche.bande).map(|bande| bande.court.as_str()).unwrap_or_default();
        match (marche.avant, marche.apres) {
            (0, apres) => format!("{court} commence, à {}", exacts(apres)),
            (avant, 0) => format!("{court} s’arrête ({} juste avant)", exacts(avant)),
            (avant, apres) => format!("{court} passe de {} à {}", exacts(avant), exacts(apres)),
        }
    }
}

/// What is left of a hundred euros more, said.
fn reste(centimes: i64) -> String {
    if centimes < 0 {
        format!("Avec 100\u{a0}€ de salaire de plus, vous avez {} de moins.", exacts(-centimes))
    } else {
        format!("Sur 100\u{a0}€ de salaire de plus, il vous en reste {}.", exacts(centimes))
    }
}

/// The middle of where a band is the thickest over the length of its name, if it is thick enough.
fn place(niveaux: &[[i64; 3]], nom: &str) -> Option<[i64; 2]> {
    let demi = i64::try_from(nom.chars().count()).unwrap_or(LARGEUR) * LETTRE / 2;
    let epaisseur = |milieu: i64| {
        let couverts = niveaux.iter().filter(|[x, ..]| (x - milieu).abs() <= demi + LETTRE);
        let (dessus, dessous) = couverts.fold((0, HAUTEUR), |(dessus, dessous), [_, haut, bas]| (dessus.max(*haut), dessous.min(*bas)));
        (dessous - dessus, -(milieu - LARGEUR / 3).abs(), milieu, (dessus + dessous) / 2)
    };
    // The amounts of the scale stand at the right.
    let milieux = (demi..LARGEUR - 8 * LETTRE - demi).step_by(LETTRE as usize);
    let (meilleure, _, x, y) = milieux.map(epaisseur).max()?;
    (LIGNE <= meilleure).then_some([x, y])
}
