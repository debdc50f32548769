//! `factum overlap`: which words sources share, and whether the facts say whose they are.

use clap::Args;
use serde_json::{Value, json};

use super::told::Told;
use super::{Global, UNREADABLE, check, out};
use crate::dossier::Dossier;
use crate::dossier::overlap::{Credit, LEAST_WORDS, Overlap, Proposal, Run, Share, overlaps};
use crate::facts::Id;
use crate::pipeline;
use crate::report::{self, Format};
use crate::span::{Span, Spot};
use crate::text::NearTwin;

/// How long a run must be, and how it is told.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// How many identical words in a row count
    #[arg(long, value_name = "NUMBER", default_value_t = LEAST_WORDS, value_parser = at_least_three)]
    words: usize,
    /// How it is told
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "text")]
    format: Told,
}

pub(super) fn run(global: &Global, options: &Options) -> u8 {
    let Some(loaded) = check::load(global, Format::Human) else { return UNREADABLE };
    let articles = loaded.articles();
    let dossier = pipeline::link(&loaded, &articles);
    let found = overlaps(&dossier, options.words);
    match options.format {
        Told::Text => out::plain(&text(&dossier, &found, options.words)),
        Told::Json => {
            let pairs: Vec<Value> = found.iter().map(|overlap| pair(&dossier, overlap)).collect();
            let whole = json!({"version": 1, "least-words": options.words, "pairs": pairs});
            out::answer(&report::inert_json(&whole));
        }
    }
    0
}

fn at_least_three(written: &str) -> Result<usize, String> {
    let number = written.parse().ok().filter(|number| *number >= 3);
    number.ok_or_else(|| "give a number of at least 3: fewer words are in any two texts".to_owned())
}

/// A source's id and where bytes of its text stand.
#[derive(Clone, Copy)]
struct Side<'a> {
    dossier: &'a Dossier<'a>,
    source: usize,
}

impl<'a> Side<'a> {
    fn id(self) -> &'a str {
        self.dossier.source(self.source).id.value.as_str()
    }

    fn spot(self, span: Span) -> Spot {
        let file = self.dossier.articles.get(self.source).map(|article| article.file).unwrap_or_default();
        Spot { file, span }
    }

    fn words(self, span: Span) -> String {
        let words = self.dossier.files.words(self.spot(span)).split_whitespace();
        words.collect::<Vec<_>>().join(" ")
    }

    /// `seeds/x.txt:12`
    fn line(self, span: Span) -> String {
        let place = self.dossier.files.place(self.spot(span));
        place.rsplit_once(':').map_or(place.clone(), |(line, _)| line.to_owned())
    }

    fn json(self, span: Span) -> Value {
        let line: usize =
            self.line(span).rsplit_once(':').and_then(|(_, line)| line.parse().ok()).unwrap_or(0);
        json!({"source": self.id(), "line": line, "start_byte": span.start, "end_byte": span.end})
    }
}

fn sides<'a>(dossier: &'a Dossier<'a>, overlap: &Overlap) -> (Side<'a>, Side<'a>) {
    (Side { dossier, source: overlap.sources.0 }, Side { dossier, source: overlap.sources.1 })
}

fn text(dossier: &Dossier, found: &[Overlap], least: usize) -> String {
    if found.is_empty() {
        return format!("no two sources share {least} words in a row, or a sentence but for one word\n");
    }
    found.iter().map(|overlap| paragraph(dossier, overlap)).collect::<Vec<_>>().join("\n")
}

fn paragraph(dossier: &Dossier, overlap: &Overlap) -> String {
    let (one, other) = sides(dossier, overlap);
    let (mine, theirs) = overlap.shares;
    let part = |side: Side, share: Share| {
        format!("{} of {} words of `{}` ({} %)", share.words, share.of, side.id(), share.percent())
    };
    let mut lines = format!(
        "`{}` and `{}` share {}: {}, {}\n",
        one.id(),
        other.id(),
        plural(overlap.runs.len(), "run"),
        part(one, mine),
        part(other, theirs)
    );
    for line in declared(dossier, overlap) {
        lines.push_str(&format!("  {line}\n"));
    }
    for run in &overlap.runs {
        let Run { shared, .. } = run;
        lines.push_str(&format!(
            "\n  {} words, {}\n    {} and {}\n    {}\n",
            shared.words,
            credited(run),
            one.line(shared.first),
            other.line(shared.second),
            cut(&one.words(shared.first), 600)
        ));
    }
    for twin in &overlap.twins {
        lines.push_str(&format!(
            "\n  the same but for one word\n    {}: {}\n    {}: {}\n",
            one.line(twin.first),
            marked(one, twin.first, twin.first_word),
            other.line(twin.second),
            marked(other, twin.second, twin.second_word)
        ));
    }
    lines
}

