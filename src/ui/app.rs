//! The state, the screens, the address, the focus.

use super::{
    Emetteur,
    accueil::accueil,
    atelier::atelier,
    balise::{Balise, balise, chacun, suite},
    baremes::les_baremes,
    bouton, envoie, formulaire, lien, navigateur,
    notices::{les_limites, les_sources, vie_privee},
    outils::Outils,
    page::{Page, page},
    parcours::{Etape, etape, recapitulatif},
    resultats::{Annonce, les_resultats},
    titre,
};
use crate::{
    aides,
    situation::{depuis_json, depuis_lien, vers_json},
    vue::{
        etat::{Action, Etat, Message, Vue, applique},
        formulaire::{fautes, illisibles, place, sections},
        resultats::{nombre_de_droits, resultats},
        route::{Adresse, Ecran},
    },
};
use std::rc::Rc;
use yew::prelude::*;

/// The state as Yew holds it.
#[derive(Clone, PartialEq)]
struct Magasin(Rc<Etat>);
impl Reducible for Magasin {
    type Action = Action;
    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Magasin(Rc::new(applique((*self.0).clone(), action))))
    }
}

/// The state on arrival: what was kept on this device, if anything was.
fn au_depart() -> Magasin {
    let etat = Etat::nouveau(navigateur::mois_courant());
    let etat = match navigateur::garde() {
        Some(texte) => applique(applique(etat, Action::Garde(true)), Action::Charge(depuis_json(&texte))),
        None => etat,
    };
    let etat = match Adresse::lis(&navigateur::fragment()) {
        Adresse::Ecran(ecran) | Adresse::Champ(ecran, _) => applique(etat, Action::Ouvre(ecran)),
        Adresse::Lien(lien) => applique(etat, Action::Charge(depuis_lien(&lien))),
    };
    Magasin(Rc::new(etat))
}

#[component]
pub fn App() -> Html {
    let magasin = use_reducer(au_depart);
    let etat = magasin.0.clone();
    let cible = use_state(|| None::<String>);
    let emetteur = {
        let dispatcher = magasin.dispatcher();
        use_memo((), move |()| Callback::from(move |action| dispatcher.dispatch(action)))
    };
    use_adresse(&etat, (*emetteur).clone(), cible.clone());
    use_focus(&etat, cible);
    {
        let contenu = etat.garde.then(|| vers_json(&etat.situation, etat.mois));
        use_effect_with(contenu, |contenu| navigateur::retiens(contenu.clone()));
    }
    cadre(&etat, &emetteur)
}

/// Keeps the address and the screen together, and opens the links that hold a situation.
#[hook]
fn use_adresse(etat: &Rc<Etat>, emetteur: Emetteur, cible: UseStateHandle<Option<String>>) {
    {
        let lis = move || match Adresse::lis(&navigateur::fragment()) {
            Adresse::Ecran(ecran) => emetteur.emit(Action::Ouvre(ecran)),
            Adresse::Champ(ecran, id) => {
                // The address of the screen alone stays, so that the same link works twice.
                navigateur::remplace(&ecran.adresse());
                emetteur.emit(Action::Ouvre(ecran));
                cible.set(Some(id));
            }
            Adresse::Lien(lien) => {
                let lu = depuis_lien(&lien);
                if lu.is_ok() {
                    navigateur::remplace(&Ecran::Droits.adresse());
                }
                emetteur.emit(Action::Charge(lu));
            }
        };
        use_effect_with((), move |()| {
            lis();
            let ecoute = navigateur::ecoute_l_adresse(lis);
            move || drop(ecoute)
        });
    }
    use_effect_with((etat.ecran, etat.message.clone()), |(ecran, _)| match Adresse::lis(&navigateur::fragment()) {
        Adresse::Ecran(autre) if autre == *ecran => {}
        // A link that was refused: the screen has not changed.
        Adresse::Lien(_) => navigateur::remplace(&ecran.adresse()),
        _ => navigateur::va(&ecran.adresse()),
    });
}

/// On a change of screen, the window takes its name and the head takes the focus; a link to a field gives it to the field.
#[hook]
fn use_focus(etat: &Rc<Etat>, cible: UseStateHandle<Option<String>>) {
    let precedent = use_mut_ref(|| None::<Ecran>);
    let vue = etat.vue;
    use_effect_with((etat.ecran, (*cible).clone()), move |(ecran, id)| {
        navigateur::titre(&format!("{} · Juste Droit", ecran.titre()));
        let avant = precedent.replace(Some(*ecran));
        match (id, avant) {
            (Some(id), _) => {
                navigateur::focalise(id);
                cible.set(None);
            }
            (None, Some(avant)) if avant != *ecran => {
                let meme_page = vue == Vue::Page && avant.est_la_simulation() && ecran.est_la_simulation();
                if !meme_page {
                    navigateur::remonte();
                    navigateur::focalise("titre");
                }
            }
            _ => {}
        }
    });
}

