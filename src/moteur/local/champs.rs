//! The names in a file of local scales, and how each part is read and written. The compiler holds them to the types.

use super::*;
use crate::json::{Json, ajoute_cle};

/// What a file holds that is not right.
pub(super) struct Faux {
    /// The path of the value where the reading stopped.
    pub ou: String,
    /// The fault is seen at the end of that value: it is whole, but for one of its fields, which is named.
    pub dans: Option<String>,
    /// Ends the sentence « il faut … ».
    pub attendu: String,
}
impl Faux {
    pub fn de(attendu: impl Into<String>) -> Self {
        Faux { ou: String::new(), dans: None, attendu: attendu.into() }
    }
    /// A fault of a field, seen once its object is read.
    pub fn apres(champ: &str, attendu: &str) -> Self {
        Faux { dans: Some(champ.to_owned()), ..Faux::de(attendu) }
    }
    /// The same fault, seen from the value that holds this one.
    fn sous(mut self, pas: &str) -> Self {
        let suite = std::mem::replace(&mut self.ou, pas.to_owned());
        if suite.starts_with('[') || suite.is_empty() {
            self.ou += &suite
        } else {
            ajoute_cle(&mut self.ou, &suite)
        }
        self
    }
}

/// A type of value. What is written `Nul` is left out.
pub(super) trait Champ: Sized {
    /// Whether it may be absent: it is then `vide`.
    const FACULTATIF: bool = false;
    /// What stands for a value that is absent, or that could not be read.
    fn vide() -> Self;
    fn lis(json: &Json) -> Result<Self, Faux>;
    fn ecris(&self) -> Json;
}
/// What the types alone do not hold.
pub(super) trait Verifie {
    fn verifie(&self) -> Result<(), Faux>;
}

