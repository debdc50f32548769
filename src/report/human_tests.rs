//! Held here: what the pictures look like.

use crate::finding::{Coverage, Finding, Mark, Severity};
use crate::report::{Format, Look, Report, write};
use crate::span::{FileId, Files, Span, Spot};

/// A project of one facts file and one article, and what a finding may say of them.
struct Desk {
    files: Files,
    facts: FileId,
    article: FileId,
}

impl Desk {
    fn new(facts: &str, article: &str) -> Self {
        let mut files = Files::default();
        let facts = files.add("facts.yaml", facts);
        let article = files.add("seeds/reuters.txt", article);
        Self { files, facts, article }
    }

    fn mark(&self, file: FileId, words: &str, label: &str) -> Mark {
        let start = self.files.get(file).unwrap().text.find(words).unwrap();
        Mark { spot: Spot { file, span: Span::new(start, start + words.len()) }, label: label.to_owned() }
    }

    fn finding(&self, at: Mark, seen: Vec<Mark>) -> Finding {
        Finding {
            check: "quote-not-found",
            severity: Severity::Error,
            message: "`seeds/reuters.txt` does not hold these words".to_owned(),
            at,
            seen,
            help: "copy the words from the article".to_owned(),
        }
    }

    fn shows(&self, findings: &[Finding], width: usize, picture: &str) {
        let coverage = Coverage::default();
        let report = Report { findings, files: &self.files, coverage: &coverage, cards: &[] };
        let shown = write(Format::Human, &report, Look { colour: false, width });
        assert_eq!(shown.split("\n\n").next().unwrap(), picture.trim_matches('\n'), "\n{shown}");
    }
}

#[test]
fn both_files_are_drawn_and_only_the_differing_words_are_marked() {
    let desk = Desk::new(
        "facts:\n  refugees:\n    evidence:\n      - reuters: More than 10,000 troops fled\n",
        "A headline\n\nMore than 1,000 troops fled north.\n",
    );
    let at = desk.mark(desk.facts, "10,000", "this differs");
    let seen = desk.mark(desk.article, "1,000", "nearest passage");
    desk.shows(
        &[desk.finding(at, vec![seen])],
        100,
        r"
error[quote-not-found]: `seeds/reuters.txt` does not hold these words
 --> facts.yaml:4:28
  |
4 |       - reuters: More than 10,000 troops fled
  |                            ^^^^^^ this differs
  |
 ::: seeds/reuters.txt:3:11
  |
3 | More than 1,000 troops fled north.
  |           ----- nearest passage
  |
  = help: copy the words from the article
",
    );
}

#[test]
fn a_paragraph_is_cut_around_its_mark_and_keeps_its_true_column() {
    let desk = Desk::new(
        "a: b",
        &format!("{}more than 1,000 troops{}", "left words ".repeat(60), " right".repeat(90)),
    );
    let at = desk.mark(desk.article, "1,000", "as printed");
    desk.shows(
        &[desk.finding(at, vec![])],
        60,
        r"
error[quote-not-found]: `seeds/reuters.txt` does not hold these words
 --> seeds/reuters.txt:1:671
  |
1 | … words more than 1,000 troops right right right right …
  |                   ^^^^^ as printed
  |
  = help: copy the words from the article
",
    );
}

#[test]
fn two_marks_in_one_line_share_a_picture_and_a_third_far_off_has_its_own() {
    let article = format!("one two three four{} five", " and".repeat(60));
    let desk = Desk::new("a: one three", &article);
    let seen = ["three", "one", "five"].map(|words| desk.mark(desk.article, words, words));
    desk.shows(
        &[desk.finding(desk.mark(desk.facts, "one three", ""), seen.to_vec())],
        60,
        r"
error[quote-not-found]: `seeds/reuters.txt` does not hold these words
 --> facts.yaml:1:4
  |
1 | a: one three
  |    ^^^^^^^^^
  |
 ::: seeds/reuters.txt:1:1
  |
1 | one two three four and and and and and and and and …
  | --- one ----- three
  |
 ::: seeds/reuters.txt:1:260
  |
1 | … and and and and and and and and and and and five
  |                                               ---- five
  |
  = help: copy the words from the article
",
    );
}

#[test]
fn a_mark_over_several_lines_is_underlined_in_each() {
    let desk = Desk::new("a:\n  quote: >\n    one\n\n    two three\n    four\n", "");
    desk.shows(
        &[desk.finding(desk.mark(desk.facts, "one\n\n    two three\n", "not there"), vec![])],
        60,
        r"
error[quote-not-found]: `seeds/reuters.txt` does not hold these words
 --> facts.yaml:3:5
  |
3 |     one
  |     ^^^
4 |
5 |     two three
  |     ^^^^^^^^^ not there
  |
  = help: copy the words from the article
",
    );
}

