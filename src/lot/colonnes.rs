//! The names of the columns: `adulte1.naissance`, `enfant2.garde`, made from the list of questions; and the header that says
//! which ones a file has.

use super::{Faute, lecture::ENCODAGE};
use crate::{
    situation::{Fiche, Lieu, Situation},
    vue::minuscules,
};

/// Whose number of a household may vary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Liste {
    Adultes,
    Enfants,
    Sejours,
}
impl Liste {
    pub const TOUTES: [Liste; 3] = [Liste::Adultes, Liste::Enfants, Liste::Sejours];

    pub fn nom(self) -> &'static str {
        match self {
            Liste::Adultes => "adultes",
            Liste::Enfants => "enfants",
            Liste::Sejours => "sejours",
        }
    }
    pub fn lieu(self, rang: usize) -> Lieu {
        match self {
            Liste::Adultes => Lieu::Adulte(rang),
            Liste::Enfants => Lieu::Enfant(rang),
            Liste::Sejours => Lieu::Sejour(rang),
        }
    }
    pub fn bornes(self) -> (usize, usize) {
        match self {
            Liste::Adultes => (1, 2),
            Liste::Enfants => (0, Situation::ENFANTS_MAX),
            Liste::Sejours => (0, Situation::SEJOURS_MAX),
        }
    }
    pub fn nombre(self, situation: &Situation) -> usize {
        match self {
            Liste::Adultes => situation.adultes.len(),
            Liste::Enfants => situation.enfants.len(),
            Liste::Sejours => situation.sejours.len(),
        }
    }
}

/// What a column holds.
#[derive(Clone, Copy, Debug)]
pub enum Colonne {
    /// Its cells must be empty.
    SansNom,
    /// What the household is called, free.
    Id,
    Mois,
    /// How many there are: needed only when nothing is said of the last of them.
    Nombre(Liste),
    Question(Lieu, &'static Fiche),
}
impl Colonne {
    pub fn nom(self) -> String {
        match self {
            Colonne::SansNom => String::new(),
            Colonne::Id => "id".to_owned(),
            Colonne::Mois => "mois".to_owned(),
            Colonne::Nombre(liste) => liste.nom().to_owned(),
            Colonne::Question(lieu, fiche) => format!("{}.{}", nom(lieu), fiche.cle),
        }
    }
    /// Of every household that a file may hold.
    fn toutes() -> impl Iterator<Item = Colonne> {
        let rangs = |liste: Liste| (0..liste.bornes().1).map(move |rang| liste.lieu(rang));
        let lieux = std::iter::once(Lieu::Foyer).chain(Liste::TOUTES.into_iter().flat_map(rangs));
        [Colonne::Id, Colonne::Mois].into_iter().chain(Liste::TOUTES.map(Colonne::Nombre)).chain(lieux.flat_map(Colonne::questions))
    }
    /// Those of a place.
    pub fn questions(lieu: Lieu) -> impl Iterator<Item = Colonne> {
        Situation::fiches(lieu).iter().map(move |fiche| Colonne::Question(lieu, fiche))
    }
}

/// A place as files of households call it; ranks count from 1.
pub fn nom(lieu: Lieu) -> String {
    match lieu {
        Lieu::Foyer => "foyer".to_owned(),
        Lieu::Adulte(i) => format!("adulte{}", i + 1),
        Lieu::Enfant(i) => format!("enfant{}", i + 1),
        Lieu::Sejour(i) => format!("sejour{}", i + 1),
    }
}

/// Unknown columns for which a known one is suggested.
const AIDEES: usize = 20;

/// The first line of a CSV file.
#[derive(Debug)]
pub struct Entete {
    pub separateur: u8,
    pub colonnes: Vec<(String, Colonne)>,
    /// Its tables take as long to make as a household to compute: made once for each thread.
    lecteur: csv_core::Reader,
}
impl Clone for Entete {
    fn clone(&self) -> Self {
        // Not the clone of the library, which forgets a part of the tables.
        Entete { separateur: self.separateur, colonnes: self.colonnes.clone(), lecteur: lecteur(self.separateur) }
    }
}
impl Entete {
    /// Reads it; or says all that is wrong with it.
    pub fn lis(ligne: u64, octets: &[u8]) -> Result<Self, Vec<Faute>> {
        let separateur = separateur(octets);
        let mut entete = Entete { separateur, colonnes: Vec::new(), lecteur: lecteur(separateur) };
        let Some(cellules) = entete.cellules(octets) else { return Err(vec![Faute::de_la_ligne(ligne, GUILLEMET)]) };
        let connues: Vec<(String, Colonne)> = Colonne::toutes().map(|colonne| (colonne.nom(), colonne)).collect();
        let mut fautes = Vec::new();
        for cellule in cellules {
            let Ok(ecrit) = String::from_utf8(cellule) else {
                fautes.push(Faute::de_la_ligne(ligne, ENCODAGE));
                continue;
            };
            // A spreadsheet writes a capital at the start of a cell by itself.
            let ecrit = minuscules(ecrit.trim());
            let colonne = if ecrit.is_empty() {
                Colonne::SansNom
            } else if let Some((_, colonne)) = connues.iter().find(|(nom, _)| *nom == ecrit) {
                if entete.colonnes.iter().any(|(autre, _)| *autre == ecrit) {
                    fautes.push(Faute { ligne, champ: ecrit.clone(), raison: "cette colonne est écrite deux fois".to_owned() });
                }
                *colonne
            } else {
                // Thousands of them are no header: nobody would read what each looks like.
                let connues = if fautes.len() < AIDEES { connues.as_slice() } else { &[] };
                fautes.push(Faute { ligne, raison: inconnue(&ecrit, connues), champ: ecrit.chars().take(60).collect() });
                Colonne::SansNom
            };
            entete.colonnes.push((ecrit, colonne));
        }
        while entete.colonnes.pop_if(|(nom, _)| nom.is_empty()).is_some() {}
        if fautes.is_empty() { Ok(entete) } else { Err(fautes) }
    }

