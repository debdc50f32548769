//! Does `factum watch` show the briefing as it is being written, to this machine alone?

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::project::Project;

/// No wait is longer; each ends as soon as what is waited for is there.
const PATIENCE: Duration = Duration::from_secs(90);

/// A `factum watch` at work; killed when it is dropped.
struct Watching {
    child: Child,
    /// `127.0.0.1:7878`.
    host: String,
    out: BufReader<std::process::ChildStdout>,
}

impl Watching {
    fn start(project: &Project, words: &[&str]) -> Self {
        let mut command = project.command(&["watch", "--port", "0"]);
        let mut child = command.args(words).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut first = String::new();
        out.read_line(&mut first).unwrap();
        let address = first.strip_prefix("preview: http://").unwrap_or_else(|| panic!("{first}"));
        let host = address.split('/').next().unwrap().to_owned();
        assert!(host.starts_with("127.0.0.1:"), "{host}");
        Self { child, host, out }
    }

    /// The next line that the terminal shows.
    fn line(&mut self) -> String {
        let mut line = String::new();
        self.out.read_line(&mut line).unwrap();
        line
    }

    /// Head and body of the answer to these lines of a request.
    fn ask(&self, lines: &str) -> (String, String) {
        let mut stream = self.connect();
        stream.write_all(format!("{lines}\r\n\r\n").as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let answer = String::from_utf8(bytes).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or_else(|| panic!("{answer}"));
        (head.to_owned(), body.to_owned())
    }

    fn get(&self, path: &str) -> (String, String) {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: {}", self.host))
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.host).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    fn changes(&self) -> Changes {
        let mut stream = self.connect();
        write!(stream, "GET /changes HTTP/1.1\r\nHost: {}\r\n\r\n", self.host).unwrap();
        Changes(BufReader::new(stream))
    }

    /// How it ends when it gets this signal.
    fn end(mut self, signal: &str) -> Option<i32> {
        let killed = Command::new("kill").args([signal, &self.child.id().to_string()]).status().unwrap();
        assert!(killed.success());
        let begin = Instant::now();
        while begin.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.code();
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("{signal} did not end it");
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What the browser is told, one state after the other.
struct Changes(BufReader<TcpStream>);

impl Changes {
    /// The first state from now on that this holds of.
    fn until(&mut self, wanted: impl Fn(&serde_json::Value) -> bool) -> serde_json::Value {
        let begin = Instant::now();
        let mut seen = Vec::new();
        while begin.elapsed() < PATIENCE {
            let mut line = String::new();
            assert!(self.0.read_line(&mut line).unwrap() > 0, "the stream ended after {seen:?}");
            let Some(state) = line.strip_prefix("data: ") else { continue };
            let state: serde_json::Value = serde_json::from_str(state).unwrap();
            if wanted(&state) {
                return state;
            }
            seen.push(state);
        }
        panic!("it did not come, but {seen:?}");
    }
}

fn passes(state: &serde_json::Value) -> bool {
    state["passes"] == true
}

fn fails(state: &serde_json::Value) -> bool {
    state["passes"] == false
}

/// Every file below the project with its bytes.
fn files(project: &Project) -> BTreeMap<String, Vec<u8>> {
    let paths = crate::project::files_below(project.path(), &[""]);
    let name =
        |path: &std::path::Path| path.strip_prefix(project.path()).unwrap().to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), std::fs::read(path).unwrap())).collect()
}

#[test]
fn the_preview_follows_the_facts() {
    let project = Project::small();
    let mut watching = Watching::start(&project, &["--no-write"]);
    let mut changes = watching.changes();
    let first = changes.until(passes);
    assert_eq!(first["path"], "/briefing.html");
    assert!(watching.get("/briefing.html").1.contains("More than 1,000 people fled"));
    project.change("claim: More than", "claim: Over");
    let second = changes.until(|state| passes(state) && state["page"] != first["page"]);
    assert!(second["headline"].as_str().unwrap().contains("1 quotation in 1 article"), "{second}");
    let page = watching.get("/briefing.html").1;
    assert!(page.contains("Over 1,000 people fled"));
    // It is the file that a build writes, byte for byte.
    assert_eq!(project.factum(&["build", "--format", "html"]).code, Some(0));
    assert!(project.read("out/briefing.html") == page);
    assert!(watching.line().starts_with("checked: 1 quotation in 1 article"));
    assert!(watching.line().starts_with("facts.yaml: 1 quotation in 1 article"));
}

