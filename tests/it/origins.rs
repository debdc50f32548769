//! Does the reader learn through whose hands each quotation came, and whose words are the article's own?

use serde_json::Value;

use crate::project::Project;

/// An article that carries an agency's copy under a headline of its own.
const FACTS: &str = "\
title: The flood in the valley
as-of: 2021-07-08
sources:
  gazette:
    title: Flood cuts off the valley
    date: 2021-07-08
    file: seeds/gazette.txt
    carries: agency
entities:
  agency:
    name: the agency
  mayor:
    name: the mayor
facts:
  fled:
    claim: More than 1,000 people fled the valley on 7 July, the mayor said.
    evidence:
      - source: gazette
        quote: More than 1,000 people fled the valley on Wednesday, the mayor said.
        via: [mayor, agency]
  houses:
    claim: About 200 houses stand under water.
    evidence:
      - gazette: About 200 houses stand under water.
  cut-off:
    claim: The flood cuts off the valley.
    evidence:
      - source: gazette
        quote: Flood cuts off the valley
        via: []
";

fn view(project: &Project) -> Value {
    let ran = project.factum(&["build", "--format", "json"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    serde_json::from_str(&project.read("out/briefing.json")).unwrap()
}

fn note<'a>(view: &'a Value, words: &str) -> &'a Value {
    let mut notes = view["notes"].as_array().unwrap().iter();
    notes.find(|note| note["quote"].as_str().unwrap().starts_with(words)).unwrap()
}

#[test]
fn an_empty_via_makes_words_the_article_s_own() {
    let view = view(&Project::with(FACTS));
    assert_eq!(note(&view, "About 200 houses")["origin"], "the agency");
    assert_eq!(note(&view, "Flood cuts off")["origin"], "");
    let facts = view["sections"][0]["facts"].as_array().unwrap();
    let silent: Vec<&Value> = facts.iter().map(|fact| &fact["support"]["silent"]).collect();
    assert_eq!(silent, [0, 0, 1]);
}

#[test]
fn every_hand_is_counted_among_those_that_a_source_passes_on() {
    let view = view(&Project::with(FACTS));
    assert_eq!(view["sources"][0]["passes_on"], serde_json::json!(["the agency", "the mayor"]));
}
