//! What was found to have changed, so far?

use super::change::{About, Change, Kind};
use super::number::Number;
use super::record::Edition;
use super::told::Told;

/// The changes that were found so far.
#[derive(Debug)]
pub(super) struct Changes {
    list: Vec<Change>,
    /// Whether what is taken back is a correction.
    corrects: bool,
    /// What was told of quotations.
    pub(super) told: Told,
}

/// What a change is about: the sort of thing, its id and its words.
pub(super) type Subject<'s> = (About, &'s str, &'s str);

impl Changes {
    /// Nothing was found yet.
    pub(super) fn between(old: &Edition, new: &Edition) -> Self {
        Self { list: Vec::new(), corrects: corrects(old, new), told: Told::of(old, new) }
    }

    /// All of them, by sort.
    pub(super) fn sorted(mut self) -> Vec<Change> {
        self.list.sort_by_key(|change| change.kind);
        self.list
    }

    /// Takes in a change.
    pub(super) fn push(&mut self, kind: Kind, (about, id, text): Subject, before: &str, after: &str) {
        let (id, text, source) = (id.to_owned(), text.to_owned(), String::new());
        let (before, after) = (before.to_owned(), after.to_owned());
        let correction = self.corrects && kind.takes_back();
        self.list.push(Change { kind, about, correction, id, text, source, before, after });
    }

    /// Takes in a change of a quotation of `source`.
    pub(super) fn quote(&mut self, kind: Kind, subject: Subject, source: &str, words: (&str, &str)) {
        self.push(kind, subject, words.0, words.1);
        if let Some(change) = self.list.last_mut() {
            source.clone_into(&mut change.source);
        }
    }

    /// Takes in a change if there is one.
    pub(super) fn compare(&mut self, kind: Kind, subject: Subject, before: &str, after: &str) {
        if before != after {
            self.push(kind, subject, before, after);
        }
    }
}

/// Whether the newer edition says that it corrects the older one, or one before that.
fn corrects(old: &Edition, new: &Edition) -> bool {
    if new.corrects.is_empty() {
        return false;
    }
    match (Number::parse(&new.corrects), Number::parse(&old.number)) {
        (Some(corrected), Some(old)) => corrected <= old,
        _ => new.corrects == old.number,
    }
}
