//! Rights as rows: those of the page, in cells that a spreadsheet may sum.

use super::{NOVEMBRE, QUAND, net, un};
use juste_droit::{
    aides::{self, AIDES},
    grandeurs::Decimal,
    lot::{Bilan, Calcul, Forme, Lecture, Passe, STATUTS, Tableau, modele, statut, vers_csv},
    situation::Situation,
    vue::resultats::resultats,
};

/// The cells of a table written with `;`.
fn cellules(table: &str) -> Vec<Vec<String>> {
    let rangee = |ligne: &str| {
        let (mut cellules, mut cite) = (vec![String::new()], false);
        for lettre in ligne.chars() {
            match lettre {
                '"' => cite = !cite,
                ';' if !cite => cellules.push(String::new()),
                lettre => cellules.last_mut().expect("une cellule").push(lettre),
            }
        }
        cellules
    };
    table.trim_start_matches('\u{feff}').lines().map(rangee).collect()
}
pub fn table(fichier: &str, forme: Forme) -> String {
    let mut lecture = Lecture::ouvre(fichier.as_bytes()).expect("des octets").expect("un en-tête");
    let mut format = lecture.format();
    let (tableau, calcul) = (Tableau::comme(&format, forme), Calcul { quand: QUAND, baremes: Vec::new() });
    let mut sortie = tableau.entete();
    while let Some(brut) = lecture.suivant().expect("des octets") {
        calcul.reponds(&mut format, &brut, &tableau, &mut sortie).ok();
    }
    sortie
}
/// The same on one thread, as the page does; the list of faults, what is said of the file.
fn passe(fichier: &str, forme: Forme) -> (String, String, Bilan) {
    let calcul = Calcul { quand: QUAND, baremes: Vec::new() };
    let mut passe = Passe::ouvre(fichier.as_bytes(), calcul, forme).expect("des octets").unwrap_or_else(|fautes| panic!("{fautes:?}"));
    while passe.avance().expect("des octets") {}
    assert_eq!(passe.fautes.len() as u64, passe.bilan.fautes.min(100));
    (passe.droits, passe.illisibles, passe.bilan)
}
/// Two households, one of which cannot be read.
fn deux() -> (String, Situation) {
    let modele = modele(NOVEMBRE);
    let situation = un(modele.as_bytes());
    let colonnes = modele.lines().next().unwrap_or_default().split(';').count();
    (format!("{modele}=2;veuf{}\n", ";".repeat(colonnes - 2)), situation)
}

#[test]
fn la_page_et_la_commande_rendent_le_meme_tableau() {
    let (fichier, situation) = deux();
    for forme in [Forme::Droits, Forme::Foyers] {
        let (droits, fautes, bilan) = passe(&fichier, forme);
        assert_eq!(droits, table(&fichier, forme));
        assert_eq!((bilan.octets, bilan.foyers, bilan.illisibles, bilan.fautes), (fichier.len() as u64, 2, 1, 1));
        let connus = aides::simule(&situation, NOVEMBRE);
        for ((mot, _), combien) in STATUTS.iter().zip(bilan.statuts) {
            assert_eq!(combien, connus.iter().filter(|droit| statut(droit) == *mot).count() as u64, "{mot}");
        }
        assert_eq!(bilan.statuts.iter().sum::<u64>(), connus.len() as u64);
        let lignes = cellules(&fautes);
        assert_eq!(lignes[0], ["ligne", "colonne", "faute"]);
        assert!(lignes.len() == 2 && lignes[1][..2] == ["5", "foyer.couple"] && lignes[1][2].contains("veuf"), "{fautes}");
    }
    // More than a screen shows: they are counted and listed all the same.
    let longs = fichier.clone() + &format!("{}\n", fichier.lines().last().unwrap_or_default()).repeat(149);
    let (_, fautes, bilan) = passe(&longs, Forme::Droits);
    assert_eq!((bilan.fautes, fautes.lines().count()), (150, 151));
}

