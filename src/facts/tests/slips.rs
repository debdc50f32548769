//! Is a slip of the pen named for what it is?

use super::errors::{after_head, helps, in_fact};
use super::{HEAD, read_text};

#[test]
fn a_hash_that_cuts_a_text_is_refused() {
    assert_eq!(
        after_head("subtitle: How #MeToo reached the ministry\n"),
        ["3:15 hash-cut a `#` cut this text: `#MeToo reached the ministry` is lost"]
    );
    assert_eq!(
        in_fact(
            "    evidence:\n      - a: people \t#left without a job# are\n        stance: disputes #so\n"
        ),
        [
            "7:20 hash-cut a `#` cut this text: `#left without a job# are` is lost",
            "8:26 hash-cut a `#` cut this text: `#so` is lost",
        ]
    );
    assert_eq!(
        after_head("unknowns:\n  - Who is #1?\nissuer: #desk\n"),
        [
            "4:12 hash-cut a `#` cut this text: `#1?` is lost",
            "5:9 hash-cut a `#` cut this text: `#desk` is lost",
        ]
    );
    assert_eq!(
        after_head("summary: How the word\n  #MeToo spread\nunknowns:\n  - Who said\n    #so?\n"),
        [
            "4:3 hash-cut a `#` cut this text: `#MeToo spread` is lost",
            "7:5 hash-cut a `#` cut this text: `#so?` is lost",
        ]
    );
    assert!(
        helps("issuer: a #b\n").first().unwrap().starts_with("put the text in quotation marks, or below")
    );
}

#[test]
fn a_comment_with_a_blank_cuts_nothing() {
    let fine = [
        "issuer: the desk # of the harbour\n",
        "issuer: the desk ## really\n",
        "issuer: the desk #\n",
        "issuer: the desk ####\r\n",
        "issuer: desk#7 in C# and F#.\n",
        "issuer: \"How #MeToo\" #went\n",
        "issuer: 'How #MeToo'\n",
        "summary: >- #folded\n  How #MeToo went\n  #on\n",
        "issuer: the desk\n#contact: x\n",
        "facts:\n  f: #the first\n    claim: C.\n    #kind: event\n    evidence: #two\n      - a: b\n        #says: b\n",
        "unknowns: #three\n  - Who\n  #- Where\n  - When\n",
        "facts:\n  f:\n    claim: C.\n    sum-of: [a, b] #both\n    # on its own line\n      # and further in\n",
    ];
    for text in fine {
        assert!(read_text(&format!("{HEAD}{text}")).1.is_ok(), "{text:?}");
    }
}

/// The one error of a quotation's lines, which begin on line 7, with its help.
fn of_quotation(lines: &str) -> (String, String) {
    let text = format!("facts:\n  f:\n    claim: C.\n    evidence:\n{lines}");
    let errors = after_head(&text);
    assert_eq!(errors.len(), 1, "{errors:?}");
    (errors.concat(), helps(&text).concat())
}

#[test]
fn a_text_that_begins_with_a_bracket_is_told_so() {
    for (lines, due) in [
        ("      - a: [u]nemployment fell\n", "7:12 yaml-syntax a text cannot begin with `[`"),
        (
            "      - a: [Unemployment] fell: to 5\n        says: 5\n",
            "7:12 yaml-syntax a text cannot begin with `[`",
        ),
        ("      - a: [...] 268,000 people\n", "7:12 yaml-syntax a text cannot begin with `[`"),
        ("      - a: […], it said\n      - a: fell\n", "7:12 yaml-syntax a text cannot begin with `[`"),
        ("      - source: a\n        quote: [t]he end\n", "8:16 yaml-syntax a text cannot begin with `[`"),
        ("      - a: {u}nemployment fell\n", "7:12 yaml-syntax a text cannot begin with `{`"),
        ("      - a: > 5.4 per cent\n", "7:12 yaml-syntax a text cannot begin with `>`"),
        ("      - a: >5.4 per cent\n", "7:12 yaml-syntax a text cannot begin with `>`"),
    ] {
        let (error, help) = of_quotation(lines);
        assert_eq!(error, due, "{lines}");
        assert_eq!(help, "put the text in quotation marks, or below as a block after `>-`", "{lines}");
    }
    let (error, help) = of_quotation("      - a: >- the words\n");
    assert_eq!(error, "7:12 yaml-syntax a text stands on the line of its `>-`");
    assert_eq!(help, "begin it on the next line, indented");
    assert_eq!(after_head("unknowns:\n  - [W]ho asked\n"), ["4:5 yaml-syntax a text cannot begin with `[`"]);
    // A list that is none is told as before.
    assert_eq!(after_head("issuer: [a, b\n"), ["3:9 yaml-syntax a `{…}` or `[…]` is not well formed"]);
    assert!(after_head("issuer: [a] # b\ncontact\n").concat().contains("this line is no `key: value`"));
}

#[test]
fn a_line_between_two_columns_is_sent_to_its_neighbours() {
    let help = |lines: &str| {
        let (error, help) = of_quotation(lines);
        assert!(error.contains("this line does not stand in a column of the lines above"), "{error}");
        help.split(';').next().unwrap().to_owned()
    };
    let four = "indent it like its neighbours: 4 blanks";
    assert_eq!(help("      - a: b\n   value: 268,000 people\n"), four);
    assert_eq!(help("      - a: b\n     value: 268,000 people\n"), four);
    assert_eq!(help("      - a: b\n   note: >-\n     words: of it\n"), four);
    assert_eq!(help("      - a: b\n     says: b\n"), "indent it like its neighbours: 8 blanks");
    assert_eq!(help("      - source: a\n       quote: b\n"), "indent it like its neighbours: 8 blanks");
    assert_eq!(help("      - a: b\n     - a: c\n"), "indent it like its neighbours: 6 blanks");
    assert_eq!(help("      - a: b\n   g:\n    claim: D.\n"), "indent it like its neighbours: 2 or 4 blanks");
    let top = "begin it at the very start of the line, like its neighbours";
    assert_eq!(help("      - a: b\n summary: words\n"), top);
}

#[test]
fn a_key_without_a_blank_is_told_so() {
    for (lines, due) in [
        ("      - a:Unemployment fell\n", "7:9 wrong-type no blank stands after `a:`"),
        ("      - a:Unemployment fell\n        says: 5\n", "7:9 yaml-syntax no blank stands after `a:`"),
    ] {
        let (error, help) = of_quotation(lines);
        assert_eq!((error.as_str(), help.as_str()), (due, "put a blank after `a:`"), "{lines}");
    }
    let (error, help) = of_quotation("      - Unemployment fell\n");
    assert_eq!(error, "7:9 wrong-type `evidence` holds a text where a map is due");
    assert_eq!(help, "write `- source-id: the words`");
}

#[test]
fn a_short_form_that_says_more_is_told_how() {
    for key in ["says", "via", "note"] {
        let (error, help) = of_quotation(&format!("      - bank: words\n        {key}: x\n"));
        let due = "7:9 unknown-key `bank` is a source here, and its quotation takes no further keys";
        assert_eq!(
            (error.as_str(), help.as_str()),
            (due, "write `source: bank` and `quote: …`, each on a line of its own")
        );
    }
    let (error, help) = of_quotation("      - sourc: bank\n        says: x\n        quote: x\n");
    assert_eq!(error, "7:9 unknown-key `evidence` knows no key `sourc`");
    assert!(help.starts_with("write `source`"), "{help}");
}
