//! The zone of a commune, found by its name. The name is neither kept nor sent: only the zone is an answer.

use super::etat::{Chargement, Etat};
use crate::{annexe::communes, situation::Foyer};

/// What the field shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Recherche {
    pub texte: String,
    /// Communes that begin so.
    pub proposees: Vec<&'static str>,
    /// What is said under it.
    pub dit: String,
}

const PROPOSEES_MAX: usize = 12;

/// None until the department is known: many communes bear the same name.
pub fn recherche(etat: &Etat) -> Option<Recherche> {
    let departement = etat.situation.foyer.valeur(Foyer::DEPARTEMENT)?.code();
    let texte = etat.commune.clone();
    let voulu = net(&texte);
    let mut proposees: Vec<&'static str> = Vec::new();
    if !voulu.is_empty() {
        proposees.extend(
            communes::du_departement(departement).map(|(nom, _)| nom).filter(|nom| net(nom).starts_with(&voulu)).take(PROPOSEES_MAX),
        );
    }
    let dit = match (etat.arrivees.communes, trouvee(departement, &texte)) {
        (Chargement::PasDemande, _) => String::new(),
        (Chargement::EnAttente { .. }, _) => "La liste des communes arrive…".to_owned(),
        (Chargement::Echec, _) => "La liste des communes n’a pas pu être lue\u{a0}: choisissez la zone.".to_owned(),
        (Chargement::Fait, Some((nom, Some(zone)))) => format!("{nom}\u{a0}: zone {zone}."),
        (Chargement::Fait, Some((nom, None))) => {
            format!("{nom} réunit des communes de zones différentes\u{a0}: la Caf vous dira la vôtre.")
        }
        (Chargement::Fait, None) if proposees.is_empty() && !voulu.is_empty() => {
            "Aucune commune de votre département n’a ce nom.".to_owned()
        }
        (Chargement::Fait, None) => String::new(),
    };
    Some(Recherche { texte, proposees, dit })
}

/// The zone of the commune whose name is typed, when the list is there and knows it.
pub fn zone(etat: &Etat) -> Option<&'static str> {
    trouvee(etat.situation.foyer.valeur(Foyer::DEPARTEMENT)?.code(), &etat.commune)?.1
}

fn trouvee(departement: &str, texte: &str) -> Option<(&'static str, Option<&'static str>)> {
    let voulu = net(texte);
    communes::du_departement(departement).find(|(nom, _)| net(nom) == voulu)
}

/// Without accents, capitals nor hyphens: names are typed in every way.
fn net(texte: &str) -> String {
    let mut net = String::new();
    for lettre in texte.trim().chars() {
        net += match lettre {
            'A'..='Z' => {
                net.push(lettre.to_ascii_lowercase());
                continue;
            }
            'à' | 'â' | 'ä' | 'À' | 'Â' => "a",
            'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' => "e",
            'î' | 'ï' | 'Î' => "i",
            'ô' | 'ö' | 'Ô' => "o",
            'ù' | 'û' | 'ü' => "u",
            'ç' | 'Ç' => "c",
            'ÿ' | 'Ÿ' => "y",
            'œ' | 'Œ' => "oe",
            'æ' => "ae",
            '-' | '\'' | '’' | ' ' => " ",
            autre => {
                net.push(autre);
                continue;
            }
        };
    }
    net
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        baremes::TEXTE_DES_COMMUNES,
        grandeurs::MoisCivil,
        situation::Lieu,
        vue::etat::{Action, applique},
    };

    fn cherche(departement: &str, texte: &str) -> (Option<String>, Recherche) {
        assert!(communes::recois(TEXTE_DES_COMMUNES));
        let mut etat = Etat::nouveau(MoisCivil::le(2026, 11));
        etat.situation.saisit(Lieu::Foyer, "departement", departement).unwrap().unwrap();
        let etat = [Action::Cherche(texte.into()), Action::RecoitLesCommunes(true)].into_iter().fold(etat, applique);
        let zone = etat.situation.foyer.valeur(Foyer::ZONE).map(|zone| format!("{zone:?}"));
        (zone, recherche(&etat).unwrap())
    }

    #[test]
    fn une_commune_dit_sa_zone_quelle_que_soit_la_graphie() {
        for (departement, texte, zone) in [
            ("75", "Paris", "Premiere"),
            ("66", "perpignan", "Deuxieme"),
            ("66", "ARLES SUR TECH", "Troisieme"),
            ("69", "lyon", "Deuxieme"),
            ("2A", "Ajaccio", "Deuxieme"),
            ("94", "L’Hay les Roses", "Premiere"),
            ("59", "lille", "Deuxieme"),
        ] {
            let (trouvee, recherche) = cherche(departement, texte);
            assert_eq!(trouvee.as_deref(), Some(zone), "{texte}");
            assert!(recherche.dit.contains("zone"), "{recherche:?}");
        }
    }

    #[test]
    fn une_commune_inconnue_ou_de_plusieurs_zones_ne_dit_rien() {
        assert_eq!(cherche("66", "Paris").0, None);
        let (zone, recherche) = cherche("14", "Rots");
        assert!(zone.is_none() && recherche.dit.contains("zones différentes"));
        assert!(cherche("66", "perp").1.proposees.contains(&"Perpignan"));
    }

    #[test]
    fn la_liste_est_entiere_et_une_autre_est_refusee() {
        assert!(!communes::recois("66;2;Perpignan\n"));
        let noms: usize = TEXTE_DES_COMMUNES.lines().map(|ligne| ligne.split(';').skip(2).count()).sum();
        assert!(34_800 < noms && noms < 35_000);
    }
}
