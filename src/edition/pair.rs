//! What of the one edition answers to what of the other?

use std::collections::{BTreeMap, VecDeque};

/// Two lists side by side.
#[derive(Debug)]
pub(super) struct Pairs<'a, T> {
    /// What stands in both, older and newer, in the newer order.
    pub(super) both: Vec<(&'a T, &'a T)>,
    /// What stands only in the older.
    pub(super) gone: Vec<&'a T>,
    /// What stands only in the newer.
    pub(super) new: Vec<&'a T>,
}

/// Pairs the entries that have the same key; those that are left by the next key, and so on. An empty key is none.
pub(super) fn pair<'a, T>(old: &'a [T], new: &'a [T], keys: &[&dyn Fn(&T) -> String]) -> Pairs<'a, T> {
    let mut left: Vec<Option<&T>> = old.iter().map(Some).collect();
    let mut partners: Vec<Option<&T>> = vec![None; new.len()];
    for key in keys {
        let mut free: BTreeMap<String, VecDeque<usize>> = BTreeMap::new();
        for (at, one) in left.iter().enumerate() {
            free.entry(one.map(key).unwrap_or_default()).or_default().push_back(at);
        }
        free.remove("");
        for (partner, one) in partners.iter_mut().zip(new).filter(|(partner, _)| partner.is_none()) {
            let taken = free.get_mut(&key(one)).and_then(VecDeque::pop_front);
            *partner = taken.and_then(|at| left.get_mut(at)?.take());
        }
    }
    let mut pairs = Pairs { both: Vec::new(), gone: left.into_iter().flatten().collect(), new: Vec::new() };
    for (partner, one) in partners.into_iter().zip(new) {
        match partner {
            Some(partner) => pairs.both.push((partner, one)),
            None => pairs.new.push(one),
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::pair;

    #[test]
    fn the_first_key_goes_before_the_second() {
        let old = ["1a", "2b", "3c", "4d"];
        let new = ["5b", "1d", "2x", "6"];
        let keys: [&dyn Fn(&&'static str) -> String; 2] =
            [&|one| one.chars().take(1).collect(), &|one| one.chars().skip(1).collect()];
        let pairs = pair(&old, &new, &keys);
        assert_eq!(pairs.both, [(&"1a", &"1d"), (&"2b", &"2x")]);
        assert_eq!(pairs.gone, [&"3c", &"4d"]);
        assert_eq!(pairs.new, [&"5b", &"6"]);
    }

    #[test]
    fn entries_of_one_key_are_paired_in_their_order() {
        let pairs = pair(&["a1", "a2"], &["a3", "a4", "a5"], &[&|one| one.chars().take(1).collect()]);
        assert_eq!(pairs.both, [(&"a1", &"a3"), (&"a2", &"a4")]);
        assert_eq!(pairs.new, [&"a5"]);
    }
}
