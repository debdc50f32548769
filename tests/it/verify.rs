//! What a recipient can prove of a briefing, and what cannot be proved.

use std::process::Command;

use crate::project::{ARTICLE, Project, Ran, run};

pub(crate) const WITHOUT_PDF: [&str; 3] = ["build", "--format", "md,html,json"];

/// The small project, built.
pub(crate) fn built() -> Project {
    let project = Project::small();
    assert_eq!(project.factum(&WITHOUT_PDF).code, Some(0));
    project
}

/// `factum verify` of a file of the project.
pub(crate) fn verify(project: &Project, file: &str, more: &[&str]) -> Ran {
    let path = project.path().join(file).to_string_lossy().into_owned();
    let words: Vec<&str> = ["verify", &path].into_iter().chain(more.iter().copied()).collect();
    project.factum(&words)
}

pub(crate) fn folder(project: &Project) -> String {
    project.path().to_string_lossy().into_owned()
}

#[test]
fn every_output_is_unchanged_as_built() {
    let project = built();
    for name in project.out().into_keys() {
        let ran = verify(&project, &format!("out/{name}"), &["--sources", &folder(&project)]);
        assert_eq!(ran.code, Some(0), "{name}: {ran:?}");
        assert!(ran.stdout.ends_with("\nverified\n"), "{}", ran.stdout);
        assert!(ran.stdout.contains("1 archived article is the same"), "{}", ran.stdout);
        assert!(ran.stdout.contains("1 quotation stands word for word"), "{}", ran.stdout);
    }
}

#[test]
fn one_changed_byte_of_an_output_is_found() {
    let project = built();
    for (name, mut bytes) in project.out().into_iter().filter(|(name, _)| name != "manifest.json") {
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        project.write(&format!("out/{name}"), &bytes);
        let ran = verify(&project, &format!("out/{name}"), &[]);
        assert_eq!(ran.code, Some(1), "{name}: {ran:?}");
        let whole = verify(&project, "out/manifest.json", &[]);
        assert_eq!(whole.code, Some(1), "{name}: {whole:?}");
        assert!(whole.stdout.contains(&format!("FAILED  `{name}` has changed")), "{}", whole.stdout);
        bytes[middle] ^= 1;
        project.write(&format!("out/{name}"), &bytes);
    }
    assert_eq!(verify(&project, "out/manifest.json", &[]).code, Some(0));
}

#[test]
fn another_edition_is_told_from_a_changed_file() {
    let project = built();
    let page = project.read("out/briefing.html");
    project.write("out/briefing.html", page.replacen("1,000", "9,000", 1));
    let ran = verify(&project, "out/briefing.html", &[]);
    assert!(ran.stdout.contains("names the same facts and articles"), "{}", ran.stdout);
    project.change("title: The", "title: A");
    project.factum(&WITHOUT_PDF);
    project.write("out/briefing.html", page);
    let ran = verify(&project, "out/briefing.html", &[]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stdout.contains("names other facts and articles"), "{}", ran.stdout);
}

#[test]
fn programs_are_told_the_same_as_people() {
    let project = built();
    let told = |file: &str, code: i32| -> serde_json::Value {
        let ran = verify(&project, file, &["--format", "json"]);
        assert_eq!(ran.code, Some(code), "{file}: {ran:?}");
        serde_json::from_str(&ran.stdout).unwrap()
    };
    let people = verify(&project, "out/manifest.json", &[]).stdout;
    let programs = told("out/manifest.json", 0);
    assert_eq!((&programs["schema_version"], &programs["verdict"]), (&1.into(), &"verified".into()));
    for statement in programs["statements"].as_array().unwrap() {
        let line =
            format!("{:7} {}\n", statement["result"].as_str().unwrap(), statement["text"].as_str().unwrap());
        assert!(people.contains(&line), "{line:?} is not in {people}");
    }
    project.write("alone.html", project.read("out/briefing.html"));
    assert_eq!(told("alone.html", 1)["verdict"], "not-proved");
    project.write("out/briefing.md", "\u{1b}[31m");
    let failed = told("out/manifest.json", 1);
    let wrong =
        failed["statements"].as_array().unwrap().iter().find(|one| one["result"] == "failed").unwrap();
    assert_eq!((&failed["verdict"], &wrong["text"]), (&"failed".into(), &"`briefing.md` has changed".into()));
}

#[test]
fn a_missing_output_is_no_whole_edition() {
    let project = built();
    std::fs::remove_file(project.path().join("out/briefing.md")).unwrap();
    let ran = verify(&project, "out/manifest.json", &[]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stdout.contains("`briefing.md`: no such file"), "{}", ran.stdout);
    assert_eq!(verify(&project, "out/briefing.html", &[]).code, Some(0), "the page alone is unchanged");
}