#[test]
fn un_droit_par_ligne_dit_tout() {
    let (fichier, situation) = deux();
    let table = table(&fichier, Forme::Droits);
    let lignes = cellules(&table);
    let droits = aides::simule(&situation, NOVEMBRE);
    assert_eq!(lignes.len(), 1 + droits.len() + 1);
    assert!(lignes.iter().all(|ligne| ligne.len() == lignes[0].len()), "{table}");
    let de = |ligne: &[String], colonne: &str| ligne[lignes[0].iter().position(|nom| nom == colonne).expect("une colonne")].clone();
    for (ligne, droit) in lignes[1..].iter().zip(&droits) {
        assert_eq!((de(ligne, "ligne").as_str(), de(ligne, "id").as_str(), de(ligne, "mois").as_str()), ("4", "exemple", "2026-11"));
        assert_eq!((de(ligne, "aide").as_str(), de(ligne, "statut").as_str()), (droit.aide.id, statut(droit)));
        match statut(droit) {
            "ouvert" | "repere" => assert!(!de(ligne, "resume").is_empty(), "{ligne:?}"),
            "a_completer" => assert!(de(ligne, "questions").contains('.'), "{ligne:?}"),
            "refuse" => assert!(!de(ligne, "raisons").is_empty(), "{ligne:?}"),
            _ => {}
        }
    }
    let af =
        lignes.iter().find(|ligne| ligne.iter().any(|cellule| cellule == "allocations_familiales")).expect("les allocations familiales");
    assert!(de(af, "montant").contains(',') && de(af, "unite") == "par mois" && de(af, "pour") == "foyer", "{af:?}");
    let faute = lignes.last().expect("une ligne");
    assert_eq!((de(faute, "ligne").as_str(), de(faute, "id").as_str(), de(faute, "statut").as_str()), ("5", "'=2", "illisible"));
    assert!(net(&de(faute, "raisons")).starts_with("foyer.couple : nous avons lu « veuf »"), "{faute:?}");
}

#[test]
fn un_foyer_par_ligne_fait_les_sommes_de_la_page() {
    let (fichier, situation) = deux();
    let table = table(&fichier, Forme::Foyers);
    let lignes = cellules(&table);
    let [entete, foyer, faute] = lignes.as_slice() else { panic!("{table}") };
    assert_eq!((entete.len(), entete.len(), 10 + AIDES.len()), (foyer.len(), faute.len(), entete.len()));
    let de = |colonne: &str| foyer[entete.iter().position(|nom| nom == colonne).expect("une colonne")].as_str();
    let sommes = resultats(&situation, NOVEMBRE, &aides::simule(&situation, NOVEMBRE)).sommes;
    for (colonne, somme) in [("total_par_mois", sommes.par_mois), ("total_par_an", sommes.par_an), ("total_en_une_fois", sommes.une_fois)] {
        let attendue = somme.unwrap_or_else(|| "0,00".to_owned()).replace(['\u{a0}', '\u{202f}', '€'], "");
        assert_eq!(de(colonne), attendue, "{colonne}");
    }
    let figure = |texte: &str| texte.replace(',', ".").parse::<Decimal>().is_ok();
    assert!(figure(de("allocations_familiales")) && !figure(de("aah")), "{foyer:?}");
    assert!(net(faute.last().expect("une cellule")).starts_with("foyer.couple : nous avons lu « veuf »"), "{faute:?}");
}

#[test]
fn les_nombres_suivent_le_separateur_du_fichier() {
    let (fichier, _) = deux();
    let virgule = table(&vers_csv("a", &un(fichier.lines().take(4).collect::<Vec<_>>().join("\n").as_bytes()), NOVEMBRE), Forme::Foyers);
    assert!(virgule.contains("allocations_familiales;") && cellules(&virgule)[1][3].contains(','), "{virgule}");
    let point = table("id,mois,foyer.couple\n1,2026-11,seul\n", Forme::Foyers);
    assert!(point.contains("\n2,1,2026-11,0.00,0.00,0.00,"), "{point}");
}
