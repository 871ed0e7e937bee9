//! The screens that ask and answer.

use super::{
    balise::{Balise, balise},
    contexte::Contexte,
    formulaire, lien, navigateur,
    outils::outils,
    page::{Page, page},
    parcours::{Etape, etape, recapitulatif},
    resultats::les_resultats,
    titre,
};
use crate::{
    aides,
    vue::{
        etat::{Etat, Vue},
        formulaire::{Section, fautes, illisibles, place, sections},
        resultats::{Resultats, nombre_de_droits, resultats},
        route::Ecran,
    },
};

/// What they show of a state.
pub struct Simulation {
    sections: Vec<Section>,
    fautes: Vec<(String, String)>,
    resultats: Resultats,
}

impl Simulation {
    /// Every right is computed again at each change.
    pub fn de(etat: &Etat) -> Self {
        let droits = navigateur::mesure("recalcul", || aides::simule_avec(&etat.situation, etat.mois, &etat.baremes.ouverts));
        let sections = sections(etat, &droits);
        let fautes = fautes(etat, &sections);
        Simulation { sections, fautes, resultats: resultats(&etat.situation, etat.mois, &droits) }
    }

    /// The results in one line.
    pub fn annonce(&self) -> &str {
        &self.resultats.annonce
    }

    pub fn ecran(&self, etat: &Etat, contexte: &Contexte) -> Balise {
        let Simulation { sections, fautes, resultats } = self;
        let mois = etat.mois.to_string();
        let ici = sections.iter().find(|section| etat.ecran == Ecran::Etape(section.rubrique));
        match (etat.vue, ici, place(sections, etat.ecran)) {
            (Vue::Page, _, _) => page(Page { etat, sections, fautes, resultats, mois: &mois }, contexte),
            (Vue::PasAPas, Some(section), Some(place)) => {
                let ici = etat.ecran.adresse();
                let d_ici: Vec<_> = fautes.iter().filter(|(_, adresse)| adresse.starts_with(&ici)).cloned().collect();
                let droits = nombre_de_droits(&resultats.groupes);
                etape(Etape { section, place, illisibles: illisibles(etat, section), fautes: &d_ici, droits }, contexte)
            }
            (Vue::PasAPas, None, Some(place)) => recapitulatif(sections, place, fautes),
            (Vue::PasAPas, _, None) => balise("div.lecture")
                .avec(titre(Ecran::Droits.titre()))
                .avec(outils(etat, contexte))
                .avec(formulaire::fautes(fautes))
                .avec(les_resultats(resultats, &mois, contexte))
                .avec(balise("p.suite").avec(lien("a.bouton.second", &Ecran::Recapitulatif.adresse()).avec("Revoir mes réponses"))),
        }
    }
}
