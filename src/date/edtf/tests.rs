//! What EDTF texts mean, and what is said of those that mean nothing.

use super::super::stretch::Bound;
use super::*;
use proptest::prelude::*;

fn bounds(written: &str) -> String {
    match Edtf::parse(written) {
        Ok(date) => format!("{} {}", date.bounds().min, date.bounds().max),
        Err(error) => format!("refused: {}", error.message),
    }
}

#[test]
fn level_0_dates_cover_their_days() {
    for (written, want) in [
        ("1987", "1987-01-01 1987-12-31"),
        ("1987-02", "1987-02-01 1987-02-28"),
        ("1988-02", "1988-02-01 1988-02-29"),
        ("1987-11-30", "1987-11-30 1987-11-30"),
        ("0000", "0000-01-01 0000-12-31"),
        ("-0044-03-15", "-0044-03-15 -0044-03-15"),
        ("1987-11-30T08:15:00", "1987-11-30 1987-11-30"),
        ("1987-11-30T08:15:00+05:45", "1987-11-30 1987-11-30"),
        ("1987/1991-06", "1987-01-01 1991-06-30"),
        ("1987-11-30/1991", "1987-11-30 1991-12-31"),
    ] {
        assert_eq!(bounds(written), want, "{written}");
    }
}

#[test]
fn level_1_dates_cover_their_days() {
    for (written, want) in [
        ("Y123456", "123456-01-01 123456-12-31"),
        ("Y-170000002", "-170000002-01-01 -170000002-12-31"),
        ("1987-21", "1987-03-01 1987-05-31"),
        ("1987-24", "1987-12-01 1988-02-29"),
        ("1987?", "1987-01-01 1987-12-31"),
        ("1987-05~", "1987-05-01 1987-05-31"),
        ("1987-05-06%", "1987-05-06 1987-05-06"),
        ("187X", "1870-01-01 1879-12-31"),
        ("18XX", "1800-01-01 1899-12-31"),
        ("-03XX", "-0399-01-01 -0300-12-31"),
        ("1987-XX", "1987-01-01 1987-12-31"),
        ("1987-02-XX", "1987-02-01 1987-02-28"),
        ("1987/..", "1987-01-01 +inf"),
        ("../1987-02", "-inf 1987-02-28"),
        ("1987-05/", "1987-05-01 unknown"),
        ("/1987", "unknown 1987-12-31"),
    ] {
        assert_eq!(bounds(written), want, "{written}");
    }
}

#[test]
fn level_2_dates_cover_their_days() {
    for (written, want) in [
        ("Y-25E6", "-25000000-01-01 -25000000-12-31"),
        ("Y4512E3S2", "4512000-01-01 4512000-12-31"),
        ("1950S2", "1950-01-01 1950-12-31"),
        ("1987-34", "1987-04-01 1987-06-30"),
        ("1987-38", "1987-05-01 1987-08-31"),
        ("1987-41", "1987-07-01 1987-12-31"),
        ("[1667,1668-03,1670..1672]", "1667-01-01 1672-12-31"),
        ("[..1760-12-03]", "-inf 1760-12-03"),
        ("{1760-12..}", "1760-12-01 +inf"),
        ("{1960, 1961-12}", "1960-01-01 1961-12-31"),
        ("1987?-05-~06", "1987-05-06 1987-05-06"),
        ("?1987-05", "1987-05-01 1987-05-31"),
        ("156X-12-25", "1560-12-25 1569-12-25"),
        ("1X87-X1", "1087-01-01 1987-11-30"),
        ("190X-02-29", "1904-02-29 1908-02-29"),
        ("1987-1X-31", "1987-10-31 1987-12-31"),
    ] {
        assert_eq!(bounds(written), want, "{written}");
    }
}

#[test]
fn what_is_not_edtf_is_refused() {
    let forms = [
        "",
        " ",
        "1987 ",
        "87-05",
        "1987-5",
        "1987/05/06",
        "1987-05-06T",
        "1987-05-06T08:15",
        "1987-XXT08:15:00Z",
        "-0000",
        "-00",
        "Y987",
        "Y0123456",
        "Y12345-06",
        "1987-05-06-07",
        "1987-21-01",
        "(1987)",
        "1987-?",
        "1987??",
        "[]",
        "{}",
        "[1987",
        "1987]",
        "[1987;1988]",
        "1987/1988/1989",
        "1987-05-06/1988-01-01T00:00:00Z",
        "1987S5",
        "Y1E99",
        "\u{661}\u{669}\u{668}\u{667}",
        "1987..1989",
        "1987..",
        "[1987..",
        "{..",
        "[..]",
    ];
    for written in forms {
        assert!(Edtf::parse(written).is_err(), "{written}");
    }
}

