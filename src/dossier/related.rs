//! Which texts have anything in common, so that only those are held against each other?

/// For each key the texts that have it.
pub(super) struct Related(Vec<(u64, usize)>);

impl Related {
    /// Takes the keys of each text.
    pub(super) fn of(keys: &[Vec<u64>]) -> Self {
        let each = keys.iter().enumerate().flat_map(|(nth, keys)| keys.iter().map(move |key| (*key, nth)));
        let mut all: Vec<(u64, usize)> = each.collect();
        all.sort_unstable();
        all.dedup();
        Self(all)
    }

    /// The texts after number `nth` that share one of its `keys`, in order.
    pub(super) fn after(&self, nth: usize, keys: &[u64]) -> Vec<usize> {
        let mut found: Vec<bool> = Vec::new();
        for key in keys {
            let from = self.0.partition_point(|known| *known <= (*key, nth));
            let same = self.0.get(from..).unwrap_or_default().iter().take_while(|known| known.0 == *key);
            for (_, other) in same {
                if found.len() <= *other {
                    found.resize(other + 1, false);
                }
                if let Some(found) = found.get_mut(*other) {
                    *found = true;
                }
            }
        }
        found.iter().enumerate().filter(|(_, found)| **found).map(|(other, _)| other).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_related_by_any_key_and_named_once() {
        let keys = [vec![1, 2, 2], vec![3], vec![2, 1], vec![9, 1]];
        let related = Related::of(&keys);
        let after: Vec<Vec<usize>> =
            keys.iter().enumerate().map(|(nth, keys)| related.after(nth, keys)).collect();
        assert_eq!(after, [vec![2, 3], vec![], vec![3], vec![]]);
    }
}
