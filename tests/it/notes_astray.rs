//! Is a PDF set again, within its time, until every note stands on the page of its cite?

use crate::project::Project;

const PDF: &str = "printf '%%PDF-1.7\\n1 0 obj <</Type/Page>>\\nstartxref\\n9\\n%%%%EOF\\n'";

/// What our template says of notes on another page than their cites, and how Typst ends then.
fn astray(notes: &str) -> String {
    format!("echo 'parts.typ:1:1: error: panicked with: notes astray: {notes}' >&2; exit 1")
}

#[test]
fn a_page_begins_before_the_first_note_astray() {
    let project = Project::small();
    let again = format!("grep -q '\"breaks\":\\[7\\]' page.json || {{ {}; }}", astray("7, 9"));
    let typst = project.fake_typst(&format!("cat >/dev/null\n{again}\n{PDF}"));
    let ran = project.factum(&["build", "--typst", &typst]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(project.out().contains_key("briefing.pdf"));
}

#[test]
fn notes_that_no_break_brings_back_stand_where_they_can() {
    let project = Project::small();
    let again = format!("grep -q '\"notes\":\"lenient\"' page.json || {{ {}; }}", astray("7"));
    let typst = project.fake_typst(&format!("cat >/dev/null\n{again}\n{PDF}"));
    assert_eq!(project.factum(&["build", "--typst", &typst]).code, Some(0));
}

#[test]
fn all_runs_together_have_the_time_of_one() {
    let project = Project::small();
    let typst =
        project.fake_typst(&format!("cat >/dev/null; sleep 0.4\n{}", astray("$$").replace('\'', "\"")));
    let ran = project.factum(&["build", "--typst", &typst, "--typst-timeout", "1"]);
    assert_eq!(ran.code, Some(3), "{ran:?}");
    assert!(ran.stderr.contains("did not finish within 1 s"), "{}", ran.stderr);
    assert_eq!(project.out().len(), 0, "nothing is written");
}
