//! What stands around a file that a passphrase protects (decision 0195). The browser ciphers; this writes down all that is
//! needed to open the file, except the passphrase.

use super::{Faute, bits::BASE64, sauvegarde::RECENT};
use crate::json::Json;

/// A protected file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coffre {
    /// How many times PBKDF2 hashes the passphrase.
    pub tours: u32,
    pub sel: Vec<u8>,
    pub iv: Vec<u8>,
    /// The file, ciphered by AES-GCM.
    pub donnees: Vec<u8>,
}

impl Coffre {
    pub const FORMAT: &'static str = "juste-droit-chiffre";
    /// What OWASP asks of PBKDF2 with SHA-256. A file may ask for ten times more, not for an hour.
    pub const TOURS: u32 = 600_000;
    pub const SEL: usize = 16;
    pub const IV: usize = 12;
    const VERSION: &'static str = "1";
    const METHODE: &'static str = "PBKDF2-SHA-256, AES-256-GCM";

    pub fn ecris(&self) -> String {
        let octets = |octets: &[u8]| Json::Texte(BASE64.ecris(octets));
        let tout = Json::objet([
            ("format", Self::FORMAT.into()),
            ("version", Json::Nombre(Self::VERSION.to_owned())),
            ("methode", Self::METHODE.into()),
            ("tours", Json::Nombre(self.tours.to_string())),
            ("sel", octets(&self.sel)),
            ("iv", octets(&self.iv)),
            ("donnees", octets(&self.donnees)),
        ]);
        tout.to_string()
    }

    /// Reads a file; none if it is not a protected one.
    pub fn lis(texte: &str) -> Option<Result<Coffre, Faute>> {
        let tout = Json::lis(texte).ok().filter(|tout| tout.get("format").and_then(Json::texte) == Some(Self::FORMAT))?;
        let nombre = |cle| match tout.get(cle) {
            Some(Json::Nombre(nombre)) => nombre.parse().ok(),
            _ => None,
        };
        let octets = |cle| tout.get(cle).and_then(Json::texte).and_then(|texte| BASE64.lis(texte));
        let lu = || {
            let (tours, sel, iv, donnees) = (nombre("tours")?, octets("sel")?, octets("iv")?, octets("donnees")?);
            let juste = (Self::TOURS..=10 * Self::TOURS).contains(&tours) && (sel.len(), iv.len()) == (Self::SEL, Self::IV);
            juste.then_some(Coffre { tours, sel, iv, donnees })
        };
        let faute = |raison: &str| Faute { champ: String::new(), raison: raison.to_owned() };
        Some(match nombre("version") {
            Some(version) if 1 < version => Err(faute(RECENT)),
            _ => lu().ok_or_else(|| faute("ce fichier protégé est abîmé")),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn un_coffre_se_relit_et_un_autre_fichier_n_en_est_pas_un() {
        let coffre = Coffre { tours: Coffre::TOURS, sel: vec![7; 16], iv: vec![9; 12], donnees: b"illisible".to_vec() };
        let texte = coffre.ecris();
        assert_eq!(Coffre::lis(&texte), Some(Ok(coffre)));
        let raison = |texte: &str| Coffre::lis(texte).map(|lu| lu.map_err(|faute| faute.raison));
        assert_eq!(raison(&texte.replace("\"version\":1", "\"version\":2")), Some(Err(RECENT.to_owned())));
        for (de, vers) in [("600000", "6"), ("600000", "99999999"), ("\"iv\":\"C", "\"iv\":\""), ("donnees", "autre")] {
            assert_ne!(texte, texte.replace(de, vers));
            assert_eq!(raison(&texte.replace(de, vers)), Some(Err("ce fichier protégé est abîmé".to_owned())), "{de} {vers}");
        }
        for autre in ["", "{", r#"{"format":"juste-droit","version":1}"#] {
            assert_eq!(Coffre::lis(autre), None);
        }
    }
}
