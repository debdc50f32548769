//! Do figures support and contradict each other as an analyst would say.

use super::*;

/// The first figure of a text.
fn first(text: &str) -> Figure {
    read(text).into_iter().next().unwrap_or_else(|| panic!("no figure in {text}"))
}

const HEDGED: Support = Support::Rounded { bare: false };
const BARE: Support = Support::Rounded { bare: true };

#[test]
fn a_claim_is_held_against_its_source() {
    for (source, claim, want) in [
        ("2,400 men", "two thousand four hundred men", Support::Equal),
        ("2,400 men", "at least 2,400 men", Support::Equal),
        ("2,400 men", "more than 2,400 men", Support::QualifierTurned),
        ("2,400 men", "2,500 men", Support::Absent),
        ("more than 2,400 men", "over 2,400 men", Support::Equal),
        ("more than 2,400 men", "at least 2,400 men", Support::Equal),
        ("more than 2,400 men", "2,400 men", Support::QualifierDropped),
        ("more than 2,400 men", "nearly 2,400 men", Support::QualifierTurned),
        ("up to 80%", "as much as 80 per cent", Support::Equal),
        ("between 30 and 40 men", "30–40 men", Support::Equal),
        ("between 30 and 40 men", "up to 40 men", Support::Equal),
        ("between 30 and 40 men", "40 men", Support::QualifierDropped),
        ("between 30 and 40 men", "35 men", Support::Absent),
        ("dozens of men", "dozens of men", Support::Equal),
        ("60 men", "dozens of men", HEDGED),
        ("dozens of men", "24 men", Support::Absent),
        ("3.472 km", "3,472 km", Support::Equal),
    ] {
        assert_eq!(support(&first(claim), &first(source)), want, "{claim} / {source}");
    }
}

#[test]
fn units_convert_exactly_and_money_never() {
    for (source, claim, want) in [
        ("12 miles", "19.3 km", Support::EqualAfterConversion),
        ("1,357 km", "843 miles", Support::EqualAfterConversion),
        ("12 miles", "12 km", Support::Unit),
        ("12 tons", "12 tonnes", Support::Unit),
        ("90 minutes", "an hour and a half", Support::EqualAfterConversion),
        ("two years", "24 months", Support::EqualAfterConversion),
        ("40 cents", "$0.40", Support::EqualAfterConversion),
        ("$5m", "5 million dollars", Support::Equal),
        ("$5m", "€5m", Support::Unit),
        ("C$5m", "$5m", Support::Unit),
        ("US$5m", "$5m", Support::Equal),
        ("5 pounds", "£5", Support::Equal),
        ("5%", "5 percentage points", Support::Unit),
        ("50 basis points", "half a percentage point", Support::EqualAfterConversion),
    ] {
        assert_eq!(support(&first(claim), &first(source)), want, "{claim} / {source}");
    }
}

#[test]
fn rounding_goes_to_the_claims_last_digit() {
    for (source, claim, want) in [
        ("8,849 metres", "about 8,800 metres", HEDGED),
        ("8,849 metres", "nearly 8,900 metres", HEDGED),
        ("8,849 metres", "more than 8,000 metres", HEDGED),
        ("8,849 metres", "8,800 metres", BARE),
        ("8,849 metres", "about 8,900 metres", Support::Absent),
        ("8,849 metres", "nearly 8,800 metres", Support::Absent),
        ("8,800 metres", "about 8,849 metres", Support::Absent),
        ("two-thirds", "66.7 %", HEDGED),
        ("two-thirds", "67%", HEDGED),
        ("two-thirds", "66 %", Support::Absent),
        ("a quarter of it", "25 %", Support::EqualAfterConversion),
        ("one in four", "a quarter of it", Support::Equal),
        ("33%", "a third of it", BARE),
        ("33%", "about a third of it", HEDGED),
    ] {
        assert_eq!(support(&first(claim), &first(source)), want, "{claim} / {source}");
    }
}

#[test]
fn what_is_counted_must_be_the_same() {
    for (source, claim, same) in [
        ("300 troops", "300 soldiers", true),
        ("300 troops", "300 refugees", false),
        ("300 civilian refugees", "300 civilians", true),
        ("300 people", "300 villagers", true),
        ("40 killed", "40 deaths", true),
        ("40 killed", "40 wounded", false),
        ("40 companies", "40 firms", true),
        ("40 ships", "40 trains", false),
        ("40 of them", "40 ships", true),
    ] {
        let want = if same { Support::Equal } else { Support::OtherNoun };
        assert_eq!(support(&first(claim), &first(source)), want, "{claim} / {source}");
    }
}

#[test]
fn the_best_figure_of_a_source_is_found() {
    let source = read("It shut 14 schools in 2016 and some 30 clinics.");
    let (support, found) = best(&first("about 30 clinics"), &source);
    assert_eq!((support, found.map(|figure| figure.written.value)), (Support::Equal, Some(30.0)));
    assert_eq!(best(&first("16 schools"), &source), (Support::Absent, None));
}

