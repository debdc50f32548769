//! How is a template run: strictly, escaped for its language, and not for ever.

use std::io::{self, Write};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;
use tera::{Context, ErrorKind, EscapeFn, Kwargs, ReportError, State, Tera, TeraResult, Value};

use super::direction::directed;
use super::{TemplateTrouble, Templates};
use crate::briefing::{Briefing, Document};

/// A template that takes longer is taken to loop.
const TIME_OUT: Duration = Duration::from_secs(10);

/// An output that grows larger is taken to loop.
const LARGEST: usize = 64 << 20;

/// A language that templates write.
pub(super) struct Language {
    /// Its templates' names end in this.
    pub(super) suffix: &'static str,
    /// The templates to begin with: the briefing's and the fact sheet's.
    pub(super) mains: [&'static str; 2],
    /// Makes any text mean nothing but itself.
    pub(super) escape: EscapeFn,
    /// Whether words that run against the page are marked as [`directed`] does.
    pub(super) directed: bool,
    /// Adds the language's filters and functions, which know the briefing.
    pub(super) furnish: fn(&mut Tera, &Briefing),
}

/// Runs the language's main template over what the templates see.
pub(super) fn render(
    briefing: &Briefing,
    templates: &Templates,
    language: &Language,
) -> Result<String, TemplateTrouble> {
    let main = match briefing.document {
        Document::Briefing => language.mains[0],
        Document::Factsheet => language.mains[1],
    };
    let whole = |error: &tera::Error| trouble(error, main);
    let context = match language.directed {
        true => Context::from_serialize(&directed(briefing)),
        false => Context::from_serialize(briefing),
    };
    let context = context.map_err(|error| whole(&error))?;
    let tera = load((templates, language), &context, briefing).map_err(|error| whole(&error))?;
    run(tera, context, main, TIME_OUT)
}

/// Runs the first of the templates `names` over any value, with the others to include.
pub(super) fn page(
    value: &impl Serialize,
    templates: &Templates,
    names: &[&'static str],
    escape: EscapeFn,
) -> Result<String, TemplateTrouble> {
    let main = names.first().copied().unwrap_or_default();
    let whole = |error: &tera::Error| trouble(error, main);
    let context = Context::from_serialize(value).map_err(|error| whole(&error))?;
    let mut tera = Tera::default();
    tera.autoescape_on(vec![""]);
    tera.set_escape_fn(escape);
    let wanted = templates.iter().filter(|(name, _)| names.contains(name));
    let wanted = wanted.map(|(name, text)| (name.to_owned(), text.to_owned()));
    tera.add_raw_templates(wanted).map_err(|error| whole(&error))?;
    run(tera, context, main, TIME_OUT)
}

/// Reads a value of a template back as what it was written from.
pub(super) fn read<T: DeserializeOwned>(value: &Value, what: &str) -> TeraResult<T> {
    T::deserialize(value).map_err(|_| tera::Error::message(format!("this filter takes {what}")))
}

fn load(
    (templates, language): (&Templates, &Language),
    context: &Context,
    briefing: &Briefing,
) -> TeraResult<Tera> {
    let mut tera = Tera::default();
    // Everything is escaped: by the language of the output, never by the name of the file.
    tera.autoescape_on(vec![""]);
    tera.set_escape_fn(language.escape);
    // Filters come before templates, since a template that names an unknown filter is refused.
    tera.register_function("note", note(context));
    (language.furnish)(&mut tera, briefing);
    let mine = templates.iter().filter(|(name, _)| name.ends_with(language.suffix) || name.ends_with(".css"));
    tera.add_raw_templates(mine.map(|(name, text)| (name.to_owned(), text.to_owned())))?;
    Ok(tera)
}

/// `note(number=cite.note)`: the footnote of that number.
fn note(context: &Context) -> impl Fn(Kwargs, &State) -> TeraResult<Value> + Send + Sync + 'static {
    let notes: Vec<Value> = context.get("notes").and_then(Value::as_array).unwrap_or_default().to_vec();
    move |arguments, _| {
        let number = arguments.must_get::<usize>("number")?;
        let note = number.checked_sub(1).and_then(|at| notes.get(at)).cloned();
        note.ok_or_else(|| tera::Error::message(format!("there is no note {number}")))
    }
}

/// Runs the template on a thread of its own: nothing in this process could stop one that loops without writing, so
/// that one is left behind, and the process ends before long.
fn run(tera: Tera, context: Context, main: &'static str, time: Duration) -> Result<String, TemplateTrouble> {
    let (sender, receiver) = channel();
    let work = move || {
        let mut page = Page(Vec::new());
        let done = tera.render_to(main, &context, &mut page).map(|()| page.0);
        // The other end has gone if the time is over.
        let _ = sender.send(done);
    };
    let started = thread::Builder::new().name(format!("template {main}")).spawn(work);
    let done = match started {
        Ok(_) => receiver.recv_timeout(time),
        Err(_) => Err(RecvTimeoutError::Disconnected),
    };
    match done {
        Ok(Ok(page)) => String::from_utf8(page).map_err(|_| refused(main, "wrote bytes that are not UTF-8")),
        Ok(Err(error)) => Err(trouble(&error, main)),
        Err(RecvTimeoutError::Timeout) => {
            Err(refused(main, &format!("did not end within {} s: it seems to loop", time.as_secs())))
        }
        Err(RecvTimeoutError::Disconnected) => Err(refused(main, "could not be run")),
    }
}

/// What is being written, up to [`LARGEST`].
struct Page(Vec<u8>);

impl Write for Page {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len().saturating_add(bytes.len()) > LARGEST {
            return Err(io::Error::other("the page is full"));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

const HELP: &str = "mend the template in `templates/`, or remove it there to use the built-in one";

fn refused(template: &str, message: &str) -> TemplateTrouble {
    TemplateTrouble {
        template: template.to_owned(),
        line: 0,
        message: message.to_owned(),
        help: HELP.to_owned(),
    }
}

fn trouble(error: &tera::Error, main: &str) -> TemplateTrouble {
    if matches!(error.kind(), ErrorKind::Io(_)) {
        return refused(main, "wrote more than 64 MiB: it seems to loop");
    }
    let report: Option<&ReportError> = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => Some(report),
        _ => None,
    };
    let at = report.map_or((main, 0), |report| (report.filename(), report.span().start_line));
    TemplateTrouble {
        template: at.0.to_owned(),
        line: at.1,
        message: error.to_string().trim_end().to_owned(),
        help: HELP.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run_for(template: &str, time: Duration) -> Result<String, TemplateTrouble> {
        let mut tera = Tera::default();
        tera.add_raw_template("looping", template).unwrap();
        run(tera, Context::new(), "looping", time)
    }

    #[test]
    fn a_template_that_loops_is_given_up() {
        let level = "{% for a in range(end=100000) %}";
        let template = format!("{0}{0}{0}{1}{1}{1}", level, "{% endfor %}");
        let trouble = run_for(&template, Duration::from_millis(50)).unwrap_err();
        assert!(trouble.message.contains("seems to loop"), "{trouble}");
    }

    #[test]
    fn an_output_without_end_is_given_up() {
        let level = "{% for a in range(end=100000) %}";
        let template = format!("{0}{0}0123456789{1}{1}", level, "{% endfor %}");
        let trouble = run_for(&template, Duration::from_secs(60)).unwrap_err();
        assert!(trouble.message.contains("64 MiB"), "{trouble}");
    }
}
