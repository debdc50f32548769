//! Does a quotation bear a claim out: `factum probe claim`.

use serde_json::{Value, json};

use crate::date::Edtf;
use crate::dossier::grounding::{Claim, Flaw, Quoted, Verdict, ground};

/// Answers `{"quote", "claim", "published"?, "claim_date"?}` with a verdict and its findings.
///
/// # Errors
/// A sentence that says which key is missing or holds no date.
pub(super) fn answer(input: &Value) -> Result<Value, String> {
    let quote = text(input, "quote")?;
    let claim = text(input, "claim")?;
    let published = date(input, "published")?;
    let claim_date = date(input, "claim_date")?;
    let quoted = Quoted { text: quote, published: published.as_ref() };
    let flaws = ground(&quoted, &Claim { text: claim, date: claim_date.as_ref() });
    let findings: Vec<Value> = flaws.iter().map(|flaw| described(flaw, quote, claim)).collect();
    Ok(json!({ "verdict": Verdict::of(&flaws).name(), "findings": findings }))
}

fn text<'v>(input: &'v Value, key: &str) -> Result<&'v str, String> {
    input.get(key).and_then(Value::as_str).ok_or_else(|| format!("`{key}` is missing: give it as a string"))
}

fn date(input: &Value, key: &str) -> Result<Option<Edtf>, String> {
    let Some(written) = input.get(key).and_then(Value::as_str) else { return Ok(None) };
    Edtf::parse_fact(written).map(Some).map_err(|error| format!("`{key}`: {}; {}", error.message, error.help))
}

fn described(flaw: &Flaw, quote: &str, claim: &str) -> Value {
    let place = |span: Option<crate::span::Span>, text: &str| {
        span.map(|span| json!({ "start_byte": span.start, "end_byte": span.end, "text": span.of(text) }))
    };
    json!({
        "finding": flaw.fault.name(),
        "claim": place(flaw.claim, claim),
        "quote": place(flaw.quotation, quote),
    })
}
