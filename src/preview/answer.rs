//! What is answered?

use super::board::Moment;
use super::request::{Refusal, Request, Wanted};

/// The page around the briefing, its style and its script.
const SHELL: &str = include_str!("shell.html");
const STYLE: &str = include_str!("shell.css");
const SCRIPT: &str = include_str!("shell.js");

/// The shell shows the briefing in a frame and follows the changes; it may do nothing else.
const SHELL_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
                            frame-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; \
                            frame-ancestors 'none'";

/// The briefing runs nothing, whatever a template of the project's own says; its links open beside it.
const PAGE_POLICY: &str =
    "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'self'";

/// The bytes of an answer.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Answer {
    /// Its head, with the empty line.
    pub(super) head: String,
    /// Its body.
    pub(super) body: Vec<u8>,
}

/// What a request is answered at this moment.
pub(super) fn answer(request: &Request, now: &Moment) -> Answer {
    let whole = match &request.wanted {
        Wanted::Shell => found("text/html; charset=utf-8", SHELL_POLICY, SHELL.as_bytes()),
        Wanted::Style => found("text/css; charset=utf-8", "", STYLE.as_bytes()),
        Wanted::Script => found("text/javascript; charset=utf-8", "", SCRIPT.as_bytes()),
        Wanted::Changes => stream(),
        Wanted::Page(name) => match &now.page {
            Some(page) if page.name == *name => found("text/html; charset=utf-8", PAGE_POLICY, &page.bytes),
            _ => refuse(Refusal::Nothing),
        },
    };
    if request.head { Answer { body: Vec::new(), ..whole } } else { whole }
}

/// What is said to someone who is not answered.
pub(super) fn refuse(refusal: Refusal) -> Answer {
    let (status, words) = match refusal {
        Refusal::NoRequest => ("400 Bad Request", "this is no request\n"),
        Refusal::OtherHost => ("403 Forbidden", "this is served to 127.0.0.1 and localhost alone\n"),
        Refusal::Nothing => ("404 Not Found", "there is no such page\n"),
        Refusal::Method => ("405 Method Not Allowed", "there is only something to be read here\n"),
        Refusal::TooLong => ("431 Request Header Fields Too Large", "the request is too long\n"),
    };
    let allow = if refusal == Refusal::Method { "Allow: GET, HEAD\r\n" } else { "" };
    let length = format!("Content-Length: {}\r\n{allow}", words.len());
    Answer { head: head(status, "text/plain; charset=utf-8", &length), body: words.as_bytes().to_vec() }
}

/// A moment as an event of the stream.
pub(super) fn event(moment: &Moment) -> String {
    format!("data: {}\n\n", moment.state)
}

fn found(kind: &str, policy: &str, body: &[u8]) -> Answer {
    let mut more = format!("Content-Length: {}\r\n", body.len());
    if !policy.is_empty() {
        more.push_str(&format!("Content-Security-Policy: {policy}\r\n"));
    }
    Answer { head: head("200 OK", kind, &more), body: body.to_vec() }
}

/// The head of a stream of events; a browser that loses it comes back after half a second.
fn stream() -> Answer {
    Answer { head: head("200 OK", "text/event-stream", ""), body: b"retry: 500\n\n".to_vec() }
}

fn head(status: &str, kind: &str, more: &str) -> String {
    format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}Cache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n\
         Cross-Origin-Resource-Policy: same-origin\r\nConnection: close\r\n\r\n"
    )
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::preview::Page;

    fn moment() -> Moment {
        let page =
            Page { name: "briefing.html".to_owned(), bytes: b"<p>\xc3\xa9".to_vec(), sha256: String::new() };
        Moment { number: 1, page: Some(Arc::new(page)), state: Arc::from("{}") }
    }

    fn page(name: &str, head: bool) -> Answer {
        answer(&Request { wanted: Wanted::Page(name.to_owned()), head }, &moment())
    }

    #[test]
    fn the_page_is_served_byte_for_byte() {
        let answer = page("briefing.html", false);
        assert_eq!(answer.body, b"<p>\xc3\xa9");
        assert!(answer.head.starts_with("HTTP/1.1 200 OK\r\n"));
        for field in ["Content-Length: 5", "Cache-Control: no-store", "X-Content-Type-Options: nosniff"] {
            assert!(answer.head.contains(&format!("\r\n{field}\r\n")), "{field}");
        }
        let only_head = page("briefing.html", true);
        assert_eq!((only_head.head, only_head.body), (answer.head, Vec::new()));
    }

    #[test]
    fn no_name_becomes_a_file() {
        for name in ["facts.yaml", "../facts.yaml", "etc/passwd", "briefing.html/", "%62riefing.html"] {
            assert!(page(name, false).head.starts_with("HTTP/1.1 404 "), "{name}");
        }
    }

    #[test]
    fn the_shell_may_load_nothing_from_elsewhere_and_holds_nothing_inline() {
        let shell = answer(&Request { wanted: Wanted::Shell, head: false }, &moment());
        assert!(shell.head.contains("Content-Security-Policy: default-src 'none'; script-src 'self';"));
        assert!(!SHELL.contains("style=") && !SHELL.contains("<style") && !SHELL.contains(" on"));
        // A state is shown as text: nothing in it can act.
        for sink in ["innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval("] {
            assert!(!SCRIPT.contains(sink), "{sink}");
        }
    }
}
