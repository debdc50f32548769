//! Does the user want us to stop?
//!
//! While a program of ours runs, SIGINT, SIGTERM, SIGHUP and SIGQUIT are only noted, so that the program can be
//! ended first; at all other times they do what they always do.

use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use signal_hook::flag;

use crate::disk::read_named;

/// While one of these is held, signals are noted.
#[derive(Debug)]
pub struct Watch(());

impl Watch {
    /// Starts to note signals.
    #[must_use]
    pub fn start() -> Self {
        let post = post();
        let mut watches = post.watches();
        if *watches == 0 {
            post.caught.store(0, Ordering::SeqCst);
            post.idle.store(false, Ordering::SeqCst);
        }
        *watches += 1;
        Self(())
    }

    /// The signal that came last, if one came.
    #[must_use]
    pub fn caught(&self) -> Option<i32> {
        i32::try_from(post().caught.load(Ordering::SeqCst)).ok().filter(|signal| *signal != 0)
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let post = post();
        let mut watches = post.watches();
        *watches = watches.saturating_sub(1);
        if *watches == 0 {
            post.idle.store(true, Ordering::SeqCst);
        }
    }
}

/// The name of a signal, such as `SIGINT`.
pub(super) fn name(signal: i32) -> String {
    signal_hook::low_level::signal_name(signal).map_or_else(|| format!("signal {signal}"), str::to_owned)
}

struct Post {
    idle: Arc<AtomicBool>,
    caught: Arc<AtomicUsize>,
    watches: Mutex<usize>,
}

impl Post {
    fn watches(&self) -> MutexGuard<'_, usize> {
        self.watches.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn post() -> &'static Post {
    static POST: OnceLock<Post> = OnceLock::new();
    POST.get_or_init(|| {
        let post = Post {
            idle: Arc::new(AtomicBool::new(true)),
            caught: Arc::new(AtomicUsize::new(0)),
            watches: Mutex::new(0),
        };
        let ignored = ignored_signals();
        for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
            // `nohup` and background jobs ignore some: that choice stands.
            if ignored & (1_u64 << (signal - 1)) == 0 {
                note(signal, &post);
            }
        }
        post
    })
}

fn note(signal: i32, post: &Post) {
    // Without the first the second would leave us deaf when idle, so it goes in only after it.
    if flag::register_conditional_default(signal, Arc::clone(&post.idle)).is_ok() {
        let value = usize::try_from(signal).unwrap_or_default();
        // If this fails the signal is lost while a program runs, and the time-out still holds.
        let _ = flag::register_usize(signal, Arc::clone(&post.caught), value);
    }
}

/// The signals that whoever started us wants ignored, as bits; none where the system has no such file.
fn ignored_signals() -> u64 {
    let status = read_named(Path::new("/proc/self/status"), 1 << 16).unwrap_or_default();
    let status = String::from_utf8_lossy(&status);
    let bits = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    bits.and_then(|bits| u64::from_str_radix(bits.trim(), 16).ok()).unwrap_or_default()
}

#[cfg(test)]
#[path = "signal_tests.rs"]
mod tests;
