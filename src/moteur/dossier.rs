//! What a rule may do: read an answer, read a scale, require, detail, compute, ask another right.

use super::{carnet::Carnet, simulation::Cadre, *};
use crate::{
    grandeurs::*,
    situation::{Adulte, Contenu, Departement, Dit, Enfant, Fiche, Foyer, Lieu, Question, Reponse, Sejour, Situation, Sujet},
};
use std::borrow::Cow;

/// The file of one right for one beneficiary and one month.
pub struct Dossier<'a> {
    /// The month asked for.
    pub mois: MoisCivil,
    /// Its first day, on which ages and scales are taken.
    pub jour: Date,
    pub situation: &'a Situation,
    pub(super) aide: &'static Aide,
    pub(super) beneficiaire: Beneficiaire,
    pub(super) deja: &'a [Droit],
    locaux: Locaux<'a>,
    lois: Option<MoisCivil>,
    pub(super) verse_en: Option<MoisCivil>,
    pub(super) carnet: &'a mut Carnet,
    pub(super) reserves: Vec<Reserve>,
    pub(super) motifs: Vec<Motif>,
    /// What conditions could not be examined for.
    pub(super) attente: Arret,
}

impl<'a> Dossier<'a> {
    pub(super) fn nouveau(
        aide: &'static Aide,
        beneficiaire: Beneficiaire,
        cadre: Cadre<'a>,
        deja: &'a [Droit],
        carnet: &'a mut Carnet,
    ) -> Self {
        let Cadre { situation, mois, locaux, lois } = cadre;
        Dossier {
            aide,
            beneficiaire,
            mois,
            jour: mois.premier_jour(),
            situation,
            deja,
            locaux,
            lois,
            verse_en: None,
            carnet,
            reserves: Vec::new(),
            motifs: Vec::new(),
            attente: Arret::DIT_AILLEURS,
        }
    }

