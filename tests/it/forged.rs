//! A manifest that somebody has changed, with or without a new seal, and files that are made to be costly to read.

use factum::disk::sha256_hex;
use factum::provenance::{Listed, Manifest, Named};

use crate::project::{Project, Ran};
use crate::verify::{built, folder, verify};

fn manifest(project: &Project) -> Manifest {
    Manifest::parse(project.read("out/manifest.json").as_bytes()).unwrap()
}

/// What is said of a manifest that was changed and sealed anew.
fn forged(project: &Project, change: impl Fn(&mut Manifest), more: &[&str]) -> Ran {
    let whole = project.read("out/manifest.json");
    let mut manifest = manifest(project);
    change(&mut manifest);
    project.write("out/manifest.json", manifest.sealed().text());
    let ran = verify(project, "out/manifest.json", more);
    project.write("out/manifest.json", whole);
    ran
}

#[test]
fn a_byte_changed_by_hand_breaks_the_seal() {
    let project = built();
    let whole = project.read("out/manifest.json");
    for (from, to) in [
        ("\"draft\": false", "\"draft\": true"),
        ("\"start\": 42", "\"start\": 43"),
        ("\"bytes\"", " \"bytes\""),
        ("\"annex\": \"cited\"", "\"annex\": \"full\""),
        ("\"tool\": \"factum 0", "\"tool\": \"factum 1"),
    ] {
        assert!(whole.contains(from), "{from}: {whole}");
        project.write("out/manifest.json", whole.replacen(from, to, 1));
        for file in ["out/manifest.json", "out/briefing.html"] {
            let ran = verify(&project, file, &[]);
            assert_eq!(ran.code, Some(1), "{from}: {ran:?}");
            assert!(ran.stdout.contains("FAILED  the manifest was changed"), "{from}: {}", ran.stdout);
        }
    }
}

