//! How is a field of one paragraph read, so that nothing in it begins a list, a heading or a quotation?

use super::Inline;

/// Stands before a field of one paragraph, so that no block begins with the field's own first words.
/// It is punctuation, so that stress may open right after it, and itself begins nothing.
pub(super) const GUARD: &str = ".";

/// The field as one paragraph, after the guard.
pub(super) fn one_paragraph(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + GUARD.len());
    out.push_str(GUARD);
    // One byte for one byte: places in the field stay what they are.
    out.extend(text.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }));
    out
}

/// The paragraph that was read, without the guard.
pub(super) fn without_guard(mut inlines: Vec<Inline>) -> Vec<Inline> {
    if let Some(Inline::Text { text }) = inlines.first_mut() {
        *text = text.strip_prefix(GUARD).unwrap_or(text).trim_start().to_owned();
        if text.is_empty() {
            inlines.remove(0);
        }
    }
    inlines
}
