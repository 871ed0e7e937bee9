//! What holds for any household, any month, any file: checked on households drawn at random.

use juste_droit::{
    aides,
    grandeurs::{Decimal, MoisCivil},
    lot::{self, Foyer, Quand, vers_csv},
    moteur::{COUVERTURE, Droit, Famille, Montant, Nature, Raison, local::lis_bareme_local},
    situation::{Dit, Genre, Lieu, Situation, depuis_json, depuis_lien, vers_json, vers_lien},
    vue::{
        calendrier::{Avenir, calendrier},
        ecarts::Cote,
        scenarios::{Modele, Scenario, compare},
    },
};
use proptest::{collection::vec, prelude::*, sample::Index};

/// What is drawn for one question: whether it is answered, and the raw matter of an answer of its kind.
#[derive(Clone, Debug)]
struct Tirage {
    sort: u8,
    choix: Index,
    autre: Index,
    nombre: u32,
    texte: String,
}

fn tirage() -> impl Strategy<Value = Tirage> {
    let texte = prop_oneof![4 => "\\PC{0,12}", 1 => "[0-9€,. /;=-]{0,24}"];
    (0..10u8, any::<Index>(), any::<Index>(), 0..4_000_000u32, texte).prop_map(|(sort, choix, autre, nombre, texte)| Tirage {
        sort,
        choix,
        autre,
        nombre,
        texte,
    })
}

/// A text that answers a question of this kind.
fn reponse(genre: Genre, t: &Tirage) -> String {
    let euros = format!("{},{:02}", t.nombre / 100, t.nombre % 100);
    let (mois, annee) = (1 + t.choix.index(12), 1990 + t.autre.index(110));
    match genre {
        Genre::Texte => t.texte.clone(),
        Genre::Jour => format!("{:02}/{mois:02}/{}", 1 + t.nombre % 28, 1930 + t.autre.index(110)),
        Genre::MoisCivil => format!("{mois:02}/{annee}"),
        Genre::Montant(_) => euros,
        Genre::Mensuel => format!("{euros};{annee}-{mois:02}={}", t.nombre % 5000),
        // The years that a household of the covered months speaks of.
        Genre::Annuel => (2019..2028).map(|a| format!("{a}={euros}")).collect::<Vec<_>>().join(";"),
        Genre::Nombre => (t.nombre % 2000).to_string(),
        Genre::Parts => format!("{},{}", 1 + t.nombre % 19, ["0", "25", "5", "75"][t.choix.index(4)]),
        Genre::Choix(_) | Genre::Departement => t.choix.get(genre.options()).cle.to_owned(),
        Genre::Plusieurs(options) => [t.choix.get(options).cle, t.autre.get(options).cle].join(","),
        Genre::Enfants => format!("{},{}", 1 + t.choix.index(4), 1 + t.autre.index(4)),
    }
}

/// A household as the form makes one: some questions answered, some « je ne sais pas », some not.
fn situation() -> impl Strategy<Value = Situation> {
    (1..3usize, 0..4usize, 0..3usize).prop_flat_map(|(adultes, enfants, sejours)| {
        let mut vide = Situation::default();
        vide.adultes.resize_with(adultes, Default::default);
        vide.enfants.resize_with(enfants, Default::default);
        vide.sejours.resize_with(sejours, Default::default);
        let questions: usize = vide.lieux().map(|lieu| Situation::fiches(lieu).len()).sum();
        vec(tirage(), questions).prop_map(move |tirages| remplie(vide.clone(), &tirages))
    })
}

