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
    demarche: Demarche {
        decide: "La Caf ou la MSA.",
        ou: "Demandez le congé de proche aidant à votre employeur, puis l’allocation sur votre espace Caf ou MSA.",
        pieces: &["le formulaire de demande d’AJPA", "la décision qui reconnaît le handicap ou la dépendance de votre proche"],
        delais: "Le paiement suit l’envoi de l’attestation de chaque mois.",
        contacts: &[Contact { nom: "Ma Caf", lien: "https://www.caf.fr" }],
    },
    limites: &[
        "L’AJPA est imposable, à la différence des prestations familiales.",
        "Jusqu’à la fin de 2024, le nombre de jours valait pour toute la carrière\u{a0}; depuis, il vaut pour chaque personne aidée, dans une limite d’ensemble que nous ne regardons pas.",
        "Le lien entre vous et la personne aidée est une condition que nous n’examinons pas.",
        "Un jour payé par la maladie, la maternité ou le chômage ne l’est pas aussi par l’AJPA\u{a0}: ne comptez que les autres.",
    ],
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
