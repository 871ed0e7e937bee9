//! What a scenario asks, and what was typed for it.

use super::{Modele, Scenario};
use crate::{
    grandeurs::*,
    situation::*,
    vue::{majuscule, saisie},
};

/// What a scenario may ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parametre {
    Adulte,
    Enfant,
    Union,
    Salaire,
    Temps,
    Heures,
    Cout,
    Departement,
    Zone,
    Loyer,
}

/// How long one works.
static TEMPS: [Option_; 3] = [
    Option_ { cle: "plein", libelle: "À temps plein, ou presque" },
    Option_ { cle: "partiel", libelle: "Plus qu’un mi-temps, jusqu’aux quatre cinquièmes" },
    Option_ { cle: "mi_temps", libelle: "À mi-temps ou moins" },
];

impl Parametre {
    /// Name in element ids.
    pub fn cle(self) -> &'static str {
        match self {
            Self::Adulte => "adulte",
            Self::Enfant => "enfant",
            Self::Union => "union",
            Self::Salaire => "salaire",
            Self::Temps => "temps",
            Self::Heures => "heures",
            Self::Cout => "cout",
            Self::Departement => "departement",
            Self::Zone => "zone",
            Self::Loyer => "loyer",
        }
    }
    fn libelle(self, modele: Modele) -> &'static str {
        match self {
            Self::Adulte => "Qui",
            Self::Enfant => "Quel enfant",
            Self::Union => "Quel couple",
            Self::Salaire if modele == Modele::EnCouple => "Son montant net social par mois, zéro sans salaire",
            Self::Salaire => "Montant net social par mois, avec ce travail",
            Self::Temps => "Temps de travail",
            Self::Heures => Enfant::GARDE_HEURES.fiche.libelle,
            Self::Cout => Enfant::GARDE_COUT.fiche.libelle,
            Self::Departement => "Le nouveau département",
            Self::Zone => "Zone de la nouvelle commune pour l’aide au logement",
            Self::Loyer => "Le nouveau loyer par mois, sans les charges",
        }
    }
    /// What it is an answer to; none for who it is about.
    fn genre(self) -> Option<Genre> {
        match self {
            Self::Adulte | Self::Enfant => None,
            Self::Union => Some(Genre::Choix(Couple::OPTIONS.get(1..).unwrap_or_default())),
            Self::Salaire | Self::Cout | Self::Loyer => Some(<Euros<Mois> as Reponse>::GENRE),
            Self::Temps => Some(Genre::Choix(&TEMPS)),
            Self::Heures => Some(Genre::Nombre),
            Self::Departement => Some(Genre::Departement),
            Self::Zone => Some(<Zone as Reponse>::GENRE),
        }
    }
    /// Nothing is imagined without it.
    pub(super) fn est_requis(self) -> bool {
        !matches!(self, Self::Zone | Self::Temps)
    }
}

/// A field of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct ChampDeScenario {
    pub parametre: Parametre,
    pub libelle: &'static str,
    pub texte: String,
    /// None to choose from: it is typed.
    pub choix: Vec<(String, String)>,
    /// What follows what is typed.
    pub suffixe: &'static str,
    pub erreur: Option<String>,
}

impl Scenario {
    /// With what the household has said already.
    pub fn nouveau(modele: Modele, situation: &Situation, mois: MoisCivil) -> Self {
        let mut scenario = Scenario { modele, textes: Vec::new(), libre: None };
        let qui = scenario.concerne(situation, mois);
        let dit = |cle| saisie::affiche(situation, cle);
        for parametre in modele.parametres(situation, mois) {
            let texte = match parametre {
                Parametre::Adulte | Parametre::Enfant => qui.to_string(),
                Parametre::Union => "concubinage".to_owned(),
                Parametre::Heures => dit(saisie::Cle::de(Lieu::Enfant(qui), Enfant::GARDE_HEURES.fiche.cle)),
                Parametre::Cout if meme_garde(modele, situation, qui) => {
                    dit(saisie::Cle::de(Lieu::Enfant(qui), Enfant::GARDE_COUT.fiche.cle))
                }
                Parametre::Loyer => dit(saisie::Cle::de(Lieu::Foyer, Foyer::LOYER.fiche.cle)),
                _ => String::new(),
            };
            scenario.textes.push((parametre, texte));
        }
        scenario
    }

