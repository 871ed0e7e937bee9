//! How much paper a sheet takes, guessed high, and what goes first when it is too much. In tenths of a millimetre.

use super::{Fiche, Genre, Ligne, Partie};

/// Two pages of two columns, less the head, the limits, and what is lost where a column breaks.
const PLACE: usize = 9800;
/// Letters of a column, and how high a line of it is, as `assets/style.css` draws them.
const LETTRES: usize = 56;
const LIGNE: usize = 37;
const TITRE: usize = 80;
const ECART: usize = 9;
/// The drawing of what work changes, without its legend.
const DESSIN: usize = 1000;

/// What a part gives up.
#[derive(Clone, Copy)]
enum Coupe {
    /// All but this many lines.
    Garde(usize),
    /// What is not essential in each line.
    Abrege,
}

/// From what is missed the least; the last resort is `Fiche::raccourcit`.
const COUPES: [(Genre, Coupe); 8] = [
    (Genre::Calendrier, Coupe::Garde(16)),
    (Genre::Travail, Coupe::Garde(6)),
    (Genre::Refus, Coupe::Abrege),
    (Genre::Situation, Coupe::Abrege),
    (Genre::Calendrier, Coupe::Garde(8)),
    (Genre::Manques, Coupe::Abrege),
    (Genre::Droits, Coupe::Abrege),
    (Genre::Demarches, Coupe::Abrege),
];

impl Fiche {
    /// Leaves out what does not fit; `bandes` are those of the drawing.
    pub(super) fn tient(&mut self, bandes: usize) {
        let dessin = DESSIN + bandes * LIGNE * 3 / 2;
        self.dessin &= self.hauteur() + dessin <= PLACE;
        for (genre, coupe) in COUPES {
            if self.hauteur() <= PLACE {
                return;
            }
            self.parties.iter_mut().filter(|partie| partie.genre == genre).for_each(|partie| partie.coupe(coupe));
        }
        while PLACE < self.hauteur() && self.raccourcit() {}
    }

    /// The longest part loses its last line.
    fn raccourcit(&mut self) -> bool {
        let longue = self.parties.iter_mut().filter(|partie| 1 < partie.lignes.len()).max_by_key(|partie| partie.hauteur());
        longue.map(|partie| partie.coupe(Coupe::Garde(partie.lignes.len() - 1))).is_some()
    }

    #[cfg(test)]
    pub(super) fn tient_sur_deux_pages(&self) -> bool {
        self.hauteur() <= PLACE
    }

    pub(super) fn hauteur(&self) -> usize {
        self.parties.iter().map(Partie::hauteur).sum()
    }
}

impl Partie {
    fn coupe(&mut self, coupe: Coupe) {
        let avant = self.hauteur();
        match coupe {
            Coupe::Garde(nombre) => self.lignes.truncate(nombre),
            Coupe::Abrege => {
                self.lignes.iter_mut().for_each(|ligne| ligne.textes.truncate(ligne.bref));
                self.rassemble();
            }
        }
        self.coupee |= self.hauteur() < avant;
    }

    /// Lines of which only the name is left become one.
    fn rassemble(&mut self) {
        let nu = |ligne: &Ligne| self.genre == Genre::Refus && ligne.montant.is_empty() && ligne.textes.is_empty();
        let (nues, autres): (Vec<Ligne>, Vec<Ligne>) = std::mem::take(&mut self.lignes).into_iter().partition(nu);
        self.lignes = autres;
        if !nues.is_empty() {
            let noms: Vec<String> = nues.into_iter().map(|ligne| ligne.nom).collect();
            self.lignes.push(Ligne { textes: vec![format!("{}.", noms.join("\u{a0}; "))], bref: 1, ..Ligne::default() });
        }
    }

    fn hauteur(&self) -> usize {
        TITRE + if self.coupee { LIGNE } else { 0 } + self.lignes.iter().map(Ligne::hauteur).sum::<usize>()
    }
}

impl Ligne {
    fn hauteur(&self) -> usize {
        let rangs = |lettres: usize| lettres.div_ceil(LETTRES);
        let lettres = |texte: &str| texte.chars().count();
        let tete = rangs(lettres(&self.nom) + lettres(&self.montant));
        ECART + LIGNE * (tete + self.textes.iter().map(|texte| rangs(lettres(texte))).sum::<usize>())
    }
}
