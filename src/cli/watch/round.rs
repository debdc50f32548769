//! What do the files give as they are now: the page, or what is wrong?

use std::collections::BTreeMap;

use super::inputs::{Broken, Inputs};
use crate::checks::{self, Verdict};
use crate::cli::composed::Checked;
use crate::cli::what::What;
use crate::cli::{Global, out};
use crate::disk::sha256_hex;
use crate::finding::{Card, Coverage, Finding, Severity};
use crate::pipeline::{self, Loaded, Unreadable};
use crate::preview::Page;
use crate::render::{self, TemplateTrouble, Templates};
use crate::report::{self, Format, Look, Report};
use crate::span::Files;

/// What one look at the files gave.
#[derive(Debug)]
pub(super) struct Round {
    /// The briefing; none if something fails.
    pub(super) page: Option<Page>,
    /// What was checked, or what is wrong, in a line.
    pub(super) headline: String,
    /// What was found, for the browser.
    pub(super) report: String,
    /// What was found, for the terminal.
    pub(super) terminal: String,
}

impl Round {
    /// Checks what was read, and makes the briefing if nothing fails.
    pub(super) fn of(global: &Global, what: &What, inputs: &Inputs) -> Self {
        let loaded = match &inputs.project {
            Ok(loaded) => loaded,
            Err(Broken::Folder((message, help))) => return Self::trouble(message, help),
            Err(Broken::File(Unreadable { files, findings })) => {
                let told = Told { files, findings, coverage: &Coverage::default(), cards: &[] };
                return Self { headline: counts(findings), ..told.round(global) };
            }
        };
        match &inputs.templates {
            Ok(own) => Self::checked(global, what, (loaded, own)),
            Err((message, help)) => Self::trouble(message, help),
        }
    }

    fn checked(global: &Global, what: &What, (loaded, own): (&Loaded, &BTreeMap<String, String>)) -> Self {
        let articles = loaded.articles();
        let dossier = pipeline::link(loaded, &articles);
        let mut verdict = pipeline::check(&dossier);
        let page = if what.fails(&verdict) {
            None
        } else {
            let briefing = what.document(&Checked { loaded, dossier: &dossier, verdict: &verdict });
            match render::html(&briefing, &Templates::with(own)) {
                Ok(html) => Some((format!("{}.html", briefing.document.name()), html)),
                Err(trouble) => return Self::template(global, &trouble),
            }
        };
        // Notes are for `factum check`.
        verdict.findings.retain(|finding| finding.severity != Severity::Note);
        let Verdict { findings, coverage, .. } = &verdict;
        let cards: Vec<Card> = checks::cards().copied().collect();
        let told = Told { files: &loaded.files, findings, coverage, cards: &cards };
        let headline = match (&page, findings.is_empty()) {
            (Some(_), true) => report::coverage(coverage),
            (Some(_), false) => format!("{}; {}", report::coverage(coverage), counts(findings)),
            (None, _) => counts(findings),
        };
        let page = page.map(|(name, html)| Page {
            name,
            sha256: sha256_hex(html.as_bytes()),
            bytes: html.into_bytes(),
        });
        Self { headline, page, ..told.round(global) }
    }

    /// A template of the project's own is at fault.
    fn template(global: &Global, trouble: &TemplateTrouble) -> Self {
        let write = |look| report::pictures(&trouble.findings, &trouble.files, look);
        let (report, terminal) = (write(Look::default()), write(out::look(global, false)));
        Self { page: None, headline: counts(&trouble.findings), report, terminal }
    }

    /// Nothing could be checked.
    fn trouble(message: &str, help: &str) -> Self {
        let text = out::troubled(message, help);
        let headline = message.lines().next().unwrap_or_default().to_owned();
        Self { page: None, headline, report: text.clone(), terminal: text }
    }
}

/// What was found, before it is put into words.
struct Told<'a> {
    files: &'a Files,
    findings: &'a [Finding],
    coverage: &'a Coverage,
    cards: &'a [Card],
}

impl Told<'_> {
    /// A round without a page, which says what was found if anything was.
    fn round(&self, global: &Global) -> Round {
        let Self { files, findings, coverage, cards } = *self;
        let write = |look| match findings {
            [] => String::new(),
            findings => report::write(Format::Human, &Report { findings, files, coverage, cards }, look),
        };
        let (report, terminal) = (write(Look::default()), write(out::look(global, false)));
        Round { page: None, headline: String::new(), report, terminal }
    }
}

/// `2 errors, 1 warning`.
fn counts(findings: &[Finding]) -> String {
    let of = |severity: Severity| {
        let count = findings.iter().filter(|finding| finding.severity == severity).count();
        let word = severity.word();
        match count {
            0 => None,
            1 => Some(format!("1 {word}")),
            count => Some(format!("{count} {word}s")),
        }
    };
    [Severity::Error, Severity::Warning].into_iter().filter_map(of).collect::<Vec<_>>().join(", ")
}
