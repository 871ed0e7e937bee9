//! A worker: the same program as the page, started by the same script, where there is no window. Both ends of what they say.

use super::{Ecoute, Fichier, Texte, document};
use crate::{
    grandeurs::MoisCivil,
    lot::{Bilan, Faute, Forme, Quand, STATUTS},
    situation::Reponse,
};
use js_sys::{Array, Uint8Array};
use std::io;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, FileReaderSync, MessageEvent, Worker, WorkerOptions, WorkerType};

/// What a worker is asked.
#[derive(Clone, Debug)]
pub struct Commande {
    pub fichier: Fichier,
    pub forme: Forme,
    pub quand: Quand,
    /// The file of local scales that the person opened; empty when there is none.
    pub baremes: String,
}
/// What it says.
#[derive(Debug)]
pub enum Nouvelle {
    /// It may be asked.
    Pret,
    Avance(Bilan),
    Fini(Fini),
    /// The header is wrong: nothing is computed.
    Refus(Vec<Faute>),
    /// The file can no longer be read.
    Perdu,
    /// There is no worker, or a part of the site did not come.
    Echec,
}
/// All that was computed.
#[derive(Clone, Debug)]
pub struct Fini {
    pub bilan: Bilan,
    pub fautes: Vec<Faute>,
    pub droits: Texte,
    pub illisibles: Texte,
}

/// A worker at work, ended when dropped.
pub struct Ouvrier {
    ouvrier: Worker,
    _ecoutes: [Ecoute; 2],
}
impl Ouvrier {
    /// None where the browser has no such workers.
    pub fn nouveau(rappel: impl Fn(Nouvelle) + Clone + 'static) -> Option<Self> {
        // The site in one file has no other: its worker is made of what is in it.
        let script = document()?.query_selector("script[type=module]").ok()??.get_attribute("src").unwrap_or_default();
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let ouvrier = Worker::new_with_options(&script, &options).ok()?;
        let entend = rappel.clone();
        let message = Ecoute::new(&ouvrier, "message", move |e| {
            let dite = e.dyn_ref::<MessageEvent>().and_then(|e| Nouvelle::lis(&e.data()));
            entend(dite.unwrap_or(Nouvelle::Echec));
        });
        let erreur = Ecoute::new(&ouvrier, "error", move |_| rappel(Nouvelle::Echec));
        Some(Ouvrier { ouvrier, _ecoutes: [message, erreur] })
    }
    pub fn demande(&self, commande: &Commande) {
        self.ouvrier.post_message(&commande.ecris()).ok();
    }
}
impl Drop for Ouvrier {
    fn drop(&mut self) {
        self.ouvrier.terminate();
    }
}

fn moi() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}
/// In a worker: tells the page.
pub fn dis(nouvelle: &Nouvelle) {
    if let Some(moi) = moi() {
        moi.post_message(&nouvelle.ecris()).ok();
    }
}
/// In a worker: tells the page that there will be nothing; apart, so that the first file has not the rest of what may be said.
pub fn renonce() {
    if let Some(moi) = moi() {
        moi.post_message(&JsValue::NULL).ok();
    }
}
/// In a worker: waits for what the page asks.
pub fn attends(rappel: impl Fn(Commande) + 'static) {
    let Some(moi) = moi() else { return };
    let entend = move |e: &yew::Event| e.dyn_ref::<MessageEvent>().and_then(|e| Commande::lis(&e.data())).into_iter().for_each(&rappel);
    Ecoute::new(&moi, "message", entend).forget();
    dis(&Nouvelle::Pret);
}

/// A file read piece by piece, whatever its size. Only a worker may wait for it.
pub struct Octets {
    fichier: Fichier,
    lecteur: FileReaderSync,
    lus: f64,
}
impl Octets {
    pub fn de(fichier: Fichier) -> Option<Self> {
        Some(Octets { fichier, lecteur: FileReaderSync::new().ok()?, lus: 0.0 })
    }
}
impl io::Read for Octets {
    fn read(&mut self, tampon: &mut [u8]) -> io::Result<usize> {
        let perdu = |_| io::Error::from(io::ErrorKind::NotFound);
        let fin = (self.lus + tampon.len() as f64).min(self.fichier.size());
        let morceau = self.fichier.slice_with_f64_and_f64(self.lus, fin).map_err(perdu)?;
        let octets = Uint8Array::new(&self.lecteur.read_as_array_buffer(&morceau).map_err(perdu)?.into()).to_vec();
        self.lus = fin;
        io::Read::read(&mut octets.as_slice(), tampon)
    }
}

