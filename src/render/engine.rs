//! How is a template run: strictly, and escaped for its language?

use serde::Serialize;
use serde::de::DeserializeOwned;
use tera::{Context, EscapeFn, Kwargs, State, Tera, TeraResult, Value};

use super::direction::directed;
use super::fault::{TemplateTrouble, Words, tera_trouble};
use super::templates::Templates;
use super::watchdog::{Page, Stop, TIME_OUT, run};
use crate::briefing::{Briefing, Document};

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
    /// Adds the language's filters and tests, which know the briefing.
    pub(super) furnish: fn(&mut Tera, &Briefing),
    /// What `furnish` adds, and the functions, by name.
    pub(super) words: Words,
}

/// The function that all languages have.
pub(super) const FUNCTIONS: &[&str] = &["note"];

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
    let desk = Desk { templates, main, words: language.words };
    let context = match language.directed {
        true => Context::from_serialize(&directed(briefing)),
        false => Context::from_serialize(briefing),
    };
    let context = context.map_err(|error| desk.fault(&error))?;
    let mut tera = bare(language.escape);
    // Filters come before templates, since a template that names an unknown filter is refused.
    tera.register_function("note", note(&context));
    (language.furnish)(&mut tera, briefing);
    desk.run(tera, context, |name| name.ends_with(language.suffix) || name.ends_with(".css"))
}

/// Runs the first of the templates `names` over any value, with the others to include.
pub(super) fn page(
    value: &impl Serialize,
    templates: &Templates,
    names: &[&'static str],
    escape: EscapeFn,
) -> Result<String, TemplateTrouble> {
    let main = names.first().copied().unwrap_or_default();
    let desk = Desk { templates, main, words: Words { filters: &[], tests: &[], functions: &[] } };
    let context = Context::from_serialize(value).map_err(|error| desk.fault(&error))?;
    desk.run(bare(escape), context, |name| names.contains(&name))
}

/// Reads a value of a template back as what it was written from.
pub(super) fn read<T: DeserializeOwned>(value: &Value, what: &str) -> TeraResult<T> {
    T::deserialize(value).map_err(|_| tera::Error::message(format!("this filter takes {what}")))
}

/// What is run, and what its errors are held against.
struct Desk<'t> {
    templates: &'t Templates,
    main: &'static str,
    words: Words,
}

impl Desk<'_> {
    /// Takes in the templates that are `wanted`, and runs the first.
    fn run(
        &self,
        mut tera: Tera,
        context: Context,
        wanted: impl Fn(&str) -> bool,
    ) -> Result<String, TemplateTrouble> {
        let wanted = self.templates.iter().filter(|(name, _)| wanted(name));
        let texts: Vec<(String, String)> =
            wanted.map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
        let main = self.main;
        let write = move |page: &mut Page| {
            tera.add_raw_templates(texts)?;
            tera.render_to(main, &context, page)
        };
        run(main, TIME_OUT, write).map_err(|stop| match stop {
            Stop::Error(error) => self.fault(&error),
            Stop::Ended(words) => TemplateTrouble::whole(self.templates, self.main, words),
        })
    }

    fn fault(&self, error: &tera::Error) -> TemplateTrouble {
        tera_trouble(error, self.templates, self.main, self.words)
    }
}

/// An engine without templates.
fn bare(escape: EscapeFn) -> Tera {
    let mut tera = Tera::default();
    // Everything is escaped: by the language of the output, never by the name of the file.
    tera.autoescape_on(vec![""]);
    tera.set_escape_fn(escape);
    tera
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
