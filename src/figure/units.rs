//! In what is a figure measured, and how do units convert.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::money;
use super::token::Tokens;
use super::unit_table::TABLE;

/// What a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    /// Money; currencies never convert.
    Money,
    /// Parts of a hundred.
    Percent,
    /// The difference of two percentages.
    PercentagePoint,
    /// Distance, in metres.
    Length,
    /// In square metres.
    Area,
    /// In litres.
    Volume,
    /// In kilograms.
    Mass,
    /// From seconds to weeks, in seconds.
    Duration,
    /// Months to centuries, in months; their days vary, so they never convert to weeks.
    Calendar,
    /// In metres a second.
    Speed,
    /// Degrees of heat; scales with different zeros never convert.
    Temperature,
    /// Degrees of an angle or of latitude.
    Angle,
    /// Bits, watts, joules, volts … each converts only into its own multiples.
    Other,
}

/// A unit as it was written; two spellings of one unit are equal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    /// What it measures.
    pub dimension: Dimension,
    /// Its symbol or, for money, the currency: `km`, `%`, `dollar`.
    pub name: &'static str,
    /// Whose currency, where it was said: `us` of "US$"; else empty.
    pub nation: &'static str,
    /// How many of the dimension's base units it is worth.
    pub(super) factor: f64,
}

impl Unit {
    /// How many of `other` one of this is worth; none if the two measure different things.
    #[must_use]
    pub fn in_terms_of(self, other: Self) -> Option<f64> {
        let kin = match (self.dimension, other.dimension) {
            (Dimension::Money, Dimension::Money) => money::same_currency(self, other),
            (Dimension::Mass, Dimension::Money) | (Dimension::Money, Dimension::Mass) => {
                pound(self) && pound(other)
            }
            (Dimension::Temperature | Dimension::Angle, _) => self.name == other.name || degree(self, other),
            (Dimension::Other, Dimension::Other) => family(self.name) == family(other.name),
            (one, another) => one == another,
        };
        if pound(self) && pound(other) {
            return kin.then_some(1.0);
        }
        kin.then(|| self.factor / other.factor)
    }
}

/// Whether it may be the pound of the scales or of the purse; the word alone doesn't tell.
fn pound(unit: Unit) -> bool {
    (unit.dimension == Dimension::Mass && unit.name == "lb")
        || (unit.dimension == Dimension::Money && unit.name == "pound" && unit.factor == 1.0)
}

/// Plain "degrees" go with any scale.
fn degree(one: Unit, other: Unit) -> bool {
    (one.name == "°" && other.dimension == Dimension::Temperature)
        || (other.name == "°" && one.dimension == Dimension::Temperature)
}

/// The root that multiples share: "W" of "kW" and "MW".
fn family(name: &str) -> &str {
    name.trim_start_matches(['k', 'M', 'G', 'T', 'P'])
}

/// The unit written at token `i` (right after a number), and the token after it.
pub(super) fn after(t: &Tokens, i: usize) -> Option<(Unit, usize)> {
    let bracket = usize::from(t.mark(i) == Some('['));
    let hyphen = usize::from(matches!(t.mark(i), Some('-' | '\u{2010}' | '\u{2011}')));
    let from = i + bracket.max(hyphen);
    let (unit, end) = written(t, from).or_else(|| money::after(t, from))?;
    let closed = usize::from(bracket == 1 && t.mark(end) == Some(']'));
    Some((unit, end + closed))
}

/// A unit of measure at token `i`.
fn written(t: &Tokens, i: usize) -> Option<(Unit, usize)> {
    let first = t.get(i)?.span.of(t.text);
    if first.len() > 16 {
        return None;
    }
    let rows = INDEX.get(first.to_lowercase().as_str())?;
    rows.iter().find_map(|row| {
        let end = i + t.phrase(i, row.phrase)?;
        // "5g" are grams and "5G" is a network; "5 in" are inches only if nothing is in anything.
        let fits = match row.rule {
            Rule::Anywhere => true,
            Rule::Glued => t.glued(i) && first == row.phrase,
            Rule::Last => {
                t.glued(i) || t.word(end).is_empty() || t.any(end, &["more", "long", "tall", "wide"])
            }
        };
        (fits && row.last_letters(t, end)).then_some((row.unit, end))
    })
}

/// When an abbreviation counts as a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rule {
    Anywhere,
    /// `=`: only right behind the digits, letter for letter.
    Glued,
    /// `?`: only where no word follows that it could govern.
    Last,
}

struct Row {
    phrase: &'static str,
    rule: Rule,
    unit: Unit,
}

impl Row {
    /// A one-letter unit must not be the start of "5k-run" or "3G".
    fn last_letters(&self, t: &Tokens, end: usize) -> bool {
        self.phrase.len() > 2 || !(t.glued(end) && t.digits(end).is_some())
    }
}

/// First word, in lower case, to the rows that start with it, longest phrase first.
static INDEX: LazyLock<BTreeMap<&'static str, Vec<Row>>> = LazyLock::new(|| {
    let mut index: BTreeMap<&'static str, Vec<Row>> = BTreeMap::new();
    for (dimension, name, factor, spellings) in TABLE {
        let unit = Unit { dimension: *dimension, name, nation: "", factor: *factor };
        for spelling in spellings.split('|') {
            let (rule, phrase) = match spelling.split_at_checked(1) {
                Some(("=", phrase)) => (Rule::Glued, phrase),
                Some(("?", phrase)) => (Rule::Last, phrase),
                _ => (Rule::Anywhere, spelling),
            };
            let first = phrase.split(' ').next().unwrap_or_default();
            index.entry(first).or_default().push(Row { phrase, rule, unit });
        }
    }
    for rows in index.values_mut() {
        rows.sort_by_key(|row| std::cmp::Reverse(row.phrase.len()));
    }
    index
});

/// Metres, which "m" means unless a million is meant.
pub(super) const METRE: Unit = Unit { dimension: Dimension::Length, name: "m", nation: "", factor: 1.0 };
