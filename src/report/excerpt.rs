//! Which part of a line is shown around the words that are marked in it.

use super::printable::{self, Glyph};
use crate::span::{Span, floor_char_boundary};
use std::ops::Range;

/// A line fit for a terminal, as much of it as there is room for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// What is shown.
    pub(super) text: String,
    /// The marked words in it, in the order in which they were asked for.
    pub(super) marks: Vec<Range<usize>>,
}

/// How wide a picture may be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    /// Columns for the line.
    pub(super) columns: usize,
    /// Columns for what is written behind the marks.
    pub(super) label: usize,
}

/// Shows the line of `text` that holds `marks`, none of which may hold a line break.
pub(super) fn excerpt(text: &str, marks: &[Span], room: Room) -> Excerpt {
    let start = marks.iter().map(|mark| mark.start).min().unwrap_or_default();
    let end = marks.iter().map(|mark| mark.end).max().unwrap_or_default();
    let middle = middle(text, Span::new(start, end), room.columns * 4 / 5);
    // An ellipsis on either side takes a column.
    let spare = room.columns.saturating_sub(width(&middle) + 2);
    let before = before(text, start);
    let after = after(text, end);
    let behind = spare - room.label.min(spare / 2);
    let right = after.fit(spare, End::Last);
    let left_most = spare.saturating_sub(right.columns).max(behind / 2).min(behind);
    let left = before.fit(left_most, End::First);
    let right = after.fit(spare.saturating_sub(left.columns), End::Last);
    let cells = left.cells.into_iter().chain(middle).chain(right.cells);
    draw(cells, marks)
}

/// A piece of a line as it will be shown.
#[derive(Debug, Clone, Copy)]
enum Cell {
    Shown(Glyph),
    /// Something was left out from this byte on.
    Gap(usize),
}

impl Cell {
    const fn at(self) -> usize {
        match self {
            Self::Shown(glyph) => glyph.at,
            Self::Gap(at) => at,
        }
    }

    fn columns(self) -> usize {
        match self {
            Self::Shown(Glyph { character: '\t', .. }) => TAB.len(),
            Self::Shown(glyph) => glyph.columns(),
            Self::Gap(_) => 1,
        }
    }

    fn push_to(self, out: &mut String) {
        match self {
            Self::Shown(Glyph { character: '\t', .. }) => out.push_str(TAB),
            Self::Shown(glyph) => glyph.push_to(out),
            Self::Gap(_) => out.push('…'),
        }
    }
}

/// A tab leads to no column in particular, so it is shown as four blanks.
const TAB: &str = "    ";
/// More characters than this are not given up to save a word.
const LONG_WORD: usize = 12;
/// The bytes that are looked at on either side, enough for the widest room.
const REACH: usize = 2048;

/// What stands on one side of the marked words.
struct Side<'a> {
    text: &'a str,
    /// As much of the line as is looked at.
    span: Span,
    /// Whether the line goes on beyond it.
    more: bool,
}

/// Which end of a side lies away from the marked words, and is cut.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    First,
    Last,
}

struct Fitted {
    cells: Vec<Cell>,
    columns: usize,
}

impl Side<'_> {
    /// As much of it as fits, cut between words.
    fn fit(&self, columns: usize, cut: End) -> Fitted {
        let mut cells = cells(self.text, self.span);
        let edge = if cut == End::First { self.span.start } else { self.span.end };
        if cut == End::First {
            cells.reverse();
        }
        let fits = keep(&cells, columns);
        let whole = fits == cells.len() && !self.more;
        let gap = cells.get(fits).map_or(edge, |cell| cell.at());
        cells.truncate(if whole { fits } else { between_words(&cells, fits) });
        let columns = width(&cells);
        if !whole {
            cells.push(Cell::Gap(gap));
        }
        if cut == End::First {
            cells.reverse();
        }
        Fitted { cells, columns }
    }
}

/// The marked words, without their middle if they are too many.
fn middle(text: &str, span: Span, columns: usize) -> Vec<Cell> {
    let head = Span::new(span.start, floor_char_boundary(text, span.end.min(span.start + REACH)));
    let mut cells = cells(text, head);
    if head == span && width(&cells) <= columns {
        return cells;
    }
    cells.truncate(between_words(&cells, keep(&cells, columns / 2)));
    let shown = cells.last().map_or(span.start, |cell| cell.at() + 1);
    let from = floor_char_boundary(text, span.end.saturating_sub(REACH)).max(span.start);
    let mut tail = self::cells(text, Span::new(from, span.end));
    tail.reverse();
    tail.truncate(between_words(&tail, keep(&tail, columns / 2)));
    tail.retain(|cell| cell.at() >= shown);
    cells.push(Cell::Gap(shown));
    cells.extend(tail.into_iter().rev());
    cells
}

fn before(text: &str, start: usize) -> Side<'_> {
    let from = floor_char_boundary(text, start.saturating_sub(REACH));
    let line = Span::new(from, start).of(text).rfind('\n').map(|at| from + at + 1);
    Side { text, span: Span::new(line.unwrap_or(from), start), more: line.is_none() && from > 0 }
}

