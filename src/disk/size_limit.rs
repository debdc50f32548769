//! What if a file may not grow any further (`ulimit -f`)?

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// From now on a write beyond the limit is an error of that write, such as a full disk gives, and no longer the end of
/// the program. Programs that are started later are not concerned.
pub fn outlive_size_limit() {
    // If this fails the signal ends us, as it ends every program that does not ask.
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::new(AtomicBool::new(false)));
}
