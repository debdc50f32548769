//! Does a large and awkward project come out whole: 500 facts, long words, nested quotation marks, right-to-left names,
//! 30 differences, and every form that a date can take?

use std::fmt::Write as _;

use crate::project::Project;

/// A date of each form of EDTF, and of our own for "some day between".
const DATES: [&str; 36] = [
    "1987",
    "1987-02",
    "1988-02-29",
    "0000",
    "-0044-03-15",
    "1987/1991-06",
    "1987-11-30/1991",
    "1987-21",
    "1987-24",
    "1987-34",
    "1987-38",
    "1987-41",
    "1987?",
    "1987-05~",
    "1987-05-06%",
    "1987?-05-~06",
    "?1987-05",
    "187X",
    "18XX",
    "-03XX",
    "1987-XX",
    "1987-02-XX",
    "156X-12-25",
    "1X87-X1",
    "190X-02-29",
    "1987-1X-31",
    "1987/..",
    "../1987-02",
    "1987-05/",
    "/1987",
    "2021-07-04..2021-07-05",
    "2021-07-04..",
    "..2021-07-05",
    "Y-17E7",
    "[1667,1668,1670..1672]",
    "{1960,1961-12}",
];

const FACTS: usize = 500;
const DIFFERENCES: usize = 30;
const WORD: &str = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsrat";

/// What the gazette says of the fact of that number.
fn sentence(at: usize, crates: usize, name: &str) -> String {
    match at % 3 {
        0 => format!("At berth {at} {name} counted {crates} crates for the {WORD}{at}."),
        1 => format!(
            "“The foreman of berth {at} said ‘they wrote “{crates} crates” on the lid’,” {name} recalled."
        ),
        _ => format!(
            "{name} (\"the <b>clerk</b> of berth {at}\") signed for {crates} crates & *nothing* else."
        ),
    }
}

/// The project, whose facts name `name`.
fn stress(name: &str) -> Project {
    let project = Project::empty();
    let (mut gazette, mut herald) = ("The harbour\n\n".to_owned(), "The harbour, again\n\n".to_owned());
    let mut facts =
        "title: The harbour\nas-of: 2021-07-08\nsummary: |\n  A harbour [@fact-0; @fact-1].\nsources:\n"
            .to_owned();
    for source in ["gazette", "herald"] {
        writeln!(
            facts,
            "  {source}:\n    title: The harbour\n    date: 2021-07-08\n    file: seeds/{source}.txt"
        )
        .unwrap();
    }
    facts.push_str("facts:\n");
    for at in 0..FACTS {
        let words = sentence(at, at + 2, name);
        let whose = if at % 3 == 0 { format!(" for the {WORD}{at}") } else { String::new() };
        let claim = format!("{name} counted {} crates at berth {at}{whose}.", at + 2);
        writeln!(gazette, "{words}\n").unwrap();
        writeln!(facts, "  fact-{at}:\n    claim: {claim:?}\n    value: {} crates", at + 2).unwrap();
        if let Some(date) = DATES.get(at) {
            writeln!(facts, "    date: {date:?}").unwrap();
        }
        writeln!(facts, "    evidence:\n      - source: gazette\n        quote: {words:?}").unwrap();
        writeln!(facts, "        says: {} crates", at + 2).unwrap();
        if at < DIFFERENCES {
            let other = sentence(at, at + 3, name);
            writeln!(herald, "{other}\n").unwrap();
            writeln!(
                facts,
                "      - source: herald\n        quote: {other:?}\n        says: {} crates",
                at + 3
            )
            .unwrap();
            writeln!(facts, "        stance: disputes").unwrap();
        }
    }
    facts.push_str("discrepancies:\n");
    for at in 0..DIFFERENCES {
        let severity = ["high", "medium", "low"][at % 3];
        writeln!(facts, "  differ-{at}:\n    fact: fact-{at}\n    class: value\n    severity: {severity}")
            .unwrap();
        writeln!(facts, "    status: unresolved\n    note: \"One paper of *two* says “{} crates”.\"", at + 3)
            .unwrap();
    }
    project.write("facts.yaml", facts);
    project.write("seeds/gazette.txt", gazette);
    project.write("seeds/herald.txt", herald);
    project
}

const HEBREW: &str = "יעל בן־דוד";

#[test]
fn it_comes_out_whole_in_every_format_without_typst() {
    let project = stress(HEBREW);
    let ran = project.factum(&["check"]);
    let errors: Vec<&str> = ran.stdout.lines().filter(|line| line.starts_with("error")).collect();
    assert_eq!((ran.code, errors), (Some(0), Vec::new()));
    for template in ["briefing", "factsheet"] {
        let ran = project.factum(&["build", "--format", "md,html,json", "--template", template]);
        assert_eq!(ran.code, Some(0), "{ran:?}");
    }
    let (text, page) = (project.read("out/briefing.md"), project.read("out/briefing.html"));
    for at in 0..FACTS {
        assert!(text.contains(&format!("crates at berth {at}")), "fact {at} is not in the Markdown");
        assert!(page.contains(&format!("<li id=fact-fact-{at}>")), "fact {at} is not in the HTML");
    }
    assert_eq!(page.matches("id=diff-").count(), DIFFERENCES);
    assert!(!page.contains("<b>clerk"));
    assert!(
        !page.contains("datetime=-") && !page.contains("datetime=0000"),
        "HTML knows no day before the year 1"
    );
    let headings = text.lines().filter(|line| line.starts_with('#'));
    assert_eq!(headings.filter(|line| line.ends_with('.')).count(), 0, "a heading has no full stop");
}
