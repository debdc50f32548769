use super::*;

fn quotation(source: &str, words: &str, paragraph: usize) -> PastQuotation {
    let (source, words) = (source.to_owned(), words.to_owned());
    PastQuotation {
        source,
        words,
        disputes: false,
        paragraph,
        start: paragraph * 100,
        end: paragraph * 100 + 9,
    }
}

fn fact(id: &str, claim: &str, value: &str) -> PastFact {
    PastFact {
        id: id.to_owned(),
        claim: claim.to_owned(),
        value: value.to_owned(),
        quotations: vec![quotation("gazette", &format!("words on {id}"), 2)],
        ..PastFact::default()
    }
}

fn source(id: &str, sha256: &str) -> PastSource {
    PastSource {
        id: id.to_owned(),
        short: "S1".to_owned(),
        title: format!("The {id}"),
        sha256: sha256.to_owned(),
    }
}

fn difference(id: &str, explained: bool) -> PastDifference {
    PastDifference {
        id: id.to_owned(),
        title: format!("Which {id}?"),
        explained,
        ..PastDifference::default()
    }
}

fn edition() -> Edition {
    Edition {
        number: "1".to_owned(),
        as_of: "6 July 2021".to_owned(),
        facts: vec![fact("fled", "People fled.", "1,000 people"), fact("river", "The river rose.", "")],
        differences: vec![difference("count", false), difference("name", true)],
        judgements: vec![PastJudgement {
            text: "They return.".to_owned(),
            likelihood: "likely".to_owned(),
            confidence: "low".to_owned(),
            because: vec!["fled".to_owned()],
        }],
        unknowns: vec!["Whether it rained.".to_owned()],
        sources: vec![source("gazette", "aa")],
        ..Edition::default()
    }
}

/// The next edition, changed by `change`, against the first: kind, id, before and after of each change.
fn changed(change: impl FnOnce(&mut Edition)) -> Vec<(Kind, String, String, String)> {
    let mut next = edition();
    next.number = "2".to_owned();
    change(&mut next);
    compare(&edition(), &next).into_iter().map(|one| (one.kind, one.id, one.before, one.after)).collect()
}

fn is(kind: Kind, id: &str, before: &str, after: &str) -> (Kind, String, String, String) {
    (kind, id.to_owned(), before.to_owned(), after.to_owned())
}

#[test]
fn the_same_facts_under_another_number_and_in_another_order_are_the_same() {
    let found = changed(|next| {
        next.as_of = "7 July 2021".to_owned();
        next.facts.reverse();
        next.differences.reverse();
    });
    assert_eq!(found, []);
}

#[test]
fn facts_come_and_go() {
    let found = changed(|next| next.facts[1] = fact("dam", "The dam held.", "1 dam"));
    assert_eq!(found, [is(Kind::Withdrawn, "river", "", ""), is(Kind::Added, "dam", "", "1 dam")]);
}

#[test]
fn each_field_of_a_fact_is_compared() {
    let found = changed(|next| {
        let fact = &mut next.facts[0];
        fact.claim = "More people fled.".to_owned();
        fact.value = "1,500 people".to_owned();
        fact.date = "7 July 2021".to_owned();
        fact.speaker = "the mayor".to_owned();
        fact.credibility = "2".to_owned();
        fact.note = "Counted twice.".to_owned();
    });
    let due = [
        is(Kind::Value, "fled", "1,000 people", "1,500 people"),
        is(Kind::Date, "fled", "", "7 July 2021"),
        is(Kind::Claim, "fled", "People fled.", "More people fled."),
        is(Kind::Speaker, "fled", "", "the mayor"),
        is(Kind::Credibility, "fled", "", "2"),
        is(Kind::Remark, "fled", "", "Counted twice."),
    ];
    assert_eq!(found, due);
}

#[test]
fn a_claim_under_another_id_is_no_new_fact() {
    let found = changed(|next| next.facts[0].id = "exodus".to_owned());
    assert_eq!(found, [is(Kind::Renamed, "exodus", "fled", "exodus")]);
}

#[test]
fn a_correction_is_what_an_edition_that_corrects_takes_back() {
    let corrections = |corrects: &str| -> Vec<(Kind, bool)> {
        let mut next = edition();
        next.number = "2".to_owned();
        next.corrects = corrects.to_owned();
        next.facts[0].value = "900 people".to_owned();
        next.facts[1] = fact("dam", "The dam held.", "");
        compare(&edition(), &next).into_iter().map(|one| (one.kind, one.correction)).collect()
    };
    let due = |correction| [(Kind::Withdrawn, correction), (Kind::Value, correction), (Kind::Added, false)];
    assert_eq!(corrections("1"), due(true));
    assert_eq!(corrections(""), due(false));
    assert_eq!(corrections("1.1"), due(false), "what came after the older edition is not wrong in it");
}

#[test]
fn differences_are_resolved_and_reopened() {
    let found = changed(|next| {
        next.differences[0].explained = true;
        next.differences[1].explained = false;
    });
    let kinds: Vec<(Kind, &str)> = found.iter().map(|one| (one.0, one.1.as_str())).collect();
    assert_eq!(kinds, [(Kind::Resolved, "count"), (Kind::Reopened, "name")]);
}

#[test]
fn differences_come_and_go_and_are_read_otherwise() {
    let found = changed(|next| {
        next.differences[0].we_write = "1,000".to_owned();
        next.differences[1] = difference("dam", true);
    });
    let kinds: Vec<(Kind, &str)> = found.iter().map(|one| (one.0, one.1.as_str())).collect();
    assert_eq!(
        kinds,
        [(Kind::Reading, "count"), (Kind::DifferenceNew, "dam"), (Kind::DifferenceWithdrawn, "name")]
    );
}

