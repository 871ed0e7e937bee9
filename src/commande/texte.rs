//! Rights as a text to read: the explanation as a tree.

use super::Resultat;
use juste_droit::{
    grandeurs::ecris_jour,
    moteur::*,
    situation::{Lieu, Situation},
};
use std::io::{self, Write};

/// The rights of one household, to be read.
pub fn foyer(resultat: &Resultat, sortie: &mut impl Write) -> io::Result<()> {
    writeln!(sortie, "Droits estimés pour {}. Seul l’organisme décide.", resultat.mois)?;
    for droit in &resultat.droits {
        writeln!(sortie, "\n{} · {}\u{a0}: {}", droit.aide.nom, pour(droit, &resultat.situation), conclusion(droit))?;
        match &droit.issue {
            Err(Arret::Refus(motifs)) => {
                for motif in motifs {
                    let des = motif.des.map(|jour| format!(" (à partir du {})", ecris_jour(jour))).unwrap_or_default();
                    writeln!(sortie, "  Raison\u{a0}: {}{des}", motif.quoi)?;
                }
            }
            Err(Arret::Demande(manques)) => {
                for manque in manques {
                    writeln!(sortie, "  Question\u{a0}: {} ({})", manque.fiche.libelle, resultat.situation.nom(manque.lieu))?;
                }
            }
            _ => {}
        }
        for reserve in &droit.reserves {
            writeln!(sortie, "  Attention\u{a0}: {}", reserve.phrase)?;
        }
        arbre(&droit.etapes, 1, sortie)?;
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
        Err(Arret::Demande(_)) => "à compléter".to_owned(),
        Err(Arret::Refus(_)) => "pas de droit aujourd’hui".to_owned(),
        Err(Arret::HorsPeriode) => {
            format!("nous savons calculer de {} à {}", COUVERTURE.0, COUVERTURE.1)
        }
        Err(Arret::HorsBareme(quoi)) => format!("barème inconnu à cette date ({quoi})"),
        Err(Arret::HorsChamp(quoi)) => (*quoi).to_owned(),
    }
}

fn arbre(etapes: &[Etape], retrait: usize, sortie: &mut impl Write) -> io::Result<()> {
    for etape in etapes {
        let quoi = &etape.quoi;
        write!(sortie, "{:1$}", "", 2 * retrait)?;
        match &etape.nature {
            Nature::Reponse { valeur, .. } => writeln!(sortie, "{quoi}\u{a0}: {} (votre réponse)", valeur.as_deref().unwrap_or("?")),
            Nature::Bareme { valeur, depuis, source } => {
                writeln!(sortie, "{quoi}\u{a0}: {valeur}, depuis le {} ({})", ecris_jour(*depuis), source.titre)
            }
            Nature::Local { valeur, source, .. } => writeln!(sortie, "{quoi}\u{a0}: {valeur} ({source})"),
            Nature::Condition { remplie, article } => {
                let signe = match remplie {
                    Some(true) => '✓',
                    Some(false) => '✗',
                    None => '?',
                };
                writeln!(sortie, "{signe} {quoi} ({})", article.nom)
            }
            Nature::Calcul { valeur, operation } => writeln!(sortie, "= {quoi}\u{a0}: {valeur} ({operation})"),
            Nature::Droit { valeur } => writeln!(sortie, "{quoi}\u{a0}: {}", lu(valeur)),
            Nature::Variante { valeur, retenue } => {
                writeln!(sortie, "{quoi}\u{a0}: {}{}", lu(valeur), if *retenue { " (retenu)" } else { "" })
            }
            Nature::Note => writeln!(sortie, "{quoi}"),
        }?;
        arbre(&etape.details, retrait + 1, sortie)?;
    }
    Ok(())
}

fn lu(valeur: &Option<Valeur>) -> String {
    valeur.as_ref().map_or_else(|| "rien".to_owned(), Valeur::to_string)
}
