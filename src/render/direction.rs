//! Which words run against the page's direction, and how do those beside them keep their order?
//!
//! A name or a quotation from right to left draws the figures after it to its other side. Kept apart by isolates, which
//! are invisible, it does not. They are put around the fewest words: a page without such words has none.

use serde_json::Value;

use crate::briefing::Briefing;

/// Begins words that run from left to right.
pub(super) const LEFT_TO_RIGHT: char = '\u{2066}';
/// Begins words that run from right to left.
pub(super) const RIGHT_TO_LEFT: char = '\u{2067}';
/// Ends either.
pub(super) const END: char = '\u{2069}';

/// The briefing as templates see it, with the words kept apart that need it. An article's own signs of direction are
/// left out: they would act on the page.
pub(super) fn directed(briefing: &Briefing) -> Value {
    let mut view = serde_json::to_value(briefing).expect("the view holds no map with keys that are not text");
    let page = Page { rtl: is_right_to_left(&briefing.language), names: names(briefing) };
    page.walk("", &mut view, 0);
    view
}

/// Whether text in the language of that BCP 47 tag runs from right to left.
pub(super) fn is_right_to_left(tag: &str) -> bool {
    let tag = tag.to_ascii_lowercase();
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    match parts.find(|part| part.len() == 4) {
        Some(script) => {
            ["adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"].contains(&script)
        }
        None => [
            "ar", "arc", "arz", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "prs", "ps", "sd", "syr", "ug",
            "ur", "yi",
        ]
        .contains(&language),
    }
}

/// Text without the marks of [`directed`], and without any other sign of direction that acts on more than itself.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter(|c| !acts(*c)).collect()
}

