//! Complément d'AEEH et majoration de parent isolé (CSS, art. L. 541-1, L. 541-4, R. 541-2, D. 541-2 et D. 541-4).

use super::aeeh::{self, verse};
use crate::{
    baremes::complement_aeeh::*,
    grandeurs::*,
    moteur::*,
    notions::{
        aeeh::{A_DECIDER, BASE_SEULE, Decision, categorie_attendue, decision},
        bmaf,
        monoparentale::famille_monoparentale,
    },
    situation::Enfant,
};

legi!(L541_1, "CSS, art. L. 541-1", "LEGIARTI000006743351");
legi!(D541_2, "CSS, art. D. 541-2", "LEGIARTI000006737170");
legi!(D541_4, "CSS, art. D. 541-4", "LEGIARTI000006737172");
static R541_2: Article = Article { nom: "CSS, art. R. 541-2", lien: "https://www.service-public.fr/particuliers/vosdroits/F14809" };

pub static AIDE: Aide = Aide {
    id: "complement_aeeh",
    nom: "Complément d’AEEH",
    resume: "En plus de l’AEEH, quand le handicap fait travailler moins, payer quelqu’un ou dépenser beaucoup.",
    famille: Famille::Prestations,
    textes: &[&L541_1, &R541_2, &D541_2, &D541_4],
    depend: &[&aeeh::AIDE],
    regle: Regle::Enfant(calcule),
};

fn calcule(d: &mut Dossier, rang: usize) -> Issue {
    if d.condition("Avoir droit à l’AEEH", &L541_1, |d| Ok(d.droit_du_meme(&aeeh::AIDE)?.is_some())) != Some(true) {
        d.verdict()?;
    }
    let (categorie, pour_le_temps) = match decision(d, rang)? {
        Decision::Accordee(categorie) => (categorie, None),
        Decision::Attendue | Decision::SansHandicap => {
            d.a_confirmer(A_DECIDER);
            let (categorie, pour_le_temps) = categorie_attendue(d, rang)?;
            (categorie, Some(pour_le_temps))
        }
    };
    d.condition("Un handicap qui demande du temps ou des dépenses", &R541_2, |d| {
        d.pose("Catégorie", "selon le temps et les dépenses", u32::from(categorie));
        Ok(categorie != BASE_SEULE)
    });
    d.verdict()?;
    let (complement, majoration) = ensemble(complement(d, categorie), majoration(d, rang, categorie, pour_le_temps))?;
    verse(d, rang, complement + majoration)
}

fn complement(d: &mut Dossier, categorie: u8) -> Result<Euros<Mois>, Arret> {
    let taux = match categorie {
        1 => &COMPLEMENT_1,
        2 => &COMPLEMENT_2,
        3 => &COMPLEMENT_3,
        4 => &COMPLEMENT_4,
        5 => &COMPLEMENT_5,
        _ => return d.montant(&COMPLEMENT_6),
    };
    Ok(bmaf::part(d, "Complément", taux)?.arrondi_au_centime())
}

/// L. 541-4 et D. 541-4 : pour le parent seul qui travaille moins ou paie quelqu'un, à partir de la deuxième catégorie.
fn majoration(d: &mut Dossier, rang: usize, categorie: u8, pour_le_temps: Option<bool>) -> Result<Euros<Mois>, Arret> {
    let taux = match categorie {
        2 => &MAJORATION_2,
        3 => &MAJORATION_3,
        4 => &MAJORATION_4,
        5 => &MAJORATION_5,
        6 => &MAJORATION_6,
        _ => return Ok(Euros::ZERO),
    };
    if !famille_monoparentale(d)? || !accorde_pour_le_temps(d, rang, categorie, pour_le_temps)? {
        return Ok(Euros::ZERO);
    }
    Ok(bmaf::part(d, "Majoration de parent isolé", taux)?.arrondi_au_centime())
}

/// The last two categories are never for expenses alone.
fn accorde_pour_le_temps(d: &mut Dossier, rang: usize, categorie: u8, pour_le_temps: Option<bool>) -> Result<bool, Arret> {
    match (pour_le_temps, categorie) {
        (Some(pour_le_temps), _) => Ok(pour_le_temps),
        (None, 5 | 6) => Ok(true),
        (None, _) => Ok(d.enfant(rang, Enfant::COMPLEMENT_ACTIVITE)?.est_oui()),
    }
}
