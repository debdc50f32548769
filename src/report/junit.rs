//! Findings as JUnit XML, for build servers that show tests: each check is a test.

use super::printable;
use super::sheet::{Sheet, counts, plural};
use super::{HELP, MESSAGE};
use crate::finding::{Finding, Severity};
use std::collections::BTreeMap;

/// One test case for each check, failed if it found an error; warnings and notes go to the case's output.
pub(super) fn write(sheet: &Sheet<'_>) -> String {
    let mut found: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in &sheet.findings {
        found.entry(finding.check).or_default().push(finding);
    }
    let mut names: Vec<_> = sheet.report.cards.iter().map(|card| card.name).collect();
    // Not every finding comes from a check with a card: the facts may be unreadable.
    let strangers: Vec<_> = found.keys().copied().filter(|name| !names.contains(name)).collect();
    names.extend(strangers);
    let cases: Vec<_> =
        names.iter().map(|name| case(sheet, name, found.get(name).map_or(&[], Vec::as_slice))).collect();
    let failures = names.iter().filter(|name| found.get(**name).is_some_and(|found| fails(found))).count();
    let counts =
        format!("tests=\"{}\" failures=\"{failures}\" errors=\"0\" skipped=\"0\" time=\"0\"", names.len());
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"factum\" {counts}>\n  \
         <testsuite name=\"factum check\" {counts}>\n{}  </testsuite>\n</testsuites>\n",
        cases.concat()
    )
}

fn fails(found: &[&Finding]) -> bool {
    found.iter().any(|finding| finding.severity == Severity::Error)
}

fn case(sheet: &Sheet<'_>, name: &str, found: &[&Finding]) -> String {
    let open = format!("    <testcase classname=\"factum.check\" name=\"{}\" time=\"0\"", escaped(name));
    if found.is_empty() {
        return format!("{open}/>\n");
    }
    let (errors, others): (Vec<&Finding>, Vec<&Finding>) =
        found.iter().partition(|finding| finding.severity == Severity::Error);
    let untold = untold(sheet, name);
    format!("{open}>\n{}{}{untold}    </testcase>\n", failure(sheet, &errors), output(sheet, &others))
}

/// One element whatever the number: most readers show only a case's first.
fn failure(sheet: &Sheet<'_>, errors: &[&Finding]) -> String {
    let Some(first) = errors.first() else { return String::new() };
    let message = match errors.len() {
        1 => printable::line(&first.message, MESSAGE),
        _ => counts(errors),
    };
    let message = escaped(&message);
    format!("      <failure type=\"error\" message=\"{message}\">{}</failure>\n", body(sheet, errors))
}

fn output(sheet: &Sheet<'_>, others: &[&Finding]) -> String {
    if others.is_empty() {
        return String::new();
    }
    format!("      <system-out>{}</system-out>\n", body(sheet, others))
}

/// How many findings of the check are only counted.
fn untold(sheet: &Sheet<'_>, name: &str) -> String {
    let own = sheet.report.coverage.untold.iter().filter(|((check, _), _)| *check == name);
    let own: Vec<String> = own.map(|((_, weight), count)| plural(*count, weight.word())).collect();
    if own.is_empty() {
        return String::new();
    }
    format!("      <system-err>and more of this check: {}</system-err>\n", own.join(", "))
}

fn body(sheet: &Sheet<'_>, findings: &[&Finding]) -> String {
    let lines = findings.iter().map(|finding| {
        let message = printable::line(&finding.message, MESSAGE);
        let help = printable::line(&finding.help, HELP);
        let line =
            format!("{}: {}: {message}\n  help: {help}", sheet.address(&finding.at), finding.severity.word());
        escaped(line.trim_end_matches("\n  help: "))
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// XML's own escapes; what XML cannot hold at all is written out as `\u{…}` before.
fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('"', "&quot;").replace('\'', "&apos;")
}
