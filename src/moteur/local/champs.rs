//! The names in a file of local scales, and how each part is read, once found right, and written. The compiler holds them to
//! the types.

use super::{
    faux::Faux,
    forme::{Forme, Membre, Objet},
    *,
};
use crate::json::Json;
use std::sync::Arc;

/// A type of value. What is written `Nul` is left out.
pub(super) trait Champ: Sized {
    const FORME: Forme;
    /// Whether it may be absent.
    const FACULTATIF: bool = false;
    /// Reads what has the shape, or `Nul` for what is absent.
    fn lis(json: &Json) -> Self;
    fn ecris(&self) -> Json;
}
/// What the shapes alone do not hold.
pub(super) trait Verifie {
    fn verifie(&self) -> Result<(), Faux>;
}
pub(super) fn membre<T: Champ>(json: &Json, nom: &str) -> T {
    T::lis(json.get(nom).unwrap_or(&Json::Nul))
}

impl<T: Champ> Champ for Option<T> {
    const FORME: Forme = T::FORME;
    const FACULTATIF: bool = true;
    fn lis(json: &Json) -> Self {
        if *json == Json::Nul { None } else { Some(T::lis(json)) }
    }
    fn ecris(&self) -> Json {
        self.as_ref().map_or(Json::Nul, T::ecris)
    }
}
impl<T: Champ> Champ for Vec<T> {
    const FORME: Forme = Forme::Liste(&T::FORME);
    const FACULTATIF: bool = true;
    fn lis(json: &Json) -> Self {
        if let Json::Liste(liste) = json { liste.iter().map(T::lis).collect() } else { Vec::new() }
    }
    fn ecris(&self) -> Json {
        if self.is_empty() { Json::Nul } else { Json::Liste(self.iter().map(T::ecris).collect()) }
    }
}
impl<T: Champ> Champ for Arc<T> {
    const FORME: Forme = T::FORME;
    const FACULTATIF: bool = T::FACULTATIF;
    fn lis(json: &Json) -> Self {
        Arc::new(T::lis(json))
    }
    fn ecris(&self) -> Json {
        T::ecris(self)
    }
}
impl Champ for bool {
    const FORME: Forme = Forme::Booleen;
    const FACULTATIF: bool = true;
    fn lis(json: &Json) -> Self {
        *json == Json::Bool(true)
    }
    fn ecris(&self) -> Json {
        if *self { Json::Bool(true) } else { Json::Nul }
    }
}
impl Champ for String {
    const FORME: Forme = Forme::Texte;
    fn lis(json: &Json) -> Self {
        json.texte().unwrap_or_default().to_owned()
    }
    fn ecris(&self) -> Json {
        self.as_str().into()
    }
}
macro_rules! entiers { ($($T:ty)*) => { $(
    impl Champ for $T {
        const FORME: Forme = Forme::Entier(|nombre| nombre.parse::<$T>().is_ok());
        fn lis(json: &Json) -> Self {
            if let Json::Nombre(nombre) = json { nombre.parse().unwrap_or_default() } else { 0 }
        }
        fn ecris(&self) -> Json {
            Json::Nombre(self.to_string())
        }
    }
)* } }
entiers! { u32 i32 }

/// A word of a list; when it may be left out, the first is understood.
macro_rules! mots { ($T:ty $(, facultatif = $facultatif:literal)?; $P:ident $premier:literal $($V:ident $mot:literal)*) => {
    impl Champ for $T {
        const FORME: Forme = Forme::Mot(&[$premier $(, $mot)*]);
        $(const FACULTATIF: bool = $facultatif;)?
        fn lis(json: &Json) -> Self {
            match json.texte() {
                $(Some($mot) => <$T>::$V,)*
                _ => <$T>::$P,
            }
        }
        fn ecris(&self) -> Json {
            match self {
                <$T>::$P if Self::FACULTATIF => Json::Nul,
                <$T>::$P => $premier.into(),
                $(<$T>::$V => $mot.into(),)*
            }
        }
    }
} }
mots! { AideLocale; Avf "avf" Ave "ave" Avs "avs" Transport "transport" ChequeFamille "cheque_famille" ChequeSport "cheque_sport" Apom "apom" }
mots! { Reference; Janvier "janvier" OctobrePrecedent "octobre_precedent" NovembrePrecedent "novembre_precedent" DecembrePrecedent "decembre_precedent" Demande "demande" }
mots! { Base, facultatif = true; QuotientFamilial "quotient_familial" RfrParPart "rfr_par_part" Rfr "rfr" Indice "indice" }
mots! { JourAge, facultatif = true; DebutSejour "debut_sejour" PremierJanvier "premier_janvier" FinAnneePrecedente "fin_annee_precedente" }
mots! { LabelLocal; Vacaf "vacaf" Conventionne "conventionne" }
mots! { Cas; Aeeh "aeeh" ParentSeul "parent_seul" EnfantHandicape "enfant_handicape" ParentSeulEtEnfantHandicape "parent_seul_et_enfant_handicape" }
mots! { Confiance, facultatif = true; Officiel "officiel" Relais "relais" Presse "presse" Deduit "deduit" }