/// A change of a manifest, and its name.
type Forgery = (&'static str, fn(&mut Manifest));

fn listed() -> Listed {
    Listed { bytes: 1, id: None, path: "editions/1.json".to_owned(), sha256: sha256_hex(b"x") }
}

fn named() -> Named {
    Named { bytes: 1, name: "x".to_owned(), sha256: sha256_hex(b"x") }
}

/// What the facts decide, and the facts are needed to see.
const FORGERIES: [Forgery; 14] = [
    ("articles", |one| one.articles[0].bytes += 1),
    ("articles", |one| one.articles[0].id = Some("herald".to_owned())),
    ("draft", |one| one.draft = true),
    ("facts", |one| one.facts[0].bytes += 1),
    ("options", |one| one.options.format.push("pdf2".to_owned())),
    ("template", |one| one.options.template = Some("factsheet".to_owned())),
    ("note", |one| one.quotations[0].note = 2),
    ("quote", |one| one.quotations[0].quote.push('x')),
    ("tier", |one| one.quotations[0].tier = "typography".to_owned()),
    ("sha256", |one| one.quotations[0].sha256 = sha256_hex(b"x")),
    ("twice", |one| one.quotations.push(one.quotations[0].clone())),
    ("none", |one| one.quotations.clear()),
    ("typst", |one| one.typst = Some("0.15.1".to_owned())),
    ("carried", |one| one.carried.push(named())),
];

#[test]
fn a_new_seal_does_not_help_against_the_sources() {
    let project = built();
    let sources = ["--sources", &folder(&project)];
    assert_eq!(forged(&project, |_| {}, &sources).code, Some(0));
    for (what, forgery) in FORGERIES {
        let ran = forged(&project, forgery, &sources);
        assert_eq!(ran.code, Some(1), "{what}: {ran:?}");
        assert!(ran.stdout.contains("FAILED"), "{what}: {}", ran.stdout);
    }
    let missing: [Forgery; 3] = [
        ("templates", |one| one.templates.push(named())),
        ("fonts", |one| one.fonts.push(named())),
        ("earlier-edition", |one| one.earlier_edition = Some(listed())),
    ];
    for (what, forgery) in missing {
        let ran = forged(&project, forgery, &sources);
        assert!(
            ran.stdout.contains(&format!("open    what the manifest says under `{what}`")),
            "{}",
            ran.stdout
        );
    }
    project.write("templates/x", "y");
    let ran = forged(&project, missing[0].1, &sources);
    assert!(ran.stdout.contains("says something else under `templates`"), "{}", ran.stdout);
}

#[test]
fn a_shifted_place_is_found_by_the_articles_alone() {
    let project = built();
    let text = project.read("seeds/gazette.txt");
    let seeds = project.path().join("seeds").to_string_lossy().into_owned();
    for (by_start, by_end) in [(1, 1), (1, 0), (0, 1), (0, 20)] {
        let shift = |one: &mut Manifest| {
            let quotation = &mut one.quotations[0];
            quotation.start += by_start;
            quotation.end += by_end;
            quotation.sha256 = sha256_hex(&text.as_bytes()[quotation.start..quotation.end]);
        };
        let ran = forged(&project, shift, &["--sources", &seeds]);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert!(
            ran.stdout.contains("1 of 1 quotation does not stand where the record says"),
            "{}",
            ran.stdout
        );
    }
}

#[test]
fn without_sources_the_data_beside_tell_and_the_rest_is_left_open() {
    let project = built();
    for (what, forgery) in FORGERIES.iter().filter(|(what, _)| matches!(*what, "draft" | "note" | "tier")) {
        let ran = forged(&project, forgery, &[]);
        assert!(ran.stdout.contains("`briefing.json` and the manifest do not say"), "{what}: {}", ran.stdout);
    }
    let ran = forged(&project, |one| one.articles[0].bytes += 1, &[]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    for words in ["whether somebody wrote the manifest anew", "what the manifest says of them"] {
        assert!(ran.stdout.lines().any(|line| line.starts_with("open") && line.contains(words)), "{words}");
    }
}

#[test]
fn what_a_manifest_says_twice_or_too_long_is_cut_or_refused() {
    let project = built();
    let whole = project.read("out/manifest.json");
    let long = "x".repeat(1 << 20);
    let wrong = [
        whole.replacen("\"draft\": false", "\"draft\": false,\n  \"draft\": false", 1),
        whole.replacen("\"draft\": false", &format!("\"draft\": \"{long}\""), 1),
        whole.replacen("\"draft\"", &format!("\"{long}\": 1, \"draft\""), 1),
        "[".repeat(100_000),
    ];
    for text in wrong {
        project.write("out/manifest.json", &text);
        let ran = verify(&project, "out/briefing.html", &[]);
        assert_eq!(ran.code, Some(2), "{}", ran.stdout);
        assert!(ran.stderr.len() < 1000, "{}", ran.stderr.len());
    }
    project.write("out/manifest.json", &whole);
    let many = |one: &mut Manifest| {
        one.articles = vec![one.articles[0].clone(); 2000];
        one.outputs = (0..2000).map(|at| Named { name: format!("{at}.md"), ..named() }).collect();
        one.tool = "x".repeat(1 << 20);
    };
    let ran = forged(&project, many, &["--sources", &folder(&project)]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stdout.len() < 64 << 10 && ran.stdout.ends_with("not verified\n"), "{}", ran.stdout.len());
    assert!(ran.stdout.contains(" more lines\n"));
}

#[test]
fn a_file_too_large_to_read_is_refused() {
    let project = built();
    let file = std::fs::File::create(project.path().join("out/manifest.json")).unwrap();
    file.set_len(100 << 20).unwrap();
    for name in ["out/manifest.json", "out/briefing.html"] {
        let ran = verify(&project, name, &[]);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(ran.stderr.contains("larger than 64 MiB"), "{}", ran.stderr);
    }
}
