//! `factum probe`: the engine as a filter, one JSON line in, one out.

mod claim;
mod date;
mod edtf;
mod figure;
mod quote;

use std::io::{BufRead, Write};

use clap::{Args, ValueEnum};
use serde_json::{Map, Value};

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

pub(super) fn run(options: &Options) -> u8 {
    let answer = match options.kind {
        Kind::Quote => quote::answer,
        Kind::Figure => figure::answer,
        Kind::Date => date::answer,
        Kind::Edtf => edtf::answer,
        Kind::Claim => claim::answer,
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
fn filter(answer: fn(&Value) -> Result<Value, String>) -> std::io::Result<bool> {
    let mut lines = std::io::stdin().lock();
    let mut replies = std::io::BufWriter::new(std::io::stdout().lock());
    let mut line = Vec::new();
    let mut good = true;
    while read_line(&mut lines, &mut line)? {
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let (reply, answered) = reply(&line, answer);
        good &= answered;
        serde_json::to_writer(&mut replies, &reply)?;
        replies.write_all(b"\n")?;
    }
    replies.flush()?;
    Ok(good)
}

fn read_line(lines: &mut impl BufRead, line: &mut Vec<u8>) -> std::io::Result<bool> {
    line.clear();
    let read = std::io::Read::take(lines, LONGEST).read_until(b'\n', line)?;
    Ok(read > 0)
}

fn reply(line: &[u8], answer: fn(&Value) -> Result<Value, String>) -> (Value, bool) {
    let asked: Value = match serde_json::from_slice(line) {
        Ok(asked) => asked,
        Err(error) => return (refusal(&Value::Null, &format!("the line is not JSON: {error}")), false),
    };
    let id = asked.get("id").cloned().unwrap_or(Value::Null);
    if !asked.is_object() {
        return (refusal(&id, "the line is not a JSON object"), false);
    }
    match answer(&asked) {
        Ok(Value::Object(fields)) => (with_id(id, fields), true),
        Ok(other) => (other, true),
        Err(error) => (refusal(&id, &error), false),
    }
}

fn with_id(id: Value, fields: Map<String, Value>) -> Value {
    let mut reply = Map::new();
    reply.insert("id".to_owned(), id);
    reply.extend(fields);
    Value::Object(reply)
}

fn refusal(id: &Value, error: &str) -> Value {
    serde_json::json!({ "id": id, "error": error })
}
