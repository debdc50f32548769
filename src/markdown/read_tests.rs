use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};

use super::*;
use crate::markdown::map_cites_in_blocks;
use crate::span::Span;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_sketch_holds_what_the_tree_cites_and_refuses(text in "([-> `*_#<x1.\n]|\\[@a\\]|\\[@b; @c\\]|\\[x\\]\\(y\\)|> > > > > > > ){0,30}") {
        let (blocks, refused) = Reading::of(&text, 0).finish();
        let mut cites = Vec::new();
        let take = &mut |ids: &[String], at: Span| {
            cites.extend(ids.iter().map(|id| (id.clone(), at)));
            Vec::new()
        };
        let _ = map_cites_in_blocks(blocks, take);
        let found = sketch(&text);
        prop_assert_eq!((found.cites, found.refused), (cites, refused));
    }
}
