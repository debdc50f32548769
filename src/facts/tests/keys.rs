//! Is every key read, as it was typed?

use super::{EVERYTHING, HEAD, read_well};
use crate::facts::{Class, Confidence, FactKind, Harm, Likelihood, Rank, Stance, Status, Text, json_schema};

fn words(texts: &[Text]) -> Vec<&str> {
    texts.iter().map(|text| text.as_str()).collect()
}

fn word(text: Option<&Text>) -> &str {
    text.unwrap().as_str()
}

#[test]
fn the_smallest_file_is_read() {
    let text = "title: T\nas-of: 2021-07-08\nsources:\n  paper:\n    title: A\n    date: 2021-07-08\n    file: a.txt\n\
        facts:\n  appeal:\n    claim: C.\n    evidence:\n      - paper: asked states Wednesday to \"do their part\" to aid\n";
    let (_, base) = read_well(text);
    let quotation = base.quotations().next().unwrap();
    assert_eq!(quotation.source.as_str(), "paper");
    assert_eq!(quotation.quote.value, "asked states Wednesday to \"do their part\" to aid");
    assert_eq!((quotation.stance, quotation.rank), (Stance::Supports, Rank::Normal));
    assert_eq!(base.facts.get("appeal").unwrap().value.sort(), FactKind::Background);
}

#[test]
fn the_head_of_a_base_is_read() {
    let (_, base) = read_well(EVERYTHING);
    assert_eq!(base.title.value, "A harbour closes");
    assert_eq!(word(base.subtitle.as_ref()), "What five papers say");
    assert_eq!(word(base.question.as_ref()), "When did the harbour close, and for whom?");
    assert_eq!(base.as_of.written.value, "2019-03-09");
    assert_eq!(base.as_of.edtf.as_ref().unwrap().to_string(), "2019-03-09");
    let edition = base.edition.as_ref().unwrap();
    assert_eq!((edition.number.as_str(), word(edition.corrects.as_ref())), ("2", "1"));
    assert_eq!(edition.date.as_ref().unwrap().written.value, "2019-03-10");
    assert_eq!(word(base.language.as_ref()), "en-GB");
    assert_eq!(word(base.issuer.as_ref()), "Desk of the harbour master");
    assert_eq!(word(base.contact.as_ref()), "desk@example.org");
    assert_eq!(word(base.summary.as_ref()), "The harbour closed [@closing]. It may stay closed.");
    assert_eq!(words(&base.unknowns), ["Who gave the order?", "yes"]);
    assert_eq!(words(&base.include), ["more/*.yaml"]);
}

#[test]
fn sections_and_judgements_are_read() {
    let (_, base) = read_well(EVERYTHING);
    let ids: Vec<_> = base.sections.iter().map(|section| section.id.as_str()).collect();
    assert_eq!(ids, ["first", "second"]);
    assert_eq!(base.sections.get("second").unwrap().value.title.value, "0x10");
    assert_eq!(
        word(base.section(&base.sections.iter().next().unwrap().id).unwrap().value.text.as_ref()),
        "What is known of it [@closing]."
    );
    let [first, second] = base.judgements.as_slice() else { panic!("two judgements") };
    assert_eq!(first.text.value, "It stays closed.");
    assert_eq!(first.likelihood.as_ref().unwrap().value, Likelihood::RoughlyEvenChance);
    assert_eq!(first.confidence.as_ref().unwrap().value, Confidence::Moderate);
    assert_eq!(first.because.first().unwrap().as_str(), "closing");
    assert_eq!(second.likelihood.as_ref().unwrap().word(), "almost-certain");
}

#[test]
fn sources_and_entities_are_read() {
    let (_, base) = read_well(EVERYTHING);
    let source = &base.sources.get("gazette").unwrap().value;
    assert_eq!(word(source.kind.as_ref()), "newspaper");
    assert_eq!(word(source.title.as_ref()), "Harbour \"shut\"");
    assert_eq!(word(source.author.as_ref()), "no");
    assert_eq!(word(source.publisher.as_ref()), "Gazette");
    assert_eq!(source.date.as_ref().unwrap().written.value, "2019-03-08");
    assert_eq!(word(source.time.as_ref()), "12:36");
    assert_eq!(word(source.url.as_ref()), "https://gazette.example.org/a?b=c#d");
    assert_eq!(word(source.language.as_ref()), "en");
    assert_eq!(word(source.serial_number.as_ref()), "010");
    assert_eq!(word(source.note.as_ref()), "The second edition.");
    assert_eq!(source.file.value, "seeds/gazette.txt");
    assert!(word(source.sha256.as_ref()).starts_with("abcdef0123"));
    assert_eq!(word(source.family.as_ref()), "gazette-group");
    assert_eq!(source.carries.as_ref().unwrap().as_str(), "wire");
    assert_eq!(word(source.descriptor.as_ref()), "A local paper");
    assert_eq!(word(source.reliability.as_ref()), "B");
    assert_eq!(words(&source.ignore), ["Leave a reply", "1_000"]);
    assert_eq!(source.accept.first().unwrap().check.value, "source-unused");
    let sheet = &base.sources.get("sheet").unwrap().value;
    assert_eq!(words(&sheet.not_stated), ["author", "serial-number"]);
    let inferred = &sheet.inferred.get("publisher").unwrap().value;
    assert_eq!(inferred.because.value, "The address names it,\ntwice.");
    let wire = &base.entities.get("wire").unwrap().value;
    assert_eq!(
        (wire.name.as_str(), word(wire.role.as_ref()), word(wire.kind.as_ref())),
        ("Coast Wire", "agency", "organisation")
    );
    assert_eq!(words(&wire.also), ["Coastwire", "The Wire"]);
}

