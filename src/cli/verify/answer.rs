//! What came out of a verification, line by line.

use crate::cli::FINDINGS;
use crate::disk::shown;

/// The most bytes that are printed, but for the verdict.
const LONGEST: usize = 60 << 10;

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

    /// The lines, as many as anyone would read, and the verdict.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for (at, (mark, words)) in self.lines.iter().enumerate() {
            let line = format!("{mark:7} {}\n", shown(words));
            if text.len() + line.len() > LONGEST {
                text.push_str(&format!("        and {} more lines\n", self.lines.len() - at));
                break;
            }
            text.push_str(&line);
        }
        text.push_str(match (self.fails, self.proved) {
            (0, true) => "verified\n",
            (0, false) => "not proved: nothing here is wrong, and nothing shows that the file is unchanged\n",
            _ => "not verified\n",
        });
        text
    }
}
