//! What is said on a terminal while something takes longer than a second?

use std::io::IsTerminal;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use super::out;

/// How long something may take before a word is said of it.
const PATIENCE: Duration = Duration::from_secs(1);

/// A line on the terminal that comes if the work takes long, and goes with the work. Nothing anywhere else.
#[derive(Debug)]
pub(super) struct Progress {
    done: Option<Sender<()>>,
    line: Option<JoinHandle<()>>,
}

impl Progress {
    /// Begins to wait; `doing` is what takes long: `setting the PDF`.
    pub(super) fn of(doing: &str) -> Self {
        if !std::io::stderr().is_terminal() {
            return Self { done: None, line: None };
        }
        let (done, waiting) = channel();
        let doing = doing.to_owned();
        Self { done: Some(done), line: Some(std::thread::spawn(move || tell(&doing, &waiting))) }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.done.take();
        if let Some(line) = self.line.take() {
            // A line that could not be printed is nothing to stop for.
            let _ = line.join();
        }
    }
}

fn tell(doing: &str, done: &Receiver<()>) {
    if done.recv_timeout(PATIENCE) != Err(RecvTimeoutError::Timeout) {
        return;
    }
    out::say(&format!("{doing} …"));
    // Ends when the work does: then the other side of the channel is gone.
    let _ = done.recv();
    out::say("\r\u{1b}[2K");
}
