//! Which fields has what stands before a dot in a template?

use serde_json::Value;

use crate::briefing;

/// What the templates see, as its types have it.
pub(super) struct View {
    schema: Value,
    /// Whether the fields of the whole briefing have names of their own, as in Tera.
    pub(super) open: bool,
}

/// So many names are followed to where they come from.
const DEEPEST: usize = 8;
/// So many bytes are looked at on each side of a name.
const NEAR: usize = 200;

impl View {
    /// The briefing; `open` if its fields have names of their own.
    pub(super) fn new(open: bool) -> Self {
        Self { schema: briefing::schema(), open }
    }

    /// The fields of the expression with which `before` ends, the dot after it left out; none if that cannot be told.
    pub(super) fn fields_before(&self, before: &str) -> Option<Vec<&str>> {
        let expression = expression_at_end(before);
        let earlier = before.get(..before.len() - expression.len())?;
        let fields = fields(self.kind(expression, earlier, 0)?);
        (!fields.is_empty()).then_some(fields)
    }

    /// Every field of every type.
    pub(super) fn all_fields(&self) -> Vec<&str> {
        let inner = self.schema.get("$defs").and_then(Value::as_object);
        let types = inner.into_iter().flat_map(|types| types.values()).chain([&self.schema]);
        types.flat_map(fields).collect()
    }

    /// The type of an expression; `before` is the template up to it.
    fn kind<'v>(&'v self, expression: &str, before: &str, depth: usize) -> Option<&'v Value> {
        if depth > DEEPEST {
            return None;
        }
        let (name, mut rest) = word(expression.trim());
        let mut kind = self.bound(name, before, depth)?;
        while !rest.is_empty() {
            (kind, rest) = self.step(kind, rest)?;
        }
        Some(kind)
    }

    /// One step further: a field, a method, an index.
    fn step<'v, 't>(&'v self, kind: &'v Value, rest: &'t str) -> Option<(&'v Value, &'t str)> {
        if rest.starts_with('[') {
            return Some((self.item(kind)?, past_bracket(rest)?));
        }
        let rest = rest.strip_prefix('?').unwrap_or(rest).strip_prefix('.')?;
        let (name, rest) = word(rest);
        match name {
            "first" | "last" | "at" if rest.starts_with('(') => Some((self.item(kind)?, past_bracket(rest)?)),
            "filter" | "rev" | "sorted" | "slice" | "enumerate" if rest.starts_with('(') => {
                Some((kind, past_bracket(rest)?))
            }
            _ if rest.starts_with('(') => None,
            _ => Some((self.resolved(field(kind, name)?), rest)),
        }
    }

    /// The type of a name: that of the nearest place before which gives it a value.
    fn bound<'v>(&'v self, name: &str, before: &str, depth: usize) -> Option<&'v Value> {
        if name.is_empty() {
            return None;
        }
        for (at, _) in before.rmatch_indices(name) {
            let (head, rest) = (before.get(..at)?, before.get(at + name.len()..)?);
            if head.ends_with(in_word) || rest.starts_with(in_word) || head.ends_with('.') {
                continue;
            }
            match binding(last(head, NEAR), first(rest, NEAR)) {
                Binding::None => {}
                Binding::Unknown => return None,
                Binding::Data => return Some(&self.schema),
                Binding::As(value) => return self.kind(value, head, depth + 1),
                Binding::Each(list) => return self.item(self.kind(list, head, depth + 1)?),
            }
        }
        self.open.then(|| field(&self.schema, name)).flatten().map(|kind| self.resolved(kind))
    }

    fn item<'v>(&'v self, list: &'v Value) -> Option<&'v Value> {
        list.get("items").map(|item| self.resolved(item))
    }

    /// Follows a reference, and takes what may be missing for what is there.
    fn resolved<'v>(&'v self, kind: &'v Value) -> &'v Value {
        let choices = kind.get("anyOf").and_then(Value::as_array);
        let kind = choices.and_then(|choices| choices.first()).unwrap_or(kind);
        let name = kind.get("$ref").and_then(Value::as_str).and_then(|path| path.strip_prefix('#'));
        name.and_then(|path| self.schema.pointer(path)).unwrap_or(kind)
    }
}

