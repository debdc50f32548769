use std::collections::BTreeMap;

use super::TemplateTrouble;
use super::tera::TERA;
use super::typst::typst_trouble;
use crate::render::engine::Language;
use crate::render::templates::Templates;
use crate::render::tests::briefing_of;
use crate::render::{html, markdown};
use crate::typst::{Diagnostic, Severity};

fn own(files: &[(&str, &str)]) -> Templates {
    let files: BTreeMap<String, String> =
        files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    Templates::with(&files)
}

fn refused(text: &str) -> TemplateTrouble {
    markdown(&briefing_of("word"), &own(&[("briefing.md.tera", text)])).unwrap_err()
}

/// Place, message and help of the first finding.
fn first(trouble: &TemplateTrouble) -> (String, &str, &str) {
    let first = &trouble.findings[0];
    (trouble.files.place(first.at.spot), first.message.as_str(), first.help.as_str())
}

/// A template; the place, the message and the start of the help.
const UNKNOWN: &[(&str, &str, &str, &str)] = &[
    (
        "a\né {{ titel }}",
        "2:6",
        "nothing is called `titel` here",
        "did you mean `title`? there are: `annex`, `as_of`",
    ),
    (
        "{{ as_of.tex }}",
        "1:10",
        "no field is called `tex` here",
        "did you mean `text`? there are: `edtf`, `first`, `last`, `text`, `weekday`",
    ),
    (
        "{% for f in figures %}{{ f.valu | upper }}{% endfor %}",
        "1:26",
        "`f` has no field `valu`",
        "did you mean `value`? there are: `as_of`",
    ),
    (
        "{{ title.length }}",
        "1:10",
        "no field is called `length` here",
        "what stands before the dot has no fields",
    ),
    (
        "{{ title | uper }}",
        "1:12",
        "no filter is called `uper`",
        "did you mean `upper`? there are: `abs`, `address`",
    ),
    (
        "{% if title is definde %}{% endif %}",
        "1:16",
        "no test is called `definde`",
        "did you mean `defined`?",
    ),
    (
        "{{ node(number=1) }}",
        "1:4",
        "no function is called `node`",
        "did you mean `note`? there are: `note`, `range`, `throw`",
    ),
    (
        "{{ <sides of={title} /> }}",
        "1:4",
        "no component is called `sides`",
        "did you mean `side`? there are: `differs`",
    ),
    (
        "{{ <listed nam={title} /> }}",
        "1:4",
        "the component does not take `nam`",
        "did you mean `names`? it takes: `names`",
    ),
    (
        "{% include \"part.md.tera\" %}",
        "1:12",
        "no template is called `part.md.tera`",
        "did you mean `parts.md.tera`? there are: `factsheet.md.tera`, `parts.md.tera`, `style.css`",
    ),
    (
        "{% extends \"base.md.tera\" %}",
        "1:12",
        "no template is called `base.md.tera`",
        "did you mean `parts.md.tera`?",
    ),
    ("{% inclde \"x\" %}", "1:4", "no tag is called `inclde`", "did you mean `include`?"),
];

#[test]
fn a_name_that_nothing_has_is_held_against_those_that_are_there() {
    for (text, place, message, help) in UNKNOWN {
        let trouble = refused(text);
        let (at, said, offered) = first(&trouble);
        assert_eq!((at.as_str(), said), (format!("templates/briefing.md.tera:{place}").as_str(), *message));
        assert!(offered.starts_with(help), "{text}: {offered}");
    }
}

#[test]
fn the_field_at_fault_is_found_among_the_others() {
    let text = "{% for figure in figures %}{{ <side of={figure.suport} /> }}{% endfor %}";
    assert_eq!(first(&refused(text)).1, "`figure` has no field `suport`");
    let text = "{% for figure in figures %}{% if figure.value < figure.valu %}{% endif %}{% endfor %}";
    let trouble = refused(text);
    let (at, message, help) = first(&trouble);
    assert_eq!((at.as_str(), message), ("templates/briefing.md.tera:1:49", "`figure` has no field `valu`"));
    assert!(help.starts_with("did you mean `value`?"), "{help}");
}

