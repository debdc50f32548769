use std::collections::BTreeMap;

use super::{Templates, briefing_json, html, markdown, typst_data, typst_source};
use crate::briefing::view::{
    Article, Chronology, Cite, Day, Difference, Dot, Fact, Figure, Labelled, Method, Note, Paragraph,
    Passage, Person, Piece, Row, Scale, Section, Side, Source, Support, Tick,
};
use crate::briefing::{Briefing, Document};
use crate::markdown::{Inline, parse_inlines};

/// Words of an article that mean something in every language that we write.
pub(super) const HOSTILE: &str = "</script><script>alert(1)</script> <b onclick='x'> [x](#) | a \"b\" `c` *d* _e_ ![f](g) {{ h }} {% i %} \
     https://j.example/k @l #let m = 1; $n$ &amp; \\";

fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text { text: words.to_owned() }]
}

fn cites() -> Vec<Cite> {
    vec![Cite { note: 1, turn: 1 }]
}

/// A briefing in which every text is `words`.
pub(super) fn briefing_of(words: &str) -> Briefing {
    let own = || words.to_owned();
    let labelled = || vec![Labelled { label: own(), text: own() }];
    let day = || Day { edtf: own(), text: own(), weekday: own(), first: String::new(), last: String::new() };
    let support = || Support {
        articles: vec![own()],
        of: 1,
        origins: vec![own()],
        silent: 0,
        single: true,
        line: own(),
    };
    let mut prose = text(words);
    prose.push(Inline::Cite { note: 1, turn: 1 });
    let passage = || Passage { text: prose.clone(), cites: cites(), support: support() };
    Briefing {
        document: Document::Briefing,
        schema_version: 1,
        generator: own(),
        draft: true,
        language: "en-GB".to_owned(),
        title: own(),
        subtitle: own(),
        question: own(),
        issuer: own(),
        contact: own(),
        as_of: day(),
        edition: None,
        strip: labelled(),
        brief: vec![passage()],
        judgements: Vec::new(),
        figures: vec![figure(words, support())],
        differences: vec![difference(words, "high"), difference(words, "low")],
        sections: vec![Section {
            id: "s".to_owned(),
            title: own(),
            intro: Vec::new(),
            facts: vec![fact(words, day(), support())],
        }],
        people: vec![person(words)],
        chronology: Chronology { rows: vec![row(words, day())], drawing: None },
        sources: vec![source(words)],
        unknowns: vec![text(words)],
        changes: None,
        method: Method {
            badge: own(),
            limit: own(),
            tiers: labelled(),
            accepted: labelled(),
            failing: labelled(),
            digest: "0".to_owned(),
        },
        notes: vec![note(words)],
        annex: vec![article(words)],
    }
}

fn article(words: &str) -> Article {
    let own = || words.to_owned();
    Article {
        source: "one".to_owned(),
        short: own(),
        title: own(),
        paragraphs: vec![Paragraph {
            number: 1,
            whole: 0,
            pieces: vec![Piece { text: own(), notes: vec![1] }],
        }],
    }
}

fn person(words: &str) -> Person {
    let own = || words.to_owned();
    Person { id: "p".to_owned(), name: own(), role: own(), kind: own(), also: vec![own()], facts: Vec::new() }
}

fn figure(words: &str, support: Support) -> Figure {
    let own = || words.to_owned();
    Figure {
        fact: "f".to_owned(),
        value: own(),
        what: own(),
        range: own(),
        as_of: own(),
        attributed: own(),
        support,
        cites: vec![Cite { note: 1, turn: 2 }],
        disputed: true,
        differs: "d-high".to_owned(),
    }
}

fn difference(words: &str, severity: &str) -> Difference {
    let own = || words.to_owned();
    let dot = Some(Dot { bound: "more".to_owned(), at: 250, to: 250 });
    Difference {
        id: format!("d-{severity}"),
        title: own(),
        class: own(),
        severity: severity.to_owned(),
        status: "unresolved".to_owned(),
        fact: String::new(),
        sides: vec![Side { label: own(), verbatim: true, who: own(), dot, cites: Vec::new() }],
        scale: Some(Scale { unit: own(), ticks: vec![Tick { at: 0, text: own() }] }),
        apart: own(),
        reading: text(words),
        we_write: own(),
    }
}

fn fact(words: &str, day: Day, support: Support) -> Fact {
    let own = || words.to_owned();
    Fact {
        id: "f".to_owned(),
        claim: own(),
        kind: "event".to_owned(),
        date: Some(day),
        value: own(),
        speaker: own(),
        credibility: own(),
        cites: vec![Cite { note: 1, turn: 3 }],
        disputes: Vec::new(),
        support,
        differs: String::new(),
        note: text(words),
    }
}

fn row(words: &str, date: Day) -> Row {
    let own = || words.to_owned();
    Row {
        key: "a".to_owned(),
        fact: "f".to_owned(),
        date,
        precision: own(),
        sort: own(),
        what: own(),
        basis: own(),
        basis_verbatim: true,
        known: own(),
        remarks: vec![own()],
        ahead: true,
        cites: Vec::new(),
        differs: String::new(),
    }
}

