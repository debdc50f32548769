//! Editions are released once, compared, and told of in the next one.

use serde_json::Value;

use crate::project::{FACTS, Project, Ran, files_below, repository};

const WITHOUT_PDF: [&str; 3] = ["build", "--format", "md,html,json"];

/// A project whose first edition has a fact, a figure, a difference and an open question, and is released.
const FIRST: &str = "
  water:
    claim: The river rose by 3 metres.
    value: 3 metres
    evidence:
      - gazette: The river rose by 3 metres.
discrepancies:
  houses:
    title: How many houses?
    class: scope
    severity: low
    sides:
      - gazette: About 200 houses stand under water.
      - gazette: The river rose by 3 metres.
    status: unresolved
unknowns:
  - Whether anybody was hurt.
";

fn first() -> Project {
    let facts = FACTS.replace("sources:", "edition:\n  number: 1\nsources:");
    let project = Project::with(&format!("{}{FIRST}", facts.trim_end()));
    let ran = project.factum(&["release"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    project.change("number: 1", "number: 2");
    project
}

/// The changes since edition 1: kind, id and whether it is a correction.
fn changes(project: &Project) -> Vec<(String, String, bool)> {
    let ran = project.factum(&["diff", "1", "--format", "json"]);
    let answer: Value = serde_json::from_str(&ran.stdout).unwrap_or_else(|error| panic!("{error}: {ran:?}"));
    let list = answer["changes"].as_array().unwrap();
    assert_eq!(ran.code, Some(i32::from(!list.is_empty())), "{ran:?}");
    let word = |change: &Value, key: &str| change[key].as_str().unwrap().to_owned();
    list.iter()
        .map(|one| (word(one, "kind"), word(one, "id"), one["correction"].as_bool().unwrap()))
        .collect()
}

fn is(kind: &str, id: &str) -> (String, String, bool) {
    (kind.to_owned(), id.to_owned(), false)
}

/// The part of `briefing.md` that tells what has changed; empty if there is none.
fn told(project: &Project) -> String {
    let ran = project.factum(&WITHOUT_PDF);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let text = project.read("out/briefing.md");
    let Some((_, rest)) = text.split_once("## Changes since the last edition\n") else {
        return String::new();
    };
    rest.split("\n## ").next().unwrap().to_owned()
}

#[test]
fn an_edition_is_released_once() {
    let project = first();
    let released = project.read("editions/1.json");
    let other = project.factum(&["release"]);
    assert_eq!(other.code, Some(0), "edition 2 is another: {other:?}");
    project.change("number: 2", "number: 1");
    let again = project.factum(&["release"]);
    assert_eq!(again.code, Some(0), "{again:?}");
    assert!(again.stderr.contains("is released already"), "{}", again.stderr);
    project.change("title: ", "title: Revised. ");
    let ran = project.factum(&["release"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.stderr.contains("says something else"), "{}", ran.stderr);
    assert!(ran.stderr.contains("raise `edition.number`"), "{}", ran.stderr);
    assert_eq!(project.read("editions/1.json"), released);
    let files = files_below(project.path(), &["editions"]);
    assert_eq!(files.len(), 2, "nothing but the editions stays behind: {files:?}");
}

#[test]
fn what_has_no_number_or_fails_is_not_released() {
    let cases = [
        ("", 2, "do not say which edition"),
        ("edition:\n  number: spring\n", 2, "`spring` is no number"),
        ("edition:\n  number: ../1\n", 2, "is no number"),
        ("edition:\n  number: 2\n  corrects: 2\n", 2, "cannot correct edition `2`"),
        ("edition:\n  number: 2\n  corrects: one\n", 2, "cannot correct edition `one`"),
    ];
    for (edition, code, words) in cases {
        let project = Project::with(&FACTS.replace("sources:", &format!("{edition}sources:")));
        let ran = project.factum(&["release"]);
        assert_eq!(ran.code, Some(code), "{edition}: {ran:?}");
        assert!(ran.stderr.contains(words), "{edition}: {}", ran.stderr);
        assert!(!project.path().join("editions").exists(), "{edition}");
    }
    let project = first();
    project.change("- gazette: More than 1,000", "- gazette: More than 1,900");
    let ran = project.factum(&["release"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(!project.path().join("editions/2.json").exists());
}

#[test]
fn two_releases_and_two_diffs_give_the_same_bytes() {
    let (one, other) = (first(), first());
    assert_eq!(one.read("editions/1.json"), other.read("editions/1.json"));
    one.change("title: ", "title: Revised. ");
    let words = |ran: Ran| ran.stdout;
    assert_eq!(words(one.factum(&["diff", "1"])), words(one.factum(&["diff", "1"])));
}

#[test]
fn the_next_edition_without_a_change_is_the_same() {
    let project = first();
    assert_eq!(changes(&project), []);
    let ran = project.factum(&["diff", "1"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.stdout.ends_with("\nno differences\n"), "{}", ran.stdout);
    assert!(told(&project).contains("No fact, judgement or source has changed."));
}

#[test]
fn facts_are_added_withdrawn_and_changed() {
    let project = first();
    project.change(
        "  water:\n    claim: The river rose by 3 metres.\n    value: 3 metres\n",
        "  level:\n    claim: The level of the river rose by 3 metres.\n    value: about 3 metres\n",
    );
    project.change(
        "More than 1,000 people fled the valley on 7 July",
        "Over 1,000 people fled the valley on 7 July",
    );
    assert_eq!(changes(&project), [is("withdrawn", "water"), is("claim", "fled"), is("added", "level")]);
    let project = first();
    project.change("    value: 3 metres\n", "    value: about 3 metres\n");
    assert_eq!(changes(&project), [is("value", "water")]);
    let ran = project.factum(&["diff", "1"]);
    assert!(
        ran.stdout.contains(
            "values changed (1)\n  water: The river rose by 3 metres.\n    - 3 metres\n    + about 3 metres\n"
        ),
        "{}",
        ran.stdout
    );
}

#[test]
fn a_correction_is_named_as_such() {
    let project = first();
    project.change("number: 2", "number: 2\n  corrects: 1");
    project.change("    value: 3 metres\n", "    value: 3 m\n");
    assert_eq!(changes(&project), [("value".to_owned(), "water".to_owned(), true)]);
    let told = told(&project);
    let due = "**Corrected:** The river rose by 3 metres. Figure before: 3 metres; now: 3 m.";
    assert!(told.contains("### Corrections") && told.contains(due), "{told}");
    assert!(project.factum(&["diff", "1"]).stdout.contains("\ncorrected (1)\n  water: "));
    let html = project.read("out/briefing.html");
    assert!(html.contains("<b>Corrected:</b> <a href=#fact-water>The river rose by 3 metres.</a>"), "{html}");
}

#[test]
fn differences_are_resolved_and_open_again() {
    let project = first();
    project.change("status: unresolved", "status: explained");
    assert_eq!(changes(&project), [is("resolved", "houses")]);
    assert!(told(&project).contains("**Resolved:** How many houses?"));
    assert_eq!(project.factum(&["release"]).code, Some(0));
    project.change("number: 2", "number: 3");
    project.change("status: explained", "status: unresolved");
    assert!(told(&project).contains("**Open again:** How many houses?"), "the last edition is the second");
    assert_eq!(project.factum(&["diff", "2"]).code, Some(1));
    assert_eq!(project.factum(&["diff", "1"]).code, Some(0));
    assert_eq!(project.factum(&["diff", "1", "2"]).code, Some(1));
}

#[test]
fn new_evidence_and_questions_are_told() {
    let project = first();
    project.change(
        "      - gazette: The river rose by 3 metres.\n",
        "      - gazette: The river rose by 3 metres.\n      - gazette: Flood cuts off the valley\n",
    );
    project.change("Whether anybody was hurt.", "Whether the dam holds.");
    assert_eq!(
        changes(&project),
        [is("evidence-new", "water"), is("unknown-new", ""), is("unknown-gone", "")]
    );
    let told = told(&project);
    assert!(told.contains("**New quotations:** The river rose by 3 metres. S1"), "{told}");
    assert!(told.contains("**No longer listed:** Whether anybody was hurt."), "{told}");
}

#[test]
fn a_changed_text_moves_its_quotations() {
    let project = first();
    let article = project.read("seeds/gazette.txt");
    project
        .write("seeds/gazette.txt", article.replace("\n\nThe river", "\n\nIt rained for days.\n\nThe river"));
    let due = [is("evidence-moved", "water"), is("evidence-moved", "houses"), is("source-text", "gazette")];
    assert_eq!(changes(&project), due);
    assert!(told(&project).contains("**Archived text changed:** S1, Flood cuts off the valley"));
}

#[test]
fn a_long_list_is_told_in_numbers() {
    let project = first();
    let mut facts = String::new();
    for number in 0..20 {
        facts.push_str(&format!(
            "  f{number}:\n    claim: The river rose by 3 metres.\n    evidence:\n      - gazette: The river rose by 3 metres.\n"
        ));
    }
    project.change("discrepancies:", &format!("{facts}discrepancies:"));
    let told = told(&project);
    assert!(told.contains("20 new facts.") && told.contains("**20 new facts:** Facts"), "{told}");
    assert_eq!(project.factum(&["diff", "1"]).stdout.matches("\n  f").count(), 20, "diff lists them all");
}

#[test]
fn a_first_edition_has_no_changes_and_a_release_changes_no_briefing() {
    let project = first();
    project.change("number: 2", "number: 1");
    assert_eq!(told(&project), "");
    project.change("number: 1", "number: 2");
    assert_eq!(project.factum(&WITHOUT_PDF).code, Some(0));
    let before = project.out();
    assert_eq!(project.factum(&["release"]).code, Some(0));
    assert_eq!(project.factum(&WITHOUT_PDF).code, Some(0));
    assert!(project.out() == before, "an edition is compared with the one before it, not with itself");
}

#[test]
fn what_is_no_released_edition_is_refused() {
    let good = first().read("editions/1.json");
    let cases: [(&str, String, &str); 6] = [
        ("1.json", good.replace("\"claim\":", "\"clam\":"), "editions/1.json:16:"),
        ("1.json", good.replacen("\"schema_version\": 1", "\"schema_version\": 2", 1), "schema version is 2"),
        ("1.json", good.chars().take(900).collect(), "EOF while parsing"),
        ("1.json", good.replacen("\"number\": \"1\"", "\"number\": \"7\"", 1), "it holds edition `7`"),
        ("1.json", good.replacen("The river", "\\u001b[2J The river", 1), "cannot be seen"),
        ("01.json", good.clone(), "`editions/01.json` is not named for an edition"),
    ];
    for (name, text, words) in cases {
        let project = first();
        project.write(&format!("editions/{name}"), text);
        let ran = project.factum(&["check", "--format", "concise"]);
        assert_eq!(ran.code, Some(2), "{name}, {words}: {ran:?}");
        assert!(ran.stdout.contains("edition-unreadable") && ran.stdout.contains(words), "{words}: {ran:?}");
        assert_eq!(project.factum(&WITHOUT_PDF).code, Some(2));
        assert!(project.out().is_empty());
    }
    let project = first();
    project.change("number: 2", "number: spring");
    let ran = project.factum(&["check", "--format", "concise"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.stdout.contains("`spring` has no place"), "{ran:?}");
}

#[test]
fn an_edition_is_no_link() {
    let project = first();
    std::os::unix::fs::symlink("1.json", project.path().join("editions/1.5.json")).unwrap();
    let ran = project.factum(&["check", "--format", "concise"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.stdout.contains("`editions/1.5.json` is a link"), "{ran:?}");
}

#[test]
fn the_sides_of_a_diff_are_numbers_files_and_projects() {
    let project = first();
    let folder = project.path().to_string_lossy().into_owned();
    let (file, facts) = (format!("{folder}/editions/1.json"), format!("{folder}/facts.yaml"));
    project.change("    value: 3 metres\n", "    value: about 3 metres\n");
    let due = project.factum(&["diff", "1"]).stdout;
    for sides in [&["1", &facts][..], &[&file, &facts], &[&file, &folder], &[&file]] {
        let words: Vec<&str> = std::iter::once("diff").chain(sides.iter().copied()).collect();
        let ran = project.factum(&words);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(1), due.as_str()), "{sides:?}");
    }
    let (seed, no_edition) = (format!("{folder}/seeds/gazette.txt"), format!("{folder}/out.json"));
    project.write("out.json", "{}");
    let other = format!("{folder}/other.yaml");
    for (side, words) in [
        ("9", "was not released"),
        (&seed, "not a folder"),
        (&no_edition, "out.json:1:2`: this is no released edition"),
        (&other, "is not a project's"),
        ("none.json", "no such file"),
    ] {
        let ran = project.factum(&["diff", side]);
        assert_eq!(ran.code, Some(2), "{side}: {ran:?}");
        assert!(ran.stderr.contains(words), "{side}: {}", ran.stderr);
    }
}

#[test]
fn words_of_an_earlier_edition_act_nowhere() {
    let project = first();
    let hostile = "<script>alert(1)</script> **bold** [x](https://x.example) | `code`";
    let released = project.read("editions/1.json").replacen(
        "More than 1,000 people fled the valley on 7 July",
        hostile,
        1,
    );
    project.write("editions/1.json", released);
    let told = told(&project);
    assert!(told.contains("alert(1)"), "the words are told: {told}");
    assert!(
        !told.replace("\\<", "").contains('<') && !told.contains("[x](") && !told.contains("**bold**"),
        "{told}"
    );
    let html = project.read("out/briefing.html");
    assert!(html.contains("alert(1)") && !html.contains("<script>alert"), "they are words in HTML, too");
}

#[test]
fn whatever_can_be_told_can_be_released_and_read_again() {
    for name in ["smallest", "everything", "hostile"] {
        let folder = repository().join("tests/golden").join(name);
        let project = Project::empty();
        for path in files_below(&folder, &["facts.yaml", "seeds"]) {
            let inside = path.strip_prefix(&folder).unwrap().to_string_lossy().into_owned();
            project.write(&inside, std::fs::read(&path).unwrap());
        }
        if name != "everything" {
            project.change("title:", "edition:\n  number: 2\ntitle:");
        }
        assert_eq!(project.factum(&["release"]).code, Some(0), "{name}");
        let ran = project.factum(&["diff", "2"]);
        assert_eq!(ran.code, Some(0), "{name}: {ran:?}");
    }
}

#[test]
fn the_first_edition_of_this_repository_is_what_its_facts_tell() {
    let own = Project::own();
    let first = own.path().join("editions/1/facts.yaml").to_string_lossy().into_owned();
    let ran = own.factum(&["diff", "1", &first]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_factum"));
    command.arg("-C").arg(own.path().join("editions/1")).args(["check", "--deny", "warnings"]);
    let ran = crate::project::run(command);
    assert_eq!(ran.code, Some(0), "{ran:?}");
}

#[test]
fn the_changes_of_this_repository_are_those_that_its_articles_bring() {
    let own = Project::own();
    let found = changes(&own);
    let count = |kind: &str| found.iter().filter(|change| change.0 == kind).count();
    assert_eq!(count("source-new"), 4);
    assert_eq!(count("withdrawn"), 0, "what was told still stands");
    assert_eq!(count("value"), 0);
    assert!(found.contains(&is("resolved", "troops-or-reservists")));
    assert!(found.iter().all(|change| !change.2), "nothing was wrong, so nothing is corrected");
    assert!(count("added") > 50 && count("evidence-new") > 10);
    let told = told(&own);
    assert!(told.contains("Since edition 1, as of 6 July 2021: "), "{told}");
    assert!(told.contains("**Resolved:** Are the 20,000 troops, reserve officers or reservists?"), "{told}");
}

#[test]
fn the_schema_of_an_edition_names_what_stands_in_one() {
    let schema: Value =
        serde_json::from_str(&Project::empty().factum(&["schema", "edition"]).stdout).unwrap();
    let edition: Value = serde_json::from_str(&first().read("editions/1.json")).unwrap();
    let keys = |value: &Value| -> Vec<String> { value.as_object().unwrap().keys().cloned().collect() };
    assert_eq!(keys(&schema["properties"]), keys(&edition));
    assert_eq!(keys(&schema["$defs"]["Edition"]["properties"]), keys(&edition["edition"]));
    assert_eq!(keys(&schema["$defs"]["PastFact"]["properties"]), keys(&edition["edition"]["facts"][0]));
}
