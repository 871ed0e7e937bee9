//! The cards of the rights, sorted, and the sums.

use super::{
    courbe::Sujet,
    ecrit,
    explication::{Bloc, explication},
    majuscule, pluriel,
    route::Ecran,
    saisie::Cle,
};
use crate::{
    annexe::{self, Demarche},
    grandeurs::*,
    moteur::*,
    situation::{Lieu, Situation},
};

/// Where a card stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rang {
    Acquis,
    AConfirmer,
    ACompleter,
    Remplace,
    SansReponse,
    PasMaintenant,
}
impl Rang {
    pub const TOUS: [Rang; 6] = [Self::Acquis, Self::AConfirmer, Self::ACompleter, Self::Remplace, Self::SansReponse, Self::PasMaintenant];
    pub fn cle(self) -> &'static str {
        match self {
            Self::Acquis => "acquis",
            Self::AConfirmer => "a-confirmer",
            Self::ACompleter => "a-completer",
            Self::Remplace => "remplace",
            Self::SansReponse => "sans-reponse",
            Self::PasMaintenant => "pas-maintenant",
        }
    }
    pub fn titre(self) -> &'static str {
        match self {
            Self::Acquis => "Vous y avez droit",
            Self::AConfirmer => "Vous y avez droit, montant à confirmer",
            Self::ACompleter => "À compléter",
            Self::Remplace => "Remplacé par un autre droit",
            Self::SansReponse => "Nous ne savons pas répondre",
            Self::PasMaintenant => "Pas maintenant",
        }
    }
}

/// All that the results say.
#[derive(Clone, Debug, PartialEq)]
pub struct Resultats {
    pub sommes: Sommes,
    pub groupes: Vec<(Rang, Vec<Carte>)>,
    /// Figures that other rights read: not money received.
    pub reperes: Vec<Carte>,
    /// In one line, for who hears the page.
    pub annonce: String,
    /// The month cannot be simulated.
    pub hors_periode: bool,
}

/// Sure amounts, never one period with another.
#[derive(Clone, Debug, PartialEq)]
pub struct Sommes {
    pub par_mois: Option<String>,
    pub par_an: Option<String>,
    pub une_fois: Option<String>,
    /// Rights whose amount is not in the sums.
    pub a_confirmer: usize,
    pub a_completer: usize,
}

/// An aid, for one person or for several to whom it says the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Carte {
    pub aide: &'static Aide,
    /// « pour Noé », when it does not go without saying.
    pub pour: Option<String>,
    pub rang: Rang,
    /// « 198,16 € par mois »; none without an amount.
    pub montant: Option<String>,
    /// The questions that are missing: label, address.
    pub manques: Vec<(String, String)>,
    /// The conditions not met, and from when they would be.
    pub motifs: Vec<(String, Option<String>)>,
    /// Why there is no answer.
    pub limite: Option<String>,
    pub reserves: Vec<String>,
    /// The explanation of each person, with who it is when they are several.
    pub volets: Vec<(Option<String>, Vec<Bloc>)>,
    /// What to do and what is left out; none until the annex is there.
    pub demarche: Option<Demarche>,
    /// For the AAH of who lives in couple: its curve as the spouse's income grows.
    pub courbe: Option<Sujet>,
}
impl Carte {
    /// Name of the element: an aid may have a card for each child.
    pub fn id(&self) -> String {
        let pour = self.pour.as_deref().unwrap_or_default();
        let pour: String = pour.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        format!("{}-{}{pour}", self.aide.id, self.rang.cle())
    }
}

pub fn resultats(situation: &Situation, mois: MoisCivil, droits: &[Droit]) -> Resultats {
    let mut cartes: Vec<Carte> = Vec::new();
    let mut reperes = Vec::new();
    for droit in droits.iter().filter(|droit| droit.issue != Err(Raison::HorsPeriode)) {
        let carte = carte(situation, mois, droit);
        if droit.aide.famille == Famille::Repere {
            reperes.push(carte);
        } else if let Some(semblable) = cartes.iter_mut().find(|autre| se_confondent(autre, &carte)) {
            confond(semblable, carte);
        } else {
            cartes.push(carte);
        }
    }
    let sommes = sommes(droits);
    let mut groupes: Vec<(Rang, Vec<Carte>)> = Rang::TOUS.iter().map(|rang| (*rang, Vec::new())).collect();
    for carte in cartes {
        if let Some((_, groupe)) = groupes.iter_mut().find(|(rang, _)| *rang == carte.rang) {
            groupe.push(carte);
        }
    }
    groupes.retain(|(_, cartes)| !cartes.is_empty());
    let annonce = annonce(&groupes, &sommes);
    let hors_periode = droits.iter().any(|droit| droit.issue == Err(Raison::HorsPeriode));
    Resultats { sommes, groupes, reperes, annonce, hors_periode }
}

