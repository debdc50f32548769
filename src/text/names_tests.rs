//! Tests of names.

use super::*;

fn names(text: &str) -> Vec<&str> {
    names_in(text).iter().map(|name| name.span.of(text)).collect()
}

#[test]
fn runs_of_capitals_are_names_and_titles_are_not() {
    assert_eq!(
        names("On Monday President Aisha Okoye of Northland met General Piotr Lund in Port Grey."),
        ["Aisha Okoye", "Northland", "Piotr Lund", "Port Grey"]
    );
}

#[test]
fn a_possessive_ends_a_name() {
    assert_eq!(names("He praised Northland's Lund and Okoye’s army."), ["Northland", "Lund", "Okoye"]);
}

#[test]
fn the_last_stop_of_initials_belongs_to_them() {
    assert_eq!(names("He left the U.S. for Port Grey."), ["U.S.", "Port Grey"]);
}

#[test]
fn small_words_may_stand_within_a_name() {
    assert_eq!(names("They met Ana de Souza and Omar al-Rashid."), ["Ana de Souza", "Omar al-Rashid"]);
}

#[test]
fn the_first_word_of_a_sentence_is_no_sure_name() {
    let text = "Soldiers fled. The bank of Northland closed. CSU members met.";
    let found: Vec<(&str, bool)> =
        names_in(text).iter().map(|name| (name.span.of(text), name.sure)).collect();
    assert_eq!(found, [("Soldiers", false), ("Northland", true), ("CSU", true)]);
}

#[test]
fn a_name_must_be_a_word_of_its_own() {
    assert_eq!(holds_name("Okoyeland is not it", &["Okoye"]), None);
    assert_eq!(holds_name("the Okoye’s house", &["Okoye"]), Some(Span::new(4, 9)));
    assert_eq!(holds_name("Lake  O’Hara", &["Lake O'Hara"]), Some(Span::new(0, 14)));
    assert_eq!(holds_name("the US-led force", &["USA", "US"]), Some(Span::new(4, 6)));
    let council = "the Northland Council (NC) Secretariat’s men";
    assert_eq!(
        holds_name(council, &["NC Secretariat"]).map(|span| span.of(council)),
        Some("NC) Secretariat")
    );
    assert_eq!(holds_name("the U.S. army", &["U.S."]), Some(Span::new(4, 8)));
    assert_eq!(holds_name("any", &["", "."]), None);
    assert_eq!(holds_name("asked us to leave", &["US"]), None);
}
