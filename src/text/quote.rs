//! Where does a quotation stand in a text, whatever its line breaks.

use super::beside::{self, Beside, Fit};
use super::flags::flags;
use super::fold::{self, Fold};
use super::hits::hits;
use super::letter::{is_double_quote, is_single_quote};
use super::{Flag, Located, Searchable, Selector, Status, Tier};
use super::{edge, edited, sentence};
use crate::span::Span;

const TIERS: [Tier; 5] = [Tier::Exact, Tier::Typography, Tier::Case, Tier::Hyphenation, Tier::Markup];

impl Searchable<'_> {
    /// Where a quotation stands, strictest tier first; its spans count bytes of the text.
    #[must_use]
    pub fn locate(&self, selector: &Selector<'_>) -> Located {
        let beside = Beside::new(self, selector);
        let bare = bare(selector.quote);
        let mut held: Option<Found> = None;
        for quote in std::iter::once(selector.quote).chain(bare) {
            for tier in TIERS {
                let Some(found) = look(self, (tier, quote), &beside) else { continue };
                let found = Found { bare: bare == Some(quote), ..found };
                if held.as_ref().is_some_and(|held| !found.betters(held)) {
                    continue;
                }
                if found.rank.0.full && found.rank.1 {
                    return settle(self, &found);
                }
                held = Some(found);
            }
        }
        if let Some(found) = held {
            return settle(self, &found);
        }
        let edited = std::iter::once(selector.quote)
            .chain(bare)
            .find_map(|quote| edited::locate(self, quote, &beside));
        edited.unwrap_or(Located::nowhere())
    }
}

/// The quotation without the quoter's outer quotation marks and closing comma, if it has any.
fn bare(quote: &str) -> Option<&str> {
    let trimmed = quote.trim();
    let no_comma = trimmed.strip_suffix(',').unwrap_or(trimmed);
    let single = no_comma.starts_with(is_single_quote) && no_comma.ends_with(is_single_quote);
    let mark = |letter: char| is_double_quote(letter) || (single && is_single_quote(letter));
    let open = no_comma.strip_prefix(mark).unwrap_or(no_comma);
    let closed = open.strip_suffix(mark).unwrap_or(open);
    let bare = closed.strip_suffix(',').unwrap_or(closed).trim();
    (bare != trimmed && !bare.is_empty()).then_some(bare)
}

/// The places of one tier that fit best.
#[derive(Debug)]
struct Found {
    tier: Tier,
    bare: bool,
    rank: (Fit, bool),
    places: Vec<Span>,
    case_differs: bool,
}

impl Found {
    /// Whether this is what was meant although `held` was found at a stricter tier: it stands beside the words that were
    /// asked for, or cuts no word where the other does. Another case of letters is no such gain.
    fn betters(&self, held: &Self) -> bool {
        self.rank > held.rank && !(held.rank.0.full && self.case_differs)
    }
}

/// Looks for a quotation at one tier; of several places those count that fit best beside and cut no word.
fn look(text: &Searchable<'_>, (tier, quote): (Tier, &str), beside: &Beside<'_>) -> Option<Found> {
    if quote.trim().is_empty() {
        return None;
    }
    let mut best: Option<Found> = None;
    each_place(text, tier, quote, &mut |place| {
        let clean = !edge::inside(text.text(), place.start) && !edge::inside(text.text(), place.end);
        let rank = (beside.fit(place), clean);
        match &mut best {
            Some(found) if found.rank == rank && found.places.len() <= Located::MOST_PLACES => {
                found.places.push(place);
            }
            Some(found) if found.rank >= rank => {}
            _ => best = Some(Found { tier, bare: false, rank, places: vec![place], case_differs: false }),
        }
        // One more than are listed is enough to know that there are too many.
        let full =
            best.as_ref().is_some_and(|found| found.places.len() > Located::MOST_PLACES && found.rank.1);
        !(full && beside.is_empty())
    });
    let found = best?;
    let first = found.places.first().copied().unwrap_or_default();
    let case_differs = tier >= Tier::Case && !same_case(first.of(text.text()), quote);
    Some(Found { case_differs, ..found })
}

