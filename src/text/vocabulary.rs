//! Which words turn a statement round, weaken it or bound it.

/// Words that negate what follows.
#[rustfmt::skip]
pub(super) const NEGATIONS: [&str; 39] = [
    "barely", "cannot", "denial", "denied", "denies", "deny", "denying", "dismissed", "dispelled",
    "excluding", "fail", "failed", "failing", "fails", "false", "falsely", "hardly", "lacked", "lacks",
    "neither", "never", "no", "nobody", "none", "nor", "not", "nothing", "nowhere", "rarely", "refuse",
    "refused", "refuses", "refusing", "refuted", "scarcely", "seldom", "unlikely", "untrue", "without",
];

/// Words that weaken what follows.
#[rustfmt::skip]
pub(super) const HEDGES: [&str; 38] = [
    "alleged", "allegedly", "alleges", "apparent", "apparently", "arguably", "could", "doubtful", "likely",
    "may", "maybe", "might", "perhaps", "possible", "possibly", "potential", "potentially", "presumably",
    "presumed", "probable", "probably", "purported", "purportedly", "reported", "reportedly", "rumored",
    "rumoured", "seemed", "seemingly", "seems", "so-called", "supposed", "supposedly", "suspected",
    "unconfirmed", "unproven", "unverified", "would-be",
];

/// Words that make what follows a condition.
pub(super) const CONDITIONS: [&str; 5] = ["except", "if", "unless", "until", "whether"];

/// Words right after a quotation that take some of it back.
pub(super) const LIMITS: [&str; 6] = ["but", "except", "if", "unless", "until", "without"];

/// Bounds that cannot be mistaken for anything else.
pub(super) const BOUNDS: [&[&str]; 20] = [
    &["more", "than"],
    &["less", "than"],
    &["fewer", "than"],
    &["up", "to"],
    &["at", "least"],
    &["at", "most"],
    &["as", "many", "as"],
    &["as", "much", "as"],
    &["as", "few", "as"],
    &["no", "more", "than"],
    &["no", "fewer", "than"],
    &["no", "less", "than"],
    &["nearly"],
    &["almost"],
    &["approximately"],
    &["roughly"],
    &["close", "to"],
    &["an", "estimated"],
    &["not", "quite"],
    &["virtually"],
];

/// Words that are bounds only right before a number.
pub(super) const LOOSE_BOUNDS: [&str; 12] = [
    "about",
    "above",
    "around",
    "below",
    "estimated",
    "just",
    "minimum",
    "maximum",
    "only",
    "over",
    "some",
    "under",
];

#[rustfmt::skip]
const NUMBERS: [&str; 47] = [
    "billion", "billions", "couple", "dozen", "dozens", "eight", "eighteen", "eighty", "eleven", "fifteen",
    "fifty", "five", "forty", "four", "fourteen", "half", "hundred", "hundreds", "million", "millions",
    "nine", "nineteen", "ninety", "one-third", "quarter", "score", "scores", "seven", "seventeen", "seventy",
    "six", "sixteen", "sixty", "ten", "tens", "third", "thirds", "thirteen", "thirty", "thousand",
    "thousands", "three", "trillion", "twelve", "twenty", "two", "zero",
];

#[rustfmt::skip]
const UNITS: [&str; 44] = [
    "acres", "barrels", "celsius", "cents", "centuries", "days", "decades", "degrees", "dollars", "euros",
    "fahrenheit", "feet", "gallons", "gigawatts", "grams", "hectares", "hours", "inches", "kilograms",
    "kilometers", "kilometres", "kilos", "kilowatts", "km", "knots", "litres", "liters", "meters", "metres",
    "megawatts", "miles", "minutes", "months", "ounces", "percent", "percentage", "points", "pounds",
    "roubles", "rubles", "seconds", "tonnes", "tons", "years",
];

/// Whether a lower-case word negates: `not`, `never`, `didn't`.
pub(super) fn is_negation(word: &str) -> bool {
    NEGATIONS.binary_search(&word).is_ok() || word.ends_with("n't")
}

/// Whether a lower-case word weakens what it stands with.
pub(super) fn is_hedge(word: &str) -> bool {
    HEDGES.binary_search(&word).is_ok()
}

/// Whether a lower-case word is a number, in digits or in words; `one` is more often a pronoun.
pub(super) fn is_number(word: &str) -> bool {
    let whole = |part: &str| NUMBERS.binary_search(&part).is_ok();
    word.starts_with(char::is_numeric) || whole(word) || word.split('-').any(whole)
}

/// Whether a lower-case word is a unit of measure, in the singular or the plural.
pub(super) fn is_unit(word: &str) -> bool {
    UNITS.contains(&word) || UNITS.iter().any(|unit| unit.strip_suffix('s') == Some(word))
}

/// Words that say little about what a text is about.
#[rustfmt::skip]
const COMMON: [&str; 123] = [
    "a", "about", "after", "all", "also", "although", "among", "an", "and", "another", "any", "are", "as",
    "asked", "at", "be", "because", "been", "before", "both", "but", "by", "can", "despite", "did", "do",
    "does", "during", "each", "earlier", "either", "even", "every", "few", "following", "for", "from", "had",
    "has", "have", "he", "her", "here", "his", "how", "however", "i", "if", "in", "into", "is", "it", "its",
    "later", "many", "may", "meanwhile", "more", "most", "much", "my", "nearly", "neither", "no", "nor",
    "not", "now", "of", "on", "once", "one", "only", "or", "other", "our", "over", "recall", "several", "she",
    "should", "since", "so", "some", "speaking", "such", "than", "that", "the", "their", "them", "then",
    "there", "therefore", "these", "they", "this", "those", "though", "through", "thus", "to", "today", "two",
    "under", "underscoring", "until", "up", "was", "we", "were", "what", "when", "where", "whether", "which",
    "while", "who", "will", "with", "would", "yesterday", "you", "your",
];

/// Whether a lower-case word is one that any text holds.
pub(super) fn is_common(word: &str) -> bool {
    COMMON.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_that_are_searched_by_halves_are_in_order() {
        let lists: [&[&str]; 4] = [&NEGATIONS, &HEDGES, &NUMBERS, &COMMON];
        for list in lists {
            assert!(list.is_sorted(), "{list:?}");
        }
    }
}