fn after(text: &str, end: usize) -> Side<'_> {
    let to = floor_char_boundary(text, end.saturating_add(REACH));
    let near = Span::new(end, to).of(text);
    let Some(at) = near.find('\n') else {
        return Side { text, span: Span::new(end, to), more: to < text.len() };
    };
    let line = near.get(..at).unwrap_or_default();
    let line = line.strip_suffix('\r').unwrap_or(line);
    Side { text, span: Span::new(end, end + line.len()), more: false }
}

fn cells(text: &str, span: Span) -> Vec<Cell> {
    printable::glyphs_in(text, span).map(Cell::Shown).collect()
}

fn width(cells: &[Cell]) -> usize {
    cells.iter().map(|cell| cell.columns()).sum()
}

/// How many of `cells` fit.
fn keep(cells: &[Cell], columns: usize) -> usize {
    let mut used = 0;
    let fits = cells.iter().take_while(|cell| {
        used += cell.columns();
        used <= columns
    });
    fits.count()
}

/// A little fewer than `fits`, up to and with the last blank: no word is cut, unless it is a long one.
fn between_words(cells: &[Cell], fits: usize) -> usize {
    let is_blank = |at: &usize| matches!(cells.get(*at), Some(Cell::Shown(Glyph { character: ' ', .. })));
    (fits.saturating_sub(LONG_WORD)..fits).rev().find(is_blank).map_or(fits, |blank| blank + 1)
}

/// Writes the cells down and finds the marks among them again.
fn draw(cells: impl Iterator<Item = Cell>, marks: &[Span]) -> Excerpt {
    let mut text = String::new();
    let mut starts = Vec::new();
    for cell in cells {
        starts.push((cell.at(), text.len()));
        cell.push_to(&mut text);
    }
    let place = |offset: usize| {
        let first = starts.partition_point(|(at, _)| *at < offset);
        starts.get(first).map_or(text.len(), |(_, place)| *place)
    };
    let marks = marks.iter().map(|mark| place(mark.start)..place(mark.end)).collect();
    Excerpt { text, marks }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, words: &str, columns: usize) -> (String, String) {
        let start = text.find(words).unwrap();
        let marks = [Span::new(start, start + words.len())];
        let found = excerpt(text, &marks, Room { columns, label: 0 });
        let marked = found.text[found.marks[0].clone()].to_owned();
        (found.text, marked)
    }

    #[test]
    fn a_short_line_is_shown_whole_and_alone() {
        assert_eq!(shown("one\n  two three\r\nfour", "three", 40), ("  two three".into(), "three".into()));
    }

    #[test]
    fn a_long_line_is_cut_between_words_around_the_mark() {
        let text = format!("{} the mark {}", "left words ".repeat(50), "right words ".repeat(50));
        let (line, marked) = shown(&text, "mark", 40);
        assert_eq!(line, "… left words  the mark right words …");
        assert_eq!(marked, "mark");
    }

    #[test]
    fn a_mark_at_the_end_leaves_its_room_to_the_left() {
        let text = format!("{}end", "words ".repeat(50));
        assert_eq!(shown(&text, "end", 20), ("… words words end".into(), "end".into()));
    }

    #[test]
    fn a_long_mark_keeps_both_its_ends() {
        let text = format!("say: {}end here", "go on and ".repeat(500));
        let (line, marked) = shown(&text, &text[5..text.len() - 5], 60);
        assert!(line.starts_with("say: go on and go") && line.ends_with(" end here"), "{line}");
        assert!(
            marked.starts_with("go on and go") && marked.contains('…') && marked.ends_with("end"),
            "{marked}"
        );
    }

    #[test]
    fn what_is_written_out_moves_the_mark() {
        let (line, marked) = shown("\u{1b}[31m\tred\u{202e} flag", "red\u{202e}", 60);
        assert_eq!(line, "\\u{1b}[31m    red\\u{202e} flag");
        assert_eq!(marked, "red\\u{202e}");
    }

    #[test]
    fn two_marks_in_one_line() {
        let found =
            excerpt("one two three", &[Span::new(8, 13), Span::new(0, 3)], Room { columns: 40, label: 0 });
        assert_eq!(found.marks, [8..13, 0..3]);
    }

    #[test]
    fn an_empty_mark_at_the_end_of_the_text() {
        let found = excerpt("one\n", &[Span::new(4, 4)], Room { columns: 40, label: 0 });
        assert_eq!((found.text.as_str(), &found.marks[0]), ("", &(0..0)));
    }

    #[test]
    fn a_line_of_megabytes_costs_no_more_than_its_surroundings() {
        let text = "x ".repeat(8 << 20);
        for _ in 0..1000 {
            excerpt(&text, &[Span::new(9_000_000, 9_000_100)], Room { columns: 100, label: 9 });
        }
    }
}
