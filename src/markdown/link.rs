//! May a link be followed: `http`, `https` and `mailto` only, and nothing hidden in the address.

/// The longest address that is taken for one.
const LONGEST: usize = 2048;

/// Whether a link to `url` may reach an output.
#[must_use]
pub(crate) fn allowed(url: &str) -> bool {
    if url.len() > LONGEST || url.chars().any(|c| c.is_control() || c.is_whitespace() || hidden(c)) {
        return false;
    }
    if let Some(address) = after(url, "mailto:") {
        return address.contains('@');
    }
    after(url, "https://").or_else(|| after(url, "http://")).is_some_and(names_a_host)
}

fn after<'a>(url: &'a str, scheme: &str) -> Option<&'a str> {
    let head = url.get(..scheme.len())?;
    head.eq_ignore_ascii_case(scheme).then(|| url.get(scheme.len()..))?
}

/// A host, and no user before it: `https://bank.example@evil.example` leads to the second.
fn names_a_host(rest: &str) -> bool {
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    !authority.is_empty() && !authority.contains(['@', '\\'])
}

/// Characters that turn the direction of the letters after them, or take no room.
fn hidden(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
