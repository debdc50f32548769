//! How dates read in English.

use super::super::Edtf;
use crate::date::{Day, Stretch};

fn english(written: &str) -> String {
    Edtf::parse_fact(written).unwrap().english()
}

#[test]
fn readers_see_plain_english() {
    for (written, want) in [
        ("2021-07-06", "6 July 2021"),
        ("2021-06", "June 2021"),
        ("2021", "2021"),
        ("-0043", "44 BC"),
        ("0000", "1 BC"),
        ("Y170000002", "170000002"),
        ("2021-07-06T12:36:00", "6 July 2021, 12:36"),
        ("2021-07-06T12:36:00Z", "6 July 2021, 12:36 (UTC)"),
        ("2021-22", "summer 2021"),
        ("2021-30", "summer (southern) 2021"),
        ("2021-35", "third quarter of 2021"),
        ("2021-41", "second half of 2021"),
        ("2021-37", "January–April 2021"),
        ("198X", "the 1980s"),
        ("19XX", "between 1900 and 1999"),
        ("2021-XX", "a month in 2021"),
        ("2021-XX-XX", "a day in 2021"),
        ("2021-07-XX", "a day in July 2021"),
        ("2021-07-1X", "between 10 and 19 July 2021"),
        ("1950S2", "1950 (first 2 digits only)"),
    ] {
        assert_eq!(english(written), want, "{written}");
    }
}

#[test]
fn marks_are_said() {
    for (written, want) in [
        ("2021-06~", "about June 2021"),
        ("2021?", "2021 (uncertain)"),
        ("2021-07-05%", "about 5 July 2021 (uncertain)"),
        ("2021-?06", "June 2021 (month uncertain)"),
        ("~2021-06-05", "5 June 2021 (year approximate)"),
        ("2021-~21", "spring 2021 (season approximate)"),
        ("2021?-06-%05", "5 June 2021 (year uncertain, day uncertain and approximate)"),
    ] {
        assert_eq!(english(written), want, "{written}");
    }
}

#[test]
fn stretches_say_what_they_share_once() {
    for (written, want) in [
        ("2021-07-04/2021-07-05", "4–5 July 2021"),
        ("2021-06-21/2021-07-08", "21 June – 8 July 2021"),
        ("2020-12-30/2021-01-02", "30 December 2020 – 2 January 2021"),
        ("2021-06/2021-08", "June–August 2021"),
        ("2019/2021", "2019–2021"),
        ("2019/2021-07-05", "2019 – 5 July 2021"),
        ("2021-07-05/2021-07-05", "5 July 2021"),
        ("2021-07-05/..", "from 5 July 2021 on"),
        ("../2021-07-08", "until 8 July 2021"),
        ("2021-07-05/", "from 5 July 2021, end not known"),
        ("/2021", "until 2021, start not known"),
        ("2021-07-04..2021-07-05", "between 4 and 5 July 2021"),
        ("2021-07-04~..2021-07-05", "between about 4 July 2021 and 5 July 2021"),
        ("..2021-07-08", "on or before 8 July 2021"),
        ("2021-07-08..", "on or after 8 July 2021"),
        ("..2019", "in or before 2019"),
        ("[2021-07-04,2021-07-06,2021-07-09]", "4, 6 or 9 July 2021"),
        ("{2021-07-04,2021-08-06}", "4 July 2021 and 6 August 2021"),
        ("[1667,1670..1672,1680..]", "1667, 1670–1672 or 1680 or later"),
    ] {
        assert_eq!(english(written), want, "{written}");
    }
}

#[test]
fn weekdays_stand_before_days_only() {
    for (written, want) in [
        ("2021-07-05", "Monday 5 July 2021"),
        ("2021-07-04/2021-07-05", "Sunday 4 – Monday 5 July 2021"),
        ("2021-07-04..2021-07-05", "between Sunday 4 and Monday 5 July 2021"),
        ("..2021-07-08", "on or before Thursday 8 July 2021"),
        ("2021-07", "July 2021"),
    ] {
        assert_eq!(Edtf::parse_fact(written).unwrap().english_with_weekday(), want, "{written}");
    }
}

#[test]
fn readings_are_shown_like_dates_and_written_as_edtf() {
    let day = |day| Day::new(2021, 7, day).unwrap();
    for (stretch, english, edtf) in [
        (Stretch::day(day(5)), "Monday 5 July 2021", "2021-07-05"),
        (Stretch::month(2021, 6).unwrap(), "June 2021", "2021-06"),
        (Stretch::year(2021), "2021", "2021"),
        (Stretch::days(day(5), day(11)), "Monday 5 – Sunday 11 July 2021", "2021-07-05/2021-07-11"),
        (Stretch::up_to(day(8)), "on or before Thursday 8 July 2021", "../2021-07-08"),
        (Stretch::from(day(8)), "on or after Thursday 8 July 2021", "2021-07-08/.."),
    ] {
        assert_eq!(stretch.english_with_weekday(), english);
        assert_eq!(stretch.to_string(), edtf);
        assert_eq!(Edtf::parse(edtf).unwrap().bounds(), stretch);
    }
}
