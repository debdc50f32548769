//! `factum probe`: the engine as a filter, one JSON line in, one out.

mod claim;
mod date;
mod edtf;
mod figure;
mod quote;

use std::io::{BufRead, Write};

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use super::{FINDINGS, UNREADABLE, out};

/// What is asked.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// What the lines ask about
    #[arg(value_enum)]
    kind: Kind,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
#[expect(clippy::doc_markdown, reason = "the comments are printed as help, where backticks would stand out")]
enum Kind {
    /// {id, text, quote, prefix?, suffix?}: where the quotation stands in the text
    Quote,
    /// {id, text}: the figures of a sentence
    Figure,
    /// {id, text, ref, surface?}: the days that a date expression can mean
    Date,
    /// {id, edtf}: the first and the last day of an EDTF date
    Edtf,
    /// {id, quote, claim, published?, claim_date?}: whether the quotation supports the claim
    Claim,
}

/// The longest line that is read: an article of 16 MiB, every character escaped.
const LONGEST: u64 = 100 << 20;

/// What a line is answered with: a JSON object without its `id`, or why there is none.
type Answer = fn(&Value) -> Result<String, String>;

pub(super) fn run(options: &Options) -> u8 {
    let answer: Answer = match options.kind {
        Kind::Quote => |line| quote::answer(line).map(|reply| reply.to_string()),
        Kind::Figure => figure::answer,
        Kind::Date => |line| date::answer(line).map(|reply| reply.to_string()),
        Kind::Edtf => |line| edtf::answer(line).map(|reply| reply.to_string()),
        Kind::Claim => |line| claim::answer(line).map(|reply| reply.to_string()),
    };
    match filter(answer) {
        Ok(true) => 0,
        Ok(false) => FINDINGS,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => 0,
        Err(error) => {
            out::trouble(&format!("the lines cannot be read: {error}"), "");
            UNREADABLE
        }
    }
}

/// Whether every line could be answered.
fn filter(answer: Answer) -> std::io::Result<bool> {
    let mut lines = std::io::stdin().lock();
    let mut replies = std::io::BufWriter::new(std::io::stdout().lock());
    let mut line = Vec::new();
    let mut good = true;
    while read_line(&mut lines, &mut line)? {
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let (id, answered) = reply(&line, answer);
        good &= answered.is_ok();
        let fields = answered.unwrap_or_else(|error| json!({ "error": error }).to_string());
        // The answer's own brace opens before the identity.
        writeln!(replies, "{{\"id\":{id},{}", fields.strip_prefix('{').unwrap_or(&fields))?;
    }
    replies.flush()?;
    Ok(good)
}

fn read_line(lines: &mut impl BufRead, line: &mut Vec<u8>) -> std::io::Result<bool> {
    line.clear();
    let read = std::io::Read::take(lines, LONGEST).read_until(b'\n', line)?;
    Ok(read > 0)
}

/// The identity of a line, and its answer.
fn reply(line: &[u8], answer: Answer) -> (Value, Result<String, String>) {
    let asked: Value = match serde_json::from_slice(line) {
        Ok(asked) => asked,
        Err(error) => return (Value::Null, Err(format!("the line is not JSON: {error}"))),
    };
    let id = asked.get("id").cloned().unwrap_or(Value::Null);
    if !asked.is_object() {
        return (id, Err("the line is not a JSON object".to_owned()));
    }
    let answered = answer(&asked);
    (id, answered)
}
