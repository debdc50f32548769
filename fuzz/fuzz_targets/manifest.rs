//! Are files that come from elsewhere, a manifest, a briefing's data, a PDF, an edition, read or refused?
#![no_main]

use factum::edition;
use factum::provenance::{Manifest, Record, attached, outputs_listed};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(manifest) = Manifest::parse(bytes) {
        let again = Manifest::parse(manifest.text().as_bytes());
        assert_eq!(again.map(|one| one.text()).ok(), Some(manifest.text()));
        let _ = manifest.digest_of_lists();
    }
    let _ = (outputs_listed(bytes), Record::of_briefing(bytes), attached(bytes, "briefing.json"));
    if let Ok(text) = std::str::from_utf8(bytes)
        && let Err(flaw) = edition::read(text)
    {
        assert!(flaw.at <= text.len() && !flaw.message.is_empty());
    }
});
