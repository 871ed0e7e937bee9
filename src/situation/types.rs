//! The choices a person makes, in the words of the form.

pub use super::{
    departements::{DEPARTEMENTS, Departement},
    genre::{Annuel, Mensuel},
};
use super::{
    genre::{Contenu, Genre},
    reponses::{Reponse, choix},
};

/// A first name: only shown back, never read by a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prenom(pub String);

choix! {
    /// Yes or no.
    OuiNon {
        Oui "oui" = "Oui",
        Non "non" = "Non",
    }
}
impl OuiNon {
    pub fn est_oui(self) -> bool {
        self == OuiNon::Oui
    }
}

choix! {
    /// With whom the adult lives.
    Couple {
        Seul "seul" = "Seul ou seule",
        Marie "marie" = "En couple, mariés",
        Pacse "pacse" = "En couple, pacsés",
        Concubinage "concubinage" = "En couple, sans mariage ni Pacs",
    }
}

choix! {
    /// Rate of incapacity set by the CDAPH.
    TauxIncapacite {
        Aucun "aucun" = "Aucun taux reconnu, ou moins de 50 %",
        De50a79 "50-79" = "De 50 à 79 %",
        Plus80 "80" = "80 % ou plus",
    }
}

choix! {
    /// What the person does now.
    Activite {
        Salarie "salarie" = "Salarié (entreprise, administration, entreprise adaptée)",
        Esat "esat" = "Travailleur en Esat",
        Independant "independant" = "Indépendant",
        Chomage "chomage" = "Au chômage",
        Etudiant "etudiant" = "Étudiant ou en formation",
        Retraite "retraite" = "Retraité",
        Inactif "inactif" = "Sans activité",
    }
}

choix! {
    /// A kind of income.
    Revenu {
        Salaire "salaire" = "Salaire",
        Esat "esat" = "Rémunération d’Esat",
        Independant "independant" = "Bénéfice d’indépendant",
        Chomage "chomage" = "Allocation de chômage",
        Indemnites "indemnites" = "Indemnités journalières (maladie, maternité, accident)",
        Invalidite "invalidite" = "Pension d’invalidité",
        Retraite "retraite" = "Pension de retraite",
        Rente "rente" = "Rente d’accident du travail",
        Asi "asi" = "Allocation supplémentaire d’invalidité (ASI)",
        PensionAlimentaire "pension_alimentaire" = "Pension alimentaire reçue",
        /// Not an income: it is deducted from the others.
        PensionVersee "pension_versee" = "Pension alimentaire versée, qui se déduit des autres",
        Autre "autre" = "Autres revenus imposables (loyers, placements)",
    }
}

/// The kinds of income a person has or had; none is an answer too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Revenus(pub Vec<Revenu>);
impl Revenus {
    pub fn a(&self, revenu: Revenu) -> bool {
        self.0.contains(&revenu)
    }
}
impl Reponse for Revenus {
    const GENRE: Genre = Genre::Plusieurs(Revenu::OPTIONS);
    fn depuis(contenu: &Contenu) -> Option<Self> {
        let Contenu::Plusieurs(rangs) = contenu else { return None };
        Some(Revenus(rangs.iter().filter_map(|rang| Revenu::TOUS.get(*rang)).copied().collect()))
    }
    fn contenu(self) -> Contenu {
        Contenu::Plusieurs(self.0.into_iter().map(|revenu| revenu as usize).collect())
    }
}

/// Which children of the household, by their rank from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rangs(pub Vec<usize>);
impl Rangs {
    /// Whether the child at this index, from 0, is one of them.
    pub fn contient(&self, enfant: usize) -> bool {
        self.0.contains(&(enfant + 1))
    }
}
choix! {
    /// Link with the State as an employer.
    Agent {
        Aucun "non" = "Non",
        FinancesActif "finances_actif" = "Oui, agent en activité des ministères économiques et financiers",
        FinancesRetraite "finances_retraite" = "Oui, agent retraité des ministères économiques et financiers",
        EtatActif "etat_actif" = "Oui, agent en activité d’un autre ministère de l’État",
        EtatRetraite "etat_retraite" = "Oui, agent retraité d’un autre ministère de l’État",
        ConjointSurvivant "survivant" = "Conjoint survivant d’un agent de l’État, avec une pension de réversion",
    }
}

choix! {
    /// Where the agent is posted.
    Affectation {
        Metropole "metropole" = "En France métropolitaine",
        Drom "drom" = "Dans un département d’outre-mer",
        Com "com" = "Dans une collectivité d’outre-mer",
        Etranger "etranger" = "À l’étranger",
    }
}

choix! {
    /// Custody of a child.
    Garde {
        Pleine "pleine" = "Vit avec vous",
        Alternee "alternee" = "En résidence alternée",
    }
}

choix! {
    /// What the other parent of a child does for it, when only one lives with it (CSS, art. L. 523-1, D. 523-1).
    AutreParent {
        Pension "pension" = "Verse la pension alimentaire fixée par un juge ou un accord écrit",
        Impaye "impaye" = "Ne verse pas toute la pension fixée",
        Absent "absent" = "Ne verse rien, et aucune pension n’est fixée",
        HorsEtat "hors_etat" = "Ne peut pas payer, la Caf ou un juge l’a reconnu",
        Amiable "amiable" = "Participe sans pension fixée",
        Decede "decede" = "Est décédé",
        NonReconnu "non_reconnu" = "N’a pas reconnu l’enfant",
        Recueilli "recueilli" = "J’ai recueilli l’enfant : ses deux parents sont décédés ou absents",
    }
}

