//! The screens that ask and answer.

use super::{
    arrivee::une_arrivee,
    balise::{Balise, balise, suite},
    calendrier::{PLI, le_calendrier},
    contexte::{Contexte, Pli},
    formulaire, lien, navigateur,
    outils::outils,
    page::{Page, page},
    parcours::{Etape, etape, recapitulatif},
    resultats::les_resultats,
    titre,
};
use crate::{
    aides,
    second::au_second,
    vue::{
        arrivee::{Arrivee, arrivee, se_propose},
        calendrier::{self, Calendrier},
        etat::{Etat, Vue},
        formulaire::{Section, fautes, illisibles, place, sections},
        resultats::{Resultats, nombre_de_droits, resultats},
        route::Ecran,
    },
};
use std::cell::OnceCell;

/// What they show of a state.
pub struct Simulation {
    sections: Vec<Section>,
    fautes: Vec<(String, String)>,
    resultats: Resultats,
    /// None unless the person looks at it.
    arrivee: Option<Arrivee>,
    calendrier: Suivi,
}

/// The calendar, computed when it is looked at: a hundred times the work of a month.
struct Suivi {
    frais: OnceCell<Option<Calendrier>>,
    /// That of the answers before, shown while they change.
    ancien: Option<Calendrier>,
}

impl Simulation {
    /// Every right is computed again at each change.
    pub fn de(etat: &Etat, avant: Option<Simulation>) -> Self {
        let mut droits = navigateur::mesure("recalcul", || aides::simule_avec(&etat.situation, etat.mois, &etat.baremes.ouverts));
        let resultats = resultats(&etat.situation, etat.mois, &droits);
        let imagine = || arrivee(&etat.situation, etat.mois, &etat.baremes.ouverts, &droits);
        let mut arrivee = if etat.arrivee && se_propose(etat, &resultats) { au_second(imagine) } else { None };
        if let Some(arrivee) = &mut arrivee {
            droits.append(&mut arrivee.droits);
        }
        let sections = sections(etat, &droits);
        let fautes = fautes(etat, &sections);
        let ancien = avant.and_then(|Simulation { calendrier, .. }| calendrier.frais.into_inner().flatten().or(calendrier.ancien));
        Simulation { sections, fautes, resultats, arrivee, calendrier: Suivi { frais: OnceCell::new(), ancien } }
    }

    /// Whether the calendar shown is that of the answers before.
    pub fn attend(&self) -> bool {
        self.calendrier.ancien.is_some()
    }
    /// Answers have stopped changing: the calendar is theirs.
    pub fn actualise(&mut self) {
        self.calendrier.ancien = None;
    }

    /// The results in one line.
    pub fn annonce(&self) -> &str {
        &self.resultats.annonce
    }

    pub fn ecran(&self, etat: &Etat, contexte: &Contexte) -> Balise {
        let Simulation { sections, fautes, resultats, .. } = self;
        let ici = sections.iter().find(|section| etat.ecran == Ecran::Etape(section.rubrique));
        match (etat.vue, ici, place(sections, etat.ecran)) {
            (Vue::Page, _, _) => page(Page { etat, sections, fautes, droits: self.droits(etat, contexte) }, contexte),
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
                .avec(self.droits(etat, contexte))
                .avec(balise("p.suite").avec(lien("a.bouton.second", &Ecran::Recapitulatif.adresse()).avec("Revoir mes réponses"))),
        }
    }

    /// What was found, then the months to come, then what one more child would change.
    fn droits(&self, etat: &Etat, contexte: &Contexte) -> Balise {
        let Simulation { resultats, arrivee, .. } = self;
        let propose = se_propose(etat, resultats);
        suite()
            .avec(les_resultats(resultats, &etat.mois.to_string(), contexte))
            .avec(calendrier::se_propose(&etat.situation, etat.mois).then(|| self.mois_par_mois(etat, contexte)))
            .avec(propose.then(|| une_arrivee(etat.arrivee, arrivee.as_ref(), contexte)))
    }

    fn mois_par_mois(&self, etat: &Etat, contexte: &Contexte) -> Balise {
        let contenu = || {
            contexte.plus_tard(|| {
                let Suivi { frais, ancien } = &self.calendrier;
                let calcule = || navigateur::mesure("calendrier", || calendrier::calendrier(&etat.situation, etat.mois));
                let montre = ancien.as_ref().or_else(|| frais.get_or_init(calcule).as_ref());
                suite().avec(montre.map(|montre| le_calendrier(montre, ancien.is_some(), contexte)))
            })
        };
        let titre = "Votre calendrier, mois par mois";
        balise("section.groupe-droits.mois-par-mois")
            .attribut("aria-label", titre)
            .avec(contexte.pli(Pli::ferme(PLI.to_owned(), titre), &contenu))
    }
}
