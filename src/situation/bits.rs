//! Bits one after the other, numbers in as few of them as they need, and letters that stand for bits.

/// What is written.
#[derive(Default)]
pub struct Bits {
    octets: Vec<u8>,
    /// How many bits of the last byte are not written yet.
    libres: u32,
}
impl Bits {
    /// The last `nombre` bits of a value.
    pub fn pose(&mut self, valeur: u64, nombre: u32) {
        for rang in (0..nombre).rev() {
            if self.libres == 0 {
                self.octets.push(0);
                self.libres = 8;
            }
            self.libres -= 1;
            let bit = if valeur >> rang & 1 == 1 { 1 << self.libres } else { 0 };
            self.octets.last_mut().into_iter().for_each(|dernier| *dernier |= bit);
        }
    }
    /// Any number: how long it is, then itself without its first bit, which is 1.
    pub fn nombre(&mut self, n: u64) {
        let n = n.min(u64::MAX >> 1);
        let longueur = u64::BITS - n.leading_zeros();
        self.pose(longueur.into(), 6);
        self.pose(n, longueur.saturating_sub(1));
    }
    /// A number that is mostly 0 or nearly: as many zeros as it is long, then itself and one.
    pub fn petit(&mut self, n: u32) {
        let n = u64::from(n) + 1;
        let longueur = u64::BITS - n.leading_zeros();
        self.pose(0, longueur - 1);
        self.pose(n, longueur);
    }
    /// The same, on either side of 0.
    pub fn ecart(&mut self, n: i32) {
        self.petit(((n << 1) ^ (n >> 31)) as u32);
    }
    pub fn octets(self) -> Vec<u8> {
        self.octets
    }
}

/// What is read: nothing beyond the end, nor of what `Bits` would not have written.
pub struct Lecteur<'a> {
    octets: &'a [u8],
    rang: usize,
}
impl<'a> Lecteur<'a> {
    pub fn de(octets: &'a [u8]) -> Self {
        Lecteur { octets, rang: 0 }
    }
    pub fn lis(&mut self, nombre: u32) -> Option<u64> {
        let mut valeur = 0;
        for _ in 0..nombre {
            let octet = self.octets.get(self.rang / 8)?;
            valeur = valeur << 1 | u64::from(octet >> (7 - self.rang % 8) & 1);
            self.rang += 1;
        }
        Some(valeur)
    }
    pub fn bit(&mut self) -> Option<bool> {
        Some(self.lis(1)? == 1)
    }
    pub fn nombre(&mut self) -> Option<u64> {
        match u32::try_from(self.lis(6)?).ok()?.checked_sub(1) {
            None => Some(0),
            Some(suite) => Some(1 << suite | self.lis(suite)?),
        }
    }
    pub fn petit(&mut self) -> Option<u32> {
        let mut longueur = 0;
        while !self.bit()? {
            longueur += 1;
        }
        let n = if longueur <= 32 { 1 << longueur | self.lis(longueur)? } else { return None };
        u32::try_from(n - 1).ok()
    }
    pub fn ecart(&mut self) -> Option<i32> {
        let n = self.petit()?;
        Some((n >> 1) as i32 ^ -((n & 1) as i32))
    }
    /// Whether nothing is left but the bits that fill the last byte.
    pub fn finit(mut self) -> bool {
        let reste = self.octets.len() * 8 - self.rang;
        reste < 8 && self.lis(reste as u32) == Some(0)
    }
}

/// A set of letters, one for each value of a few bits.
pub struct Lettres {
    lettres: &'static [u8],
    bits: u32,
}
/// What a QR code holds in the fewest modules among what no address, message or keyboard alters (RFC 4648, base 32).
pub const MAJUSCULES: Lettres = Lettres { lettres: b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", bits: 5 };
/// The shortest in an address (RFC 4648, base 64 for addresses).
pub const BASE64: Lettres = Lettres { lettres: b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", bits: 6 };

impl Lettres {
    pub fn ecris(&self, octets: &[u8]) -> String {
        let mut lecteur = Lecteur::de(octets);
        let mut texte = String::new();
        for debut in (0..octets.len() * 8).step_by(self.bits as usize) {
            let presents = self.bits.min((octets.len() * 8 - debut) as u32);
            let valeur = lecteur.lis(presents).unwrap_or_default() << (self.bits - presents);
            texte.extend(self.lettres.get(valeur as usize).map(|lettre| char::from(*lettre)));
        }
        texte
    }
    /// None if a letter is not of these, or if this is not what `ecris` writes.
    pub fn lis(&self, texte: &str) -> Option<Vec<u8>> {
        let mut bits = Bits::default();
        for lettre in texte.bytes() {
            bits.pose(self.lettres.iter().position(|autre| *autre == lettre)? as u64, self.bits);
        }
        let mut octets = bits.octets();
        let entiers = texte.len() * self.bits as usize / 8;
        let reste = octets.split_off(entiers.min(octets.len()));
        let bits_de_trop = texte.len() * self.bits as usize - entiers * 8;
        (bits_de_trop < self.bits as usize && reste.iter().all(|octet| *octet == 0)).then_some(octets)
    }
}

/// The CRC-32 of most formats.
pub fn crc32(octets: &[u8]) -> u32 {
    let pas = |reste: u32, _| if reste & 1 == 1 { reste >> 1 ^ 0xEDB8_8320 } else { reste >> 1 };
    !octets.iter().fold(!0, |reste, octet| (0..8).fold(reste ^ u32::from(*octet), pas))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn les_nombres_se_relisent() {
        let mut bits = Bits::default();
        for n in [0, 1, 2, 3, 185_037, u64::MAX >> 1] {
            bits.nombre(n);
        }
        for n in [0, 1, 2, 1000, u32::MAX] {
            bits.petit(n);
        }
        for n in [0, -1, 1, i32::MIN, i32::MAX] {
            bits.ecart(n);
        }
        let octets = bits.octets();
        let mut lecteur = Lecteur::de(&octets);
        for n in [0, 1, 2, 3, 185_037, u64::MAX >> 1] {
            assert_eq!(lecteur.nombre(), Some(n));
        }
        for n in [0, 1, 2, 1000, u32::MAX] {
            assert_eq!(lecteur.petit(), Some(n));
        }
        for n in [0, -1, 1, i32::MIN, i32::MAX] {
            assert_eq!(lecteur.ecart(), Some(n));
        }
        assert!(lecteur.finit());
        let mut zeros = Lecteur::de(&[0; 20]);
        assert_eq!(zeros.petit(), None);
    }

    #[test]
    fn les_lettres_sont_celles_de_la_norme() {
        for (octets, base32, base64) in [("", "", ""), ("f", "MY", "Zg"), ("fo", "MZXQ", "Zm8"), ("foobar", "MZXW6YTBOI", "Zm9vYmFy")] {
            assert_eq!((MAJUSCULES.ecris(octets.as_bytes()), BASE64.ecris(octets.as_bytes())), (base32.to_owned(), base64.to_owned()));
            assert_eq!(MAJUSCULES.lis(base32).as_deref(), Some(octets.as_bytes()));
            assert_eq!(BASE64.lis(base64).as_deref(), Some(octets.as_bytes()));
        }
        // A letter too many, a letter that would be written otherwise, a letter of another set.
        for faux in ["A", "MZ", "MYA", "my", "M="] {
            assert_eq!(MAJUSCULES.lis(faux), None, "{faux}");
        }
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }
}
