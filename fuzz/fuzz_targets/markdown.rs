//! Is a curator's Markdown read, written again, and do bare words stay words?
#![no_main]

use factum::markdown::{
    Inline, escape, parse_blocks, parse_inlines, plain, sketch, sketch_inline, write_inlines,
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let name = |note: usize| format!("times-{note}");
    for (span, _) in sketch(text).refused.into_iter().chain(sketch_inline(text).refused) {
        assert!(text.get(span.start..span.end).is_some(), "{span:?} is no place of the prose");
    }
    let _ = parse_blocks(text);
    let written = write_inlines(&parse_inlines(text), &name);
    parse_inlines(&written).iter().for_each(link_is_safe);
    let words = parse_inlines(&escape(text));
    let _ = plain(&words);
    assert!(words.iter().all(is_words), "{text:?} -> {words:?}");
});

fn is_words(inline: &Inline) -> bool {
    !matches!(
        inline,
        Inline::Emphasis { .. } | Inline::Strong { .. } | Inline::Link { .. } | Inline::CiteKey { .. }
    )
}

fn link_is_safe(inline: &Inline) {
    match inline {
        Inline::Link { url, inlines, .. } => {
            let url = url.to_ascii_lowercase();
            assert!(["http://", "https://", "mailto:"].iter().any(|scheme| url.starts_with(scheme)), "{url}");
            inlines.iter().for_each(link_is_safe);
        }
        Inline::Emphasis { inlines } | Inline::Strong { inlines } => inlines.iter().for_each(link_is_safe),
        _ => {}
    }
}
