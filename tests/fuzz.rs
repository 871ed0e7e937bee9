//! Bytes that were once worth a look, given again to each reader: `scripts/fuzz.sh` finds others.

#[path = "fuzz/lecteurs.rs"]
mod lecteurs;

use lecteurs::LECTEURS;
use std::fs;

#[test]
fn les_octets_de_chaque_lecteur_se_relisent() {
    for (nom, lecteur) in LECTEURS {
        let dossier = format!("tests/fuzz/corpus/{nom}");
        let fichiers: Vec<_> = fs::read_dir(&dossier).expect(&dossier).map(|f| f.expect("un fichier").path()).collect();
        assert!(!fichiers.is_empty(), "{dossier}");
        for fichier in fichiers {
            println!("{}", fichier.display());
            lecteur(&fs::read(&fichier).expect("des octets"));
        }
    }
}
