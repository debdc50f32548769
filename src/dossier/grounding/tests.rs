//! Are claims held against quotations as an analyst would hold them.

use super::*;

fn flaws(quotation: &str, claim: &str) -> Vec<Fault> {
    let quoted = Quoted { text: quotation, published: None };
    ground(&quoted, &Claim { text: claim, date: None }).iter().map(|flaw| flaw.fault).collect()
}

/// The faults of a claim against a quotation from an article of Friday 10 May 2019.
fn dated(quotation: &str, claim: &str, date: &str) -> Vec<Fault> {
    let published = Edtf::parse("2019-05-10").unwrap();
    let date = (!date.is_empty()).then(|| Edtf::parse_fact(date).unwrap());
    let quoted = Quoted { text: quotation, published: Some(&published) };
    ground(&quoted, &Claim { text: claim, date: date.as_ref() }).iter().map(|flaw| flaw.fault).collect()
}

#[track_caller]
fn check(quotation: &str, table: &[(&str, &[Fault])]) {
    for (claim, want) in table {
        assert_eq!(flaws(quotation, claim), *want, "{claim}");
    }
}

#[test]
fn a_number_is_the_same_however_it_is_spelled() {
    let quotation = "More than 2,400 workers marched 12 miles, and two-fifths of them went on.";
    check(
        quotation,
        &[
            ("Over 2400 workers marched twelve miles.", &[]),
            ("More than two thousand four hundred employees marched.", &[]),
            ("They marched 19.3 km.", &[]),
            ("40 % of them went on.", &[]),
        ],
    );
}

#[test]
fn numbers_that_change_places_are_found() {
    for (quotation, straight, turned) in [
        (
            "Support stood at 61 per cent, up from 54.",
            "It rose from 54 to 61 per cent.",
            "54 per cent, up from 61.",
        ),
        (
            "Support rose from 54 to 61 per cent.",
            "61 per cent, up from 54 per cent.",
            "It went from 61 to 54 per cent.",
        ),
        (
            "It rose to 61 per cent from 54 per cent.",
            "It rose from 54 to 61 per cent.",
            "It rose to 54 per cent from 61 per cent.",
        ),
        (
            "Sales fell to $30 million from about $45 million.",
            "Sales fell from about $45 million to $30 million.",
            "Sales rose to about $45 million from $30 million.",
        ),
    ] {
        assert_eq!(flaws(quotation, straight), [], "{straight}");
        assert!(!flaws(quotation, turned).is_empty(), "{turned}");
    }
}

#[test]
fn an_hour_and_a_half_is_ninety_minutes_however_it_is_written() {
    for written in [
        "an hour and a half",
        "an hour-and-a-half",
        "one and a half hours",
        "an hour and thirty minutes",
        "a one-and-a-half-hour call",
    ] {
        assert_eq!(flaws(&format!("The call took {written}."), "The call took 90 minutes."), [], "{written}");
    }
    assert_eq!(flaws("It holds 3 × 10^6 cells.", "It holds three million cells."), []);
    assert_eq!(flaws("It holds 10⁶ cells.", "It holds a million cells."), []);
}

#[test]
fn a_figure_may_be_told_in_words() {
    for (quotation, claim) in [
        ("17 out of 41 dams leaked.", "17 of 41 dams leaked."),
        ("17 of the 41 dams leaked.", "17 out of 41 dams leaked."),
        ("74 out of 150 seats went to women.", "Women won 74 of 150 seats."),
        ("Close to 5,000 people came.", "Nearly 5,000 people came."),
        ("Nearly 5,000 people came.", "Close to 5,000 people came."),
        ("About 5,000 people came.", "Close to 5,000 people came."),
        ("They spoke for a couple of hours.", "They spoke for two hours."),
        ("The war lasted a decade.", "The war lasted ten years."),
        ("Over the past decade it grew.", "Over the past 10 years it grew."),
        ("More than a century passed.", "More than 100 years passed."),
        ("They were lost for a fortnight.", "They were lost for 14 days."),
        ("Exports rose eightfold.", "Exports rose eight times."),
        ("It cut its rate by a quarter of a point.", "It cut its rate by 25 basis points."),
        ("It cut its rate by a quarter-point.", "It cut its rate by 0.25 percentage points."),
        ("It cut its rate by 25 basis points.", "It cut its rate by a quarter of a point."),
    ] {
        assert_eq!(flaws(quotation, claim), [], "{claim} / {quotation}");
    }
    for (quotation, claim) in [
        ("17 out of 41 dams leaked.", "17 of 40 dams leaked."),
        ("17 out of 41 dams leaked.", "At least 17 of 41 dams leaked."),
        ("41 out of 117 dams leaked.", "17 of 41 dams leaked."),
        ("They spoke for a couple of hours.", "They spoke for three hours."),
        ("The war lasted more than a decade.", "The war lasted ten years."),
        ("The war lasted half a decade.", "The war lasted ten years."),
        ("A quarter of a century passed.", "100 years passed."),
        ("The war lasted a decade.", "The war lasted 12 years."),
        ("Exports rose eightfold.", "Exports rose to eight ships."),
        ("It cut its rate by half a point.", "It cut its rate by 25 basis points."),
        ("It won by half a point.", "It won by 50 points."),
    ] {
        assert_ne!(flaws(quotation, claim), [], "{claim} / {quotation}");
    }
}

