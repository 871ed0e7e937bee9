//! How sure a value is.

/// How sure a value is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confiance {
    /// Read in an official text or page.
    #[default]
    Officiel,
    /// An official text, reproduced with its figure by somebody else.
    Relais,
    /// Press or union leaflet.
    Presse,
    /// Worked out from published figures; never published as such.
    Deduit,
}
impl Confiance {
    pub fn libelle(self) -> &'static str {
        match self {
            Self::Officiel => "texte officiel",
            Self::Relais => "texte officiel reproduit par un tiers",
            Self::Presse => "presse ou tract syndical",
            Self::Deduit => "reconstruit à partir de chiffres publiés",
        }
    }
}
