//! Rights as rows of a spreadsheet. Figures are alone in their cells, and only when they are sure: they may be summed.

use super::{
    Faute, Format, Foyer,
    cellule::{ajoute_rangee, protege},
    colonnes::{Colonne, nom},
};
use crate::{
    aides::AIDES,
    grandeurs::*,
    moteur::*,
    situation::{Fiche, Lieu, Reponse},
    vue::{ecrit, resultats::limite},
};

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forme {
    /// A right of a household, with its reasons.
    Droits,
    /// A household, with a column for each aid.
    Foyers,
}

/// How rights are written.
#[derive(Clone, Copy, Debug)]
pub struct Tableau {
    pub forme: Forme,
    separateur: char,
}

const DROITS: [&str; 15] = [
    "ligne",
    "id",
    "mois",
    "aide",
    "nom",
    "pour",
    "statut",
    "montant",
    "au_moins",
    "au_plus",
    "unite",
    "resume",
    "raisons",
    "questions",
    "remarques",
];
const FOYERS: [&str; 8] =
    ["ligne", "id", "mois", "total_par_mois", "total_par_an", "total_en_une_fois", "droits_a_confirmer", "droits_a_completer"];
const FIN_DES_FOYERS: [&str; 2] = ["questions", "fautes"];
/// Between the texts of a cell.
const ENTRE: &str = " | ";

impl Tableau {
    /// As the file read: its separator, and the decimal comma that goes with it.
    pub fn comme(format: &Format, forme: Forme) -> Self {
        let separateur = match format {
            Format::Csv(entete) => char::from(entete.separateur),
            Format::Json => ';',
        };
        Tableau { forme, separateur }
    }
    /// The names of the columns, after the mark by which spreadsheets know UTF-8.
    pub fn entete(&self) -> String {
        let mut sortie = "\u{feff}".to_owned();
        match self.forme {
            Forme::Droits => self.ajoute(&mut sortie, DROITS),
            Forme::Foyers => {
                let aides = AIDES.iter().map(|aide| aide.id);
                self.ajoute(&mut sortie, FOYERS.into_iter().chain(aides).chain(FIN_DES_FOYERS));
            }
        }
        sortie
    }
    /// Adds the rows of a household, or the one that says what is wrong with it.
    pub fn ecris(&self, foyer: &Foyer, droits: &[Droit], sortie: &mut String) {
        let debut = |mois: String| [foyer.ligne.to_string(), protege(&foyer.id).into_owned(), mois];
        match (&foyer.lu, self.forme) {
            (Ok((_, mois)), Forme::Droits) => {
                for droit in droits {
                    self.ajoute(sortie, debut(mois.ecris()).into_iter().chain(self.droit(droit, *mois)));
                }
            }
            (Ok((_, mois)), Forme::Foyers) => self.ajoute(sortie, debut(mois.ecris()).into_iter().chain(self.foyer(droits))),
            (Err(fautes), Forme::Droits) => {
                let fautes = protege(&Faute::ensemble(fautes)).into_owned();
                let cellules = ["", "", "", "illisible", "", "", "", "", "", &fautes, "", ""];
                self.ajoute(sortie, debut(String::new()).into_iter().chain(cellules.map(str::to_owned)));
            }
            (Err(fautes), Forme::Foyers) => {
                let vides = std::iter::repeat_n(String::new(), FOYERS.len() - 3 + AIDES.len() + 1);
                let fautes = protege(&Faute::ensemble(fautes)).into_owned();
                self.ajoute(sortie, debut(String::new()).into_iter().chain(vides).chain([fautes]));
            }
        }
    }
    fn ajoute<T: AsRef<str>>(&self, sortie: &mut String, cellules: impl IntoIterator<Item = T>) {
        ajoute_rangee(sortie, cellules, self.separateur);
    }
    /// « 1016,05 »: no space, that a spreadsheet would take for a text.
    fn nombre(&self, euros: Decimal) -> String {
        let mut centimes = Euros::<Fois>::de(euros).arrondi_au_centime().decimal();
        centimes.rescale(2);
        let ecrit = centimes.to_string();
        if self.separateur == ',' { ecrit } else { ecrit.replace('.', ",") }
    }

