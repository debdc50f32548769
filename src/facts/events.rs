//! What stands in a YAML text, one thing after the other, with its part in the whole.

use std::borrow::Cow;

use serde_saphyr::granit_parser::{self as yaml, ErrorKind, Event, ScalarStyle, StructureStyle};

use crate::span::Span;

/// How many maps and lists may stand in each other; the format needs seven.
pub(super) const DEEPEST: usize = 24;

/// One thing in a YAML text.
#[derive(Debug)]
pub(super) struct Step<'a> {
    /// What it is.
    pub(super) what: What<'a>,
    /// Where it stands; a map or list in block style starts here and has no length.
    pub(super) span: Span,
    /// The tag in front of it.
    pub(super) tag: Option<Span>,
    /// Its part in the map or list around it.
    pub(super) role: Role,
}

/// What a [`Step`] is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum What<'a> {
    /// A text; whether it has no quotation marks and no block style.
    Scalar(Cow<'a, str>, Notation),
    /// The start of a map.
    Map(Style),
    /// The start of a list.
    List(Style),
    /// The end of a map or list.
    End,
    /// `&name`, after the thing that it names.
    Anchor,
    /// `*name`.
    Alias,
    /// The start of a document.
    Document,
}

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Notation {
    /// As it is.
    Plain,
    /// In quotation marks, or as a block.
    Marked,
}

/// How a map or list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// A line for each entry.
    Block,
    /// In braces or brackets.
    Flow,
}

/// The part of a thing in the map or list around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Nothing is around it.
    Root,
    /// The key of an entry.
    Key,
    /// The value of an entry.
    Value,
    /// One of a list.
    Item,
    /// No part: an end, an anchor, a document.
    None,
}

/// Why a text is not YAML, and where the parser saw it.
#[derive(Debug)]
pub(super) struct Trouble {
    /// What the parser saw.
    pub(super) kind: ErrorKind,
    /// The byte.
    pub(super) at: usize,
}

/// The open maps and lists: for a map, whether its next thing is a key.
enum Open {
    Map { key_is_next: bool },
    List,
}

/// Reads a YAML text from its beginning to its end or its first trouble.
pub(super) fn events(text: &str) -> impl Iterator<Item = Result<Step<'_>, Trouble>> {
    let options = yaml::options! {
        emit_anchor_events: true,
        emit_unresolved_aliases: true,
        emit_comments: false,
        flow_nesting_limit: DEEPEST,
        block_nesting_limit: DEEPEST,
    };
    let mut open: Vec<Open> = Vec::new();
    let parser = yaml::Parser::new_from_str_with_options(text, options);
    parser.filter_map(move |event| match event {
        Ok((event, span)) => step(event, span, &mut open).map(Ok),
        Err(error) => Some(Err(Trouble {
            kind: error.kind().clone(),
            at: error.marker().byte_offset().unwrap_or(text.len()).min(text.len()),
        })),
    })
}

fn step<'a>(event: Event<'a>, span: yaml::Span, open: &mut Vec<Open>) -> Option<Step<'a>> {
    let tag = span.tag_span().or_else(|| span.tag_start().map(yaml::Span::empty)).map(bytes);
    let style = |style| if style == StructureStyle::Flow { Style::Flow } else { Style::Block };
    let (what, role) = match event {
        Event::Scalar(text, how, ..) => {
            let notation = if how == ScalarStyle::Plain { Notation::Plain } else { Notation::Marked };
            (What::Scalar(text, notation), next_role(open))
        }
        Event::MappingStart(how, ..) => {
            let role = next_role(open);
            open.push(Open::Map { key_is_next: true });
            (What::Map(style(how)), role)
        }
        Event::SequenceStart(how, ..) => {
            let role = next_role(open);
            open.push(Open::List);
            (What::List(style(how)), role)
        }
        Event::MappingEnd | Event::SequenceEnd => {
            open.pop();
            (What::End, Role::None)
        }
        Event::Anchor(..) => (What::Anchor, Role::None),
        Event::Alias(_) | Event::UnresolvedAlias(_) => (What::Alias, next_role(open)),
        Event::DocumentStart(..) => (What::Document, Role::None),
        _ => return None,
    };
    Some(Step { what, span: bytes(span), tag, role })
}

fn next_role(open: &mut [Open]) -> Role {
    match open.last_mut() {
        None => Role::Root,
        Some(Open::List) => Role::Item,
        Some(Open::Map { key_is_next }) => {
            *key_is_next = !*key_is_next;
            if *key_is_next { Role::Value } else { Role::Key }
        }
    }
}

fn bytes(span: yaml::Span) -> Span {
    span.byte_range().map(|range| Span::new(range.start, range.end)).unwrap_or_default()
}

/// Whether an unmarked text means "nothing" in YAML.
pub(super) fn is_null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}
