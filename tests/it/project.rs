//! A project in a temporary folder, and factum run on it.

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// The article that the small projects quote.
pub(crate) const ARTICLE: &str = "\
Flood cuts off the valley

July 08, 2021

More than 1,000 people fled the valley on Wednesday, the mayor said.

The river rose by 3 metres. About 200 houses stand under water.
";

/// The smallest facts that build.
pub(crate) const FACTS: &str = "\
title: The flood in the valley
as-of: 2021-07-08
sources:
  gazette:
    title: Flood cuts off the valley
    date: 2021-07-08
    file: seeds/gazette.txt
facts:
  fled:
    claim: More than 1,000 people fled the valley on 7 July, the mayor said.
    evidence:
      - gazette: More than 1,000 people fled the valley on Wednesday, the mayor said.
";

/// A project that goes when it is dropped.
pub(crate) struct Project {
    folder: TempDir,
}

/// What a run of factum printed, and how it ended.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Project {
    /// The small project.
    pub(crate) fn small() -> Self {
        Self::with(FACTS)
    }

    /// These facts beside the small project's article.
    pub(crate) fn with(facts: &str) -> Self {
        let project = Self::empty();
        project.write("facts.yaml", facts);
        project.write("seeds/gazette.txt", ARTICLE);
        project
    }

    /// An empty folder.
    pub(crate) fn empty() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    /// A copy of this repository's own facts, articles and editions.
    pub(crate) fn own() -> Self {
        let project = Self::empty();
        for path in files_below(&repository(), &["seeds", "facts.yaml", "editions"]) {
            let name = path.strip_prefix(repository()).unwrap();
            project.write(&name.to_string_lossy(), std::fs::read(&path).unwrap());
        }
        project
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path().join(name)).unwrap()
    }

    /// Changes the facts; the words to change must be there.
    pub(crate) fn change(&self, from: &str, to: &str) {
        let facts = self.read("facts.yaml");
        assert!(facts.contains(from), "the facts do not hold {from:?}");
        self.write("facts.yaml", facts.replacen(from, to, 1));
    }

    /// Every file of `out/` with its bytes.
    pub(crate) fn out(&self) -> BTreeMap<String, Vec<u8>> {
        let Ok(entries) = std::fs::read_dir(self.path().join("out")) else { return BTreeMap::new() };
        let files = entries.map(|entry| entry.unwrap());
        files
            .map(|entry| {
                (entry.file_name().to_string_lossy().into_owned(), std::fs::read(entry.path()).unwrap())
            })
            .collect()
    }

    /// A program in the project's folder that says it is Typst, and then does what `act` says; its path.
    pub(crate) fn fake_typst(&self, act: &str) -> String {
        let answer = "if [ \"$1\" = --version ]; then echo 'typst 0.15.1'; exit 0; fi";
        self.write("bin/typst", format!("#!/bin/sh\n{answer}\n{act}\n"));
        let path = self.path().join("bin/typst");
        std::fs::set_permissions(&path, PermissionsExt::from_mode(0o755)).unwrap();
        path.to_string_lossy().into_owned()
    }

    /// Runs factum with this folder as its project.
    pub(crate) fn factum(&self, words: &[&str]) -> Ran {
        run(self.command(words))
    }

    /// The command that runs factum with this folder as its project.
    pub(crate) fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_factum"));
        command.arg("-C").arg(self.path()).args(words).env_remove("FACTUM_TYPST");
        command
    }
}

/// Runs a command to its end.
pub(crate) fn run(mut command: Command) -> Ran {
    let Output { status, stdout, stderr } = command.output().unwrap();
    Ran {
        code: status.code(),
        stdout: String::from_utf8(stdout).unwrap(),
        stderr: String::from_utf8(stderr).unwrap(),
    }
}

/// The repository's root.
pub(crate) fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Whether the files that outputs are compared with are to be rewritten.
pub(crate) fn overwriting() -> bool {
    std::env::var_os("SNAPSHOTS").is_some_and(|word| word == "overwrite")
}

/// Whether there is a Typst; where one must be, its lack is a failure.
pub(crate) fn typst() -> bool {
    let there = Project::small().factum(&["doctor"]).code == Some(0);
    assert!(there || std::env::var_os("FACTUM_TEST_TYPST").is_none(), "no Typst was found");
    there
}

/// The files at or below these names, sorted.
pub(crate) fn files_below(root: &Path, names: &[&str]) -> Vec<PathBuf> {
    let mut left: Vec<PathBuf> = names.iter().map(|name| root.join(name)).collect();
    let mut found = Vec::new();
    while let Some(path) = left.pop() {
        if path.is_dir() {
            left.extend(std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}