/// Whether a sign of direction acts on more than itself.
pub(super) const fn acts(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Names and titles that run from right to left, longest first.
fn names(briefing: &Briefing) -> Vec<String> {
    let sources = briefing.sources.iter().flat_map(|one| [&one.title, &one.publisher, &one.author]);
    let people = briefing.people.iter().map(|one| &one.name);
    let mut names: Vec<String> =
        sources.chain(people).filter(|name| name.contains(is_rtl)).cloned().collect();
    names.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    names.dedup();
    names
}

struct Page {
    rtl: bool,
    names: Vec<String>,
}

/// Deeper than any view.
const DEEPEST: usize = 64;

impl Page {
    fn walk(&self, key: &str, value: &mut Value, depth: usize) {
        match value {
            Value::String(text) => *text = self.text(key, &plain(text)),
            Value::Array(items) if depth < DEEPEST => {
                items.iter_mut().for_each(|item| self.walk(key, item, depth + 1));
            }
            // The annex is set paragraph by paragraph, each by its own direction; a drawing runs from left to right.
            Value::Object(_) if matches!(key, "annex" | "drawing" | "scale") => strip(value),
            Value::Object(map) if depth < DEEPEST => {
                let top = depth == 0;
                for (inner, value) in
                    map.iter_mut().filter(|(inner, _)| !(top && ALONE.contains(&inner.as_str())))
                {
                    self.walk(inner, value, depth + 1);
                }
            }
            _ => {}
        }
    }

    fn text(&self, key: &str, text: &str) -> String {
        if !self.rtl && !text.contains(is_rtl) {
            return text.to_owned();
        }
        match sort(key) {
            Sort::Verbatim => text.to_owned(),
            Sort::Prose => self.prose(text),
            Sort::Composed => self.composed(text),
            Sort::Words => self.words(text),
        }
    }

    /// A quotation, a name, a title: it runs as most of its letters do.
    fn words(&self, text: &str) -> String {
        let (own, other) = self.letters(text);
        match other > own {
            // A word such as `S1` or `high` is no trouble, and templates compare it with theirs.
            true if self.rtl && !text.contains(char::is_whitespace) => text.to_owned(),
            true => format!("{}{text}{END}", self.start()),
            false => self.runs(text),
        }
    }

    /// Text in the page's language, whatever it names.
    fn prose(&self, text: &str) -> String {
        if self.letters(text).0 == 0 { self.words(text) } else { self.runs(text) }
    }

    /// Text that we put together from names and titles.
    fn composed(&self, text: &str) -> String {
        if self.rtl {
            return self.words(text);
        }
        let first = self.names.iter().filter_map(|name| Some((text.find(name.as_str())?, name)));
        let Some((at, name)) = first.min_by_key(|(at, name)| (*at, usize::MAX - name.len())) else {
            return self.runs(text);
        };
        let (before, rest) = text.split_at(at);
        let after = rest.get(name.len()..).unwrap_or_default();
        format!("{}{}{}", self.runs(before), self.words(name), self.composed(after))
    }

    /// Marks the runs of the other direction that figures or the text's end follow; others keep their order by
    /// themselves.
    fn runs(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(start) = rest.find(|c| self.is_other(c)) {
            let (before, _) = rest.split_at(start);
            let figure = self.figure_before(before);
            let (before, from) = rest.split_at(start - figure);
            let own = from.find(|c: char| self.is_own(c)).unwrap_or(from.len());
            let (run, after) = from.split_at(self.run(from.get(..own).unwrap_or_default()));
            let next = after.find(|c: char| c.is_alphabetic()).unwrap_or(after.len());
            let (between, then) = after.split_at(next);
            out.push_str(before);
            if then.starts_with(|c| self.is_own(c)) && !between.contains(char::is_numeric) {
                out.push_str(run);
            } else {
                out.extend([self.start()].into_iter().chain(run.chars()).chain([END]));
            }
            rest = after;
        }
        out.push_str(rest);
        out
    }

    /// How many bytes of a stretch belong to its letters: up to the last one before a bracket closes that stands open
    /// outside, with the brackets that close inside and a figure right after.
    fn run(&self, stretch: &str) -> usize {
        let stretch = stretch.get(..closing(stretch)).unwrap_or_default();
        let last = stretch.char_indices().rfind(|(_, c)| self.is_other(*c));
        let end = last.map_or(0, |(at, c)| at + c.len_utf8());
        let after = stretch.get(end..).unwrap_or_default();
        let marks: usize =
            after.chars().take_while(|c| is_mark(*c) || CLOSE.contains(c)).map(char::len_utf8).sum();
        let after = after.get(marks..).unwrap_or_default();
        let figure = after.strip_prefix([' ', '-']).unwrap_or(after);
        let digits: usize = figure.chars().take_while(|c| c.is_numeric()).map(char::len_utf8).sum();
        end + marks + if digits > 0 { after.len() - figure.len() + digits } else { 0 }
    }

    /// How many bytes at the end of what stands before a run are a figure that belongs to it: `6 July`.
    fn figure_before(&self, before: &str) -> usize {
        let figure = before.strip_suffix(' ').unwrap_or(before);
        let digits: usize = figure.chars().rev().take_while(|c| c.is_numeric()).map(char::len_utf8).sum();
        if self.rtl && digits > 0 { before.len() - figure.len() + digits } else { 0 }
    }

    const fn start(&self) -> char {
        if self.rtl { LEFT_TO_RIGHT } else { RIGHT_TO_LEFT }
    }

    /// How many letters run as the page does, and how many do not.
    fn letters(&self, text: &str) -> (usize, usize) {
        let count = |is: &dyn Fn(char) -> bool| text.chars().filter(|c| is(*c)).count();
        (count(&|c| self.is_own(c)), count(&|c| self.is_other(c)))
    }

    fn is_own(&self, c: char) -> bool {
        c.is_alphabetic() && is_rtl(c) == self.rtl
    }

    fn is_other(&self, c: char) -> bool {
        c.is_alphabetic() && is_rtl(c) != self.rtl
    }
}

const OPEN: [char; 3] = ['(', '[', '«'];
const CLOSE: [char; 3] = [')', ']', '»'];

/// Where the first bracket closes that does not open in the text; its end if there is none.
fn closing(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        if OPEN.contains(&c) {
            depth += 1;
        } else if CLOSE.contains(&c) {
            match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => return at,
            }
        }
    }
    text.len()
}

/// What is set alone on its lines, or also stands outside of the page's text: among the file's properties.
const ALONE: &[&str] = &["title", "subtitle", "generator", "language", "schema_version", "document"];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Verbatim,
    Prose,
    Composed,
    Words,
}

