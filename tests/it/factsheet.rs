//! Does the fact sheet hold what one page needs, each of its words proved, and nothing else?

use serde_json::Value;

use crate::project::{Project, typst};

/// The names of the outputs in a folder of the project.
fn names(project: &Project, folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(project.path().join(folder)).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// This repository's own fact sheet as data, beside its Markdown.
fn own() -> (Project, Value) {
    let project = Project::own();
    let ran = project.factum(&["build", "--template", "factsheet", "--format", "md,html,json"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let view = serde_json::from_str(&project.read("out/factsheet/factsheet.json")).unwrap();
    (project, view)
}

#[test]
fn it_stands_in_a_folder_of_its_own_with_its_own_manifest() {
    let (project, _) = own();
    let expected = ["SHA256SUMS", "factsheet.html", "factsheet.json", "factsheet.md", "manifest.json"];
    assert_eq!(names(&project, "out/factsheet"), expected);
    assert_eq!(names(&project, "out"), ["factsheet"]);
    let manifest: Value = serde_json::from_str(&project.read("out/factsheet/manifest.json")).unwrap();
    assert_eq!(manifest["options"]["template"], "factsheet");
}

#[test]
fn it_holds_only_the_worst_differences_and_links_to_no_other() {
    let (_, view) = own();
    let differences = view["differences"].as_array().unwrap();
    assert!(!differences.is_empty() && differences.iter().all(|one| one["severity"] == "high"));
    let told: Vec<&Value> = differences.iter().map(|one| &one["id"]).collect();
    for figure in view["figures"].as_array().unwrap() {
        assert!(figure["differs"] == "" || told.contains(&&figure["differs"]), "{figure}");
    }
    assert_eq!(
        (view["sections"].as_array().unwrap().len(), view["document"].as_str()),
        (0, Some("factsheet"))
    );
}

#[test]
fn it_says_that_sources_differ_where_the_difference_is_not_told() {
    let (project, view) = own();
    let figures = view["figures"].as_array().unwrap();
    assert!(figures.iter().any(|one| one["disputed"] == true && one["differs"] == ""));
    let disputed = figures.iter().filter(|one| one["disputed"] == true).count();
    let text = project.read("out/factsheet/factsheet.md");
    assert_eq!(text.matches("(≠ sources differ) |").count(), disputed, "{text}");
    let shown = view["differences"].as_array().unwrap();
    let told = format!("; the {} gravest below", shown.len());
    assert!(text.contains("- Differences: ") && text.contains(&told), "{text}");
    for one in shown.iter().filter(|one| one["status"] == "unresolved") {
        let after = text.split_once(one["title"].as_str().unwrap()).unwrap().1;
        assert!(after.trim_start().lines().next().unwrap().ends_with(", unresolved."), "{text}");
    }
    assert!(text.contains(view["method"]["limit"].as_str().unwrap()), "{text}");
}

#[test]
fn its_notes_are_numbered_without_gaps_and_each_is_cited() {
    let (project, view) = own();
    let notes = view["notes"].as_array().unwrap();
    let numbers: Vec<u64> = notes.iter().map(|note| note["number"].as_u64().unwrap()).collect();
    assert_eq!(numbers, (1..=numbers.len() as u64).collect::<Vec<u64>>());
    let (text, page) =
        (project.read("out/factsheet/factsheet.md"), project.read("out/factsheet/factsheet.html"));
    for note in notes {
        let name = note["name"].as_str().unwrap();
        assert!(text.matches(&format!("[^{name}]")).count() >= 2, "{name} is not cited or not printed");
        assert_eq!(page.matches(&format!("<li id=n{}>", note["number"])).count(), 1, "{name}");
    }
}

#[test]
fn without_a_summary_the_first_facts_stand_in_its_place() {
    let project = Project::small();
    let ran = project.factum(&["build", "--template", "factsheet", "--format", "md"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let text = project.read("out/factsheet/factsheet.md");
    assert!(
        text.contains("- More than 1,000 people fled the valley on 7 July, the mayor said.[^gazette-3]"),
        "{text}"
    );
}

#[test]
fn a_project_replaces_its_template() {
    let project = Project::small();
    project.write("templates/factsheet.md.tera", "{{ title }} on one page\n");
    let ran = project.factum(&["build", "--template", "factsheet", "--format", "md"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(project.read("out/factsheet/factsheet.md"), "The flood in the valley on one page\n");
}

#[test]
fn this_repository_s_own_is_one_page_of_paper() {
    if !typst() {
        return;
    }
    let project = Project::own();
    assert_eq!(project.factum(&["build", "--template", "factsheet", "--format", "pdf"]).code, Some(0));
    let pdf = std::fs::read(project.path().join("out/factsheet/factsheet.pdf")).unwrap();
    let pages = pdf
        .split(|byte| *byte == b'/')
        .filter(|name| name.starts_with(b"Page") && !name.starts_with(b"Pages"));
    let pages = pages.filter(|name| name.get(4).is_none_or(|byte| !byte.is_ascii_alphanumeric()));
    assert_eq!(pages.count(), 1, "the fact sheet runs over its page");
}
