//! Are the figures of a text read as they are meant.

use super::*;

/// What a text's figures come to: `words = interval unit noun [kind]`.
fn readings(text: &str) -> Vec<String> {
    read(text).iter().map(|figure| format!("{} = {}", figure.span.of(text), interval(figure))).collect()
}

fn interval(figure: &Figure) -> String {
    let end = |end: Option<f64>| end.map_or(String::new(), |end| format!("{end}"));
    let (open, close) = (if figure.low_open { '(' } else { '[' }, if figure.high_open { ')' } else { ']' });
    let mut line = match (figure.low, figure.high) {
        (Some(low), Some(high)) if low.to_bits() == high.to_bits() => format!("{low}"),
        (low, high) => format!("{open}{},{}{close}", end(low), end(high)),
    };
    line.extend(figure.unit.iter().map(|unit| format!(" {}", unit.name)));
    line.extend(figure.noun.iter().map(|noun| format!(" {}", noun.words)));
    if !figure.kind.is_amount() {
        line.push_str(&format!(" [{}]", figure.kind.name()));
    }
    line
}

#[track_caller]
fn check(table: &[(&str, &[&str])]) {
    for (text, want) in table {
        assert_eq!(readings(text), *want, "{text}");
    }
}

#[test]
fn thousands_are_parted_in_many_ways() {
    check(&[
        ("4,250 seats", &["4,250 = 4250 seats"]),
        ("4 250 seats", &["4 250 = 4250 seats"]),
        ("4\u{a0}250 seats", &["4\u{a0}250 = 4250 seats"]),
        ("4\u{2009}250\u{2009}000 seats", &["4\u{2009}250\u{2009}000 = 4250000 seats"]),
        ("4’250 seats", &["4’250 = 4250 seats"]),
        ("3.456.789 seats", &["3.456.789 = 3456789 seats"]),
        ("3.456,78 euros", &["3.456,78 euros = 3456.78 euro"]),
        ("12,34,567 seats", &["12,34,567 = 1234567 seats"]),
        ("1, 250, 300", &["1 = 1", "250 = 250", "300 = 300"]),
    ]);
}

#[test]
fn magnitudes_are_said_and_shortened() {
    check(&[
        ("7.5 million votes", &["7.5 million = 7500000 votes"]),
        ("2,5 million votes", &["2,5 million = 2500000 votes"]),
        ("£3.2bn", &["£3.2bn = 3200000000 pound"]),
        ("$9m", &["$9m = 9000000 dollar"]),
        ("9m voters", &["9m = 9000000 voters"]),
        ("9m long", &["9m = 9 m"]),
        ("8k runners", &["8k = 8000 runners"]),
        ("3 crore rupees", &["3 crore rupees = 30000000 rupee"]),
        ("75 EUR million", &["75 EUR million = 75000000 euro"]),
    ]);
}

#[test]
fn number_words_make_numbers() {
    check(&[
        ("fifty-four ships", &["fifty-four = 54 ships"]),
        ("two hundred and seven ships", &["two hundred and seven = 207 ships"]),
        ("a hundred thousand ships", &["a hundred thousand = 100000 ships"]),
        ("three million four hundred thousand", &["three million four hundred thousand = 3400000"]),
        ("three hundred and two hundred", &["three hundred = 300", "two hundred = 200"]),
        ("two and a half tonnes", &["two and a half tonnes = 2.5 t"]),
        ("nine point zero five", &["nine point zero five = 9.05"]),
        ("two dozen boats", &["two dozen = 24 boats"]),
        ("minus seven degrees", &["minus seven degrees = -7 °"]),
    ]);
}

#[test]
fn parts_of_a_whole() {
    check(&[
        ("three-quarters of it", &["three-quarters = 0.75"]),
        ("a fifth of the land", &["a fifth = 0.2"]),
        ("half a million", &["half a million = 500000"]),
        ("3/4 of it", &["3/4 = 0.75"]),
        ("2½ hours", &["2½ hours = 2.5 h"]),
        ("one in four voters", &["one in four = 0.25"]),
        ("3 out of every 5", &["3 out of every 5 = 0.6"]),
        ("4 million and a half", &["4 million and a half = 4500000"]),
    ]);
}

#[test]
fn plurals_are_open_upwards() {
    check(&[
        ("dozens of villages", &["dozens = [24,] villages"]),
        ("scores of villages", &["scores = [40,] villages"]),
        ("hundreds of thousands of people", &["hundreds of thousands = [200000,] people"]),
        ("tens of thousands", &["tens of thousands = [20000,]"]),
        ("several hundred men", &["several hundred = [200,] men"]),
        ("she scores often and tens of all kinds", &["tens = [20,]"]),
    ]);
}

