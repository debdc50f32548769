//! What may be asked on the command line; each command is a file of this folder.

mod build;
mod check;
mod completions;
mod composed;
mod coverage;
mod deliver;
mod diff;
mod doctor;
mod explain;
mod init;
mod lock;
mod man;
mod manifest;
mod out;
mod outputs;
mod overlap;
mod probe;
mod progress;
mod project;
mod release;
mod schema;
mod stale;
mod templates;
mod told;
mod typst;
mod verify;
mod watch;
mod what;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

/// Exit code: a check fails.
const FINDINGS: u8 = 1;
/// Exit code: input, template or environment cannot be read, or the command line is wrong.
const UNREADABLE: u8 = 2;
/// Exit code: everything but the PDF could be made.
const NO_PDF: u8 = 3;

/// Turns a curated fact base into a briefing whose every quotation, figure and date is checked against the archived articles.
#[derive(Debug, Parser)]
#[command(name = "factum", version, max_term_width = 100, arg_required_else_help = true, after_help = EXIT_CODES)]
struct Factum {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

const EXIT_CODES: &str =
    "Exit codes: 0 fine, 1 findings, 2 unreadable input or usage, 3 PDF impossible (no Typst).";

/// What every command understands.
#[derive(Debug, Clone, Args)]
struct Global {
    /// The project's folder: the one that holds facts.yaml
    #[arg(short = 'C', long = "project", value_name = "DIR", default_value = ".", global = true)]
    project: PathBuf,
    /// When to colour messages
    #[arg(long, value_name = "WHEN", default_value = "auto", value_parser = ["auto", "always", "never"], global = true)]
    color: String,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check the facts and write the briefing to out/
    Build(build::Options),
    /// Check the facts and list the findings
    Check(check::Options),
    /// Print what a shell needs to complete commands and options
    Completions(completions::Options),
    /// Show what of each article the facts cite, and what they leave out
    Coverage(coverage::Options),
    /// Tell what has changed since an edition, or between two
    Diff(diff::Options),
    /// Tell what a build finds around it: project, Typst, fonts, templates
    Doctor(doctor::Options),
    /// Print what a check looks for and why, with examples
    Explain(explain::Options),
    /// Begin a project: one article, one fact, everything explained, ready to check and build
    Init(init::Options),
    /// Write the SHA-256 of each archived text into the facts, where it is missing
    Lock(lock::Options),
    /// Print a manual page, factum's own or a command's
    Man(man::Options),
    /// Show which words sources share, and whether the facts say whose they are
    Overlap(overlap::Options),
    /// Ask the engine about single quotations, figures, dates or claims (JSON Lines in, JSON Lines out)
    Probe(probe::Options),
    /// Keep this edition in editions/, once and for all, so that later ones can say what has changed
    Release(release::Options),
    /// Print the JSON Schema of facts.yaml, of briefing.json or of a released edition
    Schema(schema::Options),
    /// List the built-in templates, or put them into the project to be changed there
    Templates(templates::Options),
    /// Tell whether a briefing is unchanged, what it was made from, and whether its quotations still stand
    Verify(verify::Options),
    /// Check and build again at each change, and show the briefing in a browser on this machine
    Watch(watch::Options),
}

/// Runs the command that `words` name, the program's name first.
#[must_use]
pub fn run(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    crate::disk::outlive_size_limit();
    let asked = match Factum::try_parse_from(words) {
        Ok(asked) => asked,
        Err(error) => return usage(&error),
    };
    let code = match asked.command {
        Command::Build(options) => build::run(&asked.global, &options),
        Command::Check(options) => check::run(&asked.global, &options),
        Command::Completions(options) => completions::run(&options),
        Command::Coverage(options) => coverage::run(&asked.global, &options),
        Command::Diff(options) => diff::run(&asked.global, &options),
        Command::Doctor(options) => doctor::run(&asked.global, &options),
        Command::Explain(options) => explain::run(&options),
        Command::Init(options) => init::run(&asked.global, &options),
        Command::Lock(options) => lock::run(&asked.global, &options),
        Command::Man(options) => man::run(&options),
        Command::Overlap(options) => overlap::run(&asked.global, &options),
        Command::Probe(options) => probe::run(&options),
        Command::Release(options) => release::run(&asked.global, &options),
        Command::Schema(options) => schema::run(&options),
        Command::Templates(options) => templates::run(&asked.global, &options),
        Command::Verify(options) => verify::run(&options),
        Command::Watch(options) => watch::run(&asked.global, options),
    };
    ExitCode::from(code)
}

/// Help and version are answers, anything else is a mistake in the words.
fn usage(error: &clap::Error) -> ExitCode {
    // A closed standard output is no error.
    let _ = error.print();
    ExitCode::from(if error.use_stderr() { UNREADABLE } else { 0 })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        super::Factum::command().debug_assert();
    }
}
