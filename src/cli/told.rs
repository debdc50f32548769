//! For whom is an answer told: for people or for programs?

use clap::ValueEnum;

/// How an answer is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Told {
    /// For people
    Text,
    /// For programs
    Json,
}