#[test]
fn another_number_unit_or_noun_is_found() {
    let quotation = "More than 2,400 workers marched 12 miles.";
    check(
        quotation,
        &[
            ("More than 2,500 workers marched.", &[Fault::ValueAbsent]),
            ("More than 240 workers marched.", &[Fault::ValueAbsent]),
            ("Workers marched 12 kilometres.", &[Fault::ValueUnit]),
            ("More than 2,400 refugees marched.", &[Fault::ValueOtherNoun]),
        ],
    );
}

#[test]
fn qualifiers_must_not_be_lost_or_turned() {
    let quotation = "Up to 900 homes burnt down.";
    check(
        quotation,
        &[
            ("As many as 900 homes burnt down.", &[]),
            ("900 homes burnt down.", &[Fault::QualifierDropped]),
            ("About 900 homes burnt down.", &[Fault::QualifierChanged]),
            ("More than 900 homes burnt down.", &[Fault::QualifierTurned]),
            ("Fewer than 1,000 homes burnt down.", &[Fault::RoundedWithHedge]),
        ],
    );
}

#[test]
fn rounding_needs_a_hedge() {
    let quotation = "The line is 2,387 kilometres long.";
    check(
        quotation,
        &[
            ("The line is about 2,400 km long.", &[Fault::RoundedWithHedge]),
            ("The line is nearly 2,400 km long.", &[Fault::RoundedWithHedge]),
            ("The line is more than 2,300 km long.", &[Fault::RoundedWithHedge]),
            ("The line is 2,400 km long.", &[Fault::RoundedBare]),
            ("The line is about 2,300 km long.", &[Fault::ValueAbsent]),
        ],
    );
}

#[test]
fn exchanged_numbers_are_found() {
    let quotation = "The storm killed 31 people on the coast and hurt 54 people inland.";
    assert_eq!(flaws(quotation, "The storm killed 31 people on the coast."), []);
    let exchanged = "The storm killed 54 people on the coast and hurt 31 people inland.";
    assert_eq!(flaws(quotation, exchanged), [Fault::ValueAbsent, Fault::ValueAbsent]);
}

#[test]
fn a_number_that_stands_several_times_bears_itself_out() {
    let counts = "1,000 5 1,000 1,000 5 5";
    assert_eq!(flaws(counts, counts), []);
}

#[test]
fn one_and_two_need_no_number() {
    check("A ship sank and both pilots drowned.", &[("One ship sank and two pilots drowned.", &[])]);
    check("A ship sank.", &[("Two ships sank.", &[Fault::ValueAbsent])]);
}

#[test]
fn labels_must_stand_in_the_quotation() {
    let quotation = "Under Article 7 the 44th brigade left.";
    check(
        quotation,
        &[
            ("Article 7 moved the 44th brigade.", &[]),
            ("Article 9 moved the brigade.", &[Fault::LabelAbsent]),
            ("The 45th brigade left.", &[Fault::LabelAbsent]),
            ("The brigade left for the first time.", &[]),
        ],
    );
}

#[test]
fn dates_count_from_the_day_of_publication() {
    for (quotation, claim, date, want) in [
        ("He resigned on Wednesday.", "He resigned on 8 May.", "2019-05-08", &[][..]),
        ("He resigned on Wednesday.", "He resigned on 9 May.", "", &[Fault::DateMismatch]),
        ("He resigned on Wednesday.", "He resigned.", "2019-05-07", &[Fault::DateMismatch]),
        ("He resigned last month.", "He resigned.", "2019-04-12", &[Fault::DateTooPrecise]),
        ("He resigned on 12 April 2019.", "He resigned in April 2019.", "2019-04", &[]),
        ("He resigned.", "He resigned on Wednesday.", "", &[Fault::DateAbsent]),
        ("It fell in the past two months.", "It fell in the past four months.", "", &[Fault::ValueAbsent]),
        ("He left on 3 May 2019, a 2019 record.", "He left on 2 May 2019.", "", &[Fault::DateMismatch]),
    ] {
        assert_eq!(dated(quotation, claim, date), want, "{claim} / {quotation}");
    }
}

#[test]
fn without_a_day_of_publication_only_certain_contradictions_count() {
    check(
        "He resigned on Wednesday.",
        &[("He resigned on Wednesday.", &[]), ("He resigned yesterday.", &[])],
    );
    check("He resigned on Wednesday.", &[("He resigned on Thursday.", &[Fault::DateMismatch])]);
    check("The plant shut in 1998.", &[("The plant shut in 1999.", &[Fault::DateMismatch])]);
}

