//! How are sentences of prose held together with the citations that stand right after them?

use crate::span::Span;

/// The sentences of a text, each with the citations that stand right after it: `… alone. [@fact]` cites for it.
pub(super) fn sentences_with_cites(text: &str, sentences: Vec<Span>) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        match joined.last_mut() {
            Some(before) if sentence.of(text).trim_start().starts_with("[@") => {
                before.end = citations_end(text, sentence);
            }
            _ => {}
        }
        joined.push(sentence);
    }
    joined
}

/// The byte after the citations with which a stretch of text begins.
fn citations_end(text: &str, stretch: Span) -> usize {
    let mut rest = stretch.of(text);
    while let Some(inner) = rest.trim_start().strip_prefix("[@") {
        let Some((_, after)) = inner.split_once(']') else { break };
        rest = after;
    }
    stretch.end - rest.len()
}

/// The citations that stand in a sentence; `cites` stand in the order of the text.
pub(super) fn within(cites: &[(String, Span)], sentence: Span) -> &[(String, Span)] {
    let from = cites.partition_point(|(_, span)| span.end <= sentence.start);
    let to = cites.partition_point(|(_, span)| span.start < sentence.end);
    cites.get(from..to.max(from)).unwrap_or_default()
}
