//! What an action does to the state.

use super::*;
use crate::situation::Lieu;
use crate::situation::Rangs;

const COUPLE: Cle = Cle { lieu: Lieu::Foyer, question: "couple", part: super::super::saisie::Part::Tout };

fn apres(actions: impl IntoIterator<Item = Action>) -> Etat {
    actions.into_iter().fold(Etat::nouveau(MoisCivil::le(2026, 11)), applique)
}
fn repond(lieu: Lieu, question: &'static str, texte: &str) -> Action {
    Action::Repond(Cle::de(lieu, question), texte.to_owned())
}

#[test]
fn le_conjoint_mis_de_cote_revient() {
    let marie = || Action::Repond(COUPLE, "marie".into());
    let etat = apres([marie(), Action::Saisit(Cle::de(Lieu::Adulte(1), "prenom"), "Sacha".into())]);
    assert_eq!(etat.situation.nom(Lieu::Adulte(1)), "Sacha");
    let etat = applique(etat, Action::Repond(COUPLE, "seul".into()));
    assert_eq!(etat.situation.adultes.len(), 1);
    assert_eq!(applique(etat, marie()).situation.nom(Lieu::Adulte(1)), "Sacha");
}

#[test]
fn dire_qu_on_a_des_enfants_en_ajoute_un_et_le_non_les_met_de_cote() {
    let oui = || repond(Lieu::Foyer, "a_des_enfants", "oui");
    let etat = apres([oui(), Action::AjouteEnfant, repond(Lieu::Enfant(1), "prenom", "Lina")]);
    assert_eq!(etat.situation.enfants.len(), 2);
    let etat = applique(etat, repond(Lieu::Foyer, "a_des_enfants", "non"));
    assert!(etat.situation.enfants.is_empty());
    assert_eq!(applique(etat, oui()).situation.nom(Lieu::Enfant(1)), "Lina");
}

#[test]
fn retirer_un_enfant_decale_ceux_qui_suivent() {
    let lina = Cle::de(Lieu::Enfant(2), "naissance");
    let mut actions = vec![Action::AjouteEnfant, Action::AjouteEnfant, Action::AjouteEnfant, Action::AjouteSejour];
    actions.extend(["1", "3"].map(|rang| Action::Coche(Cle::de(Lieu::Sejour(0), "enfants"), rang.into(), true)));
    actions.extend([Action::Saisit(lina, "3/".into()), Action::Retire(Lieu::Enfant(0))]);
    let etat = apres(actions);
    assert_eq!(etat.situation.sejours[0].valeur(Sejour::ENFANTS), Some(Rangs(vec![2])));
    assert_eq!(etat.saisies.iter().map(|(cle, _)| *cle).collect::<Vec<_>>(), [Cle { lieu: Lieu::Enfant(1), ..lina }]);
}

#[test]
fn un_texte_en_cours_n_est_une_erreur_qu_une_fois_le_champ_quitte() {
    let naissance = Cle::de(Lieu::Adulte(0), "naissance");
    let etat = apres([Action::Saisit(naissance, "12/04/".into())]);
    assert_eq!(etat.illisibles().count(), 0);
    let quitte = applique(etat.clone(), Action::Quitte(naissance));
    assert_eq!(quitte.illisibles().count(), 1);
    assert_eq!(applique(etat, Action::Ouvre(Ecran::Droits)).illisibles().count(), 1);
    let corrige = applique(quitte, Action::Saisit(naissance, "12/04/1988".into()));
    assert_eq!(applique(corrige, Action::Quitte(naissance)).saisies, []);
}

#[test]
fn un_fichier_abime_ne_change_rien_d_autre_que_le_message() {
    let avant = apres([repond(Lieu::Foyer, "couple", "pacse")]);
    let apres = applique(avant.clone(), Action::Charge(crate::situation::depuis_json("{")));
    assert_eq!(Etat { message: None, ..apres.clone() }, avant);
    assert!(apres.message.is_some_and(|m| m.refus && m.texte.contains("abîmé")));
}

#[test]
fn effacer_ne_laisse_rien() {
    let etat = apres([Action::Choisit(Profil::Parent, Vue::PasAPas), Action::Garde(true), Action::AjouteEnfant, Action::Efface]);
    assert!(!etat.est_commence() && !etat.garde && etat.profil.is_none());
    assert_eq!(etat.ecartes, Ecartes::default());
}

const RIEN: Arrivees = Arrivees { reste: Chargement::PasDemande, foyers: Chargement::PasDemande, communes: Chargement::PasDemande };
const DEMANDE: Chargement = Chargement::EnAttente { encore: false };
const REDEMANDE: Chargement = Chargement::EnAttente { encore: true };

/// What a page that just came asks for, after these actions.
fn arrivees(actions: Vec<Action>) -> Arrivees {
    let arrive = Etat { arrivees: RIEN, ..Etat::nouveau(MoisCivil::le(2026, 11)) };
    actions.into_iter().fold(arrive, applique).arrivees
}

#[test]
fn l_annexe_est_demandee_en_quittant_l_accueil_et_redemandee_apres_un_echec() {
    let annexe = |actions: Vec<Action>| arrivees(actions).reste;
    let ouvre = || Action::Ouvre(Ecran::Sources);
    assert_eq!(annexe(vec![Action::Tait]), Chargement::PasDemande);
    assert_eq!(annexe(vec![ouvre()]), DEMANDE);
    // Coming back, leaving again, wiping, opening a file: it is not asked for twice.
    let ailleurs = || vec![ouvre(), Action::Recoit(true), Action::Ouvre(Ecran::Accueil), ouvre(), Action::Efface];
    assert_eq!(annexe(ailleurs()), Chargement::Fait);
    let charge = Action::Charge(Ok((Situation::default(), None)));
    assert_eq!(annexe(ailleurs().into_iter().chain([charge]).collect()), Chargement::Fait);
    assert_eq!(annexe(vec![ouvre(), Action::Recoit(false), Action::Ouvre(Ecran::Droits)]), Chargement::Echec);
    assert_eq!(annexe(vec![ouvre(), Action::Recoit(false), Action::Reessaie]), REDEMANDE);
}

#[test]
fn ce_que_demandent_les_foyers_n_est_demande_que_sur_leur_ecran() {
    let foyers = || Action::Ouvre(Ecran::Lots);
    assert_eq!(arrivees(vec![Action::Ouvre(Ecran::Droits), Action::Recoit(true), Action::Reessaie]).foyers, Chargement::PasDemande);
    assert_eq!(arrivees(vec![foyers()]).foyers, DEMANDE);
    let recu = [foyers(), Action::Recoit(true), Action::RecoitLesFoyers(true), Action::Efface, foyers()];
    assert_eq!(arrivees(recu.into()).foyers, Chargement::Fait);
    let coupe = || vec![foyers(), Action::Recoit(true), Action::RecoitLesFoyers(false), Action::Ouvre(Ecran::Droits), foyers()];
    assert_eq!(arrivees(coupe()).foyers, Chargement::Echec);
    let reessaye = arrivees(coupe().into_iter().chain([Action::Reessaie]).collect());
    assert_eq!((reessaye.reste, reessaye.foyers), (Chargement::Fait, REDEMANDE));
}
