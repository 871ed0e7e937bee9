//! Aide à la parentalité en outre-mer (APOM): takes the place of the Chèque Famille Finances overseas. Almost nothing is
//! published; the rule requires only what is.

use crate::{
    baremes::apom::CREATION,
    moteur::*,
    notions::{agents::exige_affectation, bareme_du_ministere::montant_du_bareme, finances::*},
    situation::{Affectation, Enfant},
};

static GROUPE_DE_TRAVAIL: Article = Article {
    nom: "Groupe de travail « aides à la parentalité » du 20 septembre 2022 (Solidaires Finances publiques)",
    lien: "https://fr.solidairesfinancespubliques.org/vie-des-agents/action-sociale/5055-aides-a-la-parentalite-un-groupe-de-travail-tres-trop-prudent.html",
};

pub static AIDE: Aide = Aide {
    id: "apom",
    nom: "Aide à la parentalité en outre-mer (APOM)",
    resume: "Outre-mer, le remboursement de dépenses pour votre enfant, à la place du Chèque Famille Finances.",
    famille: Famille::Ministere,
    textes: &[&PAGE, &GROUPE_DE_TRAVAIL],
    depend: &[],
    regle: Regle::Enfant(calcule),
};

fn calcule(d: &mut Dossier, rang: usize) -> Issue {
    exige_creation(d, &CREATION)?;
    let agents = exige_agent_des_finances(d);
    let ou = "Être affecté outre-mer (en métropole, c’est le Chèque Famille Finances)";
    exige_affectation(d, &agents, ou, &PAGE, &[Affectation::Drom, Affectation::Com]);
    d.condition("Un enfant déjà né", &PAGE, |d| {
        let naissance = d.enfant(rang, Enfant::NAISSANCE)?;
        Ok(Verdict { rempli: naissance <= d.jour, des: Some(naissance) })
    });
    let du_bareme = montant_du_bareme(d, AideLocale::Apom, rang, &agents);
    d.verdict()?;

    reserve_retraite(d, &agents);
    d.avertit("L’aide rembourse des dépenses que vous avez déjà payées : gardez les factures.");
    if let Some(montant) = du_bareme {
        return Ok(montant);
    }
    d.a_confirmer(
        "Rien n’est publié sur les âges, les dépenses remboursées, le revenu à ne pas dépasser et le montant : demandez à la délégation avant de compter dessus.",
    );
    Ok(Montant::Notifie)
}
