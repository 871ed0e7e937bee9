//! Files of many households: what is read, what is refused and how it is said; what is written is in [`tableau`].

mod tableau;

use juste_droit::{
    aides::{self, AIDES},
    grandeurs::MoisCivil,
    lot::{Faute, Forme, Foyer, Lecture, Quand, lis, modele, statut, vers_csv},
    situation::{Dit, Lieu, Situation, vers_json},
};
use proptest::{collection::vec, prelude::*};

const NOVEMBRE: MoisCivil = MoisCivil::le(2026, 11);
const QUAND: Quand = Quand::SiRienNeLeDit(NOVEMBRE);

/// The spaces of French are not what these tests are about.
fn net(texte: &str) -> String {
    texte.replace(['\u{a0}', '\u{202f}'], " ")
}
fn lus(octets: &[u8]) -> Vec<Foyer> {
    lis(octets, QUAND).expect("un en-tête juste")
}
fn un(octets: &[u8]) -> Situation {
    let foyers = lus(octets);
    let [foyer] = foyers.as_slice() else { panic!("{foyers:?}") };
    foyer.lu.clone().expect("un foyer juste").0
}
fn texte(situation: &Situation, lieu: Lieu, cle: &str) -> Option<String> {
    situation.texte(lieu, cle).valeur()
}
/// All faults of a file, as they are told.
fn fautes(octets: &[u8]) -> Vec<String> {
    let fautes: Vec<Faute> = match lis(octets, QUAND) {
        Ok(foyers) => foyers.into_iter().filter_map(|foyer| foyer.lu.err()).flatten().collect(),
        Err(fautes) => fautes,
    };
    fautes.iter().map(|faute| net(&faute.to_string())).collect()
}

#[test]
fn une_ligne_est_un_foyer() {
    let fichier = "id;foyer.couple;foyer.rfr;adulte1.naissance;adulte2.naissance;enfant1.naissance;enfant1.garde;sejour1.cout;mois\n\
        A-1;marie;29 000;20/04/1985;1986-03-04;20/4/2018;alternee;1 016,05;11/2026\n\
        A-2;seul;?;1990-01-02;;;;;nov.-26\n";
    let foyers = lus(fichier.as_bytes());
    assert_eq!(foyers.iter().map(|f| (f.ligne, f.id.as_str())).collect::<Vec<_>>(), [(2, "A-1"), (3, "A-2")]);
    let (situation, mois) = foyers[0].lu.clone().expect("le premier");
    assert_eq!(mois, NOVEMBRE);
    assert_eq!((situation.adultes.len(), situation.enfants.len(), situation.sejours.len()), (2, 1, 1));
    assert_eq!(texte(&situation, Lieu::Foyer, "rfr").as_deref(), Some("2024=29000"), "l’année de la question");
    assert_eq!(texte(&situation, Lieu::Adulte(0), "naissance").as_deref(), Some("1985-04-20"));
    assert_eq!(texte(&situation, Lieu::Enfant(0), "garde").as_deref(), Some("alternee"));
    assert_eq!(texte(&situation, Lieu::Sejour(0), "cout").as_deref(), Some("1016.05"));
    assert_eq!(texte(&situation, Lieu::Foyer, "a_des_enfants").as_deref(), Some("oui"), "la liste le dit");
    let (situation, _) = foyers[1].lu.clone().expect("le second");
    assert_eq!(situation.texte(Lieu::Foyer, "rfr"), Dit::Ignore);
    assert_eq!((situation.adultes.len(), situation.enfants.len()), (1, 0));
}

#[test]
fn le_meme_fichier_sous_toutes_ses_formes() {
    let attendu = un("foyer.couple;adulte1.prenom;adulte1.naissance\nseul;Zoé, « l’aînée »;1990-01-02\n".as_bytes());
    for fichier in [
        "\u{feff}foyer.couple;adulte1.prenom;adulte1.naissance\r\nseul;Zoé, « l’aînée »;02/01/1990\r\n",
        "foyer.couple,adulte1.prenom,adulte1.naissance\nSeul ou seule,\"Zoé, « l’aînée »\",1990-01-02",
        "foyer.couple\tadulte1.prenom\tadulte1.naissance\nSEUL\tZoé, « l’aînée »\t02 01 1990\n",
        "foyer.couple;adulte1.prenom;adulte1.naissance\rseul;Zoé, « l’aînée »;1990-01-02\r",
        "\n\n  Foyer.Couple ; Adulte1.Prenom ; adulte1.naissance ;;\n;;;;\n# une remarque\n\"seul\"; Zoé, « l’aînée » ;\"1990-01-02\";;\n\n",
        "mois;foyer.couple;adulte1.prenom;adulte1.naissance;adultes\n2026-11;seul;Zoé, « l’aînée »;1990-01-02;1\n",
    ] {
        assert_eq!(un(fichier.as_bytes()), attendu, "{fichier:?}");
    }
}

