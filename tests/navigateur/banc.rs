//! What a browser test stands on: the release site on a loopback port, one Chromium a test, and words for what a
//! person does.

use crate::server::Server;
use serde_json::{Value, json};
use std::{
    collections::BTreeSet,
    error::Error,
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};
use thirtyfour::prelude::*;

pub type Fait<T = ()> = Result<T, Box<dyn Error + Send + Sync>>;

/// The folder of the release site.
pub fn site() -> PathBuf {
    std::env::var_os("DIST").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"), PathBuf::from)
}

/// Chromedriver, for all the tests of this run.
pub struct Pilote {
    processus: Child,
    port: u16,
}
impl Pilote {
    pub fn lance() -> Fait<Self> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let programme = std::env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        let processus = Command::new(programme)
            .arg(format!("--port={port}"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let pilote = Pilote { processus, port };
        let fin = Instant::now() + Duration::from_secs(20);
        while pilote.demande("GET", "/status", "").is_err() {
            if fin < Instant::now() {
                return Err("chromedriver ne répond pas".into());
            }
            sleep(Duration::from_millis(50));
        }
        Ok(pilote)
    }
    /// A command that thirtyfour does not know.
    fn demande(&self, methode: &str, chemin: &str, corps: &str) -> Fait<Value> {
        let mut lien = TcpStream::connect(("127.0.0.1", self.port))?;
        write!(
            lien,
            "{methode} {chemin} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{corps}",
            corps.len()
        )?;
        // It keeps the connection open: the length says where the answer ends.
        lien.set_read_timeout(Some(Duration::from_secs(10)))?;
        let mut lecteur = BufReader::new(lien);
        let (mut longueur, mut ligne) = (0, String::new());
        while 0 < lecteur.read_line(&mut ligne)? && !ligne.trim().is_empty() {
            if let Some((_, valeur)) = ligne.split_once(':').filter(|(nom, _)| nom.eq_ignore_ascii_case("content-length")) {
                longueur = valeur.trim().parse()?;
            }
            ligne.clear();
        }
        let mut corps = vec![0; longueur];
        lecteur.read_exact(&mut corps)?;
        Ok(serde_json::from_slice(&corps)?)
    }
    pub async fn ouvre(&self, base: &str) -> Fait<Page<'_>> {
        let mut capacites = DesiredCapabilities::chrome();
        capacites.set_binary(&std::env::var("CHROME").unwrap_or_else(|_| "/usr/bin/chromium".to_owned()))?;
        for option in OPTIONS {
            capacites.add_arg(option)?;
        }
        capacites.set("goog:loggingPrefs", json!({ "browser": "ALL", "performance": "ALL" }))?;
        let serveur = Server::start(site(), base, 0)?;
        let d = WebDriver::new(&format!("http://127.0.0.1:{}", self.port), capacites).await?;
        let session = d.session_id().to_string();
        Ok(Page { d, serveur, pilote: self, session })
    }
}
impl Drop for Pilote {
    fn drop(&mut self) {
        // Chromedriver then ends the browsers that it started, which killing it would not.
        drop(self.demande("GET", "/shutdown", ""));
        for _ in 0..40 {
            if matches!(self.processus.try_wait(), Ok(Some(_))) {
                return;
            }
            sleep(Duration::from_millis(50));
        }
        drop(self.processus.kill());
        drop(self.processus.wait());
    }
}

const OPTIONS: [&str; 11] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=fr",
    "--window-size=1280,900",
];

