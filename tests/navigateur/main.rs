//! The release site in a real Chromium, under the headers of deploiement/nginx.conf. `scripts/test.sh` builds the site
//! and runs these; without a site or a browser, `cargo test` ignores them.

#[path = "../../examples/atelier.rs"]
#[allow(dead_code)]
mod atelier;
mod banc;
mod calendrier;
#[path = "../code/mod.rs"]
mod code;
mod comparaison;
mod familles;
mod fiche;
mod foyers;
mod manques;
mod montants;
mod partage;
mod poste;
mod saisie;
mod scenarios;
#[path = "../../scripts/server.rs"]
mod server;
mod travail;

use banc::Pilote;
use libtest_mimic::{Arguments, Trial};
use std::{process::ExitCode, sync::Arc};

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    // A browser each: more at once would only wait for one another.
    arguments.test_threads = arguments.test_threads.or(Some(2));
    let exige = std::env::var_os("NAVIGATEUR").is_some_and(|v| v == "exige");
    let pret = banc::site().join("index.html").exists() && !arguments.list;
    let pilote = match pret.then(Pilote::lance) {
        Some(Ok(pilote)) => Some(Arc::new(pilote)),
        autre if exige => {
            eprintln!("il faut un site dans dist/ et chromedriver : {:?}", autre.map(|p| p.err()));
            return ExitCode::FAILURE;
        }
        _ => None,
    };
    let execution = Arc::new(tokio::runtime::Runtime::new().expect("tokio se lance"));
    let essais = scenarios::TOUS.iter().map(|(nom, scenario)| {
        let (pilote, execution) = (pilote.clone(), execution.clone());
        let ignore = pilote.is_none();
        Trial::test(*nom, move || {
            let pilote = pilote.ok_or("ni site ni navigateur")?;
            Ok(execution.block_on(async {
                let page = pilote.ouvre(scenarios::BASE).await?;
                let fait = scenario(&page).await;
                if fait.is_err() {
                    drop(page.photographie(&format!("echec {nom}")).await);
                }
                page.d.clone().quit().await?;
                fait
            })?)
        })
        .with_ignored_flag(ignore)
    });
    let conclusion = libtest_mimic::run(&arguments, essais.collect());
    // Before leaving: the driver then ends its browsers.
    drop(pilote);
    conclusion.exit_code()
}
