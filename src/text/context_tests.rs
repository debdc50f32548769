//! Tests of clipped context.

use super::*;

/// `<` and `>` enclose the quotation.
fn clips(marked: &str) -> (Option<String>, Option<String>) {
    let start = marked.find('<').unwrap();
    let end = marked.find('>').unwrap() - 1;
    let text = marked.replace(['<', '>'], "");
    let passage = Span::new(start, end);
    let word = |at: Option<Span>| at.map(|at| at.of(&text).to_lowercase());
    (word(cut_before_start(&text, passage)), word(cut_after_end(&text, passage)))
}

#[test]
fn what_turns_a_statement_round_is_seen() {
    for (marked, word) in [
        ("The mayor did not <sign the treaty>.", "did not"),
        ("He never <met the envoy>.", "never"),
        ("She denied that <troops had left>.", "denied"),
        ("It wasn’t <a coup>.", "wasn’t"),
        ("The plan may <be dropped>.", "may"),
        ("The ship reportedly <sank off the coast>.", "reportedly"),
        ("Reportedly, <the ship sank>.", "reportedly"),
        ("his alleged <role in the attack>", "alleged"),
        ("the so-called <new order>", "so-called"),
        ("Up to <300 people left>.", "up to"),
        ("more than <1,000 troops fled>", "more than"),
        ("nearly a <third of the land>", "nearly"),
        ("About <40 houses burnt>.", "about"),
        ("no fewer than <six men>", "no"),
        ("If <the river rises>, the dam breaks.", "if"),
        ("He is believed to <have fled>.", "believed"),
        ("without the\n<consent of the owner>", "without"),
    ] {
        assert_eq!(clips(marked).0.as_deref(), Some(word), "{marked}");
    }
}

#[test]
fn what_takes_a_statement_back_is_seen() {
    for (marked, word) in [
        ("<The bridge is open>, but lorries must wait.", "but"),
        ("<The bridge stays open> until Friday.", "until"),
        ("<They will leave> unless paid.", "unless"),
        ("“<They will leave>,” if paid.", "if"),
        ("<All men left> except two.", "except"),
        ("<It may go on> provided that he agrees.", "provided"),
    ] {
        assert_eq!(clips(marked).1.as_deref(), Some(word), "{marked}");
    }
}

#[test]
fn whole_sentences_and_other_clauses_are_not_clipped() {
    for marked in [
        "He did not come. <The bridge is open.> But lorries wait.",
        "He may not sign; <the bridge is open>.",
        "It is not new, he said, and <the bridge is open>.",
        "He reportedly added: <the bridge is open>.",
        "He reportedly added, “<Our duties remain in full force.>”",
        "Not\n\n<The bridge is open>\n\nBut",
        "He spoke about <the bridge>.",
        "not only <the bridge> is open",
        "<The bridge is open>. If not, swim.",
        "some <people> left",
        "No one who lived near the old <bridge> left.",
    ] {
        assert_eq!(clips(marked), (None, None), "{marked}");
    }
}
