//! A whole file on one thread, household by household: what the worker of the page does.

use super::{Calcul, Faute, Format, Forme, Lecture, STATUTS, Tableau, cellule, statut};
use std::io::{self, BufRead};

/// Faults that a screen shows; the list to download has them all.
const MONTREES: usize = 100;
const SEPARATEUR: char = ';';

/// What is known of a file, up to where it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bilan {
    pub octets: u64,
    pub foyers: u64,
    pub illisibles: u64,
    pub fautes: u64,
    /// How many rights have each status, in the order of `STATUTS`.
    pub statuts: [u64; STATUTS.len()],
}

/// A file being computed.
pub struct Passe<R> {
    lecture: Lecture<R>,
    format: Format,
    tableau: Tableau,
    calcul: Calcul,
    pub bilan: Bilan,
    /// The first of them.
    pub fautes: Vec<Faute>,
    /// The rows written since they were last taken: of rights, of faults.
    pub droits: String,
    pub illisibles: String,
}
impl<R: BufRead> Passe<R> {
    /// Reads the header; or says what is wrong with it, as much as a screen shows.
    pub fn ouvre(entree: R, calcul: Calcul, forme: Forme) -> io::Result<Result<Self, Vec<Faute>>> {
        let lecture = match Lecture::ouvre(entree)? {
            Ok(lecture) => lecture,
            Err(mut fautes) => {
                fautes.truncate(MONTREES);
                return Ok(Err(fautes));
            }
        };
        let format = lecture.format();
        let tableau = Tableau::comme(&format, forme);
        let droits = tableau.entete();
        let mut illisibles = "\u{feff}".to_owned();
        cellule::ajoute_rangee(&mut illisibles, ["ligne", "colonne", "faute"], SEPARATEUR);
        Ok(Ok(Passe { lecture, format, tableau, calcul, bilan: Bilan::default(), fautes: Vec::new(), droits, illisibles }))
    }
    /// Computes the next household; false at the end of the file.
    pub fn avance(&mut self) -> io::Result<bool> {
        let Some(brut) = self.lecture.suivant()? else { return Ok(false) };
        let reponse = self.calcul.reponds(&mut self.format, &brut, &self.tableau, &mut self.droits);
        let bilan = &mut self.bilan;
        bilan.octets = self.lecture.octets_lus();
        bilan.foyers += 1;
        match reponse {
            Ok(droits) => {
                for droit in &droits {
                    let le_sien = bilan.statuts.iter_mut().zip(STATUTS).find(|(_, (mot, _))| *mot == statut(droit));
                    le_sien.into_iter().for_each(|(combien, _)| *combien += 1);
                }
            }
            Err(fautes) => {
                bilan.illisibles += 1;
                bilan.fautes += fautes.len() as u64;
                for Faute { ligne, champ, raison } in &fautes {
                    let cellules = [ligne.to_string().into(), cellule::protege(champ), cellule::protege(raison)];
                    cellule::ajoute_rangee(&mut self.illisibles, cellules, SEPARATEUR);
                }
                let place = MONTREES.saturating_sub(self.fautes.len());
                self.fautes.extend(fautes.into_iter().take(place));
            }
        }
        Ok(true)
    }
}
