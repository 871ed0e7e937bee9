//! The command, run as a person or a program runs it.

use serde_json::{Value, json};
use std::{
    io::{BufRead, Write},
    process::{Command, Output, Stdio},
};

fn lance(mots: &[&str], entree: &str) -> Output {
    let mut enfant = Command::new(env!("CARGO_BIN_EXE_juste-droit"))
        .args(mots)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("la commande se lance");
    // A command that is badly written ends without reading: that is no failure of the test.
    let _ = enfant.stdin.take().expect("une entrée").write_all(entree.as_bytes());
    enfant.wait_with_output().expect("la commande finit")
}
fn code(sortie: &Output) -> Option<i32> {
    sortie.status.code()
}
fn dit(octets: &[u8]) -> String {
    String::from_utf8(octets.to_vec()).expect("de l’UTF-8").replace(['\u{a0}', '\u{202f}'], " ")
}
fn json_de(sortie: &Output) -> Value {
    assert_eq!(code(sortie), Some(0), "{}", dit(&sortie.stderr));
    serde_json::from_slice(&sortie.stdout).expect("du JSON")
}
fn mva(tout: &Value) -> &Value {
    tout["droits"].as_array().and_then(|droits| droits.iter().find(|d| d["aide"] == "mva")).expect("la MVA est au registre")
}
/// A tenant with an AAH at the full rate, or whatever `taux` says.
fn locataire(taux: &str) -> String {
    let adulte = if taux.is_empty() { json!({}) } else { json!({ "taux": taux }) };
    json!({ "format": "juste-droit", "version": 1, "mois": "2026-05", "foyer": { "aide_logement": "oui" }, "adultes": [adulte] })
        .to_string()
}

#[test]
fn un_refus_dit_ses_motifs_avec_leur_texte() {
    let tout = json_de(&lance(&["calcule", "-"], &locataire("50-79")));
    assert_eq!(tout["mois"], "2026-05");
    let mva = mva(&tout);
    assert_eq!((&mva["statut"], &mva["montant"]), (&json!("refuse"), &Value::Null));
    assert_eq!(mva["beneficiaire"], json!({ "type": "adulte", "rang": 1 }));
    assert_eq!(mva["motifs"][0]["quoi"], "Le taux d’incapacité qui suffit à ouvrir l’AAH");
    assert!(mva["motifs"][0]["lien"].as_str().is_some_and(|lien| lien.starts_with("https://")), "{mva}");
    let condition = &mva["etapes"][0];
    assert_eq!((&condition["nature"], &condition["remplie"]), (&json!("condition"), &json!(false)));
    assert_eq!(condition["details"][0]["valeur"], "De 50 à 79\u{a0}%");
}

#[test]
fn une_reponse_absente_devient_une_question() {
    let tout = json_de(&lance(&["calcule", "-"], &locataire("")));
    let mva = mva(&tout);
    assert_eq!(mva["statut"], "a_completer");
    let taux = mva["questions"].as_array().and_then(|qs| qs.iter().find(|q| q["cle"] == "taux")).expect("le taux est demandé");
    assert_eq!((&taux["ou"], &taux["ne_sait_pas"]), (&json!("adultes[0]"), &json!(false)));
}

#[test]
fn le_mois_de_la_commande_l_emporte_sur_celui_du_fichier() {
    for mots in [["calcule", "--mois", "2026-11", "-"], ["calcule", "-", "--mois", "11/2026"]] {
        assert_eq!(json_de(&lance(&mots, &locataire("80")))["mois"], "2026-11");
    }
    assert_eq!(json_de(&lance(&["calcule", "-", "--mois=2022-12"], &locataire("80")))["droits"][0]["statut"], "hors_periode");
}

#[test]
fn explique_se_lit() {
    let sortie = lance(&["calcule", "--explique", "-"], &locataire("50-79"));
    assert_eq!(code(&sortie), Some(0));
    let texte = dit(&sortie.stdout);
    for attendu in [
        "Droits estimés pour mai 2026",
        "Majoration pour la vie autonome (MVA) · vous",
        "Il faudrait : Le taux d’incapacité",
        "art. L. 821-1-2",
    ] {
        assert!(texte.contains(attendu), "{attendu}\n{texte}");
    }
}

#[test]
fn une_ligne_illisible_n_arrete_pas_les_autres() {
    let entree = format!("{}\nn’importe quoi\n\n{}", locataire("50-79"), locataire(""));
    let sortie = lance(&["calcule", "--lignes", "-"], &entree);
    assert_eq!(code(&sortie), Some(1), "une entrée n’a pas pu être lue");
    let lignes: Vec<Value> = dit(&sortie.stdout).lines().map(|l| serde_json::from_str(l).expect("du JSON par ligne")).collect();
    assert_eq!(lignes.iter().map(|l| l["ligne"].clone()).collect::<Vec<_>>(), [json!(1), json!(2), json!(4)]);
    assert_eq!(mva(&lignes[0])["statut"], "refuse");
    assert!(lignes[1]["erreur"].is_string() && lignes[1].get("droits").is_none(), "{}", lignes[1]);
    assert_eq!(mva(&lignes[2])["statut"], "a_completer");
}

