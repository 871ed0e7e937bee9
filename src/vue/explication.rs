//! The reasons of a right, line by line: what the engine recorded, with its values, texts and links in words.

use super::{ecrit, route::Ecran, saisie::Cle};
use crate::{
    annexe,
    grandeurs::{MoisCivil, Somme, ecris_jour},
    moteur::{Confiance, Etape, Nature, Valeur, premier_rang},
    situation::Situation,
};

/// A line, or calculations to read side by side.
#[derive(Clone, Debug, PartialEq)]
pub enum Bloc {
    Ligne(Ligne),
    Variantes { variantes: Vec<Variante>, difference: Option<String> },
}

#[derive(Clone, Debug, PartialEq)]
pub struct Ligne {
    pub signe: Signe,
    pub quoi: String,
    pub valeur: Option<String>,
    /// In words, the operation that made the value.
    pub operation: Option<String>,
    pub renvoi: Option<Renvoi>,
    pub details: Vec<Bloc>,
}

/// What stands before a line; never the colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signe {
    Rempli,
    NonRempli,
    Inconnu,
    Calcul,
    Donnee,
    Note,
}
impl Signe {
    pub fn cle(self) -> &'static str {
        match self {
            Self::Rempli => "oui",
            Self::NonRempli => "non",
            Self::Inconnu => "inconnu",
            Self::Calcul => "calcul",
            Self::Donnee => "donnee",
            Self::Note => "note",
        }
    }
    pub fn glyphe(self) -> &'static str {
        match self {
            Self::Rempli => "✓",
            Self::NonRempli => "✗",
            Self::Inconnu => "?",
            Self::Calcul => "=",
            Self::Donnee | Self::Note => "",
        }
    }
    /// For who does not see the sign.
    pub fn dit(self) -> &'static str {
        match self {
            Self::Rempli => "Condition remplie\u{a0}: ",
            Self::NonRempli => "Condition non remplie\u{a0}: ",
            Self::Inconnu => "Condition à vérifier\u{a0}: ",
            Self::Calcul | Self::Donnee | Self::Note => "",
        }
    }
}

/// Where a line comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Renvoi {
    /// An article, or the source of a scale; `note` says how sure it is when it is not an official text.
    Texte { avant: Option<String>, nom: String, lien: String, note: Option<&'static str> },
    /// An answer of the person, and its field.
    Reponse { adresse: String },
}

/// One of several calculations of the same right.
#[derive(Clone, Debug, PartialEq)]
pub struct Variante {
    pub titre: String,
    pub valeur: Option<String>,
    pub retenue: bool,
    pub blocs: Vec<Bloc>,
}

/// The explanation of a right of a household.
pub fn explication(situation: &Situation, etapes: &[Etape], mois: MoisCivil) -> Vec<Bloc> {
    let mut blocs = Vec::new();
    let etapes = premier_rang(etapes);
    let mut reste = etapes.as_slice();
    while let [(etape, details), suite @ ..] = reste {
        let variantes = reste.iter().take_while(|(e, _)| matches!(e.nature, Nature::Variante { .. })).count();
        if variantes == 0 {
            blocs.push(Bloc::Ligne(ligne(situation, etape, explication(situation, details, mois), mois)));
            reste = suite;
        } else {
            let (ensemble, suite) = reste.split_at(variantes);
            blocs.push(cote_a_cote(situation, ensemble, mois));
            reste = suite;
        }
    }
    blocs
}

fn cote_a_cote(situation: &Situation, etapes: &[(&Etape, &[Etape])], mois: MoisCivil) -> Bloc {
    let mut sommes: Vec<Somme> = Vec::new();
    let variantes = etapes
        .iter()
        .filter_map(|(etape, details)| {
            let Nature::Variante { valeur, retenue } = &etape.nature else { return None };
            if let Some(Valeur::Somme(somme)) = valeur {
                sommes.push(*somme);
            }
            Some(Variante {
                titre: ecrit(&etape.quoi, mois),
                valeur: valeur.as_ref().map(ToString::to_string),
                retenue: *retenue,
                blocs: explication(situation, details, mois),
            })
        })
        .collect();
    let difference = match sommes.as_slice() {
        [a, b] if a.unite == b.unite => {
            Some(Somme { euros: a.euros.max(b.euros).saturating_sub(a.euros.min(b.euros)), unite: a.unite }.to_string())
        }
        _ => None,
    };
    Bloc::Variantes { variantes, difference }
}

