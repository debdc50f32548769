//! Which digest of facts and articles does an HTML or Markdown file name at its end?

/// How many digits of the digest stand in print.
const DIGITS: usize = 16;

/// The digits that follow the last `digest` of the text, past blanks and the marks of code; none if a project's own
/// template prints none.
#[must_use]
pub fn colophon(text: &str) -> Option<&str> {
    let (_, rest) = text.rsplit_once("digest ")?;
    let rest = rest.trim_start_matches("<code>").trim_start_matches('`');
    let digits = rest.get(..DIGITS)?;
    let plain = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'a'..=b'f');
    let ends = !rest.as_bytes().get(DIGITS).is_some_and(u8::is_ascii_alphanumeric);
    (ends && digits.bytes().all(plain)).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::colophon;

    #[test]
    fn it_stands_at_the_end_as_code() {
        let digits = "950326a46314bf2e";
        assert_eq!(colophon(&format!("a digest of news … the digest <code>{digits}</code>.")), Some(digits));
        assert_eq!(colophon(&format!("digest `{digits}`.")), Some(digits));
        assert_eq!(colophon(&format!("digest {digits}")), Some(digits));
    }

    #[test]
    fn what_is_no_digest_is_none() {
        for text in [
            "",
            "digest ",
            "digest of news",
            "digest 950326a46314bf2e9",
            "digest 950326A46314BF2E",
            "digest ééééééééé",
        ] {
            assert_eq!(colophon(text), None, "{text}");
        }
    }
}
