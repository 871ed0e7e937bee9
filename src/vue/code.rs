//! The link as a QR code: modules drawn as one path (decision 0194).

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// A code, drawn on a square whose side counts the margin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// From 1 to `VERSION_MAX`: how dense it is.
    pub version: u8,
    pub cote: i32,
    /// Dark modules, row by row: `M7 4h3v1h-3z`.
    pub trace: String,
}

/// The margin that readers need, in modules.
pub const MARGE: i32 = 4;
/// Denser ones are not read well from a screen or an ordinary sheet.
pub const VERSION_MAX: u8 = 25;

/// The code of an address followed by a link; none when it would be too dense.
pub fn code(adresse: &str, lien: &str) -> Option<Code> {
    // Letters of a link take 5.5 bits, those of an address 8.
    let lettres =
        if QrSegment::is_alphanumeric(lien) { QrSegment::make_alphanumeric(lien) } else { QrSegment::make_bytes(lien.as_bytes()) };
    let segments = [QrSegment::make_bytes(adresse.as_bytes()), lettres];
    // The smallest code, and the strongest correction that fits in it.
    let code = QrCode::encode_segments_advanced(&segments, QrCodeEcc::Low, Version::MIN, Version::new(VERSION_MAX), None, true).ok()?;
    let mut trace = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let debut = x;
            while code.get_module(x, y) {
                x += 1;
            }
            if debut < x {
                let n = x - debut;
                trace += &format!("M{} {}h{n}v1h-{n}z", debut + MARGE, y + MARGE);
            }
            x += 1;
        }
    }
    Some(Code { version: code.version().value(), cote: code.size() + 2 * MARGE, trace })
}