/// A page open in a browser of its own.
pub struct Page<'a> {
    pub d: WebDriver,
    pub serveur: Server,
    pilote: &'a Pilote,
    session: String,
}
impl Page<'_> {
    /// Goes to the site; `fragment` is what follows `#`.
    pub async fn va(&self, fragment: &str) -> Fait {
        self.d.goto(format!("{}{fragment}", self.serveur.url())).await?;
        self.attend("la page à la place de l’attente", "!!document.querySelector('main:not(.attente) h1')").await
    }
    /// The value of an expression in the page.
    pub async fn js(&self, expression: &str) -> Fait<Value> {
        Ok(self.d.execute(format!("return ({expression})"), Vec::new()).await?.json().clone())
    }
    /// The value of a promise in the page.
    pub async fn promesse(&self, expression: &str) -> Fait<Value> {
        let script = format!("const fin = arguments[arguments.length - 1]; ({expression}).then(fin, e => fin('échec : ' + e))");
        Ok(self.d.execute_async(script, Vec::new()).await?.json().clone())
    }
    /// Waits until an expression is true in the page.
    pub async fn attend(&self, quoi: &str, expression: &str) -> Fait {
        let fin = Instant::now() + Duration::from_secs(15);
        while self.js(expression).await? != true {
            if fin < Instant::now() {
                return Err(format!("jamais arrivé : {quoi}\n{}\n{:?}", self.texte().await?, self.plaintes()?).into());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }
    /// What can be read on the screen, spaces of any kind made one.
    pub async fn texte(&self) -> Fait<String> {
        let texte = self.js("document.body.innerText").await?;
        Ok(texte.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" "))
    }
    pub async fn attend_texte(&self, texte: &str) -> Fait {
        self.attend(texte, &format!("document.body.innerText.replace(/\\s+/g, ' ').includes({})", Value::from(texte))).await
    }
    /// Presses keys where the focus is.
    pub async fn touche(&self, touches: impl Into<TypingData>) -> Fait {
        Ok(self.d.action_chain().send_keys(touches).perform().await?)
    }
    /// Presses Tab until this is true of what has the focus, `e`: as who uses no mouse does.
    async fn tabule(&self, quoi: &str, vrai: &str) -> Fait {
        let mut vus = BTreeSet::new();
        for _ in 0..TABULATIONS {
            self.touche(Key::Tab + "").await?;
            let ici = self.js(&format!("(e => [{vrai}, {NOM}])(document.activeElement)")).await?;
            if ici[0] == true {
                return Ok(());
            }
            vus.insert(ici[1].as_str().unwrap_or_default().to_owned());
        }
        Err(format!("la touche Tab ne mène pas à « {quoi} », mais à {vus:?}").into())
    }
    /// Goes by Tab to the control whose name starts so.
    pub async fn va_au(&self, nom: &str) -> Fait {
        self.tabule(nom, &format!("{NOM}.startsWith({})", Value::from(nom))).await
    }
    /// Writes in a field reached by Tab.
    pub async fn ecrit(&self, id: &str, texte: &str) -> Fait {
        self.tabule(id, &format!("e.id === {}", Value::from(id))).await?;
        self.ecrit_ici(texte).await
    }
    /// Writes in the field that has the focus, in place of what it holds.
    pub async fn ecrit_ici(&self, texte: &str) -> Fait {
        self.d.action_chain().key_down(Key::Control).send_keys("a").key_up(Key::Control).perform().await?;
        self.touche(texte).await
    }
    /// Writes a date, « 20/04/2018 », in its three boxes.
    pub async fn date(&self, id: &str, date: &str) -> Fait {
        for (boite, texte) in ["jour", "mois", "annee"].into_iter().zip(date.split('/')) {
            // A full box gives the focus to the next one.
            let id = format!("{id}-{boite}");
            if self.js(&format!("document.activeElement.id === {}", Value::from(id.as_str()))).await? == true {
                self.touche(texte).await?;
            } else {
                self.ecrit(&id, texte).await?;
            }
        }
        Ok(())
    }
    /// Activates the button or the link whose name starts so, reached by Tab.
    pub async fn active(&self, nom: &str) -> Fait {
        self.va_au(nom).await?;
        self.touche(Key::Enter + "").await
    }
    /// Ticks a box reached by Tab.
    pub async fn coche(&self, nom: &str) -> Fait {
        self.tabule(nom, &format!("e.type === 'checkbox' && {NOM}.startsWith({})", Value::from(nom))).await?;
        self.touche(" ").await
    }
    /// Chooses an answer by its value: Tab to the question, then the arrows.
    pub async fn choisit(&self, question: &str, valeur: &str) -> Fait {
        self.tabule(question, &format!("e.name === {0} || (e.id === {0} && e.tagName === 'SELECT')", Value::from(question))).await?;
        if self.js("document.activeElement.tagName").await? == "SELECT" {
            // A list takes the first letters of its options.
            return self.touche(valeur).await;
        }
        self.touche(" ").await?;
        for _ in 0..12 {
            if self.js("document.activeElement.value").await? == valeur {
                return Ok(());
            }
            self.touche(Key::Down + "").await?;
        }
        Err(format!("pas de réponse « {valeur} » à {question}").into())
    }
    /// What axe finds against WCAG 2.2 AA and good practice.
    pub async fn axe(&self, ecran: &str) -> Fait {
        let chemin = std::env::var("AXE_JS").map_err(|_| "AXE_JS ne dit pas où est axe.min.js : lancer scripts/test.sh")?;
        self.d.execute(fs::read_to_string(chemin)?, Vec::new()).await?;
        let trouve = self
            .promesse(
                "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
                .then(r => r.violations.map(v => v.id + ' : ' + v.nodes.map(n => n.target.join(' ')).join(' | ')))",
            )
            .await?;
        if trouve == json!([]) { Ok(()) } else { Err(format!("axe sur {ecran} : {trouve:#}").into()) }
    }
    /// Gives a file to the page, as its file button does.
    pub async fn depose(&self, nom: &str, contenu: &str) -> Fait {
        let chemin = Path::new(env!("CARGO_TARGET_TMPDIR")).join(nom);
        fs::write(&chemin, contenu)?;
        let bouton = self.d.query(By::Css("input[type=file]")).first().await?;
        Ok(bouton.send_keys(chemin.to_str().ok_or("un chemin lisible")?).await?)
    }
    /// Light or dark, as the device asks; nothing moves, so that no colour is caught halfway.
    pub async fn theme(&self, theme: &str) -> Fait {
        let media = json!({ "features": [
            { "name": "prefers-color-scheme", "value": theme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ] });
        self.cdp("Emulation.setEmulatedMedia", media).await.map(drop)
    }
    pub async fn largeur(&self, largeur: u32) -> Fait {
        let ecran = json!({ "width": largeur, "height": 800, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", ecran).await.map(drop)
    }
    /// A processor so many times slower.
    #[allow(dead_code)]
    pub async fn ralentit(&self, fois: u32) -> Fait {
        self.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": fois })).await.map(drop)
    }
    /// Without what keeps the site for when there is no network, and asks for all of it as soon as it can.
    pub async fn sans_gardien(&self) -> Fait {
        self.avant_tout("delete Navigator.prototype.serviceWorker").await
    }
    /// Runs this before the scripts of every page opened from now on.
    pub async fn avant_tout(&self, source: &str) -> Fait {
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await.map(drop)
    }
    pub async fn cdp(&self, commande: &str, parametres: Value) -> Fait<Value> {
        Ok(self.d.cdp().send_raw(commande, parametres).await?)
    }
    /// A picture of the whole page in target/captures.
    pub async fn photographie(&self, nom: &str) -> Fait {
        let dossier = Path::new(env!("CARGO_TARGET_TMPDIR")).join("captures");
        fs::create_dir_all(&dossier)?;
        Ok(self.d.screenshot(&dossier.join(format!("{nom}.png"))).await?)
    }
    /// Every address that the browser asked for, of any host.
    pub fn requetes(&self) -> Fait<BTreeSet<String>> {
        let lignes = self.journal("performance")?.into_iter().filter_map(|l| serde_json::from_str::<Value>(l["message"].as_str()?).ok());
        Ok(lignes
            .filter(|l| l["message"]["method"] == "Network.requestWillBeSent")
            .filter_map(|l| l["message"]["params"]["request"]["url"].as_str().map(str::to_owned))
            .collect())
    }
    /// Errors of the console: refusals of the security policy among them.
    pub fn plaintes(&self) -> Fait<Vec<String>> {
        let graves = self.journal("browser")?.into_iter().filter(|l| l["level"] == "SEVERE");
        Ok(graves.map(|l| l["message"].as_str().unwrap_or_default().to_owned()).collect())
    }
    fn journal(&self, quoi: &str) -> Fait<Vec<Value>> {
        let reponse = self.pilote.demande("POST", &format!("/session/{}/se/log", self.session), &json!({ "type": quoi }).to_string())?;
        Ok(reponse["value"].as_array().cloned().unwrap_or_default())
    }
}

/// The name that a screen reader gives to `e`.
const NOM: &str = "(e.getAttribute('aria-label') || e.labels?.[0]?.innerText || e.innerText || e.title || '').trim()";
/// Enough to go round the longest screen.
const TABULATIONS: usize = 250;
