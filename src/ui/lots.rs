//! The screen of many households: a file goes to a worker, tables come back. Nothing leaves the device, nothing is kept.

pub mod ouvrier;

use super::{
    balise::{Balise, balise, chacun, suite},
    bouton,
    champ::element,
    contexte::{Contexte, Message, Pli, Reaction},
    navigateur::{
        self, Fichier,
        ouvrier::{Commande, Fini, Nouvelle, Ouvrier},
    },
    tableau,
};
use crate::{
    grandeurs::{MoisCivil, ecris_decimal},
    lot::{Bilan, Faute, Forme, Quand, STATUTS, modele},
    moteur::COUVERTURE,
    situation::Reponse,
    vue::etat::Etat,
};
use js_sys::Array;
use yew::{Callback, Event};

/// What the person does, and what the worker says.
pub enum Geste {
    Forme(Forme),
    /// Whatever the file says; none: as it says.
    Mois(Option<MoisCivil>),
    Modele,
    Choisit(Fichier),
    Arrete,
    Entend(Nouvelle),
    Garde(Quoi),
}
/// A table to keep.
#[derive(Clone, Copy, PartialEq)]
pub enum Quoi {
    Droits,
    Fautes,
}

/// The file at work, and how it is computed.
pub struct Lots {
    forme: Forme,
    mois: Option<MoisCivil>,
    fichier: Option<Fichier>,
    ouvrier: Option<Ouvrier>,
    ou: Ou,
}
/// Where its computation stands.
enum Ou {
    Rien,
    EnCours(Bilan),
    Fini(Fini),
    Refuse(Vec<Faute>),
    Arrete,
    Manque(&'static str),
}
impl Default for Lots {
    fn default() -> Self {
        Lots { forme: Forme::Droits, mois: None, fichier: None, ouvrier: None, ou: Ou::Rien }
    }
}

const SANS_OUVRIER: &str = "Le calcul n’a pas pu commencer. Il faut un navigateur récent, et que tout le site soit arrivé\u{a0}: rechargez la page, ou mettez le navigateur à jour. La commande «\u{a0}juste-droit calcule\u{a0}» fait le même calcul sans navigateur.";
const PERDU: &str =
    "Le fichier n’a pas pu être lu jusqu’au bout\u{a0}: il a changé ou disparu pendant la lecture. Choisissez-le à nouveau.";
const CHOIX: &str = "lots-fichier";

impl Lots {
    pub fn fais(&mut self, geste: &Geste, etat: &Etat, emetteur: &Callback<Message>) {
        match geste {
            Geste::Forme(forme) => self.forme = *forme,
            Geste::Mois(mois) => self.mois = *mois,
            Geste::Modele => {
                if let Some(texte) = navigateur::texte_de_tableur(&Array::of1(&modele(etat.mois).into())) {
                    navigateur::telecharge_le_texte("modele-de-foyers.csv", &texte);
                }
            }
            Geste::Choisit(fichier) => {
                let emetteur = emetteur.clone();
                self.fichier = Some(fichier.clone());
                self.ouvrier = Ouvrier::nouveau(move |nouvelle| emetteur.emit(Geste::Entend(nouvelle).into()));
                self.ou = if self.ouvrier.is_some() { Ou::EnCours(Bilan::default()) } else { Ou::Manque(SANS_OUVRIER) };
            }
            Geste::Arrete => {
                (self.ou, self.ouvrier) = (Ou::Arrete, None);
                navigateur::focalise_apres(CHOIX);
            }
            Geste::Entend(nouvelle) => self.entend(nouvelle, etat),
            Geste::Garde(quoi) => {
                let Ou::Fini(fini) = &self.ou else { return };
                let nom = self.fichier.as_ref().map(Fichier::name).unwrap_or_default();
                let nom = nom.rsplit_once('.').map_or(nom.as_str(), |(nom, _)| nom);
                match quoi {
                    Quoi::Droits => navigateur::telecharge_le_texte(&format!("{nom}-droits.csv"), &fini.droits),
                    Quoi::Fautes => navigateur::telecharge_le_texte(&format!("{nom}-fautes.csv"), &fini.illisibles),
                }
            }
        }
    }

