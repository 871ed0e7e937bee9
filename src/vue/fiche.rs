//! The sheet: all that a family takes away, on two pages of paper. What does not fit is left out from the least to the most
//! useful, and the sheet says so. See decision 0206.

mod mesure;

use super::{
    calendrier::{Calendrier, Rangee},
    formulaire::{Entree, Section},
    majuscule, pluriel,
    resultats::{Carte, Rang, Resultats},
    travail::Travail,
};
use crate::{
    annexe::{self, Reference},
    grandeurs::MoisCivil,
    moteur::Montant,
    situation::{Adulte, Lieu, Situation},
};

/// What the sheet is made from.
pub struct Sources<'a> {
    pub situation: &'a Situation,
    pub mois: MoisCivil,
    pub sections: &'a [Section],
    pub resultats: &'a Resultats,
    pub calendrier: Option<&'a Calendrier>,
    /// Whose work is looked at, and what it changes.
    pub travail: Option<(usize, &'a Travail)>,
}

/// The sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Fiche {
    /// « Par mois », « 1 234,56 € ».
    pub sommes: Vec<(&'static str, String)>,
    pub parties: Vec<Partie>,
    /// There is room for the drawing of what work changes.
    pub dessin: bool,
}

/// A part, under its head.
#[derive(Clone, Debug, PartialEq)]
pub struct Partie {
    pub titre: String,
    genre: Genre,
    pub lignes: Vec<Ligne>,
    /// Something is only on the screen.
    pub coupee: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Genre {
    Droits,
    Manques,
    Demarches,
    Refus,
    Calendrier,
    Travail,
    Situation,
}

impl Partie {
    /// What comes in: its names stand out even when nothing is said of them.
    pub fn est_due(&self) -> bool {
        self.genre == Genre::Droits
    }
}

/// A line of a part: what, how much or when, then what there is to say of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ligne {
    pub nom: String,
    pub montant: String,
    pub textes: Vec<String>,
    /// How many of these texts stay when room is short.
    bref: usize,
}

/// The sheet of a household.
pub fn fiche(sources: &Sources) -> Fiche {
    let Sources { resultats: Resultats { sommes, groupes, reperes, .. }, .. } = sources;
    let sommes = [("Par mois", &sommes.par_mois), ("Par an", &sommes.par_an), ("En une fois", &sommes.une_fois)];
    let du = |rang: Rang| groupes.iter().filter(move |(autre, _)| *autre == rang).flat_map(|(_, cartes)| cartes);
    let du_rang = |rang: Rang| {
        let (genre, ligne): (Genre, fn(&Carte, &Sources) -> Ligne) = match rang {
            Rang::Acquis | Rang::AConfirmer => (Genre::Droits, un_droit),
            Rang::ACompleter => (Genre::Manques, un_manque),
            Rang::Remplace | Rang::SansReponse | Rang::PasMaintenant => (Genre::Refus, un_refus),
        };
        let mut lignes: Vec<Ligne> = du(rang).map(|carte| ligne(carte, sources)).collect();
        if genre == Genre::Manques {
            // Rights that wait for the same answers are one line.
            lignes.dedup_by(|suivante, ligne| {
                let memes = suivante.textes == ligne.textes;
                if memes {
                    ligne.nom += &format!(", {}", suivante.nom);
                }
                memes
            });
        }
        partie(rang.titre(), genre, lignes)
    };
    let [acquis, a_confirmer, a_completer, refus @ ..] = Rang::TOUS.map(du_rang);
    let reperes = reperes.iter().filter(|carte| carte.montant.is_some()).map(|carte| un_droit(carte, sources)).collect();
    let dus: Vec<&Carte> = du(Rang::Acquis).chain(du(Rang::AConfirmer)).collect();
    let parties = [acquis, a_confirmer, partie("Que faire", Genre::Demarches, demarches(&dus)), a_completer];
    let suite = [
        partie("Repères", Genre::Droits, reperes),
        partie("Ce qui change ensuite", Genre::Calendrier, sources.calendrier.map(a_venir).unwrap_or_default()),
        travail(sources),
        partie("Votre situation", Genre::Situation, situation(sources)),
    ];
    let mut parties: Vec<Partie> = parties.into_iter().chain(refus).chain(suite).collect();
    parties.retain(|partie| !partie.lignes.is_empty());
    let mut fiche = Fiche {
        sommes: sommes.into_iter().filter_map(|(nom, somme)| Some((nom, somme.clone()?))).collect(),
        parties,
        dessin: sources.travail.is_some(),
    };
    fiche.tient(sources.travail.map_or(0, |(_, travail)| travail.bandes.len()));
    fiche
}

