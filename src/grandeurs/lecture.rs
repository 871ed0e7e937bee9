//! Numbers and dates as people write them, read and written back.

use super::MoisCivil;
use rust_decimal::{Decimal, RoundingStrategy};
use time::{Date, Month};

/// Reads « 1 016,05 € », « 1016.05 », « 1.016,05 », « 12,5 »: spaces of any kind and the euro sign are ignored, the last comma or
/// point is the decimal one, the other sign may part thousands. Nothing negative, at most nine digits before the comma and four after.
pub fn decimal_lu(texte: &str) -> Option<Decimal> {
    let net: String = texte.chars().filter(|c| !c.is_whitespace() && *c != '\u{a0}' && *c != '\u{202f}').collect();
    let net = net.strip_suffix('€').unwrap_or(&net);
    let (entier, decimales, milliers) = match net.rfind([',', '.']) {
        Some(i) => (net.get(..i)?, net.get(i + 1..)?, if net.get(i..)?.starts_with(',') { '.' } else { ',' }),
        None => (net, "", '.'),
    };
    let entier = sans_milliers(entier, milliers)?;
    let chiffres = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
    if entier.is_empty() || 9 < entier.len() || 4 < decimales.len() || !chiffres(&entier) || !chiffres(decimales) {
        return None;
    }
    let mantisse: i64 = format!("{entier}{decimales}").parse().ok()?;
    Some(Decimal::new(mantisse, u32::try_from(decimales.len()).ok()?))
}

/// « 1.016 » without the sign that parts its thousands.
fn sans_milliers(entier: &str, signe: char) -> Option<String> {
    let mut groupes = entier.split(signe);
    let mut chiffres = groupes.next()?.to_owned();
    for groupe in groupes {
        if chiffres.is_empty() || groupe.len() != 3 {
            return None;
        }
        chiffres += groupe;
    }
    Some(chiffres)
}

/// « 1 016,05 »: thousands apart, a comma, no useless zero.
pub fn ecris_decimal(valeur: Decimal) -> String {
    ecris(&valeur.round_dp_with_strategy(4, RoundingStrategy::MidpointAwayFromZero).normalize().to_string())
}

/// « 1 016,05 € »: always two decimals, rounded to the cent.
pub fn ecris_euros(valeur: Decimal) -> String {
    let mut centimes = valeur.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    centimes.rescale(2);
    format!("{}\u{a0}€", ecris(&centimes.to_string()))
}

fn ecris(chiffres: &str) -> String {
    let (signe, chiffres) = chiffres.strip_prefix('-').map_or(("", chiffres), |reste| ("−", reste));
    let (entier, decimales) = chiffres.split_once('.').unwrap_or((chiffres, ""));
    let mut texte = String::from(signe);
    for (i, c) in entier.chars().enumerate() {
        if 0 < i && (entier.len() - i).is_multiple_of(3) {
            texte.push('\u{202f}');
        }
        texte.push(c);
    }
    if !decimales.is_empty() {
        texte.push(',');
        texte += decimales;
    }
    texte
}

/// Reads « 2024-04-20 », « 20/04/2024 », « 20 04 2024 ».
pub fn jour_lu(texte: &str) -> Option<Date> {
    let morceaux: Vec<&str> = texte.split(['-', '/', '.', ' ']).filter(|m| !m.is_empty()).collect();
    let [a, b, c] = morceaux.as_slice() else { return None };
    let (annee, mois, jour) = if a.len() == 4 { (a, b, c) } else { (c, b, a) };
    if annee.len() != 4 || 2 < mois.len() || 2 < jour.len() {
        return None;
    }
    let annee: u16 = annee.parse().ok()?;
    let mois = Month::try_from(mois.parse::<u8>().ok()?).ok()?;
    (1900..2200).contains(&annee).then(|| Date::from_calendar_date(i32::from(annee), mois, jour.parse().ok()?).ok())?
}

/// Reads « 2026-11 » or « 11/2026 ».
pub fn mois_lu(texte: &str) -> Option<MoisCivil> {
    let (a, b) = texte.trim().split_once(['-', '/'])?;
    let (annee, mois) = if a.len() == 4 { (a, b) } else { (b, a) };
    let (annee, mois): (u16, u8) = (annee.parse().ok()?, mois.parse().ok()?);
    ((1900..2200).contains(&annee) && (1..=12).contains(&mois)).then(|| MoisCivil::le(i32::from(annee), mois))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lit_les_montants_comme_on_les_colle() {
        for (texte, attendu) in
            [("1 016,05 €", "1016.05"), ("1\u{202f}016,05\u{a0}€", "1016.05"), ("1016.05", "1016.05"), ("0", "0"), ("12,5", "12.5")]
        {
            assert_eq!(decimal_lu(texte).map(|d| d.to_string()).as_deref(), Some(attendu), "{texte}");
        }
        for (texte, attendu) in [("1.016,05", "1016.05"), ("1,016.05", "1016.05"), ("1.250.000,5", "1250000.5"), ("1,250", "1.250")] {
            assert_eq!(decimal_lu(texte).map(|d| d.to_string()).as_deref(), Some(attendu), "{texte}");
        }
        for texte in ["", "-3", "1,016,05", "1.01,5", "1.2.3,4", ".125,5", "1.250.000", "douze", "1e3", "12345678901", "1,23456"] {
            assert_eq!(decimal_lu(texte), None, "{texte}");
        }
    }

    #[test]
    fn ecrit_les_montants_a_la_francaise() {
        assert_eq!(ecris_euros(Decimal::new(101605, 2)), "1\u{202f}016,05\u{a0}€");
        assert_eq!(ecris_euros(Decimal::new(2005, 3)), "2,01\u{a0}€");
        assert_eq!(ecris_decimal(Decimal::new(250, 2)), "2,5");
    }

    #[test]
    fn lit_les_dates() {
        assert_eq!(jour_lu("20/04/2024"), jour_lu("2024-04-20"));
        assert_eq!(jour_lu("20 4 2024"), jour_lu("2024-04-20"));
        for texte in ["", "31/02/2024", "2024", "1/1/24", "20-13-2024", "aa/bb/cccc"] {
            assert_eq!(jour_lu(texte), None, "{texte}");
        }
        assert_eq!(mois_lu("11/2026"), Some(MoisCivil::le(2026, 11)));
        assert_eq!(mois_lu("2026-13"), None);
    }
}
