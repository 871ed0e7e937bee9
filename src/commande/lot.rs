//! Many households, on all cores, as a stream: at most a few packets of them are in memory, and answers come in the order of
//! the file.

use super::{ILLISIBLE, illisible, json, options::Sortie};
use juste_droit::lot::{Brut, Calcul, Faute, Format, Lecture, Tableau};
use std::{
    ffi::OsStr,
    io::{self, BufRead, Write},
    process::ExitCode,
    sync::{Arc, mpsc::sync_channel},
    thread,
};

/// What goes from a thread to another at once: enough to be worth a message, little memory.
const FOYERS: usize = 32;
const OCTETS: usize = 64 * 1024;
/// Packets that wait for a thread.
const ATTENTE: usize = 2;
/// Faults that are told on the error output; the result tells them all.
const DITES: usize = 20;

/// What every thread knows.
struct Travail {
    calcul: Calcul,
    sortie: Ecriture,
}
/// How answers are written.
enum Ecriture {
    Lignes,
    Csv(Tableau),
}
/// The answers of a packet.
struct Rendu {
    texte: String,
    illisibles: u64,
    fautes: Vec<Faute>,
}

pub fn lance(
    calcul: Calcul,
    voulue: Sortie,
    fichier: &OsStr,
    entree: Box<dyn BufRead + Send>,
    sortie: &mut impl Write,
) -> io::Result<ExitCode> {
    let mut lecture = match Lecture::ouvre(entree)? {
        Ok(lecture) => lecture,
        Err(fautes) => {
            for faute in fautes {
                illisible(fichier, &faute)?;
            }
            return Ok(ExitCode::from(ILLISIBLE));
        }
    };
    let format = lecture.format();
    let ecriture = match voulue {
        Sortie::Lignes => Ecriture::Lignes,
        Sortie::Csv(forme) => {
            let tableau = Tableau::comme(&format, forme);
            sortie.write_all(tableau.entete().as_bytes())?;
            Ecriture::Csv(tableau)
        }
    };
    let travail = Arc::new(Travail { calcul, sortie: ecriture });

    // Each thread has its own queues, served in turn: answers come back in order, and a slow one holds the others back
    // instead of letting their answers pile up.
    let (mut vers, mut depuis, mut ouvriers) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
        let (donne, recoit) = sync_channel::<Vec<Brut>>(ATTENTE);
        let (rend, rendus) = sync_channel(ATTENTE);
        let (travail, mut format) = (Arc::clone(&travail), format.clone());
        vers.push(donne);
        depuis.push(rendus);
        ouvriers.push(thread::spawn(move || {
            for paquet in recoit {
                if rend.send(travail.reponds(&mut format, &paquet)).is_err() {
                    break;
                }
            }
        }));
    }
    let lecteur = thread::spawn(move || {
        for donne in vers.iter().cycle() {
            let paquet = paquet(&mut lecture)?;
            if paquet.is_empty() || donne.send(paquet).is_err() {
                break;
            }
        }
        Ok(())
    });

    let (mut illisibles, mut dites) = (0, 0);
    for rendus in depuis.iter().cycle() {
        let Ok(Rendu { texte, illisibles: nouveaux, fautes }) = rendus.recv() else { break };
        sortie.write_all(texte.as_bytes())?;
        illisibles += nouveaux;
        for faute in fautes.iter().take(DITES - dites) {
            illisible(fichier, faute)?;
            dites += 1;
        }
    }
    drop(depuis);
    let interrompu = || io::Error::other("le calcul s’est interrompu");
    for ouvrier in ouvriers {
        ouvrier.join().map_err(|_| interrompu())?;
    }
    lecteur.join().unwrap_or_else(|_| Err(interrompu()))?;
    if illisibles == 0 {
        return Ok(ExitCode::SUCCESS);
    }
    illisible(fichier, &format!("foyers illisibles\u{a0}: {illisibles}, dits à leur place dans le résultat"))
}

/// The next households; none at the end.
fn paquet(lecture: &mut Lecture<Box<dyn BufRead + Send>>) -> io::Result<Vec<Brut>> {
    let (mut paquet, mut octets) = (Vec::new(), 0);
    while paquet.len() < FOYERS
        && octets < OCTETS
        && let Some(brut) = lecture.suivant()?
    {
        octets += brut.taille();
        paquet.push(brut);
    }
    Ok(paquet)
}

impl Travail {
    fn reponds(&self, format: &mut Format, paquet: &[Brut]) -> Rendu {
        let mut rendu = Rendu { texte: String::new(), illisibles: 0, fautes: Vec::new() };
        for brut in paquet {
            let fautes = match &self.sortie {
                Ecriture::Csv(tableau) => self.calcul.reponds(format, brut, tableau, &mut rendu.texte).err().unwrap_or_default(),
                Ecriture::Lignes => {
                    let foyer = format.lis(brut, self.calcul.quand);
                    json::ligne(&foyer, &self.calcul.baremes, &mut rendu.texte);
                    foyer.lu.err().unwrap_or_default()
                }
            };
            rendu.illisibles += u64::from(!fautes.is_empty());
            let place = DITES.saturating_sub(rendu.fautes.len());
            rendu.fautes.extend(fautes.into_iter().take(place));
        }
        rendu
    }
}