fn remplie(mut situation: Situation, tirages: &[Tirage]) -> Situation {
    let mut tirages = tirages.iter();
    for lieu in situation.lieux() {
        for (fiche, t) in Situation::fiches(lieu).iter().copied().zip(tirages.by_ref()) {
            match t.sort {
                0 | 1 => {}
                2 => situation.pose(lieu, fiche.cle, Dit::Ignore).expect("la question existe"),
                // Any text may be typed: it is read or refused, and changes nothing when it is refused.
                3 => drop(situation.saisit(lieu, fiche.cle, &t.texte)),
                _ => drop(situation.saisit(lieu, fiche.cle, &reponse(fiche.genre, t))),
            }
        }
    }
    // Three answers go together: the form keeps them so, and a file that breaks them is refused.
    let (couple, ont, partent) = (situation.adultes.len() == 2, !situation.enfants.is_empty(), !situation.sejours.is_empty());
    for (cle, valeur) in [
        ("couple", if couple { "pacse" } else { "seul" }),
        ("a_des_enfants", if ont { "oui" } else { "non" }),
        ("projet_vacances", if partent { "oui" } else { "non" }),
    ] {
        situation.saisit(Lieu::Foyer, cle, valeur).expect("la question existe").expect("la réponse se lit");
    }
    situation
}

fn mois() -> impl Strategy<Value = MoisCivil> {
    // Half of them where there are scales.
    prop_oneof![(2023..2027i32, 1..13u8), (1990..2101i32, 1..13u8)].prop_map(|(annee, mois)| MoisCivil::le(annee, mois))
}

/// Every euro that a right gives.
fn euros(montant: &Montant) -> Vec<Decimal> {
    match montant {
        Montant::ParMois(m) | Montant::Repere(m) => vec![m.decimal()],
        Montant::ParAn(m) => vec![m.decimal()],
        Montant::Unique(m) => vec![m.decimal()],
        Montant::Entre(de, a) => vec![de.euros, a.euros],
        Montant::AuPlus(a) => vec![a.euros],
        Montant::Part(taux, plafond) => std::iter::once(taux.decimal()).chain(plafond.map(|p| p.euros)).collect(),
        Montant::Notifie => Vec::new(),
    }
}

/// The questions that a right read or asks for.
fn questions(droits: &[Droit]) -> Vec<(Lieu, &'static str)> {
    let mut vues = Vec::new();
    for droit in droits {
        vues.extend(droit.etapes.iter().filter_map(|etape| match etape.nature {
            Nature::Reponse { lieu, fiche } => Some((lieu, fiche.cle)),
            _ => None,
        }));
        if let Err(Raison::Demande(manques)) = &droit.issue {
            vues.extend(manques.iter().map(|m| (m.lieu, m.fiche.cle)));
        }
    }
    vues
}

fn issues(droits: &[Droit]) -> Vec<String> {
    droits.iter().map(|d| format!("{:?} {:?} {:?} {:?}", d.aide, d.beneficiaire, d.issue, d.reserves)).collect()
}

