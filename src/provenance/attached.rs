//! What does a PDF carry under the name of an attached file?
//!
//! Reads the plain objects that Typst writes; a PDF that another program has rewritten may hide them, and then nothing
//! is found.

use std::fmt;

use super::inflate::inflate;

/// The most bytes that an attachment may have.
const LIMIT: usize = 256 << 20;

/// How far behind a file's name the number of its object may stand.
const REACH: usize = 512;

/// Why an attachment cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AttachedTrouble {
    /// The PDF carries none of that name that can be seen.
    Absent,
    /// It is there, and its bytes are damaged.
    Damaged,
}

/// The attached file `name`.
///
/// # Errors
/// When there is none, or its own sum does not fit.
pub fn attached(pdf: &[u8], name: &str) -> Result<Vec<u8>, AttachedTrouble> {
    let object = object_of(pdf, name).ok_or(AttachedTrouble::Absent)?;
    let start = rfind(pdf, format!("\n{object} 0 obj").as_bytes()).ok_or(AttachedTrouble::Damaged)?;
    stream(pdf.get(start..).unwrap_or_default()).ok_or(AttachedTrouble::Damaged)
}

/// The number of the object that holds the bytes of the file `name`.
fn object_of(pdf: &[u8], name: &str) -> Option<u32> {
    let entry = format!("/Type/Filespec/F({name})");
    let start = find(pdf, entry.as_bytes())? + entry.len();
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

fn rfind(text: &[u8], words: &[u8]) -> Option<usize> {
    text.windows(words.len()).rposition(|window| window == words)
}

impl fmt::Display for AttachedTrouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Absent => "it carries no data that can be seen",
            Self::Damaged => "the data that it carries are damaged",
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
