//! How does Typst get into the user's cache?

use std::ffi::OsString;
use std::path::{Path, PathBuf, absolute};
use std::thread::sleep;
use std::time::Duration;

use super::find::in_cache;
use super::guard::{Call, Ended, How, run};
use super::install_trouble::InstallTrouble;
use super::limits::Limits;
use super::progress;
use super::signal::Watch;
use super::tools::{Bench, OpenSsl};
use super::version::{PINNED, Refusal, ask};
use crate::disk::BuildSite;

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
        limits: Limits { time: LONGEST_BUILD, output: 1 << 20, messages: 32 << 20, memory: None },
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

#[cfg(test)]
#[path = "install_tests.rs"]
mod tests;
