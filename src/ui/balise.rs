//! Elements, by functions: `html!` writes their making in full at each place, and every visitor downloads it.
//!
//! `balise("p.aide").attribut("id", id).avec(texte)` is `<p class="aide" id={id}>{ texte }</p>`. The functions take no type to
//! fill in, so that an element is a few calls. See `docs/decisions/0070-html-builders.md`.

use super::contexte::Reaction;
use std::rc::Rc;
use yew::{
    Event, Html,
    virtual_dom::{Listener, ListenerKind, VTag, VText},
};

/// An element being made. In a box, so that passing it on from call to call copies nothing.
pub struct Balise(Box<Chantier>);
struct Chantier {
    vtag: VTag,
    classes: String,
}

/// An element, with its classes after dots: `p.avis.refus`.
#[inline(never)]
pub fn balise(nom: &'static str) -> Balise {
    let (nom, classes) = nom.split_once('.').unwrap_or((nom, ""));
    Balise(Box::new(Chantier { vtag: VTag::new(nom), classes: classes.replace('.', " ") }))
}

/// Several pieces without an element around them.
pub fn suite() -> Balise {
    balise("")
}

/// One piece for each, in a list of their own: their keys count, and what stands around keeps its place.
pub fn chacun<C: Contenu>(contenus: impl IntoIterator<Item = C>) -> Balise {
    contenus.into_iter().fold(suite(), Balise::avec)
}

impl Balise {
    /// Adds a child, after the others.
    #[inline(always)]
    pub fn avec(self, contenu: impl Contenu) -> Self {
        contenu.dans(self)
    }

    /// Adds a class; an empty one changes nothing.
    #[inline(never)]
    pub fn classe(mut self, classe: &str) -> Self {
        if !self.0.classes.is_empty() && !classe.is_empty() {
            self.0.classes.push(' ');
        }
        self.0.classes.push_str(classe);
        self
    }

    #[inline(never)]
    pub fn classe_si(self, vrai: bool, classe: &str) -> Self {
        if vrai { self.classe(classe) } else { self }
    }

    #[inline(never)]
    pub fn attribut(mut self, nom: &'static str, valeur: &str) -> Self {
        self.0.vtag.add_attribute(nom, valeur.to_owned());
        self
    }

    #[inline(never)]
    pub fn attribut_si(self, nom: &'static str, valeur: Option<&str>) -> Self {
        match valeur {
            Some(valeur) => self.attribut(nom, valeur),
            None => self,
        }
    }

    /// An attribute that is there or not: `hidden`, `disabled`.
    #[inline(never)]
    pub fn drapeau(self, nom: &'static str, leve: bool) -> Self {
        self.attribut_si(nom, leve.then_some(nom))
    }

    /// What tells it from its siblings from one drawing to the next.
    #[inline(never)]
    pub fn cle(mut self, cle: &str) -> Self {
        self.0.vtag.key = Some(cle.to_owned().into());
        self
    }

    /// The text of an `input`, which the page decides.
    #[inline(never)]
    pub fn texte_saisi(mut self, texte: &str) -> Self {
        self.0.vtag.set_value(Some(texte.to_owned()));
        self
    }

    /// Whether an `input` is checked, which the page decides.
    #[inline(never)]
    pub fn cochee(mut self, cochee: bool) -> Self {
        self.0.vtag.set_checked(cochee);
        self
    }

    pub fn au_clic(self, reaction: Reaction) -> Self {
        self.ecoute("click", reaction)
    }
    pub fn au_changement(self, reaction: Reaction) -> Self {
        self.ecoute("change", reaction)
    }
    pub fn a_la_saisie(self, reaction: Reaction) -> Self {
        self.ecoute("input", reaction)
    }
    pub fn a_la_sortie(self, reaction: Reaction) -> Self {
        self.ecoute("blur", reaction)
    }
    /// When the focus leaves it or what it contains.
    pub fn a_la_sortie_du_groupe(self, reaction: Reaction) -> Self {
        self.ecoute("focusout", reaction)
    }
    pub fn a_l_envoi(self, reaction: Reaction) -> Self {
        self.ecoute("submit", reaction)
    }
    /// When a `dialog` is closed, with Escape too.
    pub fn a_la_fermeture(self, reaction: Reaction) -> Self {
        self.ecoute("close", reaction)
    }
    pub fn a_la_bascule(self, reaction: Reaction) -> Self {
        self.ecoute("toggle", reaction)
    }

    #[inline(never)]
    fn ecoute(mut self, evenement: &'static str, reaction: Reaction) -> Self {
        self.0.vtag.add_listener(Rc::new(Ecoute { evenement, reaction }));
        self
    }

    #[inline(never)]
    fn enfant(mut self, enfant: Html) -> Self {
        self.0.vtag.add_child(enfant);
        self
    }

    /// The element, made.
    #[inline(never)]
    pub fn html(self) -> Html {
        let Chantier { mut vtag, classes } = *self.0;
        if vtag.tag().is_empty() {
            return vtag.into_children().unwrap_or_default();
        }
        if !classes.is_empty() {
            vtag.add_attribute("class", classes);
        }
        vtag.into()
    }
}

/// The name of an event, and what answers it.
struct Ecoute {
    evenement: &'static str,
    reaction: Reaction,
}
impl Listener for Ecoute {
    fn kind(&self) -> ListenerKind {
        ListenerKind::other(self.evenement.into())
    }
    fn handle(&self, evenement: Event) {
        self.reaction.emit(evenement);
    }
    fn passive(&self) -> bool {
        false
    }
}

/// What an element can contain.
pub trait Contenu {
    fn dans(self, parent: Balise) -> Balise;
}
impl Contenu for &str {
    #[inline(never)]
    fn dans(self, parent: Balise) -> Balise {
        parent.enfant(VText::new(self.to_owned()).into())
    }
}
impl Contenu for &String {
    #[inline(always)]
    fn dans(self, parent: Balise) -> Balise {
        self.as_str().dans(parent)
    }
}
impl Contenu for String {
    #[inline(never)]
    fn dans(self, parent: Balise) -> Balise {
        self.as_str().dans(parent)
    }
}
impl Contenu for Html {
    #[inline(always)]
    fn dans(self, parent: Balise) -> Balise {
        parent.enfant(self)
    }
}
impl Contenu for Balise {
    #[inline(never)]
    fn dans(self, parent: Balise) -> Balise {
        parent.enfant(self.html())
    }
}
/// What is absent keeps its place, so that its siblings keep theirs.
impl<C: Contenu> Contenu for Option<C> {
    fn dans(self, parent: Balise) -> Balise {
        match self {
            Some(contenu) => contenu.dans(parent),
            None => parent.enfant(Html::default()),
        }
    }
}