fn partie(titre: &str, genre: Genre, lignes: Vec<Ligne>) -> Partie {
    Partie { titre: titre.to_owned(), genre, lignes, coupee: false }
}

fn nom(carte: &Carte) -> String {
    match &carte.pour {
        Some(pour) => format!("{} · {}", carte.aide.nom, majuscule(pour)),
        None => carte.aide.nom.to_owned(),
    }
}

fn un_droit(carte: &Carte, sources: &Sources) -> Ligne {
    let rangees = sources.calendrier.iter().flat_map(|calendrier| &calendrier.rangees);
    let celle = |rangee: &&Rangee| rangee.aide == carte.aide && rangee.pour == carte.pour;
    let bande = rangees.filter(celle).flat_map(|rangee| &rangee.bandes).find(|bande| bande.couvre(sources.mois));
    // At the end of the calendar nobody knows.
    let fin = bande.filter(|bande| Some(bande.a) != sources.calendrier.map(|calendrier| calendrier.dernier));
    let jusqu_a = fin.filter(|bande| !matches!(bande.montant, Montant::Unique(_))).map(|bande| format!("Ce montant jusqu’en {}.", bande.a));
    let bref = jusqu_a.iter().count();
    let textes = jusqu_a.into_iter().chain(carte.reserves.iter().cloned()).collect();
    Ligne { nom: nom(carte), montant: carte.montant.clone().unwrap_or_default(), textes, bref }
}

fn un_manque(carte: &Carte, _: &Sources) -> Ligne {
    let questions: Vec<&str> = carte.manques.iter().map(|(libelle, _)| libelle.as_str()).collect();
    let montant = format!("il manque {}", pluriel(questions.len(), "réponse", "réponses"));
    Ligne { nom: nom(carte), montant, textes: vec![questions.join(" · ")], bref: 0 }
}

fn un_refus(carte: &Carte, _: &Sources) -> Ligne {
    let des: Vec<&str> = carte.motifs.iter().filter_map(|(_, des)| des.as_deref()).collect();
    // Every condition has its day: the last of them is when the answer may change. Written in words, days have no order.
    let montant = match des.as_slice() {
        [un] if carte.motifs.len() == 1 => format!("à partir du {un}"),
        _ => String::new(),
    };
    let motif = |(quoi, des): &(String, Option<String>)| match des {
        Some(des) if montant.is_empty() => format!("{quoi} (à partir du {des})"),
        _ => quoi.clone(),
    };
    let motifs: Vec<String> = carte.motifs.iter().map(motif).collect();
    let motifs = (!motifs.is_empty()).then(|| format!("Il faudrait\u{a0}: {}.", motifs.join("\u{a0}; ")));
    let bref = usize::from(!des.is_empty() && montant.is_empty());
    Ligne { nom: nom(carte), textes: motifs.into_iter().chain(carte.limite.clone()).collect(), montant, bref }
}

/// What to do for what is due, each aid once.
fn demarches(dus: &[&Carte]) -> Vec<Ligne> {
    let mut lignes: Vec<Ligne> = Vec::new();
    for carte in dus {
        let Some(demarche) = carte.demarche.filter(|_| !lignes.iter().any(|ligne| ligne.nom == carte.aide.nom)) else { continue };
        let mut textes: Vec<String> = [demarche.ou()].into_iter().filter(|ou| !ou.is_empty()).map(str::to_owned).collect();
        let mut contacts = demarche.contacts().map(adresse);
        textes.extend(contacts.next());
        let bref = textes.len();
        let pieces: Vec<&str> = demarche.pieces().collect();
        textes.extend((!pieces.is_empty()).then(|| format!("À préparer\u{a0}: {}.", pieces.join("\u{a0}; "))));
        textes.extend([demarche.delais()].into_iter().filter(|delais| !delais.is_empty()).map(str::to_owned));
        textes.extend(contacts);
        lignes.push(Ligne { nom: carte.aide.nom.to_owned(), montant: String::new(), textes, bref });
    }
    if lignes.is_empty() && !dus.is_empty() && !annexe::est_la() {
        let texte = "Les démarches ne sont pas arrivées sur cet appareil\u{a0}: rechargez la page avec le réseau.";
        lignes.push(Ligne { textes: vec![texte.to_owned()], bref: 1, ..Ligne::default() });
    }
    lignes
}