/// How a name comes by its value.
enum Binding<'t> {
    /// It is only used here.
    None,
    /// It is a parameter: anything may be given for it.
    Unknown,
    /// It is the whole briefing.
    Data,
    /// It is this expression.
    As(&'t str),
    /// It is each of this list.
    Each(&'t str),
}

/// What is around a name, if that gives it a value: `for x in LIST`, `let x = VALUE`, `set x = VALUE`, `LIST.map(x => …)`.
fn binding<'t>(head: &'t str, rest: &'t str) -> Binding<'t> {
    let after = rest.trim_start().trim_start_matches(')').trim_start();
    let keyword =
        |word: &str| head.trim_end().strip_suffix(word).is_some_and(|head| !head.ends_with(in_word));
    if let Some(list) = after.strip_prefix("in ") {
        let pair = head.rsplit("for ").next().is_some_and(|names| !names.contains(['%', '\n', '{']));
        return if keyword("for") || pair { Binding::Each(expression(list)) } else { Binding::None };
    }
    let bound = keyword("let") || keyword("set") || keyword("set_global");
    if let Some(value) = after.strip_prefix('=').filter(|value| bound && !value.starts_with(['=', '>'])) {
        let data = value.trim_start().starts_with("json(");
        return if data { Binding::Data } else { Binding::As(expression(value)) };
    }
    if after.starts_with("=>") {
        let opened = head.trim_end_matches(|sign: char| sign != '(').trim_end_matches('(');
        let list = opened.strip_suffix(".map").or_else(|| opened.strip_suffix(".filter"));
        return list.map_or(Binding::Unknown, |list| Binding::Each(expression_at_end(list)));
    }
    let line = head.rsplit('\n').next().unwrap_or_default();
    let defines =
        |word: &str| line.rsplit(word).next().is_some_and(|rest| rest.len() < line.len() && open_list(rest));
    if defines("let ") || defines("component ") { Binding::Unknown } else { Binding::None }
}

/// Whether `head` is a name with a list of parameters that is still open.
fn open_list(head: &str) -> bool {
    let (_, rest) = word(head);
    rest.starts_with('(') && !rest.contains(')')
}

/// The names of a type's fields.
fn fields(kind: &Value) -> Vec<&str> {
    let own = kind.get("properties").and_then(Value::as_object);
    let variants = kind.get("oneOf").and_then(Value::as_array).into_iter().flatten();
    let inner = variants.filter_map(|kind| kind.get("properties").and_then(Value::as_object));
    let mut names: Vec<&str> =
        own.into_iter().chain(inner).flat_map(|keys| keys.keys().map(String::as_str)).collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn field<'v>(kind: &'v Value, name: &str) -> Option<&'v Value> {
    kind.get("properties").and_then(|keys| keys.get(name))
}

/// The path at the start of `text`: names, dots, indices and calls.
fn expression(text: &str) -> &str {
    let text = text.trim_start();
    let (_, mut rest) = word(text);
    loop {
        let further = rest.strip_prefix('?').unwrap_or(rest);
        let next = match further.chars().next() {
            Some('.') => further.get(1..).map(|further| word(further).1),
            Some('[' | '(') => past_bracket(further),
            _ => None,
        };
        let Some(next) = next else { return text.get(..text.len() - rest.len()).unwrap_or_default() };
        rest = next;
    }
}

