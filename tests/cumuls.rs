//! The table of `src/aides/cumuls.rs`, pair by pair: each has its cases in `src/aides/cumuls.cas.toml`. A case says `par`, which
//! other aid puts `aide` aside, or might; its other keys are those of the cases of an aid.

use juste_droit::{
    aides::{AIDES, cumuls::CUMULS},
    grandeurs::MoisCivil,
    moteur::{Aide, Beneficiaire, Cumul, Droit, Effet, Raison},
    situation::{Reponse, Situation, depuis_json},
    vue::resultats::{Carte, Rang, resultats},
};
use std::fs;

struct Cas {
    nom: String,
    situation: Situation,
    mois: MoisCivil,
    valeur: toml::Value,
}
impl Cas {
    fn texte(&self, cle: &str) -> &str {
        self.valeur.get(cle).and_then(toml::Value::as_str).unwrap_or_else(|| panic!("{} : « {cle} » manque", self.nom))
    }
    fn droits(&self) -> Vec<Droit> {
        juste_droit::aides::simule(&self.situation, self.mois)
    }
    fn droit(&self) -> Droit {
        let pour = self.valeur.get("pour").and_then(toml::Value::as_str);
        let rang = |r: &str| r.parse::<usize>().expect("un rang") - 1;
        let pour = pour.map(|pour| match pour.split_once(' ') {
            Some(("adulte", r)) => Beneficiaire::Adulte(rang(r)),
            Some(("enfant", r)) => Beneficiaire::Enfant(rang(r)),
            _ => panic!("{} : « pour » illisible", self.nom),
        });
        let aide = self.texte("aide");
        let trouve = self.droits().into_iter().find(|d| d.aide.id == aide && pour.is_none_or(|p| p == d.beneficiaire));
        trouve.unwrap_or_else(|| panic!("{} : aucun droit", self.nom))
    }
    fn concerne(&self, ecarte: &Aide, par: &Aide) -> bool {
        self.texte("aide") == ecarte.id && self.texte("par") == par.id
    }
}

fn cas() -> Vec<Cas> {
    let table: toml::Table = fs::read_to_string("src/aides/cumuls.cas.toml").expect("les cas").parse().expect("du TOML");
    let lus = table.into_iter().map(|(nom, cas)| {
        let valeur = cas.get(0).cloned().expect("un cas par nom");
        let mut fichier = serde_json::json!({ "format": "juste-droit", "version": 1 });
        for cle in ["foyer", "adultes", "enfants"] {
            if let Some(partie) = valeur.get(cle) {
                fichier[cle] = serde_json::to_value(partie).expect("du JSON");
            }
        }
        let (situation, _) = depuis_json(&fichier.to_string()).unwrap_or_else(|f| panic!("{nom} : {f}"));
        let mois = valeur.get("mois").and_then(toml::Value::as_str).and_then(MoisCivil::lis).expect("un mois");
        Cas { nom, situation, mois, valeur }
    });
    lus.collect()
}

fn ecrit(droit: &Droit) -> String {
    match &droit.issue {
        Ok(montant) if droit.reserves.iter().any(|r| r.a_confirmer) => format!("{montant}, à confirmer"),
        Ok(montant) => montant.to_string(),
        Err(Raison::Ecarte(e)) => format!("remplacé par {} : {}", e.par.id, e.montant),
        Err(autre) => format!("{autre:?}"),
    }
}

#[test]
fn chaque_cas_donne_ce_qu_il_attend() {
    for cas in cas() {
        let net = |texte: &str| texte.replace(['\u{a0}', '\u{202f}'], " ");
        assert_eq!(net(&ecrit(&cas.droit())), net(cas.texte("attendu")), "{}", cas.nom);
        assert!(!cas.texte("source").is_empty());
        assert!(CUMULS.iter().any(|c| cas.concerne(c.ecarte, c.par) || cas.concerne(c.par, c.ecarte)), "{} : aucune paire", cas.nom);
    }
}

#[test]
fn chaque_paire_a_ses_cas() {
    let cas = cas();
    let a_un_cas = |ecarte, par, attendu: fn(&Droit) -> bool| cas.iter().any(|c| c.concerne(ecarte, par) && attendu(&c.droit()));
    let est_ecarte = |droit: &Droit| matches!(droit.issue, Err(Raison::Ecarte(_)));
    let est_verse = |droit: &Droit| droit.issue.is_ok();
    for Cumul { ecarte, par, effet, .. } in CUMULS {
        assert!(a_un_cas(ecarte, par, est_ecarte), "aucun cas où {ecarte:?} est écarté par {par:?}");
        assert!(a_un_cas(ecarte, par, est_verse), "aucun cas voisin où {ecarte:?} est versé malgré {par:?}");
        if *effet != Effet::Remplace {
            assert!(a_un_cas(par, ecarte, est_ecarte), "aucun cas où {par:?} est écarté par {ecarte:?}");
        }
    }
}

/// Both cards say the sentence of the pair; what is put aside is in its own group and in no sum.
#[test]
fn les_deux_cartes_le_disent() {
    for cas in cas() {
        let droits = cas.droits();
        let Err(Raison::Ecarte(ecarte)) = cas.droit().issue else { continue };
        let vus = resultats(&cas.situation, cas.mois, &droits);
        let cartes = |rang| vus.groupes.iter().filter(move |(r, _)| *r == rang).flat_map(|(_, cartes)| cartes);
        let la_dit = |texte: &str| texte.contains(ecarte.phrase);
        let du_perdant = |carte: &&Carte| carte.aide.id == cas.texte("aide");
        let perdant = cartes(Rang::Remplace).find(du_perdant).unwrap_or_else(|| panic!("{} : pas de carte", cas.nom));
        assert!(perdant.montant.is_none() && perdant.limite.as_deref().is_some_and(la_dit), "{}", cas.nom);
        let gagnants = cartes(Rang::Acquis).chain(cartes(Rang::AConfirmer));
        assert!(gagnants.filter(|c| *c.aide == *ecarte.par).any(|c| c.reserves.iter().any(|r| la_dit(r))), "{}", cas.nom);
    }
}

#[test]
fn la_table_se_tient() {
    for (rang, cumul) in CUMULS.iter().enumerate() {
        let Cumul { ecarte, par, article, phrase, .. } = cumul;
        assert!(AIDES.contains(ecarte) && AIDES.contains(par) && ecarte != par);
        assert!(article.lien.starts_with("https://") && phrase.ends_with('.'), "{phrase}");
        let autres = || CUMULS.iter().enumerate().filter(move |(autre, _)| *autre != rang);
        let memes = |c: &Cumul| [c.ecarte.id, c.par.id] == [ecarte.id, par.id] || [c.par.id, c.ecarte.id] == [ecarte.id, par.id];
        assert!(!autres().any(|(_, c)| memes(c)), "{ecarte:?} et {par:?} : deux fois");
        // A right is computed when its first pair comes: what it reads must be settled by then.
        let lus: Vec<_> = ecarte.depend.iter().chain(par.depend).collect();
        let tard = autres()
            .filter(|(autre, c)| rang < *autre && (lus.contains(&&c.ecarte) || c.effet != Effet::Remplace && lus.contains(&&c.par)));
        assert_eq!(tard.count(), 0, "{ecarte:?} et {par:?} lisent un droit qu’une paire suivante peut écarter");
    }
}
