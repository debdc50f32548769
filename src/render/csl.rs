//! What of the briefing does a reference manager read: `sources.csl.json` (CSL-JSON, as Zotero imports it).

use serde_json::{Map, Value, json};

use crate::briefing::Briefing;
use crate::briefing::view::{Day, Source};

/// The archived articles as CSL items.
#[must_use]
pub fn csl_json(briefing: &Briefing) -> String {
    let items: Vec<Value> = briefing.sources.iter().map(item).collect();
    let mut text = serde_json::to_string_pretty(&items).expect("a JSON value can be written");
    text.push('\n');
    text
}

/// A kind of publication as the facts name it, CSL's type, and the CSL field that names its publisher.
const KINDS: [(&str, &str, &str); 21] = [
    ("", NEWS, "container-title"),
    ("article", NEWS, "container-title"),
    ("news", NEWS, "container-title"),
    ("newspaper", NEWS, "container-title"),
    ("periodical", "article-magazine", "container-title"),
    ("blog", "post-weblog", "container-title"),
    ("post", "post", "container-title"),
    ("thread", "post", "container-title"),
    ("web", "webpage", "container-title"),
    ("reference", "entry", "container-title"),
    ("press release", "report", "publisher"),
    ("report", "report", "publisher"),
    ("book", "book", "publisher"),
    ("thesis", "thesis", "publisher"),
    ("legislation", "legislation", "publisher"),
    ("case", "legal_case", "publisher"),
    ("manuscript", "manuscript", "publisher"),
    ("interview", "interview", "publisher"),
    ("speech", "speech", "publisher"),
    ("video", "motion_picture", "publisher"),
    ("audio", "song", "publisher"),
];

/// An archived article of which nothing more is said is a news item.
const NEWS: &str = "article-newspaper";

fn item(source: &Source) -> Value {
    let named = source.kind.to_lowercase().replace('-', " ");
    let known = KINDS.iter().find(|(kind, ..)| named == *kind);
    let (_, kind, publisher) = known.copied().unwrap_or(("", "document", "publisher"));
    let mut item = Map::new();
    item.insert("id".to_owned(), json!(source.id));
    item.insert("type".to_owned(), json!(kind));
    let stated = |field: &str| !source.not_stated.iter().any(|name| name == field);
    let mut put = |name: &str, value: &str| {
        if !value.is_empty() {
            item.insert(name.to_owned(), json!(value));
        }
    };
    put("title", if stated("title") { &source.title } else { "" });
    put(publisher, if stated("publisher") { &source.publisher } else { "" });
    // What CSL has no type for keeps its own name.
    put("genre", if matches!(kind, "document" | "report") && named != "report" { &source.kind } else { "" });
    put("URL", &source.url);
    put("language", &source.language);
    put("number", &source.number);
    put("note", &note(source));
    if stated("author") && !source.author.is_empty() {
        // The facts give names as printed: which part is the family's is not said.
        item.insert("author".to_owned(), json!([{ "literal": source.author }]));
    }
    if let Some(issued) = issued(&source.date) {
        item.insert("issued".to_owned(), issued);
    }
    Value::Object(item)
}

