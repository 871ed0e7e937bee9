//! A file cut into households, one at a time: a million of them take the memory of one. What a household is cut from is never
//! longer than `LONGUEUR_MAX`, whatever the file.

use super::{Faute, Foyer, Quand, a_la_ligne, colonnes::Entete, rangee};
use crate::{json::Json, situation::depuis_valeur};
use std::io::{self, BufRead, Cursor, Read};

/// Far more than all the answers of a household, and little memory.
const LONGUEUR_MAX: u64 = 256 * 1024;
const TROP_LONG: &str = "c’est trop long pour un foyer";
const COUPE: &str = "le tableau JSON n’est pas fermé\u{a0}: le fichier est sans doute coupé";
pub(super) const ENCODAGE: &str = "ce texte n’est pas en UTF-8\u{a0}; dans un tableur, il faut enregistrer en «\u{a0}CSV UTF-8\u{a0}»";

/// What a file is made of.
#[derive(Clone, Debug)]
pub enum Format {
    /// A line of names, then a household a line.
    Csv(Box<Entete>),
    /// Situations as the page saves them: one a line, or all in an array.
    Json,
}

/// A household cut from the file and not read yet.
#[derive(Clone, Debug)]
pub struct Brut {
    /// Where it starts, from 1.
    pub ligne: u64,
    octets: Result<Vec<u8>, &'static str>,
}
impl Brut {
    /// How much memory it takes.
    pub fn taille(&self) -> usize {
        self.octets.as_ref().map_or(0, Vec::len)
    }
}

/// How households stand in the file.
#[derive(Clone, Copy)]
enum Coupe {
    /// One a line, up to this byte.
    Lignes(u8),
    Tableau,
}

