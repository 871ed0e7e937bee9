//! Rights as a text to read: what the cards of the page say, the explanation as a tree.

use super::Resultat;
use juste_droit::{
    grandeurs::ecris_jour,
    moteur::*,
    situation::{Lieu, Situation},
    vue::{
        ecrit,
        explication::{Bloc, Ligne, Renvoi, Variante, explication},
    },
};
use std::io::{self, Write};

/// The rights of one household.
pub fn foyer(resultat: &Resultat, sortie: &mut impl Write) -> io::Result<()> {
    let Resultat { situation, mois, droits } = resultat;
    writeln!(sortie, "Droits estimés pour {mois}. Seul l’organisme décide.")?;
    for droit in droits {
        writeln!(sortie, "\n{} · {}\u{a0}: {}", droit.aide.nom, pour(droit, situation), conclusion(droit))?;
        match &droit.issue {
            Err(Raison::Refus(motifs)) => {
                for motif in motifs.iter() {
                    let des = motif.des.map(|jour| format!(", à partir du {}", ecris_jour(jour))).unwrap_or_default();
                    writeln!(sortie, "  Il faudrait\u{a0}: {}{des}", ecrit(&motif.quoi, *mois))?;
                }
            }
            Err(Raison::Demande(manques)) => {
                for manque in manques.iter() {
                    writeln!(sortie, "  Il manque\u{a0}: {} ({})", ecrit(manque.fiche.libelle, *mois), situation.nom(manque.lieu))?;
                }
            }
            _ => {}
        }
        for reserve in &droit.reserves {
            writeln!(sortie, "  Attention\u{a0}: {}", ecrit(&reserve.phrase, *mois))?;
        }
        blocs(&explication(situation, &droit.etapes, *mois), 1, sortie)?;
    }
    Ok(())
}

fn pour(droit: &Droit, situation: &Situation) -> String {
    match droit.beneficiaire {
        Beneficiaire::Depart(sejour, enfant) => {
            format!("{}, {}", situation.nom(Lieu::Sejour(sejour)), situation.nom(Lieu::Enfant(enfant)))
        }
        autre => situation.nom(autre.lieu()),
    }
}

fn conclusion(droit: &Droit) -> String {
    match &droit.issue {
        Ok(montant) if droit.reserves.iter().any(|reserve| reserve.a_confirmer) => format!("{montant}, à confirmer"),
        Ok(montant) => montant.to_string(),
        Err(Raison::Demande(_)) => "à compléter".to_owned(),
        Err(Raison::Ecarte(ecarte)) => format!("non versé ({}). {} Vous recevez\u{a0}: {}", ecarte.montant, ecarte.phrase, ecarte.par.nom),
        Err(Raison::Refus(_)) => "pas de droit aujourd’hui".to_owned(),
        Err(Raison::HorsPeriode) => format!("nous savons calculer de {} à {}", COUVERTURE.0, COUVERTURE.1),
        Err(Raison::HorsBareme(quoi)) => format!("barème inconnu à cette date ({quoi})"),
        Err(Raison::EnAttente) => "barèmes pas encore lus".to_owned(),
        Err(Raison::HorsChamp(quoi)) => quoi.to_string(),
    }
}

fn blocs(blocs: &[Bloc], retrait: usize, sortie: &mut impl Write) -> io::Result<()> {
    for bloc in blocs {
        match bloc {
            Bloc::Ligne(ligne) => self::ligne(ligne, retrait, sortie)?,
            Bloc::Variantes { variantes, difference } => {
                for Variante { titre, valeur, retenue, blocs } in variantes {
                    let valeur = valeur.as_deref().unwrap_or("pas de droit");
                    let retenue = if *retenue { " (retenu)" } else { "" };
                    writeln!(sortie, "{:1$}{titre}\u{a0}: {valeur}{retenue}", "", 2 * retrait)?;
                    self::blocs(blocs, retrait + 1, sortie)?;
                }
                if let Some(difference) = difference {
                    writeln!(sortie, "{:1$}Différence\u{a0}: {difference}", "", 2 * retrait)?;
                }
            }
        }
    }
    Ok(())
}

fn ligne(ligne: &Ligne, retrait: usize, sortie: &mut impl Write) -> io::Result<()> {
    let glyphe = ligne.signe.glyphe();
    write!(sortie, "{:2$}{glyphe}{}", "", if glyphe.is_empty() { "" } else { " " }, 2 * retrait)?;
    write!(sortie, "{}", ligne.quoi)?;
    if let Some(valeur) = &ligne.valeur {
        write!(sortie, "\u{a0}: {valeur}")?;
    }
    if let Some(operation) = &ligne.operation {
        write!(sortie, " ({operation})")?;
    }
    match &ligne.renvoi {
        Some(Renvoi::Texte { avant, nom, note, .. }) => {
            let dits = avant.as_deref().into_iter().chain([nom.as_str()]).chain(*note);
            write!(sortie, " [{}]", dits.collect::<Vec<_>>().join(", "))?;
        }
        Some(Renvoi::Reponse { .. }) => write!(sortie, " [votre réponse]")?,
        None => {}
    }
    writeln!(sortie)?;
    blocs(&ligne.details, retrait + 1, sortie)
}
