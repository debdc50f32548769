//! How is the briefing set as one HTML file: the escaping, the filters and the template that uses them.

use std::fmt::Write as _;
use std::io;

use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::direction::{END, LEFT_TO_RIGHT, RIGHT_TO_LEFT, acts, is_right_to_left, plain};
use super::engine::{FUNCTIONS, Language, read, render};
use super::fault::Words;
use super::homes::homes;
use super::{TemplateTrouble, Templates};
use crate::briefing::Briefing;
use crate::disk::sha256_hex;
use crate::markdown::Inline;

/// `briefing.html`: one file, no script, no request.
///
/// # Errors
/// If a template is at fault.
pub fn html(briefing: &Briefing, templates: &Templates) -> Result<String, TemplateTrouble> {
    render(briefing, templates, &HTML)
}

/// HTML: what its templates are called and may use.
pub(super) const HTML: Language = Language {
    suffix: ".html.tera",
    mains: ["briefing.html.tera", "factsheet.html.tera"],
    escape: words_to,
    directed: true,
    furnish,
    words: Words {
        filters: &["cites", "inlines", "json", "live", "marked", "opening", "plain", "refs", "sha256"],
        tests: &["home", "rtl", "shown"],
        functions: FUNCTIONS,
    },
};

fn furnish(tera: &mut Tera, briefing: &Briefing) {
    tera.register_filter("live", live(briefing));
    tera.register_test("home", home(briefing));
    let annex = !briefing.annex.is_empty();
    tera.register_test("shown", move |note: &Value, _: Kwargs, _: &State| {
        annex && note.get_from_path("whole").and_then(Value::as_bool) != Some(true)
    });
    tera.register_test("rtl", |tag: &str, _: Kwargs, _: &State| is_right_to_left(tag));
    tera.register_filter("plain", |text: &str, _: Kwargs, _: &State| plain(text));
    tera.register_filter("inlines", |value: &Value, _: Kwargs, _: &State| -> TeraResult<Value> {
        let inlines: Vec<Inline> = read(value, "prose of one paragraph")?;
        Ok(Value::safe_string(&inlines_to_html(&inlines)))
    });
    tera.register_filter("refs", |value: &Value, _: Kwargs, _: &State| -> TeraResult<Value> {
        Ok(Value::safe_string(&refs(value)?))
    });
    tera.register_filter("json", |value: &Value, _: Kwargs, _: &State| -> TeraResult<Value> {
        Ok(Value::safe_string(&script_json(value)?))
    });
    tera.register_filter("sha256", |text: &str, _: Kwargs, _: &State| source_hash(text));
    tera.register_filter("marked", |pieces: &Value, _: Kwargs, _: &State| -> TeraResult<Value> {
        Ok(Value::safe_string(&marked(pieces)?))
    });
    tera.register_filter("opening", |pieces: &Value, _: Kwargs, _: &State| opening(pieces));
    tera.register_filter("cites", |difference: &Value, _: Kwargs, _: &State| cites(difference));
}

/// Text for an element or an attribute in quotation marks.
pub(super) fn escape_to(text: &str, out: &mut dyn io::Write) -> io::Result<()> {
    out.write_all(escape(text).as_bytes())
}

/// Text for an element, its words that run against the page in elements of their own.
fn words_to(text: &str, out: &mut dyn io::Write) -> io::Result<()> {
    out.write_all(words(text).as_bytes())
}

fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find([LEFT_TO_RIGHT, RIGHT_TO_LEFT, END]) {
        let (before, from) = rest.split_at(at);
        out.push_str(&escape(before));
        let mark = from.chars().next().unwrap_or(END);
        out.push_str(match mark {
            LEFT_TO_RIGHT => "<bdi dir=ltr>",
            RIGHT_TO_LEFT => "<bdi dir=rtl>",
            _ => "</bdi>",
        });
        rest = from.get(mark.len_utf8()..).unwrap_or_default();
    }
    out.push_str(&escape(rest));
    out
}

/// Text that means nothing but itself in HTML.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // No control character has a meaning in HTML; some are errors.
            '\n' | '\t' => out.push(c),
            _ if c.is_control() || acts(c) => {}
            _ => out.push(c),
        }
    }
    out
}

fn inlines_to_html(inlines: &[Inline]) -> String {
    inlines.iter().map(inline_to_html).collect()
}

fn inline_to_html(inline: &Inline) -> String {
    match inline {
        Inline::Text { text } => words(text),
        Inline::Emphasis { inlines } => format!("<em>{}</em>", inlines_to_html(inlines)),
        Inline::Strong { inlines } => format!("<strong>{}</strong>", inlines_to_html(inlines)),
        Inline::Code { text } => format!("<code>{}</code>", words(text)),
        Inline::Link { url, inlines } => {
            format!("<a href=\"{}\">{}</a>", escape(url), inlines_to_html(inlines))
        }
        Inline::Break => "<br>".to_owned(),
        Inline::Cite { note, turn } => reference(*note, *turn),
        Inline::CiteKey { ids, .. } => escape(&format!("[@{}]", ids.join("; @"))),
    }
}

/// The number that leads to a note. Attributes without quotation marks, and an anchor only for the place to which the
/// note leads back: it stands some hundred times in a page.
fn reference(note: usize, turn: usize) -> String {
    match turn {
        1 => format!("<a role=doc-noteref id=r{note} href=#n{note}>{note}</a>"),
        _ => format!("<a href=#n{note}>{note}</a>"),
    }
}

fn refs(cites: &Value) -> TeraResult<String> {
    let cites = cites.as_array().ok_or_else(|| tera::Error::message("this filter takes a list of cites"))?;
    cites.iter().map(|cite| cite_of(cite).map(|(note, turn)| reference(note, turn))).collect()
}

