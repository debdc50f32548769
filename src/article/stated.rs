//! Does the archived text itself state this particular?

use super::Article;
use crate::date::{Day, Edtf, find_within, month_name, resolve};
use crate::span::Span;
use crate::text::Selector;

/// How far from either end of a text its own date is looked for, in bytes: a header, a byline, an address.
const MARGIN: usize = 600;

/// Whether the text holds these words, up to typography.
#[must_use]
pub fn states_words(article: &Article, words: &str) -> bool {
    let located = article.searchable.locate(&Selector::of(words));
    !located.places.is_empty() || located.span.is_some() && located.status.is_found()
}

/// Whether the text names this outlet, in words or run together in an address (`themoscowtimes.com`).
#[must_use]
pub fn states_publisher(article: &Article, name: &str) -> bool {
    let squeezed = squeezed(name);
    !squeezed.is_empty()
        && (states_words(article, name) || addresses(article).any(|host| host.contains(&squeezed)))
}

/// Whether a full date of the text's head or foot, or of an address, is this one.
#[must_use]
pub fn states_date(article: &Article, date: &Edtf) -> bool {
    let text = article.searchable.text();
    let spelt =
        date.single_day().is_some_and(|day| spellings(day).iter().any(|spelling| text.contains(spelling)));
    spelt || ends(text).into_iter().any(|window| says(text, window, date))
}

/// The commonest ways to print a day, which need no reading: `2021-07-08`, `2021/07/08`, `July 8, 2021` and so on.
fn spellings(day: Day) -> [String; 6] {
    let (year, month, number) = (day.year(), month_name(day.month()), day.day());
    let iso = day.to_string();
    [
        iso.replace('-', "/"),
        iso,
        format!("{month} {number}, {year}"),
        format!("{month} {number:02}, {year}"),
        format!("{number} {month} {year}"),
        format!("{number:02} {month} {year}"),
    ]
}

fn says(text: &str, window: Span, date: &Edtf) -> bool {
    find_within(text, window).iter().any(|expression| {
        let resolution = resolve(expression, text, None);
        !resolution.vague && !resolution.relative && date.overlaps(&resolution.candidates)
    })
}

fn ends(text: &str) -> [Span; 2] {
    let head = crate::span::floor_char_boundary(text, MARGIN);
    let foot = crate::span::floor_char_boundary(text, text.len().saturating_sub(MARGIN));
    [Span::new(0, head), Span::new(foot, text.len())]
}

/// The hosts of all addresses in the text, letters and digits only.
fn addresses<'t>(article: &'t Article) -> impl Iterator<Item = String> + 't {
    let starts = article.searchable.text().split("://").skip(1);
    starts.map(|rest| squeezed(rest.split(['/', ' ', '\n', ')', '>']).next().unwrap_or_default()))
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::FileId;

    const TEXT: &str =
        "Aid sought\n\nJuly 08, 2021\n\nWords.\n\n<https://www.the-daily-post.example/2021/07/08/aid>\n";

    fn article() -> Article<'static> {
        Article::new(FileId(0), TEXT, (String::new(), 0), &[])
    }

    #[test]
    fn a_publisher_may_stand_in_the_address() {
        assert!(states_publisher(&article(), "The Daily Post"));
        assert!(!states_publisher(&article(), "The Evening Post"));
        assert!(!states_publisher(&article(), "…"));
    }

    #[test]
    fn a_date_stands_in_the_head_or_in_the_address() {
        assert!(states_date(&article(), &Edtf::parse("2021-07-08").unwrap()));
        assert!(!states_date(&article(), &Edtf::parse("2021-07-09").unwrap()));
    }

    #[test]
    fn a_title_is_found_up_to_typography() {
        assert!(states_words(&article(), "Aid  sought"));
        assert!(!states_words(&article(), "Aid refused"));
    }
}
