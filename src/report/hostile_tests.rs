//! Held here: nothing from an input acts in a terminal, a build's log or a parser.

use super::tests::{CARDS, shown};
use super::*;
use crate::finding::{Mark, Severity};
use crate::span::{Span, Spot};
use proptest::prelude::*;

/// What has broken printers before.
const NASTY: [&str; 24] = [
    "\u{1b}[2J",
    "\u{9b}31m",
    "\u{1b}]8;;http://x\u{7}",
    "::error::x",
    "\n::set-output name=a::b\n",
    "##[add-mask]e",
    "##vso[task.complete]",
    "]]>",
    "<![CDATA[",
    "&#0;",
    "\"'><",
    "\u{202e}",
    "\u{2066}",
    "\u{200b}",
    "\u{feff}",
    "\t",
    "\r",
    "\r\n",
    "塔吉",
    "👩\u{200d}👧",
    "e\u{301}",
    "\u{f8ff}:1:1",
    "{0} [a](1) %0A",
    "\0\u{ffff}\u{10ffff}",
];

fn nasty() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(&NASTY[..]).prop_map(str::to_owned),
        2 => "[a-z .]{0,12}".prop_map(|words| words),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

fn marks(spots: usize) -> impl Strategy<Value = Vec<Mark>> {
    let mark = (0..3_usize, 0..90_usize, 0..90_usize, nasty()).prop_map(|(file, start, end, label)| Mark {
        spot: Spot { file: crate::span::FileId(file), span: Span::new(start, end) },
        label,
    });
    prop::collection::vec(mark, spots)
}

fn finding() -> impl Strategy<Value = Finding> {
    let severity = prop::sample::select(&[Severity::Error, Severity::Warning, Severity::Note][..]);
    let check = prop::sample::select(&["quote-not-found", "unknown-key"][..]);
    (check, severity, nasty(), marks(4), nasty()).prop_map(|(check, severity, message, mut seen, help)| {
        let at = seen.remove(0);
        Finding { check, severity, message, at, seen, help }
    })
}

prop_compose! {
    /// Two files with odd paths, a third that does not exist, and findings anywhere in them and beyond.
    fn desk()([one, other, path] in [nasty(), nasty(), nasty()], findings in prop::collection::vec(finding(), 0..5))
    -> (Files, Vec<Finding>) {
        let mut files = Files::default();
        files.add(path, one);
        files.add("seeds/a.txt", other.repeat(20));
        (files, findings)
    }
}

fn distinct(findings: &[Finding]) -> usize {
    let mut known: Vec<&Finding> = Vec::new();
    for finding in findings {
        if !known.contains(&finding) {
            known.push(finding);
        }
    }
    known.len()
}

/// What every format owes a terminal and a build's log.
fn is_inert(text: &str) {
    for line in text.split('\n') {
        let hidden = printable::glyphs(line).find(|glyph| !glyph.safe);
        assert_eq!(hidden, None, "{line:?}");
    }
}

proptest! {
    #[test]
    fn no_format_lets_an_unprintable_character_through((files, findings) in desk()) {
        for format in Format::ALL {
            is_inert(&shown(format, &files, &findings));
        }
    }

    #[test]
    fn github_has_exactly_one_command_for_each_finding((files, findings) in desk()) {
        let text = shown(Format::Github, &files, &findings);
        prop_assert_eq!(text.lines().count(), distinct(&findings));
        for line in text.lines() {
            let rest = line.strip_prefix("::").unwrap();
            let (head, _) = rest.split_once("::").unwrap();
            let (name, properties) = head.split_once(' ').unwrap();
            prop_assert!(["error", "warning", "notice"].contains(&name));
            for property in properties.split(',') {
                let (key, _) = property.split_once('=').unwrap();
                let known = ["file", "line", "col", "endLine", "endColumn", "title"];
                prop_assert!(known.contains(&key), "{line}");
            }
        }
    }

    #[test]
    fn no_line_for_people_is_a_command((files, findings) in desk()) {
        for format in [Format::Human, Format::Concise] {
            for line in shown(format, &files, &findings).lines() {
                let line = line.trim_start();
                prop_assert!(!line.starts_with("::") || line.starts_with("::: "), "{line}");
                prop_assert!(!line.contains("##[") && !line.contains("##vso["), "{line}");
            }
        }
        let concise = shown(Format::Concise, &files, &findings);
        prop_assert_eq!(concise.lines().count(), distinct(&findings));
    }

    #[test]
    fn json_and_sarif_read_back_as_they_were_meant((files, findings) in desk()) {
        let json: serde_json::Value = serde_json::from_str(&shown(Format::Json, &files, &findings)).unwrap();
        let told = json["findings"].as_array().unwrap();
        prop_assert_eq!(told.len(), distinct(&findings));
        for finding in &findings {
            prop_assert!(told.iter().any(|one| one["message"] == finding.message.as_str()));
        }
        let sarif = shown(Format::Sarif, &files, &findings);
        let sarif: serde_json::Value = serde_json::from_str(&sarif).unwrap();
        prop_assert_eq!(sarif["runs"][0]["results"].as_array().unwrap().len(), distinct(&findings));
    }

    #[test]
    fn junit_is_well_formed((files, findings) in desk()) {
        let text = shown(Format::Junit, &files, &findings);
        let (cases, failures) = well_formed(&text);
        let strangers = usize::from(findings.iter().any(|finding| finding.check == "unknown-key"));
        prop_assert_eq!(cases, CARDS.len() + strangers);
        let counts = format!("tests=\"{cases}\" failures=\"{failures}\"");
        prop_assert!(text.contains(&counts));
    }

    #[test]
    fn an_excerpt_marks_the_words_it_was_asked_for(texts in [nasty(), nasty(), nasty()], columns in 30..200_usize) {
        let [left, words, right] = texts.map(|text| text.replace(['\n', '\t'], " "));
        let (line, span) = (format!("{left}{words}{right}"), Span::new(left.len(), left.len() + words.len()));
        let found = excerpt::excerpt(&line, &[span], excerpt::Room { columns, label: 9 });
        let mut expected = String::new();
        printable::glyphs_in(&line, span).for_each(|glyph| glyph.push_to(&mut expected));
        let marked = &found.text[found.marks[0].clone()];
        let (head, tail) = marked.split_once('…').unwrap_or((marked, marked));
        prop_assert!(expected.starts_with(head) && expected.ends_with(tail), "{marked:?} {expected:?}");
        prop_assert!(found.text.chars().count() <= columns, "{:?}", found.text);
        prop_assert!(marked == expected || expected.len() > columns / 2);
    }

    #[test]
    fn colours_come_in_whole_sequences((files, findings) in desk(), width in 0..300_usize) {
        let report =
            Report { findings: &findings, files: &files, coverage: &Coverage::default(), cards: &CARDS };
        let text = write(Format::Human, &report, Look { colour: true, width });
        for sequence in text.split('\u{1b}').skip(1) {
            let end = sequence.find('m').unwrap();
            let numbers = sequence[..end].strip_prefix('[').unwrap();
            prop_assert!(numbers.chars().all(|digit| digit.is_ascii_digit() || digit == ';'));
        }
    }
}

