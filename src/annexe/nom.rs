//! The name of the file: it carries a hash of the text, so that a text that is not the one of this build has another name.

/// What a file holds: how its name begins and ends.
pub type Quoi = (&'static str, &'static str);
pub const ANNEXE: Quoi = ("annexe", "json");
pub const COMMUNES: Quoi = ("communes", "txt");

/// « annexe-0123456789abcdef.json ».
pub fn nom((debut, fin): Quoi, texte: &str) -> String {
    // FNV-1a, 64 bits: it tells a damaged or an old file, which is all that is asked of it.
    let hachage = texte.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |h, octet| (h ^ u64::from(octet)).wrapping_mul(0x0100_0000_01b3));
    format!("{debut}-{hachage:016x}.{fin}")
}
