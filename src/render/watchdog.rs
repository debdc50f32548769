//! How is a template kept from running for ever, and from filling the memory?

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use tera::{ErrorKind, TeraResult};

use crate::disk::memory_held;

/// A template that takes longer is taken to loop.
pub(super) const TIME_OUT: Duration = Duration::from_secs(10);

/// An output that grows larger is taken to loop.
const LARGEST: usize = 64 << 20;

/// A template that needs more memory than this is taken to loop.
const MEMORY: u64 = 512 << 20;

/// How long nobody looks at the memory.
const BREATH: Duration = Duration::from_millis(5);

/// Why a template gave no page.
#[derive(Debug)]
pub(super) enum Stop {
    /// It is at fault.
    Error(tera::Error),
    /// It is stopped, for this reason.
    Ended(String),
}

/// Whether a template that was given up still runs.
static LEFT: AtomicBool = AtomicBool::new(false);

/// Whether a template that was given up may still run in this process, which then had better end.
#[must_use]
pub fn a_template_runs_on() -> bool {
    LEFT.load(Ordering::SeqCst)
}

/// Lets `write` fill a page, on a thread of its own: nothing in this process could stop a template that loops without
/// writing, so that one is left behind, and [`a_template_runs_on`].
pub(super) fn run<W>(main: &str, time: Duration, write: W) -> Result<String, Stop>
where
    W: FnOnce(&mut Page) -> TeraResult<()> + Send + 'static,
{
    let (sender, receiver) = channel();
    let work = move || {
        let mut page = Page(Vec::new());
        let done = write(&mut page).map(|()| page.0);
        // The other end has gone if the time is over.
        let _ = sender.send(done);
    };
    let started = thread::Builder::new().name(format!("template {main}")).spawn(work);
    if started.is_err() {
        return Err(Stop::Ended("could not be run: the system gives no thread".to_owned()));
    }
    match wait(&receiver, time)? {
        Ok(page) => {
            String::from_utf8(page).map_err(|_| Stop::Ended("wrote bytes that are not UTF-8".to_owned()))
        }
        Err(error) if matches!(error.kind(), ErrorKind::Io(_)) => {
            Err(Stop::Ended("wrote more than 64 MiB: it seems to loop".to_owned()))
        }
        Err(error) => Err(Stop::Error(error)),
    }
}

/// Waits for the page, with an eye on the time and the memory.
fn wait<T>(page: &Receiver<T>, time: Duration) -> Result<T, Stop> {
    let start = Instant::now();
    let most = memory_held().map(|held| held.saturating_add(MEMORY));
    loop {
        match page.recv_timeout(BREATH) {
            Ok(done) => return Ok(done),
            Err(RecvTimeoutError::Disconnected) => {
                return Err(Stop::Ended("could not be run to its end".to_owned()));
            }
            Err(RecvTimeoutError::Timeout) => {}
        }
        if start.elapsed() >= time {
            LEFT.store(true, Ordering::SeqCst);
            let words = format!("did not end within {} s: it seems to loop", time.as_secs());
            return Err(Stop::Ended(words));
        }
        if most.is_some_and(|most| memory_held().is_some_and(|held| held > most)) {
            LEFT.store(true, Ordering::SeqCst);
            let words = format!("needed more than {} MiB of memory: it seems to loop", MEMORY >> 20);
            return Err(Stop::Ended(words));
        }
    }
}

/// What is being written, up to [`LARGEST`].
pub(super) struct Page(Vec<u8>);

impl Write for Page {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len().saturating_add(bytes.len()) > LARGEST {
            return Err(io::Error::other("the page is full"));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run_for(template: &str, time: Duration) -> String {
        let mut tera = tera::Tera::default();
        tera.add_raw_template("looping", template).unwrap();
        match run("looping", time, move |page| tera.render_to("looping", &tera::Context::new(), page)) {
            Err(Stop::Ended(words)) => words,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_template_that_loops_is_given_up() {
        let level = "{% for a in range(end=100000) %}";
        let template = format!("{0}{0}{0}{1}{1}{1}", level, "{% endfor %}");
        let words = run_for(&template, Duration::from_millis(50));
        assert!(words.contains("seems to loop"), "{words}");
    }

    #[test]
    fn an_output_without_end_is_given_up() {
        let level = "{% for a in range(end=100000) %}";
        let template = format!("{0}{0}0123456789{1}{1}", level, "{% endfor %}");
        let words = run_for(&template, Duration::from_secs(60));
        assert!(words.contains("64 MiB"), "{words}");
    }
}
