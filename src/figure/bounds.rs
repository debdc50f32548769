//! What do the words around a number make of it: more than, at least, up to, nearly, about, or so.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::number::number;
use super::token::Tokens;
use super::value::Form;

/// How a figure's words bound its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bound {
    /// The number itself.
    Exact,
    /// About, around, some, roughly: a tenth more or less.
    About,
    /// More than, over, above.
    MoreThan,
    /// At least, no fewer than, or more.
    AtLeast,
    /// Up to, at most, no more than, as many as.
    UpTo,
    /// Less than, fewer than, under.
    LessThan,
    /// Nearly, almost, just under: at most a tenth less.
    Nearly,
    /// Just over: at most a tenth more.
    JustOver,
    /// Between two numbers.
    Between,
    /// Dozens, hundreds: at least two of them.
    Plural,
}

/// The bound that ends right before token `i`, and its first token.
pub(super) fn before(t: &Tokens, i: usize) -> Option<(Bound, usize)> {
    let end = skip_fillers(t, i);
    let (bound, start) = phrase_before(t, end)?;
    // "more than about 20", "only about 20": the outer word says more.
    match (bound, phrase_before(t, skip_fillers(t, start))) {
        (Bound::About, Some((outer, start))) => Some((outer, start)),
        _ => Some((bound, start)),
    }
}

/// The bound that starts at token `i`, after the number, and the token after it.
pub(super) fn after(t: &Tokens, i: usize) -> Option<(Bound, usize)> {
    if t.mark(i) == Some('+') && t.glued(i) && t.digits(i + 1).is_none() {
        return Some((Bound::AtLeast, i + 1));
    }
    let hyphen = usize::from(t.mark(i) == Some('-'));
    if t.word(i + hyphen).is_empty() {
        return None;
    }
    let (bound, end) = AFTER.iter().find_map(|(bound, phrases)| {
        let len = phrases.split('|').find_map(|phrase| t.phrase(i + hyphen, phrase))?;
        Some((*bound, i + hyphen + len))
    })?;
    let only_hyphened = t.any(i + hyphen, &["odd", "ish", "plus"]) && hyphen == 0 && !t.is(i, "plus");
    // "5000 or less than 6000", "20, at least 5 of them": the words belong to the next number.
    let next = end + usize::from(t.is(end, "than"));
    let another = t.digits(next).is_some() || number(t, next).is_some_and(|number| number.form != Form::Few);
    (!only_hyphened && !another).then_some((bound, next))
}

/// Steps back over words that neither bound nor count: "more than *an additional* 20,000".
fn skip_fillers(t: &Tokens, i: usize) -> usize {
    #[rustfmt::skip]
    const FILLERS: [&str; 12] = [
        "additional", "further", "extra", "total", "combined", "reported", "record", "whopping", "the", "a",
        "an", "another",
    ];
    let mut at = i;
    while i - at < 3 && at > 0 && t.any(at - 1, &FILLERS) {
        at -= 1;
    }
    at
}

fn phrase_before(t: &Tokens, end: usize) -> Option<(Bound, usize)> {
    let last = t.get(end.checked_sub(1)?)?.span.of(t.text);
    if last.len() > 16 {
        return None;
    }
    let rows = BEFORE.get(last.to_lowercase().as_str())?;
    rows.iter().find_map(|(bound, phrase)| t.phrase_before(end, phrase).map(|start| (*bound, start)))
}

/// Last word to the phrases that end with it, longest first.
static BEFORE: LazyLock<BTreeMap<&'static str, Vec<(Bound, &'static str)>>> = LazyLock::new(|| {
    let mut index: BTreeMap<&'static str, Vec<(Bound, &'static str)>> = BTreeMap::new();
    for (bound, phrases) in PHRASES {
        for phrase in phrases.split('|') {
            let last = phrase.rsplit(' ').next().unwrap_or_default();
            index.entry(last).or_default().push((*bound, phrase));
        }
    }
    for rows in index.values_mut() {
        rows.sort_by_key(|(_, phrase)| std::cmp::Reverse(phrase.split(' ').count()));
    }
    index
});

#[rustfmt::skip]
const PHRASES: &[(Bound, &str)] = &[
    (Bound::MoreThan, "more than|over|above|greater than|larger than|bigger than|higher than|longer than|\
     older than|taller than|heavier than|in excess of|exceeding|exceeds|exceeded|exceed|\
     upwards of|upward of|beyond|surpassing|surpassed|topping|topped|well over|well above|\
     far more than|many more than|much more than|not just|>"),
    (Bound::AtLeast, "at least|no fewer than|no less than|not less than|not fewer than|minimum of|at minimum|\
     at the least|at the very least|greater than or equal to|more than or equal to|\
     bigger than or equal to|greater or equal to|bigger or equal than|greater or equal than|\
     more or equal than|equal to or more than|equal to or greater than|> =|≥|⩾"),
    (Bound::UpTo, "up to|at most|at the most|no more than|not more than|as many as|as much as|maximum of|\
     not exceeding|no greater than|no higher than|no larger than|not over|\
     less than or equal to|smaller than or equal to|fewer than or equal to|less or equal to|\
     smaller or equal than|less or equal than|equal to or less than|< =|≤|⩽|as high as|\
     as long as|as far as|as large as|within|not above|or up to"),
    (Bound::LessThan, "less than|fewer than|under|below|lower than|smaller than|younger than|shorter than|\
     lighter than|well under|well below|far fewer than|far less than|much less than|short of|\
     <"),
    (Bound::Nearly, "nearly|almost|just under|just below|just short of|approaching|nearing|not quite|\
     little less than|slightly less than|slightly fewer than|slightly under|slightly below|\
     a little under|a little less than|close on|best part of|just less than|just fewer than|\
     a bit less than|a bit under|a shade under|very nearly|practically"),
    (Bound::JustOver, "just over|just above|just more than|slightly more than|slightly over|slightly above|\
     a little over|a little more than|little more than|a bit more than|a bit over|\
     a shade over"),
    (Bound::About, "about|around|some|roughly|approximately|aproximately|approx|approx .|circa|ca|ca .|c .|\
     estimated|estimated at|estimates|in the region of|in the order of|on the order of|\
     of the order of|in the neighbourhood of|in the neighborhood of|somewhere around|\
     somewhere near|close to|something like|~|≈|∼"),
    (Bound::Exact, "exactly|precisely|as few as|as little as|equal to"),
];

#[rustfmt::skip]
const AFTER: &[(Bound, &str)] = &[
    (Bound::AtLeast, "or more|and more|or greater|or higher|or above|or over|or longer|or older|or larger|\
     or bigger|and above|and over|and up|and upwards|or upwards|upwards|and counting|plus|\
     at least|at a minimum|at the least"),
    (Bound::UpTo, "or less|or fewer|or below|or under|or lower|or younger|or smaller|or shorter|and under|\
     and below|at most|at the most|at a maximum"),
    (Bound::About, "or so|or thereabouts|more or less|give or take|odd|ish|or about|approximately"),
];
