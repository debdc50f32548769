//! What do Tera's errors say, in our words, and what is there instead?

use super::receiver::View;
use super::report::{Said, said};
use super::trouble::{Fault, HELP, TemplateTrouble};
use super::unclosed::unclosed;
use crate::render::offer::{nearest, offer};
use crate::render::templates::{Templates, built_in};
use crate::span::Span;

/// The words that a language's templates may use besides Tera's own.
#[derive(Debug, Clone, Copy)]
pub(in crate::render) struct Words {
    /// Filters: `{{ text | inlines }}`.
    pub(in crate::render) filters: &'static [&'static str],
    /// Tests: `{% if cite is home %}`.
    pub(in crate::render) tests: &'static [&'static str],
    /// Functions: `{{ note(number=1) }}`.
    pub(in crate::render) functions: &'static [&'static str],
}

/// Tera's own.
pub(super) const TERA: Words = Words {
    filters: &[
        "abs",
        "capitalize",
        "default",
        "escape",
        "escape_html",
        "escape_xml",
        "first",
        "float",
        "get",
        "group_by",
        "indent",
        "int",
        "join",
        "keys",
        "last",
        "length",
        "lower",
        "newlines_to_br",
        "nth",
        "pairs",
        "pluralize",
        "replace",
        "reverse",
        "round",
        "safe",
        "sort",
        "split",
        "str",
        "title",
        "trim",
        "trim_end",
        "trim_start",
        "truncate",
        "unique",
        "upper",
        "values",
        "wordcount",
    ],
    tests: &[
        "array",
        "bool",
        "containing",
        "defined",
        "divisible_by",
        "ending_with",
        "even",
        "float",
        "integer",
        "iterable",
        "map",
        "none",
        "number",
        "odd",
        "starting_with",
        "string",
        "undefined",
    ],
    functions: &["range", "throw"],
};

/// Findings for what Tera says; `main` is the template that was run, `words` what it may use.
pub(in crate::render) fn tera_trouble(
    error: &tera::Error,
    templates: &Templates,
    main: &str,
    words: Words,
) -> TemplateTrouble {
    let desk = Desk { templates, words };
    let faults = said(error, templates, main).into_iter().map(|said| desk.fault(said)).collect();
    TemplateTrouble::new(templates, faults)
}

struct Desk<'t> {
    templates: &'t Templates,
    words: Words,
}

/// What Tera says, in our words.
struct Told {
    message: String,
    label: &'static str,
    /// What to do; empty for the usual.
    help: String,
    /// A better place than Tera's.
    span: Option<Span>,
}

impl Told {
    fn unknown(message: String, help: String) -> Self {
        Self { message, label: "not known", help, span: None }
    }
}

impl Desk<'_> {
    fn fault(&self, said: Said) -> Fault {
        let text = self.templates.get(&said.template).unwrap_or_default();
        let told = self.name(&said).or_else(|| self.argument(&said)).or_else(|| undefined(&said, text));
        let told = told.or_else(|| open_end(&said, text)).unwrap_or_else(|| plain(&said.message));
        let help = if told.help.is_empty() { HELP.to_owned() } else { told.help };
        let called = said.called.into_iter().map(|(name, span)| (name, span, "called from here".to_owned()));
        Fault {
            template: said.template,
            span: told.span.or(said.span),
            message: told.message,
            label: told.label.to_owned(),
            seen: called.collect(),
            help,
        }
    }

    /// A name that nothing has.
    fn name(&self, said: &Said) -> Option<Told> {
        let message = said.message.as_str();
        if let Some((name, rest)) = quoted(message, "Variable `") {
            let list = listed(rest, "Available variables: ");
            return Some(Told::unknown(
                format!("nothing is called `{name}` here"),
                offer(name, &list, "there are"),
            ));
        }
        if let Some((name, rest)) = quoted(message, "Field `") {
            let list = listed(rest, "Available fields: ");
            let help = if list.is_empty() { FIELDLESS.to_owned() } else { offer(name, &list, "there are") };
            return Some(Told::unknown(format!("no field is called `{name}` here"), help));
        }
        let (kind, rest) = message.strip_prefix("Unknown ")?.split_once(" `")?;
        let name = rest.strip_suffix('`')?;
        let list = self.known(kind, &said.template)?;
        let help = self.lost(kind, name).unwrap_or_else(|| offer(name, &list, "there are"));
        Some(Told::unknown(format!("no {kind} is called `{name}`"), help))
    }

    /// The names of a kind of things that `template` may use.
    fn known(&self, kind: &str, template: &str) -> Option<Vec<&str>> {
        let both = |ours: &'static [&'static str], theirs: &'static [&'static str]| [ours, theirs].concat();
        let language = template.rsplit('.').nth(1).unwrap_or_default();
        let beside = self.templates.iter().filter(|(name, _)| {
            let same = name.strip_suffix(".tera").is_some_and(|name| name.ends_with(language));
            same || name.ends_with(".css")
        });
        match kind {
            "filter" => Some(both(self.words.filters, TERA.filters)),
            "test" => Some(both(self.words.tests, TERA.tests)),
            "function" => Some(both(self.words.functions, TERA.functions)),
            "component" => Some(beside.flat_map(|(_, text)| components(text)).collect()),
            "template" => Some(beside.map(|(name, _)| name).filter(|name| *name != template).collect()),
            _ => None,
        }
    }

    /// A component that was ours, and that the project's own file does not have.
    fn lost(&self, kind: &str, name: &str) -> Option<String> {
        let has = |text: &str| components(text).any(|known| known == name);
        let mut own = self.templates.iter().filter(|(file, _)| self.templates.is_own(file));
        let (file, _) = own.find(|(file, _)| kind == "component" && built_in(file).is_some_and(has))?;
        Some(format!(
            "the built-in `{file}` has it and yours does not: put `{{% component {name}(…) %}}` into `templates/{file}`"
        ))
    }

    /// A word that a tag or a component does not take.
    fn argument(&self, said: &Said) -> Option<Told> {
        if said.message == "Unknown tag" {
            let text = self.templates.get(&said.template).unwrap_or_default();
            let name = said.span.unwrap_or_default().of(text);
            return Some(Told::unknown(format!("no tag is called `{name}`"), offer(name, TAGS, "there are")));
        }
        let (words, rest) =
            said.message.strip_prefix("Unknown argument(s) ")?.split_once(" in component call")?;
        let list: Vec<&str> = rest.split('`').skip(1).step_by(2).collect();
        let help = offer(words.trim_matches('`'), &list, "it takes");
        Some(Told::unknown(format!("the component does not take {words}"), help))
    }
}

