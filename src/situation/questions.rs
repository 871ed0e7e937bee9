//! THE list of questions. A rule, the form, a saved file, a link and a test case all walk it.
//!
//! In the texts, `{N}`, `{N-1}` and `{N-2}` stand for years and `{trimestre}` for the three months before the month
//! simulated, `{douze mois}` for the twelve that end two months before it; the screens write them out.

use super::{genre::Genre, logement::*, reponses::Reponse, types::*};
use crate::grandeurs::*;
use std::marker::PhantomData;

/// A subject of the form, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rubrique {
    Foyer,
    Enfants,
    Travail,
    Handicap,
    Revenus,
    Impots,
    Logement,
    Vacances,
}
impl Rubrique {
    pub const TOUTES: &'static [Rubrique] =
        &[Self::Foyer, Self::Enfants, Self::Travail, Self::Handicap, Self::Revenus, Self::Impots, Self::Logement, Self::Vacances];
    /// Name in links and element ids.
    pub fn cle(self) -> &'static str {
        match self {
            Self::Foyer => "foyer",
            Self::Enfants => "enfants",
            Self::Travail => "travail",
            Self::Handicap => "handicap",
            Self::Revenus => "revenus",
            Self::Impots => "impots",
            Self::Logement => "logement",
            Self::Vacances => "vacances",
        }
    }
    pub fn titre(self) -> &'static str {
        match self {
            Self::Foyer => "Votre foyer",
            Self::Enfants => "Vos enfants",
            Self::Travail => "Votre travail",
            Self::Handicap => "Handicap et santé",
            Self::Revenus => "Vos revenus",
            Self::Impots => "Votre avis d’impôt",
            Self::Logement => "Votre logement et votre Caf",
            Self::Vacances => "Vos projets de vacances",
        }
    }
    /// Why this subject is asked about.
    pub fn pourquoi(self) -> &'static str {
        match self {
            Self::Foyer => "Les droits dépendent de l’âge des adultes et de la vie en couple.",
            Self::Enfants => "Presque toutes les aides dépendent de l’âge des enfants.",
            Self::Travail => "L’État et les ministères économiques et financiers aident leurs agents parents.",
            Self::Handicap => "Le taux d’incapacité ouvre l’allocation aux adultes handicapés (AAH) ou celle d’un enfant (AEEH).",
            Self::Revenus => "L’AAH complète les autres revenus : nous demandons ceux que la loi prend en compte.",
            Self::Impots => "Les aides du ministère et de l’État regardent le revenu fiscal de référence et les parts.",
            Self::Logement => "Le loyer et la commune font l’aide au logement ; chaque Caf fixe ses aides aux vacances.",
            Self::Vacances => "Les aides aux vacances dépendent du séjour : qui part, quand, à quel prix.",
        }
    }
}

/// What a screen, a saved file or a test case needs to know of a question.
#[derive(Debug)]
pub struct Fiche {
    /// Name in files, links and element ids.
    pub cle: &'static str,
    pub genre: Genre,
    pub rubrique: Rubrique,
    pub libelle: &'static str,
    /// Where to find the answer, what exactly is meant. Always visible.
    pub aide: &'static str,
}

/// Whom or what a question is about; indices count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lieu {
    Foyer,
    Adulte(usize),
    Enfant(usize),
    Sejour(usize),
}

/// A part of the situation that has questions of its own.
pub trait Sujet: 'static {
    /// Its questions, in the order of the form.
    const FICHES: &'static [&'static Fiche];
}

/// One handle serves the rule, typed; the form, the file and the test cases walk its `Fiche`.
pub struct Question<S, T> {
    pub fiche: Fiche,
    rang: usize,
    types: PhantomData<fn() -> (S, T)>,
}
impl<S, T> Question<S, T> {
    /// Its place in the list of the subject.
    pub fn rang(&self) -> usize {
        self.rang
    }
}

