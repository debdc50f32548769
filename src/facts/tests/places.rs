//! Do places lead to the words?

use proptest::prelude::*;

use super::{EVERYTHING, HEAD, read_well};
use crate::facts::{FactBase, Placed, Text, within};
use crate::span::{Files, Span};

fn part<'a>(files: &'a Files, text: &Text, words: &str) -> &'a str {
    let start = text.value.find(words).unwrap();
    files.words(within(files, text, Span::new(start, start + words.len())))
}

fn summary(yaml: &str) -> (Files, Text) {
    let (files, base) = read_well(&format!("{HEAD}summary: {yaml}"));
    (files, base.summary.unwrap())
}

#[test]
fn every_place_is_in_the_file_that_was_read() {
    let (_, base) = read_well(EVERYTHING);
    assert!(!format!("{base:?}").contains("FileId(0)"));
}

#[test]
fn a_scalar_is_placed_with_its_marks_and_without_the_lines_after_it() {
    let (files, base) =
        read_well(&format!("{HEAD}summary: >\n  one\n  two\n\n# comment\nissuer: \"the desk\" # it\n"));
    assert_eq!(files.words(base.summary.unwrap().at), "one\n  two");
    let issuer = base.issuer.unwrap();
    assert_eq!(files.words(issuer.at), "\"the desk\"");
    assert_eq!(files.place(issuer.at), "facts.yaml:8:9");
    assert_eq!(part(&files, &issuer, "the desk"), "the desk");
}

#[test]
fn places_hold_after_a_byte_order_mark_and_with_carriage_returns() {
    let (files, base) =
        read_well("\u{FEFF}title: 'it''s'\r\nas-of: 2021\r\nsummary: >-\r\n  da ß\r\n  hier\r\n");
    assert_eq!(files.words(base.title.at), "'it''s'");
    assert_eq!(part(&files, &base.title, "'s"), "''s");
    let summary = base.summary.unwrap();
    assert_eq!(summary.value, "da ß hier");
    assert_eq!(part(&files, &summary, "ß hier"), "ß\r\n  hier");
}

#[test]
fn carriage_returns_and_a_byte_order_mark_change_no_value() {
    let (_, base) = read_well(EVERYTHING);
    let (_, other) = read_well(&format!("\u{FEFF}{}", EVERYTHING.replace('\n', "\r\n")));
    let values = |base: &FactBase| -> Vec<String> {
        let quotations = base.quotations().map(|quotation| &quotation.quote);
        base.prose().chain(quotations).map(|text| text.value.clone()).collect()
    };
    assert_eq!(values(&base), values(&other));
}

#[test]
fn words_are_found_in_every_notation() {
    for yaml in [
        "a bb ccc\n",
        "a\n  bb\n\n  ccc\n",
        "'a bb\n  ccc'\n",
        "\"a\n\n  bb ccc\"\n",
        ">-\n  a\n  bb\n  ccc\n",
        "|\n  a\n    bb\n\n  ccc\n",
        ">2-\n   a\n  bb\n  ccc\n",
    ] {
        let (files, text) = summary(yaml);
        for words in ["a", "bb", "ccc"] {
            assert_eq!(part(&files, &text, words), words, "{yaml}");
        }
    }
}

#[test]
fn a_block_that_begins_with_a_quotation_mark_is_not_quoted() {
    let (files, text) = summary(">-\n  \"Do it's\n  part\"\n");
    assert_eq!(part(&files, &text, "Do it's part"), "Do it's\n  part");
    assert_eq!(part(&files, &text, "\"Do"), "\"Do");
}

#[test]
fn escapes_are_followed() {
    let (files, text) = summary("\"a\\\"b \\u00e9\\x41\\U0001F600\\uD83D\\uDE00 c\\\n   d \\ne\\\\\"\n");
    assert_eq!(text.value, "a\"b éA😀😀 cd \ne\\");
    assert_eq!(part(&files, &text, "\"b"), "\\\"b");
    assert_eq!(part(&files, &text, "éA"), "\\u00e9\\x41");
    assert_eq!(part(&files, &text, "😀😀 c"), "\\U0001F600\\uD83D\\uDE00 c");
    assert_eq!(part(&files, &text, "d"), "d");
    assert_eq!(part(&files, &text, "e\\"), "e\\\\");
    let (files, text) = summary("\"a—\\n\"\n");
    assert_eq!(part(&files, &text, "—"), "—");
}