#[test]
fn errors_teach() {
    for (written, message, help) in [
        ("2021-7-8", "`2021-7-8` is not written as EDTF", "write `2021-07-08`"),
        ("8 July 2021", "`8 July 2021` is not written as EDTF", "write `2021-07-08`"),
        ("July 2021", "`July 2021` is not written as EDTF", "write `2021-07`"),
        ("4-5 July 2021", "`4-5 July 2021` is not written as EDTF", "write `2021-07-04/2021-07-05`"),
        ("2021/07/08", "`2021/07/08` is not written as EDTF", "write `2021-07-08`"),
        ("20210708", "`20210708` is not written as EDTF", "write `2021-07-08`"),
        ("13.7.2021", "`13.7.2021` is not written as EDTF", "write `2021-07-13`"),
        ("7/8/2021", "`7/8/2021` is not written as EDTF", "write `2021-08-07` or `2021-07-08`, year first"),
        ("7/2021", "`7/2021` is not written as EDTF", "write `2021-07`"),
        (" 2021 ", "` 2021 ` is not written as EDTF", "write `2021`"),
        ("2021–2022", "`2021–2022` is not written as EDTF", "write `2021/2022`"),
        ("c. 1945", "`c. 1945` is not written as EDTF", "write `1945~`"),
        ("1990s", "`1990s` is not written as EDTF", "write `199X`"),
        ("2021-uu", "`2021-uu` is not written as EDTF", "write `2021-XX`"),
        ("2021/open", "`2021/open` is not written as EDTF", "write `2021/..`"),
        ("2021-07-08 12:36", "`2021-07-08 12:36` is not written as EDTF", "write `2021-07-08T12:36:00`"),
        ("12345", "`12345` is not written as EDTF", "write `Y12345`, or a year of four digits"),
        ("Y1234", "`Y1234` is not written as EDTF", "write `1234`"),
        ("yesterday", "`yesterday` is not written as EDTF", "write the day itself, such as `2021-07-08`"),
        (
            "2021-02-30",
            "`2021-02-30` does not exist: February 2021 has 28 days, so there is no day `30`",
            "write a day from `01` to `28`, or `XX` if it is not known",
        ),
        (
            "2021-13",
            "`2021-13` does not exist: there is no month `13`",
            "write a month from `01` to `12`, or a season or quarter from `21` to `41`",
        ),
        ("2022/2021", "`2021` ends before `2022` begins", "write the earlier date first"),
        (
            "2021..2022",
            "`2021..2022` is not written as EDTF: there `..` stands in brackets",
            "write `[2021..2022]` for one of these days, `2021/2022` for all through",
        ),
    ] {
        let error = Edtf::parse(written).unwrap_err();
        assert_eq!((error.message.as_str(), error.help.as_str()), (message, help), "{written}");
    }
}

#[test]
fn a_page_of_text_is_no_date_and_is_not_printed_whole() {
    let error = Edtf::parse(&"July ".repeat(1_000_000)).unwrap_err();
    assert!(error.to_string().len() < 500);
}

#[test]
fn facts_may_leave_the_brackets_out() {
    for (written, kind, min, max) in [
        ("2021-07-04..2021-07-05", Kind::Between, "2021-07-04", "2021-07-05"),
        ("2021-07-04..", Kind::Open, "2021-07-04", "+inf"),
        ("..2021-07", Kind::Open, "-inf", "2021-07-31"),
        ("2021-06-21/2021-07-08", Kind::Through, "2021-06-21", "2021-07-08"),
        ("[2021-06-21..]", Kind::Open, "2021-06-21", "+inf"),
    ] {
        let date = Edtf::parse_fact(written).unwrap();
        let Stretch { min: first, max: last } = date.bounds();
        assert_eq!((date.kind(), first.to_string(), last.to_string()), (kind, min.into(), max.into()));
        assert_eq!(date.to_string(), written);
    }
    for slip in
        ["..", "/", "../..", "19", "197", "2021-07-05..2021-07-04", "2021...2022", "..2021-07-08T12:00:00Z"]
    {
        assert!(Edtf::parse_fact(slip).is_err(), "{slip}");
    }
}

