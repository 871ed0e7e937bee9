//! The wages that are looked at, first all along, then closer where a right bends; what happens between them.

use super::{
    super::{ecrit, resultats::pour},
    ARRONDI, Bande, Creux, ENJAMBEE, Hypothese, Marche, PAS, Point, Travail, centimes,
    hypothese::percoit_le_rsa,
};
use crate::{
    aides::{AIDES, complement_familial, cumuls::CUMULS, prime_activite, rsa},
    grandeurs::{MoisCivil, ranges},
    moteur::{Aide, Droit, Locaux, Manque, Montant, Raison, notion, projette},
    notions::ressources_familiales::isole_ou_biactif,
    situation::Situation,
};

/// The wages looked at.
pub(super) struct Releve {
    pub hypothese: Hypothese,
    /// The lowest wage known to leave no RSA.
    sans_rsa: i64,
    bandes: Vec<Bande>,
    points: Vec<Point>,
    /// What is missing, of rights that are asked for.
    pub manques: Vec<Manque>,
    /// What nobody can tell.
    inconnus: Vec<(&'static Aide, String)>,
}

/// The rights that follow earnings month after month: the RSA, what it counts, and what stands beside it.
fn suivies() -> Vec<&'static Aide> {
    AIDES.iter().copied().filter(|aide| [&rsa::AIDE, &prime_activite::AIDE].contains(aide) || rsa::AIDE.depend.contains(aide)).collect()
}

fn droits(situation: &mut Situation, mois: MoisCivil, avec_rsa: bool) -> Vec<Droit> {
    percoit_le_rsa(situation, avec_rsa);
    let suivies = suivies();
    let mut droits = projette(&suivies, CUMULS, situation, (mois, mois), Locaux::default());
    droits.retain(|droit| suivies.contains(&droit.aide));
    droits
}

/// The rights with a wage, and whether the RSA may be one.
pub(super) fn droits_a(hypothese: &mut Hypothese, salaire: i64, peut_etre: bool) -> (Vec<Droit>, bool) {
    hypothese.gagne(salaire);
    droits_suivis(&mut hypothese.situation, hypothese.mois, peut_etre)
}

/// The RSA lifts the housing aid of who receives it: supposed when it may be due, then checked.
pub(super) fn droits_suivis(situation: &mut Situation, mois: MoisCivil, peut_etre: bool) -> (Vec<Droit>, bool) {
    if peut_etre {
        let droits = droits(situation, mois, true);
        if !droits.iter().any(|droit| droit.aide == &rsa::AIDE && matches!(droit.issue, Err(Raison::Refus(_)))) {
            return (droits, true);
        }
    }
    (droits(situation, mois, false), false)
}

/// What a right pays, in cents.
pub(super) fn verse(droits: &[Droit], bande: &Bande) -> i64 {
    let droit = droits.iter().find(|droit| (droit.aide, droit.beneficiaire) == (bande.aide, bande.beneficiaire));
    if let Some(Ok(Montant::ParMois(montant))) = droit.map(|droit| &droit.issue) { centimes(*montant) } else { 0 }
}

impl Releve {
    pub(super) fn de(hypothese: Hypothese) -> Self {
        Releve { hypothese, sans_rsa: i64::MAX, bandes: Vec::new(), points: Vec::new(), manques: Vec::new(), inconnus: Vec::new() }
    }

    /// The rights with a wage.
    fn droits(&mut self, salaire: i64) -> Vec<Droit> {
        let (droits, avec_rsa) = droits_a(&mut self.hypothese, salaire, salaire < self.sans_rsa);
        if !avec_rsa {
            self.sans_rsa = self.sans_rsa.min(salaire);
        }
        droits
    }

