//! Is this a PDF that a reader can open: a head, an end, an index where the end says, and a page?

use super::trouble::TypstTrouble;

/// Takes a PDF, or says what it lacks.
pub(super) fn check_pdf(bytes: &[u8]) -> Result<(), TypstTrouble> {
    if !bytes.starts_with(b"%PDF-") {
        let start = bytes.get(..bytes.len().min(40)).unwrap_or_default();
        return Err(TypstTrouble::NotPdf { start: String::from_utf8_lossy(start).into_owned() });
    }
    let Some(before) = bytes.trim_ascii_end().strip_suffix(b"%%EOF") else {
        return Err(TypstTrouble::CutShort);
    };
    if !index(before).and_then(|at| bytes.get(at..)).is_some_and(is_index) {
        return Err(TypstTrouble::NoIndex);
    }
    if !has_page(bytes) {
        return Err(TypstTrouble::NoPage);
    }
    Ok(())
}

/// The place that the last line before the end names: `startxref`, and a number.
fn index(before: &[u8]) -> Option<usize> {
    let before = before.trim_ascii_end();
    let digits = before.iter().rev().take(20).take_while(|byte| byte.is_ascii_digit()).count();
    let (head, number) = before.split_at_checked(before.len() - digits)?;
    head.trim_ascii_end().strip_suffix(b"startxref")?;
    std::str::from_utf8(number).ok()?.parse().ok()
}

/// An index is a table, `xref`, or an object, `12 0 obj`.
fn is_index(bytes: &[u8]) -> bool {
    let mut words = bytes.get(..bytes.len().min(40)).unwrap_or_default().split(u8::is_ascii_whitespace);
    let mut number =
        || words.next().is_some_and(|word| !word.is_empty() && word.iter().all(u8::is_ascii_digit));
    bytes.starts_with(b"xref")
        || (number() && number() && words.next().is_some_and(|w| w.starts_with(b"obj")))
}

/// Whether a page stands in it, in plain sight or in a stream of objects.
fn has_page(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some(at) = rest.windows(5).position(|window| window == b"/Type") {
        rest = rest.get(at + 5..).unwrap_or_default();
        let name = rest.trim_ascii_start();
        let page = name.starts_with(b"/Page") && !name.get(5).is_some_and(u8::is_ascii_alphanumeric);
        if page || name.starts_with(b"/ObjStm") {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pdf(page: &str, index: &str) -> Result<(), TypstTrouble> {
        check_pdf(format!("%PDF-1.7\n{page}\nxref\n0 1\nstartxref\n{index}\n%%EOF\n").as_bytes())
    }

    #[test]
    fn a_pdf_has_an_index_and_a_page() {
        assert_eq!(pdf("<</Type/Page>>", "24"), Ok(()));
        assert_eq!(pdf("<</Type /Page/Parent 1 0 R>>", "38"), Ok(()));
        assert_eq!(pdf("9 0 obj <</Type/XRef>> <</Type/ObjStm>>", "9"), Ok(()));
    }

    #[test]
    fn an_index_that_leads_nowhere_is_none() {
        for index in ["", "0", "25", "99999", "99999999999999999999999999", "-1", "x", "24 24"] {
            assert_eq!(pdf("<</Type/Page>>", index), Err(TypstTrouble::NoIndex), "{index}");
        }
        assert_eq!(check_pdf(b"%PDF-1.7 %%EOF"), Err(TypstTrouble::NoIndex));
        assert_eq!(check_pdf(b"%PDF-%%EOF"), Err(TypstTrouble::NoIndex));
    }

    #[test]
    fn a_list_of_pages_is_no_page() {
        assert_eq!(pdf("<</Type/Pages>>", "25"), Err(TypstTrouble::NoPage));
        assert_eq!(pdf("", "10"), Err(TypstTrouble::NoPage));
    }
}
