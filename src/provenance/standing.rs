//! Does a quotation still stand in its article: at its place, elsewhere, or nowhere?

use super::record::Cited;
use crate::disk::sha256_hex;
use crate::text::{Searchable, Selector, Status};

/// Whether a quotation stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// At its place, with the same bytes or, where those are not known, with the same words.
    InPlace,
    /// Word for word, but not at its place.
    Moved,
    /// Not at all.
    Gone,
}

/// Looks for a quotation in the article as it is now: at its place, then elsewhere while `left`, the bytes that may still
/// be searched, lasts. Who forges a manifest may list as many quotations as they like.
#[must_use]
pub fn standing(article: &Searchable<'_>, cited: &Cited, left: &mut usize) -> Standing {
    let here = article.text().get(cited.start..cited.end).unwrap_or_default();
    let same = cited.sha256.as_ref().is_none_or(|sha256| sha256_hex(here.as_bytes()) == *sha256);
    if same && fills(here, &cited.quote) {
        return Standing::InPlace;
    }
    let Some(after) = left.checked_sub(article.text().len()) else { return Standing::Gone };
    *left = after;
    if stands_in(article, &cited.quote) { Standing::Moved } else { Standing::Gone }
}

/// Whether the words are all that stands here. Words with marks of the quoter's own (`…`, `[…]`) may fit in several
/// ways, so that for them it is enough that they stand here.
fn fills(here: &str, quote: &str) -> bool {
    let text = Searchable::new(here);
    let located = text.locate(&Selector::of(quote));
    let whole = located.span.is_some_and(|span| (span.start, span.end) == (0, here.len()));
    stands_in(&text, quote) && (whole || located.status == Status::Edited)
}

fn stands_in(text: &Searchable<'_>, quote: &str) -> bool {
    let located = text.locate(&Selector::of(quote));
    (located.status.is_found() || located.status == Status::Ambiguous) && !located.case_differs
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARTICLE: &str = "More than 1,000 people fled. The river rose.";

    fn cited(words: &str, quote: &str, with_digest: bool) -> Cited {
        let start = ARTICLE.find(words).unwrap();
        Cited {
            note: 1,
            source: "gazette".to_owned(),
            start,
            end: start + words.len(),
            quote: quote.to_owned(),
            tier: "exact".to_owned(),
            sha256: with_digest.then(|| sha256_hex(words.as_bytes())),
        }
    }

    fn stand(article: &str, cited: &Cited) -> Standing {
        standing(&Searchable::new(article), cited, &mut 1000)
    }

    #[test]
    fn the_same_text_holds_it_in_place() {
        for with_digest in [true, false] {
            let one = cited("More than 1,000 people fled", "More than 1,000 people fled", with_digest);
            assert_eq!(stand(ARTICLE, &one), Standing::InPlace);
        }
    }

    #[test]
    fn a_text_wrapped_anew_holds_it_elsewhere() {
        let one = cited("The river rose", "The river rose", true);
        assert_eq!(stand("A new first line.\nThe river\nrose.", &one), Standing::Moved);
    }

    #[test]
    fn one_digit_makes_it_go() {
        for with_digest in [true, false] {
            let one = cited("More than 1,000 people fled", "More than 1,000 people fled", with_digest);
            assert_eq!(stand("More than 1,900 people fled. The river rose.", &one), Standing::Gone);
        }
    }

    #[test]
    fn more_or_less_than_the_words_is_another_place() {
        for (start, end) in [(0, 28), (1, 27), (0, 26)] {
            let here = &ARTICLE[start..end];
            let one =
                Cited { sha256: Some(sha256_hex(here.as_bytes())), start, end, ..cited("More", "x", true) };
            let one = Cited { quote: "More than 1,000 people fled".to_owned(), ..one };
            assert_eq!(stand(ARTICLE, &one), Standing::Moved, "{here}");
        }
    }

    #[test]
    fn a_range_that_is_none_is_no_place() {
        let mut one = cited("The river rose", "The river rose", false);
        for (start, end) in [(9, 3), (usize::MAX, usize::MAX), (0, 0)] {
            (one.start, one.end) = (start, end);
            assert_eq!(stand(ARTICLE, &one), Standing::Moved);
        }
    }

    #[test]
    fn what_may_not_be_searched_is_gone() {
        let mut one = cited("The river rose", "The river rose", false);
        (one.start, one.end) = (0, 5);
        let mut left = ARTICLE.len();
        assert_eq!(standing(&Searchable::new(ARTICLE), &one, &mut left), Standing::Moved);
        assert_eq!(standing(&Searchable::new(ARTICLE), &one, &mut left), Standing::Gone);
    }
}
