//! Juste Droit: the rights of a household, with their reasons. In reading order:
//!
//! - [`second`]: how what the first screens do without arrives after them.
//! - [`json`]: saved files and local scales as text.
//! - [`grandeurs`]: amounts, rates, dates; exact and unit-safe.
//! - [`situation`]: what a person says; the one list of questions.
//! - [`moteur`]: scales, rules that record their steps, results.
//! - [`annexe`]: what is read only once the first screen is left.
//! - [`notions`]: notions of law that several aids share.
//! - [`aides`]: the register of aids; four files an aid.
//! - [`vue`]: what the screens say, without HTML.
//! - [`lot`]: many households, from a file to a table.
//! - [`ui`]: the page, with Yew; no law, no arithmetic.
//!
//! Layers look down only: `ui → lot → vue → aides → notions → annexe → moteur → situation → grandeurs, json, second`.
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

pub mod aides;
pub mod annexe;
pub mod grandeurs;
pub mod json;
pub mod lot;
pub mod moteur;
pub mod notions;
pub mod second;
pub mod situation;
pub mod ui;
pub mod vue;

/// The scales, compiled by `build.rs` from the `*.bareme.toml` beside the rules.
#[rustfmt::skip]
pub mod baremes {
    include!(concat!(env!("OUT_DIR"), "/baremes.rs"));
}
