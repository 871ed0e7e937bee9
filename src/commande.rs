//! `juste-droit calcule`: the same rights as the page, for a file or for many households.

mod json;
mod lot;
mod options;
mod texte;

use juste_droit::{
    aides,
    grandeurs::{Date, MoisCivil},
    lot::{Calcul, Quand, modele},
    moteur::{Droit, local::lis_bareme_local},
    situation::{Situation, depuis_json},
};
use options::{Demande, Format, Options};
use std::{
    ffi::OsStr,
    fmt::Display,
    fs::{self, File},
    io::{self, BufRead, BufReader, BufWriter, ErrorKind, Read, Write},
    process::ExitCode,
    time::{SystemTime, UNIX_EPOCH},
};

/// What `--help` prints.
const AIDE: &str = "\
Juste Droit : les droits d’un foyer, avec leurs raisons.

Usage : juste-droit calcule [options] FICHIER
        juste-droit modele

FICHIER est une situation enregistrée par la page ; « - » lit l’entrée standard.
Le résultat est en JSON, sauf avec --explique.

Beaucoup de foyers : --csv, --tableau ou --lignes dit comment le résultat est écrit. FICHIER
est alors un CSV, un foyer par ligne, dont « modele » écrit l’en-tête et un exemple ; ou des
situations JSON, une par ligne ou dans un tableau. Un foyer illisible est dit à sa place, avec
sa ligne, sa colonne et ce qu’il faut, et n’arrête rien. Tout est dit dans docs/lots.md.

Options
  --mois AAAA-MM   le mois simulé (sinon celui du fichier, sinon le mois en cours)
  --bareme FICHIER un barème local, qui l’emporte sur ceux que le site connaît ;
                   l’option peut être répétée
  --explique       un texte à lire : chaque droit, chaque raison, chaque opération
  --csv            un droit par ligne : montant, raisons, questions qui manquent
  --tableau        un foyer par ligne, une aide par colonne
  --lignes         un foyer par ligne, en JSON, avec toutes les explications
  -h, --help       cette aide
  -V, --version    la version

Code de retour : 0 tout est calculé, 1 une entrée n’a pas pu être lue, 2 la commande est mal écrite.
Rien n’est envoyé nulle part. Une estimation n’est pas une décision : seul l’organisme décide.
";

const ILLISIBLE: u8 = 1;
const MAL_ECRITE: u8 = 2;

/// The rights of one household: what every output format writes.
struct Resultat {
    situation: Situation,
    mois: MoisCivil,
    droits: Vec<Droit>,
}

/// Runs the command of this process.
pub fn lance() -> ExitCode {
    let demande = match options::lis(std::env::args_os().skip(1)) {
        Ok(demande) => demande,
        Err(raison) => {
            eprintln!("juste-droit\u{a0}: {raison}\nVoir «\u{a0}juste-droit --help\u{a0}».");
            return ExitCode::from(MAL_ECRITE);
        }
    };
    let mut sortie = BufWriter::new(io::stdout().lock());
    let fait = match demande {
        Demande::Aide => sortie.write_all(AIDE.as_bytes()).map(|()| ExitCode::SUCCESS),
        Demande::Version => writeln!(sortie, "juste-droit {}", env!("CARGO_PKG_VERSION")).map(|()| ExitCode::SUCCESS),
        Demande::Modele => sortie.write_all(modele(ce_mois()).as_bytes()).map(|()| ExitCode::SUCCESS),
        Demande::Calcule(options) => calcule(&options, &mut sortie),
    };
    match fait.and_then(|code| sortie.flush().map(|()| code)) {
        Ok(code) => code,
        // Who reads has seen enough, as in `| head`.
        Err(erreur) if erreur.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(erreur) => {
            eprintln!("juste-droit\u{a0}: {erreur}");
            ExitCode::from(ILLISIBLE)
        }
    }
}

fn calcule(options: &Options, sortie: &mut impl Write) -> io::Result<ExitCode> {
    let mut baremes = Vec::new();
    for fichier in &options.baremes {
        match fs::read_to_string(fichier).map_err(|e| e.to_string()).and_then(|t| lis_bareme_local(&t).map_err(|f| f.to_string())) {
            Ok(lus) => baremes.extend(lus),
            Err(raison) => return illisible(fichier, &raison),
        }
    }
    let mut entree: Box<dyn BufRead + Send> = if options.fichier == "-" {
        Box::new(BufReader::new(io::stdin()))
    } else {
        match File::open(&options.fichier) {
            Ok(fichier) => Box::new(BufReader::new(fichier)),
            Err(erreur) => return illisible(&options.fichier, &erreur),
        }
    };
    let quand = options.mois.map_or_else(|| Quand::SiRienNeLeDit(ce_mois()), Quand::Toujours);
    let mut octets = Vec::new();
    match options.format {
        Format::Plusieurs(voulue) => return lot::lance(Calcul { quand, baremes }, voulue, &options.fichier, entree, sortie),
        Format::Json | Format::Explique => {
            if let Err(erreur) = entree.read_to_end(&mut octets) {
                return illisible(&options.fichier, &erreur);
            }
        }
    }
    let lue = String::from_utf8(octets).map_err(|_| "ce n’est pas un texte en UTF-8".to_owned());
    match lue.and_then(|texte| depuis_json(&texte).map_err(|faute| faute.to_string())) {
        Ok((situation, dit)) => {
            let mois = quand.choisit(dit);
            let droits = aides::simule_avec(&situation, mois, &baremes);
            let resultat = Resultat { situation, mois, droits };
            if options.format == Format::Explique {
                texte::foyer(&resultat, sortie)?
            } else {
                json::foyer(&resultat, sortie)?
            }
            Ok(ExitCode::SUCCESS)
        }
        Err(raison) => illisible(&options.fichier, &raison),
    }
}

/// Says why a file could not be read.
fn illisible(fichier: &OsStr, raison: &dyn Display) -> io::Result<ExitCode> {
    eprintln!("juste-droit\u{a0}: {}\u{a0}: {raison}", fichier.to_string_lossy());
    Ok(ExitCode::from(ILLISIBLE))
}

/// The current month, by the clock of the machine.
fn ce_mois() -> MoisCivil {
    const EPOQUE: i32 = 2_440_588; // Julian day of 1970-01-01
    let jours = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |duree| duree.as_secs() / 86_400);
    let jour = i32::try_from(jours).ok().and_then(|jours| Date::from_julian_day(EPOQUE.saturating_add(jours)).ok());
    MoisCivil::de(jour.unwrap_or(Date::MIN))
}
