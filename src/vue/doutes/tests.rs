//! For each slip: a household that is asked, its neighbour that is not, and what one click changes.

use super::*;
use crate::{
    situation::Genre,
    vue::etat::{Action, applique},
};

const MOIS: MoisCivil = MoisCivil::le(2026, 11);
const AN: Part = Part::Annee(2024);

fn champ(qui: usize, question: &'static str, part: Part) -> Cle {
    Cle { lieu: Lieu::Adulte(qui), question, part }
}
fn du_foyer(question: &'static str, part: Part) -> Cle {
    Cle { lieu: Lieu::Foyer, question, part }
}
/// A person alone, or a couple, who says these amounts.
fn dit(couple: &str, textes: &[(Cle, &str)]) -> Etat {
    let depart = applique(Etat::nouveau(MOIS), Action::Repond(Cle::de(Lieu::Foyer, "couple"), couple.to_owned()));
    textes.iter().fold(depart, |etat, (cle, texte)| applique(etat, Action::Repond(*cle, (*texte).to_owned())))
}
fn demande(etat: &Etat, cle: Cle) -> Option<Doute> {
    relecture(etat, cle).unwrap().doute
}
fn meprise(etat: &Etat, cle: Cle) -> Option<Meprise> {
    demande(etat, cle).map(|doute| doute.meprise)
}
/// Both answers, each in one click: what the field then holds. Neither leaves the question.
fn reponses(etat: &Etat, cle: Cle) -> (String, Option<Decimal>) {
    let doute = demande(etat, cle).unwrap();
    let juste = applique(etat.clone(), Action::Confirme(cle, doute.meprise));
    assert_eq!(juste.situation, etat.situation);
    assert_ne!(meprise(&juste, cle), Some(doute.meprise));
    let corrige = applique(etat.clone(), Action::Repond(cle, doute.montant.unwrap_or_default()));
    assert_ne!(meprise(&corrige, cle), Some(doute.meprise));
    (doute.question, somme(&corrige.situation, cle.lieu, cle.question, cle.part))
}
fn lisible(texte: &str) -> String {
    texte.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn un_montant_du_mois_ecrit_pour_l_annee() {
    let salaire = champ(0, "salaire_annuel", AN);
    let etat = dit("seul", &[(salaire, "1 250")]);
    let (question, corrige) = reponses(&etat, salaire);
    assert_eq!(lisible(&question), "1 250 € pour toute l’année ? C’est 104 € par mois.");
    assert_eq!(corrige, Some(Decimal::from(15_000)));
    // From a quarter of the Smic of the month to twice.
    for (texte, attendu) in
        [("466,76", None), ("466,77", Some(Meprise::Mois)), ("3734,11", Some(Meprise::Mois)), ("3734,12", None), ("0", None)]
    {
        assert_eq!(meprise(&dit("seul", &[(salaire, texte)]), salaire), attendu, "{texte}");
    }
    // A small pension or investment is often a few hundred euros a year: asked only beside what the person says of a month.
    let retraite = champ(0, "retraite_annuel", AN);
    assert_eq!(meprise(&dit("seul", &[(retraite, "900")]), retraite), None);
    for (mois, attendu) in [("900", Some(Meprise::Mois)), ("1200", Some(Meprise::Mois)), ("1201", None)] {
        assert_eq!(meprise(&dit("seul", &[(retraite, "900"), (champ(0, "retraite", Part::Habituel), mois)]), retraite), attendu, "{mois}");
    }
    let douze_mois = champ(0, "salaire_douze_mois", Part::Tout);
    assert_eq!(meprise(&dit("seul", &[(douze_mois, "1800")]), douze_mois), Some(Meprise::Mois));
    let rfr = du_foyer("rfr", AN);
    assert_eq!(meprise(&dit("seul", &[(rfr, "1800")]), rfr), Some(Meprise::Mois));
}

#[test]
fn un_net_ecrit_pour_le_net_imposable() {
    let salaire = champ(0, "salaire", Part::Habituel);
    let net = champ(0, "net_social", Part::Habituel);
    let etat = dit("seul", &[(net, "1500"), (salaire, "1500")]);
    let (question, corrige) = reponses(&etat, salaire);
    assert!(lisible(&question).starts_with("1 500 €, est-ce bien le net imposable ?"), "{question}");
    assert_eq!(corrige, None);
    for (texte, attendu) in [("1500,01", None), ("1545", None), ("1499", Some(Meprise::Net))] {
        assert_eq!(meprise(&dit("seul", &[(net, "1500"), (salaire, texte)]), salaire), attendu, "{texte}");
    }
    // A month with the same month, and twelve of them with a year.
    let septembre = |cle: Cle| Cle { part: Part::Mois(MoisCivil::le(2026, 9)), ..cle };
    let etat = dit("seul", &[(net, "1500"), (septembre(net), "900"), (septembre(salaire), "900"), (salaire, "1545")]);
    assert_eq!((meprise(&etat, septembre(salaire)), meprise(&etat, salaire)), (Some(Meprise::Net), None));
    let douze_mois = champ(0, "salaire_douze_mois", Part::Tout);
    for (texte, attendu) in [("18000", Some(Meprise::Net)), ("17900", None), ("18540", None)] {
        assert_eq!(meprise(&dit("seul", &[(net, "1500"), (douze_mois, texte)]), douze_mois), attendu, "{texte}");
    }
}

#[test]
fn le_revenu_du_couple_ecrit_deux_fois() {
    let [vous, conjoint] = [0, 1].map(|qui| champ(qui, "salaire_annuel", AN));
    let etat = dit("marie", &[(vous, "24000"), (conjoint, "24000")]);
    // Asked once, of the second.
    assert_eq!(meprise(&etat, vous), None);
    let (question, corrige) = reponses(&etat, conjoint);
    assert_eq!(lisible(&question), "24 000 € pour une seule personne ? Vous avez écrit le même montant pour chacun de vous.");
    assert_eq!(corrige, None);
    assert_eq!(meprise(&dit("marie", &[(vous, "24000"), (conjoint, "24001")]), conjoint), None);
    assert_eq!(meprise(&dit("marie", &[(vous, "0"), (conjoint, "0")]), conjoint), None);
    // The total of both for one: it alone makes the income of the joint notice.
    let rfr = du_foyer("rfr", AN);
    for (couple, premier, second, attendu) in [
        ("marie", "36000", "12000", Some(Meprise::Couple)),
        ("pacse", "32400", "12000", Some(Meprise::Couple)),
        ("marie", "24000", "12000", None),
        ("marie", "36000", "0", None),
        ("concubinage", "36000", "12000", None),
    ] {
        let etat = dit(couple, &[(vous, premier), (conjoint, second), (rfr, "32400")]);
        assert_eq!(meprise(&etat, vous), attendu, "{couple} {premier} {second}");
    }
}

#[test]
fn une_annee_pour_une_autre() {
    let salaire = champ(0, "salaire_annuel", AN);
    let avant = Cle { part: Part::Annee(2023), ..salaire };
    let etat = dit("seul", &[(avant, "24000"), (salaire, "24000")]);
    let (question, corrige) = reponses(&etat, salaire);
    assert_eq!(lisible(&question), "24 000 € : est-ce bien la bonne année ? Vous avez écrit le même montant pour une autre.");
    assert_eq!(corrige, None);
    assert_eq!(meprise(&dit("seul", &[(avant, "23500"), (salaire, "24000")]), salaire), None);
    // Twelve times what is earned today, or far more.
    let mois = champ(0, "salaire", Part::Habituel);
    for (texte, attendu) in [("24000", Some(Meprise::Annee)), ("24010", None), ("96000", None), ("96001", Some(Meprise::Annee))] {
        assert_eq!(meprise(&dit("seul", &[(mois, "2000"), (salaire, texte)]), salaire), attendu, "{texte}");
    }
    // The same for the year of the notice and for the last twelve months.
    let douze_mois = champ(0, "salaire_douze_mois", Part::Tout);
    for (texte, attendu) in [("24000", Some(Meprise::Annee)), ("24500", None)] {
        assert_eq!(meprise(&dit("seul", &[(salaire, "24000"), (douze_mois, texte)]), douze_mois), attendu, "{texte}");
    }
    // Alimony is often the same each month: twelve of them make a year.
    let [pension, par_mois] =
        [("pension_alimentaire_annuel", AN), ("pension_alimentaire", Part::Habituel)].map(|(q, part)| champ(0, q, part));
    assert_eq!(meprise(&dit("seul", &[(par_mois, "150"), (pension, "1800")]), pension), None);
}

#[test]
fn un_revenu_fiscal_d_une_autre_annee_que_les_revenus() {
    let rfr = du_foyer("rfr", AN);
    let revenus = Cle::de(Lieu::Adulte(0), "revenus");
    let salaire = champ(0, "salaire_annuel", AN);
    for (texte, attendu) in
        [("21600", None), ("12000", None), ("11999", Some(Meprise::Annee)), ("30000", None), ("30001", Some(Meprise::Annee))]
    {
        assert_eq!(meprise(&dit("seul", &[(revenus, "salaire"), (salaire, "24000"), (rfr, texte)]), rfr), attendu, "{texte}");
    }
    let demande = |couple: &str, revenu: &str| {
        let etat = dit(couple, &[(revenus, revenu), (salaire, "24000"), (rfr, "40000")]);
        meprise(&etat, rfr)
    };
    assert_eq!(demande("seul", "salaire"), Some(Meprise::Annee));
    // Another income, that may be counted otherwise; the spouse said nothing; each has a notice.
    for (couple, revenu) in [("seul", "salaire,chomage"), ("seul", "autre"), ("marie", "salaire"), ("concubinage", "salaire")] {
        assert_eq!(demande(couple, revenu), None, "{couple} {revenu}");
    }
    assert_eq!(meprise(&dit("seul", &[(revenus, "aucun"), (rfr, "40000")]), rfr), None);
}

#[test]
fn une_virgule_devant_les_milliers() {
    for cle in [champ(0, "net_social", Part::Habituel), Cle::de(Lieu::Foyer, "loyer"), champ(0, "salaire_annuel", AN)] {
        for texte in ["1,250", "1.250", "1,250 €"] {
            let (question, corrige) = reponses(&dit("seul", &[(cle, texte)]), cle);
            assert_eq!(lisible(&question), "1,25 € : vouliez-vous écrire 1 250 € ?");
            // In a year's field, what is put right is then asked about as such.
            assert_eq!(corrige, Some(Decimal::from(1250)));
        }
        for texte in ["1,25", "1,2500", "0,125", "1250,125"] {
            assert_ne!(meprise(&dit("seul", &[(cle, texte)]), cle), Some(Meprise::Virgule), "{texte}");
        }
    }
    // Both signs leave no doubt.
    let loyer = Cle::de(Lieu::Foyer, "loyer");
    let etat = dit("seul", &[(loyer, "1.250,50")]);
    assert_eq!((meprise(&etat, loyer), somme(&etat.situation, Lieu::Foyer, "loyer", Part::Tout)), (None, Some(Decimal::new(12505, 1))));
}

#[test]
fn une_seule_question_a_la_fois_et_plus_aucune_une_fois_repondue() {
    let [vous, conjoint] = [0, 1].map(|qui| champ(qui, "salaire_annuel", AN));
    let mut etat = dit("marie", &[(vous, "1250"), (conjoint, "1250")]);
    for attendue in [Meprise::Mois, Meprise::Couple] {
        assert_eq!(meprise(&etat, conjoint), Some(attendue));
        etat = applique(etat, Action::Confirme(conjoint, attendue));
    }
    assert_eq!((meprise(&etat, conjoint), meprise(&etat, vous)), (None, Some(Meprise::Mois)));
    // Another amount is another question; the file holds nothing of the answers.
    let autre = applique(etat.clone(), Action::Repond(conjoint, "1300".into()));
    assert_eq!(meprise(&autre, conjoint), Some(Meprise::Mois));
    assert!(applique(etat.clone(), Action::Charge(Ok((etat.situation, None)))).confirmes.is_empty());
}

#[test]
fn rien_n_est_demande_d_un_nombre_a_moitie_ecrit() {
    let net = champ(0, "net_social", Part::Habituel);
    let salaire = champ(0, "salaire", Part::Habituel);
    let etat = dit("seul", &[(salaire, "1500")]);
    let etat = ["1", "15", "150", "1500"].into_iter().fold(etat, |etat, texte| applique(etat, Action::Saisit(net, texte.into())));
    assert_eq!((meprise(&etat, salaire), meprise(&etat, net)), (None, None));
    assert_eq!(meprise(&applique(etat.clone(), Action::Repose), salaire), Some(Meprise::Net));
    // A number that is on its way past another one asks nothing either.
    let etat = applique(applique(etat, Action::Saisit(net, "15000".into())), Action::Saisit(net, "1400".into()));
    assert_eq!(meprise(&applique(etat, Action::Repose), salaire), None);
}

#[test]
fn un_montant_se_lit_aussi_sur_l_autre_periode() {
    let jumeau = |cle: Cle, texte: &str| relecture(&dit("seul", &[(cle, texte)]), cle).and_then(|relecture| relecture.jumeau);
    let salaire = champ(0, "salaire", Part::Habituel);
    assert_eq!(jumeau(salaire, "1200,50").as_deref().map(lisible).as_deref(), Some("soit 14 406 € par an"));
    assert_eq!(jumeau(champ(0, "salaire_annuel", AN), "14 400").as_deref().map(lisible).as_deref(), Some("soit 1 200 € par mois"));
    // The line is there before the amount, and when it cannot be read.
    assert_eq!((jumeau(salaire, ""), jumeau(salaire, "mille")), (Some(String::new()), Some(String::new())));
    // One month, a rent, the quotient familial, the price of a holiday have no year.
    assert_eq!(jumeau(Cle { part: Part::Mois(MOIS), ..salaire }, "900"), None);
    assert_eq!([jumeau(Cle::de(Lieu::Foyer, "loyer"), "600"), jumeau(Cle::de(Lieu::Foyer, "quotient"), "600")], [None, None]);
    assert_eq!(relecture(&dit("seul", &[]), Cle::de(Lieu::Foyer, "parts")), None);
}

/// A year and its months are told by their names.
#[test]
fn un_revenu_annuel_porte_le_nom_de_celui_du_mois() {
    let adulte = Situation::fiches(Lieu::Adulte(0));
    let tiges = adulte.iter().filter_map(|fiche| fiche.cle.strip_suffix(ANNUEL).or_else(|| fiche.cle.strip_suffix(DOUZE_MOIS)));
    let sans_mois: Vec<_> = tiges.filter(|tige| adulte.iter().all(|fiche| fiche.cle != *tige || fiche.genre != Genre::Mensuel)).collect();
    assert_eq!(sans_mois, ["pension_versee", "autre"]);
}
