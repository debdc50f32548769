//! Held here: what each format says, and that all say the same.

use super::*;
use crate::finding::{Mark, Severity};
use crate::span::{FileId, Span, Spot};
use serde_json::Value;

pub(super) const CARDS: [Card; 3] = [
    card("quote-not-found", Severity::Error),
    card("quote-cuts-word", Severity::Error),
    card("date-too-precise", Severity::Warning),
];

const fn card(name: &'static str, severity: Severity) -> Card {
    Card { name, severity, summary: "finds {a} flaw", page: "# Why\n\nSee [the page](1) & `<b>`." }
}

/// Two findings in wrong order, the first of them said twice.
fn desk() -> (Files, Vec<Finding>) {
    let mut files = Files::default();
    let article = files.add("seeds/a b.txt", "Head\n\nThe “1,000” of\nthem fled.\n");
    let facts = files.add("facts.yaml", "claim: 10,000 fled\nquote: thousand\n");
    let mark = |file, start, end, label: &str| Mark {
        spot: Spot { file, span: Span::new(start, end) },
        label: label.to_owned(),
    };
    let late = Finding {
        check: "date-too-precise",
        severity: Severity::Warning,
        message: "the article says less".to_owned(),
        at: mark(facts, 26, 34, ""),
        seen: vec![],
        help: String::new(),
    };
    let early = Finding {
        check: "quote-not-found",
        severity: Severity::Error,
        message: "`10,000` stands nowhere: 100 % new".to_owned(),
        at: mark(facts, 7, 13, "this differs"),
        seen: vec![mark(article, 13, 29, "nearest passage")],
        help: "write `1,000`".to_owned(),
    };
    (files, vec![late.clone(), early, late])
}

pub(super) fn shown(format: Format, files: &Files, findings: &[Finding]) -> String {
    let tiers = vec![("exact".to_owned(), 1)];
    let coverage = Coverage { quotations: 2, articles: 1, tiers, failed: 1, ..Coverage::default() };
    write(format, &Report { findings, files, coverage: &coverage, cards: &CARDS }, Look::default())
}

fn shows(format: Format) -> String {
    let (files, findings) = desk();
    shown(format, &files, &findings)
}

#[test]
fn concise_is_one_line_a_finding_in_the_order_of_places() {
    assert_eq!(
        shows(Format::Concise),
        "facts.yaml:1:8: error[quote-not-found]: `10,000` stands nowhere: 100 % new (help: write `1,000`)\n\
         facts.yaml:2:8: warning[date-too-precise]: the article says less\n"
    );
}

#[test]
fn github_is_one_command_a_finding() {
    assert_eq!(
        shows(Format::Github),
        "::error file=facts.yaml,line=1,col=8,endLine=1,endColumn=14,title=quote-not-found::`10,000` stands nowhere: \
         100 %25 new%0Asee seeds/a b.txt:3:6: nearest passage%0Ahelp: write `1,000`\n\
         ::warning file=facts.yaml,line=2,col=8,endLine=2,endColumn=16,title=date-too-precise::the article says less\n"
    );
}

#[test]
fn json_has_every_place_in_lines_and_in_bytes() {
    let json: Value = serde_json::from_str(&shows(Format::Json)).unwrap();
    assert_eq!(json["version"], 1);
    assert_eq!(json["findings"].as_array().unwrap().len(), 2);
    let first = &json["findings"][0];
    assert_eq!((&first["check"], &first["severity"]), (&"quote-not-found".into(), &"error".into()));
    let seen = serde_json::json!({
        "path": "seeds/a b.txt", "line": 3, "column": 6, "end_line": 4, "end_column": 5, "start_byte": 13,
        "end_byte": 29, "label": "nearest passage",
    });
    assert_eq!(first["seen"][0], seen);
    assert_eq!(json["coverage"]["tiers"][0], serde_json::json!({ "tier": "exact", "count": 1 }));
}

