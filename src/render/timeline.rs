//! What of the briefing does TimelineJS draw: `timeline.json`.

use serde_json::{Map, Value, json};

use super::csv::note;
use super::html::escape;
use crate::briefing::Briefing;
use crate::briefing::view::Row;

/// The title and every row of the chronology that has a first or a last day. TimelineJS takes all words for HTML, so
/// all are escaped.
#[must_use]
pub fn timeline_json(briefing: &Briefing) -> String {
    let events: Vec<Value> = briefing.chronology.rows.iter().filter_map(|row| event(briefing, row)).collect();
    let title = json!({
        "text": { "headline": escape(&briefing.title), "text": escape(&lead(briefing)) },
    });
    let timeline = json!({ "scale": "human", "title": title, "events": events });
    let mut text = serde_json::to_string_pretty(&timeline).expect("a JSON value can be written");
    text.push('\n');
    text
}

/// The line under the title; a draft says so first.
fn lead(briefing: &Briefing) -> String {
    let draft = if briefing.draft { "DRAFT. Not for use. " } else { "" };
    let subtitle = briefing.subtitle.trim_end_matches('.');
    let subtitle = if subtitle.is_empty() { String::new() } else { format!("{subtitle}. ") };
    format!("{draft}{subtitle}As of {}.", briefing.as_of.text)
}

fn event(briefing: &Briefing, row: &Row) -> Option<Value> {
    let (first, last) = (date(&row.date.first), date(&row.date.last));
    let (start, end) = (first.clone().or_else(|| last.clone())?, last.or(first)?);
    let mut event = Map::new();
    if start != end {
        event.insert("end_date".to_owned(), Value::Object(end));
    }
    event.insert("start_date".to_owned(), Value::Object(start));
    event.insert("display_date".to_owned(), json!(escape(&row.date.weekday)));
    event.insert("text".to_owned(), json!({ "headline": escape(&row.what), "text": body(briefing, row) }));
    event.insert("group".to_owned(), json!(escape(&row.sort)));
    event.insert("unique_id".to_owned(), json!(format!("fact-{}", row.fact)));
    event.sort_keys();
    Some(Value::Object(event))
}

/// How the date is known, remarks, and the quotations.
fn body(briefing: &Briefing, row: &Row) -> String {
    let mut body = String::new();
    if !row.basis.is_empty() {
        let basis = escape(&row.basis);
        let basis = if row.basis_verbatim { format!("“{basis}”") } else { basis };
        body.push_str(&format!("<p>How the date is known: {basis}.</p>"));
    }
    for remark in &row.remarks {
        body.push_str(&format!("<p>{}.</p>", escape(remark)));
    }
    for note in row.cites.iter().filter_map(|cite| note(briefing, cite)) {
        let (quote, citation) = (escape(&note.quote), escape(&note.citation));
        body.push_str(&format!(
            "<blockquote>“{quote}” {}, {citation}, ¶ {}</blockquote>",
            escape(&note.short),
            note.paragraph
        ));
    }
    body
}

/// `YYYY-MM-DD` in numbers; none if it is no day.
fn date(day: &str) -> Option<Map<String, Value>> {
    let (sign, digits) = day.strip_prefix('-').map_or((1, day), |digits| (-1, digits));
    let numbers: Option<Vec<i64>> = digits.split('-').map(|part| part.parse().ok()).collect();
    let [year, month, day] = *numbers?.first_chunk::<3>()?;
    let mut date = Map::new();
    date.insert("year".to_owned(), json!(sign * year));
    date.insert("month".to_owned(), json!(month));
    date.insert("day".to_owned(), json!(day));
    Some(date)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{HOSTILE, briefing_of};
    use super::*;
    use crate::briefing::view::Cite;

    /// The hostile briefing with one day, or two.
    fn timeline(words: &str, first: &str, last: &str) -> Value {
        let mut briefing = briefing_of(words);
        let row = &mut briefing.chronology.rows[0];
        (row.date.first, row.date.last) = (first.to_owned(), last.to_owned());
        row.cites = vec![Cite { note: 1, turn: 1 }, Cite { note: 9, turn: 1 }];
        serde_json::from_str(&timeline_json(&briefing)).unwrap()
    }

    #[test]
    fn a_day_has_no_end_and_a_span_has_one() {
        let day = timeline("word", "2021-07-08", "2021-07-08");
        assert_eq!(day["events"][0]["start_date"], json!({ "year": 2021, "month": 7, "day": 8 }));
        assert!(day["events"][0].get("end_date").is_none());
        let span = timeline("word", "2021-07-01", "2021-07-31");
        assert_eq!(span["events"][0]["end_date"]["day"], 31);
    }

    #[test]
    fn an_open_date_stands_at_the_end_that_is_known() {
        assert_eq!(timeline("word", "", "2021-07-08")["events"][0]["start_date"]["day"], 8);
        assert_eq!(timeline("word", "-0044-03-15", "")["events"][0]["start_date"]["year"], -44);
        assert_eq!(
            timeline("word", "", "")["events"],
            json!([]),
            "without any day there is nowhere to draw it"
        );
    }

    #[test]
    fn no_word_acts_in_the_page_that_draws_it() {
        let (hostile, plain) = (timeline(HOSTILE, "2021-07-08", ""), timeline("word", "2021-07-08", ""));
        let tags = |value: &Value| value.to_string().matches('<').count();
        assert_eq!(tags(&hostile), tags(&plain), "{hostile}");
        assert!(!hostile.to_string().contains("<script"));
    }

    #[test]
    fn the_quotation_stands_under_the_event() {
        let body =
            timeline("word", "2021-07-08", "")["events"][0]["text"]["text"].as_str().unwrap().to_owned();
        assert!(body.contains("<blockquote>“word” word, word, ¶ 1</blockquote>"), "{body}");
        assert!(
            timeline("word", "2021-07-08", "")["title"]["text"]["text"]
                .as_str()
                .unwrap()
                .starts_with("DRAFT")
        );
    }
}