/// The note and the turn of a cite.
fn cite_of(cite: &Value) -> TeraResult<(usize, usize)> {
    let number =
        |key| cite.get_from_path(key).and_then(Value::as_u64).and_then(|it| usize::try_from(it).ok());
    match (number("note"), number("turn")) {
        (Some(note), Some(turn)) => Ok((note, turn)),
        _ => Err(tera::Error::message("this is not a cite")),
    }
}

/// The cites of all sides of a difference.
fn cites(difference: &Value) -> TeraResult<Value> {
    let wrong = || tera::Error::message("this filter takes a difference");
    let sides = difference.get_from_path("sides").and_then(Value::as_array).ok_or_else(wrong)?;
    let cites =
        |side: &Value| side.get_from_path("cites").and_then(Value::as_array).unwrap_or_default().to_vec();
    Ok(Value::from(sides.iter().flat_map(cites).collect::<Vec<Value>>()))
}

/// JSON that may stand in a `<script>`: nothing in it ends the element.
fn script_json(value: &Value) -> TeraResult<String> {
    let json = plain(&serde_json::to_string(value).map_err(tera::Error::message)?);
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                write!(out, "\\u{:04x}", u32::from(c)).expect("writing to memory does not fail");
            }
            _ => out.push(c),
        }
    }
    Ok(out)
}

/// `sha256-…` as a content security policy names a script that it allows.
fn source_hash(script: &str) -> Value {
    let hex = sha256_hex(script.as_bytes());
    let nibbles: Vec<u32> = hex.chars().filter_map(|c| c.to_digit(16)).collect();
    let mut out = String::from("sha256-");
    // Three hexadecimal digits are two digits of base 64; the last of 64 stands alone and is filled up.
    for three in nibbles.chunks(3) {
        let digit = |at: usize| three.get(at).copied().unwrap_or_default();
        let bits = digit(0) << 8 | digit(1) << 4 | digit(2);
        out.push(base64(bits >> 6));
        if three.len() > 1 {
            out.push(base64(bits & 63));
        }
    }
    out.push('=');
    Value::safe_string(&out)
}

fn base64(digit: u32) -> char {
    match u8::try_from(digit).unwrap_or_default() {
        digit @ 0..=25 => char::from(b'A' + digit),
        digit @ 26..=51 => char::from(b'a' + digit - 26),
        digit @ 52..=61 => char::from(b'0' + digit - 52),
        62 => '+',
        _ => '/',
    }
}

/// A paragraph with the quoted words marked, and after the last words of each quotation the number of its note.
fn marked(pieces: &Value) -> TeraResult<String> {
    let pieces = pieces_of(pieces)?;
    let mut out = String::new();
    for (at, (text, here)) in pieces.iter().enumerate() {
        let notes_at = |at: usize| pieces.get(at).map(|(_, notes)| notes.as_slice()).unwrap_or_default();
        let (before, after) = (at.checked_sub(1).map(notes_at).unwrap_or_default(), notes_at(at + 1));
        if before.is_empty() && !here.is_empty() {
            out.push_str("<mark>");
        }
        out.push_str(&escape(text));
        for note in here.iter().filter(|note| !after.contains(note)) {
            out.push_str(&format!("<a href=#n{note}>{note}</a>"));
        }
        if after.is_empty() && !here.is_empty() {
            out.push_str("</mark>");
        }
    }
    Ok(out)
}

/// The first words of a paragraph.
fn opening(pieces: &Value) -> TeraResult<String> {
    let pieces = pieces_of(pieces)?;
    let words = pieces.iter().flat_map(|(text, _)| text.split_whitespace());
    Ok(words.take(OPENING).collect::<Vec<_>>().join(" "))
}

/// So many words tell one paragraph of an article from the next.
const OPENING: usize = 5;

/// The words of each piece of a paragraph, and the notes that quote them.
fn pieces_of(pieces: &Value) -> TeraResult<Vec<(&str, Vec<u64>)>> {
    let wrong = || tera::Error::message("this filter takes the pieces of a paragraph");
    let notes = |piece: &Value| -> Vec<u64> {
        let notes = piece.get_from_path("notes").and_then(Value::as_array).unwrap_or_default();
        notes.iter().filter_map(Value::as_u64).collect()
    };
    let piece = |piece| {
        let text = Value::get_from_path(piece, "text").and_then(Value::as_str).ok_or_else(wrong)?;
        Ok((text, notes(piece)))
    };
    pieces.as_array().ok_or_else(wrong)?.iter().map(piece).collect()
}

/// `paragraph.pieces | live`: where the first of the paragraph's quotations stands on the live page; empty if
/// there is none.
fn live(
    briefing: &Briefing,
) -> impl Fn(&Value, Kwargs, &State) -> TeraResult<String> + Send + Sync + 'static {
    let addresses: Vec<String> = briefing.notes.iter().map(|note| note.live.clone()).collect();
    move |pieces: &Value, _: Kwargs, _: &State| {
        let pieces = pieces_of(pieces)?;
        let cited = pieces.iter().flat_map(|(_, notes)| notes);
        let mut found = cited.filter_map(|note| addresses.get(usize::try_from(*note).ok()?.checked_sub(1)?));
        Ok(found.find(|address| !address.is_empty()).cloned().unwrap_or_default())
    }
}

/// `cite is home`: whether the note is printed whole beside this cite.
fn home(briefing: &Briefing) -> impl Fn(&Value, Kwargs, &State) -> TeraResult<bool> + Send + Sync + 'static {
    let homes = homes(briefing);
    move |cite: &Value, _: Kwargs, _: &State| {
        let (note, turn) = cite_of(cite)?;
        Ok(note.checked_sub(1).and_then(|at| homes.get(at)) == Some(&turn))
    }
}