#[test]
fn chaque_faute_dit_sa_ligne_sa_colonne_et_ce_qu_il_faut() {
    let bonne = "id;foyer.couple;foyer.a_des_enfants;adulte1.naissance;enfant1.naissance\n1;seul;non;1990-01-02;\n";
    for (fichier, attendue) in [
        ("", "ligne 1 : le fichier est vide"),
        ("\n \n", "ligne 3 : le fichier est vide"),
        (
            "id;enfant1.naisance\n",
            "ligne 1, colonne enfant1.naisance : cette colonne n’existe pas ; vouliez-vous écrire « enfant1.naissance » ?",
        ),
        ("téléphone;mois\n", "ligne 1, colonne téléphone : cette colonne n’existe pas ; le modèle les a toutes"),
        ("adulte3.naissance\n", "ligne 1, colonne adulte3.naissance : cette colonne n’existe pas ; vouliez-vous"),
        ("mois;foyer.couple;Mois\n", "ligne 1, colonne mois : cette colonne est écrite deux fois"),
        ("id;\"mois\n", "ligne 1 : un guillemet n’est pas fermé sur cette ligne"),
        (
            "3;seul;non;31/02/1990;\n",
            "ligne 3, colonne adulte1.naissance : nous avons lu « 31/02/1990 », il faut une date qui existe, par exemple 20/04/2024",
        ),
        (
            "3;veuf;non;;\n",
            "ligne 3, colonne foyer.couple : nous avons lu « veuf », il faut un de ces mots : seul, marie, pacse, concubinage",
        ),
        (
            "3;seul;non;;2020-01-02\n",
            "ligne 3, colonne foyer.a_des_enfants : la liste n’est pas vide, mais le foyer dit qu’il n’y en a pas",
        ),
        ("3;seul;non;1990-01-02\n", "ligne 3 : cette ligne a 4 cellules, l’en-tête en a 5"),
        ("3;seul;non;1990-01-02;;7\n", "ligne 3 : cette ligne a 6 cellules, l’en-tête en a 5"),
        ("3;\"seul;non;1990-01-02;\n", "ligne 3 : un guillemet n’est pas fermé sur cette ligne ; une cellule tient sur une seule ligne"),
    ] {
        let entier = if fichier.starts_with('3') { format!("{bonne}{fichier}") } else { fichier.to_owned() };
        let dites = fautes(entier.as_bytes());
        assert!(dites.len() == 1 && dites[0].starts_with(attendue), "{fichier:?} : {dites:?}");
    }
    for (fichier, attendue) in [
        (&b"\xff\xfei\0d\0"[..], "ligne 1 : ce texte n’est pas en UTF-8 ; dans un tableur, il faut enregistrer en « CSV UTF-8 »"),
        (b"pr\xe9nom;mois\n", "ligne 1 : ce texte n’est pas en UTF-8"),
        (b"id;adulte1.prenom\n1;No\xe9\n", "ligne 2, colonne adulte1.prenom : ce texte n’est pas en UTF-8"),
        (b"adulte1.prenom;;mois\nZ;x;11/2026\n", "ligne 2 : nous avons lu « x », il faut un nom en haut de cette colonne"),
        (b"mois\ndemain\n", "ligne 2, colonne mois : nous avons lu « demain », il faut un mois et une année, par exemple 11/2026"),
        (b"enfant1.naissance;enfant2.naissance\n;2020-01-02\n", "ligne 2, colonne enfant1 : rien n’en est dit, mais la suite est remplie"),
        (b"enfants;enfant2.naissance\n1;2020-01-02\n", "ligne 2, colonne enfants : nous avons lu « 1 », il faut un nombre de 2 à 12"),
        (b"foyer.couple;adulte2.naissance\nseul;2000-01-02\n", "ligne 2, colonne foyer.couple : deux adultes, mais"),
        (b"adulte1.revenus\nsalaire,loto\n", "ligne 2, colonne adulte1.revenus : nous avons lu « salaire,loto », il faut un ou plusieurs"),
    ] {
        let dites = fautes(fichier);
        assert!(dites.len() == 1 && dites[0].starts_with(attendue), "{} : {dites:?}", String::from_utf8_lossy(fichier));
    }
}

