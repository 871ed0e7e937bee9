//! The choices about the home.

use super::reponses::choix;

choix! {
    /// How the household is housed.
    Logement {
        Locataire "locataire" = "Locataire",
        Proprietaire "proprietaire" = "Propriétaire",
        Gratuit "gratuit" = "Logé gratuitement chez d’autres",
        Etablissement "etablissement" = "En résidence universitaire, en foyer ou en établissement",
    }
}

choix! {
    /// In which kind of home with services.
    Residence {
        Chambre "chambre" = "Une chambre du Crous",
        ChambreRenovee "chambre_renovee" = "Une chambre rénovée du Crous",
        Convention "convention" = "Une résidence ou un foyer qui a une convention APL",
        SansConvention "sans_convention" = "Une résidence ou un foyer sans convention APL",
    }
}

choix! {
    /// What a tenant rents.
    Location {
        Vide "vide" = "Un logement vide, à un propriétaire privé",
        Meuble "meuble" = "Un logement meublé",
        Social "social" = "Un logement social (HLM)",
        Conventionne "conventionne" = "Un logement privé conventionné, dont le bail le dit",
    }
}

choix! {
    /// Whether a tenant shares the home with others than the family.
    Partage {
        Aucun "non" = "Non",
        Colocation "colocation" = "Oui, en colocation",
        Chambre "chambre" = "Nous louons une chambre chez quelqu’un",
    }
}

choix! {
    /// Zone of a commune for housing aid.
    Zone {
        Premiere "1" = "Zone 1",
        Deuxieme "2" = "Zone 2",
        Troisieme "3" = "Zone 3",
    }
}
