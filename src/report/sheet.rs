//! What is shown, in which order, and where it stands.

use std::collections::BTreeMap;

use super::{Report, printable};
use crate::finding::{Finding, Mark, Severity};
use crate::span::{File, FileId, Files, Place, Spot, floor_char_boundary};

/// The most bytes of findings that one report for people holds; its last lines have room beside them.
const ROOM: usize = 63 * 1024;
/// The most characters of a path.
const PATH: usize = 300;

/// A report made ready for printing: sorted, without repetitions, every place known.
pub(super) struct Sheet<'a> {
    /// The report as it came.
    pub(super) report: &'a Report<'a>,
    /// Its findings by path, place and code.
    pub(super) findings: Vec<&'a Finding>,
    places: Vec<((FileId, usize), Place)>,
}

impl<'a> Sheet<'a> {
    /// Sorts the findings and looks up all their places in one walk through each file.
    pub(super) fn new(report: &'a Report<'a>) -> Self {
        let findings = in_order(report);
        let mut offsets: Vec<_> = findings.iter().flat_map(|finding| marks(finding)).flat_map(ends).collect();
        offsets.sort_unstable();
        offsets.dedup();
        Self { report, findings, places: places(report.files, &offsets) }
    }

    /// The file at which `mark` points; none if it points nowhere.
    pub(super) fn file(&self, mark: &Mark) -> Option<&'a File> {
        self.report.files.get(mark.spot.file)
    }

    /// The first place of `spot`, and the place after its last.
    pub(super) fn ends(&self, spot: Spot) -> (Place, Place) {
        let start = self.place(spot.file, spot.span.start);
        (start, self.place(spot.file, spot.span.end).max(start))
    }

    /// `path:line:column` fit for a terminal; a dash for a mark that points nowhere.
    pub(super) fn address(&self, mark: &Mark) -> String {
        let Some(file) = self.file(mark) else { return "-".to_owned() };
        let path = printable::line(&file.path, PATH);
        // Build servers take a line that begins with two colons for a command.
        let here = if path.starts_with(':') { "./" } else { "" };
        format!("{here}{path}:{}", self.ends(mark.spot).0)
    }

    /// Writes finding after finding until the room is used up, then says how many are left.
    pub(super) fn until_full(&self, entry: impl Fn(&Finding) -> String) -> String {
        let mut out = String::new();
        for (done, finding) in self.findings.iter().enumerate() {
            let entry = entry(finding);
            if out.len() + entry.len() > ROOM {
                out.push_str(&self.left_over(done));
                return out;
            }
            out.push_str(&entry);
        }
        if !self.report.coverage.untold.is_empty() {
            out.push_str(&self.left_over(self.findings.len()));
        }
        out
    }

    /// "2 errors, 1 note": how many of each weight there are from finding number `from` on, those that are only counted
    /// included.
    pub(super) fn counts(&self, from: usize) -> String {
        let left = self.findings.get(from..).unwrap_or_default();
        let untold = self.report.coverage.untold.iter().map(|((_, weight), count)| (*weight, *count));
        counted(left.iter().map(|finding| (finding.severity, 1)).chain(untold))
    }

    fn left_over(&self, from: usize) -> String {
        let untold: usize = self.report.coverage.untold.values().sum();
        let left = self.findings.len().saturating_sub(from) + untold;
        format!("… and {}: {}\n", plural(left, "more finding"), self.counts(from))
    }

    fn place(&self, file: FileId, offset: usize) -> Place {
        let known = self.places.binary_search_by_key(&(file, offset), |(key, _)| *key);
        let found = known.ok().and_then(|at| self.places.get(at));
        found.map_or(Place { line: 1, column: 1 }, |(_, place)| *place)
    }
}

/// "2 errors, 1 note": how many of each weight.
pub(super) fn counts(findings: &[&Finding]) -> String {
    counted(findings.iter().map(|finding| (finding.severity, 1)))
}

fn counted(findings: impl Iterator<Item = (Severity, usize)>) -> String {
    let mut counts: BTreeMap<Severity, usize> = BTreeMap::new();
    findings.for_each(|(weight, count)| *counts.entry(weight).or_default() += count);
    let told = counts.into_iter().map(|(weight, count)| plural(count, weight.word()));
    told.collect::<Vec<_>>().join(", ")
}

/// "1 article", "2 articles".
pub(super) fn plural(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// By path, place and code, then by all the rest, so that the same findings give the same bytes.
fn in_order<'a>(report: &'a Report<'a>) -> Vec<&'a Finding> {
    let path = |finding: &Finding| report.files.get(finding.at.spot.file).map(|file| file.path.as_str());
    let mut findings: Vec<_> = report.findings.iter().collect();
    findings.sort_by(|one, other| {
        let place = (path(one), one.at.spot).cmp(&(path(other), other.at.spot));
        place.then_with(|| said(one).cmp(&said(other)))
    });
    findings.dedup();
    findings
}

/// All of a finding that may still tell it from another at the same place.
fn said(finding: &Finding) -> (&str, Severity, &str, &str, &str, &[Mark]) {
    let Finding { check, severity, message, at, seen, help } = finding;
    (check, *severity, message, &at.label, help, seen)
}

fn marks(finding: &Finding) -> impl Iterator<Item = &Mark> {
    std::iter::once(&finding.at).chain(&finding.seen)
}

fn ends(mark: &Mark) -> [(FileId, usize); 2] {
    [(mark.spot.file, mark.spot.span.start), (mark.spot.file, mark.spot.span.end)]
}

/// Looks up sorted offsets; a walk, since one look-up each would read a line of megabytes again and again.
fn places(files: &Files, offsets: &[(FileId, usize)]) -> Vec<((FileId, usize), Place)> {
    let mut known = Vec::with_capacity(offsets.len());
    let mut reached = (None, 0, Place { line: 1, column: 1 });
    for key @ (id, offset) in offsets.iter().copied() {
        let text = files.get(id).map_or("", |file| file.text.as_str());
        let (file, from, mut place) = reached;
        let from = if file == Some(id) { from } else { 0 };
        if from == 0 {
            place = Place { line: 1, column: 1 };
        }
        let to = floor_char_boundary(text, offset);
        for byte in text.as_bytes().get(from..to).unwrap_or_default() {
            place = step(place, *byte);
        }
        reached = (Some(id), to, place);
        known.push((key, place));
    }
    known
}

/// One byte further; only a character's first byte counts.
const fn step(place: Place, byte: u8) -> Place {
    match byte {
        b'\n' => Place { line: place.line + 1, column: 1 },
        0x80..0xc0 => place,
        _ => Place { line: place.line, column: place.column + 1 },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_walk_finds_what_single_look_ups_find() {
        let mut files = Files::default();
        let texts = ["one\nдва три\r\n\n☃", "", "äöü"];
        let ids = texts.map(|text| files.add("x", text));
        let offsets: Vec<_> = ids.iter().flat_map(|id| (0..30).map(|at| (*id, at))).collect();
        for ((id, offset), place) in places(&files, &offsets) {
            assert_eq!(place, files.get(id).unwrap().place(offset), "{id:?} {offset}");
        }
    }

    #[test]
    fn plurals() {
        assert_eq!(plural(1, "error"), "1 error");
        assert_eq!(plural(0, "error"), "0 errors");
    }
}
