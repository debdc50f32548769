//! Which Typst sets the PDF, and what is said where there is none or it fails?

use std::io::IsTerminal;
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use super::{Global, NO_PDF, UNREADABLE, out};
use crate::render::PdfTrouble;
use crate::typst::{self, Found, InstallTrouble, NotFound, Surroundings};

/// Which Typst sets the PDF.
#[derive(Debug, Clone, Args)]
pub(super) struct TypstOptions {
    /// The Typst program, 0.15
    #[arg(long, value_name = "PATH")]
    pub(super) typst: Option<PathBuf>,
    /// If there is no Typst, build and keep one with Cargo (once; about ten minutes)
    #[arg(long)]
    pub(super) install_typst: bool,
    /// How many seconds Typst may take
    #[arg(long, value_name = "SECONDS", default_value = "60", value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub(super) typst_timeout: u64,
}

impl TypstOptions {
    /// How long Typst may take.
    pub(super) const fn timeout(&self) -> Duration {
        Duration::from_secs(self.typst_timeout)
    }
}

/// Finds Typst, or installs it if that is asked for; the error is an exit code, and all is said.
pub(super) fn find(options: &TypstOptions) -> Result<Found, u8> {
    let surroundings = Surroundings::of_this_process();
    let missing = match typst::find(options.typst.as_deref(), &surroundings) {
        Ok(found) => return Ok(found),
        Err(missing) => missing,
    };
    if options.install_typst && missing.named().is_none() {
        install(&surroundings)?;
        return typst::find(None, &surroundings).map_err(|missing| tell(&missing));
    }
    Err(tell(&missing))
}

/// Says why there is no PDF, and what helps; the exit code.
pub(super) fn failed(global: &Global, trouble: &PdfTrouble) -> u8 {
    if let PdfTrouble::Template(trouble) = trouble {
        out::template(global, trouble);
        return UNREADABLE;
    }
    out::trouble(&trouble.what(), &trouble.help());
    match trouble {
        PdfTrouble::Typst(typst::TypstTrouble::Interrupted(signal)) => interrupted(*signal),
        _ => NO_PDF,
    }
}

fn install(surroundings: &Surroundings) -> Result<(), u8> {
    let Some(cache) = surroundings.cache() else {
        out::trouble("there is no cache folder to keep Typst in", "set HOME or XDG_CACHE_HOME");
        return Err(NO_PDF);
    };
    let terminal = std::io::stderr().is_terminal();
    let mut last = String::new();
    let mut progress = |line: &str| {
        if terminal {
            out::say(&format!("\r\u{1b}[2K{line}"));
        } else if line.split(' ').next() != last.split(' ').next() {
            out::say(&format!("{line}\n"));
        }
        line.clone_into(&mut last);
    };
    let done = typst::install(&cache, &mut progress);
    if terminal {
        out::say("\n");
    }
    match done {
        Ok(_) => Ok(()),
        Err(InstallTrouble::Interrupted(signal)) => Err(interrupted(signal)),
        Err(trouble) => {
            out::trouble(&trouble.what(), trouble.help());
            Err(NO_PDF)
        }
    }
}

fn tell(missing: &NotFound) -> u8 {
    let tried: String = missing.tried.iter().map(|tried| format!("  {tried}\n")).collect();
    out::trouble("there is no PDF: no Typst 0.15 was found", missing.help());
    if !tried.is_empty() {
        out::say(&format!("  tried:\n{tried}"));
    }
    NO_PDF
}

/// As a shell says it: 128 and the signal's number.
fn interrupted(signal: i32) -> u8 {
    u8::try_from(128 + signal).unwrap_or(UNREADABLE)
}
