//! On the repository's own facts: no changed digit, no clipped hedge and no raised figure goes unseen.

use factum::article::Article;
use factum::disk::Project;
use factum::dossier::Dossier;
use factum::facts::{self, Text, within};
use factum::figure;
use factum::pipeline::{self, Loaded};
use factum::span::{FileId, Files, Span};
use factum::text::{Flag, Selector};

use crate::project::repository;

fn loaded() -> Loaded {
    let project = Project::open(&repository()).unwrap();
    pipeline::read(&project).unwrap_or_else(|error| panic!("{:?}", error.findings))
}

#[test]
fn every_changed_digit_of_every_quotation_is_caught() {
    let loaded = loaded();
    let articles = loaded.articles();
    let dossier = pipeline::link(&loaded, &articles);
    let mut changed = 0;
    for quotation in &dossier.quotations {
        let (article, _) = dossier.article_of(quotation).unwrap();
        let quote = &quotation.evidence.quote.value;
        for (at, digit) in quote.char_indices().filter(|(_, letter)| letter.is_ascii_digit()) {
            for other in ('0'..='9').filter(|other| *other != digit) {
                let mut wrong = quote.clone();
                wrong.replace_range(at..=at, &other.to_string());
                let located = article.searchable.locate(&Selector::of(&wrong));
                assert!(!located.status.is_found(), "{wrong:?} passes for {quote:?}");
                changed += 1;
            }
        }
    }
    assert!(changed > 1_000, "only {changed} digits were changed");
}

#[test]
fn every_quotation_that_begins_after_a_hedge_is_flagged() {
    const HEDGES: [&str; 6] = ["more than ", "up to ", "reportedly ", "about ", "nearly ", "over "];
    let loaded = loaded();
    let mut cut = 0;
    for article in &loaded.articles() {
        let text = article.searchable.text();
        for hedge in HEDGES {
            for (at, _) in text.match_indices(hedge) {
                let rest = &text[at + hedge.len()..];
                let quote = rest.split([';', '\n', '[', '”', '"']).next().unwrap_or_default();
                let quote = quote.split(", ").next().unwrap_or_default().trim_end_matches('.').trim();
                // Without a number after it, `about` and `over` are no hedges.
                let bounds =
                    hedge == "reportedly " || rest.starts_with(|letter: char| letter.is_ascii_digit());
                if !bounds || quote.split_whitespace().count() < 3 {
                    continue;
                }
                let before = text[..at].chars().rev().take(20).collect::<Vec<_>>();
                let prefix: String = before.into_iter().rev().chain(hedge.chars()).collect();
                let selector = Selector { quote, prefix: Some(prefix.trim()), suffix: None };
                let located = article.searchable.locate(&selector);
                let clipped = located.flags.iter().any(|flag| matches!(flag, Flag::CutAfter(_)));
                assert!(clipped, "{quote:?} after {hedge:?}: {:?} {:?}", located.status, located.flags);
                cut += 1;
            }
        }
    }
    assert!(cut > 12, "only {cut} quotations were cut after a hedge");
}

#[test]
fn every_figure_of_a_claim_raised_by_one_is_caught() {
    let loaded = loaded();
    let mut raised = 0;
    for entry in loaded.base.facts.iter() {
        let claim = &entry.value.claim;
        for figure in figure::read(&claim.value).into_iter().filter(|figure| figure.kind.is_amount()) {
            let words = figure.number.of(&claim.value);
            let Ok(number) = words.replace(',', "").parse::<u64>() else { continue };
            let found = findings_with(&loaded, claim, figure.number, &(number + 1).to_string());
            let id = entry.id.value.as_str();
            assert!(
                found.iter().any(|code| code.starts_with("value-")),
                "{id}: {words} raised by one: {found:?}"
            );
            raised += 1;
        }
    }
    assert!(raised > 12, "only {raised} figures were raised");
}

/// The errors of the facts with other words at `range` of a text.
fn findings_with(loaded: &Loaded, text: &Text, range: Span, words: &str) -> Vec<&'static str> {
    let spot = within(&loaded.files, text, range);
    let mut files = Files::default();
    for (id, file) in loaded.files.iter() {
        let mut copy = file.text.clone();
        if id == spot.file {
            copy.replace_range(spot.span.start..spot.span.end, words);
        }
        files.add(file.path.clone(), copy);
    }
    let base = facts::read(&files, FileId(0)).unwrap();
    let articles: Vec<Article> = loaded.articles();
    let dossier = Dossier::link(&files, &base, &articles);
    pipeline::check(&dossier).findings.into_iter().map(|finding| finding.check).collect()
}