#[test]
fn a_mark_over_many_lines_says_how_many_are_left_out() {
    let desk = Desk::new(&"words\n".repeat(40), "");
    let at = Mark { spot: Spot { file: desk.facts, span: Span::new(6, 180) }, label: "this".to_owned() };
    let findings = [desk.finding(at, vec![])];
    let coverage = Coverage::default();
    let report = Report { findings: &findings, files: &desk.files, coverage: &coverage, cards: &[] };
    let shown = write(Format::Human, &report, Look::default());
    assert!(shown.contains("7 | words\n  | ^^^^^ this (and 23 more lines)\n"), "{shown}");
}

#[test]
fn unprintable_characters_are_written_out_and_the_caret_stays_under_its_words() {
    let desk = Desk::new("\ta: \u{1b}[31mred\u{202e} flag", "");
    desk.shows(
        &[desk.finding(desk.mark(desk.facts, "flag", "here"), vec![])],
        80,
        r"
error[quote-not-found]: `seeds/reuters.txt` does not hold these words
 --> facts.yaml:1:15
  |
1 |     a: \u{1b}[31mred\u{202e} flag
  |                              ^^^^ here
  |
  = help: copy the words from the article
",
    );
}

#[test]
fn wide_characters_move_the_caret_by_two_columns() {
    let desk = Desk::new("a: 塔吉克斯坦 asks", "");
    desk.shows(
        &[desk.finding(desk.mark(desk.facts, "asks", "here"), vec![])],
        80,
        "
error[quote-not-found]: `seeds/reuters.txt` does not hold these words
 --> facts.yaml:1:10
  |
1 | a: 塔吉克斯坦 asks
  |               ^^^^ here
  |
  = help: copy the words from the article
",
    );
}

#[test]
fn a_line_far_to_the_right_loses_its_indentation_and_not_its_words() {
    let desk = Desk::new(&format!("{}a: words that matter", " ".repeat(50)), "");
    let mut finding = desk.finding(desk.mark(desk.facts, "words", "here"), vec![]);
    finding.help = String::new();
    desk.shows(
        &[finding],
        100,
        r"
error[quote-not-found]: `seeds/reuters.txt` does not hold these words
 --> facts.yaml:1:54
  |
1 | ...                   a: words that matter
  |                          ^^^^^ here
",
    );
}

#[test]
fn nothing_to_mark_at_the_end_of_a_file_is_one_caret() {
    let desk = Desk::new("a: b\n", "");
    let at = Mark { spot: Spot { file: desk.facts, span: Span::new(5, 5) }, label: "more is due".to_owned() };
    desk.shows(
        &[desk.finding(at, vec![])],
        60,
        r"
error[quote-not-found]: `seeds/reuters.txt` does not hold these words
 --> facts.yaml:2:1
  |
2 |
  | ^ more is due
  |
  = help: copy the words from the article
",
    );
}

#[test]
fn a_finding_without_a_file_has_its_message_and_help() {
    let desk = Desk::new("a: b\n", "");
    let at = Mark { spot: Spot { file: FileId(9), span: Span::new(5, 5) }, label: String::new() };
    desk.shows(
        &[desk.finding(at, vec![])],
        60,
        r"
error[quote-not-found]: `seeds/reuters.txt` does not hold these words
 |
 = help: copy the words from the article
",
    );
}

#[test]
fn success_is_one_quiet_line() {
    let coverage = Coverage {
        articles: 5,
        quotations: 165,
        tiers: vec![("exact".to_owned(), 136), ("after folding typography".to_owned(), 29)],
        disclosed: 12,
        ..Coverage::default()
    };
    let report = Report { findings: &[], files: &Files::default(), coverage: &coverage, cards: &[] };
    assert_eq!(
        write(Format::Human, &report, Look::default()),
        "165 quotations in 5 articles: 136 exact, 29 after folding typography; 0 failed; 12 disagreements, all \
         disclosed\n"
    );
}

#[test]
fn colours_only_where_they_are_asked_for() {
    let desk = Desk::new("a: b\n", "");
    let findings = [desk.finding(desk.mark(desk.facts, "b", ""), vec![])];
    let report =
        Report { findings: &findings, files: &desk.files, coverage: &Coverage::default(), cards: &[] };
    assert!(!write(Format::Human, &report, Look::default()).contains('\u{1b}'));
    let coloured = write(Format::Human, &report, Look { colour: true, ..Look::default() });
    assert!(coloured.contains("\u{1b}[1m\u{1b}[91merror"), "{coloured:?}");
}
