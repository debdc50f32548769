//! Which bytes of a text does a passage of its folded form stand for.

use crate::span::Span;

/// A folded text, and where each of its bytes came from.
#[derive(Debug, Default)]
pub(super) struct Key {
    /// The folded text.
    pub(super) text: String,
    runs: Vec<Run>,
    hyphens: Vec<Hyphen>,
}

/// From byte `key` of the folded text on: either letter for letter (`len` is 0), or one cluster of `len` raw bytes.
#[derive(Debug, Clone, Copy)]
struct Run {
    key: u32,
    raw: u32,
    len: u32,
}

/// A hyphen between letters that the folded text leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Hyphen {
    key: u32,
    at_line_end: bool,
}

impl Key {
    /// Adds letters that stand in the raw text as they are, byte for byte.
    pub(super) fn copy(&mut self, raw: usize, letters: &str) {
        self.start_copy(raw);
        self.text.push_str(letters);
    }

    /// Adds letters that stand in the raw text byte for byte, in lower case.
    pub(super) fn copy_lower(&mut self, raw: usize, letters: &str) {
        let from = self.text.len();
        self.copy(raw, letters);
        if let Some(added) = self.text.get_mut(from..) {
            added.make_ascii_lowercase();
        }
    }

    /// Adds what a raw passage folds to; no search hit may begin or end within it.
    pub(super) fn cluster(&mut self, raw: Span, folded: &str) {
        let mut letters = folded.chars();
        let single = letters.next().is_some() && letters.next().is_none();
        if single && folded.len() == raw.len() {
            return self.copy(raw.start, folded);
        }
        if !folded.is_empty() {
            self.runs.push(Run {
                key: narrow(self.text.len()),
                raw: narrow(raw.start),
                len: narrow(raw.len()),
            });
            self.text.push_str(folded);
        }
    }

    /// Notes that a hyphen between letters was left out here.
    pub(super) fn hyphen(&mut self, at_line_end: bool) {
        self.hyphens.push(Hyphen { key: narrow(self.text.len()), at_line_end });
    }

    /// Whether byte `at` of the folded text lies within a cluster.
    fn splits(&self, at: usize) -> bool {
        let Some(index) = self.run_at(at) else { return false };
        let inside = self.runs.get(index).is_some_and(|run| run.len > 0 && (run.key as usize) < at);
        inside && at < self.run_end(index)
    }

    /// The raw bytes that a passage of the folded text stands for.
    pub(super) fn raw(&self, passage: Span) -> Span {
        if passage.is_empty() {
            return Span::default();
        }
        let first = self.run_at(passage.start).and_then(|index| self.runs.get(index));
        let last = self.run_at(passage.end - 1).and_then(|index| self.runs.get(index));
        let start = first.map_or(0, |run| match run.len {
            0 => run.raw as usize + passage.start - run.key as usize,
            _ => run.raw as usize,
        });
        let end = last.map_or(start, |run| match run.len {
            0 => run.raw as usize + passage.end - run.key as usize,
            len => run.raw as usize + len as usize,
        });
        Span::new(start, end)
    }

    /// The first byte of the folded text that stands for raw byte `raw` or for one after it.
    pub(super) fn at_raw(&self, raw: usize) -> usize {
        let index = self.runs.partition_point(|run| run.raw as usize <= raw);
        let Some(run) = index.checked_sub(1).and_then(|index| self.runs.get(index)) else { return 0 };
        let end = self.run_end(index - 1);
        match run.len {
            0 => (run.key as usize + raw - run.raw as usize).min(end),
            _ if run.raw as usize == raw => run.key as usize,
            _ => end,
        }
    }

    /// Whether a passage that reads as the `quoted` bytes of another key really is these: no cluster is parted, and a
    /// hyphen in the middle of a line is answered by one. A hyphen at a line's end need not be.
    pub(super) fn holds(&self, passage: Span, (quote, quoted): (&Self, Span)) -> bool {
        let mine = self.hyphens_in(passage);
        let theirs = quote.hyphens_in(quoted);
        !self.splits(passage.start)
            && !self.splits(passage.end)
            && answered(mine, passage.start, theirs, quoted.start)
            && answered(theirs, quoted.start, mine, passage.start)
    }

    fn hyphens_in(&self, passage: Span) -> &[Hyphen] {
        // A hyphen at the very edge joins the passage to what is outside of it.
        let from = self.hyphens.partition_point(|hyphen| hyphen.key as usize <= passage.start);
        let to = self.hyphens.partition_point(|hyphen| (hyphen.key as usize) < passage.end);
        self.hyphens.get(from..to).unwrap_or_default()
    }

    fn start_copy(&mut self, raw: usize) {
        let here = Run { key: narrow(self.text.len()), raw: narrow(raw), len: 0 };
        let goes_on = self.runs.last().is_some_and(|run| {
            run.len == 0 && here.raw.checked_sub(run.raw) == Some(here.key - run.key) && here.key > run.key
        });
        if !goes_on {
            self.runs.push(here);
        }
    }

    fn run_at(&self, at: usize) -> Option<usize> {
        self.runs.partition_point(|run| run.key as usize <= at).checked_sub(1)
    }

    fn run_end(&self, index: usize) -> usize {
        self.runs.get(index + 1).map_or(self.text.len(), |run| run.key as usize)
    }
}

/// Whether each hyphen of `ones` that stands in the middle of a line has its like among `others`.
fn answered(ones: &[Hyphen], from: usize, others: &[Hyphen], other_from: usize) -> bool {
    ones.iter().filter(|hyphen| !hyphen.at_line_end).all(|hyphen| {
        let place = hyphen.key as usize - from + other_from;
        others.binary_search_by_key(&place, |other| other.key as usize).is_ok()
    })
}

/// Texts are at most 16 MiB; offsets of longer ones would be wrong, not unsafe.
fn narrow(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}
