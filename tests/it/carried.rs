//! What a PDF carries: its data, its facts, its manifest; what they prove, and what is found when they are changed.

use factum::disk::sha256_hex;
use factum::provenance::Manifest;

use crate::project::{Project, typst};
use crate::verify::{WITHOUT_PDF, built, folder, verify};

/// A small PDF as Typst writes its attachments, with these files in it.
fn pdf_with(files: &[(&str, &str)]) -> String {
    let mut pdf = "%PDF-1.7\n".to_owned();
    for (at, (name, data)) in files.iter().enumerate() {
        let (entry, stream, length) = (10 + 2 * at, 11 + 2 * at, data.len());
        pdf += &format!(
            "{entry} 0 obj\n<</Type/Filespec/F({name})/UF({name})/EF<</F {stream} 0 R/UF {stream} 0 R>>>>\nendobj\n\
             {stream} 0 obj\n<</Length {length}/Type/EmbeddedFile>>\nstream\n{data}\nendstream\nendobj\n"
        );
    }
    pdf + "startxref\n9\n%%EOF\n"
}

/// The manifest that a PDF of the built project would carry, if these were the data in it.
fn inner(project: &Project, data: &str) -> Manifest {
    let mut manifest = Manifest::parse(project.read("out/manifest.json").as_bytes()).unwrap();
    let (bytes, name, sha256) = (data.len(), "briefing.json".to_owned(), sha256_hex(data.as_bytes()));
    manifest.carried = vec![factum::provenance::Named { bytes, name, sha256 }];
    manifest.inputs()
}

#[test]
fn a_lone_pdf_is_held_against_the_sources_by_its_own_data() {
    let project = built();
    let data = project.read("out/briefing.json");
    let manifest = inner(&project, &data).text();
    for files in
        [&[("briefing.json", data.as_str())][..], &[("briefing.json", &data), ("manifest.json", &manifest)]]
    {
        project.write("inbox/briefing.pdf", pdf_with(files));
        let ran = verify(&project, "inbox/briefing.pdf", &["--sources", &folder(&project)]);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert!(ran.stdout.contains("ok      1 quotation stands word for word"), "{}", ran.stdout);
    }
    project.write("inbox/briefing.pdf", pdf_with(&[("briefing.json", &data)]));
    let ran = verify(&project, "inbox/briefing.pdf", &["--sources", &folder(&project)]);
    assert!(ran.stdout.contains("not proved"), "{}", ran.stdout);
    let forged = data.replace("More than 1,000", "More than 9,000");
    project.write("inbox/briefing.pdf", pdf_with(&[("briefing.json", &forged)]));
    let ran = verify(&project, "inbox/briefing.pdf", &["--sources", &folder(&project)]);
    assert!(ran.stdout.contains("1 of 1 quotation does not stand"), "{}", ran.stdout);
    assert!(ran.stdout.ends_with("not verified\n"), "{}", ran.stdout);
}

#[test]
fn data_and_manifest_in_a_pdf_must_fit_each_other() {
    let project = built();
    let data = project.read("out/briefing.json");
    let manifest = inner(&project, &data);
    let forged = data.replace("More than 1,000", "More than 9,000");
    let draft = Manifest { draft: true, ..manifest.clone() };
    let cases = [
        (forged.clone(), manifest.text(), "is not the one that its manifest lists"),
        (data.clone(), manifest.text().replace("1,000", "9,000"), "its seal does not fit"),
        (forged.clone(), inner(&project, &forged).text(), "do not say the same of the quotations"),
        (data.clone(), draft.sealed().text(), "do not say the same of whether it is a draft"),
        (data.clone(), "{}".to_owned(), "this is no manifest"),
    ];
    for (data, manifest, words) in cases {
        project
            .write("inbox/briefing.pdf", pdf_with(&[("briefing.json", &data), ("manifest.json", &manifest)]));
        let ran = verify(&project, "inbox/briefing.pdf", &[]);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert!(
            ran.stdout.contains(words) && ran.stdout.ends_with("not verified\n"),
            "{words}: {}",
            ran.stdout
        );
    }
}