#[test]
fn what_fails_is_told_and_the_last_page_stays() {
    let project = Project::small();
    let watching = Watching::start(&project, &["--no-write"]);
    let mut changes = watching.changes();
    let good = changes.until(passes);
    project.change(
        "1,000 people fled the valley on Wednesday",
        "2,000 <b>people</b> fled the valley on Wednesday",
    );
    let bad = changes.until(fails);
    assert_eq!(bad["page"], good["page"]);
    let report = bad["report"].as_str().unwrap();
    assert!(report.contains("error[quote-not-found]") && report.contains("<b>people</b>"), "{report}");
    assert!(bad["headline"].as_str().unwrap().contains("the last briefing that passed is shown"), "{bad}");
    assert!(watching.get("/briefing.html").1.contains("More than 1,000 people fled"));
    // Facts that cannot even be read are told in the same way.
    project.write("facts.yaml", "title: [");
    changes.until(|state| fails(state) && !state["report"].as_str().unwrap().contains("quote-not-found"));
    project.write("facts.yaml", crate::project::FACTS);
    changes.until(passes);
}

#[test]
fn every_kind_of_input_is_watched() {
    let project = Project::small();
    project.change("title: The flood", "include: [more/*.yaml]\ntitle: The flood");
    project.write("more/one.yaml", "unknowns:\n  - Who pays?\n");
    let watching = Watching::start(&project, &["--no-write"]);
    let mut changes = watching.changes();
    let mut page = changes.until(passes)["page"].clone();
    let mut next = |changes: &mut Changes| {
        page = changes.until(|state| passes(state) && state["page"] != page)["page"].clone();
    };
    project.write("more/one.yaml", "unknowns:\n  - Who is to pay?\n");
    next(&mut changes);
    project.write("more/two.yaml", "unknowns:\n  - Who comes?\n");
    next(&mut changes);
    // A folder that was not there at the start.
    project.write("templates/style.css", "body{color:#111}");
    next(&mut changes);
    // As many editors save: a new file moved over the old one.
    project.write("more/.new", "unknowns:\n  - Who goes?\n");
    std::fs::rename(project.path().join("more/.new"), project.path().join("more/two.yaml")).unwrap();
    next(&mut changes);
    project.write("seeds/gazette.txt", "Something else.\n");
    changes.until(fails);
    std::fs::remove_file(project.path().join("seeds/gazette.txt")).unwrap();
    changes.until(|state| state["report"].as_str().unwrap().contains("no such file"));
    project.write("seeds/gazette.txt", crate::project::ARTICLE);
    changes.until(passes);
}

#[test]
fn without_word_from_the_system_it_looks() {
    let project = Project::small();
    let watching = Watching::start(&project, &["--no-write", "--poll"]);
    let mut changes = watching.changes();
    let first = changes.until(passes);
    project.change("claim: More than", "claim: Over");
    changes.until(|state| passes(state) && state["page"] != first["page"]);
}

#[test]
fn out_is_written_when_nothing_fails_and_left_alone_when_something_does() {
    let project = Project::small();
    let watching = Watching::start(&project, &["--format", "md,html"]);
    let mut changes = watching.changes();
    changes.until(passes);
    let written = |words: &str| {
        let begin = Instant::now();
        while !project.out().get("briefing.md").is_some_and(|md| String::from_utf8_lossy(md).contains(words))
        {
            assert!(begin.elapsed() < PATIENCE, "out/briefing.md never said {words:?}");
            std::thread::sleep(Duration::from_millis(10));
        }
    };
    written("More than 1,000 people fled");
    project.change("claim: More than", "claim: Over");
    written("Over 1,000 people fled");
    assert_eq!(project.factum(&["build", "--format", "md,html", "--check"]).code, Some(0));
    let before = project.out();
    project.change("people fled the valley on Wednesday", "horses fled the valley on Wednesday");
    changes.until(fails);
    assert_eq!(watching.end("-INT"), Some(0));
    assert!(project.out() == before);
}

#[test]
fn only_this_machine_s_own_names_are_answered_and_nothing_can_be_done() {
    let project = Project::small();
    let watching = Watching::start(&project, &["--no-write"]);
    watching.changes().until(passes);
    let status = |lines: &str| watching.ask(lines).0.lines().next().unwrap().to_owned();
    let host = &watching.host;
    assert_eq!(status(&format!("HEAD / HTTP/1.1\r\nHost: {host}")), "HTTP/1.1 200 OK");
    let local = host.replace("127.0.0.1", "localhost");
    assert_eq!(status(&format!("GET /shell.js HTTP/1.1\r\nHost: {local}")), "HTTP/1.1 200 OK");
    for other in ["evil.example".to_owned(), host.replace("127.0.0.1", "evil.example"), String::new()] {
        assert_eq!(status(&format!("GET / HTTP/1.1\r\nHost: {other}")), "HTTP/1.1 403 Forbidden", "{other}");
    }
    assert_eq!(status("GET / HTTP/1.1\r\nAccept: */*"), "HTTP/1.1 403 Forbidden");
    let body = "Content-Length: 5\r\n\r\nhello";
    assert_eq!(
        status(&format!("POST / HTTP/1.1\r\nHost: {host}\r\n{body}")),
        "HTTP/1.1 405 Method Not Allowed"
    );
    for path in ["/facts.yaml", "/../facts.yaml", "/seeds/gazette.txt", "//etc/passwd", "/briefing.md"] {
        assert!(watching.get(path).0.starts_with("HTTP/1.1 404 "), "{path}");
    }
    let long = "x".repeat(100_000);
    assert!(status(&format!("GET /{long} HTTP/1.1\r\nHost: {host}")).starts_with("HTTP/1.1 431 "));
    let head = watching.get("/briefing.html").0;
    for field in ["Cache-Control: no-store", "X-Content-Type-Options: nosniff", "frame-ancestors 'self'"] {
        assert!(head.contains(field), "{field} is not in {head}");
    }
}

