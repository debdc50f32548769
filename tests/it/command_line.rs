//! What the commands answer, and with which exit code.

use crate::project::{FACTS, Project};

const WITHOUT_PDF: [&str; 3] = ["build", "--format", "md,html,json"];

#[test]
fn the_smallest_facts_build() {
    let project = Project::small();
    let ran = project.factum(&WITHOUT_PDF);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let names: Vec<String> = project.out().into_keys().collect();
    assert_eq!(
        names,
        [
            "SHA256SUMS",
            "briefing.html",
            "briefing.json",
            "briefing.md",
            "chronology.csv",
            "figures.csv",
            "manifest.json",
            "sources.csl.json",
            "timeline.json",
        ]
    );
    assert!(project.read("out/briefing.md").contains("More than 1,000 people fled the valley on 7 July"));
}

#[test]
fn success_is_one_quiet_line() {
    let ran = Project::small().factum(&["check"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let notes_only =
        ran.stdout.lines().filter(|line| line.starts_with("error") || line.starts_with("warning"));
    assert_eq!(notes_only.count(), 0, "{}", ran.stdout);
    assert!(ran.stdout.contains("1 quotation in 1 article: 1 exact; 0 failed"), "{}", ran.stdout);
}

#[test]
fn a_changed_digit_is_shown_in_both_files() {
    let project = Project::small();
    project.factum(&WITHOUT_PDF);
    let before = project.out();
    project.change("- gazette: More than 1,000", "- gazette: More than 1,900");
    let ran = project.factum(&WITHOUT_PDF);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.stdout.contains("facts.yaml:12:30"), "{}", ran.stdout);
    assert!(ran.stdout.contains("seeds/gazette.txt:5:13"), "{}", ran.stdout);
    assert!(ran.stdout.contains("number changed"), "{}", ran.stdout);
    assert_eq!(project.out(), before, "a failing check leaves out/ untouched");
}

#[test]
fn a_second_build_writes_nothing() {
    let project = Project::small();
    project.factum(&WITHOUT_PDF);
    let ran = project.factum(&WITHOUT_PDF);
    assert!(ran.stderr.contains("is up to date"), "{}", ran.stderr);
}

#[test]
fn build_check_tells_what_is_stale() {
    let project = Project::small();
    let check = ["build", "--check", "--format", "md,html,json"];
    assert_eq!(project.factum(&check).code, Some(1));
    assert!(project.out().is_empty(), "--check writes nothing");
    project.factum(&WITHOUT_PDF);
    assert_eq!(project.factum(&check).code, Some(0));
    project.write("out/briefing.md", "changed by hand");
    let ran = project.factum(&check);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stderr.contains("`briefing.md` is stale"), "{}", ran.stderr);
}

#[test]
fn build_check_shows_what_would_change() {
    let project = Project::small();
    project.factum(&WITHOUT_PDF);
    project.change("title: The flood in the valley", "title: A flood in the valley");
    let ran = project.factum(&["build", "--check", "--format", "md,html,json"]);
    assert_eq!(ran.code, Some(1));
    for words in
        ["`briefing.md` is stale\n  line 1\n", "  - # The flood in the valley\n  + # A flood in the valley\n"]
    {
        assert!(ran.stderr.contains(words), "{words:?}: {}", ran.stderr);
    }
    assert!(ran.stderr.len() < 64 << 10);
}

