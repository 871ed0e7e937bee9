use super::*;
use crate::{
    grandeurs::jour,
    situation::{Adulte, Scolarite, depuis_json},
};

const NOVEMBRE: MoisCivil = MoisCivil::le(2026, 11);

fn foyer(texte: &str) -> Situation {
    depuis_json(&format!(r#"{{"format":"juste-droit","version":1,{texte}}}"#)).expect("un fichier juste").0
}
fn trois_enfants() -> Situation {
    foyer(
        r#""foyer":{"couple":"marie","a_des_enfants":"oui","departement":"66"},
        "adultes":[{"naissance":"1990-01-01","activite":"salarie","revenus":"salaire","salaire_annuel":"2024=18000"},
        {"naissance":"1991-01-01","activite":"salarie","revenus":"salaire","salaire_annuel":"2024=15000"}],
        "enfants":[{"prenom":"Noé","naissance":"2014-04-20"},{"prenom":"Lina","naissance":"2021-09-03"},{"prenom":"Ali","naissance":"2026-10-11"}]"#,
    )
}
/// The bands of an aid, in the words of the table.
fn bandes(calendrier: &Calendrier, id: &str) -> Vec<String> {
    let lignes = calendrier.lignes().into_iter().filter(|(rangee, _)| rangee.aide.id == id);
    lignes.map(|(_, b)| format!("{} : {} | {}{}", b.periode(), b.montant, b.pourquoi, b.fin).replace(['\u{a0}', '\u{202f}'], " ")).collect()
}

#[test]
fn chaque_changement_dit_pourquoi() {
    let calendrier = calendrier(&trois_enfants(), MoisCivil::le(2026, 2)).expect("un calendrier");
    assert_eq!((calendrier.premier, calendrier.dernier), (MoisCivil::le(2026, 2), MoisCivil::le(2047, 10)));
    let familiales = bandes(&calendrier, "allocations_familiales");
    assert_eq!(familiales[0], "de février 2026 à mars 2026 : 151,05 € par mois | En cours.");
    assert!(familiales[1].ends_with("| Changement : nouvelles règles ou nouveaux montants au 1er avril 2026."), "{}", familiales[1]);
    assert!(familiales[2].ends_with("| Changement : naissance, Ali."), "{}", familiales[2]);
    assert!(familiales[3].starts_with("de mai 2032") && familiales[3].ends_with("| Changement : Noé a 18 ans."), "{}", familiales[3]);
    assert!(familiales.last().is_some_and(|fin| fin.contains("Fin : Lina a 20 ans ; il faudrait : Avoir au moins deux enfants")));
    let base = bandes(&calendrier, "allocation_de_base");
    assert!(base[0].starts_with("de novembre 2026 à septembre 2029"), "{base:?}");
    assert!(base[0].contains("| Début : naissance, Ali ; condition remplie : ") && base[0].contains("Fin : Ali a 3 ans ;"), "{base:?}");
}

#[test]
fn une_somme_versee_une_fois_est_a_son_mois() {
    let calendrier = calendrier(&trois_enfants(), NOVEMBRE).expect("un calendrier");
    let rentree = bandes(&calendrier, "allocation_rentree_scolaire");
    assert!(rentree[0].starts_with("chaque mois d’août, de 2027 à 2028 : "), "{rentree:?}");
    assert!(rentree[0].ends_with("| Versement : Lina a 6 ans dans l’année."), "{rentree:?}");
    assert_eq!(bandes(&calendrier, "prime_naissance"), Vec::<String>::new());
}

#[test]
fn ce_qui_manque_est_dit_une_fois_par_aide() {
    let calendrier = calendrier(&trois_enfants(), NOVEMBRE).expect("un calendrier");
    let manque: Vec<_> = calendrier.sans_reponse.iter().filter(|(aide, _)| aide.id == "aeeh").map(|(_, quoi)| quoi.as_str()).collect();
    assert_eq!(manque, ["il manque\u{a0}: Noé\u{a0}: Est-il en situation de handicap\u{a0}?"]);
}

#[test]
fn sans_enfant_ou_quand_tous_sont_grands_il_n_y_a_pas_de_calendrier() {
    assert_eq!(calendrier(&Situation::default(), NOVEMBRE), None);
    assert_eq!(calendrier(&foyer(r#""enfants":[{"naissance":"2005-10-31"}]"#), NOVEMBRE), None);
    assert!(calendrier(&foyer(r#""enfants":[{"naissance":"2005-11-30"}]"#), NOVEMBRE).is_some());
    assert!(!se_propose(&foyer(r#""enfants":[{"naissance":"2026-06-30","deces":"2026-07-02"}]"#), NOVEMBRE));
}

#[test]
fn l_avenir_prolonge_ce_qui_est_dit_et_n_invente_pas_le_reste() {
    let situation = foyer(
        r#""adultes":[{"revenus":"salaire","salaire_annuel":"2022=9000;2023=10000"},{"revenus":"salaire","salaire_annuel":"2021=5"}],
        "foyer":{"couple":"marie"},"enfants":[{"naissance":"2023-01-05"}]"#,
    );
    let premier = MoisCivil::le(2025, 6);
    let avenir = Avenir::de(&situation, premier);
    assert_eq!(*avenir.en(premier), situation);
    let plus_tard = avenir.en(MoisCivil::le(2030, 1));
    let salaire = |rang: usize, annee| plus_tard.adultes[rang].valeur(Adulte::SALAIRE_ANNUEL).and_then(|annuel| annuel.de(annee));
    assert_eq!((salaire(0, 2024), salaire(0, 2025)), (Some(Euros::c(10_000, 0)), None));
    assert_eq!(salaire(1, 2023), None);
    let scolarite = |mois| avenir.en(mois).enfants[0].valeur(Enfant::SCOLARITE);
    assert_eq!(scolarite(MoisCivil::le(2026, 8)), Some(Scolarite::PasEncore));
    assert_eq!(scolarite(MoisCivil::le(2026, 9)), Some(Scolarite::Ecole));
    assert_eq!(plus_tard.enfants[0].valeur(Enfant::NAISSANCE), Some(jour(2023, 1, 5)));
}

#[test]
fn les_jours_aupres_d_un_enfant_s_epuisent() {
    let situation = foyer(
        r#""foyer":{"couple":"seul","a_des_enfants":"oui","departement":"66"},"enfants":[{"naissance":"2016-01-05"}],
        "adultes":[{"naissance":"1986-01-01","activite":"salarie","revenus":"aucun","presence":"enfant","presence_certificat":"oui","jours_presence":"20","demi_jours_presence":"0","jours_deja_payes":"250"}]"#,
    );
    let calendrier = calendrier(&situation, NOVEMBRE).expect("un calendrier");
    let ajpp = bandes(&calendrier, "ajpp");
    // 310 days in all: three months of twenty.
    assert!(ajpp[0].starts_with("de novembre 2026 à janvier 2027 : "), "{ajpp:?}");
    assert!(ajpp[0].ends_with("Fin : il faudrait : Un jour d’arrêt encore payable ce mois-ci."), "{ajpp:?}");
}

#[test]
fn le_dessin_tient_dans_son_cadre() {
    let trace = calendrier(&trois_enfants(), MoisCivil::le(2026, 2)).expect("un calendrier").trace();
    for bande in trace.rangees.iter().flat_map(|rangee| &rangee.bandes) {
        assert!(0 <= bande.x && bande.x + bande.largeur <= LARGEUR + 2, "{bande:?}");
        assert!(bande.points.iter().all(|x| (0..=LARGEUR).contains(x)), "{bande:?}");
    }
    assert_eq!(trace.annees.iter().filter(|(_, nom)| nom.is_some()).count(), 7);
    assert_eq!(trace.limite, Some(30));
}
