//! `factum probe date`: which days can this expression mean in an article of that day?

use crate::date::{Bound, Edtf, Expression, find, read_whole, resolve};
use crate::span::Span;
use serde_json::{Value, json};

/// Answers `{"text", "ref", "surface"?}` with `{candidates: [[min, max], …]}`; an open end is null.
pub(super) fn answer(input: &Value) -> Result<Value, String> {
    let text =
        input.get("text").and_then(Value::as_str).ok_or("`text` is missing: give the words as a string")?;
    let reference = match input.get("ref") {
        None | Some(Value::Null) => None,
        Some(Value::String(written)) => {
            Some(Edtf::parse(written).map_err(|error| format!("`ref`: {}; {}", error.message, error.help))?)
        }
        Some(_) => {
            return Err("`ref` is not a string: give the day of publication, such as `2021-07-08`".to_owned());
        }
    };
    let said = match input.get("surface") {
        None | Some(Value::Null) => find(text).into_iter().next(),
        Some(Value::String(surface)) => at_surface(text, surface)?,
        Some(_) => return Err("`surface` is not a string: give the words of one expression".to_owned()),
    };
    let resolved =
        said.map(|said| resolve(&said, text, reference.as_ref().map(Edtf::bounds))).unwrap_or_default();
    let bound = |bound: Bound| bound.day().map(|day| day.to_string());
    let candidates: Vec<_> =
        resolved.candidates.iter().map(|one| json!([bound(one.min), bound(one.max)])).collect();
    Ok(json!({ "candidates": candidates }))
}

/// The expression that these words of the text say, if it is read whole.
fn at_surface(text: &str, surface: &str) -> Result<Option<Expression>, String> {
    let start = text.find(surface).ok_or_else(|| "`text` does not hold the words of `surface`".to_owned())?;
    Ok(read_whole(text, Span::new(start, start + surface.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readings_are_pairs_of_days() {
        let text = "Troops fled on Monday; none had since May 2020.";
        let monday = answer(&json!({ "text": text, "ref": "2021-07-08" })).unwrap();
        assert_eq!(monday, json!({ "candidates": [["2021-07-05", "2021-07-05"]] }));
        let since =
            answer(&json!({ "text": text, "ref": "2021-07-08", "surface": "since May 2020" })).unwrap();
        assert_eq!(since["candidates"][0], json!(["2020-05-01", null]));
    }

    #[test]
    fn what_is_vague_or_no_date_has_no_reading() {
        for text in ["in recent weeks", "nothing", ""] {
            let answered = answer(&json!({ "text": text, "ref": "2021-07-08" })).unwrap();
            assert_eq!(answered, json!({ "candidates": [] }), "{text}");
        }
    }

    #[test]
    fn a_line_that_lacks_something_is_told_so() {
        for (line, told) in [
            (json!({ "ref": "2021" }), "`text` is missing: give the words as a string"),
            (
                json!({ "text": "today", "ref": "8 July 2021" }),
                "`ref`: `8 July 2021` is not written as EDTF; write `2021-07-08`",
            ),
            (json!({ "text": "today", "surface": "Monday" }), "`text` does not hold the words of `surface`"),
        ] {
            assert_eq!(answer(&line).unwrap_err(), told);
        }
    }
}
