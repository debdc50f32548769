//! What an expression means in an article of a given day.

use super::super::expression::find;
use super::*;
use crate::date::Edtf;
use proptest::prelude::*;

/// The readings of a text's first expression, for an article of Thursday 8 July 2021.
fn readings(text: &str) -> Vec<String> {
    readings_of(text, "2021-07-08")
}

fn readings_of(text: &str, reference: &str) -> Vec<String> {
    let reference = Edtf::parse_fact(reference).ok();
    let said = find(text).into_iter().next().unwrap();
    resolve(&said, text, reference.as_ref().map(Edtf::bounds))
        .candidates
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn a_bare_weekday_is_the_latest_not_after_publication() {
    assert_eq!(readings("He fled on Monday."), ["2021-07-05"]);
    assert_eq!(readings("He said on Thursday."), ["2021-07-08"]);
    assert_eq!(readings("He said on Friday that he would go."), ["2021-07-02"]);
    assert_eq!(readings("Guards said they will go, he told us Friday."), ["2021-07-02"]);
    assert_eq!(readings("They will go. On Friday, shots were heard."), ["2021-07-02"]);
    assert_eq!(readings("troops that fled to Kabul on Friday"), ["2021-07-02"]);
}

#[test]
fn a_cue_turns_a_weekday_ahead() {
    for text in [
        "Parliament will meet on Friday.",
        "On Friday the court will sit.",
        "talks scheduled for Friday",
        "The deadline is Friday.",
        "Parliament to vote on Friday.",
        "The board is to decide on the whole plan on Friday.",
        "He must leave by the deadline on Friday",
        "He will meet U.S. Gen. Smith on Friday",
        "Polls open Friday",
    ] {
        assert_eq!(readings(text), ["2021-07-09", "2021-07-02"], "{text}");
    }
    assert!(resolve(&find("It will end Friday.")[0], "It will end Friday.", None).ahead);
}

#[test]
fn a_present_that_tells_a_plan_turns_a_weekday_ahead() {
    for text in [
        "The ministers meet on Friday in Bonn.",
        "Polls open at seven on Friday.",
        "The envoy, who flies to Geneva on Friday, said so.",
        "Friday's summit comes after weeks of talks.",
        "On Friday they travel home.",
    ] {
        assert_eq!(readings(text), ["2021-07-09", "2021-07-02"], "{text}");
    }
    for text in [
        "The ministers met on Friday in Bonn.",
        "He had come to Bonn on Friday.",
        "They counted the votes on Friday.",
        "Both visits on Friday went well.",
        "After the start on Friday all was well.",
        "The prices rose in the open on Friday.",
    ] {
        assert_eq!(readings(text), ["2021-07-02"], "{text}");
    }
}

#[test]
fn what_is_left_out_of_a_range_or_a_quarter_is_read_from_the_rest() {
    for (text, want) in [
        ("From Sunday 4 to Tuesday 6 July rain fell.", "2021-07-04/2021-07-06"),
        ("Between Sunday 4 and Tuesday 6 July 2021 rain fell.", "2021-07-04/2021-07-06"),
        ("On Sunday 4 people fell ill.", "2021-07-04"),
    ] {
        assert_eq!(readings(text)[0], want, "{text}");
    }
    let words = |text: &str| find(text).iter().map(|said| said.span.of(text).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        words("It shrank in the second quarter after growing in the first."),
        ["second quarter", "first"]
    );
    assert_eq!(words("It shrank in the second quarter and won in the first game."), ["second quarter"]);
    assert_eq!(words("He came second, and in the first he fell."), [""; 0]);
}

#[test]
fn turned_weekdays_keep_both_readings() {
    assert_eq!(readings("last Wednesday"), ["2021-07-07", "2021-06-30"]);
    assert_eq!(readings("next Friday"), ["2021-07-09", "2021-07-16"]);
    assert_eq!(readings("this Friday"), ["2021-07-09"]);
    assert_eq!(readings("this past Friday"), ["2021-07-02"]);
    assert_eq!(readings("Tuesday of last week"), ["2021-06-29"]);
    assert_eq!(readings("Friday after next"), ["2021-07-16"]);
}

#[test]
fn a_date_without_a_year_is_the_nearest() {
    assert_eq!(readings("a meeting on July 5"), ["2021-07-05"]);
    assert_eq!(readings_of("on Dec. 30", "2021-01-04"), ["2020-12-30"]);
    assert_eq!(readings_of("on January 3", "2020-12-30"), ["2021-01-03"]);
    // So far off, it can be either.
    assert_eq!(readings("on Feb. 3"), ["2021-02-03", "2022-02-03"]);
    assert_eq!(readings("troops will leave by Aug. 31")[..2], ["../2021-08-31", "../2020-08-31"]);
    // The weekday picks the year.
    assert_eq!(readings("on Wednesday, January 1")[0], "2020-01-01");
    assert_eq!(readings("in June"), ["2021-06", "2022-06"]);
    assert_eq!(readings("July last year"), ["2020-07"]);
    assert_eq!(readings("last September"), ["2020-09"]);
}

#[test]
fn a_length_of_time_hangs_on_another_date() {
    for (text, want) in [
        ("the week ended July 4", &["2021-06-28/2021-07-04"][..]),
        ("in the nine months ended June 30", &["2020-10-01/2021-06-30"]),
        ("for three days starting on 6 July 2021", &["2021-07-06/2021-07-08", "2021-07-06/2021-07-09"]),
        ("a year ago today", &["2020-07-08"]),
        ("10 years ago tomorrow", &["2011-07-09"]),
        ("a year ago this month", &["2020-07"]),
        ("in three days on Friday", &["2021-07-09", "2021-07-16"]),
        ("the week after next", &["2021-07-19/2021-07-25", "2021-07-18/2021-07-24"]),
        ("in '89", &["1989"]),
        ("at year-end", &["2021-09-01/2021-12-31", "2021"]),
        ("3 p.m. Thursday", &["2021-07-08"]),
        ("in 1990 or earlier", &["../1990-12-31", "1990"]),
    ] {
        assert_eq!(readings(text), want, "{text}");
    }
    for text in ["in the coming weeks", "each Friday", "the first half was goalless"] {
        let said = find(text).into_iter().next();
        assert!(said.is_none_or(|said| resolve(&said, text, None).vague), "{text}");
    }
    for text in ["since '21 people fled'", "the 6' 2\" guard", "the following week"] {
        assert!(find(text).iter().all(|said| resolve(said, text, None).vague), "{text}");
    }
}

#[test]
fn days_near_today_resolve() {
    for (text, want) in [
        ("yesterday", &["2021-07-07"][..]),
        ("tonight", &["2021-07-08"]),
        ("the day after tomorrow", &["2021-07-10"]),
        ("overnight", &["2021-07-07/2021-07-08", "2021-07-07", "2021-07-08"]),
        ("last night", &["2021-07-07", "2021-07-07/2021-07-08"]),
        ("three days ago", &["2021-07-05"]),
        ("five hours ago", &["2021-07-08", "2021-07-07"]),
        ("two weeks ago", &["2021-06-24", "2021-06-21/2021-06-27"]),
        ("20 years ago", &["2001", "2001-07", "2001-07-08"]),
        ("two Sundays ago", &["2021-06-27"]),
        ("a week ago Sunday", &["2021-07-04", "2021-06-27"]),
        ("two days after July 5", &["2021-07-07", "2022-07-07"]),
        ("the day before July 5, 2019", &["2019-07-04"]),
    ] {
        assert_eq!(readings(text), want, "{text}");
    }
}

#[test]
fn units_and_runs_resolve() {
    for (text, want) in [
        ("this week", &["2021-07-05/2021-07-11", "2021-07-04/2021-07-10"][..]),
        ("last month", &["2021-06"]),
        ("next year", &["2022"]),
        ("the current quarter", &["2021-07-01/2021-09-30"]),
        ("the past seventeen days", &["2021-06-21/2021-07-08", "2021-06-21/2021-07-07"]),
        ("the past two months", &["2021-05-08/2021-07-08", "2021-05-01/2021-06-30"]),
        ("the next 3 days", &["2021-07-09/2021-07-11"]),
        ("earlier this week", &["2021-07-05/2021-07-08", "2021-07-04/2021-07-08"]),
        ("later this month", &["2021-07-08/2021-07-31"]),
        ("over the weekend", &["2021-07-03/2021-07-04", "2021-07-10/2021-07-11"]),
    ] {
        assert_eq!(readings(text), want, "{text}");
    }
}

#[test]
fn parts_ranges_and_sides_resolve() {
    for (text, want) in [
        ("early May 2020", &["2020-05-01/2020-05-10", "2020-05"][..]),
        ("the end of 2020", &["2020-09-01/2020-12-31", "2020"]),
        ("the second half of June 2020", &["2020-06-16/2020-06-30"]),
        ("the late 1990s", &["1997-01-01/1999-12-31", "1990-01-01/1999-12-31"]),
        ("the last Friday of October 2020", &["2020-10-30"]),
        ("week 1 of 2021", &["2021-01-04/2021-01-10", "2021-01-01/2021-01-07"]),
        ("from 4 to 7 July", &["2021-07-04/2021-07-07"]),
        ("between 28 December 2020 and 2 January", &["2020-12-28/2021-01-02"]),
        ("Nov. 10 - Jan. 2, 2021", &["2020-11-10/2021-01-02"]),
        ("from Monday to Wednesday", &["2021-07-05/2021-07-07"]),
        ("from 2014 to 2018", &["2014-01-01/2018-12-31", "2014-01-01/2018-01-01"]),
        ("before 2019", &["../2018-12-31", "2019"]),
        ("since Monday", &["2021-07-05/..", "2021-07-05"]),
        ("the 19th century", &["1801-01-01/1900-12-31", "1800-01-01/1899-12-31"]),
    ] {
        assert_eq!(readings(text), want, "{text}");
    }
}

#[test]
fn feasts_resolve() {
    for (text, want) in [
        ("Easter 2019", "2019-04-21"),
        ("Easter Monday 2024", "2024-04-01"),
        ("Thanksgiving 2020", "2020-11-26"),
        ("Memorial Day 2021", "2021-05-31"),
        ("New Year's Eve 2020", "2020-12-31"),
    ] {
        assert_eq!(readings(text), [want], "{text}");
    }
}

#[test]
fn digits_can_put_the_day_or_the_month_first() {
    assert_eq!(readings("7/8/2021"), ["2021-07-08", "2021-08-07"]);
    assert_eq!(readings("13/7/2021"), ["2021-07-13"]);
    assert!(readings("after the 9/11 attacks").contains(&"2001-09-11".to_owned()));
    assert_eq!(readings("the Sept. 11 attacks"), ["2001-09-11", "2021-09-11"]);
}

#[test]
fn vague_words_give_no_reading() {
    for text in [
        "in recent weeks",
        "several days ago",
        "a year ago",
        "nearly two years ago",
        "on the next day",
        "the following week",
        "two days later",
        "last fiscal year",
        "years ago",
    ] {
        let said = find(text).into_iter().next().unwrap();
        let resolved = resolve(&said, text, Edtf::day(2021, 7, 8).as_ref().map(Edtf::bounds));
        assert!(resolved.vague && resolved.candidates.is_empty(), "{text}");
    }
}

#[test]
fn without_a_reference_only_whole_dates_resolve() {
    for (text, want) in [("5 July 2021", "2021-07-05"), ("July 2021", "2021-07"), ("in 2021", "2021")] {
        let resolved = resolve(&find(text)[0], text, None);
        assert_eq!(resolved.candidates.iter().map(ToString::to_string).collect::<Vec<_>>(), [want]);
        assert!(!resolved.relative && !resolved.vague);
    }
    for text in ["on Monday", "5 July", "last year", "three days ago", "from Monday to 5 July 2021"] {
        let resolved = resolve(&find(text)[0], text, None);
        assert!(resolved.candidates.is_empty() && resolved.relative && !resolved.vague, "{text}");
    }
}

#[test]
fn an_inexact_reference_gives_the_readings_of_each_day() {
    assert_eq!(readings_of("yesterday", "2021-07-04..2021-07-05"), ["2021-07-03", "2021-07-04"]);
    assert_eq!(readings_of("on Monday", "2021-07"), [""; 0]);
    assert_eq!(readings_of("on Monday", "2021-07-08.."), [""; 0]);
}

proptest! {
    #[test]
    fn readings_never_panic_and_have_ends_in_order(
        words in proptest::collection::vec(super::super::expression::any_word(), 0..10),
        days in -4_300_000_i64..2_900_000,
    ) {
        let text = words.join(" ");
        let today = Day::new(2000, 1, 1).unwrap().plus_days(days).map(|day| Stretch::days(day, day));
        for said in find(&text) {
            for reference in [None, today] {
                for reading in resolve(&said, &text, reference).candidates {
                    if let (Some(min), Some(max)) = (reading.min.day(), reading.max.day()) {
                        prop_assert!(min <= max, "{} {}", text, reading);
                    }
                    prop_assert!(!reading.english().is_empty());
                }
            }
        }
    }
}