/// What stands around every screen.
fn cadre(etat: &Rc<Etat>, emetteur: &Emetteur) -> Html {
    let vers_le_contenu = Callback::from(|e: MouseEvent| {
        e.prevent_default();
        navigateur::focalise("titre");
    });
    let contenu = match etat.ecran {
        Ecran::Accueil => accueil(etat.est_commence(), emetteur),
        Ecran::Etape(_) | Ecran::Recapitulatif | Ecran::Droits => simulation(etat, emetteur),
        Ecran::Limites => les_limites(),
        Ecran::Sources => les_sources(),
        Ecran::ViePrivee => vie_privee(),
        Ecran::Baremes => les_baremes(&etat.baremes, emetteur),
        Ecran::Atelier => atelier(),
    };
    let large = etat.vue == Vue::Page && etat.ecran.est_la_simulation();
    let pied = |ecran: Ecran| balise("li").avec(lien("a", &ecran.adresse()).avec(ecran.titre()));
    suite()
        .avec(
            balise("header.entete")
                .avec(lien("a.evitement", "#/").au_clic(vers_le_contenu).avec("Aller au contenu"))
                .avec(lien("a.marque", &Ecran::Accueil.adresse()).avec(icone()).avec("Juste Droit")),
        )
        .avec(
            balise("main").classe_si(large, "large").avec(etat.message.as_ref().map(|message| un_message(message, emetteur))).avec(contenu),
        )
        .avec(
            balise("footer.pied")
                .avec(balise("p").avec("Ce site n’est pas un site de l’administration. Une estimation, pas une décision."))
                .avec(balise("nav").attribut("aria-label", "À propos").avec(
                    balise("ul").avec(chacun([Ecran::Limites, Ecran::Sources, Ecran::ViePrivee, Ecran::Baremes].into_iter().map(pied))),
                )),
        )
        .html()
}

fn icone() -> Balise {
    balise("img").attribut("src", "icon.svg").attribut("alt", "").attribut("width", "28").attribut("height", "28")
}

/// The screens that ask and answer. Every right is computed again at each drawing.
fn simulation(etat: &Rc<Etat>, emetteur: &Emetteur) -> Balise {
    let droits = navigateur::mesure("recalcul", || aides::simule_avec(&etat.situation, etat.mois, &etat.baremes.ouverts));
    let sections = sections(etat, &droits);
    let fautes = fautes(etat, &sections);
    let resultats = resultats(&etat.situation, etat.mois, &droits);
    let mois = etat.mois.to_string();
    let outils = html! { <Outils etat={etat.clone()} emetteur={emetteur.clone()} /> };
    let ici = sections.iter().find(|section| etat.ecran == Ecran::Etape(section.rubrique));
    let ecran = match (etat.vue, ici, place(&sections, etat.ecran)) {
        (Vue::Page, _, _) => {
            page(Page { ecran: etat.ecran, sections: &sections, fautes: &fautes, resultats: &resultats, mois: &mois, outils }, emetteur)
        }
        (Vue::PasAPas, Some(section), Some(place)) => {
            let d_ici: Vec<_> = fautes.into_iter().filter(|(_, adresse)| adresse.starts_with(&etat.ecran.adresse())).collect();
            let droits = nombre_de_droits(&resultats.groupes);
            etape(Etape { section, place, illisibles: illisibles(etat, section), fautes: &d_ici, droits }, emetteur)
        }
        (Vue::PasAPas, None, Some(place)) => recapitulatif(&sections, place, &fautes),
        (Vue::PasAPas, _, None) => balise("div.lecture")
            .avec(titre(Ecran::Droits.titre()))
            .avec(outils)
            .avec(formulaire::fautes(&fautes))
            .avec(les_resultats(&resultats, &mois))
            .avec(balise("p.suite").avec(lien("a.bouton.second", &Ecran::Recapitulatif.adresse()).avec("Revoir mes réponses"))),
    };
    suite().avec(ecran).avec(html! { <Annonce texte={resultats.annonce} /> })
}

fn un_message(message: &Message, emetteur: &Emetteur) -> Balise {
    balise("div.avis.message")
        .classe_si(message.refus, "refus")
        .attribut("role", "status")
        .avec(balise("p").avec(&message.texte))
        .avec(bouton("button.bouton.discret", envoie(emetteur, Action::Tait)).avec("Fermer"))
}
