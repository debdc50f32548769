//! How does a date stand in print?

use super::view::Day;
use crate::date::{Bound, Edtf};

/// A date for machines and for readers.
pub(super) fn of(edtf: &Edtf) -> Day {
    let bounds = edtf.bounds();
    Day {
        edtf: edtf.as_str().to_owned(),
        text: edtf.english(),
        weekday: edtf.english_with_weekday(),
        first: iso(bounds.min),
        last: iso(bounds.max),
    }
}

/// An EDTF text in words; as written if it is none.
pub(super) fn in_words(written: &str) -> String {
    Edtf::parse_fact(written).map_or_else(|_| written.to_owned(), |edtf| edtf.english())
}

fn iso(bound: Bound) -> String {
    bound.day().map(|day| day.to_string()).unwrap_or_default()
}