fn ligne(situation: &Situation, etape: &Etape, details: Vec<Bloc>, mois: MoisCivil) -> Ligne {
    let mut ligne = Ligne { signe: Signe::Donnee, quoi: ecrit(&etape.quoi, mois), valeur: None, operation: None, renvoi: None, details };
    let texte = |avant, nom: &str, lien: &str, note| {
        let (nom, lien) = (nom.to_owned(), lien.to_owned());
        (!nom.is_empty()).then_some(Renvoi::Texte { avant, nom, lien, note })
    };
    match &etape.nature {
        Nature::Reponse { lieu, fiche } => {
            ligne.valeur = Some(situation.montre(*lieu, fiche).unwrap_or_else(|| "pas encore dit".to_owned()));
            ligne.renvoi = Some(Renvoi::Reponse { adresse: Ecran::adresse_du_champ(fiche.rubrique, &Cle::de(*lieu, fiche.cle).id()) });
        }
        Nature::Bareme { valeur, depuis, source } => {
            ligne.valeur = Some(valeur.to_string());
            let note = (source.confiance != Confiance::Officiel).then(|| source.confiance.libelle());
            let avant = depuis.map(|jour| format!("depuis le {}", ecris_jour(jour)));
            ligne.renvoi = annexe::source(*source).and_then(|lue| texte(avant, lue.nom, lue.lien, note));
        }
        Nature::Local { valeur, source } => {
            ligne.valeur = Some(valeur.to_string());
            ligne.renvoi = texte(None, &source.titre, source.lien.as_deref().unwrap_or_default(), None);
        }
        Nature::Condition { remplie, article } => {
            ligne.signe = match remplie {
                Some(true) => Signe::Rempli,
                Some(false) => Signe::NonRempli,
                None => Signe::Inconnu,
            };
            ligne.renvoi = texte(None, article.nom, article.lien, None);
        }
        Nature::Calcul { valeur, operation } => {
            ligne.signe = Signe::Calcul;
            ligne.valeur = Some(valeur.to_string());
            ligne.operation = (!operation.is_empty()).then(|| ecrit(operation, mois));
        }
        Nature::Droit { montant } => {
            ligne.valeur = Some(montant.as_ref().map_or_else(|| "pas de droit".to_owned(), ToString::to_string));
        }
        // Taken side by side by `explication`.
        Nature::Variante { valeur, .. } => ligne.valeur = valeur.as_ref().map(ToString::to_string),
        Nature::Note => ligne.signe = Signe::Note,
    }
    ligne
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        grandeurs::{Euros, Mois},
        moteur::{Article, Source},
        situation::{Foyer, Lieu},
    };

    static ARTICLE: Article = Article { nom: "CSS, art. L. 821-1", lien: "https://example.org" };

    fn etape(quoi: &'static str, nature: Nature) -> Etape {
        Etape { quoi: quoi.into(), nature, details: 0 }
    }
    fn lignes(etapes: &[Etape]) -> Vec<Ligne> {
        let blocs = explication(&Situation::default(), etapes, MoisCivil::le(2026, 11)).into_iter();
        blocs.filter_map(|bloc| if let Bloc::Ligne(ligne) = bloc { Some(ligne) } else { None }).collect()
    }

    #[test]
    fn une_valeur_de_la_loi_dit_depuis_quand_et_si_elle_est_sure() {
        let source = |confiance| Source { rang: 0, confiance };
        let bareme = |confiance| {
            let depuis = Some(crate::grandeurs::jour(2026, 4, 1));
            etape("Plafond", Nature::Bareme { valeur: Euros::<Mois>::c(104159, 2).into(), depuis, source: source(confiance) })
        };
        let trouvees = lignes(&[bareme(Confiance::Officiel), bareme(Confiance::Presse)]);
        assert_eq!(trouvees[0].valeur.as_deref(), Some("1\u{202f}041,59\u{a0}€ par mois"));
        let note = |i: usize| match &trouvees[i].renvoi {
            Some(Renvoi::Texte { avant, note, .. }) => (avant.clone().unwrap(), *note),
            autre => panic!("{autre:?}"),
        };
        assert_eq!(note(0), ("depuis le 1er\u{a0}avril\u{a0}2026".to_owned(), None));
        assert_eq!(note(1).1, Some("presse ou tract syndical"));
    }

    #[test]
    fn une_reponse_mene_a_sa_question() {
        let fiche = &Foyer::RFR.fiche;
        let trouvees = lignes(&[etape(fiche.libelle, Nature::Reponse { lieu: Lieu::Foyer, fiche })]);
        assert_eq!(trouvees[0].quoi, "Revenu fiscal de référence de 2024");
        assert_eq!(trouvees[0].renvoi, Some(Renvoi::Reponse { adresse: "#/etape/impots/foyer-rfr".into() }));
    }

    #[test]
    fn deux_calculs_se_lisent_cote_a_cote_avec_leur_difference() {
        let variante =
            |quoi, mantisse, retenue| etape(quoi, Nature::Variante { valeur: Some(Euros::<Mois>::c(mantisse, 2).into()), retenue });
        let deux = [variante("Individuel", 100000, true), variante("Couple", 63984, false)];
        let blocs = explication(&Situation::default(), &deux, MoisCivil::le(2026, 11));
        let [Bloc::Variantes { variantes, difference }] = blocs.as_slice() else { panic!("{blocs:?}") };
        assert_eq!(variantes.iter().map(|v| v.retenue).collect::<Vec<_>>(), [true, false]);
        assert_eq!(difference.as_deref(), Some("360,16\u{a0}€ par mois"));
    }

    #[test]
    fn une_condition_inconnue_n_est_pas_un_refus() {
        let condition = |remplie| etape("Avoir 20 ans", Nature::Condition { remplie, article: &ARTICLE });
        let signes: Vec<_> = lignes(&[condition(Some(true)), condition(Some(false)), condition(None)]).iter().map(|l| l.signe).collect();
        assert_eq!(signes, [Signe::Rempli, Signe::NonRempli, Signe::Inconnu]);
    }
}
