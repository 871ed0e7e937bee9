//! Allocation journalière du proche aidant (CSS, art. L. 168-8 à L. 168-16). Not a family benefit: it is taxed.

use crate::{
    baremes::ajpa::JOURS_EN_TOUT,
    moteur::*,
    notions::presence,
    situation::{Adulte, Presence},
};

static L168_8: Article = Article {
    nom: "CSS, art. L. 168-8 à L. 168-16",
    lien: "https://www.caf.fr/allocataires/aides-et-demarches/droits-et-prestations/handicap/l-allocation-journaliere-du-proche-aidant-ajpa",
};

pub static AIDE: Aide = Aide {
    id: "ajpa",
    nom: "Allocation journalière du proche aidant (AJPA)",
    resume: "Pour chaque jour où vous ne travaillez pas, auprès d’un proche handicapé ou dépendant.",
    famille: Famille::Handicap,
    textes: &[&L168_8],
    depend: &[],
    regle: Regle::Adulte(calcule),
};

fn calcule(d: &mut Dossier, moi: usize) -> Issue {
    let presence = d.condition("S’arrêter de travailler auprès d’un proche", &L168_8, |d| {
        Ok(d.adulte(moi, Adulte::PRESENCE)? == Presence::Proche)
    });
    if presence != Some(true) {
        d.verdict()?;
    }
    d.condition("Un proche reconnu très handicapé ou dépendant", &L168_8, |d| Ok(d.adulte(moi, Adulte::PROCHE_DEPENDANT)?.est_oui()));
    presence::conditions(d, moi, &L168_8, &L168_8);
    d.verdict()?;
    presence::verse(d, moi, 0, &JOURS_EN_TOUT, &L168_8)
}