proptest! {
    #[test]
    fn aucun_montant_n_est_negatif(situation in situation(), mois in mois()) {
        for droit in aides::simule(&situation, mois) {
            if let Ok(montant) = &droit.issue {
                prop_assert!(euros(montant).iter().all(|m| !m.is_sign_negative() || m.is_zero()), "{:?} {montant:?}", droit.aide);
                if let Montant::Entre(de, a) = montant {
                    prop_assert!(de.euros <= a.euros, "{:?} {montant:?}", droit.aide);
                }
            }
            match &droit.issue {
                Err(Raison::Demande(manques)) => prop_assert!(!manques.is_empty(), "{:?} ne dit pas ce qui manque", droit.aide),
                Err(Raison::Refus(motifs)) => prop_assert!(!motifs.is_empty(), "{:?} ne dit pas pourquoi", droit.aide),
                _ => {}
            }
        }
    }

    #[test]
    fn un_fichier_et_un_lien_rendent_la_meme_situation(situation in situation(), mois in mois()) {
        let (fichier, lien) = (vers_json(&situation, mois), vers_lien(&situation, mois));
        let lu = Ok((situation, Some(mois)));
        prop_assert!(depuis_json(&fichier) == lu, "{}", fichier);
        prop_assert!(depuis_lien(&lien) == lu, "{}", lien);
    }

    #[test]
    fn une_rangee_rend_la_meme_situation(situation in situation(), mois in mois(), id in "\\PC{0,12}") {
        let fichier = vers_csv(&id, &situation, mois);
        let lus = lot::lis(fichier.as_bytes(), Quand::SiRienNeLeDit(MoisCivil::le(2026, 11)));
        let attendu = Foyer { ligne: 2, id: id.trim().to_owned(), lu: Ok((situation, mois)) };
        prop_assert!(lus == Ok(vec![attendu]), "{} {:?}", fichier, lus);
    }

    #[test]
    fn sans_explications_les_droits_sont_les_memes(situation in situation(), mois in mois()) {
        prop_assert_eq!(issues(&aides::simule(&situation, mois)), issues(&aides::conclut(&situation, mois, &[])));
    }

    #[test]
    fn une_reponse_que_personne_n_a_lue_ne_change_rien(situation in situation(), mois in mois(), t in tirage(), ou in any::<Index>()) {
        let avant = aides::simule(&situation, mois);
        let vues = questions(&avant);
        let ignorees: Vec<_> = situation
            .lieux()
            .flat_map(|lieu| Situation::fiches(lieu).iter().copied().map(move |fiche| (lieu, fiche)))
            .filter(|(lieu, fiche)| !vues.contains(&(*lieu, fiche.cle)))
            // These say how many children, stays and adults there are, and which rights are never suggested: the register itself
            // reads them.
            .filter(|(_, fiche)| !matches!(fiche.genre, Genre::Enfants) && !["couple", "a_des_enfants", "projet_vacances", "deces"].contains(&fiche.cle))
            .collect();
        prop_assume!(!ignorees.is_empty());
        let (lieu, fiche) = ou.get(&ignorees);
        let mut autre = situation.clone();
        match t.sort {
            0 => autre.pose(*lieu, fiche.cle, Dit::Rien).expect("la question existe"),
            1 => autre.pose(*lieu, fiche.cle, Dit::Ignore).expect("la question existe"),
            _ => drop(autre.saisit(*lieu, fiche.cle, &reponse(fiche.genre, &t))),
        }
        prop_assert_eq!(issues(&avant), issues(&aides::simule(&autre, mois)), "{:?} {}", lieu, fiche.cle);
    }

    #[test]
    fn un_texte_refuse_ne_change_rien(situation in situation(), texte in "\\PC{0,30}", ou in any::<Index>()) {
        let lieux: Vec<_> = situation.lieux().collect();
        let lieu = *ou.get(&lieux);
        for fiche in Situation::fiches(lieu) {
            let mut autre = situation.clone();
            match autre.saisit(lieu, fiche.cle, &texte) {
                Some(Ok(())) => prop_assert!(matches!(autre.texte(lieu, fiche.cle), Dit::Oui(_))),
                Some(Err(_)) => prop_assert!(autre == situation, "{} a changé", fiche.cle),
                None => prop_assert!(false, "{} n’existe pas", fiche.cle),
            }
        }
    }

    #[test]
    fn aucun_json_n_arrete_la_lecture(texte in fichier()) {
        drop(lis_bareme_local(&texte));
        // Whatever is read can be computed and written again.
        if let Ok((situation, mois)) = depuis_json(&texte) {
            let mois = mois.unwrap_or(MoisCivil::le(2026, 11));
            let fichier = vers_json(&situation, mois);
            prop_assert!(depuis_json(&fichier) == Ok((situation.clone(), Some(mois))), "{}", fichier);
            drop(aides::simule(&situation, mois));
        }
    }

    #[test]
    fn aucun_lien_n_arrete_la_lecture(lien in "[A-Za-z0-9_%=-]{0,80}") {
        drop(depuis_lien(&lien));
    }

    #[test]
    fn le_calendrier_est_la_somme_des_mois(situation in situation(), annee in 2023..2027i32, mois in 1..13u8, loin in vec(0..300i32, 4)) {
        let premier = MoisCivil::le(annee, mois);
        let Some(calendrier) = calendrier(&situation, premier) else { return Ok(()) };
        let avenir = Avenir::de(&situation, premier);
        for mois in (0..6).chain(loin).map(|ecart| premier.plus(ecart)).filter(|mois| *mois <= calendrier.dernier) {
            // The months that can be simulated are those of the page, with their explanations.
            let du_mois = |mois| {
                let seul = mois <= COUVERTURE.1;
                let situation = avenir.en(mois);
                if seul { aides::simule(&situation, mois) } else { aides::projette(&situation, mois, COUVERTURE.1) }
            };
            // A sum paid once is paid in the first month in which it is due.
            let unique = |droit: &Droit| matches!(droit.issue, Ok(Montant::Unique(_))) && droit.verse_en.is_none();
            let avant = if premier < mois { du_mois(mois.plus(-1)) } else { Vec::new() };
            let deja = |droit: &Droit| unique(droit) && avant.iter().any(|a| unique(a) && (a.aide, a.beneficiaire) == (droit.aide, droit.beneficiaire));
            let droits = du_mois(mois);
            let dus = droits.iter().filter(|droit| droit.aide.famille == Famille::Prestations && droit.verse_en.is_none_or(|m| m == mois));
            let dus = dus.filter(|droit| !deja(droit));
            let dus: Vec<_> = dus.filter_map(|droit| Some((droit.aide, droit.beneficiaire, droit.issue.clone().ok()?))).collect();
            let bandes = calendrier.rangees.iter().flat_map(|rangee| rangee.bandes.iter().map(move |bande| (rangee, bande)));
            let montres = bandes.filter(|(_, bande)| bande.couvre(mois));
            let montres: Vec<_> = montres.map(|(rangee, bande)| (rangee.aide, rangee.beneficiaire, bande.montant.clone())).collect();
            prop_assert_eq!(dus, montres, "{}", mois);
        }
    }

    /// And the household compared with itself differs in nothing.
    #[test]
    fn aucun_scenario_ne_s_arrete(situation in situation(), mois in mois(), texte in "[0-9]{1,4}") {
        let droits = aides::simule(&situation, mois);
        let base = Cote { situation: &situation, droits: &droits };
        for modele in Modele::TOUS {
            let mut scenario = Scenario::nouveau(modele, &situation, mois);
            for parametre in modele.parametres(&situation, mois) {
                scenario.ecrit(parametre, texte.clone());
            }
            for scenario in [Scenario::nouveau(modele, &situation, mois), scenario] {
                let comparaison = compare(base, mois, &[], &[scenario]);
                prop_assert!(modele != Modele::Copie || comparaison.colonnes[0].ne_change_rien());
            }
        }
    }
}

