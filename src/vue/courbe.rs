//! The AAH as the spouse's income grows, in both calculations: the same rule, run again for each income.

use crate::{
    aides::aah,
    baremes::smic::{DUREE_MENSUELLE, HORAIRE},
    grandeurs::*,
    moteur::{Beneficiaire, Droit, Locaux, Nature, Valeur, simule},
    situation::{Activite, Adulte, Annuel, Couple, Dit, Foyer, Mensuel, Revenu, Revenus, Situation},
};

/// How far the spouse's income goes, in Smic, and how many points are drawn.
const SMICS: u32 = 3;
const PAS: u32 = 30;

/// Whose curve it is: enough to draw it when it is looked at, and not before.
#[derive(Clone, Debug, PartialEq)]
pub struct Sujet {
    pub situation: Situation,
    pub mois: MoisCivil,
    pub adulte: usize,
}
impl Sujet {
    /// Of a right: the AAH that has been computed both ways.
    pub fn de(situation: &Situation, mois: MoisCivil, droit: &Droit) -> Option<Sujet> {
        let Beneficiaire::Adulte(adulte) = droit.beneficiaire else { return None };
        let deux_calculs = droit.aide == &aah::AIDE && droit.etapes.iter().any(|e| e.quoi == aah::DU_COUPLE);
        deux_calculs.then(|| Sujet { situation: situation.clone(), mois, adulte })
    }
}

/// The AAH for one income of the spouse.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Taxable wage of the spouse, a month.
    pub revenu: Euros<Mois>,
    pub individuel: Euros<Mois>,
    pub couple: Euros<Mois>,
}

/// The two calculations side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Courbe {
    /// From no income to three times the gross Smic.
    pub points: Vec<Point>,
    /// The household itself.
    pub foyer: Option<Point>,
    pub smic: Euros<Mois>,
}

/// The drawing: a frame of `LARGEUR` × `HAUTEUR`, amounts upwards.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    /// Points of the two lines, as SVG writes them.
    pub individuel: String,
    pub couple: String,
    /// The household's own income, and its two amounts.
    pub foyer: Option<[i64; 3]>,
    /// Places of 0, 1, 2 and 3 Smic.
    pub smics: Vec<(i64, String)>,
    pub sommet: String,
    /// In one sentence, for who does not see the drawing.
    pub phrase: String,
    /// The same in figures: income of the spouse, individual, couple; every half Smic.
    pub lignes: Vec<[String; 3]>,
}
pub const LARGEUR: i64 = 300;
pub const HAUTEUR: i64 = 120;

impl Courbe {
    pub fn trace(&self) -> Trace {
        let sommet = self.points.iter().flat_map(|p| [p.individuel, p.couple]).max().unwrap_or(Euros::ZERO);
        let en_largeur = |revenu: Euros<Mois>| place(revenu, self.smic * SMICS, LARGEUR);
        let en_hauteur = |montant: Euros<Mois>| HAUTEUR - place(montant, sommet, HAUTEUR);
        let ligne = |de: fn(&Point) -> Euros<Mois>| {
            self.points.iter().map(|p| format!("{},{}", en_largeur(p.revenu), en_hauteur(de(p)))).collect::<Vec<_>>().join(" ")
        };
        let reste = self.points.iter().find(|p| p.couple.est_nul()).map(|p| p.revenu);
        let phrase = match reste {
            Some(revenu) => format!(
                "Le calcul du couple baisse quand le conjoint gagne plus, jusqu’à zéro vers {revenu}. Le calcul individuel ne change pas."
            ),
            None => "Le calcul du couple baisse quand le conjoint gagne plus. Le calcul individuel ne change pas.".to_owned(),
        };
        let ecrite = |p: &Point| [p.revenu, p.individuel, p.couple].map(|montant| ecris_euros(montant.decimal()));
        Trace {
            individuel: ligne(|p| p.individuel),
            couple: ligne(|p| p.couple),
            foyer: self.foyer.map(|p| [en_largeur(p.revenu), en_hauteur(p.individuel), en_hauteur(p.couple)]),
            smics: (0..=SMICS)
                .map(|n| (en_largeur(self.smic * n), if n == 0 { "0".to_owned() } else { format!("{n}\u{a0}Smic") }))
                .collect(),
            sommet: ecris_euros(sommet.decimal()),
            phrase,
            lignes: self.points.iter().step_by(5).map(ecrite).collect(),
        }
    }
}

