//! What cannot be read is refused with its place, exit code 2 and no panic.

use std::os::unix::fs::symlink;

use crate::project::{FACTS, Project, Ran};

/// Checks facts that cannot be read; the message names this code.
fn refused(facts: impl AsRef<[u8]>, code: &str) -> Ran {
    let project = Project::small();
    project.write("facts.yaml", facts);
    let ran = project.factum(&["check", "--format", "concise"]);
    assert_eq!(ran.code, Some(2), "{code}: {ran:?}");
    assert!(ran.stdout.contains(&format!("error[{code}]")), "{code}: {ran:?}");
    assert!(!ran.stderr.contains("panicked"), "{ran:?}");
    ran
}

#[test]
fn facts_that_are_no_facts_are_refused() {
    refused("", "empty-file");
    refused("# nothing yet\n", "empty-file");
    refused("- a\n- b\n", "wrong-type");
    refused(FACTS.replace("    title", "\ttitle"), "tab-indent");
    refused("[".repeat(100_000), "too-deep");
    refused(format!("{FACTS}---\ntitle: again\n"), "document-refused");
    refused(FACTS.replace("title: The", "title: &a The"), "anchor-refused");
    refused(FACTS.replace("title: The", "title: !!str The"), "tag-refused");
    refused(FACTS.replace("title: The flood in the valley", "title:"), "null-value");
    refused(
        FACTS.replace("title: The", "title: \"\\e[31mThe").replacen("valley\n", "valley\"\n", 1),
        "control-character",
    );
}

#[test]
fn keys_are_checked_with_a_suggestion() {
    let ran = refused(FACTS.replace("evidence:", "evidense:"), "unknown-key");
    assert!(ran.stdout.contains("`evidence`"), "{}", ran.stdout);
    assert!(ran.stdout.starts_with("facts.yaml:11:5:"), "{}", ran.stdout);
    refused(format!("{FACTS}title: again\n"), "duplicate-key");
    refused(FACTS.replace("title: The flood in the valley\n", ""), "missing-key");
    refused(FACTS.replace("  fled:", "  Fled!:"), "wrong-id");
}

#[test]
fn a_comma_inside_a_flow_style_quotation_gets_its_own_hint() {
    let flow = "      - {source: gazette, quote: the army of 20,000 men}\n";
    let ran = refused(format!("{FACTS}{flow}"), "flow-comma");
    assert!(ran.stdout.contains("block style"), "{}", ran.stdout);
}

