//! Why did a template give no output, and where is it at fault?

use std::fmt;

use crate::finding::{Finding, Mark, Severity};
use crate::render::templates::Templates;
use crate::span::{FileId, Files, Span, Spot};

/// Why a template gave no output: findings, as the checks have them, in templates.
#[derive(Debug, Clone)]
pub struct TemplateTrouble {
    /// The templates at which the findings point.
    pub files: Files,
    /// What is wrong: one finding at least.
    pub findings: Vec<Finding>,
}

impl TemplateTrouble {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> &str {
        self.findings.first().map(|finding| finding.help.as_str()).unwrap_or_default()
    }
}

impl fmt::Display for TemplateTrouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(first) = self.findings.first() else { return out.write_str("a template is at fault") };
        let place = self.files.place(first.at.spot);
        if place.is_empty() {
            out.write_str(&first.message)
        } else {
            write!(out, "{place}: {}", first.message)
        }
    }
}

impl std::error::Error for TemplateTrouble {}

/// What to do if nothing better is known.
pub(super) const HELP: &str = "mend the template in `templates/`, or remove it there to use the built-in one";

/// The code of every finding in a template.
const CODE: &str = "template-refused";

/// The most findings that are shown of one template run.
const MOST: usize = 5;

/// One flaw of a template, in our words.
#[derive(Debug)]
pub(super) struct Fault {
    /// The template.
    pub(super) template: String,
    /// Where in it; none if it is the whole template's.
    pub(super) span: Option<Span>,
    /// What is wrong.
    pub(super) message: String,
    /// What stands there, short.
    pub(super) label: String,
    /// Other places that matter: a template, a place in it, what it has to do with the flaw.
    pub(super) seen: Vec<(String, Span, String)>,
    /// What to do.
    pub(super) help: String,
}

impl Fault {
    /// A fault of the whole template: what it did.
    pub(super) fn whole(template: &str, message: String) -> Self {
        let (label, seen) = (String::new(), Vec::new());
        Self { template: template.to_owned(), span: None, message, label, seen, help: HELP.to_owned() }
    }
}

impl TemplateTrouble {
    /// A fault of the whole template: what it did.
    pub(in crate::render) fn whole(templates: &Templates, template: &str, message: String) -> Self {
        let (label, seen) = (String::new(), Vec::new());
        let template = template.to_owned();
        Self::new(
            templates,
            vec![Fault { template, span: None, message, label, seen, help: HELP.to_owned() }],
        )
    }

    /// The faults as findings, each said once.
    pub(super) fn new(templates: &Templates, faults: Vec<Fault>) -> Self {
        let mut files = Books { templates, files: Files::default(), names: Vec::new() };
        let mut findings: Vec<Finding> = Vec::new();
        for fault in faults {
            if findings.len() < MOST && !findings.iter().any(|known| known.message == fault.message) {
                findings.push(files.finding(fault));
            }
        }
        Self { files: files.files, findings }
    }
}

/// The templates that findings point into, each once.
struct Books<'t> {
    templates: &'t Templates,
    files: Files,
    names: Vec<String>,
}

impl Books<'_> {
    fn finding(&mut self, fault: Fault) -> Finding {
        let at = match fault.span {
            Some(span) => Spot { file: self.file(&fault.template), span },
            None => Spot { file: FileId(usize::MAX), span: Span::default() },
        };
        let seen = fault.seen.into_iter().map(|(template, span, label)| {
            let file = self.file(&template);
            Mark { spot: Spot { file, span }, label }
        });
        let seen = seen.collect();
        let message = match fault.span {
            Some(_) => fault.message,
            None => format!("`{}` {}", path(self.templates, &fault.template), fault.message),
        };
        Finding {
            check: CODE,
            severity: Severity::Error,
            message,
            at: Mark { spot: at, label: fault.label },
            seen,
            help: fault.help,
        }
    }

    fn file(&mut self, name: &str) -> FileId {
        if let Some(at) = self.names.iter().position(|known| known == name) {
            return FileId(at);
        }
        self.names.push(name.to_owned());
        self.files.add(path(self.templates, name), self.templates.get(name).unwrap_or_default())
    }
}

/// Where a template lies.
fn path(templates: &Templates, name: &str) -> String {
    if templates.is_own(name) { format!("templates/{name}") } else { format!("(built-in) {name}") }
}
