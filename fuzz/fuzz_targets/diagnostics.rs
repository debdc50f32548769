//! Do findings on hostile texts stay inert and whole in every format?
#![no_main]

use factum::finding::{Coverage, Finding, Mark, Severity};
use factum::report::{Format, Look, Report, write};
use factum::span::{Files, Span, Spot, floor_char_boundary};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (&str, &str, &str, [u16; 4])| {
    let (text, words, path, [start, length, other, severity]) = input;
    let mut files = Files::default();
    let id = files.add(path, text);
    let place = |start: u16, length: u16| {
        let start = floor_char_boundary(text, usize::from(start));
        let end = floor_char_boundary(text, start + usize::from(length));
        Spot { file: id, span: Span::new(start, end.max(start)) }
    };
    let mark = |spot| Mark { spot, label: words.to_owned() };
    let severity = [Severity::Error, Severity::Warning, Severity::Note][usize::from(severity % 3)];
    let finding = Finding {
        check: "quote-not-found",
        severity,
        message: words.to_owned(),
        at: mark(place(start, length)),
        seen: vec![mark(place(other, length)), mark(place(start, other))],
        help: words.to_owned(),
    };
    let coverage = Coverage::default();
    let report = Report { findings: &[finding], files: &files, coverage: &coverage, cards: &[] };
    for format in [Format::Human, Format::Concise, Format::Json, Format::Sarif, Format::Github, Format::Junit] {
        let written = write(format, &report, Look::default());
        let acts = |c: char| c.is_control() && c != '\n';
        assert!(!written.contains(acts), "{format:?} lets a control character through");
        if matches!(format, Format::Json | Format::Sarif) {
            serde_json::from_str::<serde_json::Value>(&written).expect("it is JSON");
        }
    }
});
