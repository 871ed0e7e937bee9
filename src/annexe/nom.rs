//! The name of the file: it carries a hash of the text, so that a text that is not the one of this build has another name.

/// « annexe-0123456789abcdef.json ».
pub fn nom(texte: &str) -> String {
    // FNV-1a, 64 bits: it tells a damaged or an old file, which is all that is asked of it.
    let hachage = texte.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |h, octet| (h ^ u64::from(octet)).wrapping_mul(0x0100_0000_01b3));
    format!("annexe-{hachage:016x}.json")
}
