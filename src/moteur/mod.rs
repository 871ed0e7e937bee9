//! The engine: scales, rules that record their steps, results. Knows quantities and answers; knows no aid.

mod aide;
mod bareme;
mod dossier;
mod etape;
mod simulation;

pub use aide::{Aide, Article, Beneficiaire, Contact, Demarche, Famille, Regle};
pub use bareme::{Bareme, BaremeLu, Confiance, Ligne, LigneLue, Source};
pub use dossier::{Dossier, Verdict, ensemble};
pub use etape::{Etape, Nature, Valeur};
pub use simulation::{Arret, COUVERTURE, Droit, Issue, Manque, Montant, Motif, Reserve, simule};
