//! Which key or value does not belong where it stands?

use serde_saphyr::Error;

use super::codes;
use super::events::{Role, Style, is_null};
use super::evidence;
use super::located::span_of;
use super::refusal::{FLOW_COMMA_HELP, Yaml, cut, flow_comma, nearest, one_character};
use super::route::{self, Key, Route};
use super::slip::{self, Slip};
use crate::finding::Finding;
use crate::span::Span;

/// Keys that an included file may not have.
const ONLY_IN_MAIN: &[&str] = &[
    "title", "subtitle", "question", "as-of", "edition", "language", "issuer", "contact", "summary",
    "include",
];

/// Words the error of reading a text that is known to be YAML.
pub(super) fn explain(yaml: Yaml<'_>, error: &Error) -> Finding {
    let at = error.location().as_ref().and_then(span_of).unwrap_or_default();
    match error {
        Error::SerdeUnknownField { field, expected, .. } => unknown_key(yaml, at, field, expected),
        Error::SerdeMissingField { field, .. } => missing_key(yaml, at, field),
        Error::SerdeUnknownVariant { variant, expected, .. } => wrong_word(yaml, at, variant, expected),
        Error::Unexpected { expected, .. } => wrong_type(yaml, at, expected),
        Error::Budget { .. } => {
            let message = "this file has more parts than can be meant".to_owned();
            yaml.refuse(codes::TOO_LARGE, at, message, "split the facts, or remove what is repeated")
        }
        other => {
            let help = "write `key: value` lines in block style; quote unusual texts";
            yaml.refuse(codes::SYNTAX, at, format!("this cannot be read: {}", cut(&other.to_string())), help)
        }
    }
}

fn unknown_key(yaml: Yaml<'_>, at: Span, field: &str, expected: &[&str]) -> Finding {
    let route = route::to(yaml.text, at.start);
    let map = route.maps.last();
    let key = map.and_then(|map| map.keys.iter().rev().find(|key| key.name == field));
    let at = key.map_or(at, |key| key.at);
    let near = nearest(field, expected);
    if near.is_none() && map.is_some_and(|map| map.style == Style::Flow) {
        return flow_comma(yaml, field, at);
    }
    let shown = cut(field);
    if expected == evidence::TWO {
        let message = format!("`{shown}` is a source here, and its quotation takes no further keys");
        let help = format!("write `source: {shown}` and `quote: …`, each on a line of its own");
        return yaml.refuse(codes::UNKNOWN_KEY, at, message, &help);
    }
    if ONLY_IN_MAIN.contains(&field) && route.maps.len() == 1 {
        let message = format!("`{shown}` may stand in the main file only");
        return yaml.refuse(codes::UNKNOWN_KEY, at, message, "move it to the file that includes this one");
    }
    let list = expected.join("`, `");
    let mut help = match near {
        Some(near) => format!("write `{near}`; the keys here are `{list}`"),
        None => format!("the keys here are `{list}`"),
    };
    if expected == evidence::KEYS && near.is_none() {
        help = format!("begin each quotation with its own `- `, or write `source:` and `quote:`; {help}");
    }
    let message = match route.owner() {
        Some(owner) => format!("`{}` knows no key `{shown}`", cut(&owner.name)),
        None => format!("a fact base knows no key `{shown}`"),
    };
    yaml.refuse(codes::UNKNOWN_KEY, at, message, &help)
}

fn missing_key(yaml: Yaml<'_>, at: Span, field: &str) -> Finding {
    let route = route::to(yaml.text, at.start);
    let (place, owner) = holder(yaml, at, &route);
    let message = match owner {
        Some(owner) => format!("`{}` has no `{field}`", cut(&owner.name)),
        None => format!("the fact base has no `{field}`"),
    };
    let help = match owner.filter(|_| field == "source") {
        Some(_) => "write `source:` with a source's id and `quote:`, or `- source-id: the words`".to_owned(),
        None => format!("write `{field}: …`"),
    };
    yaml.refuse(codes::MISSING_KEY, place, message, &help)
}

