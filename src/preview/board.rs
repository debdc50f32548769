//! What is shown now, and when does it change?

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde::Serialize;

/// A page as a browser gets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The name of its file: `briefing.html`.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Their SHA-256.
    pub sha256: String,
}

/// What the shell shows around the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Whether the page is what the files give as they are now.
    pub passes: bool,
    /// One line: what was checked, or what is wrong.
    pub headline: String,
    /// What was found, as text; empty if there is nothing to tell.
    pub report: String,
}

/// A moment of the board.
#[derive(Debug, Clone)]
pub(super) struct Moment {
    /// It grows with each change; 0 before the first.
    pub(super) number: u64,
    /// The last page that could be made.
    pub(super) page: Option<Arc<Page>>,
    /// What is shown around it, as JSON on one line.
    pub(super) state: Arc<str>,
}

/// What all visitors look at.
#[derive(Debug)]
pub(super) struct Board {
    now: Mutex<Moment>,
    changed: Condvar,
}

/// The shell's state with the page that belongs to it.
#[derive(Serialize)]
struct State<'a> {
    passes: bool,
    headline: &'a str,
    report: &'a str,
    path: Option<String>,
    page: Option<&'a str>,
}

impl Board {
    /// An empty board.
    pub(super) fn new() -> Self {
        let empty = Moment { number: 0, page: None, state: Arc::from("{}") };
        Self { now: Mutex::new(empty), changed: Condvar::new() }
    }

    /// Puts up something new; without a page the last one stays.
    pub(super) fn put(&self, shown: &Shown, page: Option<Page>) {
        let mut now = self.lock();
        now.number += 1;
        if let Some(page) = page {
            now.page = Some(Arc::new(page));
        }
        let path = now.page.as_ref().map(|page| format!("/{}", page.name));
        let page = now.page.as_ref().map(|page| page.sha256.as_str());
        let Shown { passes, headline, report } = shown;
        let state = State { passes: *passes, headline, report, path, page };
        now.state = serde_json::to_string(&state).expect("the state is plain JSON").into();
        self.changed.notify_all();
    }

    /// What is shown now.
    pub(super) fn now(&self) -> Moment {
        self.lock().clone()
    }

    /// What is shown once it is no longer moment `number`, or after `most`.
    pub(super) fn after(&self, number: u64, most: Duration) -> Moment {
        let same = |now: &mut Moment| now.number == number;
        let waited = self.changed.wait_timeout_while(self.lock(), most, same);
        waited.map_or_else(|poisoned| poisoned.into_inner().0.clone(), |(now, _)| now.clone())
    }

    fn lock(&self) -> MutexGuard<'_, Moment> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(headline: &str) -> Shown {
        Shown { passes: true, headline: headline.to_owned(), report: String::new() }
    }

    #[test]
    fn a_page_stays_until_there_is_another() {
        let board = Board::new();
        let page = Page { name: "briefing.html".to_owned(), bytes: b"x".to_vec(), sha256: "ab".to_owned() };
        board.put(&shown("one"), Some(page.clone()));
        board.put(&Shown { passes: false, ..shown("two\n") }, None);
        let now = board.now();
        assert_eq!(now.page.as_deref(), Some(&page));
        assert_eq!(
            &*now.state,
            r#"{"passes":false,"headline":"two\n","report":"","path":"/briefing.html","page":"ab"}"#
        );
    }

    #[test]
    fn whoever_waits_is_woken() {
        let board = Arc::new(Board::new());
        let other = Arc::clone(&board);
        let waiting = std::thread::spawn(move || other.after(0, Duration::from_secs(60)).number);
        board.put(&shown("one"), None);
        assert_eq!(waiting.join().unwrap(), 1);
        assert_eq!(board.after(1, Duration::from_millis(1)).number, 1);
    }
}
