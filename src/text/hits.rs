//! Where do these letters stand in those.

use memchr::memmem::Finder;

/// How many hits are looked at: a text that holds more of them cannot be asked this question.
const MOST_HITS: usize = 1 << 17;
/// Only hits of needles up to this length may overlap: a bound on the work that a text of one letter makes.
const OVERLAPPING: usize = 256;

/// The byte offsets at which `needle` stands in `hay`.
pub(super) fn hits<'a>(hay: &'a str, needle: &'a str) -> impl Iterator<Item = usize> + 'a {
    let finder = Finder::new(needle.as_bytes());
    let step = if needle.len() <= OVERLAPPING { 1 } else { needle.len() };
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + finder.find(hay.as_bytes().get(from..)?)?;
        from = at + step;
        Some(at)
    })
    .take(if needle.is_empty() { 0 } else { MOST_HITS })
}
