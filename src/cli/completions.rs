//! `factum completions`: what a shell needs to complete commands and options.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::{Factum, out};

/// For which shell.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

pub(super) fn run(options: &Options) -> u8 {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut Factum::command(), "factum", &mut script);
    out::answer(&String::from_utf8_lossy(&script));
    0
}
