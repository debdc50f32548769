//! Which names does a claim hold, and does a text hold a name.

use super::fold::{self, Fold};
use super::hits::hits;
use super::letter::{is_hyphen, is_single_quote, is_wordy};
use super::vocabulary::{is_common, is_number};
use super::{Searchable, edge, sentences, words};
use crate::span::Span;

/// A run of capitalised words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    /// Where it stands.
    pub span: Span,
    /// Whether it is surely a name. A single capitalised word that begins a sentence may be any word.
    pub sure: bool,
}

/// The names of `text`: runs of capitalised words, without titles, months and weekdays. `de`, `von`, `al-` and the like
/// may stand within them; `of` and `and` part them.
#[must_use]
pub fn names_in(text: &str) -> Vec<Name> {
    let mut starts = sentences(text).into_iter().map(|sentence| sentence.start).peekable();
    let mut reader = Reader { text, runs: Vec::new(), open: false, end: 0 };
    for word in words::spans(text) {
        let mut begins = false;
        while starts.next_if(|start| *start <= word.start).is_some() {
            begins = true;
        }
        reader.read(word, begins);
    }
    reader.runs.iter().map(|run| run.name(text)).collect()
}

/// Whether `text` holds one of the spellings as a word or words of their own, and where. Quotation marks, dashes and
/// white space may differ; a possessive `'s` may follow.
#[must_use]
pub fn holds_name(text: &str, spellings: &[&str]) -> Option<Span> {
    let raw = spellings.iter().find_map(|spelling| find(text, spelling.trim()));
    raw.or_else(|| {
        let key = fold::key(text, Fold::TYPOGRAPHY);
        spellings
            .iter()
            .find_map(|spelling| Some(key.raw(find(&key.text, &fold::folded(spelling, Fold::TYPOGRAPHY))?)))
    })
}

impl Searchable<'_> {
    /// As [`holds_name`], for a text that is asked more than once.
    #[must_use]
    pub fn holds_name(&self, spellings: &[&str]) -> Option<Span> {
        let raw = spellings.iter().find_map(|spelling| find(self.text(), spelling.trim()));
        raw.or_else(|| {
            let key = self.typography();
            let place = |spelling: &&str| find(&key.text, &fold::folded(spelling, Fold::TYPOGRAPHY));
            spellings.iter().find_map(place).map(|place| key.raw(place))
        })
    }
}

/// Words that may stand within a name.
#[rustfmt::skip]
const LINKS: [&str; 18] = [
    "al", "bin", "da", "de", "del", "della", "der", "di", "do", "dos", "du", "el", "ibn", "la", "le", "ul",
    "van", "von",
];

/// Capitalised words that are no part of a person's name: they stand before it.
#[rustfmt::skip]
const TITLES: [&str; 45] = [
    "admiral", "ambassador", "captain", "chairman", "chairwoman", "chancellor", "chief", "col", "colonel",
    "colonel-general", "commander", "deputy", "doctor", "dr", "first", "foreign", "gen", "general",
    "governor", "judge", "king", "lieutenant", "lt", "madam", "major", "mayor", "minister", "mr", "mrs", "ms",
    "presidency", "president", "prime", "prince", "princess", "professor", "queen", "representative",
    "secretary", "senator", "sergeant", "sir", "speaker", "spokesman", "spokeswoman",
];

/// Months and weekdays: dates, not names.
#[rustfmt::skip]
const DAYS: [&str; 38] = [
    "apr", "april", "aug", "august", "dec", "december", "feb", "february", "fri", "friday", "jan", "january",
    "jul", "july", "jun", "june", "mar", "march", "may", "mon", "monday", "nov", "november", "oct", "october",
    "sat", "saturday", "sep", "sept", "september", "sun", "sunday", "thu", "thursday", "tue", "tuesday",
    "wed", "wednesday",
];

/// Capitalised words that follow each other.
#[derive(Debug)]
struct Run {
    first: Span,
    end: usize,
    words: usize,
    begins_sentence: bool,
}

