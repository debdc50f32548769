//! What a finding looks like: its message, the marked words in their files, its help.

use super::excerpt::{Excerpt, Room, excerpt};
use super::sheet::{Sheet, plural};
use super::{HELP, LABEL, MESSAGE, SEEN, printable};
use crate::finding::{Finding, Mark, Severity};
use crate::span::{Span, floor_char_boundary};
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

/// Stands for an address until the picture is drawn: cutting and escaping a line moves its columns, and the
/// drawing would print the moved ones. Private use is never shown, so no input can hold it here.
const ADDRESS: char = '\u{f8ff}';
/// The most lines of one mark that are drawn.
const LINES: usize = 6;
/// The most bytes of a mark in which its end of line is looked for.
const REACH: usize = 16 * 1024;

/// Draws one finding.
pub(super) fn picture(sheet: &Sheet<'_>, finding: &Finding, look: super::Look) -> String {
    let pieces = pieces(sheet, finding);
    let digits = pieces.iter().map(|piece| piece.last_line(sheet).to_string().len()).max().unwrap_or(1);
    let columns = look.width.saturating_sub(digits + " | ".len());
    let mut group = level(finding.severity)
        .primary_title(printable::line(&finding.message, MESSAGE))
        .id(finding.check)
        .elements(pieces.iter().map(|piece| piece.drawn(sheet, columns)));
    if finding.seen.len() > SEEN {
        let more = format!("and {}", plural(finding.seen.len() - SEEN, "more place"));
        group = group.element(Level::NOTE.message(more));
    }
    if !finding.help.trim().is_empty() {
        group = group.element(Level::HELP.message(printable::line(&finding.help, HELP)));
    }
    let addresses = pieces.iter().map(|piece| sheet.address(piece.first()));
    addressed(&rendered(group, look), addresses)
}

/// Marks that are drawn together, because they stand near each other in one line.
struct Piece<'a> {
    text: &'a str,
    at: &'a Mark,
    kind: AnnotationKind,
    others: Vec<&'a Mark>,
}

impl<'a> Piece<'a> {
    fn marks(&self) -> impl Iterator<Item = (&'a Mark, AnnotationKind)> {
        let others = self.others.iter().map(|mark| (*mark, AnnotationKind::Context));
        std::iter::once((self.at, self.kind)).chain(others)
    }

    /// The mark whose address stands above.
    fn first(&self) -> &'a Mark {
        let by_place = |mark: &&Mark| mark.spot;
        if matches!(self.kind, AnnotationKind::Primary) {
            self.at
        } else {
            self.others.iter().copied().chain([self.at]).min_by_key(by_place).unwrap_or(self.at)
        }
    }

    fn last_line(&self, sheet: &Sheet<'_>) -> usize {
        let (start, end) = sheet.ends(self.at.spot);
        end.line.min(start.line + LINES)
    }

    /// Whether `mark` stands in the same line, near enough for one picture.
    fn takes(&self, mark: &Mark) -> bool {
        if self.at.spot.file != mark.spot.file {
            return false;
        }
        let spans = self.marks().map(|(mark, _)| mark.spot.span).chain([mark.spot.span]);
        let both = spans.reduce(|one, other| Span::new(one.start.min(other.start), one.end.max(other.end)));
        both.is_some_and(|both| both.len() < 100 && !both.of(self.text).contains('\n'))
    }

    fn drawn(&self, sheet: &Sheet<'_>, columns: usize) -> Snippet<'a, Annotation<'a>> {
        let (start, end) = sheet.ends(self.at.spot);
        let lines = lines(self.text, self.at.spot.span);
        if lines.len() < 2 || !self.others.is_empty() {
            return self.in_one_line(columns, start.line);
        }
        let all = end.line + usize::from(end.column > 1) - start.line;
        let label = printable::line(&self.at.label, LABEL);
        let label = match all.saturating_sub(lines.len()) {
            more if more > 0 && lines.len() == LINES => {
                format!("{label} (and {})", plural(more, "more line"))
            }
            _ => label,
        };
        let (source, annotations) = self.in_lines(&lines, columns, label.trim());
        snippet(source, start.line, annotations)
    }

    /// A mark over several lines is drawn under each, since a bracket beside them shows no words.
    fn in_lines(&self, lines: &[Span], columns: usize, label: &str) -> (String, Vec<Annotation<'a>>) {
        let room = Room { columns, label: label.chars().count() + 1 };
        let mut source = String::new();
        let mut annotations = Vec::new();
        for (at, span) in lines.iter().enumerate() {
            let line = excerpt(self.text, &[*span], room);
            let label = if at + 1 == lines.len() { label } else { "" };
            if let (Some(marked), false) = (line.marks.first(), span.is_empty()) {
                let marked = marked.start + source.len()..marked.end + source.len();
                annotations.push(self.kind.span(marked).label(some(label.to_owned())));
            }
            source.push_str(&line.text);
            source.push('\n');
        }
        (source, annotations)
    }

    fn in_one_line(&self, columns: usize, start: usize) -> Snippet<'a, Annotation<'a>> {
        let (spans, kinds): (Vec<_>, Vec<_>) =
            self.marks().map(|(mark, kind)| (mark.spot.span, kind)).unzip();
        let spans: Vec<_> = spans.into_iter().map(|span| within_line(self.text, span)).collect();
        let labels: Vec<_> = self.marks().map(|(mark, _)| printable::line(&mark.label, LABEL)).collect();
        let label = labels.iter().map(|label| label.chars().count() + 1).max().unwrap_or(0);
        let Excerpt { text, marks } = excerpt(self.text, &spans, Room { columns, label });
        let marks = marks.into_iter().zip(kinds).zip(labels);
        let annotations = marks.map(|((marked, kind), label)| kind.span(marked).label(some(label)));
        snippet(text, start, annotations.collect())
    }
}

