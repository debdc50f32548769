//! The outputs of a small project that has some of everything, compared with `tests/golden/`.
//!
//! `SNAPSHOTS=overwrite cargo test` rewrites the files; read the difference before you commit it.

use snapbox::{Assert, Data};

use crate::project::{Project, repository};

/// Reads the project `tests/golden/NAME/`, builds it, and compares its Markdown and HTML.
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
    let assert = Assert::new().action_env("SNAPSHOTS");
    for output in ["briefing.md", "briefing.html", "factsheet/factsheet.md", "factsheet/factsheet.html"] {
        let name = output.trim_start_matches("factsheet/");
        assert.eq(project.read(&format!("out/{output}")), Data::read_from(&folder.join(name), None).raw());
    }
    for (name, bytes) in briefing {
        let now = std::fs::read(project.path().join("out").join(&name)).unwrap();
        assert!(now == bytes, "the fact sheet changed {name} of the briefing");
    }
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
