//! What do Typst's errors say of a project's own Typst template, and what is there instead?

use super::receiver::View;
use super::trouble::{Fault, HELP, TemplateTrouble};
use crate::render::offer::{nearest, offer};
use crate::render::templates::Templates;
use crate::span::Span;
use crate::typst::{Diagnostic, Severity};

/// Findings for what Typst says of the project's own templates, and of ours that import one of them; it sets `main`.
/// None if it says nothing of these.
pub(in crate::render) fn typst_trouble(
    diagnostics: &[Diagnostic],
    templates: &Templates,
    main: &str,
) -> Option<TemplateTrouble> {
    let errors = diagnostics.iter().filter(|one| one.severity == Severity::Error);
    let faults = errors.filter_map(|one| {
        let name = match one.file.as_deref() {
            Some(SOURCE) | None => main,
            Some(file) => file,
        };
        let text = templates.get(name)?;
        // What one of ours lacks, the project's file that it imports should give.
        let theirs =
            templates.is_own(name) || imports(templates, text).any(|(name, _)| templates.is_own(name));
        theirs.then(|| match one.file {
            Some(_) => fault(templates, name, (&one.message, byte(text, one.line, one.column))),
            None => Fault::whole(name, format!("cannot be set: {}", one.message)),
        })
    });
    let faults: Vec<Fault> = faults.collect();
    (!faults.is_empty()).then(|| TemplateTrouble::new(templates, faults))
}

/// The template that is set, as Typst names it.
const SOURCE: &str = "<stdin>";

fn fault(templates: &Templates, name: &str, (message, at): (&str, usize)) -> Fault {
    let text = templates.get(name).unwrap_or_default();
    let span = word_at(text, at);
    let imported: String = imports(templates, text).map(|(_, text)| text).collect();
    let (message, label, help) = told(message, (text, &imported), span);
    let help = if help.is_empty() { HELP.to_owned() } else { help };
    Fault {
        template: name.to_owned(),
        span: Some(span),
        message,
        label: label.to_owned(),
        seen: Vec::new(),
        help,
    }
}

/// The `.typ` files that a template imports: names and texts.
fn imports<'t>(templates: &'t Templates, text: &'t str) -> impl Iterator<Item = (&'t str, &'t str)> {
    let named = move |name: &str| name.ends_with(".typ") && text.contains(&format!("import \"{name}\""));
    templates.iter().filter(move |(name, _)| named(name))
}

fn told(message: &str, (text, imported): (&str, &str), span: Span) -> (String, &'static str, String) {
    if let Some(key) = between(message, "dictionary does not contain key \"", '"') {
        return (
            format!("no field is called `{key}` here"),
            "not known",
            fields((text, imported), key, span),
        );
    }
    if let Some(variable) = message.strip_prefix("unknown variable: ") {
        let known: Vec<&str> = bound(text).chain(bound(imported)).collect();
        return (
            format!("nothing is called `{variable}` here"),
            "not known",
            offer(variable, &known, "the template has"),
        );
    }
    if message.starts_with("file not found") {
        let help = "a Typst template reads the data and the other `.typ` files of `templates/`, and no other file of the project";
        return (message.to_owned(), "", help.to_owned());
    }
    (message.to_owned(), "", String::new())
}

/// What is there in the place of the field `key`.
fn fields((text, imported): (&str, &str), key: &str, span: Span) -> String {
    let view = View::new(false);
    // Of `b.at("key")` Typst names the beginning.
    let rest = text.get(span.start..).unwrap_or_default();
    let called = rest.find(&format!(".at(\"{key}\"")).map(|at| span.start + at);
    let end = called.unwrap_or_else(|| span.start.saturating_sub(1));
    let before = format!("{imported}\n{}", text.get(..end).unwrap_or_default());
    let known = view.fields_before(&before).filter(|fields| !fields.contains(&key));
    match known {
        Some(fields) => offer(key, &fields, "there are"),
        None => nearest(key, &view.all_fields())
            .map_or_else(String::new, |near| format!("did you mean a field named `{near}`?")),
    }
}

/// The names that the template binds with `let`.
fn bound(text: &str) -> impl Iterator<Item = &str> {
    let names = text.split("let ").skip(1);
    names.filter_map(|rest| {
        let end = rest
            .find(|sign: char| !(sign.is_alphanumeric() || matches!(sign, '_' | '-')))
            .unwrap_or(rest.len());
        rest.get(..end).filter(|name| !name.is_empty())
    })
}

fn between<'t>(text: &'t str, before: &str, after: char) -> Option<&'t str> {
    text.strip_prefix(before)?.split(after).next()
}

/// The byte of a line and a column, both from one.
fn byte(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text.get(start..).unwrap_or_default();
    start + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at)
}

/// The word that begins at byte `at`, or one character.
fn word_at(text: &str, at: usize) -> Span {
    let rest = text.get(at..).unwrap_or_default();
    let word =
        rest.find(|sign: char| !(sign.is_alphanumeric() || matches!(sign, '_' | '-'))).unwrap_or(rest.len());
    let one = rest.chars().next().filter(|sign| *sign != '\n').map_or(0, char::len_utf8);
    Span::new(at, at + word.max(one))
}
