//! Does each error say what is wrong, where, and what to do?

use super::{HEAD, errors, read_text};

/// The errors of a file with the keys that must be there and `rest`, whose first line is the third.
pub(super) fn after_head(rest: &str) -> Vec<String> {
    errors(&format!("{HEAD}{rest}"))
}

/// The errors of a fact whose further keys begin on line 6.
pub(super) fn in_fact(rest: &str) -> Vec<String> {
    after_head(&format!("facts:\n  f:\n    claim: C.\n{rest}"))
}

pub(super) fn helps(text: &str) -> Vec<String> {
    read_text(&format!("{HEAD}{text}")).1.unwrap_err().into_iter().map(|error| error.help).collect()
}

#[test]
fn a_file_without_content_is_empty() {
    for text in ["", "\n\n", "# only a comment\n", "---\n", "~\n", "\u{FEFF}"] {
        assert_eq!(errors(text), ["1:1 empty-file the file holds nothing"], "{text:?}");
    }
}

#[test]
fn a_file_is_a_map() {
    assert_eq!(errors("- a\n"), ["1:1 wrong-type the file holds a list where `key: value` lines are due"]);
    assert_eq!(errors("words\n"), ["1:1 wrong-type the file holds a text where `key: value` lines are due"]);
}

#[test]
fn a_key_that_must_be_there_is_missed() {
    assert_eq!(errors("title: T\n"), ["1:1 missing-key the fact base has no `as-of`"]);
    assert_eq!(
        after_head("facts:\n  f:\n    date: 2021\n    evidence:\n      - a: b\n"),
        ["4:3 missing-key `f` has no `claim`"]
    );
    assert_eq!(after_head("facts:\n  f: {}\n"), ["4:3 missing-key `f` has no `claim`"]);
    assert_eq!(
        in_fact("    evidence:\n      - quote: words\n"),
        ["7:9 missing-key `evidence` has no `source`"]
    );
    assert_eq!(
        in_fact("    evidence:\n      - source: a\n        note: b\n"),
        ["7:9 missing-key `evidence` has no `quote`"]
    );
    assert_eq!(in_fact("    evidence:\n      - {}\n"), ["7:9 missing-key `evidence` has no `source`"]);
}

#[test]
fn an_unknown_key_is_refused_with_the_nearest_one() {
    assert_eq!(after_head("titel: x\n"), ["3:1 unknown-key a fact base knows no key `titel`"]);
    assert!(
        helps("titel: x\n")
            .first()
            .unwrap()
            .starts_with("write `title`; the keys here are `title`, `subtitle`")
    );
    assert!(helps("serial_number: x\n").first().unwrap().starts_with("the keys here are"));
    assert_eq!(in_fact("    sum_of: [a]\n"), ["6:5 unknown-key `f` knows no key `sum_of`"]);
    assert!(helps("facts:\n  f:\n    sum_of: [a]\n").first().unwrap().starts_with("write `sum-of`"));
}

#[test]
fn a_quotation_has_one_form_or_the_other() {
    assert_eq!(
        in_fact("    evidence:\n      - sorce: a\n        quote: words\n"),
        ["7:9 unknown-key `evidence` knows no key `sorce`"]
    );
    let two = "    evidence:\n      - a: words\n        b: words\n";
    assert_eq!(in_fact(two), ["8:9 unknown-key `evidence` knows no key `b`"]);
    let help = helps(&format!("facts:\n  f:\n    claim: C.\n{two}"));
    assert!(help.first().unwrap().starts_with("begin each quotation with its own `- `"));
    assert_eq!(
        in_fact("    evidence:\n      - words\n"),
        ["7:9 wrong-type `evidence` holds a text where a map is due"]
    );
}

#[test]
fn a_comma_in_braces_has_its_own_hint() {
    assert_eq!(
        in_fact("    evidence:\n      - {source: a, quote: of 20,000 men}\n"),
        ["7:34 flow-comma a comma makes a key of `000 men`"]
    );
    assert_eq!(
        in_fact("    evidence:\n      - {a: of 20,000 men}\n"),
        ["7:19 flow-comma a comma makes a key of `000 men`"]
    );
    assert_eq!(
        in_fact("    evidence:\n      - {quote: of 20, 12: men}\n"),
        ["7:24 flow-comma a comma makes a key of `12`"]
    );
    assert_eq!(
        in_fact("    evidence: [a: of 20,000 men]\n"),
        ["6:25 flow-comma a comma makes an item of `000 men`"]
    );
    assert!(helps("edition: {number: 1,000}\n").first().unwrap().contains("block style"));
    assert_eq!(after_head("edition: {number: 1, date: }\n"), ["3:22 null-value `date` has no value"]);
}