#[test]
fn a_tag_without_its_end_is_named_where_it_begins() {
    for (text, place, message) in [
        ("a\n\n{% if title %}b\nc", "3:1", "`{% if %}` has no `{% endif %}`"),
        ("{% for f in figures %}{% if f %}{% endif %}", "1:1", "`{% for %}` has no `{% endfor %}`"),
        ("a {{ title", "1:3", "`{{` has no `}}`"),
    ] {
        let trouble = refused(text);
        let (at, said, help) = first(&trouble);
        assert_eq!((at, said), (format!("templates/briefing.md.tera:{place}"), message));
        assert!(help.starts_with("put `"), "{help}");
    }
}

#[test]
fn everything_unknown_is_said_once() {
    let trouble = refused("{{ title | one }}{{ title | one }}{{ two() }}");
    let messages: Vec<&str> = trouble.findings.iter().map(|finding| finding.message.as_str()).collect();
    assert_eq!(messages, ["no filter is called `one`", "no function is called `two`"]);
}

#[test]
fn an_included_file_is_named_with_the_place_that_includes_it() {
    let trouble = html(&briefing_of("word"), &own(&[("head.html.tera", "<p>\n{{ titel }}")])).unwrap_err();
    assert_eq!(first(&trouble).0, "templates/head.html.tera:2:4");
    let seen = &trouble.findings[0].seen[0];
    assert!(trouble.files.place(seen.spot).starts_with("(built-in) briefing.html.tera:"));
    assert_eq!(seen.label, "called from here");
}

#[test]
fn a_component_that_was_ours_is_asked_back() {
    let trouble = markdown(&briefing_of("word"), &own(&[("parts.md.tera", "")])).unwrap_err();
    let (at, message, help) = first(&trouble);
    assert!(at.starts_with("(built-in) briefing.md.tera:"), "{at}");
    assert_eq!(message, "no component is called `differs`");
    assert!(help.contains("into `templates/parts.md.tera`"), "{help}");
    assert!(trouble.findings.len() <= 5);
}

#[test]
fn templates_in_a_circle_are_named() {
    let files = [
        ("briefing.md.tera", "{% include \"a.md.tera\" %}"),
        ("a.md.tera", "b\n{% include \"a.md.tera\" %}"),
    ];
    let trouble = markdown(&briefing_of("word"), &own(&files)).unwrap_err();
    let (at, message, _) = first(&trouble);
    assert_eq!(at, "templates/a.md.tera:2:12");
    assert!(message.contains("stands in itself"), "{message}");
    let files = [
        ("briefing.md.tera", "{% extends \"a.md.tera\" %}"),
        ("a.md.tera", "{% extends \"briefing.md.tera\" %}"),
    ];
    let trouble = markdown(&briefing_of("word"), &own(&files)).unwrap_err();
    assert!(first(&trouble).1.contains("stands in itself"), "{trouble}");
}

#[test]
fn what_a_template_throws_invents_no_place() {
    let trouble = refused("{{ throw(message=\"x\nnote: called from nowhere:1:1\n --> style.css:99:99\") }}");
    assert_eq!(first(&trouble).0, "templates/briefing.md.tera:1:4");
    assert!(trouble.findings[0].seen.is_empty());
}

#[test]
fn every_word_that_is_offered_is_known() {
    for filter in TERA.filters {
        let text = format!("{{% if false %}}{{{{ title | {filter} }}}}{{% endif %}}");
        markdown(&briefing_of("word"), &own(&[("briefing.md.tera", &text)])).unwrap();
    }
    for test in TERA.tests {
        let text = format!("{{% if false and title is {test} %}}{{% endif %}}");
        markdown(&briefing_of("word"), &own(&[("briefing.md.tera", &text)])).unwrap();
    }
    let briefing = briefing_of("word");
    let (text, templates) = all_words(&html::HTML);
    html(&briefing, &templates).unwrap_or_else(|trouble| panic!("{text}: {trouble}"));
    let (text, templates) = all_words(&markdown::MARKDOWN);
    markdown(&briefing, &templates).unwrap_or_else(|trouble| panic!("{text}: {trouble}"));
}

#[test]
fn every_word_that_is_added_is_offered() {
    let sources = [
        (include_str!("../html.rs"), html::HTML.words),
        (include_str!("../markdown.rs"), markdown::MARKDOWN.words),
    ];
    for (source, words) in sources {
        let added = |call: &str| -> Vec<String> {
            let calls = source.split(call).skip(1);
            let mut names: Vec<String> =
                calls.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect();
            names.sort_unstable();
            names
        };
        assert_eq!(added(".register_filter(\""), words.filters);
        assert_eq!(added(".register_test(\""), words.tests);
    }
}

