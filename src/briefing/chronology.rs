//! What happened when, how exactly is it known, and from which words?

use super::notes::Notes;
use super::sections::kind;
use super::view::{Chronology, Row};
use super::{day, differs, drawing, lead};
use crate::date::{Edtf, Kind, SortKey};
use crate::dossier::{Dossier, dating};
use crate::facts::{Dated, Entry, Fact};

/// A row for each dated fact, in the order of its days.
pub(super) fn compose(dossier: &Dossier, notes: &mut Notes) -> Chronology {
    let mut dated = dated(dossier);
    sort(dossier, &mut dated);
    let rows: Vec<Row> = dated
        .iter()
        .enumerate()
        .map(|(nth, (at, edtf))| row(dossier, notes, (*at, edtf), drawing::letter(nth)))
        .collect();
    let dates: Vec<&Edtf> = dated.iter().map(|(_, edtf)| *edtf).collect();
    let drawing = drawing::draw(&rows, &dates);
    Chronology { rows, drawing }
}

fn dated<'a>(dossier: &Dossier<'a>) -> Vec<(usize, &'a Edtf)> {
    let facts = dossier.base.facts.iter().enumerate();
    facts
        .filter_map(|(at, entry)| match &entry.value.date {
            Some(Dated { edtf: Ok(edtf), .. }) => Some((at, edtf)),
            _ => None,
        })
        .collect()
}

/// By first day, then by last; within that as `after` says, else in the order of the file.
fn sort(dossier: &Dossier, dated: &mut [(usize, &Edtf)]) {
    let mut depth = vec![0; dossier.base.facts.len()];
    // `after` may form a chain; one turn for each fact settles every chain, and a circle ends all the same.
    for _ in 0..dated.len().min(64) {
        let mut settled = true;
        for (at, _) in dated.iter() {
            let after = dossier.fact(*at).value.after.iter().filter_map(|id| dossier.index.fact(&id.value));
            let needed = after.map(|before| depth.get(before).copied().unwrap_or(0) + 1).max().unwrap_or(0);
            if let Some(own) = depth.get_mut(*at).filter(|own| **own < needed) {
                *own = needed;
                settled = false;
            }
        }
        if settled {
            break;
        }
    }
    dated.sort_by_key(|(at, edtf)| -> (SortKey, usize, usize) {
        (edtf.sort_key(), depth.get(*at).copied().unwrap_or(0), *at)
    });
}

fn row(dossier: &Dossier, notes: &mut Notes, (at, edtf): (usize, &Edtf), key: String) -> Row {
    let entry = dossier.fact(at);
    let basis = dating::basis(dossier, at);
    let proof = basis.as_ref().map(|basis| basis.quotation).or_else(|| lead(dossier, at));
    let (words, verbatim) = match &basis {
        Some(basis) => (basis.said.words.clone(), true),
        None => (reason(dossier, at), false),
    };
    let basis = words.split_whitespace().collect::<Vec<_>>().join(" ");
    Row {
        key,
        fact: entry.id.value.to_string(),
        date: day::of(edtf),
        precision: precision(edtf).to_owned(),
        sort: kind(&entry.value).to_owned(),
        what: entry.value.claim.value.clone(),
        known: known(kind(&entry.value), &basis, verbatim),
        basis,
        basis_verbatim: verbatim,
        remarks: remarks(dossier, entry),
        ahead: is_ahead(dossier, edtf),
        cites: proof.and_then(|proof| notes.cite(proof)).into_iter().collect(),
        differs: differs(dossier, at),
    }
}

/// How the date is known, and of what it is where that is no event: `of the statement: “on Monday”`.
fn known(sort: &str, basis: &str, verbatim: bool) -> String {
    let of = match sort {
        "figure" => "of the figure",
        "statement" => "of the statement",
        "role" => "of the office",
        _ => "",
    };
    let basis = if verbatim { format!("“{basis}”") } else { basis.to_owned() };
    match (of, basis.as_str()) {
        ("", _) => basis,
        (of, "") => of.to_owned(),
        (of, basis) => format!("{of}: {basis}"),
    }
}

/// Where no words of a quotation say the date: when it was reported.
fn reason(dossier: &Dossier, at: usize) -> String {
    let Some(first) = lead(dossier, at).and_then(|number| dossier.quotations.get(number)) else {
        return String::new();
    };
    let published = dating::published_of(dossier, first);
    published.map(|date| format!("reported {}", date.english())).unwrap_or_default()
}

fn remarks(dossier: &Dossier, entry: &Entry<Fact>) -> Vec<String> {
    let mut remarks = Vec::new();
    for before in entry.value.after.iter().filter_map(|id| dossier.index.fact(&id.value)) {
        remarks.push(format!("after: {}", dossier.fact(before).value.claim.value));
    }
    remarks
}

/// Whether it lies wholly after the day up to which the briefing is true.
fn is_ahead(dossier: &Dossier, edtf: &Edtf) -> bool {
    let Ok(as_of) = &dossier.base.as_of.edtf else { return false };
    let (Some(first), Some(last)) = (edtf.bounds().min.day(), as_of.bounds().max.day()) else { return false };
    first > last
}

fn precision(edtf: &Edtf) -> &'static str {
    match edtf.kind() {
        Kind::Day => "day",
        Kind::Month => "month only",
        Kind::Season => "season only",
        Kind::Year => "year only",
        Kind::Masked => "not exactly known",
        Kind::Through => "span",
        Kind::Between => "one day in between",
        Kind::OneOf => "one of these days",
        Kind::AllOf => "each of these days",
        Kind::Open => "open",
    }
}

#[cfg(test)]
mod tests {
    use super::known;

    #[test]
    fn the_reader_learns_of_what_the_date_is() {
        assert_eq!(known("event", "on Monday", true), "“on Monday”");
        assert_eq!(known("figure", "past two months", true), "of the figure: “past two months”");
        assert_eq!(
            known("statement", "reported 6 July 2021", false),
            "of the statement: reported 6 July 2021"
        );
        assert_eq!(
            (known("role", "", false), known("event", "", false)),
            ("of the office".to_owned(), String::new())
        );
    }
}