fn sort(key: &str) -> Sort {
    match key {
        "url" | "live" | "file" | "sha256" | "digest" | "alt" | "name" | "id" | "edtf" => Sort::Verbatim,
        "claim" | "what" | "text" | "question" | "we_write" | "descriptor" | "remarks" => Sort::Prose,
        "citation" | "brief" | "line" | "who" | "attributed" | "origin" | "detail" => Sort::Composed,
        _ => Sort::Words,
    }
}

fn strip(value: &mut Value) {
    match value {
        Value::String(text) if text.contains(acts) => *text = plain(text),
        Value::Array(items) => items.iter_mut().for_each(strip),
        Value::Object(map) => map.values_mut().for_each(strip),
        _ => {}
    }
}

fn is_rtl(c: char) -> bool {
    matches!(
        c,
        '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{10800}'..='\u{10FFF}'
            | '\u{1E800}'..='\u{1EFFF}'
    )
}

/// A vowel sign of Hebrew or Arabic after its letter.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{591}'..='\u{5C7}' | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With the marks as brackets: `<` for left to right, `>` for right to left, `|` for the end.
    fn shown(text: &str) -> String {
        text.replace(LEFT_TO_RIGHT, "<").replace(RIGHT_TO_LEFT, ">").replace(END, "|")
    }

    fn english() -> Page {
        Page { rtl: false, names: vec!["جنود أفغان".to_owned(), "الوصل".to_owned()] }
    }

    fn arabic() -> Page {
        Page { rtl: true, names: Vec::new() }
    }

    #[test]
    fn a_name_before_a_figure_is_kept_apart_and_one_between_words_is_not() {
        let prose = |text| shown(&english().prose(text));
        assert_eq!(prose("Governor محمد نادر, 12 men"), "Governor >محمد نادر|, 12 men");
        assert_eq!(prose("Governor محمد نادر said so"), "Governor محمد نادر said so");
        assert_eq!(prose("said by «لواء (الفتح)»"), "said by «>لواء (الفتح)|»");
        assert_eq!(prose("(Wasl الوصل), 12"), "(Wasl >الوصل|), 12");
        assert_eq!(prose("on ה-5 ביולי 2021, 12 men"), "on >ה-5 ביולי 2021|, 12 men");
        assert_eq!(prose("no such words, 12 men"), "no such words, 12 men");
    }

    #[test]
    fn a_quotation_runs_as_most_of_its_letters_do() {
        let words = |text| shown(&english().words(text));
        assert_eq!(words("محمد نادر (Nader), 12"), ">محمد نادر (Nader), 12|");
        assert_eq!(words("Nader (محمد)"), "Nader (>محمد|)");
        assert_eq!(words("1,000"), "1,000");
    }

    #[test]
    fn titles_and_publishers_stand_apart_from_each_other() {
        let citation = "“جنود أفغان”, الوصل (Wasl), 6 July 2021";
        assert_eq!(shown(&english().composed(citation)), "“>جنود أفغان|”, >الوصل| (Wasl), 6 July 2021");
    }

    #[test]
    fn on_a_page_from_right_to_left_our_own_words_stand_apart_and_codes_stay() {
        let words = |text| shown(&arabic().words(text));
        assert_eq!(words("8 July 2021"), "<8 July 2021|");
        assert_eq!(words("1 of 2 articles."), "<1 of 2 articles.|");
        assert_eq!((words("high").as_str(), words("S1").as_str()), ("high", "S1"));
        assert_eq!(shown(&arabic().prose("نقلت RIA Novosti، 12 جندي")), "نقلت <RIA Novosti|، 12 جندي");
        let citation = "“خبر”, وكالة (Anba), 6 July 2021";
        assert_eq!(words(citation), "“خبر”, وكالة (<Anba|), <6 July 2021|");
        assert_eq!(words("أكثر من 1,000 جندي"), "أكثر من 1,000 جندي");
    }

    #[test]
    fn a_tag_says_where_its_text_begins() {
        for tag in ["ar", "fa-AF", "he", "ur-PK", "az-Arab", "pa-Arab-PK", "CKB"] {
            assert!(is_right_to_left(tag), "{tag}");
        }
        for tag in ["en", "az", "pa", "uz-Latn", "ku", "ar-Latn", "tg-Cyrl", "zh-Hans", ""] {
            assert!(!is_right_to_left(tag), "{tag}");
        }
    }
}
