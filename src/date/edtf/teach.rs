//! What should somebody have written whose text is not EDTF?

use super::super::day::month_name;
use super::super::expression::find;
use super::super::resolve::resolve;
use super::trouble::Trouble;
use super::{EdtfError, shape};

/// The error for a text that could not be read.
pub(super) fn error(text: &str, trouble: &Trouble) -> EdtfError {
    let shown = shortened(text);
    let (message, help) = match trouble {
        Trouble::Form => return form(text),
        Trouble::Month(month) => (
            format!("`{shown}` does not exist: there is no month `{month}`"),
            "write a month from `01` to `12`, or a season or quarter from `21` to `41`".to_owned(),
        ),
        Trouble::Day { year, month, day } => no_day(&shown, (year, *month, day)),
        Trouble::Clock(clock) => (
            format!("`{}` is not a time of day", shortened(clock)),
            "write hours, minutes and seconds, then `Z` or a zone from `-12:00` to `+14:00` if it is stated: \
             `2021-07-08T12:36:00Z`"
                .to_owned(),
        ),
        Trouble::Year => (
            format!("`{shown}` names a year or a day that no calendar has"),
            "write a year of four digits, or `Y` and up to eighteen digits".to_owned(),
        ),
        Trouble::Backwards(begin, end) => (
            format!("`{}` ends before `{}` begins", shortened(end), shortened(begin)),
            "write the earlier date first".to_owned(),
        ),
        Trouble::Bare(begin, end) => (
            format!("`{shown}` is not written as EDTF: there `..` stands in brackets"),
            format!("write `[{begin}..{end}]` for one of these days, `{begin}/{end}` for all through"),
        ),
        Trouble::Short => (
            format!("`{shown}` is not a full year"),
            "write four digits, `X` for those that are not known: `197X` for 1970 to 1979".to_owned(),
        ),
    };
    EdtfError { message, help }
}

fn no_day(shown: &str, (year, month, day): (&str, u8, &str)) -> (String, String) {
    let length = super::super::day::month_length(year.parse().unwrap_or(2000), month);
    let name = month_name(month);
    let year = if year.is_empty() || month != 2 { String::new() } else { format!(" {year}") };
    (
        format!("`{shown}` does not exist: {name}{year} has {length} days, so there is no day `{day}`"),
        format!("write a day from `01` to `{length}`, or `XX` if it is not known"),
    )
}

fn form(text: &str) -> EdtfError {
    let message = format!("`{}` is not written as EDTF", shortened(text));
    let help = if text.trim().is_empty() {
        "write a date such as `2021-07-08`, or leave the key out".to_owned()
    } else if text.len() > LONGEST {
        GENERAL.to_owned()
    } else {
        suggestion(text).unwrap_or_else(|| GENERAL.to_owned())
    };
    EdtfError { message, help }
}

/// No date that a person meant is longer.
const LONGEST: usize = 200;

const GENERAL: &str = "write `2021`, `2021-07` or `2021-07-08`, with `?` if uncertain and `~` if approximate, \
                       and `2021-07-04/2021-07-08` for all days from one to the other";

fn suggestion(text: &str) -> Option<String> {
    if (5..=18).contains(&text.len()) && text.len() != 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(format!("write `Y{text}`, or a year of four digits"));
    }
    let rewritten = [spaces, padded, digits_left_open, old_words, joined, clock, circa, short_year];
    let simple = rewritten.iter().filter_map(|rewrite| rewrite(text.trim())).find(|new| is_date(new));
    simple.map(|new| format!("write `{new}`")).or_else(|| day_first(text)).or_else(|| english(text))
}

fn is_date(text: &str) -> bool {
    shape::of_fact(text).is_ok()
}

/// ` 2021-07-08`, `2021-07-04 / 2021-07-08`
fn spaces(text: &str) -> Option<String> {
    let tight = text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>();
    (tight.len() == 1 || tight.iter().any(|word| matches!(*word, "/" | ".." | "~" | "?")))
        .then(|| tight.concat())
}

