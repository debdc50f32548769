//! What went wrong with Typst, and what helps?

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use super::diagnostic::{Diagnostic, Severity};
use super::pipes::Pipe;
use super::signal;
use crate::disk::shown;

/// Why Typst gave no PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypstTrouble {
    /// It was found but could not be started.
    NotStarted {
        /// The program.
        path: PathBuf,
        /// What the system says.
        words: String,
    },
    /// It took too long, and was killed with its children.
    TimeOut(Duration),
    /// The user wanted us to stop, by this signal; it was killed with its children.
    Interrupted(i32),
    /// A signal ended it.
    Crashed(i32),
    /// It ended with a code that is none of its own.
    Failed {
        /// The code.
        code: i32,
        /// Its first words.
        words: String,
    },
    /// It did not understand how it was called.
    Usage(String),
    /// It found errors in the source.
    Rejected {
        /// What it says, in its order: errors and warnings.
        diagnostics: Vec<Diagnostic>,
        /// Whether it had more to say.
        cut: bool,
    },
    /// The source asks for fonts that are not there.
    UnknownFonts(Vec<String>),
    /// It said too much, and was killed, or its messages could not all be read.
    Flood(Pipe),
    /// It said that all is well, and gave nothing.
    NoOutput,
    /// What it gave does not start like a PDF.
    NotPdf {
        /// How it starts.
        start: String,
    },
    /// What it gave starts like a PDF and does not end like one.
    CutShort,
    /// What it gave starts and ends like a PDF, and has no index where its end says.
    NoIndex,
    /// What it gave has no page.
    NoPage,
}

impl TypstTrouble {
    /// What happened, in one line.
    #[must_use]
    pub fn what(&self) -> String {
        match self {
            Self::NotStarted { path, words } => {
                format!("Typst at `{}` cannot be started: {words}", shown(&path.to_string_lossy()))
            }
            Self::TimeOut(time) => format!("Typst did not finish within {} and was stopped", Seconds(*time)),
            Self::Interrupted(signal) => format!("stopped by {}", signal::name(*signal)),
            Self::Crashed(signal) => format!("Typst crashed ({})", signal::name(*signal)),
            Self::Failed { code, words } if words.is_empty() => format!("Typst failed with exit code {code}"),
            Self::Failed { code, words } => format!("Typst failed with exit code {code}: {}", shown(words)),
            Self::Usage(words) if words.is_empty() => "Typst does not know our options".to_owned(),
            Self::Usage(words) => format!("Typst does not know our options: {}", shown(words)),
            Self::Rejected { diagnostics, .. } => match worst(diagnostics) {
                Some(first) => format!("Typst cannot set the briefing: {first}"),
                None => "Typst cannot set the briefing and does not say why".to_owned(),
            },
            Self::UnknownFonts(fonts) => format!("Typst has no font named {}", Quoted(fonts)),
            Self::Flood(Pipe::Output) => "Typst wrote more output than a briefing can have".to_owned(),
            Self::Flood(Pipe::Messages) => "Typst wrote more messages than anyone would read".to_owned(),
            Self::NoOutput => "Typst reported success but wrote nothing".to_owned(),
            Self::NotPdf { start } => {
                format!("Typst's output is not a PDF; it starts with `{}`", shown(start))
            }
            Self::CutShort => "Typst's output is a PDF without an end".to_owned(),
            Self::NoIndex => "Typst's output is a PDF whose index cannot be found".to_owned(),
            Self::NoPage => "Typst's output is a PDF without a page".to_owned(),
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match self {
            Self::NotStarted { .. } | Self::Usage(_) => "see `factum doctor`, or name another with `--typst`",
            Self::TimeOut(_) => "give it longer with `--typst-timeout`, or look for a loop in your template",
            Self::Interrupted(_) => "nothing was written: start again when you are ready",
            Self::Rejected { diagnostics, .. } if diagnostics.iter().any(|one| one.letters().is_some()) => {
                "put a font that has these letters into the project's `fonts/`"
            }
            Self::Rejected { .. } => "mend the template; the embedded one can be had by removing yours",
            Self::UnknownFonts(_) => "put the font's file into the project's `fonts/`",
            Self::Crashed(_) => {
                "see whether a file in `fonts/` is damaged or a template of yours grows without end (Typst may have 4 GiB of memory), or `factum doctor`"
            }
            Self::Failed { .. }
            | Self::Flood(_)
            | Self::NoOutput
            | Self::NotPdf { .. }
            | Self::CutShort
            | Self::NoIndex
            | Self::NoPage => "see `factum doctor` whether this is the real Typst, and install it again",
        }
    }
}

impl TypstTrouble {
    /// The letters that Typst cannot set, sorted, if nothing else keeps it from setting the source.
    #[must_use]
    pub fn letters(&self) -> Vec<char> {
        let Self::Rejected { diagnostics, .. } = self else { return Vec::new() };
        let errors = diagnostics.iter().filter(|one| one.severity == Severity::Error);
        let texts: Option<Vec<String>> = errors.map(Diagnostic::letters).collect();
        let mut letters: Vec<char> = texts.unwrap_or_default().concat().chars().collect();
        letters.sort_unstable();
        letters.dedup();
        letters
    }
}

impl fmt::Display for TypstTrouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}; {}", self.what(), self.help())
    }
}

impl std::error::Error for TypstTrouble {}

fn worst(diagnostics: &[Diagnostic]) -> Option<&Diagnostic> {
    let error = diagnostics.iter().find(|diagnostic| diagnostic.severity == Severity::Error);
    error.or(diagnostics.first())
}

/// A length of time for people.
pub(super) struct Seconds(pub(super) Duration);

impl fmt::Display for Seconds {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0.as_secs(), self.0.subsec_millis()) {
            (seconds, 0) => write!(out, "{seconds} s"),
            (0, millis) => write!(out, "{millis} ms"),
            _ => write!(out, "{:.1} s", self.0.as_secs_f64()),
        }
    }
}

struct Quoted<'a>(&'a [String]);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<String> = self.0.iter().map(|name| format!("`{}`", shown(name))).collect();
        out.write_str(&names.join(", "))
    }
}