#[test]
fn one_key_stands_once() {
    assert_eq!(
        after_head("title: again\n"),
        ["3:1 duplicate-key `title` stands twice in one map [facts.yaml:1:1 first here]"]
    );
    let twice = "sources:\n  a:\n    file: x\n  b:\n    file: x\n  a:\n    file: y\n    file: z\n";
    assert_eq!(
        after_head(twice),
        [
            "8:3 duplicate-key `a` stands twice in one map [facts.yaml:4:3 first here]",
            "10:5 duplicate-key `file` stands twice in one map [facts.yaml:9:5 first here]",
        ]
    );
    assert!(read_text(&format!("{HEAD}sources:\n  10:\n    file: x\n  1_0:\n    file: y\n")).1.is_ok());
}

#[test]
fn a_key_has_a_value() {
    let empty = "subtitle:\nissuer: ~\ncontact: null\nunknowns:\n  -\nquestion: ''\nfacts:\n";
    assert_eq!(
        after_head(empty),
        [
            "3:1 null-value `subtitle` has no value",
            "4:9 null-value `issuer` has no value",
            "5:10 null-value `contact` has no value",
            "7:4 null-value an item of this list has no value",
            "9:1 null-value `facts` has no value",
        ]
    );
    assert_eq!(
        after_head("question: ''\nissuer: \"  \"\n"),
        ["3:11 null-value `question` holds an empty text", "4:9 null-value `issuer` holds an empty text",]
    );
    assert_eq!(
        helps("issuer: ~\nsummary:\n"),
        [
            "write its value, remove the key, or quote the word if it is meant: `\"~\"`",
            "write its value, or remove the key",
        ]
    );
    assert_eq!(after_head(": x\n"), ["3:1 null-value a value stands here without a key"]);
}

#[test]
fn texts_lists_and_maps_are_told_apart() {
    assert_eq!(after_head("facts: x\n"), ["3:8 wrong-type `facts` holds a text where a map is due"]);
    assert_eq!(after_head("facts:\n  - x\n"), ["4:3 wrong-type `facts` holds a list where a map is due"]);
    assert_eq!(after_head("unknowns: x\n"), ["3:11 wrong-type `unknowns` holds a text where a list is due"]);
    assert_eq!(
        after_head("unknowns:\n  - Who: asked?\n"),
        ["4:5 wrong-type `unknowns` holds a map where a text is due"]
    );
    assert_eq!(
        after_head("issuer: [the, desk]\n"),
        ["3:9 wrong-type `issuer` holds a list where a text is due"]
    );
    assert_eq!(after_head("? [a]\n: b\n"), ["3:3 wrong-type a map or a list stands where a key is due"]);
}

#[test]
fn a_word_is_on_the_list() {
    assert_eq!(in_fact("    kind: evnt\n"), ["6:11 wrong-word `kind` cannot be `evnt`"]);
    assert!(
        helps("judgements:\n  - text: x\n    likelihood: very likley\n")
            .first()
            .unwrap()
            .starts_with("write `very-likely`")
    );
    let stance = "    evidence:\n      - source: a\n        quote: b\n        stance: against\n";
    assert_eq!(in_fact(stance), ["9:17 wrong-word `stance` cannot be `against`"]);
    assert_eq!(
        after_head("sources:\n  a:\n    file: x\n    not-stated: [sha256]\n"),
        ["6:18 wrong-word `not-stated` knows no field `sha256`"]
    );
}

#[test]
fn values_that_do_not_fit_are_all_reported() {
    let source = "sources:\n  A b:\n    file: x\n    url: ftp://x\n    time: 9:05\n    sha256: abc\n    reliability: G\n    language: english\n";
    assert_eq!(
        after_head(source),
        [
            "4:3 wrong-id `A b` is not an id",
            "6:10 wrong-url `ftp://x` is no web address",
            "7:11 wrong-value `9:05` is not a time of day",
            "8:13 wrong-value `abc` is not a SHA-256",
            "9:18 wrong-value `G` is not a grade of reliability",
            "10:15 wrong-value `english` is not a language tag",
        ]
    );
    assert_eq!(
        in_fact("    credibility: 7\n    section: ''\n"),
        ["6:18 wrong-value `7` is not a grade of credibility", "7:14 wrong-id `` is not an id",]
    );
}

