//! How do templates see the chronology?

use schemars::JsonSchema;
use serde::Serialize;

use super::figures::Tick;
use super::{Cite, Day};

/// What happened when.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct Chronology {
    /// The rows in order.
    pub rows: Vec<Row>,
    /// The drawing; none with fewer than two datable rows.
    pub drawing: Option<Drawing>,
}

/// One dated row.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Row {
    /// Its letter in the drawing: `a`, `b`, … `aa`.
    pub key: String,
    /// The fact's id.
    pub fact: String,
    /// When.
    pub date: Day,
    /// `day`, `one day between`, `span`, `month`, `year`, `open` and so on.
    pub precision: String,
    /// What the date is of: `event`, `figure`, `statement`, `role` or `background`.
    pub sort: String,
    /// What happened: the claim.
    pub what: String,
    /// How the date is known: the source's own words, or the reason.
    pub basis: String,
    /// Whether `basis` is the source's own words.
    pub basis_verbatim: bool,
    /// The same in print: `“on Monday”`, `of the statement: “on Monday”`, `of the figure: reported 6 July 2021`; may be
    /// empty.
    pub known: String,
    /// Remarks: a conflict of dates, the order within the day.
    pub remarks: Vec<String>,
    /// Whether it lies after the as-of date.
    pub ahead: bool,
    /// The cites that prove it.
    pub cites: Vec<Cite>,
    /// The id of the difference between sources; empty if there is none.
    pub differs: String,
}

/// The time line. Positions are parts of a thousand of its length.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Drawing {
    /// The labelled days.
    pub ticks: Vec<Tick>,
    /// The rows as drawn.
    pub marks: Vec<TimeMark>,
    /// How many lanes of spans stand above the days.
    pub span_lanes: usize,
    /// How many days stand above each other at most.
    pub day_lanes: usize,
    /// The drawing in words, for those who do not see it.
    pub alt: String,
}

/// A row as drawn.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TimeMark {
    /// The row's letter.
    pub key: String,
    /// `day`, `span` (all through) or `somewhen` (one day in it).
    pub kind: String,
    /// Where it begins.
    pub from: u32,
    /// Where it ends.
    pub to: u32,
    /// Whether it began before the drawing.
    pub open_from: bool,
    /// Whether it ends after the drawing.
    pub open_to: bool,
    /// Its lane, from 0 at the axis for days, from 0 at the top for the rest.
    pub lane: usize,
}
