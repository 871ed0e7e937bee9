//! Gives bytes to the reader that `LECTEUR` names; libFuzzer chooses them by what they make it run.
#![no_main]

#[path = "../lecteurs.rs"]
mod lecteurs;

use lecteurs::{LECTEURS, Lecteur};
use std::sync::LazyLock;

static LECTEUR: LazyLock<Lecteur> = LazyLock::new(|| {
    let voulu = std::env::var("LECTEUR").expect("LECTEUR dit quel lecteur");
    LECTEURS.iter().find(|(nom, _)| *nom == voulu).expect("un lecteur connu").1
});

libfuzzer_sys::fuzz_target!(|octets: &[u8]| LECTEUR(octets));