#[test]
fn bytes_that_are_not_utf8_are_named_by_offset() {
    let mut facts = FACTS.as_bytes().to_vec();
    facts[9] = 0xff;
    let ran = refused(&facts, "facts-unreadable");
    assert!(ran.stdout.contains("byte offset 9"), "{}", ran.stdout);
    let project = Project::small();
    project.write("seeds/gazette.txt", b"More than 1,000 people \xff fled");
    let ran = project.factum(&["check", "--format", "concise"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stdout.contains("facts.yaml:7:11: error[article-unreadable]"), "{}", ran.stdout);
    assert!(ran.stdout.contains("byte offset 23"), "{}", ran.stdout);
}

#[test]
fn an_empty_article_is_told_of_once() {
    let project = Project::small();
    let facts = FACTS.replace("evidence:\n", "evidence:\n      - gazette: fled the valley\n");
    project.write("facts.yaml", &facts);
    for text in ["", "\u{feff}", " \n\t\n"] {
        project.write("seeds/gazette.txt", text);
        let ran = project.factum(&["check", "--format", "concise", "--only", "quote-not-found"]);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert_eq!(ran.stdout.matches("error[quote-not-found]").count(), 1, "{}", ran.stdout);
        assert!(
            ran.stdout.contains("facts.yaml:7:11: error[quote-not-found]: `seeds/gazette.txt` is empty"),
            "{ran:?}"
        );
    }
}

#[test]
fn what_is_not_a_regular_file_is_refused() {
    let missing = Project::empty().factum(&["check"]);
    assert_eq!(missing.code, Some(2), "{missing:?}");
    assert!(
        missing.stdout.contains("`-C DIR`") && missing.stdout.contains("`factum init DIR`"),
        "{missing:?}"
    );
    let folder = Project::empty();
    std::fs::create_dir(folder.path().join("facts.yaml")).unwrap();
    assert_eq!(folder.factum(&["check"]).code, Some(2));
    let linked = Project::small();
    std::fs::rename(linked.path().join("facts.yaml"), linked.path().join("real.yaml")).unwrap();
    symlink("real.yaml", linked.path().join("facts.yaml")).unwrap();
    let ran = linked.factum(&["check"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.stdout.contains("link"), "{ran:?}");
    let nowhere = Project::small().factum(&["-C", "/no/such/folder", "check"]);
    assert_eq!(nowhere.code, Some(2), "{nowhere:?}");
}

#[test]
fn no_path_leaves_the_project() {
    for path in ["/etc/passwd", "../gazette.txt", "seeds/../../gazette.txt", "C:\\gazette.txt", "seeds"] {
        let project = Project::with(&FACTS.replace("seeds/gazette.txt", path));
        let ran = project.factum(&["check", "--format", "concise"]);
        assert_eq!(ran.code, Some(2), "{path}: {ran:?}");
        assert!(ran.stdout.starts_with("facts.yaml:7:11: error[article-unreadable]"), "{path}: {ran:?}");
    }
    let outside = Project::small();
    let project = Project::small();
    std::fs::remove_dir_all(project.path().join("seeds")).unwrap();
    symlink(outside.path().join("seeds"), project.path().join("seeds")).unwrap();
    assert_eq!(project.factum(&["check"]).code, Some(2), "a linked folder is not followed");
}

#[test]
fn a_byte_order_mark_and_carriage_returns_are_fine() {
    let project = Project::with(&format!("\u{feff}{}", FACTS.replace('\n', "\r\n")));
    let article = format!("\u{feff}{}", crate::project::ARTICLE.replace('\n', "\r\n"));
    project.write("seeds/gazette.txt", article);
    let ran = project.factum(&["build", "--format", "md,html,json"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let briefing: serde_json::Value = serde_json::from_str(&project.read("out/briefing.json")).unwrap();
    let (note, text) = (&briefing["notes"][0], project.read("seeds/gazette.txt"));
    let at = |key: &str| usize::try_from(note[key].as_u64().unwrap()).unwrap();
    assert_eq!(
        text.get(at("start")..at("end")),
        note["quote"].as_str(),
        "the byte range is that of the file"
    );
}

#[test]
fn further_files_are_included_and_their_ids_must_be_new() {
    let more = "facts:\n  rose:\n    claim: The river rose by 3 metres.\n    evidence:\n      - gazette: The river rose by 3 metres.\n";
    let project = Project::with(&format!("{FACTS}include:\n  - facts/*.yaml\n"));
    project.write("facts/more.yaml", more);
    let ran = project.factum(&["check"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stdout.contains("2 quotations"), "{}", ran.stdout);
    project.write("facts/more.yaml", more.replace("rose:", "fled:"));
    let ran = project.factum(&["check", "--format", "concise"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.stdout.contains("error[duplicate-key]"), "{}", ran.stdout);
}

#[test]
fn a_project_whose_name_breaks_the_line_breaks_no_message() {
    let project = Project::empty();
    let odd = project.path().join("a\nerror: forged\u{1b}[31m").to_string_lossy().into_owned();
    std::fs::create_dir(&odd).unwrap();
    for words in
        [&["check"][..], &["build"], &["coverage"], &["lock"], &["release"], &["diff", "1"], &["doctor"]]
    {
        for folder in [odd.clone(), format!("{odd}/none")] {
            let ran = project.factum(&[&["-C", &folder], words].concat());
            let said = format!("{}{}", ran.stdout, ran.stderr);
            assert!(!said.contains("\nerror: forged") && !said.contains('\u{1b}'), "{words:?}: {said}");
            assert_eq!(ran.code, Some(2), "{words:?}: {said}");
        }
    }
}