#[test]
fn visitors_that_say_nothing_do_not_keep_others_waiting() {
    let project = Project::small();
    let watching = Watching::start(&project, &["--no-write"]);
    watching.changes().until(passes);
    let silent: Vec<TcpStream> = (0..100).map(|_| watching.connect()).collect();
    let begin = Instant::now();
    // The silent ones are sent away by and by.
    let served = || {
        let mut stream = watching.connect();
        let asked = write!(stream, "GET / HTTP/1.1\r\nHost: {}\r\n\r\n", watching.host);
        let mut answer = String::new();
        asked.is_ok() && stream.read_to_string(&mut answer).is_ok() && answer.starts_with("HTTP/1.1 200")
    };
    while !served() {
        assert!(begin.elapsed() < PATIENCE, "nobody is served any more");
        std::thread::sleep(Duration::from_millis(50));
    }
    for stream in silent {
        let _ = stream.shutdown(Shutdown::Both);
    }
}

#[test]
fn it_ends_at_a_signal_and_leaves_nothing_behind() {
    for signal in ["-INT", "-TERM", "-HUP"] {
        let project = Project::small();
        let before = files(&project);
        let watching = Watching::start(&project, &["--no-write"]);
        watching.changes().until(passes);
        assert_eq!(watching.end(signal), Some(0), "{signal}");
        assert!(files(&project) == before, "{signal}");
    }
}

#[test]
fn a_port_that_is_taken_or_a_project_that_is_none_is_said() {
    let project = Project::small();
    let watching = Watching::start(&project, &["--no-write"]);
    let port = watching.host.split(':').nth(1).unwrap();
    let ran = project.factum(&["watch", "--no-write", "--port", port]);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.stderr.starts_with(&format!("error: the preview cannot have port {port}: ")),
        "{}",
        ran.stderr
    );
    assert!(ran.stderr.contains("help: name another one with `--port`"), "{}", ran.stderr);
    let gone = Project::empty();
    std::fs::remove_dir(gone.path()).unwrap();
    let ran = gone.factum(&["watch", "--no-write"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.starts_with("error: `") && ran.stderr.contains("no such file"), "{}", ran.stderr);
}

#[test]
fn without_a_preview_the_terminal_tells() {
    let project = Project::small();
    let mut command = project.command(&["watch", "--no-serve", "--no-write"]);
    let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.next().unwrap().unwrap().starts_with("checked: 1 quotation in 1 article"));
    project.change("people fled the valley on Wednesday", "horses fled the valley on Wednesday");
    let mut told = lines.map(Result::unwrap);
    assert!(told.next().unwrap().starts_with("facts.yaml: 1 error"));
    assert!(told.any(|line| line.starts_with("error[quote-not-found]")));
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn a_project_that_never_passed_says_so() {
    let project = Project::with("title: [");
    let watching = Watching::start(&project, &["--no-write"]);
    let mut changes = watching.changes();
    let state = changes.until(fails);
    assert!(state["headline"].as_str().unwrap().contains("no briefing has passed yet"), "{state}");
    assert_eq!(state["page"], serde_json::Value::Null);
    assert!(watching.get("/briefing.html").0.starts_with("HTTP/1.1 404 "));
    project.write("facts.yaml", crate::project::FACTS);
    changes.until(passes);
}

#[test]
fn a_template_that_cannot_be_stopped_ends_it() {
    let project = Project::small();
    let doubling =
        "{% set_global x = \"12345678\" %}{% for i in range(end=60) %}{% set_global x = x ~ x %}{% endfor %}";
    project.write("templates/briefing.html.tera", doubling);
    let mut command = project.command(&["watch", "--no-serve", "--no-write"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let begin = Instant::now();
    while child.try_wait().unwrap().is_none() && begin.elapsed() < PATIENCE {
        std::thread::sleep(Duration::from_millis(20));
    }
    let _ = child.kill();
    let ended = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&ended.stderr);
    assert_eq!(ended.status.code(), Some(2), "{said}");
    assert!(said.contains("cannot be stopped while this program runs"), "{said}");
}
