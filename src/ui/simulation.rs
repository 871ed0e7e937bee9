//! The screens that ask and answer.

use super::{
    balise::{Balise, balise, suite},
    calendrier::{PLI, le_calendrier},
    code::le_code,
    contexte::{Contexte, Pli},
    fiche::{self, Cadre, la_fiche},
    formulaire, lien, navigateur,
    outils::outils,
    page::{Page, page},
    parcours::{Etape, etape, recapitulatif},
    resultats::les_resultats,
    scenarios::comparer,
    titre,
    travail::{Regard, ce_que_le_travail_change, le_travail},
};
use crate::{
    aides,
    second::au_second,
    vue::{
        calendrier::{self, Calendrier},
        ecarts::Cote,
        etat::{Etat, Vue},
        fiche::{Sources, fiche},
        formulaire::{Section, fautes, illisibles, place, sections},
        resultats::{Resultats, nombre_de_droits, resultats},
        route::Ecran,
        scenarios::{Comparaison, compare, se_propose},
        travail::{self, Manques, Travail},
    },
};
use std::cell::OnceCell;

/// What they show of a state.
pub struct Simulation {
    sections: Vec<Section>,
    fautes: Vec<(String, String)>,
    resultats: Resultats,
    /// None unless the person looks at it.
    comparaison: Option<Comparaison>,
    calendrier: Suivi<Option<Calendrier>>,
    /// Of each adult.
    travail: [AuTravail; 2],
}

type AuTravail = Suivi<Result<Travail, Manques>>;

/// What is computed when it is looked at: a hundred times the work of a month.
struct Suivi<T> {
    frais: OnceCell<T>,
    /// That of the answers before, shown while they change.
    ancien: Option<T>,
}
impl<T> Suivi<T> {
    fn apres(self) -> Self {
        Suivi { frais: OnceCell::new(), ancien: self.frais.into_inner().or(self.ancien) }
    }
    fn neuf() -> Self {
        Suivi { frais: OnceCell::new(), ancien: None }
    }
    /// What is shown, and whether it waits for the answers to stop changing.
    fn montre(&self, calcule: &dyn Fn() -> T) -> (&T, bool) {
        (self.ancien.as_ref().unwrap_or_else(|| self.frais.get_or_init(calcule)), self.ancien.is_some())
    }
}

impl Simulation {
    /// Every right is computed again at each change.
    pub fn de(etat: &Etat, avant: Option<Simulation>) -> Self {
        let mut droits = navigateur::mesure("recalcul", || aides::simule_avec(&etat.situation, etat.mois, &etat.baremes.ouverts));
        let resultats = resultats(&etat.situation, etat.mois, &droits);
        let Etat { situation, scenarios, mois, .. } = etat;
        let compare = || compare(Cote { situation, droits: &droits }, *mois, &etat.baremes.ouverts, &scenarios.choisis);
        let mut comparaison = if scenarios.ouvert && se_propose(etat, &resultats) { au_second(compare) } else { None };
        if let Some(comparaison) = &mut comparaison {
            droits.append(&mut comparaison.droits);
        }
        let sections = sections(etat, &droits);
        let fautes = fautes(etat, &sections);
        let (calendrier, travail) = match avant {
            Some(Simulation { calendrier, travail, .. }) => (calendrier.apres(), travail.map(Suivi::apres)),
            None => (Suivi::neuf(), [Suivi::neuf(), Suivi::neuf()]),
        };
        Simulation { sections, fautes, resultats, comparaison, calendrier, travail }
    }

    /// Whether something shown is that of the answers before.
    pub fn attend(&self) -> bool {
        self.calendrier.ancien.is_some() || self.travail.iter().any(|suivi| suivi.ancien.is_some())
    }
    /// Answers have stopped changing: all that is shown is theirs.
    pub fn actualise(&mut self) {
        self.calendrier.ancien = None;
        self.travail.iter_mut().for_each(|suivi| suivi.ancien = None);
    }

