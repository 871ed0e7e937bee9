//! For developers: every piece in every state.

use super::titre;
use yew::prelude::*;

pub fn atelier() -> Html {
    html! { <div class="lecture">{ titre("Atelier") }</div> }
}