#[test]
fn facts_and_quotations_are_read() {
    let (_, base) = read_well(EVERYTHING);
    let fact = &base.facts.get("closing").unwrap().value;
    assert_eq!(fact.claim.value, "The harbour closed on 7 March.");
    assert_eq!(fact.section.as_ref().unwrap().as_str(), "first");
    assert_eq!(fact.kind.as_ref().unwrap().value, FactKind::Event);
    assert_eq!(fact.date.as_ref().unwrap().edtf.as_ref().unwrap().to_string(), "2019-03-06..2019-03-07");
    assert_eq!(word(fact.value.as_ref()), "1_000 ships");
    assert_eq!(fact.speaker.as_ref().unwrap().as_str(), "wire");
    assert_eq!(word(fact.credibility.as_ref()), "2");
    assert_eq!((fact.after.len(), fact.sum_of.len(), fact.accept.len()), (1, 2, 1));
    let [long, short] = fact.evidence.as_slice() else { panic!("two quotations") };
    assert_eq!(long.quote.value, "the harbour, which holds more than 1,000 ships, closed on Thursday");
    assert_eq!((word(long.prefix.as_deref()), word(long.suffix.as_deref())), ("On Friday", ", we learn"));
    assert_eq!((word(long.says.as_deref()), word(long.unit.as_deref())), ("more than 1,000 ships", "ships"));
    assert_eq!((long.stance, long.rank), (Stance::Disputes, Rank::Preferred));
    assert_eq!((long.via.len(), long.accept.len()), (2, 1));
    assert_eq!(long.date.as_ref().unwrap().written.value, "2019-03-08");
    assert_eq!(word(long.note.as_deref()), "From the first page.");
    assert_eq!((short.source.as_str(), short.quote.as_str()), ("sheet", "the harbour's closed"));
    assert_eq!(base.facts.get("storm").unwrap().value.claim.value, "~5 storms came.");
    assert!(base.facts.get("stor").is_none());
}

#[test]
fn discrepancies_are_read() {
    let (_, base) = read_well(EVERYTHING);
    let day = &base.discrepancies.get("day").unwrap().value;
    assert_eq!(day.fact.as_ref().unwrap().as_str(), "closing");
    assert_eq!(word(day.title.as_ref()), "Which day was it?");
    assert_eq!(
        (day.class.value, day.severity.value, day.status.value),
        (Class::Date, Harm::Medium, Status::Unresolved)
    );
    assert_eq!((day.sides.len(), day.accept.len()), (2, 1));
    assert_eq!(
        (word(day.note.as_ref()), word(day.we_write.as_ref())),
        ("The Sheet counts from noon.", "7 March")
    );
}

#[test]
fn dates_and_prose_are_all_visited() {
    let (_, base) = read_well(EVERYTHING);
    let dates: Vec<_> = base.dates().map(|date| date.written.value.as_str()).collect();
    assert_eq!(dates, ["2019-03-09", "2019-03-10", "2019-03-08", "2019-03-06..2019-03-07", "2019-03-08"]);
    assert_eq!((base.prose().count(), base.quotations().count()), (10, 4));
}

#[test]
fn a_date_that_is_none_is_left_to_a_check() {
    let (_, base) = read_well("title: T\nas-of: 8 July 2021\n");
    assert_eq!(base.as_of.written.value, "8 July 2021");
    assert!(base.as_of.edtf.is_err());
}

#[test]
fn a_list_may_be_empty_and_a_word_may_be_quoted() {
    let (_, base) = read_well(&format!("{HEAD}facts: {{}}\nunknowns: []\nissuer: \"~\"\ncontact: 'null'\n"));
    assert_eq!((base.facts.len(), base.unknowns.len()), (0, 0));
    assert_eq!((word(base.issuer.as_ref()), word(base.contact.as_ref())), ("~", "null"));
}

#[test]
fn the_schema_names_every_key_and_no_null() {
    let schema: serde_json::Value = serde_json::from_str(&json_schema()).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert!(!json_schema().contains("null"));
    let long: Vec<_> =
        schema["$defs"]["LongForm"]["properties"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(long, crate::facts::evidence::KEYS);
    let keys = |of: &str| schema["$defs"][of]["properties"].as_object().unwrap().len();
    assert_eq!((keys("Source"), keys("Fact"), keys("Discrepancy")), (20, 12, 9));
    assert_eq!(schema["properties"].as_object().unwrap().len(), 17);
    assert_eq!(schema["$defs"]["Evidence"]["oneOf"].as_array().unwrap().len(), 2);
    assert_eq!(schema["$defs"]["Fact"]["properties"]["credibility"]["type"][1], "number");
    for line in EVERYTHING.lines().filter(|line| !line.starts_with('#')) {
        let Some((key, _)) = line.trim_start_matches([' ', '-']).split_once(':') else { continue };
        let named = json_schema().contains(&format!("\"{key}\": {{"));
        let is_id = base_ids().contains(&key);
        assert!(named || is_id, "{key}");
    }
}

fn base_ids() -> [&'static str; 9] {
    ["first", "second", "gazette", "sheet", "wire", "closing", "storm", "day", "publisher"]
}
