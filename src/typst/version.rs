//! Is this program a Typst that will do?

use std::ffi::OsString;
use std::fmt;
use std::io;
use std::path::Path;
use std::time::Duration;

use super::guard::{Call, Environment, How, run};
use super::limits::Limits;
use super::signal;
use super::trouble::Seconds;
use crate::disk::shown;

/// The version that factum is tested with and installs.
pub const PINNED: &str = "0.15.1";

const ACCEPTED: (u32, u32) = (0, 15);

/// Why a program will not do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing stands there.
    Missing,
    /// It cannot be started; what the system says.
    NotStarted(String),
    /// It is a Typst of another version.
    Version(Version),
    /// It says something that no Typst says.
    NotTypst(String),
    /// It does not answer in this time.
    Silent(Duration),
    /// It ended with this code.
    Failed(i32),
    /// A signal ended it.
    Crashed(i32),
    /// The user wanted us to stop, by this signal.
    Interrupted(i32),
}

/// A version of Typst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(pub u32, pub u32, pub u32);

/// Asks the program at `path` for its version, and says whether it will do.
pub(super) fn ask(path: &Path, time: Duration) -> Result<Version, Refusal> {
    let call = Call {
        program: path,
        arguments: vec![OsString::from("--version")],
        input: String::new(),
        folder: Path::new("/"),
        environment: Environment::Bare,
        limits: Limits { time, output: 1 << 12, messages: 1 << 12, memory: None },
    };
    let ended = run(call, &mut |_| {});
    let answer = String::from_utf8_lossy(&ended.output).into_owned();
    match ended.how {
        How::Exit(0) => judge(&answer),
        How::Exit(code) => Err(Refusal::Failed(code)),
        How::Crash(signal) => Err(Refusal::Crashed(signal)),
        How::TimeOut => Err(Refusal::Silent(time)),
        How::Flood(_) => Err(Refusal::NotTypst(first_line(&answer))),
        How::Interrupted(signal) => Err(Refusal::Interrupted(signal)),
        How::Failed(error) if error.kind() == io::ErrorKind::NotFound => Err(Refusal::Missing),
        How::Failed(error) => Err(Refusal::NotStarted(error.to_string())),
    }
}

fn judge(answer: &str) -> Result<Version, Refusal> {
    let mut words = answer.split_whitespace();
    let version = match (words.next(), words.next().and_then(Version::parse)) {
        (Some("typst"), Some(version)) => version,
        _ => return Err(Refusal::NotTypst(first_line(answer))),
    };
    if (version.0, version.1) == ACCEPTED { Ok(version) } else { Err(Refusal::Version(version)) }
}

fn first_line(answer: &str) -> String {
    answer.lines().next().unwrap_or_default().chars().take(80).collect()
}

impl Version {
    /// Reads `0.15.1`. What is not released (`0.15.0-rc1`) is no version that anyone can rely on.
    fn parse(text: &str) -> Option<Self> {
        let mut numbers = text.split('.').map(|number| number.parse::<u32>().ok());
        match (numbers.next(), numbers.next(), numbers.next(), numbers.next()) {
            (Some(major), Some(minor), Some(patch), None) => Some(Self(major?, minor?, patch?)),
            _ => None,
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => out.write_str("no such program"),
            Self::NotStarted(words) => write!(out, "cannot be started: {words}"),
            Self::Version(version) => write!(out, "this is Typst {version}, and 0.15 is wanted"),
            Self::NotTypst(answer) => write!(out, "this is not Typst: it answers `{}`", shown(answer)),
            Self::Silent(time) => write!(out, "it does not say its version within {}", Seconds(*time)),
            Self::Failed(code) => write!(out, "asked for its version, it fails with exit code {code}"),
            Self::Crashed(signal) => {
                write!(out, "asked for its version, it crashes ({})", signal::name(*signal))
            }
            Self::Interrupted(signal) => write!(out, "stopped by {}", signal::name(*signal)),
        }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}.{}", self.0, self.1, self.2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_patch_of_the_accepted_version_will_do() {
        assert_eq!(judge("typst 0.15.1 (unknown commit)\n"), Ok(Version(0, 15, 1)));
        assert_eq!(judge("typst 0.15.12 (a1b2c3d4)\n"), Ok(Version(0, 15, 12)));
        assert_eq!(judge("typst 0.14.2 (a1b2c3d4)\n"), Err(Refusal::Version(Version(0, 14, 2))));
        assert_eq!(judge("typst 1.15.1"), Err(Refusal::Version(Version(1, 15, 1))));
    }

    #[test]
    fn what_is_not_released_or_not_typst_will_not_do() {
        for answer in
            ["", "typst", "typst 0.15", "typst 0.15.0-rc1 (x)", "typist 0.15.1", "0.15.1", "typst 0.15.1.2"]
        {
            assert!(matches!(judge(answer), Err(Refusal::NotTypst(_))), "{answer}");
        }
        assert_eq!(judge("bash 5\nmore"), Err(Refusal::NotTypst("bash 5".to_owned())));
    }

    #[test]
    fn the_pinned_version_is_accepted() {
        let pinned = Version::parse(PINNED).unwrap();
        assert_eq!((pinned.0, pinned.1), ACCEPTED);
    }
}
