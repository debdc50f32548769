//! Where does this stand: bytes, line, column.

/// A range of bytes in one text: `start` inside, `end` outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The range from `start` up to, not including, `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// How many bytes it covers.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it covers no byte.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub const fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same range counted from `offset` bytes earlier.
    #[must_use]
    pub const fn shifted(self, offset: usize) -> Self {
        Self { start: self.start + offset, end: self.end + offset }
    }

    /// The words of `text` that stand here; empty if the range is not within `text`.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// A line and a column for people: both count from one, columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The line, from one.
    pub line: usize,
    /// The character within the line, from one.
    pub column: usize,
}

impl Place {
    /// The place of byte `offset` in `text`. For many look-ups in one text, use [`Lines`].
    #[must_use]
    pub fn of(text: &str, offset: usize) -> Self {
        Lines::new(text).place(text, offset)
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}:{}", self.line, self.column)
    }
}

/// Where each line of a text starts, for look-ups in logarithmic time, however long the lines.
#[derive(Debug, Clone)]
pub struct Lines {
    starts: Vec<usize>,
    /// How many characters begin before each stretch of the text.
    marks: Vec<usize>,
}

/// How many bytes a stretch has whose characters are counted beforehand.
const STRETCH: usize = 1024;

impl Lines {
    /// Reads `text` once.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect();
        let mut before = 0;
        let marks = text.as_bytes().chunks(STRETCH).map(|stretch| {
            let mark = before;
            before += characters(stretch);
            mark
        });
        Self { starts, marks: marks.collect() }
    }

    /// The place of byte `offset` in the `text` that these lines were read from.
    #[must_use]
    pub fn place(&self, text: &str, offset: usize) -> Place {
        let offset = floor_char_boundary(text, offset);
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        Place { line, column: self.between(text, start, offset) + 1 }
    }

    /// How many characters stand from byte `start` to byte `end`.
    fn between(&self, text: &str, start: usize, end: usize) -> usize {
        let count = |from: usize, to: usize| characters(text.as_bytes().get(from..to).unwrap_or_default());
        let mark = |offset: usize| self.marks.get(offset / STRETCH);
        match (mark(start), mark(end)) {
            (Some(first), Some(last)) if end - start > STRETCH => {
                let to_start = count(start - start % STRETCH, start);
                last + count(end - end % STRETCH, end) - first - to_start
            }
            _ if end - start > STRETCH => self.between(text, start, end - 1) + count(end - 1, end),
            _ => count(start, end),
        }
    }
}

/// How many characters begin in `bytes`.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| !matches!(byte, 0x80..=0xBF)).count()
}

/// Which of the project's files: its index in [`Files`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct FileId(pub usize);

/// A range of bytes in one of the project's files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Spot {
    /// The file.
    pub file: FileId,
    /// The bytes in it.
    pub span: Span,
}

/// One text that was read from the project, with the path that messages print.
#[derive(Debug, Clone)]
pub struct File {
    /// The path relative to the project, with forward slashes.
    pub path: String,
    /// The whole text.
    pub text: String,
    lines: Lines,
}

impl File {
    /// Line and column of byte `offset`.
    #[must_use]
    pub fn place(&self, offset: usize) -> Place {
        self.lines.place(&self.text, offset)
    }
}

/// Every text that was read, in the order of reading: what a [`Spot`] points into.
#[derive(Debug, Clone, Default)]
pub struct Files(Vec<File>);

impl Files {
    /// Takes in one more text.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> FileId {
        let text = text.into();
        self.0.push(File { path: path.into(), lines: Lines::new(&text), text });
        FileId(self.0.len() - 1)
    }

    /// The file of that identity; none if it came from another project.
    #[must_use]
    pub fn get(&self, id: FileId) -> Option<&File> {
        self.0.get(id.0)
    }

    /// The words that stand at `spot`.
    #[must_use]
    pub fn words(&self, spot: Spot) -> &str {
        self.get(spot.file).map(|file| spot.span.of(&file.text)).unwrap_or_default()
    }

    /// `path:line:column` of the start of `spot`.
    #[must_use]
    pub fn place(&self, spot: Spot) -> String {
        self.get(spot.file)
            .map_or_else(String::new, |file| format!("{}:{}", file.path, file.place(spot.span.start)))
    }

    /// All files in the order of reading.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &File)> {
        self.0.iter().enumerate().map(|(at, file)| (FileId(at), file))
    }
}

/// The nearest byte at or before `offset` where a character of `text` starts.
#[must_use]
pub fn floor_char_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let text = "one\nдва три";
        let offset = text.find("три").unwrap();
        assert_eq!(Place::of(text, offset), Place { line: 2, column: 5 });
    }

    #[test]
    fn columns_of_a_long_line_are_counted_as_those_of_a_short_one() {
        let text = format!("one\n{}\nend", "aé–😀 ".repeat(STRETCH));
        let (text, lines) = (text.as_str(), Lines::new(&text));
        for (column, (offset, _)) in text[4..].char_indices().enumerate().take(5 * STRETCH) {
            assert_eq!(lines.place(text, 4 + offset), Place { line: 2, column: column + 1 });
        }
        let whole = "x".repeat(2 * STRETCH);
        assert_eq!(Place::of(&whole, whole.len()), Place { line: 1, column: whole.len() + 1 });
    }

    #[test]
    fn an_offset_past_the_end_is_the_end() {
        assert_eq!(Place::of("ab", 9), Place { line: 1, column: 3 });
        assert_eq!(Span::new(1, 9).of("ab"), "");
    }

    #[test]
    fn an_offset_inside_a_character_is_its_start() {
        assert_eq!(Place::of("é!", 1), Place { line: 1, column: 1 });
    }
}