/// Calls `take` with each place of `quote` at that tier until it answers no.
fn each_place(text: &Searchable<'_>, tier: Tier, quote: &str, take: &mut dyn FnMut(Span) -> bool) {
    let accents = |place: &Span| {
        !edge::parts_accent(text.text(), place.start) && !edge::parts_accent(text.text(), place.end)
    };
    if tier == Tier::Exact {
        let mut places = hits(text.text(), quote).map(|at| Span::new(at, at + quote.len())).filter(accents);
        places.all(take);
        return;
    }
    let Some((mine, theirs)) = text.keys(tier, quote) else { return };
    let needle = theirs.text.trim();
    let lead = theirs.text.len() - theirs.text.trim_start().len();
    let quoted = Span::new(lead, lead + needle.len());
    let passages = hits(&mine.text, needle).map(|at| Span::new(at, at + needle.len()));
    let whole = passages.filter(|passage| mine.holds(*passage, (&theirs, quoted)));
    let mut places = whole.map(|passage| mine.raw(passage)).filter(accents);
    let unit_differs = |place: Span| tier >= Tier::Case && !units_agree(place.of(text.text()), quote);
    places.all(|place| unit_differs(place) || take(place));
}

fn same_case(passage: &str, quote: &str) -> bool {
    fold::folded(passage, Fold::MARKUP_CASED) == fold::folded(quote, Fold::MARKUP_CASED)
}

/// Case may not count, but 5 m are not 5 M: signs of units after a number must be the same.
fn units_agree(passage: &str, quote: &str) -> bool {
    units(passage).eq(units(quote))
}

fn units(text: &str) -> impl Iterator<Item = &str> {
    #[rustfmt::skip]
    const UNITS: [&str; 16] = [
        "b", "g", "gb", "gw", "k", "kb", "kw", "m", "mb", "mg", "ml", "mm", "mw", "pa", "t", "w",
    ];
    let numbers = text.char_indices().filter(|(_, letter)| letter.is_numeric());
    numbers.filter_map(move |(at, digit)| {
        let rest = text.get(at + digit.len_utf8()..)?.trim_start_matches([' ', '\u{A0}', '\u{202F}']);
        // No sign has three letters, and a run of digits must not be walked from each of them.
        let letters = rest.chars().take(3).take_while(|letter| letter.is_alphanumeric());
        let end: usize = letters.map(char::len_utf8).sum();
        let unit = rest.get(..end)?;
        (end < 3 && UNITS.contains(&unit.to_ascii_lowercase().as_str())).then_some(unit)
    })
}

fn settle(text: &Searchable<'_>, found: &Found) -> Located {
    let mut places = found.places.clone();
    if !found.rank.0.full {
        // What was asked for beside the words stands nowhere: that is the flaw to mend, at the place that comes nearest.
        places.truncate(1);
    }
    let one = places.len() == 1 || same_sentence(text.text(), &places);
    let tier = if found.bare { found.tier.max(Tier::Typography) } else { found.tier };
    let status = match tier {
        _ if !one => Status::Ambiguous,
        Tier::Exact => Status::Exact,
        tier => Status::Normalised(tier),
    };
    let first = places.first().copied().unwrap_or_default();
    let cut = (!found.rank.1).then_some(Flag::CutInsideWord);
    let mut flags = if one { flags(text.text(), first) } else { cut.into_iter().collect() };
    flags.extend((!found.rank.0.full).then_some(Flag::ContextMismatch));
    places.truncate(Located::MOST_PLACES);
    let picks = if one { Vec::new() } else { beside::picks(text.text(), &places) };
    Located {
        status,
        span: Some(first),
        places,
        picks,
        flags,
        case_differs: found.case_differs,
        gaps: Vec::new(),
    }
}

/// Whether the places stand in one and the same sentence that the text prints more than once.
fn same_sentence(text: &str, places: &[Span]) -> bool {
    if places.len() > Located::MOST_PLACES {
        return false;
    }
    let spans: Vec<Span> = places.iter().map(|place| sentence::around(text, *place)).collect();
    let apart = spans.is_sorted_by(|one, next| one.end <= next.start);
    let bare = |words: &str| words.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned();
    let mut printed = spans.iter().map(|span| bare(&fold::folded(span.of(text), Fold::CASE)));
    let Some(first) = printed.next() else { return false };
    apart && printed.all(|other| other == first)
}

#[cfg(test)]
#[path = "quote_tests.rs"]
mod tests;