#[test]
fn toutes_les_fautes_d_un_foyer_sont_dites_et_les_autres_foyers_lus() {
    let fichier = "id;mois;adulte1.naissance;enfants\n1;hier;jamais;20\n2;;1990-01-02;\n";
    assert_eq!(fautes(fichier.as_bytes()).len(), 3);
    let foyers = lus(fichier.as_bytes());
    assert_eq!((foyers.len(), foyers[0].id.as_str(), foyers[1].lu.is_ok()), (2, "1", true), "le nom d’un foyer illisible est gardé");
    let entete = fautes(b"id;couple;enfant\n1;2;3\n");
    assert_eq!(entete.len(), 2, "{entete:?}");
}

#[test]
fn une_cellule_qu_on_ne_sait_pas_lire_est_montree_sans_noyer_le_message() {
    let fichier = format!("foyer.loyer\n{}\n", "9".repeat(5000));
    let dites = fautes(fichier.as_bytes());
    assert!(dites[0].chars().count() < 200, "{dites:?}");
    let fichier = format!("foyer.loyer;mois\n{};11/2026\n500;11/2026\n", "9".repeat(400_000));
    let foyers = lus(fichier.as_bytes());
    assert_eq!((foyers.len(), foyers[0].lu.is_err(), foyers[1].ligne, foyers[1].lu.is_ok()), (2, true, 3, true));
    assert!(net(&fautes(fichier.as_bytes())[0]).contains("c’est trop long pour un foyer"));
}

