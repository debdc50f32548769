//! Tests of edited quotations.

use crate::text::{Flag, Searchable, Selector, Status};

const REPORT: &str = "The minister said that the army, which has 4,000 men in Norrey, would not leave before the \
    spring. He added that it was \"sad\" and that a Russia-led bloc attacks [nobody](#) there.\n\n\
    The minister said nothing more about the army or its plans for the spring.";

fn found(quote: &str) -> Option<String> {
    let located = Searchable::new(REPORT).locate(&Selector::of(quote));
    (located.status == Status::Edited).then(|| located.span.unwrap().of(REPORT).to_owned())
}

fn removed(quote: &str) -> Vec<String> {
    let located = Searchable::new(REPORT).locate(&Selector::of(quote));
    located
        .flags
        .iter()
        .filter(|flag| matches!(flag, Flag::ElisionRemoves(_)))
        .map(ToString::to_string)
        .collect()
}

#[test]
fn marks_explain_what_differs() {
    let army = "the army, which has 4,000 men in Norrey, would not leave";
    for quote in [
        "the army … would not leave",
        "the army, … would not leave",
        "the army, which [...] would not leave",
        "the army […] would […] leave",
        "the army, which has [some] men in Norrey, would not leave",
        "[T]he army … would not leave",
        "the army [sic], which has 4,000 men in Norrey, would not leave",
        "“the army … would not leave”",
        "the army, which has 4,000 men in Norrey, would not leave …",
    ] {
        assert_eq!(found(quote).as_deref(), Some(army), "{quote}");
    }
    assert_eq!(found("[h]e added that").as_deref(), Some("He added that"));
    assert_eq!(
        found("Russia-led bloc attack[ed] nobody").as_deref(),
        Some("Russia-led bloc attacks [nobody")
    );
}

#[test]
fn the_month_of_may_is_a_name_and_no_hedge() {
    let flags = |text: &str, quote: &str| -> Vec<String> {
        let located = Searchable::new(text).locate(&Selector::of(quote));
        located.flags.iter().map(ToString::to_string).collect()
    };
    let text = "Troops left the base in May for Kabul. They may stay there.";
    assert_eq!(flags(text, "Troops left the base in […] for Kabul"), ["elision-removes:May"]);
    assert!(flags("In May the troops left.", "the troops left.").is_empty());
    assert_eq!(
        flags("It may be true that the troops left.", "be true that the troops left."),
        ["cut-after:may"]
    );
}

#[test]
fn marks_explain_nothing_else() {
    for quote in [
        "the army … would leave",
        "the army … would not go",
        "the army would not leave …",
        "would not leave … the army, which",
        "the army, which has [4],500 men",
        "He added that it was [not] \"sad\"",
        "the ar … not leave",
        "The mini … said that",
        "He [t]dded that",
        "… …",
        "[…]",
        "the [army] … zebra",
    ] {
        assert_eq!(found(quote), None, "{quote}");
    }
}

#[test]
fn a_gap_has_its_limits() {
    let text = format!("The start {} the end.", "and so on ".repeat(70));
    assert_eq!(Searchable::new(&text).locate(&Selector::of("The start … the end")).status, Status::NotFound);
    let text = format!("The start {} the end.", "and so on ".repeat(50));
    assert_eq!(Searchable::new(&text).locate(&Selector::of("The start … the end")).status, Status::Edited);
    assert_eq!(
        Searchable::new(&text).locate(&Selector::of("The start [went to] the end")).status,
        Status::NotFound
    );
}

#[test]
fn negations_numbers_and_names_that_are_left_out_are_told() {
    assert_eq!(removed("the army … leave before"), ["elision-removes:not"]);
    assert_eq!(removed("which has … men in Norrey"), ["elision-removes:4,000"]);
    assert_eq!(removed("4,000 men in [the north], would"), ["elision-removes:Norrey"]);
    assert_eq!(removed("He … that it was"), Vec::<String>::new());
    assert_eq!(removed("would [not] leave"), Vec::<String>::new());
}

#[test]
fn prefix_and_suffix_pick_the_parts() {
    let text = "a door, then a gate, then a wall, then a gate, then a roof";
    let selector = Selector { quote: "door … gate", prefix: Some("a"), suffix: Some(", then a roof") };
    let located = Searchable::new(text).locate(&selector);
    assert_eq!(located.span.map(|span| span.of(text)), Some("door, then a gate, then a wall, then a gate"));
    let nowhere = Selector { suffix: Some("floor"), ..selector };
    assert_eq!(Searchable::new(text).locate(&nowhere).status, Status::NotFound);
}
