//! How does a reader see a date: `5 July 2021`, `between 4 and 5 July 2021`, `about June 2021 (uncertain)`?

use super::super::day::{Day, month_name, weekday_name};
use super::super::stretch::Stretch;
use super::kind::Kind;
use super::limits;
use super::point::{Mark, Point, Year};
use super::shape::{Edge, Member, Shape};

/// Without weekdays.
pub(super) fn plain(shape: &Shape) -> String {
    whole(shape, Days::Plain)
}

/// With the weekday before each day that is named.
pub(super) fn with_weekday(shape: &Shape) -> String {
    whole(shape, Days::Named)
}

#[derive(Clone, Copy)]
enum Days {
    Plain,
    Named,
}

fn whole(shape: &Shape, days: Days) -> String {
    match shape {
        Shape::One(point) => date(point, days),
        Shape::Through(begin, end) => interval(begin, end, days),
        Shape::OneOf(members) => set(members, "or", days),
        Shape::AllOf(members) => set(members, "and", days),
        Shape::Between(from, to) => {
            let (from, to) = pair(from, to, days);
            format!("between {from} and {to}")
        }
        Shape::OnOrAfter(point) => format!("{} or after {}", preposition(point), date(point, days)),
        Shape::OnOrBefore(point) => format!("{} or before {}", preposition(point), date(point, days)),
    }
}

/// One date with its marks.
fn date(point: &Point, days: Days) -> String {
    let bare = match Kind::of_point(point) {
        Kind::Day => limits::exact_day(point).map(|day| full_day(day, days)).unwrap_or_default(),
        Kind::Masked => masked(point, days),
        _ => joined(&month(point), &year(point.year.first())),
    };
    let clock = point.clock.as_ref().map_or_else(String::new, |clock| format!(", {}", clock.english()));
    let significant = match point.significant {
        Some(1) => " (first digit only)".to_owned(),
        Some(count) => format!(" (first {count} digits only)"),
        None => String::new(),
    };
    marked(point, &format!("{bare}{clock}{significant}"))
}

fn full_day(day: Day, days: Days) -> String {
    format!("{} {} {}", numbered(day, days), month_name(day.month()), year(day.year()))
}

fn numbered(day: Day, days: Days) -> String {
    match days {
        Days::Plain => day.day().to_string(),
        Days::Named => format!("{} {}", weekday_name(day.weekday()), day.day()),
    }
}

fn year(year: i64) -> String {
    if year > 0 { year.to_string() } else { format!("{} BC", year.unsigned_abs().saturating_add(1)) }
}

fn month(point: &Point) -> String {
    if let Some(season) = point.season {
        return self::season(season);
    }
    let begins = limits::stretch(point).min.day().filter(|_| point.month.is_some());
    begins.map_or_else(String::new, |day| month_name(day.month()).to_owned())
}

fn season(code: u8) -> String {
    let name = match code {
        21 | 25 | 29 => "spring",
        22 | 26 | 30 => "summer",
        23 | 27 | 31 => "autumn",
        24 | 28 | 32 => "winter",
        33 => "first quarter of",
        34 => "second quarter of",
        35 => "third quarter of",
        36 => "fourth quarter of",
        40 => "first half of",
        41 => "second half of",
        _ => {
            let (first, months) = limits::season_months(code);
            return format!("{}–{}", month_name(first), month_name(first + months - 1));
        }
    };
    let hemisphere = match code {
        25..=28 => " (northern)",
        29..=32 => " (southern)",
        _ => "",
    };
    format!("{name}{hemisphere}")
}

fn joined(month: &str, year: &str) -> String {
    if month.is_empty() { year.to_owned() } else { format!("{month} {year}") }
}

/// A date with digits left open: named where English has a name for it, else by its ends.
fn masked(point: &Point, days: Days) -> String {
    let (first, last) = (point.year.first(), point.year.last());
    let Stretch { min, max } = limits::stretch(point);
    let (Some(min), Some(max)) = (min.day(), max.day()) else { return String::new() };
    let open = |digits: Option<[Option<u8>; 2]>| digits == Some([None; 2]);
    if point.depth() == 1 {
        let decade = first > 0 && last - first == 9;
        return match decade {
            true => format!("the {first}s"),
            false => format!("between {} and {}", year(first), year(last)),
        };
    }
    let (from, to) = pair(&Point::of_day(min), &Point::of_day(max), days);
    match (first == last, point.month, point.day) {
        (true, month, None) if open(month) => format!("a month in {}", year(first)),
        (true, month, day) if open(month) && open(day) => format!("a day in {}", year(first)),
        (true, Some([Some(_), Some(_)]), day) if open(day) => {
            format!("a day in {} {}", month_name(min.month()), year(first))
        }
        _ => format!("between {from} and {to}"),
    }
}

