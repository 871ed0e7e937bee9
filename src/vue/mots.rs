//! Small rules of French.

use crate::grandeurs::MoisCivil;

/// The spaces of French: what must not be parted at the end of a line is not. Letter by letter: every line of every explanation
/// comes here, and searching for texts is a heavy piece of the library.
pub fn espaces(texte: &str) -> String {
    let mut ecrit = String::with_capacity(texte.len());
    let mut lettres = texte.chars().peekable();
    while let Some(lettre) = lettres.next() {
        let colle = ecrit.ends_with('«') || matches!(lettres.peek(), Some('?' | '!' | ';' | ':' | '%' | '»'));
        ecrit.push(if lettre == ' ' && colle { '\u{a0}' } else { lettre });
    }
    ecrit
}

/// A text of the engine with its years and months written out for the month simulated, and the spaces of French.
pub fn ecrit(texte: &str, mois: MoisCivil) -> String {
    let espaces = espaces(texte);
    let mut morceaux = espaces.split('{');
    let mut ecrit = morceaux.next().unwrap_or_default().to_owned();
    for morceau in morceaux {
        let (nom, suite) = morceau.split_once('}').unwrap_or((morceau, ""));
        ecrit += &temps(nom, mois);
        ecrit += suite;
    }
    ecrit
}

/// What a name between braces stands for.
fn temps(nom: &str, mois: MoisCivil) -> String {
    match nom {
        "N" => mois.annee.to_string(),
        "N-1" => (mois.annee - 1).to_string(),
        "N-2" => (mois.annee - 2).to_string(),
        "trimestre" => trimestre(mois),
        "douze mois" => format!("{} à {}", mois.plus(-13), mois.plus(-2)),
        autre => format!("{{{autre}}}"),
    }
}

/// « août, septembre et octobre 2026 »; each with its year when it changes on the way.
fn trimestre(mois: MoisCivil) -> String {
    let [a, b, c] = mois.trimestre_precedent();
    let nom = |m: MoisCivil| {
        let entier = m.to_string();
        if m.annee == c.annee { entier.split('\u{a0}').next().unwrap_or_default().to_owned() } else { entier }
    };
    format!("{}, {} et {c}", nom(a), nom(b))
}

/// « le séjour 1 » → « Le séjour 1 ».
pub fn majuscule(texte: &str) -> String {
    let mut lettres = texte.chars();
    lettres.next().map(|premiere| std::iter::once(capitale(premiere)).chain(lettres).collect()).unwrap_or_default()
}
/// Of the letters of French; those of every language would weigh more in the page than all the scales.
fn capitale(lettre: char) -> char {
    match lettre {
        'à'..='ö' | 'ø'..='þ' => char::from_u32(u32::from(lettre) - 0x20).unwrap_or(lettre),
        'œ' => 'Œ',
        _ => lettre.to_ascii_uppercase(),
    }
}

/// « Élise » → « élise ».
pub fn minuscules(texte: &str) -> String {
    let minuscule = |lettre: char| match lettre {
        'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(u32::from(lettre) + 0x20).unwrap_or(lettre),
        'Œ' => 'œ',
        _ => lettre.to_ascii_lowercase(),
    };
    texte.chars().map(minuscule).collect()
}

/// « 1 droit », « 3 droits »; « aucun » is left to the caller.
pub fn pluriel(nombre: usize, un: &str, plusieurs: &str) -> String {
    format!("{nombre}\u{a0}{}", if nombre < 2 { un } else { plusieurs })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn la_premiere_lettre_prend_sa_majuscule() {
        for (texte, attendu) in [("le séjour 1", "Le séjour 1"), ("élise", "Élise"), ("œuvre", "Œuvre"), ("", ""), ("3 ans", "3 ans")]
        {
            assert_eq!(majuscule(texte), attendu);
            assert_eq!(minuscules(attendu), texte);
        }
    }

    #[test]
    fn les_annees_et_le_trimestre_suivent_le_mois_simule() {
        let juin = MoisCivil::le(2026, 6);
        assert_eq!(ecrit("Revenu de {N-2}, avis reçu en {N-1}", juin), "Revenu de 2024, avis reçu en 2025");
        assert_eq!(ecrit("Salaire en {trimestre}", juin), "Salaire en mars, avril et mai\u{a0}2026");
        assert_eq!(ecrit("{trimestre}", MoisCivil::le(2026, 2)), "novembre\u{a0}2025, décembre\u{a0}2025 et janvier\u{a0}2026");
    }
}
