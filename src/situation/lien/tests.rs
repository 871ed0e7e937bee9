use super::*;
use proptest::{collection::vec, prelude::*};
use std::collections::BTreeMap;

const LIEUX: [Lieu; 4] = [Lieu::Foyer, Lieu::Adulte(0), Lieu::Enfant(0), Lieu::Sejour(0)];

#[test]
fn deux_reponses_d_un_sujet_n_ont_pas_la_meme_marque() {
    for lieu in LIEUX {
        let mut vues = BTreeMap::new();
        for (fiche, texte, marque) in marques(lieu) {
            if let Some(autre) = vues.insert(marque, (fiche.cle, texte)) {
                panic!("{}={texte} et {autre:?} : renommer la question ou la réponse", fiche.cle);
            }
        }
    }
}

/// A link whose sum is right, whatever it holds.
fn scelle(mut octets: Vec<u8>) -> String {
    octets.extend(crc32(&octets).to_be_bytes());
    MAJUSCULES.ecris(&octets)
}

#[test]
fn une_version_ou_une_reponse_a_venir_le_dit() {
    let raison = |octets: Vec<u8>| depuis_lien(&scelle(octets)).map_err(|faute| faute.raison);
    assert_eq!(raison(vec![3, 1, 2]), Err(RECENT.to_owned()));
    assert_eq!(raison(vec![1]), Err(ABIME.to_owned()));
    // November 2026, one adult, of whom one thing is said that no question asks.
    let mut bits = Bits::default();
    bits.pose(VERSION, 8);
    bits.nombre(2026 * 12 + 10);
    for nombre in [1, 0, 0, 0] {
        bits.petit(nombre);
    }
    let inconnue = (0..=u16::MAX).find(|marque| trouve(Lieu::Adulte(0), *marque).is_none()).expect("presque toutes");
    bits.petit(1);
    (0..inconnue >> bits_fixes(1)).for_each(|_| bits.pose(1, 1));
    bits.pose(0, 1);
    bits.pose(inconnue.into(), bits_fixes(1));
    assert_eq!(raison(bits.octets()), Err(RECENT.to_owned()));
}

proptest! {
    #[test]
    fn aucun_octet_n_arrete_la_lecture(mut octets in vec(any::<u8>(), 0..200), juste in any::<bool>()) {
        if let (true, Some(premier)) = (juste, octets.first_mut()) {
            *premier = VERSION as u8;
        }
        // What is read is written again.
        if let Ok((situation, Some(mois))) = depuis_lien(&scelle(octets)) {
            prop_assert_eq!(depuis_lien(&vers_lien(&situation, mois)), Ok((situation, Some(mois))));
        }
    }
}
