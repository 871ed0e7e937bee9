//! The engine: scales, rules that record their steps, results. Knows quantities and answers; knows no aid.

mod aide;
mod arret;
mod bareme;
mod carnet;
mod condition;
mod confiance;
mod cumul;
mod dependances;
mod dossier;
mod etape;
pub mod local;
mod simulation;

pub(crate) use aide::legi;
pub use aide::{Aide, Article, Beneficiaire, Famille, Regle};
pub use arret::{Arret, ensemble};
pub use bareme::{Bareme, Ligne, Rangee, Source, Unite};
pub use condition::Verdict;
pub use confiance::Confiance;
pub use cumul::{Cumul, Ecarte, Effet};
pub use dossier::Dossier;
pub use etape::{Etape, Nature, Valeur, premier_rang};
pub use local::{AideLocale, BaremeLocal, Locaux};
pub use simulation::{COUVERTURE, Conclusion, Droit, Issue, Manque, Montant, Motif, Raison, Reserve, notion, projette, simule};
