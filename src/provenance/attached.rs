//! What does a PDF carry under the name of an attached file?
//!
//! Reads the plain objects that Typst writes; a PDF that another program has rewritten may hide them, and then nothing
//! is found.

use std::fmt;

use super::inflate::inflate;

/// The most bytes that an attachment may have, so that a small PDF cannot take all memory.
const LIMIT: usize = 64 << 20;

/// How far behind a file's name the number of its object may stand.
const REACH: usize = 512;

/// Why an attachment cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AttachedTrouble {
    /// The PDF carries none of that name that can be seen.
    Absent,
    /// It carries more than one, or its object is written twice: who can say which one a reader gets.
    Twice,
    /// It is there, and its bytes are damaged.
    Damaged,
}

/// The attached file `name`.
///
/// # Errors
/// When there is none, or its own sum does not fit.
pub fn attached(pdf: &[u8], name: &str) -> Result<Vec<u8>, AttachedTrouble> {
    let entry = format!("/Type/Filespec/F({name})");
    let entry = only(pdf, entry.as_bytes())?.ok_or(AttachedTrouble::Absent)? + entry.len();
    let object = object_at(pdf, entry).ok_or(AttachedTrouble::Damaged)?;
    let object = format!("\n{object} 0 obj");
    let start = only(pdf, object.as_bytes())?.ok_or(AttachedTrouble::Damaged)?;
    stream(pdf.get(start..).unwrap_or_default()).ok_or(AttachedTrouble::Damaged)
}

/// How many files a PDF carries beside the `known` ones, and whether it was added to after its first end, as far as
/// can be seen.
#[must_use]
pub fn others(pdf: &[u8], known: usize) -> (usize, bool) {
    let files = count(pdf, b"/EmbeddedFile").saturating_sub(count(pdf, b"/EmbeddedFiles"));
    (files.saturating_sub(known), count(pdf, b"startxref") > 1)
}

fn count(text: &[u8], words: &[u8]) -> usize {
    text.windows(words.len()).filter(|window| *window == words).count()
}

/// The place of `words`, which may stand there but once.
fn only(pdf: &[u8], words: &[u8]) -> Result<Option<usize>, AttachedTrouble> {
    let Some(first) = find(pdf, words) else { return Ok(None) };
    let rest = pdf.get(first + 1..).unwrap_or_default();
    if find(rest, words).is_some() { Err(AttachedTrouble::Twice) } else { Ok(Some(first)) }
}

/// The number of the object that holds the bytes of the file whose name ends at `start`.
fn object_at(pdf: &[u8], start: usize) -> Option<u32> {
    let near = pdf.get(start..pdf.len().min(start + REACH))?;
    let after = near.get(find(near, b"/EF<</F ")? + 8..)?;
    number(after)
}

/// The bytes of the stream of the object that begins here.
fn stream(object: &[u8]) -> Option<Vec<u8>> {
    let head = object.get(..find(object, b"stream")?)?;
    let length = usize::try_from(number(head.get(find(head, b"/Length ")? + 8..)?)?).ok()?;
    let body = object.get(head.len() + 6..)?;
    let body = body.strip_prefix(b"\r").unwrap_or(body).strip_prefix(b"\n")?.get(..length)?;
    if find(head, b"/Filter/FlateDecode").is_some() {
        return inflate(body, LIMIT);
    }
    find(head, b"/Filter").is_none().then(|| body.to_vec())
}

fn number(text: &[u8]) -> Option<u32> {
    let digits = text.iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
    std::str::from_utf8(text.get(..digits)?).ok()?.parse().ok()
}

fn find(text: &[u8], words: &[u8]) -> Option<usize> {
    text.windows(words.len()).position(|window| window == words)
}

impl fmt::Display for AttachedTrouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Absent => "it carries none that can be seen",
            Self::Twice => "it carries more than one",
            Self::Damaged => "what it carries is damaged",
        })
    }
}

impl std::error::Error for AttachedTrouble {}

#[cfg(test)]
mod tests {
    use super::*;

    fn pdf(dictionary: &str, body: &str) -> Vec<u8> {
        format!(
            "%PDF-1.7\n7 0 obj\n<</Type/Filespec/F(a.json)/UF(a.json)/EF<</F 9 0 R/UF 9 0 R>>>>\nendobj\n\
             9 0 obj\n<</Length {}/Type/EmbeddedFile{dictionary}>>\nstream\n{body}\nendstream\nendobj\n%%EOF",
            body.len()
        )
        .into_bytes()
    }

    #[test]
    fn a_file_is_found_by_its_name() {
        assert_eq!(attached(&pdf("", "{}"), "a.json").unwrap(), b"{}");
        assert_eq!(attached(&pdf("", "{}"), "b.json"), Err(AttachedTrouble::Absent));
    }

    #[test]
    fn one_of_two_is_none() {
        let one = String::from_utf8(pdf("", "{}")).unwrap();
        let later = "\n7 0 obj\n<</Type/Filespec/F(a.json)/UF(a.json)/EF<</F 8 0 R>>>>\nendobj\n";
        assert_eq!(attached(format!("{one}{later}").as_bytes(), "a.json"), Err(AttachedTrouble::Twice));
        let changed = "\n9 0 obj\n<</Length 2>>\nstream\n[]\nendstream\nendobj\n";
        assert_eq!(attached(format!("{one}{changed}").as_bytes(), "a.json"), Err(AttachedTrouble::Twice));
    }

    #[test]
    fn what_cannot_be_read_is_damaged() {
        for dictionary in ["/Filter/FlateDecode", "/Filter/LZWDecode"] {
            assert_eq!(attached(&pdf(dictionary, "{}"), "a.json"), Err(AttachedTrouble::Damaged));
        }
    }

    #[test]
    fn a_cut_or_garbled_pdf_is_no_panic() {
        let whole = pdf("", "{}");
        for length in 0..whole.len() {
            let _ = attached(&whole[..length], "a.json");
        }
        assert_eq!(attached(b"", "a.json"), Err(AttachedTrouble::Absent));
        let _ = attached(&pdf("/Length 99999999999", "{}"), "a.json");
    }
}
