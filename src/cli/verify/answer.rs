//! What came out of a verification, line by line.

use crate::cli::FINDINGS;
use crate::disk::shown;

/// What was found, in the order in which it was looked for.
#[derive(Debug, Default)]
pub(super) struct Answer {
    lines: Vec<(&'static str, String)>,
    fails: usize,
    /// Whether the file itself was held against a digest of its bytes.
    proved: bool,
}

impl Answer {
    /// The file, or the edition, has the bytes that it had when it was made.
    pub(super) fn unchanged(&mut self, words: impl Into<String>) {
        self.proved = true;
        self.holds(words);
    }

    /// Something holds.
    pub(super) fn holds(&mut self, words: impl Into<String>) {
        self.lines.push(("ok", words.into()));
    }

    /// Something does not hold.
    pub(super) fn fails(&mut self, words: impl Into<String>) {
        self.fails += 1;
        self.lines.push(("FAILED", words.into()));
    }

    /// More about the line before.
    pub(super) fn more(&mut self, words: impl Into<String>) {
        self.lines.push(("", words.into()));
    }

    /// What it was made from, or by.
    pub(super) fn made(&mut self, words: impl Into<String>) {
        self.lines.push(("made", words.into()));
    }

    /// What is left open.
    pub(super) fn open(&mut self, words: impl Into<String>) {
        self.lines.push(("open", words.into()));
    }

    /// The exit code.
    pub(super) fn code(&self) -> u8 {
        if self.fails == 0 && self.proved { 0 } else { FINDINGS }
    }

    /// The lines, and the verdict.
    pub(super) fn text(&self) -> String {
        let lines = self.lines.iter().map(|(mark, words)| format!("{mark:7} {}\n", shown(words)));
        let mut text: String = lines.collect();
        text.push_str(match (self.fails, self.proved) {
            (0, true) => "verified\n",
            (0, false) => "not proved: nothing here is wrong, and nothing shows that the file is unchanged\n",
            _ => "not verified\n",
        });
        text
    }
}
