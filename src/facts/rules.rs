//! Does a value have the form that its key asks for?

use super::fields::Rule;
use super::located::Id;
use super::refusal::{cut, nearest};
use super::{address, codes};

/// What is wrong with a value.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// The code.
    pub(super) code: &'static str,
    /// What is wrong, in one line.
    pub(super) message: String,
    /// What to write instead.
    pub(super) help: String,
}

/// The keys of a source that its text may state, or not.
const SOURCE_FIELDS: &[&str] =
    &["type", "title", "author", "publisher", "date", "time", "url", "language", "serial-number"];

/// What is wrong with `value` under `key`, if something is.
pub(super) fn fault(key: &str, rule: Rule, value: &str) -> Option<Fault> {
    let shown = cut(value);
    let wrong = |message: String, help: &str| {
        Some(Fault { code: codes::WRONG_VALUE, message, help: help.to_owned() })
    };
    match rule {
        Rule::Id if !Id::fits(value) => Some(not_an_id(value)),
        Rule::Url => address::trouble(value).map(|(message, help)| Fault {
            code: codes::WRONG_URL,
            message,
            help: help.to_owned(),
        }),
        Rule::Language if !is_language(value) => wrong(
            format!("`{shown}` is not a language tag"),
            "write a BCP 47 tag such as `en`, `en-GB` or `tg-Cyrl`",
        ),
        Rule::Time if !is_time(value) => {
            wrong(format!("`{shown}` is not a time of day"), "write hours and minutes, `00:00` to `23:59`")
        }
        Rule::Reliability if !is_one_of(value, b"ABCDEF") => {
            wrong(format!("`{shown}` is not a grade of reliability"), "write `A` to `F` (Admiralty code)")
        }
        Rule::Credibility if !is_one_of(value, b"123456") => {
            wrong(format!("`{shown}` is not a grade of credibility"), "write `1` to `6` (Admiralty code)")
        }
        Rule::Sha256 if value.len() != 64 || !value.bytes().all(|byte| byte.is_ascii_hexdigit()) => wrong(
            format!("`{shown}` is not a SHA-256"),
            "write 64 hexadecimal digits, as `sha256sum` prints them",
        ),
        Rule::SourceField if !SOURCE_FIELDS.contains(&value) => Some(not_a_field(key, value)),
        _ => None,
    }
}

fn not_an_id(value: &str) -> Fault {
    let rule = "small letters, digits, `-` and `_`, at most 64, a letter or digit first";
    let help = match id_like(value) {
        Some(id) => format!("write `{id}`: {rule}"),
        None => format!("write {rule}"),
    };
    Fault { code: codes::WRONG_ID, message: format!("`{}` is not an id", cut(value)), help }
}

/// The id that comes nearest.
fn id_like(value: &str) -> Option<String> {
    let mut id = String::new();
    for character in value.chars().take(200) {
        let small = character.to_ascii_lowercase();
        if small.is_ascii_lowercase() || small.is_ascii_digit() || (small == '_' && !id.is_empty()) {
            id.push(small);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    id.truncate(64);
    let id = id.trim_end_matches('-');
    Id::fits(id).then(|| id.to_owned())
}

fn not_a_field(key: &str, value: &str) -> Fault {
    let list = SOURCE_FIELDS.join("`, `");
    let help = match nearest(value, SOURCE_FIELDS) {
        Some(near) => format!("write `{near}`; the words here are `{list}`"),
        None => format!("the words here are `{list}`"),
    };
    let message = format!("`{key}` knows no field `{}`", cut(value));
    Fault { code: codes::WRONG_WORD, message, help }
}

/// The shape of a BCP 47 tag, not whether anyone registered its parts.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    let language = (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic());
    language
        && tag.len() <= 35
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

fn is_time(time: &str) -> bool {
    let [tens, ones, b':', minute_tens, minute_ones] = time.as_bytes() else { return false };
    let digits = [tens, ones, minute_tens, minute_ones].iter().all(|digit| digit.is_ascii_digit());
    digits && (*tens < b'2' || (*tens == b'2' && *ones < b'4')) && *minute_tens < b'6'
}

fn is_one_of(value: &str, grades: &[u8]) -> bool {
    matches!(value.as_bytes(), [grade] if grades.contains(grade))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passes(rule: Rule, values: &[&str]) {
        for value in values {
            assert_eq!(fault("key", rule, value), None, "{value}");
        }
    }

    fn fails(rule: Rule, values: &[&str]) {
        for value in values {
            assert!(fault("key", rule, value).is_some(), "{value}");
        }
    }

    #[test]
    fn an_address_is_of_the_web_and_names_no_user() {
        passes(
            Rule::Url,
            &[
                "https://example.org",
                "HTTP://example.org:8080/a@b?c#d",
                "https://[::1]:80/",
                "http://пример.рф/",
            ],
        );
        fails(
            Rule::Url,
            &["ftp://example.org", "javascript:alert(1)", "example.org", "https://", "https:///x"],
        );
        fails(
            Rule::Url,
            &["https://me@example.org/", "https://me:pw@example.org", "https://a b.org", "https://a..b/"],
        );
        fails(
            Rule::Url,
            &[
                "https://example.org/<b>",
                "https://a:99999/",
                "https://a:x/",
                "//example.org",
                "data:text/html,x",
            ],
        );
        fails(Rule::Url, &[&format!("https://example.org/{}", "a".repeat(2048))]);
        passes(Rule::Url, &[&format!("https://example.org/{}", "é".repeat(2028))]);
    }

    #[test]
    fn a_time_has_hours_and_minutes() {
        passes(Rule::Time, &["00:00", "23:59", "12:36"]);
        fails(Rule::Time, &["24:00", "12:60", "9:05", "12.36", "12:36:00", "noon", "1２:00"]);
    }

    #[test]
    fn a_language_is_a_tag() {
        passes(Rule::Language, &["en", "en-GB", "tg-Cyrl-TJ", "de-CH-1996"]);
        fails(Rule::Language, &["english", "e", "en_GB", "en-", "-en", "en GB"]);
    }

    #[test]
    fn grades_are_those_of_the_admiralty_code() {
        passes(Rule::Reliability, &["A", "F"]);
        fails(Rule::Reliability, &["G", "a", "AB", "1"]);
        passes(Rule::Credibility, &["1", "6"]);
        fails(Rule::Credibility, &["0", "7", "2.0", "01"]);
    }

    #[test]
    fn an_id_that_does_not_fit_is_mended() {
        let help = |value: &str| fault("key", Rule::Id, value).map(|fault| fault.help).unwrap();
        assert!(help("Troops crossed (north)").starts_with("write `troops-crossed-north`: "));
        assert!(help("-1").starts_with("write `1`: "));
        assert!(help("да").starts_with("write small letters"));
        passes(Rule::Id, &["a", "0", "a-b_c", &"a".repeat(64)]);
        fails(Rule::Id, &["", "_a", "-a", "A", "a.b", "a b", "é", &"a".repeat(65)]);
    }

    #[test]
    fn only_what_a_text_may_state_is_not_stated() {
        passes(Rule::SourceField, &["author", "serial-number"]);
        let fault = fault("not-stated", Rule::SourceField, "autor").unwrap();
        assert_eq!(fault.message, "`not-stated` knows no field `autor`");
        assert!(fault.help.starts_with("write `author`"));
    }
}
