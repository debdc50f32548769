//! Tests of sentences.

use super::*;

fn cut(text: &str) -> Vec<&str> {
    sentences(text).iter().map(|span| span.of(text)).collect()
}

#[test]
fn abbreviations_end_no_sentence() {
    for text in [
        "The U.S. President met Mr. Lund.",
        "On Sept. 11 he left.",
        "Gen. A. B. Okoye spoke at 5 p.m. on No. 7 Street.",
        "He paid $3.5 million.",
        "“We left,” he said.",
        "He left… then came back.",
        "Wait! said he.",
    ] {
        assert_eq!(cut(text), [text]);
    }
}

#[test]
fn stops_and_their_closing_marks_end_one() {
    assert_eq!(cut("He left. She came."), ["He left.", "She came."]);
    assert_eq!(
        cut("“We left.” She came?! (Yes.) 12 stayed."),
        ["“We left.”", "She came?!", "(Yes.)", "12 stayed."]
    );
    assert_eq!(cut("他走了。她来了。"), ["他走了。", "她来了。"]);
}

#[test]
fn lines_end_sentences_where_they_are_headings_or_paragraphs() {
    assert_eq!(
        cut("Bridge closed\nThe bridge is shut\nfor cars.\n\nMore"),
        ["Bridge closed", "The bridge is shut\nfor cars.", "More"]
    );
    let body = "The council said on Monday that the old bridge across the river Norrey would stay shut for as long as the repair of its northern arch went on.";
    let headed = format!("Read more: the council meets on Monday to vote\nBridge stays shut\n{body}");
    assert_eq!(cut(&headed), ["Read more: the council meets on Monday to vote", "Bridge stays shut", body]);
    let wrapped = "The bridge across the river was shut to the cars of\nNorthland on Monday.";
    assert_eq!(cut(wrapped), [wrapped]);
}

#[test]
fn the_sentence_around_a_passage_is_whole() {
    let text = "One is here. Two is not. Three is.";
    assert_eq!(around(text, Span::new(17, 19)).of(text), "Two is not.");
    assert_eq!(around(text, Span::new(17, 29)).of(text), "Two is not. Three is.");
    assert_eq!(around(text, Span::new(13, 24)).of(text), "Two is not.");
    assert_eq!(around("", Span::new(0, 0)), Span::new(0, 0));
}

#[test]
fn stops_without_end_take_no_longer() {
    assert_eq!(sentences(&".".repeat(200_000)).len(), 1);
    assert_eq!(sentences(&"\n".repeat(50_000)).len(), 0);
    assert!(sentences(&". ".repeat(50_000)).len() > 1);
}
