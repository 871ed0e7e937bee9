//! All that the program reads from outside. Whatever the bytes: no panic, and what was read and written again reads as it was.

use juste_droit::{
    aides::conclut,
    grandeurs::MoisCivil,
    lot::{Quand, lis, vers_csv},
    moteur::local::{ecris_bareme_local, lis_bareme_local},
    situation::{Coffre, Faute, Situation, depuis_json, depuis_lien, vers_json, vers_lien},
};

pub type Lecteur = fn(&[u8]);
/// By the name of its folder in `corpus`.
pub const LECTEURS: [(&str, Lecteur); 4] = [("bareme", bareme), ("fichier", fichier), ("foyers", foyers), ("lien", lien)];

const NOVEMBRE: MoisCivil = MoisCivil::le(2026, 11);

fn bareme(octets: &[u8]) {
    let Ok(texte) = std::str::from_utf8(octets) else { return };
    if let Ok(lus) = lis_bareme_local(texte) {
        assert_eq!(lis_bareme_local(&ecris_bareme_local(&lus)), Ok(lus));
    }
}

fn fichier(octets: &[u8]) {
    let Ok(texte) = std::str::from_utf8(octets) else { return };
    if let Some(Ok(coffre)) = Coffre::lis(texte) {
        assert_eq!(Coffre::lis(&coffre.ecris()), Some(Ok(coffre)));
    }
    rend(depuis_json(texte), |situation, mois| depuis_json(&vers_json(situation, mois)));
}

fn foyers(octets: &[u8]) {
    let Ok(lus) = lis(octets, Quand::SiRienNeLeDit(NOVEMBRE)) else { return };
    for foyer in lus.into_iter().take(4) {
        let Ok((situation, mois)) = foyer.lu else { continue };
        conclut(&situation, mois, &[]);
        let ecrit = vers_csv(&foyer.id, &situation, mois);
        let relus = lis(ecrit.as_bytes(), Quand::SiRienNeLeDit(NOVEMBRE)).expect("un en-tête juste");
        assert_eq!(relus.into_iter().map(|relu| relu.lu).collect::<Vec<_>>(), [Ok((situation, mois))], "{ecrit}");
    }
}

fn lien(octets: &[u8]) {
    let Ok(texte) = std::str::from_utf8(octets) else { return };
    rend(depuis_lien(texte), |situation, mois| depuis_lien(&vers_lien(situation, mois)));
}

type Lu = Result<(Situation, Option<MoisCivil>), Faute>;

/// What was read has rights, and reads back as it was.
fn rend(lu: Lu, relis: impl Fn(&Situation, MoisCivil) -> Lu) {
    if let Ok((situation, mois)) = lu {
        let mois = mois.unwrap_or(NOVEMBRE);
        conclut(&situation, mois, &[]);
        assert_eq!(relis(&situation, mois), Ok((situation, Some(mois))));
    }
}