    /// Who it is about, by place: the first who may, until another is chosen.
    pub(super) fn concerne(&self, situation: &Situation, mois: MoisCivil) -> usize {
        let possibles = self.modele.concernes(situation, mois);
        let choisi = self.texte(Parametre::Adulte).or_else(|| self.texte(Parametre::Enfant)).and_then(|texte| texte.parse().ok());
        choisi.filter(|choisi| possibles.contains(choisi)).or_else(|| possibles.first().copied()).unwrap_or(0)
    }
    fn texte(&self, parametre: Parametre) -> Option<&str> {
        self.textes.iter().find(|(autre, _)| *autre == parametre).map(|(_, texte)| texte.trim())
    }
    /// Keeps what was typed.
    pub fn ecrit(&mut self, parametre: Parametre, texte: String) {
        self.textes.retain(|(autre, _)| *autre != parametre);
        self.textes.push((parametre, texte));
    }
    pub(super) fn valeur<T: Reponse>(&self, parametre: Parametre) -> Option<T> {
        self.texte(parametre).and_then(T::lis)
    }
    pub(super) fn dit<T: Reponse>(&self, parametre: Parametre) -> Dit<T> {
        self.valeur(parametre).map_or(Dit::Rien, Dit::Oui)
    }
    /// How much of the time is not worked.
    pub(super) fn temps(&self) -> Option<CongeParental> {
        match self.texte(Parametre::Temps)? {
            "plein" => Some(CongeParental::Aucun),
            "partiel" => Some(CongeParental::PlusDuMiTemps),
            "mi_temps" => Some(CongeParental::MiTemps),
            _ => None,
        }
    }

    pub(super) fn champs(&self, situation: &Situation, mois: MoisCivil) -> Vec<ChampDeScenario> {
        let champ = |parametre: Parametre| {
            let texte = self.texte(parametre).unwrap_or_default();
            let genre = parametre.genre();
            let choix = match parametre {
                Parametre::Adulte => self.noms(situation, mois, Lieu::Adulte),
                Parametre::Enfant => self.noms(situation, mois, Lieu::Enfant),
                _ => {
                    let options = genre.map(Genre::options).unwrap_or_default();
                    let code =
                        |option: &Option_| if parametre == Parametre::Departement { format!("{} – ", option.cle) } else { String::new() };
                    options.iter().map(|option| (option.cle.to_owned(), code(option) + option.libelle)).collect()
                }
            };
            let illisible = genre.filter(|genre| !texte.is_empty() && genre.lis(texte).is_none());
            ChampDeScenario {
                parametre,
                libelle: parametre.libelle(self.modele),
                texte: self.textes.iter().find(|(autre, _)| *autre == parametre).map(|(_, texte)| texte.clone()).unwrap_or_default(),
                choix,
                suffixe: if genre == Some(<Euros<Mois> as Reponse>::GENRE) { "€ par mois" } else { "" },
                erreur: illisible.map(|genre| Illisible { lu: texte.to_owned(), attendu: genre.attendu() }.to_string()),
            }
        };
        self.modele.parametres(situation, mois).into_iter().map(champ).collect()
    }
    fn noms(&self, situation: &Situation, mois: MoisCivil, lieu: fn(usize) -> Lieu) -> Vec<(String, String)> {
        let concernes = self.modele.concernes(situation, mois);
        concernes.into_iter().map(|rang| (rang.to_string(), majuscule(&situation.nom(lieu(rang))))).collect()
    }
}

/// The child is kept in this way already: its cost is known.
fn meme_garde(modele: Modele, situation: &Situation, enfant: usize) -> bool {
    let garde = situation.enfants.get(enfant).and_then(|enfant| enfant.valeur(Enfant::MODE_GARDE));
    matches!((modele, garde), (Modele::Garde(mode), Some(garde)) if mode == garde)
}
