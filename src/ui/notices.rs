//! Screens to read, under their head: what is not modelled, sources, privacy.

use super::{
    balise::{Balise, balise, chacun, suite},
    contexte::{Contexte, Pli},
    liste, navigateur, pas_encore_la, source, tableau,
};
use crate::{
    annexe::{self, Demarche},
    vue::{
        raccourcis::{Effet, touche_de},
        sources::{Chapitre, LigneDatee, Parametre, chapitres, limites},
    },
};

pub fn les_limites() -> Balise {
    let une_aide = |(nom, demarche): (&str, Demarche)| balise("section").avec(balise("h2").avec(nom)).avec(liste(&mut demarche.limites()));
    suite()
        .avec(balise("p.chapeau").avec("Le simulateur ne connaît pas tout. Pour chaque aide, voici ce qu’il laisse de côté\u{a0}: dans ces cas, le montant versé peut être différent."))
        .avec((!annexe::est_la()).then(pas_encore_la))
        .avec(chacun(limites().map(une_aide)))
}

pub fn les_sources(contexte: &Contexte) -> Balise {
    suite()
        .avec(
            balise("p.chapeau")
                .avec("Chaque montant et chaque seuil a une date et une source. Ce qui ne vient pas d’un texte officiel est signalé."),
        )
        .avec(match chapitres() {
            Some(chapitres) => chacun(chapitres.iter().enumerate().map(|(rang, un)| chapitre(rang, un, contexte))),
            None => pas_encore_la(),
        })
}

fn chapitre(rang: usize, chapitre: &Chapitre, contexte: &Contexte) -> Balise {
    let Chapitre { titre, parametres } = chapitre;
    let pli = Pli { id: format!("chapitre-{rang}"), titre, classe: "chapitre", ouvert: false };
    contexte.pli(pli, &|| chacun(parametres.iter().map(|un| parametre(titre, un))))
}

/// `chapitre` tells apart, for who hears the page, the tables of two aids that have the same name.
fn parametre(chapitre: &str, parametre: &Parametre) -> Balise {
    let tete = |classe: &str, texte: &str| balise("th").attribut("scope", "col").classe(classe).avec(texte);
    let dit = |nom: &'static str, texte: &str| (!texte.is_empty()).then(|| balise(nom).avec(texte));
    let ligne = |ligne: &LigneDatee| {
        balise("tr")
            .avec(balise("td").avec(&ligne.depuis))
            .avec(balise("td.nombre").avec(ligne.valeur))
            .avec(balise("td").avec(source(ligne.source.lien, ligne.source.nom)).avec(dit("span.confiance", ligne.note)))
    };
    let fin = (!parametre.jusqu_au.is_empty()).then(|| format!("connu jusqu’au {}", parametre.jusqu_au));
    tableau(&format!("{chapitre}, {}", parametre.libelle)).avec(
        balise("table")
            .avec(
                balise("caption")
                    .avec(parametre.libelle)
                    .avec(dit("span.aide", parametre.article))
                    .avec(fin.map(|fin| balise("span.aide").avec(fin))),
            )
            .avec(balise("thead").avec(balise("tr").avec(tete("", "Date")).avec(tete("nombre", "Valeur")).avec(tete("", "Source"))))
            .avec(balise("tbody").avec(chacun(parametre.lignes.iter().map(ligne)))),
    )
}

pub fn vie_privee() -> Balise {
    let sous_titre = |texte: &str| balise("h2").avec(texte);
    let paragraphe = |texte: &str| balise("p").avec(texte);
    let point = |texte: &str| balise("li").avec(texte);
    suite()
        .avec(balise("p.chapeau").avec("Vos réponses ne quittent pas votre appareil."))
        .avec(sous_titre("Ce qui se passe quand vous répondez"))
        .avec(paragraphe("La page contient toutes les règles de calcul. Elle calcule dans votre navigateur, sans rien envoyer\u{a0}: ni vos réponses, ni vos résultats, ni votre passage. Il n’y a ni compte, ni cookie, ni mesure d’audience."))
        .avec(sous_titre("Ce qui est gardé"))
        .avec(paragraphe("Rien, sauf si vous le demandez. Fermez la page ou rechargez-la, et tout est oublié."))
        .avec(
            balise("ul")
                .avec(point("«\u{a0}Garder sur cet appareil\u{a0}» range vos réponses dans ce navigateur, et nulle part ailleurs. «\u{a0}Tout effacer\u{a0}» les enlève. Ne le cochez pas sur un ordinateur partagé."))
                .avec(point("«\u{a0}Enregistrer dans un fichier\u{a0}» crée un fichier que vous seul avez. Une phrase secrète, si vous en choisissez une, le rend illisible à qui ne la connaît pas\u{a0}; elle n’est gardée nulle part."))
                .avec(point("«\u{a0}Copier un lien\u{a0}» et le code à scanner mettent vos réponses dans le lien lui-même, après le signe #\u{a0}: cette partie n’est jamais envoyée au site. Qui reçoit le lien lit vos réponses\u{a0}: ne le donnez qu’à des personnes de confiance.")),
        )
        .avec(sous_titre("Sur un appareil partagé"))
        .avec(paragraphe(&format!("«\u{a0}Famille suivante\u{a0}», ou la touche {}, efface tout\u{a0}: les réponses, ce qui était gardé, les écrans du bouton Précédent. Dix secondes permettent d’annuler. Pour qui conseille une famille, la page prévient puis efface d’elle-même quand personne ne la touche plus.", touche_de(Effet::Famille))))
        .avec(sous_titre("Sans réseau"))
        .avec(paragraphe("Une fois ouverte, la page marche sans réseau. Une nouvelle version n’est prise que si vous le demandez."))
        .avec(paragraphe(match navigateur::est_hors_ligne() {
            Some(true) => "Sur cet appareil\u{a0}: oui.",
            Some(false) => "Sur cet appareil\u{a0}: pas encore. Attendez un instant, puis rouvrez la page.",
            None => "Sur cet appareil\u{a0}: non. Le navigateur ne le permet qu’à une adresse en https, hors navigation privée. Le reste marche.",
        }))
        .avec(sous_titre("Les liens vers d’autres sites"))
        .avec(paragraphe("Ils mènent aux textes de loi et aux organismes. Ces sites ont leurs propres règles\u{a0}; rien de vos réponses ne leur est transmis."))
}
