//! Do words of any script reach the reader: with a font or a clear word on what is missing, each in its own direction?

use crate::project::{Project, Ran, typst};

const ARABIC: &str = "\
title: عبور الجنود
as-of: 2021-07-08
language: ar
sources:
  wasl:
    title: جنود يفرون
    publisher: صحيفة الوصل
    date: 2021-07-06
    file: seeds/wasl.txt
facts:
  fled:
    claim: فر أكثر من 1,000 جندي (RIA Novosti، 12 مصدرا).
    evidence:
      - wasl: فر أكثر من 1,000 جندي، نقلت RIA Novosti عن 12 مصدرا
";

const MIXED: &str = "\
title: Soldiers cross the border
as-of: 2021-07-08
sources:
  gazette:
    title: جنود يفرون
    publisher: صحيفة الوصل
    date: 2021-07-06
    file: seeds/gazette.txt
facts:
  nader:
    claim: Governor محمد نادر, 12 men and a clerk stayed.
    evidence:
      - gazette: Governor محمد نادر, 12 men and a clerk stayed
";

fn arabic() -> Project {
    let project = Project::empty();
    project.write("facts.yaml", ARABIC);
    project.write(
        "seeds/wasl.txt",
        "جنود يفرون\n\nصحيفة الوصل\n\n6 July 2021\n\nفر أكثر من 1,000 جندي، نقلت RIA Novosti عن 12 مصدرا.\n",
    );
    project
}

fn mixed() -> Project {
    let project = Project::empty();
    project.write("facts.yaml", MIXED);
    project.write(
        "seeds/gazette.txt",
        "جنود يفرون\n\nصحيفة الوصل\n\n6 July 2021\n\nGovernor محمد نادر, 12 men and a clerk stayed. \u{202e}Turned\u{2067}.\n",
    );
    project
}

/// Builds with a program that plays Typst and does `act` when it is to set a document.
fn build_with(project: &Project, act: &str, more: &[&str]) -> Ran {
    let typst = project.fake_typst(&format!("cat >/dev/null\n{act}"));
    project.factum(&[&["build", "--typst", &typst], more].concat())
}

/// What Typst says of letters that no font has.
fn lacks(letters: &[&str]) -> String {
    let line = |letter: &&str| {
        let words =
            format!("the text `\"{letter}\"` could not be displayed with font `\"Libertinus Serif\"`");
        format!("echo '<stdin>:9:3: error: PDF/A-3a, PDF/UA-1 error: {words}' >&2\n")
    };
    format!("{}exit 1", letters.iter().map(line).collect::<String>())
}

const SETS: &str = "printf '%%PDF-1.7\\n1 0 obj <</Type/Page>>\\nstartxref\\n9\\n%%%%EOF\\n'";

#[test]
fn letters_that_no_font_has_are_named_with_their_place_and_a_font() {
    let project = Project::small();
    project.change("flood in the valley", "flood in the valley 你好 of the river");
    let ran = build_with(&project, &lacks(&["你", "好"]), &[]);
    assert_eq!(ran.code, Some(3), "{ran:?}");
    for words in [
        "error[letters-without-font]: no font has `你` (U+4F60) and 1 more Chinese, Japanese or Korean character: `好`",
        "facts.yaml:1:32",
        "Noto Serif CJK",
        "`fonts/`",
    ] {
        assert!(ran.stdout.contains(words), "{words}: {}", ran.stdout);
    }
    assert!(!ran.stdout.contains("0 quotations"), "{}", ran.stdout);
    assert_eq!(project.out().len(), 0, "nothing is written");
}

#[test]
fn letters_that_stand_in_an_article_alone_are_placed_there_and_others_in_the_template() {
    let project = Project::small();
    project.write("seeds/gazette.txt", format!("{}\nThe river ಠ rose.\n", crate::project::ARTICLE));
    let ran = build_with(&project, &lacks(&["ಠ"]), &[]);
    assert_eq!(ran.code, Some(3), "{ran:?}");
    assert!(ran.stdout.contains("seeds/gazette.txt:9:11"), "{}", ran.stdout);
    assert!(ran.stdout.contains("Noto Serif Kannada"), "{}", ran.stdout);
    let ran = build_with(&Project::small(), &lacks(&["ಠ"]), &[]);
    assert_eq!(ran.code, Some(3), "{ran:?}");
    assert!(ran.stderr.contains("<stdin>:9:4") && ran.stderr.contains("`fonts/`"), "{}", ran.stderr);
}

