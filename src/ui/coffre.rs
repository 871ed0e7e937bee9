//! A file that a passphrase protects: made, and opened. The passphrase is in its field and nowhere else.

use super::{
    balise::{Balise, balise},
    bouton,
    champ::option,
    contexte::{Contexte, Message},
    navigateur,
};
use yew::{Callback, Event};

/// The field of the passphrase to choose, and that of the passphrase to give.
pub const NOUVELLE: &str = "phrase-secrete";
pub const DEMANDEE: &str = "phrase-du-fichier";
/// Shorter ones are found by trying them all.
pub const LETTRES_MIN: usize = 8;
pub const TROP_COURTE: &str = "Rien n’est enregistré\u{a0}: la phrase secrète doit avoir au moins huit lettres ou signes.";
pub const SANS_CHIFFRE: &str = "Ce navigateur ne peut ni protéger ni ouvrir un fichier protégé ici\u{a0}: il faut une adresse en https.";
pub const MAUVAISE: &str = "Rien n’a changé\u{a0}: ce n’est pas la bonne phrase secrète, ou le fichier est abîmé.";
pub const ENREGISTRE: &str = "Le fichier protégé est enregistré. Sans la phrase secrète, personne ne pourra l’ouvrir.";
pub const UN_INSTANT: &str = "Un instant\u{a0}: la protection est lente exprès, pour qui voudrait deviner.";

/// Saves a protected file.
pub fn enregistre(contexte: &Contexte) -> Balise {
    if !navigateur::sait_chiffrer() {
        return balise("p.aide").avec(SANS_CHIFFRE);
    }
    let aide =
        "Quatre mots sans rapport font une bonne phrase. Elle n’est gardée nulle part\u{a0}: si vous l’oubliez, le fichier est perdu.";
    formulaire(Message::Protege, contexte)
        .avec(champ(NOUVELLE, "Phrase secrète à choisir", "new-password", aide))
        .avec(envoi("Enregistrer le fichier protégé"))
}

/// Asks for the passphrase of the file that was chosen.
pub fn demande(contexte: &Contexte) -> Balise {
    formulaire(Message::Deprotege, contexte)
        .classe("avis message")
        .attribut("aria-label", "Fichier protégé")
        .avec(champ(
            DEMANDEE,
            "Phrase secrète du fichier",
            "off",
            "Ce fichier est protégé. Il s’ouvre avec la phrase choisie en l’enregistrant.",
        ))
        .avec(envoi("Ouvrir"))
        .avec(bouton("button.bouton.discret", contexte.envoie(Message::Renonce)).avec("Ne pas l’ouvrir"))
}

/// What is sent by its button or by the enter key, and never leaves the page.
fn formulaire(message: Message, contexte: &Contexte) -> Balise {
    let emetteur = contexte.emetteur.clone();
    let envoie = Callback::from(move |e: Event| {
        e.prevent_default();
        emetteur.emit(message.clone());
    });
    balise("form.coffre").a_l_envoi(envoie)
}

fn champ(id: &'static str, nom: &str, remplissage: &str, aide: &str) -> Balise {
    let id_aide = format!("{id}-aide");
    let montre = Callback::from(move |e: Event| navigateur::montre(id, navigateur::cochee(&e)));
    let phrase = balise("input")
        .attribut("type", "password")
        .attribut("id", id)
        .attribut("autocomplete", remplissage)
        .attribut("autocapitalize", "none")
        .attribut("spellcheck", "false")
        .attribut("aria-describedby", &id_aide);
    balise("div.champ")
        .avec(balise("label").attribut("for", id).avec(nom))
        .avec(balise("p.aide").attribut("id", &id_aide).avec(aide))
        .avec(phrase)
        .avec(option(balise("input").attribut("type", "checkbox").au_changement(montre), "Montrer la phrase"))
}

fn envoi(nom: &str) -> Balise {
    balise("button.bouton").attribut("type", "submit").avec(nom)
}
