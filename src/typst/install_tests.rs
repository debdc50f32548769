//! Does an installation come out whole, or say what is missing and leave nothing behind?

#![allow(clippy::disallowed_methods, reason = "tests write the programs they run")]

use std::fs;

use super::super::fake::write_script;
use super::*;

/// Tools that play Cargo and its company, and a cache.
struct Desk {
    folder: tempfile::TempDir,
}

const BUILDS: &str = "case $1 in --version) echo cargo 1.95.0; exit 0;; esac\n\
    echo \"$*\" > \"$CALLED\"; pwd >> \"$CALLED\"; echo \"$CARGO_TARGET_DIR\" >> \"$CALLED\"\n\
    while [ \"$1\" != --root ]; do shift; done\n\
    printf '    Updating crates.io index\\n' >&2; sleep 0.1\n\
    printf '    Building [=>  ] 1/3: a\\r' >&2; sleep 0.1; printf '    Building [==> ] 2/3: b\\r' >&2; sleep 0.1\n\
    mkdir -p \"$2/bin\" \"$CARGO_TARGET_DIR/deps\"\n\
    printf '#!/bin/sh\\necho typst 0.15.1' > \"$2/bin/typst\"; chmod +x \"$2/bin/typst\"";

impl Desk {
    fn new(cargo: &str) -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        let called = desk.folder.path().join("called");
        desk.tool("cargo", &format!("CALLED='{}'\n{cargo}", called.display()));
        desk.tool("cc", "exit 0");
        desk.tool("pkg-config", "exit 0");
        desk
    }

    fn tool(&self, name: &str, body: &str) {
        write_script(&self.folder.path().join("tools").join(name), body);
    }

    fn cache(&self) -> PathBuf {
        self.folder.path().join("cache")
    }

    fn install(&self) -> (Result<PathBuf, InstallTrouble>, Vec<String>) {
        let path = format!("{}:/usr/bin:/bin", self.folder.path().join("tools").display());
        let mut lines = Vec::new();
        let bench = Bench { path: Some(path.into()) };
        let result = install_with(&bench, &self.cache(), &mut |line| lines.push(line.to_owned()));
        (result, lines)
    }

    fn left(&self) -> Vec<String> {
        let entries = fs::read_dir(self.cache().join("typst")).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort_unstable();
        names
    }
}

#[test]
fn what_is_built_stands_in_the_cache_whole() {
    let desk = Desk::new(BUILDS);
    let (result, lines) = desk.install();
    assert_eq!(result.unwrap(), in_cache(&desk.cache()));
    assert_eq!(lines.first().unwrap(), "starting cargo");
    assert!(lines.contains(&"compiling 1/3".to_owned()), "{lines:?}");
    assert_eq!(desk.left(), ["0.15.1", "0.15.1.lock"]);
    assert!(!desk.cache().join("typst/0.15.1/target").exists());
    let called = fs::read_to_string(desk.folder.path().join("called")).unwrap();
    let part = desk.cache().join("typst/0.15.1.part");
    let expected = format!("install typst-cli --version =0.15.1 --locked --root {}", part.display());
    assert_eq!(called.lines().next().unwrap(), expected);
    assert_eq!(called.lines().nth(2).unwrap(), part.join("target").to_string_lossy());
}

#[test]
fn a_typst_that_is_there_already_is_left_alone() {
    let desk = Desk::new("exit 9");
    write_script(&in_cache(&desk.cache()), "echo typst 0.15.1");
    let (result, lines) = desk.install();
    assert!(result.is_ok());
    assert_eq!(lines, [""; 0]);
}

#[test]
fn a_broken_one_is_replaced() {
    let desk = Desk::new(BUILDS);
    write_script(&in_cache(&desk.cache()), "exit 1");
    assert!(desk.install().0.is_ok());
    assert!(ask(&in_cache(&desk.cache()), ANSWER_TIME).is_ok());
}

#[test]
fn a_build_that_fails_says_why_and_leaves_nothing() {
    let desk = Desk::new(
        "[ $1 = --version ] && exit 0\nprintf '   Compiling a v1\\nerror: no space\\n  for a\\n' >&2; exit 101",
    );
    let (result, _) = desk.install();
    let trouble = result.unwrap_err();
    assert_eq!(
        trouble.to_string(),
        "Typst is not installed: cargo could not build Typst: error: no space; try again, or name a Typst 0.15 \
         with `--typst`\n    for a"
    );
    assert_eq!(desk.left(), ["0.15.1.lock"]);
}

#[test]
fn what_is_missing_is_named_before_minutes_are_spent() {
    let desk = Desk::new("exit 1");
    assert_eq!(desk.install().0, Err(InstallTrouble::NoCargo));
    let desk = Desk::new(BUILDS);
    desk.tool("cc", "exit 127");
    assert_eq!(desk.install().0, Err(InstallTrouble::NoCompiler));
    let desk = Desk::new(BUILDS);
    desk.tool("pkg-config", "exit 1");
    desk.tool("perl", "exit 2");
    if std::env::var_os("OPENSSL_DIR").is_none() && !cfg!(target_os = "macos") {
        assert_eq!(desk.install().0, Err(InstallTrouble::NoOpenSsl));
        desk.tool("perl", "exit 0");
        desk.tool("make", "exit 0");
        assert!(desk.install().0.is_ok());
        let called = fs::read_to_string(desk.folder.path().join("called")).unwrap();
        assert!(called.contains("--features vendor-openssl"), "{called}");
    }
}

#[test]
fn what_is_built_must_answer_as_typst_does() {
    let desk = Desk::new(&BUILDS.replace("typst 0.15.1'", "typst 0.9.0'"));
    let (result, _) = desk.install();
    assert!(matches!(result, Err(InstallTrouble::NotTypst(Refusal::Version(_)))), "{result:?}");
    assert_eq!(desk.left(), ["0.15.1.lock"]);
}

#[test]
fn a_second_installation_waits_and_finds_the_first() {
    let desk = Desk::new(BUILDS);
    let results = std::thread::scope(|scope| {
        let both = [scope.spawn(|| desk.install().0), scope.spawn(|| desk.install().0)];
        both.map(|one| one.join().unwrap())
    });
    assert!(results.iter().all(Result::is_ok), "{results:?}");
    assert_eq!(desk.left(), ["0.15.1", "0.15.1.lock"]);
}