/// Makes the typed handles and the list from one declaration.
macro_rules! questions { ($(#[$doc:meta])* $S:ident $Rang:ident { $($champ:ident $CHAMP:ident : $T:ty = $rubrique:ident $libelle:literal $(, $aide:literal)?;)* }) => {
    $(#[$doc])*
    #[derive(Debug)]
    pub enum $S {}
    #[allow(non_camel_case_types)]
    enum $Rang { $($champ),* }
    impl $S {
        $(#[doc = $libelle] pub const $CHAMP: &'static Question<$S, $T> = &Question {
            fiche: Fiche { cle: stringify!($champ), genre: <$T as Reponse>::GENRE, rubrique: Rubrique::$rubrique, libelle: $libelle, aide: concat!($($aide)?) },
            rang: $Rang::$champ as usize,
            types: PhantomData,
        };)*
    }
    impl Sujet for $S {
        const FICHES: &'static [&'static Fiche] = &[$(&$S::$CHAMP.fiche),*];
    }
} }

questions! {
    /// The household as a whole.
    Foyer RangFoyer {
        couple COUPLE: Couple = Foyer "Vivez-vous en couple ?";
        couple_depuis COUPLE_DEPUIS: Date = Foyer "Depuis quand vivez-vous en couple ?";
        seul_depuis SEUL_DEPUIS: Date = Foyer "Depuis quand élevez-vous seul ou seule vos enfants ?", "Jour de la séparation, du veuvage, ou de la naissance du premier si vous viviez déjà sans conjoint.";
        sejour_regulier SEJOUR_REGULIER: OuiNon = Foyer "Avez-vous la nationalité française, ou un droit de séjour qui permet le RSA et la prime d’activité ?", "Oui pour un citoyen de l’Union européenne, de l’Espace économique ou de Suisse en droit d’y vivre depuis trois mois, un réfugié, ou qui a depuis cinq ans un titre de séjour avec droit de travailler. En couple : chacun de vous.";
        a_des_enfants A_DES_ENFANTS: OuiNon = Enfants "Avez-vous des enfants, ou en attendez-vous ?";
        frais_presence FRAIS_PRESENCE: Euros<Mois> = Enfants "Dépenses pour la santé de l’enfant auprès duquel vous êtes, par mois", "Celles qui ne sont pas remboursées : trajets, hébergement, soins.";
        adoption ADOPTION: OuiNon = Enfants "Avez-vous adopté un enfant, ou allez-vous en adopter un ?";
        rfr RFR: Annuel = Impots "Revenu fiscal de référence de {N-2}", "Sur l’avis d’impôt reçu en {N-1}, en première page : c’est celui de tout le foyer fiscal.";
        parts PARTS: Coef = Impots "Nombre de parts fiscales", "Celui d’aujourd’hui, par exemple 2,5 : le nombre de l’avis si votre famille n’a pas changé depuis.";
        rfr_second RFR_SECOND: Annuel = Impots "Revenu fiscal de référence de {N-2} du second avis", "Sans mariage ni Pacs, chaque adulte reçoit son avis : les deux sont additionnés.";
        parts_second PARTS_SECOND: Coef = Impots "Nombre de parts fiscales du second avis", "Celui d’aujourd’hui, comme pour le premier.";
        logement LOGEMENT: Logement = Logement "Comment êtes-vous logé ?";
        pret PRET: OuiNon = Logement "Remboursez-vous un prêt pour l’achat de ce logement ?";
        pret_le PRET_LE: Date = Logement "Quand avez-vous signé ce prêt ?", "La date est sur le contrat. Après un rachat de prêt : celle du premier.";
        residence RESIDENCE: Residence = Logement "Dans quelle résidence, ou quel foyer ?", "Un studio du Crous ou d’une résidence étudiante : choisissez plutôt « Locataire ». Le contrat dit s’il y a une convention.";
        location LOCATION: Location = Logement "Que louez-vous ?";
        partage PARTAGE: Partage = Logement "Partagez-vous ce logement avec d’autres que votre famille ?";
        loyer LOYER: Euros<Mois> = Logement "Votre loyer par mois, sans les charges", "Sur le bail ou la quittance, avant toute aide. En colocation : votre part.";
        rsa_percu RSA_PERCU: OuiNon = Logement "Avez-vous reçu le RSA le mois dernier ?", "Vous, ou la personne avec qui vous vivez.";
        aide_logement AIDE_LOGEMENT: OuiNon = Logement "Percevez-vous une aide au logement (APL, ALF ou ALS) ?";
        montant_aide_logement MONTANT_AIDE_LOGEMENT: Mensuel = Logement "Montant de cette aide au logement, par mois", "Sur votre espace Caf, ou sur la quittance quand le bailleur la déduit.";
        demenagement DEMENAGEMENT: OuiNon = Logement "Avez-vous déménagé depuis moins de six mois, ou allez-vous le faire ?";
        demenagement_le DEMENAGEMENT_LE: Date = Logement "Jour où vous entrez dans ce logement";
        departement DEPARTEMENT: Departement = Logement "Votre département", "C’est celui de votre Caf.";
        zone ZONE: Zone = Logement "Zone de votre commune pour l’aide au logement", "Zone 1 : Paris et ses environs. Zone 2 : autres grandes villes, Corse. Zone 3 : le reste. Les Caf publient la zone de chaque commune.";
        dispense_activite DISPENSE_ACTIVITE: OuiNon = Travail "L’un de vous est-il dans un de ces cas : AAH, allocation de solidarité spécifique (ASS), RSA avec une démarche d’insertion, service civique pour chacun ?", "Ils dispensent de travailler pour recevoir l’aide à la garde d’enfant.";
        prestation_familiale PRESTATION_FAMILIALE: OuiNon = Logement "La Caf ou la MSA vous verse-t-elle une prestation pour vos enfants ?", "Par exemple allocations familiales, Paje, complément familial, AEEH, allocation de rentrée scolaire.";
        quotient QUOTIENT: Euros<Mois> = Logement "Votre quotient familial de la Caf", "Sur votre espace Caf, rubrique « Mon quotient familial », ou sur une attestation. Ce n’est pas celui des impôts.";
        quotient_mois QUOTIENT_MOIS: MoisCivil = Logement "Mois de ce quotient familial", "Il est écrit à côté du quotient. Beaucoup de Caf retiennent celui de janvier.";
        prestations_caf PRESTATIONS_CAF: Euros<Mois> = Logement "Total des prestations versées chaque mois par la Caf", "Sans l’allocation de rentrée scolaire, les primes et l’aide pour la garde d’enfant (CMG).";
        projet_vacances PROJET_VACANCES: OuiNon = Vacances "Avez-vous un projet de vacances, en famille ou pour vos enfants ?";
    }
}

