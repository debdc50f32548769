//! `factum check`: the findings alone.

use clap::Args;

use super::progress::Progress;
use super::{FINDINGS, Global, UNREADABLE, out};
use crate::checks::{self, Verdict};
use crate::disk::{Project, shown};
use crate::finding::{Card, Coverage, Finding, Severity};
use crate::pipeline::{self, Loaded, Unreadable};
use crate::report::{self, Format, Report};
use crate::span::Files;

/// What is to be checked, and how it is told.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// How findings are shown
    #[arg(long, value_name = "FORMAT", default_value = "human", value_parser = Format::NAMES)]
    format: String,
    /// Fail on warnings, too
    #[arg(long, value_name = "WHAT", value_parser = ["warnings"])]
    deny: Option<String>,
    /// Show the findings of this check alone; may be given several times, not together with --allow
    #[arg(long, value_name = "CODE")]
    only: Vec<String>,
    /// Leave the findings of this check out; may be given several times, not together with --only
    #[arg(long, value_name = "CODE", conflicts_with = "only")]
    allow: Vec<String>,
}

pub(super) fn run(global: &Global, options: &Options) -> u8 {
    if let Some(unknown) = options.only.iter().chain(&options.allow).find(|code| checks::card(code).is_none())
    {
        out::trouble(
            &format!("no check is called `{}`", shown(unknown)),
            "`factum explain` lists the checks",
        );
        return UNREADABLE;
    }
    let format = options.format.parse().unwrap_or_default();
    let Some(loaded) = load(global, format) else { return UNREADABLE };
    let articles = loaded.articles();
    let progress = Progress::of("checking");
    let dossier = pipeline::link(&loaded, &articles);
    let mut verdict = pipeline::check(&dossier);
    drop(progress);
    verdict.retain(|check, _| wanted(options, check));
    show(global, format, &loaded.files, &verdict);
    let denied = options.deny.is_some() && verdict.holds(Severity::Warning);
    if verdict.fails() || denied { FINDINGS } else { 0 }
}

/// Opens and reads the project; says what is wrong with it if it cannot.
pub(super) fn load(global: &Global, format: Format) -> Option<Loaded> {
    let project = match Project::open(&global.project) {
        Ok(project) => project,
        Err(error) => {
            out::trouble(&format!("`{}`: {}", shown(&error.path), error.what()), error.help());
            return None;
        }
    };
    match pipeline::read(&project) {
        Ok(loaded) => Some(loaded),
        Err(Unreadable { files, findings }) => {
            let coverage = Coverage::default();
            let report = Report { findings: &findings, files: &files, coverage: &coverage, cards: &[] };
            tell(global, format, &report);
            None
        }
    }
}

/// Shows what the checks said.
pub(super) fn show(global: &Global, format: Format, files: &Files, verdict: &Verdict) {
    let cards: Vec<Card> = checks::cards().copied().collect();
    let report = Report { findings: &verdict.findings, files, coverage: &verdict.coverage, cards: &cards };
    tell(global, format, &report);
    // These two are lists of findings and nothing else; what was checked is said beside them.
    if matches!(format, Format::Concise | Format::Github) {
        out::say(&format!("{}\n", report::coverage(&verdict.coverage)));
    }
}

/// Shows findings that come with no word on what was checked; nothing if there are none.
pub(super) fn show_alone(global: &Global, loaded: &Loaded, findings: &[Finding]) {
    if !findings.is_empty() {
        let coverage = Coverage::default();
        let report = Report { findings, files: &loaded.files, coverage: &coverage, cards: &[] };
        tell(global, Format::Human, &report);
    }
}

fn tell(global: &Global, format: Format, report: &Report) {
    out::answer(&report::write(format, report, out::look(global, false)));
}

fn wanted(options: &Options, code: &str) -> bool {
    let named = |list: &[String]| list.iter().any(|name| name == code);
    if options.only.is_empty() { !named(&options.allow) } else { named(&options.only) }
}
