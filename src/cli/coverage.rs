//! `factum coverage`: what of each article the facts cite, and what they leave out.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::Value;

use super::told::Told;
use super::{Global, UNREADABLE, check, out, project};
use crate::briefing;
use crate::briefing::view::coverage::{Coverage, CoveredArticle, CoveredPassage};
use crate::disk;
use crate::pipeline;
use crate::render::{self, Templates};
use crate::report::{self, Format};

/// How it is told.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// How it is told
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "text")]
    format: Told,
    /// Write one HTML file with the text of each article, marked
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
}

pub(super) fn run(global: &Global, options: &Options) -> u8 {
    let Some(loaded) = check::load(global, Format::Human) else { return UNREADABLE };
    let articles = loaded.articles();
    let dossier = pipeline::link(&loaded, &articles);
    let coverage = briefing::coverage(&dossier);
    if let Some(file) = &options.html
        && let Err(code) = write(global, &coverage, file)
    {
        return code;
    }
    match options.format {
        Told::Text => out::plain(&text(&coverage)),
        Told::Json => out::answer(&report::inert_json(&json(&coverage))),
    }
    0
}

fn text(coverage: &Coverage) -> String {
    if coverage.articles.is_empty() {
        return "there is no source\n".to_owned();
    }
    coverage.articles.iter().map(article).collect::<Vec<_>>().join("\n")
}

fn article(article: &CoveredArticle) -> String {
    let mut lines = format!("`{}`: {}\n", article.source, article.line);
    let mut left: Vec<&CoveredPassage> = article.passages.iter().filter(|passage| !passage.cited).collect();
    left.sort_by_key(|passage| passage.start);
    for passage in left {
        lines.push_str(&format!("  {}:{}: {}: {}\n", article.file, passage.line, passage.sort, passage.text));
    }
    lines
}

/// The shape that the page sees, without its paragraphs.
fn json(coverage: &Coverage) -> Value {
    let mut whole = serde_json::to_value(coverage).expect("a coverage is plain JSON");
    let articles = whole.get_mut("articles").and_then(Value::as_array_mut);
    for article in articles.into_iter().flatten().filter_map(Value::as_object_mut) {
        article.remove("paragraphs");
    }
    whole
}

/// Whether nothing stands there but a page that was written before: facts and articles are not to be lost by a slip.
fn may_replace(file: &Path) -> bool {
    const LARGEST_PAGE: u64 = 256 << 20;
    match disk::read_named(file, LARGEST_PAGE) {
        Ok(bytes) => bytes.get(..15).is_some_and(|start| start.eq_ignore_ascii_case(b"<!doctype html>")),
        Err(error) => error.is_missing(),
    }
}

fn write(global: &Global, coverage: &Coverage, file: &Path) -> Result<(), u8> {
    let shown = disk::shown(&file.to_string_lossy());
    let own = project::templates(global)?;
    let page = render::coverage_html(coverage, &Templates::with(&own)).map_err(|trouble| {
        out::template(global, &trouble);
        UNREADABLE
    })?;
    if !may_replace(file) {
        out::trouble(
            &format!("`{shown}` is there and is no page of ours"),
            "name a file that may be written, such as `coverage.html`",
        );
        return Err(UNREADABLE);
    }
    let Some(name) = file.file_name().and_then(|name| name.to_str()) else {
        out::trouble(&format!("`{shown}` is no file's name"), "write a name such as `coverage.html`");
        return Err(UNREADABLE);
    };
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match disk::publish(folder, &[(name, page.as_bytes())], name) {
        Ok(_) => {
            out::say(&format!("written to `{shown}`\n"));
            Ok(())
        }
        Err(error) => {
            out::trouble(&format!("`{}`: {}", disk::shown(&error.path), error.what()), error.help());
            Err(UNREADABLE)
        }
    }
}
