//! Do time, memory and messages stay in proportion, whatever the facts hold?

use crate::project::{FACTS, Project};

const LOST: usize = 3000;

/// The small project with thousands of quotations that stand nowhere.
fn lost() -> Project {
    Project::with(&format!("{FACTS}{}", "      - gazette: nobody ever printed this\n".repeat(LOST)))
}

#[test]
fn a_thousand_findings_of_a_check_are_told_and_the_rest_counted() {
    let project = lost();
    let ran = project.factum(&["check", "--only", "quote-not-found", "--format", "json"]);
    assert_eq!(ran.code, Some(1));
    let told: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(told["findings"].as_array().unwrap().len(), 1000);
    let untold =
        serde_json::json!([{ "check": "quote-not-found", "severity": "error", "count": LOST - 1000 }]);
    assert_eq!(told["coverage"]["untold"], untold);
    for format in ["human", "concise", "github"] {
        let ran = project.factum(&["check", "--only", "quote-not-found", "--format", format]);
        assert!(ran.stdout.len() < 64 << 10, "{format}");
        let shown = ran.stdout.matches("nothing like these words").count();
        let left = format!("… and {} more findings: {} errors", LOST - shown, LOST - shown);
        assert!(ran.stdout.contains(&left), "{format}: {left}");
    }
    let ran = project.factum(&["check", "--only", "quote-not-found", "--format", "junit"]);
    assert!(ran.stdout.contains("and more of this check: 2000 errors"));
}

#[test]
fn findings_that_are_only_counted_keep_the_briefing_back() {
    let project = lost();
    assert_eq!(
        project.factum(&["check", "--allow", "quote-not-found"]).code,
        Some(0),
        "left out, they are no reason"
    );
    let ran = project.factum(&["build", "--format", "md"]);
    assert_eq!((ran.code, project.out().len()), (Some(1), 0));
    let ran = project.factum(&["build", "--format", "md", "--draft"]);
    assert!(project.read("out/briefing.md").contains("and 2000 more like these"), "{ran:?}");
}

#[test]
fn every_number_of_one_long_field_is_looked_up() {
    let numbers: String = (1000..21_000).map(|number| format!("{number} cows came. ")).collect();
    let project = Project::with(&format!("summary: {numbers}\n{FACTS}"));
    let ran = project.factum(&["check", "--only", "prose-ungrounded", "--format", "concise"]);
    let shown = ran.stdout.matches("error[prose-ungrounded]").count();
    assert!(ran.stdout.starts_with("facts.yaml:1:10: error[prose-ungrounded]: `1000"), "{shown}");
    assert!(ran.stdout.contains(&format!("… and {} more findings", 20_000 - shown)), "{shown}");
}

#[test]
fn thousands_of_unknown_ids_beside_thousands_of_known_ones_cost_no_minutes() {
    let facts: String =
        (0..4000).map(|nth| format!("  f{nth}:\n    claim: It rose.\n    after: [f{nth}-x]\n")).collect();
    let project = Project::with(&format!("{FACTS}{facts}"));
    let ran = project.factum(&["check", "--only", "unknown-reference", "--format", "concise"]);
    assert!(ran.stdout.contains("did you mean `f0`?"), "{}", ran.stdout.lines().next().unwrap_or_default());
    assert!(ran.stdout.contains("such as `f0`"), "{}", ran.stdout.len());
}
