//! Which Typst is there, and which was tried in vain?

use std::env;
use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf, absolute};
use std::time::Duration;

use super::version::{PINNED, Refusal, Version, ask};
use crate::disk::shown;

const ANSWER_TIME: Duration = Duration::from_secs(10);

/// Where a Typst may lie: what the environment says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// `FACTUM_TYPST`.
    pub factum_typst: Option<OsString>,
    /// Our own executable, beside which one may lie.
    pub executable: Option<PathBuf>,
    /// `XDG_CACHE_HOME`.
    pub cache_home: Option<PathBuf>,
    /// `HOME`.
    pub home: Option<PathBuf>,
    /// `PATH`.
    pub path: Option<OsString>,
}

/// A Typst that answers with a version we accept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The program, from the root.
    pub path: PathBuf,
    /// Its version.
    pub version: Version,
    /// Who named it.
    pub origin: Origin,
    /// What was tried before.
    pub tried: Vec<Tried>,
}

/// No Typst that answers with a version we accept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotFound {
    /// What was tried, in order. If the user named one, it is the only one.
    pub tried: Vec<Tried>,
}

/// A program that was tried in vain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// Who named it.
    pub origin: Origin,
    /// The program, from the root.
    pub path: PathBuf,
    /// Why it will not do.
    pub refusal: Refusal,
}

/// Who names a Typst, in the order in which they are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The option `--typst`.
    Option,
    /// The variable `FACTUM_TYPST`.
    Variable,
    /// The folder of our own executable.
    Beside,
    /// The user's cache, where `--install-typst` puts it.
    Cache,
    /// The variable `PATH`.
    Path,
}

/// Looks for Typst: at `named` (the option `--typst`), at `FACTUM_TYPST`, beside our executable, in the
/// cache, in `PATH`. What the user names must do; of the others those that will not do are named and
/// skipped.
///
/// # Errors
/// When none will do.
pub fn find(named: Option<&Path>, surroundings: &Surroundings) -> Result<Found, NotFound> {
    find_within(ANSWER_TIME, named, surroundings)
}

impl Surroundings {
    /// What the environment of this process says.
    #[must_use]
    pub fn of_this_process() -> Self {
        Self {
            factum_typst: env::var_os("FACTUM_TYPST"),
            executable: env::current_exe().ok(),
            cache_home: env::var_os("XDG_CACHE_HOME").map(PathBuf::from),
            home: env::var_os("HOME").map(PathBuf::from),
            path: env::var_os("PATH"),
        }
    }

    /// The folder in the user's cache that is factum's own, if the user has a cache.
    #[must_use]
    pub fn cache(&self) -> Option<PathBuf> {
        let below_home = if cfg!(target_os = "macos") { "Library/Caches" } else { ".cache" };
        // A relative path in this variable counts as none: so the rules for it say.
        let named = self.cache_home.clone().filter(|cache| cache.is_absolute());
        let home = self.home.as_ref().filter(|home| home.is_absolute());
        Some(named.or_else(|| Some(home?.join(below_home)))?.join("factum"))
    }

    fn candidates(&self, named: Option<&Path>) -> Vec<(Origin, PathBuf)> {
        let variable = self.factum_typst.as_ref().filter(|path| !path.is_empty());
        if let Some(path) = named {
            return vec![(Origin::Option, path.to_owned())];
        }
        if let Some(path) = variable {
            return vec![(Origin::Variable, PathBuf::from(path))];
        }
        let beside =
            self.executable.as_ref().and_then(|ours| ours.parent()).map(|folder| folder.join("typst"));
        let cached = self.cache().map(|cache| in_cache(&cache));
        // A relative folder in `PATH` is whatever folder we stand in: a program from there is nobody's
        // choice.
        let folders = self.path.iter().flat_map(|path| env::split_paths(path).collect::<Vec<_>>());
        let in_path = folders.filter(|folder| folder.is_absolute()).map(|folder| folder.join("typst"));
        let known = beside.map(|path| (Origin::Beside, path)).into_iter();
        let known = known.chain(cached.map(|path| (Origin::Cache, path)));
        known.chain(in_path.map(|path| (Origin::Path, path))).collect()
    }
}

/// Where the program lies in factum's cache.
pub(super) fn in_cache(cache: &Path) -> PathBuf {
    cache.join("typst").join(PINNED).join("bin/typst")
}

fn find_within(time: Duration, named: Option<&Path>, surroundings: &Surroundings) -> Result<Found, NotFound> {
    let mut tried: Vec<Tried> = Vec::new();
    for (origin, path) in surroundings.candidates(named) {
        let path = absolute(&path).unwrap_or(path);
        let refusal = match ask(&path, time) {
            Ok(version) => return Ok(Found { path, version, origin, tried }),
            // Most folders of `PATH` hold no Typst, and nobody thinks they do.
            Err(Refusal::Missing) if origin == Origin::Path => continue,
            Err(refusal) => refusal,
        };
        let stop = matches!(refusal, Refusal::Interrupted(_));
        tried.push(Tried { origin, path, refusal });
        if stop {
            break;
        }
    }
    Err(NotFound { tried })
}

impl NotFound {
    /// The signal by which the user wanted us to stop, if that is why none was found.
    #[must_use]
    pub fn interrupted(&self) -> Option<i32> {
        self.tried.iter().find_map(|tried| match tried.refusal {
            Refusal::Interrupted(signal) => Some(signal),
            _ => None,
        })
    }

    /// The one that the user named, if that is why no other was tried.
    #[must_use]
    pub fn named(&self) -> Option<&Tried> {
        self.tried.iter().find(|tried| matches!(tried.origin, Origin::Option | Origin::Variable))
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match (self.interrupted(), self.named()) {
            (Some(_), _) => "start again when you are ready",
            (None, Some(_)) => "name a Typst 0.15, or none, so that it is looked for",
            (None, None) => "build once with `--install-typst`, or name a Typst 0.15 with `--typst`",
        }
    }
}

impl fmt::Display for NotFound {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.named() {
            Some(named) => return write!(out, "no PDF can be made: {named}; {}", self.help()),
            None => write!(out, "no PDF can be made: no Typst 0.15 was found; {}", self.help())?,
        }
        self.tried.iter().try_for_each(|tried| write!(out, "\n  tried {tried}"))
    }
}

impl std::error::Error for NotFound {}

impl fmt::Display for Tried {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "`{}` ({}): {}", shown(&self.path.to_string_lossy()), self.origin, self.refusal)
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Option => "from `--typst`",
            Self::Variable => "from `FACTUM_TYPST`",
            Self::Beside => "beside factum",
            Self::Cache => "in factum's cache",
            Self::Path => "in `PATH`",
        })
    }
}

#[cfg(test)]
#[path = "find_tests.rs"]
mod tests;
