//! `factum build`: checks the facts and writes the briefing.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::composed::{Checked, Composed, deny_warnings};
use super::deliver::{self, Output};
use super::outputs::outputs;
use super::progress::Progress;
use super::{FINDINGS, Global, NO_PDF, UNREADABLE, check, out, typst};
use crate::briefing::{Annex, Briefing, Document};
use crate::checks::Verdict;
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

/// Which document is made of facts that pass.
#[derive(Debug, Clone, Args)]
pub(super) struct What {
    /// The folder that the outputs go to; out/ in the project if not given, out/factsheet/ for a fact sheet
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    /// What is written
    #[arg(
        long,
        value_name = "FORMATS",
        value_enum,
        value_delimiter = ',',
        default_value = "md,html,pdf,json"
    )]
    pub(super) format: Vec<Wanted>,
    /// Fail on warnings, too
    #[arg(long, value_name = "WHAT", value_parser = ["warnings"])]
    deny: Option<String>,
    /// Which document is made
    #[arg(long, value_name = "NAME", value_enum, default_value = "briefing")]
    pub(super) template: Template,
    /// How much of the articles stands in the annex of the HTML
    #[arg(long, value_name = "PART", value_enum, default_value = "cited")]
    pub(super) annex: Part,
    #[command(flatten)]
    pub(super) typst: typst::TypstOptions,
}

impl What {
    /// Whether these findings stop the document.
    pub(super) fn fails(&self, verdict: &Verdict) -> bool {
        verdict.fails() || self.denies(verdict)
    }

    /// Whether these findings hold warnings where warnings are denied.
    fn denies(&self, verdict: &Verdict) -> bool {
        self.deny.is_some() && verdict.holds(Severity::Warning)
    }

    /// Without the PDF if there is no Typst to set it, which is then said once; an exit code if one was named that
    /// cannot.
    pub(super) fn possible(mut self) -> Result<Self, u8> {
        if !self.format.contains(&Wanted::Pdf) {
            return Ok(self);
        }
        match typst::find(&self.typst) {
            Ok(_) => {}
            Err(NO_PDF) if self.typst.typst.is_none() => self.format.retain(|format| *format != Wanted::Pdf),
            Err(code) => return Err(code),
        }
        Ok(self)
    }

    /// The document that is asked for.
    pub(super) fn document(&self, checked: &Checked) -> Briefing {
        Composed::of(checked, self.template.document(), self.annex.into()).briefing
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Wanted {
    /// Markdown
    Md,
    /// One HTML file
    Html,
    /// PDF/A-3a and PDF/UA-1, set by Typst
    Pdf,
    /// The typed briefing and its tables as data
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Template {
    /// The whole briefing
    Briefing,
    /// One page: the bottom line, the figures, the worst differences, the sources; it goes to out/factsheet/
    Factsheet,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Part {
    /// Every paragraph of every article
    Full,
    /// The paragraphs that are quoted from
    Cited,
    /// Nothing
    None,
}

impl Template {
    const fn document(self) -> Document {
        match self {
            Self::Briefing => Document::Briefing,
            Self::Factsheet => Document::Factsheet,
        }
    }
}

impl From<Part> for Annex {
    fn from(part: Part) -> Self {
        match part {
            Part::Full => Self::Full,
            Part::Cited => Self::Cited,
            Part::None => Self::None,
        }
    }
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
