//! What does Tera say of which places, before it is put into our words?

use tera::{ErrorKind, ReportError};

use crate::render::templates::Templates;
use crate::span::Span;

/// One thing that Tera says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Said {
    /// In its words.
    pub(super) message: String,
    /// The template.
    pub(super) template: String,
    /// Where in it.
    pub(super) span: Option<Span>,
    /// The places from which that template was called, the nearest first.
    pub(super) called: Vec<(String, Span)>,
}

/// Takes an error apart; `main` is the template that was run.
pub(super) fn said(error: &tera::Error, templates: &Templates, main: &str) -> Vec<Said> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            vec![reported(report, &error.to_string(), templates)]
        }
        ErrorKind::MissingParent { current, parent } => {
            vec![naming(format!("Unknown template `{parent}`"), current, parent, templates)]
        }
        ErrorKind::CircularExtend { tpl, inheritance_chain } => {
            vec![circle(tpl, inheritance_chain, templates)]
        }
        ErrorKind::CircularInclude { tpl, include_chain } => vec![circle(tpl, include_chain, templates)],
        ErrorKind::Msg(text) => written_out(text, templates, main),
        _ => vec![whole(error.to_string(), main)],
    }
}

fn whole(message: String, template: &str) -> Said {
    Said { message, template: template.to_owned(), span: None, called: Vec::new() }
}

fn reported(report: &ReportError, text: &str, templates: &Templates) -> Said {
    let range = report.span().range.clone();
    Said {
        message: report.message().to_owned(),
        template: report.filename().to_owned(),
        span: Some(Span::new(range.start, range.end)),
        called: called(text, templates),
    }
}

/// A place that names another template.
fn naming(message: String, current: &str, named: &str, templates: &Templates) -> Said {
    let text = templates.get(current).unwrap_or_default();
    let quoted = |mark: char| {
        let quoted = format!("{mark}{named}{mark}");
        text.find(&quoted).map(|at| Span::new(at, at + quoted.len()))
    };
    let span = ['"', '\'', '`'].into_iter().find_map(quoted);
    Said { message, template: current.to_owned(), span, called: Vec::new() }
}

/// Templates that stand in each other.
fn circle(template: &str, chain: &[String], templates: &Templates) -> Said {
    let named: Vec<&str> = chain.iter().map(String::as_str).collect();
    let current = named.first().copied().unwrap_or(template);
    // A chain of parents leaves the template out with which it began.
    let (current, next) = if named.len() > 1 { (current, named[1]) } else { (template, current) };
    naming(format!("`{template}` stands in itself: {}", named.join(" in ")), current, next, templates)
}

/// Tera writes out what it finds wrong with names, one picture after the other.
fn written_out(text: &str, templates: &Templates, main: &str) -> Vec<Said> {
    let mut found = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some(message) = line.strip_prefix("error: ") else { continue };
        let place = lines.next().and_then(|line| line.trim_start().strip_prefix("--> "));
        let Some((template, start)) = place.and_then(|place| spot(place, templates)) else { continue };
        let carets = lines.by_ref().nth(2).map_or(1, |line| line.matches('^').count());
        let rest = templates.get(&template).and_then(|text| text.get(start..)).unwrap_or_default();
        let end = rest.char_indices().nth(carets).map_or(rest.len(), |(at, _)| at);
        let span = Some(Span::new(start, start + end));
        found.push(Said { message: message.to_owned(), template, span, called: Vec::new() });
        if found.len() == MOST {
            break;
        }
    }
    if found.is_empty() { vec![whole(text.to_owned(), main)] } else { found }
}

/// More are not read: not even these are all shown.
const MOST: usize = 20;

/// The places from which an included template or a component was called.
fn called(text: &str, templates: &Templates) -> Vec<(String, Span)> {
    let places = text.lines().filter_map(|line| line.strip_prefix("note: called from "));
    let places = places.filter_map(|place| spot(place, templates));
    places.map(|(template, at)| (template, Span::new(at, at))).collect()
}

/// `NAME:LINE:COLUMN`, where a template has that name.
fn spot(place: &str, templates: &Templates) -> Option<(String, usize)> {
    let mut parts = place.rsplitn(3, ':');
    let column: usize = parts.next()?.parse().ok()?;
    let line: usize = parts.next()?.parse().ok()?;
    let name = parts.next()?;
    let text = templates.get(name)?;
    let start: usize = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let rest = text.get(start..)?;
    let within = rest.char_indices().nth(column.checked_sub(1)?).map_or(rest.len(), |(at, _)| at);
    Some((name.to_owned(), start + within))
}
