//! Which document is to be made, in which formats, and where does it go?

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::composed::{Checked, Composed};
use super::{NO_PDF, typst};
use crate::briefing::{Annex, Briefing, Document};
use crate::checks::Verdict;
use crate::finding::Severity;

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
    pub(super) deny: Option<String>,
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
    pub(super) fn denies(&self, verdict: &Verdict) -> bool {
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
            Err(NO_PDF) if !self.typst.is_named() => self.format.retain(|format| *format != Wanted::Pdf),
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
    pub(super) const fn document(self) -> Document {
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
