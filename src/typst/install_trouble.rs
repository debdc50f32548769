//! Why could Typst not be installed, and what helps?

use std::fmt;

use super::signal;
use super::version::Refusal;
use crate::disk::{BuildSiteError, shown};

/// Why Typst could not be installed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InstallTrouble {
    /// There is no Cargo, or it does not work.
    NoCargo,
    /// There is no C compiler.
    NoCompiler,
    /// There are no headers of OpenSSL, and no tools to build it.
    NoOpenSsl,
    /// A tool cannot be started.
    Tool {
        /// The tool.
        tool: String,
        /// What the system says.
        words: String,
    },
    /// The cache cannot be written.
    Cache(BuildSiteError),
    /// Another installation is still running.
    Busy,
    /// The user wanted us to stop, by this signal; Cargo was killed with its children, and nothing stays
    /// behind.
    Interrupted(i32),
    /// It took hours, and was stopped.
    TimeOut,
    /// Cargo failed.
    Failed {
        /// Its words, from the first error on.
        words: Vec<String>,
    },
    /// What Cargo built does not answer as Typst does.
    NotTypst(Refusal),
}

impl InstallTrouble {
    /// What happened, in one line.
    #[must_use]
    pub fn what(&self) -> String {
        match self {
            Self::NoCargo => "there is no working `cargo` in `PATH`".to_owned(),
            Self::NoCompiler => "there is no working C compiler (`cc`) in `PATH`".to_owned(),
            Self::NoOpenSsl => "the headers of OpenSSL, or `pkg-config`, are missing".to_owned(),
            Self::Tool { tool, words } => format!("`{tool}` cannot be started: {words}"),
            Self::Cache(error) => format!("the cache cannot be written: {error}"),
            Self::Busy => "another installation of Typst is still running".to_owned(),
            Self::Interrupted(signal) => format!("stopped by {}", signal::name(*signal)),
            Self::TimeOut => "cargo did not finish within three hours and was stopped".to_owned(),
            Self::Failed { words } => match words.first() {
                Some(first) => format!("cargo could not build Typst: {}", shown(first)),
                None => "cargo could not build Typst and does not say why".to_owned(),
            },
            Self::NotTypst(refusal) => format!("what cargo built will not do: {refusal}"),
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match self {
            Self::NoCargo => "install Rust from https://rustup.rs",
            Self::NoCompiler => {
                "install one: `apt install build-essential` on Debian, `xcode-select --install` on a Mac"
            }
            Self::NoOpenSsl => {
                "install them: `apt install libssl-dev pkg-config` on Debian, `dnf install openssl-devel \
                 pkgconf` on Fedora; or `perl` and `make`, to build OpenSSL on the way"
            }
            Self::Tool { .. } => "check that it may be executed",
            Self::Cache(_) => "free some space or check permissions, or set `XDG_CACHE_HOME`",
            Self::Busy => "wait for it",
            Self::Interrupted(_) => "nothing was left behind: start again when you are ready",
            Self::TimeOut => "try again on a faster machine, or name a Typst 0.15 with `--typst`",
            Self::Failed { .. } | Self::NotTypst(_) => "try again, or name a Typst 0.15 with `--typst`",
        }
    }
}

impl fmt::Display for InstallTrouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Typst is not installed: {}; {}", self.what(), self.help())?;
        let Self::Failed { words } = self else { return Ok(()) };
        words.iter().skip(1).try_for_each(|line| write!(out, "\n  {}", shown(line)))
    }
}

impl std::error::Error for InstallTrouble {}
