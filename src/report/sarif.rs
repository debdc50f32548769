//! Findings as SARIF 2.1.0, which code hosts and editors read.

use super::json::{coverage, inert};
use super::sheet::Sheet;
use super::{TEXT, printable};
use crate::finding::{Card, Finding, Mark, Severity};
use crate::span::floor_char_boundary;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// One run with all cards as rules and all findings as results.
pub(super) fn write(sheet: &Sheet<'_>) -> String {
    let cards = sheet.report.cards;
    let rules: Vec<_> = cards.iter().map(rule).collect();
    let ranks: BTreeMap<_, _> = cards.iter().enumerate().map(|(rank, card)| (card.name, rank)).collect();
    let mut fingerprints = Fingerprints::default();
    let results = sheet.findings.iter().map(|finding| {
        let mut result = result(sheet, finding);
        if let Some(rank) = ranks.get(finding.check) {
            result.insert("ruleIndex".to_owned(), json!(rank));
        }
        let print = fingerprints.of(sheet, finding);
        result.insert("partialFingerprints".to_owned(), json!({ "factumFinding/v1": print }));
        Value::Object(result)
    });
    inert(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": driver(rules) },
            "columnKind": "unicodeCodePoints",
            "results": results.collect::<Vec<_>>(),
            "properties": { "coverage": coverage(sheet.report.coverage) },
        }],
    }))
}

fn driver(rules: Vec<Value>) -> Map<String, Value> {
    let mut driver = Map::new();
    driver.insert("name".to_owned(), json!("factum"));
    driver.insert("version".to_owned(), json!(env!("CARGO_PKG_VERSION")));
    let home = env!("CARGO_PKG_REPOSITORY");
    if !home.is_empty() {
        driver.insert("informationUri".to_owned(), json!(home));
    }
    driver.insert("rules".to_owned(), Value::Array(rules));
    driver
}

fn rule(card: &Card) -> Value {
    json!({
        "id": card.name,
        "shortDescription": { "text": text(card.summary) },
        "fullDescription": { "text": text(card.summary) },
        "help": { "text": text(card.page), "markdown": braced(card.page) },
        "defaultConfiguration": { "level": level(card.severity) },
    })
}

fn result(sheet: &Sheet<'_>, finding: &Finding) -> Map<String, Value> {
    let help = finding.help.trim();
    let behind = if help.is_empty() { String::new() } else { format!("\nhelp: {}", said(help)) };
    let related = finding.seen.iter().filter_map(|mark| location(sheet, mark)).collect::<Vec<_>>();
    let related = related.into_iter().zip(1..).map(|(mut location, id)| {
        location.insert("id".to_owned(), json!(id));
        location
    });
    let mut result = Map::new();
    result.insert("ruleId".to_owned(), json!(finding.check));
    result.insert("level".to_owned(), json!(level(finding.severity)));
    result.insert("message".to_owned(), json!({ "text": format!("{}{behind}", said(&finding.message)) }));
    result
        .insert("locations".to_owned(), json!(location(sheet, &finding.at).into_iter().collect::<Vec<_>>()));
    result.insert("relatedLocations".to_owned(), json!(related.collect::<Vec<_>>()));
    result
}

fn location(sheet: &Sheet<'_>, mark: &Mark) -> Option<Map<String, Value>> {
    let file = sheet.file(mark)?;
    let (start, end) = sheet.ends(mark.spot);
    let physical = json!({
        "artifactLocation": { "uri": uri(&file.path) },
        "region": {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
            "byteOffset": mark.spot.span.start,
            "byteLength": mark.spot.span.len(),
        },
    });
    let mut location = Map::from_iter([("physicalLocation".to_owned(), physical)]);
    if !mark.label.trim().is_empty() {
        location.insert("message".to_owned(), json!({ "text": said(&mark.label) }));
    }
    Some(location)
}

const fn level(severity: Severity) -> &'static str {
    severity.word()
}

/// Words that may come from an input, on one line.
fn said(words: &str) -> String {
    text(&printable::line(words, TEXT))
}

/// Plain text by SARIF's rules, in which `{0}` would be a placeholder and `[words](3)` a link.
fn text(words: &str) -> String {
    braced(words).replace("](", "] (")
}

fn braced(words: &str) -> String {
    words.replace('{', "{{").replace('}', "}}")
}

/// A path as a relative reference, in which a colon would make a scheme.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

/// Names a finding by its code, file and words, so that it keeps its name when it moves to another line.
#[derive(Default)]
struct Fingerprints(BTreeMap<u64, usize>);

impl Fingerprints {
    fn of(&mut self, sheet: &Sheet<'_>, finding: &Finding) -> String {
        let words = sheet.report.files.words(finding.at.spot);
        let near = words.get(..floor_char_boundary(words, 256)).unwrap_or_default();
        let path = sheet.file(&finding.at).map_or("", |file| file.path.as_str());
        let print = fnv([finding.check, path, near]);
        let times = self.0.entry(print).or_default();
        *times += 1;
        format!("{print:016x}:{times}")
    }
}

/// The 64-bit FNV-1a of the parts, each closed by a byte that no text holds.
fn fnv(parts: [&str; 3]) -> u64 {
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([0xff]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_a_relative_reference() {
        assert_eq!(uri("seeds/a b:ü%.txt"), "seeds/a%20b%3A%C3%BC%25.txt");
    }

    #[test]
    fn words_of_an_article_make_neither_placeholders_nor_links() {
        assert_eq!(said("{0} [x](1)\n"), "{{0}} [x] (1)");
    }
}
