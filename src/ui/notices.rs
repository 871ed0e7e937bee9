//! Screens to read: what is not modelled, sources, privacy.

use super::{Pli, dehors, titre};
use crate::vue::{
    route::Ecran,
    sources::{Chapitre, Parametre, chapitres, limites},
};
use yew::prelude::*;

pub fn les_limites() -> Html {
    html! {
        <div class="lecture">
            { titre(Ecran::Limites.titre()) }
            <p class="chapeau">{ "Le simulateur ne connaît pas tout. Pour chaque aide, voici ce qu’il laisse de côté\u{a0}: dans ces cas, le montant versé peut être différent." }</p>
            { for limites().map(|aide| html! {
                <section>
                    <h2>{ aide.nom }</h2>
                    <ul>{ for aide.limites.iter().map(|limite| html! { <li>{ *limite }</li> }) }</ul>
                </section>
            }) }
        </div>
    }
}

pub fn les_sources() -> Html {
    html! {
        <div class="lecture">
            { titre(Ecran::Sources.titre()) }
            <p class="chapeau">{ "Chaque montant et chaque seuil a une date et une source. Ce qui ne vient pas d’un texte officiel est signalé." }</p>
            { for chapitres().into_iter().map(chapitre) }
        </div>
    }
}

fn chapitre(chapitre: Chapitre) -> Html {
    html! {
        <Pli class="chapitre" titre={chapitre.titre.clone()}>
            { for chapitre.parametres.into_iter().map(|p| parametre(&chapitre.titre, p)) }
        </Pli>
    }
}

/// `chapitre` tells apart, for who hears the page, the tables of two aids that have the same name.
fn parametre(chapitre: &str, parametre: Parametre) -> Html {
    html! {
        <div class="defile" tabindex="0" role="region" aria-label={format!("{chapitre}, {}", parametre.libelle)}>
            <table>
                <caption>
                    { parametre.libelle }<span class="aide">{ parametre.article }</span>
                    if let Some(fin) = &parametre.jusqu_au { <span class="aide">{ format!("connu jusqu’au {fin}") }</span> }
                </caption>
                <thead><tr><th scope="col">{ "Date" }</th><th scope="col" class="nombre">{ "Valeur" }</th><th scope="col">{ "Source" }</th></tr></thead>
                <tbody>
                    { for parametre.lignes.into_iter().map(|ligne| html! {
                        <tr>
                            <td>{ ligne.depuis }</td>
                            <td class="nombre">{ ligne.valeur }</td>
                            <td>
                                if ligne.lien.is_empty() { { ligne.source } } else { { dehors(ligne.lien, ligne.source) } }
                                if let Some(note) = ligne.note { <span class="confiance">{ note }</span> }
                            </td>
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}

pub fn vie_privee() -> Html {
    html! {
        <div class="lecture">
            { titre(Ecran::ViePrivee.titre()) }
            <p class="chapeau">{ "Vos réponses ne quittent pas votre appareil." }</p>
            <h2>{ "Ce qui se passe quand vous répondez" }</h2>
            <p>{ "La page contient toutes les règles de calcul. Elle calcule dans votre navigateur, sans rien envoyer\u{a0}: ni vos réponses, ni vos résultats, ni votre passage. Il n’y a ni compte, ni cookie, ni mesure d’audience." }</p>
            <h2>{ "Ce qui est gardé" }</h2>
            <p>{ "Rien, sauf si vous le demandez. Fermez la page ou rechargez-la, et tout est oublié." }</p>
            <ul>
                <li>{ "«\u{a0}Garder sur cet appareil\u{a0}» range vos réponses dans ce navigateur, et nulle part ailleurs. «\u{a0}Tout effacer\u{a0}» les enlève. Ne le cochez pas sur un ordinateur partagé." }</li>
                <li>{ "«\u{a0}Enregistrer dans un fichier\u{a0}» crée un fichier que vous seul avez." }</li>
                <li>{ "«\u{a0}Copier un lien\u{a0}» met vos réponses dans le lien lui-même, après le signe #\u{a0}: cette partie n’est jamais envoyée au site. Qui reçoit le lien lit vos réponses\u{a0}: ne le donnez qu’à des personnes de confiance." }</li>
            </ul>
            <h2>{ "Les liens vers d’autres sites" }</h2>
            <p>{ "Ils mènent aux textes de loi et aux organismes. Ces sites ont leurs propres règles\u{a0}; rien de vos réponses ne leur est transmis." }</p>
        </div>
    }
}
