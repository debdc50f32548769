//! `factum probe edtf`: is this EDTF, and which days can it mean?

use crate::date::Edtf;
use serde_json::{Value, json};

/// Answers `{"edtf"}` with `{valid, min, max}`; what is not EDTF also gets `message` and `help`.
pub(super) fn answer(input: &Value) -> Result<Value, String> {
    let written =
        input.get("edtf").and_then(Value::as_str).ok_or("`edtf` is missing: give the date as a string")?;
    Ok(match Edtf::parse(written) {
        Ok(date) => {
            let bounds = date.bounds();
            json!({ "valid": true, "min": bounds.min.to_string(), "max": bounds.max.to_string() })
        }
        Err(error) => {
            json!({ "valid": false, "min": null, "max": null, "message": error.message, "help": error.help })
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_are_days_or_words() {
        let ends = |written: &str| answer(&json!({ "edtf": written })).unwrap();
        assert_eq!(ends("2021-07"), json!({ "valid": true, "min": "2021-07-01", "max": "2021-07-31" }));
        assert_eq!(ends("../2021-07-08"), json!({ "valid": true, "min": "-inf", "max": "2021-07-08" }));
        assert_eq!(ends("2021/"), json!({ "valid": true, "min": "2021-01-01", "max": "unknown" }));
    }

    #[test]
    fn what_is_not_edtf_is_told_why() {
        let answered = answer(&json!({ "edtf": "2021-7-8" })).unwrap();
        assert_eq!((&answered["valid"], &answered["min"]), (&json!(false), &Value::Null));
        assert_eq!(answered["help"], "write `2021-07-08`");
        assert_eq!(answer(&json!({})).unwrap_err(), "`edtf` is missing: give the date as a string");
    }
}
