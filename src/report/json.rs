//! Findings as JSON, for programs: a shape that only grows.
//!
//! ```json
//! {"version": 1,
//!  "findings": [{"check": "quote-not-found", "severity": "error", "message": "…", "help": "…",
//!                "at": {"path": "facts.yaml", "line": 14, "column": 25, "end_line": 14, "end_column": 31,
//!                       "start_byte": 301, "end_byte": 307, "label": "this differs"},
//!                "seen": [{"path": "seeds/reuters.txt", …}]}],
//!  "coverage": {"facts": 31, "articles": 5, "quotations": 165, "tiers": [{"tier": "exact", "count": 136}],
//!               "failed": 0, "disclosed": 12, "undisclosed": 0, "accepted": 0, "untold": []}}
//! ```
//!
//! Lines and columns count characters from one, bytes from zero; ends lie behind the last. `at` is null if a
//! finding has no place.

use super::sheet::Sheet;
use super::{TEXT, printable};
use crate::finding::{Coverage, Finding, Mark, Severity};
use serde_json::{Value, json};

/// The whole report, its lists in a fixed order.
pub(super) fn write(sheet: &Sheet<'_>) -> String {
    let findings: Vec<_> = sheet.findings.iter().map(|one| finding(sheet, one)).collect();
    inert(&json!({ "version": 1, "findings": findings, "coverage": coverage(sheet.report.coverage) }))
}

/// What was checked, as JSON.
pub(super) fn coverage(coverage: &Coverage) -> Value {
    let Coverage { facts, articles, quotations, tiers, failed, disclosed, undisclosed, accepted, untold } =
        coverage;
    let tiers: Vec<_> = tiers.iter().map(|(tier, count)| json!({ "tier": tier, "count": count })).collect();
    json!({
        "facts": facts, "articles": articles, "quotations": quotations, "tiers": tiers, "failed": failed,
        "disclosed": disclosed, "undisclosed": undisclosed, "accepted": accepted,
        "untold": untold.iter().map(counted).collect::<Vec<_>>(),
    })
}

fn counted(((check, severity), count): (&(&'static str, Severity), &usize)) -> Value {
    json!({ "check": check, "severity": severity.word(), "count": count })
}

/// JSON that says the same and does nothing in a terminal or a build's log: what is unsafe there is escaped.
#[must_use]
pub fn inert(value: &Value) -> String {
    let pretty = format!("{value:#}\n");
    let mut out = String::with_capacity(pretty.len());
    for glyph in printable::glyphs(&pretty) {
        if glyph.safe || glyph.character == '\n' {
            out.push(glyph.character);
            continue;
        }
        // Outside its strings JSON has only safe characters and line breaks.
        for unit in glyph.character.encode_utf16(&mut [0; 2]) {
            out.push_str(&format!("\\u{unit:04x}"));
        }
    }
    out
}

fn finding(sheet: &Sheet<'_>, finding: &Finding) -> Value {
    let Finding { check, severity, message, at, seen, help } = finding;
    json!({
        "check": check,
        "severity": severity.word(),
        "message": printable::cut(message, TEXT),
        "help": printable::cut(help, TEXT),
        "at": mark(sheet, at),
        "seen": seen.iter().filter_map(|one| mark(sheet, one)).collect::<Vec<_>>(),
    })
}

fn mark(sheet: &Sheet<'_>, mark: &Mark) -> Option<Value> {
    let file = sheet.file(mark)?;
    let (start, end) = sheet.ends(mark.spot);
    Some(json!({
        "path": file.path,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "start_byte": mark.spot.span.start,
        "end_byte": mark.spot.span.end,
        "label": printable::cut(&mark.label, TEXT),
    }))
}