choix! {
    /// Who receives the benefits for a child in alternate custody (CSS, art. R. 513-1 and R. 521-2).
    Allocataire {
        PartageMoi "partage_moi" = "Allocations familiales partagées, le reste pour vous",
        PartageAutre "partage_autre" = "Allocations familiales partagées, le reste pour l’autre parent",
        Moi "moi" = "Tout pour vous",
        Autre "autre" = "Tout pour l’autre parent",
    }
}

choix! {
    /// Disability of a child.
    Handicap {
        Reconnu "oui" = "Oui, reconnu par la MDPH",
        Demande "demande" = "Oui, la MDPH n’a pas encore décidé",
        Non "non" = "Non",
    }
}
impl Handicap {
    pub fn reconnu(self) -> bool {
        self == Handicap::Reconnu
    }
}

choix! {
    /// How much a parent works less, or a third person is paid, for a disabled child; from the least to the most.
    TempsHandicap {
        Aucun "aucun" = "Non, ou moins que cela",
        Cinquieme "cinquieme" = "Oui, d’un cinquième au moins, ou quelqu’un de payé huit heures par semaine au moins",
        Moitie "moitie" = "Oui, de la moitié au moins, ou quelqu’un de payé vingt heures par semaine au moins",
        Entier "entier" = "Oui, un parent ne travaille plus, ou quelqu’un est payé à plein temps",
    }
}

choix! {
    /// Beside whom a person stops working on some days.
    Presence {
        Non "non" = "Non",
        Enfant "enfant" = "Oui, auprès d’un enfant de moins de vingt ans, gravement malade, handicapé ou accidenté",
        Proche "proche" = "Oui, auprès d’un autre proche, handicapé ou dépendant",
    }
}

choix! {
    /// AEEH and its complement.
    Aeeh {
        Aucune "aucune" = "Pas d’AEEH",
        Base "base" = "AEEH de base",
        Categorie1 "1" = "AEEH et complément de 1re catégorie",
        Categorie2 "2" = "AEEH et complément de 2e catégorie",
        Categorie3 "3" = "AEEH et complément de 3e catégorie",
        Categorie4 "4" = "AEEH et complément de 4e catégorie",
        Categorie5 "5" = "AEEH et complément de 5e catégorie",
        Categorie6 "6" = "AEEH et complément de 6e catégorie",
    }
}

choix! {
    /// Schooling of a child.
    Scolarite {
        PasEncore "pas_encore" = "Pas encore à l’école",
        Ecole "ecole" = "À l’école, au collège ou au lycée",
        Apprentissage "apprentissage" = "En apprentissage",
        Etudes "etudes" = "Étudiant ou en formation",
        Fini "fini" = "A fini sa scolarité",
    }
}

choix! {
    /// Where the person stays, when it changes the AAH.
    SejourEtablissement {
        Aucun "non" = "Non",
        Hopital "hopital" = "Oui, à l’hôpital",
        Mas "mas" = "Oui, en maison d’accueil spécialisée",
        Prison "prison" = "Oui, en détention",
    }
}

choix! {
    /// A holiday project.
    NatureSejour {
        Famille "famille" = "Vacances en famille",
        Enfants "enfants" = "Colonie ou séjour d’enfants sans leurs parents",
        Accompagne "accompagne" = "Vacances en famille, avec un travailleur social",
    }
}

choix! {
    /// Place of the stay with regard to labels.
    Label {
        Vacaf "vacaf" = "Oui, labellisé Vacaf",
        Conventionne "conventionne" = "Non, mais conventionné par ma Caf",
        Aucun "non" = "Non",
    }
}

choix! {
    /// Who keeps a child for pay.
    ModeGarde {
        Assistante "assistante" = "Une assistante maternelle que vous employez",
        Domicile "domicile" = "Une personne que vous employez chez vous",
        MicroCreche "micro_creche" = "Une micro-crèche",
        CrecheFamiliale "creche_familiale" = "Une crèche familiale, ou un organisme qui emploie des assistantes maternelles",
        OrganismeDomicile "organisme_domicile" = "Une entreprise ou une association, à votre domicile",
        Creche "creche" = "Une crèche ou une halte-garderie",
        Autre "autre" = "Autrement (périscolaire, centre de loisirs…)",
    }
}

choix! {
    /// How much a parent has stopped working to raise a child.
    CongeParental {
        Aucun "non" = "Non",
        Total "total" = "Oui, arrêté complètement",
        MiTemps "mi_temps" = "Oui, je travaille à mi-temps ou moins",
        PlusDuMiTemps "plus_du_mi_temps" = "Oui, je travaille entre la moitié et les quatre cinquièmes du temps",
    }
}

choix! {
    /// The additional leave after a birth.
    CongeNaissance {
        Aucun "non" = "Non",
        UnMois "un_mois" = "Oui, un mois",
        DeuxMois "deux_mois" = "Oui, deux mois",
    }
}
