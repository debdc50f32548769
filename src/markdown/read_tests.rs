use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};

use super::*;
use crate::markdown::map_cites;
use crate::span::Span;

/// The paragraphs of prose in the order of print.
fn each_paragraph(blocks: Vec<Block>, take: &mut dyn FnMut(Vec<Inline>)) {
    for block in blocks {
        match block {
            Block::Paragraph { inlines } => take(inlines),
            Block::Quote { blocks } => each_paragraph(blocks, take),
            Block::List { items, .. } => items.into_iter().for_each(|item| each_paragraph(item, take)),
            Block::Code { .. } => {}
        }
    }
}

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
        each_paragraph(blocks, &mut |inlines| drop(map_cites(inlines, take)));
        let found = sketch(&text);
        prop_assert_eq!((found.cites, found.refused), (cites, refused));
    }
}
