//! In what is a figure measured, and how do units convert.

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
    /// Degrees of heat; between Celsius and Fahrenheit, whose zeros differ, only whole temperatures convert.
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
            (Dimension::Money, Dimension::Money) => same_currency(self, other),
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

/// Whether a claim only says whose money it is, where the source leaves that to its readers: "A$5m" for "$5m".
pub(super) fn named_currency(claim: Unit, source: Unit) -> bool {
    claim.dimension == Dimension::Money && claim.name == source.name && source.nation.is_empty()
}

/// Metres, which "m" means unless a million is meant.
pub(super) const METRE: Unit = Unit { dimension: Dimension::Length, name: "m", nation: "", factor: 1.0 };

/// Whether two currencies are the same money.
fn same_currency(one: Unit, other: Unit) -> bool {
    let cents = |one: Unit, other: Unit| one.name == "cent" && DECIMAL.contains(&other.name);
    let family = one.name == other.name || cents(one, other) || cents(other, one);
    // A bare "$" in print is the American one, unless the text says whose; "francs" are whoever's the story is about.
    let bare = one.nation.is_empty() || other.nation.is_empty();
    let home = |unit: Unit| matches!(unit.nation, "" | "us" | "uk") || !NATIONAL.contains(&unit.name);
    family && (one.nation == other.nation || (bare && home(one) && home(other)))
}

/// Currencies of a hundred cents.
const DECIMAL: [&str; 6] = ["dollar", "franc", "euro", "rand", "shilling", "cent"];

/// Currencies whose name alone means one nation's unless told otherwise.
const NATIONAL: [&str; 2] = ["dollar", "pound"];

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
