//! Reading of JSON: all or nothing, of any text, without ever failing otherwise.

use super::{Json, ajoute_cle};

/// Deeper than any file of ours, and far from the end of the stack.
const PROFONDEUR_MAX: usize = 64;

/// Reads from the byte `rang` on. A reading gives none at the first fault, and `rang` and `chemin` stay there.
pub(super) struct Lecteur<'a> {
    texte: &'a str,
    pub rang: usize,
    profondeur: usize,
    /// The path of what is being read.
    pub chemin: String,
    /// The path whose place is looked for, and its place.
    cherche: &'a str,
    pub trouve: Option<(usize, usize)>,
}
impl<'a> Lecteur<'a> {
    pub fn nouveau(texte: &'a str, cherche: &'a str) -> Self {
        Lecteur { texte, rang: 0, profondeur: 0, chemin: String::new(), cherche, trouve: None }
    }
    pub fn tout(&mut self) -> Option<Json> {
        let json = self.valeur()?;
        self.blancs();
        (self.rang == self.texte.len()).then_some(json)
    }
    fn suivant(&self) -> Option<u8> {
        self.texte.as_bytes().get(self.rang).copied()
    }
    fn passe(&mut self, convient: fn(u8) -> bool) {
        while self.suivant().is_some_and(convient) {
            self.rang += 1;
        }
    }
    fn blancs(&mut self) {
        self.passe(|c| matches!(c, b' ' | b'\n' | b'\r' | b'\t'));
    }
    fn prends(&mut self, attendu: u8) -> Option<()> {
        (self.suivant() == Some(attendu)).then(|| self.rang += 1)
    }
    /// After blanks: whether this byte comes, which is then past.
    fn vient(&mut self, attendu: u8) -> bool {
        self.blancs();
        self.prends(attendu).is_some()
    }
    fn valeur(&mut self) -> Option<Json> {
        self.blancs();
        let debut = self.rang;
        let json = match self.suivant()? {
            b'{' => self.imbrique(Self::objet)?,
            b'[' => self.imbrique(Self::liste)?,
            b'"' => Json::Texte(self.chaine()?),
            b'-' | b'0'..=b'9' => self.nombre()?,
            _ => self.mot()?,
        };
        if self.chemin == self.cherche {
            self.trouve = Some((debut, self.rang.saturating_sub(1)));
        }
        Some(json)
    }
    fn imbrique(&mut self, lis: fn(&mut Self) -> Option<Json>) -> Option<Json> {
        if PROFONDEUR_MAX <= self.profondeur {
            return None;
        }
        self.rang += 1;
        self.profondeur += 1;
        let json = lis(self)?;
        self.profondeur -= 1;
        Some(json)
    }
    fn objet(&mut self) -> Option<Json> {
        let mut membres = Vec::new();
        if self.vient(b'}') {
            return Some(Json::Objet(membres));
        }
        loop {
            self.blancs();
            let cle = self.chaine()?;
            let ici = self.chemin.len();
            ajoute_cle(&mut self.chemin, &cle);
            self.blancs();
            self.prends(b':')?;
            membres.push((cle, self.valeur()?));
            self.chemin.truncate(ici);
            if self.vient(b'}') {
                return Some(Json::Objet(membres));
            }
            self.prends(b',')?;
        }
    }
    fn liste(&mut self) -> Option<Json> {
        let mut liste = Vec::new();
        if self.vient(b']') {
            return Some(Json::Liste(liste));
        }
        loop {
            let ici = self.chemin.len();
            self.chemin += &format!("[{}]", liste.len());
            liste.push(self.valeur()?);
            self.chemin.truncate(ici);
            if self.vient(b']') {
                return Some(Json::Liste(liste));
            }
            self.prends(b',')?;
        }
    }
    fn nombre(&mut self) -> Option<Json> {
        let debut = self.rang;
        self.prends(b'-');
        // Zero alone may start with zero.
        if self.prends(b'0').is_none() {
            self.chiffres()?;
        }
        if self.prends(b'.').is_some() {
            self.chiffres()?;
        }
        if matches!(self.suivant(), Some(b'e' | b'E')) {
            self.rang += 1;
            if matches!(self.suivant(), Some(b'+' | b'-')) {
                self.rang += 1;
            }
            self.chiffres()?;
        }
        Some(Json::Nombre(self.texte.get(debut..self.rang)?.to_owned()))
    }
    fn chiffres(&mut self) -> Option<()> {
        let debut = self.rang;
        self.passe(|c| c.is_ascii_digit());
        (debut < self.rang).then_some(())
    }
    fn mot(&mut self) -> Option<Json> {
        let reste = self.texte.get(self.rang..)?;
        let mots = [("null", Json::Nul), ("true", Json::Bool(true)), ("false", Json::Bool(false))];
        // A word that is cut is a text that stops too early.
        let (mot, json) = mots.into_iter().find(|(mot, _)| reste.starts_with(mot) || mot.starts_with(reste))?;
        self.rang += mot.len();
        (self.rang <= self.texte.len()).then_some(json)
    }
    fn chaine(&mut self) -> Option<String> {
        self.prends(b'"')?;
        let mut lue = String::new();
        loop {
            let debut = self.rang;
            self.passe(|c| !matches!(c, b'"' | b'\\' | 0..=0x1f));
            lue += self.texte.get(debut..self.rang)?;
            match self.suivant()? {
                b'"' => {
                    self.rang += 1;
                    return Some(lue);
                }
                b'\\' => {
                    self.rang += 1;
                    lue.push(self.echappe()?);
                }
                _ => return None,
            }
        }
    }
    fn echappe(&mut self) -> Option<char> {
        let c = match self.suivant()? {
            c @ (b'"' | b'\\' | b'/') => char::from(c),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode(),
            _ => return None,
        };
        self.rang += 1;
        Some(c)
    }
    /// « u00e9 », or the two halves of a letter: « ud83d\ude00 ».
    fn unicode(&mut self) -> Option<char> {
        let haut = self.demi()?;
        if !(0xd800..0xdc00).contains(&haut) {
            return char::from_u32(haut);
        }
        self.prends(b'\\')?;
        let bas = self.demi()?.checked_sub(0xdc00).filter(|bas| *bas < 0x400)?;
        char::from_u32(0x10000 + ((haut - 0xd800) << 10) + bas)
    }
    fn demi(&mut self) -> Option<u32> {
        self.prends(b'u')?;
        let chiffres = self.texte.get(self.rang..self.rang + 4)?;
        if !chiffres.bytes().all(|c| c.is_ascii_hexdigit()) {
            return None;
        }
        self.rang += 4;
        u32::from_str_radix(chiffres, 16).ok()
    }
}