/// Tera's tags.
const TAGS: &[&str] = &[
    "block",
    "break",
    "component",
    "continue",
    "elif",
    "else",
    "endblock",
    "endcomponent",
    "endfilter",
    "endfor",
    "endif",
    "endraw",
    "endset",
    "extends",
    "filter",
    "for",
    "if",
    "include",
    "raw",
    "set",
    "set_global",
];

const FIELDLESS: &str =
    "what stands before the dot has no fields: it is text, a number, a list, or not there at all";

/// A name that Tera took, and found nothing under: only the paths at that place can say which.
fn undefined(said: &Said, text: &str) -> Option<Told> {
    if !said.message.contains("undefined") {
        return None;
    }
    let view = View::new(true);
    let paths = paths_at(text, said.span?);
    let flaw = |path: &Span| {
        let (before, name) = path.of(text).rsplit_once('.')?;
        // A type that has the field is not the one that stands here.
        let fields = view.fields_before(text.get(..path.start + before.len())?)?;
        let help = (!fields.contains(&name)).then(|| offer(name, &fields, "there are"))?;
        Some(fieldless(text, *path, help))
    };
    paths.iter().find_map(flaw).flatten().or_else(|| {
        let [path] = paths.as_slice() else { return None };
        let name = path.of(text).rsplit('.').next().unwrap_or_default();
        let near =
            nearest(name, &view.all_fields()).map(|near| format!("did you mean a field named `{near}`?"));
        fieldless(text, *path, near.unwrap_or_default())
    })
}

/// What is said of a path whose last field is not there.
fn fieldless(text: &str, path: Span, help: String) -> Option<Told> {
    let (before, name) = path.of(text).rsplit_once('.')?;
    Some(Told { span: Some(path), ..Told::unknown(format!("`{before}` has no field `{name}`"), help) })
}

/// A template that ends within a tag or a block.
fn open_end(said: &Said, text: &str) -> Option<Told> {
    if !said.message.to_lowercase().contains("end of input") {
        return None;
    }
    let open = unclosed(text)?;
    let message = format!("`{}` has no `{}`", open.opens, open.ends);
    let help = format!("put `{}` where it is to end", open.ends);
    Some(Told { message, label: "never ended", help, span: Some(open.span) })
}

/// Any other message: as it is, but begun small and without a full stop.
fn plain(message: &str) -> Told {
    let message = message.trim().trim_end_matches('.');
    let mut letters = message.chars();
    let first = letters.next().map(|first| first.to_lowercase().collect::<String>()).unwrap_or_default();
    Told { message: format!("{first}{}", letters.as_str()), label: "", help: String::new(), span: None }
}

/// The word in backticks behind `start`, and what follows.
fn quoted<'t>(message: &'t str, start: &str) -> Option<(&'t str, &'t str)> {
    message.strip_prefix(start)?.split_once('`')
}

/// The names of a list behind `start`.
fn listed<'t>(rest: &'t str, start: &str) -> Vec<&'t str> {
    let list = rest.split_once(start).map_or("", |(_, list)| list);
    list.split(", ").filter(|name| !name.is_empty()).collect()
}

/// The names of the components that a template defines.
fn components(text: &str) -> impl Iterator<Item = &str> {
    let tags = text.split("{%").skip(1).map(|tag| tag.trim_start_matches('-').trim_start());
    tags.filter_map(|tag| tag.strip_prefix("component ")?.split('(').next().map(str::trim))
}

/// The paths of two names and more that begin within `span`, each to its end.
fn paths_at(text: &str, span: Span) -> Vec<Span> {
    let in_path = |sign: char| sign.is_alphanumeric() || matches!(sign, '_' | '.' | '?');
    let mut paths = Vec::new();
    let mut at = span.start;
    while at < span.end {
        let rest = text.get(at..).unwrap_or_default();
        let length = rest.find(|sign| !in_path(sign)).unwrap_or(rest.len());
        let path = Span::new(at, at + length);
        if path.of(text).contains('.') && rest.starts_with(char::is_alphabetic) {
            paths.push(path);
        }
        let sign = rest.chars().next().map_or(1, char::len_utf8);
        at += length.max(sign);
    }
    paths
}