/// `about` and `(uncertain)` for what holds of the whole date, else the parts by name.
fn marked(point: &Point, bare: &str) -> String {
    let marks = point.marks.get(..point.depth()).unwrap_or_default();
    let approximate = marks.iter().filter(|mark| mark.approximate).count();
    let uncertain = marks.iter().filter(|mark| mark.uncertain).count();
    let about = if approximate == marks.len() { "about " } else { "" };
    let mut notes = Vec::new();
    if uncertain == marks.len() {
        notes.push("uncertain".to_owned());
    }
    for (mark, part) in marks.iter().zip(["year", "month", "day"]) {
        let part = if point.season.is_some() && part == "month" { "season" } else { part };
        let note = Mark {
            uncertain: mark.uncertain && uncertain < marks.len(),
            approximate: mark.approximate && approximate < marks.len(),
        };
        match (note.uncertain, note.approximate) {
            (true, true) => notes.push(format!("{part} uncertain and approximate")),
            (true, false) => notes.push(format!("{part} uncertain")),
            (false, true) => notes.push(format!("{part} approximate")),
            (false, false) => {}
        }
    }
    if notes.is_empty() { format!("{about}{bare}") } else { format!("{about}{bare} ({})", notes.join(", ")) }
}

fn interval(begin: &Edge, end: &Edge, days: Days) -> String {
    match (begin, end) {
        (Edge::At(from), Edge::At(to)) => through(from, to, days),
        (Edge::At(from), Edge::Open) => format!("from {} on", date(from, days)),
        (Edge::At(from), Edge::Unknown) => format!("from {}, end not known", date(from, days)),
        (Edge::Open, Edge::At(to)) => format!("until {}", date(to, days)),
        (Edge::Unknown, Edge::At(to)) => format!("until {}, start not known", date(to, days)),
        (Edge::Open | Edge::Unknown, Edge::Open | Edge::Unknown) => "date not known".to_owned(),
    }
}

fn through(from: &Point, to: &Point, days: Days) -> String {
    if from == to {
        return date(from, days);
    }
    let alone = date(from, days);
    let (from, to) = pair(from, to, days);
    // A dash stands close between single words and wide between longer ends.
    let close = !from.contains(' ') && (from != alone || !to.contains(' '));
    if close { format!("{from}–{to}") } else { format!("{from} – {to}") }
}

/// Two dates, the first without the month and the year that it shares with the second.
fn pair(from: &Point, to: &Point, days: Days) -> (String, String) {
    let plain = |point: &Point| !point.is_marked() && point.clock.is_none();
    let full = (date(from, days), date(to, days));
    if !plain(from) || !plain(to) {
        return full;
    }
    if let (Some(first), Some(last)) = (limits::exact_day(from), limits::exact_day(to)) {
        let same_year = first.year() == last.year();
        let short = match same_year {
            true if first.month() == last.month() => numbered(first, days),
            true => format!("{} {}", numbered(first, days), month_name(first.month())),
            false => full.0,
        };
        return (short, full.1);
    }
    let months = Kind::of_point(from) == Kind::Month && Kind::of_point(to) == Kind::Month;
    if months && from.year.first() == to.year.first() { (month(from), full.1) } else { full }
}

fn set(members: &[Member], conjunction: &str, days: Days) -> String {
    let texts: Vec<String> = members.iter().map(|one| member(one, days)).collect();
    // `4, 6 or 9 July 2021`: the month and the year once, at the end.
    let shared = members.iter().map(|one| match one {
        Member::One(point) if !point.is_marked() => limits::exact_day(point),
        _ => None,
    });
    let same_month = |one: &Day, other: &Day| (one.year(), one.month()) == (other.year(), other.month());
    match shared.collect::<Option<Vec<Day>>>() {
        Some(all) if all.windows(2).all(|two| same_month(&two[0], &two[1])) => {
            let numbers: Vec<String> = all.iter().map(|day| numbered(*day, days)).collect();
            let tail = all.first().map(|day| format!(" {} {}", month_name(day.month()), year(day.year())));
            format!("{}{}", listed(&numbers, conjunction), tail.unwrap_or_default())
        }
        _ => listed(&texts, conjunction),
    }
}

fn member(member: &Member, days: Days) -> String {
    match member {
        Member::One(point) => date(point, days),
        Member::Run(from, to) => through(from, to, days),
        Member::From(point) => format!("{} or later", date(point, days)),
        Member::UpTo(point) => format!("{} or earlier", date(point, days)),
    }
}

fn listed(texts: &[String], conjunction: &str) -> String {
    match texts {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} {conjunction} {last}", most.join(", ")),
    }
}

fn preposition(point: &Point) -> &'static str {
    let named_day = Kind::of_point(point) == Kind::Day && !matches!(point.year, Year::Round(..));
    if named_day { "on" } else { "in" }
}

#[cfg(test)]
#[path = "english_tests.rs"]
mod tests;
