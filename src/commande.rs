//! `juste-droit calcule`: the same rights as the page, for a file or for many households.

mod json;
mod options;
mod texte;

use juste_droit::{
    aides,
    grandeurs::{Date, MoisCivil},
    moteur::{BaremeLocal, Droit, local::lis_bareme_local},
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

FICHIER est une situation enregistrée par la page ; « - » lit l’entrée standard.
Le résultat est en JSON, sauf avec --explique.

Options
  --mois AAAA-MM   le mois simulé (sinon celui du fichier, sinon le mois en cours)
  --bareme FICHIER un barème local, qui l’emporte sur ceux que le site connaît ;
                   l’option peut être répétée
  --explique       un texte à lire : chaque droit, chaque raison, chaque opération
  --lignes         beaucoup de foyers : une situation JSON par ligne lue, un résultat
                   JSON par ligne écrite ; une ligne illisible donne une erreur à son
                   numéro et n’arrête rien
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
    let illisible_ici = |fichier: &OsStr, raison: &dyn Display| {
        eprintln!("juste-droit\u{a0}: {}\u{a0}: {raison}", fichier.to_string_lossy());
        Ok(ExitCode::from(ILLISIBLE))
    };
    let mut calcul = Calcul { mois: options.mois, baremes: Vec::new() };
    for fichier in &options.baremes {
        match fs::read_to_string(fichier).map_err(|e| e.to_string()).and_then(|t| lis_bareme_local(&t).map_err(|f| f.to_string())) {
            Ok(baremes) => calcul.baremes.extend(baremes),
            Err(raison) => return illisible_ici(fichier, &raison),
        }
    }
    let illisible = |raison: &dyn Display| illisible_ici(&options.fichier, raison);
    let mut entree: Box<dyn BufRead> = if options.fichier == "-" {
        Box::new(io::stdin().lock())
    } else {
        match File::open(&options.fichier) {
            Ok(fichier) => Box::new(BufReader::new(fichier)),
            Err(erreur) => return illisible(&erreur),
        }
    };
    if options.format == Format::Lignes {
        return lignes(&calcul, &mut *entree, sortie);
    }
    let mut octets = Vec::new();
    if let Err(erreur) = entree.read_to_end(&mut octets) {
        return illisible(&erreur);
    }
    match calcul.foyer(&octets) {
        Ok(resultat) if options.format == Format::Explique => texte::foyer(&resultat, sortie)?,
        Ok(resultat) => json::foyer(&resultat, sortie)?,
        Err(raison) => return illisible(&raison),
    }
    Ok(ExitCode::SUCCESS)
}

/// One household a line, answered as it is read: the memory used does not depend on how many there are.
fn lignes(calcul: &Calcul, entree: &mut dyn BufRead, sortie: &mut impl Write) -> io::Result<ExitCode> {
    let (mut numero, mut octets, mut code) = (0, Vec::new(), ExitCode::SUCCESS);
    while 0 < entree.read_until(b'\n', &mut octets)? {
        numero += 1;
        if !octets.trim_ascii().is_empty() {
            match calcul.foyer(&octets) {
                Ok(resultat) => json::ligne(numero, &resultat, sortie)?,
                Err(raison) => {
                    json::erreur(numero, &raison, sortie)?;
                    code = ExitCode::from(ILLISIBLE);
                }
            }
        }
        octets.clear();
    }
    Ok(code)
}

/// What every household of a run shares.
struct Calcul {
    /// Wins over the month of the file.
    mois: Option<MoisCivil>,
    baremes: Vec<BaremeLocal>,
}
impl Calcul {
    fn foyer(&self, octets: &[u8]) -> Result<Resultat, String> {
        let texte = std::str::from_utf8(octets).map_err(|_| "ce n’est pas un texte en UTF-8".to_owned())?;
        let (situation, mois) = depuis_json(texte).map_err(|faute| faute.to_string())?;
        let mois = self.mois.or(mois).unwrap_or_else(ce_mois);
        let droits = aides::simule_avec(&situation, mois, &self.baremes);
        Ok(Resultat { situation, mois, droits })
    }
}

/// The current month, by the clock of the machine.
fn ce_mois() -> MoisCivil {
    const EPOQUE: i32 = 2_440_588; // Julian day of 1970-01-01
    let jours = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |duree| duree.as_secs() / 86_400);
    let jour = i32::try_from(jours).ok().and_then(|jours| Date::from_julian_day(EPOQUE.saturating_add(jours)).ok());
    MoisCivil::de(jour.unwrap_or(Date::MIN))
}
