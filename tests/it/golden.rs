//! The outputs of a small project that has some of everything, compared with `tests/golden/`.
//!
//! `SNAPSHOTS=overwrite cargo test` rewrites the files; read the difference before you commit it.

use std::path::Path;

use snapbox::{Assert, Data};

use crate::project::{Project, repository};

/// What is compared of `out/`. `briefing.json` is not: it says nothing that the others do not say.
const OUTPUTS: [&str; 8] = [
    "briefing.md",
    "briefing.html",
    "figures.csv",
    "chronology.csv",
    "sources.csl.json",
    "timeline.json",
    "factsheet/factsheet.md",
    "factsheet/factsheet.html",
];

/// Reads the project `tests/golden/NAME/`, builds it, and compares its outputs and what `coverage` and `overlap` tell.
fn golden(name: &str) {
    let folder = repository().join("tests/golden").join(name);
    let project = Project::empty();
    for path in crate::project::files_below(&folder, &["facts.yaml", "seeds"]) {
        let inside = path.strip_prefix(&folder).unwrap().to_string_lossy().into_owned();
        project.write(&inside, std::fs::read(&path).unwrap());
    }
    let ran = project.factum(&["build", "--format", "md,html,json"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let briefing = project.out();
    let ran = project.factum(&["build", "--template", "factsheet", "--format", "md,html,json"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    for output in OUTPUTS {
        let name = output.trim_start_matches("factsheet/");
        same(&folder.join(name), &project.read(&format!("out/{output}")));
    }
    for command in ["coverage", "overlap"] {
        let ran = project.factum(&[command]);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        same(&folder.join(format!("{command}.txt")), &ran.stdout);
    }
    for (name, bytes) in briefing {
        let now = std::fs::read(project.path().join("out").join(&name)).unwrap();
        assert!(now == bytes, "the fact sheet changed {name} of the briefing");
    }
}

/// Compares what was made with the file, or rewrites the file.
fn same(file: &Path, made: &str) {
    Assert::new().action_env("SNAPSHOTS").eq(made, Data::read_from(file, None).raw());
}

#[test]
fn the_smallest_facts() {
    golden("smallest");
}

#[test]
fn a_bit_of_everything() {
    golden("everything");
}

#[test]
fn hostile_words() {
    golden("hostile");
}
