//! Is a quotation, the first line, found in a text, the rest, or the nearest passage shown?
#![no_main]

use factum::text::{Searchable, Selector, names_in, quoted, sentences, shared_runs};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &str| {
    let (quote, text) = input.split_once('\n').unwrap_or((input, input));
    let searchable = Searchable::new(text);
    let located = searchable.locate(&Selector::of(quote));
    for place in located.places.iter().chain(&located.span).chain(&located.gaps) {
        assert!(text.get(place.start..place.end).is_some(), "{place:?} is no place of the text");
    }
    if let Some(nearest) = searchable.nearest(quote) {
        assert!(text.get(nearest.span.start..nearest.span.end).is_some());
        for part in &nearest.diff {
            assert!(quote.get(part.in_quote.start..part.in_quote.end).is_some());
            assert!(text.get(part.in_text.start..part.in_text.end).is_some());
        }
    }
    for span in sentences(text).into_iter().chain(names_in(text).into_iter().map(|name| name.span)) {
        assert!(text.get(span.start..span.end).is_some());
    }
    let other = Searchable::new(quote);
    let _ = (quoted(text), shared_runs(&searchable, &other, 3));
    // What stands there word for word is found.
    if !text.trim().is_empty() && text.len() < 4096 {
        let whole = searchable.locate(&Selector::of(text)).span;
        assert!(whole.is_some(), "a text is not found in itself");
    }
});