    /// The cells of a right, after those of its household.
    fn droit(&self, droit: &Droit, mois: MoisCivil) -> [String; 12] {
        let mut bornes = [None, None, None];
        if let Ok(montant) = &droit.issue {
            bornes = match montant {
                Montant::Entre(de, a) => [None, Some(*de), Some(*a)],
                Montant::AuPlus(a) | Montant::Part(_, Some(a)) => [None, None, Some(*a)],
                Montant::Part(_, None) | Montant::Notifie => [None, None, None],
                seul => [somme(seul), None, None],
            };
        }
        let unite = bornes.iter().flatten().next().map_or("", |somme| unite(somme.unite));
        let [montant, au_moins, au_plus] = bornes.map(|borne| borne.map(|somme| self.nombre(somme.euros)).unwrap_or_default());
        let resume = droit.issue.as_ref().map(Montant::to_string).unwrap_or_default();
        let (raisons, questions) = match &droit.issue {
            Err(Raison::Demande(manques)) => (Vec::new(), manques.iter().map(|m| question(m.lieu, m.fiche, mois)).collect()),
            Err(Raison::Refus(motifs)) => (motifs.iter().map(|m| motif(m, mois)).collect(), Vec::new()),
            Err(Raison::HorsPeriode) => (vec![format!("nous savons calculer de {} à {}", COUVERTURE.0, COUVERTURE.1)], Vec::new()),
            Err(arret) => (limite(arret, mois).into_iter().collect(), Vec::new()),
            Ok(_) => (Vec::new(), Vec::new()),
        };
        let remarques: Vec<String> = droit.reserves.iter().map(|reserve| ecrit(&reserve.phrase, mois)).collect();
        let textes = [raisons, questions, remarques].map(|textes| protege(&textes.join(ENTRE)).into_owned());
        let [raisons, questions, remarques] = textes;
        let (aide, nom, statut, unite) = (droit.aide.id.to_owned(), droit.aide.nom.to_owned(), statut(droit).to_owned(), unite.to_owned());
        [aide, nom, pour(droit.beneficiaire), statut, montant, au_moins, au_plus, unite, resume, raisons, questions, remarques]
    }

    /// The cells of a household after its name and its month: sums, then aid by aid, then what is missing.
    fn foyer(&self, droits: &[Droit]) -> Vec<String> {
        let sommes = [UnitePeriode::Mois, UnitePeriode::An, UnitePeriode::Fois].map(|unite| {
            let surs = droits.iter().filter(|droit| statut(droit) == OUVERT).filter_map(|droit| somme(droit.issue.as_ref().ok()?));
            self.nombre(surs.filter(|somme| somme.unite == unite).fold(Decimal::ZERO, |total, somme| total.saturating_add(somme.euros)))
        });
        let combien = |celui: &str| droits.iter().filter(|droit| statut(droit) == celui).count().to_string();
        let mut cellules: Vec<String> = sommes.into_iter().chain([combien(A_CONFIRMER), combien(A_COMPLETER)]).collect();
        for aide in AIDES {
            let siens: Vec<&Droit> = droits.iter().filter(|droit| droit.aide == *aide).collect();
            cellules.push(self.aide(&siens));
        }
        let mut questions: Vec<String> = Vec::new();
        for manque in droits.iter().filter_map(|droit| if let Err(Raison::Demande(manques)) = &droit.issue { Some(manques) } else { None })
        {
            for colonne in manque.iter().map(|manque| colonne(manque.lieu, manque.fiche)) {
                if !questions.contains(&colonne) {
                    questions.push(colonne);
                }
            }
        }
        cellules.extend([questions.join(ENTRE), String::new()]);
        cellules
    }
    /// What a household receives of an aid, for all its members: a figure when it is sure, a sentence when there is more to say,
    /// else why there is nothing, in a word.
    fn aide(&self, droits: &[&Droit]) -> String {
        let ouverts: Vec<&&Droit> = droits.iter().filter(|droit| droit.issue.is_ok()).collect();
        let surs: Vec<Somme> = ouverts.iter().filter(|d| statut(d) != A_CONFIRMER).filter_map(|d| somme(d.issue.as_ref().ok()?)).collect();
        if let Some(premier) = surs.first()
            && surs.len() == ouverts.len()
            && surs.iter().all(|somme| somme.unite == premier.unite)
        {
            return self.nombre(surs.iter().fold(Decimal::ZERO, |total, somme| total.saturating_add(somme.euros)));
        }
        let dit = |droit: &&&Droit| match &droit.issue {
            Ok(montant) if statut(droit) == A_CONFIRMER => format!("{montant} (à confirmer)"),
            autre => autre.as_ref().map(Montant::to_string).unwrap_or_default(),
        };
        if !ouverts.is_empty() {
            return ouverts.iter().map(dit).collect::<Vec<_>>().join(ENTRE);
        }
        let statuts: Vec<&str> = droits.iter().map(|droit| statut(droit)).collect();
        statuts.iter().find(|statut| **statut == A_COMPLETER).or(statuts.first()).map(|statut| (*statut).to_owned()).unwrap_or_default()
    }
}

