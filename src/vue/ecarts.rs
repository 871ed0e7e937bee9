//! What differs between the rights of two households, aid by aid and person by person. A difference is a sum only when both
//! its ends are sure; what is not known is said to be unknown.

use super::{
    ecrit,
    resultats::{Rang, avec_periode, lien, limite, pour, rang},
};
use crate::{
    grandeurs::*,
    moteur::*,
    situation::{Dit, Situation},
};

/// A household, and its rights in the month.
#[derive(Clone, Copy)]
pub struct Cote<'a> {
    pub situation: &'a Situation,
    pub droits: &'a [Droit],
}

/// All that differs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ecarts {
    /// Total of the differences that are sure, a period at a time: « 151,05 € de plus par mois ».
    pub sommes: Vec<String>,
    pub lignes: Vec<Ecart>,
    pub attentes: Vec<Attente>,
    /// Aids that waited for the same answers already: they may differ too.
    pub inconnus: Vec<&'static str>,
}
impl Ecarts {
    pub fn est_vide(&self) -> bool {
        *self == Ecarts::default()
    }
}

/// What becomes of a right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sens {
    Gagne,
    Change,
    Remplace,
    Perdu,
    SansReponse,
}
impl Sens {
    pub fn cle(self) -> &'static str {
        match self {
            Self::Gagne => "gagne",
            Self::Change => "change",
            Self::Remplace => "remplace",
            Self::Perdu => "perdu",
            Self::SansReponse => "sans-reponse",
        }
    }
    pub fn libelle(self) -> &'static str {
        match self {
            Self::Gagne => "Nouveau droit",
            Self::Change => "Change",
            Self::Remplace => "Remplacé par un autre droit",
            Self::Perdu => "Plus de droit",
            Self::SansReponse => "Nous ne savons pas répondre",
        }
    }
}

/// A right that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct Ecart {
    pub aide: &'static Aide,
    /// For whom, when it does not go without saying.
    pub pour: Option<String>,
    pub sens: Sens,
    /// « 151,05 € par mois »; none for nothing.
    pub avant: Option<String>,
    pub apres: Option<String>,
    /// None when one of both is not sure.
    pub difference: Option<String>,
    pub phrases: Vec<String>,
}

/// Questions that the second household raises, and the rights that wait for them.
#[derive(Clone, Debug, PartialEq)]
pub struct Attente {
    /// Each with the address of its field, when the first household has that field, without an answer.
    pub questions: Vec<(String, Option<String>)>,
    /// Each with what it gives to the first household, if it does.
    pub aides: Vec<(&'static Aide, Option<String>)>,
}

/// What differs from a household to another in a month. Both are lists of the whole register, or of the same part of it.
pub fn ecarts(avant: Cote, apres: Cote, mois: MoisCivil) -> Ecarts {
    let mut ecarts = Ecarts::default();
    let mut sommes: Vec<Somme> = Vec::new();
    for droit in apres.droits {
        let ancien = le_meme(droit, avant.droits);
        match &droit.issue {
            Err(Raison::Demande(manques)) => attend(&mut ecarts, (avant, apres), mois, (ancien, droit), manques),
            _ => compare(&mut ecarts, &mut sommes, apres.situation, mois, (ancien, Some(droit))),
        }
    }
    for ancien in avant.droits.iter().filter(|ancien| le_meme(ancien, apres.droits).is_none()) {
        compare(&mut ecarts, &mut sommes, avant.situation, mois, (Some(ancien), None));
    }
    ranges(&mut ecarts.lignes, |ligne| ligne.sens);
    ranges(&mut sommes, |somme| somme.unite);
    ecarts.sommes = sommes.into_iter().filter(|somme| !somme.euros.is_zero()).map(signee).collect();
    ecarts
}

fn le_meme<'a>(droit: &Droit, droits: &'a [Droit]) -> Option<&'a Droit> {
    droits.iter().find(|autre| autre.aide == droit.aide && autre.beneficiaire == droit.beneficiaire)
}

/// A right before and after; absent where there is nobody to receive it.
type Paire<'a> = (Option<&'a Droit>, Option<&'a Droit>);

fn compare(ecarts: &mut Ecarts, sommes: &mut Vec<Somme>, situation: &Situation, mois: MoisCivil, (avant, apres): Paire) {
    let Some(droit) = apres.or(avant) else { return };
    let Some(sens) = sens(avant, apres) else { return };
    let mut difference = None;
    if let (Some(avant), Some(apres)) = (sur(avant), sur(apres)) {
        let mouvements = [avant.map(|Somme { euros, unite }| Somme { euros: -euros, unite }), apres];
        let mut siens = Vec::new();
        for mouvement in mouvements.into_iter().flatten() {
            ajoute(&mut siens, mouvement);
            ajoute(sommes, mouvement);
        }
        difference = if let [une] = siens.as_slice() { Some(signee(*une)) } else { None };
    }
    ecarts.lignes.push(Ecart {
        aide: droit.aide,
        pour: pour(situation, droit.beneficiaire),
        sens,
        avant: avant.and_then(montant),
        apres: apres.and_then(montant),
        difference,
        phrases: phrases(avant, apres, mois),
    });
}

