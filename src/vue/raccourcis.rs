//! The keys of the page: the one list that it listens by and that its dialog shows.
//!
//! No letter, no digit, no arrow, no Alt, no Inser: those who hear the page go through it with them. « ? » is the only sign that
//! serves alone: never where a text is written, and it can be switched off (WCAG 2.1.4). See `docs/decisions/0211-keys.md`.

use super::formulaire::{Entree, Section};
use crate::situation::Rubrique;

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effet {
    /// The next question; at the end of a subject, the next that waits in another.
    Question,
    /// The next question that waits in another subject.
    Rubrique,
    Famille,
    /// The sheet, printed.
    Fiche,
    Liste,
}

/// Where a key serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ou {
    /// In a question of the single page.
    Question,
    Partout,
    /// Wherever no text is written.
    HorsTexte,
}
impl Ou {
    pub const TOUS: [Ou; 3] = [Self::Question, Self::Partout, Self::HorsTexte];
    pub fn libelle(self) -> &'static str {
        match self {
            Self::Question => "Dans une question, quand tout est sur une page",
            Self::Partout => "Partout",
            Self::HorsTexte => "Là où l’on n’écrit pas",
        }
    }
}

/// A key, and what it does.
pub struct Raccourci {
    pub ou: Ou,
    /// As keyboards show it.
    pub ecrit: &'static str,
    pub fait: &'static str,
    frappe: Option<(Touche<'static>, Effet)>,
}

/// A key as browsers name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Touche<'a> {
    pub nom: &'a str,
    /// With Ctrl, or Cmd on a Mac.
    pub ctrl: bool,
}

const fn touche(ou: Ou, ecrit: &'static str, (nom, ctrl): (&'static str, bool), effet: Effet, fait: &'static str) -> Raccourci {
    Raccourci { ou, ecrit, fait, frappe: Some((Touche { nom, ctrl }, effet)) }
}
/// What any browser does by itself, to be known too.
const fn du_navigateur(ou: Ou, ecrit: &'static str, fait: &'static str) -> Raccourci {
    Raccourci { ou, ecrit, fait, frappe: None }
}

pub const RACCOURCIS: [Raccourci; 9] = [
    touche(Ou::Question, "Entrée", ("Enter", false), Effet::Question, "Question suivante"),
    touche(Ou::Question, "Ctrl + Entrée", ("Enter", true), Effet::Rubrique, "Rubrique suivante où il reste à répondre"),
    du_navigateur(Ou::Question, "Tab", "Champ suivant\u{a0}; avec Maj, champ précédent"),
    du_navigateur(Ou::Question, "Espace, ↓ ↑", "Choisir une réponse, en changer"),
    du_navigateur(Ou::Question, "Espace", "Cocher, décocher"),
    touche(Ou::Partout, "F8", ("F8", false), Effet::Famille, "Famille suivante\u{a0}: tout effacer"),
    // What browsers do by themselves, but some of them copy the page before it can make its sheet.
    touche(Ou::Partout, "Ctrl + P", ("p", true), Effet::Fiche, "Imprimer la fiche de la famille"),
    touche(Ou::HorsTexte, "?", ("?", false), Effet::Liste, "Cette liste"),
    du_navigateur(Ou::HorsTexte, "Échap", "Fermer cette liste"),
];

/// Where the focus is when a key is pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// In a question of the single page.
    pub question: bool,
    /// Where a text is written, or found by its first letters.
    pub texte: bool,
}

/// What a key asks for, pressed there.
pub fn voulu(pressee: Touche, place: Place) -> Option<Effet> {
    let sert = |ou: Ou| match ou {
        Ou::Question => place.question,
        Ou::Partout => true,
        Ou::HorsTexte => !place.texte,
    };
    let ici = RACCOURCIS.iter().filter(|raccourci| sert(raccourci.ou));
    ici.filter_map(|raccourci| raccourci.frappe).find(|(touche, _)| *touche == pressee).map(|(_, effet)| effet)
}

/// The key of an effect.
pub fn touche_de(effet: Effet) -> &'static str {
    let de_lui = |raccourci: &&Raccourci| raccourci.frappe.is_some_and(|(_, autre)| autre == effet);
    RACCOURCIS.iter().find(de_lui).map_or("", |raccourci| raccourci.ecrit)
}

/// The first question that waits in the subjects after this one, then in those before it; none when the others are answered.
pub fn dans_une_autre(sections: &[Section], ici: Rubrique) -> Option<(Rubrique, &Entree)> {
    let rang = sections.iter().position(|section| section.rubrique == ici).unwrap_or_default();
    let mut autres = sections.iter().skip(rang + 1).chain(sections.iter().take(rang));
    autres.find_map(|section| Some((section.rubrique, section.en_attente().next()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn presse(nom: &str, ctrl: bool, place: Place) -> Option<Effet> {
        voulu(Touche { nom, ctrl }, place)
    }

    #[test]
    fn une_touche_ne_sert_que_la_ou_la_liste_le_dit() {
        let [nulle_part, texte, choix] = [(false, false), (true, true), (true, false)].map(|(question, texte)| Place { question, texte });
        let ailleurs = Place { question: false, texte: true };
        for (place, effets) in [
            (nulle_part, [None, None, Some(Effet::Famille), Some(Effet::Liste)]),
            (ailleurs, [None, None, Some(Effet::Famille), None]),
            (texte, [Some(Effet::Question), Some(Effet::Rubrique), Some(Effet::Famille), None]),
            (choix, [Some(Effet::Question), Some(Effet::Rubrique), Some(Effet::Famille), Some(Effet::Liste)]),
        ] {
            let touches = [("Enter", false), ("Enter", true), ("F8", false), ("?", false)];
            assert_eq!(touches.map(|(nom, ctrl)| presse(nom, ctrl, place)), effets, "{place:?}");
        }
        assert_eq!(presse("F8", true, choix), None);
    }

    #[test]
    fn aucune_n_est_a_un_lecteur_d_ecran_ni_au_navigateur_sauf_l_impression_qui_reste_la_sienne() {
        const PRISES: [&str; 9] = ["F1", "F3", "F5", "F6", "F7", "F10", "F11", "F12", "Insert"];
        for (Touche { nom, ctrl }, effet) in RACCOURCIS.iter().filter_map(|raccourci| raccourci.frappe) {
            let seul = nom.chars().count() == 1;
            assert!(!seul || [("?", false), ("p", true)].contains(&(nom, ctrl)), "{nom}");
            assert!(!PRISES.contains(&nom) && !nom.starts_with("Arrow"), "{nom}");
            let siennes = RACCOURCIS.iter().filter(|raccourci| raccourci.frappe.is_some_and(|(touche, _)| touche == Touche { nom, ctrl }));
            assert_eq!(siennes.count(), 1, "{nom}");
            assert!(!touche_de(effet).is_empty());
        }
        assert!(Ou::TOUS.iter().all(|ou| RACCOURCIS.iter().any(|raccourci| raccourci.ou == *ou)));
    }
}
