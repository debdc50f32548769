//! How well can a source's figure bear out a claim's figure.

/// How a source's figure bears a claim's figure out, from best to worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Support {
    /// The same number, bounded as in the source or more cautiously.
    Equal,
    /// The same amount in another unit.
    EqualAfterConversion,
    /// The source's number rounded to the claim's last digit.
    Rounded {
        /// Whether the claim lacks words that say so, such as "about".
        bare: bool,
    },
    /// The source says "about" or "more than", the claim doesn't.
    QualifierDropped,
    /// The source says "nearly", the claim "more than".
    QualifierTurned,
    /// The same number of something else.
    OtherNoun,
    /// The same number in a unit that makes another amount of it.
    Unit,
    /// Another number.
    Absent,
}

impl Support {
    /// Whether the source says what the claim says, if need be rounded with a hedge.
    #[must_use]
    pub const fn holds(self) -> bool {
        matches!(self, Self::Equal | Self::EqualAfterConversion | Self::Rounded { bare: false })
    }
}