/// Where an amount stands on an axis that ends at `maximum`, never beyond.
fn place(montant: Euros<Mois>, maximum: Euros<Mois>, longueur: i64) -> i64 {
    let part = montant.decimal().checked_div(maximum.decimal()).unwrap_or(Decimal::ZERO).clamp(Decimal::ZERO, Decimal::ONE);
    i64::try_from(part.saturating_mul(Decimal::from(longueur)).round().mantissa()).unwrap_or(longueur)
}

/// The curve of an adult in couple; none when the person is alone, or when an answer about the person is missing.
pub fn courbe(Sujet { situation, mois, adulte }: &Sujet) -> Option<Courbe> {
    let (mois, adulte) = (*mois, *adulte);
    if matches!(situation.foyer.valeur(Foyer::COUPLE), None | Some(Couple::Seul)) || situation.adultes.len() < 2 {
        return None;
    }
    let jour = mois.premier_jour();
    let smic = Euros::<Mois>::de((HORAIRE.au(jour)?.valeur * DUREE_MENSUELLE.au(jour)?.valeur).decimal());
    let points = (0..=PAS)
        .map(|i| {
            let revenu = smic * SMICS * i / Coef::de(Decimal::from(PAS));
            let (individuel, couple) = les_deux(&avec_salaire(situation, mois, usize::from(adulte == 0), revenu), mois, adulte)?;
            Some(Point { revenu, individuel, couple })
        })
        .collect::<Option<Vec<_>>>()?;
    let foyer = revenu_du_conjoint(situation, mois, adulte)
        .and_then(|revenu| les_deux(situation, mois, adulte).map(|(individuel, couple)| Point { revenu, individuel, couple }));
    Some(Courbe { points, foyer, smic })
}

/// The amounts of the two calculations, whichever is paid.
fn les_deux(situation: &Situation, mois: MoisCivil, adulte: usize) -> Option<(Euros<Mois>, Euros<Mois>)> {
    let droits = simule(&[&aah::AIDE], &[], situation, mois, Locaux::default());
    let droit = droits.iter().find(|droit| droit.beneficiaire == Beneficiaire::Adulte(adulte))?;
    Some((variante(droit, aah::INDIVIDUEL)?, variante(droit, aah::DU_COUPLE)?))
}

fn variante(droit: &Droit, nom: &str) -> Option<Euros<Mois>> {
    droit.etapes.iter().find_map(|etape| match &etape.nature {
        Nature::Variante { valeur: Some(Valeur::Somme(somme)), .. } if etape.quoi == nom => Some(Euros::de(somme.euros)),
        _ => None,
    })
}

/// The same household, whose spouse earns this wage and nothing else.
fn avec_salaire(situation: &Situation, mois: MoisCivil, conjoint: usize, salaire: Euros<Mois>) -> Situation {
    let mut autre = situation.clone();
    if let Some(adulte) = autre.adultes.get_mut(conjoint) {
        adulte.pose(Adulte::ACTIVITE, Dit::Oui(Activite::Salarie));
        adulte.pose(Adulte::REVENUS, Dit::Oui(Revenus(vec![Revenu::Salaire])));
        adulte.pose(Adulte::SALAIRE, Dit::Oui(Mensuel::habituel(salaire)));
        adulte.pose(Adulte::SALAIRE_ANNUEL, Dit::Oui(Annuel(vec![(mois.annee - 2, salaire.par_an())])));
    }
    autre
}