#[test]
fn bounds_make_intervals() {
    check(&[
        ("more than 300 men", &["more than 300 = (300,] men"]),
        ("at least 300", &["at least 300 = [300,]"]),
        ("no fewer than 300", &["no fewer than 300 = [300,]"]),
        ("300 men or more", &["300 men or more = [300,] men"]),
        ("300+ men", &["300+ = [300,] men"]),
        ("as many as 300", &["as many as 300 = [,300]"]),
        ("no more than $300", &["no more than $300 = [,300] dollar"]),
        ("fewer than 300", &["fewer than 300 = [,300)"]),
        ("nearly 300", &["nearly 300 = [270,300)"]),
        ("just over 300", &["just over 300 = (300,330]"]),
        ("an estimated 300", &["estimated 300 = [270,330]"]),
        ("300 or so", &["300 or so = [270,330]"]),
        ("up to about 300", &["up to about 300 = [,300]"]),
        ("it took over three hours", &["over three hours = (3,] h"]),
        ("unrest spread over three years", &["three years = 3 year"]),
        ("300 dead, at least 40 of them women", &["300 = 300 dead", "at least 40 = [40,]"]),
    ]);
}

#[test]
fn a_range_over_two_units_is_told_in_the_first() {
    check(&[
        ("between 80 cm and 2 metres of water", &["between 80 cm and 2 metres = [80,200] cm"]),
        ("30 minutes to 2 hours", &["30 minutes to 2 hours = [30,120] min"]),
        ("50 cents to 2 dollars", &["50 cents to 2 dollars = [50,200] cent"]),
    ]);
    assert!(read("30 minutes to 2 hours")[0].values().any(|value| value == 2.0), "the number that was said");
    let upright = |figure: &Figure| figure.low.zip(figure.high).is_none_or(|(low, high)| low <= high);
    assert!(read("%%070c%7c-2$7c-0c2$7").iter().all(upright));
}

#[test]
fn ranges_share_what_is_said_once() {
    check(&[
        ("between 40 and 50 trucks", &["between 40 and 50 = [40,50] trucks"]),
        ("40–50 trucks", &["40–50 = [40,50] trucks"]),
        ("2 to 3 million votes", &["2 to 3 million = [2000000,3000000] votes"]),
        ("$2-3bn", &["$2-3bn = [2000000000,3000000000] dollar"]),
        ("three or four trucks", &["three or four = [3,4] trucks"]),
        ("it fell from 50 to 40 percent", &["50 = 50 %", "40 percent = 40 %"]),
        ("it grew from 40 to 50 percent", &["40 = 40 %", "50 percent = 50 %"]),
        ("they won 5-3", &["5 = 5", "3 = 3"]),
    ]);
}

#[test]
fn units_stand_after_hyphens_and_powers() {
    check(&[
        ("the 2,430-kilometre-long line", &["2,430-kilometre-long = 2430 km"]),
        ("a 40-metre mast", &["40-metre = 40 m"]),
        ("600 sq km", &["600 sq km = 600 km²"]),
        ("600 km2", &["600 km2 = 600 km²"]),
        ("6 feet 3 inches", &["6 feet 3 inches = 6.25 ft"]),
        ("45 per cent", &["45 per cent = 45 %"]),
        ("up 4 percentage points", &["4 percentage points = 4 pp"]),
        ("a 34-year-old teacher", &["34-year-old = 34 year"]),
        ("C$30", &["C$30 = 30 dollar"]),
        ("30 Swiss francs", &["30 Swiss francs = 30 franc"]),
    ]);
}

#[test]
fn labels_are_not_counts() {
    check(&[
        ("the 17th century", &["17th = 17 century [ordinal]"]),
        ("on 3 May 2019", &["3 May = 3 [date]", "2019 = 2019 [year]"]),
        ("on May 3, 2019", &["3 = 3 [date]", "2019 = 2019 [year]"]),
        ("2019-05-03", &["2019-05-03 = 2019 [date]"]),
        ("at 14:05", &["14:05 = 14 [clock]"]),
        ("at 5 p.m.", &["5 p.m. = 5 [clock]"]),
        ("in 2019 they met", &["2019 = 2019 [year]"]),
        ("some 2019 people met", &["some 2019 = [1817.1,2220.9] people"]),
        ("of 2000 army reservists", &["2000 = 2000 army reservists"]),
        ("the 1980s", &["1980s = 1980 [year]"]),
        ("No: 4471", &["4471 = 4471 [label]"]),
        ("Resolution 2231", &["2231 = 2231 [label]"]),
        ("a Su-25 and an F16", &["25 = 25 [label]", "16 = 16 [label]"]),
        ("see https://example.org/2021/07/08 there", &[]),
        ("the first of many", &["first = 1 [ordinal]"]),
    ]);
}