/// A file being read.
pub struct Lecture<R> {
    entree: io::Chain<Cursor<Vec<u8>>, R>,
    coupe: Coupe,
    format: Format,
    ligne: u64,
    lus: u64,
}
impl<R: BufRead> Lecture<R> {
    /// Recognises the file by its first line. A header with an unknown column refuses it whole: answers would be missing in
    /// every household, and nobody would know.
    pub fn ouvre(mut entree: R) -> io::Result<Result<Self, Vec<Faute>>> {
        let (mut tete, mut ligne, mut lus) = (Vec::new(), 0, 0);
        while 0 < entree.by_ref().take(LONGUEUR_MAX).read_until(b'\n', &mut tete)? {
            if let Some(reste) = tete.strip_prefix("\u{feff}".as_bytes()) {
                (lus, tete) = (lus + 3, reste.to_vec());
            }
            if !tete.trim_ascii().is_empty() {
                break;
            }
            lus += tete.len() as u64;
            ligne += 1;
            tete.clear();
        }
        let refuse = |raison| Ok(Err(vec![Faute::de_la_ligne(ligne + 1, raison)]));
        let coupe = match tete.trim_ascii() {
            [] => return refuse("le fichier est vide"),
            [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => return refuse(ENCODAGE),
            [b'[', ..] => Coupe::Tableau,
            // Some spreadsheets of another age end lines by a carriage return.
            [premier, ..] if *premier != b'{' && !tete.contains(&b'\n') && tete.contains(&b'\r') => Coupe::Lignes(b'\r'),
            _ => Coupe::Lignes(b'\n'),
        };
        let csv = !matches!(tete.trim_ascii().first(), Some(b'[' | b'{'));
        let mut lecture = Lecture { entree: Cursor::new(tete).chain(entree), coupe, format: Format::Json, ligne, lus };
        if csv {
            let Some(Brut { ligne, octets }) = lecture.suivant()? else { return refuse("le fichier est vide") };
            let entete = octets.map_err(|raison| vec![Faute::de_la_ligne(ligne, raison)]).and_then(|octets| Entete::lis(ligne, &octets));
            match entete {
                Ok(entete) => lecture.format = Format::Csv(Box::new(entete)),
                Err(fautes) => return Ok(Err(fautes)),
            }
        } else if let Coupe::Tableau = coupe {
            lecture.lus += lecture.entree.skip_until(b'[')? as u64;
            lecture.ligne += 1;
        }
        Ok(Ok(lecture))
    }
    /// What the file is made of: who reads households takes a copy, and reads what this one cuts.
    pub fn format(&self) -> Format {
        self.format.clone()
    }
    /// How many bytes of the file are behind.
    pub fn octets_lus(&self) -> u64 {
        self.lus
    }
    /// The next household. Blank lines, lines of empty cells and those that start by `#` are passed.
    pub fn suivant(&mut self) -> io::Result<Option<Brut>> {
        loop {
            let brut = match self.coupe {
                Coupe::Lignes(fin) => self.de_la_ligne(fin)?,
                Coupe::Tableau => Some(self.du_tableau()?),
            };
            if !brut.as_ref().is_some_and(|brut| brut.octets.as_ref().is_ok_and(|octets| self.est_vide(octets))) {
                return Ok(brut);
            }
        }
    }
    fn est_vide(&self, octets: &[u8]) -> bool {
        let Format::Csv(entete) = &self.format else { return octets.trim_ascii().is_empty() };
        let mut pleins = octets.iter().filter(|c| !c.is_ascii_whitespace() && **c != b'"' && **c != entete.separateur);
        pleins.next().is_none_or(|premier| *premier == b'#' && octets.iter().find(|c| **c != b'"') == Some(&b'#'))
    }
    fn de_la_ligne(&mut self, fin: u8) -> io::Result<Option<Brut>> {
        let mut octets = Vec::new();
        let lus = self.entree.by_ref().take(LONGUEUR_MAX).read_until(fin, &mut octets)? as u64;
        if lus == 0 {
            return Ok(None);
        }
        self.lus += lus;
        self.ligne += 1;
        let octets = if lus == LONGUEUR_MAX && octets.last() != Some(&fin) {
            self.lus += self.entree.skip_until(fin)? as u64;
            Err(TROP_LONG)
        } else {
            octets.pop_if(|dernier| *dernier == fin);
            octets.pop_if(|dernier| *dernier == b'\r');
            Ok(octets)
        };
        Ok(Some(Brut { ligne: self.ligne, octets }))
    }
    /// The next element of the array, up to the comma or the bracket that ends it. What follows the array is then read line by
    /// line: it is no household, and is told.
    fn du_tableau(&mut self) -> io::Result<Brut> {
        let (mut octets, mut debut) = (Vec::new(), None);
        let (mut profondeur, mut texte, mut echappe) = (0u32, false, false);
        loop {
            let tampon = self.entree.fill_buf()?;
            if tampon.is_empty() {
                self.coupe = Coupe::Lignes(b'\n');
                return Ok(Brut { ligne: debut.unwrap_or(self.ligne), octets: Err(COUPE) });
            }
            let (mut vus, mut fin) = (0, None);
            for octet in tampon {
                vus += 1;
                self.ligne += u64::from(*octet == b'\n');
                match octet {
                    _ if echappe => echappe = false,
                    b'\\' if texte => echappe = true,
                    b'"' => texte = !texte,
                    _ if texte => {}
                    b'[' | b'{' => profondeur = profondeur.saturating_add(1),
                    b',' | b']' if profondeur == 0 => {
                        fin = Some(*octet);
                        break;
                    }
                    b']' | b'}' => profondeur = profondeur.saturating_sub(1),
                    _ => {}
                }
                if debut.is_some() || !octet.is_ascii_whitespace() {
                    debut = debut.or(Some(self.ligne));
                    if octets.len() as u64 <= LONGUEUR_MAX {
                        octets.push(*octet);
                    }
                }
            }
            self.entree.consume(vus);
            self.lus += vus as u64;
            let Some(fin) = fin else { continue };
            let trop_long = LONGUEUR_MAX < octets.len() as u64;
            let brut = Brut { ligne: debut.unwrap_or(self.ligne), octets: if trop_long { Err(TROP_LONG) } else { Ok(octets) } };
            if fin == b']' {
                // The line goes on: what is left of it has its number.
                (self.coupe, self.ligne) = (Coupe::Lignes(b'\n'), self.ligne.saturating_sub(1));
            }
            return Ok(brut);
        }
    }
}

impl Format {
    /// Reads a household: all that is said of it, or all that is wrong with it.
    pub fn lis(&mut self, brut: &Brut, quand: Quand) -> Foyer {
        let illisible =
            |raison: &str| Foyer { ligne: brut.ligne, id: String::new(), lu: Err(vec![Faute::de_la_ligne(brut.ligne, raison)]) };
        match (self, &brut.octets) {
            (_, Err(raison)) => illisible(raison),
            (Format::Csv(entete), Ok(octets)) => rangee::lis(entete, brut.ligne, octets, quand),
            (Format::Json, Ok(octets)) => match std::str::from_utf8(octets) {
                Ok(texte) => json(brut.ligne, texte, quand),
                Err(_) => illisible(ENCODAGE),
            },
        }
    }
}

fn json(ligne: u64, texte: &str, quand: Quand) -> Foyer {
    let mut id = String::new();
    let lu = match Json::lis(texte) {
        Ok(mut json) => {
            if let Json::Objet(membres) = &mut json
                && let Some(rang) =
                    membres.iter().position(|(cle, valeur)| cle == "id" && matches!(valeur, Json::Texte(_) | Json::Nombre(_)))
                && let (_, Json::Texte(dit) | Json::Nombre(dit)) = membres.remove(rang)
            {
                id = dit;
            }
            depuis_valeur(&json).map_err(|faute| vec![a_la_ligne(ligne, faute, str::to_owned)])
        }
        Err(mal) => Err(vec![Faute::de_la_ligne(ligne, format!("ce n’est pas du JSON, à partir de l’octet {}", mal.rang + 1))]),
    };
    Foyer { ligne, id, lu: lu.map(|(situation, mois)| (situation, quand.choisit(mois))) }
}