/// The path at the end of `text`.
fn expression_at_end(text: &str) -> &str {
    let near = last(text, NEAR);
    let starts = near.char_indices().map(|(at, _)| at).chain([near.len()]);
    let whole = |at: &usize| {
        let rest = near.get(*at..).unwrap_or_default();
        let begins = rest.starts_with(|sign: char| sign.is_alphabetic() || sign == '_');
        let inside =
            near.get(..*at).is_some_and(|head| head.ends_with(|sign: char| in_word(sign) || sign == '.'));
        begins && !inside && expression(rest).len() == rest.len()
    };
    starts.clone().find(whole).and_then(|at| near.get(at..)).unwrap_or_default()
}

/// The name at the start of `text`, and what comes after it.
fn word(text: &str) -> (&str, &str) {
    let end = text.find(|sign: char| !in_word(sign)).unwrap_or(text.len());
    // A minus at a tag's end is no part of a name.
    let name = text.get(..end).unwrap_or_default().trim_end_matches('-');
    text.split_at(name.len())
}

fn in_word(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '_' || sign == '-'
}

/// What comes after the bracket with which `text` begins; none if that is not closed.
fn past_bracket(text: &str) -> Option<&str> {
    let mut depth = 0_usize;
    for (at, sign) in text.char_indices() {
        match sign {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return text.get(at + sign.len_utf8()..);
        }
    }
    None
}

fn first(text: &str, most: usize) -> &str {
    text.get(..crate::span::floor_char_boundary(text, most)).unwrap_or_default()
}

fn last(text: &str, most: usize) -> &str {
    text.get(crate::span::floor_char_boundary(text, text.len().saturating_sub(most))..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(text: &str, open: bool) -> Option<Vec<String>> {
        let view = View::new(open);
        view.fields_before(text).map(|all| all.into_iter().map(str::to_owned).collect())
    }

    fn has(text: &str, open: bool, field: &str) -> bool {
        fields(text, open).is_some_and(|all| all.iter().any(|one| one == field))
    }

    #[test]
    fn a_field_of_the_briefing_has_its_type_s_fields() {
        assert!(has("{{ as_of", true, "weekday"));
        assert!(has("{{ figures[0].support", true, "origins"));
        assert!(has("{{ edition", true, "corrects"));
    }

    #[test]
    fn what_a_loop_runs_over_is_one_of_a_list() {
        let text = "{% for section in sections %}{% for fact in section.facts -%}{{ fact";
        assert!(has(text, true, "claim"));
        assert!(has("{% for i, one in sources %}{{ one", true, "sha256"));
        assert!(has("{% set first = figures[0] %}{{ first.support", true, "single"));
    }

    #[test]
    fn typst_s_ways_are_followed_too() {
        let data = "#let b = json(\"briefing.json\")\n";
        assert!(has(&format!("{data}#b"), false, "chronology"));
        assert!(has(&format!("{data}#for s in b.sections {{ for f in s.facts {{ f"), false, "claim"));
        assert!(has(&format!("{data}#b.figures.map(f => f"), false, "range"));
        assert!(has(&format!("{data}#b.notes.first()"), false, "origin"));
        assert!(has(&format!("{data}#for (i, n) in b.notes.enumerate() [#n"), false, "quote"));
        assert!(has(
            &format!("{data}#let high = b.differences.filter(d => true)\n#for d in high {{ d"),
            false,
            "sides"
        ));
    }

    #[test]
    fn what_may_be_anything_is_not_guessed() {
        let data = "#let b = json(\"briefing.json\")\n#for d in b.notes { d }\n";
        assert_eq!(fields(&format!("{data}#let card(d) = d"), false), None);
        assert_eq!(fields("{% component card(fact: map) %}{{ fact", true), None);
        assert_eq!(fields("{{ title", true), None);
        assert_eq!(fields("{{ ", true), None);
    }

    #[test]
    fn a_template_of_megabytes_costs_little() {
        let text = format!("{}{{{{ f", "f f.f(f[ ".repeat(400_000));
        assert_eq!(fields(&text, true), None);
    }
}
