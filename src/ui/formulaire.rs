//! The questions of a subject.

use super::{
    balise::{Balise, balise, chacun},
    bouton,
    champ::question,
    contexte::{Contexte, Pli},
    invisible, lien,
};
use crate::{
    situation::Lieu,
    vue::{
        etat::Action,
        formulaire::{Groupe, Section},
        saisie::Cle,
    },
};

/// Every question of a subject, group by group. `niveau` is the level of the heads of the groups.
pub fn questions(section: &Section, niveau: u8, contexte: &Contexte) -> Balise {
    let ajoute = |lieu: Lieu| {
        let (action, libelle) = match lieu {
            Lieu::Sejour(_) => (Action::AjouteSejour, "Ajouter un projet de vacances"),
            _ => (Action::AjouteEnfant, "Ajouter un enfant, né ou à naître"),
        };
        let plus = balise("span").attribut("aria-hidden", "true").avec("+\u{a0}");
        bouton("button.bouton.second", contexte.agit_et_focalise(action, id(lieu))).avec(plus).avec(libelle)
    };
    balise("div.questions")
        .avec(section.groupes.is_empty().then(|| balise("p.vide").avec("Rien à demander ici pour l’instant.")))
        .avec(chacun(section.groupes.iter().map(|un| groupe(un, niveau, contexte))))
        .avec(section.ajout.map(ajoute))
}

/// The id of a group.
fn id(lieu: Lieu) -> String {
    Cle::de(lieu, "groupe").id()
}

fn groupe(groupe: &Groupe, niveau: u8, contexte: &Contexte) -> Balise {
    let Groupe { lieu, titre, retirable, entrees, a_dire, pli_ouvert } = groupe;
    let questions = chacun(entrees.iter().map(|entree| question(entree, contexte)));
    let pli = || {
        let titre = if matches!(lieu, Lieu::Enfant(_)) { "Signaler un changement" } else { "Situations particulières" };
        let pli = Pli { id: Cle::de(*lieu, "pli").id(), titre, classe: "", ouvert: *pli_ouvert };
        contexte.pli(pli, &|| chacun(a_dire.iter().map(|entree| question(entree, contexte))))
    };
    let pli = (!a_dire.is_empty()).then(pli);
    let groupe = balise("div.groupe").cle(&id(*lieu)).attribut("id", &id(*lieu));
    let Some(titre) = titre else { return groupe.avec(questions).avec(pli) };
    let retire =
        || bouton("button.bouton.discret", contexte.agit(Action::Retire(*lieu))).avec("Retirer").avec(invisible(&format!(" {titre}")));
    let tete = balise("div.groupe-tete")
        .avec(balise(if niveau == 2 { "h2.groupe-titre" } else { "h3.groupe-titre" }).avec(titre))
        .avec(retirable.then(retire));
    groupe.classe("cadre").attribut("role", "group").attribut("aria-label", titre).avec(tete).avec(questions).avec(pli)
}

/// The answers that could not be read: label of the question, address of its field.
pub fn fautes(fautes: &[(String, String)]) -> Option<Balise> {
    let titre = if fautes.len() == 1 { "Une réponse n’a pas pu être lue" } else { "Des réponses n’ont pas pu être lues" };
    let faute = |(libelle, adresse): &(String, String)| balise("li").avec(lien("a", adresse).avec(libelle));
    let avis = || {
        balise("div.avis.refus")
            .attribut("id", "fautes")
            .attribut("tabindex", "-1")
            .attribut("role", "group")
            .attribut("aria-labelledby", "fautes-titre")
            .avec(balise("p").attribut("id", "fautes-titre").avec(balise("strong").avec(titre)))
            .avec(balise("ul").avec(chacun(fautes.iter().map(faute))))
    };
    (!fautes.is_empty()).then(avis)
}
