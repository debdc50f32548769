//! How is the chronology drawn: which days in view, which mark where?

use super::view::{Drawing, Row, Tick, TimeMark};
use crate::date::{Day, Edtf, Kind, Stretch, month_name};

/// The letter of row `nth`: a to z, then aa, ab and so on.
pub(super) fn letter(nth: usize) -> String {
    let own = char::from(b'a' + u8::try_from(nth % 26).unwrap_or_default());
    match nth / 26 {
        0 => own.to_string(),
        more => format!("{}{own}", letter(more - 1)),
    }
}

/// Draws the rows that lie in the densest stretch of time; none with fewer than two different days.
pub(super) fn draw(rows: &[Row], dates: &[&Edtf]) -> Option<Drawing> {
    let view = View::of(dates)?;
    let mut lanes = Lanes::default();
    let mut marks = Vec::new();
    for (row, edtf) in rows.iter().zip(dates) {
        marks.extend(mark(&view, &mut lanes, row, edtf));
    }
    let alt = alt(rows, &marks);
    Some(Drawing { ticks: view.ticks(), marks, span_lanes: lanes.spans.len(), day_lanes: lanes.highest, alt })
}

/// The days in view.
struct View {
    first: Day,
    days: i64,
}

impl View {
    /// From the densest run of exact days: it ends where the next exact day is far away.
    fn of(dates: &[&Edtf]) -> Option<Self> {
        let mut exact: Vec<Day> = dates.iter().filter_map(|edtf| edtf.single_day()).collect();
        exact.sort_unstable();
        let (first, last) = (*exact.first()?, *exact.last()?);
        let whole = first.days_until(last)?;
        let middle = exact.len() / 2;
        // A fortnight without an event, or a third of all the time, parts the story from its background.
        let gap = 14.max(core_days(&exact) * 2);
        let near = |one: Day, other: Day| one.days_until(other).is_some_and(|days| days <= gap);
        let from =
            (0..middle).rev().take_while(|at| near(exact[*at], exact[at + 1])).last().unwrap_or(middle);
        let to = (middle..exact.len() - 1).take_while(|at| near(exact[*at], exact[at + 1])).last();
        let to = to.map_or(middle, |at| at + 1);
        let (from, to) = if whole == 0 { (first, last) } else { (*exact.get(from)?, *exact.get(to)?) };
        let margin = 1.max(from.days_until(to)? / 20);
        let first = with_beginnings(from.plus_days(-margin)?, dates);
        let days = first.days_until(to.plus_days(margin)?)?;
        (from != to).then_some(Self { first, days })
    }

    /// Where a day stands, in parts of a thousand.
    fn at(&self, day: Day) -> Option<i64> {
        Some(self.first.days_until(day)? * 1000 / self.days.max(1))
    }

    /// About six labelled days: days, Mondays, or firsts of a month.
    fn ticks(&self) -> Vec<Tick> {
        let step = [1, 2, 7, 14].into_iter().find(|step| self.days / step <= 8);
        let mut ticks = Vec::new();
        let mut day = match step {
            Some(7 | 14) => self.first.monday(),
            Some(_) => Some(self.first),
            None => Day::new(self.first.year(), self.first.month(), 1),
        };
        while let Some(at) = day {
            let Some(place) = self.at(at) else { break };
            if place > 1000 {
                break;
            }
            if let Ok(place) = u32::try_from(place) {
                ticks.push(Tick { at: place, text: self.label(at, step.is_none()) });
            }
            day = match step {
                Some(step) => at.plus_days(step),
                None => at.plus_months((self.days / 240).max(1)),
            };
        }
        ticks
    }

    fn label(&self, day: Day, months: bool) -> String {
        match months {
            true => format!("{} {}", month_name(day.month()), day.year()),
            false => format!("{} {}", day.day(), month_name(day.month())),
        }
    }
}

/// So many days before the first in view may a span begin and yet be drawn whole.
const NEARLY: i64 = 2;

/// The first day in view, drawn back to the beginning of a span that begins shortly before it.
fn with_beginnings(first: Day, dates: &[&Edtf]) -> Day {
    let spans = dates
        .iter()
        .filter(|edtf| matches!(edtf.kind(), Kind::Through | Kind::Between | Kind::AllOf | Kind::OneOf));
    let reaching =
        spans.map(|edtf| edtf.bounds()).filter(|span| span.max.day().is_some_and(|last| last >= first));
    let near = |day: &Day| day.days_until(first).is_some_and(|days| (1..=NEARLY).contains(&days));
    reaching.filter_map(|span| span.min.day()).filter(near).min().unwrap_or(first)
}

