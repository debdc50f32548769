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
    let assert = Assert::new().action_env("SNAPSHOTS");
    for output in ["briefing.md", "briefing.html"] {
        assert.eq(project.read(&format!("out/{output}")), Data::read_from(&folder.join(output), None).raw());
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
