//! Fingerprints get into the facts by one line each, and nothing else changes.

use crate::project::{ARTICLE, FACTS, Project, run};

/// The line that `sha256sum` would have us write.
fn line(project: &Project, file: &str) -> String {
    let mut command = std::process::Command::new("sha256sum");
    command.arg(project.path().join(file));
    format!("    sha256: {}\n", run(command).stdout.split(' ').next().unwrap())
}

#[test]
fn a_missing_fingerprint_is_one_line_more() {
    let project = Project::small();
    let ran = project.factum(&["lock"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stderr.contains("seeds/gazette.txt"), "{}", ran.stderr);
    let file = "    file: seeds/gazette.txt\n";
    let expected = FACTS.replace(file, &format!("{file}{}", line(&project, "seeds/gazette.txt")));
    assert_eq!(project.read("facts.yaml"), expected);
    assert_eq!(project.factum(&["check"]).code, Some(0));
    let ran = project.factum(&["lock"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), "every source has its `sha256`\n"));
    assert_eq!(project.read("facts.yaml"), expected);
}

#[test]
fn a_changed_text_is_locked_anew_only_if_asked() {
    let project = Project::small();
    project.factum(&["lock"]);
    let locked = project.read("facts.yaml");
    project.write("seeds/gazette.txt", format!("{ARTICLE}\nOne more line.\n"));
    let ran = project.factum(&["lock"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.stderr.contains("--update"), "{}", ran.stderr);
    assert_eq!(project.read("facts.yaml"), locked);
    assert_eq!(project.factum(&["lock", "--update"]).code, Some(0));
    assert!(project.read("facts.yaml").contains(&line(&project, "seeds/gazette.txt")));
    assert_eq!(project.factum(&["check"]).code, Some(0));
}

#[test]
fn sources_in_included_files_are_locked_there() {
    let (before, facts) = FACTS.split_once("sources:").unwrap();
    let (sources, facts) = facts.split_once("facts:").unwrap();
    let main = format!("\u{feff}{before}include:\n  - facts/*.yaml\nfacts:{facts}");
    let project = Project::with(&main);
    project.write("facts/sources.yaml", format!("sources:{sources}"));
    let ran = project.factum(&["lock"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(project.read("facts.yaml"), main);
    assert!(project.read("facts/sources.yaml").ends_with(&line(&project, "seeds/gazette.txt")));
}

#[test]
fn facts_that_cannot_take_the_line_stay_as_they_are() {
    let facts = FACTS.replace(
        "  gazette:\n    title: Flood cuts off the valley\n    date: 2021-07-08\n    file: seeds/gazette.txt\n",
        "  gazette: {\n    title: Flood cuts off the valley,\n    date: 2021-07-08,\n    file: seeds/gazette.txt\n  }\n",
    );
    let project = Project::with(&facts);
    assert_eq!(project.factum(&["check"]).code, Some(0));
    let ran = project.factum(&["lock"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.stderr.contains("nothing was changed"), "{}", ran.stderr);
    assert_eq!(project.read("facts.yaml"), facts);
}

#[test]
fn facts_that_cannot_be_read_are_not_touched() {
    let project = Project::with(&FACTS.replace("claim:", "clam:"));
    let before = project.read("facts.yaml");
    assert_eq!(project.factum(&["lock"]).code, Some(2));
    assert_eq!(project.read("facts.yaml"), before);
}

#[test]
fn a_link_in_the_place_of_the_facts_is_not_written_through() {
    let project = Project::small();
    let elsewhere = Project::empty();
    elsewhere.write("facts.yaml", FACTS);
    std::fs::remove_file(project.path().join("facts.yaml")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path().join("facts.yaml"), project.path().join("facts.yaml"))
        .unwrap();
    assert_eq!(project.factum(&["lock"]).code, Some(2));
    assert_eq!(elsewhere.read("facts.yaml"), FACTS);
}
