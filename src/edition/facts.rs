//! What has changed in the facts?

use super::change::{About, Kind};
use super::changes::Changes;
use super::pair::pair;
use super::record::{Edition, PastFact};

/// Takes in every change of facts and of their quotations.
pub(super) fn compare(old: &Edition, new: &Edition, changes: &mut Changes) {
    let pairs = pair(&old.facts, &new.facts, &[&|fact| fact.id.clone(), &|fact| fact.claim.clone()]);
    for fact in pairs.new {
        changes.push(Kind::Added, subject(fact), "", &fact.value);
    }
    for fact in pairs.gone {
        changes.push(Kind::Withdrawn, subject(fact), &fact.value, "");
    }
    for (before, after) in pairs.both {
        fields(before, after, changes);
        changes.quotations(subject(after), &before.quotations, &after.quotations);
    }
}

fn fields(before: &PastFact, after: &PastFact, changes: &mut Changes) {
    let fields = [
        (Kind::Value, &before.value, &after.value),
        (Kind::Date, &before.date, &after.date),
        (Kind::Claim, &before.claim, &after.claim),
        (Kind::Speaker, &before.speaker, &after.speaker),
        (Kind::Credibility, &before.credibility, &after.credibility),
        (Kind::Remark, &before.note, &after.note),
        (Kind::Renamed, &before.id, &after.id),
    ];
    for (kind, before, now) in fields {
        changes.compare(kind, subject(after), before, now);
    }
}

fn subject(fact: &PastFact) -> (About, &str, &str) {
    (About::Fact, &fact.id, &fact.claim)
}
