//! On which days may a source have been written whose date nobody knows?

use crate::date::{Day, Edtf, Expression, Stretch, resolve};

/// The day of publication; if nobody knows it, days near those that are spoken of, any of which may be it.
///
/// Within a week on either side lie all days from which a weekday, or a date without a year, can mean these.
pub(super) fn reference_days(published: Option<&Edtf>, spoken_of: &[Stretch]) -> Vec<Option<Stretch>> {
    if let Some(published) = published {
        return vec![Some(published.bounds())];
    }
    let ends = spoken_of.iter().flat_map(|days| [days.min.day(), days.max.day()]).flatten();
    let mut days: Vec<Day> =
        ends.flat_map(|end| (-7..=7).filter_map(move |step| end.plus_days(step))).collect();
    if days.is_empty() {
        // Any week does: whatever holds on no day of it holds on none.
        days.extend((13..20).filter_map(|day| Day::new(2015, 5, day)));
    }
    days.sort_unstable();
    days.dedup();
    days.into_iter().map(|day| Some(Stretch::day(day))).collect()
}

/// The days that an expression means whenever it was written; if it says no year, those of years enough for each
/// weekday; if it says less, those that `others` mean.
pub(super) fn spoken_of(expression: &Expression, text: &str, others: (&[Expression], &str)) -> Vec<Stretch> {
    const FEW: usize = 8;
    let certain = resolve(expression, text, None).candidates;
    if !certain.is_empty() {
        return certain;
    }
    let at = |year: i64, day: u8| {
        let written = Day::new(year, 7, day).map(Stretch::day);
        resolve(expression, text, written).candidates
    };
    if at(2015, 1) == at(2015, 9) {
        return (2012..=2022).flat_map(|year| at(year, 1).into_iter().take(1)).collect();
    }
    let (others, theirs) = others;
    others.iter().take(FEW).flat_map(|other| resolve(other, theirs, None).candidates).collect()
}

#[cfg(test)]
mod tests {
    use crate::date::Edtf;
    use crate::dossier::grounding::{Claim, Fault, Quoted, ground};

    /// The faults of a claim and of its date against a quotation from an article that bears no date.
    fn faults(quotation: &str, claim: &str, date: &str) -> Vec<Fault> {
        let date = (!date.is_empty()).then(|| Edtf::parse_fact(date).unwrap());
        let quoted = Quoted { text: quotation, published: None };
        ground(&quoted, &Claim { text: claim, date: date.as_ref() }).iter().map(|flaw| flaw.fault).collect()
    }

    #[test]
    fn a_weekday_without_a_date_of_publication_agrees_with_each_such_day() {
        for (quotation, claim, date, want) in [
            ("It closed on Thursday", "On Thursday, 5 October 2023, it closed.", "2023-10-05", &[][..]),
            ("It closed on Thursday", "It closed in October 2023.", "2023-10", &[]),
            ("It closed on Thursday", "It closed on 5 October.", "", &[]),
            ("It closed on Thursday", "On Friday, 6 October 2023, it closed.", "", &[Fault::DateMismatch]),
            ("It closed on Thursday", "It closed.", "2023-10-04", &[Fault::DateMismatch]),
            ("It closed on 5 October 2023", "It closed on a Thursday.", "", &[]),
            ("It closed on 5 October 2023", "It closed on Friday.", "", &[Fault::DateMismatch]),
            ("It closed on Thursday", "It closed on Friday.", "", &[Fault::DateMismatch]),
            ("It closed on Thursday", "It closed on Thursday.", "", &[]),
        ] {
            assert_eq!(faults(quotation, claim, date), want, "{quotation} | {claim} | {date}");
        }
    }

    #[test]
    fn other_words_without_a_date_of_publication_prove_nothing_and_contradict_nothing() {
        for (quotation, claim, date, want) in [
            ("It closed on 5 July", "It closed on 5 July 2021.", "2021-07-05", &[][..]),
            ("It closed on 5 July", "It closed on 6 July 2021.", "", &[Fault::DateMismatch]),
            ("It closed three weeks ago", "It closed on 5 July 2021.", "", &[Fault::DateAbsent]),
            ("It closed yesterday", "It closed.", "2021-07-05", &[]),
            ("It closed in 2021", "It closed in 2022.", "", &[Fault::DateMismatch]),
        ] {
            assert_eq!(faults(quotation, claim, date), want, "{quotation} | {claim} | {date}");
        }
    }
}
