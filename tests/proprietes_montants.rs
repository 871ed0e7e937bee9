//! What is asked about an amount, whatever was typed: it never changes an answer, so no right, and it ends.

use juste_droit::{
    aides,
    grandeurs::MoisCivil,
    situation::{Genre, Lieu, Situation},
    vue::{
        doutes::relecture,
        etat::{Action, Etat, applique},
        saisie::{Cle, Part, somme},
    },
};
use proptest::{collection::vec, prelude::*, sample::Index};

const MOIS: MoisCivil = MoisCivil::le(2026, 11);

/// Every field of a couple that may hold an amount, and one that does not.
fn champs() -> Vec<Cle> {
    let lieux = [Lieu::Foyer, Lieu::Adulte(0), Lieu::Adulte(1)];
    let fiches = lieux.into_iter().flat_map(|lieu| Situation::fiches(lieu).iter().map(move |fiche| (lieu, fiche)));
    let part = |genre| match genre {
        Genre::Annuel => Some(Part::Annee(2024)),
        Genre::Mensuel => Some(Part::Habituel),
        Genre::Montant(_) | Genre::Parts => Some(Part::Tout),
        _ => None,
    };
    fiches.filter_map(|(lieu, fiche)| Some(Cle { lieu, question: fiche.cle, part: part(fiche.genre)? })).collect()
}

/// A few amounts, that often are the same or twelve times another; and any text.
fn texte() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop_oneof![Just("1250"), Just("15000"), Just("1,250"), Just("24000"), Just("21600"), Just("0")].prop_map(str::to_owned),
        2 => "[0-9]{1,9}[.,]?[0-9]{0,4}",
        1 => "\\PC{0,12}",
    ]
}

proptest! {
    #[test]
    fn un_doute_ne_change_aucune_reponse_et_finit(couple in 0..3usize, dits in vec((any::<Index>(), texte()), 1..24)) {
        let champs = champs();
        let debut = [
            (Lieu::Foyer, "couple", ["marie", "pacse", "concubinage"][couple]),
            (Lieu::Adulte(0), "revenus", "salaire"),
            (Lieu::Adulte(1), "revenus", "aucun"),
        ];
        let debut = debut.map(|(lieu, question, texte)| Action::Repond(Cle::de(lieu, question), texte.to_owned()));
        let dits = dits.iter().map(|(champ, texte)| Action::Saisit(*champ.get(&champs), texte.clone()));
        let tape = debut.into_iter().chain(dits).fold(Etat::nouveau(MOIS), applique);
        let mut etat = applique(tape.clone(), Action::Repose);
        for cle in champs {
            for reste in (0..6).rev() {
                let Some(doute) = relecture(&etat, cle).and_then(|relecture| relecture.doute) else { break };
                prop_assert!(0 < reste, "{doute:?}");
                if let Some(montant) = doute.montant.filter(|montant| montant.chars().count() < 12) {
                    let mis = applique(etat.clone(), Action::Repond(cle, montant));
                    prop_assert!(somme(&mis.situation, cle.lieu, cle.question, cle.part).is_some(), "{cle:?}");
                }
                etat = applique(etat, Action::Confirme(cle, doute.meprise));
            }
        }
        prop_assert_eq!(&etat.situation, &tape.situation);
        let droits = |etat: &Etat| format!("{:?}", aides::simule(&etat.situation, MOIS));
        prop_assert_eq!(droits(&etat), droits(&tape));
    }
}
