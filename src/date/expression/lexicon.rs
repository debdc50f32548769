//! Which English words speak of time?

use super::lex::{Lex, Unit};
use crate::date::Weekday;

/// What a word can say of a date, whatever its case.
pub(super) fn word(word: &str) -> Lex {
    if word.len() > LONGEST || !word.is_ascii() {
        return Lex::Word;
    }
    let mut lower = [0; LONGEST];
    for (place, byte) in lower.iter_mut().zip(word.bytes()) {
        *place = byte.to_ascii_lowercase();
    }
    let lower = lower.get(..word.len()).and_then(|lower| std::str::from_utf8(lower).ok()).unwrap_or_default();
    month(lower)
        .map(Lex::Month)
        .or_else(|| weekday(lower).map(Lex::Weekday))
        .or_else(|| unit(lower).map(Lex::Unit))
        .or_else(|| number(lower).map(Lex::Number))
        .or_else(|| ordinal(lower).map(Lex::Ordinal))
        .unwrap_or(if LEADS.binary_search(&lower).is_ok() { Lex::Lead } else { Lex::Word })
}

/// Whether a month's or weekday's name is also another word or a person's name, so that it needs company.
pub(super) fn doubtful(word: &str) -> bool {
    let short = word.len() <= 3;
    let name =
        ["april", "june", "august", "march", "augusta"].iter().any(|name| word.eq_ignore_ascii_case(name));
    short || name
}

const LONGEST: usize = 12;

/// Words, in order, that a date can start with though they say nothing of time alone. The grammar looks at no other.
const LEADS: &[&str] = &[
    "a",
    "after",
    "an",
    "armistice",
    "autumn",
    "bastille",
    "before",
    "beginning",
    "between",
    "boxing",
    "by",
    "christmas",
    "close",
    "columbus",
    "coming",
    "couple",
    "current",
    "cy",
    "earlier",
    "early",
    "easter",
    "end",
    "fall",
    "father",
    "few",
    "final",
    "fiscal",
    "following",
    "from",
    "good",
    "h",
    "halloween",
    "in",
    "juneteenth",
    "labor",
    "last",
    "late",
    "later",
    "latter",
    "many",
    "martin",
    "memorial",
    "mid",
    "middle",
    "midnight",
    "mother",
    "new",
    "next",
    "numerous",
    "overnight",
    "past",
    "presidents",
    "previous",
    "q",
    "recent",
    "rest",
    "saint",
    "several",
    "since",
    "so",
    "some",
    "spring",
    "st",
    "start",
    "starting",
    "summer",
    "thanksgiving",
    "the",
    "this",
    "through",
    "till",
    "today",
    "tomorrow",
    "tonight",
    "until",
    "upcoming",
    "valentine",
    "veterans",
    "winter",
    "within",
    "xmas",
    "yesterday",
];

fn month(word: &str) -> Option<u8> {
    Some(match word {
        "january" | "jan" => 1,
        "february" | "feb" | "febr" => 2,
        "march" | "mar" => 3,
        "april" | "apr" => 4,
        "may" => 5,
        "june" | "jun" => 6,
        "july" | "jul" => 7,
        "august" | "aug" => 8,
        "september" | "sept" | "sep" => 9,
        "october" | "oct" => 10,
        "november" | "nov" => 11,
        "december" | "dec" => 12,
        _ => return None,
    })
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" | "mondays" | "mon" => Weekday::Monday,
        "tuesday" | "tuesdays" | "tue" | "tues" => Weekday::Tuesday,
        "wednesday" | "wednesdays" | "wed" | "weds" => Weekday::Wednesday,
        "thursday" | "thursdays" | "thu" | "thur" | "thurs" => Weekday::Thursday,
        "friday" | "fridays" | "fri" => Weekday::Friday,
        "saturday" | "saturdays" | "sat" => Weekday::Saturday,
        "sunday" | "sundays" | "sun" => Weekday::Sunday,
        _ => return None,
    })
}

fn unit(word: &str) -> Option<Unit> {
    Some(match word.strip_suffix('s').unwrap_or(word) {
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "week" => Unit::Week,
        "weekend" => Unit::Weekend,
        "fortnight" => Unit::Fortnight,
        "month" => Unit::Month,
        "quarter" | "qtr" => Unit::Quarter,
        "year" | "yr" => Unit::Year,
        "decade" => Unit::Decade,
        "century" | "centurie" => Unit::Century,
        _ => return None,
    })
}

fn number(word: &str) -> Option<u16> {
    const SMALL: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let place =
        |words: &[&str]| words.iter().position(|known| *known == word).and_then(|at| u16::try_from(at).ok());
    match word {
        "hundred" => Some(100),
        "thousand" => Some(1000),
        _ => place(&SMALL).filter(|number| *number > 0).or_else(|| place(&TENS).map(|tens| (tens + 2) * 10)),
    }
}

fn ordinal(word: &str) -> Option<u8> {
    const SMALL: [&str; 20] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    if word == "thirtieth" {
        return Some(30);
    }
    SMALL.iter().position(|known| *known == word).and_then(|at| u8::try_from(at + 1).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leads_are_in_order_and_short_enough_to_be_found() {
        assert!(LEADS.is_sorted() && LEADS.iter().all(|lead| word(lead) == Lex::Lead));
    }

    #[test]
    fn words_of_time_are_known_in_any_case() {
        assert_eq!(word("SEPT"), Lex::Month(9));
        assert_eq!(word("Tues"), Lex::Weekday(Weekday::Tuesday));
        assert_eq!(word("Centuries"), Lex::Unit(Unit::Century));
        assert_eq!(word("thirtieth"), Lex::Ordinal(30));
        assert_eq!(word("ninety"), Lex::Number(90));
        assert_eq!(word("wednesdayish"), Lex::Word);
        assert_eq!(word("\u{10c}tvrtek"), Lex::Word);
    }
}
