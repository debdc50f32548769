//! Which of the known names was meant, and which are there?

/// A line of help: the name that was most likely meant, then all of them.
pub(super) fn offer(word: &str, list: &[&str], have: &str) -> String {
    let mut known: Vec<&str> = list.to_vec();
    known.sort_unstable();
    known.dedup();
    let all = || known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    match nearest(word, &known) {
        _ if known.is_empty() => String::new(),
        Some(near) => format!("did you mean `{near}`? {have}: {}", all()),
        None => format!("{have}: {}", all()),
    }
}

/// The name of `list` that `word` was most likely meant to be.
pub(super) fn nearest<'a>(word: &str, list: &[&'a str]) -> Option<&'a str> {
    let word: String = word.chars().take(LONGEST).collect::<String>().to_lowercase();
    let near = |other: &&str| strsim::normalized_damerau_levenshtein(&word, other);
    let best = list.iter().copied().max_by(|one, other| near(one).total_cmp(&near(other)))?;
    let begun = |other: &&str| word.len() >= 3 && other.starts_with(&word);
    if near(&best) >= LEAST { Some(best) } else { list.iter().copied().find(|other| begun(other)) }
}

/// No name of ours is longer.
const LONGEST: usize = 80;

/// Two names that have less in common are not taken for each other.
const LEAST: f64 = 0.6;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_known_and_another_word_is_not() {
        assert_eq!(nearest("titel", &["as_of", "title"]), Some("title"));
        assert_eq!(nearest("weather", &["as_of", "title"]), None);
        assert_eq!(nearest("chron", &["chronology", "title"]), Some("chronology"));
        assert_eq!(
            offer("titel", &["title", "as_of"], "there are"),
            "did you mean `title`? there are: `as_of`, `title`"
        );
        assert_eq!(offer("titel", &[], "there are"), "");
    }
}
