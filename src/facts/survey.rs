//! Which things of YAML does a text hold that a fact base may not?

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::codes;
use super::events::{DEEPEST, Notation, Role, Step, Style, What, events, is_null};
use super::hash;
use super::refusal::{MOST, Yaml, cut, flow_comma, too_deep};
use super::syntax;
use crate::finding::{Finding, Mark};
use crate::span::Span;

/// How many texts, maps and lists a file may hold: more than 64 MiB of sensible facts do.
const MOST_NODES: usize = 5_000_000;

/// All that must be refused before the keys are looked at, as far as the text is YAML; at most [`MOST`].
pub(super) fn survey(yaml: Yaml<'_>) -> Vec<Finding> {
    let mut survey = Survey { yaml, open: Vec::new(), found: Vec::new(), nodes: 0, documents: 0 };
    survey.found.extend(syntax::directive(yaml));
    for event in events(yaml.text) {
        let go_on = match event {
            Ok(step) => survey.see(step),
            Err(trouble) => {
                survey.stop(syntax::explain(yaml, &trouble));
                false
            }
        };
        if !go_on || survey.found.len() >= MOST {
            return survey.found;
        }
    }
    if survey.nodes == 0 {
        survey.found.push(empty(yaml));
    }
    survey.found
}

struct Survey<'a> {
    yaml: Yaml<'a>,
    open: Vec<Open<'a>>,
    found: Vec<Finding>,
    nodes: usize,
    documents: usize,
}

/// A map or list that has begun.
struct Open<'a> {
    style: Style,
    keys: BTreeMap<Cow<'a, str>, Span>,
    key: Option<(Cow<'a, str>, Span)>,
}

impl<'a> Survey<'a> {
    /// Notes what is wrong with a step; false if nothing after it makes sense.
    fn see(&mut self, step: Step<'a>) -> bool {
        if let Some(tag) = step.tag {
            self.refuse_tag(tag);
        }
        if !self.count(&step) {
            return false;
        }
        match step.what {
            What::Document => return self.another_document(step.span),
            What::Anchor => self.refuse_anchor(step.span, "anchor"),
            What::Alias => self.refuse_anchor(step.span, "alias"),
            What::Scalar(text, notation) if step.role == Role::Key => self.key(text, notation, step.span),
            What::Scalar(text, Notation::Plain) if is_null(&text) && step.tag.is_none() => {
                self.null(step.span, step.role);
            }
            What::Scalar(_, Notation::Plain) => self.text(step.span, step.role),
            What::Scalar(..) => {}
            What::Map(style) | What::List(style) => return self.begin(style, step.span, step.role),
            What::End => {
                self.open.pop();
            }
        }
        true
    }

    /// The last that is found: it tells what was seen inside of its place, too.
    fn stop(&mut self, finding: Finding) {
        let Span { start, end } = finding.at.spot.span;
        self.found.retain(|other| other.at.spot.span.start < start || other.at.spot.span.end > end);
        self.found.push(finding);
    }

    fn count(&mut self, step: &Step<'_>) -> bool {
        self.nodes += usize::from(step.role != Role::None);
        if self.nodes > MOST_NODES {
            let help = "split the facts, or remove what is repeated";
            self.refuse(
                codes::TOO_LARGE,
                step.span,
                "this file has more than 5,000,000 parts".to_owned(),
                help,
            );
        }
        self.nodes <= MOST_NODES
    }

    fn another_document(&mut self, at: Span) -> bool {
        self.documents += 1;
        if self.documents > 1 {
            let message = "a second document starts here".to_owned();
            self.refuse(
                codes::SECOND_DOCUMENT,
                at,
                message,
                "keep one document in a file, and `include` other files",
            );
        }
        self.documents <= 1
    }

    fn begin(&mut self, style: Style, at: Span, role: Role) -> bool {
        if role == Role::Key {
            let message = "a map or a list stands where a key is due".to_owned();
            self.refuse(
                codes::WRONG_TYPE,
                at,
                message,
                "write a key in one word; quote it if it begins with `{` or `[`",
            );
        }
        self.open.push(Open { style, keys: BTreeMap::new(), key: None });
        if self.open.len() > DEEPEST {
            self.found.push(too_deep(self.yaml, at));
        }
        self.open.len() <= DEEPEST
    }

