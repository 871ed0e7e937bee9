//! The sums and the groups of cards.

use super::{
    balise::{Balise, balise, chacun},
    carte::carte,
    contexte::Contexte,
    lien,
};
use crate::vue::{
    majuscule, pluriel,
    resultats::{Carte, Rang, Resultats, Sommes},
};

/// All that was found: sums, then rights, from the surest to what is not open. `mois` in words.
pub fn les_resultats(resultats: &Resultats, mois: &str, contexte: &Contexte) -> Balise {
    let Resultats { sommes, groupes, reperes, hors_periode, .. } = resultats;
    let avis = || balise("p.avis").avec(format!("{} n’est pas un mois que nous savons simuler. Choisissez-en un autre.", majuscule(mois)));
    let les_reperes = || {
        balise("section.groupe-droits.reperes")
            .attribut("aria-labelledby", "groupe-reperes")
            .avec(balise("h2").attribut("id", "groupe-reperes").avec("Repères"))
            .avec(balise("p.aide").avec("Des chiffres que les aides regardent. Ce n’est pas de l’argent versé."))
            .avec(les_cartes(reperes, contexte))
    };
    balise("div.resultats")
        .avec(hors_periode.then(avis))
        .avec(les_sommes(sommes))
        .avec(chacun(groupes.iter().map(|(rang, cartes)| groupe(*rang, cartes, contexte))))
        .avec((!reperes.is_empty()).then(les_reperes))
        .avec(notice(mois))
}

/// Sure amounts only; one period is never added to another.
fn les_sommes(sommes: &Sommes) -> Balise {
    let Sommes { par_mois, par_an, une_fois, a_confirmer, a_completer } = sommes;
    let vide = par_mois.is_none() && par_an.is_none() && une_fois.is_none();
    let compte = |nombre: &usize| (0 < *nombre).then(|| nombre.to_string());
    let sommes = [
        ("Par mois", par_mois.clone().or_else(|| vide.then(|| "—".to_owned()))),
        ("Par an", par_an.clone()),
        ("En une fois", une_fois.clone()),
        ("Montant à confirmer", compte(a_confirmer)),
        ("À compléter", compte(a_completer)),
    ];
    let somme = |(libelle, valeur): (&str, Option<String>)| {
        let valeur = valeur?;
        Some(balise("div.somme").avec(balise("dt").avec(libelle)).avec(balise("dd.vif").cle(&valeur).avec(valeur)))
    };
    balise("dl.sommes").avec(chacun(sommes.into_iter().filter_map(somme)))
}

fn les_cartes(cartes: &[Carte], contexte: &Contexte) -> Balise {
    chacun(cartes.iter().map(|une| carte(une, contexte)))
}

fn groupe(rang: Rang, cartes: &[Carte], contexte: &Contexte) -> Balise {
    let id = format!("groupe-{}", rang.cle());
    let titre = balise("h2").attribut("id", &id).avec(rang.titre());
    let groupe = balise("section.groupe-droits").classe(rang.cle()).cle(rang.cle()).attribut("aria-labelledby", &id);
    if rang == Rang::PasMaintenant {
        let nombre = balise("span.nombre").avec(format!(" · {}", pluriel(cartes.len(), "aide", "aides")));
        groupe.avec(
            balise("details.pli")
                .avec(balise("summary").avec(titre.avec(nombre)))
                .avec(balise("div.pli-contenu").avec(les_cartes(cartes, contexte))),
        )
    } else {
        groupe.avec(titre).avec(les_cartes(cartes, contexte))
    }
}

/// What every result and every sheet says.
fn notice(mois: &str) -> Balise {
    balise("p.notice")
        .avec("Une estimation, pas une décision. Règles de\u{a0}")
        .avec(mois)
        .avec("\u{a0}; seul l’organisme qui verse l’aide décide\u{a0}: la Caf, la MSA ou le service d’action sociale. ")
        .avec(lien("a", "#/limites").avec("Ce qui n’est pas pris en compte"))
}