    fn entend(&mut self, nouvelle: &Nouvelle, etat: &Etat) {
        self.ou = match nouvelle {
            Nouvelle::Pret => {
                if let (Some(ouvrier), Some(fichier)) = (&self.ouvrier, &self.fichier) {
                    ouvrier.demande(&Commande {
                        fichier: fichier.clone(),
                        forme: self.forme,
                        quand: self.mois.map_or(Quand::SiRienNeLeDit(etat.mois), Quand::Toujours),
                        baremes: etat.baremes.fichier().unwrap_or_default(),
                    });
                }
                return;
            }
            Nouvelle::Avance(bilan) => {
                self.ou = Ou::EnCours(bilan.clone());
                return;
            }
            Nouvelle::Fini(fini) => Ou::Fini(fini.clone()),
            Nouvelle::Refus(fautes) => Ou::Refuse(fautes.clone()),
            Nouvelle::Perdu => Ou::Manque(PERDU),
            Nouvelle::Echec => Ou::Manque(SANS_OUVRIER),
        };
        self.ouvrier = None;
    }
}

/// The screen, under its head.
pub fn les_lots(etat: &Etat, contexte: &Contexte) -> Balise {
    let lots = &contexte.lots;
    suite()
        .avec(balise("p.chapeau").avec("Un fichier de foyers est lu, leurs droits sont calculés, un tableau est rendu. Tout se fait sur cet appareil\u{a0}: rien n’est envoyé, rien n’est gardé. Une estimation n’est pas une décision."))
        .avec(
            balise("div.gestes")
                .avec(bouton("button.bouton.second", contexte.envoie(Geste::Modele.into())).avec("Télécharger un modèle à remplir")),
        )
        .avec(contexte.pli(Pli::ferme("lots-format".to_owned(), "Comment remplir le fichier"), &format_du_fichier))
        .avec(reglages(lots, etat, contexte))
        .avec(balise("div.gestes").avec(choix_du_fichier(contexte)))
        .avec(balise("p.invisible").attribut("role", "status").attribut("aria-live", "polite").avec(dit(lots)))
        .avec(resultat(lots, contexte))
}

fn format_du_fichier() -> Balise {
    let points = [
        "La première ligne nomme les colonnes, chaque ligne suivante est un foyer. Le modèle a toutes les colonnes, dit ce que chacune demande et ce qui peut y être écrit\u{a0}; celles qui ne servent pas peuvent être effacées.",
        "Une colonne est une personne ou un lieu, un point, une question\u{a0}: foyer.couple, adulte1.naissance, enfant2.garde, sejour1.cout. «\u{a0}id\u{a0}» est un nom libre, «\u{a0}mois\u{a0}» le mois à calculer.",
        "Une cellule vide\u{a0}: pas encore répondu. «\u{a0}?\u{a0}»\u{a0}: je ne sais pas. Une date\u{a0}: 20/04/2024. Un montant\u{a0}: 1016,05. Un choix\u{a0}: son mot ou sa phrase.",
        "Séparateur\u{a0}: point-virgule, virgule ou tabulation. Texte en UTF-8, ce que les tableurs nomment «\u{a0}CSV UTF-8\u{a0}».",
        "Un fichier JSON a les situations que cette page enregistre, une par ligne ou dans un tableau.",
        "Une ligne illisible n’arrête pas les autres. Une colonne inconnue fait refuser le fichier\u{a0}: une faute de frappe effacerait une réponse de tous les foyers.",
    ];
    super::liste(&mut points.into_iter())
}

fn reglages(lots: &Lots, etat: &Etat, contexte: &Contexte) -> Balise {
    let selon = |geste: fn(&Event) -> Geste| {
        let emetteur = contexte.emetteur.clone();
        Callback::from(move |e: Event| emetteur.emit(geste(&e).into()))
    };
    let mois = selon(|e| Geste::Mois(MoisCivil::lis(&navigateur::option(e))));
    let tous = std::iter::successors(Some(COUVERTURE.1), |mois| Some(mois.plus(-1)).filter(|mois| COUVERTURE.0 <= *mois));
    let un_mois = |mois: MoisCivil| element(&mois.ecris(), lots.mois == Some(mois), &mois.to_string());
    let forme = selon(|e| Geste::Forme(if navigateur::option(e) == FOYERS { Forme::Foyers } else { Forme::Droits }));
    let champ = |id: &str, libelle: &str, reaction: Reaction| {
        let liste = balise("select").attribut("id", id).au_changement(reaction);
        (balise("div.champ").avec(balise("label").attribut("for", id).avec(libelle)), liste)
    };
    let (du_mois, liste_des_mois) = champ("lots-mois", "Mois à calculer", mois);
    let (de_la_forme, liste_des_formes) = champ("lots-forme", "Tableau à rendre", forme);
    suite()
        .avec(
            du_mois.avec(
                liste_des_mois
                    .avec(element("", lots.mois.is_none(), &format!("Celui du fichier, sinon {}", etat.mois)))
                    .avec(chacun(tous.map(un_mois))),
            ),
        )
        .avec(de_la_forme.avec(
            liste_des_formes.avec(element("", lots.forme == Forme::Droits, "Un droit par ligne, avec ses raisons")).avec(element(
                FOYERS,
                lots.forme == Forme::Foyers,
                "Un foyer par ligne, une aide par colonne",
            )),
        ))
}
const FOYERS: &str = "foyers";

fn choix_du_fichier(contexte: &Contexte) -> Balise {
    let emetteur = contexte.emetteur.clone();
    let choisit = Callback::from(move |e: Event| {
        if let Some(fichier) = navigateur::fichier(&e) {
            emetteur.emit(Geste::Choisit(fichier).into());
        }
    });
    let accepte = ".csv,.tsv,.txt,.json,.jsonl,text/csv,application/json";
    let champ = balise("input").attribut("type", "file").attribut("id", CHOIX).attribut("accept", accepte).au_changement(choisit);
    balise("label.bouton.fichier").avec("Choisir un fichier et calculer").avec(champ)
}

fn combien(nombre: u64, un: &str, plusieurs: &str) -> String {
    format!("{}\u{a0}{}", ecris_decimal(nombre.into()), if nombre < 2 { un } else { plusieurs })
}

/// For who hears the page: the beginning and the end, not each step.
fn dit(lots: &Lots) -> String {
    match &lots.ou {
        Ou::Rien | Ou::Manque(_) | Ou::Refuse(_) => String::new(),
        Ou::EnCours(_) => "Calcul en cours.".to_owned(),
        Ou::Arrete => ARRETE.to_owned(),
        Ou::Fini(fini) => format!("Calcul terminé. {}", en_bref(&fini.bilan)),
    }
}
const ARRETE: &str = "Le calcul est arrêté. Rien n’en est gardé.";

fn en_bref(bilan: &Bilan) -> String {
    let calcules = combien(bilan.foyers.saturating_sub(bilan.illisibles), "foyer calculé", "foyers calculés");
    format!("{calcules}, {}.", combien(bilan.illisibles, "foyer illisible", "foyers illisibles"))
}

fn resultat(lots: &Lots, contexte: &Contexte) -> Balise {
    match &lots.ou {
        Ou::Rien => suite(),
        Ou::EnCours(bilan) => avancement(bilan, lots.fichier.as_ref(), contexte),
        Ou::Arrete => balise("p.avis").avec(ARRETE),
        Ou::Manque(quoi) => balise("p.avis.refus").attribut("role", "status").avec(*quoi),
        Ou::Refuse(fautes) => suite()
            .avec(balise("p.avis.refus").attribut("role", "status").avec("Rien n’est calculé\u{a0}: il faut d’abord corriger ceci."))
            .avec(les_fautes(fautes)),
        Ou::Fini(fini) => fini_(fini, contexte),
    }
}

fn avancement(bilan: &Bilan, fichier: Option<&Fichier>, contexte: &Contexte) -> Balise {
    let taille = fichier.map_or(1.0, |fichier| fichier.size()).max(1.0);
    let part = (100.0 * bilan.octets as f64 / taille).floor().min(100.0).to_string();
    let progres = balise("progress").attribut("max", "100").attribut("value", &part).attribut("aria-label", "Avancement du calcul");
    balise("div.lot")
        .avec(progres)
        .avec(balise("p").avec(format!("{part}\u{a0}% · {}", en_bref(bilan))))
        .avec(bouton("button.bouton.second", contexte.envoie(Geste::Arrete.into())).avec("Arrêter"))
}

fn fini_(fini: &Fini, contexte: &Contexte) -> Balise {
    let Fini { bilan, fautes, .. } = fini;
    let garde = |quoi: Quoi, libelle: &str| {
        let nom = if quoi == Quoi::Droits { "button.bouton" } else { "button.bouton.second" };
        bouton(nom, contexte.envoie(Geste::Garde(quoi).into())).avec(libelle)
    };
    let statuts = bilan.statuts.iter().zip(STATUTS).filter(|(combien, _)| 0 < **combien);
    let un_statut =
        |(nombre, (_, phrase)): (&u64, (&str, &str))| balise("li").avec(format!("{phrase}\u{a0}: {}", ecris_decimal((*nombre).into())));
    let montrees = fautes.len() as u64;
    let titre = if montrees < bilan.fautes {
        format!("Les {montrees} premières fautes, sur {}", ecris_decimal(bilan.fautes.into()))
    } else {
        combien(bilan.fautes, "faute à corriger", "fautes à corriger")
    };
    suite()
        .avec(balise("h2").avec(en_bref(bilan).trim_end_matches('.')))
        .avec(balise("div.gestes").avec(garde(Quoi::Droits, "Télécharger le tableau des droits")))
        .avec((bilan.illisibles < bilan.foyers).then(|| balise("p").avec("Leurs droits, selon ce qui en est conclu\u{a0}:")))
        .avec(balise("ul").avec(chacun(statuts.map(un_statut))))
        .avec((0 < bilan.fautes).then(|| {
            suite()
                .avec(balise("h2").avec(titre))
                .avec(balise("div.gestes").avec(garde(Quoi::Fautes, "Télécharger la liste des fautes")))
                .avec(les_fautes(fautes))
        }))
}

fn les_fautes(fautes: &[Faute]) -> Balise {
    let tete = |texte: &str| balise("th").attribut("scope", "col").avec(texte);
    let une = |faute: &Faute| {
        balise("tr")
            .avec(balise("td").avec(faute.ligne.to_string()))
            .avec(balise("td").avec(&faute.champ))
            .avec(balise("td").avec(&faute.raison))
    };
    tableau("Fautes du fichier").avec(
        balise("table")
            .avec(balise("thead").avec(balise("tr").avec(tete("Ligne")).avec(tete("Colonne")).avec(tete("Ce qui ne va pas"))))
            .avec(balise("tbody").avec(chacun(fautes.iter().map(une)))),
    )
}