    /// The cells of a line; none when a quote is not closed. A cell stands on one line: a quote that is forgotten takes no other
    /// household with it.
    pub fn cellules(&mut self, ligne: &[u8]) -> Option<Vec<Vec<u8>>> {
        if !ligne.iter().filter(|c| **c == b'"').count().is_multiple_of(2) {
            return None;
        }
        self.lecteur.reset();
        let mut texte = vec![0; ligne.len()];
        let mut fins = vec![0; ligne.iter().filter(|c| **c == self.separateur).count() + 1];
        let (_, _, ecrits, combien) = self.lecteur.read_record(ligne, &mut texte, &mut fins);
        // Nothing to read says that the line is over: the last cell ends there.
        let (_, _, _, derniere) = self.lecteur.read_record(&[], &mut [], fins.get_mut(combien..)?);
        let (texte, fins) = (texte.get(..ecrits)?, fins.get(..combien + derniere)?);
        let debuts = std::iter::once(&0).chain(fins);
        Some(debuts.zip(fins).map(|(debut, fin)| texte.get(*debut..*fin).unwrap_or_default().to_vec()).collect())
    }
}

/// A line comes without its end: a lone carriage return is a blank of a cell.
fn lecteur(separateur: u8) -> csv_core::Reader {
    csv_core::ReaderBuilder::new().delimiter(separateur).terminator(csv_core::Terminator::Any(b'\n')).build()
}

pub const GUILLEMET: &str = "un guillemet n’est pas fermé sur cette ligne\u{a0}; une cellule tient sur une seule ligne";

/// What parts the cells of a header: what comes most often outside quotes.
fn separateur(octets: &[u8]) -> u8 {
    let mut cite = false;
    let mut comptes = [(b';', 0), (b'\t', 0), (b',', 0)];
    for octet in octets {
        cite ^= *octet == b'"';
        if let Some((_, compte)) = comptes.iter_mut().find(|(separateur, _)| !cite && separateur == octet) {
            *compte += 1;
        }
    }
    let [premier, autres @ ..] = comptes;
    autres.into_iter().fold(premier, |plus, autre| if plus.1 < autre.1 { autre } else { plus }).0
}

/// That a column does not exist, and which one does that looks like it.
fn inconnue(ecrit: &str, connues: &[(String, Colonne)]) -> String {
    // Longer than any name: nothing looks like it, and it would be long to compare.
    let court = ecrit.len() <= 60;
    let proches = connues.iter().filter(|_| court).map(|(nom, _)| (strsim::osa_distance(ecrit, nom), nom));
    match proches.min_by_key(|(ecart, _)| *ecart) {
        Some((ecart, nom)) if ecart <= 2 + ecrit.len() / 5 => {
            format!("cette colonne n’existe pas\u{a0}; vouliez-vous écrire «\u{a0}{nom}\u{a0}»\u{a0}?")
        }
        _ => "cette colonne n’existe pas\u{a0}; le modèle les a toutes".to_owned(),
    }
}