/// As one copies it from paper.
fn adresse(contact: Reference) -> String {
    let lien = contact.lien.trim_start_matches("https://").trim_start_matches("www.").trim_end_matches('/');
    format!("{}\u{a0}: {lien}", contact.nom)
}

/// What begins after this month.
fn a_venir(calendrier: &Calendrier) -> Vec<Ligne> {
    let lignes = calendrier.lignes().into_iter().filter(|(_, bande)| calendrier.premier < bande.de);
    let ligne = |(rangee, bande): (&Rangee, &super::calendrier::Bande)| {
        let doute = if bande.a_confirmer { ", à confirmer" } else { "" };
        let (nom, textes) = (majuscule(&bande.periode()), vec![rangee.titre()]);
        Ligne { nom, montant: format!("{}{doute}", bande.montant), textes, bref: 1 }
    };
    lignes.map(ligne).collect()
}

fn travail(sources: &Sources) -> Partie {
    let Some((adulte, travail)) = sources.travail else { return partie("", Genre::Travail, Vec::new()) };
    let phrases = travail.phrases().into_iter();
    let mut lignes: Vec<Ligne> = phrases.map(|phrase| Ligne { textes: vec![phrase], bref: 1, ..Ligne::default() }).collect();
    if lignes.is_empty() {
        let texte = "Aucune de ces aides ne commence, ne s’arrête ni ne change d’un coup.".to_owned();
        lignes.push(Ligne { textes: vec![texte], bref: 1, ..Ligne::default() });
    }
    let qui = (1 < sources.situation.adultes.len()).then(|| format!(" · {}", majuscule(&sources.situation.nom(Lieu::Adulte(adulte)))));
    partie(&format!("Ce que le travail change{}", qui.unwrap_or_default()), Genre::Travail, lignes)
}

/// What was answered, by person: first all but « Non ».
fn situation(sources: &Sources) -> Vec<Ligne> {
    let groupes = || sources.sections.iter().flat_map(|section| &section.groupes);
    let ligne = |lieu: Lieu| {
        let entrees = groupes().filter(|groupe| groupe.lieu == lieu).flat_map(|groupe| groupe.entrees.iter().chain(&groupe.a_dire));
        let (mut dits, mut non, mut inconnus) = (Vec::new(), Vec::new(), Vec::new());
        for Entree { libelle, reponse, ignore, champ, .. } in entrees {
            let libelle = libelle.trim_end_matches(['?', '\u{a0}', ' ']);
            match reponse.as_deref() {
                _ if champ.cle.question == Adulte::PRENOM.fiche.cle => {}
                Some("Non" | "Aucun") => non.push(libelle.to_owned()),
                Some(reponse) => dits.push(format!("{libelle}\u{a0}: {reponse}")),
                None if *ignore == Some(true) => inconnus.push(libelle.to_owned()),
                None => {}
            }
        }
        let liste = |titre: &str, noms: Vec<String>| (!noms.is_empty()).then(|| format!("{titre}{}.", noms.join(" · ")));
        let textes: Vec<String> =
            [("", dits), ("Non\u{a0}: ", non), ("Ne sait pas\u{a0}: ", inconnus)].into_iter().filter_map(|(t, n)| liste(t, n)).collect();
        (!textes.is_empty()).then(|| Ligne { nom: majuscule(&sources.situation.nom(lieu)), montant: String::new(), textes, bref: 1 })
    };
    sources.situation.lieux().filter_map(ligne).collect()
}

#[cfg(test)]
mod tests;
