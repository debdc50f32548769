//! Does a draft claim no support that was not found, and count what it does not tell?

use serde_json::Value;

use crate::project::Project;

/// The small project with a summary, a quotation that stands nowhere and one that is another figure.
fn draft() -> (Project, Value) {
    let project = Project::small();
    project.change("sources:\n", "summary: The way is long [@way]. The river rose [@river].\nsources:\n");
    let more = "
  way:
    claim: The way is long.
    evidence:
      - gazette: The way to the sea is very long.
  river:
    claim: The river rose.
    evidence:
      - gazette: The river rose by 3 metres.
      - gazette: The river is rising every hour.
  houses:
    claim: About 200 houses stand under water.
    value: about 200 houses
    evidence:
      - gazette: About 200 houses stand under water.
      - source: gazette
        quote: More than 1,000 people fled
        says: 1,000
";
    project.write("facts.yaml", project.read("facts.yaml") + more.trim_start_matches('\n'));
    let ran = project.factum(&["build", "--draft", "--format", "md,json"]);
    assert!(project.path().join("out/briefing.json").exists(), "{ran:?}");
    let view = serde_json::from_str(&project.read("out/briefing.json")).unwrap();
    (project, view)
}

fn line<'a>(view: &'a Value, fact: &str) -> &'a str {
    let mut facts = view["sections"][0]["facts"].as_array().unwrap().iter();
    facts.find(|one| one["id"] == fact).unwrap()["support"]["line"].as_str().unwrap()
}

#[test]
fn a_quotation_that_is_not_found_supports_nothing() {
    let (_, view) = draft();
    assert_eq!(line(&view, "way"), "Quotation not found.");
    assert_eq!(line(&view, "river"), "1\u{a0}article. Origin not named.");
}

#[test]
fn no_blank_is_left_before_a_cite_that_proves_nothing() {
    let (project, _) = draft();
    let text = project.read("out/briefing.md");
    assert!(text.contains("- The way is long. The river rose[^"), "{text}");
}

#[test]
fn the_box_of_differences_counts_those_that_are_not_disclosed() {
    let (_, view) = draft();
    let boxes = view["strip"].as_array().unwrap();
    let differences = boxes.iter().find(|one| one["label"] == "Differences").unwrap();
    assert_eq!(differences["text"], "1 not disclosed");
    let figure = &view["figures"][0];
    assert_eq!((&figure["fact"], &figure["disputed"]), (&"houses".into(), &true.into()));
}
