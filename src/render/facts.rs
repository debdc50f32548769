//! What of the fact base does a PDF carry for those who check it or use it again: `facts.json`.

use serde::Serialize;

use crate::briefing::Briefing;
use crate::briefing::view::{Cite, Difference, Fact, Side, Source};
use crate::markdown::plain;

/// The version of this shape; it grows when a field goes or changes its meaning.
const SCHEMA: u32 = 1;

/// Every fact with its evidence, every difference and every source, in plain words: the same for the briefing and for
/// what is cut from it.
#[must_use]
pub fn facts_json(whole: &Briefing) -> String {
    let sections = whole.sections.iter();
    let facts =
        sections.flat_map(|section| section.facts.iter().map(|fact| a_fact(whole, &section.id, fact)));
    let file = File {
        schema_version: SCHEMA,
        title: &whole.title,
        language: &whole.language,
        as_of: &whole.as_of.edtf,
        edition: whole.edition.as_ref().map_or("", |edition| &edition.number),
        digest: &whole.method.digest,
        sources: whole.sources.iter().map(a_source).collect(),
        facts: facts.collect(),
        differences: whole.differences.iter().map(|one| a_difference(whole, one)).collect(),
        unknowns: whole.unknowns.iter().map(|line| plain(line)).collect(),
    };
    let mut text = serde_json::to_string_pretty(&file).expect("it holds nothing but text, numbers and lists");
    text.push('\n');
    text
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct File<'b> {
    schema_version: u32,
    title: &'b str,
    language: &'b str,
    as_of: &'b str,
    edition: &'b str,
    digest: &'b str,
    sources: Vec<ASource<'b>>,
    facts: Vec<AFact<'b>>,
    differences: Vec<ADifference<'b>>,
    unknowns: Vec<String>,
}

#[derive(Serialize)]
struct ASource<'b> {
    id: &'b str,
    title: &'b str,
    url: &'b str,
    date: &'b str,
    publisher: &'b str,
    author: &'b str,
    file: &'b str,
    sha256: &'b str,
}

#[derive(Serialize)]
struct AFact<'b> {
    id: &'b str,
    section: &'b str,
    kind: &'b str,
    claim: &'b str,
    value: &'b str,
    date: &'b str,
    speaker: &'b str,
    credibility: &'b str,
    note: String,
    difference: &'b str,
    evidence: Vec<Evidence<'b>>,
}

#[derive(Serialize)]
struct Evidence<'b> {
    source: &'b str,
    disputes: bool,
    quote: &'b str,
    paragraph: usize,
    start: usize,
    end: usize,
    found: &'b str,
    origin: &'b str,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ADifference<'b> {
    id: &'b str,
    title: &'b str,
    class: &'b str,
    severity: &'b str,
    status: &'b str,
    fact: &'b str,
    sides: Vec<ASide<'b>>,
    reading: String,
    we_write: &'b str,
}

#[derive(Serialize)]
struct ASide<'b> {
    label: &'b str,
    who: &'b str,
    evidence: Vec<Evidence<'b>>,
}

fn a_source(source: &Source) -> ASource<'_> {
    ASource {
        id: &source.id,
        title: &source.title,
        url: &source.url,
        date: &source.date.edtf,
        publisher: &source.publisher,
        author: &source.author,
        file: &source.file,
        sha256: &source.sha256,
    }
}

fn a_fact<'b>(whole: &'b Briefing, section: &'b str, fact: &'b Fact) -> AFact<'b> {
    let supports = evidence(whole, &fact.cites, false);
    AFact {
        id: &fact.id,
        section,
        kind: &fact.kind,
        claim: &fact.claim,
        value: &fact.value,
        date: fact.date.as_ref().map_or("", |date| &date.edtf),
        speaker: &fact.speaker,
        credibility: &fact.credibility,
        note: plain(&fact.note),
        difference: &fact.differs,
        evidence: supports.chain(evidence(whole, &fact.disputes, true)).collect(),
    }
}

fn a_difference<'b>(whole: &'b Briefing, one: &'b Difference) -> ADifference<'b> {
    ADifference {
        id: &one.id,
        title: &one.title,
        class: &one.class,
        severity: &one.severity,
        status: &one.status,
        fact: &one.fact,
        sides: one.sides.iter().map(|side| a_side(whole, side)).collect(),
        reading: plain(&one.reading),
        we_write: &one.we_write,
    }
}

fn a_side<'b>(whole: &'b Briefing, side: &'b Side) -> ASide<'b> {
    ASide { label: &side.label, who: &side.who, evidence: evidence(whole, &side.cites, false).collect() }
}

fn evidence<'b>(
    whole: &'b Briefing,
    cites: &'b [Cite],
    disputes: bool,
) -> impl Iterator<Item = Evidence<'b>> {
    let notes = cites.iter().filter_map(|cite| whole.notes.get(cite.note.checked_sub(1)?));
    notes.map(move |note| Evidence {
        source: &note.source,
        disputes,
        quote: &note.quote,
        paragraph: note.paragraph,
        start: note.start,
        end: note.end,
        found: &note.tier,
        origin: &note.origin,
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{HOSTILE, briefing_of};
    use super::*;

    #[test]
    fn each_fact_comes_with_its_words_and_their_place() {
        let briefing = briefing_of(HOSTILE);
        let text = facts_json(&briefing);
        let facts: serde_json::Value = serde_json::from_str(&text).unwrap();
        let (note, evidence) = (&briefing.notes[0], &facts["facts"][0]["evidence"][0]);
        assert_eq!(facts["facts"][0]["claim"], HOSTILE);
        assert_eq!(
            (&evidence["quote"], &evidence["source"]),
            (&note.quote.as_str().into(), &note.source.as_str().into())
        );
        assert_eq!((&evidence["start"], &evidence["end"]), (&note.start.into(), &note.end.into()));
        assert_eq!(evidence["paragraph"], note.paragraph);
        assert_eq!(facts["sources"][0]["sha256"], briefing.sources[0].sha256.as_str());
        assert_eq!(facts["differences"].as_array().map(Vec::len), Some(2));
        assert_eq!(text, facts_json(&briefing_of(HOSTILE)));
    }
}
