//! How does a link lead to the quoted words on the live page (URL text fragments)?

/// The page of `url` with a text fragment for `quote`; empty if there is no page.
pub(super) fn live(url: &str, quote: &str) -> String {
    if url.is_empty() {
        return String::new();
    }
    let page = url.split('#').next().unwrap_or_default();
    let words: Vec<&str> = quote.split_whitespace().collect();
    // Long quotations by their first and last words: a page's own markup may stand between.
    let fragment = if words.len() > 12 {
        let (head, tail) = (words.get(..5), words.get(words.len() - 5..));
        format!(
            "{},{}",
            encoded(&head.unwrap_or_default().join(" ")),
            encoded(&tail.unwrap_or_default().join(" "))
        )
    } else {
        encoded(&words.join(" "))
    };
    format!("{page}#:~:text={fragment}")
}

/// Percent-encoding, with the characters that a text fragment gives a meaning (`-`, `,`, `&`) encoded too.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::live;

    #[test]
    fn a_short_quotation_stands_whole_in_the_link() {
        assert_eq!(
            live("https://a.example/x#top", "up to 70%, he said"),
            "https://a.example/x#:~:text=up%20to%2070%25%2C%20he%20said"
        );
    }

    #[test]
    fn a_long_quotation_is_named_by_its_ends() {
        let link = live(
            "https://a.example/",
            "one two three four five six seven eight nine ten eleven twelve thirteen",
        );
        assert_eq!(
            link,
            "https://a.example/#:~:text=one%20two%20three%20four%20five,nine%20ten%20eleven%20twelve%20thirteen"
        );
    }

    #[test]
    fn no_page_no_link() {
        assert_eq!(live("", "words"), "");
    }
}
