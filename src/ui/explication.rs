//! The reasons of a right: a tree of lines, of which the first branches are open. See decision 0213.

use super::{
    balise::{Balise, balise, chacun, suite},
    invisible, lien, source,
};
use crate::vue::explication::{Bloc, Ligne, Renvoi, Signe, Variante};

/// Fewer details than that are read sooner than they are opened.
const PEU: usize = 2;

/// Every line, with its sign, its value at the right, and where it comes from.
pub fn explication(blocs: &[Bloc]) -> Balise {
    balise("ul.explication").avec(chacun(blocs.iter().map(|bloc| match bloc {
        Bloc::Ligne(ligne) => une_ligne(ligne),
        Bloc::Variantes { variantes, difference } => cote_a_cote(variantes, difference.as_deref()),
    })))
}

fn une_ligne(ligne: &Ligne) -> Balise {
    let Ligne { signe, quoi, valeur, operation, renvoi, details } = ligne;
    let a_un_signe = *signe != Signe::Donnee && *signe != Signe::Note;
    let tete = balise("div.ligne-tete")
        .avec(a_un_signe.then(|| balise("span.signe").attribut("aria-hidden", "true").avec(signe.glyphe())))
        .avec(
            balise("span.quoi")
                .avec(invisible(signe.dit()))
                .avec(quoi)
                .avec(operation.as_ref().map(|operation| balise("span.operation").avec(operation)))
                .avec(renvoi.as_ref().map(|renvoi| balise("span.renvoi").avec(un_renvoi(renvoi)))),
        )
        .avec(valeur.as_ref().map(|valeur| balise("span.valeur").avec(valeur)));
    let dessous = || match nombre(details) <= PEU {
        true => explication(details),
        false => {
            let titre = balise("summary").avec("Le détail").avec(invisible(&format!("\u{a0}: {quoi}")));
            // Of what stands in the way, all is seen at once.
            let en_cause = matches!(signe, Signe::NonRempli | Signe::Inconnu);
            balise("details.pli.detail").drapeau("open", en_cause).avec(titre).avec(explication(details))
        }
    };
    balise("li.ligne").classe(signe.cle()).avec(tete).avec((!details.is_empty()).then(dessous))
}

/// How many lines these are, with those below them.
fn nombre(blocs: &[Bloc]) -> usize {
    let dans = |bloc: &Bloc| match bloc {
        Bloc::Ligne(ligne) => 1 + nombre(&ligne.details),
        Bloc::Variantes { variantes, .. } => variantes.iter().map(|variante| nombre(&variante.blocs)).sum(),
    };
    blocs.iter().map(dans).sum()
}

fn un_renvoi(renvoi: &Renvoi) -> Balise {
    match renvoi {
        Renvoi::Reponse { adresse } => {
            lien("a", adresse).avec("votre réponse").avec(balise("span").attribut("aria-hidden", "true").avec("\u{a0}✎"))
        }
        Renvoi::Texte { avant, nom, lien, note } => suite()
            .avec(avant.as_ref().map(|avant| format!("{avant}, ")))
            .avec(source(lien, nom))
            .avec(note.map(|note| balise("span.confiance").avec(note))),
    }
}

fn cote_a_cote(variantes: &[Variante], difference: Option<&str>) -> Balise {
    let colonne = |variante: &Variante| {
        let titre = balise("p.variante-titre")
            .avec(balise("span").avec(&variante.titre))
            .avec(variante.retenue.then(|| balise("span.etiquette").avec("versé")));
        balise("section.variante")
            .classe_si(variante.retenue, "retenue")
            .avec(titre)
            .avec(balise("p.montant").avec(variante.valeur.as_deref().unwrap_or("pas de montant")))
            .avec(explication(&variante.blocs))
    };
    let ecart = |ecart: &str| balise("p.difference").avec("Différence\u{a0}: ").avec(balise("strong").avec(ecart));
    balise("li.variantes").avec(balise("div.colonnes").avec(chacun(variantes.iter().map(colonne)))).avec(difference.map(ecart))
}
