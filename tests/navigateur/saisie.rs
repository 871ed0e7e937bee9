//! Typing fast, and with the keyboard alone: keys counted, dates and numbers typed straight, the list of the keys.

use crate::{
    banc::{Fait, Page},
    scenarios::{sans_defilement, sans_plainte},
};
use juste_droit::vue::raccourcis::RACCOURCIS;
use serde_json::{Value, json};
use thirtyfour::prelude::Key;

/// Presses keys as they are written: ⇥ Tab, ⏎ Entrée, ⇓ Ctrl + Entrée, ␣ Espace, ↓ ↑ the arrows, anything else as it is.
async fn presse(page: &Page<'_>, touches: &str) -> Fait {
    for touche in touches.chars() {
        match touche {
            '⇥' => page.touche(Key::Tab + "").await?,
            '⏎' => page.touche(Key::Enter + "").await?,
            '⇓' => page.d.action_chain().key_down(Key::Control).send_keys(Key::Enter + "").key_up(Key::Control).perform().await?,
            '␣' => page.touche(" ").await?,
            '↓' => page.touche(Key::Down + "").await?,
            '↑' => page.touche(Key::Up + "").await?,
            autre => page.touche(autre.to_string()).await?,
        }
    }
    Ok(())
}
/// What has the focus: a field by its id, a choice by that of its question.
const ICI: &str = "(e => e.name || (e.type === 'checkbox' ? e.closest('fieldset').id : e.id))(document.activeElement)";
async fn ici(page: &Page<'_>, attendu: &str) -> Fait {
    page.attend(&format!("le focus sur {attendu}"), &format!("({ICI}) === {}", Value::from(attendu))).await
}

/// The page of who counsels, once its keys are there, with the second file.
async fn conseille(page: &Page<'_>) -> Fait {
    page.va("").await?;
    page.active("Je conseille").await?;
    page.attend_texte("Raccourcis clavier").await
}

/// Where the focus is, then the keys.
type Frappes = &'static [(&'static str, &'static str)];

/// Two adults and a child, as who counsels types them.
const COUPLE: Frappes = &[
    ("titre", "⏎"),
    ("foyer-couple", "↓⏎"),
    ("adulte-1-prenom", "Camille⏎"),
    ("adulte-1-naissance-jour", "12041988⏎"),
    ("adulte-2-prenom", "Sacha⏎"),
    ("adulte-2-naissance-jour", "03091986⏎"),
    ("foyer-a_des_enfants", "␣⏎"),
    ("enfant-1-prenom", "Noé⏎"),
    ("enfant-1-naissance-jour", "20042024⏎"),
    ("enfant-1-garde", "␣⏎"),
    ("enfant-1-handicap", "↓↓⏎"),
];
const SALAIRES: Frappes = &[
    ("adulte-1-revenus", "␣⏎"),
    ("adulte-1-net_social", "2150⏎"),
    ("adulte-1-salaire_annuel", "24800⏎"),
    ("adulte-2-revenus", "␣⏎"),
    ("adulte-2-net_social", "1480⏎"),
    ("adulte-2-salaire_annuel", "17200⏎"),
];
/// Who owns a home, has nobody minded, and is asked all but the quotient of the Caf and the holidays.
const PROPRIETAIRES: [Frappes; 4] = [
    COUPLE,
    &[
        ("enfant-1-garde_payee", "↓⏎"),
        ("foyer-logement", "↓⏎"),
        ("foyer-pret", "↓⏎"),
        ("foyer-departement", "34⇓"),
        ("adulte-1-taux", "␣⏎"),
        ("adulte-2-taux", "␣⏎"),
    ],
    SALAIRES,
    &[("adulte-1-agent", "␣⏎"), ("adulte-1-activite", "␣⏎"), ("adulte-2-agent", "␣⏎"), ("adulte-2-activite", "␣")],
];
/// One of them in a ministry, the child minded: neither the home nor a disability is spoken of.
const AGENT: [Frappes; 4] = [
    COUPLE,
    &[
        ("enfant-1-garde_payee", "␣⏎"),
        ("enfant-1-mode_garde", "␣⏎"),
        ("foyer-logement", "⏎"),
        ("foyer-departement", "34⇓"),
        ("adulte-1-taux", "⇓"),
    ],
    SALAIRES,
    &[
        ("adulte-1-agent", "↓⏎"),
        ("adulte-1-affectation", "␣⏎"),
        ("adulte-1-activite", "␣⏎"),
        ("adulte-2-agent", "␣⏎"),
        ("adulte-2-activite", "␣⏎"),
        ("foyer-rfr", "37800⏎"),
        ("foyer-parts", "2,5"),
    ],
];
/// What they had not said: Enter leads to what waits in any subject, then to the rights.
const RESTE: Frappes =
    &[("adulte-2-activite", "⏎"), ("foyer-projet_vacances", "↓⏎"), ("foyer-quotient", "⏎"), ("foyer-prestations_caf", "⏎"), ("droits", "")];
const ACTIONS_MAX: usize = 45;

/// Types, and counts what is neither a digit nor a letter; a chord counts for one.
async fn tape(page: &Page<'_>, frappes: Frappes) -> Fait<usize> {
    let mut actions = 0;
    for (champ, touches) in frappes {
        ici(page, champ).await?;
        presse(page, touches).await?;
        actions += touches.chars().filter(|touche| !touche.is_alphanumeric()).count();
    }
    Ok(actions)
}