/// How many rights a person has, whatever their amount.
pub fn nombre_de_droits(groupes: &[(Rang, Vec<Carte>)]) -> usize {
    groupes.iter().filter(|(rang, _)| *rang <= Rang::AConfirmer).map(|(_, cartes)| cartes.len()).sum()
}

/// An amount that says its period, a sum paid once too.
pub(super) fn avec_periode(montant: &Montant) -> String {
    format!("{montant}{}", if matches!(montant, Montant::Unique(_)) { " en une fois" } else { "" })
}

fn annonce(groupes: &[(Rang, Vec<Carte>)], sommes: &Sommes) -> String {
    let mut morceaux = vec![match nombre_de_droits(groupes) {
        0 => "Aucun droit trouvé pour l’instant".to_owned(),
        nombre => pluriel(nombre, "droit", "droits"),
    }];
    morceaux.extend(sommes.par_mois.iter().map(|m| format!("{m} par mois")));
    morceaux.extend(sommes.par_an.iter().map(|m| format!("{m} par an")));
    morceaux.extend(sommes.une_fois.iter().map(|m| format!("{m} en une fois")));
    if 0 < sommes.a_completer {
        morceaux.push(format!("{} à compléter", sommes.a_completer));
    }
    morceaux.join(", ")
}

/// Where the card of a right stands.
pub(super) fn rang(droit: &Droit) -> Rang {
    match &droit.issue {
        Ok(Montant::ParMois(_) | Montant::ParAn(_) | Montant::Unique(_)) if !droit.reserves.iter().any(|r| r.a_confirmer) => Rang::Acquis,
        Ok(Montant::Repere(_)) => Rang::Acquis,
        Ok(_) => Rang::AConfirmer,
        Err(Raison::Demande(_)) => Rang::ACompleter,
        Err(Raison::Ecarte(_)) => Rang::Remplace,
        Err(Raison::Refus(_)) => Rang::PasMaintenant,
        Err(Raison::HorsPeriode | Raison::HorsBareme(_) | Raison::EnAttente | Raison::HorsChamp(_)) => Rang::SansReponse,
    }
}

fn sommes(droits: &[Droit]) -> Sommes {
    let (mut mois, mut an, mut fois) = (Euros::<Mois>::ZERO, Euros::<An>::ZERO, Euros::<Fois>::ZERO);
    let (mut a_confirmer, mut a_completer) = (0, Vec::new());
    for droit in droits.iter().filter(|droit| droit.aide.famille != Famille::Repere) {
        match (rang(droit), &droit.issue) {
            (Rang::Acquis, Ok(Montant::ParMois(m))) => mois = mois + *m,
            (Rang::Acquis, Ok(Montant::ParAn(m))) => an = an + *m,
            (Rang::Acquis, Ok(Montant::Unique(m))) => fois = fois + *m,
            (Rang::AConfirmer, _) => a_confirmer += 1,
            (Rang::ACompleter, _) if !a_completer.contains(&droit.aide.id) => a_completer.push(droit.aide.id),
            _ => {}
        }
    }
    let ecrite = |nul: bool, euros: Decimal| (!nul).then(|| ecris_euros(euros));
    Sommes {
        par_mois: ecrite(mois.est_nul(), mois.decimal()),
        par_an: ecrite(an.est_nul(), an.decimal()),
        une_fois: ecrite(fois.est_nul(), fois.decimal()),
        a_confirmer,
        a_completer: a_completer.len(),
    }
}

fn carte(situation: &Situation, mois: MoisCivil, droit: &Droit) -> Carte {
    let mut carte = Carte {
        aide: droit.aide,
        pour: pour(situation, droit.beneficiaire),
        rang: rang(droit),
        montant: None,
        manques: Vec::new(),
        motifs: Vec::new(),
        limite: None,
        reserves: droit.reserves.iter().map(|reserve| ecrit(&reserve.phrase, mois)).collect(),
        volets: vec![(None, explication(situation, &droit.etapes, mois))],
        demarche: annexe::demarche(droit.aide.id),
        courbe: Sujet::de(situation, mois, droit),
    };
    match &droit.issue {
        Ok(montant) => carte.montant = Some(avec_periode(montant)),
        Err(Raison::Demande(manques)) => carte.manques = manques.iter().map(|manque| lien(situation, mois, manque)).collect(),
        Err(Raison::Refus(motifs)) => carte.motifs = motifs.iter().map(|m| (ecrit(&m.quoi, mois), m.des.map(ecris_jour))).collect(),
        Err(arret) => carte.limite = limite(arret, mois),
    }
    carte
}

