//! The AAH as the spouse's income grows, drawn, and in a table.

use super::Pli;
use crate::vue::courbe::{HAUTEUR, LARGEUR, Sujet, Trace, courbe};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct CourbeProps {
    pub sujet: Sujet,
}

/// A component, so that the curve is computed only where it is shown.
#[component]
pub fn CourbeVue(props: &CourbeProps) -> Html {
    match courbe(&props.sujet) {
        Some(courbe) => dessin(&courbe.trace()),
        None => html! { <p>{ "La courbe apparaît quand les deux calculs existent et que vos réponses suffisent." }</p> },
    }
}

fn dessin(trace: &Trace) -> Html {
    let cadre = format!("-16 -16 {} {}", LARGEUR + 40, HAUTEUR + 36);
    let bas = HAUTEUR.to_string();
    let verticale = |x: i64, classe: &'static str| {
        let x = x.to_string();
        html! { <line class={classe} x1={x.clone()} x2={x} y1="0" y2={bas.clone()} /> }
    };
    html! {
        <figure class="courbe">
            <figcaption>{ "Votre AAH par mois, selon le salaire net imposable du conjoint" }</figcaption>
            <svg viewBox={cadre} role="img" aria-label={trace.phrase.clone()}>
                { for trace.smics.iter().map(|(x, nom)| html! {
                    <>{ verticale(*x, "grille") }<text x={x.to_string()} y={(HAUTEUR + 14).to_string()}>{ nom }</text></>
                }) }
                <line class="axe" x1="0" x2={LARGEUR.to_string()} y1={bas.clone()} y2={bas.clone()} />
                <text class="sommet" x="0" y="-4">{ &trace.sommet }</text>
                <polyline class="trait individuel" points={trace.individuel.clone()} />
                <polyline class="trait couple" points={trace.couple.clone()} />
                if let Some([x, individuel, couple]) = trace.foyer {
                    { verticale(x, "repere") }
                    <circle class="point" cx={x.to_string()} cy={individuel.to_string()} r="4" />
                    <circle class="point" cx={x.to_string()} cy={couple.to_string()} r="4" />
                }
            </svg>
            <ul class="legende">
                <li class="individuel">{ "Calcul individuel (trait plein)" }</li>
                <li class="couple">{ "Calcul du couple (tirets)" }</li>
                if trace.foyer.is_some() { <li class="point">{ "Votre foyer (points)" }</li> }
            </ul>
            <Pli titre="Les mêmes chiffres en tableau">
                <div class="defile" tabindex="0" role="region" aria-label="AAH selon le salaire du conjoint">
                    <table>
                        <thead><tr>
                            <th scope="col">{ "Salaire du conjoint" }</th><th scope="col" class="nombre">{ "Individuel" }</th>
                            <th scope="col" class="nombre">{ "Couple" }</th>
                        </tr></thead>
                        <tbody>{ for trace.lignes.iter().map(|[revenu, individuel, couple]| html! {
                            <tr><td>{ revenu }</td><td class="nombre">{ individuel }</td><td class="nombre">{ couple }</td></tr>
                        }) }</tbody>
                    </table>
                </div>
            </Pli>
        </figure>
    }
}
