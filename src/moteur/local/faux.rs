//! What a file of local scales holds that is not right: where, and what was expected.

use crate::json::ajoute_cle;

/// What a file holds that is not right.
pub(super) struct Faux {
    /// The path of the value where the reading stopped.
    pub ou: String,
    /// The fault is seen at the end of that value: it is whole, but for one of its fields, which is named.
    pub dans: Option<String>,
    /// Ends the sentence « il faut … ».
    pub attendu: String,
}
impl Faux {
    pub fn de(attendu: impl Into<String>) -> Self {
        Faux { ou: String::new(), dans: None, attendu: attendu.into() }
    }
    /// A fault of a field, seen once its object is read.
    pub fn apres(champ: &str, attendu: &str) -> Self {
        Faux { dans: Some(champ.to_owned()), ..Faux::de(attendu) }
    }
    /// The same fault, seen from the value that holds this one.
    pub fn sous(mut self, pas: &str) -> Self {
        let suite = std::mem::replace(&mut self.ou, pas.to_owned());
        if suite.starts_with('[') || suite.is_empty() {
            self.ou += &suite
        } else {
            ajoute_cle(&mut self.ou, &suite)
        }
        self
    }
}