/// The place of the map that lacks a key, and the key whose value it is or is in. The parser names the map's last key,
/// or the one in front of it if it has none.
fn holder<'a>(yaml: Yaml<'_>, at: Span, route: &'a Route) -> (Span, Option<&'a Key>) {
    let rest = yaml.text.get(at.end..).unwrap_or_default().trim_start_matches([':', ' ', '\n', '\r', '-']);
    if rest.strip_prefix('{').is_some_and(|rest| rest.trim_start().starts_with('}')) {
        return (at, route.key());
    }
    let Some(map) = route.maps.last() else { return (at, None) };
    let owner = route.owner();
    let first = map.keys.first().map_or(at, |key| key.at);
    match owner {
        Some(owner) if map.role == Role::Value => (owner.at, Some(owner)),
        _ => (first, owner),
    }
}

fn wrong_word(yaml: Yaml<'_>, at: Span, word: &str, expected: &[&str]) -> Finding {
    let route = route::to(yaml.text, at.start);
    let place = route.next.unwrap_or(at);
    let list = expected.join("`, `");
    let help = match nearest(word, expected) {
        Some(near) => format!("write `{near}`; the words here are `{list}`"),
        None => format!("the words here are `{list}`"),
    };
    let message = match route.key() {
        Some(key) => format!("`{}` cannot be `{}`", cut(&key.name), cut(word)),
        None => format!("`{}` is not on the list", cut(word)),
    };
    yaml.refuse(codes::WRONG_WORD, place, message, &help)
}

fn wrong_type(yaml: Yaml<'_>, at: Span, expected: &str) -> Finding {
    let stands = what_stands(yaml.text, at);
    let (due, help) = match (expected, stands) {
        ("string scalar", "a list") => {
            ("a text", "quote the text if it begins with `[`; else keep one of the list")
        }
        ("string scalar", _) => {
            ("a text", "quote the text: a `: ` in it, or a `{` before it, makes a map of it")
        }
        ("sequence start", _) => ("a list", "write each item on a line of its own that begins with `- `"),
        (_, "a list") => ("a map", "write `key: value` lines instead of `- ` lines"),
        _ => ("a map", "write `key: value` lines below it, indented"),
    };
    // The map that stands here begins with its first key: the key wanted is the one in front.
    let before = at.start.checked_sub(1).map(|before| route::to(yaml.text, before)).unwrap_or_default();
    let place = if at.is_empty() { one_character(yaml.text, at.start) } else { at };
    if before.in_flow && stands == "a text" {
        let message = format!("a comma makes an item of `{}`", cut(at.of(yaml.text)));
        return yaml.refuse(codes::FLOW_COMMA, place, message, FLOW_COMMA_HELP);
    }
    if let Some(key) = before.key().filter(|key| stands == "a text" && is_quoting(&key.name)) {
        return no_quotation(yaml, place, key);
    }
    let message = match before.key() {
        Some(key) => format!("`{}` holds {stands} where {due} is due", cut(&key.name)),
        None => format!("the file holds {stands} where `key: value` lines are due"),
    };
    yaml.refuse(codes::WRONG_TYPE, place, message, help)
}

/// Whether a key holds a list of quotations.
fn is_quoting(key: &str) -> bool {
    matches!(key, "evidence" | "sides")
}

/// Words where a quotation is due.
fn no_quotation(yaml: Yaml<'_>, at: Span, key: &Key) -> Finding {
    if let Some(source) = slip::key_without_blank(at.of(yaml.text)) {
        let Slip { message, help, at } = slip::no_blank(source, at.start);
        return yaml.refuse(codes::WRONG_TYPE, at, message, &help);
    }
    let message = format!("`{}` holds a text where a map is due", cut(&key.name));
    yaml.refuse(codes::WRONG_TYPE, at, message, "write `- source-id: the words`")
}

fn what_stands(text: &str, at: Span) -> &'static str {
    let rest = text.get(at.start..).unwrap_or_default();
    match rest.as_bytes() {
        [b'[', ..] | [b'-', b' ' | b'\n' | b'\r', ..] => "a list",
        [b'{', ..] => "a map",
        _ if is_null(at.of(text).trim()) && !at.is_empty() => "nothing",
        _ if at.is_empty() => "a map",
        _ => "a text",
    }
}
