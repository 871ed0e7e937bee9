//! Which questions are asked, in which order. There is no second list: a question is asked when a right reads it or
//! lacks it, or when it was answered already.

mod demandees;
mod place;

use super::{
    commune::{Recherche, recherche},
    doutes::{Relecture, relecture},
    ecrit,
    etat::Etat,
    majuscule,
    profil::Profil,
    route::Ecran,
    saisie::{Cle, Part, affiche},
};
use crate::{
    grandeurs::{MoisCivil, UnitePeriode},
    moteur::Droit,
    notions::ressources_logement,
    situation::{AUCUN, Adulte, Contenu, Dit, Enfant, Fiche, Foyer, Genre, Lieu, Logement, Option_, OuiNon, Rubrique, Situation},
};
use demandees::{Demandees, demandees};
pub use place::{Place, place};

/// A subject: one screen of the step by step, one fold of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    pub rubrique: Rubrique,
    pub groupes: Vec<Groupe>,
    /// The child or the holiday project that can be added to it.
    pub ajout: Option<Lieu>,
}

/// The questions about one person or thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Groupe {
    pub lieu: Lieu,
    /// None when it goes without saying.
    pub titre: Option<String>,
    /// It can be removed from here.
    pub retirable: bool,
    pub entrees: Vec<Entree>,
    /// Questions in a fold, for the few who have something to say there.
    pub a_dire: Vec<Entree>,
    /// Something was said there, or a link leads there.
    pub pli_ouvert: bool,
}

/// A question as a field shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entree {
    pub champ: Champ,
    pub libelle: String,
    pub aide: String,
    pub controle: Controle,
    /// « Je ne sais pas »: none where it is not offered.
    pub ignore: Option<bool>,
    /// The answer in words.
    pub reponse: Option<String>,
    /// A commune is looked for above it, to answer.
    pub commune: Option<Recherche>,
}

/// A field: what it holds, what is wrong with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Champ {
    pub cle: Cle,
    pub id: String,
    pub texte: String,
    pub erreur: Option<String>,
    /// None unless it holds an amount.
    pub relecture: Option<Relecture>,
}

