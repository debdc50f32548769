//! How does watching end?

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use crate::typst::Signals;

/// How often one looks for a signal.
const LOOK: Duration = Duration::from_millis(20);

/// How long a writer may take to end; a Typst that is at work is killed by whoever started it.
const PATIENCE: Duration = Duration::from_secs(5);

/// Ends the program at SIGINT, SIGTERM or SIGHUP, as soon as nobody is at work: that is no failure.
pub(super) fn listen(at_work: Arc<AtomicBool>) -> io::Result<()> {
    let signals = Signals::start();
    let wait = move || {
        while signals.caught().is_none() {
            sleep(LOOK);
        }
        let begin = Instant::now();
        while at_work.load(Ordering::SeqCst) && begin.elapsed() < PATIENCE {
            sleep(LOOK);
        }
        std::process::exit(0);
    };
    thread::Builder::new().name("stop".to_owned()).spawn(wait).map(drop)
}