#[test]
fn arabic_in_a_monospaced_face_is_a_warning_until_there_is_a_font() {
    let project = arabic();
    let ran = build_with(&project, SETS, &[]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    for words in
        ["warning[letters-without-font]", "only a monospaced one has Arabic", "facts.yaml:1:8", "Naskh"]
    {
        assert!(ran.stdout.contains(words), "{words}: {}", ran.stdout);
    }
    assert_eq!(build_with(&project, SETS, &["--deny", "warnings"]).code, Some(1));
    project.write("fonts/naskh.ttf", include_bytes!("../fonts/NotoNaskhArabic-Subset.ttf"));
    let ran = build_with(&project, SETS, &["--deny", "warnings"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(0), ""), "{ran:?}");
}

#[test]
fn a_page_of_arabic_runs_from_right_to_left_and_keeps_our_words_apart() {
    let project = arabic();
    let ran = project.factum(&["build", "--format", "md,html,json"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let page = project.read("out/briefing.html");
    assert!(page.contains("<html lang=\"ar\" dir=rtl>"));
    for words in
        ["<bdi dir=ltr>1\u{a0}article. Origin not named.</bdi>", "(<bdi dir=ltr>RIA Novosti</bdi>، 12 مصدرا)"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    let head = page.split_once("<body>").unwrap().0;
    assert!(!head.contains("bdi"), "{head}");
}

#[test]
fn a_name_from_right_to_left_keeps_the_figure_after_it_in_its_place() {
    let project = mixed();
    let ran = project.factum(&["build", "--format", "md,html,json"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let page = project.read("out/briefing.html");
    assert!(page.contains("<html lang=\"en\">"));
    for words in [
        "Governor <bdi dir=rtl>محمد نادر</bdi>, 12 men and a clerk stayed",
        "“<bdi dir=rtl>جنود يفرون</bdi>”, <bdi dir=rtl>صحيفة الوصل</bdi>, 6 July 2021",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert_eq!(page.matches("<bdi ").count(), page.matches("</bdi>").count());
    // An article's own signs of direction do not act on the page; data and Markdown are free of ours.
    let acts = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    assert!(page.contains("Turned") && !page.contains(acts));
    assert!(!project.read("out/briefing.md").contains(acts));
    assert!(project.read("out/briefing.json").contains("Governor محمد نادر, 12 men"));
}

#[test]
fn a_page_without_such_words_has_no_marks() {
    let project = Project::small();
    assert_eq!(project.factum(&["build", "--format", "html"]).code, Some(0));
    assert!(!project.read("out/briefing.html").contains("bdi"));
}

#[test]
fn the_real_typst_sets_arabic_with_the_projects_font_and_names_what_no_font_has() {
    if !typst() {
        return;
    }
    for project in [arabic(), mixed()] {
        project.write("fonts/naskh.ttf", include_bytes!("../fonts/NotoNaskhArabic-Subset.ttf"));
        for template in ["briefing", "factsheet"] {
            let ran = project.factum(&["build", "--template", template]);
            assert_eq!((ran.code, ran.stdout.as_str()), (Some(0), ""), "{ran:?}");
        }
    }
    let project = Project::small();
    project.change("flood in the valley", "flood 😀");
    let ran = project.factum(&["build"]);
    assert_eq!(ran.code, Some(3), "{ran:?}");
    assert!(ran.stdout.contains("no font has `😀` (U+1F600)"), "{}", ran.stdout);
    assert!(
        ran.stdout.contains("facts.yaml:1:18") && ran.stdout.contains("write it in words"),
        "{}",
        ran.stdout
    );
}
