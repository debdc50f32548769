//! A project begins: it checks and builds at once, and nothing of anybody's is written over.

use crate::project::{Project, Ran, run};

fn init(project: &Project, folder: &str) -> Ran {
    let path = project.path().join(folder).to_string_lossy().into_owned();
    project.factum(&["init", &path])
}

#[test]
fn it_checks_without_a_finding_and_builds() {
    let project = Project::empty();
    let ran = project.factum(&["init"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let ran = project.factum(&["check", "--format", "concise", "--deny", "warnings"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(0), ""), "not even a note: {ran:?}");
    let ran = project.factum(&["build", "--format", "md,html,json"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(project.read("out/briefing.md").contains("does not run from 18 March"));
}

#[test]
fn the_second_fact_of_its_comments_is_right() {
    let project = Project::empty();
    project.factum(&["init"]);
    let facts = project.read("facts.yaml");
    let (before, fact) = facts.split_once("#  islanders:").unwrap();
    let fact: String = format!("#  islanders:{fact}")
        .lines()
        .take_while(|line| line.len() > 1)
        .map(|line| format!("{}\n", &line[1..]))
        .collect();
    project.write("facts.yaml", format!("{before}\n{fact}"));
    let ran = project.factum(&["check", "--format", "concise", "--deny", "warnings"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(0), ""), "{ran:?}");
    assert!(ran.stderr.contains("2 quotations"), "{}", ran.stderr);
}

#[test]
fn a_changed_digit_is_found() {
    let project = Project::empty();
    project.factum(&["init"]);
    project.change("from 18 March 2024", "from 19 March 2024");
    assert_eq!(project.factum(&["check"]).code, Some(1));
}

#[test]
fn the_folder_is_made_and_named() {
    let project = Project::empty();
    let ran = init(&project, "desk/ferry");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stderr.contains("desk/ferry check"), "{}", ran.stderr);
    assert!(project.path().join("desk/ferry/seeds/nordvik-post.txt").is_file());
}

#[test]
fn nothing_is_written_over() {
    let project = Project::empty();
    project.write("facts.yaml", "mine");
    let ran = project.factum(&["init"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(
        ran.stderr.contains("`facts.yaml`: a file stands there already; nothing was written"),
        "{}",
        ran.stderr
    );
    assert_eq!(project.read("facts.yaml"), "mine");
    assert!(!project.path().join("seeds").exists(), "and nothing is written beside it");
    let ran = init(&project, "facts.yaml");
    assert_eq!(ran.code, Some(2), "a file is no folder: {ran:?}");
}

#[test]
fn its_outputs_prove_themselves() {
    let project = Project::empty();
    project.factum(&["init"]);
    project.factum(&["build", "--format", "html"]);
    let page = project.path().join("out/briefing.html");
    let words = ["verify", &page.to_string_lossy(), "--sources", &project.path().to_string_lossy()];
    assert_eq!(run(project.command(&words)).code, Some(0));
}