    /// What is asked.
    pub fn sections(&self) -> &[Section] {
        &self.sections
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

    /// What was found, then the months to come, what work changes, what another situation would.
    fn droits(&self, etat: &Etat, contexte: &Contexte) -> Balise {
        let Simulation { resultats, comparaison, .. } = self;
        suite()
            .avec(les_resultats(resultats, &etat.mois.to_string(), contexte))
            .avec(calendrier::se_propose(&etat.situation, etat.mois).then(|| self.mois_par_mois(etat, contexte)))
            .avec(self.travail(etat, contexte))
            .avec(se_propose(etat, resultats).then(|| comparer(etat.scenarios.ouvert, comparaison.as_ref(), contexte)))
    }

    /// The sheet, while the page prints it; without the second file, what it lacks.
    pub fn fiche(&self, etat: &Etat, contexte: &Contexte) -> Option<Balise> {
        let absente = || {
            let texte = "La fiche n’est pas arrivée sur cet appareil\u{a0}: voici l’écran, sans les démarches, ni le calendrier, ni le code à scanner.";
            balise("p.imprime").avec(texte)
        };
        contexte.est_ouvert(fiche::PLI).then(|| au_second(|| self.sur_deux_pages(etat, contexte)).unwrap_or_else(absente))
    }

    fn sur_deux_pages(&self, etat: &Etat, contexte: &Contexte) -> Balise {
        let Etat { situation, mois, .. } = etat;
        let travail = self.au_travail(etat, contexte).and_then(|(_, adulte, suivi)| {
            let travail = suivi.montre(&|| travail::travail(situation, *mois, adulte)).0.as_ref().ok()?;
            Some((adulte, travail))
        });
        let calendrier = self.calendrier.montre(&|| calendrier::calendrier(situation, *mois)).0.as_ref();
        let Simulation { sections, resultats, .. } = self;
        let fiche = fiche(&Sources { situation, mois: *mois, sections, resultats, calendrier, travail });
        let (mois, quand, site) = (mois.to_string(), navigateur::horloge::maintenant(), navigateur::lien(""));
        let site = site.trim_end_matches('#');
        let imaginee = etat.scenarios.en_cours().map(|scenario| scenario.modele.nom());
        let travail = travail.map(|(_, travail)| travail);
        la_fiche(&fiche, Cadre { mois: &mois, quand: &quand, site, imaginee, code: le_code(etat), travail })
    }

    /// The adults who may work, the one who is looked at, and what work changes for them.
    fn au_travail(&self, etat: &Etat, contexte: &Contexte) -> Option<(Vec<usize>, usize, &AuTravail)> {
        let adultes = travail::se_propose(&etat.situation, etat.mois);
        let adulte = adultes.iter().copied().find(|adulte| *adulte == contexte.travail.0).or_else(|| adultes.first().copied())?;
        Some((adultes, adulte, self.travail.get(adulte)?))
    }

    fn travail(&self, etat: &Etat, contexte: &Contexte) -> Option<Balise> {
        let (adultes, adulte, suivi) = self.au_travail(etat, contexte)?;
        let contenu = || {
            contexte.plus_tard(|| {
                let calcule = || navigateur::mesure("travail", || travail::travail(&etat.situation, etat.mois, adulte));
                let (montre, attend) = suivi.montre(&calcule);
                ce_que_le_travail_change(
                    Regard { situation: &etat.situation, adultes: &adultes, adulte, travail: montre, attend },
                    contexte,
                )
            })
        };
        Some(le_travail(contexte, &contenu))
    }

    fn mois_par_mois(&self, etat: &Etat, contexte: &Contexte) -> Balise {
        let contenu = || {
            contexte.plus_tard(|| {
                let calcule = || navigateur::mesure("calendrier", || calendrier::calendrier(&etat.situation, etat.mois));
                let (montre, attend) = self.calendrier.montre(&calcule);
                suite().avec(montre.as_ref().map(|montre| le_calendrier(montre, attend, contexte)))
            })
        };
        let titre = "Votre calendrier, mois par mois";
        balise("section.groupe-droits.mois-par-mois")
            .attribut("aria-label", titre)
            .avec(contexte.pli(Pli::ferme(PLI.to_owned(), titre), &contenu))
    }
}