/// The length of the middle half of the exact days.
fn core_days(exact: &[Day]) -> i64 {
    let quarter = exact.len() / 4;
    let (low, high) = (exact.get(quarter), exact.get(exact.len() - 1 - quarter));
    low.zip(high).and_then(|(low, high)| low.days_until(*high)).unwrap_or_default()
}

/// Which lanes are taken up to where.
#[derive(Default)]
struct Lanes {
    /// For each lane of spans, where its last span ends.
    spans: Vec<i64>,
    /// For each place of a day, how many marks stand there.
    days: std::collections::BTreeMap<i64, usize>,
    highest: usize,
}

impl Lanes {
    fn span(&mut self, from: i64, to: i64) -> usize {
        let free = self.spans.iter().position(|end| *end + 12 < from);
        let lane = free.unwrap_or(self.spans.len());
        match self.spans.get_mut(lane) {
            Some(end) => *end = to,
            None => self.spans.push(to),
        }
        lane
    }

    fn day(&mut self, at: i64) -> usize {
        let height = self.days.entry(at).or_default();
        *height += 1;
        self.highest = self.highest.max(*height);
        *height - 1
    }
}

fn mark(view: &View, lanes: &mut Lanes, row: &Row, edtf: &Edtf) -> Option<TimeMark> {
    let Stretch { min, max } = edtf.bounds();
    let (from, to) =
        (min.day().map_or(Some(-1), |day| view.at(day)), max.day().map_or(Some(1001), |day| view.at(day)));
    let (from, to) = (from?, to?);
    // "On or before" the day of a report says little, and a bar from the left edge would say much.
    if edtf.kind() == Kind::Open {
        return None;
    }
    // A year that merely holds the days in view would be a line across the whole drawing and say nothing.
    let covers = from < 0 && to > 1000;
    if to < 0 || from > 1000 || covers {
        return None;
    }
    let (left, right) = (from.clamp(0, 1000), to.clamp(0, 1000));
    let kind = match edtf.kind() {
        Kind::Day => "day",
        _ if edtf.single_day().is_some() => "day",
        Kind::Through | Kind::AllOf => "span",
        _ => "somewhen",
    };
    let lane = if kind == "day" { lanes.day(left) } else { lanes.span(left, right) };
    Some(TimeMark {
        key: row.key.clone(),
        kind: kind.to_owned(),
        from: u32::try_from(left).unwrap_or_default(),
        to: u32::try_from(right).unwrap_or_default(),
        open_from: from < 0,
        open_to: to > 1000,
        lane,
    })
}

/// The drawing in words: what it shows, and where the same stands as text.
fn alt(rows: &[Row], marks: &[TimeMark]) -> String {
    let drawn = || rows.iter().filter(|row| marks.iter().any(|mark| mark.key == row.key));
    let (first, last) = (drawn().next(), drawn().next_back());
    let span =
        first.zip(last).map(|(first, last)| format!(" from {} to {}", first.date.text, last.date.text));
    let outside = match rows.len() - marks.len() {
        0 => String::new(),
        1 => " One row of the table has no place in it.".to_owned(),
        many => format!(" {many} rows of the table have no place in it."),
    };
    format!("Time line{}; the table below gives every date in words.{outside}", span.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(dates: &[&str]) -> Option<(String, i64)> {
        let dates: Vec<Edtf> = dates.iter().map(|date| Edtf::parse_fact(date).unwrap()).collect();
        let dates: Vec<&Edtf> = dates.iter().collect();
        View::of(&dates).map(|view| (view.first.to_string(), view.days))
    }

    #[test]
    fn rows_are_lettered() {
        let letters: Vec<String> = [0, 25, 26, 51, 52].into_iter().map(letter).collect();
        assert_eq!(letters, ["a", "z", "aa", "az", "ba"]);
    }

    #[test]
    fn the_view_holds_the_story_and_not_its_background() {
        let story = ["2013", "2021-06-23", "2021-07-04", "2021-07-05", "2021-07-07", "2021-09-11"];
        assert_eq!(view(&story), Some(("2021-06-22".to_owned(), 16)));
        let span = |from: &str| view(&[&story[..], &[&format!("{from}/2021-06-25")]].concat()).unwrap().0;
        assert_eq!([span("2021-06-20"), span("2021-06-21")], ["2021-06-20", "2021-06-21"]);
        assert_eq!(span("2021-06-19"), "2021-06-22");
        assert_eq!(view(&["2021-07-05", "2021-07-05"]), None);
        assert_eq!(view(&["2021"]), None);
        assert_eq!(view(&[]), None);
    }
}
