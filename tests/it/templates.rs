//! A project's own templates at fault: what is said of it, and how the build ends.

use crate::project::{Project, Ran};

/// Builds with one template of the project's own.
fn built(name: &str, text: impl AsRef<[u8]>) -> Ran {
    let project = Project::small();
    project.write(&format!("templates/{name}"), text);
    let ran = project.factum(&["build", "--format", "md,html"]);
    assert!(ran.code == Some(0) || project.out().is_empty(), "a build that fails writes nothing");
    assert!(ran.stderr.len() <= 8 << 10, "{} bytes are too many", ran.stderr.len());
    ran
}

fn refused(name: &str, text: impl AsRef<[u8]>) -> String {
    let ran = built(name, text);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    ran.stderr
}

#[test]
fn an_unknown_field_is_shown_with_those_that_are_there() {
    let said = refused("briefing.md.tera", "# {{ title }}\n\nAs of {{ as_of.weekdya }}.\n");
    let shown = r#"
error[template-refused]: no field is called `weekdya` here
 --> templates/briefing.md.tera:3:16
  |
3 | As of {{ as_of.weekdya }}.
  |                ^^^^^^^ not known
  |
  = help: did you mean `weekday`? there are: `edtf`, `first`, `last`, `text`, `weekday`
"#;
    assert_eq!(said, shown.trim_start());
}

#[test]
fn a_block_without_its_end_is_shown_where_it_begins() {
    let said = refused("briefing.md.tera", "# {{ title }}\n{% if subtitle %}\n{{ subtitle }}\n");
    let shown = r#"
error[template-refused]: `{% if %}` has no `{% endif %}`
 --> templates/briefing.md.tera:2:1
  |
2 | {% if subtitle %}
  | ^^^^^^^^^^^^^^^^^ never ended
  |
  = help: put `{% endif %}` where it is to end
"#;
    assert_eq!(said, shown.trim_start());
}

#[test]
fn an_unknown_filter_is_shown_with_those_that_are_there() {
    let said = refused("briefing.md.tera", "{% for note in notes %}{{ note.remark | inline }}{% endfor %}\n");
    let shown = r#"
error[template-refused]: no filter is called `inline`
 --> templates/briefing.md.tera:1:41
  |
1 | {% for note in notes %}{{ note.remark | inline }}{% endfor %}
  |                                         ^^^^^^ not known
  |
  = help: did you mean `inlines`? there are: `abs`, `address`, `capitalize`, `code`, `default`, `escape`, `escape_html`, `escape_xml`, `first`, `float`, `get`, `group_by`, `indent`, `inlines`, `int`, `join`, `keys`, `last`, `length`, `lower`, `newlines_to_br`, `nth`, `pairs`, `pluralize`, `refs`, `replace`, `reverse`, `round`, `safe`, `sort`, `split`, `str`, `title`, `trim`, `trim_end`, `trim_start`, `truncate`, `unique`, `upper`, `values`, `wordcount`
"#;
    assert_eq!(said, shown.trim_start());
}

#[test]
fn a_fault_in_an_included_file_names_both_files() {
    let said = refused("head.html.tera", "<!doctype html>\n<title>{{ titel }}</title>\n");
    let shown = r#"
error[template-refused]: nothing is called `titel` here
 --> templates/head.html.tera:2:11
  |
2 | <title>{{ titel }}</title>
  |           ^^^^^ not known
  |
 ::: (built-in) briefing.html.tera:3:12
  |
3 | {% include "head.html.tera" %}<nav class=toc aria-label=Contents><ul>
  |            - called from here
  |
  = help: did you mean `title`? there are: `annex`, `as_of`, `brief`, `changes`, `chronology`, `contact`, `differences`, `document`, `draft`, `edition`, `figures`, `generator`, `issuer`, `judgements`, `language`, `method`, `notes`, `people`, `question`, `schema_version`, `sections`, `sources`, `strip`, `subtitle`, `title`, `unknowns`
"#;
    assert_eq!(said, shown.trim_start());
}

#[test]
fn an_unknown_parent_is_shown_with_the_templates_that_are_there() {
    let said = refused("briefing.md.tera", "{% extends \"part.md.tera\" %}\n");
    let shown = r#"
error[template-refused]: no template is called `part.md.tera`
 --> templates/briefing.md.tera:1:12
  |
1 | {% extends "part.md.tera" %}
  |            ^^^^^^^^^^^^^^ not known
  |
  = help: did you mean `parts.md.tera`? there are: `factsheet.md.tera`, `parts.md.tera`, `style.css`
"#;
    assert_eq!(said, shown.trim_start());
}

#[test]
fn a_template_that_loops_ends_the_build() {
    let said = refused(
        "briefing.md.tera",
        "{% set_global s = title %}{% for i in range(end=99) %}{% set_global s = s ~ s %}{% endfor %}",
    );
    let start = "error[template-refused]: `templates/briefing.md.tera` ";
    let end = ": it seems to loop\n |\n = help: mend the template in `templates/`, or remove it there to use the built-in one\n";
    assert!(said.starts_with(start) && said.ends_with(end), "{said}");
}

#[test]
fn thousands_of_faults_in_one_line_fill_no_memory() {
    let said = refused("briefing.md.tera", "{{ a|b }}".repeat(100_000));
    assert!(said.contains("seems to loop"), "{said}");
    let said = refused("briefing.md.tera", "{{ a|b }}".repeat(1000));
    assert!(said.starts_with("error[template-refused]: no filter is called `b`\n"), "{said}");
}

#[test]
fn what_is_no_text_is_refused() {
    let said = refused("style.css", b"p{}\xff");
    assert!(said.contains("`templates/style.css`: the file is not UTF-8 at byte offset 3"), "{said}");
    let project = Project::small();
    for inside in ["", "/more.css"] {
        std::fs::create_dir_all(project.path().join("templates/style.css")).unwrap();
        if !inside.is_empty() {
            project.write(&format!("templates/style.css{inside}"), "p{}");
        }
        let ran = project.factum(&["build", "--format", "html"]);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(ran.stderr.contains("`templates/style.css`: this is a folder"), "{}", ran.stderr);
    }
}

#[test]
fn a_template_that_nothing_uses_is_told_and_stops_nothing() {
    let ran = built("briefing.htm.tera", "x");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let note = "note: `templates/briefing.htm.tera` takes the place of nothing, and no template names it: did you mean `briefing.html.tera`?\n";
    assert!(ran.stderr.starts_with(note), "{}", ran.stderr);
    let ran = built("style.css", "p{}");
    assert!(!ran.stderr.contains("note:"), "{}", ran.stderr);
}

#[test]
fn hostile_words_of_a_template_do_not_act_in_the_message() {
    let said = refused("briefing.md.tera", "{{ throw(message=\"\u{1b}[31m\u{202e}::error::\") }}{{ x }}");
    assert!(!said.contains(['\u{1b}', '\u{202e}']), "{said:?}");
    let long = format!("{{{{ throw(message=\"{}\") }}}}", "x".repeat(3 << 20));
    refused("briefing.md.tera", long);
    let long = format!("{}{{{{ {} }}}}", "y".repeat(1 << 20), "x".repeat(2 << 20));
    refused("briefing.md.tera", long);
}
