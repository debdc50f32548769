//! How are findings shown.

mod concise;
mod excerpt;
mod github;
mod human;
mod json;
mod junit;
mod picture;
mod printable;
mod sarif;
mod sheet;

pub use json::inert as inert_json;

use crate::finding::{Card, Coverage, Finding};
use crate::span::Files;
use sheet::{Sheet, plural};
use std::fmt;
use std::str::FromStr;

/// The most characters of a message that are shown to people.
const MESSAGE: usize = 600;
/// The most characters of a help line that are shown to people.
const HELP: usize = 900;
/// The most characters of a label that are shown to people.
const LABEL: usize = 80;
/// The most places in `seen` that are shown to people.
const SEEN: usize = 4;
/// The most characters of any text that is written for programs.
const TEXT: usize = 4000;

/// A way to show findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// Pictures of the marked words, for a person.
    #[default]
    Human,
    /// One line each, for `grep` and editors.
    Concise,
    /// JSON, for programs.
    Json,
    /// SARIF 2.1.0, for code hosts.
    Sarif,
    /// Workflow commands, for GitHub.
    Github,
    /// JUnit XML, for build servers.
    Junit,
}

impl Format {
    /// All formats, the default first.
    pub const ALL: [Self; 6] =
        [Self::Human, Self::Concise, Self::Json, Self::Sarif, Self::Github, Self::Junit];
    /// The words that name them, in the same order.
    pub const NAMES: [&'static str; 6] = ["human", "concise", "json", "sarif", "github", "junit"];

    /// The word that names it on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }
}

impl fmt::Display for Format {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        let known = Self::ALL.into_iter().find(|format| format.name() == name);
        known.ok_or_else(|| UnknownFormat(name.to_owned()))
    }
}

/// A word that names no format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownFormat(String);

impl fmt::Display for UnknownFormat {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = printable::line(&self.0, LABEL);
        write!(out, "no format is named `{name}`; write one of {}", Format::NAMES.join(", "))
    }
}

impl std::error::Error for UnknownFormat {}

/// How a report for people looks; the formats for programs take no notice of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Whether the terminal takes colours.
    pub colour: bool,
    /// How many columns the terminal has; pictures use 40 to 200.
    pub width: usize,
}

impl Default for Look {
    fn default() -> Self {
        Self { colour: false, width: 110 }
    }
}

/// All that a report tells.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// What the checks said, in any order.
    pub findings: &'a [Finding],
    /// The texts at which the findings point.
    pub files: &'a Files,
    /// What was checked.
    pub coverage: &'a Coverage,
    /// All checks that ran.
    pub cards: &'a [Card],
}

/// Shows the findings, sorted by path, place and code and without repetitions. What comes from an input acts
/// neither in a terminal nor in a build's log; the formats for people hold at most 64 KiB.
#[must_use]
pub fn write(format: Format, report: &Report<'_>, look: Look) -> String {
    let sheet = Sheet::new(report);
    match format {
        Format::Human => human::write(&sheet, look),
        Format::Concise => concise::write(&sheet),
        Format::Json => json::write(&sheet),
        Format::Sarif => sarif::write(&sheet),
        Format::Github => github::write(&sheet),
        Format::Junit => junit::write(&sheet),
    }
}

/// The findings alone as pictures for a person, at most 63 KiB of them.
#[must_use]
pub fn pictures(findings: &[Finding], files: &Files, look: Look) -> String {
    let report = Report { findings, files, coverage: &Coverage::default(), cards: &[] };
    let pictures = human::pictures(&Sheet::new(&report), look);
    format!("{}\n", pictures.trim_end())
}

/// "165 quotations in 5 articles: 136 exact, 29 after folding typography; 0 failed": one line that says what
/// was checked, so that nothing is skipped in silence.
#[must_use]
pub fn coverage(coverage: &Coverage) -> String {
    let tiers: Vec<_> = coverage.tiers.iter().map(|(tier, count)| format!("{count} {tier}")).collect();
    let found = if tiers.is_empty() { String::new() } else { format!(": {}", tiers.join(", ")) };
    let mut line = format!(
        "{} in {}{found}; {} failed",
        plural(coverage.quotations, "quotation"),
        plural(coverage.articles, "article"),
        coverage.failed
    );
    let disagreements = coverage.disclosed.saturating_add(coverage.undisclosed);
    if disagreements > 0 {
        let undisclosed = match coverage.undisclosed {
            0 => "all disclosed".to_owned(),
            some => format!("{some} not disclosed"),
        };
        line.push_str(&format!("; {}, {undisclosed}", plural(disagreements, "disagreement")));
    }
    if coverage.accepted > 0 {
        line.push_str(&format!("; {} accepted", plural(coverage.accepted, "finding")));
    }
    printable::line(&line, MESSAGE)
}

#[cfg(test)]
mod hostile_tests;
#[cfg(test)]
mod tests;
