//! The sheet, on paper only: made when the page is about to be printed, in place of the screen.

use super::{
    balise::{Balise, balise, chacun},
    travail::figure,
};
use crate::vue::{
    fiche::{Fiche, Ligne, Partie},
    travail::Travail,
};

/// The fold that it is: open while the page prints, and only then.
pub const PLI: &str = "fiche";

/// What stands around what was found.
pub struct Cadre<'a> {
    /// The month whose rules are read, in words.
    pub mois: &'a str,
    /// The day and the hour, in words.
    pub quand: &'a str,
    /// The address of the site.
    pub site: &'a str,
    /// The scenario that it shows in place of the household.
    pub imaginee: Option<&'a str>,
    /// The link as a code to scan.
    pub code: Balise,
    pub travail: Option<&'a Travail>,
}

/// Two pages at most.
pub fn la_fiche(fiche: &Fiche, cadre: Cadre) -> Balise {
    let Fiche { sommes, parties, dessin } = fiche;
    let Cadre { mois, quand, site, imaginee, code, travail } = cadre;
    let imaginee = imaginee
        .map(|nom| balise("p").avec(balise("strong").avec(format!("Situation imaginée, pas celle du foyer\u{a0}: «\u{a0}{nom}\u{a0}»."))));
    let version = env!("CARGO_PKG_VERSION");
    let somme = |(nom, montant): &(&str, String)| balise("div").avec(balise("dt").avec(*nom)).avec(balise("dd").avec(montant));
    let tete = balise("header")
        .avec(
            balise("div")
                .avec(balise("h1").avec("Vos droits, estimés"))
                .avec(imaginee)
                .avec(balise("p").avec(format!("Règles de {mois}. Fiche faite le {quand}.")))
                .avec(balise("p").avec(format!("Juste Droit, version {version}\u{a0}: {site}")))
                .avec(balise("dl").avec(chacun(sommes.iter().map(somme)))),
        )
        .avec(code);
    let limites = format!(
        "Une estimation, pas une décision\u{a0}: seul l’organisme qui verse l’aide décide, la Caf, la MSA ou le service d’action sociale. Ne sont comptés que les montants sûrs, d’après les réponses données. Après {mois}, les règles et les montants peuvent changer. Ce que le calcul laisse de côté, aide par aide\u{a0}: {site}#/limites."
    );
    let travail = travail.filter(|_| *dessin).map(|travail| {
        let vous = travail.aujourd_hui();
        balise("div.travail").avec(figure(travail, vous, vous.unwrap_or(0)))
    });
    balise("div.fiche")
        .avec(tete)
        .avec(balise("div.fiche-corps").avec(chacun(parties.iter().map(une_partie))).avec(travail))
        .avec(balise("p.fiche-limites").avec(limites))
}

fn une_partie(partie: &Partie) -> Balise {
    let suite = || balise("p.fiche-suite").avec("La suite est sur l’écran.");
    balise("section")
        .avec(balise("h2").avec(&partie.titre))
        .avec(chacun(partie.lignes.iter().map(|ligne| une_ligne(ligne, partie.est_due() || !ligne.textes.is_empty()))))
        .avec(partie.coupee.then(suite))
}

fn une_ligne(Ligne { nom, montant, textes, .. }: &Ligne, forte: bool) -> Balise {
    let tete = balise("p.fiche-nom").avec(balise(if forte { "strong" } else { "span" }).avec(nom)).avec(balise("span").avec(montant));
    balise("div.fiche-ligne").avec((!nom.is_empty()).then_some(tete)).avec(chacun(textes.iter().map(|texte| balise("p").avec(texte))))
}
