//! How does Typst get into the user's cache?

use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf, absolute};
use std::thread::sleep;
use std::time::Duration;

use super::find::in_cache;
use super::guard::{Call, Ended, How, run};
use super::limits::Limits;
use super::progress;
use super::signal::{self, Watch};
use super::tools::{Bench, OpenSsl};
use super::version::{PINNED, Refusal, ask};
use crate::disk::{BuildSite, BuildSiteError, shown};

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

const WAIT_FOR_ANOTHER: Duration = Duration::from_secs(30 * 60);
const BETWEEN_TRIES: Duration = Duration::from_millis(200);
const LONGEST_BUILD: Duration = Duration::from_secs(3 * 60 * 60);
const ANSWER_TIME: Duration = Duration::from_secs(30);
const LINES_OF_REASONS: usize = 15;

/// Builds Typst with Cargo and puts it into factum's cache, the folder `cache`; `progress` is given one
/// line now and then. It takes minutes, once; a Typst that is there already is left alone.
///
/// # Errors
/// When something is missing that it takes, when the build fails, or when the user stops it.
pub fn install(cache: &Path, progress: &mut dyn FnMut(&str)) -> Result<PathBuf, InstallTrouble> {
    install_with(&Bench::default(), cache, progress)
}

fn install_with(
    bench: &Bench,
    cache: &Path,
    progress: &mut dyn FnMut(&str),
) -> Result<PathBuf, InstallTrouble> {
    let cache = &absolute(cache).unwrap_or_else(|_| cache.to_owned());
    let program = in_cache(cache);
    let site = claim(&cache.join("typst"), progress)?;
    if ask(&program, ANSWER_TIME).is_ok() {
        return Ok(program);
    }
    let open_ssl = bench.check()?;
    let part = site.clear_part().map_err(InstallTrouble::Cache)?;
    progress("starting cargo");
    let ended = run(cargo(bench, (cache, part), open_ssl), &mut teller(progress));
    judge(&ended)?;
    ask(&part.join("bin/typst"), ANSWER_TIME).map_err(refused)?;
    progress("moving it into place");
    site.discard("target").and_then(|()| site.settle()).map_err(InstallTrouble::Cache)?;
    Ok(program)
}

/// Claims the place in the cache; waits while another installation is at it.
fn claim(folder: &Path, progress: &mut dyn FnMut(&str)) -> Result<BuildSite, InstallTrouble> {
    let watch = Watch::start();
    let tries = WAIT_FOR_ANOTHER.as_millis() / BETWEEN_TRIES.as_millis();
    for number in 0..tries {
        if let Some(site) = BuildSite::claim(folder, PINNED).map_err(InstallTrouble::Cache)? {
            return Ok(site);
        }
        if let Some(signal) = watch.caught() {
            return Err(InstallTrouble::Interrupted(signal));
        }
        if number == 0 {
            progress("waiting for another installation");
        }
        sleep(BETWEEN_TRIES);
    }
    Err(InstallTrouble::Busy)
}

fn cargo<'a>(bench: &Bench, (cache, part): (&'a Path, &Path), open_ssl: OpenSsl) -> Call<'a> {
    let version = format!("={PINNED}");
    let mut arguments: Vec<OsString> =
        ["install", "typst-cli", "--version", &version, "--locked"].map(OsString::from).to_vec();
    if open_ssl == OpenSsl::FromSource {
        arguments.extend(["--features", "vendor-openssl"].map(OsString::from));
    }
    arguments.extend([OsString::from("--root"), part.into()]);
    let changes = [
        // Cargo shows how far it is only to a terminal, unless it is told to.
        ("CARGO_TERM_PROGRESS_WHEN", "always".into()),
        ("CARGO_TERM_PROGRESS_WIDTH", "100".into()),
        ("CARGO_TERM_COLOR", "never".into()),
        ("CARGO_TERM_QUIET", "false".into()),
        ("CARGO_TERM_VERBOSE", "false".into()),
        ("CARGO_TARGET_DIR", part.join("target").into_os_string()),
    ];
    Call {
        program: Path::new("cargo"),
        arguments,
        input: String::new(),
        // In the project a `rust-toolchain.toml` or a `.cargo/config.toml` could have a say.
        folder: cache,
        environment: bench.environment(changes.to_vec()),
        limits: Limits { time: LONGEST_BUILD, output: 1 << 20, messages: 32 << 20 },
    }
}

/// Passes on what is new.
fn teller(progress: &mut dyn FnMut(&str)) -> impl FnMut(&[u8]) {
    let mut last = String::new();
    move |messages| {
        if let Some(line) = progress::read(messages).filter(|line| *line != last) {
            progress(&line);
            last = line;
        }
    }
}

fn judge(ended: &Ended) -> Result<(), InstallTrouble> {
    match &ended.how {
        How::Exit(0) => Ok(()),
        How::Interrupted(signal) => Err(InstallTrouble::Interrupted(*signal)),
        How::TimeOut => Err(InstallTrouble::TimeOut),
        How::Failed(error) => {
            Err(InstallTrouble::Tool { tool: "cargo".to_owned(), words: error.to_string() })
        }
        How::Exit(_) | How::Crash(_) | How::Flood(_) => {
            let words = progress::reasons(&String::from_utf8_lossy(&ended.messages), LINES_OF_REASONS);
            Err(InstallTrouble::Failed { words })
        }
    }
}

fn refused(refusal: Refusal) -> InstallTrouble {
    match refusal {
        Refusal::Interrupted(signal) => InstallTrouble::Interrupted(signal),
        refusal => InstallTrouble::NotTypst(refusal),
    }
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

#[cfg(test)]
#[path = "install_tests.rs"]
mod tests;