/// The marks of a finding, the one to be changed first.
fn pieces<'a>(sheet: &Sheet<'a>, finding: &'a Finding) -> Vec<Piece<'a>> {
    let mut pieces: Vec<Piece<'a>> = Vec::new();
    let kinds = std::iter::once(AnnotationKind::Primary).chain(std::iter::repeat(AnnotationKind::Context));
    for (mark, kind) in std::iter::once(&finding.at).chain(&finding.seen).take(1 + SEEN).zip(kinds) {
        let Some(file) = sheet.file(mark) else { continue };
        if let Some(near) = pieces.iter_mut().find(|piece| piece.takes(mark)) {
            near.others.push(mark);
        } else {
            pieces.push(Piece { text: &file.text, at: mark, kind, others: Vec::new() });
        }
    }
    pieces
}

/// The words of `span`, line by line, without the white space at which lines begin and end.
fn lines(text: &str, span: Span) -> Vec<Span> {
    let end = floor_char_boundary(text, span.end);
    let mut from = floor_char_boundary(text, span.start);
    let mut lines = Vec::new();
    while from < end && lines.len() < LINES {
        let near = Span::new(from, floor_char_boundary(text, end.min(from + REACH))).of(text);
        let stop = near.find('\n').map_or(end, |at| from + at);
        lines.push(trimmed(text, Span::new(from, stop)));
        from = stop.saturating_add(1);
    }
    // Blank lines at the end have nothing to underline.
    let words = lines.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1);
    lines.truncate(words);
    lines
}

/// A line of more than [`REACH`] bytes is not searched to its end, and what is cut of it cannot be trimmed.
fn trimmed(text: &str, span: Span) -> Span {
    if span.len() > REACH {
        return span;
    }
    let words = span.of(text);
    let start = span.start + (words.len() - words.trim_start().len());
    Span::new(start, start + words.trim().len())
}

/// A span of one line within the bounds of the text, without the line break that it may end with.
fn within_line(text: &str, span: Span) -> Span {
    let start = floor_char_boundary(text, span.start);
    let end = floor_char_boundary(text, span.end).max(start);
    let words = Span::new(start, end).of(text);
    let near = words.get(..floor_char_boundary(words, REACH)).unwrap_or_default();
    Span::new(start, near.find('\n').map_or(end, |at| start + at))
}

fn snippet<'a>(source: String, start: usize, marks: Vec<Annotation<'a>>) -> Snippet<'a, Annotation<'a>> {
    Snippet::source(source).path(ADDRESS.to_string()).line_start(start).annotations(marks)
}

fn rendered(group: Group<'_>, look: super::Look) -> String {
    let renderer = if look.colour { Renderer::styled() } else { Renderer::plain() };
    // The lines are cut already; cut once more they would lose words beside the mark.
    renderer.term_width(usize::from(u16::MAX)).render(&[group])
}

/// Puts the true addresses in the place of what was drawn for them.
fn addressed(drawn: &str, mut addresses: impl Iterator<Item = String>) -> String {
    let mut parts = drawn.split(ADDRESS);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(&addresses.next().unwrap_or_default());
        out.push_str(part.trim_start_matches(|drawn: char| drawn == ':' || drawn.is_ascii_digit()));
    }
    out.push('\n');
    out
}

const fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    }
}

fn some(label: String) -> Option<String> {
    if label.is_empty() { None } else { Some(label) }
}