/// A template that names every word of the language, and runs none.
fn all_words(language: &Language) -> (String, Templates) {
    let filters = language.words.filters.iter().map(|word| format!("{{{{ title | {word} }}}}"));
    let tests = language.words.tests.iter().map(|word| format!("{{{{ title is {word} }}}}"));
    let functions = language.words.functions.iter().map(|word| format!("{{{{ {word}() }}}}"));
    let all: String = filters.chain(tests).chain(functions).collect();
    let text = format!("{{% if false %}}{all}{{% endif %}}");
    let templates = own(&[(language.mains[0], &text)]);
    (text, templates)
}

fn typst(text: &str, message: &str, place: (usize, usize)) -> TemplateTrouble {
    typst_of(&[("briefing.typ", text)], message, place)
}

/// What is told of the project's own templates where Typst says this of what it sets, `briefing.typ`.
fn typst_of(files: &[(&str, &str)], message: &str, (line, column): (usize, usize)) -> TemplateTrouble {
    let said = Diagnostic {
        severity: Severity::Error,
        file: Some("<stdin>".to_owned()),
        line,
        column,
        message: message.to_owned(),
    };
    typst_trouble(&[said], &own(files), "briefing.typ").unwrap()
}

#[test]
fn what_a_template_imports_is_offered_too() {
    let text = "#import \"parts.typ\": *\n#inlinez(b.titel)";
    let trouble = typst(text, "unknown variable: inlinez", (2, 2));
    assert!(first(&trouble).2.starts_with("did you mean `inlines`?"), "{trouble}");
    let trouble = typst(text, "dictionary does not contain key \"titel\"", (2, 12));
    assert!(first(&trouble).2.starts_with("did you mean `title`? there are: `annex`"), "{trouble}");
}

#[test]
fn a_name_that_the_project_s_parts_no_longer_give_is_told_where_ours_asks_for_it() {
    let trouble = typst_of(&[("parts.typ", "#let chip = 1\n")], "unknown variable: chips", (1, 2));
    let (at, message, help) = first(&trouble);
    assert_eq!((at.as_str(), message), ("(built-in) briefing.typ:1:2", "nothing is called `chips` here"));
    assert!(help.starts_with("did you mean `chip`?"), "{help}");
}

#[test]
fn typst_s_words_are_put_into_ours() {
    let text = "#let b = json(\"briefing.json\")\né #b.titel #b.at(\"foo\")\n#for n in b.notes [#n.qote]\n#let g(d) = d.claimz";
    let key = |key: &str| format!("dictionary does not contain key \"{key}\"");
    let cases = [
        (key("titel"), (2, 6), "no field is called `titel` here", "did you mean `title`? there are: `annex`"),
        (key("foo"), (2, 13), "no field is called `foo` here", "there are: `annex`"),
        (key("qote"), (3, 23), "no field is called `qote` here", "did you mean `quote`? there are: `brief`"),
        (key("claimz"), (4, 15), "no field is called `claimz` here", "did you mean a field named `claim`?"),
        (
            "unknown variable: gg".to_owned(),
            (4, 1),
            "nothing is called `gg` here",
            "the template has: `b`, `g`",
        ),
        ("unclosed delimiter".to_owned(), (3, 17), "unclosed delimiter", "mend the template"),
    ];
    for (said, (line, column), message, help) in cases {
        let trouble = typst(text, &said, (line, column));
        let (at, told, offered) = first(&trouble);
        assert_eq!((at, told), (format!("templates/briefing.typ:{line}:{column}"), message));
        assert!(offered.starts_with(help), "{said}: {offered}");
    }
}

#[test]
fn a_place_that_is_none_is_borne() {
    for place in [(0, 0), (99, 1), (1, 99_999), (usize::MAX, usize::MAX)] {
        typst("é\n", "dictionary does not contain key \"x\"", place);
    }
}

#[test]
fn files_that_nothing_uses_are_known() {
    let files = [
        ("briefing.htm.tera", "x"),
        ("named.md.tera", "x"),
        ("parts.md.tera", "{% include 'named.md.tera' %}"),
        ("more.md.tera", "{% component more() %}{% endcomponent %}"),
        ("notes.txt", ""),
    ];
    assert_eq!(own(&files).idle(), ["briefing.htm.tera", "notes.txt"]);
}
