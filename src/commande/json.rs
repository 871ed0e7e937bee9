//! Rights as JSON. Amounts are exact decimals between quotes.

use super::Resultat;
use juste_droit::{
    aides, annexe,
    grandeurs::*,
    lot::{Faute, Foyer, statut},
    moteur::*,
    situation::{Lieu, Reponse, Situation},
};
use serde_json::{Value, json};
use std::io::{self, Write};

/// The rights of one household.
pub fn foyer(resultat: &Resultat, sortie: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *sortie, &tout(&resultat.situation, resultat.mois, &resultat.droits))?;
    writeln!(sortie)
}

/// The rights of a household of many, or what is wrong with it.
pub fn ligne(foyer: &Foyer, baremes: &[BaremeLocal], sortie: &mut String) {
    let mut tout = match &foyer.lu {
        Ok((situation, mois)) => tout(situation, *mois, &aides::simule_avec(situation, *mois, baremes)),
        Err(fautes) => json!({ "erreur": Faute::ensemble(fautes) }),
    };
    if let Value::Object(champs) = &mut tout {
        champs.insert("ligne".into(), foyer.ligne.into());
        if !foyer.id.is_empty() {
            champs.insert("id".into(), foyer.id.as_str().into());
        }
    }
    *sortie += &tout.to_string();
    sortie.push('\n');
}

fn tout(situation: &Situation, mois: MoisCivil, droits: &[Droit]) -> Value {
    json!({ "mois": mois.ecris(), "droits": droits.iter().map(|d| droit(situation, d)).collect::<Vec<_>>() })
}

fn droit(situation: &Situation, droit: &Droit) -> Value {
    json!({
        "aide": droit.aide.id,
        "nom": droit.aide.nom,
        "famille": droit.aide.famille.cle(),
        "beneficiaire": beneficiaire(droit.beneficiaire),
        "statut": statut(droit),
        "montant": droit.issue.as_ref().ok().map(montant),
        "motifs": match &droit.issue {
            Err(Raison::Refus(motifs)) => motifs.iter().map(motif).collect(),
            Err(Raison::HorsChamp(quoi) | Raison::HorsBareme(quoi)) => vec![json!({ "quoi": quoi })],
            Err(Raison::Ecarte(e)) => vec![json!({ "quoi": e.phrase, "texte": e.article.nom, "lien": e.article.lien })],
            _ => Vec::new(),
        },
        "remplace": match &droit.issue {
            Err(Raison::Ecarte(e)) => json!({ "par": e.par.id, "montant": montant(&e.montant), "au_choix": e.au_choix }),
            _ => Value::Null,
        },
        "questions": match &droit.issue {
            Err(Raison::Demande(manques)) => manques.iter().map(manque).collect(),
            _ => Vec::new(),
        },
        "reserves": droit.reserves.iter().map(|r| json!({ "phrase": r.phrase, "a_confirmer": r.a_confirmer })).collect::<Vec<_>>(),
        "etapes": etapes(situation, &droit.etapes),
    })
}

/// Ranks count from 1, as in the form.
fn beneficiaire(beneficiaire: Beneficiaire) -> Value {
    match beneficiaire {
        Beneficiaire::Foyer => json!({ "type": "foyer" }),
        Beneficiaire::Adulte(i) => json!({ "type": "adulte", "rang": i + 1 }),
        Beneficiaire::Enfant(i) => json!({ "type": "enfant", "rang": i + 1 }),
        Beneficiaire::Sejour(i) => json!({ "type": "sejour", "rang": i + 1 }),
        Beneficiaire::Depart(sejour, enfant) => json!({ "type": "depart", "sejour": sejour + 1, "enfant": enfant + 1 }),
    }
}

fn lieu(lieu: Lieu) -> String {
    match lieu {
        Lieu::Foyer => "foyer".to_owned(),
        Lieu::Adulte(i) => format!("adultes[{i}]"),
        Lieu::Enfant(i) => format!("enfants[{i}]"),
        Lieu::Sejour(i) => format!("sejours[{i}]"),
    }
}