    fn key(&mut self, text: Cow<'a, str>, notation: Notation, at: Span) {
        if notation == Notation::Plain && text == "<<" {
            self.refuse_anchor(at, "merge key");
        } else if notation == Notation::Plain && is_null(&text) {
            let message = "a value stands here without a key".to_owned();
            self.refuse(codes::NULL, at, message, "write the key in front of the `:`");
        }
        let Some(open) = self.open.last_mut() else { return };
        open.key = Some((text.clone(), at));
        if let Some(first) = open.keys.get(&text).copied() {
            let message = format!("`{}` stands twice in one map", cut(&text));
            let mut finding =
                self.yaml.refuse(codes::DUPLICATE_KEY, at, message, "keep one of the two, or rename one");
            finding.seen.push(Mark { spot: self.yaml.spot(first), label: "first here".to_owned() });
            self.found.push(finding);
        } else {
            open.keys.insert(text, at);
        }
    }

    /// A text without quotation marks: a `#` in it makes a comment of its end.
    fn text(&mut self, at: Span, role: Role) {
        let column = match self.open.last() {
            Some(Open { style: Style::Block, key: Some((_, key)), .. }) if role == Role::Value => {
                Some(self.column(key.start))
            }
            Some(Open { style: Style::Block, .. }) if role == Role::Item => Some(self.indentation(at.start)),
            _ => None,
        };
        self.found.extend(hash::cuts(self.yaml, at.end, column));
    }

    /// How many bytes stand before byte `at` on its line.
    fn column(&self, at: usize) -> usize {
        at - self.line(at)
    }

    /// How many blanks begin the line of byte `at`.
    fn indentation(&self, at: usize) -> usize {
        let line = self.yaml.text.get(self.line(at)..at).unwrap_or_default();
        line.len() - line.trim_start_matches(' ').len()
    }

    /// Where the line of byte `at` begins.
    fn line(&self, at: usize) -> usize {
        self.yaml.text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
    }

    fn null(&mut self, at: Span, role: Role) {
        let written = at.of(self.yaml.text);
        let or = |other: &str| match written {
            "" => format!(", or {other}"),
            word => format!(", {other}, or quote the word if it is meant: `\"{word}\"`"),
        };
        match self.open.last().and_then(|open| Some((open.style, open.key.clone()?))) {
            Some((Style::Flow, (key, place))) if role == Role::Value && !self.has_colon(place) => {
                self.found.push(flow_comma(self.yaml, &key, place));
            }
            Some((_, (_, place))) if role == Role::Value && at.is_empty() && self.is_cut(place) => {}
            Some((_, (key, place))) if role == Role::Value => {
                let place = if at.is_empty() { place } else { at };
                let help = format!("write its value{}", or("remove the key"));
                self.refuse(codes::NULL, place, format!("`{}` has no value", cut(&key)), &help);
            }
            _ if role == Role::Root => self.found.push(empty(self.yaml)),
            _ => {
                let help = format!("write its text{}", or("remove the `-`"));
                self.refuse(codes::NULL, at, "an item of this list has no value".to_owned(), &help);
            }
        }
    }

    /// Whether a `#` takes the whole text behind a key; says so.
    fn is_cut(&mut self, key: Span) -> bool {
        let behind = self.yaml.text.get(key.end..).unwrap_or_default();
        let colon = behind.trim_start().strip_prefix(':').map(str::len);
        let finding = colon.and_then(|left| hash::cuts(self.yaml, self.yaml.text.len() - left, None));
        let is_cut = finding.is_some();
        self.found.extend(finding);
        is_cut
    }

    /// Whether a key in braces is followed by a colon, and so was meant to be one.
    fn has_colon(&self, key: Span) -> bool {
        self.yaml.text.get(key.end..).is_some_and(|rest| rest.trim_start().starts_with(':'))
    }

    fn refuse_tag(&mut self, at: Span) {
        let tag = at.of(self.yaml.text);
        let message =
            if tag.is_empty() { "a tag stands here".to_owned() } else { format!("`{}` is a tag", cut(tag)) };
        let help = "remove it, or quote the text if it begins with `!`: every value is text";
        self.refuse(codes::TAG, at, message, help);
    }

    fn refuse_anchor(&mut self, at: Span, what: &str) {
        let word = cut(at.of(self.yaml.text));
        let help = "write the value out, or quote the text if it begins with this sign";
        let article = if what.starts_with('a') { "an" } else { "a" };
        self.refuse(codes::ANCHOR, at, format!("`{word}` is {article} {what}"), help);
    }

    fn refuse(&mut self, code: &'static str, at: Span, message: String, help: &str) {
        self.found.push(self.yaml.refuse(code, at, message, help));
    }
}

fn empty(yaml: Yaml<'_>) -> Finding {
    let message = "the file holds nothing".to_owned();
    yaml.refuse(
        codes::EMPTY_FILE,
        Span::default(),
        message,
        "write at least `title`, `as-of`, `sources` and `facts`",
    )
}
