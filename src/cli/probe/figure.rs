//! What does the engine read in a sentence's figures: `factum probe figure`.

use serde::Serialize;
use serde_json::Value;

use crate::figure::{self, Figure};

/// One figure: where it stands and what it can mean.
#[derive(Serialize)]
struct Described<'f> {
    start_byte: usize,
    end_byte: usize,
    low: Option<f64>,
    high: Option<f64>,
    low_open: bool,
    high_open: bool,
    approx: bool,
    unit: Option<&'f str>,
    kind: &'f str,
    noun: Option<&'f str>,
}

/// Answers `{"text"}` with every number read in it and every figure as an interval. A line may hold hundreds of
/// thousands, so each is written down as soon as it is read.
///
/// # Errors
/// A sentence that says which key is missing.
pub(super) fn answer(input: &Value) -> Result<String, String> {
    let text = input
        .get("text")
        .and_then(Value::as_str)
        .ok_or("`text` is missing: give the sentence as a string")?;
    let (mut values, mut figures) = (Vec::new(), String::new());
    for figure in figure::figures(text) {
        values.extend(figure.values());
        if !figures.is_empty() {
            figures.push(',');
        }
        figures.push_str(&json(&described(&figure)));
    }
    Ok(format!("{{\"values\":{},\"figures\":[{figures}]}}", json(&values)))
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("numbers, words and lists of them are JSON")
}

fn described(figure: &Figure) -> Described<'_> {
    Described {
        start_byte: figure.span.start,
        end_byte: figure.span.end,
        low: figure.low,
        high: figure.high,
        low_open: figure.low_open,
        high_open: figure.high_open,
        approx: figure.approx,
        unit: figure.unit.map(|unit| unit.name),
        kind: figure.kind.name(),
        noun: figure.noun.as_ref().map(|noun| noun.words.as_str()),
    }
}