fn montant(montant: &Montant) -> Value {
    let exact = |euros: Decimal| euros.normalize().to_string();
    let entre = |min: Option<Decimal>, max: Option<Decimal>, unite: Option<UnitePeriode>| {
        let periode = unite.map(|unite| match unite {
            UnitePeriode::Mois => "mois",
            UnitePeriode::An => "an",
            UnitePeriode::Fois => "fois",
        });
        json!({ "min": min.map(exact), "max": max.map(exact), "periode": periode, "texte": montant.to_string() })
    };
    let somme = |somme: Somme| entre(Some(somme.euros), Some(somme.euros), Some(somme.unite));
    match montant {
        Montant::ParMois(m) | Montant::Repere(m) => somme((*m).into()),
        Montant::ParAn(m) => somme((*m).into()),
        Montant::Unique(m) => somme((*m).into()),
        Montant::Entre(de, a) => entre(Some(de.euros), Some(a.euros), Some(a.unite)),
        Montant::AuPlus(a) => entre(None, Some(a.euros), Some(a.unite)),
        Montant::Part(_, plafond) => entre(None, plafond.map(|p| p.euros), plafond.map(|p| p.unite)),
        Montant::Notifie => entre(None, None, None),
    }
}

fn motif(motif: &Motif) -> Value {
    json!({ "quoi": motif.quoi, "texte": motif.article.nom, "lien": motif.article.lien, "des": motif.des.map(|jour| jour.ecris()) })
}

fn manque(manque: &Manque) -> Value {
    json!({ "ou": lieu(manque.lieu), "cle": manque.fiche.cle, "libelle": manque.fiche.libelle, "ne_sait_pas": manque.ignore })
}

fn etapes(situation: &Situation, liste: &[Etape]) -> Vec<Value> {
    premier_rang(liste)
        .into_iter()
        .map(|(etape, details)| {
            let mut champs = nature(situation, &etape.nature);
            if let Value::Object(champs) = &mut champs {
                champs.insert("quoi".into(), etape.quoi.as_ref().into());
                if !details.is_empty() {
                    champs.insert("details".into(), etapes(situation, details).into());
                }
            }
            champs
        })
        .collect()
}

fn nature(situation: &Situation, nature: &Nature) -> Value {
    let texte = |valeur: &Option<Valeur>| valeur.as_ref().map(Valeur::to_string);
    match nature {
        Nature::Reponse { lieu: ou, fiche } => {
            json!({ "nature": "reponse", "ou": lieu(*ou), "cle": fiche.cle, "valeur": situation.montre(*ou, fiche) })
        }
        Nature::Bareme { valeur, depuis, source } => {
            let lue = annexe::source(*source);
            json!({
                "nature": "bareme", "valeur": valeur.to_string(), "depuis": depuis.map(|jour| jour.ecris()),
                "source": lue.map(|lue| lue.nom), "lien": lue.map(|lue| lue.lien), "confiance": source.confiance.libelle(),
            })
        }
        Nature::Local { valeur, source } => {
            let lien = source.lien.as_deref().unwrap_or_default();
            json!({ "nature": "bareme_local", "valeur": valeur.to_string(), "source": source.titre, "lien": lien })
        }
        Nature::Condition { remplie, article } => {
            json!({ "nature": "condition", "remplie": remplie, "texte": article.nom, "lien": article.lien })
        }
        Nature::Calcul { valeur, operation } => json!({ "nature": "calcul", "valeur": valeur.to_string(), "operation": operation }),
        Nature::Droit { montant } => json!({ "nature": "droit", "valeur": montant.as_ref().map(Montant::to_string) }),
        Nature::Variante { valeur, retenue } => json!({ "nature": "variante", "valeur": texte(valeur), "retenue": retenue }),
        Nature::Note => json!({ "nature": "note" }),
    }
}
