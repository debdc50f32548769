//! Which tag of a Tera template has no end?

use crate::span::Span;

/// A tag without its end.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unclosed {
    /// What opens it: `{% if %}`, `{{`.
    pub(super) opens: String,
    /// What would end it: `{% endif %}`, `}}`.
    pub(super) ends: String,
    /// Where it stands.
    pub(super) span: Span,
}

/// The innermost tag that is still open at the end of `text`.
pub(super) fn unclosed(text: &str) -> Option<Unclosed> {
    let mut open: Vec<(&str, Span)> = Vec::new();
    let mut at = 0;
    while let Some((start, kind)) = next_tag(text, at) {
        let end = if kind == "raw" { "endraw" } else { closing(kind) };
        let Some(length) = text.get(start + 2..).and_then(|rest| rest.find(end)) else {
            let span = Span::new(start, start + 2);
            return Some(Unclosed { opens: kind.to_owned(), ends: end.to_owned(), span });
        };
        let inner = text.get(start + 2..start + 2 + length).unwrap_or_default();
        let tag = Span::new(start, start + 2 + length + end.len());
        at = tag.end;
        if kind == "{%" {
            at = past_raw(text, inner, at);
            note(&mut open, inner, tag);
        }
    }
    let (word, span) = open.pop()?;
    Some(Unclosed { opens: format!("{{% {word} %}}"), ends: format!("{{% end{word} %}}"), span })
}

/// The next `{{`, `{%` or `{#` from byte `from` on.
fn next_tag(text: &str, from: usize) -> Option<(usize, &str)> {
    let rest = text.get(from..)?;
    let bytes = rest.as_bytes();
    let at = bytes.windows(2).position(|pair| matches!(pair, b"{{" | b"{%" | b"{#"))?;
    Some((from + at, rest.get(at..at + 2)?))
}

fn closing(kind: &str) -> &'static str {
    match kind {
        "{{" => "}}",
        "{%" => "%}",
        _ => "#}",
    }
}

/// What stands in `{% raw %}` is no tag.
fn past_raw(text: &str, inner: &str, at: usize) -> usize {
    if words(inner).next() != Some("raw") {
        return at;
    }
    text.get(at..).and_then(|rest| rest.find("endraw")).map_or(text.len(), |found| at + found)
}

/// Opens or closes what the tag says.
fn note<'t>(open: &mut Vec<(&'t str, Span)>, inner: &'t str, span: Span) {
    let Some(word) = words(inner).next() else { return };
    if let Some(ended) = word.strip_prefix("end") {
        if open.last().is_some_and(|(last, _)| *last == ended) {
            open.pop();
        }
        return;
    }
    let block = match word {
        "if" | "for" | "block" | "component" | "filter" => true,
        // `{% set x %}…{% endset %}` takes what stands between, `{% set x = 1 %}` does not.
        "set" | "set_global" => !inner.contains('='),
        _ => false,
    };
    if block {
        open.push((word, span));
    }
}

fn words(inner: &str) -> impl Iterator<Item = &str> {
    inner.trim_start_matches('-').split_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<(String, usize)> {
        unclosed(text).map(|one| (format!("{} {}", one.opens, one.ends), one.span.start))
    }

    #[test]
    fn the_innermost_open_tag_is_named() {
        assert_eq!(
            found("{% for a in b %}{%- if a -%}x{% endfor %}"),
            Some(("{% if %} {% endif %}".into(), 16))
        );
        assert_eq!(found("ab{{ title"), Some(("{{ }}".into(), 2)));
        assert_eq!(found("{# never"), Some(("{# #}".into(), 0)));
        assert_eq!(found("{% set x %}y"), Some(("{% set %} {% endset %}".into(), 0)));
    }

    #[test]
    fn what_is_closed_or_raw_is_not_named() {
        assert_eq!(found("{% if a %}{{ b }}{% set c = 1 %}{% endif %}{# {% if %} #}"), None);
        assert_eq!(found("{% raw %}{% if x %}{{{% endraw %}"), None);
        assert_eq!(found(""), None);
    }
}
