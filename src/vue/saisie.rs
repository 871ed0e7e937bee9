//! What is typed in a field, and the answer it makes. A field may be a part of an answer: a month, a year.

pub mod dates;

use crate::{
    grandeurs::*,
    situation::{AUCUN, Annuel, Contenu, Dit, Fiche, Genre, Illisible, Lieu, Mensuel, Reponse, Situation},
};

/// The part of an answer that a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Tout,
    /// The amount of most months.
    Habituel,
    Mois(MoisCivil),
    Annee(i32),
}

/// A field: whom it is about, which question, which part of its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cle {
    pub lieu: Lieu,
    pub question: &'static str,
    pub part: Part,
}
impl Cle {
    pub fn de(lieu: Lieu, question: &'static str) -> Self {
        Cle { lieu, question, part: Part::Tout }
    }
    /// `enfant-1-naissance`, what links and labels point to.
    pub fn id(self) -> String {
        let question = self.question;
        let id = match self.lieu {
            Lieu::Foyer => format!("foyer-{question}"),
            Lieu::Adulte(i) => format!("adulte-{}-{question}", i + 1),
            Lieu::Enfant(i) => format!("enfant-{}-{question}", i + 1),
            Lieu::Sejour(i) => format!("sejour-{}-{question}", i + 1),
        };
        match self.part {
            Part::Mois(mois) => format!("{id}-{}", mois.ecris()),
            Part::Tout | Part::Habituel | Part::Annee(_) => id,
        }
    }
}

/// What was typed and is not shown back in the form of the site: still being typed, or unreadable.
#[derive(Clone, Debug, PartialEq)]
pub struct Saisie {
    pub texte: String,
    pub illisible: Option<Illisible>,
    /// The field was left: its error may be shown.
    pub quittee: bool,
}

/// Keeps what was typed as an answer. On an unreadable text the answer becomes unknown: results never rest on another
/// text than the one on screen.
pub fn pose(situation: &mut Situation, cle: Cle, texte: &str) -> Result<(), Illisible> {
    let Cle { lieu, question, part } = cle;
    let lu = match part {
        Part::Tout if est_vide(texte) => Ok(None),
        Part::Tout => {
            let resultat = situation.saisit(lieu, question, texte).unwrap_or(Ok(()));
            if resultat.is_err() {
                situation.pose(lieu, question, Dit::Rien);
            }
            return resultat;
        }
        Part::Annee(annee) => montant(texte).map(|montant| avec_annee(situation, cle, annee, montant)),
        Part::Habituel | Part::Mois(_) => montant(texte).map(|montant| avec_mois(situation, cle, part, montant)),
    };
    match lu {
        Ok(contenu) => {
            situation.pose(lieu, question, contenu.map_or(Dit::Rien, Dit::Oui));
            Ok(())
        }
        Err(illisible) => {
            pose(situation, cle, "").ok();
            Err(illisible)
        }
    }
}

/// A date not begun is « // ».
fn est_vide(texte: &str) -> bool {
    texte.chars().all(|c| c.is_whitespace() || c == '/')
}

fn montant(texte: &str) -> Result<Option<Decimal>, Illisible> {
    if est_vide(texte) {
        return Ok(None);
    }
    let attendu = <Euros<Mois> as Reponse>::GENRE.attendu();
    decimal_lu(texte).map(Some).ok_or_else(|| Illisible { lu: texte.trim().to_owned(), attendu })
}

fn avec_annee(situation: &Situation, cle: Cle, annee: i32, montant: Option<Decimal>) -> Option<Contenu> {
    let mut annees = match situation.dit(cle.lieu, cle.question) {
        Dit::Oui(Contenu::Annuel(Annuel(annees))) => annees.clone(),
        _ => Vec::new(),
    };
    annees.retain(|(a, _)| *a != annee);
    annees.extend(montant.map(|m| (annee, Euros::de(m))));
    ranges(&mut annees, |(annee, _)| *annee);
    (!annees.is_empty()).then_some(Contenu::Annuel(Annuel(annees)))
}

fn avec_mois(situation: &Situation, cle: Cle, part: Part, montant: Option<Decimal>) -> Option<Contenu> {
    let mut mensuel = match situation.dit(cle.lieu, cle.question) {
        Dit::Oui(Contenu::Mensuel(mensuel)) => mensuel.clone(),
        _ => Mensuel::default(),
    };
    let montant = montant.map(Euros::de);
    match part {
        Part::Mois(mois) => {
            mensuel.mois.retain(|(m, _)| *m != mois);
            mensuel.mois.extend(montant.map(|m| (mois, m)));
            ranges(&mut mensuel.mois, |(mois, _)| *mois);
        }
        _ => mensuel.habituel = montant,
    }
    (mensuel != Mensuel::default()).then_some(Contenu::Mensuel(mensuel))
}

/// The text that a field shows for the answer kept: « 1 016,05 », « 20/04/2024 ».
pub fn affiche(situation: &Situation, cle: Cle) -> String {
    match situation.dit(cle.lieu, cle.question) {
        Dit::Oui(Contenu::Jour(jour)) => format!("{:02}/{:02}/{}", jour.day(), jour.month() as u8, jour.year()),
        Dit::Oui(Contenu::MoisCivil(mois)) => format!("{:02}/{}", mois.mois, mois.annee),
        Dit::Oui(Contenu::Decimal(_) | Contenu::Annuel(_) | Contenu::Mensuel(_)) => {
            somme(situation, cle.lieu, cle.question, cle.part).map(ecris_decimal).unwrap_or_default()
        }
        _ => situation.texte(cle.lieu, cle.question).valeur().unwrap_or_default(),
    }
}

