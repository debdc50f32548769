//! Which words of a text say a date, and which days can they mean?
#![no_main]

use factum::date::{Edtf, find, resolve};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let published = Edtf::day(2021, 7, 8).as_ref().map(Edtf::bounds);
    let mut end = 0;
    for said in find(text) {
        assert!(said.span.start >= end && text.get(said.span.start..said.span.end).is_some());
        end = said.span.end;
        for reference in [None, published] {
            for reading in resolve(&said, text, reference).candidates {
                let ends = reading.min.day().zip(reading.max.day());
                assert!(ends.is_none_or(|(min, max)| min <= max), "{reading}");
                assert!(!reading.english().is_empty());
            }
        }
    }
});