#[test]
fn a_changed_article_is_found_and_the_quotation_that_fell_is_shown() {
    let project = built();
    let sources = folder(&project);
    project.write("seeds/gazette.txt", ARTICLE.replace("More than 1,000", "More than 1,900"));
    let ran = verify(&project, "out/briefing.html", &["--sources", &sources]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stdout.contains("`seeds/gazette.txt` has changed since"), "{}", ran.stdout);
    assert!(ran.stdout.contains("1 of 1 quotation does not stand"), "{}", ran.stdout);
    assert!(ran.stdout.contains("“More than 1,000 people fled"), "{}", ran.stdout);
    project.write("seeds/gazette.txt", format!("A line before.\n\n{ARTICLE}"));
    let ran = verify(&project, "out/briefing.html", &["--sources", &sources]);
    assert_eq!(ran.code, Some(1), "the article has changed, though its words stand");
    assert!(ran.stdout.contains("1 quotation stands at another place"), "{}", ran.stdout);
}

#[test]
fn articles_alone_are_sources_enough() {
    let project = built();
    let seeds = project.path().join("seeds").to_string_lossy().into_owned();
    let ran = verify(&project, "out/briefing.md", &["--sources", &seeds]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stdout.contains("open    whether `facts.yaml` is the same"), "{}", ran.stdout);
}

#[test]
fn a_lone_page_is_not_proved_but_names_its_facts() {
    let project = built();
    for name in ["briefing.html", "briefing.md", "briefing.json"] {
        project.write(&format!("inbox/{name}"), project.read(&format!("out/{name}")));
        let ran = verify(&project, &format!("inbox/{name}"), &["--sources", &folder(&project)]);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert!(
            ran.stdout.ends_with(
                "not proved: nothing here is wrong, and nothing shows that the file is unchanged\n"
            )
        );
        assert!(
            ran.stdout.contains("ok      the facts and articles in the folder have the digest"),
            "{}",
            ran.stdout
        );
    }
    let manifest = project.path().join("out/manifest.json").to_string_lossy().into_owned();
    assert_eq!(verify(&project, "inbox/briefing.html", &["--manifest", &manifest]).code, Some(0));
    project.change("title: The", "title: A");
    let ran = verify(&project, "inbox/briefing.html", &["--sources", &folder(&project)]);
    assert!(
        ran.stdout.contains("FAILED  the facts and articles in the folder have another digest"),
        "{}",
        ran.stdout
    );
}

#[test]
fn a_renamed_file_is_known_by_its_bytes() {
    let project = built();
    project.write("out/from the desk (1).html", project.read("out/briefing.html"));
    let ran = verify(&project, "out/from the desk (1).html", &[]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stdout.contains("it was built as `briefing.html`"), "{}", ran.stdout);
}

#[test]
fn a_manifest_that_contradicts_itself_fails() {
    let project = built();
    let manifest = project.read("out/manifest.json");
    let article = run(sha256sum(&project, "seeds/gazette.txt")).stdout;
    let digest = article.split(' ').next().unwrap();
    project.write("out/manifest.json", manifest.replace(digest, &"0".repeat(64)));
    let ran = verify(&project, "out/briefing.html", &[]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stdout.contains("is not that of the facts and articles listed"), "{}", ran.stdout);
}

#[test]
fn what_cannot_be_read_is_exit_code_2() {
    let project = built();
    project.write("bad/manifest.json", "{}");
    project.write("bad/briefing.html", "<p>");
    for (file, more) in [
        ("no-such-file.pdf", &[][..]),
        ("out", &[]),
        ("bad/manifest.json", &[]),
        ("bad/briefing.html", &[]),
        ("out/briefing.html", &["--manifest", "/no/such/manifest.json"]),
        ("out/briefing.html", &["--sources", "/no/such/folder"]),
    ] {
        let ran = verify(&project, file, more);
        assert_eq!(ran.code, Some(2), "{file} {more:?}: {ran:?}");
        assert!(ran.stderr.contains("help: "), "{}", ran.stderr);
    }
}

#[test]
fn a_manifest_leads_to_no_file_outside_its_folder() {
    let project = built();
    project.write("secret", "secret");
    let manifest = project.read("out/manifest.json");
    for path in ["../secret", "/etc/passwd", "a\\u001b[31m"] {
        project.write("out/manifest.json", manifest.replace("briefing.md", path));
        let ran = verify(&project, "out/manifest.json", &[]);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert!(!ran.stdout.contains('\u{1b}'), "{}", ran.stdout);
        assert!(!ran.stdout.contains("has changed"), "{}", ran.stdout);
    }
}

#[test]
fn plain_tools_read_the_sums() {
    let project = built();
    let mut command = Command::new("sha256sum");
    command.args(["-c", "SHA256SUMS"]).current_dir(project.path().join("out"));
    let ran = run(command);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(ran.stdout.lines().count(), project.out().len() - 2, "all but the sums and the manifest");
}

fn sha256sum(project: &Project, file: &str) -> Command {
    let mut command = Command::new("sha256sum");
    command.arg(project.path().join(file));
    command
}
