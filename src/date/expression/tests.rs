//! Which words say a date, and which only look like one.

use super::*;
use proptest::prelude::*;

fn found(text: &str) -> Vec<&str> {
    find(text).iter().map(|said| said.span.of(text)).collect()
}

#[test]
fn dates_of_the_calendar_are_found() {
    for (text, want) in [
        ("It began on 5 July 2021 at dawn.", "5 July 2021"),
        ("It began on July 5, 2021, at dawn.", "July 5, 2021"),
        ("On Monday, July 5, shots fell.", "Monday, July 5"),
        ("the 4th of July parade", "the 4th of July"),
        ("on July the fourth", "July the fourth"),
        ("on Nov. 9 , 1989", "Nov. 9 , 1989"),
        ("in March 2020 or so", "March 2020"),
        ("in March, a", "March"),
        ("by the end of Q3 2018.", "by the end of Q3 2018"),
        ("in the third quarter of 2020", "third quarter of 2020"),
        ("the summer of 2019", "summer of 2019"),
        ("filed 2021-07-05.", "2021-07-05"),
        ("filed 5.7.2021, late", "5.7.2021"),
        ("filed 7/5/2021", "7/5/2021"),
        ("In 1997 a peace was signed", "1997"),
        ("during the 1990s", "1990s"),
        ("in the 19th century", "the 19th century"),
        ("on Christmas Eve 2014", "Christmas Eve 2014"),
        ("on New Year's Day", "New Year's Day"),
        ("in July last year", "July last year"),
    ] {
        assert_eq!(found(text), [want], "{text}");
    }
}

#[test]
fn dates_that_count_from_today_are_found() {
    for (text, want) in [
        ("He said on Wednesday's call", "Wednesday"),
        ("troops crossed early Monday morning.", "early Monday morning"),
        ("talks last Tuesday", "last Tuesday"),
        ("on Tuesday of last week", "Tuesday of last week"),
        ("next week Friday", "next week Friday"),
        ("over the past seventeen days.", "past seventeen days"),
        ("seized in the past two months", "past two months"),
        ("about three days ago", "three days ago"),
        ("two weeks from Friday", "two weeks from Friday"),
        ("the day after Christmas", "the day after Christmas"),
        ("earlier this week,", "earlier this week"),
        ("late last month", "late last month"),
        ("the day before yesterday", "the day before yesterday"),
        ("fled overnight, guards said", "overnight"),
        ("a week ago Sunday", "a week ago Sunday"),
        ("the first Monday of October", "the first Monday of October"),
        ("the week of 6 October", "the week of 6 October"),
        ("in recent weeks", "recent weeks"),
    ] {
        assert_eq!(found(text), [want], "{text}");
    }
}

#[test]
fn ranges_and_open_sides_are_found_whole() {
    for (text, want) in [
        ("from 4 to 7 July", "from 4 to 7 July"),
        ("on July 4-7, 2021", "July 4-7, 2021"),
        ("between 4 and 5 July", "between 4 and 5 July"),
        ("on 4\u{2013}5 July 2021", "4\u{2013}5 July 2021"),
        ("from the 13th to the 15th of July", "from the 13th to the 15th of July"),
        ("from Monday to Wednesday", "from Monday to Wednesday"),
        ("June 28 - July 2, 2021", "June 28 - July 2, 2021"),
        ("in 2014-18", "2014-18"),
        ("between 2014 and 2018", "between 2014 and 2018"),
        ("since August 2020", "since August 2020"),
        ("leave by Sept. 11", "by Sept. 11"),
        ("from 5 July on", "from 5 July on"),
    ] {
        assert_eq!(found(text), [want], "{text}");
    }
}

#[test]
fn ordinary_words_and_numbers_are_no_dates() {
    for text in [
        "They may march at a second sign.",
        "Theresa May said so. April Jones agreed.",
        "May I? The sun sat low, and we wed.",
        "No: 18219",
        "at 12:36, or 7.30 p.m.",
        "some 2000 men and 1,000 troops",
        "$2014 a head, 2000 km away",
        "the 201st base, 4th battalion",
        "twenty-one people, two days, a week",
        "a fall from grace in Kabul's spring",
        "2/3 of them, 24/7",
        "version 1.5.21, 300 000 or 3.14",
        "the two-day meeting on Mondays",
        "Black Monday",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

#[test]
fn what_is_told_to_be_a_date_needs_no_company() {
    for text in ["May", "the 4th", "Sat", "week 10", "march 3", "7/8"] {
        assert_eq!(read_whole(text, Span::new(0, text.len())).unwrap().span.of(text), text);
    }
    let text = "They left in May or June.";
    let window = Span::new(text.find("June").unwrap(), text.len());
    assert_eq!(read_whole(text, window).unwrap().span.of(text), "June");
}

#[test]
fn a_window_that_says_more_than_one_date_says_none() {
    for text in ["in 3 days, on Friday", "July 4 and Christmas", "nothing of the kind", ""] {
        assert_eq!(read_whole(text, Span::new(0, text.len())), None, "{text}");
    }
    assert_eq!(read_whole("July", Span::new(3, 99)), None);
}

#[test]
fn a_window_leaves_out_what_stands_half_in_it_and_heeds_the_words_before() {
    let text = "Troops fled in May, on Monday, July 5, 2021.";
    let words = |from: &str, to: &str| {
        let window = Span::new(text.find(from).unwrap(), text.find(to).unwrap());
        find_within(text, window).iter().map(|said| said.span.of(text)).collect::<Vec<_>>()
    };
    assert_eq!(words("May", "Monday"), ["May"]);
    assert_eq!(words("July", "2021"), ["July 5"]);
    assert_eq!(words("onday", "2021"), ["July 5"]);
    assert_eq!(find_within(text, Span::new(0, 999)).len(), 2);
}

#[test]
fn several_dates_stand_in_order() {
    let text = "On July 5 he fled; by Wednesday, 1,000 had. Since 2001 none had.";
    assert_eq!(found(text), ["July 5", "by Wednesday", "Since 2001"]);
}

proptest! {
    #[test]
    fn spans_stand_in_order_on_character_bounds(text in "\\PC{0,80}") {
        let mut end = 0;
        for said in find(&text) {
            prop_assert!(end <= said.span.start && said.span.start < said.span.end);
            prop_assert!(text.get(said.span.start..said.span.end).is_some());
            end = said.span.end;
        }
    }

    #[test]
    fn any_row_of_date_words_is_read(words in proptest::collection::vec(word(), 0..12), from in 0_usize..40) {
        let text = words.join(" ");
        for said in find(&text).into_iter().chain(find_within(&text, Span::new(from, text.len()))) {
            prop_assert!(!said.span.of(&text).is_empty());
        }
    }
}

pub(in crate::date) fn word() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "the",
        "first",
        "last",
        "week",
        "of",
        "July",
        "4",
        "4th",
        "-",
        "\u{2013}",
        ",",
        "2021",
        "from",
        "to",
        "between",
        "and",
        "next",
        "two",
        "years",
        "ago",
        "after",
        "before",
        "Monday",
        "may",
        "é",
        "'",
        "90s",
        "since",
        "early",
        "mid",
        "end",
        "quarter",
        "Q3",
        "7/8/2021",
        "99",
        "twenty",
        "hundred",
        "thousand",
        "Christmas",
        "Easter",
        "weekend",
        "this",
        "in",
        "a",
        "overnight",
        "9999",
        "1000",
        "century",
        "999999999",
        "until",
        "now",
    ])
}