struct Reader<'t> {
    text: &'t str,
    runs: Vec<Run>,
    /// Whether the last run may go on.
    open: bool,
    /// Where the last word ended.
    end: usize,
}

impl Reader<'_> {
    fn read(&mut self, word: Span, begins_sentence: bool) {
        let printed = word.of(self.text);
        let lower = words::lower(printed);
        let bare = lower.strip_suffix("'s").unwrap_or(&lower);
        let upper = printed.starts_with(char::is_uppercase);
        let gap = Span::new(self.end, word.start).of(self.text);
        self.end = word.end;
        self.open &=
            !begins_sentence && gap.chars().all(|letter| letter.is_whitespace() || is_hyphen(letter));
        if self.open && !upper && LINKS.contains(&bare) {
            return;
        }
        let usual = TITLES.contains(&bare) || DAYS.contains(&bare) || is_number(bare) || bare == "i";
        if !upper || usual || (begins_sentence && is_common(bare)) {
            self.open = false;
            return;
        }
        match self.runs.last_mut().filter(|_| self.open) {
            Some(run) => (run.end, run.words) = (word.end, run.words + 1),
            None => self.runs.push(Run { first: word, end: word.end, words: 1, begins_sentence }),
        }
        // A possessive ends a name: "Russia's Lavrov" is two.
        self.open = bare.len() == lower.len();
    }
}

impl Run {
    fn name(&self, text: &str) -> Name {
        let words = Span::new(self.first.start, self.end).of(text);
        let bare =
            words.strip_suffix('s').and_then(|words| words.strip_suffix(is_single_quote)).unwrap_or(words);
        let acronym =
            self.first.of(text).chars().skip(1).any(|letter| letter.is_uppercase() || letter.is_numeric());
        // The last stop of `U.S.` is its own.
        let dotted = bare.contains('.')
            && text.get(self.first.start + bare.len()..).is_some_and(|rest| rest.starts_with('.'));
        let span = Span::new(self.first.start, self.first.start + bare.len() + usize::from(dotted));
        Name { span, sure: !self.begins_sentence || self.words > 1 || acronym }
    }
}

/// The first place of `name`, as it is or with other signs between its words: `Council (NC) Secretariat` holds the `NC
/// Secretariat`.
fn find(text: &str, name: &str) -> Option<Span> {
    let mut words = words::spans(name).map(|word| word.of(name));
    let first = words.next()?;
    let rest: Vec<&str> = words.collect();
    let starts = hits(text, first).filter(|at| !edge::inside(text, *at));
    let ends =
        starts.map(|at| (at, rest.iter().try_fold(at + first.len(), |end, word| next_word(text, end, word))));
    let mut whole =
        ends.filter_map(|(at, end)| Some(Span::new(at, end?))).filter(|span| ends_word(text, span.end));
    let span = whole.next()?;
    let stop = name.ends_with('.') && text.get(span.end..).is_some_and(|rest| rest.starts_with('.'));
    Some(Span::new(span.start, span.end + usize::from(stop)))
}

/// Where `word` ends, if it is the next after byte `at` and no more than a few signs come before it.
fn next_word(text: &str, at: usize, word: &str) -> Option<usize> {
    const MOST_SIGNS: usize = 3;
    let rest = text.get(at..)?;
    let gap = rest.find(is_wordy)?;
    let near = gap > 0 && rest.get(..gap)?.chars().count() <= MOST_SIGNS;
    let whole = rest.get(gap..)?.starts_with(word) && ends_word(text, at + gap + word.len());
    (near && whole).then_some(at + gap + word.len())
}

/// Whether a word ends at byte `at`, or goes on with a possessive only.
fn ends_word(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    let after = rest.strip_prefix(is_single_quote).and_then(|rest| rest.strip_prefix('s'));
    !edge::inside(text, at) || after.is_some_and(|rest| !rest.starts_with(is_wordy))
}

#[cfg(test)]
#[path = "names_tests.rs"]
mod tests;
