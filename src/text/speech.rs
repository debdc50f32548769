//! Does a sentence say who says so.

use super::words;
use crate::span::Span;

#[rustfmt::skip]
const VERBS: [&str; 63] = [
    "acknowledged", "added", "admitted", "alleged", "alleges", "announced", "announces", "argued", "argues",
    "asserted", "asserts", "assured", "believe", "believed", "believes", "cautioned", "cited", "citing",
    "claimed", "claiming", "claims", "conceded", "concluded", "confirmed", "confirms", "declared", "denied",
    "denies", "describes", "estimated", "estimates", "explained", "informed", "insisted", "insists",
    "maintained", "maintains", "noted", "notes", "predicted", "predicts", "published", "quoted", "quoting",
    "recalled", "remarked", "reported", "reportedly", "reports", "said", "saying", "says", "stated", "states",
    "stressed", "suggested", "suggests", "tells", "told", "voiced", "vowed", "warned", "wrote",
];

/// The word or words of a sentence that hand its statement to somebody: `said`, `reportedly`, `according to`.
#[must_use]
pub fn attribution(sentence: &str) -> Option<Span> {
    let mut earlier: Option<(Span, String)> = None;
    for span in words::spans(sentence) {
        let word = words::lower(span.of(sentence));
        if let Some((start, _)) = earlier.as_ref().filter(|(_, before)| word == "to" && before == "according")
        {
            return Some(Span::new(start.start, span.end));
        }
        // "The United States" and "press reports" are no verbs: a capital, or a determiner before.
        let lower_case = span.of(sentence).starts_with(char::is_lowercase);
        let noun = matches!(word.as_str(), "claims" | "estimates" | "notes" | "reports" | "states")
            && earlier.as_ref().is_none_or(|(_, before)| is_determiner(before));
        if lower_case && !noun && VERBS.binary_search(&word.as_str()).is_ok() {
            return Some(span);
        }
        earlier = Some((span, word));
    }
    None
}

fn is_determiner(word: &str) -> bool {
    #[rustfmt::skip]
    const DETERMINERS: [&str; 24] = [
        "all", "allied", "asian", "baltic", "by", "from", "gulf", "her", "his", "in", "its", "latest",
        "media", "member", "neighbouring", "news", "of", "official", "other", "press", "some", "soviet",
        "the", "these",
    ];
    DETERMINERS.contains(&word) || word == "their" || word == "to"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(sentence: &str) -> Option<&str> {
        attribution(sentence).map(|span| span.of(sentence))
    }

    #[test]
    fn verbs_of_saying_and_according_to_are_seen() {
        assert_eq!(says("The bridge is closed, the mayor said."), Some("said"));
        assert_eq!(says("According to the mayor, it is closed."), Some("According to"));
        assert_eq!(says("The mayor reportedly left."), Some("reportedly"));
        assert!(VERBS.is_sorted());
    }

    #[test]
    fn nouns_of_the_same_letters_are_not() {
        assert_eq!(says("The bridge is closed."), None);
        assert_eq!(says("It joined the United States and other states."), None);
        assert_eq!(says("He read the press reports."), None);
    }
}