#[test]
fn characters_that_act_are_refused_wherever_they_come_from() {
    assert_eq!(
        errors("title: a\u{7}b # \u{202E}\nas-of: \"\\u2067\"\n"),
        [
            "1:9 control-character a control character, U+0007 stands here",
            "1:14 bidi-character a character that turns the reading direction around, U+202E stands here",
        ]
    );
    assert_eq!(
        errors("title: \"a\\u0007\"\nas-of: \"2021\\u2067\"\n"),
        [
            "1:10 control-character `title` holds a control character, U+0007",
            "2:13 bidi-character `as-of` holds a character that turns the reading direction around, U+2067",
        ]
    );
    assert_eq!(
        after_head("issuer: a\tb\ncontact: |\n  a\n  b\nsummary: |\n  a\n  b\n"),
        [
            "3:10 control-character `issuer` holds a tab, U+0009",
            "5:4 control-character `contact` holds a line break, U+000A",
        ]
    );
    assert_eq!(
        after_head("issuer: pay\u{200D}pal\n"),
        ["3:12 joiner-character `issuer` holds a zero width joiner, U+200D"]
    );
    assert_eq!(
        after_head(
            "issuer: \"a\\uFFFE\"\ncontact: \u{F8FF} Inc\nsubtitle: a\u{FEFF}b\nquestion: \u{1FFFF}\n"
        ),
        [
            "3:11 nameless-character `issuer` holds a code point that is no character, U+FFFE",
            "4:10 nameless-character `contact` holds a private-use character, U+F8FF",
            "5:12 nameless-character `subtitle` holds a byte-order mark, U+FEFF",
            "6:11 nameless-character `question` holds a code point that is no character, U+1FFFF",
        ]
    );
}

#[test]
fn anchors_tags_and_merge_keys_are_refused() {
    assert_eq!(
        after_head("issuer: &a x\ncontact: *a\nsubtitle: *b\n<<: {a: b}\n"),
        [
            "3:9 anchor-refused `&a` is an anchor",
            "4:10 anchor-refused `*a` is an alias",
            "5:11 anchor-refused `*b` is an alias",
            "6:1 anchor-refused `<<` is a merge key",
        ]
    );
    assert_eq!(
        after_head("issuer: !!str x\n!!str contact: y\nfacts: !!map {}\nunknowns: !x [a]\nsubtitle: !\n"),
        [
            "3:9 tag-refused `!!str` is a tag",
            "4:1 tag-refused `!!str` is a tag",
            "5:8 tag-refused `!!map` is a tag",
            "6:11 tag-refused `!x` is a tag",
            "7:11 tag-refused `!` is a tag",
        ]
    );
}

#[test]
fn one_document_without_directives() {
    assert_eq!(after_head("---\ntitle: x\n"), ["3:1 document-refused a second document starts here"]);
    assert_eq!(
        errors(&format!("%TAG ! tag:x\n---\n{HEAD}")),
        ["1:1 directive-refused `%TAG ! tag:x` is a YAML directive"]
    );
    assert!(read_text(&format!("%YAML 1.2\n---\n{HEAD}...\n")).1.is_ok());
}

#[test]
fn tabs_are_found_where_they_stand() {
    assert_eq!(errors("title: a\n\tas-of: b\n"), ["2:1 tab-indent a tab indents this line"]);
    assert_eq!(after_head("facts:\n  f:\n  \tclaim: x\n"), ["5:3 tab-indent a tab indents this line"]);
    assert_eq!(after_head("facts:\n\tf:\n\t\tclaim: x\n"), ["4:1 tab-indent a tab indents this line"]);
}

#[test]
fn what_is_not_yaml_is_said_in_plain_words() {
    assert_eq!(
        after_head("issuer: He said: go\n"),
        ["3:16 yaml-syntax this line has a second `: ` in a text without quotation marks"]
    );
    assert_eq!(after_head("issuer: a\n contact: b\n"), ["4:9 yaml-syntax a key stands here where none can"]);
    assert_eq!(after_head("issuer: @desk\n"), ["3:9 yaml-syntax a text cannot begin with `@`"]);
    assert_eq!(
        after_head("issuer: \"the\" desk\n"),
        ["3:15 yaml-syntax something stands after the closing quotation mark"]
    );
    assert_eq!(
        after_head("issuer: \"the desk\ncontact: x\n"),
        [
            "4:1 yaml-syntax a quotation mark is not closed, or the text in it is not indented [facts.yaml:3:1 the last key before it]"
        ]
    );
    assert_eq!(after_head("issuer: *\n"), ["3:9 yaml-syntax a text cannot begin with `&` or `*`"]);
    assert_eq!(after_head("issuer\ncontact: x\n"), ["3:1 yaml-syntax this line is no `key: value`"]);
    assert_eq!(after_head("issuer: [the desk\n"), ["3:9 yaml-syntax a `{…}` or `[…]` is not well formed"]);
    assert_eq!(after_head("issuer: - the desk\n"), ["3:9 yaml-syntax a list cannot begin here"]);
}

#[test]
fn depth_and_size_are_bounded() {
    assert_eq!(
        after_head(&format!("issuer: {}\n", "[".repeat(100_000))),
        ["3:33 too-deep more than 24 maps and lists stand in each other"]
    );
    let large = format!("{HEAD}# {}\n", "x".repeat(64 << 20));
    assert_eq!(errors(&large), ["1:1 too-large the fact base is larger than 64 MiB"]);
}
