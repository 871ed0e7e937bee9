//! `cargo bench --bench lots [-- HOUSEHOLDS…]`: files of households through the command, on all cores: households per second,
//! and the most memory that it took (Linux).

use juste_droit::{grandeurs::MoisCivil, lot::modele};
use std::{
    io::{BufWriter, Read, Write},
    process::{Command, Stdio},
    thread,
    time::Instant,
};

/// Without an argument.
const FOYERS: [u64; 2] = [10_000, 100_000];

fn main() {
    let dits: Vec<u64> = std::env::args().filter_map(|mot| mot.parse().ok()).collect();
    let modele = modele(MoisCivil::le(2026, 11));
    let mut lignes = modele.lines();
    let (entete, exemple) = (lignes.next().expect("un en-tête"), lignes.nth(2).expect("un exemple"));
    println!("{:<12} {:>10} {:>14} {:>12} {:>14}", "sortie", "foyers", "par seconde", "mémoire", "écrit");
    for combien in if dits.is_empty() { FOYERS.to_vec() } else { dits } {
        // The explanations of a household are a hundred times its rights.
        for (forme, combien) in [("--tableau", combien), ("--csv", combien), ("--lignes", combien / 100)] {
            let (secondes, memoire, octets) = passe(forme, entete, exemple, combien);
            let debit = combien as f64 / secondes;
            println!("{forme:<12} {combien:>10} {debit:>11.0} /s {:>9.1} Mo {:>11.1} Mo", memoire as f64 / 1024.0, octets as f64 / 1e6);
        }
    }
}

/// Seconds, kilobytes of memory, bytes written. One household in ten cannot be read.
fn passe(forme: &str, entete: &str, exemple: &str, combien: u64) -> (f64, u64, u64) {
    let debut = Instant::now();
    let mut enfant = Command::new(env!("CARGO_BIN_EXE_juste-droit"))
        .args(["calcule", forme, "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("la commande se lance");
    let statut = format!("/proc/{}/status", enfant.id());
    let (mut entree, mut sortie) = (BufWriter::new(enfant.stdin.take().expect("une entrée")), enfant.stdout.take().expect("une sortie"));
    let (entete, exemple) = (entete.to_owned(), exemple.trim_start_matches("exemple").to_owned());
    let ecrit = thread::spawn(move || {
        writeln!(entree, "{entete}").expect("la commande lit");
        for rang in 0..combien {
            let couple = if rang % 10 == 9 { "veuf" } else { "marie" };
            writeln!(entree, "{rang}{}", exemple.replacen("marie", couple, 1)).expect("la commande lit");
        }
    });
    let (mut tampon, mut octets, mut memoire) = (vec![0; 1 << 20], 0, 0);
    loop {
        match sortie.read(&mut tampon).expect("la commande écrit") {
            0 => break,
            lus => octets += lus as u64,
        }
        let dit = std::fs::read_to_string(&statut).unwrap_or_default();
        let plus_haut = dit.lines().find_map(|ligne| ligne.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
        memoire = plus_haut.unwrap_or(memoire).max(memoire);
    }
    ecrit.join().expect("tout est écrit");
    enfant.wait().expect("la commande finit");
    (debut.elapsed().as_secs_f64(), memoire, octets)
}