const OUVERT: &str = "ouvert";
const A_CONFIRMER: &str = "ouvert_a_confirmer";
const A_COMPLETER: &str = "a_completer";
const REFUSE: &str = "refuse";
const REMPLACE: &str = "remplace";
const HORS_CHAMP: &str = "hors_champ";
const HORS_BAREME: &str = "hors_bareme";
const HORS_PERIODE: &str = "hors_periode";
const EN_ATTENTE: &str = "en_attente";
const REPERE: &str = "repere";

/// Each status, and what it says of rights.
pub const STATUTS: [(&str, &str); 10] = [
    (OUVERT, "Ouverts, au montant sûr"),
    (A_CONFIRMER, "Ouverts, au montant à confirmer"),
    (A_COMPLETER, "À compléter, des réponses manquent"),
    (REFUSE, "Refusés"),
    (REMPLACE, "Remplacés par un autre droit"),
    (HORS_CHAMP, "Dans un cas que nous ne calculons pas"),
    (HORS_BAREME, "Sans barème connu pour leur mois"),
    (HORS_PERIODE, "Pour un mois que nous ne calculons pas"),
    (EN_ATTENTE, "En attente des barèmes des Caf"),
    (REPERE, "Repères, que d’autres droits lisent"),
];

/// One word for what was concluded.
pub fn statut(droit: &Droit) -> &'static str {
    match &droit.issue {
        Ok(Montant::Repere(_)) => REPERE,
        Ok(_) if droit.reserves.iter().any(|reserve| reserve.a_confirmer) => A_CONFIRMER,
        Ok(_) => OUVERT,
        Err(Raison::Demande(_)) => A_COMPLETER,
        Err(Raison::Refus(_)) => REFUSE,
        Err(Raison::Ecarte(_)) => REMPLACE,
        Err(Raison::HorsPeriode) => HORS_PERIODE,
        Err(Raison::HorsBareme(_)) => HORS_BAREME,
        Err(Raison::EnAttente) => EN_ATTENTE,
        Err(Raison::HorsChamp(_)) => HORS_CHAMP,
    }
}

/// A figure that stands alone.
fn somme(montant: &Montant) -> Option<Somme> {
    match montant {
        Montant::ParMois(m) | Montant::Repere(m) => Some((*m).into()),
        Montant::ParAn(m) => Some((*m).into()),
        Montant::Unique(m) => Some((*m).into()),
        Montant::Entre(..) | Montant::AuPlus(_) | Montant::Part(..) | Montant::Notifie => None,
    }
}
fn unite(unite: UnitePeriode) -> &'static str {
    match unite {
        UnitePeriode::Mois => "par mois",
        UnitePeriode::An => "par an",
        UnitePeriode::Fois => "en une fois",
    }
}

/// For whom, in the words of the header of a file.
fn pour(beneficiaire: Beneficiaire) -> String {
    match beneficiaire {
        Beneficiaire::Foyer => nom(Lieu::Foyer),
        Beneficiaire::Depart(sejour, enfant) => format!("{} {}", nom(Lieu::Sejour(sejour)), nom(Lieu::Enfant(enfant))),
        autre => nom(autre.lieu()),
    }
}
fn colonne(lieu: Lieu, fiche: &'static Fiche) -> String {
    Colonne::Question(lieu, fiche).nom()
}
fn question(lieu: Lieu, fiche: &'static Fiche, mois: MoisCivil) -> String {
    format!("{} ({})", colonne(lieu, fiche), ecrit(fiche.libelle, mois))
}
fn motif(motif: &Motif, mois: MoisCivil) -> String {
    let des = motif.des.map(|jour| format!(", à partir du {}", ecris_jour(jour))).unwrap_or_default();
    format!("{}{des}", ecrit(&motif.quoi, mois))
}
