//! Which digest of facts and articles does a file name, told in few digits?

use crate::provenance::{DATA, Record, attached, colophon};

/// How many digits of a digest tell one from another for a reader.
const SHORT: usize = 16;

/// The first digits of the digest of facts and articles that a PDF, an HTML, a Markdown or a data file names.
pub(super) fn digest_named(bytes: &[u8]) -> Option<String> {
    if bytes.starts_with(b"%PDF-") {
        let data = attached(bytes, DATA).ok()?;
        return Record::of_briefing(&data).ok().map(|record| record.digest);
    }
    match Record::of_briefing(bytes) {
        Ok(record) => Some(record.digest),
        Err(_) => colophon(std::str::from_utf8(bytes).ok()?).map(str::to_owned),
    }
}

/// Its first digits.
pub(super) fn short(digest: &str) -> &str {
    digest.get(..SHORT).unwrap_or(digest)
}