/// None when nothing differs that is known.
fn sens(avant: Option<&Droit>, apres: Option<&Droit>) -> Option<Sens> {
    let rang = |droit: Option<&Droit>| droit.map_or(Rang::PasMaintenant, rang);
    match (rang(avant), rang(apres)) {
        (ici, la) if ici == la && avant.map(|d| &d.issue) == apres.map(|d| &d.issue) => None,
        (_, Rang::SansReponse) => Some(Sens::SansReponse),
        (_, Rang::Remplace) => Some(Sens::Remplace),
        (Rang::PasMaintenant | Rang::Remplace, Rang::Acquis | Rang::AConfirmer) => Some(Sens::Gagne),
        (_, Rang::Acquis | Rang::AConfirmer) => Some(Sens::Change),
        (Rang::Acquis | Rang::AConfirmer, Rang::PasMaintenant) => Some(Sens::Perdu),
        _ => None,
    }
}

/// What a right pays, when that is sure: nothing is sure too.
fn sur(droit: Option<&Droit>) -> Option<Option<Somme>> {
    let Some(droit) = droit else { return Some(None) };
    match (rang(droit), &droit.issue) {
        (Rang::PasMaintenant | Rang::Remplace, _) => Some(None),
        (Rang::Acquis, Ok(Montant::ParMois(montant))) => Some(Some((*montant).into())),
        (Rang::Acquis, Ok(Montant::ParAn(montant))) => Some(Some((*montant).into())),
        (Rang::Acquis, Ok(Montant::Unique(montant))) => Some(Some((*montant).into())),
        _ => None,
    }
}

fn montant(droit: &Droit) -> Option<String> {
    let montant = droit.issue.as_ref().ok()?;
    let doute = if rang(droit) == Rang::AConfirmer && !matches!(montant, Montant::Notifie) { ", à confirmer" } else { "" };
    Some(avec_periode(montant) + doute)
}

/// Why there was no right, and what goes with the one that opens; or why there is none any more.
fn phrases(avant: Option<&Droit>, apres: Option<&Droit>, mois: MoisCivil) -> Vec<String> {
    let Some(apres) = apres else { return Vec::new() };
    let deja = avant.map(|avant| avant.reserves.as_slice()).unwrap_or_default();
    match &apres.issue {
        Ok(_) => {
            let manquait = avant.and_then(|avant| if let Err(Raison::Refus(motifs)) = &avant.issue { Some(motifs) } else { None });
            let manquait =
                manquait.into_iter().flatten().map(|motif| format!("Aujourd’hui, il manque\u{a0}: {}.", ecrit(&motif.quoi, mois)));
            let reserves = apres.reserves.iter().filter(|reserve| !deja.contains(reserve));
            manquait.chain(reserves.map(|reserve| ecrit(&reserve.phrase, mois))).collect()
        }
        Err(Raison::Refus(motifs)) => motifs.iter().map(|motif| format!("Il faudrait\u{a0}: {}.", ecrit(&motif.quoi, mois))).collect(),
        Err(arret) => limite(arret, mois).into_iter().collect(),
    }
}

/// Keeps the questions that the aid did not wait for in the first household. Rights that wait for the same
/// ones stand together, and so do the questions of one aid for several people.
fn attend(ecarts: &mut Ecarts, (avant, apres): (Cote, Cote), mois: MoisCivil, droit: (Option<&Droit>, &Droit), manques: &[Manque]) {
    let (ancien, droit) = droit;
    let memes = avant.droits.iter().filter(|autre| autre.aide == droit.aide);
    let deja: Vec<&Manque> = memes
        .filter_map(|autre| if let Err(Raison::Demande(manques)) = &autre.issue { Some(manques.iter()) } else { None })
        .flatten()
        .collect();
    let nouveaux = manques.iter().filter(|manque| !deja.contains(manque));
    let questions: Vec<_> = nouveaux
        .map(|manque| {
            let (libelle, adresse) = lien(apres.situation, mois, manque);
            let repondue = matches!(avant.situation.dit(manque.lieu, manque.fiche.cle), Dit::Oui(_));
            (libelle, avant.situation.dits(manque.lieu).filter(|_| !repondue).map(|_| adresse))
        })
        .collect();
    if questions.is_empty() {
        if !ecarts.inconnus.contains(&droit.aide.nom) {
            ecarts.inconnus.push(droit.aide.nom);
        }
        return;
    }
    let aide = (droit.aide, ancien.and_then(montant));
    if let Some(attente) = ecarts.attentes.iter_mut().find(|attente| attente.questions == questions) {
        if !attente.aides.contains(&aide) {
            attente.aides.push(aide);
        }
    } else if let Some(attente) = ecarts.attentes.iter_mut().find(|attente| attente.aides == [aide.clone()]) {
        attente.questions.extend(questions);
    } else {
        ecarts.attentes.push(Attente { questions, aides: vec![aide] });
    }
}

fn ajoute(sommes: &mut Vec<Somme>, somme: Somme) {
    match sommes.iter_mut().find(|autre| autre.unite == somme.unite) {
        Some(autre) => autre.euros = autre.euros.saturating_add(somme.euros),
        None => sommes.push(somme),
    }
}

/// « 151,05 € de plus par mois ».
fn signee(Somme { euros, unite }: Somme) -> String {
    let sens = if euros.is_sign_negative() { "de moins" } else { "de plus" };
    let une_fois = if unite == UnitePeriode::Fois { ", en une fois" } else { "" };
    format!("{}\u{a0}{sens}{}{une_fois}", ecris_euros(euros.abs()), unite.par())
}

#[cfg(test)]
mod tests;
