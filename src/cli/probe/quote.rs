//! Answers a line of `factum probe quote`: where a quotation stands in a text.

use serde_json::{Map, Value, json};

use crate::text::{DiffPart, Located, Nearest, Origin, Pick, Searchable, Selector, Status};

/// Reads `{text, quote, prefix?, suffix?}` and says where the quotation stands.
pub(super) fn answer(input: &Value) -> Result<Value, String> {
    let text = required(input, "text")?;
    let quote = required(input, "quote")?;
    let selector = Selector { quote, prefix: optional(input, "prefix")?, suffix: optional(input, "suffix")? };
    let searchable = Searchable::new(text);
    let located = searchable.locate(&selector);
    let nearest = if located.status == Status::NotFound { searchable.nearest(quote) } else { None };
    Ok(Value::Object(fields(&selector, text, &located, nearest.as_ref())))
}

fn required<'i>(input: &'i Value, field: &str) -> Result<&'i str, String> {
    optional(input, field)?.ok_or_else(|| format!("no `{field}` is given: it must be a string"))
}

fn optional<'i>(input: &'i Value, field: &str) -> Result<Option<&'i str>, String> {
    match input.get(field) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(words)) => Ok(Some(words)),
        Some(_) => Err(format!("`{field}` must be a string")),
    }
}

fn fields(
    asked: &Selector<'_>,
    text: &str,
    located: &Located,
    nearest: Option<&Nearest>,
) -> Map<String, Value> {
    let mut reply = Map::new();
    let tier = if let Status::Normalised(tier) = located.status { json!(tier.word()) } else { Value::Null };
    reply.insert("status".to_owned(), json!(located.status.word()));
    reply.insert("tier".to_owned(), tier);
    if let Some(span) = located.span.or(nearest.map(|nearest| nearest.span)) {
        reply.insert("start_byte".to_owned(), json!(span.start));
        reply.insert("end_byte".to_owned(), json!(span.end));
    }
    let flags: Vec<String> = located.flags.iter().map(ToString::to_string).collect();
    reply.insert("flags".to_owned(), json!(flags));
    if located.places.len() > 1 {
        let places: Vec<_> = located.places.iter().map(|place| json!([place.start, place.end])).collect();
        reply.insert("places".to_owned(), json!(places));
    }
    if !located.picks.is_empty() {
        reply.insert("picks".to_owned(), located.picks.iter().map(pick).collect());
    }
    if let Some(nearest) = nearest {
        reply.insert("change".to_owned(), json!(nearest.change.words()));
        reply.insert(
            "diff".to_owned(),
            nearest.diff.iter().map(|part| difference(asked.quote, text, part)).collect(),
        );
    }
    reply
}

fn pick(pick: &Option<Pick>) -> Value {
    match pick {
        None => Value::Null,
        Some(Pick::Prefix(words)) => json!({ "prefix": words }),
        Some(Pick::Suffix(words)) => json!({ "suffix": words }),
    }
}

/// `=` what both have, `-` what only the text has, `+` what only the quotation has.
fn difference(quote: &str, text: &str, part: &DiffPart) -> Value {
    match part.origin {
        Origin::Both => json!(["=", part.in_text.of(text)]),
        Origin::Text => json!(["-", part.in_text.of(text)]),
        Origin::Quotation => json!(["+", part.in_quote.of(quote)]),
    }
}
