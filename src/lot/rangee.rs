//! A row of cells read as a household: every fault of the row at once, each with its column.

use super::{
    Faute, Foyer, Quand, a_la_ligne,
    cellule::{self, IGNORE},
    colonnes::{Colonne, Entete, GUILLEMET, Liste},
    lecture::ENCODAGE,
};
use crate::{
    grandeurs::MoisCivil,
    situation::{Dit, Reponse, Situation, coherente},
};

/// What was read, as far as a message can hold.
const MONTRE: usize = 60;

pub fn lis(entete: &mut Entete, ligne: u64, octets: &[u8], quand: Quand) -> Foyer {
    let Some(cellules) = entete.cellules(octets) else {
        return Foyer { ligne, id: String::new(), lu: Err(vec![Faute::de_la_ligne(ligne, GUILLEMET)]) };
    };
    let mut rangee = Rangee { ligne, pleines: Vec::new(), fautes: Vec::new() };
    rangee.remplis(entete, &cellules);
    let id = rangee.pleines.iter().find(|(_, colonne, _)| matches!(colonne, Colonne::Id)).map(|(_, _, id)| id.clone());
    let mois = quand.choisit(rangee.mois());
    let situation = rangee.situation(mois);
    let lu = if rangee.fautes.is_empty() {
        coherente(situation).map_err(|faute| vec![a_la_ligne(ligne, faute, qui_decide)])
    } else {
        Err(rangee.fautes)
    };
    Foyer { ligne, id: id.unwrap_or_default(), lu: lu.map(|situation| (situation, mois)) }
}

/// The column that contradicts the list, when they do not agree.
fn qui_decide(champ: &str) -> String {
    let colonne = match champ {
        "adultes" => "foyer.couple",
        "enfants" => "foyer.a_des_enfants",
        "sejours" => "foyer.projet_vacances",
        autre => autre,
    };
    colonne.to_owned()
}

/// A row being read.
struct Rangee<'a> {
    ligne: u64,
    /// The cells that are not empty.
    pleines: Vec<(&'a str, Colonne, String)>,
    fautes: Vec<Faute>,
}
impl<'a> Rangee<'a> {
    fn faute(&mut self, champ: impl Into<String>, raison: impl Into<String>) {
        self.fautes.push(Faute { ligne: self.ligne, champ: champ.into(), raison: raison.into() });
    }
    fn illisible(&mut self, champ: &str, lu: &str, attendu: &str) {
        let lu = if lu.chars().count() <= MONTRE { lu.to_owned() } else { lu.chars().take(MONTRE).chain(['…']).collect() };
        self.faute(champ, format!("nous avons lu «\u{a0}{lu}\u{a0}», il faut {attendu}"));
    }

    fn remplis(&mut self, entete: &'a Entete, cellules: &[Vec<u8>]) {
        let attendues = entete.colonnes.len();
        let vide = |cellule: &Vec<u8>| cellule.trim_ascii().is_empty();
        if cellules.len() < attendues || cellules.iter().skip(attendues).any(|cellule| !vide(cellule)) {
            self.faute("", format!("cette ligne a {} cellules, l’en-tête en a {attendues}", cellules.len()));
        }
        for (cellule, (nom, colonne)) in cellules.iter().zip(&entete.colonnes) {
            match std::str::from_utf8(cellule).map(|texte| cellule::nue(texte.trim())) {
                Ok("") => {}
                Ok(texte) if matches!(colonne, Colonne::SansNom) => {
                    self.illisible("", texte, "un nom en haut de cette colonne, ou une cellule vide");
                }
                Ok(texte) => self.pleines.push((nom, *colonne, texte.to_owned())),
                Err(_) => self.faute(nom, ENCODAGE),
            }
        }
    }

    fn mois(&mut self) -> Option<MoisCivil> {
        let (nom, _, texte) = self.pleines.iter().find(|(_, colonne, _)| matches!(colonne, Colonne::Mois))?.clone();
        let mois = cellule::lis_mois(&texte);
        if mois.is_none() {
            self.illisible(nom, &texte, MoisCivil::GENRE.attendu());
        }
        mois
    }

    /// How many there are: as many as the row says, or up to the last of whom it says something.
    fn nombre(&mut self, liste: Liste) -> usize {
        let (au_moins, au_plus) = liste.bornes();
        let dit = |rang: &usize| {
            self.pleines.iter().any(|(_, colonne, _)| matches!(colonne, Colonne::Question(lieu, _) if *lieu == liste.lieu(*rang)))
        };
        let dits: Vec<usize> = (0..au_plus).filter(dit).collect();
        let decrits = dits.last().map_or(0, |dernier| dernier + 1);
        let compte = self.pleines.iter().find(|(_, colonne, _)| matches!(colonne, Colonne::Nombre(autre) if *autre == liste));
        if let Some((nom, _, texte)) = compte.cloned() {
            let combien = texte.parse().ok().filter(|combien| (au_moins.max(decrits)..=au_plus).contains(combien));
            if combien.is_none() {
                self.illisible(nom, &texte, &format!("un nombre de {} à {au_plus}", au_moins.max(decrits)));
            }
            return combien.unwrap_or(decrits);
        }
        if let Some(absent) = (0..decrits).find(|rang| !dits.contains(rang)).filter(|_| liste != Liste::Adultes) {
            let champ = super::colonnes::nom(liste.lieu(absent));
            self.faute(champ, "rien n’en est dit, mais la suite est remplie\u{a0}; il ne faut pas sauter de rang");
        }
        decrits.max(au_moins)
    }

    fn situation(&mut self, mois: MoisCivil) -> Situation {
        let mut situation = Situation::default();
        situation.adultes.resize_with(self.nombre(Liste::Adultes), Default::default);
        situation.enfants.resize_with(self.nombre(Liste::Enfants), Default::default);
        situation.sejours.resize_with(self.nombre(Liste::Sejours), Default::default);
        for (nom, colonne, texte) in std::mem::take(&mut self.pleines) {
            let Colonne::Question(lieu, fiche) = colonne else { continue };
            if texte == IGNORE {
                situation.pose(lieu, fiche.cle, Dit::Ignore);
            } else if let Some(contenu) = cellule::lis(fiche.genre, &texte, mois) {
                situation.pose(lieu, fiche.cle, Dit::Oui(contenu));
            } else {
                self.illisible(nom, &texte, &cellule::attendu(fiche.genre));
            }
        }
        situation
    }
}