    fn mesure(&mut self, salaire: i64) -> Point {
        let mut point = Point { salaire, montants: vec![0; self.bandes.len()] };
        for Droit { aide, beneficiaire, issue, reserves, .. } in self.droits(salaire) {
            let inconnu = match issue {
                Ok(Montant::ParMois(montant)) => {
                    let connue = self.bandes.iter().position(|bande| (bande.aide, bande.beneficiaire) == (aide, beneficiaire));
                    let rang = connue.unwrap_or_else(|| {
                        let pour = pour(&self.hypothese.situation, beneficiaire);
                        self.bandes.push(Bande {
                            aide,
                            beneficiaire,
                            titre: titre(aide, pour.as_deref()),
                            court: court(aide, pour.as_deref()),
                            a_confirmer: false,
                        });
                        point.montants.push(0);
                        self.bandes.len() - 1
                    });
                    if let (Some(bande), Some(place)) = (self.bandes.get_mut(rang), point.montants.get_mut(rang)) {
                        bande.a_confirmer |= reserves.iter().any(|reserve| reserve.a_confirmer);
                        *place = centimes(montant);
                    }
                    continue;
                }
                Ok(montant) => montant.to_string(),
                Err(Raison::Demande(manques)) => {
                    let nouveaux: Vec<Manque> =
                        manques.iter().filter(|manque| !manque.ignore && !self.manques.contains(manque)).cloned().collect();
                    self.manques.extend(nouveaux);
                    if manques.iter().any(|manque| !manque.ignore) {
                        continue;
                    }
                    let questions: Vec<String> = manques.iter().map(|manque| ecrit(manque.fiche.libelle, self.hypothese.mois)).collect();
                    format!("il manque\u{a0}: {}", questions.join("\u{a0}; "))
                }
                Err(Raison::HorsChamp(phrase)) => ecrit(phrase, self.hypothese.mois),
                Err(Raison::HorsBareme(quoi)) => format!("nous ne connaissons pas ce barème\u{a0}: {quoi}"),
                Err(Raison::Refus(_) | Raison::Ecarte(_) | Raison::HorsPeriode | Raison::EnAttente) => continue,
            };
            if !self.inconnus.iter().any(|(autre, _)| *autre == aide) {
                self.inconnus.push((aide, inconnu));
            }
        }
        point
    }

    /// All along, by steps.
    pub(super) fn parcourt(&mut self, maximum: i64) {
        self.ajoute(0);
        self.ajoute(1);
        let mut de = 0;
        while de < maximum {
            let a = de + ENJAMBEE;
            self.ajoute(a);
            let memes = self.points.last().map(|point| point.montants.clone()).unwrap_or_default();
            let change = de == 0 || self.bandes.iter().enumerate().any(|(bande, _)| self.lu(de, bande) != self.lu(a, bande));
            for salaire in (1..ENJAMBEE / PAS).map(|rang| de + rang * PAS) {
                if change {
                    self.ajoute(salaire);
                } else if let Err(rang) = self.points.binary_search_by_key(&salaire, |point| point.salaire) {
                    self.points.insert(rang, Point { salaire, montants: memes.clone() });
                }
            }
            de = a;
        }
    }

    fn ajoute(&mut self, salaire: i64) {
        if let Err(rang) = self.points.binary_search_by_key(&salaire, |point| point.salaire) {
            let point = self.mesure(salaire);
            self.points.insert(rang, point);
        }
    }
    fn lu(&self, salaire: i64, bande: usize) -> i64 {
        let rang = self.points.binary_search_by_key(&salaire, |point| point.salaire).ok();
        rang.and_then(|rang| self.points.get(rang)).map_or(0, |point| point.montant(bande))
    }

    /// Looks closer where a right starts, ends, jumps or turns between two wages.
    pub(super) fn affine(&mut self) {
        let salaires: Vec<i64> = self.points.iter().map(|point| point.salaire).collect();
        for bande in 0..self.bandes.len() {
            for (rang, paire) in salaires.windows(2).enumerate() {
                let &[a, b] = paire else { continue };
                let (un, autre) = (self.detour(&salaires, rang, bande), self.detour(&salaires, rang + 1, bande));
                let bouge = (self.lu(a, bande) == 0) != (self.lu(b, bande) == 0);
                if bouge || ARRONDI < un.max(autre) && ARRONDI / 4 < un.min(autre) {
                    self.cherche(a, b, bande);
                }
            }
        }
    }

    /// R. 522-2 : au salaire à partir duquel chacun du couple gagne assez, des plafonds montent. What rises there may have fallen since
    /// the wage looked at first before it, or fall again before the next one, and leave no trace.
    pub(super) fn affine_a_deux_revenus(&mut self, maximum: i64) {
        if self.deux_revenus(1) || !self.deux_revenus(maximum) {
            return;
        }
        let (mut sans, mut avec) = (1, maximum);
        while 1 < avec - sans {
            let milieu = (sans + avec) / 2;
            *(if self.deux_revenus(milieu) { &mut avec } else { &mut sans }) = milieu;
        }
        let (precedent, suivant) = (sans / PAS * PAS, (sans / PAS + 1) * PAS);
        self.ajoute(sans);
        self.ajoute(avec);
        for bande in 0..self.bandes.len() {
            if ARRONDI < (self.lu(avec, bande) - self.lu(sans, bande)).abs() {
                self.cherche(precedent, sans, bande);
                self.cherche(avec, suivant, bande);
            }
        }
    }
    fn deux_revenus(&mut self, salaire: i64) -> bool {
        self.hypothese.gagne(salaire);
        notion(&complement_familial::AIDE, &self.hypothese.situation, self.hypothese.mois, isole_ou_biactif).unwrap_or(false)
    }

