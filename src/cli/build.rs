//! `factum build`: checks the facts and writes the briefing.

use std::path::Path;

use clap::Args;

use super::composed::{Checked, Composed, deny_warnings};
use super::deliver::{self, Output};
use super::outputs::outputs;
use super::progress::Progress;
use super::what::{Template, What};
use super::{FINDINGS, Global, UNREADABLE, check, out};
use crate::finding::Severity;
use crate::pipeline;
use crate::report::Format;

/// What is to be written, where and how.
#[derive(Debug, Args)]
pub(super) struct Options {
    #[command(flatten)]
    what: What,
    /// Write the briefing although checks fail, marked as a draft
    #[arg(long)]
    draft: bool,
    /// Write nothing; fail if the outputs are not what would be written
    #[arg(long, conflicts_with = "draft")]
    check: bool,
}

pub(super) fn run(global: &Global, options: &Options) -> u8 {
    let what = &options.what;
    let Some(loaded) = check::load(global, Format::Human) else { return UNREADABLE };
    let articles = loaded.articles();
    let progress = Progress::of("checking");
    let dossier = pipeline::link(&loaded, &articles);
    let mut verdict = pipeline::check(&dossier);
    drop(progress);
    // Notes are for `factum check`: a build that goes well is quiet.
    let mut told = verdict.clone();
    told.retain(|_, severity| severity != Severity::Note);
    if !told.findings.is_empty() {
        check::show(global, Format::Human, &loaded.files, &told);
    }
    if what.fails(&verdict) && !options.draft {
        out::say("nothing was written: mend the findings, or build a marked draft with `--draft`\n");
        return FINDINGS;
    }
    if what.denies(&verdict) {
        deny_warnings(&mut verdict);
    }
    let checked = Checked { loaded: &loaded, dossier: &dossier, verdict: &verdict };
    make(global, what, &checked, if options.check { deliver::compare } else { deliver::write })
}

/// Writes the document that `what` names; the exit code.
pub(super) fn write(global: &Global, what: &What, checked: &Checked) -> u8 {
    make(global, what, checked, deliver::write)
}

/// What is done with the outputs of a folder; the exit code.
type Deliver = fn(&Path, &[Output]) -> u8;

/// Makes every output, and gives all of them to `deliver` with their folder.
fn make(global: &Global, what: &What, checked: &Checked, deliver: Deliver) -> u8 {
    let composed = Composed::of(checked, what.template.document(), what.annex.into());
    let (outputs, after) = match outputs(global, what, checked.loaded, &composed) {
        Ok(made) => made,
        Err(code) => return code,
    };
    let own = match what.template {
        Template::Briefing => "out",
        Template::Factsheet => "out/factsheet",
    };
    let folder = what.out.clone().unwrap_or_else(|| global.project.join(own));
    deliver(&folder, &outputs).max(after)
}
