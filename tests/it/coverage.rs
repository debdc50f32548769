//! What the facts cite of an article, and what they leave out.

use serde_json::Value;

use crate::project::Project;

const ARTICLE: &str = "\
July 08, 2021

Flood cuts off the valley

More than 1,000 people fled the valley on Wednesday, the mayor said. “We saw <nothing> like it,” he added.

The river rose by 3 metres. About 200 houses stand under water since 6 July.

Leave a reply with 500 words
";

const FACTS: &str = "\
title: The <flood>
as-of: 2021-07-08
sources:
  gazette:
    title: Flood cuts off the valley
    date: 2021-07-08
    file: seeds/gazette.txt
    ignore:
      - Leave a reply with 500 words
facts:
  fled:
    claim: More than 1,000 people fled the valley on 7 July, the mayor said.
    evidence:
      - gazette: More than 1,000 people fled the valley on Wednesday, the mayor said.
discrepancies:
  depth:
    title: How far did the river rise?
    class: internal
    severity: low
    sides:
      - gazette: The river rose by 3 metres.
      - gazette: The river rose by 3 metres.
    status: unresolved
";

fn flood() -> Project {
    let project = Project::empty();
    project.write("facts.yaml", FACTS);
    project.write("seeds/gazette.txt", ARTICLE);
    project
}

#[test]
fn each_source_has_its_line_and_what_is_left_out() {
    let ran = flood().factum(&["coverage"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let line = "`gazette`: 4 of 6 sentences, 2 of 3 figures, 2 of 3 dates, 0 of 1 quotation cited";
    assert!(ran.stdout.contains(line), "{}", ran.stdout);
    assert!(ran.stdout.contains("seeds/gazette.txt:7: figure: About 200\n"), "{}", ran.stdout);
    assert!(ran.stdout.contains("seeds/gazette.txt:7: date: since 6 July\n"), "{}", ran.stdout);
    assert!(!ran.stdout.contains("500"), "furniture does not count: {}", ran.stdout);
}

#[test]
fn what_cites_a_passage_is_told() {
    let ran = flood().factum(&["coverage", "--format", "json"]);
    let whole: Value = serde_json::from_str(&ran.stdout).unwrap();
    let passages = whole["articles"][0]["passages"].as_array().unwrap();
    let of =
        |words: &str| passages.iter().find(|one| one["text"].as_str().unwrap().starts_with(words)).unwrap();
    assert_eq!(
        (&of("More than 1,000 people")["facts"][0], &of("July 08")["entry"]),
        (&"fled".into(), &true.into())
    );
    assert_eq!(of("The river")["discrepancies"][0], "depth");
    assert_eq!(of("We saw")["cited"], false);
    let figure = passages.iter().find(|one| one["sort"] == "figure").unwrap();
    let bytes = figure["start"].as_u64().unwrap() as usize..figure["end"].as_u64().unwrap() as usize;
    assert!(ARTICLE[bytes].contains("1,000"), "{figure}");
}

#[test]
fn the_page_marks_the_text_and_holds_nothing_that_acts() {
    let project = flood();
    let page = project.path().join("coverage.html");
    let ran = project.factum(&["coverage", "--html", page.to_str().unwrap()]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let page = project.read("coverage.html");
    assert!(
        page.contains(
            "<mark title=\"fled\">More than 1,000 people fled the valley on Wednesday, the mayor said.</mark>"
        ),
        "{page}"
    );
    assert!(page.contains("<mark class=by title=\"depth\">The river rose by 3 metres.</mark>"), "{page}");
    assert!(page.contains("“We saw &lt;nothing&gt; like it,” he added.</span>"), "{page}");
    assert!(page.contains("<p class=fu>Leave a reply with 500 words"), "{page}");
    assert!(page.contains("default-src 'none'; style-src 'unsafe-inline'"), "{page}");
    for acts in ["<script", "<nothing>", "<flood>", "http://", "https://", "url("] {
        assert!(!page.contains(acts), "the page holds {acts}");
    }
    let again = flood();
    again.factum(&["coverage", "--html", again.path().join("coverage.html").to_str().unwrap()]);
    assert!(again.read("coverage.html") == page, "the same facts give the same bytes");
}

#[test]
fn a_page_that_cannot_be_written_is_an_error() {
    let project = flood();
    project.write("file", "");
    let below = project.path().join("file/coverage.html");
    let ran = project.factum(&["coverage", "--html", below.to_str().unwrap()]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
}

#[test]
fn the_own_facts_leave_no_figure_and_no_date_out() {
    let ran = Project::own().factum(&["coverage", "--format", "json"]);
    let whole: Value = serde_json::from_str(&ran.stdout).unwrap();
    for article in whole["articles"].as_array().unwrap() {
        for sort in ["figures", "dates", "quotations"] {
            assert_eq!(article[sort]["cited"], article[sort]["of"], "{} of {}", sort, article["source"]);
        }
    }
}
