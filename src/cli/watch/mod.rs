//! `factum watch`: checks and builds again at each change, and shows the briefing in a browser on this machine.
//!
//! The preview comes from memory and at once; `out/` follows when the files have been still for a moment, and only
//! if no check fails.

mod inputs;
mod round;
mod stop;
mod writer;

use std::time::{Duration, Instant};

use clap::Args;

use super::what::What;
use super::{Global, UNREADABLE, out};
use crate::disk::Project;
use crate::preview::{Preview, Shown};
use crate::render::a_template_runs_on;
use crate::watch::Watch;
use inputs::{Inputs, State, usual};
use round::Round;
use writer::Writer;

/// What is made, and where it is shown.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// The port of the preview; 7878 if not given, or another one if that is taken
    #[arg(long, value_name = "NUMBER", conflicts_with = "no_serve")]
    port: Option<u16>,
    /// Show no preview: the terminal alone
    #[arg(long)]
    no_serve: bool,
    /// Write nothing: the preview and the findings alone
    #[arg(long)]
    no_write: bool,
    /// Look for changes twice a second, for folders of which the system tells nothing, such as network shares
    #[arg(long)]
    poll: bool,
    #[command(flatten)]
    what: What,
}

/// How long nobody looks at the files if nothing changes.
const LONG: Duration = Duration::from_secs(3600);

/// How often files are looked at that cannot be read: what is missing may come where nothing is watched.
const OFTEN: Duration = Duration::from_secs(1);

pub(super) fn run(global: &Global, options: Options) -> u8 {
    let Options { port, no_serve, no_write, poll, what } = options;
    let what = match if no_write { Ok(what) } else { what.possible() } {
        Ok(what) => what,
        Err(code) => return code,
    };
    // Facts may come later, but a folder that is not there is a slip.
    if let Err(error) = Project::open(&global.project) {
        out::trouble(&format!("`{}`: {}", error.path, error.what()), error.help());
        return UNREADABLE;
    }
    let preview = match (!no_serve).then(|| serve(port)).transpose() {
        Ok(preview) => preview,
        Err(code) => return code,
    };
    let writer = Writer::new(global, &what);
    if let Err(error) = stop::listen(writer.at_work()) {
        out::trouble(&format!("signals cannot be waited for: {error}"), "free some memory, and try again");
        return UNREADABLE;
    }
    let desk = Desk { global, what: &what, preview, writer: (!no_write).then_some(writer), passed: false };
    desk.watch(poll)
}

fn serve(port: Option<u16>) -> Result<Preview, u8> {
    match Preview::start(port) {
        Ok(preview) => {
            out::answer(&format!("preview: {} (Ctrl-C ends it)\n", preview.address()));
            Ok(preview)
        }
        Err(error) => {
            let port = port.map_or_else(|| "any port".to_owned(), |port| format!("port {port}"));
            let message = format!("the preview cannot have {port}: {}", words(&error));
            out::trouble(&message, "name another one with `--port`, or leave it out");
            Err(UNREADABLE)
        }
    }
}

/// All that goes on while files are watched.
struct Desk<'a> {
    global: &'a Global,
    what: &'a What,
    preview: Option<Preview>,
    writer: Option<Writer>,
    /// Whether a briefing has passed yet.
    passed: bool,
}

impl Desk<'_> {
    /// Goes round and round, until a signal ends the program.
    fn watch(mut self, poll: bool) -> u8 {
        let mut watched = usual(self.global);
        let mut known = State::default();
        let mut told = poll;
        loop {
            // A new eye before each look: what changes after the look is seen by it.
            let eye = if poll { Watch::blind() } else { Watch::start(&watched) };
            told = told || tell_blindness(&eye);
            let begin = Instant::now();
            let inputs = Inputs::read(self.global);
            let state = inputs.state.clone().filled_from(&known);
            if state != known {
                let round = Round::of(self.global, self.what, &inputs);
                self.tell(&round, &names(&state.changed_since(&known)), begin.elapsed());
                if a_template_runs_on() {
                    let help = "mend the template, and start `factum watch` again";
                    out::trouble(
                        "a template that was given up cannot be stopped while this program runs",
                        help,
                    );
                    return UNREADABLE;
                }
            }
            let folders = inputs.folders(self.global);
            let more = folders.iter().any(|(folder, depth)| watched.get(folder) < Some(depth));
            if !more {
                self.wait(&eye, if state.is_troubled() { OFTEN } else { LONG });
            }
            (known, watched) = (state, folders);
        }
    }

    /// Shows what a round gave, in the browser and on the terminal.
    fn tell(&mut self, round: &Round, changed: &str, took: Duration) {
        self.passed |= round.page.is_some();
        if let Some(preview) = &self.preview {
            let note = match (&round.page, self.passed) {
                (None, true) => "; the last briefing that passed is shown",
                (None, false) => "; no briefing has passed yet",
                (Some(_), _) => "",
            };
            let shown = Shown {
                passes: round.page.is_some(),
                headline: format!("{}{note} · {} ms", round.headline, took.as_millis()),
                report: round.report.clone(),
            };
            preview.show(&shown, round.page.clone());
        }
        out::plain(&format!("{changed}: {} · {} ms\n", round.headline, took.as_millis()));
        if round.page.is_none() {
            out::answer(&round.terminal);
        }
        if let Some(writer) = &mut self.writer {
            if round.page.is_some() { writer.soon() } else { writer.not_now() }
        }
    }

    /// Waits for the next change, and lets the writer write meanwhile.
    fn wait(&mut self, eye: &Watch, patience: Duration) {
        let until = Instant::now() + patience;
        loop {
            let due = self.writer.as_mut().and_then(Writer::tick);
            let left = until.saturating_duration_since(Instant::now());
            if eye.wait(due.unwrap_or(left).min(left)) || left.is_zero() {
                return;
            }
        }
    }
}

/// Whether the system tells of no changes; it is said once.
fn tell_blindness(eye: &Watch) -> bool {
    let Some(why) = eye.blindness() else { return false };
    out::say(&format!("changes are looked for twice a second: {why}\n"));
    true
}

/// What has changed, in a few words.
fn names(changed: &[&str]) -> String {
    const MOST: usize = 3;
    let shown = changed.get(..MOST.min(changed.len())).unwrap_or_default().join(", ");
    match changed.len() {
        0 => "checked".to_owned(),
        count if count > MOST => format!("{shown} and {} more", count - MOST),
        _ => shown,
    }
}

/// What the system says, without its number.
fn words(error: &std::io::Error) -> String {
    error.to_string().split(" (os error").next().unwrap_or_default().to_lowercase()
}