pub async fn couple(page: &Page<'_>) -> Fait {
    let familles: [(&str, _, &[&str], Frappes); 2] = [
        ("des propriétaires", PROPRIETAIRES, &["Par mois 198,16 €"], RESTE),
        ("un agent", AGENT, &["Allocation de base de la Paje 198,16 € par mois", "CESU garde d’enfant 0-6 ans 400,00 € par an"], &[]),
    ];
    conseille(page).await?;
    for (famille, frappes, droits, reste) in familles {
        let mut actions = 0;
        for partie in frappes {
            actions += tape(page, partie).await?;
        }
        for droit in droits {
            page.attend_texte(droit).await?;
        }
        println!("{famille} : {actions} actions, en plus des chiffres et des lettres");
        page.photographie(&format!("saisie de {famille}")).await?;
        assert!(actions <= ACTIONS_MAX, "{famille} : {actions}");
        tape(page, reste).await?;
        page.touche(Key::F8 + "").await?;
    }
    sans_plainte(page)
}

async fn commence(page: &Page<'_>) -> Fait {
    conseille(page).await?;
    presse(page, "⏎␣⏎").await?;
    ici(page, "adulte-1-naissance-jour").await
}

pub async fn dates(page: &Page<'_>) -> Fait {
    const DATE: &str = "['jour', 'mois', 'annee'].map(b => document.getElementById(`adulte-1-naissance-${b}`).value).join('/')";
    commence(page).await?;
    // Each over the one before.
    for (tape, lue) in [
        ("12041988", "12/04/1988"),
        ("5/4/1990", "5/4/1990"),
        ("17/11/2001", "17/11/2001"),
        ("03091986", "03/09/1986"),
        ("1-12-1985", "1/12/1985"),
        ("31.2.1988", "31/2/1988"),
    ] {
        while page.js(ICI).await? != "adulte-1-naissance-jour" {
            page.d.action_chain().key_down(Key::Shift).send_keys(Key::Tab + "").key_up(Key::Shift).perform().await?;
        }
        presse(page, tape).await?;
        page.attend(tape, &format!("{DATE} === {}", Value::from(lue))).await?;
    }
    // What is not a date is said beside it, and the subject does not close on it.
    presse(page, "⏎").await?;
    ici(page, "fautes").await?;
    page.attend("la faute à côté de la date", "!!document.querySelector('#adulte-1-naissance .erreur')").await?;
    page.attend_texte("une date qui existe, par exemple 20/04/2024").await?;
    presse(page, "⇥⏎").await?;
    ici(page, "adulte-1-naissance-jour").await?;
    presse(page, "28/2/1988⏎").await?;
    // One more child: the focus is where the name is typed.
    ici(page, "foyer-a_des_enfants").await?;
    presse(page, "␣").await?;
    page.active("+").await?;
    ici(page, "enfant-2-prenom").await?;
    presse(page, "Lina⏎05062022").await?;
    page.attend("sa naissance", "document.getElementById('enfant-2-naissance-annee').value === '2022'").await?;
    // The wheel passes over a number.
    page.va("#/etape/impots/foyer-rfr").await?;
    ici(page, "foyer-rfr").await?;
    presse(page, "24800").await?;
    let ou = page.js("(({x, y}) => [x + 9, y + 9])(document.activeElement.getBoundingClientRect())").await?;
    for sens in [-120, 120] {
        let molette = json!({ "type": "mouseWheel", "x": ou[0], "y": ou[1], "deltaX": 0, "deltaY": sens });
        page.cdp("Input.dispatchMouseEvent", molette).await?;
    }
    page.promesse("new Promise(fait => setTimeout(fait, 200))").await?;
    assert_eq!(page.js("document.activeElement.value").await?, "24800");
    assert_eq!(page.js("document.querySelectorAll('[type=number], [type=date], [type=range]').length").await?, 0);
    sans_plainte(page)
}

const OUVERTE: &str = "document.querySelector('dialog.raccourcis')?.matches(':modal') === true";
const FERMEE: &str = "!document.querySelector('dialog.raccourcis')";

pub async fn raccourcis(page: &Page<'_>) -> Fait {
    commence(page).await?;
    // In a field it is a sign like another.
    presse(page, "?").await?;
    assert_eq!(page.js("[document.activeElement.value, !!document.querySelector('dialog')]").await?, json!(["?", false]));
    page.touche(Key::Backspace + "").await?;
    page.va_au("Raccourcis clavier").await?;
    presse(page, "?").await?;
    page.attend("la liste", OUVERTE).await?;
    ici(page, "raccourcis-titre").await?;
    let touches: Vec<&str> = RACCOURCIS.iter().map(|raccourci| raccourci.ecrit).collect();
    assert_eq!(page.js("[...document.querySelectorAll('dialog kbd')].map(e => e.innerText)").await?, json!(touches));
    for theme in ["light", "dark"] {
        page.theme(theme).await?;
        page.axe("raccourcis").await?;
    }
    page.theme("light").await?;
    page.photographie("raccourcis").await?;
    page.largeur(360).await?;
    sans_defilement(page).await?;
    page.photographie("raccourcis-360").await?;
    page.largeur(1280).await?;
    page.touche(Key::Escape + "").await?;
    page.attend("la liste fermée", FERMEE).await?;
    assert_eq!(page.js("document.activeElement.innerText.startsWith('Raccourcis clavier')").await?, true);
    // Switched off, it opens nothing; the button still does.
    presse(page, "⏎").await?;
    page.attend("la liste", OUVERTE).await?;
    presse(page, "⇥␣⇥⏎").await?;
    page.attend("la liste fermée", FERMEE).await?;
    presse(page, "?").await?;
    page.promesse("new Promise(fait => setTimeout(fait, 200))").await?;
    assert_eq!(page.js(FERMEE).await?, true);
    presse(page, "⏎").await?;
    page.attend("la liste", OUVERTE).await?;
    sans_plainte(page)
}
