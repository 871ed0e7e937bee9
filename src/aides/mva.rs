//! Majoration pour la vie autonome (CSS, art. L. 821-1-2).

use crate::{
    baremes::mva::MONTANT,
    moteur::*,
    situation::{Adulte, Foyer, OuiNon, TauxIncapacite},
};

static L821_1_2: Article =
    Article { nom: "CSS, art. L. 821-1-2", lien: "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000039802699" };

pub static AIDE: Aide = Aide {
    id: "mva",
    nom: "Majoration pour la vie autonome",
    resume: "Un complément à l’AAH pour qui vit dans son logement.",
    famille: Famille::Handicap,
    textes: &[&L821_1_2],
    demarche: Demarche { decide: "La Caf ou la MSA", ou: "Rien à demander.", pieces: &[], delais: "", contacts: &[] },
    limites: &[],
    depend: &[],
    regle: Regle::Adulte(calcule),
};

fn calcule(d: &mut Dossier, moi: usize) -> Issue {
    d.condition("Un taux d’incapacité d’au moins 80 %", &L821_1_2, |d| Ok(d.adulte(moi, Adulte::TAUX)? == TauxIncapacite::Plus80));
    d.condition("Percevoir une aide au logement", &L821_1_2, |d| Ok(d.foyer(Foyer::AIDE_LOGEMENT)? == OuiNon::Oui));
    d.verdict()?;
    Ok(Montant::ParMois(d.valeur(&MONTANT)?))
}
