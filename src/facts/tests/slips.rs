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