impl<T: Champ> Champ for Option<T> {
    const FACULTATIF: bool = true;
    fn vide() -> Self {
        None
    }
    fn lis(json: &Json) -> Result<Self, Faux> {
        if *json == Json::Nul { Ok(None) } else { T::lis(json).map(Some) }
    }
    fn ecris(&self) -> Json {
        self.as_ref().map_or(Json::Nul, T::ecris)
    }
}
impl<T: Champ> Champ for Vec<T> {
    const FACULTATIF: bool = true;
    fn vide() -> Self {
        Vec::new()
    }
    fn lis(json: &Json) -> Result<Self, Faux> {
        let Json::Liste(liste) = json else { return Err(Faux::de("une liste entre crochets")) };
        let mut lus = Vec::new();
        for (i, json) in liste.iter().enumerate() {
            lus.push(T::lis(json).map_err(|faux| faux.sous(&format!("[{i}]")))?);
        }
        Ok(lus)
    }
    fn ecris(&self) -> Json {
        if self.is_empty() { Json::Nul } else { Json::Liste(self.iter().map(T::ecris).collect()) }
    }
}
impl Champ for bool {
    const FACULTATIF: bool = true;
    fn vide() -> Self {
        false
    }
    fn lis(json: &Json) -> Result<Self, Faux> {
        if let Json::Bool(vrai) = json { Ok(*vrai) } else { Err(Faux::de("true ou false, sans guillemets")) }
    }
    fn ecris(&self) -> Json {
        if *self { Json::Bool(true) } else { Json::Nul }
    }
}
impl Champ for String {
    fn vide() -> Self {
        String::new()
    }
    fn lis(json: &Json) -> Result<Self, Faux> {
        json.texte().map(str::to_owned).ok_or_else(|| Faux::de("un texte entre guillemets"))
    }
    fn ecris(&self) -> Json {
        self.as_str().into()
    }
}
macro_rules! entiers { ($($T:ty)*) => { $(
    impl Champ for $T {
        fn vide() -> Self {
            0
        }
        fn lis(json: &Json) -> Result<Self, Faux> {
            let lu = if let Json::Nombre(nombre) = json { nombre.parse().ok() } else { None };
            lu.ok_or_else(|| Faux::de("un nombre entier, sans guillemets"))
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
        $(const FACULTATIF: bool = $facultatif;)?
        fn vide() -> Self {
            <$T>::$P
        }
        fn lis(json: &Json) -> Result<Self, Faux> {
            match mot(json)? {
                $premier => Ok(<$T>::$P),
                $($mot => Ok(<$T>::$V),)*
                autre => Err(inconnu(autre, &[$premier $(, $mot)*])),
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
fn mot(json: &Json) -> Result<&str, Faux> {
    json.texte().ok_or_else(|| Faux::de("un des mots connus"))
}
fn inconnu(mot: &str, connus: &[&str]) -> Faux {
    Faux::de(format!("un des mots connus, pas «\u{a0}{mot}\u{a0}»\u{a0}: {}", connus.join(", ")))
}
mots! { AideLocale; Avf "avf" Ave "ave" Avs "avs" Transport "transport" ChequeFamille "cheque_famille" ChequeSport "cheque_sport" Apom "apom" }
mots! { Reference; Janvier "janvier" OctobrePrecedent "octobre_precedent" NovembrePrecedent "novembre_precedent" DecembrePrecedent "decembre_precedent" Demande "demande" }
mots! { Base, facultatif = true; QuotientFamilial "quotient_familial" RfrParPart "rfr_par_part" Rfr "rfr" Indice "indice" }
mots! { JourAge, facultatif = true; DebutSejour "debut_sejour" PremierJanvier "premier_janvier" FinAnneePrecedente "fin_annee_precedente" }
mots! { LabelLocal; Vacaf "vacaf" Conventionne "conventionne" }
mots! { Cas; Aeeh "aeeh" ParentSeul "parent_seul" EnfantHandicape "enfant_handicape" ParentSeulEtEnfantHandicape "parent_seul_et_enfant_handicape" }
mots! { Confiance, facultatif = true; Officiel "officiel" Relais "relais" Presse "presse" Deduit "deduit" }

/// The members of an object that has these names and no other, each once.
pub(super) fn membres<'a>(json: &'a Json, connus: &[&str]) -> Result<&'a [(String, Json)], Faux> {
    let Json::Objet(membres) = json else { return Err(Faux::de("un objet entre accolades")) };
    for (rang, (cle, _)) in membres.iter().enumerate() {
        if !connus.contains(&cle.as_str()) {
            return Err(Faux::de(format!("un champ connu\u{a0}: {}", connus.join(", "))).sous(cle));
        }
        if membres.iter().take(rang).any(|(autre, _)| autre == cle) {
            return Err(Faux::de("ce champ une seule fois").sous(cle));
        }
    }
    Ok(membres)
}
/// The members of an object, taken one by one; the first fault is kept, so that taking one more costs a call and no more.
pub(super) struct Membres<'a> {
    membres: &'a [(String, Json)],
    faux: Option<Faux>,
}
impl<'a> Membres<'a> {
    pub fn de(json: &'a Json, connus: &[&str]) -> Self {
        match membres(json, connus) {
            Ok(membres) => Membres { membres, faux: None },
            Err(faux) => Membres { membres: &[], faux: Some(faux) },
        }
    }
    #[inline(never)]
    pub fn prend<T: Champ>(&mut self, nom: &str) -> T {
        let lu = match self.membres.iter().find(|(cle, _)| cle == nom) {
            _ if self.faux.is_some() => return T::vide(),
            Some((_, json)) => T::lis(json).map_err(|faux| faux.sous(nom)),
            None if T::FACULTATIF => return T::vide(),
            None => Err(Faux::apres(nom, "ce champ, qui manque")),
        };
        lu.unwrap_or_else(|faux| {
            self.faux = Some(faux);
            T::vide()
        })
    }
    /// The whole, if every member was right.
    pub fn rend<T>(self, lu: T) -> Result<T, Faux> {
        self.faux.map_or(Ok(lu), Err)
    }
}

/// An object by the names of its fields, checked once read when there is something to check; when it may
/// be left out, the empty one is understood.
macro_rules! objet { ($T:ident { $($champ:ident)* } $($verifie:ident)? $(, facultatif = $facultatif:literal)?) => {
    impl Champ for $T {
        $(const FACULTATIF: bool = $facultatif;)?
        fn vide() -> Self {
            $T { $($champ: Champ::vide()),* }
        }
        fn lis(json: &Json) -> Result<Self, Faux> {
            let mut membres = Membres::de(json, &[$(stringify!($champ)),*]);
            let lu = $T { $($champ: membres.prend(stringify!($champ))),* };
            let lu = membres.rend(lu)?;
            $(lu.$verifie()?;)?
            Ok(lu)
        }
        fn ecris(&self) -> Json {
            if Self::FACULTATIF && *self == Self::vide() {
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
macro_rules! formules { ($($V:ident $mot:literal { $($champ:ident)* })*) => {
    impl Champ for Formule {
        fn vide() -> Self {
            Formule::Notifie
        }
        fn lis(json: &Json) -> Result<Self, Faux> {
            let (mot, valeur) = match json {
                Json::Texte(mot) => (mot, &Json::Nul),
                Json::Objet(membres) => match membres.as_slice() {
                    [(mot, valeur)] => (mot, valeur),
                    _ => return Err(Faux::de("une seule formule entre accolades")),
                },
                _ => return Err(Faux::de("un mot, ou un objet entre accolades")),
            };
            let lue = match mot.as_str() {
                "notifie" => return Ok(Formule::Notifie),
                "fourchette" => Fourchette::lis(valeur).map(Formule::Fourchette),
                $($mot => {
                    let mut membres = Membres::de(valeur, &[$(stringify!($champ)),*]);
                    let lue = Formule::$V { $($champ: membres.prend(stringify!($champ))),* };
                    membres.rend(lue)
                })*
                autre => return Err(inconnu(autre, &[$($mot,)* "fourchette", "notifie"])),
            };
            lue.map_err(|faux: Faux| faux.sous(mot))
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
    Part "part" { taux plafond plafond_jour }
    Jour "jour" { montant }
    Forfait "forfait" { montant par_enfant supplement_aeeh part_max }
    Fixe "fixe" { montant }
    Distance "distance" { paliers }
}
