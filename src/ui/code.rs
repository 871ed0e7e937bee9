//! The link as a code to scan, on the screen and on the sheet.

use super::{
    balise::{Balise, balise},
    navigateur,
};
use crate::{
    situation::vers_lien,
    vue::{code::code, etat::Etat},
};

/// The code of this situation, or why there is none.
pub fn le_code(etat: &Etat) -> Balise {
    let adresse = navigateur::lien("s=");
    let phrase = |texte: &str| balise("p.aide").avec(texte);
    // Where the page is a file of this device, no other device can follow the link.
    if !adresse.starts_with("http") {
        return phrase(
            "Cette page est ouverte depuis un fichier\u{a0}: un autre appareil ne pourrait pas suivre le code. Enregistrez vos réponses dans un fichier.",
        );
    }
    let Some(code) = code(&adresse, &vers_lien(&etat.situation, etat.mois)) else {
        return phrase("Vos réponses sont trop longues pour un code. Copiez le lien, ou enregistrez un fichier.");
    };
    let cote = code.cote.to_string();
    let fond = balise("rect").attribut("width", &cote).attribut("height", &cote).attribut("fill", "#fff");
    let svg = balise("svg")
        .attribut("viewBox", &format!("0 0 {cote} {cote}"))
        .attribut("role", "img")
        .attribut("aria-label", &format!("Code à scanner\u{a0}: il ouvre cette simulation, réponses et mois ({}).", etat.mois))
        .attribut("shape-rendering", "crispEdges")
        .avec(fond)
        .avec(balise("path").attribut("d", &code.trace));
    let legende = "L’appareil photo d’un téléphone ouvre cette simulation. Le code contient vos réponses\u{a0}: ne le montrez qu’à des personnes de confiance.";
    balise("figure.code").avec(svg).avec(balise("figcaption.aide").avec(legende))
}