    /// How far a straight line through its neighbours passes from a wage: a jump or a turn shows at both ends of where it is.
    fn detour(&self, salaires: &[i64], ici: usize, bande: usize) -> i64 {
        match salaires.get(ici.saturating_sub(1)..ici + 2) {
            Some(&[avant, ici, apres]) if 0 < avant => (self.lu(avant, bande) + self.lu(apres, bande) - 2 * self.lu(ici, bande)).abs(),
            _ => i64::MAX,
        }
    }

    fn cherche(&mut self, a: i64, b: i64, bande: usize) {
        let (de, jusqu_a) = (self.lu(a, bande), self.lu(b, bande));
        if b - a <= 1 || de == jusqu_a {
            return;
        }
        let milieu = (a + b) / 2;
        self.ajoute(milieu);
        let au_milieu = self.lu(milieu, bande);
        if (de == 0) != (jusqu_a == 0) {
            if (de == 0) == (au_milieu == 0) { self.cherche(milieu, b, bande) } else { self.cherche(a, milieu, bande) }
        } else if ARRONDI < (de + jusqu_a - 2 * au_milieu).abs() {
            self.cherche(a, milieu, bande);
            self.cherche(milieu, b, bande);
        }
    }

    pub(super) fn conclut(mut self, maximum: i64) -> Travail {
        // A right that is not known at every wage is not drawn at some of them.
        let place = |bande: &Bande| AIDES.iter().position(|aide| *aide == bande.aide);
        let mut ordre: Vec<usize> = (0..self.bandes.len()).collect();
        ordre.retain(|rang| self.bandes.get(*rang).is_some_and(|bande| !self.inconnus.iter().any(|(aide, _)| *aide == bande.aide)));
        ranges(&mut ordre, |rang| self.bandes.get(*rang).map(|bande| (place(bande), bande.beneficiaire)));
        for point in &mut self.points {
            point.montants = ordre.iter().map(|rang| point.montant(*rang)).collect();
        }
        let bandes: Vec<Bande> = ordre.iter().filter_map(|rang| self.bandes.get(*rang)).cloned().collect();
        let marches = marches(&self.points, bandes.len());
        let creux = creux(&self.points);
        Travail { hypothese: self.hypothese, maximum, bandes, points: self.points, marches, creux, sans_reponse: self.inconnus }
    }
}

fn titre(aide: &Aide, pour: Option<&str>) -> String {
    pour.map_or_else(|| aide.nom.to_owned(), |pour| format!("{} · {pour}", aide.nom))
}

/// The initials that a name holds, or the name without what it holds.
fn court(aide: &Aide, pour: Option<&str>) -> String {
    let (nom, entre) = aide.nom.split_once(" (").unwrap_or((aide.nom, ""));
    let initiales = entre.trim_end_matches(')');
    let court = if initiales.is_empty() || initiales.contains(' ') { nom } else { initiales };
    pour.map_or_else(|| court.to_owned(), |pour| format!("{court} · {pour}"))
}

fn marches(points: &[Point], bandes: usize) -> Vec<Marche> {
    let mut marches = Vec::new();
    for paire in points.windows(2) {
        let [avant, apres] = paire else { continue };
        if avant.salaire + 1 < apres.salaire {
            continue;
        }
        for bande in 0..bandes {
            let (de, a) = (avant.montant(bande), apres.montant(bande));
            if de != a && (de == 0 || a == 0 || ARRONDI < (a - de).abs()) {
                marches.push(Marche { salaire: apres.salaire, bande, avant: de, apres: a });
            }
        }
    }
    marches
}

fn creux(points: &[Point]) -> Vec<Creux> {
    let (mut tous, mut sommet, mut plus_bas, mut dernier) = (Vec::new(), (0, 0), i64::MAX, (0, 0));
    for point in points {
        let ici = (point.salaire, point.total());
        if sommet.1 <= ici.1 {
            if ARRONDI < sommet.1 - plus_bas {
                // Between two wages the total goes straight.
                let (pas, monte) = (ici.0 - dernier.0, (ici.1 - dernier.1).max(1));
                let a = dernier.0 + (pas * (sommet.1 - dernier.1) + monte - 1) / monte;
                tous.push(Creux { de: sommet.0, a: Some(a), perte: sommet.1 - plus_bas });
            }
            (sommet, plus_bas) = (ici, ici.1);
        }
        plus_bas = plus_bas.min(ici.1);
        dernier = ici;
    }
    if ARRONDI < sommet.1 - plus_bas {
        tous.push(Creux { de: sommet.0, a: None, perte: sommet.1 - plus_bas });
    }
    tous
}
