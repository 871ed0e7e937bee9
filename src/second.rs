//! What the first screens do without is in wasm of their own: a second file, which the page asks for once they are there, and a
//! third, which only the files of many households need.
//!
//! `au_second(|| le_calendrier(…))` puts in the second all that only such calls reach; `au_troisieme(|| …)` puts in the third what
//! only its calls reach, and may call what is in the second. Nothing else is to be done: `scripts/split.mjs` finds what that is. A
//! native program, or a site built in one file, has all of it at once. See decisions 0170 and 0212.

use std::{
    hint::black_box,
    sync::atomic::{AtomicU8, Ordering},
};

/// A file after the first, in the order of their coming: each takes from those before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Partie {
    Seconde = 1,
    Troisieme,
}
/// The last that is there.
static LA: AtomicU8 = AtomicU8::new(if cfg!(target_arch = "wasm32") { 0 } else { Partie::Troisieme as u8 });

impl Partie {
    /// The name of the file, beside the page. `scripts/shrink.mjs` writes its sum here, unless the site is in one.
    pub fn nom(self) -> &'static str {
        black_box(match self {
            Partie::Seconde => "second-0000000000000000.wasm",
            Partie::Troisieme => "troisieme-0000000000000000.wasm",
        })
    }
    /// From now on its functions can be called.
    pub fn arrive(self) {
        LA.fetch_max(self as u8, Ordering::Relaxed);
    }
    /// Whether they can.
    pub fn est_la(self) -> bool {
        self as u8 <= LA.load(Ordering::Relaxed)
    }
}
/// In a site built in one file, all of it is there.
pub fn commence() {
    if Partie::Seconde.nom().contains("-0000000000000000.") {
        Partie::Troisieme.arrive();
    }
}

/// Does what is in the second file; none until it is there.
#[inline(always)]
pub fn au_second<F: FnOnce() -> R, R>(fais: F) -> Option<R> {
    // Called by its place in the table of functions, which the second file fills: a plain call would need it at once.
    Partie::Seconde.est_la().then(|| black_box(du_second_fichier as fn(F) -> R)(fais))
}
/// Does what is in the third file; none until it is there.
#[inline(always)]
pub fn au_troisieme<F: FnOnce() -> R, R>(fais: F) -> Option<R> {
    Partie::Troisieme.est_la().then(|| black_box(du_troisieme_fichier as fn(F) -> R)(fais))
}

// The splitter knows them by their names.
#[inline(never)]
fn du_second_fichier<F: FnOnce() -> R, R>(fais: F) -> R {
    fais()
}
#[inline(never)]
fn du_troisieme_fichier<F: FnOnce() -> R, R>(fais: F) -> R {
    fais()
}
