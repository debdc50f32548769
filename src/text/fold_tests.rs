//! Tests of folding: properties that hold for any text.

use proptest::prelude::*;

use super::*;
use crate::text::{Searchable, Selector, Status, Tier};

const FOLDS: [Fold; 5] = [Fold::TYPOGRAPHY, Fold::CASE, Fold::HYPHENATION, Fold::MARKUP, Fold::MARKUP_CASED];

#[rustfmt::skip]
const PIECES: [&str; 59] = [
    "word", "Wort", "слово", "国境", "1,000", "3.5", "e\u{301}", "é", "ﬁ", "²", "½", "\u{ad}", "\u{200b}",
    "\u{feff}", " ", "  ", "\n", "\r\n", "\n\n", "\u{a0}", "-", "-\n", "--", "–", "—", "'", "’", "\"", "“",
    "”", "``", ".", "...", ". . .", "…", "*", "**", "_", "[", "](#)", "]", "(", ")", "\\", "%", "İ", "ß",
    "ὈΔ", "\u{1100}\u{1161}", "[…]", "[sic]", "[t]he", ",", "U.S.", "not", "may", "\0", "🙂", "\u{301}",
];

/// Texts of words and of the signs that folding is about.
fn texts() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(&PIECES[..]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn each_passage_of_a_key_has_its_place_in_the_text(text in texts(), from in 0_usize..80, size in 1_usize..40) {
        for fold in FOLDS {
            let key = key(&text, fold);
            let Some(words) = key.text.get(from..from + size) else { continue };
            let raw = key.raw(Span::new(from, from + size));
            prop_assert!(text.get(raw.start..raw.end).is_some(), "{raw:?} of {text:?}");
            prop_assert!(!words.is_empty());
            prop_assert!(key.at_raw(raw.start) <= from);
        }
    }

    #[test]
    fn nothing_panics_and_spans_lie_between_characters(text in texts(), quote in texts(), beside in texts()) {
        let searchable = Searchable::new(&text);
        let located = searchable.locate(&Selector { quote: &quote, prefix: Some(&beside), suffix: None });
        let plain = searchable.locate(&Selector::of(&quote));
        for span in located.places.iter().chain(&located.gaps).chain(&plain.places).chain(&plain.gaps) {
            prop_assert!(text.get(span.start..span.end).is_some(), "{span:?}");
        }
        if let Some(nearest) = searchable.nearest(&quote) {
            prop_assert!(text.get(nearest.span.start..nearest.span.end).is_some());
            for part in nearest.diff {
                prop_assert!(text.get(part.in_text.start..part.in_text.end).is_some());
                prop_assert!(quote.get(part.in_quote.start..part.in_quote.end).is_some());
            }
        }
    }

    #[test]
    fn every_accepted_quotation_folds_to_its_passage(text in texts(), from in 0_usize..60, size in 1_usize..60) {
        let quote: String = text.chars().skip(from).take(size).collect();
        let located = Searchable::new(&text).locate(&Selector::of(&quote));
        let passage = located.span.map_or("", |span| span.of(&text));
        match located.status {
            Status::Exact => prop_assert_eq!(passage, quote.as_str()),
            Status::Normalised(Tier::Typography) => {
                let bare = |text: &str| folded(text, Fold::TYPOGRAPHY).replace(['"', '\'', ','], "");
                prop_assert_eq!(bare(passage), bare(&quote));
            }
            _ => {}
        }
    }

    #[test]
    fn rewrapping_a_text_changes_nothing(words in prop::collection::vec("[a-z]{1,9}|[1-9][0-9]{0,2}(,[0-9]{3})?", 4..30), breaks in any::<u32>()) {
        let plain = words.join(" ");
        let wrapped: String = words.iter().enumerate().map(|(at, word)| {
            let line_ends = breaks >> (at % 32) & 1 == 1;
            format!("{word}{}", if line_ends { "\r\n  " } else { " " })
        }).collect();
        let located = Searchable::new(&wrapped).locate(&Selector::of(&plain));
        prop_assert!(matches!(located.status, Status::Exact | Status::Normalised(Tier::Typography)));
        prop_assert_eq!(located.span.map(|span| span.of(&wrapped)), Some(wrapped.trim_end()));
    }

    #[test]
    fn a_changed_letter_digit_or_sign_breaks_the_match(
        words in prop::collection::vec("[a-z]{2,9}|[1-9][0-9]{0,2}(,[0-9]{3})?%?|-[1-9]|[$€][1-9][0-9]", 4..20),
        at in any::<prop::sample::Index>(),
        other in prop::sample::select(vec!['a', 'q', 'é', '0', '7', '%', '+', '$', 'й', '~']),
    ) {
        let text = words.join(" ");
        let mut letters: Vec<char> = text.chars().collect();
        let at = at.index(letters.len());
        if letters[at] == ' ' || letters[at] == other {
            return Ok(());
        }
        letters[at] = other;
        let quote: String = letters.into_iter().collect();
        prop_assert_eq!(Searchable::new(&text).locate(&Selector::of(&quote)).status, Status::NotFound);
    }
}

#[test]
fn markup_and_hyphens_may_meet() {
    assert_eq!(folded("a *well-\nknown* [re-\nport](x)", Fold::MARKUP), "a wellknown report");
    assert_eq!(folded("“Straße” -- ΟΔΟΣ", Fold::CASE), "\"strasse\" - οδοσ");
    assert_eq!(folded(" a \u{a0}b\u{ad}c ", Fold::TYPOGRAPHY), "a bc");
}
