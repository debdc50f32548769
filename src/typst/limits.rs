//! What may a program use?

use std::time::Duration;

/// What a program may use.
#[derive(Clone, Copy)]
pub(super) struct Limits {
    /// How long it may take.
    pub(super) time: Duration,
    /// The most bytes of its output.
    pub(super) output: usize,
    /// The most bytes of its messages that are kept.
    pub(super) messages: usize,
    /// The most bytes of memory, where the system can bound it.
    pub(super) memory: Option<u64>,
}
