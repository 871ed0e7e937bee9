//! A static server of 127.0.0.1 with the headers of deploiement/nginx.conf. Standard library alone: `scripts/serve.sh`
//! compiles this file in a second, and the browser tests include it.

use std::{
    collections::BTreeSet,
    fs,
    io::{self, Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

const NGINX: &str = include_str!("../deploiement/nginx.conf");

/// What is served, from where, and what was asked for.
pub struct Site {
    /// The folder of the files.
    pub root: PathBuf,
    /// « / » or a sub-path: « /droits/ ».
    pub base: String,
    /// Path, with its query, of every request.
    pub asked: Mutex<Vec<String>>,
}

/// A server that runs until it is dropped.
pub struct Server {
    pub address: SocketAddr,
    pub site: Arc<Site>,
    stop: Arc<AtomicBool>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Server {
    /// Serves `root` under `base`, on `port` or, when that is taken, on any free one.
    pub fn start(root: impl AsRef<Path>, base: &str, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", port)).or_else(|_| TcpListener::bind(("127.0.0.1", 0)))?;
        let site = Arc::new(Site { root: root.as_ref().to_owned(), base: base.to_owned(), asked: Mutex::default() });
        let (address, stop) = (listener.local_addr()?, Arc::new(AtomicBool::new(false)));
        let (shared, stopping) = (site.clone(), stop.clone());
        let thread = thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                if stopping.load(Ordering::SeqCst) {
                    break;
                }
                let site = shared.clone();
                // A browser that goes away in the middle of an answer is no fault of the server.
                thread::spawn(move || drop(answer(connection, &site)));
            }
        });
        Ok(Server { address, site, stop, thread: Some(thread) })
    }
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.site.base)
    }
    /// Different paths asked for until now.
    #[allow(dead_code)]
    pub fn asked(&self) -> BTreeSet<String> {
        self.site.asked.lock().map(|asked| asked.iter().cloned().collect()).unwrap_or_default()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::SeqCst);
        drop(TcpStream::connect(self.address));
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

fn answer(mut connection: TcpStream, site: &Site) -> io::Result<()> {
    let (mut buffer, mut length) = ([0u8; 16384], 0);
    while length < buffer.len() && !buffer[..length].windows(4).any(|w| w == b"\r\n\r\n") {
        match connection.read(&mut buffer[length..])? {
            0 => return Ok(()),
            read => length += read,
        }
    }
    let head = String::from_utf8_lossy(&buffer[..length]).into_owned();
    let mut words = head.split(' ');
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if let Ok(mut asked) = site.asked.lock() {
        asked.push(path.to_owned());
    }
    let file = path.split(['?', '#']).next().unwrap_or_default().strip_prefix(&site.base);
    let file = file.map(|file| if file.is_empty() { "index.html" } else { file });
    let found = file.filter(|file| !file.contains("..")).and_then(|file| {
        let packed = head.lines().any(|l| l.to_ascii_lowercase().starts_with("accept-encoding:") && l.contains("br"));
        let packed = packed.then(|| fs::read(site.root.join(format!("{file}.br"))).ok()).flatten();
        let coding = if packed.is_some() { "Content-Encoding: br\r\n" } else { "" };
        packed.or_else(|| fs::read(site.root.join(file)).ok()).map(|body| (file, coding, body))
    });
    let (status, kind, coding, body) = match found {
        Some((file, coding, body)) => ("200 OK", kind(file), coding, body),
        None => ("404 Not Found", "text/plain; charset=utf-8", "", "Cette adresse n’existe pas.\n".into()),
    };
    let mut answer =
        format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n{coding}", body.len());
    for (name, value) in headers(file.unwrap_or_default()) {
        answer += &format!("{name}: {value}\r\n");
    }
    connection.write_all(format!("{answer}\r\n").as_bytes())?;
    if method == "HEAD" { Ok(()) } else { connection.write_all(&body) }
}

/// The headers of a file, as nginx would send them.
pub fn headers(file: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let hashed = file.rsplit_once('.').is_some_and(|(stem, end)| {
        let hash = stem.strip_suffix("_bg").unwrap_or(stem).rsplit_once('-').map_or("", |(_, hash)| hash);
        ["js", "css", "wasm", "json", "txt"].contains(&end) && hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit())
    });
    let cache = if hashed { "public, max-age=31536000, immutable" } else { "no-cache" };
    NGINX.lines().filter_map(move |line| {
        let (name, value) = line.trim().strip_prefix("add_header ")?.strip_suffix(" always;")?.split_once(' ')?;
        Some((name, if value.starts_with('$') { cache } else { value.trim_matches('"') }))
    })
}

fn kind(file: &str) -> &'static str {
    match file.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        Some("json") => "application/json",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[allow(dead_code)]
fn main() -> io::Result<()> {
    let mut words = std::env::args().skip(1);
    let root = words.next().unwrap_or_else(|| "dist".to_owned());
    let port = words.next().and_then(|port| port.parse().ok()).unwrap_or(8080);
    let server = Server::start(root, "/", port)?;
    println!("Juste Droit: {} (Ctrl+C stops it)", server.url());
    loop {
        thread::park();
    }
}