#[test]
fn two_sources_agree_or_differ() {
    for (one, other, want) in [
        ("more than 500 men", "over 500 troops", Agreement::Same),
        ("12 miles", "19.3 km", Agreement::Same),
        ("2,387 km", "2,400 km", Agreement::Rounding),
        ("about 500 men", "more than 500 men", Agreement::Qualifier),
        ("hundreds of men", "more than 500 men", Agreement::Overlap),
        ("three-fifths", "up to 70%", Agreement::Overlap),
        ("500 men", "650 men", Agreement::Conflict),
        ("nearly 500 men", "more than 600 men", Agreement::Conflict),
        ("12 km", "12 miles", Agreement::Unit),
        ("500 troops", "500 refugees", Agreement::NotComparable),
        ("500 troops", "500 km", Agreement::Unit),
        ("500 troops", "12 km", Agreement::NotComparable),
        ("Article 5", "Article 7", Agreement::Conflict),
    ] {
        assert_eq!(agreement(&first(one), &first(other)), want, "{one} / {other}");
        assert_eq!(agreement(&first(other), &first(one)), want, "{other} / {one}");
    }
}

#[test]
fn an_age_is_told_in_many_ways() {
    let bears = |source: &str, claim: &str| best(&first(claim), &read(source)).0;
    for (source, claim) in [
        ("Pavel Lindt, 54, told", "Lindt is 54 years old"),
        ("Pavel Lindt, 54, told", "The 54-year-old governor"),
        ("a 37-year-old teacher", "Kos is 37"),
        ("a 37-year-old teacher", "Kos, 37, said"),
        ("a 37-year-old teacher", "Kos (37) said"),
        ("a 37-year-old teacher", "a teacher aged 37"),
        ("a 37-year-old teacher", "a teacher of 37"),
        ("a 37-year-old teacher", "a teacher of 37 killed five"),
        ("a 37-year-old teacher", "Kos died at 37"),
        ("a boy aged three", "a three-year-old boy"),
        ("aged 65 and over", "at least 65 years"),
    ] {
        assert_eq!(bears(source, claim), Support::Equal, "{claim} / {source}");
        assert_eq!(agreement(&first(source), &first(claim)), Agreement::Same, "{claim} / {source}");
    }
    for (source, claim) in [
        ("54 troops", "Lindt is 54 years old"),
        ("a crew of 12", "the 12-year-old mission"),
        ("the toll stood at 54", "a 54-year-old teacher"),
        ("the toll was 54", "a 54-year-old teacher"),
        ("a 54-year-old governor", "54 troops"),
        ("Pavel Lindt, 54, told", "a sentence of 54 years"),
        ("Pavel Lindt, 54, told", "54 km"),
        ("a 3-month-old boy", "a boy of 3"),
        ("a boy aged three", "three days"),
    ] {
        assert_eq!(bears(source, claim), Support::Unit, "{claim} / {source}");
    }
    assert_eq!(bears("Pavel Lindt, 54, told", "The 45-year-old governor"), Support::Absent);
}

#[test]
fn a_currency_sign_belongs_to_the_number_that_it_touches() {
    let figures = read("On day 1 $5 was paid, on day 2 US$6 and then 7 $.");
    let money: Vec<f64> =
        figures.iter().filter(|one| one.kind == Kind::Money).map(|one| one.written.value).collect();
    assert_eq!(money, [5.0, 6.0, 7.0]);
}

#[test]
fn temperatures_convert_between_scales() {
    for (source, claim, want) in [
        ("104°F", "40 °C", Support::EqualAfterConversion),
        ("40 °C", "104 degrees Fahrenheit", Support::EqualAfterConversion),
        ("40C", "40 °C", Support::Equal),
        ("38C", "100F", Support::EqualAfterConversion),
        ("100F", "38 degrees Celsius", Support::EqualAfterConversion),
        ("-40C", "-40F", Support::EqualAfterConversion),
        ("more than 40C", "over 104F", Support::EqualAfterConversion),
        ("more than 40C", "104F", Support::QualifierDropped),
        ("between 30 and 35 °C", "86-95 °F", Support::EqualAfterConversion),
        ("40C", "40F", Support::Unit),
        ("104F", "41C", Support::Absent),
        ("104F", "40.5C", Support::Absent),
        ("between 30 and 35 °C", "86-96 °F", Support::Absent),
        ("40 percent", "104F", Support::Absent),
    ] {
        assert_eq!(support(&first(claim), &first(source)), want, "{claim} / {source}");
    }
    assert_eq!(agreement(&first("104F"), &first("40C")), Agreement::Same);
    assert_eq!(agreement(&first("104F"), &first("39C")), Agreement::NotComparable);
    assert_eq!(read("40C (104F)").len(), 2);
    for label in ["Section 16C", "Room 40C", "an F-16C"] {
        assert_eq!(first(label).kind, Kind::Label, "{label}");
    }
}

#[test]
fn feet_and_inches_are_tied_by_hyphens() {
    for (source, claim, want) in [
        ("the 6-foot-4 goalkeeper", "193 cm", Support::EqualAfterConversion),
        ("the six-foot-four goalkeeper", "1.93 m", Support::EqualAfterConversion),
        ("the 6-foot-4-inch goalkeeper", "76 inches", Support::EqualAfterConversion),
        ("the 6-foot-4 goalkeeper", "183 cm", Support::Absent),
        ("a 6-foot wall", "6 feet", Support::Equal),
    ] {
        assert_eq!(support(&first(claim), &first(source)), want, "{claim} / {source}");
    }
}
