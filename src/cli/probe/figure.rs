//! What does the engine read in a sentence's figures: `factum probe figure`.

use serde_json::{Map, Value, json};

use crate::figure::{self, Figure};

/// Answers `{"text"}` with every number read in it and every figure as an interval.
///
/// # Errors
/// A sentence that says which key is missing.
pub(super) fn answer(input: &Value) -> Result<Value, String> {
    let text = input
        .get("text")
        .and_then(Value::as_str)
        .ok_or("`text` is missing: give the sentence as a string")?;
    let figures = figure::read(text);
    let values: Vec<f64> = figures.iter().flat_map(Figure::values).collect();
    let figures: Vec<Value> = figures.iter().map(described).collect();
    Ok(json!({ "values": values, "figures": figures }))
}

/// One figure as JSON: where it stands and what it can mean.
pub(super) fn described(figure: &Figure) -> Value {
    let mut entry = Map::new();
    entry.insert("start_byte".to_owned(), json!(figure.span.start));
    entry.insert("end_byte".to_owned(), json!(figure.span.end));
    entry.insert("low".to_owned(), json!(figure.low));
    entry.insert("high".to_owned(), json!(figure.high));
    entry.insert("low_open".to_owned(), json!(figure.low_open));
    entry.insert("high_open".to_owned(), json!(figure.high_open));
    entry.insert("approx".to_owned(), json!(figure.approx));
    entry.insert("unit".to_owned(), json!(figure.unit.map(|unit| unit.name)));
    entry.insert("kind".to_owned(), json!(figure.kind.name()));
    entry.insert("noun".to_owned(), json!(figure.noun.as_ref().map(|noun| noun.words.as_str())));
    Value::Object(entry)
}