#[test]
fn a_draft_is_written_and_marked() {
    let project = Project::small();
    project.change(
        "More than 1,000 people fled the valley on 7 July",
        "More than 2,000 people fled the valley on 7 July",
    );
    assert_eq!(project.factum(&WITHOUT_PDF).code, Some(1));
    let ran = project.factum(&["build", "--draft", "--format", "md,html,json"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(project.read("out/briefing.md").to_lowercase().contains("draft"));
    assert!(project.read("out/briefing.html").to_lowercase().contains("draft"));
}

#[test]
fn a_draft_in_spite_of_denied_warnings_is_marked() {
    let project = Project::small();
    project.change("on 7 July, the mayor said.", "on 7 July.");
    let build = ["build", "--deny", "warnings", "--format", "md,html,json"];
    assert_eq!(project.factum(&build).code, Some(1));
    let ran = project.factum(&[&build[..], &["--draft"]].concat());
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stdout.contains("warning[attribution-lost]"), "{}", ran.stdout);
    assert!(project.read("out/briefing.md").contains("DRAFT"));
    let manifest: serde_json::Value = serde_json::from_str(&project.read("out/manifest.json")).unwrap();
    assert_eq!(manifest["draft"], true);
    let briefing: serde_json::Value = serde_json::from_str(&project.read("out/briefing.json")).unwrap();
    assert_eq!(briefing["method"]["failing"][0]["label"], "attribution-lost");
    assert_eq!(project.factum(&["build", "--draft", "--format", "md,html,json"]).code, Some(0));
    assert!(
        !project.read("out/briefing.md").contains("DRAFT"),
        "a warning that nobody denies makes no draft"
    );
}

#[test]
fn a_changed_article_is_an_error_where_its_digest_is_known() {
    let digest = "0".repeat(64);
    let project = Project::with(&FACTS.replace("    file:", &format!("    sha256: {digest}\n    file:")));
    let ran = project.factum(&["check", "--format", "concise"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stdout.contains("error[source-changed]"), "{}", ran.stdout);
}

#[test]
fn warnings_fail_only_where_they_are_denied() {
    let project = Project::small();
    project.change("on 7 July, the mayor said.", "on 7 July.");
    let ran = project.factum(&["check", "--format", "concise"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stdout.contains("warning[attribution-lost]"), "{}", ran.stdout);
    assert_eq!(project.factum(&["check", "--deny", "warnings"]).code, Some(1));
    assert_eq!(project.factum(&["check", "--deny", "warnings", "--allow", "attribution-lost"]).code, Some(0));
    assert_eq!(project.factum(&["check", "--deny", "warnings", "--only", "quote-not-found"]).code, Some(0));
}

#[test]
fn an_accepted_finding_is_silent_and_an_idle_accept_is_not() {
    let accept = "    accept:\n      - check: attribution-lost\n        because: The mayor is the source of the whole article.\n";
    let facts = FACTS.replace("on 7 July, the mayor said.", "on 7 July.");
    let project = Project::with(&format!("{facts}{accept}"));
    let ran = project.factum(&["check", "--format", "concise"]);
    assert!(!ran.stdout.contains("attribution-lost"), "{}", ran.stdout);
    let idle = Project::with(&format!("{FACTS}{accept}"));
    let ran = idle.factum(&["check", "--format", "concise"]);
    assert!(ran.stdout.contains("warning[accept-unused]"), "{}", ran.stdout);
}

#[test]
fn every_check_explains_itself() {
    let ran = Project::empty().factum(&["explain"]);
    assert_eq!(ran.code, Some(0));
    let codes: Vec<&str> = ran.stdout.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(codes.len() > 30, "{codes:?}");
    for code in codes {
        let ran = Project::empty().factum(&["explain", code]);
        assert!(ran.stdout.starts_with(&format!("# {code}\n")), "{code}");
    }
    for code in ["yaml-syntax", "hash-cut", "tab-indent", "article-unreadable", "template-refused"] {
        let ran = Project::empty().factum(&["explain", code]);
        assert_eq!(ran.code, Some(0), "{code}");
        assert!(ran.stdout.starts_with(&format!("# {code}\n\n*error.* ")), "{}", ran.stdout);
    }
    let ran = Project::empty().factum(&["explain", "quote-not-fuond"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("did you mean `quote-not-found`?"), "{}", ran.stderr);
}

#[test]
fn words_that_are_not_understood_are_exit_code_2() {
    for words in [&["bulid"][..], &["build", "--format", "docx"], &["check", "--only", "no-such-check"], &[]]
    {
        assert_eq!(Project::small().factum(words).code, Some(2), "{words:?}");
    }
    assert_eq!(Project::small().factum(&["--version"]).code, Some(0));
    assert_eq!(Project::small().factum(&["build", "--help"]).code, Some(0));
}

#[test]
fn the_schemas_are_json() {
    for words in [&["schema"][..], &["schema", "briefing"]] {
        let ran = Project::empty().factum(words);
        let schema: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        assert!(schema["properties"]["title"].is_object(), "{words:?}");
    }
}

#[test]
fn a_reader_who_leaves_is_no_error() {
    use std::process::Stdio;
    let project = Project::small();
    let mut child = project.command(&["schema"]).stdout(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}
