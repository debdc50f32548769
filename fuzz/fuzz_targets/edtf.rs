//! Is a text a date in EDTF, and is it taught what it should have been?
#![no_main]

use factum::date::Edtf;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|written: &str| {
    for read in [Edtf::parse(written), Edtf::parse_fact(written)] {
        match read {
            Ok(date) => {
                let bounds = date.bounds();
                let ends = bounds.min.day().zip(bounds.max.day());
                assert!(ends.is_none_or(|(min, max)| min <= max), "{written}: {bounds}");
                assert!(!date.english().is_empty() && !date.english_with_weekday().is_empty());
                assert_eq!(date.as_str(), written);
                let _ = (date.kind(), date.single_day(), date.sort_key(), date.stretches());
            }
            Err(error) => assert!(!error.message.is_empty() && !error.help.is_empty()),
        }
    }
});