/// A file: any text, any JSON, or nearly one of ours.
fn fichier() -> impl Strategy<Value = String> {
    let feuille = prop_oneof![
        Just("null".to_owned()),
        any::<i64>().prop_map(|n| n.to_string()),
        "\\PC{0,10}".prop_map(|texte| serde_json::Value::from(texte).to_string()),
    ];
    let json = feuille.prop_recursive(3, 24, 4, |dedans| {
        let cle = prop_oneof![
            Just("format"),
            Just("version"),
            Just("mois"),
            Just("foyer"),
            Just("adultes"),
            Just("enfants"),
            Just("sejours"),
            Just("taux")
        ];
        prop_oneof![
            vec(dedans.clone(), 0..4).prop_map(|v| format!("[{}]", v.join(","))),
            vec((cle, dedans), 0..4).prop_map(|v| {
                format!("{{{}}}", v.iter().map(|(cle, valeur)| format!("{cle:?}:{valeur}")).collect::<Vec<_>>().join(","))
            }),
        ]
    });
    let presque = (vec(json.clone(), 0..3), vec(json.clone(), 0..3), json.clone()).prop_map(|(adultes, enfants, foyer)| {
        format!(
            r#"{{"format":"juste-droit","version":1,"foyer":{foyer},"adultes":[{}],"enfants":[{}]}}"#,
            adultes.join(","),
            enfants.join(",")
        )
    });
    prop_oneof!["\\PC{0,60}", json, presque]
}