/// `2021-7-8`, `2021/07/08`, `20210708`
fn padded(text: &str) -> Option<String> {
    if let Some((begin, end)) = text.split_once('/').filter(|(begin, end)| dashed(begin) && dashed(end)) {
        return Some(format!("{}/{}", padded(begin)?, padded(end)?));
    }
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(format!("{}-{}-{}", text.get(..4)?, text.get(4..6)?, text.get(6..)?));
    }
    let parts: Vec<&str> = text.split(['-', '/', '.', ' ']).collect();
    let numbers = parts.iter().all(|part| is_number(part));
    (numbers && parts.len() <= 3 && parts.first()?.len() == 4)
        .then(|| parts.iter().map(|part| format!("{part:0>2}")).collect::<Vec<_>>().join("-"))
}

fn dashed(text: &str) -> bool {
    text.contains('-')
}

fn is_number(text: &str) -> bool {
    (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `1990s`, `199x`, `2021-uu`
fn digits_left_open(text: &str) -> Option<String> {
    if let Some(decade) = text.strip_suffix('s').and_then(|decade| decade.strip_suffix('0')) {
        return Some(format!("{decade}X"));
    }
    Some(text.replace(['x', 'u', '*'], "X"))
}

/// `2021-07-08/open`, `unknown/2021`
fn old_words(text: &str) -> Option<String> {
    let (begin, end) = text.split_once('/')?;
    let edge = |word: &str| match word.trim() {
        "open" | "now" | "present" => "..".to_owned(),
        "unknown" => String::new(),
        date => date.to_owned(),
    };
    Some(format!("{}/{}", edge(begin), edge(end)))
}

/// `2021–2022`, `2021-07-04 to 2021-07-08`
fn joined(text: &str) -> Option<String> {
    let (begin, end) = ["–", "—", " to ", " - "].iter().find_map(|dash| text.split_once(dash))?;
    Some(format!("{}/{}", begin.trim(), end.trim()))
}

/// `2021-07-08 12:36`
fn clock(text: &str) -> Option<String> {
    let (date, time) = text.split_once(['T', ' '])?;
    let seconds = if time.len() == 5 { ":00" } else { "" };
    Some(format!("{date}T{time}{seconds}"))
}

/// `c. 1945`, `about 2021-07`
fn circa(text: &str) -> Option<String> {
    let (word, date) = text.split_once(' ')?;
    let about =
        ["c", "c.", "ca", "ca.", "circa", "about", "around"].contains(&word.to_ascii_lowercase().as_str());
    about.then(|| format!("{date}~"))
}

/// `Y1234`
fn short_year(text: &str) -> Option<String> {
    text.strip_prefix('Y').map(str::to_owned)
}

/// `7/8/2021`, `07.08.2021`: the day or the month may stand first.
fn day_first(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.trim().split(['-', '/', '.', ' ']).collect();
    let (numbers, year) = (parts.iter().all(|part| is_number(part)), parts.last()?);
    if !numbers || year.len() != 4 {
        return None;
    }
    let written =
        |month: &str, day: &str| Some(format!("{year}-{month:0>2}-{day:0>2}")).filter(|new| is_date(new));
    match parts.as_slice() {
        [month, _] => {
            Some(format!("{year}-{month:0>2}")).filter(|new| is_date(new)).map(|new| format!("write `{new}`"))
        }
        [one, other, _] => match (written(other, one), written(one, other)) {
            (Some(new), Some(same)) if new == same => Some(format!("write `{new}`")),
            (Some(british), Some(american)) => Some(format!("write `{british}` or `{american}`, year first")),
            (one, other) => one.or(other).map(|new| format!("write `{new}`")),
        },
        _ => None,
    }
}

/// `8 July 2021`, `between 4 and 5 July 2021`, `yesterday`
fn english(text: &str) -> Option<String> {
    let said = find(text).into_iter().next()?;
    let covers = text.get(said.span.end..).is_some_and(|rest| rest.trim().is_empty());
    let resolved = resolve(&said, text, None);
    match resolved.candidates.first() {
        Some(stretch) if covers => Some(format!("write `{stretch}`")),
        Some(_) => None,
        None => Some("write the day itself, such as `2021-07-08`".to_owned()),
    }
}

/// The user's own words, but no page of them.
fn shortened(text: &str) -> String {
    const SHOWN: usize = 60;
    match text.char_indices().nth(SHOWN) {
        None => text.replace(['\n', '\r'], " "),
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().replace(['\n', '\r'], " ")),
    }
}
