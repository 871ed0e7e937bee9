//! The file to fill in, made from the list of questions; and a household written as the row that reads back as it.

use super::{
    cellule,
    colonnes::{Colonne, Liste},
};
use crate::{grandeurs::*, situation::*, vue::ecrit};

const SEPARATEUR: char = ';';

/// A file of one household.
pub fn vers_csv(id: &str, situation: &Situation, mois: MoisCivil) -> String {
    let mut sortie = String::new();
    let colonnes = colonnes(situation);
    cellule::ajoute_rangee(&mut sortie, colonnes.iter().map(|colonne| colonne.nom()), SEPARATEUR);
    cellule::ajoute_rangee(&mut sortie, cellules(&colonnes, id, situation, mois), SEPARATEUR);
    sortie
}

/// A file for a spreadsheet: the columns of a couple with two children and a stay, under each what it asks and what may be
/// written, and a household as an example.
pub fn modele(mois: MoisCivil) -> String {
    let exemple = exemple(mois);
    let colonnes = colonnes(&exemple);
    let mut sortie = "\u{feff}".to_owned();
    cellule::ajoute_rangee(&mut sortie, colonnes.iter().map(|colonne| colonne.nom()), SEPARATEUR);
    cellule::ajoute_rangee(&mut sortie, colonnes.iter().map(|colonne| demande(*colonne, mois)), SEPARATEUR);
    cellule::ajoute_rangee(&mut sortie, colonnes.iter().map(|colonne| attendu(*colonne)), SEPARATEUR);
    cellule::ajoute_rangee(&mut sortie, cellules(&colonnes, "exemple", &exemple, mois), SEPARATEUR);
    sortie
}

/// All those that a household needs. The month comes last and is never empty: some spreadsheets do not write the empty cells
/// that end a row.
fn colonnes(situation: &Situation) -> Vec<Colonne> {
    let nombres = Liste::TOUTES.into_iter().filter(|liste| {
        let muet = |rang: usize| situation.dits(liste.lieu(rang)).unwrap_or_default().iter().all(|dit| *dit == Dit::Rien);
        (0..liste.nombre(situation)).any(muet)
    });
    let questions = situation.lieux().flat_map(Colonne::questions);
    [Colonne::Id].into_iter().chain(nombres.map(Colonne::Nombre)).chain(questions).chain([Colonne::Mois]).collect()
}

fn cellules(colonnes: &[Colonne], id: &str, situation: &Situation, mois: MoisCivil) -> Vec<String> {
    let cellule = |colonne: &Colonne| match *colonne {
        Colonne::SansNom => String::new(),
        Colonne::Id => cellule::protege(id).into_owned(),
        Colonne::Mois => mois.ecris(),
        Colonne::Nombre(liste) => liste.nombre(situation).to_string(),
        Colonne::Question(lieu, fiche) => match situation.dit(lieu, fiche.cle) {
            Dit::Rien => String::new(),
            Dit::Ignore => cellule::IGNORE.to_owned(),
            Dit::Oui(contenu) => cellule::protege(&cellule::ecris(fiche.genre, contenu)).into_owned(),
        },
    };
    colonnes.iter().map(cellule).collect()
}

/// What a column asks.
fn demande(colonne: Colonne, mois: MoisCivil) -> String {
    match colonne {
        Colonne::Id => {
            "# Cette ligne et la suivante expliquent, elles ne sont pas lues. Ici\u{a0}: un nom ou un numéro pour vous".to_owned()
        }
        Colonne::Mois => "Mois à calculer".to_owned(),
        Colonne::Question(_, fiche) => [fiche.libelle, fiche.aide].map(|texte| ecrit(texte, mois)).join(" ").trim().to_owned(),
        Colonne::SansNom | Colonne::Nombre(_) => String::new(),
    }
}

/// What may be written in it.
fn attendu(colonne: Colonne) -> String {
    match colonne {
        Colonne::Id => {
            "# Vide\u{a0}: pas encore répondu. ?\u{a0}: je ne sais pas. Les colonnes sans usage peuvent être effacées".to_owned()
        }
        Colonne::Mois => MoisCivil::GENRE.attendu().to_owned(),
        Colonne::Question(_, fiche) => match fiche.genre {
            Genre::Choix(options) | Genre::Plusieurs(options) => {
                options.iter().map(|option| format!("{}\u{a0}: {}", option.cle, option.libelle)).collect::<Vec<_>>().join("\u{a0}; ")
            }
            genre => cellule::attendu(genre).into_owned(),
        },
        Colonne::SansNom | Colonne::Nombre(_) => String::new(),
    }
}