    /// Reads an answer about the household.
    pub fn foyer<T: Reponse>(&mut self, question: &'static Question<Foyer, T>) -> Result<T, Arret> {
        self.lis(Lieu::Foyer, question)
    }
    /// Reads an answer about an adult.
    pub fn adulte<T: Reponse>(&mut self, rang: usize, question: &'static Question<Adulte, T>) -> Result<T, Arret> {
        self.lis(Lieu::Adulte(rang), question)
    }
    /// Reads an answer about a child.
    pub fn enfant<T: Reponse>(&mut self, rang: usize, question: &'static Question<Enfant, T>) -> Result<T, Arret> {
        self.lis(Lieu::Enfant(rang), question)
    }
    /// Reads an answer about a holiday project.
    pub fn sejour<T: Reponse>(&mut self, rang: usize, question: &'static Question<Sejour, T>) -> Result<T, Arret> {
        self.lis(Lieu::Sejour(rang), question)
    }
    fn lis<S: Sujet, T: Reponse>(&mut self, lieu: Lieu, question: &'static Question<S, T>) -> Result<T, Arret> {
        self.type_dit(lieu, &question.fiche, question.rang())
    }
    #[inline(never)]
    fn type_dit<T: Reponse>(&mut self, lieu: Lieu, fiche: &'static Fiche, rang: usize) -> Result<T, Arret> {
        let contenu = self.dit(lieu, fiche, rang)?;
        T::depuis(contenu).ok_or_else(|| self.demande(lieu, fiche, false))
    }
    /// Records that an answer was read. Not copied into each rule: the page would carry every copy.
    #[inline(never)]
    fn dit(&mut self, lieu: Lieu, fiche: &'static Fiche, rang: usize) -> Result<&'a Contenu, Arret> {
        let Some(dit) = self.situation.dits(lieu).and_then(|dits| dits.get(rang)) else { return Err(self.sans_sujet(lieu)) };
        if self.explique() && self.carnet.est_nouvelle(dit) {
            self.note(fiche.libelle.into(), Nature::Reponse { lieu, fiche });
        }
        match dit {
            Dit::Oui(contenu) => Ok(contenu),
            Dit::Rien | Dit::Ignore => Err(self.demande(lieu, fiche, *dit == Dit::Ignore)),
        }
    }
    /// Reads an answer that the rule can do without: it says itself what it assumes when there is none.
    pub fn facultatif<S: Sujet, T: Reponse>(&mut self, lieu: Lieu, question: &'static Question<S, T>) -> Option<T> {
        self.lis(lieu, question).ok()
    }
    /// A rule for a child or for a holiday project, in a household where there is none: refused if the person said so,
    /// asked otherwise.
    fn sans_sujet(&mut self, lieu: Lieu) -> Arret {
        let (quoi, aucun) = match (lieu, self.beneficiaire) {
            (Lieu::Enfant(_), Beneficiaire::Sejour(sejour)) => {
                ("Un enfant qui part", self.sejour(sejour, Sejour::ENFANTS).map(|partants| partants.0.is_empty()))
            }
            (Lieu::Enfant(_), _) => {
                ("Avoir un enfant, ou en attendre un", self.foyer(Foyer::A_DES_ENFANTS).map(|oui_non| !oui_non.est_oui()))
            }
            _ => ("Un projet de vacances", self.foyer(Foyer::PROJET_VACANCES).map(|oui_non| !oui_non.est_oui())),
        };
        match (aucun, self.aide.textes) {
            (Err(arret), _) => arret,
            (Ok(true), [article, ..]) => self.arrete(Raison::Refus(vec![Motif { quoi: quoi.into(), article, des: None }])),
            // Said to exist, but not described: the description is asked again.
            (Ok(_), _) => match (lieu, self.beneficiaire) {
                (Lieu::Enfant(_), Beneficiaire::Sejour(sejour)) => self.redemande(Lieu::Sejour(sejour), Sejour::ENFANTS),
                (Lieu::Enfant(_), _) => self.redemande(Lieu::Foyer, Foyer::A_DES_ENFANTS),
                _ => self.redemande(Lieu::Foyer, Foyer::PROJET_VACANCES),
            },
        }
    }

    /// Reads a value of the law on the first day of the month simulated.
    pub fn valeur<T: Unite>(&mut self, bareme: &'static Bareme<T>) -> Result<T, Arret> {
        self.valeur_au(bareme, self.jour)
    }
    /// Reads a value of the law on another day.
    #[inline(never)]
    pub fn valeur_au<T: Unite>(&mut self, bareme: &'static Bareme<T>, date: Date) -> Result<T, Arret> {
        let ligne = self.ligne_au(bareme, date).ok_or_else(|| self.hors_bareme(bareme.libelle))?;
        self.note(bareme.libelle.into(), Nature::Bareme { valeur: ligne.valeur.into(), depuis: Some(ligne.depuis), source: ligne.source });
        Ok(ligne.valeur)
    }
    /// A period that a text sets, in words.
    pub fn periode(&mut self, quoi: String, jours: String, source: Source) {
        self.note(quoi.into(), Nature::Bareme { valeur: jours.into(), depuis: None, source });
    }

    /// The line of a scale on a day, without recording it; none when it has none yet, or no longer.
    pub fn ligne_au<T: Unite>(&self, bareme: &'static Bareme<T>, date: Date) -> Option<Ligne<T>> {
        bareme.au(self.lois.filter(|lois| *lois < self.mois).map_or(date, |lois| date.min(lois.premier_jour())))
    }
    /// The year from which those of incomes are counted: that of the month simulated, or of the last scales that it may read.
    pub fn annee(&self) -> i32 {
        self.lois.map_or(self.mois, |lois| self.mois.min(lois)).annee
    }
    /// Says in which month a sum paid once is paid, when it is not the month simulated.
    pub fn verse_en(&mut self, mois: MoisCivil) {
        self.verse_en = Some(mois);
    }

    /// The amount of a right, on the first day of the month simulated: to be confirmed when its line is no official text.
    pub fn montant<T: Unite>(&mut self, bareme: &'static Bareme<T>) -> Result<T, Arret> {
        self.montant_au(bareme, self.jour)
    }
    /// The same on another day.
    pub fn montant_au<T: Unite>(&mut self, bareme: &'static Bareme<T>, date: Date) -> Result<T, Arret> {
        let montant = self.valeur_au(bareme, date)?;
        if let Some(ligne) = self.ligne_au(bareme, date) {
            self.selon(ligne.source.confiance);
        }
        Ok(montant)
    }

    /// A result, and in words the operation that made it.
    #[inline(never)]
    pub fn pose<T: Clone + Into<Valeur>>(&mut self, quoi: impl Into<Cow<'static, str>>, operation: &'static str, valeur: T) -> T {
        self.note(quoi.into(), Nature::Calcul { valeur: valeur.clone().into(), operation });
        valeur
    }

    /// A step of the law that has steps of its own.
    pub fn detaille<T: Clone + Into<Valeur>>(
        &mut self,
        quoi: impl Into<Cow<'static, str>>,
        operation: &'static str,
        calcule: impl FnOnce(&mut Self) -> Result<T, Arret>,
    ) -> Result<T, Arret> {
        let avant = self.carnet.nombre();
        let resultat = calcule(self);
        let valeur = resultat.as_ref().ok().map(|valeur| valeur.clone().into());
        self.finis_detail(avant, quoi, operation, valeur);
        resultat
    }
    #[inline(never)]
    fn finis_detail(&mut self, avant: usize, quoi: impl Into<Cow<'static, str>>, operation: &'static str, valeur: Option<Valeur>) {
        if let Some(valeur) = valeur {
            let details = self.carnet.nombre().saturating_sub(avant);
            self.inscrit(quoi.into(), Nature::Calcul { valeur, operation }, details);
        }
    }

    /// One of several calculations of the same right; `retient` says later which one is paid.
    pub fn variante<T: Clone + Into<Valeur>>(
        &mut self,
        quoi: &'static str,
        calcule: impl FnOnce(&mut Self) -> Result<T, Arret>,
    ) -> Result<T, Arret> {
        let avant = self.carnet.commence();
        let resultat = calcule(self);
        let details = self.carnet.finis(avant);
        let valeur = resultat.as_ref().ok().map(|valeur| valeur.clone().into());
        self.inscrit(quoi.into(), Nature::Variante { valeur, retenue: false }, details);
        resultat
    }
    /// Marks the calculation that is paid.
    pub fn retient(&mut self, variante: &str) {
        self.carnet.retient(variante);
    }

    /// A sentence in the explanation.
    #[inline(never)]
    pub fn remarque(&mut self, phrase: impl Into<Cow<'static, str>>) {
        self.note(phrase.into(), Nature::Note);
    }
    /// The local scale of an aid for a year: the person's own file, else what is published; none when nobody knows one. Says
    /// which one it is, and what makes it doubtful.
    pub fn bareme_local(&mut self, aide: AideLocale, departement: Option<Departement>, annee: i32) -> Option<&'a BaremeLocal> {
        let (bareme, ouvert) = self.locaux.cherche(aide, departement.map(Departement::code), annee)?;
        self.local(bareme, "Barème retenu", bareme.titre());
        if ouvert {
            self.avertit(format!("Le barème est celui du fichier que vous avez ouvert\u{a0}: {}.", bareme.titre()));
        }
        match bareme.annee {
            Some(sienne) if sienne == annee => {}
            Some(sienne) => {
                self.a_confirmer(format!("Le dernier barème connu est celui de {sienne}\u{a0}; celui de {annee} peut différer."))
            }
            None => self.a_confirmer("La source du barème ne dit pas son année\u{a0}: il peut avoir changé."),
        }
        self.selon(bareme.confiance);
        Some(bareme)
    }
    /// Says that the amount is to be confirmed when its scale is no official text.
    fn selon(&mut self, confiance: Confiance) {
        match confiance {
            Confiance::Officiel => {}
            Confiance::Relais => self.a_confirmer("Le barème vient d’un site qui reproduit celui de l’organisme, sans tout son détail."),
            Confiance::Presse => self.a_confirmer("Le barème vient de la presse."),
            Confiance::Deduit => self.a_confirmer("Le barème est en partie déduit de ce qui est publié."),
        }
    }
    /// Whether the published local scales have not arrived yet: that none is found then says nothing.
    pub fn attend_les_baremes_locaux(&self) -> bool {
        self.locaux.publies.is_none()
    }
    /// A value of a local scale.
    pub fn local<T: Clone + Into<Valeur>>(&mut self, bareme: &BaremeLocal, quoi: impl Into<Cow<'static, str>>, valeur: T) -> T {
        self.note(quoi.into(), Nature::Local { valeur: valeur.clone().into(), source: bareme.source.clone() });
        valeur
    }
    /// Says that the amount is to be confirmed, and why.
    pub fn a_confirmer(&mut self, raison: impl Into<Cow<'static, str>>) {
        self.ajoute_reserve(raison, true);
    }
    /// Says a limit of this result, which leaves the amount sure.
    pub fn avertit(&mut self, phrase: impl Into<Cow<'static, str>>) {
        self.ajoute_reserve(phrase, false);
    }
    #[inline(never)]
    fn ajoute_reserve(&mut self, phrase: impl Into<Cow<'static, str>>, a_confirmer: bool) {
        let reserve = Reserve { phrase: phrase.into(), a_confirmer };
        if !self.reserves.contains(&reserve) {
            self.reserves.push(reserve);
        }
    }

    pub(super) fn note(&mut self, quoi: Cow<'static, str>, nature: Nature) {
        self.inscrit(quoi, nature, 0);
    }
    /// Whether steps are recorded: months to come are many, and only their amounts are read.
    pub(super) fn explique(&self) -> bool {
        self.lois.is_none()
    }
    /// The one place where a step is recorded. Not copied into each rule: the page would carry every copy.
    #[inline(never)]
    pub(super) fn inscrit(&mut self, quoi: Cow<'static, str>, nature: Nature, details: usize) {
        if self.explique() {
            self.carnet.inscrit(Etape { quoi, nature, details });
        }
    }
}