/// Reads XML without comments, sections or instructions but the first; counts test cases and failures.
fn well_formed(xml: &str) -> (usize, usize) {
    let (head, mut rest) = xml.split_once("?>").unwrap();
    assert_eq!(head, "<?xml version=\"1.0\" encoding=\"UTF-8\"");
    let (mut open, mut opened): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    while let Some((text, tag)) = rest.split_once('<') {
        holds_only_text(text);
        let (tag, after) = tag.split_once('>').unwrap();
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
            continue;
        }
        let (name, attributes) = tag.trim_end_matches('/').split_once(' ').unwrap_or((tag, ""));
        opened.push(name);
        if !tag.ends_with('/') {
            open.push(name);
        }
        let values: Vec<_> = attributes.split('"').collect();
        assert!(values.len() % 2 == 1, "{tag}");
        values.iter().for_each(|value| holds_only_text(value));
    }
    assert_eq!((open.len(), rest.trim()), (0, ""));
    let count = |name: &str| opened.iter().filter(|one| **one == name).count();
    (count("testcase"), count("failure"))
}

fn holds_only_text(text: &str) {
    assert!(!text.contains(['<', '>']), "{text}");
    for after in text.split('&').skip(1) {
        assert!(
            ["amp;", "lt;", "gt;", "quot;", "apos;"].iter().any(|name| after.starts_with(name)),
            "{text}"
        );
    }
    let legal = |one: char| one == '\n' || (one >= ' ' && !('\u{fffe}'..='\u{ffff}').contains(&one));
    assert!(text.chars().all(legal), "{text:?}");
}

#[test]
fn lines_and_messages_of_megabytes_are_cut() {
    let mut files = Files::default();
    for text in
        ["x".repeat(1 << 20), "\u{10ffff}".repeat(1 << 18), "e\u{301}".repeat(1 << 19), "\n".repeat(1 << 20)]
    {
        let file = files.add("facts.yaml", text.clone());
        let spots = [(0, 0), (5, 1 << 19), (1 << 19, 1 << 20), (0, 1 << 20), (1 << 20, usize::MAX)];
        let seen = spots.map(|(start, end)| Mark {
            spot: Spot { file, span: Span::new(start, end) },
            label: text.clone(),
        });
        let (message, help) = (text.clone(), text);
        let finding = |at: &Mark| Finding {
            check: "quote-not-found",
            severity: Severity::Error,
            message: message.clone(),
            at: at.clone(),
            seen: seen.to_vec(),
            help: help.clone(),
        };
        let findings: Vec<_> = seen.iter().map(finding).collect();
        for format in [Format::Human, Format::Concise, Format::Github] {
            let text = shown(format, &files, &findings);
            assert!(
                text.len() < 64 * 1024 && text.contains("quote-not-found"),
                "{format} has {}",
                text.len()
            );
        }
        assert!(shown(Format::Junit, &files, &findings).len() < 128 * 1024);
    }
}

#[test]
fn findings_in_one_line_of_megabytes_cost_no_more_than_the_line() {
    let mut files = Files::default();
    let file = files.add("seeds/a.txt", "word ".repeat(3 << 20));
    let mark = |at: usize| Mark { spot: Spot { file, span: Span::new(at, at + 4) }, label: String::new() };
    let finding = |at: usize| Finding {
        check: "quote-not-found",
        severity: Severity::Error,
        message: String::new(),
        at: mark(at * 100),
        seen: vec![mark((15 << 20) - at * 100)],
        help: String::new(),
    };
    let findings: Vec<_> = (0..20_000).map(finding).collect();
    for format in Format::ALL {
        assert!(!shown(format, &files, &findings).is_empty());
    }
}
