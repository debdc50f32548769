//! Tests of finding quotations.

use super::*;
use crate::text::Pick;

const REPORT: &str = "Harbour closed after storm\n\n\
    The harbour’s master, Ana Petrow, closed the port on Tuesday. “We had 1,200 people\n\
    ashore by noon – not one was hurt,” she said. About 30 boats were lost\u{a0}at sea, \
    [the coast guard](http://example.org/a_(b)) said.\n\n\
    No ferry will leave before Friday. The inter-\nnational crew is *well-\nfed* and the co-\noperative is open.\n";

fn locate(text: &str, quote: &str) -> Located {
    Searchable::new(text).locate(&Selector::of(quote))
}

/// The status, and the words found.
fn found<'t>(text: &'t str, quote: &str) -> (Status, &'t str) {
    let located = locate(text, quote);
    (located.status, located.span.map_or("", |span| span.of(text)))
}

#[test]
fn the_strictest_tier_that_fits_is_reported() {
    use Tier::{Case, Hyphenation, Markup, Typography};
    let table = [
        ("closed the port on Tuesday", Status::Exact, "closed the port on Tuesday"),
        ("1,200 people ashore by noon", Status::Normalised(Typography), "1,200 people\nashore by noon"),
        ("The harbour's  master", Status::Normalised(Typography), "The harbour’s master"),
        ("lost at\u{ad} sea", Status::Normalised(Typography), "lost\u{a0}at sea"),
        ("noon - not one", Status::Normalised(Typography), "noon – not one"),
        ("HARBOUR CLOSED", Status::Normalised(Case), "Harbour closed"),
        ("The international crew", Status::Normalised(Hyphenation), "The inter-\nnational crew"),
        ("the co-operative is open", Status::Normalised(Hyphenation), "the co-\noperative is open"),
        ("the cooperative is open", Status::Normalised(Hyphenation), "the co-\noperative is open"),
        (
            "at sea, the coast guard said",
            Status::Normalised(Markup),
            "at sea, [the coast guard](http://example.org/a_(b)) said",
        ),
        ("crew is well-fed and", Status::Normalised(Markup), "crew is *well-\nfed* and"),
    ];
    for (quote, status, words) in table {
        assert_eq!(found(REPORT, quote), (status, words), "{quote}");
    }
}

#[test]
fn what_counts_is_never_folded() {
    for quote in [
        "1,300 people ashore",
        "1200 people ashore",
        "1.200 people ashore",
        "We had 1,200 persons",
        "not one is hurt",
        "one was hurt,” he",
        "Ana Pétrow",
        "Anna Petrow",
        "on Tuesday: “We",
        "About 30% boats",
        "inter- crew",
        "closed the port Tuesday",
        "",
        "   ",
        "\u{ad}",
    ] {
        assert_eq!(found(REPORT, quote), (Status::NotFound, ""), "{quote}");
    }
    for (text, quote) in [
        ("it has 10² rooms", "it has 102 rooms"),
        ("a cafe\u{301} shut", "a cafe shut"),
        ("minus -5 degrees", "minus 5 degrees"),
        ("a 1\u{bd} hour", "a 11 hour"),
        ("they re-sign it", "they resign it"),
        ("a 5 m wide road", "A 5 M WIDE ROAD"),
        ("from 20-\n30 men", "from 2030 men"),
        ("the --all flag", "the -all flag"),
        ("is 2*3*4 here", "is 234 here"),
    ] {
        assert_eq!(found(text, quote).0, Status::NotFound, "{quote}");
    }
}

#[test]
fn ways_to_write_a_letter_do_not_count() {
    for (text, quote) in [
        ("the cafe\u{301} shut", "the café shut"),
        ("the ﬁrst ofﬁce", "the first office"),
        ("ＡＢＣ　１２", "ABC 12"),
        ("CO₂ and 5 m²", "CO2 and 5 m2"),
        ("wait . . . and see", "wait … and see"),
        ("a``b''", "a\"b\""),
        ("国\n境", "国境"),
        ("it -- so far -- holds", "it — so far — holds"),
    ] {
        assert_eq!(found(text, quote), (Status::Normalised(Tier::Typography), text.trim()), "{quote}");
    }
}