#[test]
fn words_that_only_sound_like_numbers_are_vague() {
    check(&[
        ("no one came", &["one = [,] [vague]"]),
        ("one of them left", &["one = [,] [vague]"]),
        ("one ship left", &["one = 1 ship"]),
        ("at least one ship", &["at least one = [1,] ship"]),
        ("a few ships", &["a few = [,] [vague]"]),
        ("a second chance", &["second = 2 chance [ordinal]"]),
        ("a fifteenth-century tower", &["fifteenth = 15 century tower [ordinal]"]),
        ("a third-party app", &["third = 3 party app [ordinal]"]),
        ("the second half", &["second = 2 half [ordinal]"]),
        ("a year ago a man left", &[]),
    ]);
}

#[test]
fn a_european_thousand_keeps_both_readings() {
    let figures = read("2.430 km");
    assert_eq!(figures[0].written.value, 2.43);
    assert_eq!(figures[0].written.other, Some(2430.0));
}

#[test]
fn a_figure_shows_as_written() {
    let text = "There were more than 1,000 Afghan troops, and about 45 % of them.";
    let figures = read(text);
    assert_eq!(figures[0].as_written(text), "more than 1,000 Afghan troops");
    assert_eq!(figures[1].as_written(text), "about 45 %");
}

mod any_text {
    use super::*;
    use proptest::prelude::*;

    /// Texts made of what the grammar is about, and of anything else.
    fn text() -> impl Strategy<Value = String> {
        const PIECES: [&str; 60] = [
            "1", "20", "1,000", "3.5", "1.357", ".08", "½", "-", "–", " ", "\u{a0}", ",", ".", "/", "%", "$",
            "€", "'", "one", "twenty", "-two", "hundred", "thousand", "million", "and", "a", "half", "third",
            "thirds", "quarter", "point", "dozens", "of", "tens", "in", "out", "over", "more", "than",
            "nearly", "about", "between", "from", "to", "or", "km", "m", "feet", "inches", "percent",
            "dollars", "July", "2021", "th", "s", ":", "pm", "No.", "people", "é",
        ];
        let piece = prop_oneof![
            8 => proptest::sample::select(PIECES.to_vec()).prop_map(str::to_owned),
            4 => Just(" ".to_owned()),
            1 => "\\PC{0,3}",
        ];
        proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn figures_are_sound(text in text()) {
            let mut last = 0;
            for figure in read(&text) {
                prop_assert!(text.get(figure.span.start..figure.span.end).is_some());
                prop_assert!(!figure.number.of(&text).is_empty());
                prop_assert!(figure.number.start >= last, "figures follow each other");
                prop_assert!(figure.values().all(f64::is_finite));
                if let (Some(low), Some(high)) = (figure.low, figure.high) {
                    prop_assert!(low <= high, "{figure:?}");
                }
                last = figure.number.end;
            }
        }

        #[test]
        fn a_figure_bears_itself_out(text in text()) {
            for figure in read(&text).iter().filter(|figure| figure.kind.is_amount()) {
                prop_assert_eq!(support(figure, figure), Support::Equal, "{:?}", figure);
                prop_assert_eq!(agreement(figure, figure), Agreement::Same);
            }
        }

        #[test]
        fn every_digit_counts(value in 1u32..9_999_999, place in 0usize..7, by in 1u8..10) {
            let written = value.to_string();
            let mut digits = written.clone().into_bytes();
            prop_assume!(place < digits.len());
            let new = b'0' + (digits[place] - b'0' + by) % 10;
            prop_assume!(place > 0 || new != b'0');
            digits[place] = new;
            let other = String::from_utf8(digits).unwrap();
            let (one, other) = (read(&format!("{written} ships")), read(&format!("{other} ships")));
            prop_assert_ne!(support(&one[0], &other[0]), Support::Equal);
        }

        #[test]
        fn a_number_is_itself_under_every_spelling(value in 10_000u32..9_999_999) {
            let plain = value.to_string();
            let parted = |mark: &str| {
                let mut out = String::new();
                for (at, digit) in plain.chars().enumerate() {
                    if at > 0 && (plain.len() - at) % 3 == 0 {
                        out.push_str(mark);
                    }
                    out.push(digit);
                }
                out
            };
            let million = format!("{} million", f64::from(value) / 1e6);
            for spelling in [parted(","), parted("\u{a0}"), parted("\u{2009}"), parted("\u{202f}"), million] {
                let (one, other) = (read(&format!("{plain} ships")), read(&format!("{spelling} ships")));
                prop_assert_eq!(support(&one[0], &other[0]), Support::Equal, "{}", spelling);
            }
        }

        #[test]
        fn agreement_has_no_order(one in text(), other in text()) {
            for (one, other) in read(&one).iter().zip(&read(&other)) {
                prop_assert_eq!(agreement(one, other), agreement(other, one));
            }
        }
    }
}
