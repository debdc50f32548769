//! Where in the facts do characters of some kind stand?

use super::base::FactBase;
use super::fields::{self, Scalar};
use super::located::Text;
use super::place::within;
use crate::span::{Files, Span, Spot};

/// The first run of such characters in each text of the facts, blanks between them included: at most `most` places, in
/// the order of the keys.
#[must_use]
pub fn runs(base: &FactBase, files: &Files, wanted: &dyn Fn(char) -> bool, most: usize) -> Vec<Spot> {
    let mut found: Vec<Text> = Vec::new();
    let mut spans = Vec::new();
    fields::each(&mut base.clone(), &mut |scalar| {
        let Scalar { value: Some(value), at, .. } = scalar else { return };
        if found.len() == most {
            return;
        }
        if let Some(span) = first_run(value, wanted) {
            found.push(Text { value: value.clone(), at: *at });
            spans.push(span);
        }
    });
    found.iter().zip(spans).map(|(text, span)| within(files, text, span)).collect()
}

/// The bytes from the first such character on, as long as nothing but blanks stands between them.
#[must_use]
pub fn first_run(text: &str, wanted: &dyn Fn(char) -> bool) -> Option<Span> {
    let start = text.find(wanted)?;
    let mut end = start;
    for (at, c) in text.get(start..)?.char_indices() {
        if wanted(c) {
            end = start + at + c.len_utf8();
        } else if !c.is_whitespace() || c == '\n' {
            break;
        }
    }
    Some(Span::new(start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_ends_with_its_last_character() {
        let upper = |text: &str| first_run(text, &char::is_uppercase).map(|span| span.of(text).to_owned());
        assert_eq!(upper("ab CD E fG").as_deref(), Some("CD E"));
        assert_eq!(upper("ÄÖ").as_deref(), Some("ÄÖ"));
        assert_eq!(upper("ab"), None);
    }
}