/// The member that a field of this type makes.
const fn du_type<S, T: Champ>(nom: &'static str, _: fn(&S) -> &T) -> Membre {
    Membre { nom, forme: T::FORME, facultatif: T::FACULTATIF }
}

/// An object by the names of its fields, and what checks it once read when there is something to check; when it may be left
/// out, the empty one is understood.
macro_rules! objet { ($T:ident { $($champ:ident)* } $($verifie:ident)? $(, facultatif = $facultatif:literal)?) => {
    impl $T {
        const OBJET: Objet = Objet {
            membres: &[$(du_type::<$T, _>(stringify!($champ), |objet| &objet.$champ)),*],
            verifie: |_json| { $(<$T as Champ>::lis(_json).$verifie()?;)? Ok(()) },
        };
    }
    impl Champ for $T {
        const FORME: Forme = Forme::Objet(&Self::OBJET);
        $(const FACULTATIF: bool = $facultatif;)?
        fn lis(json: &Json) -> Self {
            $T { $($champ: membre(json, stringify!($champ))),* }
        }
        fn ecris(&self) -> Json {
            if Self::FACULTATIF && *self == Self::lis(&Json::Nul) {
                return Json::Nul;
            }
            Json::objet([$((stringify!($champ), self.$champ.ecris())),*])
        }
    }
} }
objet! { Duree { jours_min jours_max nuits_min nuits_max } verifie, facultatif = true }
objet! { Ages { min max au } verifie }
objet! { Naissance { du au } verifie }
objet! { Vacances { ages week_ends } }
objet! { Periode { du au } }
objet! { SourceLocale { titre lien } verifie }
objet! { Palier { km_min km_max montant } }
objet! { Fourchette { part_min part_max jour_min jour_max montant_min montant_max } verifie }
objet! { Tranche { min min_strict max max_strict si enfants_min formule a_confirmer } verifie }
objet! { BaremeLocal {
    aide publie_par departement annee nom_local base mois_quotient mois_prestation tranches duree ages naissance vacances_scolaires
    periodes labels premier_depart cumul notes source confiance
} verifie }

/// A word, and the fields that go with it.
macro_rules! formules { ($($V:ident $mot:literal { $($champ:ident: $T:ty),* })*) => {
    impl Champ for Formule {
        const FORME: Forme = Forme::Formule(&["notifie"], &[
            $(($mot, &Objet {
                membres: &[$(Membre { nom: stringify!($champ), forme: <$T>::FORME, facultatif: <$T>::FACULTATIF }),*],
                verifie: |_| Ok(()),
            }),)*
            ("fourchette", &Fourchette::OBJET),
        ]);
        fn lis(json: &Json) -> Self {
            let Json::Objet(membres) = json else { return Formule::Notifie };
            match membres.first().map(|(mot, json)| (mot.as_str(), json)) {
                $(Some(($mot, json)) => Formule::$V { $($champ: membre(json, stringify!($champ))),* },)*
                Some((_, json)) => Formule::Fourchette(Fourchette::lis(json)),
                None => Formule::Notifie,
            }
        }
        fn ecris(&self) -> Json {
            match self {
                Formule::Notifie => "notifie".into(),
                Formule::Fourchette(fourchette) => Json::objet([("fourchette", fourchette.ecris())]),
                $(Formule::$V { $($champ),* } => Json::objet([($mot, Json::objet([$((stringify!($champ), $champ.ecris())),*]))]),)*
            }
        }
    }
} }
formules! {
    Part "part" { taux: Taux, plafond: Option<Euros<Fois>>, plafond_jour: Option<Euros<Fois>> }
    Jour "jour" { montant: Euros<Fois> }
    Forfait "forfait" {
        montant: Euros<Fois>, par_enfant: Option<Euros<Fois>>, supplement_aeeh: Option<Euros<Fois>>, part_max: Option<Taux>
    }
    Fixe "fixe" { montant: Euros<Fois> }
    Distance "distance" { paliers: Vec<Palier> }
}

/// The whole file.
pub(super) const FICHIER: Objet = Objet {
    membres: &[
        Membre { nom: "version", forme: <u32>::FORME, facultatif: false },
        Membre { nom: "baremes", forme: <Vec<BaremeLocal>>::FORME, facultatif: false },
    ],
    verifie: |_| Ok(()),
};