// What goes from one to the other is copied by the browser: lists of numbers, of texts and of files, the first a number that says
// what the list is.
const PRET: f64 = 0.0;
const AVANCE: f64 = 1.0;
const FINI: f64 = 2.0;
const REFUS: f64 = 3.0;
const PERDU: f64 = 4.0;

fn liste<const N: usize>(membres: [JsValue; N]) -> JsValue {
    Array::from_iter(membres).into()
}
fn texte(valeur: &JsValue) -> String {
    valeur.as_string().unwrap_or_default()
}

impl Commande {
    fn ecris(&self) -> JsValue {
        let (impose, mois) = match self.quand {
            Quand::Toujours(mois) => (true, mois),
            Quand::SiRienNeLeDit(mois) => (false, mois),
        };
        let droits = self.forme == Forme::Droits;
        liste([self.fichier.clone().into(), droits.into(), impose.into(), mois.ecris().into(), self.baremes.as_str().into()])
    }
    fn lis(valeur: &JsValue) -> Option<Self> {
        let valeurs = valeur.dyn_ref::<Array>()?;
        let mois = MoisCivil::lis(&texte(&valeurs.get(3)))?;
        Some(Commande {
            fichier: valeurs.get(0).dyn_into().ok()?,
            forme: if valeurs.get(1).is_truthy() { Forme::Droits } else { Forme::Foyers },
            quand: if valeurs.get(2).is_truthy() { Quand::Toujours(mois) } else { Quand::SiRienNeLeDit(mois) },
            baremes: texte(&valeurs.get(4)),
        })
    }
}

impl Nouvelle {
    fn ecris(&self) -> JsValue {
        match self {
            Nouvelle::Pret => liste([PRET.into()]),
            Nouvelle::Avance(bilan) => liste([AVANCE.into(), ecris_le_bilan(bilan)]),
            Nouvelle::Fini(Fini { bilan, fautes, droits, illisibles }) => {
                liste([FINI.into(), ecris_le_bilan(bilan), ecris_les_fautes(fautes), droits.into(), illisibles.into()])
            }
            Nouvelle::Refus(fautes) => liste([REFUS.into(), ecris_les_fautes(fautes)]),
            Nouvelle::Perdu => liste([PERDU.into()]),
            Nouvelle::Echec => JsValue::NULL,
        }
    }
    fn lis(valeur: &JsValue) -> Option<Self> {
        let valeurs = valeur.dyn_ref::<Array>()?;
        let dit = valeurs.get(0).as_f64()?;
        Some(if dit == PRET {
            Nouvelle::Pret
        } else if dit == AVANCE {
            Nouvelle::Avance(lis_le_bilan(&valeurs.get(1)))
        } else if dit == FINI {
            Nouvelle::Fini(Fini {
                bilan: lis_le_bilan(&valeurs.get(1)),
                fautes: lis_les_fautes(&valeurs.get(2)),
                droits: valeurs.get(3).dyn_into().ok()?,
                illisibles: valeurs.get(4).dyn_into().ok()?,
            })
        } else if dit == REFUS {
            Nouvelle::Refus(lis_les_fautes(&valeurs.get(1)))
        } else {
            Nouvelle::Perdu
        })
    }
}

fn ecris_le_bilan(bilan: &Bilan) -> JsValue {
    let Bilan { octets, foyers, illisibles, fautes, statuts } = bilan;
    let nombres = [octets, foyers, illisibles, fautes].into_iter().chain(statuts);
    Array::from_iter(nombres.map(|nombre| JsValue::from(*nombre as f64))).into()
}
fn lis_le_bilan(valeur: &JsValue) -> Bilan {
    let nombres = Array::from(valeur);
    let nombre = |rang: usize| nombres.get(u32::try_from(rang).unwrap_or(u32::MAX)).as_f64().unwrap_or(0.0) as u64;
    let mut statuts = [0; STATUTS.len()];
    statuts.iter_mut().enumerate().for_each(|(rang, statut)| *statut = nombre(4 + rang));
    Bilan { octets: nombre(0), foyers: nombre(1), illisibles: nombre(2), fautes: nombre(3), statuts }
}
fn ecris_les_fautes(fautes: &[Faute]) -> JsValue {
    let une = |faute: &Faute| liste([(faute.ligne as f64).into(), faute.champ.as_str().into(), faute.raison.as_str().into()]);
    Array::from_iter(fautes.iter().map(une)).into()
}
fn lis_les_fautes(valeur: &JsValue) -> Vec<Faute> {
    let une = |faute: JsValue| {
        let faute = Array::from(&faute);
        Faute { ligne: faute.get(0).as_f64().unwrap_or(0.0) as u64, champ: texte(&faute.get(1)), raison: texte(&faute.get(2)) }
    };
    Array::from(valeur).iter().map(une).collect()
}