#[test]
fn the_quoters_marks_and_comma_are_not_the_texts() {
    for quote in [
        "“About 30 boats were lost”",
        "\"About 30 boats were lost,\"",
        "About 30 boats were lost,",
        "'About 30 boats were lost',",
    ] {
        assert_eq!(
            found(REPORT, quote),
            (Status::Normalised(Tier::Typography), "About 30 boats were lost"),
            "{quote}"
        );
    }
}

#[test]
fn several_places_are_ambiguous_until_something_picks_one() {
    let text = "The north bridge is shut. The south bridge is shut.";
    let located = locate(text, "bridge is shut");
    assert_eq!(located.status, Status::Ambiguous);
    assert_eq!(
        located.picks,
        [Some(Pick::Prefix("north".to_owned())), Some(Pick::Prefix("south".to_owned()))]
    );
    let picked = |prefix, suffix| {
        Searchable::new(text)
            .locate(&Selector { quote: "bridge is shut", prefix, suffix })
            .span
            .map(|span| span.start)
    };
    assert_eq!(picked(Some("the\nSouth "), None), Some(36));
    assert_eq!(picked(None, Some(". The")), Some(10));
    assert_eq!(picked(Some("old north"), None), Some(10), "the best of those that do not fit");
}

#[test]
fn a_prefix_that_stands_elsewhere_is_a_mismatch() {
    let flags = |prefix| {
        let selector = Selector { quote: "the port", prefix: Some(prefix), suffix: None };
        Searchable::new(REPORT).locate(&selector).flags
    };
    assert_eq!(flags("closed"), []);
    assert_eq!(flags("opened"), [Flag::ContextMismatch]);
}

#[test]
fn a_sentence_printed_twice_is_not_ambiguous() {
    let text = "The bridge is shut\n\nThe bridge is shut. Cars must wait.";
    let located = locate(text, "bridge is shut");
    assert_eq!((located.status, located.is_repeated(), located.places.len()), (Status::Exact, true, 2));
    let twice = locate("It is shut and is shut.", "is shut");
    assert_eq!(twice.status, Status::Ambiguous, "twice in one sentence");
}

#[test]
fn whole_words_are_preferred_to_parts_of_words() {
    let text = "the category of the cat";
    let located = locate(text, "the cat");
    assert_eq!((located.status, located.span), (Status::Exact, Some(Span::new(16, 23))));
    assert_eq!(locate("of 1,000 troops", "000 troops").flags, [Flag::CutInsideWord]);
}

#[test]
fn a_whole_word_across_a_line_is_preferred_to_a_part_of_a_word() {
    let text = "all along the borders, and at the\nborder.";
    assert_eq!(found(text, "the border"), (Status::Normalised(Tier::Typography), "the\nborder"));
    assert_eq!(found("must US go", "us"), (Status::Exact, "us"));
}

#[test]
fn places_may_overlap() {
    assert_eq!(locate("no no no", "no no").status, Status::Ambiguous);
    let selector = Selector { quote: "no no", prefix: Some("no"), suffix: None };
    assert_eq!(Searchable::new("no no no").locate(&selector).span, Some(Span::new(3, 8)));
}

#[test]
fn a_text_of_one_letter_takes_no_longer() {
    let text = "a ".repeat(20_000);
    let searchable = Searchable::new(&text);
    assert_eq!(searchable.locate(&Selector::of("a a a")).status, Status::Ambiguous);
    let picked = Selector { quote: "a a", prefix: Some("b"), suffix: None };
    assert_eq!(searchable.locate(&picked).flags, [Flag::ContextMismatch]);
    assert_eq!(searchable.locate(&Selector::of("a … a b … a")).status, Status::NotFound);
}

#[test]
fn threads_may_share_a_text() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&Searchable::new(""));
}

#[test]
fn a_quotation_of_digits_alone_takes_no_longer() {
    let text = "7".repeat(400_000);
    let located = Searchable::new(&text).locate(&Selector::of(&format!("{}a", &text[..200_000])));
    assert_eq!(located.status, Status::NotFound);
    let located = Searchable::new(&text).locate(&Selector::of(&text[..200_000]));
    assert!(located.status.is_found() || located.status == Status::Ambiguous);
}
