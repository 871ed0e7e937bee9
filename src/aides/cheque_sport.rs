//! Chèque Sport Finances: the sport of adolescents, for the agents of the economic and financial ministries. Nothing
//! official gives its amount; what is known comes from a union's minutes.

use crate::{
    baremes::cheque_sport::*,
    grandeurs::*,
    moteur::*,
    notions::{bareme_du_ministere::montant_du_bareme, finances::*},
    situation::Enfant,
};

static COMPTE_RENDU: Article = Article {
    nom: "Compte rendu du CDAS du Puy-de-Dôme du 28 septembre 2023 (Solidaires Finances publiques)",
    lien: "https://sections.solidairesfinancespubliques.info/630/actualite/action-sociale/72-compte-rendu-csal-du-12-06-2023.html",
};

pub static AIDE: Aide = Aide {
    id: "cheque_sport",
    nom: "Chèque Sport Finances",
    resume: "Une aide à payer le sport de votre adolescent.",
    famille: Famille::Ministere,
    textes: &[&COMPTE_RENDU, &PAGE],
    depend: &[],
    regle: Regle::Enfant(calcule),
};

fn calcule(d: &mut Dossier, rang: usize) -> Issue {
    exige_creation(d, &CREATION)?;
    let agents = exige_agent_des_finances(d);
    let (de, a) = (d.valeur(&AGE_MINIMUM)?, d.valeur(&AGE_MAXIMUM)?);
    d.condition(format!("Un enfant de {} à {a}", de.0), &COMPTE_RENDU, |d| {
        let naissance = d.enfant(rang, Enfant::NAISSANCE)?;
        let age = d.pose("Âge de l’enfant", "au premier jour du mois", age_au(naissance, d.jour));
        Ok(Verdict { rempli: de <= age && age <= a, des: (age < de).then(|| anniversaire(naissance, de)) })
    });
    let depense_dite = exige_depense(d, "Payer pour le sport de l’enfant", rang, Enfant::SPORT);
    let du_bareme = montant_du_bareme(d, AideLocale::ChequeSport, rang, &agents);
    d.verdict()?;

    reserve_retraite(d, &agents);
    if !depense_dite {
        d.avertit("Ce chèque sert à payer une activité sportive : il faut avoir cette dépense.");
    }
    d.avertit("Peu de clubs acceptent ce chèque : demandez au vôtre avant de faire la demande.");
    if let Some(montant) = du_bareme {
        return Ok(montant);
    }
    d.a_confirmer(
        "Le montant est fixé par l’administration selon le revenu, et n’est pas publié. Au-dessus d’un revenu qui n’est pas publié non plus, le chèque peut être refusé.",
    );
    Ok(Montant::Notifie)
}
