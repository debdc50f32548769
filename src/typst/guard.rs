//! How does a program run that may hang, flood or crash?
//!
//! It is the leader of a process group of its own, its three pipes are served by three threads, and however
//! it ends, the whole group has been killed when [`run`] returns.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "this is the one file that may start a program"
)]

use std::ffi::OsString;
use std::io;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, waitid};

#[cfg(target_os = "linux")]
use rustix::process::{Resource, Rlimit, getrlimit, prlimit};

use super::limits::Limits;
use super::pipes::{Pipe, Pipes};
use super::signal::Watch;

/// A program and what it is given.
pub(super) struct Call<'a> {
    /// The program: a path, or a name to be looked for in `PATH`.
    pub(super) program: &'a Path,
    /// Its arguments.
    pub(super) arguments: Vec<OsString>,
    /// What it reads from its standard input.
    pub(super) input: String,
    /// The folder in which it runs.
    pub(super) folder: &'a Path,
    /// Its environment.
    pub(super) environment: Environment,
    /// What it may use.
    pub(super) limits: Limits,
}

/// What a program sees of our environment.
pub(super) enum Environment {
    /// Nothing; a proxy that is not there makes every look into the network fail at once.
    Bare,
    /// All of it, with these changes.
    Ours(Vec<(&'static str, OsString)>),
}

/// A program that has ended, one way or another.
pub(super) struct Ended {
    /// How.
    pub(super) how: How,
    /// Its output.
    pub(super) output: Vec<u8>,
    /// Its messages, as far as they are kept.
    pub(super) messages: Vec<u8>,
    /// Whether it had more to say.
    pub(super) cut: bool,
}

/// How a program ended.
#[derive(Debug)]
pub(super) enum How {
    /// By itself, with this code.
    Exit(i32),
    /// By a signal that is not ours.
    Crash(i32),
    /// It took too long and was killed.
    TimeOut,
    /// It said too much and was killed.
    Flood(Pipe),
    /// The user wants us to stop, by this signal, and it was killed.
    Interrupted(i32),
    /// It could not be started, or the system lost it.
    Failed(io::Error),
}

const REAPING: Duration = Duration::from_secs(2);
const LONGEST_NAP: Duration = Duration::from_millis(20);

/// Runs a program to its end; `hear` is given all its messages so far, now and then.
pub(super) fn run(call: Call<'_>, hear: &mut dyn FnMut(&[u8])) -> Ended {
    let watch = Watch::start();
    let limits = call.limits;
    let mut group = match start(&call) {
        Ok(child) => Group { leader: Pid::from_child(&child), child },
        Err(error) => return Ended { how: How::Failed(error), output: vec![], messages: vec![], cut: false },
    };
    bound(group.leader, limits);
    let pipes = match Pipes::serve(&mut group.child, call.input, limits) {
        Ok(pipes) => pipes,
        Err(error) => return Ended { how: How::Failed(error), output: vec![], messages: vec![], cut: false },
    };
    let how = wait(&group, &pipes, (&watch, limits.time), hear);
    drop(group);
    close(pipes, how)
}

fn start(call: &Call<'_>) -> io::Result<Child> {
    let mut command = Command::new(call.program);
    command.args(&call.arguments).current_dir(call.folder).process_group(0);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    match &call.environment {
        Environment::Bare => command.env_clear().env("HTTPS_PROXY", "http://127.0.0.1:9"),
        Environment::Ours(changes) => command.envs(changes.iter().map(|(name, value)| (name, value))),
    };
    let mut tries = 0;
    loop {
        match command.spawn() {
            // A program that was written a moment ago may still be open for writing in a process just forked.
            Err(error) if error.kind() == io::ErrorKind::ExecutableFileBusy && tries < 50 => {
                tries += 1;
                sleep(LONGEST_NAP);
            }
            started => return started,
        }
    }
}

/// Bounds a program's memory, and its computing time for the case that we are killed and cannot end it: all processors
/// for as long as it may take, and then some.
#[cfg(target_os = "linux")]
fn bound(program: Pid, limits: Limits) {
    let processors = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let processors = u64::try_from(processors).unwrap_or(u64::MAX);
    let seconds = limits.time.as_secs().saturating_add(5).saturating_mul(processors);
    for (resource, most) in [(Resource::Cpu, Some(seconds)), (Resource::As, limits.memory)] {
        let Some(most) = most else { continue };
        // Whoever has set a lower limit for us has set it for the program, too.
        let held = getrlimit(resource);
        let lower = |held: Option<u64>| Some(held.map_or(most, |held| held.min(most)));
        let limit = Rlimit { current: lower(held.current), maximum: lower(held.maximum) };
        let _ = prlimit(Some(program), resource, limit);
    }
}

#[cfg(not(target_os = "linux"))]
const fn bound(_: Pid, _: Limits) {}

fn wait(group: &Group, pipes: &Pipes, (watch, time): (&Watch, Duration), hear: &mut dyn FnMut(&[u8])) -> How {
    let begin = Instant::now();
    let mut nap = Duration::from_millis(1);
    loop {
        let left = time.saturating_sub(begin.elapsed());
        if let Some(signal) = watch.caught() {
            return How::Interrupted(signal);
        }
        if let Some(how) = pipes.flood().map(How::Flood).or_else(|| group.ended()) {
            return how;
        }
        if left.is_zero() {
            return How::TimeOut;
        }
        hear(&pipes.messages());
        sleep(nap.min(left));
        nap = LONGEST_NAP.min(nap * 2);
    }
}

fn close(mut pipes: Pipes, how: How) -> Ended {
    pipes.drain();
    let how = match (how, pipes.flood()) {
        // Whoever floods a pipe that nobody reads any more dies of that.
        (How::Exit(_) | How::Crash(_), Some(pipe)) => How::Flood(pipe),
        (how, _) => how,
    };
    let (output, messages, cut) = pipes.take();
    Ended { how, output, messages, cut }
}

/// A process group; when this is dropped, all of it is killed.
struct Group {
    child: Child,
    leader: Pid,
}

impl Group {
    /// How the leader ended, if it did. It is not reaped yet, so that its number stays its own until the
    /// group is killed.
    fn ended(&self) -> Option<How> {
        let options = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
        match waitid(WaitId::Pid(self.leader), options) {
            Ok(None) | Err(rustix::io::Errno::INTR) => None,
            Ok(Some(status)) => Some(match (status.exit_status(), status.terminating_signal()) {
                (Some(code), _) => How::Exit(code),
                (None, signal) => How::Crash(signal.unwrap_or_default()),
            }),
            Err(errno) => Some(How::Failed(errno.into())),
        }
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        // A group that is gone already is what is wanted.
        let _ = kill_process_group(self.leader, Signal::KILL);
        let begin = Instant::now();
        // A process that waits for a dead disk cannot even be killed; it must not hold us, too.
        while matches!(self.child.try_wait(), Ok(None)) && begin.elapsed() < REAPING {
            sleep(Duration::from_millis(1));
        }
    }
}

#[cfg(test)]
#[path = "guard_tests.rs"]
mod tests;
