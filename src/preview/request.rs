//! What is asked, and may it be asked?

/// What a visitor may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wanted {
    /// The page around the briefing.
    Shell,
    /// Its style.
    Style,
    /// Its script.
    Script,
    /// What is shown, again and again as it changes.
    Changes,
    /// Perhaps the briefing: a name without a slash.
    Page(String),
}

/// A request that is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Request {
    /// What is asked for.
    pub(super) wanted: Wanted,
    /// Whether only the head of the answer is asked for.
    pub(super) head: bool,
}

/// Why a request is not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It is no request of HTTP/1.
    NoRequest,
    /// It names another host: a page from elsewhere may have been led here by its own name server.
    OtherHost,
    /// It wants to do something, and there is nothing to be done here.
    Method,
    /// There is no such thing here.
    Nothing,
    /// Its head is longer than any browser's.
    TooLong,
}

/// Reads the head of a request; `port` is the port that it came to.
pub(super) fn read(head: &[u8], port: u16) -> Result<Request, Refusal> {
    let head = std::str::from_utf8(head).map_err(|_| Refusal::NoRequest)?;
    let mut lines = head.split("\r\n");
    let first = lines.next().unwrap_or_default();
    let [method, path, version] = words(first).ok_or(Refusal::NoRequest)?;
    if !matches!(version, "HTTP/1.1" | "HTTP/1.0") {
        return Err(Refusal::NoRequest);
    }
    if !is_ours(host(lines).ok_or(Refusal::OtherHost)?, port) {
        return Err(Refusal::OtherHost);
    }
    let head = match method {
        "GET" => false,
        "HEAD" => true,
        _ => return Err(Refusal::Method),
    };
    let wanted = wanted(path.split('?').next().unwrap_or_default()).ok_or(Refusal::Nothing)?;
    Ok(Request { wanted, head })
}

fn words(line: &str) -> Option<[&str; 3]> {
    let mut words = line.split(' ');
    let three = [words.next()?, words.next()?, words.next()?];
    words.next().is_none().then_some(three)
}

/// The one host that is named; none if there are none or two.
fn host<'t>(lines: impl Iterator<Item = &'t str>) -> Option<&'t str> {
    let fields = lines.filter_map(|line| line.split_once(':'));
    let mut hosts = fields.filter(|(name, _)| name.eq_ignore_ascii_case("host"));
    let (_, host) = hosts.next()?;
    hosts.next().is_none().then(|| host.trim())
}

/// Whether the host is a name of this machine that no name server can give away.
fn is_ours(host: &str, port: u16) -> bool {
    let name = match host.strip_suffix(&format!(":{port}")) {
        Some(name) => name,
        // A browser leaves this port away.
        None if port == 80 => host,
        None => return false,
    };
    ["127.0.0.1", "localhost", "[::1]"].iter().any(|own| name.eq_ignore_ascii_case(own))
}

fn wanted(path: &str) -> Option<Wanted> {
    Some(match path.strip_prefix('/')? {
        "" => Wanted::Shell,
        "shell.css" => Wanted::Style,
        "shell.js" => Wanted::Script,
        "changes" => Wanted::Changes,
        name => Wanted::Page(name.to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(first: &str, host: &str) -> Result<Wanted, Refusal> {
        let head = format!("{first}\r\nAccept: */*\r\nhOsT:{host}\r\n");
        read(head.as_bytes(), 7878).map(|request| request.wanted)
    }

    #[test]
    fn what_is_here_may_be_asked_for() {
        for host in ["127.0.0.1:7878", " localhost:7878 ", "LOCALHOST:7878", "[::1]:7878"] {
            assert_eq!(asked("GET / HTTP/1.1", host), Ok(Wanted::Shell), "{host}");
        }
        let page = Wanted::Page("briefing.html".to_owned());
        assert_eq!(asked("HEAD /briefing.html?2 HTTP/1.0", "localhost:7878"), Ok(page));
        assert_eq!(asked("GET /changes HTTP/1.1", "localhost:7878"), Ok(Wanted::Changes));
    }

    #[test]
    fn another_host_is_refused() {
        let others =
            ["", "127.0.0.1", "127.0.0.1:80", "evil.example", "evil.example:7878", "localhost:78780"];
        let tricky =
            ["127.0.0.1:7878.evil.example", "evil.example:7878@localhost", "xlocalhost:7878", "0.0.0.0:7878"];
        for host in others.into_iter().chain(tricky) {
            assert_eq!(asked("GET / HTTP/1.1", host), Err(Refusal::OtherHost), "{host}");
        }
        assert_eq!(read(b"GET / HTTP/1.1\r\n", 7878), Err(Refusal::OtherHost));
        let two = b"GET / HTTP/1.1\r\nHost: localhost:7878\r\nHost: evil.example\r\n";
        assert_eq!(read(two, 7878), Err(Refusal::OtherHost));
    }

    #[test]
    fn port_80_may_go_without_saying() {
        assert!(is_ours("localhost", 80) && is_ours("localhost:80", 80));
        assert!(!is_ours("localhost", 7878) && !is_ours("evil.example", 80));
    }

    #[test]
    fn nothing_can_be_done_here() {
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "get", "FOO"] {
            let first = format!("{method} / HTTP/1.1");
            assert_eq!(asked(&first, "localhost:7878"), Err(Refusal::Method), "{method}");
        }
    }

    #[test]
    fn what_is_no_request_is_refused() {
        for first in ["", "GET /", "GET  / HTTP/1.1", "GET / HTTP/2", "GET / x HTTP/1.1", "\u{16}\u{3}\u{1}"]
        {
            assert_eq!(asked(first, "localhost:7878"), Err(Refusal::NoRequest), "{first}");
        }
        assert_eq!(read(b"\xff\xfe", 7878), Err(Refusal::NoRequest));
        assert_eq!(asked("GET http://evil.example/ HTTP/1.1", "localhost:7878"), Err(Refusal::Nothing));
    }
}