/// Why a right gives nothing, when it is neither refused nor waiting for an answer.
pub fn limite(arret: &Raison, mois: MoisCivil) -> Option<String> {
    match arret {
        Raison::Demande(_) | Raison::Refus(_) | Raison::HorsPeriode => None,
        Raison::HorsBareme(quoi) => Some(format!("Nous ne connaissons pas ce barème pour {mois}\u{a0}: {quoi}.")),
        Raison::EnAttente => Some("Les barèmes des Caf ne sont pas encore arrivés.".to_owned()),
        Raison::HorsChamp(phrase) => Some(ecrit(phrase, mois)),
        Raison::Ecarte(ecarte) => Some(remplace(ecarte)),
    }
}

/// Why a right that is due is not paid, and what it would be.
fn remplace(Ecarte { montant, par, au_choix, phrase, .. }: &Ecarte) -> String {
    let suite = if *au_choix { "Vous pouvez le choisir à la place de celui-là" } else { "Seul, ce droit serait" };
    format!("{phrase} Vous recevez\u{a0}: {}. {suite}\u{a0}: {montant}.", par.nom)
}

/// A missing question: its label, with whom it is about when they are several, and the address of its field.
pub(super) fn lien(situation: &Situation, mois: MoisCivil, manque: &Manque) -> (String, String) {
    let adresse = Ecran::adresse_du_champ(manque.fiche.rubrique, &Cle::de(manque.lieu, manque.fiche.cle).id());
    let libelle = ecrit(manque.fiche.libelle, mois);
    let plusieurs = match manque.lieu {
        Lieu::Foyer => false,
        Lieu::Adulte(_) => 1 < situation.adultes.len(),
        Lieu::Enfant(_) => 1 < situation.enfants.len(),
        Lieu::Sejour(_) => 1 < situation.sejours.len(),
    };
    (if plusieurs { format!("{}\u{a0}: {libelle}", majuscule(&situation.nom(manque.lieu))) } else { libelle }, adresse)
}

/// For whom a right is, when it does not go without saying.
pub(super) fn pour(situation: &Situation, beneficiaire: Beneficiaire) -> Option<String> {
    let nom = |lieu, plusieurs: bool| plusieurs.then(|| situation.nom(lieu));
    let enfant = |i| nom(Lieu::Enfant(i), 1 < situation.enfants.len());
    let sejour = |i| nom(Lieu::Sejour(i), 1 < situation.sejours.len());
    match beneficiaire {
        Beneficiaire::Foyer => None,
        Beneficiaire::Adulte(i) => nom(Lieu::Adulte(i), 1 < situation.adultes.len()),
        Beneficiaire::Enfant(i) => enfant(i),
        Beneficiaire::Sejour(i) => sejour(i),
        Beneficiaire::Depart(s, e) => match (enfant(e), sejour(s)) {
            (Some(enfant), Some(sejour)) => Some(format!("{enfant}, {sejour}")),
            (enfant, sejour) => enfant.or(sejour),
        },
    }
}

/// Missing answers and refusals that say the same of several people make one card; amounts never.
fn se_confondent(a: &Carte, b: &Carte) -> bool {
    a.aide == b.aide
        && a.rang == b.rang
        && match a.rang {
            Rang::ACompleter => true,
            Rang::PasMaintenant | Rang::SansReponse | Rang::Remplace => a.motifs == b.motifs && a.limite == b.limite,
            Rang::Acquis | Rang::AConfirmer => false,
        }
}

fn confond(carte: &mut Carte, autre: Carte) {
    if let [(titre, _)] = carte.volets.as_mut_slice() {
        *titre = carte.pour.as_deref().map(majuscule);
    }
    carte.pour = match (carte.pour.take(), &autre.pour) {
        (Some(a), Some(b)) => Some(format!("{a}, {b}")),
        (a, b) => a.or_else(|| b.clone()),
    };
    for manque in autre.manques {
        if !carte.manques.contains(&manque) {
            carte.manques.push(manque);
        }
    }
    for reserve in autre.reserves {
        if !carte.reserves.contains(&reserve) {
            carte.reserves.push(reserve);
        }
    }
    let titre = autre.pour.as_deref().map(majuscule);
    carte.volets.extend(autre.volets.into_iter().map(|(_, blocs)| (titre.clone(), blocs)));
}

#[cfg(test)]
mod tests;