#[test]
fn quotations_come_and_go() {
    let found = changed(|next| next.facts[0].quotations = vec![quotation("gazette", "other words", 3)]);
    let due = [
        is(Kind::EvidenceNew, "fled", "", "gazette ¶ 3: “other words”"),
        is(Kind::EvidenceWithdrawn, "fled", "gazette ¶ 2: “words on fled”", ""),
    ];
    assert_eq!(found, due);
}

#[test]
fn the_same_words_in_another_paragraph_or_source_are_moved() {
    let found = changed(|next| next.facts[0].quotations[0].paragraph = 5);
    assert_eq!(
        found,
        [is(Kind::EvidenceMoved, "fled", "gazette ¶ 2: “words on fled”", "gazette ¶ 5: “words on fled”")]
    );
    let found = changed(|next| next.facts[0].quotations[0].source = "herald".to_owned());
    assert_eq!(
        found,
        [is(Kind::EvidenceMoved, "fled", "gazette ¶ 2: “words on fled”", "herald ¶ 2: “words on fled”")]
    );
}

#[test]
fn another_byte_is_a_move_only_in_the_same_text() {
    let later = |next: &mut Edition| next.facts[0].quotations[0].start += 50;
    assert_eq!(changed(later).len(), 1);
    let found = changed(|next| {
        later(next);
        next.sources[0].sha256 = "bb".to_owned();
    });
    assert_eq!(found, [is(Kind::SourceText, "gazette", "aa", "bb")]);
}

#[test]
fn a_source_under_another_id_is_known_by_its_text() {
    let found = changed(|next| {
        next.sources[0].id = "the-gazette".to_owned();
        for fact in &mut next.facts {
            fact.quotations[0].source = "the-gazette".to_owned();
        }
    });
    assert_eq!(found, [is(Kind::Renamed, "the-gazette", "gazette", "the-gazette")]);
}

#[test]
fn judgements_sources_and_open_questions_are_compared() {
    let found = changed(|next| {
        next.judgements[0].text = "They come back.".to_owned();
        next.judgements[0].likelihood = "unlikely".to_owned();
        next.judgements[0].because.push("river".to_owned());
        next.sources.push(source("herald", "cc"));
        next.unknowns = vec!["Whether it snowed.".to_owned()];
        next.title = "The flood".to_owned();
        next.summary = vec!["People fled.".to_owned()];
    });
    let due = [
        is(Kind::Heading, "", "", "The flood"),
        is(Kind::Summary, "", "", "People fled."),
        is(Kind::JudgementReworded, "", "They return.", "They come back."),
        is(Kind::JudgementTerms, "", "likely, confidence low", "unlikely, confidence low"),
        is(Kind::JudgementBasis, "", "fled", "fled, river"),
        is(Kind::SourceNew, "herald", "", ""),
        is(Kind::UnknownNew, "", "", ""),
        is(Kind::UnknownGone, "", "", ""),
    ];
    assert_eq!(found, due);
}

#[test]
fn a_released_edition_is_read_as_it_was_written() {
    let text = write(&edition(), &serde_json::json!({"title": "The flood"})).unwrap();
    assert_eq!(read(&text), Ok(edition()));
}

#[test]
fn what_is_no_released_edition_is_refused_at_its_place() {
    let good = write(&edition(), &serde_json::json!({})).unwrap();
    let flaw = |from: &str, to: &str| {
        assert!(good.contains(from), "{from}");
        read(&good.replacen(from, to, 1)).unwrap_err()
    };
    assert!(flaw("\"schema_version\": 1", "\"schema_version\": 9").message.contains("version is 9"));
    assert!(flaw("\"number\": \"1\"", "\"number\": \"one\"").message.contains("no edition number"));
    assert!(flaw("\"id\": \"river\"", "\"id\": \"fled\"").message.contains("`fled` stands in it twice"));
    assert!(flaw("People fled.", "People \\u202e fled.").message.contains("cannot be seen"));
    assert!(flaw("People fled.", "People \\u001b fled.").message.contains("cannot be seen"));
    let unknown = flaw("\"claim\": \"People", "\"claims\": \"People");
    assert!(unknown.message.contains("unknown field `claims`"), "{}", unknown.message);
    assert!(good[..unknown.at].lines().count() > 15, "the place is where it went wrong");
    assert!(read("").is_err() && read("{}").is_err() && read("[1, 2]").is_err());
    let cut = good.get(..good.len() / 2).unwrap();
    assert!(read(cut).unwrap_err().at <= cut.len());
}

#[test]
fn a_judgement_on_other_facts_in_other_words_is_another() {
    let found = changed(|next| {
        next.judgements[0].text = "They stay.".to_owned();
        next.judgements[0].because = vec!["river".to_owned()];
    });
    let due = [
        is(Kind::JudgementNew, "", "", "likely, confidence low"),
        is(Kind::JudgementWithdrawn, "", "likely, confidence low", ""),
    ];
    assert_eq!(found, due);
}

#[test]
fn a_side_that_its_fact_quotes_too_is_told_once() {
    let found = changed(|next| {
        let further = quotation("gazette", "further words", 7);
        next.facts[0].quotations.push(further.clone());
        next.differences[0].quotations = vec![further.clone(), further, quotation("gazette", "others", 8)];
    });
    let due = [
        is(Kind::EvidenceNew, "fled", "", "gazette ¶ 7: “further words”"),
        is(Kind::EvidenceNew, "count", "", "gazette ¶ 8: “others”"),
    ];
    assert_eq!(found, due);
}