/// What the spouse of the household receives a month, over the months that the calculation reads; none when it is not all said.
fn revenu_du_conjoint(situation: &Situation, mois: MoisCivil, adulte: usize) -> Option<Euros<Mois>> {
    let (moi, conjoint) = (situation.adultes.get(adulte)?, situation.adultes.get(usize::from(adulte == 0))?);
    let travaille = matches!(moi.valeur(Adulte::ACTIVITE), Some(Activite::Salarie | Activite::Independant));
    let trimestre = travaille && moi.valeur(Adulte::REVENUS).is_some_and(|revenus| !revenus.0.is_empty());
    let annuel = |question| conjoint.valeur::<Annuel>(question)?.de(mois.annee - 2).map(Euros::par_mois);
    let lit = |du_mois, de_l_annee| {
        if !trimestre {
            return annuel(de_l_annee);
        }
        let dits = conjoint.valeur::<Mensuel>(du_mois)?;
        let somme: Euros<Mois> = mois.trimestre_precedent().into_iter().map(|m| dits.au(m)).sum::<Option<_>>()?;
        Some(somme / Coef::de(Decimal::from(3)))
    };
    let lus = conjoint.valeur(Adulte::REVENUS)?.0.into_iter().map(|revenu| match revenu {
        Revenu::Salaire => lit(Adulte::SALAIRE, Adulte::SALAIRE_ANNUEL),
        Revenu::Esat => lit(Adulte::ESAT, Adulte::ESAT_ANNUEL),
        Revenu::Independant => lit(Adulte::INDEPENDANT, Adulte::INDEPENDANT_ANNUEL),
        Revenu::Chomage => lit(Adulte::CHOMAGE, Adulte::CHOMAGE_ANNUEL),
        Revenu::Indemnites => lit(Adulte::INDEMNITES, Adulte::INDEMNITES_ANNUEL),
        Revenu::Invalidite => lit(Adulte::INVALIDITE, Adulte::INVALIDITE_ANNUEL),
        Revenu::Retraite => lit(Adulte::RETRAITE, Adulte::RETRAITE_ANNUEL),
        Revenu::PensionAlimentaire => lit(Adulte::PENSION_ALIMENTAIRE, Adulte::PENSION_ALIMENTAIRE_ANNUEL),
        Revenu::Autre => annuel(Adulte::AUTRE_ANNUEL),
        Revenu::Rente | Revenu::Asi | Revenu::PensionVersee => Some(Euros::ZERO),
    });
    lus.sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::situation::depuis_json;

    fn couple(conjoint: &str) -> Situation {
        let texte = format!(
            r#"{{"format":"juste-droit","version":1,"foyer":{{"couple":"marie","couple_depuis":"2015-06-01","a_des_enfants":"non"}},
            "adultes":[{{"naissance":"1986-03-02","taux":"80","revenus":"aucun","aah_avant_reforme":"oui","calcul_individuel":"non"}},
            {{"naissance":"1985-01-01","taux":"aucun"{conjoint}}}]}}"#
        );
        depuis_json(&texte).map(|(situation, _)| situation).unwrap_or_default()
    }
    fn en_mai(conjoint: &str) -> Option<Courbe> {
        courbe(&Sujet { situation: couple(conjoint), mois: MoisCivil::le(2026, 5), adulte: 0 })
    }

    #[test]
    fn le_calcul_individuel_est_plat_et_celui_du_couple_descend() {
        let courbe = en_mai(r#","revenus":"salaire","salaire_annuel":"2024=24000""#).expect("une courbe");
        assert_eq!(courbe.points.len(), 31);
        assert!(courbe.points.windows(2).all(|p| p[0].individuel == p[1].individuel && p[1].couple <= p[0].couple));
        assert_eq!(courbe.points.last().map(|p| p.couple), Some(Euros::ZERO));
        let foyer = courbe.foyer.expect("un point");
        assert_eq!(foyer.revenu, Euros::c(2000, 0));
        // 1 885,28 − (1 800 − 416,67)
        assert_eq!((foyer.individuel, foyer.couple.arrondi_au_centime()), (Euros::c(104159, 2), Euros::c(50194, 2)));
    }

    #[test]
    fn le_dessin_tient_dans_son_cadre_et_dit_les_memes_chiffres() {
        let trace = en_mai(r#","revenus":"salaire","salaire_annuel":"2024=24000""#).expect("une courbe").trace();
        assert!(trace.individuel.starts_with("0,0 10,0 ") && trace.individuel.ends_with(" 300,0"), "{}", trace.individuel);
        assert!(trace.couple.starts_with("0,0 ") && trace.couple.ends_with(" 300,120"), "{}", trace.couple);
        assert_eq!(trace.smics.iter().map(|(x, _)| *x).collect::<Vec<_>>(), [0, 100, 200, 300]);
        assert_eq!(trace.foyer, Some([110, 0, 62]));
        assert_eq!((trace.lignes.len(), trace.lignes[0][2].as_str()), (7, "1\u{202f}041,59\u{a0}€"));
    }

    #[test]
    fn sans_les_revenus_du_conjoint_la_courbe_est_dessinee_sans_le_point() {
        let courbe = en_mai("").expect("une courbe");
        assert_eq!(courbe.foyer, None);
    }

    #[test]
    fn ni_pour_une_personne_seule_ni_avant_la_reforme() {
        assert_eq!(courbe(&Sujet { situation: Situation::default(), mois: MoisCivil::le(2026, 5), adulte: 0 }), None);
        assert_eq!(courbe(&Sujet { situation: couple(""), mois: MoisCivil::le(2023, 9), adulte: 0 }), None);
    }
}
