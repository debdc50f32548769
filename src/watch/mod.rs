//! When does something change in these folders?

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Config, ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// Folders that are watched: whether each is watched with all that lies below it.
pub type Folders = BTreeMap<PathBuf, Depth>;

/// How much of a folder is watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// What lies in it.
    Itself,
    /// What lies in it or below it; no link is followed.
    Below,
}

/// An eye on folders: a change since [`Watch::start`] is not missed, whenever it is asked for.
#[derive(Debug)]
pub struct Watch {
    changed: Receiver<()>,
    sight: Sight,
}

#[derive(Debug)]
enum Sight {
    /// The system tells of changes as long as this is kept.
    Told { _watcher: RecommendedWatcher },
    /// The system does not tell, for this reason: whoever asks has to look.
    Blind { why: String, _sender: SyncSender<()> },
}

/// How often one has to look where the system does not tell.
const LOOK: Duration = Duration::from_millis(500);

/// An editor writes, renames and writes again: it is done when nothing has happened for so long,
const STILL: Duration = Duration::from_millis(60);

/// and after so long in any case.
const LONGEST: Duration = Duration::from_millis(500);

impl Watch {
    /// Begins to watch. A folder that is not there is passed over: watch the one that it would lie in, too.
    #[must_use]
    pub fn start(folders: &Folders) -> Self {
        let (sender, changed) = sync_channel(1);
        let sight = match watcher(folders, sender.clone()) {
            Ok(watcher) => Sight::Told { _watcher: watcher },
            Err(error) => Sight::Blind { why: why(&error), _sender: sender },
        };
        Self { changed, sight }
    }

    /// Never told by the system: whoever waits is sent to look twice a second.
    #[must_use]
    pub fn blind() -> Self {
        let (sender, changed) = sync_channel(1);
        Self { changed, sight: Sight::Blind { why: "as asked for".to_owned(), _sender: sender } }
    }

    /// Why the system does not tell of changes, if it does not.
    #[must_use]
    pub fn blindness(&self) -> Option<&str> {
        match &self.sight {
            Sight::Told { .. } => None,
            Sight::Blind { why, .. } => Some(why),
        }
    }

    /// Waits for a change, or for as long as `most`; whether it is time to look.
    #[must_use]
    pub fn wait(&self, most: Duration) -> bool {
        let blind = matches!(self.sight, Sight::Blind { .. });
        let patience = if blind { most.min(LOOK) } else { most };
        if self.changed.recv_timeout(patience).is_err() {
            return blind && patience == LOOK;
        }
        let begin = Instant::now();
        while begin.elapsed() < LONGEST && self.changed.recv_timeout(STILL).is_ok() {}
        true
    }
}

fn watcher(folders: &Folders, sender: SyncSender<()>) -> notify::Result<RecommendedWatcher> {
    let hear = move |event: notify::Result<Event>| {
        if counts(&event) {
            // One that was not fetched yet says as much as two.
            let _ = sender.try_send(());
        }
    };
    let mut watcher = RecommendedWatcher::new(hear, Config::default().with_follow_symlinks(false))?;
    for (folder, depth) in folders {
        match add(&mut watcher, folder, *depth) {
            Err(error) if is_missing(&error) => {}
            done => done?,
        }
    }
    Ok(watcher)
}

fn add(watcher: &mut RecommendedWatcher, folder: &Path, depth: Depth) -> notify::Result<()> {
    let mode = match depth {
        Depth::Itself => RecursiveMode::NonRecursive,
        Depth::Below => RecursiveMode::Recursive,
    };
    watcher.watch(folder, mode)
}

fn is_missing(error: &notify::Error) -> bool {
    match &error.kind {
        ErrorKind::PathNotFound => true,
        ErrorKind::Io(error) => error.kind() == std::io::ErrorKind::NotFound,
        _ => false,
    }
}

/// Whether something may have changed: that a file was opened or read, by us above all, changes nothing.
fn counts(event: &notify::Result<Event>) -> bool {
    match event {
        Ok(event) => match event.kind {
            EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
            EventKind::Access(_) => false,
            _ => true,
        },
        Err(_) => true,
    }
}

fn why(error: &notify::Error) -> String {
    match &error.kind {
        ErrorKind::MaxFilesWatch => "the system watches no more files for this user".to_owned(),
        ErrorKind::Io(error) => {
            let text = error.to_string();
            text.split(" (os error").next().unwrap_or_default().to_lowercase()
        }
        _ => "the system cannot watch these files".to_owned(),
    }
}

#[cfg(test)]
mod tests;
