//! How is a figure written so that every spelling of it reads the same.

use std::fmt::Write;

use super::{Bound, Figure};

impl Figure {
    /// One line for one meaning: `>1000 afghan troops`, `~6000 russian troops`, `20..30 %`, `<=70 %`.
    #[must_use]
    pub fn canonical(&self) -> String {
        let sign = match self.bound {
            Bound::Exact => "",
            Bound::Between if self.approx => "~",
            Bound::Between => "",
            Bound::About => "~",
            Bound::MoreThan => ">",
            Bound::AtLeast => ">=",
            Bound::UpTo => "<=",
            Bound::LessThan => "<",
            Bound::Nearly => "~<",
            Bound::JustOver => "~>",
            Bound::Plural => "~>=",
        };
        let mut line = format!("{sign}{}", self.written.value);
        // Writing to a string cannot fail.
        let _ = self.upper.map_or(Ok(()), |upper| write!(line, "..{}", upper.value));
        let unit = self.unit.iter().flat_map(|unit| [unit.nation, unit.name]).filter(|word| !word.is_empty());
        for word in unit.chain(self.noun.iter().map(|noun| noun.words.as_str())) {
            line.push(' ');
            line.push_str(word);
        }
        line
    }
}