fn source(words: &str) -> Source {
    let own = || words.to_owned();
    Source {
        id: "one".to_owned(),
        short: own(),
        title: own(),
        kind: own(),
        url: "https://a.example/b_(c)?d=1&e=2".to_owned(),
        date: Day { edtf: "2021-07-08".to_owned(), ..Day::default() },
        published: own(),
        publisher: own(),
        author: own(),
        language: "en".to_owned(),
        number: own(),
        not_stated: Vec::new(),
        particulars: own(),
        passes_on: vec![own()],
        grade: own(),
        family: own(),
        descriptor: own(),
        reasons: vec![Labelled { label: own(), text: own() }],
        note: text(words),
        file: "seeds/one.txt".to_owned(),
        sha256: "0".repeat(64),
        quotations: 1,
        quoted: own(),
    }
}

fn note(words: &str) -> Note {
    let own = || words.to_owned();
    Note {
        number: 1,
        name: "one-1".to_owned(),
        source: "one".to_owned(),
        short: own(),
        citation: own(),
        brief: own(),
        repeated: false,
        paragraph: 1,
        quote: own(),
        whole: false,
        tier: "exact".to_owned(),
        origin: own(),
        remark: text(words),
        live: "https://a.example/b#:~:text=c".to_owned(),
        uses: 3,
        start: 0,
        end: 1,
    }
}

#[test]
fn no_word_of_an_article_acts_in_html() {
    let page = html(&briefing_of(HOSTILE), &Templates::embedded()).unwrap();
    assert!(
        !page.contains("<script>") && !page.contains("<b onclick") && !page.contains("alert(1)</script>")
    );
    assert_eq!(page.matches("</script>").count(), 1);
    let plain = html(&briefing_of("word"), &Templates::embedded()).unwrap();
    assert_eq!(page.matches('<').count(), plain.matches('<').count(), "an article brought tags with it");
}

#[test]
fn no_word_of_an_article_acts_in_markdown() {
    let page = markdown(&briefing_of(HOSTILE), &Templates::embedded()).unwrap();
    let plain = markdown(&briefing_of("word"), &Templates::embedded()).unwrap();
    assert_eq!(page.lines().count(), plain.lines().count(), "an article brought lines with it");
    for (line, model) in page.lines().zip(plain.lines()) {
        let bars = |line: &str| line.replace("\\|", "").matches('|').count();
        assert_eq!(bars(line), bars(model), "{line}");
        assert!(!line.replace("\\<", "").contains('<'), "{line}");
    }
}

#[test]
fn no_word_of_an_article_reaches_the_source_that_typst_runs() {
    let templates = Templates::embedded();
    assert_eq!(Some(typst_source(&templates, Document::Briefing)), templates.get("briefing.typ"));
    let data: serde_json::Value = serde_json::from_slice(&typst_data(&briefing_of(HOSTILE))).unwrap();
    assert_eq!(data["title"], HOSTILE);
}

#[test]
fn each_reference_has_a_way_there_and_back() {
    let page = html(&briefing_of("word"), &Templates::embedded()).unwrap();
    for anchor in ["id=r1 href=#n1", "<li id=n1>", "id=word-1", "id=source-one"] {
        assert_eq!(page.matches(anchor).count(), 1, "{anchor}");
    }
    assert!(page.contains("<a href=#r1>"));
}

#[test]
fn a_draft_says_so_in_each_output() {
    let mut briefing = briefing_of("word");
    let said = |briefing: &Briefing| {
        let templates = Templates::embedded();
        let both = [html(briefing, &templates).unwrap(), markdown(briefing, &templates).unwrap()];
        both.map(|page| page.contains("DRAFT"))
    };
    assert_eq!(said(&briefing), [true, true]);
    briefing.draft = false;
    assert_eq!(said(&briefing), [false, false]);
}

#[test]
fn a_section_without_content_is_not_printed() {
    let mut briefing = briefing_of("word");
    (briefing.differences, briefing.people, briefing.unknowns) = (Vec::new(), Vec::new(), Vec::new());
    let pages = [
        html(&briefing, &Templates::embedded()).unwrap(),
        markdown(&briefing, &Templates::embedded()).unwrap(),
    ];
    for page in pages {
        for heading in ["Where sources differ", "Who is who", "What we do not know"] {
            assert!(!page.contains(heading), "{heading}");
        }
        assert!(page.contains("Chronology"));
    }
}

#[test]
fn a_project_replaces_one_template_and_keeps_the_others() {
    let own = BTreeMap::from([("style.css".to_owned(), "p{color:red}".to_owned())]);
    let page = html(&briefing_of("word"), &Templates::with(&own)).unwrap();
    assert!(page.contains("<style>p{color:red}</style>") && page.contains("In brief"));
}

#[test]
fn prose_keeps_its_form_in_html_and_its_links_their_scheme() {
    let mut briefing = briefing_of("word");
    briefing.unknowns =
        vec![parse_inlines("*a* **b** `c` [d](https://e.example/?f=1&g=2) [h](javascript:i)")];
    let page = html(&briefing, &Templates::embedded()).unwrap();
    let expected =
        "<em>a</em> <strong>b</strong> <code>c</code> <a href=\"https://e.example/?f=1&amp;g=2\">d</a> h";
    assert!(page.contains(expected));
    assert!(!page.contains("javascript"));
}

#[test]
fn the_same_briefing_gives_the_same_bytes() {
    let (one, other) = (briefing_of(HOSTILE), briefing_of(HOSTILE));
    let templates = Templates::embedded();
    assert_eq!(html(&one, &templates).unwrap(), html(&other, &templates).unwrap());
    assert_eq!(markdown(&one, &templates).unwrap(), markdown(&other, &templates).unwrap());
    assert_eq!(briefing_json(&one), briefing_json(&other));
}
