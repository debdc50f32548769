//! When do two sources differ on the day of a fact, and when do they only name two days?

use crate::project::Project;

/// The fact's date, one source's words, the other's, and whether they differ on the day. Both are of Thursday 8 July 2021.
const CASES: &[(&str, &str, &str, bool)] = &[
    // Two days that cannot both be right.
    ("2021-07-05", "The ferry sank on Monday", "The ferry went down on Tuesday", true),
    ("2021-07-05", "The ferry sank on July 5", "Off the cape the ferry sank on 6 July 2021", true),
    ("2021-07-05", "The ferry sank on Monday with all its cars", "The ferry sank yesterday", true),
    ("2021-04", "In April the port was closed", "In May 2021 the port was closed", true),
    ("1998", "The line was founded in 1998", "The line was founded in 1999", true),
    // The curator leaves it open, the sources differ all the same.
    ("2021-07-05..2021-07-06", "The ferry sank on Monday", "The ferry went down on Tuesday", true),
    // The same day in other words, or one less exact.
    ("2021-07-05", "The ferry sank on Monday", "The ferry went down on July 5", false),
    ("2021-07-05", "The ferry sank on Monday", "The ferry went down this week", false),
    ("2021-07-05", "The ferry sank on Monday", "The ferry went down in recent days", false),
    ("2021-07-05", "The ferry sank overnight, the owners said on July 5", "It sank on Monday", false),
    // A day that dates something else.
    ("2021-07-05", "The ferry sank on Monday", "The ferry went down, the owners said on Tuesday", false),
    ("2021-07-05", "The ferry sank on Monday", "The ferry went down, the owners said Tuesday", false),
    (
        "2021-07-05",
        "The ferry sank on Monday",
        "On Tuesday officials confirmed that the ferry went down",
        false,
    ),
    ("2021-07-05", "The ferry sank on Monday", "The ferry went down after the storm of July 3", false),
    ("2021-07-05", "The ferry sank on Monday", "The wreck is to be raised by Friday", false),
    ("2021-07-05", "The ferry sank on Monday", "The ferry, built in 1974, went down", false),
    ("2021-07-05", "The ferry sank on Monday", "It sailed on Sunday and it sank on Monday", false),
    ("2021-07-05", "The ferry sank on Monday", "It sailed on Saturday and was to land on Sunday", false),
    // A span of time, of which each source tells a part.
    ("2021-07-03/2021-07-06", "The strike began on Saturday", "The strike ended on Tuesday", false),
    ("..2021-07-06", "The port was closed on Saturday", "The port was shut on Tuesday", false),
];

#[test]
fn days_are_set_against_each_other_only_if_they_date_the_fact() {
    let mut wrong = Vec::new();
    for (date, one, other, differ) in CASES {
        let ran =
            project(date, one, other).factum(&["check", "--format", "concise", "--only", "undisclosed"]);
        let told = ran.stdout.contains("sources differ on the date of `event`");
        if told != *differ {
            wrong.push(format!("{date}: {one:?} against {other:?}: {}", ran.stdout));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_statement_is_of_the_day_on_which_it_was_made() {
    let project = project(
        "2021-07-05",
        "The mayor said on Monday that all is well",
        "The mayor said on Tuesday that all is well",
    );
    project.change("    date: 2021-07-05", "    kind: statement\n    date: 2021-07-05");
    let ran = project.factum(&["check", "--format", "concise", "--only", "undisclosed"]);
    assert!(ran.stdout.contains("`Monday` against `Tuesday`"), "{}", ran.stdout);
}

#[test]
fn says_picks_the_day_that_is_meant() {
    let project = project("2021-07-05", "It sank on Monday", "It sailed on Saturday and sank on Tuesday");
    let quiet = project.factum(&["check", "--format", "concise", "--only", "undisclosed"]);
    assert!(!quiet.stdout.contains("sources differ"), "{}", quiet.stdout);
    project.change("sank on Tuesday\n", "sank on Tuesday\n        says: sank on Tuesday\n");
    let told = project.factum(&["check", "--format", "concise", "--only", "undisclosed"]);
    assert!(told.stdout.contains("`Monday` against `Tuesday`"), "{}", told.stdout);
}

#[test]
fn a_date_that_differs_tells_how_the_words_were_read() {
    for (words, told) in [
        ("It sank on Monday", "`Monday` is Monday 5 July 2021 here, counted back from 2021-07-08"),
        (
            "It will sail on Monday",
            "`Monday` is Monday 12 July 2021 or Monday 5 July 2021 here, counted forward from 2021-07-08",
        ),
        ("It sank on Thursday", "`Thursday` is Thursday 8 July 2021 here, the day of the source, 2021-07-08"),
        ("It sank last month", "`last month` is 2021-06 here, counted back from 2021-07-08"),
    ] {
        let project = project("2021-07-03", words, words);
        let ran = project.factum(&["check", "--only", "date-mismatch"]);
        assert!(
            ran.stdout.contains(&format!("help: write the date of the quotation: {told}")),
            "{}",
            ran.stdout
        );
    }
    let undated = project("2021-07-03", "It sank on Monday", "It sank on Monday");
    undated.change("    date: 2021-07-08\n", "");
    undated.change("    date: 2021-07-08\n", "");
    let ran = undated.factum(&["check", "--only", "date-mismatch"]);
    assert!(
        ran.stdout.contains("or give its source the `date` from which `Monday` counts"),
        "{}",
        ran.stdout
    );
    let certain = project("2021-07-03", "It sank on 5 July 2021", "It sank on 5 July 2021");
    let ran = certain.factum(&["check", "--only", "date-mismatch"]);
    assert!(ran.stdout.contains("help: write the date of the quotation\n"), "{}", ran.stdout);
}

#[test]
fn a_date_of_a_source_that_is_not_written_in_edtf_makes_no_claim_wrong() {
    let project = project("2023-10-05", "It sank on Thursday", "It sank on Thursday");
    project.change("date: 2021-07-08\n    file: seeds/wire", "date: 5 October 2023\n    file: seeds/wire");
    project.change("date: 2021-07-08\n    file: seeds/radio", "date: 5 October 2023\n    file: seeds/radio");
    let ran = project.factum(&["check", "--format", "concise"]);
    assert!(ran.stdout.contains("date-not-edtf"), "{}", ran.stdout);
    assert!(!ran.stdout.contains("date-mismatch"), "{}", ran.stdout);
}

fn project(date: &str, one: &str, other: &str) -> Project {
    let source = |name: &str| format!("  {name}:\n    date: 2021-07-08\n    file: seeds/{name}.txt\n");
    let evidence = |name: &str, quote: &str| format!("      - source: {name}\n        quote: {quote}\n");
    let project = Project::empty();
    project.write(
        "facts.yaml",
        format!(
            "title: Example\nas-of: 2021-07-08\nsources:\n{}{}facts:\n  event:\n    claim: It happened.\n    \
             date: {date}\n    evidence:\n{}{}",
            source("wire"),
            source("radio"),
            evidence("wire", one),
            evidence("radio", other)
        ),
    );
    project.write("seeds/wire.txt", format!("{one}.\n"));
    project.write("seeds/radio.txt", format!("{other}.\n"));
    project
}
