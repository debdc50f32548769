//! What of the briefing does a spreadsheet read: `figures.csv`, `chronology.csv` (RFC 4180, UTF-8, CRLF).

use crate::briefing::Briefing;
use crate::briefing::view::{Cite, Figure, Note, Row};

/// Stands between the members of a list in one cell.
const BETWEEN: &str = " | ";

const FIGURES: [&str; 15] = [
    "fact",
    "figure",
    "what",
    "range",
    "as_of",
    "attributed",
    "articles",
    "articles_of",
    "origins",
    "silent",
    "one_origin",
    "differs",
    "notes",
    "source",
    "quotation",
];

const CHRONOLOGY: [&str; 17] = [
    "key",
    "fact",
    "date",
    "date_in_words",
    "first_day",
    "last_day",
    "precision",
    "sort",
    "what",
    "basis",
    "basis_verbatim",
    "remarks",
    "ahead",
    "differs",
    "notes",
    "source",
    "quotation",
];

/// The key figures, one a row.
#[must_use]
pub fn figures_csv(briefing: &Briefing) -> String {
    let rows = briefing.figures.iter().map(|figure| figure_row(briefing, figure));
    table(&FIGURES, rows)
}

/// The chronology, one event a row.
#[must_use]
pub fn chronology_csv(briefing: &Briefing) -> String {
    let rows = briefing.chronology.rows.iter().map(|row| chronology_row(briefing, row));
    table(&CHRONOLOGY, rows)
}

fn figure_row(briefing: &Briefing, figure: &Figure) -> Vec<String> {
    let support = &figure.support;
    let mut row = vec![
        figure.fact.clone(),
        figure.value.clone(),
        figure.what.clone(),
        figure.range.clone(),
        figure.as_of.clone(),
        figure.attributed.clone(),
        support.articles.join(BETWEEN),
        support.of.to_string(),
        support.origins.join(BETWEEN),
        support.silent.to_string(),
        support.single.to_string(),
        figure.differs.clone(),
    ];
    row.extend(proof(briefing, &figure.cites));
    row
}

fn chronology_row(briefing: &Briefing, row: &Row) -> Vec<String> {
    let mut cells = vec![
        row.key.clone(),
        row.fact.clone(),
        row.date.edtf.clone(),
        row.date.text.clone(),
        row.date.first.clone(),
        row.date.last.clone(),
        row.precision.clone(),
        row.sort.clone(),
        row.what.clone(),
        row.basis.clone(),
        row.basis_verbatim.to_string(),
        row.remarks.join(BETWEEN),
        row.ahead.to_string(),
        row.differs.clone(),
    ];
    cells.extend(proof(briefing, &row.cites));
    cells
}

/// The names of the notes, and of the first its source with the paragraph, and its words.
fn proof(briefing: &Briefing, cites: &[Cite]) -> [String; 3] {
    let notes: Vec<&Note> = cites.iter().filter_map(|cite| note(briefing, cite)).collect();
    let names: Vec<&str> = notes.iter().map(|note| note.name.as_str()).collect();
    let first = notes.first();
    let place = first.map(|note| format!("{}, ¶ {}", note.short, note.paragraph)).unwrap_or_default();
    [names.join(BETWEEN), place, first.map(|note| note.quote.clone()).unwrap_or_default()]
}

/// The note that is cited.
pub(super) fn note<'b>(briefing: &'b Briefing, cite: &Cite) -> Option<&'b Note> {
    briefing.notes.get(cite.note.checked_sub(1)?)
}

fn table(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let head = head.iter().map(|name| (*name).to_owned()).collect();
    let lines = std::iter::once(head).chain(rows);
    let line =
        |cells: Vec<String>| cells.iter().map(|text| cell(text)).collect::<Vec<_>>().join(",") + "\r\n";
    lines.map(line).collect()
}

/// Text that a spreadsheet takes for text: what would begin a formula has an apostrophe before it, what would end the
/// cell stands in quotation marks.
fn cell(text: &str) -> String {
    let shown: String = text.chars().filter(|one| !one.is_control() || matches!(one, '\n' | '\t')).collect();
    let acts = text.starts_with('\r') || shown.starts_with(ACTING);
    let bare = !shown.contains(['"', ',', ';', '\n', '\t']) && shown.trim().len() == shown.len();
    let before = if acts { "'" } else { "" };
    if bare { format!("{before}{shown}") } else { format!("\"{before}{}\"", shown.replace('"', "\"\"")) }
}

/// What a spreadsheet may take for the beginning of a formula, the wide forms among them.
const ACTING: [char; 10] = ['=', '+', '-', '@', '\t', '\n', '＝', '＋', '－', '＠'];

#[cfg(test)]
mod tests {
    use super::super::tests::{HOSTILE, briefing_of};
    use super::*;

    /// A reader of RFC 4180, as plain as it gets.
    fn read(text: &str) -> Vec<Vec<String>> {
        let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
        let mut quoted = false;
        let mut letters = text.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
                '"' => quoted = !quoted,
                ',' if !quoted => row.push(std::mem::take(&mut cell)),
                '\r' if !quoted => {
                    assert_eq!(letters.next(), Some('\n'));
                    row.push(std::mem::take(&mut cell));
                    rows.push(std::mem::take(&mut row));
                }
                _ => cell.push(letter),
            }
        }
        assert!(cell.is_empty() && row.is_empty() && !quoted, "the file ends with a whole line");
        rows
    }

    #[test]
    fn what_a_spreadsheet_could_run_is_text() {
        for text in [
            "=1+1",
            "+1",
            "-5 %",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "=HYPERLINK(\"http://e.example\")",
            "＝1",
        ] {
            let read = read(&format!("{}\r\n", cell(text)));
            let shown = text.replace('\r', "");
            assert_eq!(read, [[format!("'{shown}")]], "{text:?}");
        }
    }

    #[test]
    fn other_text_comes_back_as_it_was() {
        for text in [
            "",
            "a",
            " a ",
            "1,000",
            "say \"no\"",
            "two\nlines",
            "a;b",
            "5 % – 10 %",
            "Рахмон",
            "''",
            "a=b",
            "\u{202a}",
        ] {
            assert_eq!(read(&format!("{}\r\n", cell(text))), [[text]], "{text:?}");
        }
        assert_eq!(cell("a\u{1b}[31m\0b\u{7f}"), "a[31mb");
        assert_eq!(cell("\0=1"), "'=1");
    }

    #[test]
    fn hostile_words_bring_neither_rows_nor_cells() {
        for words in [HOSTILE, "=1,2\r\n\"3\"", "word"] {
            let briefing = briefing_of(words);
            for (text, head) in
                [(figures_csv(&briefing), &FIGURES[..]), (chronology_csv(&briefing), &CHRONOLOGY[..])]
            {
                let rows = read(&text);
                assert_eq!(rows.len(), 2, "{text}");
                assert!(rows.iter().all(|row| row.len() == head.len()), "{text}");
                assert!(rows.iter().flatten().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{text}");
            }
        }
    }

    #[test]
    fn a_figure_stands_beside_its_proof() {
        let rows = read(&figures_csv(&briefing_of("word")));
        let cell = |name: &str| rows[1][FIGURES.iter().position(|head| *head == name).unwrap()].as_str();
        assert_eq!((cell("fact"), cell("figure"), cell("notes")), ("f", "word", "one-1"));
        assert_eq!((cell("source"), cell("quotation")), ("word, ¶ 1", "word"));
    }
}
