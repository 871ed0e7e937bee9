//! The engine: scales, rules that record their steps, results. Knows quantities and answers; knows no aid.

mod aide;
mod bareme;
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
pub use bareme::{Bareme, Ligne, Source};
pub use condition::{Verdict, ensemble};
pub use confiance::Confiance;
pub use cumul::{Cumul, Ecarte, Effet};
pub use dossier::Dossier;
pub use etape::{Etape, Nature, Valeur};
pub use local::{AideLocale, BaremeLocal, Locaux};
pub use simulation::{Arret, COUVERTURE, Droit, Issue, Manque, Montant, Motif, Reserve, projette, simule};