const GIRONDE: &Option_ = &Option_ { cle: "33", libelle: "Gironde" };

/// A family that shows every place where questions are asked.
fn exemple(mois: MoisCivil) -> Situation {
    let euros = |euros| Decimal::from(euros);
    let annee = mois.annee.saturating_sub(2);
    let annuel = |montant| Annuel(vec![(annee, Euros::de(euros(montant)))]);
    let ne = |ans: i32, rang: u8| MoisCivil::le(mois.annee.saturating_sub(ans), rang).premier_jour();
    let adulte = |ans, salaire: u32, annuel_| {
        Reponses::<Adulte>::default()
            .avec(Adulte::NAISSANCE, ne(ans, 3))
            .avec(Adulte::ACTIVITE, Activite::Salarie)
            .avec(Adulte::REVENUS, Revenus(vec![Revenu::Salaire]))
            .avec(Adulte::SALAIRE, Mensuel::habituel(Euros::de(euros(salaire))))
            .avec(Adulte::NET_SOCIAL, Mensuel::habituel(Euros::de(euros(salaire))))
            .avec(Adulte::SALAIRE_ANNUEL, annuel(annuel_))
            .avec(Adulte::DEBUT_ACTIVITE, ne(10, 9))
            .avec(Adulte::CONGE_PARENTAL, CongeParental::Aucun)
            .avec(Adulte::PRESENCE, Presence::Non)
            .avec(Adulte::TAUX, TauxIncapacite::Aucun)
    };
    let enfant = |ans, ecole| {
        Reponses::<Enfant>::default()
            .avec(Enfant::NAISSANCE, ne(ans, 4))
            .avec(Enfant::GARDE, Garde::Pleine)
            .avec(Enfant::HANDICAP, Handicap::Non)
            .avec(Enfant::SCOLARITE, ecole)
            .avec(Enfant::GARDE_PAYEE, OuiNon::Non)
    };
    Situation {
        foyer: Reponses::<Foyer>::default()
            .avec(Foyer::COUPLE, Couple::Marie)
            .avec(Foyer::A_DES_ENFANTS, OuiNon::Oui)
            .avec(Foyer::ADOPTION, OuiNon::Non)
            .avec(Foyer::SEJOUR_REGULIER, OuiNon::Oui)
            .avec(Foyer::RFR, annuel(29_000))
            .avec(Foyer::PARTS, Coef::de(euros(3)))
            .avec(Foyer::LOGEMENT, Logement::Locataire)
            .avec(Foyer::LOCATION, Location::Vide)
            .avec(Foyer::PARTAGE, Partage::Aucun)
            .avec(Foyer::LOYER, Euros::de(euros(720)))
            .avec(Foyer::AIDE_LOGEMENT, OuiNon::Non)
            .avec(Foyer::DEMENAGEMENT, OuiNon::Non)
            .avec(Foyer::DEPARTEMENT, Departement(GIRONDE))
            .avec(Foyer::ZONE, Zone::Deuxieme)
            .avec(Foyer::PRESTATION_FAMILIALE, OuiNon::Oui)
            .avec(Foyer::QUOTIENT, Euros::de(euros(650)))
            .avec(Foyer::QUOTIENT_MOIS, MoisCivil::le(mois.annee, 1))
            .avec(Foyer::PROJET_VACANCES, OuiNon::Oui),
        adultes: vec![
            adulte(38, 1500, 18_000).avec(Adulte::AGENT, Agent::FinancesActif).avec(Adulte::AFFECTATION, Affectation::Metropole),
            adulte(36, 1200, 14_000).avec(Adulte::AGENT, Agent::Aucun),
        ],
        enfants: vec![enfant(8, Scolarite::Ecole), enfant(2, Scolarite::PasEncore)],
        sejours: vec![
            Reponses::<Sejour>::default()
                .avec(Sejour::NATURE, NatureSejour::Famille)
                .avec(Sejour::ENFANTS, Rangs(vec![1, 2]))
                .avec(Sejour::DEBUT, mois.premier_jour())
                .avec(Sejour::FIN, mois.dernier_jour())
                .avec(Sejour::COUT, Euros::de(euros(900)))
                .avec(Sejour::LABEL, Label::Vacaf),
        ],
    }
}
