//! Does a signal end the program that runs, and at other times do what it always does?

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "tests start themselves")]

use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use super::super::fake::{Fake, lives};
use super::super::guard::{Call, Environment, run};
use super::super::limits::Limits;
use super::*;

const HANGS: &str = "trap '' TERM INT HUP QUIT\necho $$ > leader\nsleep 300 &\necho $! > child\n\
                     while true; do sleep 300; done";

/// Not a test by itself: the others run it in a process of its own and send that a signal.
#[test]
#[ignore = "run by the other tests of signals"]
fn body_of_the_tests_of_signals() {
    let Some(place) = std::env::var_os("FACTUM_TEST_OF_SIGNALS") else { return };
    let fake = Fake::typst(HANGS);
    std::os::unix::fs::symlink(fake.folder.path(), &place).unwrap();
    let limits = Limits { time: Duration::from_secs(60), output: 9, messages: 9, memory: None };
    let (folder, environment) = (fake.folder.path(), Environment::Bare);
    let call =
        Call { program: &fake.path, arguments: vec![], input: String::new(), folder, environment, limits };
    let ended = run(call, &mut |_| {});
    let left = ["leader", "child"].into_iter().filter(|name| lives(fake.number(name).unwrap())).count();
    println!("ended {:?}, left {left}", ended.how);
    drop(fake);
    std::fs::remove_file(&place).unwrap();
    if std::env::var_os("FACTUM_TEST_IDLE").is_some() {
        sleep(Duration::from_secs(60));
    }
}

/// That body, started by a shell that did `before`.
struct Body {
    child: Child,
    place: tempfile::TempDir,
}

impl Body {
    fn start(before: &str, idle: bool) -> Self {
        let place = tempfile::tempdir().unwrap();
        let mut command = Command::new("/bin/sh");
        command.args(["-c", &format!("{before}; exec \"$0\" \"$@\"")]).arg(std::env::current_exe().unwrap());
        command.args(["body_of_the_tests_of_signals", "--ignored", "--nocapture", "--test-threads=1"]);
        command.env("FACTUM_TEST_OF_SIGNALS", place.path().join("place"));
        if idle {
            command.env("FACTUM_TEST_IDLE", "1");
        }
        let child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let body = Self { child, place };
        body.until(|place| place.join("child").exists());
        body
    }

    fn send(&self, signal: Signal) {
        sleep(Duration::from_millis(100));
        kill_process(Pid::from_child(&self.child), signal).unwrap();
    }

    fn until(&self, holds: impl Fn(&Path) -> bool) {
        let begin = Instant::now();
        while !holds(&self.place.path().join("place")) {
            assert!(begin.elapsed() < Duration::from_secs(30), "it never came to that");
            sleep(Duration::from_millis(10));
        }
    }

    fn end(self) -> Output {
        self.child.wait_with_output().unwrap()
    }
}

#[test]
fn a_signal_ends_the_program_and_its_children() {
    for signal in [Signal::INT, Signal::TERM, Signal::HUP, Signal::QUIT] {
        let body = Body::start(":", false);
        let begin = Instant::now();
        body.send(signal);
        let said = String::from_utf8(body.end().stdout).unwrap();
        assert!(said.contains(&format!("ended Interrupted({}), left 0", signal.as_raw())), "{said}");
        assert!(begin.elapsed() < Duration::from_secs(5));
    }
}

#[test]
fn when_no_program_runs_a_signal_does_what_it_always_does() {
    let body = Body::start(":", true);
    body.send(Signal::TERM);
    body.until(|place| place.symlink_metadata().is_err());
    body.send(Signal::TERM);
    assert_eq!(body.end().status.signal(), Some(Signal::TERM.as_raw()));
}

#[cfg(target_os = "linux")]
#[test]
fn a_signal_that_is_ignored_stays_ignored() {
    let body = Body::start("trap '' HUP", false);
    body.send(Signal::HUP);
    body.send(Signal::TERM);
    let said = String::from_utf8(body.end().stdout).unwrap();
    assert!(said.contains("ended Interrupted(15)"), "{said}");
}

#[test]
fn signals_have_names() {
    assert_eq!(name(15), "SIGTERM");
    assert_eq!(name(1000), "signal 1000");
}
