//! Findings for a person at a terminal: pictures of both files, then what was checked.

use super::picture::picture;
use super::sheet::Sheet;
use super::{Look, coverage};
use crate::finding::Coverage;

/// Every finding as a picture, then one line of counts and one of coverage; without findings only the latter,
/// and only the former where nothing was checked.
pub(super) fn write(sheet: &Sheet<'_>, look: Look) -> String {
    let mut out = pictures(sheet, look);
    if !sheet.findings.is_empty() {
        out.push_str(&sheet.counts(0));
        out.push('\n');
    }
    // Findings that no check made come with no word on what was checked.
    let unchecked = !sheet.findings.is_empty() && *sheet.report.coverage == Coverage::default();
    if !unchecked {
        out.push_str(&coverage(sheet.report.coverage));
        out.push('\n');
    }
    out
}

/// Every finding as a picture, and nothing else.
pub(super) fn pictures(sheet: &Sheet<'_>, look: Look) -> String {
    let look = Look { width: look.width.clamp(40, 200), ..look };
    sheet.until_full(|finding| format!("{}\n", picture(sheet, finding, look)))
}

#[cfg(test)]
#[path = "human_tests.rs"]
mod tests;
