//! Complément de ressources (CSS, ancien art. L. 821-1-1 ; loi n° 2018-1317 du 28 décembre 2018, art. 266, V).

use super::{aah, mva};
use crate::{
    baremes::complement_ressources::MONTANT,
    moteur::*,
    situation::{Adulte, TauxIncapacite},
};

static L821_1_1: Article =
    Article { nom: "CSS, ancien art. L. 821-1-1", lien: "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000017924445" };
static LOI_2018_1317: Article = Article {
    nom: "Loi n° 2018-1317 du 28 décembre 2018, art. 266, V",
    lien: "https://www.legifrance.gouv.fr/loda/article_lc/LEGIARTI000037935203",
};
static D821_4: Article =
    Article { nom: "CSS, art. D. 821-4", lien: "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000006739703" };

pub static AIDE: Aide = Aide {
    id: "complement_ressources",
    nom: "Complément de ressources",
    resume: "Un ancien complément de l’AAH, que gardent pour un temps ceux qui l’avaient en 2019.",
    famille: Famille::Handicap,
    textes: &[&LOI_2018_1317, &L821_1_1, &D821_4],
    depend: &[&aah::AIDE],
    regle: Regle::Adulte(calcule),
};

fn calcule(d: &mut Dossier, moi: usize) -> Issue {
    d.condition("Le taux d’incapacité qui suffit à ouvrir l’AAH", &L821_1_1, |d| {
        Ok(d.adulte(moi, Adulte::TAUX)? == TauxIncapacite::Plus80)
    });
    d.condition("Percevoir ce complément sans interruption depuis sa suppression", &LOI_2018_1317, |d| {
        Ok(d.adulte(moi, Adulte::COMPLEMENT_RESSOURCES)?.est_oui())
    });
    d.verdict()?;
    d.condition("Une capacité de travail presque nulle", &D821_4, |d| Ok(d.adulte(moi, Adulte::CAPACITE_TRAVAIL)?.est_oui()));
    d.condition("L’AAH à taux plein, ou en complément d’une pension ou d’une rente", &L821_1_1, |d| mva::aah_suffisante(d, moi));
    d.condition("Un logement indépendant", &L821_1_1, mva::logement_independant);
    d.condition("Ne pas avoir de revenu d’activité", &L821_1_1, |d| mva::sans_activite(d, moi));
    d.verdict()?;
    Ok(Montant::ParMois(d.valeur(&MONTANT)?))
}
