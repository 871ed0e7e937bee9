//! The screens and their addresses, written after `#` so that any static host serves them.

use crate::situation::Rubrique;

/// A screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ecran {
    Accueil,
    /// A subject of the form.
    Etape(Rubrique),
    /// The answers, to read again before the results.
    Recapitulatif,
    Droits,
    Limites,
    Sources,
    ViePrivee,
    Baremes,
    /// Many households, from a file.
    Lots,
}

/// What an address asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Adresse {
    Ecran(Ecran),
    /// A screen, and the field to go to on it.
    Champ(Ecran, String),
    /// A situation shared as a link.
    Lien(String),
}

const SIMPLES: [(Ecran, &str); 8] = [
    (Ecran::Accueil, ""),
    (Ecran::Recapitulatif, "recapitulatif"),
    (Ecran::Droits, "droits"),
    (Ecran::Limites, "limites"),
    (Ecran::Sources, "sources"),
    (Ecran::ViePrivee, "vie-privee"),
    (Ecran::Baremes, "baremes"),
    (Ecran::Lots, "foyers"),
];

impl Ecran {
    /// `#/droits`.
    pub fn adresse(self) -> String {
        match self {
            Self::Etape(rubrique) => format!("#/etape/{}", rubrique.cle()),
            _ => format!("#/{}", SIMPLES.iter().find(|(ecran, _)| *ecran == self).map_or("", |(_, nom)| nom)),
        }
    }
    /// `#/etape/enfants/enfant-1-naissance`.
    pub fn adresse_du_champ(rubrique: Rubrique, id: &str) -> String {
        format!("{}/{id}", Self::Etape(rubrique).adresse())
    }
    /// The head of the screen and of the window.
    pub fn titre(self) -> &'static str {
        match self {
            Self::Accueil => "Vos droits, et pourquoi",
            Self::Etape(rubrique) => rubrique.titre(),
            Self::Recapitulatif => "Vos réponses",
            Self::Droits => "Vos droits",
            Self::Limites => "Ce qui n’est pas pris en compte",
            Self::Sources => "Sources et dates",
            Self::ViePrivee => "Vie privée",
            Self::Baremes => "Barèmes locaux",
            Self::Lots => "Beaucoup de foyers",
        }
    }
    /// Whether it shows or asks the situation.
    pub fn est_la_simulation(self) -> bool {
        matches!(self, Self::Etape(_) | Self::Recapitulatif | Self::Droits)
    }
}

impl Adresse {
    /// Reads what stands after `#`. An unknown address is the first screen.
    pub fn lis(fragment: &str) -> Self {
        let fragment = fragment.trim_start_matches('#');
        if let Some(lien) = fragment.strip_prefix("s=") {
            return Self::Lien(lien.to_owned());
        }
        let mut morceaux = fragment.trim_start_matches('/').split('/');
        let nom = morceaux.next().unwrap_or_default();
        if nom == "etape" {
            let rubrique = morceaux.next().and_then(|cle| Rubrique::TOUTES.iter().find(|r| r.cle() == cle));
            return match (rubrique, morceaux.next()) {
                (None, _) => Self::Ecran(Ecran::Accueil),
                (Some(rubrique), None | Some("")) => Self::Ecran(Ecran::Etape(*rubrique)),
                (Some(rubrique), Some(id)) => Self::Champ(Ecran::Etape(*rubrique), id.to_owned()),
            };
        }
        Self::Ecran(SIMPLES.iter().find(|(_, connu)| *connu == nom).map_or(Ecran::Accueil, |(ecran, _)| *ecran))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn une_adresse_se_relit() {
        let etapes = Rubrique::TOUTES.iter().map(|rubrique| Ecran::Etape(*rubrique));
        for ecran in SIMPLES.iter().map(|(ecran, _)| *ecran).chain(etapes) {
            assert_eq!(Adresse::lis(&ecran.adresse()), Adresse::Ecran(ecran));
        }
        let champ = Ecran::adresse_du_champ(Rubrique::Enfants, "enfant-1-naissance");
        assert_eq!(champ, "#/etape/enfants/enfant-1-naissance");
        assert_eq!(Adresse::lis(&champ), Adresse::Champ(Ecran::Etape(Rubrique::Enfants), "enfant-1-naissance".into()));
        assert_eq!(Adresse::lis("#s=abc_-"), Adresse::Lien("abc_-".into()));
        for inconnue in ["", "#", "#atelier", "#/nulle-part", "#/etape/", "#/etape/rien/x", "#é"] {
            assert_eq!(Adresse::lis(inconnue), Adresse::Ecran(Ecran::Accueil), "{inconnue}");
        }
    }
}
