use super::{Block, Inline, parse_blocks, parse_inlines, plain, sketch, sketch_inline};
use crate::span::Span;

fn text(words: &str) -> Inline {
    Inline::Text { text: words.to_owned() }
}

fn key(ids: &[&str], start: usize, end: usize) -> Inline {
    Inline::CiteKey { ids: ids.iter().map(|id| (*id).to_owned()).collect(), span: Span::new(start, end) }
}

#[test]
fn a_bracketed_id_is_a_cite_and_keeps_its_place() {
    assert_eq!(
        parse_inlines("They fled.[@fled] All"),
        [text("They fled."), key(&["fled"], 10, 17), text(" All")]
    );
    assert_eq!(parse_inlines("[@a; @b-2]"), [key(&["a", "b-2"], 0, 10)]);
    assert_eq!(parse_inlines("x [@a][@b]"), [text("x "), key(&["a", "b"], 2, 10)]);
    assert_eq!(parse_inlines("x[@a][]"), [text("x"), key(&["a"], 1, 5)]);
    assert_eq!(parse_inlines("[x][@b]"), [text("[x]"), key(&["b"], 0, 7)]);
}

#[test]
fn a_cite_keeps_its_place_in_lists_and_after_wide_letters() {
    let field = "- два [@one]\n- *три [@two_2]*\n";
    let blocks = parse_blocks(field);
    let [Block::List { ordered: false, items, .. }] = blocks.as_slice() else { panic!("{blocks:?}") };
    assert_eq!(items[0], [Block::Paragraph { inlines: vec![text("два "), key(&["one"], 9, 15)] }]);
    let [Block::Paragraph { inlines }] = items[1].as_slice() else { panic!("{items:?}") };
    let [Inline::Emphasis { inlines }] = inlines.as_slice() else { panic!("{inlines:?}") };
    let Some(Inline::CiteKey { span, .. }) = inlines.last() else { panic!("{inlines:?}") };
    assert_eq!(span.of(field), "[@two_2]");
}

#[test]
fn brackets_that_cite_nothing_stay_words() {
    assert_eq!(parse_inlines("[publisher not stated] [x][y]"), [text("[publisher not stated] [x][y]")]);
    assert_eq!(parse_inlines(r"\[@a]"), [text("[@a]")]);
    assert_eq!(parse_inlines("`[@a]`"), [Inline::Code { text: "[@a]".to_owned() }]);
    assert_eq!(sketch_inline("[publisher not stated] `[@A]`").refused, []);
}

#[test]
fn a_cite_with_more_in_the_brackets_is_refused_and_stays_words() {
    assert_eq!(parse_inlines("so [@Big, p. 3]"), [text("so [@Big, p. 3]")]);
    let found = sketch_inline("so [see @big]").refused;
    assert_eq!(found[0].0, Span::new(3, 13));
}

#[test]
fn a_field_of_one_paragraph_begins_no_block() {
    for field in [
        "1. July was hot",
        "- so",
        "# so",
        "> so",
        "8) so",
        "    so",
        "---",
        "a\n===",
        "[a]: https://b.example",
    ] {
        assert_eq!(
            plain(&parse_inlines(field)).split_whitespace().collect::<Vec<_>>(),
            field.split_whitespace().collect::<Vec<_>>()
        );
    }
    assert_eq!(parse_inlines("**“So”** it is")[0], Inline::Strong { inlines: vec![text("“So”")] });
    assert_eq!(parse_inlines(""), []);
}

#[test]
fn what_must_not_act_becomes_words_and_is_named() {
    for (field, words) in [
        ("<b>x</b>", "<b>x</b>"),
        ("[x](javascript:alert)", "x"),
        ("[x](JaVaScRiPt:alert)", "x"),
        ("[x](file:///etc/passwd)", "x"),
        ("[x](data:text/html,y)", "x"),
        ("[x](page.html)", "x"),
        ("[x](https://good.example@evil.example/)", "x"),
        ("<javascript:alert>", "javascript:alert"),
        ("![x](https://a.example/i.png)", "x"),
    ] {
        assert_eq!(parse_inlines(field), [text(words)], "{field}");
        assert!(!sketch_inline(field).refused.is_empty(), "{field}");
    }
    for field in ["# x", "<div>\nx\n</div>", "[x]: https://a.example", "---"] {
        assert!(!sketch(field).refused.is_empty(), "{field}");
    }
}

#[test]
fn good_links_are_links() {
    for url in ["https://a.example/x?y=1&z=(2)", "http://a.example", "HTTPS://A.example"] {
        let field = format!("<{url}>");
        assert_eq!(parse_inlines(&field), [Inline::Link { url: url.to_owned(), inlines: vec![text(url)] }]);
        assert_eq!(sketch_inline(&field).refused, []);
    }
    let Some(Inline::Link { url, .. }) = parse_inlines("<a@b.example>").pop() else { panic!("no link") };
    assert_eq!(url, "mailto:a@b.example");
}

#[test]
fn nesting_is_capped_and_no_word_is_lost() {
    let deep = format!("{}word [@a]", "> ".repeat(5_000));
    let json = serde_json::to_string(&parse_blocks(&deep)).unwrap();
    assert!(json.contains("word") && json.contains("cite-key"), "{json}");
    assert!(json.matches("quote").count() <= 12);
    let stressed = format!("{}word{}", "*a ".repeat(2_000), " b*".repeat(2_000));
    assert!(plain(&parse_inlines(&stressed)).contains("word"));
}

#[test]
fn the_tree_reads_plainly_in_json() {
    let json = serde_json::to_value(parse_blocks("a *b*[@c]")).unwrap();
    let expected = serde_json::json!([{ "type": "paragraph", "inlines": [
        { "type": "text", "text": "a " },
        { "type": "emphasis", "inlines": [{ "type": "text", "text": "b" }] },
        { "type": "cite-key", "ids": ["c"] },
    ] }]);
    assert_eq!(json, expected);
}