#[test]
fn each_sort_of_date_has_its_kind() {
    for (written, kind) in [
        ("2021-07-08", Kind::Day),
        ("2021-07-08T12:36:00Z", Kind::Day),
        ("2021-07~", Kind::Month),
        ("2021-22", Kind::Season),
        ("2021", Kind::Year),
        ("202X", Kind::Masked),
        ("197", Kind::Masked),
        ("2021-07-XX", Kind::Masked),
        ("2020/2021", Kind::Through),
        ("2020/..", Kind::Open),
        ("[2020,2022]", Kind::OneOf),
        ("{2020,2022}", Kind::AllOf),
    ] {
        assert_eq!(Edtf::parse(written).unwrap().kind(), kind, "{written}");
    }
}

#[test]
fn dates_compare_as_sets_of_days() {
    let days = |date: &str| Edtf::parse_fact(date).unwrap().stretches();
    let relation = |one: &str, other: &str| Relation::of(&days(one), &days(other));
    assert_eq!(relation("2021-07-05", "2021-07-05?"), Relation::Same);
    assert_eq!(relation("2021-07-05", "2021-07"), Relation::Inside);
    assert_eq!(relation("2021", "2021-07-XX"), Relation::Around);
    assert_eq!(relation("2021-06-21/2021-07-08", "2021-07"), Relation::Overlap);
    assert_eq!(relation("2021-07-05", "[2021-07-04,2021-07-06]"), Relation::Disjoint);
    assert_eq!(relation("..2021-07-08", "2021-07-09.."), Relation::Disjoint);
}

#[test]
fn the_reading_that_suits_best_counts() {
    let day = Edtf::day(2021, 7, 5).unwrap();
    let july = Stretch::month(2021, 7).unwrap();
    let monday = Stretch::day(Day::new(2021, 7, 5).unwrap());
    assert_eq!(day.nearest_relation(&[july, monday]), Some(Relation::Same));
    assert_eq!(day.nearest_relation(&[july]), Some(Relation::Inside));
    assert_eq!(day.nearest_relation(&[Stretch::year(2020)]), Some(Relation::Disjoint));
    assert_eq!(day.nearest_relation(&[]), None);
    assert!(day.overlaps(&[july]) && !day.overlaps(&[Stretch::year(2020)]) && !day.overlaps(&[]));
}

#[test]
fn a_chronology_puts_what_only_ends_at_its_end() {
    let mut written =
        ["../..", "2021-07-08", "2021-07-04/2021-07-05", "../2021-07-06", "2021-07-04", "2021", "-0044"];
    written.sort_by_key(|written| Edtf::parse(written).unwrap().sort_key());
    let want =
        ["-0044", "2021", "2021-07-04", "2021-07-04/2021-07-05", "../2021-07-06", "2021-07-08", "../.."];
    assert_eq!(written, want);
}

#[test]
fn a_day_is_the_same_however_it_was_made() {
    assert_eq!(Edtf::day(2021, 7, 5), Edtf::parse("2021-07-05").ok());
    assert_eq!(Edtf::day(2021, 2, 29), None);
    assert_eq!(Edtf::from(Day::last_of_year(-44)), Edtf::parse("-0044-12-31").unwrap());
}

proptest! {
    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC{0,40}") {
        let _ = Edtf::parse(&text);
        let _ = Edtf::parse_fact(&text);
    }

    #[test]
    fn what_was_read_has_ends_in_order_and_prints_as_written(text in "[-\\[\\]{}/.,?~%XYTZES0-9: ]{0,24}") {
        if let Ok(date) = Edtf::parse_fact(&text) {
            prop_assert_eq!(date.to_string(), text);
            if let (Bound::Day(min), Bound::Day(max)) = (date.bounds().min, date.bounds().max) {
                prop_assert!(min <= max);
            }
            prop_assert!(!date.english().is_empty());
            prop_assert_eq!(Relation::of(&date.stretches(), &date.stretches()), Relation::Same);
        }
    }

    #[test]
    fn masks_have_ends_in_order(year in "-?[0-9X]{4}", month in "[0-3X][0-9X]", day in "[0-3X][0-9X]") {
        for text in [format!("{year}-{month}-{day}"), format!("{year}-{month}~/..")] {
            if let Ok(date) = Edtf::parse(&text) {
                let Stretch { min, max } = date.bounds();
                if let (Bound::Day(min), Bound::Day(max)) = (min, max) {
                    prop_assert!(min <= max);
                    prop_assert!(date.contains(min) && date.contains(max));
                }
                prop_assert!(!date.english_with_weekday().is_empty());
            }
        }
    }

    #[test]
    fn every_day_round_trips(days in -4_000_000_i64..2_900_000) {
        let day = Day::new(2000, 1, 1).unwrap().plus_days(days).unwrap();
        prop_assert_eq!(Edtf::parse(&day.to_string()).unwrap().single_day(), Some(day));
    }
}
