use proptest::prelude::{ProptestConfig, Strategy, prop, proptest};
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::{escape, is_address, write_inlines};
use crate::markdown::{Block, Inline, map_cites, parse_blocks, parse_inlines, plain};

fn name(note: usize) -> String {
    format!("times-{note}")
}

/// The words that a reader sees, and the names of all that is not words.
fn read_back(markdown: &str) -> (String, Vec<String>) {
    let (mut words, mut more) = (String::new(), Vec::new());
    for event in Parser::new_ext(markdown, Options::all()) {
        match event {
            Event::Text(text) => words.push_str(&text),
            // An address is written as code, since a backslash does not keep every reader from linking it.
            Event::Code(text) if is_address(&text) => words.push_str(&text),
            Event::SoftBreak => words.push(' '),
            Event::Start(Tag::Paragraph) | Event::End(_) => {}
            other => more.push(format!("{other:?}")),
        }
    }
    (words, more)
}

/// Options that change letters (curly quotation marks) are another matter than options that change form.
fn flat(text: &str) -> String {
    let straight = |c| match c {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        c => c,
    };
    let text: String = text.chars().map(straight).filter(|c| !c.is_control() || c.is_whitespace()).collect();
    let text = text.replace(['–', '—'], "-").replace('…', "...");
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace("--", "-").replace("--", "-")
}

fn survives(text: &str) {
    let (words, more) = read_back(&escape(text));
    assert_eq!(flat(&words), flat(text), "{text:?} -> {:?}", escape(text));
    assert_eq!(more, Vec::<String>::new(), "{text:?} -> {:?}", escape(text));
}

#[test]
fn words_that_look_like_markup_stay_words() {
    for text in [
        "[x](#)",
        "![x](y.png)",
        "a | b",
        "<b>x</b>",
        "*a* _b_ **c** __d__",
        "`a` ``b`",
        "~a~ ~~b~~",
        "# a",
        "## a",
        "1. a",
        "12) a",
        "- a",
        "+ a",
        "* a",
        "> a",
        "---",
        "===",
        "- - -",
        "    a",
        "\ta",
        "a\n\nb",
        "a\n===",
        "a  \nb",
        "a\\\nb",
        "[^1]",
        "[^1]: x",
        "[x]: https://y.example",
        "&amp; &#35; &copy",
        "\\*",
        "a\\",
        "$a$ $$b$$",
        "{#id}",
        "# a {#id}",
        "[x][y]",
        "[[x]]",
        "- [ ] a",
        ": a",
        ":::",
        "+++\na\n+++",
        "---\na: b\n---",
        "| a | b |\n|---|---|",
        "<!-- x -->",
        "<a@b.example>",
        "<https://a.example>",
        "!",
        "wow![x]",
        "@name",
        "a_b_c",
        "5*3*2",
        "a < b > c",
        "\u{0}",
    ] {
        survives(text);
    }
}

#[test]
fn addresses_stand_as_code_because_some_readers_link_them_even_when_escaped() {
    assert_eq!(escape("see (https://a.example/x_y), or"), "see (`https://a.example/x_y`), or");
    assert_eq!(escape("WWW.a.example and desk@a.example."), "`WWW.a.example` and `desk@a.example`.");
    assert_eq!(escape("https://a.example/|x"), "`https://a.example/`\\|x");
    for text in [
        "`https://a.example`",
        "https://`a`",
        "mailto:a@b.example",
        "w@w@w.www.",
        "://",
        "a://",
        "@.",
        "a@b.",
    ] {
        survives(text);
    }
}

#[test]
fn plain_words_are_left_as_they_are() {
    for text in
        ["“Up to 70%,” he said – on 7 July (12:36).", "AT & T; a - b + c = d # e", "Карл у Клары", "50.5 km"]
    {
        assert_eq!(escape(text), text);
    }
}

#[test]
fn the_tree_is_written_and_read_as_the_same_tree() {
    for text in [
        "a *b* **c** `d` [e](https://f.example/g_(h)?i=1&j=2) <https://k.example>",
        "*a **b** c* and **d *e* f**",
        "*“So”* it is",
        "un*frigging*believable",
        "``a`b`` and ` `` `",
        "wow! [x](https://a.example)",
    ] {
        let tree = parse_inlines(text);
        let written = write_inlines(&tree, &name);
        assert_eq!(parse_inlines(&written), tree, "{text} -> {written}");
    }
}

#[test]
fn stress_that_would_not_be_read_as_stress_is_left_out() {
    let words = |text: &str| Inline::Text { text: text.to_owned() };
    let tree = [words("a"), Inline::Emphasis { inlines: vec![words("“b”")] }, words("c")];
    assert_eq!(write_inlines(&tree, &name), "a“b”c");
    let tree = [words("a"), Inline::Strong { inlines: vec![words(" b ")] }, words("c")];
    assert_eq!(write_inlines(&tree, &name), "a **b** c");
    assert_eq!(write_inlines(&[Inline::Emphasis { inlines: Vec::new() }], &name), "");
}

#[test]
fn a_cite_is_a_footnote_by_its_name() {
    let tree = [Inline::Text { text: "They fled!".to_owned() }, Inline::Cite { note: 7, turn: 1 }];
    assert_eq!(write_inlines(&tree, &name), "They fled\\![^times-7]");
}

#[test]
fn a_refused_address_never_comes_out_as_a_link() {
    let tree = [Inline::Link {
        url: "javascript:x".to_owned(),
        inlines: vec![Inline::Text { text: "x".to_owned() }],
    }];
    assert_eq!(write_inlines(&tree, &name), "x");
}

fn article_text() -> impl Strategy<Value = String> {
    let marks = "[\\[\\]()<>#*_`~|!\\\\&;:@/.$^{}=+\\-0-9a-cwW \n\"'“”]{0,24}";
    let pieces = [
        "www.a.b",
        "http://x.y/",
        "a@b.cd",
        "[^1]",
        "![",
        "](",
        "&lt;",
        "<b",
        "-->",
        "\n- ",
        "\n1. ",
        "``",
        "**",
        "__",
        " ",
        "й",
        "字",
        "| - |",
        "\r\n",
        "ftp://",
        "mailto:",
        "x:y",
        "~~",
    ];
    let piece = prop::sample::select(pieces.to_vec()).prop_map(str::to_owned);
    prop::collection::vec(proptest::prop_oneof![marks.prop_map(|it: String| it), piece], 0..8)
        .prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn article_text_survives_and_nothing_else_appears(text in article_text()) {
        survives(&text);
    }

    #[test]
    fn what_is_written_of_any_tree_says_the_same_words(text in article_text()) {
        let words = |ids: &[String], _| vec![Inline::Text { text: format!("[@{}]", ids.join("; @")) }];
        let tree = map_cites(parse_inlines(&text), &mut { words });
        let again = parse_inlines(&write_inlines(&tree, &name));
        let words = |tree: &[Inline]| flat(&plain(tree)).replace(' ', "");
        assert_eq!(words(&again), words(&tree), "{:?}", write_inlines(&tree, &name));
    }

    #[test]
    fn any_text_is_read_without_panic_and_refusals_lie_within(text in "\\PC{0,40}") {
        let blocks: Vec<Block> = parse_blocks(&text);
        assert!(blocks.len() <= text.len());
        for (span, _) in crate::markdown::sketch(&text).refused {
            assert!(text.get(span.start..span.end).is_some());
        }
    }
}