#[test]
fn lit_un_fichier() {
    let chemin = format!("{}/cli-situation.json", env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(&chemin, locataire("50-79")).expect("le fichier s’écrit");
    assert_eq!(mva(&json_de(&lance(&["calcule", &chemin], "")))["statut"], "refuse");
}

#[test]
fn une_entree_illisible_dit_quel_champ() {
    for (entree, attendu) in [
        ("", "ce n’est pas un fichier de Juste Droit"),
        (r#"{"format":"juste-droit","version":0}"#, "version : cette version du fichier n’est pas connue"),
        (r#"{"format":"juste-droit-chiffre","version":1}"#, "ce fichier est protégé par une phrase secrète : seule la page"),
        (r#"{"format":"juste-droit","version":9}"#, "version : le fichier a été fait par une version plus récente"),
        (
            r#"{"format":"juste-droit","version":1,"adultes":[{"naissance":"31/02/2000"}]}"#,
            "adultes[0].naissance : Nous avons lu « 31/02/2000 »",
        ),
    ] {
        let sortie = lance(&["calcule", "-"], entree);
        assert_eq!((code(&sortie), sortie.stdout.len()), (Some(1), 0));
        assert!(dit(&sortie.stderr).contains(attendu), "{}", dit(&sortie.stderr));
    }
    assert_eq!(code(&lance(&["calcule", "/pas/de/fichier.json"], "")), Some(1));
}

#[test]
fn un_bareme_local_est_lu_ou_refuse_avec_son_champ() {
    let bareme = |montant: &str| {
        let chemin = format!("{}/cli-bareme-{}.json", env!("CARGO_TARGET_TMPDIR"), montant.len());
        let tranche = json!({ "formule": { "part": { "taux": "75 %", "plafond": montant } } });
        let bareme = json!({ "aide": "avf", "publie_par": "Caf de l’Ain", "departement": "01", "tranches": [tranche],
            "source": { "titre": "Règlement intérieur", "lien": "https://exemple.fr" } });
        std::fs::write(&chemin, json!({ "version": 1, "baremes": [bareme] }).to_string()).expect("le fichier s’écrit");
        chemin
    };
    assert_eq!(mva(&json_de(&lance(&["calcule", "-", "--bareme", &bareme("700 €")], &locataire("50-79"))))["statut"], "refuse");
    let sortie = lance(&["calcule", "-", "--bareme", &bareme("beaucoup")], &locataire("50-79"));
    assert_eq!((code(&sortie), sortie.stdout.len()), (Some(1), 0));
    assert!(dit(&sortie.stderr).contains("champ « baremes[0].tranches[0].formule.part.plafond »"), "{}", dit(&sortie.stderr));
}

/// Households of which a good one, one that cannot be read, and one whose month is too old.
const FOYERS: &str =
    "id;foyer.couple;foyer.a_des_enfants;adulte1.taux;mois\nA;seul;non;50-79;2026-05\nB;veuf;non;;\nC;seul;non;80;2022-12\n";

#[test]
fn un_csv_donne_un_csv() {
    let sortie = lance(&["calcule", "--csv", "-"], FOYERS);
    assert_eq!(code(&sortie), Some(1), "une ligne n’a pas pu être lue");
    assert!(dit(&sortie.stderr).contains("- : ligne 3, colonne foyer.couple : nous avons lu « veuf »"), "{}", dit(&sortie.stderr));
    assert!(dit(&sortie.stderr).contains("foyers illisibles : 1"), "{}", dit(&sortie.stderr));
    let texte = dit(&sortie.stdout);
    assert!(texte.starts_with("\u{feff}ligne;id;mois;aide;"));
    let mva = texte.lines().find(|ligne| ligne.starts_with("2;A;2026-05;mva;")).expect("la MVA du premier");
    assert!(mva.contains(";adulte1;refuse;;;;;;Le taux d’incapacité"), "{mva}");
    let debuts: Vec<&str> = texte.lines().skip(1).map(|ligne| ligne.split(';').nth(1).unwrap_or_default()).collect();
    assert!(debuts.is_sorted() && debuts.contains(&"B") && debuts.contains(&"C"), "dans l’ordre du fichier");
    let sortie = lance(&["calcule", "--tableau", "-"], FOYERS);
    assert_eq!((code(&sortie), dit(&sortie.stdout).lines().count()), (Some(1), 4));
    let sortie = lance(&["calcule", "--lignes", "-"], FOYERS);
    let lignes: Vec<Value> = dit(&sortie.stdout).lines().map(|l| serde_json::from_str(l).expect("du JSON par ligne")).collect();
    assert_eq!(
        lignes.iter().map(|l| (&l["ligne"], &l["id"])).collect::<Vec<_>>(),
        [(&json!(2), &json!("A")), (&json!(3), &json!("B")), (&json!(4), &json!("C"))]
    );
    assert!(lignes[1]["erreur"].as_str().is_some_and(|erreur| erreur.contains("foyer.couple")), "{}", lignes[1]);
}

#[test]
fn un_entete_faux_ne_calcule_rien() {
    let sortie = lance(&["calcule", "--csv", "-"], "id;copule\nA;seul\n");
    assert_eq!((code(&sortie), sortie.stdout.len()), (Some(1), 0));
    assert!(dit(&sortie.stderr).contains("- : ligne 1, colonne copule : cette colonne n’existe pas"), "{}", dit(&sortie.stderr));
}

#[test]
fn le_modele_se_calcule() {
    let modele = lance(&["modele"], "");
    let sortie = lance(&["calcule", "--mois", "2026-11", "--tableau", "-"], &String::from_utf8(modele.stdout).expect("de l’UTF-8"));
    assert_eq!((code(&sortie), dit(&sortie.stderr).as_str()), (Some(0), ""));
    assert!(dit(&sortie.stdout).contains("4;exemple;2026-11;"));
}

/// Households that are answered without a rule: the stream is what is tested.
fn flot(de: usize, a: usize) -> String {
    (de..a).map(|rang| format!("n{rang};seul;non;80;2022-12\n")).collect()
}

#[test]
fn vingt_mille_foyers_passent_dans_peu_de_memoire_et_dans_l_ordre() {
    const FOYERS: usize = 20_000;
    let mut enfant = Command::new(env!("CARGO_BIN_EXE_juste-droit"))
        .args(["calcule", "--tableau", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("la commande se lance");
    let mut entree = enfant.stdin.take().expect("une entrée");
    let ecrit = std::thread::spawn(move || {
        entree
            .write_all(b"id;foyer.couple;foyer.a_des_enfants;adulte1.taux;mois\n")
            .and_then(|()| entree.write_all(flot(0, FOYERS).as_bytes()))
            .map(|()| entree)
    });
    let mut lignes =
        std::io::BufReader::new(enfant.stdout.take().expect("une sortie")).lines().map(|ligne| ligne.expect("du texte")).skip(1);
    for rang in 0..FOYERS - 1000 {
        assert!(lignes.next().is_some_and(|ligne| ligne.starts_with(&format!("{};n{rang};2022-12;", rang + 2))), "{rang}");
    }
    // It waits for the end of what it reads, and has taken all the memory that it will.
    let statut = std::fs::read_to_string(format!("/proc/{}/status", enfant.id())).unwrap_or_default();
    let plus_haut = statut.lines().find_map(|ligne| ligne.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse::<u32>().ok());
    assert!(plus_haut.is_none_or(|ko| ko < 64 * 1024), "{plus_haut:?} ko");
    drop(ecrit.join().expect("un fil").expect("tout est lu"));
    assert_eq!((lignes.count(), enfant.wait().expect("la commande finit").code()), (1000, Some(0)));
}

#[test]
fn qui_cesse_de_lire_n_est_pas_une_erreur() {
    let mut enfant = Command::new(env!("CARGO_BIN_EXE_juste-droit"))
        .args(["calcule", "--csv", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("la commande se lance");
    let mut entree = enfant.stdin.take().expect("une entrée");
    let ecrit = std::thread::spawn(move || {
        let _ = entree.write_all(format!("id;foyer.couple;foyer.a_des_enfants;adulte1.taux;mois\n{}", flot(0, 20_000)).as_bytes());
        // Left open: the command must not wait for more.
        entree
    });
    drop(std::io::BufReader::new(enfant.stdout.take().expect("une sortie")).lines().next());
    let sortie = enfant.wait_with_output().expect("la commande finit");
    assert_eq!((code(&sortie), dit(&sortie.stderr).as_str()), (Some(0), ""));
    drop(ecrit.join());
}

#[test]
fn une_commande_mal_ecrite_est_expliquee() {
    for mots in [
        &[][..],
        &["devine"],
        &["calcule"],
        &["calcule", "-", "--inconnu"],
        &["calcule", "-", "deux.json"],
        &["calcule", "-", "--mois", "13/2026"],
        &["calcule", "-", "--mois"],
        &["calcule", "-", "--bareme"],
        &["calcule", "-", "--lignes", "--explique"],
        &["calcule", "-", "--csv", "--tableau"],
        &["modele", "-"],
    ] {
        let sortie = lance(mots, "");
        assert_eq!((code(&sortie), sortie.stdout.len()), (Some(2), 0), "{mots:?}");
        assert!(dit(&sortie.stderr).contains("juste-droit --help"), "{mots:?}");
    }
}

#[test]
fn l_aide_et_la_version() {
    for mots in [&["--help"][..], &["-h"], &["calcule", "--help"]] {
        let sortie = lance(mots, "");
        assert_eq!(code(&sortie), Some(0));
        assert!(dit(&sortie.stdout).contains("Usage : juste-droit calcule"));
    }
    assert_eq!(dit(&lance(&["--version"], "").stdout), format!("juste-droit {}\n", env!("CARGO_PKG_VERSION")));
}
