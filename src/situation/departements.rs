//! The departments of the official geographic code.

use super::{
    genre::{Contenu, Genre, Option_},
    reponses::Reponse,
};

/// A department, whose Caf is the household's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Departement(pub &'static Option_);
impl Departement {
    pub fn code(self) -> &'static str {
        self.0.cle
    }
    pub fn nom(self) -> &'static str {
        self.0.libelle
    }
}
impl Reponse for Departement {
    const GENRE: Genre = Genre::Departement;
    fn depuis(contenu: &Contenu) -> Option<Self> {
        if let Contenu::Choix(rang) = contenu { DEPARTEMENTS.get(*rang).map(Departement) } else { None }
    }
    fn contenu(self) -> Contenu {
        Contenu::Choix(DEPARTEMENTS.iter().position(|departement| departement == self.0).unwrap_or_default())
    }
}

const fn departement(cle: &'static str, libelle: &'static str) -> Option_ {
    Option_ { cle, libelle }
}

/// The 101 departments of the official geographic code, in its order.
pub const DEPARTEMENTS: &[Option_] = &[
    departement("01", "Ain"),
    departement("02", "Aisne"),
    departement("03", "Allier"),
    departement("04", "Alpes-de-Haute-Provence"),
    departement("05", "Hautes-Alpes"),
    departement("06", "Alpes-Maritimes"),
    departement("07", "Ardèche"),
    departement("08", "Ardennes"),
    departement("09", "Ariège"),
    departement("10", "Aube"),
    departement("11", "Aude"),
    departement("12", "Aveyron"),
    departement("13", "Bouches-du-Rhône"),
    departement("14", "Calvados"),
    departement("15", "Cantal"),
    departement("16", "Charente"),
    departement("17", "Charente-Maritime"),
    departement("18", "Cher"),
    departement("19", "Corrèze"),
    departement("2A", "Corse-du-Sud"),
    departement("2B", "Haute-Corse"),
    departement("21", "Côte-d’Or"),
    departement("22", "Côtes-d’Armor"),
    departement("23", "Creuse"),
    departement("24", "Dordogne"),
    departement("25", "Doubs"),
    departement("26", "Drôme"),
    departement("27", "Eure"),
    departement("28", "Eure-et-Loir"),
    departement("29", "Finistère"),
    departement("30", "Gard"),
    departement("31", "Haute-Garonne"),
    departement("32", "Gers"),
    departement("33", "Gironde"),
    departement("34", "Hérault"),
    departement("35", "Ille-et-Vilaine"),
    departement("36", "Indre"),
    departement("37", "Indre-et-Loire"),
    departement("38", "Isère"),
    departement("39", "Jura"),
    departement("40", "Landes"),
    departement("41", "Loir-et-Cher"),
    departement("42", "Loire"),
    departement("43", "Haute-Loire"),
    departement("44", "Loire-Atlantique"),
    departement("45", "Loiret"),
    departement("46", "Lot"),
    departement("47", "Lot-et-Garonne"),
    departement("48", "Lozère"),
    departement("49", "Maine-et-Loire"),
    departement("50", "Manche"),
    departement("51", "Marne"),
    departement("52", "Haute-Marne"),
    departement("53", "Mayenne"),
    departement("54", "Meurthe-et-Moselle"),
    departement("55", "Meuse"),
    departement("56", "Morbihan"),
    departement("57", "Moselle"),
    departement("58", "Nièvre"),
    departement("59", "Nord"),
    departement("60", "Oise"),
    departement("61", "Orne"),
    departement("62", "Pas-de-Calais"),
    departement("63", "Puy-de-Dôme"),
    departement("64", "Pyrénées-Atlantiques"),
    departement("65", "Hautes-Pyrénées"),
    departement("66", "Pyrénées-Orientales"),
    departement("67", "Bas-Rhin"),
    departement("68", "Haut-Rhin"),
    departement("69", "Rhône"),
    departement("70", "Haute-Saône"),
    departement("71", "Saône-et-Loire"),
    departement("72", "Sarthe"),
    departement("73", "Savoie"),
    departement("74", "Haute-Savoie"),
    departement("75", "Paris"),
    departement("76", "Seine-Maritime"),
    departement("77", "Seine-et-Marne"),
    departement("78", "Yvelines"),
    departement("79", "Deux-Sèvres"),
    departement("80", "Somme"),
    departement("81", "Tarn"),
    departement("82", "Tarn-et-Garonne"),
    departement("83", "Var"),
    departement("84", "Vaucluse"),
    departement("85", "Vendée"),
    departement("86", "Vienne"),
    departement("87", "Haute-Vienne"),
    departement("88", "Vosges"),
    departement("89", "Yonne"),
    departement("90", "Territoire de Belfort"),
    departement("91", "Essonne"),
    departement("92", "Hauts-de-Seine"),
    departement("93", "Seine-Saint-Denis"),
    departement("94", "Val-de-Marne"),
    departement("95", "Val-d’Oise"),
    departement("971", "Guadeloupe"),
    departement("972", "Martinique"),
    departement("973", "Guyane"),
    departement("974", "La Réunion"),
    departement("976", "Mayotte"),
];