/// The number that a part of an answer holds.
pub fn somme(situation: &Situation, lieu: Lieu, question: &str, part: Part) -> Option<Decimal> {
    match (situation.dit(lieu, question).valeur()?, part) {
        (Contenu::Decimal(valeur), _) => Some(*valeur),
        (Contenu::Annuel(annees), Part::Annee(annee)) => annees.de(annee).map(Euros::decimal),
        (Contenu::Mensuel(Mensuel { mois, .. }), Part::Mois(celui_ci)) => {
            mois.iter().find(|(autre, _)| *autre == celui_ci).map(|(_, montant)| montant.decimal())
        }
        (Contenu::Mensuel(Mensuel { habituel, .. }), _) => habituel.map(Euros::decimal),
        _ => None,
    }
}

/// The question of a field.
pub fn fiche(cle: Cle) -> Option<&'static Fiche> {
    Situation::fiches(cle.lieu).iter().copied().find(|fiche| fiche.cle == cle.question)
}
/// The period of the amount that a question asks for; none if it asks for something else.
pub fn unite(fiche: &Fiche) -> Option<UnitePeriode> {
    match fiche.genre {
        Genre::Montant(unite) => Some(unite),
        Genre::Mensuel => Some(UnitePeriode::Mois),
        Genre::Annuel => Some(UnitePeriode::An),
        _ => None,
    }
}

/// Ticks or unticks one of several answers; an empty list is « aucun ».
pub fn coche(situation: &Situation, cle: Cle, option: &str, cochee: bool) -> String {
    let actuelles = situation.texte(cle.lieu, cle.question).valeur().unwrap_or_default();
    let mut options: Vec<&str> = actuelles.split(',').filter(|o| !o.is_empty() && *o != AUCUN && *o != option).collect();
    if cochee && option != AUCUN {
        options.push(option);
    }
    if options.is_empty() && !cochee {
        String::new()
    } else if options.is_empty() || option == AUCUN {
        AUCUN.to_owned()
    } else {
        options.join(",")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SALAIRE: Cle = Cle { lieu: Lieu::Adulte(0), question: "salaire", part: Part::Habituel };
    const RFR: Cle = Cle { lieu: Lieu::Foyer, question: "rfr", part: Part::Annee(2024) };

    fn texte(situation: &Situation, cle: Cle) -> Dit<String> {
        situation.texte(cle.lieu, cle.question)
    }

    #[test]
    fn un_mois_different_se_pose_a_cote_du_montant_habituel() {
        let mut s = Situation::default();
        let septembre = Cle { part: Part::Mois(MoisCivil::le(2026, 9)), ..SALAIRE };
        pose(&mut s, SALAIRE, "1 016,05 €").unwrap();
        pose(&mut s, septembre, "750").unwrap();
        assert_eq!(texte(&s, SALAIRE), Dit::Oui("1016.05;2026-09=750".into()));
        assert_eq!(affiche(&s, SALAIRE), "1\u{202f}016,05");
        assert_eq!(affiche(&s, septembre), "750");
        pose(&mut s, SALAIRE, "").unwrap();
        pose(&mut s, septembre, "").unwrap();
        assert_eq!(texte(&s, SALAIRE), Dit::Rien);
    }

    #[test]
    fn les_autres_annees_restent() {
        let mut s = Situation::default();
        pose(&mut s, RFR, "12 400").unwrap();
        pose(&mut s, Cle { part: Part::Annee(2023), ..RFR }, "9000").unwrap();
        pose(&mut s, RFR, "").unwrap();
        assert_eq!(texte(&s, RFR), Dit::Oui("2023=9000".into()));
        assert_eq!(affiche(&s, RFR), "");
    }

    #[test]
    fn un_texte_illisible_rend_la_reponse_inconnue() {
        let mut s = Situation::default();
        let naissance = Cle::de(Lieu::Adulte(0), "naissance");
        pose(&mut s, naissance, "12/04/1988").unwrap();
        assert_eq!(affiche(&s, naissance), "12/04/1988");
        assert!(pose(&mut s, naissance, "31/02/1988").is_err());
        assert_eq!(texte(&s, naissance), Dit::Rien);
        pose(&mut s, SALAIRE, "800").unwrap();
        assert!(pose(&mut s, SALAIRE, "huit cents").is_err());
        assert_eq!(texte(&s, SALAIRE), Dit::Rien);
        assert_eq!(pose(&mut s, naissance, "//"), Ok(()));
    }

    #[test]
    fn cocher_aucun_decoche_le_reste() {
        let mut s = Situation::default();
        let revenus = Cle::de(Lieu::Adulte(0), "revenus");
        for (option, cochee, attendu) in [
            ("salaire", true, "salaire"),
            ("chomage", true, "salaire,chomage"),
            ("aucun", true, "aucun"),
            ("chomage", true, "chomage"),
            ("chomage", false, ""),
        ] {
            let texte = coche(&s, revenus, option, cochee);
            assert_eq!(texte, attendu);
            pose(&mut s, revenus, &texte).unwrap();
        }
    }
}
