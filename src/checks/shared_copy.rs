//! Do two sources count as two witnesses of a fact though they print the same words?

use std::collections::{BTreeMap, BTreeSet};

use super::{Check, Found, words};
use crate::dossier::overlap::LEAST_WORDS;
use crate::dossier::{Dossier, Quotation, origin};
use crate::finding::{Card, Finding, Severity};
use crate::span::{Span, Spot};
use crate::text::{Searchable, SharedRun, quoted, run_hashes, shared_runs, word_count};

pub(super) const CHECK: Check = Check {
    card: Card {
        name: "shared-copy",
        severity: Severity::Warning,
        summary: "two sources count as two origins of a fact though they print the same words",
        page: include_str!("shared_copy.md"),
    },
    run,
};

/// How many quotations with the same words are held against a further one.
const MOST_HOLDERS: usize = 8;

fn run(dossier: &Dossier, found: &mut Found) {
    for at in 0..dossier.links.len() {
        fact(dossier, at, found);
    }
}

/// A supporting quotation with the words that its source prints there.
struct Printed<'a> {
    quotation: &'a Quotation<'a>,
    source: usize,
    at: Spot,
    text: &'a str,
    /// What stands in quotation marks: the same speech may be printed by those who heard it.
    speech: Vec<Span>,
}

fn fact(dossier: &Dossier, at: usize, found: &mut Found) {
    let supporting = dossier.quotations_of(at).filter(|(_, one)| one.supports());
    let all: Vec<Printed> = supporting.filter_map(|(_, one)| printed(dossier, one)).collect();
    let one_source = all.iter().all(|one| all.first().is_some_and(|first| first.source == one.source));
    if one_source {
        return;
    }
    let mut holders: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    let mut told: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (nth, later) in all.iter().enumerate() {
        for hash in run_hashes(later.text, LEAST_WORDS, &later.speech) {
            let earlier = holders.entry(hash).or_default();
            for one in earlier.iter().filter_map(|one| all.get(*one)) {
                let pair = (one.source.min(later.source), one.source.max(later.source));
                if count_twice(dossier, one, later) && told.insert(pair) {
                    found.extend(finding(dossier, at, (one, later)));
                }
            }
            if earlier.len() < MOST_HOLDERS && earlier.last() != Some(&nth) {
                earlier.push(nth);
            }
        }
    }
}

fn printed<'a>(dossier: &Dossier<'a>, quotation: &'a Quotation<'a>) -> Option<Printed<'a>> {
    let at = dossier.place_of(quotation)?;
    let (article, text) = dossier.article_of(quotation)?;
    let words = at.span.of(text);
    let around = article.paragraph_at(at.span.start).map_or(at.span, |paragraph| paragraph.span);
    let around = Span::new(around.start.min(at.span.start), around.end.max(at.span.end));
    let lead = at.span.start - around.start;
    let speech = quoted(around.of(text)).into_iter().filter(|span| span.end > lead);
    let speech = speech.map(|span| Span::new(span.start.saturating_sub(lead), span.end - lead)).collect();
    Some(Printed { quotation, source: quotation.source?, at, text: words, speech })
}

/// Whether two quotations count as two origins although one of them at least names none.
fn count_twice(dossier: &Dossier, one: &Printed, other: &Printed) -> bool {
    let family = |source: usize| dossier.source(source).value.family.as_ref().map(|family| &family.value);
    let related = family(one.source).is_some() && family(one.source) == family(other.source);
    one.source != other.source && !related && !(has_origin(dossier, one) && has_origin(dossier, other))
}

fn finding(dossier: &Dossier, at: usize, (one, later): (&Printed, &Printed)) -> Option<Finding> {
    let (first, second) = (Searchable::new(one.text), Searchable::new(later.text));
    let speech = |spans: &[Span], word: Span| spans.iter().any(|span| span.meets(word));
    let keep = |a: Span, b: Span| !speech(&one.speech, a) && !speech(&later.speech, b);
    let runs = shared_runs(&first, &second, LEAST_WORDS);
    let parts = runs.iter().flat_map(|run| run.parts((&first, &second), LEAST_WORDS, keep));
    let run = parts.max_by_key(|run| run.words)?;
    let silent = if has_origin(dossier, later) { one } else { later };
    let sources = (dossier.source(one.source), dossier.source(later.source));
    let (mine, theirs) = (&sources.0.id.value, &sources.1.id.value);
    Some(Finding {
        check: CHECK.card.name,
        severity: severity(&run, one.text, later.text),
        message: format!(
            "`{mine}` and `{theirs}` count as two origins of `{}` and share {} words: `{}`",
            dossier.fact(at).id.value,
            run.words,
            words::short(run.first.of(one.text), 80)
        ),
        at: words::mark(silent.quotation.evidence.quote.at),
        seen: vec![
            words::labelled(inside(one, run.first), "here"),
            words::labelled(inside(later, run.second), "and here"),
        ],
        help: "if one rests on the other, say so: `via` with the quotation, `carries` or `family` with the source"
            .to_owned(),
    })
}

fn has_origin(dossier: &Dossier, printed: &Printed) -> bool {
    origin(dossier.base, printed.source, printed.quotation.evidence).is_some()
}

/// A phrase may be anybody's; half a sentence is somebody's.
fn severity(run: &SharedRun, one: &str, other: &str) -> Severity {
    let shorter = word_count(one).min(word_count(other));
    if run.words * 2 >= shorter { Severity::Warning } else { Severity::Note }
}

/// The place in the article of bytes of the quoted passage.
fn inside(printed: &Printed, span: Span) -> Spot {
    Spot { span: span.shifted(printed.at.span.start), ..printed.at }
}
