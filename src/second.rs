//! The second file: what the first screens do without is in a wasm of its own, which the page asks for once they are there.
//!
//! `au_second(|| le_calendrier(…))` puts there all that only such calls reach. Nothing else is to be done: `scripts/split.mjs`
//! finds what that is. A native program, or a site built in one file, has all of it at once. See decision 0170.

use std::{
    hint::black_box,
    sync::atomic::{AtomicBool, Ordering},
};

static LA: AtomicBool = AtomicBool::new(cfg!(not(target_arch = "wasm32")));

/// The name of the file, beside the page, which `scripts/split.mjs` writes here; none when the site is in one.
pub fn nom() -> Option<&'static str> {
    let nom = black_box("second-0000000000000000.wasm");
    (!nom.contains("-0000000000000000.")).then_some(nom)
}
/// From now on its functions can be called.
pub fn est_arrive() {
    LA.store(true, Ordering::Relaxed);
}
/// Whether they can.
pub fn est_la() -> bool {
    LA.load(Ordering::Relaxed)
}

/// Does what is in the second file; none until it is there.
#[inline(always)]
pub fn au_second<F: FnOnce() -> R, R>(fais: F) -> Option<R> {
    // Called by its place in the table of functions, which the second file fills: a plain call would need it at once.
    est_la().then(|| black_box(du_second_fichier as fn(F) -> R)(fais))
}

/// The splitter knows it by its name.
#[inline(never)]
fn du_second_fichier<F: FnOnce() -> R, R>(fais: F) -> R {
    fais()
}
