//! Is a source's address taken only if it leads to a page of a host, and nothing hides in it?
#![no_main]

use factum::facts;
use factum::markdown::{Block, Inline, parse_blocks};
use factum::span::Files;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|url: &str| {
    let written = serde_json::to_string(url).expect("a text is JSON");
    let mut files = Files::default();
    let main = files.add(
        "facts.yaml",
        format!("title: T\nas-of: 2021-07-08\nsources:\n  a:\n    title: A\n    file: a.txt\n    url: {written}\nfacts: {{}}\n"),
    );
    if let Ok(base) = facts::read(&files, main) {
        let taken = base.sources.values().filter_map(|source| source.url.as_ref());
        taken.for_each(|url| leads_to_a_host(&url.value));
    }
    for block in parse_blocks(&format!("[here](<{url}>)")) {
        let Block::Paragraph { inlines } = block else { continue };
        for inline in inlines {
            if let Inline::Link { url, .. } = inline
                && !url.to_ascii_lowercase().starts_with("mailto:")
            {
                leads_to_a_host(&url);
            }
        }
    }
});

fn leads_to_a_host(url: &str) {
    let lower = url.to_ascii_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    let host = rest.unwrap_or_else(|| panic!("{url:?} is no web address")).split(['/', '?', '#']).next();
    assert!(host.is_some_and(|host| !host.is_empty() && !host.contains('@')), "{url:?}");
    assert!(!url.chars().any(|c| c.is_control() || c.is_whitespace()), "{url:?}");
}