#[test]
fn no_words_have_a_place_without_length() {
    let (files, text) = summary("'a bb'\n");
    let spot = within(&files, &text, Span::new(2, 2));
    assert!(spot.span.is_empty());
    assert_eq!(files.place(spot), "facts.yaml:3:13");
    assert_eq!(files.place(within(&files, &text, Span::new(4, 4))), "facts.yaml:3:15");
    assert_eq!(files.words(within(&files, &text, Span::new(0, 99))), "a bb");
}

#[test]
fn a_hundred_thousand_places_of_one_long_text_are_found_in_one_walk() {
    for yaml in [
        format!("|\n  {}\n", "one 'two' ü ".repeat(100_000)),
        format!("'{}'\n", "one ''two'' ü ".repeat(100_000)),
    ] {
        let (files, text) = summary(&yaml);
        let placed = Placed::of(&files, &text);
        for (at, word) in text.value.match_indices("two").chain(text.value.match_indices('ü')) {
            assert_eq!(files.words(placed.place(Span::new(at, at + word.len()))), word);
        }
    }
}

/// Words with the marks and letters that make trouble.
fn words() -> impl Strategy<Value = Vec<(String, usize)>> {
    let word = proptest::string::string_regex("[a-z0-9'\"“”é—,.\\\\ж😀#:%-]{1,6}").unwrap();
    proptest::collection::vec((word, 0..4usize), 1..8)
}

fn joined(words: &[(String, usize)], breaks: [&str; 4]) -> String {
    let mut text = String::new();
    for (at, (word, gap)) in words.iter().enumerate() {
        if at > 0 {
            text.push_str(breaks[*gap]);
        }
        text.push_str(word);
    }
    text
}

fn notations(words: &[(String, usize)]) -> Vec<String> {
    let lines = joined(words, [" ", "  ", "\n  ", "\n\n  "]);
    let crlf = lines.replace('\n', "\r\n");
    let single = lines.replace('\'', "''");
    let double = lines.replace('\\', "\\\\").replace('"', "\\\"");
    let escaped = joined(words, [" \\n ", "\\t ", "\\\n   ", " \\\n\n  "]);
    let hex: String = lines
        .chars()
        .map(|c| {
            if c == 'ж' {
                "\\u0436".to_owned()
            } else if "\\\"".contains(c) {
                format!("\\x{:02x}", u32::from(c))
            } else {
                c.to_string()
            }
        })
        .collect();
    vec![
        lines.clone(),
        format!(">-\n  {lines}"),
        format!("|\n  {lines}"),
        format!("|+\n  {crlf}"),
        format!(">\r\n  {crlf}"),
        format!("'{single}'"),
        format!("\"{double}\""),
        format!("\"{escaped}\""),
        format!("\"{hex}\""),
    ]
}

proptest! {
    #[test]
    fn every_letter_of_a_value_is_placed_at_itself(words in words()) {
        for yaml in notations(&words) {
            let yaml = format!("{HEAD}summary: {yaml}\nissuer: x\n");
            let (files, base) = super::read_text(&yaml);
            let Ok(base) = base else { continue };
            let text = base.summary.unwrap();
            for (at, letter) in text.value.char_indices().filter(|(_, letter)| !letter.is_whitespace()) {
                let found = files.words(within(&files, &text, Span::new(at, at + letter.len_utf8())));
                let written = found.starts_with(['\\']) || found == "''" || found.chars().eq([letter]);
                prop_assert!(written && !found.is_empty(), "{letter} is not {found} in {yaml}");
            }
        }
    }

    #[test]
    fn blocks_and_quoted_texts_can_hold_any_words(words in words()) {
        for yaml in notations(&words).iter().filter(|yaml| yaml.starts_with(['|', '>'])) {
            let yaml = format!("{HEAD}summary: {yaml}\n");
            let (files, base) = super::read_text(&yaml);
            prop_assert!(base.is_ok(), "{yaml:?} {:?}", base.unwrap_err());
            let text = base.unwrap().summary.unwrap();
            let spot = within(&files, &text, Span::new(0, text.value.len()));
            prop_assert_eq!(spot, text.at);
        }
    }
}