#[test]
fn what_was_put_into_a_pdf_later_is_found() {
    let project = built();
    let data = project.read("out/briefing.json");
    let manifest = inner(&project, &data).text();
    let files = [("briefing.json", data.as_str()), ("manifest.json", &manifest)];
    let whole = pdf_with(&files);
    let later = |add: &str| format!("{whole}{add}startxref\n9\n%%EOF\n");
    let cases = [
        (later("40 0 obj\n<</Type /Filespec /F (facts.json)>>\nendobj\n"), "FAILED  the PDF was added to"),
        (later("11 0 obj\n<</Length 2>>\nstream\n{}\nendstream\nendobj\n"), "it carries more than one"),
        (pdf_with(&[files[0], files[1], ("briefing.json", "{}")]), "it carries more than one"),
        (pdf_with(&[files[0], files[1], ("more.exe", "x")]), "open    what else it carries: 1 more"),
    ];
    for (pdf, words) in cases {
        project.write("inbox/briefing.pdf", pdf);
        let ran = verify(&project, "inbox/briefing.pdf", &[]);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert!(ran.stdout.contains(words), "{words}: {}", ran.stdout);
    }
}

/// The places of the streams of attached files in a PDF.
fn streams(pdf: &[u8]) -> Vec<usize> {
    let find = |words: &[u8], from: usize| pdf[from..].windows(words.len()).position(|here| here == words);
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = find(b"/Type/EmbeddedFile/", from) {
        from += at + 1;
        found.push(from + find(b"stream\n", from).unwrap() + 7);
    }
    found
}

#[test]
fn a_real_pdf_carries_its_data_and_a_changed_byte_of_them_is_found() {
    if !typst() {
        return;
    }
    let project = Project::small();
    assert_eq!(project.factum(&["build"]).code, Some(0));
    let beside = verify(&project, "out/briefing.pdf", &["--sources", &folder(&project)]);
    assert_eq!(beside.code, Some(0), "{beside:?}");
    assert!(beside.stdout.contains("the manifest that the PDF carries says the same"), "{}", beside.stdout);
    let pdf = project.out()["briefing.pdf"].clone();
    project.write("inbox/briefing.pdf", &pdf);
    let ran = verify(&project, "inbox/briefing.pdf", &["--sources", &folder(&project)]);
    for words in [
        "it carries `briefing.json`",
        "it carries `facts.json`",
        "1 quotation stands word for word",
        "made anew",
    ] {
        assert!(ran.stdout.contains(&format!("ok      {words}")), "{words}: {}", ran.stdout);
    }
    assert!(!ran.stdout.contains("FAILED"), "{}", ran.stdout);
    let streams = streams(&pdf);
    assert_eq!(streams.len(), 3);
    for at in streams {
        let mut pdf = pdf.clone();
        pdf[at + 100] ^= 4;
        project.write("inbox/briefing.pdf", &pdf);
        let ran = verify(&project, "inbox/briefing.pdf", &[]);
        assert!(ran.stdout.contains("in the PDF: what it carries is damaged"), "{}", ran.stdout);
        assert!(ran.stdout.ends_with("not verified\n"), "{}", ran.stdout);
        project.write("out/briefing.pdf", &pdf);
        let ran = verify(&project, "out/briefing.pdf", &[]);
        assert!(ran.stdout.contains("FAILED  `briefing.pdf` is not the"), "{}", ran.stdout);
    }
}

#[test]
fn the_fact_sheet_carries_all_facts_too() {
    if !typst() {
        return;
    }
    let project = Project::small();
    assert_eq!(project.factum(&["build", "--template", "factsheet"]).code, Some(0));
    let sheet = "out/factsheet/factsheet.pdf";
    let ran = verify(&project, sheet, &["--sources", &folder(&project)]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stdout.contains("it carries `facts.json`"), "{}", ran.stdout);
}

#[test]
fn which_of_the_files_in_a_changed_pdf_were_changed_is_told() {
    if !typst() {
        return;
    }
    let project = Project::small();
    assert_eq!(project.factum(&["build"]).code, Some(0));
    let mut pdf = project.out()["briefing.pdf"].clone();
    let middle = pdf.len() / 2;
    pdf[middle] ^= 1;
    project.write("out/briefing.pdf", &pdf);
    let ran = verify(&project, "out/briefing.pdf", &[]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.stdout.contains("`facts.json` in it: unchanged"), "{}", ran.stdout);
}

#[test]
fn the_pdf_is_the_same_whatever_else_is_built() {
    if !typst() {
        return;
    }
    let project = Project::small();
    assert_eq!(project.factum(&["build"]).code, Some(0));
    let with_all = project.out()["briefing.pdf"].clone();
    assert_eq!(project.factum(&["build", "--format", "pdf"]).code, Some(0));
    assert!(project.out()["briefing.pdf"] == with_all);
    assert_eq!(project.factum(&WITHOUT_PDF).code, Some(0));
    assert!(!project.out().contains_key("briefing.pdf"));
}