#[test]
fn sarif_has_rules_results_and_fingerprints() {
    let sarif: Value = serde_json::from_str(&shows(Format::Sarif)).unwrap();
    let run = &sarif["runs"][0];
    assert_eq!((&sarif["version"], &run["columnKind"]), (&"2.1.0".into(), &"unicodeCodePoints".into()));
    assert_eq!(run["tool"]["driver"]["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(run["tool"]["driver"]["rules"][2]["defaultConfiguration"]["level"], "warning");
    assert_eq!(run["tool"]["driver"]["rules"][0]["shortDescription"]["text"], "finds {{a}} flaw");
    let result = &run["results"][0];
    assert_eq!((&result["ruleIndex"], &result["level"]), (&0.into(), &"error".into()));
    let region = serde_json::json!({
        "startLine": 1, "startColumn": 8, "endLine": 1, "endColumn": 14, "byteOffset": 7, "byteLength": 6,
    });
    assert_eq!(result["locations"][0]["physicalLocation"]["region"], region);
    let related = &result["relatedLocations"][0];
    assert_eq!((&related["id"], &related["message"]["text"]), (&1.into(), &"nearest passage".into()));
    assert_eq!(related["physicalLocation"]["artifactLocation"]["uri"], "seeds/a%20b.txt");
}

#[test]
fn a_fingerprint_survives_a_move_to_another_line() {
    let print = |text: &str| {
        let (mut files, mut findings) = desk();
        let file = files.add("facts.yaml", text);
        findings[1].at.spot =
            Spot { file, span: Span::new(text.find("10,000").unwrap(), text.find(" fled").unwrap()) };
        let sarif: Value = serde_json::from_str(&shown(Format::Sarif, &files, &findings[1..2])).unwrap();
        sarif["runs"][0]["results"][0]["partialFingerprints"].clone()
    };
    assert_eq!(print("claim: 10,000 fled\n"), print("# new\n\nclaim: 10,000 fled\n"));
}

#[test]
fn junit_has_one_case_a_check_and_fails_for_errors_only() {
    assert_eq!(
        shows(Format::Junit),
        r#"<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="factum" tests="3" failures="1" errors="0" skipped="0" time="0">
  <testsuite name="factum check" tests="3" failures="1" errors="0" skipped="0" time="0">
    <testcase classname="factum.check" name="quote-not-found" time="0">
      <failure type="error" message="`10,000` stands nowhere: 100 % new">facts.yaml:1:8: error: `10,000` stands nowhere: 100 % new
  help: write `1,000`</failure>
    </testcase>
    <testcase classname="factum.check" name="quote-cuts-word" time="0"/>
    <testcase classname="factum.check" name="date-too-precise" time="0">
      <system-out>facts.yaml:2:8: warning: the article says less</system-out>
    </testcase>
  </testsuite>
</testsuites>
"#
    );
}

#[test]
fn a_finding_of_no_known_check_is_not_lost() {
    let (files, mut findings) = desk();
    findings[1].check = "facts-unreadable";
    for format in Format::ALL {
        assert!(shown(format, &files, &findings).contains("facts-unreadable"), "{format}");
    }
    assert!(shown(Format::Junit, &files, &findings).contains("tests=\"4\" failures=\"1\""));
}

#[test]
fn a_finding_that_points_nowhere_is_not_lost() {
    let (_, findings) = desk();
    for format in Format::ALL {
        assert!(shown(format, &Files::default(), &findings).contains("date-too-precise"), "{format}");
    }
}

#[test]
fn the_order_of_the_findings_makes_no_difference() {
    let (files, mut findings) = desk();
    let before = Format::ALL.map(|format| shown(format, &files, &findings));
    findings.reverse();
    assert_eq!(Format::ALL.map(|format| shown(format, &files, &findings)), before);
}

#[test]
fn formats_go_by_their_names() {
    for format in Format::ALL {
        assert_eq!(format.to_string().parse(), Ok(format));
    }
    assert_eq!(
        "xml".parse::<Format>().unwrap_err().to_string(),
        "no format is named `xml`; write one of human, concise, json, sarif, github, junit"
    );
}

#[test]
fn the_line_of_coverage_tells_what_failed_and_what_is_undisclosed() {
    let told = Coverage {
        quotations: 1,
        articles: 1,
        failed: 1,
        disclosed: 2,
        undisclosed: 1,
        accepted: 1,
        ..Coverage::default()
    };
    assert_eq!(
        coverage(&told),
        "1 quotation in 1 article; 1 failed; 3 disagreements, 1 not disclosed; 1 finding accepted"
    );
}

#[test]
fn many_findings_are_counted_when_they_are_not_shown() {
    let mut files = Files::default();
    let file: FileId = files.add("facts.yaml", "x ".repeat(1 << 20));
    let findings: Vec<_> = (0..50_000)
        .map(|at| Finding {
            check: "quote-not-found",
            severity: if at % 2 == 0 { Severity::Error } else { Severity::Note },
            message: "no".to_owned(),
            at: Mark { spot: Spot { file, span: Span::new(at * 2, at * 2 + 1) }, label: String::new() },
            seen: vec![],
            help: "yes".to_owned(),
        })
        .collect();
    for format in [Format::Human, Format::Concise, Format::Github] {
        let text = shown(format, &files, &findings);
        assert!(text.len() <= 64 * 1024, "{format} has {} bytes", text.len());
        let tail = text.lines().find(|line| line.starts_with("… and ")).unwrap();
        assert!(tail.contains(" more findings: ") && tail.contains(" errors, "), "{tail}");
    }
    let human = shown(Format::Human, &files, &findings);
    assert!(human.ends_with("25000 errors, 25000 notes\n2 quotations in 1 article: 1 exact; 1 failed\n"));
}