/// How a question is asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Controle {
    Texte,
    Nombre,
    Jour,
    MoisCivil,
    /// An amount, and what follows it.
    Montant(&'static str),
    /// An amount each month, and the months that may differ with their names.
    Mensuel(Vec<(String, Champ)>),
    Radios(&'static [Option_]),
    /// A choice among so many that people look for the code.
    Liste(&'static [Option_]),
    /// Keys and labels.
    Cases(Vec<(String, String)>),
}

/// Beyond this many, a choice is a list to open.
const RADIOS_MAX: usize = 8;
/// Their answer adds or removes people: « je ne sais pas » would say nothing.
const PORTES: [&str; 3] = [Foyer::COUPLE.fiche.cle, Foyer::A_DES_ENFANTS.fiche.cle, Foyer::PROJET_VACANCES.fiche.cle];

/// Never asked, and never counted as waiting for an answer: who wants to say it opens a fold (decision 0123).
const A_DIRE: [&str; 1] = [Enfant::DECES.fiche.cle];
/// Asked, but in a fold: they open rights of a few families, and all others pass them by.
const RARES: [&str; 3] = [Foyer::ADOPTION.fiche.cle, Foyer::DEMENAGEMENT.fiche.cle, Adulte::PRESENCE.fiche.cle];

/// The sections to show, in the order of the profile.
pub fn sections(etat: &Etat, droits: &[Droit]) -> Vec<Section> {
    let demandees = demandees(etat, droits);
    let ordre = etat.profil.unwrap_or(Profil::Conseil).ordre();
    let sections = ordre.iter().map(|rubrique| section(etat, *rubrique, &demandees));
    sections.filter(|section| !section.groupes.is_empty() || etat.ecran == Ecran::Etape(section.rubrique)).collect()
}

fn section(etat: &Etat, rubrique: Rubrique, demandees: &Demandees) -> Section {
    let groupes = etat.situation.lieux().filter_map(|lieu| groupe(etat, rubrique, lieu, demandees)).collect();
    let oui = |question| etat.situation.foyer.valeur(question).is_some_and(OuiNon::est_oui);
    let (enfants, sejours) = (etat.situation.enfants.len(), etat.situation.sejours.len());
    let ajout = match rubrique {
        Rubrique::Enfants if oui(Foyer::A_DES_ENFANTS) && enfants < Situation::ENFANTS_MAX => Some(Lieu::Enfant(enfants)),
        Rubrique::Vacances if oui(Foyer::PROJET_VACANCES) && sejours < Situation::SEJOURS_MAX => Some(Lieu::Sejour(sejours)),
        _ => None,
    };
    Section { rubrique, groupes, ajout }
}

fn groupe(etat: &Etat, rubrique: Rubrique, lieu: Lieu, demandees: &Demandees) -> Option<Groupe> {
    let est_prenom = |fiche: &Fiche| fiche.genre == Genre::Texte;
    let vise = |id: &String| etat.vises.contains(id);
    let posee = |fiche: &Fiche| {
        demandees.posees.contains(&(lieu, fiche.cle))
            || vise(&Cle::de(lieu, fiche.cle).id())
            || etat.situation.dit(lieu, fiche.cle) != Dit::Rien
            || etat.saisies.iter().any(|(cle, _)| (cle.lieu, cle.question) == (lieu, fiche.cle))
    };
    let fiches: Vec<&Fiche> = Situation::fiches(lieu).iter().copied().filter(|fiche| fiche.rubrique == rubrique).collect();
    // First names help to tell people apart; alone they would make a screen of nothing.
    let plusieurs = matches!(lieu, Lieu::Enfant(_)) || 1 < etat.situation.adultes.len();
    let utile = fiches.iter().any(|fiche| posee(fiche));
    let dans_le_pli = |fiche: &Fiche| A_DIRE.contains(&fiche.cle) || RARES.contains(&fiche.cle);
    let offerte = |fiche: &Fiche| demandees.offertes.contains(&(lieu, fiche.cle)) && !posee(fiche);
    let a_dire = fiches.iter().filter(|fiche| A_DIRE.contains(&fiche.cle) || RARES.contains(&fiche.cle) && posee(fiche) || offerte(fiche));
    let a_dire: Vec<Entree> = a_dire.map(|fiche| entree(etat, lieu, fiche)).collect();
    let pli_ouvert = a_dire.iter().any(|entree| entree.reponse.is_some() || vise(&entree.champ.id));
    let entrees: Vec<Entree> = fiches
        .into_iter()
        .filter(|fiche| !dans_le_pli(fiche) && (posee(fiche) || (est_prenom(fiche) && plusieurs && utile)))
        .map(|fiche| entree(etat, lieu, fiche))
        .collect();
    let titre = match lieu {
        Lieu::Foyer => None,
        Lieu::Adulte(_) => (1 < etat.situation.adultes.len()).then(|| majuscule(&etat.situation.nom(lieu))),
        Lieu::Enfant(_) | Lieu::Sejour(_) => Some(majuscule(&etat.situation.nom(lieu))),
    };
    let retirable = matches!((lieu, rubrique), (Lieu::Enfant(_), Rubrique::Enfants) | (Lieu::Sejour(_), Rubrique::Vacances));
    (utile && !(entrees.is_empty() && a_dire.is_empty())).then_some(Groupe { lieu, titre, retirable, entrees, a_dire, pli_ouvert })
}

fn entree(etat: &Etat, lieu: Lieu, fiche: &Fiche) -> Entree {
    let part = match fiche.genre {
        Genre::Annuel => Part::Annee(etat.mois.annee - 2),
        Genre::Mensuel => Part::Habituel,
        _ => Part::Tout,
    };
    let cle = Cle { lieu, question: fiche.cle, part };
    let offre = !matches!(fiche.genre, Genre::Texte | Genre::Jour) && !PORTES.contains(&fiche.cle);
    Entree {
        champ: champ(etat, cle),
        libelle: ecrit(fiche.libelle, etat.mois),
        aide: ecrit(fiche.aide, etat.mois),
        controle: controle(etat, cle, fiche),
        ignore: offre.then_some(etat.situation.dit(lieu, fiche.cle) == Dit::Ignore),
        reponse: reponse(etat, lieu, fiche),
        commune: if fiche.cle == Foyer::ZONE.fiche.cle { recherche(etat) } else { None },
    }
}

/// The answer in words; children by their names.
fn reponse(etat: &Etat, lieu: Lieu, fiche: &Fiche) -> Option<String> {
    let contenu = etat.situation.dit(lieu, fiche.cle).valeur()?;
    match contenu {
        Contenu::Plusieurs(rangs) if rangs.is_empty() => Some("Aucun".to_owned()),
        Contenu::Plusieurs(rangs) if fiche.genre == Genre::Enfants => {
            let noms = rangs.iter().map(|rang| etat.situation.nom(Lieu::Enfant(rang.saturating_sub(1))));
            Some(majuscule(&noms.collect::<Vec<_>>().join(", ")))
        }
        _ => Some(fiche.genre.montre(contenu)),
    }
}

fn champ(etat: &Etat, cle: Cle) -> Champ {
    let saisie = etat.saisie(cle);
    Champ {
        cle,
        id: cle.id(),
        texte: saisie.map_or_else(|| affiche(&etat.situation, cle), |saisie| saisie.texte.clone()),
        erreur: saisie.filter(|saisie| saisie.quittee).and_then(|saisie| saisie.illisible.as_ref()).map(ToString::to_string),
        relecture: relecture(etat, cle),
    }
}

fn controle(etat: &Etat, cle: Cle, fiche: &Fiche) -> Controle {
    match fiche.genre {
        Genre::Texte => Controle::Texte,
        Genre::Nombre | Genre::Parts => Controle::Nombre,
        Genre::Jour => Controle::Jour,
        Genre::MoisCivil => Controle::MoisCivil,
        Genre::Montant(UnitePeriode::Fois) => Controle::Montant("€"),
        Genre::Montant(UnitePeriode::Mois) => Controle::Montant("€ par mois"),
        Genre::Montant(UnitePeriode::An) | Genre::Annuel => Controle::Montant("€ par an"),
        Genre::Mensuel => {
            let mois = mois_a_part(etat, cle, fiche).into_iter();
            Controle::Mensuel(mois.map(|mois| (majuscule(&mois.to_string()), champ(etat, Cle { part: Part::Mois(mois), ..cle }))).collect())
        }
        Genre::Choix(options) if options.len() <= RADIOS_MAX => Controle::Radios(options),
        Genre::Choix(_) | Genre::Departement => Controle::Liste(fiche.genre.options()),
        Genre::Plusieurs(options) => {
            let aucun = (AUCUN.to_owned(), "Aucun de ces revenus".to_owned());
            let options = options.iter().map(|option| (option.cle.to_owned(), option.libelle.to_owned()));
            Controle::Cases(options.chain([aucun]).collect())
        }
        Genre::Enfants => {
            let enfants =
                (0..etat.situation.enfants.len()).map(|i| (format!("{}", i + 1), majuscule(&etat.situation.nom(Lieu::Enfant(i)))));
            Controle::Cases(enfants.chain([(AUCUN.to_owned(), "Aucun".to_owned())]).collect())
        }
    }
}

/// The months that may differ from the usual one: those that the law looks at, and those already told apart.
fn mois_a_part(etat: &Etat, cle: Cle, fiche: &Fiche) -> Vec<MoisCivil> {
    let locataire = etat.situation.foyer.valeur(Foyer::LOGEMENT) == Some(Logement::Locataire);
    let premier = match fiche.cle {
        _ if locataire => ressources_logement::PREMIER_MOIS,
        // The RSA looks one month further back since 2025.
        cle if [Adulte::NET_SOCIAL.fiche.cle, Adulte::NET_REMPLACEMENT.fiche.cle, Foyer::MONTANT_AIDE_LOGEMENT.fiche.cle]
            .contains(&cle) =>
        {
            -4
        }
        _ => -3,
    };
    let mut mois: Vec<_> = (premier..0).map(|rang| etat.mois.plus(rang)).collect();
    if fiche.libelle.split(' ').any(|mot| mot == "aujourd’hui") {
        mois.push(etat.mois);
    }
    if let Dit::Oui(Contenu::Mensuel(dits)) = etat.situation.dit(cle.lieu, cle.question) {
        let autres: Vec<_> = dits.mois.iter().map(|(mois, _)| *mois).filter(|autre| !mois.contains(autre)).collect();
        mois.extend(autres);
    }
    mois
}

impl Section {
    /// The questions that are asked.
    pub fn entrees(&self) -> impl Iterator<Item = &Entree> {
        self.groupes.iter().flat_map(|groupe| &groupe.entrees)
    }
    /// And those that may be answered in a fold.
    pub fn champs(&self) -> impl Iterator<Item = &Entree> {
        self.entrees().chain(self.groupes.iter().flat_map(|groupe| &groupe.a_dire))
    }
    /// Its content in one line, when it is closed.
    pub fn resume(&self) -> String {
        let reponses: Vec<&str> = self.entrees().filter_map(|entree| entree.reponse.as_deref()).collect();
        reponses.join(" · ")
    }
    /// The questions that wait for an answer. First names do not.
    pub fn en_attente(&self) -> impl Iterator<Item = &Entree> {
        let attend = |e: &&Entree| e.reponse.is_none() && e.ignore != Some(true) && e.champ.cle.question != Adulte::PRENOM.fiche.cle;
        self.entrees().filter(attend)
    }
}

/// The questions whose text was left unreadable, each with the address of its field.
pub fn fautes(etat: &Etat, sections: &[Section]) -> Vec<(String, String)> {
    let mut fautes = Vec::new();
    for section in sections {
        for Entree { champ: Champ { cle, id, .. }, libelle, .. } in section.champs() {
            if etat.illisibles().any(|autre| (autre.lieu, autre.question) == (cle.lieu, cle.question)) {
                fautes.push((libelle.clone(), Ecran::adresse_du_champ(section.rubrique, id)));
            }
        }
    }
    fautes
}

/// The fields of a section whose text cannot be read, left or not.
pub fn illisibles(etat: &Etat, section: &Section) -> Vec<Cle> {
    let ici = |cle: &Cle| section.champs().any(|e| (e.champ.cle.lieu, e.champ.cle.question) == (cle.lieu, cle.question));
    etat.saisies.iter().filter(|(cle, saisie)| saisie.illisible.is_some() && ici(cle)).map(|(cle, _)| *cle).collect()
}

#[cfg(test)]
mod tests;
