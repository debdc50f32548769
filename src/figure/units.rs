//! Which unit is written right after a number.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::measure::Unit;
use super::money;
use super::token::Tokens;
use super::unit_table::TABLE;

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
static INDEX: LazyLock<BTreeMap<String, Vec<Row>>> = LazyLock::new(|| {
    let mut index: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    for (dimension, name, factor, spellings) in TABLE {
        let unit = Unit { dimension: *dimension, name, nation: "", factor: *factor };
        for spelling in spellings.split('|') {
            let (rule, phrase) = match spelling.split_at_checked(1) {
                Some(("=", phrase)) => (Rule::Glued, phrase),
                Some(("?", phrase)) => (Rule::Last, phrase),
                _ => (Rule::Anywhere, spelling),
            };
            let first = phrase.split(' ').next().unwrap_or_default();
            index.entry(first.to_lowercase()).or_default().push(Row { phrase, rule, unit });
        }
    }
    for rows in index.values_mut() {
        rows.sort_by_key(|row| std::cmp::Reverse(row.phrase.len()));
    }
    index
});
