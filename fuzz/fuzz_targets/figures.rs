//! Which figures stand in a text, and do those of two texts agree?
#![no_main]

use factum::figure::{agreement, best, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &str| {
    let (claim, source) = input.split_once('\n').unwrap_or((input, input));
    let (mine, theirs) = (read(claim), read(source));
    for figure in &mine {
        assert!(claim.get(figure.span.start..figure.span.end).is_some(), "{figure:?}");
        assert!(!figure.as_written(claim).is_empty());
        assert!(figure.low.zip(figure.high).is_none_or(|(low, high)| low <= high), "{figure:?}");
        let (support, found) = best(figure, &theirs);
        assert!(found.is_some() || !support.holds());
        for other in theirs.iter().take(64) {
            assert_eq!(agreement(figure, other), agreement(other, figure), "{figure:?} {other:?}");
        }
    }
});
