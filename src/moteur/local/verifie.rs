//! What types alone do not hold: each part of a scale is checked as soon as it is read, so that the refusal says where.

use super::{champs::Verifie, faux::Faux, *};

type Verdict = Result<(), Faux>;

fn exige(vrai: bool, champ: &str, attendu: &str) -> Verdict {
    if vrai { Ok(()) } else { Err(Faux::apres(champ, attendu)) }
}
/// Two bounds in order, when both are there.
fn croissent<T: PartialOrd>(min: &Option<T>, max: &Option<T>) -> bool {
    !matches!((min, max), (Some(min), Some(max)) if max < min)
}
fn est_dit(texte: &str) -> bool {
    !texte.trim().is_empty()
}

impl Verifie for Tranche {
    fn verifie(&self) -> Verdict {
        exige(croissent(&self.min, &self.max), "max", "un nombre au moins égal à « min »")?;
        let reduite = self.min.is_some() && self.min == self.max;
        exige(!(reduite && (self.min_strict || self.max_strict)), "max", "un nombre plus grand que « min », dont l’égalité est exclue")?;
        let Formule::Distance { paliers } = &self.formule else { return Ok(()) };
        let chemin = "formule.distance.paliers";
        exige(!paliers.is_empty(), chemin, "au moins un palier")?;
        exige(paliers.iter().all(|p| p.km_max.is_none_or(|max| p.km_min < max)), chemin, "« km_max » plus grand que « km_min »")?;
        let mut paires = paliers.windows(2);
        let croissants = paires.all(|p| matches!(p, [a, b] if a.km_max.is_some_and(|max| max <= b.km_min)));
        exige(croissants, chemin, "des paliers qui croissent sans se chevaucher")
    }
}
impl Tranche {
    /// Whether some figure is in both bands.
    fn chevauche(&self, autre: &Tranche) -> bool {
        let avant = |a: &Tranche, b: &Tranche| match (a.max, b.min) {
            (Some(max), Some(min)) => max < min || (max == min && (a.max_strict || b.min_strict)),
            _ => false,
        };
        (self.si, self.enfants_min) == (autre.si, autre.enfants_min) && !avant(self, autre) && !avant(autre, self)
    }
}
impl Verifie for Fourchette {
    fn verifie(&self) -> Verdict {
        let un_maximum = self.part_max.is_some() || self.jour_max.is_some() || self.montant_max.is_some();
        exige(un_maximum, "montant_max", "au moins un maximum : « part_max », « jour_max » ou « montant_max »")?;
        exige(croissent(&self.part_min, &self.part_max), "part_max", "un taux au moins égal à « part_min »")?;
        exige(croissent(&self.jour_min, &self.jour_max), "jour_max", "un montant au moins égal à « jour_min »")?;
        exige(croissent(&self.montant_min, &self.montant_max), "montant_max", "un montant au moins égal à « montant_min »")
    }
}
impl Verifie for Duree {
    fn verifie(&self) -> Verdict {
        exige(croissent(&self.jours_min, &self.jours_max), "jours_max", "un nombre au moins égal à « jours_min »")?;
        exige(croissent(&self.nuits_min, &self.nuits_max), "nuits_max", "un nombre au moins égal à « nuits_min »")
    }
}
impl Verifie for Ages {
    fn verifie(&self) -> Verdict {
        exige(self.min.is_some() || self.max.is_some(), "max", "un âge, ou un « min »")?;
        exige(croissent(&self.min, &self.max), "max", "un âge au moins égal à « min »")
    }
}
impl Verifie for Naissance {
    fn verifie(&self) -> Verdict {
        exige(self.du.is_some() || self.au.is_some(), "au", "une date, ou un « du »")?;
        exige(croissent(&self.du, &self.au), "au", "une date qui n’est pas avant « du »")
    }
}
impl Verifie for SourceLocale {
    fn verifie(&self) -> Verdict {
        exige(est_dit(&self.titre), "titre", "un texte qui dise d’où vient le barème")?;
        let adresse = |lien: &String| lien.starts_with("https://") || lien.starts_with("http://");
        exige(self.lien.as_ref().is_none_or(adresse), "lien", "une adresse qui commence par https:// ou http://")
    }
}
impl Verifie for BaremeLocal {
    fn verifie(&self) -> Verdict {
        exige(est_dit(&self.publie_par), "publie_par", "le nom de qui publie le barème")?;
        exige(self.annee.is_none_or(|annee| (2000..2100).contains(&annee)), "annee", "une année entre 2000 et 2099")?;
        let code = |c: &String| matches!(c.len(), 2 | 3) && c.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'A' | b'B'));
        if self.aide.est_departementale() {
            let bon = self.departement.as_ref().is_some_and(code);
            exige(bon, "departement", "le code du département de la Caf, par exemple « 66 »")?;
            exige(self.base == Base::QuotientFamilial, "base", "« quotient_familial », que les Caf regardent")?;
        } else {
            exige(self.departement.is_none(), "departement", "rien : une aide du ministère n’a pas de département")?;
        }
        exige(!self.tranches.is_empty(), "tranches", "au moins une tranche ; sa « formule » est « notifie » quand rien n’est publié")?;
        for (rang, tranche) in self.tranches.iter().enumerate() {
            let autre = self.tranches.iter().take(rang).position(|autre| autre.chevauche(tranche));
            if let Some(autre) = autre {
                let attendu = format!("une tranche qui ne chevauche pas la tranche {} (tranches[{autre}])", autre + 1);
                exige(false, &format!("tranches[{rang}]"), &attendu)?;
            }
        }
        Ok(())
    }
}
