//! Which of two editions is the earlier?

use std::fmt;

/// The number of an edition: `2`, or `2.1` for one in between. Its file is named for it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number(Vec<u32>);

const MOST_PARTS: usize = 4;
const MOST_DIGITS: usize = 8;

impl Number {
    /// Reads `text`; none if it is not made of numerals with a dot between them, as in `2` or `2.1`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Option<Vec<u32>> = text.split('.').take(MOST_PARTS + 1).map(part).collect();
        parts.filter(|parts| parts.len() <= MOST_PARTS).map(Self)
    }

    /// The name of the edition's file: `2.json`.
    #[must_use]
    pub fn file_name(&self) -> String {
        format!("{self}.json")
    }
}

impl fmt::Display for Number {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts: Vec<String> = self.0.iter().map(u32::to_string).collect();
        out.write_str(&parts.join("."))
    }
}

/// A numeral with no `0` in front, so that no two texts are one number.
fn part(text: &str) -> Option<u32> {
    let plain =
        !text.is_empty() && text.len() <= MOST_DIGITS && text.bytes().all(|byte| byte.is_ascii_digit());
    let padded = text.len() > 1 && text.starts_with('0');
    if plain && !padded { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::Number;

    #[test]
    fn numbers_are_ordered_as_numbers() {
        let numbers =
            ["0", "1", "2", "2.1", "2.1.3", "2.10", "3", "10"].map(|text| Number::parse(text).unwrap());
        assert!(numbers.is_sorted());
    }

    #[test]
    fn what_has_no_place_in_the_order_is_no_number() {
        for text in
            ["", "01", "1.", ".1", "1.02", "-1", "1a", "spring", "1.2.3.4.5", "123456789", "1/2", "..", "١"]
        {
            assert_eq!(Number::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn the_file_is_named_for_the_number() {
        assert_eq!(Number::parse("2.1").unwrap().file_name(), "2.1.json");
    }
}
