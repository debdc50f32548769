//! When is `out/` written while files are being changed?

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::cli::build;
use crate::cli::composed::Checked;
use crate::cli::what::What;
use crate::cli::{Global, out};
use crate::disk::Project;
use crate::pipeline;

/// How long the files have been still before the outputs are written: the PDF takes longer than a line does.
const STILL: Duration = Duration::from_secs(1);

/// How often one looks whether the last writing has ended.
const LOOK: Duration = Duration::from_millis(50);

/// Writes `out/` beside the preview, one edition after the other.
#[derive(Debug)]
pub(super) struct Writer {
    global: Global,
    what: What,
    due: Option<Instant>,
    work: Option<JoinHandle<()>>,
    at_work: Arc<AtomicBool>,
}

impl Writer {
    /// A writer with nothing to do.
    pub(super) fn new(global: &Global, what: &What) -> Self {
        Self {
            global: global.clone(),
            what: what.clone(),
            due: None,
            work: None,
            at_work: Arc::new(AtomicBool::new(false)),
        }
    }

    /// Whether it is writing, for whoever wants to end the program.
    pub(super) fn at_work(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.at_work)
    }

    /// The files pass: they are written once they have been still.
    pub(super) fn soon(&mut self) {
        self.due = Some(Instant::now() + STILL);
    }

    /// The files fail: `out/` stays as it is.
    pub(super) fn not_now(&mut self) {
        self.due = None;
    }

    /// Writes if it is time; how long until it may be, if anything is to be written.
    pub(super) fn tick(&mut self) -> Option<Duration> {
        let left = self.due?.saturating_duration_since(Instant::now());
        if !left.is_zero() {
            return Some(left);
        }
        if self.work.as_ref().is_some_and(|work| !work.is_finished()) {
            return Some(LOOK);
        }
        self.due = None;
        self.start();
        None
    }

    fn start(&mut self) {
        let (global, what) = (self.global.clone(), self.what.clone());
        let at_work = Arc::clone(&self.at_work);
        at_work.store(true, Ordering::SeqCst);
        let work = move || {
            let _done = Done(at_work);
            write(&global, &what);
        };
        match thread::Builder::new().name("writer".to_owned()).spawn(work) {
            Ok(work) => self.work = Some(work),
            Err(error) => {
                self.at_work.store(false, Ordering::SeqCst);
                out::trouble(&format!("nothing was written: {error}"), "free some memory");
            }
        }
    }
}

/// Says that the work is done, however it ended.
struct Done(Arc<AtomicBool>);

impl Drop for Done {
    fn drop(&mut self) {
        self.0.store(false, Ordering::SeqCst);
    }
}

/// Reads the files anew and writes what they give, as `factum build` does; if they fail by now the preview says so.
fn write(global: &Global, what: &What) {
    let Ok(project) = Project::open(&global.project) else { return };
    let Ok(loaded) = pipeline::read(&project) else { return };
    let articles = loaded.articles();
    let dossier = pipeline::link(&loaded, &articles);
    let verdict = pipeline::check(&dossier);
    if !what.fails(&verdict) {
        // What goes wrong is said on the way.
        build::write(global, what, &Checked { loaded: &loaded, dossier: &dossier, verdict: &verdict });
    }
}