#[test]
fn le_json_se_lit_par_lignes_ou_en_tableau() {
    let foyer = |suite: &str| format!(r#"{{"format":"juste-droit","version":1,"adultes":[{{"naissance":"{suite}"}}]}}"#);
    let (a, b) = (foyer("1990-01-02"), foyer("1991-01-02").replacen('{', r#"{"id":"B","#, 1));
    let attendus = [un(a.as_bytes()), un(b.as_bytes())];
    for (fichier, lignes) in [
        (format!("{a}\n{b}\n"), [1, 2]),
        (format!("\u{feff}{a}\r\n\r\n{b}"), [1, 3]),
        (format!("[{a},{b}]"), [1, 1]),
        (format!("\n[\n  {a},\n\n  {b}\n]\n"), [3, 5]),
    ] {
        let foyers = lus(fichier.as_bytes());
        assert_eq!(foyers.iter().map(|f| f.ligne).collect::<Vec<_>>(), lignes, "{fichier}");
        assert_eq!(foyers.iter().map(|f| f.lu.clone().expect("juste").0).collect::<Vec<_>>(), attendus, "{fichier}");
        assert_eq!(foyers[1].id, "B");
    }
    for (fichier, attendues) in [
        (format!("{a}\n{{\"format\":"), vec!["ligne 2 : ce n’est pas du JSON, à partir de l’octet 11"]),
        (format!("[{a},"), vec!["ligne 1 : le tableau JSON n’est pas fermé"]),
        (format!("[\n{a},\n[1],\n{a}\n] fin"), vec!["ligne 3 : ce n’est pas un fichier de Juste Droit", "ligne 5 : ce n’est pas du JSON"]),
        (foyer("hier"), vec!["ligne 1, colonne adultes[0].naissance : Nous avons lu « hier »."]),
        (format!("[{a},{}]", "1".repeat(300_000)), vec!["ligne 1 : c’est trop long pour un foyer"]),
    ] {
        let dites = fautes(fichier.as_bytes());
        assert!(dites.len() == attendues.len() && dites.iter().zip(&attendues).all(|(dite, a)| dite.starts_with(a)), "{dites:?}");
    }
    assert_eq!(lus(b"[ ]"), []);
}

#[test]
fn la_lecture_dit_ou_elle_en_est() {
    let json = vers_json(&Situation::default(), NOVEMBRE);
    for fichier in
        ["\u{feff}\nid;mois\n1;11/2026\n\n2;\"\n".to_owned(), format!("[{json},\n{json}]\n"), format!("{json}\n{}\n", "x".repeat(300_000))]
    {
        let mut lecture = Lecture::ouvre(fichier.as_bytes()).expect("des octets").expect("un en-tête");
        let mut avant = 0;
        while lecture.suivant().expect("des octets").is_some() {
            assert!(avant < lecture.octets_lus());
            avant = lecture.octets_lus();
        }
        assert_eq!(lecture.octets_lus(), fichier.len() as u64);
    }
}

#[test]
fn le_modele_a_toutes_les_questions_et_se_lit() {
    let modele = modele(NOVEMBRE);
    let lignes: Vec<&str> = modele.lines().collect();
    assert_eq!(lignes.len(), 4);
    let exemple = un(modele.as_bytes());
    let questions: usize = exemple.lieux().map(|lieu| Situation::fiches(lieu).len()).sum();
    assert_eq!(lignes[0].split(';').count(), questions + 2, "un nom et un mois en plus");
    assert!(exemple.lieux().any(|lieu| matches!(lieu, Lieu::Sejour(_))), "chaque sorte de lieu y est");
    assert!(lignes[3].starts_with("exemple;marie;"), "{}", lignes[3]);
    assert!(!lignes[1].contains(['{', '}']), "les années sont écrites");
    let ouverts = aides::simule(&exemple, NOVEMBRE).iter().filter(|droit| statut(droit) == "ouvert").count();
    assert!(1 < ouverts, "l’exemple a des droits");
}

#[test]
fn un_foyer_ecrit_se_relit() {
    let mut situation = un(modele(NOVEMBRE).as_bytes());
    // Someone of whom nothing is said is still someone.
    situation.enfants.push(Default::default());
    situation.saisit(Lieu::Enfant(0), "prenom", "=Zoé;\"x\"").expect("la question existe").expect("un prénom");
    let lu = lus(vers_csv("-4", &situation, NOVEMBRE).as_bytes());
    assert_eq!(lu, [Foyer { ligne: 2, id: "-4".to_owned(), lu: Ok((situation, NOVEMBRE)) }]);
}

#[test]
fn la_page_du_format_dit_vrai() {
    let page = std::fs::read_to_string("docs/lots.md").expect("docs/lots.md");
    let mut exemples = 0;
    for bloc in page.split("```csv\n").skip(1) {
        let fichier = bloc.split("```").next().unwrap_or_default();
        assert_eq!(fautes(fichier.as_bytes()), Vec::<String>::new(), "{fichier}");
        exemples += 1;
    }
    assert!(1 < exemples);
    // Whatever it names between backquotes as a column is one.
    let noms = page.split('`').skip(1).step_by(2).filter(|nom| nom.contains('.') && !nom.contains(' '));
    let noms: Vec<&str> = noms.filter(|nom| ["foyer", "adulte", "enfant", "sejour"].iter().any(|debut| nom.starts_with(debut))).collect();
    assert!(4 < noms.len(), "{noms:?}");
    for nom in noms {
        assert_eq!(lis(format!("{nom}\n").as_bytes(), QUAND), Ok(Vec::new()), "{nom}");
    }
    // And every column of the results is explained.
    let entetes = [Forme::Droits, Forme::Foyers].map(|forme| tableau::table("id\n", forme)).concat();
    for nom in entetes.replace('\u{feff}', "").split([';', '\n']).filter(|nom| AIDES.iter().all(|aide| aide.id != *nom) && !nom.is_empty())
    {
        assert!(page.contains(&format!("`{nom}`")), "{nom} n’est pas dans docs/lots.md");
    }
}

proptest! {
    #[test]
    fn aucun_octet_n_arrete_la_lecture(octets in vec(any::<u8>(), 0..400)) {
        drop(lis(&octets, QUAND));
        for debut in ["id;foyer.couple;enfant1.naissance;mois\n", "[", "{", "[{},"] {
            drop(lis(&[debut.as_bytes(), &octets].concat(), QUAND));
        }
    }

    #[test]
    fn chaque_ligne_a_sa_reponse_dans_l_ordre(lignes in vec(vec(any::<u8>(), 0..30), 0..20), fin in prop_oneof![Just("\n"), Just("\r\n")]) {
        let mut fichier = format!("id;foyer.couple;foyer.loyer;adulte1.prenom{fin}").into_bytes();
        for (rang, ligne) in lignes.iter().enumerate() {
            fichier.extend(format!("n{rang};").bytes());
            fichier.extend(ligne.iter().filter(|octet| **octet != b'\n'));
            fichier.extend(fin.bytes());
        }
        let foyers = lis(&fichier, QUAND).expect("un en-tête juste");
        prop_assert_eq!(foyers.iter().map(|f| f.ligne).collect::<Vec<_>>(), (2..2 + lignes.len() as u64).collect::<Vec<_>>());
        for (rang, foyer) in foyers.iter().enumerate() {
            prop_assert!(foyer.id.is_empty() || foyer.id == format!("n{rang}"), "{:?}", foyer.id);
            prop_assert!(foyer.lu.as_ref().err().is_none_or(|fautes| !fautes.is_empty() && fautes.iter().all(|f| f.ligne == foyer.ligne)));
        }
    }
}
