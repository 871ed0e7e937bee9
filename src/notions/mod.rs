//! Notions of law that several aids share. Each has its rule here and its scale beside it.

pub mod smic;
