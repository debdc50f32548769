//! Is this the address of a web page: `http` or `https`, a host, no user?

use super::refusal::cut;

/// The most characters of an address.
const LONGEST: usize = 2048;

/// What is wrong with a source's address, if something is, and what to write instead.
pub(super) fn trouble(url: &str) -> Option<(String, &'static str)> {
    let shown = cut(url);
    if url.chars().nth(LONGEST).is_some() {
        return Some((
            "this address has more than 2,048 characters".to_owned(),
            "give the page's short address",
        ));
    }
    let Some(rest) = after_scheme(url) else {
        return Some((
            format!("`{shown}` is no web address"),
            "write an address that starts with `https://` or `http://`",
        ));
    };
    if url.contains(|character: char| character.is_whitespace() || "\"<>\\^`{|}".contains(character)) {
        return Some((
            format!("`{shown}` holds a character that no address has"),
            "write it with percent signs, `%20` for a space",
        ));
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return Some((format!("`{shown}` names a user"), "remove what stands before the `@`"));
    }
    if !is_host(authority) {
        return Some((
            format!("`{shown}` names no host"),
            "write an address such as `https://example.org/page`",
        ));
    }
    None
}

fn after_scheme(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")).then_some(rest)
}

fn is_host(authority: &str) -> bool {
    if let Some(address) = authority.strip_prefix('[') {
        let Some((address, port)) = address.split_once(']') else { return false };
        return address.parse::<std::net::Ipv6Addr>().is_ok()
            && (port.is_empty() || is_port(port.strip_prefix(':')));
    }
    let (host, port) = match authority.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (authority, Some("")),
    };
    let labels_hold = host.trim_end_matches('.').split('.').all(|label| !label.is_empty());
    let letters_hold = host.chars().all(|letter| letter.is_alphanumeric() || "-._".contains(letter));
    labels_hold && letters_hold && (port == Some("") || is_port(port))
}

fn is_port(port: Option<&str>) -> bool {
    port.is_some_and(|port| port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok())
}