questions! {
    /// An adult: the person who answers, then the spouse.
    Adulte RangAdulte {
        prenom PRENOM: Prenom = Foyer "Prénom (facultatif)", "Il sert seulement à vous y retrouver.";
        naissance NAISSANCE: Date = Foyer "Date de naissance";
        agent AGENT: Agent = Travail "Travaillez-vous pour l’État, ou en êtes-vous retraité ?", "Les impôts, les douanes, l’Insee sont des ministères économiques et financiers. Les mairies et les hôpitaux ne sont pas l’État.";
        affectation AFFECTATION: Affectation = Travail "Où êtes-vous affecté ?", "Le lieu de votre poste. Si vous n’êtes plus en activité : là où vous habitez.";
        indice INDICE: u32 = Travail "Indice majoré", "Sur le bulletin de paie, « indice » ou « INM ».";
        activite ACTIVITE: Activite = Travail "Que faites-vous en ce moment ?";
        boursier BOURSIER: OuiNon = Travail "Avez-vous une bourse d’études sur critères sociaux ?";
        debut_activite DEBUT_ACTIVITE: Date = Travail "Depuis quand travaillez-vous ?", "Début de l’activité actuelle, après une période sans emploi.";
        fin_activite FIN_ACTIVITE: Date = Travail "Quand avez-vous cessé de travailler ?";
        deux_ans_de_travail DEUX_ANS_DE_TRAVAIL: OuiNon = Travail "Avez-vous travaillé l’équivalent de deux ans à temps plein, dans les trois dernières années ?", "Le chômage ne compte pas, mais il prolonge les trois années, de six mois au plus.";
        conge_parental CONGE_PARENTAL: CongeParental = Travail "Avez-vous arrêté ou réduit votre travail pour élever votre enfant ?", "Congé parental, ou baisse d’activité d’un indépendant.";
        conge_parental_depuis CONGE_PARENTAL_DEPUIS: Date = Travail "Depuis quand avez-vous arrêté ou réduit votre travail ?", "Premier jour du congé parental, après le congé de maternité, de paternité ou d’adoption.";
        huit_trimestres HUIT_TRIMESTRES: OuiNon = Travail "Avez-vous cotisé huit trimestres pour la retraite avant cet enfant ?", "Dans les deux ans d’avant pour un premier enfant, quatre ans avec deux enfants, cinq ans avec trois ou plus. Maladie, maternité et formation payée comptent ; dès le deuxième enfant, chômage et PreParE aussi.";
        mois_postnatals MOIS_POSTNATALS: u32 = Travail "Mois d’indemnités de maternité, de paternité ou d’adoption reçus après son arrivée", "En mois entiers ; zéro s’il n’y en a pas eu.";
        prepare_majoree PREPARE_MAJOREE: OuiNon = Travail "Avez-vous choisi la PreParE majorée, plus élevée et plus courte ?", "Ce choix est définitif.";
        conge_naissance CONGE_NAISSANCE: CongeNaissance = Travail "Prenez-vous le congé supplémentaire de naissance ?", "Un ou deux mois, en plus du congé de maternité, de paternité ou d’adoption.";
        conge_naissance_debut CONGE_NAISSANCE_DEBUT: Date = Travail "Premier jour de ce congé, pris ou prévu";
        conge_naissance_salaire CONGE_NAISSANCE_SALAIRE: Euros<Mois> = Travail "Votre salaire net par mois, avant ce congé", "Sur le bulletin de paie, « net à payer avant impôt ».";
        presence PRESENCE: Presence = Travail "Vous arrêtez-vous de travailler certains jours, auprès d’un proche ?", "Congé de présence parentale, ou de proche aidant.";
        presence_enfants PRESENCE_ENFANTS: Rangs = Travail "Auprès de quel enfant ?";
        presence_certificat PRESENCE_CERTIFICAT: OuiNon = Travail "Un certificat médical demande-t-il votre présence auprès de lui ?", "Il parle d’une présence soutenue et de soins contraignants.";
        proche_dependant PROCHE_DEPENDANT: OuiNon = Travail "Ce proche est-il reconnu très handicapé ou dépendant ?", "Taux d’incapacité de 80 % au moins, groupe 1 à 4 de perte d’autonomie (GIR), ou majoration pour tierce personne.";
        jours_presence JOURS_PRESENCE: u32 = Travail "Jours entiers d’arrêt auprès de ce proche, ce mois-ci";
        demi_jours_presence DEMI_JOURS_PRESENCE: u32 = Travail "Demi-journées d’arrêt auprès de ce proche, ce mois-ci";
        jours_deja_payes JOURS_DEJA_PAYES: u32 = Travail "Jours déjà payés avant ce mois-ci, pour ce proche", "Auprès d’un enfant : pour les deux parents, depuis l’ouverture du droit.";
        taux TAUX: TauxIncapacite = Handicap "Taux d’incapacité reconnu", "Sur la décision de la maison départementale des personnes handicapées (MDPH).";
        rsdae RSDAE: OuiNon = Handicap "La MDPH a-t-elle reconnu une restriction substantielle et durable d’accès à l’emploi (RSDAE) ?", "Elle est écrite sur la décision d’attribution de l’AAH.";
        aah_avant_reforme AAH_AVANT_REFORME: OuiNon = Handicap "Perceviez-vous déjà l’AAH en septembre 2023, sans interruption depuis ?", "Le calcul individuel date du 1er octobre 2023.";
        calcul_individuel CALCUL_INDIVIDUEL: OuiNon = Handicap "La Caf est-elle déjà passée au calcul individuel de votre AAH ?", "Ce passage est définitif.";
        complement_ressources COMPLEMENT_RESSOURCES: OuiNon = Handicap "Percevez-vous encore le complément de ressources ?", "Il n’est plus attribué depuis le 1er décembre 2019, mais versé encore à ceux qui l’avaient.";
        capacite_travail CAPACITE_TRAVAIL: OuiNon = Handicap "La MDPH a-t-elle reconnu une capacité de travail inférieure à 5 % ?";
        encore_a_charge ENCORE_A_CHARGE: OuiNon = Handicap "Vos parents perçoivent-ils encore des prestations familiales pour vous ?";
        percoit_aah PERCOIT_AAH: OuiNon = Handicap "Perçoit-il aujourd’hui l’AAH ?";
        aah_avant_activite AAH_AVANT_ACTIVITE: OuiNon = Handicap "Perceviez-vous déjà l’AAH quand vous avez repris le travail ?", "Pendant les premiers mois, le salaire n’est alors pas compté.";
        etablissement ETABLISSEMENT: SejourEtablissement = Handicap "Êtes-vous en ce moment à l’hôpital, en maison d’accueil spécialisée ou en détention ?";
        etablissement_depuis ETABLISSEMENT_DEPUIS: Date = Handicap "Depuis quand ?";
        forfait_journalier FORFAIT_JOURNALIER: OuiNon = Handicap "Payez-vous le forfait journalier de l’hôpital ?";
        conjoint_empeche CONJOINT_EMPECHE: OuiNon = Handicap "La MDPH a-t-elle reconnu que votre conjoint ne peut pas travailler ?";
        revenus REVENUS: Revenus = Revenus "Quels revenus avez-vous, ou avez-vous eus depuis janvier {N-2} ?", "Sans l’AAH ni les prestations de la Caf.";
        salaire SALAIRE: Mensuel = Revenus "Salaire net imposable par mois en {trimestre}", "Sur le bulletin de paie, « net imposable ». La déduction de frais professionnels est faite ici.";
        net_social NET_SOCIAL: Mensuel = Revenus "Montant net social de vos salaires, par mois", "Sur chaque bulletin de paie, ligne « Montant net social » : ce n’est ni le net imposable, ni le net à payer.";
        net_remplacement NET_REMPLACEMENT: Mensuel = Revenus "Total net de votre chômage, de vos indemnités et de vos pensions, par mois", "Sur chaque relevé, « montant net social », ou le net avant l’impôt : ce n’est pas le montant imposable.";
        salaire_annuel SALAIRE_ANNUEL: Annuel = Revenus "Salaires imposables de toute l’année {N-2}", "Leur total, sur l’avis d’impôt reçu en {N-1}, avant la déduction de 10 %.";
        salaire_douze_mois SALAIRE_DOUZE_MOIS: Euros<An> = Revenus "Salaires imposables, en tout, de {douze mois}", "Avec les indemnités journalières et la rémunération d’Esat. Sur les bulletins, « net imposable ».";
        chomage_douze_mois CHOMAGE_DOUZE_MOIS: Euros<An> = Revenus "Chômage imposable, en tout, de {douze mois}", "Sur les attestations de France Travail, avant le prélèvement de l’impôt.";
        retraite_douze_mois RETRAITE_DOUZE_MOIS: Euros<An> = Revenus "Retraites imposables, en tout, de {douze mois}", "Sur les relevés de vos caisses : le montant imposable, pas celui qui est versé.";
        esat_depuis ESAT_DEPUIS: Date = Revenus "Depuis quand travaillez-vous en Esat ?";
        esat ESAT: Mensuel = Revenus "Rémunération garantie d’Esat par mois", "Brute, sur le bulletin de l’Esat.";
        esat_part ESAT_PART: Mensuel = Revenus "Dont la part payée par l’Esat, par mois", "Sur le bulletin, « rémunération directe ».";
        esat_aide_poste ESAT_AIDE_POSTE: Mensuel = Revenus "Dont l’aide au poste, par mois", "Sur le bulletin : ce que l’État ajoute à la part de l’Esat.";
        esat_annuel ESAT_ANNUEL: Annuel = Revenus "Rémunération d’Esat imposable de toute l’année {N-2}", "Sur l’avis d’impôt reçu en {N-1}.";
        independant_annuel INDEPENDANT_ANNUEL: Annuel = Revenus "Bénéfice d’indépendant de {N-2}", "Sur l’avis d’impôt reçu en {N-1} : le bénéfice, pas les recettes.";
        independant INDEPENDANT: Mensuel = Revenus "Bénéfice d’indépendant par mois en {trimestre}", "Le bénéfice, pas les recettes.";
        chomage CHOMAGE: Mensuel = Revenus "Allocation de chômage imposable par mois en {trimestre}", "Sur l’attestation de France Travail, avant le prélèvement de l’impôt.";
        chomage_annuel CHOMAGE_ANNUEL: Annuel = Revenus "Allocations de chômage imposables de {N-2}", "Sur l’avis d’impôt reçu en {N-1}, avant la déduction de 10 %.";
        indemnites INDEMNITES: Mensuel = Revenus "Indemnités journalières imposables par mois en {trimestre}", "Sur les relevés de l’assurance maladie (ameli) : la part imposable, avant le prélèvement de l’impôt.";
        indemnites_annuel INDEMNITES_ANNUEL: Annuel = Revenus "Indemnités journalières imposables de {N-2}", "Sur le relevé fiscal du compte ameli.";
        invalidite INVALIDITE: Mensuel = Revenus "Pension d’invalidité par mois", "Brute, sur le relevé de l’assurance maladie, sans la majoration pour tierce personne.";
        invalidite_annuel INVALIDITE_ANNUEL: Annuel = Revenus "Pension d’invalidité imposable de {N-2}", "Sur l’avis d’impôt reçu en {N-1}, avant la déduction de 10 %.";
        retraite RETRAITE: Mensuel = Revenus "Pensions de retraite par mois", "Brutes, sur les relevés de vos caisses : pas le montant versé.";
        retraite_annuel RETRAITE_ANNUEL: Annuel = Revenus "Pensions de retraite imposables de {N-2}", "Sur l’avis d’impôt reçu en {N-1}, avant la déduction de 10 %.";
        rente RENTE: Mensuel = Revenus "Rente d’accident du travail par mois", "Sans la prestation pour tierce personne.";
        asi ASI: Mensuel = Revenus "Allocation supplémentaire d’invalidité (ASI) par mois";
        pension_alimentaire PENSION_ALIMENTAIRE: Mensuel = Revenus "Pension alimentaire reçue par mois en {trimestre}";
        pension_alimentaire_annuel PENSION_ALIMENTAIRE_ANNUEL: Annuel = Revenus "Pensions alimentaires reçues en {N-2}", "Celles que vous avez déclarées : sur l’avis d’impôt reçu en {N-1}, avant la déduction de 10 %.";
        pension_versee_annuel PENSION_VERSEE_ANNUEL: Annuel = Revenus "Pensions alimentaires versées en {N-2}", "Celles que les impôts ont déduites, sur l’avis reçu en {N-1}.";
        autre_annuel AUTRE_ANNUEL: Annuel = Revenus "Autres revenus imposables de {N-2}", "Loyers, placements : total de l’avis d’impôt reçu en {N-1}.";
    }
}

