//! Which keys lead to a place in a YAML text?

use super::events::{Role, Style, What, events};
use crate::span::Span;

/// The maps around a place, outermost first.
#[derive(Debug, Default)]
pub(super) struct Route {
    /// The maps, each with its keys up to the place.
    pub(super) maps: Vec<Map>,
    /// Whether the innermost map or list stands in braces or brackets.
    pub(super) in_flow: bool,
    /// The first thing after the place: the value, if the place is that of a key.
    pub(super) next: Option<Span>,
}

/// A map on the way.
#[derive(Debug)]
pub(super) struct Map {
    /// How it is written.
    pub(super) style: Style,
    /// Whether it is the value of a key, an item of a list, or the whole file.
    pub(super) role: Role,
    /// Its keys up to the place.
    pub(super) keys: Vec<Key>,
}

/// A key with its place.
#[derive(Debug, Clone)]
pub(super) struct Key {
    /// As typed.
    pub(super) name: String,
    /// Where.
    pub(super) at: Span,
}

impl Route {
    /// The innermost key at or before the place.
    pub(super) fn key(&self) -> Option<&Key> {
        self.maps.iter().rev().find_map(|map| map.keys.last())
    }

    /// The key whose value holds the innermost map.
    pub(super) fn owner(&self) -> Option<&Key> {
        let outer = self.maps.len().checked_sub(2)?;
        self.maps.get(outer)?.keys.last()
    }
}

/// The keys that start at byte `place` or before it and around it.
pub(super) fn to(text: &str, place: usize) -> Route {
    let mut open: Vec<Open> = Vec::new();
    for step in events(text).map_while(Result::ok) {
        if step.role != Role::None && step.span.start > place {
            return route(open, Some(step.span));
        }
        match step.what {
            What::Map(style) => open.push(Open::Map(Map { style, role: step.role, keys: Vec::new() })),
            What::List(style) => open.push(Open::List(style)),
            // The end of the last map at the end of the text still belongs to a place inside of it.
            What::End if step.span.start > place => break,
            What::End => {
                open.pop();
            }
            What::Scalar(name, _) if step.role == Role::Key => {
                if let Some(Open::Map(map)) = open.last_mut() {
                    map.keys.push(Key { name: name.into_owned(), at: step.span });
                }
            }
            _ => {}
        }
    }
    route(open, None)
}

/// A map or list that has begun.
enum Open {
    Map(Map),
    List(Style),
}

fn route(open: Vec<Open>, next: Option<Span>) -> Route {
    let in_flow = match open.last() {
        Some(Open::Map(map)) => map.style == Style::Flow,
        Some(Open::List(style)) => *style == Style::Flow,
        None => false,
    };
    let map = |open| if let Open::Map(map) = open { Some(map) } else { None };
    Route { maps: open.into_iter().filter_map(map).collect(), in_flow, next }
}
