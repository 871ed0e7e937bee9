//! The page on the web, its command-line twin elsewhere.
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[cfg(not(target_arch = "wasm32"))]
mod commande;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    commande::lance()
}

#[cfg(target_arch = "wasm32")]
fn main() {
    juste_droit::ui::monte();
}