questions! {
    /// A child, born or expected.
    Enfant RangEnfant {
        prenom PRENOM: Prenom = Enfants "Prénom (facultatif)";
        naissance NAISSANCE: Date = Enfants "Date de naissance, ou date prévue";
        arrivee ARRIVEE: Date = Enfants "S’il est adopté : date de son arrivée chez vous", "Passée ou prévue. Rien à écrire pour un enfant né dans la famille.";
        garde GARDE: Garde = Enfants "Où vit l’enfant ?";
        allocataire ALLOCATAIRE: Allocataire = Enfants "Qui reçoit les prestations de la Caf pour cet enfant ?", "En résidence alternée, les parents choisissent ; sans accord, les allocations familiales sont partagées.";
        autre_parent AUTRE_PARENT: AutreParent = Enfants "Que fait l’autre parent pour cet enfant ?";
        pension PENSION: Mensuel = Enfants "Pension alimentaire versée pour cet enfant, par mois", "Ce que vous recevez vraiment : zéro si rien n’est versé.";
        handicap HANDICAP: Handicap = Enfants "Est-il en situation de handicap ?", "Reconnu par la MDPH : AEEH, carte mobilité inclusion, ou taux d’incapacité.";
        aeeh AEEH: Aeeh = Enfants "Perçoit-il l’allocation d’éducation de l’enfant handicapé (AEEH) ?", "Le niveau du complément est écrit sur la décision de la MDPH.";
        taux TAUX: TauxIncapacite = Handicap "Taux d’incapacité reconnu à l’enfant", "Sur la décision de la MDPH.";
        accompagnement ACCOMPAGNEMENT: OuiNon = Handicap "Est-il dans un établissement spécialisé, suivi par un service, ou a-t-il des soins décidés par la MDPH ?", "Par exemple un IME, un Sessad, un accompagnement à l’école.";
        internat INTERNAT: OuiNon = Handicap "Vit-il en internat, dans un établissement entièrement pris en charge ?", "Par l’assurance maladie, l’État ou l’aide sociale.";
        temps_handicap TEMPS_HANDICAP: TempsHandicap = Handicap "À cause de son handicap, travaillez-vous moins, ou payez-vous quelqu’un ?", "Vous ou l’autre parent ; quelqu’un : une tierce personne qui s’occupe de lui.";
        contraintes CONTRAINTES: OuiNon = Handicap "Son état demande-t-il une surveillance et des soins permanents ?", "À la charge de la famille.";
        frais_handicap FRAIS_HANDICAP: Euros<Mois> = Handicap "Dépenses liées à son handicap, en moyenne par mois", "Celles qui ne sont pas remboursées, avec des justificatifs.";
        complement_activite COMPLEMENT_ACTIVITE: OuiNon = Handicap "Ce complément est-il accordé parce que vous travaillez moins ou payez quelqu’un ?", "« Non » s’il est accordé pour des dépenses seulement. La décision de la MDPH le dit.";
        scolarite SCOLARITE: Scolarite = Enfants "Où en est-il de l’école ?";
        salaire SALAIRE: Mensuel = Enfants "Son salaire net par mois, s’il travaille", "Zéro s’il ne travaille pas.";
        deces DECES: Date = Enfants "Date du décès de l’enfant", "Rien ne vous oblige à répondre. Nous en tenons compte dans vos droits, et une allocation existe.";
        grossesse_avancee GROSSESSE_AVANCEE: OuiNon = Enfants "La grossesse avait-elle atteint vingt semaines ?";
        garde_payee GARDE_PAYEE: OuiNon = Enfants "Payez-vous pour le faire garder ?", "Crèche, assistante maternelle, garde à domicile, périscolaire.";
        mode_garde MODE_GARDE: ModeGarde = Enfants "Qui le garde ?", "Le mode de garde le plus utilisé. Une micro-crèche où vous payez selon vos revenus est une crèche.";
        garde_heures GARDE_HEURES: u32 = Enfants "Heures de garde par mois", "Les heures payées, arrondies à l’heure : sur le bulletin Pajemploi, ou sur la facture.";
        garde_cout GARDE_COUT: Euros<Mois> = Enfants "Coût de cette garde par mois", "Assistante maternelle : salaire net, indemnités d’entretien et repas. À domicile : salaire net. Crèche ou organisme : la facture. Sans les cotisations.";
        sport SPORT: OuiNon = Enfants "Payez-vous pour qu’il fasse du sport ?", "Par exemple l’inscription dans un club.";
        depense_parentalite DEPENSE_PARENTALITE: OuiNon = Enfants "Payez-vous pour sa garde ou pour du soutien scolaire ?", "Garde après l’école ou pendant les vacances, trajets accompagnés, cours à la maison.";
        pass_colo_utilise PASS_COLO_UTILISE: OuiNon = Enfants "A-t-il déjà utilisé son Pass colo ?", "Il n’y en a qu’un par enfant.";
    }
}

questions! {
    /// A holiday project.
    Sejour RangSejour {
        nature NATURE: NatureSejour = Vacances "Quel séjour ?";
        enfants ENFANTS: Rangs = Vacances "Quels enfants partent ?";
        debut DEBUT: Date = Vacances "Premier jour du séjour";
        fin FIN: Date = Vacances "Dernier jour du séjour";
        cout COUT: Euros<Fois> = Vacances "Prix du séjour", "Prix total ; pour une colonie, prix par enfant.";
        label LABEL: Label = Vacances "Le lieu est-il labellisé Vacaf ?", "L’organisateur le dit ; la liste est sur vacaf.org.";
        distance DISTANCE: u32 = Vacances "Distance de chez vous, en kilomètres";
        pendant_vacances PENDANT_VACANCES: OuiNon = Vacances "Le séjour est-il tout entier pendant les vacances scolaires de votre académie ?", "Nous ne connaissons pas son calendrier à ces dates.";
        catalogue_colo CATALOGUE_COLO: OuiNon = Vacances "Le séjour figure-t-il au catalogue du Pass colo ?";
        premier_depart PREMIER_DEPART: OuiNon = Vacances "Un travailleur social vous accompagne-t-il pour un premier départ ?";
    }
}
