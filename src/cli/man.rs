//! `factum man`: the manual pages, from the same definition as the help.

use clap::{Args, Command, CommandFactory};
use clap_mangen::Man;

use super::{EXIT_CODES, Factum, UNREADABLE, out};

/// Which page.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// The command whose page is printed, such as `build`; factum's own if not given
    command: Option<String>,
}

pub(super) fn run(options: &Options) -> u8 {
    // Built, a command knows its whole name and the options that all have.
    let mut whole = Factum::command().disable_help_subcommand(true);
    whole.build();
    let Some(name) = &options.command else { return print(whole) };
    match whole.find_subcommand(name) {
        Some(command) => print(command.clone().version(env!("CARGO_PKG_VERSION"))),
        None => {
            let message = format!("no command is called `{name}`");
            out::trouble(&message, "`factum --help` lists the commands");
            UNREADABLE
        }
    }
}

fn print(command: Command) -> u8 {
    // The help of factum alone has this line; of the manual pages each has it, under the heading that such pages use.
    let command = command.after_help(EXIT_CODES);
    let mut page = Vec::new();
    let manual = format!("factum {}", env!("CARGO_PKG_VERSION"));
    // Without a date: the same program prints the same page.
    Man::new(command).source(&manual).render(&mut page).expect("writing to memory does not fail");
    let page = String::from_utf8_lossy(&page).replace("\n.SH EXTRA\n", "\n.SH \"EXIT STATUS\"\n");
    out::answer(&page);
    0
}
