//! In which words is a change told?

use std::collections::BTreeSet;

use crate::edition::{About, Change, Kind};

/// What a group of changes is called in the one sentence, for one and for many. A change that corrects is counted
/// first and nowhere else.
const COUNTED: [(&[Kind], &str, &str); 12] = [
    (&[Kind::Withdrawn], "1 fact withdrawn", "facts withdrawn"),
    (&[Kind::JudgementWithdrawn], "1 judgement withdrawn", "judgements withdrawn"),
    (
        &[Kind::JudgementReworded, Kind::JudgementTerms, Kind::JudgementBasis],
        "1 judgement changed",
        "judgements changed",
    ),
    (
        &[Kind::Value, Kind::Date, Kind::Claim, Kind::Speaker, Kind::Credibility, Kind::Remark],
        "1 fact changed",
        "facts changed",
    ),
    (&[Kind::Resolved], "1 difference resolved", "differences resolved"),
    (&[Kind::Reopened], "1 difference open again", "differences open again"),
    (&[Kind::SourceText], "1 archived text changed", "archived texts changed"),
    (&[Kind::SourceNew], "1 new source", "new sources"),
    (&[Kind::Added], "1 new fact", "new facts"),
    (&[Kind::JudgementNew], "1 new judgement", "new judgements"),
    (&[Kind::DifferenceNew], "1 new difference between sources", "new differences between sources"),
    (&[Kind::EvidenceNew], "new quotations for 1 fact told before", "facts told before have new quotations"),
];

/// The changes in one sentence.
pub(super) fn line(changes: &[Change]) -> String {
    let mut counts = Vec::new();
    let told = |found: usize, one: &str, many: &str| match found {
        0 => None,
        1 => Some(one.to_owned()),
        found => Some(format!("{found} {many}")),
    };
    let corrections = distinct(changes.iter().filter(|change| change.correction));
    counts.extend(told(corrections, "1 correction", "corrections"));
    for (kinds, one, many) in COUNTED {
        let meant = changes.iter().filter(|change| !change.correction && kinds.contains(&change.kind));
        // What is new about a difference's sides is told with the difference.
        let meant = meant.filter(|change| change.kind != Kind::EvidenceNew || change.about == About::Fact);
        counts.extend(told(distinct(meant), one, many));
    }
    if counts.is_empty() {
        return "No fact, judgement or source has changed.".to_owned();
    }
    format!("{}.", counts.join(", "))
}

/// How many things the changes are about.
fn distinct<'c>(changes: impl Iterator<Item = &'c Change>) -> usize {
    changes.map(|change| (change.about, &change.id, &change.text)).collect::<BTreeSet<_>>().len()
}

/// What has happened to it.
pub(super) const fn label(change: &Change) -> &'static str {
    match change.kind {
        _ if change.correction => "Corrected",
        Kind::Withdrawn => "Withdrawn",
        Kind::JudgementWithdrawn => "Judgement withdrawn",
        Kind::DifferenceWithdrawn => "Difference withdrawn",
        Kind::JudgementReworded | Kind::JudgementTerms | Kind::JudgementBasis => "Judgement changed",
        Kind::JudgementNew => "New judgement",
        Kind::Resolved => "Resolved",
        Kind::Reopened => "Open again",
        Kind::Reading => "Read otherwise",
        Kind::SourceText => "Archived text changed",
        Kind::SourceWithdrawn => "No longer used",
        Kind::UnknownGone => "No longer listed",
        Kind::Added | Kind::DifferenceNew | Kind::SourceNew | Kind::UnknownNew => "New",
        _ => "Changed",
    }
}

/// Where it stands in this briefing.
pub(super) fn anchor(change: &Change) -> String {
    let gone = matches!(
        change.kind,
        Kind::Withdrawn | Kind::DifferenceWithdrawn | Kind::SourceWithdrawn | Kind::JudgementWithdrawn
    );
    match change.about {
        _ if gone => String::new(),
        About::Fact => format!("fact-{}", change.id),
        About::Difference => format!("diff-{}", change.id),
        About::Source => format!("source-{}", change.id),
        About::Briefing | About::Judgement | About::Unknown => String::new(),
    }
}

/// What was said before, and what is said now.
pub(super) fn detail(change: &Change) -> String {
    let (before, after) = (change.before.as_str(), change.after.as_str());
    let turned = |what: &str| {
        let said = |words: &str| if words.is_empty() { "none".to_owned() } else { words.to_owned() };
        format!("{what} before: {}; now: {}.", said(before), said(after))
    };
    match change.kind {
        Kind::Value => turned("Figure"),
        Kind::Date => turned("Date"),
        Kind::Speaker => turned("Speaker"),
        Kind::Credibility => turned("Credibility"),
        Kind::JudgementTerms => turned("Likelihood"),
        Kind::JudgementBasis => "It rests on other facts than before.".to_owned(),
        // Without quotation marks: in a briefing they stand around the words of articles alone.
        Kind::Claim | Kind::JudgementReworded => format!("Before: {before}"),
        Kind::Remark if before.is_empty() => "With a new remark.".to_owned(),
        Kind::Remark => format!("Remark before: {before}"),
        Kind::Withdrawn if change.correction => "This is withdrawn.".to_owned(),
        Kind::JudgementWithdrawn if change.correction => "This judgement is withdrawn.".to_owned(),
        _ => String::new(),
    }
}

/// `1 new fact`, `2 new facts`.
pub(super) fn numbered(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(kind: Kind, about: About, id: &str) -> Change {
        let (id, text, source) = (id.to_owned(), String::new(), String::new());
        Change {
            kind,
            about,
            correction: false,
            id,
            text,
            source,
            before: String::new(),
            after: String::new(),
        }
    }

    #[test]
    fn the_sentence_counts_things_and_not_changes() {
        let changes = [
            change(Kind::Value, About::Fact, "a"),
            change(Kind::Claim, About::Fact, "a"),
            change(Kind::Added, About::Fact, "b"),
            change(Kind::Added, About::Fact, "c"),
            change(Kind::EvidenceNew, About::Fact, "d"),
            change(Kind::EvidenceNew, About::Difference, "e"),
            Change { correction: true, ..change(Kind::Value, About::Fact, "f") },
        ];
        let due = "1 correction, 1 fact changed, 2 new facts, new quotations for 1 fact told before.";
        assert_eq!(line(&changes), due);
    }

    #[test]
    fn a_new_title_alone_is_no_change_of_facts() {
        let changes = [change(Kind::Heading, About::Briefing, "")];
        assert_eq!(line(&changes), "No fact, judgement or source has changed.");
    }
}
