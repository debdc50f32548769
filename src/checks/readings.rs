//! How does a finding tell which days the words of a quotation were taken for?

use crate::date::{Bound, Edtf, Resolution, Stretch, find, month_name, resolve, weekday_name};
use crate::dossier::{Dossier, Quotation, dating};
use crate::span::Span;

/// What to write instead of a date that the words at `span` of a quotation contradict.
pub(super) fn help(dossier: &Dossier, quotation: &Quotation, span: Span) -> String {
    const GENERAL: &str = "write the date of the quotation";
    let quote = quotation.evidence.quote.value.as_str();
    let Some(said) = find(quote).into_iter().find(|said| said.span == span) else {
        return GENERAL.to_owned();
    };
    let published = dating::published_of(dossier, quotation);
    let resolution = resolve(&said, quote, published.map(Edtf::bounds));
    if !resolution.relative {
        return GENERAL.to_owned();
    }
    let words = said.span.of(quote);
    let Some(published) = published else {
        return format!("{GENERAL}, or give its source the `date` from which `{words}` counts");
    };
    match told(&resolution, published) {
        Some(told) => format!("{GENERAL}: `{words}` is {told}"),
        None => GENERAL.to_owned(),
    }
}

/// `Monday 18 March 2024 here, counted back from 2024-03-20`
fn told(resolution: &Resolution, published: &Edtf) -> Option<String> {
    let readings: Vec<String> = resolution.candidates.iter().take(2).map(day).collect();
    let likeliest = resolution.candidates.first()?;
    let (source, first) = (published.bounds().max.day()?, likeliest.min.day());
    let way = match first {
        Some(first) if first > source => "counted forward from",
        Some(first) if likeliest.max == Bound::Day(first) && first == source => "the day of the source,",
        _ => "counted back from",
    };
    Some(format!("{} here, {way} {}", readings.join(" or "), published.as_str()))
}

/// A day in words, a longer stretch as EDTF.
fn day(reading: &Stretch) -> String {
    let Some(day) = reading.single() else { return reading.to_string() };
    format!("{} {} {} {}", weekday_name(day.weekday()), day.day(), month_name(day.month()), day.year())
}
