//! In which column should a line stand that stands between two?

use super::evidence;

/// Keys of a quotation that others have, too.
const SHARED: [&str; 3] = ["date", "accept", "note"];

/// A column in which a line above has a key or a dash.
struct Column {
    blanks: usize,
    /// Whether dashes stand here.
    dash: bool,
    /// Whether it is that of the keys in an item of a list.
    item: bool,
    /// Whether some key here has its value, and whether some key has none, on its own line.
    inline: [bool; 2],
}

/// The counts of blanks with which the line of byte `at` would stand like its neighbours: one, or one on each side;
/// none if it is no key, or if something else is wrong with it.
pub(super) fn neighbours(text: &str, at: usize) -> Vec<usize> {
    let before = text.get(..at).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let (words, first) = undashed(line);
    let blanks = line.len() - line.trim_start_matches(' ').len();
    let is_here = [start + first, start + blanks].contains(&at);
    let Some((key, value)) = key(words).filter(|_| is_here) else { return Vec::new() };
    let dash = first > blanks;
    let columns = columns(text.get(..start).unwrap_or_default());
    let in_item = evidence::KEYS.contains(&key) && !SHARED.contains(&key);
    let fits = |column: &&Column| column.dash == dash && (dash || !in_item || column.item);
    let near: Vec<&Column> = nearest(columns.iter().filter(fits), blanks);
    let is_alike = |column: &&&Column| column.inline[usize::from(value.is_empty())];
    let mut counts: Vec<usize> = near.iter().filter(is_alike).map(|column| column.blanks).collect();
    if counts.is_empty() {
        counts = near.iter().map(|column| column.blanks).collect();
    }
    counts.sort_unstable();
    counts
}

/// A line without its first blanks and dashes, and how many bytes these are.
pub(super) fn undashed(line: &str) -> (&str, usize) {
    let mut rest = line.trim_start_matches(' ');
    while let Some(item) = rest.strip_prefix("- ") {
        rest = item.trim_start_matches(' ');
    }
    (rest, line.len() - rest.len())
}

/// A key at the beginning of a line, and what stands behind it.
fn key(words: &str) -> Option<(&str, &str)> {
    let (key, value) = words.split_once(':')?;
    let fits = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '_');
    let is_key =
        !key.is_empty() && key.chars().all(fits) && (value.is_empty() || value.starts_with([' ', '\r']));
    is_key.then_some((key, value.trim()))
}

/// The columns that are nearest to `blanks`: one, or one on each side.
fn nearest<'a>(columns: impl Iterator<Item = &'a Column> + Clone, blanks: usize) -> Vec<&'a Column> {
    let least = columns.clone().map(|column| column.blanks.abs_diff(blanks)).min();
    // In a column of its neighbours it has another trouble.
    let least = least.filter(|least| (1..=3).contains(least));
    columns.filter(|column| Some(column.blanks.abs_diff(blanks)) == least).collect()
}

/// The columns of the maps and lists that are open after `text`, innermost first.
fn columns(text: &str) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    let mut lowest = usize::MAX;
    for line in text.lines().rev() {
        let (words, first) = undashed(line);
        let blanks = line.len() - line.trim_start_matches(' ').len();
        let Some((_, value)) = key(words).filter(|_| blanks <= lowest) else {
            // An item that is a text, and texts that go on.
            continue;
        };
        let dash = first > blanks;
        if first < lowest || (first == lowest && !dash) {
            note(&mut columns, (first, false), dash, value);
        }
        if dash {
            note(&mut columns, (blanks, true), false, value);
        }
        lowest = blanks;
    }
    columns
}

/// Adds a column, or what one more line says of it.
fn note(columns: &mut Vec<Column>, (blanks, dash): (usize, bool), item: bool, value: &str) {
    let at = columns.iter().position(|column| column.blanks == blanks && column.dash == dash);
    let column = match at.and_then(|at| columns.get_mut(at)) {
        Some(column) => column,
        None => {
            columns.push(Column { blanks, dash, item, inline: [false; 2] });
            let Some(column) = columns.last_mut() else { return };
            column
        }
    };
    column.item |= item;
    column.inline[usize::from(value.is_empty())] = true;
}
