//! Tests of the nearest passage.

use super::*;

const REPORT: &str = "The storm reached the coast on Monday.\n\n\
    Some 1,200 people were not allowed to leave the island of Norrey, the mayor may have told Radio Sund. \
    Two ferries, which had waited in the harbour for nine hours, sailed at dawn.\n\n\
    The council meets again on Friday to vote on the budget for the new bridge.";

fn nearest<'t>(text: &'t str, quote: &str) -> Option<(&'t str, Change)> {
    let nearest = Searchable::new(text).nearest(quote)?;
    Some((nearest.span.of(text), nearest.change))
}

#[test]
fn the_kind_of_change_is_named() {
    let island = "people were not allowed to leave the island of Norrey";
    for (quote, words, change) in [
        (
            "Some 1,300 people were not allowed to leave",
            "Some 1,200 people were not allowed to leave",
            Change::Number,
        ),
        ("people were allowed to leave the island of Norrey", island, Change::NegationDropped),
        ("people were not allowed to leave the island of Sundrey", island, Change::Name),
        ("people were not alowed to leave the island of Norrey", island, Change::Typo),
        ("people were not allowed to the leave island of Norrey", island, Change::WordOrder),
        ("people were not allowed to leave Norrey", island, Change::WordsLeftOut),
        ("the mayor have told Radio Sund", "the mayor may have told Radio Sund", Change::HedgeDropped),
        ("had waited in the harbour for nine days", "had waited in the harbour for nine hours", Change::Unit),
        (
            "Two ferries sailed at dawn",
            "Two ferries, which had waited in the harbour for nine hours, sailed at dawn",
            Change::WordsLeftOut,
        ),
        (
            "The council never meets again on Friday",
            "The council meets again on Friday",
            Change::NegationAdded,
        ),
        ("the storm reached the coast: on Monday.", "The storm reached the coast on Monday.", Change::Case),
        (
            "The council meets again on … the very new bridge",
            "The council meets again on Friday to vote on the budget for the new bridge",
            Change::WordsAdded,
        ),
        ("for the new bridge … The council meets", "for the new bridge", Change::PartsOutOfOrder),
    ] {
        assert_eq!(nearest(REPORT, quote), Some((words, change)), "{quote}");
    }
}

#[test]
fn the_difference_is_shown_in_the_letters_as_printed() {
    let quote = "Some 1,300 people were allowed";
    let nearest = Searchable::new(REPORT).nearest(quote).unwrap();
    let shown: Vec<(&str, &str)> =
        nearest.diff.iter().map(|part| (part.in_text.of(REPORT), part.in_quote.of(quote))).collect();
    assert_eq!(
        shown,
        [
            ("Some", "Some"),
            ("1,200", ""),
            ("", "1,300"),
            ("people were", "people were"),
            ("not", ""),
            ("allowed", "allowed")
        ]
    );
}

#[test]
fn a_fabricated_quotation_is_near_to_nothing() {
    for quote in [
        "Our ambassador was recalled because of the affair in spring",
        "the of and to",
        "parliament",
        "",
        "!!!",
        "…",
        "He asked the bank for a loan and was told to wait",
    ] {
        assert_eq!(nearest(REPORT, quote), None, "{quote}");
    }
    assert_eq!(nearest("", "some words here"), None);
}

#[test]
fn a_slip_in_a_single_word_is_found() {
    assert_eq!(nearest(REPORT, "budgte"), Some(("budget", Change::Typo)));
}