/// What the facts say of the two sources, and what they might say.
fn declared(dossier: &Dossier, overlap: &Overlap) -> Vec<String> {
    let standing = &overlap.standing;
    let mut lines = Vec::new();
    if let Some(family) = &standing.family {
        lines.push(format!("declared: both are of the family `{family}`, counted once"));
    }
    if let Some(id) = &standing.carries {
        lines.push(format!("declared: both carry `{id}`"));
    }
    let said = overlap.runs.iter().filter(|run| matches!(run.credit, Credit::Through(_))).count();
    if said > 0 {
        lines.push(format!(
            "declared: {said} of {} with one origin on both sides",
            plural(overlap.runs.len(), "run")
        ));
    }
    lines.extend(standing.proposals.iter().map(|proposal| proposed(dossier, proposal)));
    lines
}

fn proposed(dossier: &Dossier, proposal: &Proposal) -> String {
    let named = |id: &Option<Id>| id.as_ref().map_or("ORIGIN".to_owned(), ToString::to_string);
    let source = |at: usize| dossier.source(at).id.value.to_string();
    match proposal {
        Proposal::Family => {
            "proposed: give both the same `family`, if they are pages of one outlet: they look alike"
                .to_owned()
        }
        Proposal::Carries(at, id) => {
            format!("proposed: `carries: {}` on `{}`: most of it is the other’s copy", named(id), source(*at))
        }
        Proposal::Via(at, id) => format!(
            "proposed: `via: [{}]` with the quotations of `{}` that hold words nobody credits",
            named(id),
            source(*at)
        ),
    }
}

fn credited(run: &Run) -> String {
    let speech = if run.speech { "speech, " } else { "" };
    match &run.credit {
        Credit::Through(ids) => {
            let ids: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
            format!("{speech}said to come through {}", ids.join(", "))
        }
        Credit::Family => format!("{speech}within one family"),
        Credit::Unsaid => format!("{speech}not said whose they are"),
    }
}

/// The sentence with the word that differs in brackets; empty brackets where the other has one more.
fn marked(side: Side, sentence: Span, word: Span) -> String {
    let before = side.words(Span::new(sentence.start, word.start));
    let after = side.words(Span::new(word.end, sentence.end));
    let glue = if after.starts_with(|c: char| c.is_alphanumeric()) { " " } else { "" };
    format!("{before} [{}]{glue}{after}", side.words(word)).trim_start().to_owned()
}

fn pair(dossier: &Dossier, overlap: &Overlap) -> Value {
    let (one, other) = sides(dossier, overlap);
    let share = |side: Side, share: Share| json!({"source": side.id(), "shared-words": share.words, "words": share.of, "percent": share.percent()});
    let standing = &overlap.standing;
    let runs: Vec<Value> = overlap.runs.iter().map(|run| run_json((one, other), run)).collect();
    let twins: Vec<Value> = overlap.twins.iter().map(|twin| twin_json((one, other), twin)).collect();
    let proposals: Vec<Value> = standing.proposals.iter().map(|one| proposal_json(dossier, one)).collect();
    json!({
        "sources": [one.id(), other.id()],
        "words": overlap.words(),
        "shares": [share(one, overlap.shares.0), share(other, overlap.shares.1)],
        "family": standing.family,
        "carries": standing.carries.as_ref().map(Id::as_str),
        "proposals": proposals,
        "runs": runs,
        "twins": twins,
    })
}

fn run_json((one, other): (Side, Side), run: &Run) -> Value {
    let (credit, through) = match &run.credit {
        Credit::Through(ids) => ("through", ids.iter().map(Id::as_str).collect()),
        Credit::Family => ("family", Vec::new()),
        Credit::Unsaid => ("unsaid", Vec::new()),
    };
    json!({
        "words": run.shared.words,
        "text": one.words(run.shared.first),
        "at": [one.json(run.shared.first), other.json(run.shared.second)],
        "speech": run.speech,
        "credit": credit,
        "through": through,
    })
}

fn twin_json((one, other): (Side, Side), twin: &NearTwin) -> Value {
    let side = |side: Side, sentence: Span, word: Span| {
        json!({"at": side.json(sentence), "text": side.words(sentence), "word": side.words(word),
               "word-at": side.json(word)})
    };
    json!([side(one, twin.first, twin.first_word), side(other, twin.second, twin.second_word)])
}

fn proposal_json(dossier: &Dossier, proposal: &Proposal) -> Value {
    let source = |at: usize| dossier.source(at).id.value.as_str();
    match proposal {
        Proposal::Family => json!({"key": "family"}),
        Proposal::Carries(at, id) => {
            json!({"key": "carries", "source": source(*at), "origin": id.as_ref().map(Id::as_str)})
        }
        Proposal::Via(at, id) => {
            json!({"key": "via", "source": source(*at), "origin": id.as_ref().map(Id::as_str)})
        }
    }
}

fn plural(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

fn cut(words: &str, most: usize) -> String {
    if words.chars().count() <= most {
        return words.to_owned();
    }
    words.chars().take(most - 1).chain(['…']).collect()
}
