//! What does Typst make of this source?

use std::ffi::OsString;
use std::path::Path;
use std::time::Duration;

use super::diagnostic::{self, Diagnostic};
use super::find::Found;
use super::guard::{Call, Ended, Environment, How, run};
use super::limits::Limits;
use super::output::check_pdf;
use super::pipes::Pipe;
use super::trouble::TypstTrouble;

/// The standards that every PDF of ours meets.
pub const PDF_STANDARD: &str = "a-3a,ua-1";

/// A source, and what Typst needs to set it.
#[derive(Debug, Clone, Copy)]
pub struct Job<'a> {
    /// The folder that holds all files the source may read, and nothing else: [`crate::disk::Staging`].
    pub root: &'a Path,
    /// The source.
    pub source: &'a str,
    /// The folder of fonts, relative to `root`, if there are any.
    pub fonts: Option<&'a str>,
    /// The briefing's date in seconds since 1970; it is the only date in the PDF.
    pub timestamp: i64,
    /// How long Typst may take.
    pub timeout: Duration,
    /// The PDF standards; usually [`PDF_STANDARD`].
    pub pdf_standard: &'a str,
}

/// A PDF with a head, an index, a page and an end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// Its bytes: the same for the same job and the same Typst.
    pub bytes: Vec<u8>,
    /// What Typst warns of.
    pub warnings: Vec<Diagnostic>,
}

const MOST_MESSAGES: usize = 64 << 10;
const LARGEST_PDF: usize = 256 << 20;

/// Sets the source.
///
/// # Errors
/// Whenever there is no PDF that can be trusted; an unknown font counts as an error.
pub fn compile(found: &Found, job: &Job<'_>) -> Result<Pdf, TypstTrouble> {
    let (bytes, warnings) = start(found, job)?;
    check_pdf(&bytes)?;
    Ok(Pdf { bytes, warnings })
}

fn arguments(job: &Job<'_>) -> Vec<OsString> {
    let asked = ["--color", "never", "compile", "--format", "pdf", "--pdf-standard", job.pdf_standard];
    let mut all = asked.map(str::to_owned).to_vec();
    // Packages are looked for where there are none: neither the user's nor the network's may slip in. All
    // paths are relative to the root, in which Typst runs, so that no path of this machine reaches it.
    let confined =
        "--diagnostic-format short --ignore-system-fonts --package-path .none --package-cache-path .none";
    all.extend(confined.split(' ').map(str::to_owned));
    all.push(format!("--creation-timestamp={}", job.timestamp));
    all.extend(job.fonts.map(|folder| format!("--font-path={folder}")));
    all.extend(["--root", ".", "-", "-"].map(str::to_owned));
    all.into_iter().map(OsString::from).collect()
}

/// Runs Typst; gives its output, not empty, and its warnings.
fn start(found: &Found, job: &Job<'_>) -> Result<(Vec<u8>, Vec<Diagnostic>), TypstTrouble> {
    let call = Call {
        program: &found.path,
        arguments: arguments(job),
        input: job.source.to_owned(),
        folder: job.root,
        environment: Environment::Bare,
        limits: Limits { time: job.timeout, output: LARGEST_PDF, messages: MOST_MESSAGES },
    };
    let ended = run(call, &mut |_| {});
    judge(found, job, ended)
}

fn judge(found: &Found, job: &Job<'_>, ended: Ended) -> Result<(Vec<u8>, Vec<Diagnostic>), TypstTrouble> {
    let root = format!("{}/", job.root.display());
    let messages = String::from_utf8_lossy(&ended.messages).replace(&root, "");
    let first = || messages.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().to_owned();
    let diagnostics = diagnostic::read(&messages);
    match ended.how {
        How::Exit(0) => accept(ended, diagnostics),
        How::Exit(1) if !diagnostics.is_empty() => {
            Err(TypstTrouble::Rejected { diagnostics, cut: ended.cut })
        }
        How::Exit(2) => Err(TypstTrouble::Usage(first())),
        How::Exit(code) => Err(TypstTrouble::Failed { code, words: first() }),
        How::Crash(signal) => Err(TypstTrouble::Crashed(signal)),
        How::TimeOut => Err(TypstTrouble::TimeOut(job.timeout)),
        How::Flood(pipe) => Err(TypstTrouble::Flood(pipe)),
        How::Interrupted(signal) => Err(TypstTrouble::Interrupted(signal)),
        How::Failed(error) => {
            Err(TypstTrouble::NotStarted { path: found.path.clone(), words: error.to_string() })
        }
    }
}

fn accept(ended: Ended, warnings: Vec<Diagnostic>) -> Result<(Vec<u8>, Vec<Diagnostic>), TypstTrouble> {
    let mut fonts: Vec<String> =
        warnings.iter().filter_map(Diagnostic::unknown_font).map(str::to_owned).collect();
    fonts.sort_unstable();
    fonts.dedup();
    if !fonts.is_empty() {
        return Err(TypstTrouble::UnknownFonts(fonts));
    }
    if ended.cut {
        // What was not read may warn of a font.
        return Err(TypstTrouble::Flood(Pipe::Messages));
    }
    if ended.output.is_empty() {
        return Err(TypstTrouble::NoOutput);
    }
    Ok((ended.output, warnings))
}

#[cfg(test)]
#[path = "compile_tests.rs"]
mod tests;
