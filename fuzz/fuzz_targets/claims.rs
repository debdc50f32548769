//! Does a quotation, the first line, bear a claim out, the rest?
#![no_main]

use factum::date::Edtf;
use factum::dossier::grounding::{Claim, Quoted, ground};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &str| {
    let (quotation, claim) = input.split_once('\n').unwrap_or((input, input));
    let published = Edtf::day(2021, 7, 8);
    for published in [None, published.as_ref()] {
        let quoted = Quoted { text: quotation, published };
        for flaw in ground(&quoted, &Claim { text: claim, date: None }) {
            assert!(flaw.claim.is_none_or(|span| claim.get(span.start..span.end).is_some()));
            assert!(flaw.quotation.is_none_or(|span| quotation.get(span.start..span.end).is_some()));
        }
    }
});
