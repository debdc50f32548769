//! Does anything at all make reading panic, or name a place that is not there?

use proptest::prelude::*;

use super::{EVERYTHING, read_text};
use crate::facts::CODES;

fn holds(text: &str) -> Result<(), TestCaseError> {
    let (files, base) = read_text(text);
    let Err(errors) = base else { return Ok(()) };
    prop_assert!(!errors.is_empty() && errors.len() <= 100);
    for error in errors {
        prop_assert!(CODES.iter().any(|(code, _)| *code == error.check), "{}", error.check);
        prop_assert!(!error.message.is_empty() && !error.help.is_empty());
        prop_assert!(error.message.chars().count() < 300, "{}", error.message);
        for mark in error.seen.iter().chain([&error.at]) {
            let file = files.get(mark.spot.file).unwrap();
            prop_assert_eq!(&file.path, "facts.yaml");
            prop_assert!(
                file.text.get(mark.spot.span.start..mark.spot.span.end).is_some(),
                "{} {:?}",
                error.message,
                mark
            );
        }
    }
    Ok(())
}

/// A piece of YAML, of the kind that makes trouble.
fn piece() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec![
        "title: ",
        "as-of: 2021\n",
        "facts:\n",
        "  f:\n",
        "    claim: x\n",
        "    evidence:\n",
        "      - a: b\n",
        "- ",
        "? ",
        ": ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "'",
        "\"",
        "\\",
        "|\n",
        ">-\n",
        "&a ",
        "*a ",
        "!!str ",
        "!",
        "#",
        " ",
        "\t",
        "\n",
        "\r\n",
        "\r",
        "---\n",
        "...\n",
        "%YAML 1.2\n",
        "%T",
        "<<: ",
        "~",
        "null",
        "é",
        "\u{FEFF}",
        "\u{202E}",
        "\u{200D}",
        "\u{0}",
        "\u{85}",
        "x",
        "20,000",
        "\\u12",
        "\\xZ",
        "source: ",
        "quote: ",
        "sources:\n",
        "unknowns:\n",
        "  ",
    ])
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in ".{0,80}") {
        holds(&text)?;
    }

    #[test]
    fn any_pieces_of_yaml_are_read_or_refused(pieces in proptest::collection::vec(piece(), 0..40)) {
        holds(&pieces.concat())?;
    }

    #[test]
    fn a_file_with_a_slip_is_read_or_refused(at in 0..EVERYTHING.len(), len in 0..8usize, piece in piece()) {
        let mut text = EVERYTHING.to_owned();
        text.replace_range(at..(at + len).min(text.len()), piece);
        holds(&text)?;
    }

    #[test]
    fn a_file_that_breaks_off_is_read_or_refused(at in 0..EVERYTHING.len()) {
        holds(EVERYTHING.get(..at).unwrap())?;
    }
}

#[test]
fn hostile_texts_are_refused_at_once() {
    for text in
        ["[", "{a: ", "- ", "? ", "!a ", "&a ", "'", "\"", "a: ", ": ", "%A\n", "\u{7}", "{", "a:\n ", "[a,"]
    {
        holds(&text.repeat(100_000)).unwrap();
        holds(&format!("title: {}", text.repeat(100_000))).unwrap();
    }
    let deep: String = (0..2000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    holds(&deep).unwrap();
}