/// One line, for reference managers read lines of the form `field: value` in it as fields.
fn note(source: &Source) -> String {
    let mut note = format!("Archived text {}, SHA-256 {}.", source.file, source.sha256);
    if !source.not_stated.is_empty() {
        note.push_str(&format!(" Not stated: {}.", source.not_stated.join(", ")));
    }
    for reason in &source.reasons {
        note.push_str(&format!(" Inferred {}: {}", reason.label, reason.text));
    }
    note.split(|letter: char| letter.is_whitespace() || letter.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A CSL date: in parts where EDTF gives one day, month or year, or a span of them; else in words.
fn issued(date: &Day) -> Option<Value> {
    if date.edtf.is_empty() {
        return None;
    }
    let ends: Option<Vec<Vec<i64>>> = date.edtf.split('/').map(parts).collect();
    let Some(ends) = ends.filter(|ends| ends.len() <= 2) else {
        return Some(json!({ "literal": date.text }));
    };
    let mut issued = json!({ "date-parts": ends });
    if date.edtf.contains(['~', '?', '%']) {
        issued["circa"] = json!(true);
    }
    Some(issued)
}

/// `2021-07-08`, `2021-07` or `2021` in numbers, a mark of doubt at its end aside.
fn parts(written: &str) -> Option<Vec<i64>> {
    let plain = written.strip_suffix(['~', '?', '%']).unwrap_or(written);
    let pieces: Vec<&str> = plain.split('-').collect();
    let fits = |(piece, length): (&&str, usize)| {
        piece.len() == length && piece.bytes().all(|byte| byte.is_ascii_digit())
    };
    let whole = pieces.len() <= 3 && pieces.iter().zip([4, 2, 2]).all(fits);
    let numbers: Vec<i64> = pieces.iter().filter_map(|piece| piece.parse().ok()).collect();
    // From 21 on the second part is a season.
    let month = numbers.get(1).is_none_or(|month| (1..=12).contains(month));
    (whole && month && numbers.len() == pieces.len()).then_some(numbers)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{HOSTILE, briefing_of};
    use super::*;

    fn items(briefing: &Briefing) -> Vec<Value> {
        serde_json::from_str(&csl_json(briefing)).unwrap()
    }

    fn date(edtf: &str) -> Value {
        let day = Day { edtf: edtf.to_owned(), text: "in words".to_owned(), ..Day::default() };
        issued(&day).unwrap_or(Value::Null)
    }

    #[test]
    fn a_date_is_as_exact_as_it_is_known() {
        assert_eq!(date("2021-07-08"), json!({ "date-parts": [[2021, 7, 8]] }));
        assert_eq!(date("2021-07"), json!({ "date-parts": [[2021, 7]] }));
        assert_eq!(date("2021~"), json!({ "date-parts": [[2021]], "circa": true }));
        assert_eq!(date("2021-07-04/2021-07-05"), json!({ "date-parts": [[2021, 7, 4], [2021, 7, 5]] }));
        assert_eq!(date(""), Value::Null);
        for edtf in [
            "2021-24",
            "2021-07-XX",
            "../2021-07-08",
            "[2021-07-04..2021-07-05]",
            "-0044",
            "Y170000002",
            "2021-07-05/",
        ] {
            assert_eq!(date(edtf), json!({ "literal": "in words" }), "{edtf}");
        }
    }

    #[test]
    fn what_is_not_stated_is_left_out_and_said() {
        let mut briefing = briefing_of("word");
        let source = &mut briefing.sources[0];
        source.publisher = "[publisher not stated]".to_owned();
        source.not_stated = vec!["publisher".to_owned()];
        source.kind = "article".to_owned();
        let item = &items(&briefing)[0];
        assert_eq!(item["type"], "article-newspaper");
        assert!(item.get("container-title").is_none() && item.get("publisher").is_none());
        assert!(item["note"].as_str().unwrap().contains("Not stated: publisher."));
        assert_eq!(item["issued"], json!({ "date-parts": [[2021, 7, 8]] }));
    }

    #[test]
    fn each_kind_has_its_field_for_the_publisher() {
        for (kind, csl, field) in
            [("newspaper", "article-newspaper", "container-title"), ("report", "report", "publisher")]
        {
            let mut briefing = briefing_of("word");
            briefing.sources[0].kind = kind.to_owned();
            let item = &items(&briefing)[0];
            assert_eq!((item["type"].as_str(), item[field].as_str()), (Some(csl), Some("word")));
        }
    }

    #[test]
    fn hostile_words_stay_in_their_fields() {
        let mut briefing = briefing_of(HOSTILE);
        briefing.sources[0].reasons[0].text = "x\nDOI: 10.1/forged\r\npublisher: forged".to_owned();
        let item = &items(&briefing)[0];
        let names: Vec<&str> = item.as_object().unwrap().keys().map(String::as_str).collect();
        let expected = "id type title publisher genre URL language number note author issued";
        assert_eq!(names.join(" "), expected);
        assert_eq!(item["title"], HOSTILE);
        assert!(!item["note"].as_str().unwrap().contains(['\n', '\r']), "a line could be read as a field");
    }
}
