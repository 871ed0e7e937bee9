//! Step by step: one subject a screen.

use super::{
    Emetteur,
    formulaire::{fautes, questions},
    navigateur, titre,
};
use crate::vue::{
    etat::Action,
    formulaire::{Place, Section},
    pluriel,
    route::Ecran,
    saisie::Cle,
};
use yew::prelude::*;

/// What a step shows around its questions.
pub struct Etape<'a> {
    pub section: &'a Section,
    pub place: Place,
    /// Texts of this screen that cannot be read, said or not yet.
    pub illisibles: Vec<Cle>,
    pub fautes: &'a [(String, String)],
    /// Rights found so far.
    pub droits: usize,
}

/// One subject: why it is asked, its questions, and the way on.
pub fn etape(etape: Etape, emetteur: &Emetteur) -> Html {
    let Etape { section, place, illisibles, droits, .. } = etape;
    // On leaving with a text that cannot be read, the screen stays and says which one.
    let onclick = {
        let emetteur = emetteur.clone();
        Callback::from(move |e: MouseEvent| {
            if !illisibles.is_empty() {
                e.prevent_default();
                illisibles.iter().for_each(|cle| emetteur.emit(Action::Quitte(*cle)));
                navigateur::focalise_apres("fautes");
            }
        })
    };
    let deja = match droits {
        0 => "Voir les résultats".to_owned(),
        _ => format!("Déjà {}", pluriel(droits, "droit trouvé", "droits trouvés")),
    };
    html! {
        <div class="etape">
            { fil(place) }
            { titre(section.rubrique.titre()) }
            <p class="pourquoi">{ section.rubrique.pourquoi() }</p>
            { fautes(etape.fautes) }
            { questions(section, 2, emetteur) }
            <div class="suite">
                <a class="bouton" href={place.apres.adresse()} {onclick}>{ "Continuer" }</a>
                <a class="deja" href={Ecran::Droits.adresse()}>{ deja }</a>
            </div>
        </div>
    }
}

/// Where the screen stands, and the way back.
fn fil(place: Place) -> Html {
    let Place { rang, total, avant, .. } = place;
    html! {
        <div class="fil">
            <a class="retour" href={avant.adresse()}><span aria-hidden="true">{ "‹" }</span>{ "Retour" }</a>
            <p>{ format!("Étape {rang} sur {total}") }</p>
            <progress max={total.to_string()} value={rang.to_string()} aria-hidden="true"></progress>
        </div>
    }
}

/// Every answer, to read again; each can be changed.
pub fn recapitulatif(sections: &[Section], place: Place, illisibles: &[(String, String)]) -> Html {
    html! {
        <div class="etape">
            { fil(place) }
            { titre(Ecran::Recapitulatif.titre()) }
            <p class="pourquoi">
                { "Relisez et changez ce qu’il faut. Une question laissée vide n’empêche rien\u{a0}: l’aide concernée reste à compléter." }
            </p>
            { fautes(illisibles) }
            { for sections.iter().map(recapitule) }
            <div class="suite"><a class="bouton" href={place.apres.adresse()}>{ "Voir mes droits" }</a></div>
        </div>
    }
}

fn recapitule(section: &Section) -> Html {
    let groupes = section.groupes.iter().map(|groupe| {
        let lignes = groupe.entrees.iter().map(|entree| {
            let (reponse, classe) = match (&entree.reponse, entree.ignore) {
                (Some(reponse), _) => (reponse.as_str(), ""),
                (None, Some(true)) => ("Je ne sais pas", "sans"),
                (None, _) => ("Pas de réponse", "sans"),
            };
            html! {
                <div class="rappel">
                    <dt>{ &entree.libelle }</dt>
                    <dd class={classe}>{ reponse }</dd>
                    <dd class="action">
                        <a href={Ecran::adresse_du_champ(section.rubrique, &entree.champ.id)}>
                            { if entree.reponse.is_some() { "Changer" } else { "Répondre" } }<span class="invisible">{ format!("\u{a0}: {}", entree.libelle) }</span>
                        </a>
                    </dd>
                </div>
            }
        });
        html! {
            <>
                if let Some(titre) = &groupe.titre { <h3>{ titre }</h3> }
                <dl class="rappels">{ for lignes }</dl>
            </>
        }
    });
    html! { <section class="recapitulatif"><h2>{ section.rubrique.titre() }</h2>{ for groupes }</section> }
}
