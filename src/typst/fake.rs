//! A program that plays Typst, or a tool, badly: a shell script in a folder of its own.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "tests write the programs they run")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use super::find::{Found, Origin};
use super::version::Version;

/// A script that answers `--version` as Typst does, and otherwise does what it is told.
pub(super) struct Fake {
    pub(super) folder: tempfile::TempDir,
    pub(super) path: PathBuf,
}

impl Fake {
    pub(super) fn typst(body: &str) -> Self {
        Self::with_version("echo 'typst 0.15.1 (fake)'; exit 0", body)
    }

    pub(super) fn with_version(version: &str, body: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("typst");
        write_script(&path, &format!("if [ \"$1\" = --version ]; then {version}; fi\n{body}"));
        Self { folder, path }
    }

    pub(super) fn found(&self) -> Found {
        let version = Version(0, 15, 1);
        Found { path: self.path.clone(), version, origin: Origin::Option, tried: vec![] }
    }

    /// The number that the script wrote into the file `name`.
    pub(super) fn number(&self, name: &str) -> Option<u32> {
        fs::read_to_string(self.folder.path().join(name)).ok()?.trim().parse().ok()
    }
}

pub(super) fn write_script(path: &Path, body: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, format!("#!/bin/sh\n{body}\n")).unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
}

/// Whether a process is still there after a moment; one that only waits to be reaped is not. To be killed
/// takes a process an instant, and longer on a busy machine.
pub(super) fn lives(process: u32) -> bool {
    let stays = |_: &u32| {
        sleep(Duration::from_millis(20));
        let status = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
        status.rsplit_once(") ").is_some_and(|(_, state)| !state.starts_with('Z'))
    };
    (0..100).take_while(stays).count() == 100
}
