//! What does a program say, and how much of it is kept?

use std::io::{self, Read, Write};
use std::process::Child;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::Builder;
use std::time::{Duration, Instant};

use super::limits::Limits;

/// One of a program's two ways of speaking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pipe {
    /// Its standard output.
    Output,
    /// Its standard error.
    Messages,
}

/// So much more than is kept may a program say in messages before it is killed for it.
const MESSAGES_SWALLOWED: usize = 16 << 20;
/// So long may a pipe stay open after the group is dead: a process that left the group may hold it.
const LAST_WORDS: Duration = Duration::from_secs(1);

/// The program's pipes and the threads that serve them.
pub(super) struct Pipes {
    output: Arc<Heard>,
    messages: Arc<Heard>,
    done: mpsc::Receiver<()>,
}

impl Pipes {
    /// Starts to serve the pipes of `child`.
    pub(super) fn serve(child: &mut Child, input: String, limits: Limits) -> io::Result<Self> {
        let (sender, done) = mpsc::channel();
        let pipes = Self { output: Arc::default(), messages: Arc::default(), done };
        if let Some(mut pipe) = child.stdin.take() {
            // A program that does not read its input says so by what it makes of it.
            let write = move || drop(pipe.write_all(input.as_bytes()));
            Builder::new().spawn(write)?;
        }
        if let Some(pipe) = child.stdout.take() {
            listen(&pipes.output, pipe, (limits.output, limits.output), sender.clone())?;
        }
        if let Some(pipe) = child.stderr.take() {
            let most = limits.messages.saturating_add(MESSAGES_SWALLOWED);
            listen(&pipes.messages, pipe, (limits.messages, most), sender)?;
        }
        Ok(pipes)
    }

    /// The pipe that said more than it may, if one did.
    pub(super) fn flood(&self) -> Option<Pipe> {
        let flooded = |heard: &Heard| heard.flooded.load(Ordering::SeqCst);
        match (flooded(&self.output), flooded(&self.messages)) {
            (true, _) => Some(Pipe::Output),
            (_, true) => Some(Pipe::Messages),
            _ => None,
        }
    }

    /// The messages so far.
    pub(super) fn messages(&self) -> MutexGuard<'_, Vec<u8>> {
        self.messages.bytes()
    }

    /// Waits until both pipes are read to their end, or a second.
    pub(super) fn drain(&mut self) {
        let begin = Instant::now();
        while let Some(left) = LAST_WORDS.checked_sub(begin.elapsed()) {
            if self.done.recv_timeout(left) == Err(RecvTimeoutError::Disconnected) {
                return;
            }
        }
    }

    /// The output, the messages, and whether there were more messages.
    pub(super) fn take(self) -> (Vec<u8>, Vec<u8>, bool) {
        let output = std::mem::take(&mut *self.output.bytes());
        let messages = std::mem::take(&mut *self.messages.bytes());
        let cut = self.messages.total.load(Ordering::SeqCst) > messages.len();
        (output, messages, cut)
    }
}

/// What is read from a program so far.
#[derive(Default)]
struct Heard {
    kept: Mutex<Vec<u8>>,
    total: AtomicUsize,
    flooded: AtomicBool,
}

impl Heard {
    fn bytes(&self) -> MutexGuard<'_, Vec<u8>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads `pipe` to its end: keeps `keep` bytes, swallows others up to `most`, and gives up beyond.
    fn listen(&self, mut pipe: impl Read, keep: usize, most: usize) {
        let mut buffer = vec![0; 1 << 16];
        loop {
            let count = match pipe.read(&mut buffer) {
                Ok(0) => return,
                Ok(count) => count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(_) => return,
            };
            let before = self.total.fetch_add(count, Ordering::SeqCst);
            let room = count.min(keep.saturating_sub(before));
            self.bytes().extend(buffer.iter().take(room));
            if before.saturating_add(count) > most {
                return self.flooded.store(true, Ordering::SeqCst);
            }
        }
    }
}

fn listen(
    heard: &Arc<Heard>,
    pipe: impl Read + Send + 'static,
    (keep, most): (usize, usize),
    done: Sender<()>,
) -> io::Result<()> {
    let heard = Arc::clone(heard);
    let listening = move || {
        heard.listen(pipe, keep, most);
        drop(done);
    };
    Builder::new().spawn(listening).map(drop)
}
