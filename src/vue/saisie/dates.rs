//! A date typed in boxes as if there were one.

/// What people write between day, month and year.
const SEPARATEURS: [char; 4] = ['/', '-', '.', ' '];

/// The text of a date after typing in one of its boxes: day, month, year, or month and year. A whole date pasted or typed
/// in the first one is spread over all.
pub fn date_tapee(texte: &str, boites: usize, boite: usize, tape: &str) -> String {
    if let Some(entiere) = date_entiere(boites, boite, tape) {
        return entiere;
    }
    let mut morceaux = morceaux_de_date(texte, boites);
    if let Some(morceau) = morceaux.get_mut(boite) {
        *morceau = tape.replace(SEPARATEURS, "");
    }
    morceaux.join("/")
}

fn date_entiere(boites: usize, boite: usize, tape: &str) -> Option<String> {
    let tape = tape.trim();
    let mut morceaux: Vec<&str> = tape.split(SEPARATEURS).filter(|m| !m.is_empty()).collect();
    if morceaux.len() == 1 && tape.len() == 2 * boites + 2 && tape.bytes().all(|b| b.is_ascii_digit()) {
        let (debut, annee) = tape.split_at(tape.len() - 4);
        let (jour, mois) = debut.split_at(debut.len() - 2);
        morceaux = [jour, mois, annee].into_iter().filter(|m| !m.is_empty()).collect();
    } else if morceaux.first().is_some_and(|m| m.len() == 4) {
        morceaux.reverse();
    }
    (boite == 0 && morceaux.len() == boites).then(|| morceaux.join("/"))
}

/// The box that follows what was typed in one of this length: the next, once it is full and the next one waits, or once a
/// separator ends it, as in « 5/4/1990 »; the last, after a whole date.
pub fn boite_suivante(texte: &str, boites: usize, boite: usize, longueur: usize, tape: &str) -> Option<usize> {
    if date_entiere(boites, boite, tape).is_some() {
        return Some(boites - 1);
    }
    let debut = tape.trim_end_matches(SEPARATEURS);
    let separee = debut.len() < tape.len() && !debut.is_empty() && !debut.contains(SEPARATEURS);
    let attendue = morceaux_de_date(texte, boites).get(boite + 1).is_some_and(String::is_empty);
    (separee || attendue && tape.len() == longueur).then_some(boite + 1)
}

/// What each box of a date holds.
pub fn morceaux_de_date(texte: &str, boites: usize) -> Vec<String> {
    let mut morceaux: Vec<String> = texte.split('/').map(str::to_owned).collect();
    morceaux.resize(boites, String::new());
    morceaux
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn une_date_se_tape_par_boite_ou_d_un_coup() {
        assert_eq!(date_tapee("", 3, 0, "12"), "12//");
        assert_eq!(date_tapee("12//", 3, 1, "4"), "12/4/");
        assert_eq!(date_tapee("12/4/", 3, 2, "1988"), "12/4/1988");
        for tape in ["12/04/1988", "12041988", "1988-04-12", "12 04 1988"] {
            assert_eq!(date_tapee("//", 3, 0, tape), "12/04/1988", "{tape}");
        }
        assert_eq!(date_tapee("12//", 3, 1, "."), "12//");
        assert_eq!(date_tapee("", 2, 0, "112026"), "11/2026");
        assert_eq!(date_tapee("", 2, 0, "2026-11"), "11/2026");
    }

    #[test]
    fn une_boite_pleine_un_separateur_ou_une_date_entiere_menent_a_une_autre() {
        for (texte, tape, suivante) in [
            ("", "1", None),
            ("", "12", Some(1)),
            ("/04/1988", "12", None),
            ("/04/1988", "12/", Some(1)),
            ("", "5.", Some(1)),
            ("", "/", None),
            ("", "5/4/", None),
            ("03/09/1986", "12041988", Some(2)),
            ("", "1988-04-12", Some(2)),
        ] {
            assert_eq!(boite_suivante(texte, 3, 0, 2, tape), suivante, "{tape}");
        }
        assert_eq!(boite_suivante("", 2, 0, 2, "112026"), Some(1));
    }
}