#[test]
fn a_negation_reaches_what_it_denies() {
    const DENIES: &str = "The government denied at the time that Ostrava was one of them.";
    for (quotation, claim) in [
        (DENIES, "The government denied in 2022 that Ostrava was one of them."),
        (
            "The mayor denied on Monday that Ostrava was flooded.",
            "The mayor denied that Ostrava was flooded.",
        ),
        ("He denied in court in London that he knew of it.", "He denied on Monday that he knew of it."),
        (
            "A report said 17 dams were unsafe. The government denied this.",
            "The government denied that the dams were unsafe.",
        ),
        ("None of the other works has been recovered.", "The other works have not been recovered."),
        ("The minister has yet to answer.", "The minister has not answered yet."),
        ("The minister has not answered.", "The minister has yet to answer."),
        ("The court has yet to rule on it.", "The court will rule on it."),
    ] {
        let found: Vec<Fault> = flaws(quotation, claim).into_iter().filter(|one| is_negation(*one)).collect();
        assert_eq!(found, [], "{claim} / {quotation}");
    }
    for (quotation, claim, want) in [
        (DENIES, "Ostrava was one of them.", Fault::NegationDropped),
        ("Ostrava was one of them.", "The mayor denied on Monday that Ostrava was.", Fault::NegationAdded),
        (
            "A report said 17 dams were unsafe. The mayor denied this.",
            "No dams were unsafe.",
            Fault::NegationAdded,
        ),
        ("None of the other works has been recovered.", "The works were recovered.", Fault::NegationDropped),
        ("None of the ships left, but the crew was freed.", "The crew was not freed.", Fault::NegationAdded),
        (
            "He denied this report that Ostrava fell.",
            "The report says that Ostrava fell.",
            Fault::NegationDropped,
        ),
        ("The minister answered.", "The minister has not answered.", Fault::NegationAdded),
    ] {
        assert!(flaws(quotation, claim).contains(&want), "{claim} / {quotation}");
    }
}

fn is_negation(fault: Fault) -> bool {
    matches!(fault, Fault::NegationDropped | Fault::NegationAdded)
}

#[test]
fn negations_stand_on_both_sides_or_neither() {
    check(
        "The army could not hold the bridge, and no more than 40 men tried.",
        &[
            ("The army was unable to hold the bridge.", &[]),
            ("The army could hold the bridge.", &[Fault::NegationDropped]),
            ("No more than 40 men tried.", &[]),
        ],
    );
    check("The army held the bridge.", &[("The army never held the bridge.", &[Fault::NegationAdded])]);
}

#[test]
fn the_worst_flaw_is_the_verdict() {
    let flaw = |fault| Flaw { fault, claim: None, quotation: None };
    assert_eq!(Verdict::of(&[]), Verdict::Supported);
    assert_eq!(Verdict::of(&[flaw(Fault::DateAbsent)]), Verdict::Supported);
    let both = [flaw(Fault::QualifierDropped), flaw(Fault::RoundedWithHedge)];
    assert_eq!(Verdict::of(&both), Verdict::QualifierDropped);
}

#[test]
fn what_is_too_long_to_be_a_quotation_is_said_to_be() {
    let long = "one more word ".repeat(4000);
    assert_eq!(flaws(&long, "One word."), [Fault::TooLong]);
}

mod any_text {
    use super::*;
    use proptest::prelude::*;

    fn text() -> impl Strategy<Value = String> {
        const WORDS: [&str; 28] = [
            "1,000",
            "20",
            "more than",
            "nearly",
            "troops",
            "refugees",
            "fled",
            "not",
            "never",
            "on Monday",
            "in 2019",
            "8 May",
            "two-thirds",
            "of",
            "the",
            "border",
            "km",
            "$",
            "5",
            "m",
            "yesterday",
            "last month",
            "one",
            "’s",
            "–",
            ".",
            "é",
            "\u{a0}",
        ];
        let word = prop_oneof![9 => proptest::sample::select(WORDS.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,3}"];
        proptest::collection::vec(word, 0..16).prop_map(|words| words.join(" "))
    }

    proptest! {
        #[test]
        fn a_quotation_grounds_itself(text in text()) {
            prop_assert_eq!(dated(&text, &text, ""), []);
        }

        #[test]
        fn flaws_stand_on_letters(quotation in text(), claim in text()) {
            let quoted = Quoted { text: &quotation, published: None };
            for flaw in ground(&quoted, &Claim { text: &claim, date: None }) {
                prop_assert!(flaw.claim.is_none_or(|span| claim.get(span.start..span.end).is_some()));
                prop_assert!(flaw.quotation.is_none_or(|span| quotation.get(span.start..span.end).is_some()));
            }
        }
    }
}
