//! Findings as workflow commands, which GitHub shows beside the lines of a pull request.

use super::sheet::Sheet;
use super::{HELP, LABEL, MESSAGE, SEEN, printable};
use crate::finding::{Finding, Mark, Severity};

/// `::error file=…,line=…,col=…,endLine=…,endColumn=…,title=…::message`, a line each.
pub(super) fn write(sheet: &Sheet<'_>) -> String {
    sheet.until_full(|finding| {
        let mut properties = place(sheet, &finding.at);
        properties.push(("title", finding.check.to_owned()));
        let properties = properties.iter().map(|(name, value)| format!("{name}={}", property(value)));
        let properties = properties.collect::<Vec<_>>().join(",");
        format!("::{} {properties}::{}\n", command(finding.severity), data(&message(sheet, finding)))
    })
}

const fn command(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    }
}

fn place(sheet: &Sheet<'_>, mark: &Mark) -> Vec<(&'static str, String)> {
    let Some(file) = sheet.file(mark) else { return Vec::new() };
    let (start, end) = sheet.ends(mark.spot);
    let mut properties =
        vec![("file", printable::line(&file.path, MESSAGE)), ("line", start.line.to_string())];
    // GitHub takes columns only where both ends stand in one line.
    if start.line == end.line {
        properties.push(("col", start.column.to_string()));
        properties.push(("endLine", end.line.to_string()));
        properties.push(("endColumn", end.column.to_string()));
    } else {
        properties.push(("endLine", end.line.to_string()));
    }
    properties
}

/// The message, where its proof stands, and the help, a line each.
fn message(sheet: &Sheet<'_>, finding: &Finding) -> String {
    let mut lines = vec![printable::line(&finding.message, MESSAGE)];
    for mark in finding.seen.iter().take(SEEN) {
        let label = printable::line(&mark.label, LABEL);
        lines.push(format!("see {}: {label}", sheet.address(mark)).trim_end_matches(": ").to_owned());
    }
    let help = printable::line(&finding.help, HELP);
    if !help.is_empty() {
        lines.push(format!("help: {help}"));
    }
    lines.join("\n")
}

/// GitHub's escapes behind the second `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// GitHub's escapes before the second `::`.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
