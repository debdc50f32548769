//! How is the briefing set as Markdown: the escaping, the filters and the template that uses them.

use std::io;

use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::engine::{FUNCTIONS, Language, read, render};
use super::fault::Words;
use super::{TemplateTrouble, Templates};
use crate::briefing::Briefing;
use crate::markdown::{Inline, escape, write_inlines};

/// `briefing.md`: GitHub's Markdown without raw HTML.
///
/// # Errors
/// If a template is at fault.
pub fn markdown(briefing: &Briefing, templates: &Templates) -> Result<String, TemplateTrouble> {
    render(briefing, templates, &MARKDOWN).map(|text| tidy(&text))
}

/// Markdown: what its templates are called and may use.
pub(super) const MARKDOWN: Language = Language {
    suffix: ".md.tera",
    mains: ["briefing.md.tera", "factsheet.md.tera"],
    escape: escape_to,
    // Signs of direction would be taken for an attack where the file is reviewed.
    directed: false,
    furnish,
    words: Words { filters: &["address", "code", "inlines", "refs"], tests: &[], functions: FUNCTIONS },
};

fn furnish(tera: &mut Tera, briefing: &Briefing) {
    let names: Vec<String> = briefing.notes.iter().map(|note| note.name.clone()).collect();
    let name = move |note: usize| {
        let name = note.checked_sub(1).and_then(|at| names.get(at));
        name.cloned().unwrap_or_else(|| note.to_string())
    };
    let (first, second) = (name.clone(), name);
    tera.register_filter("inlines", move |value: &Value, _: Kwargs, _: &State| -> TeraResult<Value> {
        let inlines: Vec<Inline> = read(value, "prose of one paragraph")?;
        Ok(Value::safe_string(&write_inlines(&inlines, &first)))
    });
    tera.register_filter("refs", move |value: &Value, _: Kwargs, _: &State| refs(value, &second));
    tera.register_filter("code", |text: &str, _: Kwargs, _: &State| {
        let code = [Inline::Code { text: text.to_owned() }];
        Value::safe_string(&write_inlines(&code, &|_| String::new()))
    });
    tera.register_filter("address", |url: &str, _: Kwargs, _: &State| address(url));
}

fn escape_to(text: &str, out: &mut dyn io::Write) -> io::Result<()> {
    out.write_all(escape(text).as_bytes())
}

fn refs(cites: &Value, name: &dyn Fn(usize) -> String) -> TeraResult<Value> {
    let wrong = || tera::Error::message("this filter takes a list of cites");
    let mut out = String::new();
    for cite in cites.as_array().ok_or_else(wrong)? {
        let note = cite.get_from_path("note").and_then(Value::as_u64).ok_or_else(wrong)?;
        out.push_str(&format!("[^{}]", name(note as usize)));
    }
    Ok(Value::safe_string(&out))
}

/// `(https://…)`, for after the words of a link.
fn address(url: &str) -> Value {
    let words = vec![Inline::Text { text: "x".to_owned() }];
    let link = write_inlines(&[Inline::Link { url: url.to_owned(), inlines: words }], &|_| String::new());
    Value::safe_string(link.strip_prefix("[x]").unwrap_or_default())
}

/// No blanks at the ends of lines, no more than one empty line at a time, one line end at the end.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut empty = true;
    for line in text.lines().map(str::trim_end) {
        if line.is_empty() && empty {
            continue;
        }
        empty = line.is_empty();
        out.push_str(line);
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}
